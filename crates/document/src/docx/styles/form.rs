//! Styles of tables, captions, the cover, and runs.

use super::{EDGE, INK, QUIET, RULE, SANS, Style, bold, ink, leading, size, style};
use crate::escape::put;

pub(super) fn tables() -> Vec<Style> {
    let left = "<w:jc w:val=\"left\"/>";
    vec![
        style(
            "Caption",
            "caption",
            "Normal",
            &format!(
                "<w:keepLines/>{}<w:jc w:val=\"center\"/>",
                leading(200, 80, 252)
            ),
            &format!("{SANS}{}", size(18)),
        )
        .quick(),
        style(
            "Source",
            "Sumber",
            "Normal",
            &format!("{}{left}", leading(60, 220, 240)),
            &format!("{SANS}<w:color w:val=\"{QUIET}\"/>{}", size(16)),
        )
        .quick(),
        style(
            "TableText",
            "Isi Tabel",
            "Normal",
            &format!("{}{left}", leading(30, 30, 240)),
            &format!("{SANS}{}", size(18)),
        )
        .quick(),
        style(
            "TableHead",
            "Kepala Tabel",
            "TableText",
            "<w:jc w:val=\"center\"/>",
            "<w:b/><w:bCs/>",
        )
        .quick(),
        style(
            "TableTextSmall",
            "Isi Tabel Kecil",
            "TableText",
            &leading(20, 20, 240),
            &size(16),
        )
        .quick(),
        style(
            "TableHeadSmall",
            "Kepala Tabel Kecil",
            "TableHead",
            &leading(20, 20, 240),
            &size(16),
        )
        .quick(),
        style(
            "TableTextTiny",
            "Isi Tabel Sangat Kecil",
            "TableText",
            &leading(10, 10, 240),
            &size(14),
        ),
        style(
            "TableHeadTiny",
            "Kepala Tabel Sangat Kecil",
            "TableHead",
            &leading(10, 10, 240),
            &size(14),
        ),
    ]
}

pub(super) fn cover() -> Vec<Style> {
    // What is left of the line beside a rule of 3 cm.
    let side = (EDGE - 1_701) / 2;
    let line = |before: u32, after: u32| {
        format!("{}<w:jc w:val=\"center\"/>", leading(before, after, 264))
    };
    vec![
        style(
            "CoverAbove",
            "Sampul Atas",
            "Normal",
            &line(40, 0),
            &bold(26),
        ),
        style(
            "CoverTitle",
            "Sampul Judul",
            "Title",
            &line(0, 40),
            &ink(50),
        ),
        style(
            "CoverPeriod",
            "Sampul Tahun",
            "Normal",
            &line(120, 0),
            &ink(96),
        ),
        style(
            "CoverBody",
            "Sampul Satuan Kerja",
            "Normal",
            &line(0, 0),
            &bold(30),
        ),
        style(
            "CoverFoot",
            "Sampul Alamat",
            "Normal",
            &line(0, 0),
            &format!("{SANS}<w:color w:val=\"{QUIET}\"/>{}", size(18)),
        ),
        style(
            "CoverRule",
            "Sampul Garis",
            "Normal",
            &format!(
                "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"10\" w:space=\"0\" w:color=\"{INK}\"/></w:pBdr>{}\
                 <w:ind w:left=\"{side}\" w:right=\"{side}\"/>",
                leading(0, 280, 240)
            ),
            &size(8),
        ),
    ]
}

/// Styles of runs.
pub(super) const CHARACTERS: &str = "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>\
     <w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\
     <w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Gap\"><w:name w:val=\"Belum Terisi\"/><w:qFormat/>\
     <w:rPr><w:color w:val=\"8A4B00\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FDE8BF\"/></w:rPr></w:style>";

pub(super) fn tables_themselves(out: &mut String) {
    out.push_str(
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
         <w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
         <w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"PlainTable\"><w:name w:val=\"Tabel Tanpa Garis\"/><w:basedOn w:val=\"TableNormal\"/></w:style>\
         <w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"ReportTable\"><w:name w:val=\"Tabel Laporan\"/><w:basedOn w:val=\"TableNormal\"/>\
         <w:tblPr><w:tblBorders>",
    );
    for edge in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        put!(
            out,
            "<w:{edge} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{RULE}\"/>"
        );
    }
    out.push_str("</w:tblBorders></w:tblPr></w:style>");
}
