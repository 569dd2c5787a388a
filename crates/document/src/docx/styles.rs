//! The styles: what an editor finds in Word's list and goes on using.
//!
//! Styles that Word knows keep its English names in the file, because Word shows those in the user's language
//! ("heading 1" is shown as "Judul 1"); our own have Indonesian names.

use super::package::DECLARATION;
use crate::escape::put;

const SERIF: &str = "<w:rFonts w:ascii=\"Bookman Old Style\" w:hAnsi=\"Bookman Old Style\" w:eastAsia=\"Bookman Old Style\" w:cs=\"Bookman Old Style\"/>";
const SANS: &str =
    "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>";
/// Colour of titles.
const INK: &str = "1F3A5F";
/// Right edge of the text, where page numbers in the contents stand.
const EDGE: u32 = 8_788;

/// A paragraph style: id, name, id of the style that it builds on, paragraph and run properties.
struct Style {
    id: &'static str,
    name: &'static str,
    base: &'static str,
    paragraph: String,
    run: String,
    /// Whether it is shown in the gallery.
    quick: bool,
    /// Style of the paragraph after it.
    next: &'static str,
}

fn style(
    id: &'static str,
    name: &'static str,
    base: &'static str,
    paragraph: &str,
    run: &str,
) -> Style {
    Style {
        id,
        name,
        base,
        paragraph: paragraph.to_owned(),
        run: run.to_owned(),
        quick: false,
        next: "",
    }
}

impl Style {
    fn quick(mut self) -> Self {
        self.quick = true;
        self
    }

    fn followed_by(mut self, next: &'static str) -> Self {
        self.next = next;
        self
    }

    fn write(&self, out: &mut String) {
        put!(out, "<w:style w:type=\"paragraph\"");
        if self.id == "Normal" {
            out.push_str(" w:default=\"1\"");
        }
        put!(
            out,
            " w:styleId=\"{}\"><w:name w:val=\"{}\"/>",
            self.id,
            self.name
        );
        if !self.base.is_empty() {
            put!(out, "<w:basedOn w:val=\"{}\"/>", self.base);
        }
        if !self.next.is_empty() {
            put!(out, "<w:next w:val=\"{}\"/>", self.next);
        }
        if self.quick {
            out.push_str("<w:qFormat/>");
        }
        if !self.paragraph.is_empty() {
            put!(out, "<w:pPr>{}</w:pPr>", self.paragraph);
        }
        if !self.run.is_empty() {
            put!(out, "<w:rPr>{}</w:rPr>", self.run);
        }
        out.push_str("</w:style>");
    }
}

fn spacing(before: u32, after: u32) -> String {
    format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>")
}

/// Spacing with a line height in 240ths of a line.
fn leading(before: u32, after: u32, line: u32) -> String {
    format!(
        "<w:spacing w:before=\"{before}\" w:after=\"{after}\" w:line=\"{line}\" w:lineRule=\"auto\"/>"
    )
}

fn size(half_points: u32) -> String {
    format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>")
}

fn bold(half_points: u32) -> String {
    format!("<w:b/><w:bCs/>{}", size(half_points))
}

fn ink(half_points: u32) -> String {
    format!(
        "<w:b/><w:bCs/><w:color w:val=\"{INK}\"/>{}",
        size(half_points)
    )
}

/// The styles part.
pub(super) fn part() -> String {
    let mut out = format!(
        "{DECLARATION}<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:docDefaults><w:rPrDefault><w:rPr>{SERIF}{}<w:lang w:val=\"id-ID\" w:eastAsia=\"id-ID\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr>{}</w:pPr></w:pPrDefault></w:docDefaults>",
        size(22),
        leading(0, 120, 300)
    );
    for style in text()
        .into_iter()
        .chain(headings())
        .chain(lists())
        .chain(tables())
        .chain(cover())
    {
        style.write(&mut out);
    }
    out.push_str(CHARACTERS);
    tables_themselves(&mut out);
    out.push_str("</w:styles>");
    out
}

fn text() -> Vec<Style> {
    let centred = "<w:jc w:val=\"center\"/>";
    let left = "<w:jc w:val=\"left\"/>";
    vec![
        style("Normal", "Normal", "", "<w:jc w:val=\"both\"/>", "").quick(),
        style(
            "Title",
            "Title",
            "Normal",
            &format!("{}{centred}", spacing(0, 240)),
            &ink(36),
        )
        .quick()
        .followed_by("Normal"),
        style("Centred", "Isi Tengah", "Normal", centred, "").quick(),
        style(
            "Plain",
            "Isi Rapat",
            "Normal",
            &format!("{}{left}", leading(0, 0, 264)),
            "",
        )
        .quick(),
        style(
            "Quote",
            "Quote",
            "Normal",
            &format!(
                "{}<w:ind w:left=\"567\" w:right=\"567\"/>",
                spacing(60, 160)
            ),
            "<w:i/><w:iCs/>",
        )
        .quick(),
        style(
            "ListParagraph",
            "List Paragraph",
            "Normal",
            &leading(0, 60, 288),
            "",
        )
        .quick(),
        style(
            "Formula",
            "Rumus",
            "Normal",
            &format!("<w:keepLines/>{}{centred}", spacing(120, 160)),
            "",
        ),
        style(
            "Figure",
            "Gambar",
            "Normal",
            &format!("<w:keepNext/>{}{centred}", leading(160, 60, 240)),
            "",
        ),
        style(
            "Header",
            "header",
            "Normal",
            &format!(
                "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"8A97A8\"/></w:pBdr>{}<w:jc w:val=\"right\"/>",
                leading(0, 0, 240)
            ),
            &format!("{SANS}<w:color w:val=\"4A5665\"/>{}", size(16)),
        ),
        style(
            "Footer",
            "footer",
            "Normal",
            &format!(
                "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"8A97A8\"/></w:pBdr>{}{left}",
                leading(0, 0, 240)
            ),
            &format!("{SANS}<w:color w:val=\"4A5665\"/>{}", size(16)),
        ),
        style(
            "FootnoteText",
            "footnote text",
            "Normal",
            &leading(0, 40, 240),
            &size(18),
        ),
        style(
            "CalloutTitle",
            "Judul Kotak",
            "Normal",
            &format!("<w:keepNext/>{}{left}", spacing(0, 60)),
            &ink(22),
        ),
    ]
}

