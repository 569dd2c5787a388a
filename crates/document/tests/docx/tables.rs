//! Tables.

use document::*;

use crate::reading::*;
use crate::sample;

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
