//! The theme: colours and fonts that Word offers for whatever an office adds to its report.

use super::package::DECLARATION;
use crate::escape::put;

/// The colours of the report under the names that a theme gives them.
const COLOURS: [(&str, &str); 12] = [
    ("dk1", "000000"),
    ("lt1", "FFFFFF"),
    ("dk2", "1C3557"),
    ("lt2", "F0F3F8"),
    ("accent1", "1C3557"),
    ("accent2", "C9922E"),
    ("accent3", "5C6470"),
    ("accent4", "C3CDDD"),
    ("accent5", "8A4B00"),
    ("accent6", "AEB6C2"),
    ("hlink", "1A4F8B"),
    ("folHlink", "5C6470"),
];

/// The theme part.
pub(super) fn part() -> String {
    let mut out = format!(
        "{DECLARATION}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Laporan\"><a:themeElements>\
         <a:clrScheme name=\"Laporan\">"
    );
    for (name, colour) in COLOURS {
        put!(out, "<a:{name}><a:srgbClr val=\"{colour}\"/></a:{name}>");
    }
    out.push_str("</a:clrScheme><a:fontScheme name=\"Laporan\">");
    for kind in ["major", "minor"] {
        put!(
            out,
            "<a:{kind}Font><a:latin typeface=\"Bookman Old Style\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:{kind}Font>"
        );
    }
    out.push_str("</a:fontScheme><a:fmtScheme name=\"Laporan\">");
    // A theme must have three of each, from subtle to intense; ours are all plain.
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = format!("<a:ln w=\"6350\">{fill}</a:ln>");
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    for (list, item) in [
        ("fillStyleLst", fill),
        ("lnStyleLst", &line),
        ("effectStyleLst", effect),
        ("bgFillStyleLst", fill),
    ] {
        put!(out, "<a:{list}>{item}{item}{item}</a:{list}>");
    }
    out.push_str("</a:fmtScheme></a:themeElements></a:theme>");
    out
}
