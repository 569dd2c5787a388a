//! Our own PDF, read back and held against the tree that it was made from.

use std::collections::HashMap;

use document::pdf::{PdfOptions, write_pdf};
use document::source::{Piece, Source};
use document::*;

use super::common::sample::{long_table, sample};
use super::common::{bars, column, columns, combo, heading, paragraph, row as cells, text};
use super::{bare, grids, paragraphs, pdf, row};

fn through_pdf(document: &Document) -> Source {
    let bytes = write_pdf(document, &PdfOptions::default()).expect("the sample can be written");
    pdf(&bytes)
}

fn report(blocks: Vec<Block>) -> Document {
    Document { blocks, ..sample() }
}

/// Rows of boxed tables in the tree, each as the texts of its filled cells.
fn wanted(document: &Document) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    walk(&document.blocks, &mut |block| {
        if let Block::Table(table) = block
            && table.rules == Rules::Grid
        {
            for row in table.head.iter().chain(&table.body) {
                let texts = row
                    .cells
                    .iter()
                    .map(|cell| bare(&plain_text(&cell.content)));
                rows.push(texts.filter(|text| !text.is_empty()).collect());
            }
        }
    });
    rows
}

#[test]
fn every_cell_of_a_boxed_table_comes_back_beside_the_same_neighbours() {
    let document = sample();
    let source = through_pdf(&document);
    let mut found: HashMap<Vec<String>, usize> = HashMap::new();
    for grid in grids(&source) {
        for at in 0..grid.rows {
            let cells = row(grid, at);
            let texts = cells
                .iter()
                .map(|text| bare(text))
                .filter(|text| !text.is_empty());
            *found.entry(texts.collect()).or_default() += 1;
        }
    }
    for texts in wanted(&document) {
        assert!(
            texts.is_empty() || found.contains_key(&texts),
            "not found as a row: {texts:?}"
        );
    }
}

#[test]
fn a_table_over_many_pages_is_one_and_its_head_stands_once() {
    let source = through_pdf(&report(vec![long_table(200)]));
    let grids = grids(&source);
    assert_eq!(grids.len(), 1);
    let grid = grids[0];
    assert_eq!((grid.rows, grid.columns, grid.head_rows), (201, 3, 1));
    assert_eq!(row(grid, 0), ["No.", "Kegiatan", "Biaya (Rp)"]);
    for n in 1..=200 {
        let texts = row(grid, n);
        assert_eq!(texts[0], n.to_string());
        assert_eq!(texts[2], format!("{n}.000.000"));
    }
    assert!(paragraphs(&source).contains(&"Tabel 1. Daftar kegiatan"));
}

#[test]
fn paragraphs_come_back_whole_in_their_order() {
    let texts: Vec<String> = (1..=60)
        .map(|n| {
            format!(
                "Target indikator ke-{n} adalah 3,{n:02} indeks. Realisasinya mencapai 3,9{n:02} indeks atau \
                 12{n},{n:02}% dari target, naik dibandingkan dengan tahun sebelumnya karena efisiensi dan \
                 perbaikan layanan ke-{n}. Undang-undang nomor {n} dan peraturan perundang-undangan tahun {n} \
                 tetap menjadi pedoman bagi unit {n}."
            )
        })
        .collect();
    let source = through_pdf(&report(texts.iter().map(|text| paragraph(text)).collect()));
    let read: String = paragraphs(&source).iter().map(|text| bare(text)).collect();
    let wanted: String = texts.iter().map(|text| bare(text)).collect();
    assert!(
        read.contains(&wanted),
        "a paragraph lost its words or its place"
    );
    let whole = paragraphs(&source);
    let kept = texts
        .iter()
        .filter(|text| whole.contains(&text.as_str()))
        .count();
    assert!(kept >= 55, "only {kept} of 60 paragraphs are one piece");
}

#[test]
fn headings_are_told_from_the_text_under_them() {
    let source = through_pdf(&report(vec![
        heading(1, Some("BAB III"), "AKUNTABILITAS KINERJA"),
        heading(2, Some("A."), "Capaian Kinerja"),
        paragraph(
            "Capaian kinerja diukur dengan membandingkan realisasi setiap indikator dengan targetnya.",
        ),
    ]));
    let headings: Vec<(u8, &str)> = source
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Heading { level, passage } => Some((*level, passage.text.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(
        headings,
        [
            (1, "BAB III AKUNTABILITAS KINERJA"),
            (2, "A. Capaian Kinerja")
        ]
    );
}

#[test]
fn a_fraction_is_read_as_one() {
    let source = through_pdf(&sample());
    let formulas: Vec<&str> = source
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Formula(passage) => Some(passage.text.as_str()),
            _ => None,
        })
        .collect();
    assert!(
        formulas
            .iter()
            .any(|text| text.contains("\\frac{3{,}93}{3{,}25} \\times 100")),
        "{formulas:?}"
    );
}

#[test]
fn what_repeats_at_the_edge_of_the_page_is_no_text() {
    let source = through_pdf(&report(vec![long_table(200)]));
    let running = source
        .pieces
        .iter()
        .filter(|piece| matches!(piece, Piece::Running(_)))
        .count();
    assert!(running >= 4, "heads and feet of {:?} pages", source.pages);
}

#[test]
fn the_same_bytes_give_the_same_pieces() {
    let bytes = write_pdf(&sample(), &PdfOptions::default()).expect("the sample can be written");
    assert_eq!(pdf(&bytes), pdf(&bytes));
}

#[test]
fn where_a_word_may_be_broken_is_no_letter_of_it() {
    let mut head = vec!["Golongan"];
    head.extend(["Struktural", "Nonstruktural"].repeat(3));
    let table = Table {
        anchor: None,
        caption: Some(text("Pegawai")),
        columns: std::iter::once(column(3, Align::Left))
            .chain(std::iter::repeat_n(column(1, Align::Right), 6))
            .collect(),
        head: vec![cells(&head)],
        body: vec![cells(&["III", "1", "2", "3", "4", "5", "6"])],
        source: None,
        rules: Rules::Grid,
    };
    let source = through_pdf(&report(vec![Block::Table(table)]));
    let grids = grids(&source);
    assert_eq!(row(grids[0], 0), head);
}

#[test]
fn the_words_of_a_chart_are_no_table() {
    for chart in [bars(), columns(), combo()] {
        let figure = Block::Figure(Figure {
            anchor: None,
            caption: text("Nilai menurut unsur"),
            image: Image::Chart(chart),
            alt: "Nilai".to_owned(),
            source: None,
        });
        // Small words are told from the body's, so there must be a body.
        let body = paragraph(&"Nilai setiap unsur tampak pada gambar berikut. ".repeat(20));
        let source = through_pdf(&report(vec![body, figure]));
        assert!(grids(&source).is_empty(), "{:?}", source.pieces);
    }
}
