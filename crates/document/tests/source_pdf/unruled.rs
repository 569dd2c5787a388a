//! Tables without ruling lines, and text that only looks like one.

use super::drawn::file;
use super::{grids, paragraphs, pdf, row};

fn at(x: u32, y: u32, words: &str) -> String {
    format!("BT /F 11 Tf {x} {y} Td ({words}) Tj ET\n")
}

/// Rows of cells at the given distances from the left.
fn rows(top: u32, xs: &[u32], rows: &[&[&str]]) -> String {
    let mut out = String::new();
    for (y, cells) in (0..).map(|i| top - 18 * i).zip(rows) {
        for (x, words) in xs.iter().zip(*cells) {
            out.push_str(&at(*x, y, words));
        }
    }
    out
}

#[test]
fn figures_in_strips_are_a_table_without_lines() {
    let table: &[&[&str]] = &[
        &["Uraian", "Target", "Realisasi", "Capaian"],
        &["Paspor baru terbit", "1.200", "1.260", "105,00"],
        &["Izin tinggal", "300", "285", "95,00"],
        &["Penyuluhan hukum", "24", "30", "125,00"],
        &["Jumlah seluruh layanan", "1.524", "1.575", "103,35"],
    ];
    let content = at(72, 760, "Tabel 1. Layanan tahun 2023")
        + &rows(736, &[72, 240, 300, 380], table)
        + &at(
            72,
            620,
            "Seluruh layanan naik dibandingkan dengan tahun sebelumnya.",
        );
    let source = pdf(&file(&[&content]));
    let grids = grids(&source);
    assert_eq!(grids.len(), 1);
    assert_eq!((grids[0].rows, grids[0].columns), (5, 4));
    for (at, cells) in table.iter().enumerate() {
        assert_eq!(row(grids[0], at), *cells);
    }
    assert_eq!(
        paragraphs(&source),
        [
            "Tabel 1. Layanan tahun 2023",
            "Seluruh layanan naik dibandingkan dengan tahun sebelumnya."
        ]
    );
}

#[test]
fn a_label_on_two_lines_stays_in_its_row() {
    let content = rows(
        760,
        &[72, 300, 380],
        &[
            &["Indeks kepuasan masyarakat", "3,25", "3,93"],
            &["Indeks pengamanan", "3,14", "3,58"],
            &["Persentase pengaduan yang selesai", "90,00", "95,20"],
        ],
    ) + &at(72, 711, "tepat waktu");
    let source = pdf(&file(&[&content]));
    let grids = grids(&source);
    assert_eq!(grids.len(), 1);
    assert_eq!(
        row(grids[0], 2),
        [
            "Persentase pengaduan yang selesai tepat waktu",
            "90,00",
            "95,20"
        ]
    );
}

#[test]
fn running_text_with_many_figures_is_no_table() {
    let lines = [
        "Realisasi tahun 2021 sebesar 3,61 indeks, tahun 2022 sebesar 3,98 indeks, dan tahun 2023 3,93",
        "indeks, sedangkan targetnya 3,15 pada tahun 2021, 3,20 pada tahun 2022, dan 3,25 untuk 2023",
        "sehingga capaiannya 114,60 persen, 124,38 persen, dan 120,92 persen menurut urutan tahun itu",
        "dengan responden 640 orang pada 2021, 655 orang pada 2022, dan 702 orang pada tahun 2023.",
    ];
    let content: String = (0..)
        .zip(lines)
        .map(|(i, line)| at(72, 760 - 14 * i, line))
        .collect();
    let source = pdf(&file(&[&content]));
    assert!(grids(&source).is_empty());
    assert_eq!(paragraphs(&source), [lines.join(" ")]);
}
