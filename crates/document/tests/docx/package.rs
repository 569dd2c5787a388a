//! The package as a whole.

use std::collections::{BTreeMap, BTreeSet};

use document::docx::write_docx;
use document::*;

use crate::reading::*;
use crate::sample;

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(
        write_docx(&sample::report()).unwrap(),
        write_docx(&sample::report()).unwrap()
    );
}

#[test]
fn every_part_is_well_formed_and_declared() {
    let parts = &SAMPLE;
    for (name, xml) in parts.iter() {
        if !xml.is_empty() {
            children(xml);
        }
        let declared = parts["[Content_Types].xml"].contains(&format!("PartName=\"/{name}\""));
        let by_default =
            name.ends_with(".rels") || name.ends_with(".png") || name == "[Content_Types].xml";
        assert!(declared || by_default, "{name} has no content type");
    }
    for target in values(&parts["word/_rels/document.xml.rels"], "Target=\"") {
        assert!(
            parts.contains_key(&format!("word/{target}")),
            "{target} is missing"
        );
    }
    let ids: BTreeSet<&str> = values(&parts["word/_rels/document.xml.rels"], "Id=\"")
        .into_iter()
        .collect();
    for used in values(&parts["word/document.xml"], "r:id=\"") {
        assert!(ids.contains(used), "{used} leads nowhere");
    }
}

#[test]
fn property_elements_keep_the_order_that_word_demands() {
    let orders: &[(&str, &[&str])] = &[
        (
            "w:pPr",
            &[
                "w:pStyle",
                "w:keepNext",
                "w:keepLines",
                "w:pageBreakBefore",
                "w:framePr",
                "w:widowControl",
                "w:numPr",
                "w:pBdr",
                "w:shd",
                "w:tabs",
                "w:spacing",
                "w:ind",
                "w:contextualSpacing",
                "w:jc",
                "w:outlineLvl",
                "w:rPr",
                "w:sectPr",
            ],
        ),
        (
            "w:rPr",
            &[
                "w:rStyle",
                "w:rFonts",
                "w:b",
                "w:bCs",
                "w:i",
                "w:iCs",
                "w:caps",
                "w:noProof",
                "w:color",
                "w:sz",
                "w:szCs",
                "w:shd",
                "w:vertAlign",
                "w:lang",
            ],
        ),
        (
            "w:tblPr",
            &[
                "w:tblStyle",
                "w:tblW",
                "w:jc",
                "w:tblInd",
                "w:tblBorders",
                "w:shd",
                "w:tblLayout",
                "w:tblCellMar",
                "w:tblLook",
            ],
        ),
        (
            "w:tcPr",
            &[
                "w:tcW",
                "w:gridSpan",
                "w:vMerge",
                "w:tcBorders",
                "w:shd",
                "w:vAlign",
            ],
        ),
        ("w:tblCellMar", &["w:top", "w:left", "w:bottom", "w:right"]),
        (
            "w:sectPr",
            &[
                "w:headerReference",
                "w:footerReference",
                "w:type",
                "w:pgSz",
                "w:pgMar",
                "w:pgNumType",
                "w:cols",
                "w:titlePg",
            ],
        ),
        (
            "w:style",
            &[
                "w:name",
                "w:basedOn",
                "w:next",
                "w:uiPriority",
                "w:qFormat",
                "w:pPr",
                "w:rPr",
                "w:tblPr",
            ],
        ),
        (
            "w:lvl",
            &[
                "w:start",
                "w:numFmt",
                "w:lvlText",
                "w:lvlJc",
                "w:pPr",
                "w:rPr",
            ],
        ),
        (
            "w:settings",
            &[
                "w:zoom",
                "w:defaultTabStop",
                "w:characterSpacingControl",
                "w:updateFields",
                "w:footnotePr",
                "w:compat",
                "m:mathPr",
                "w:themeFontLang",
                "w:decimalSymbol",
                "w:listSeparator",
            ],
        ),
    ];
    let mut seen = BTreeSet::new();
    for (name, xml) in SAMPLE.iter().filter(|(_, xml)| !xml.is_empty()) {
        for (element, inside) in children(xml) {
            if let Some((_, order)) = orders.iter().find(|(known, _)| *known == element) {
                seen.insert(element.clone());
                let places: Vec<usize> = inside
                    .iter()
                    .map(|child| {
                        let place = order.iter().position(|known| known == child);
                        place.unwrap_or_else(|| panic!("{child} in {element} of {name}"))
                    })
                    .collect();
                assert!(
                    places.is_sorted_by(|a, b| a < b),
                    "{element} of {name}: {inside:?}"
                );
            }
            if element == "w:tc" {
                assert_eq!(
                    inside.last().map(String::as_str),
                    Some("w:p"),
                    "a cell ends with a paragraph"
                );
            }
        }
    }
    assert_eq!(
        seen.len(),
        orders.len(),
        "the sample has each of the elements"
    );
}

