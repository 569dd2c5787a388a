//! Claims about the DOCX writer, made on the parts of the package that Word would open.
#![cfg(feature = "docx")]
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod sample;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::sync::LazyLock;

use document::docx::{DocxError, write_docx};
use document::*;
use quick_xml::Reader;
use quick_xml::events::Event;

/// The parts of a package by name.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name.ends_with(".xml") || name.ends_with(".rels") {
            parts.insert(name, String::from_utf8(content).unwrap());
        } else {
            parts.insert(name, String::new());
        }
    }
    parts
}

/// The parts of the sample, whose charts take a while to draw without optimisation.
static SAMPLE: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| parts(&write_docx(&sample::report()).unwrap()));

fn body_of(document: &Document) -> String {
    parts(&write_docx(document).unwrap())
        .remove("word/document.xml")
        .unwrap()
}

fn of_blocks(blocks: Vec<Block>) -> Document {
    Document {
        blocks,
        ..Document::default()
    }
}

/// Every element of a part with its children, for claims about their order.
fn children(xml: &str) -> Vec<(String, Vec<String>)> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<(String, Vec<String>)> = vec![("".to_owned(), vec![])];
    let mut done = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                tag.attributes()
                    .for_each(|attribute| drop(attribute.unwrap()));
                open.last_mut().unwrap().1.push(name.clone());
                open.push((name, vec![]));
            }
            Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                tag.attributes()
                    .for_each(|attribute| drop(attribute.unwrap()));
                open.last_mut().unwrap().1.push(name.clone());
                done.push((name, vec![]));
            }
            Event::End(_) => done.push(open.pop().unwrap()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "an element stays open");
    done
}

/// The text of the runs, unescaped, and any text outside them.
fn run_text(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    let (mut text, mut inside) = (String::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => inside = tag.name().as_ref() == "w:t",
            Event::End(_) => inside = false,
            Event::Text(words) if inside => text.push_str(&words),
            Event::GeneralRef(reference) if inside => {
                let character = reference.resolve_char_ref().unwrap();
                let known =
                    quick_xml::escape::resolve_predefined_entity(&reference).map(str::to_owned);
                text.push_str(&character.map(String::from).or(known).unwrap());
            }
            Event::Eof => return text,
            _ => {}
        }
    }
}

fn figure(picture: Picture) -> Figure {
    Figure {
        anchor: None,
        caption: sample::text("Kantor"),
        image: Image::Picture(picture),
        alt: "Kantor".to_owned(),
        source: None,
    }
}

/// Whether XML can carry the character at all.
fn carried(character: &char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

fn values<'x>(xml: &'x str, before: &str) -> Vec<&'x str> {
    xml.split(before)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

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
fn header_rows_repeat_and_rows_stay_whole() {
    let body = body_of(&of_blocks(vec![Block::Table(sample::table(5))]));
    assert_eq!(body.matches("<w:tblHeader/>").count(), 2);
    assert_eq!(
        body.matches("<w:cantSplit/>").count(),
        body.matches("<w:tr>").count()
    );
}

#[test]
fn a_row_fills_the_grid_however_its_cells_span() {
    let body = body_of(&of_blocks(vec![Block::Table(sample::table(2))]));
    for row in body.split("<w:tr>").skip(1) {
        let row = row.split("</w:tr>").next().unwrap();
        let spans: usize = values(row, "<w:gridSpan w:val=\"")
            .iter()
            .map(|span| span.parse::<usize>().unwrap() - 1)
            .sum();
        assert_eq!(row.matches("<w:tc>").count() + spans, 4);
    }
    assert_eq!(body.matches("<w:vMerge w:val=\"restart\"/>").count(), 2);
    assert_eq!(body.matches("<w:vMerge/>").count(), 2);
}

