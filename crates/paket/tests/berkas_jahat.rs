//! Hostile and odd workbooks are refused before they are parsed, with a message.

mod alat;

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;

use alat::{cocok, contoh};
use proptest::prelude::*;
use rust_xlsxwriter::{Formula, Workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A file in a folder of its own.
struct Berkas {
    _dir: tempfile::TempDir,
    jalur: PathBuf,
}

fn berkas(nama: &str, isi: &[u8]) -> Berkas {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let jalur = dir.path().join(nama);
    fs::write(&jalur, isi).expect("written");
    Berkas { _dir: dir, jalur }
}

fn periksa(snapshot: &str, nama: &str, isi: &[u8]) {
    let berkas = berkas(nama, isi);
    cocok(snapshot, &alat::pesan(&berkas.jalur));
}

/// The example package as a workbook.
fn sehat() -> Vec<u8> {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let jalur = dir.path().join("paket.xlsx");
    let mentah = paket::read_mentah(&contoh("kantor-contoh")).expect("readable");
    paket::write_xlsx(&mentah, &jalur, false).expect("written");
    fs::read(jalur).expect("readable")
}

/// The sound workbook with further entries; an entry of the same name is replaced.
fn dengan(tambahan: &[(&str, &[u8])]) -> Vec<u8> {
    let mut lama = ZipArchive::new(Cursor::new(sehat())).expect("a zip");
    let mut baru = ZipWriter::new(Cursor::new(Vec::new()));
    for nomor in 0..lama.len() {
        let bagian = lama.by_index_raw(nomor).expect("an entry");
        let nama = bagian.name().expect("a name").into_owned();
        if tambahan.iter().all(|(lain, _)| *lain != nama) {
            baru.raw_copy_file(bagian).expect("copied");
        }
    }
    let cara = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (nama, isi) in tambahan {
        baru.start_file(*nama, cara).expect("started");
        baru.write_all(isi).expect("written");
    }
    baru.finish().expect("finished").into_inner()
}

#[test]
fn the_sound_workbook_passes_the_gate() {
    let hukum = hukum::Hukum::bawaan().expect("the data of the law are sound");
    let berkas = berkas("paket.xlsx", &dengan(&[("docProps/catatan.xml", b"<a/>")]));
    assert!(paket::read(&berkas.jalur, &hukum).is_ok());
}

#[test]
fn formulas_errors_and_inexact_numbers_are_refused() {
    let mut buku = Workbook::new();
    let lembar = buku.add_worksheet().set_name("satker").expect("named");
    for (baris, (kunci, nilai)) in [
        ("kunci", "nilai"),
        ("profil", "kantor-umum"),
        ("tahun", "2024"),
    ]
    .iter()
    .enumerate()
    {
        let baris = u32::try_from(baris).expect("small");
        lembar.write_string(baris, 0, *kunci).expect("written");
        lembar.write_string(baris, 1, *nilai).expect("written");
    }
    let lembar = buku.add_worksheet().set_name("pnbp").expect("named");
    for (kolom, judul) in ["tahun", "target", "realisasi"].iter().enumerate() {
        lembar
            .write_string(0, u16::try_from(kolom).expect("small"), *judul)
            .expect("written");
    }
    lembar.write_number(1, 0, 2024).expect("written");
    lembar
        .write_formula(1, 2, Formula::new("=B2*2").set_result("14"))
        .expect("written");
    let lembar = buku.add_worksheet().set_name("ikpa").expect("named");
    for (kolom, judul) in ["tahun", "komponen", "nilai"].iter().enumerate() {
        lembar
            .write_string(0, u16::try_from(kolom).expect("small"), *judul)
            .expect("written");
    }
    lembar.write_number(1, 0, 2024).expect("written");
    lembar.write_string(1, 1, "nilai").expect("written");
    lembar
        .write_number(1, 2, 0.547_213_595_499_958)
        .expect("written");
    let lembar = buku
        .add_worksheet()
        .set_name("berkas_gambar")
        .expect("named");
    for (baris, isi) in [
        ["kunci", "bagian", "isi"],
        ["gambar/a.png", "1", "%%%"],
        ["../a.png", "1", "AAAA"],
    ]
    .iter()
    .enumerate()
    {
        for (kolom, isi) in isi.iter().enumerate() {
            let (baris, kolom) = (
                u32::try_from(baris).expect("small"),
                u16::try_from(kolom).expect("small"),
            );
            lembar.write_string(baris, kolom, *isi).expect("written");
        }
    }
    periksa(
        "buku-berumus",
        "paket.xlsx",
        &buku.save_to_buffer().expect("a workbook"),
    );
}

#[test]
fn cells_with_errors_or_times_are_refused() {
    const LEMBAR: &[u8] = br#"<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>kunci</t></is></c><c r="B1" t="inlineStr"><is><t>nilai</t></is></c></row>
<row r="2"><c r="A2" t="inlineStr"><is><t>tahun</t></is></c><c r="B2" t="e"><v>#N/A</v></c></row>
<row r="3"><c r="A3" t="inlineStr"><is><t>profil</t></is></c><c r="B3" t="d"><v>PT36H</v></c></row>
</sheetData></worksheet>"#;
    periksa(
        "sel-galat",
        "paket.xlsx",
        &dengan(&[("xl/worksheets/sheet2.xml", LEMBAR)]),
    );
}

#[test]
fn a_cell_far_outside_the_table_does_not_make_a_table_as_large_as_the_sheet() {
    const LEMBAR: &[u8] = br#"<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>
</sheetData></worksheet>"#;
    periksa(
        "sel-jauh",
        "paket.xlsx",
        &dengan(&[("xl/worksheets/sheet2.xml", LEMBAR)]),
    );
}

#[test]
fn macros_are_refused() {
    periksa("makro-xlsm", "paket.xlsm", &sehat());
    periksa(
        "makro-vba",
        "paket.xlsx",
        &dengan(&[("xl/vbaProject.bin", b"x")]),
    );
    let tipe = b"<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>";
    periksa(
        "makro-tipe",
        "paket.xlsx",
        &dengan(&[("[Content_Types].xml", tipe)]),
    );
}

#[test]
fn other_files_under_the_name_of_a_workbook_are_refused() {
    periksa("bukan-xlsx", "paket.xlsx", b"tahun;nilai\n");
    periksa(
        "xls-lama",
        "paket.xlsx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    );
    periksa("jenis-berkas", "paket.ods", b"PK");
    // Something before or after the archive makes one file two.
    periksa(
        "depan",
        "paket.xlsx",
        &[b"GIF89a".as_slice(), &sehat()].concat(),
    );
    periksa(
        "belakang",
        "paket.xlsx",
        &[sehat().as_slice(), b"<html>"].concat(),
    );
    let utuh = sehat();
    periksa("terpotong", "paket.xlsx", &utuh[..utuh.len() / 2]);
}

#[test]
fn bombs_are_refused_by_their_directory() {
    periksa(
        "bom-arsip",
        "paket.xlsx",
        &dengan(&[("xl/media/besar.xml", &vec![b' '; 160 * 1024 * 1024])]),
    );
    periksa(
        "bom-rasio",
        "paket.xlsx",
        &dengan(&[("xl/media/besar.xml", &vec![b' '; 8 * 1024 * 1024])]),
    );
    periksa("arsip-terlalu-banyak", "paket.xlsx", &arsip_palsu(60_000));
    // ZIP64, as an archive of a million entries needs.
    periksa("arsip-zip64", "paket.xlsx", &arsip_palsu(u16::MAX));
    periksa("arsip-salah-hitung", "paket.xlsx", &arsip_palsu(7));
    let besar = berkas("paket.xlsx", b"");
    fs::File::options()
        .write(true)
        .open(&besar.jalur)
        .expect("opened")
        .set_len(64 * 1024 * 1024)
        .expect("sized");
    cocok("buku-terlalu-besar", &alat::pesan(&besar.jalur));
}

/// A start and an end record that claims `cacah` entries.
fn arsip_palsu(cacah: u16) -> Vec<u8> {
    let mut isi = b"PK\x03\x04".to_vec();
    isi.extend(b"PK\x05\x06\0\0\0\0");
    isi.extend(cacah.to_le_bytes());
    isi.extend(cacah.to_le_bytes());
    isi.extend([0; 10]);
    isi
}

#[test]
fn archives_in_the_archive_and_odd_names_are_refused() {
    periksa(
        "bersarang-nama",
        "paket.xlsx",
        &dengan(&[("xl/media/isi.zip", b"x")]),
    );
    periksa(
        "bersarang-isi",
        "paket.xlsx",
        &dengan(&[("xl/media/isi.png", &sehat())]),
    );
    periksa(
        "nama-berbahaya",
        "paket.xlsx",
        &dengan(&[("../../keluar.xml", b"<a/>")]),
    );
}

#[test]
fn document_types_in_xml_are_refused() {
    const XXE: &[u8] = br#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>"#;
    periksa(
        "xxe",
        "paket.xlsx",
        &dengan(&[("xl/worksheets/sheet2.xml", XXE)]),
    );
}

#[test]
fn a_broken_sheet_is_refused_and_never_panics() {
    let hukum = hukum::Hukum::bawaan().expect("the data of the law are sound");
    for isi in [
        b"".as_slice(),
        b"<worksheet",
        b"<worksheet><sheetData><row r=\"0\"><c r=\"A0\"/></row>",
        b"\xff\xfe<",
    ] {
        for bagian in [
            "xl/worksheets/sheet2.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
        ] {
            let berkas = berkas("paket.xlsx", &dengan(&[(bagian, isi)]));
            // Styles may be absent in a sound workbook; everything else must be whole.
            let hasil = paket::read(&berkas.jalur, &hukum);
            assert!(
                hasil.is_err() || bagian.ends_with("styles.xml"),
                "{bagian} {isi:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn a_spoilt_workbook_is_read_or_refused_but_never_panics(
        bagian in prop::sample::select(vec!["xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/workbook.xml"]),
        letak in any::<prop::sample::Index>(),
        baru in prop::collection::vec(any::<u8>(), 0..12),
    ) {
        let mut arsip = ZipArchive::new(Cursor::new(sehat())).expect("a zip");
        let mut isi = Vec::new();
        std::io::copy(&mut arsip.by_name(bagian).expect("an entry"), &mut isi).expect("read");
        let letak = letak.index(isi.len());
        let sampai = (letak + baru.len()).min(isi.len());
        isi.splice(letak..sampai, baru);
        let hukum = hukum::Hukum::bawaan().expect("the data of the law are sound");
        if let Ok(mentah) = paket::read_workbook("paket.xlsx", &dengan(&[(bagian, &isi)])) {
            let _ = paket::interpret(&mentah, &hukum);
        }
    }
}