#[test]
fn front_matter_is_numbered_in_roman_and_the_cover_not_at_all() {
    let body = &SAMPLE["word/document.xml"];
    let sections: Vec<&str> = body.split("<w:sectPr>").skip(1).collect();
    assert_eq!(sections.len(), 4);
    assert!(sections[0].contains("r:id=\"rIdKepala0\""));
    assert!(sections[1].contains("<w:pgNumType w:fmt=\"lowerRoman\" w:start=\"1\"/>"));
    assert!(sections[2].contains("<w:pgNumType w:fmt=\"decimal\" w:start=\"1\"/>"));
    assert!(sections[3].contains("w:orient=\"landscape\""));
}

#[test]
fn the_watermark_lies_in_every_head_and_in_none_of_a_final_document() {
    let mut document = sample::report();
    let drafts = parts(&write_docx(&document).unwrap());
    let heads = |parts: &BTreeMap<String, String>| {
        parts
            .iter()
            .filter(|(name, _)| name.contains("header"))
            .map(|(_, xml)| xml.contains("RANCANGAN"))
            .collect::<Vec<_>>()
    };
    assert_eq!(heads(&drafts), [true, true, true]);
    document.meta.watermark = None;
    assert_eq!(
        heads(&parts(&write_docx(&document).unwrap())),
        [false, false, false]
    );
}

#[test]
fn properties_carry_the_documents_own_date() {
    let core = &SAMPLE["docProps/core.xml"];
    assert!(core.contains(">2024-02-29T00:00:00Z</dcterms:created>"));
    assert!(core.contains("<cp:keywords>LKjIP; SAKIP</cp:keywords>"));
}

#[test]
fn hostile_text_stays_text_in_every_part() {
    let hostile = "<w:p/>&amp;\"'\u{0}\u{1b}\u{fffe}]]>😀\u{202e}";
    let mut document = sample::report();
    let meta = &mut document.meta;
    for field in [
        &mut meta.title,
        &mut meta.author,
        &mut meta.subject,
        &mut meta.running_head,
        &mut meta.running_foot,
    ] {
        field.push_str(hostile);
    }
    meta.watermark = Some(hostile.to_owned());
    document
        .blocks
        .insert(1, sample::heading(1, Some(hostile), hostile));
    document.blocks.push(Block::Formula(Formula {
        math: math::Math::Words(hostile.to_owned()),
        alt: String::new(),
    }));
    let parts = parts(&write_docx(&document).unwrap());
    for xml in parts.values().filter(|xml| !xml.is_empty()) {
        children(xml);
        assert!(!xml.contains('\u{1b}') && !xml.contains('\u{fffe}'));
    }
    assert!(run_text(&parts["word/document.xml"]).contains("<w:p/>&amp;\"']]>😀"));
}

#[test]
fn a_small_document_is_written_so() {
    let document = of_blocks(vec![
        sample::heading(1, Some("BAB I"), "PENDAHULUAN"),
        Block::Paragraph(Paragraph::body(vec![
            Inline::text("Nilai "),
            sample::value("88,31", "ikm"),
            Inline::Footnote(sample::text("Survei.")),
            Inline::text(", lihat "),
            Inline::Reference("tabel-ikm".to_owned()),
            Inline::text("."),
        ])),
        Block::Table(sample::table(1)),
    ]);
    insta::assert_snapshot!(
        body_of(&document)
            .replace("<w:p>", "\n<w:p>")
            .replace("<w:tr>", "\n<w:tr>")
    );
}
