//! Settings and fonts of the document.

use super::package::DECLARATION;

const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// Word offers to bring the fields up to date on opening, because only it knows the pages.
pub(super) fn settings() -> String {
    format!(
        "{DECLARATION}<w:settings {NAMESPACE} xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">\
         <w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"425\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>\
         <w:updateFields w:val=\"true\"/>\
         <w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <m:mathPr><m:mathFont m:val=\"Cambria Math\"/><m:brkBin m:val=\"before\"/><m:brkBinSub m:val=\"--\"/><m:smallFrac m:val=\"0\"/>\
         <m:dispDef/><m:lMargin m:val=\"0\"/><m:rMargin m:val=\"0\"/><m:defJc m:val=\"centerGroup\"/><m:wrapIndent m:val=\"1440\"/>\
         <m:intLim m:val=\"subSup\"/><m:naryLim m:val=\"undOvr\"/></m:mathPr>\
         <w:themeFontLang w:val=\"id-ID\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>"
    )
}

/// The fonts with the free ones of the same measures, for machines that lack them.
pub(super) fn fonts() -> String {
    let mut out = format!("{DECLARATION}<w:fonts {NAMESPACE}>");
    for (name, instead, family) in [
        ("Arial", "TeX Gyre Heros", "swiss"),
        ("Bookman Old Style", "TeX Gyre Bonum", "roman"),
    ] {
        out.push_str(&format!(
            "<w:font w:name=\"{name}\"><w:altName w:val=\"{instead}\"/><w:charset w:val=\"00\"/><w:family w:val=\"{family}\"/>\
             <w:pitch w:val=\"variable\"/></w:font>"
        ));
    }
    out.push_str("</w:fonts>");
    out
}
