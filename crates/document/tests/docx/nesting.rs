//! Any tree of blocks.

use document::*;
use proptest::prelude::{Just, Strategy, prop_oneof};

use crate::reading::*;
use crate::sample;

/// Blocks of any kind in one another, tables with cells of any span.
fn any_blocks() -> impl Strategy<Value = Vec<Block>> {
    let cell =
        (1..5_u16, 0..4_u16).prop_map(|(across, down)| Cell::text("sel").across(across).down(down));
    let row = proptest::collection::vec(cell, 0..5).prop_map(Row::new);
    let rows = proptest::collection::vec(row, 0..5);
    let column = TableColumn {
        width: 1,
        align: Align::Left,
    };
    let table = (0..4_usize, rows.clone(), rows, proptest::bool::ANY).prop_map(
        move |(columns, head, body, captioned)| {
            let caption = captioned.then(|| sample::text("judul"));
            Block::Table(Table {
                columns: vec![column; columns],
                head,
                body,
                caption,
                ..Table::default()
            })
        },
    );
    let section = Section {
        numbering: PageNumbering::Arabic,
        restart: false,
        landscape: true,
    };
    let leaf = prop_oneof![
        table,
        Just(sample::body("isi")),
        Just(sample::heading(1, None, "bab")),
        Just(Block::PageBreak),
        Just(Block::Space(u16::MAX)),
        Just(Block::Section(section)),
        Just(Block::Contents(ContentsKind::Tables)),
    ];
    let block = leaf.prop_recursive(4, 24, 4, |inner| {
        let blocks = proptest::collection::vec(inner, 0..4);
        let list = |items| {
            Block::List(List {
                marker: Marker::Letter,
                items,
            })
        };
        let columns = |all: Vec<Vec<Block>>| {
            all.into_iter()
                .map(|blocks| Column { width: 0, blocks })
                .collect()
        };
        let callout = |blocks| Callout {
            kind: CalloutKind::Note,
            title: String::new(),
            blocks,
        };
        prop_oneof![
            proptest::collection::vec(blocks.clone(), 0..3).prop_map(list),
            proptest::collection::vec(blocks.clone(), 0..3)
                .prop_map(move |all| Block::Columns(columns(all))),
            blocks.prop_map(move |blocks| Block::Callout(callout(blocks))),
        ]
    });
    proptest::collection::vec(block, 0..5)
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]
    #[test]
    fn any_nesting_of_blocks_is_a_body_that_word_accepts(blocks in any_blocks()) {
        let body = body_of(&of_blocks(blocks));
        for (element, inside) in children(&body) {
            let last = inside.last().map(String::as_str);
            match element.as_str() {
                "w:tc" => proptest::prop_assert_eq!(last, Some("w:p")),
                "w:tr" => proptest::prop_assert_eq!(last, Some("w:tc")),
                "w:tbl" => proptest::prop_assert_eq!(last, Some("w:tr")),
                "w:body" => proptest::prop_assert_eq!(last, Some("w:sectPr")),
                _ => {}
            }
        }
        // Two tables that touch would become one, and a table at the end of a body is not allowed.
        proptest::prop_assert!(!body.contains("</w:tbl><w:tbl>") && !body.contains("</w:tbl><w:sectPr>"));
    }
}
