//! Whatever an office types, it becomes a PDF.

#![cfg(feature = "pdf")]

mod common;

use common::paragraph;
use document::chart::{Chart, TreeNode};
use document::math::Math;
use document::pdf::{PdfOptions, write_pdf};
use document::*;
use proptest::prelude::*;

fn document(words: &str) -> Document {
    let owned = || words.to_owned();
    let text = || vec![Inline::Text(owned())];
    let chart = Chart::Tree(TreeNode {
        title: owned(),
        note: owned(),
        children: vec![],
    });
    Document {
        meta: Meta {
            title: owned(),
            author: owned(),
            subject: owned(),
            keywords: vec![owned()],
            date: Some(jiff::civil::date(2024, 1, 31)),
            running_head: owned(),
            running_foot: owned(),
            watermark: Some(owned()),
        },
        cover: Some(Cover {
            title: vec![owned()],
            period: owned(),
            ..Cover::default()
        }),
        blocks: vec![
            Block::Heading(Heading {
                level: 1,
                number: Some(owned()),
                content: text(),
                anchor: Some(owned()),
                listed: true,
            }),
            Block::Contents(ContentsKind::Headings),
            paragraph(words),
            Block::Paragraph(Paragraph::body(vec![
                Inline::Reference(owned()),
                Inline::Footnote(text()),
                Inline::Emphasis(text()),
            ])),
            Block::Table(Table {
                caption: Some(text()),
                head: vec![common::row(&[words, "b"])],
                body: vec![common::row(&[words])],
                ..Table::default()
            }),
            Block::Formula(Formula {
                math: Math::Fraction(
                    Box::new(Math::Words(owned())),
                    Box::new(Math::Operator(owned())),
                ),
                alt: owned(),
            }),
            Block::Figure(Figure {
                anchor: None,
                caption: text(),
                image: Image::Chart(chart),
                alt: owned(),
                source: None,
            }),
        ],
        attachments: vec![Attachment {
            name: owned(),
            media_type: owned(),
            description: owned(),
            bytes: vec![],
        }],
        ..Document::default()
    }
}

/// Each case sets a whole document; a few in every run find over time what many in one would.
const CASES: u32 = 6;

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_becomes_a_pdf(words in any::<String>()) {
        let result = write_pdf(&document(&words), &PdfOptions::default());
        prop_assert!(result.is_ok(), "{:?}: {}", words, result.expect_err("checked"));
    }
}

#[test]
fn known_troublemakers_become_a_pdf() {
    let troublemakers = [
        "A\u{20d0}",
        "\u{fffd}",
        "e\u{301}",
        "\u{feff}",
        "\u{fffe}",
        "\u{10ffff}",
        "\u{e000}",
        "\u{0}",
        "\u{85}",
        "\u{2028}",
        "\u{645}\u{631}\u{62d}",
        "\u{1f469}\u{200d}\u{1f4bb}",
        "\u{202e}abc",
        "\u{ad}",
        "\u{200b}",
        "fi ffl",
    ];
    for words in [
        "",
        " ",
        "\u{ad}",
        &troublemakers.join(" "),
        &troublemakers.concat(),
    ] {
        let result = write_pdf(&document(words), &PdfOptions::default());
        assert!(
            result.is_ok(),
            "{words:?}: {}",
            result.expect_err("checked")
        );
    }
}

#[test]
fn any_single_character_of_the_first_planes_becomes_a_pdf() {
    // All at once: a character that spoils the archive spoils it in company too.
    let words: String = (0..0x3_0000_u32)
        .step_by(11)
        .filter_map(char::from_u32)
        .collect();
    let document = Document {
        blocks: vec![paragraph(&words)],
        ..Document::default()
    };
    let result = write_pdf(&document, &PdfOptions::default());
    assert!(result.is_ok(), "{}", result.expect_err("checked"));
}
