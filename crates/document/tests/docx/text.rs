//! Pictures, references, lists and running text.

use std::collections::BTreeSet;

use document::docx::{DocxError, write_docx};
use document::*;

use crate::reading::*;
use crate::sample;

#[test]
fn every_picture_has_alternative_text_and_an_id_of_its_own() {
    let body = &SAMPLE["word/document.xml"];
    let pictures = values(body, "<wp:docPr id=\"");
    assert_eq!(pictures.len(), 3);
    assert_eq!(pictures.iter().collect::<BTreeSet<_>>().len(), 3);
    assert_eq!(
        values(body, "\" descr=\"")
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
    let fields = values(body, "<w:instrText xml:space=\"preserve\"> ");
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
    let text = run_text(body);
    assert!(text.contains("(Tabel 1 dan Gambar 1)"));
    assert!(text.contains("Tabel 1. Capaian kinerja"));
    let ids = values(body, "<w:bookmarkStart w:id=\"");
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
