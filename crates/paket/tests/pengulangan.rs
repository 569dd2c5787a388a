//! A small workbook that names its parts over and over is refused long before it has filled the memory.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const UTAMA: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const HUBUNGAN: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PAKET: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A workbook with one sheet part that bears all of `nama`, and the shared texts given.
fn buku(nama: &[String], lembar: &str, bersama: &str) -> Vec<u8> {
    let sheets: String = nama
        .iter()
        .enumerate()
        .map(|(i, nama)| format!(r#"<sheet name="{nama}" sheetId="{}" r:id="rId1"/>"#, i + 1))
        .collect();
    let isi = [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#.to_owned(),
        ),
        (
            "_rels/.rels",
            format!(r#"<Relationships xmlns="{PAKET}"><Relationship Id="rId1" Type="{HUBUNGAN}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ),
        (
            "xl/workbook.xml",
            format!(r#"<workbook xmlns="{UTAMA}" xmlns:r="{HUBUNGAN}"><sheets>{sheets}</sheets></workbook>"#),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(r#"<Relationships xmlns="{PAKET}"><Relationship Id="rId1" Type="{HUBUNGAN}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{HUBUNGAN}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"<worksheet xmlns="{UTAMA}"><sheetData>{lembar}</sheetData></worksheet>"#),
        ),
        (
            "xl/sharedStrings.xml",
            format!(r#"<sst xmlns="{UTAMA}">{bersama}</sst>"#),
        ),
    ];
    let mut arsip = ZipWriter::new(Cursor::new(Vec::new()));
    for (nama, teks) in isi {
        arsip
            .start_file(nama, SimpleFileOptions::default())
            .expect("started");
        arsip.write_all(teks.as_bytes()).expect("written");
    }
    arsip.finish().expect("finished").into_inner()
}

fn pesan(bita: &[u8]) -> String {
    let galat = paket::read_workbook("paket.xlsx", bita).expect_err("ditolak");
    galat
        .iter()
        .map(|g| format!("{} {} {}\n", g.kode, g.pesan, g.cuplikan))
        .collect()
}

#[test]
fn one_sheet_under_many_names_is_not_read_again_and_again() {
    // Digits that look random compress badly, so that each reading costs its share of the allowance.
    let mut benih: u64 = 1;
    let mut lembar = String::new();
    for baris in 1..=30_000 {
        benih = benih
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let _ = write!(
            lembar,
            r#"<row r="{baris}"><c r="A{baris}"><v>{}</v></c></row>"#,
            benih >> 40
        );
    }
    let nama: Vec<String> = std::iter::once("satker".to_owned())
        .chain((0..400).map(|i| format!("l{i}")))
        .collect();
    let pesan = pesan(&buku(&nama, &lembar, ""));
    assert!(pesan.contains("diminta berulang-ulang"), "{pesan}");
}

#[test]
fn one_long_text_in_very_many_cells_is_counted_each_time() {
    let teks: String = (0..9_000u32)
        .map(|i| char::from(b'a' + u8::try_from(i * 7 % 26).unwrap_or(0)))
        .collect();
    let lembar: String = (1..=20_000)
        .map(|b| format!(r#"<row r="{b}"><c r="A{b}" t="s"><v>0</v></c></row>"#))
        .collect();
    let bersama = format!("<si><t>{teks}</t></si>");
    let pesan = pesan(&buku(&["satker".to_owned()], &lembar, &bersama));
    assert!(pesan.contains("buku-kerja-terlalu-besar"), "{pesan}");
}

#[test]
fn one_cell_far_out_in_very_many_rows_is_counted_with_the_room_before_it() {
    let lembar: String = (1..=40_000)
        .map(|b| format!(r#"<row r="{b}"><c r="GR{b}"><v>1</v></c></row>"#))
        .collect();
    let pesan = pesan(&buku(&["satker".to_owned()], &lembar, ""));
    assert!(pesan.contains("buku-kerja-terlalu-besar"), "{pesan}");
}

#[test]
fn a_wide_heading_over_very_many_short_rows_is_counted_too() {
    let kepala: String = (0..200u8)
        .map(|k| {
            let (a, b) = (k / 26, k % 26);
            let huruf = |n: u8| char::from(b'A' + n);
            let kolom = if a == 0 {
                huruf(b).to_string()
            } else {
                format!("{}{}", huruf(a - 1), huruf(b))
            };
            format!(r#"<c r="{kolom}1"><v>{k}</v></c>"#)
        })
        .collect();
    let isi: String = (2..=40_000)
        .map(|b| format!(r#"<row r="{b}"><c r="A{b}"><v>1</v></c></row>"#))
        .collect();
    let lembar = format!(r#"<row r="1">{kepala}</row>{isi}"#);
    let pesan = pesan(&buku(&["satker".to_owned()], &lembar, ""));
    assert!(pesan.contains("buku-kerja-terlalu-besar"), "{pesan}");
}