#[test]
fn a_table_whose_cells_do_not_fit_loses_no_word() {
    let cells = |count| {
        (0..count)
            .map(|at| Cell::text(format!("sel{at}")))
            .collect()
    };
    let odd = Table {
        columns: vec![TableColumn {
            width: 1,
            align: Align::Left,
        }],
        head: vec![Row::new(vec![Cell::text("kepala").across(9).down(9)])],
        body: vec![
            Row::new(cells(3)),
            Row::new(vec![]),
            Row::new(vec![Cell::text("panjang").down(0).across(0)]),
        ],
        ..Table::default()
    };
    let text = run_text(&body_of(&of_blocks(vec![Block::Table(odd)])));
    assert_eq!(text, "kepalasel0sel1sel2panjang");
}

#[test]
fn every_picture_has_alternative_text_and_an_id_of_its_own() {
    let body = &SAMPLE["word/document.xml"];
    let pictures = values(&body, "<wp:docPr id=\"");
    assert_eq!(pictures.len(), 3);
    assert_eq!(pictures.iter().collect::<BTreeSet<_>>().len(), 3);
    assert_eq!(
        values(&body, "\" descr=\"")
            .iter()
            .filter(|alt| alt.is_empty())
            .count(),
        0
    );
    assert!(body.contains("descr=\"Loket dengan &quot;petugas&quot;\""));
}

#[test]
fn a_picture_keeps_its_proportions() {
    let body = body_of(&of_blocks(vec![Block::Figure(figure(sample::picture()))]));
    let width: u64 = values(&body, "<wp:extent cx=\"")[0].parse().unwrap();
    let height: u64 = values(&body, "\" cy=\"")[0].parse().unwrap();
    assert_eq!(width * 3 / 4, height);
}

#[test]
fn a_broken_picture_is_refused_by_its_description() {
    let broken = Picture {
        bytes: vec![1, 2, 3],
        format: PictureFormat::Jpeg,
        alt: "Kantor".to_owned(),
    };
    let refused = write_docx(&of_blocks(vec![Block::Figure(figure(broken))])).unwrap_err();
    assert!(matches!(refused, DocxError::Picture(alt) if alt == "Kantor"));
}