/// Headings that the contents list, and their twins that it does not.
fn headings() -> Vec<Style> {
    let ids: [(&str, &str, &str, &str); 5] = [
        ("Heading1", "heading 1", "Unlisted1", "Judul 1 Tanpa Daftar"),
        ("Heading2", "heading 2", "Unlisted2", "Judul 2 Tanpa Daftar"),
        ("Heading3", "heading 3", "Unlisted3", "Judul 3 Tanpa Daftar"),
        ("Heading4", "heading 4", "Unlisted4", "Judul 4 Tanpa Daftar"),
        ("Heading5", "heading 5", "Unlisted5", "Judul 5 Tanpa Daftar"),
    ];
    let looks = [
        (
            format!(
                "<w:pageBreakBefore/>{}<w:jc w:val=\"center\"/>",
                leading(0, 360, 288)
            ),
            ink(28),
        ),
        (below(280, 454), ink(24)),
        (below(220, 454), bold(22)),
        (below(180, 510), bold(22)),
        (
            below(160, 567),
            format!("<w:b/><w:bCs/><w:i/><w:iCs/>{}", size(22)),
        ),
    ];
    let mut styles = Vec::new();
    for (level, ((id, name, twin, twin_name), (paragraph, run))) in
        ids.into_iter().zip(looks).enumerate()
    {
        let paragraph =
            format!("<w:keepNext/><w:keepLines/>{paragraph}<w:outlineLvl w:val=\"{level}\"/>");
        styles.push(
            style(id, name, "Normal", &paragraph, &run)
                .quick()
                .followed_by("Normal"),
        );
        styles.push(
            style(twin, twin_name, id, "<w:outlineLvl w:val=\"9\"/>", "")
                .quick()
                .followed_by("Normal"),
        );
    }
    styles
}

/// A heading below a chapter: its number hangs in the margin of its title.
fn below(before: u32, hang: u32) -> String {
    format!(
        "<w:tabs><w:tab w:val=\"left\" w:pos=\"{hang}\"/></w:tabs>{}<w:ind w:left=\"{hang}\" w:hanging=\"{hang}\"/><w:jc w:val=\"left\"/>",
        leading(before, 100, 276)
    )
}

fn lists() -> Vec<Style> {
    let entry = |left: u32, before: u32| {
        format!(
            "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{EDGE}\"/></w:tabs>{}<w:ind w:left=\"{left}\" w:right=\"567\"/><w:jc w:val=\"left\"/>",
            leading(before, 40, 252)
        )
    };
    vec![
        style("TOC1", "toc 1", "Normal", &entry(0, 100), "<w:b/><w:bCs/>"),
        style("TOC2", "toc 2", "Normal", &entry(284, 0), ""),
        style("TOC3", "toc 3", "Normal", &entry(567, 0), ""),
        style(
            "TableofFigures",
            "table of figures",
            "Normal",
            &entry(0, 0),
            "",
        ),
    ]
}

fn tables() -> Vec<Style> {
    let left = "<w:jc w:val=\"left\"/>";
    vec![
        style(
            "Caption",
            "caption",
            "Normal",
            &format!("<w:keepLines/>{}{left}", leading(200, 80, 252)),
            &format!("{SANS}{}", bold(19)),
        )
        .quick(),
        style(
            "Source",
            "Sumber",
            "Normal",
            &format!("{}{left}", leading(60, 220, 240)),
            &format!("{SANS}{}", size(16)),
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
    ]
}

fn cover() -> Vec<Style> {
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
            &ink(44),
        ),
        style(
            "CoverPeriod",
            "Sampul Tahun",
            "Normal",
            &line(200, 0),
            &ink(52),
        ),
        style(
            "CoverBody",
            "Sampul Satuan Kerja",
            "Normal",
            &line(0, 0),
            &bold(26),
        ),
        style(
            "CoverFoot",
            "Sampul Alamat",
            "Normal",
            &line(0, 0),
            &format!("{SANS}{}", size(18)),
        ),
    ]
}

const CHARACTERS: &str = "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>\
     <w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\
     <w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Gap\"><w:name w:val=\"Belum Terisi\"/><w:qFormat/>\
     <w:rPr><w:color w:val=\"7A3E00\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFE08A\"/></w:rPr></w:style>";

fn tables_themselves(out: &mut String) {
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
            "<w:{edge} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"7F8B99\"/>"
        );
    }
    out.push_str("</w:tblBorders></w:tblPr></w:style>");
}
