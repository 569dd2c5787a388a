//! Styles of running text, headings and generated lists.

use super::{EDGE, INK, QUIET, RULE, SANS, Style, ink, leading, size, spacing, style};

pub(super) fn text() -> Vec<Style> {
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
            &format!("{}{left}", leading(0, 0, 252)),
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
            "FormulaRow",
            "Rumus Panjang",
            "Formula",
            &format!("{}{left}", spacing(30, 30)),
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
                "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"{RULE}\"/></w:pBdr>{}{left}",
                leading(0, 0, 240)
            ),
            &format!("{SANS}<w:color w:val=\"{QUIET}\"/>{}", size(16)),
        ),
        style(
            "Footer",
            "footer",
            "Normal",
            &format!(
                "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"{RULE}\"/></w:pBdr>{}{left}",
                leading(0, 0, 240)
            ),
            &format!("{SANS}<w:color w:val=\"{QUIET}\"/>{}", size(16)),
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
pub(super) fn headings() -> Vec<Style> {
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
            format!(
                "<w:b/><w:bCs/><w:caps/><w:color w:val=\"{INK}\"/>{}",
                size(30)
            ),
        ),
        (below(280, 454), ink(25)),
        (below(220, 454), ink(23)),
        (below(180, 510), ink(22)),
        (
            below(160, 567),
            format!(
                "<w:b/><w:bCs/><w:i/><w:iCs/><w:color w:val=\"{INK}\"/>{}",
                size(22)
            ),
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

pub(super) fn lists() -> Vec<Style> {
    let entry = |left: u32, before: u32| {
        format!(
            "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{EDGE}\"/></w:tabs>{}<w:ind w:left=\"{left}\" w:right=\"567\"/><w:jc w:val=\"left\"/>",
            leading(before, 40, 252)
        )
    };
    vec![
        style(
            "TOC1",
            "toc 1",
            "Normal",
            &entry(0, 100),
            "<w:b/><w:bCs/><w:caps/>",
        ),
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