#[test]
fn references_resolve_to_numbers_and_to_bookmarks_that_exist() {
    let body = &SAMPLE["word/document.xml"];
    let bookmarks: BTreeSet<&str> = body
        .split("<w:bookmarkStart ")
        .skip(1)
        .map(|start| {
            start
                .split("w:name=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
        })
        .collect();
    let fields = values(&body, "<w:instrText xml:space=\"preserve\"> ");
    let targets: Vec<&str> = fields
        .iter()
        .filter_map(|field| {
            field
                .strip_prefix("REF ")
                .or_else(|| field.strip_prefix("PAGEREF "))
        })
        .map(|field| field.split(' ').next().unwrap())
        .collect();
    assert_eq!(targets.len(), 2 + 5 + 2 + 2);
    assert!(targets.iter().all(|target| bookmarks.contains(target)));
    let text = run_text(&body);
    assert!(text.contains("(Tabel 1 dan Gambar 1)"));
    assert!(text.contains("Tabel 1. Capaian kinerja"));
    let ids = values(&body, "<w:bookmarkStart w:id=\"");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

#[test]
fn a_reference_that_leads_nowhere_is_seen() {
    let lost = Paragraph::body(vec![Inline::Reference("hilang".to_owned())]);
    let body = body_of(&of_blocks(vec![Block::Paragraph(lost)]));
    assert!(run_text(&body).contains("rujukan tidak dikenal: hilang"));
    assert!(body.contains("<w:rStyle w:val=\"Gap\"/>"));
}

#[test]
fn a_reference_to_a_heading_says_its_number() {
    let heading = Heading {
        level: 2,
        number: Some("A.".to_owned()),
        content: sample::text("Umum"),
        anchor: Some("umum".to_owned()),
        listed: true,
    };
    let words = Paragraph::body(vec![
        Inline::text("lihat "),
        Inline::Reference("umum".to_owned()),
    ]);
    let body = body_of(&of_blocks(vec![
        Block::Paragraph(words),
        Block::Heading(heading),
    ]));
    assert_eq!(run_text(&body), "lihat AA.Umum");
    assert!(body.contains(" REF _RefJudul00001 \\h "));
    assert_eq!(body.matches("w:name=\"_RefJudul00001\"").count(), 1);
}

#[test]
fn amounts_in_a_narrow_table_are_set_smaller_instead_of_broken() {
    let wide = Table {
        columns: vec![
            TableColumn {
                width: 1,
                align: Align::Right
            };
            8
        ],
        body: vec![Row::new(
            (0..8).map(|_| Cell::text("123.456.789")).collect(),
        )],
        ..Table::default()
    };
    let body = body_of(&of_blocks(vec![Block::Table(wide)]));
    assert_eq!(
        body.matches("<w:pStyle w:val=\"TableTextSmall\"/>").count(),
        8
    );
}

#[test]
fn a_total_does_not_begin_a_page_alone() {
    let body = body_of(&of_blocks(vec![Block::Table(Table {
        source: None,
        ..sample::table(40)
    })]));
    let rows: Vec<&str> = body.split("<w:tr>").skip(1).collect();
    let kept: Vec<bool> = rows
        .iter()
        .map(|row| row.contains("<w:keepNext/>"))
        .collect();
    let last = rows.len() - 1;
    assert_eq!(
        (kept[1], kept[2], kept[3], kept[last - 1], kept[last]),
        (true, true, false, true, false)
    );
}

#[test]
fn each_numbered_list_begins_anew() {
    let list = List {
        marker: Marker::Decimal,
        items: vec![vec![sample::body("satu")], vec![sample::body("dua")]],
    };
    let document = of_blocks(vec![Block::List(list.clone()), Block::List(list)]);
    let parts = parts(&write_docx(&document).unwrap());
    assert_eq!(
        values(&parts["word/document.xml"], "<w:numId w:val=\""),
        ["1", "1", "2", "2"]
    );
    assert_eq!(
        parts["word/numbering.xml"]
            .matches("<w:startOverride w:val=\"1\"/>")
            .count(),
        2
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
fn the_contents_list_what_is_to_be_listed_and_word_brings_them_up_to_date() {
    let parts = &SAMPLE;
    let body = &parts["word/document.xml"];
    assert!(body.contains(" TOC \\o &quot;1-3&quot; \\h \\z \\u "));
    let listed: Vec<String> = body
        .split("<w:pStyle w:val=\"TOC")
        .skip(1)
        .map(|line| {
            line.split_once("<w:hyperlink")
                .unwrap()
                .1
                .split("<w:tab/>")
                .next()
                .unwrap()
        })
        .map(|words| run_text(&format!("<w:hyperlink{words}")))
        .collect();
    assert_eq!(
        listed,
        [
            "KATA PENGANTAR",
            "BAB I PENDAHULUAN",
            "A. Gambaran umum",
            "1. Cara menghitung",
            "LAMPIRAN RINCIAN"
        ]
    );
    assert!(body.contains("<w:pStyle w:val=\"Unlisted1\"/>"));
    assert!(parts["word/settings.xml"].contains("<w:updateFields w:val=\"true\"/>"));
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

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]
    #[test]
    fn any_text_in_any_inline_comes_back_from_the_xml(words in "(?s:.*)", kind in 0..5) {
        let inner = sample::text(&words);
        let inline = match kind {
            0 => Inline::Text(words.clone()),
            1 => Inline::Strong(inner),
            2 => Inline::Emphasis(inner),
            3 => Inline::Value { text: words.clone(), key: "k".to_owned() },
            _ => Inline::Gap { text: words.clone(), reason: String::new(), key: None },
        };
        let body = body_of(&of_blocks(vec![Block::Paragraph(Paragraph::body(vec![inline]))]));
        proptest::prop_assert_eq!(run_text(&body), words.chars().filter(carried).collect::<String>());
    }
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
