//! The program as a person runs it.

mod umum;

use std::path::Path;
use std::process::Output;

use serde_json::Value;
use umum::cermat;

fn keluaran(hasil: &Output) -> String {
    String::from_utf8_lossy(&hasil.stdout).into_owned()
}

fn galat(hasil: &Output) -> String {
    String::from_utf8_lossy(&hasil.stderr).into_owned()
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("folder sementara")
}

fn teks(jalur: &Path) -> &str {
    jalur.to_str().expect("jalur berupa teks")
}

const SAMARINDA: &str = "contoh/kanim-samarinda-2023";
const CONTOH: &str = "contoh/kantor-contoh";

#[test]
fn help_is_in_indonesian_and_names_every_command() {
    let bantuan = cermat(&["--bantuan"]);
    assert_eq!(bantuan.status.code(), Some(0));
    let teks = keluaran(&bantuan);
    for kata in [
        "Pemakaian",
        "Perintah",
        "susun",
        "templat",
        "ubah",
        "regulasi",
        "jelaskan",
        "Kode keluar",
    ] {
        assert!(teks.contains(kata), "{kata} tidak ada:\n{teks}");
    }
    for asing in ["Usage", "Commands", "Options", "Print help"] {
        assert!(!teks.contains(asing), "{asing} masih ada:\n{teks}");
    }
    let anak = keluaran(&cermat(&["susun", "--help"]));
    assert!(
        anak.contains("--final") && !anak.contains("Usage") && !anak.contains("Arguments:"),
        "{anak}"
    );
}

#[test]
fn a_wrong_argument_is_named_with_what_was_meant() {
    let hasil = cermat(&["susum", SAMARINDA]);
    assert_eq!(hasil.status.code(), Some(2));
    assert!(
        galat(&hasil).contains("susum") && galat(&hasil).contains("susun"),
        "{}",
        galat(&hasil)
    );
    assert_eq!(cermat(&["susun"]).status.code(), Some(2));
    assert_eq!(
        cermat(&["templat", "x", "--tahun", "dua"]).status.code(),
        Some(2)
    );
}

#[test]
fn a_draft_shows_its_findings_and_writes_every_file() {
    let keluar = folder();
    let hasil = cermat(&[
        "susun",
        SAMARINDA,
        "--tanpa-pdf",
        "--keluar",
        teks(keluar.path()),
    ]);
    assert_eq!(hasil.status.code(), Some(0), "{}", galat(&hasil));
    let terbit = keluar.path();
    let ringkas = keluaran(&hasil);
    for kata in [
        "3,93 indeks",
        "120,92%",
        "97,29%",
        "361,70%",
        "Temuan",
        "Rumpang",
        "lkjip.docx",
    ] {
        assert!(ringkas.contains(kata), "{kata} tidak ada:\n{ringkas}");
    }
    assert!(!ringkas.contains('\u{1b}'), "warna hanya untuk terminal");
    for nama in ["lkjip.docx", "lkjip.html", "fakta.json", "temuan.json"] {
        assert!(
            terbit.join(nama).metadata().is_ok_and(|m| m.len() > 1000),
            "{nama} tidak ditulis"
        );
    }
    let sisa = terbit.read_dir().expect("terbaca").filter(|e| {
        e.as_ref()
            .is_ok_and(|e| e.file_name().to_string_lossy().starts_with('.'))
    });
    assert_eq!(sisa.count(), 0, "berkas sementara tertinggal");
    let fakta: Value = baca_json(&terbit.join("fakta.json"));
    let ikm = fakta["fakta"]
        .as_array()
        .expect("daftar")
        .iter()
        .find(|f| f["kode"] == "ikm.2023.realisasi")
        .expect("ada");
    assert_eq!(
        (
            ikm["nilai"].as_str(),
            ikm["satuan"].as_str(),
            ikm["presisi"].as_u64()
        ),
        (Some("3.93"), Some("indeks"), Some(2))
    );
    let temuan: Value = baca_json(&terbit.join("temuan.json"));
    assert!(
        temuan["ringkasan"]["wajib"]
            .as_u64()
            .is_some_and(|n| n > 10)
    );
}

fn baca_json(jalur: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(jalur).expect("terbaca")).expect("JSON utuh")
}

#[test]
fn a_final_report_is_refused_while_something_is_missing_and_nothing_is_written() {
    let keluar = folder();
    let hasil = cermat(&[
        "susun",
        SAMARINDA,
        "--final",
        "--keluar",
        teks(keluar.path()),
    ]);
    assert_eq!(hasil.status.code(), Some(1));
    for kata in [
        "target-tanpa-realisasi",
        "rumpang",
        "sel-kosong",
        "Perbaikan",
        "Laporan final ditolak",
    ] {
        assert!(galat(&hasil).contains(kata), "{kata} tidak ada");
    }
    assert_eq!(
        keluar.path().read_dir().expect("terbaca").count(),
        0,
        "tidak ada yang boleh ditulis"
    );
}

#[test]
fn the_complete_example_office_reaches_its_final_report() {
    let keluar = folder();
    let hasil = cermat(&[
        "susun",
        CONTOH,
        "--final",
        "--tanpa-pdf",
        "--keluar",
        teks(keluar.path()),
    ]);
    assert_eq!(hasil.status.code(), Some(0), "{}", galat(&hasil));
    let terbit = keluar.path();
    let temuan = baca_json(&terbit.join("temuan.json"));
    assert_eq!(temuan["ringkasan"]["wajib"], 0);
    let html = std::fs::read_to_string(terbit.join("lkjip.html")).expect("terbaca");
    assert!(
        !html.contains("class=\"gap\""),
        "laporan final memuat rumpang"
    );
    assert!(
        html.contains("tidak mengukur waktu layanan"),
        "yang dinyatakan belum tersedia harus disebut alasannya"
    );
    assert!(
        html.contains("Contoh rekaan"),
        "kantor rekaan harus berlabel"
    );
}

#[test]
fn the_same_package_gives_the_same_bytes() {
    let (a, b) = (folder(), folder());
    for keluar in [&a, &b] {
        assert!(
            cermat(&[
                "susun",
                CONTOH,
                "--tanpa-pdf",
                "--keluar",
                teks(keluar.path())
            ])
            .status
            .success()
        );
    }
    for nama in ["lkjip.docx", "lkjip.html", "fakta.json", "temuan.json"] {
        let baca = |f: &tempfile::TempDir| std::fs::read(f.path().join(nama)).expect("terbaca");
        assert!(baca(&a) == baca(&b), "{nama} berbeda");
    }
}

#[test]
fn a_workbook_gives_the_same_report_as_its_folder() {
    let kerja = folder();
    let buku = kerja.path().join("kantor-contoh.xlsx");
    let balik = kerja.path().join("balik");
    for (dari, ke) in [
        (Path::new(CONTOH), buku.as_path()),
        (buku.as_path(), balik.as_path()),
    ] {
        let hasil = cermat(&["ubah", teks(dari), teks(ke)]);
        assert!(hasil.status.success(), "{}", galat(&hasil));
    }
    let nilai = |paket: &Path, nama: &str| {
        let keluar = kerja.path().join(nama);
        let hasil = cermat(&[
            "susun",
            teks(paket),
            "--tanpa-pdf",
            "--keluar",
            teks(&keluar),
        ]);
        assert!(hasil.status.success(), "{}", galat(&hasil));
        let fakta = baca_json(&keluar.join("fakta.json"));
        let isi = fakta["fakta"].as_array().expect("daftar").iter();
        isi.map(|f| (f["kode"].clone(), f["nilai"].clone()))
            .collect::<Vec<_>>()
    };
    let asal = nilai(Path::new(CONTOH), "a");
    assert_eq!(asal, nilai(&buku, "b"));
    assert_eq!(asal, nilai(&balik, "c"));
}

#[test]
fn a_written_target_is_not_overwritten_unless_asked() {
    let kerja = folder();
    let tujuan = kerja.path().join("paket");
    assert!(cermat(&["ubah", CONTOH, teks(&tujuan)]).status.success());
    assert_ne!(
        cermat(&["ubah", CONTOH, teks(&tujuan)]).status.code(),
        Some(0)
    );
    assert!(
        cermat(&["ubah", CONTOH, teks(&tujuan), "--timpa"])
            .status
            .success()
    );
}

#[test]
fn an_empty_template_composes_a_draft_full_of_gaps_and_no_zeros() {
    for nama in ["paket", "paket.xlsx"] {
        let kerja = folder();
        let tujuan = kerja.path().join(nama);
        let hasil = cermat(&["templat", teks(&tujuan), "--tahun", "2025"]);
        assert!(hasil.status.success(), "{}", galat(&hasil));
        let keluar = kerja.path().join("hasil");
        let hasil = cermat(&[
            "susun",
            teks(&tujuan),
            "--tanpa-pdf",
            "--keluar",
            teks(&keluar),
        ]);
        assert!(hasil.status.success(), "{}", galat(&hasil));
        let fakta = baca_json(&keluar.join("fakta.json"));
        let semua = fakta["fakta"].as_array().expect("daftar");
        let ikm = semua
            .iter()
            .find(|f| f["kode"] == "ikm.2025.realisasi")
            .expect("ada");
        assert!(ikm["nilai"].is_null() && ikm["alasan"].is_string(), "{ikm}");
    }
}

#[test]
fn several_packages_are_composed_side_by_side_and_a_bad_one_stops_no_other() {
    let keluar = folder();
    let hasil = cermat(&[
        "susun",
        CONTOH,
        "contoh/tidak-ada",
        SAMARINDA,
        "--tanpa-pdf",
        "--keluar",
        teks(keluar.path()),
    ]);
    assert_eq!(hasil.status.code(), Some(3));
    assert!(keluar.path().join("kantor-contoh/fakta.json").exists());
    assert!(
        keluar
            .path()
            .join("kanim-samarinda-2023/fakta.json")
            .exists()
    );
    assert!(
        galat(&hasil).contains("1 dari 3 paket gagal"),
        "{}",
        galat(&hasil)
    );
}

#[test]
fn a_fakta_is_explained_down_to_its_cells_and_its_law() {
    let hasil = cermat(&["jelaskan", "ikm.2023.capaian", "--paket", SAMARINDA]);
    assert_eq!(hasil.status.code(), Some(0), "{}", galat(&hasil));
    let teks = keluaran(&hasil);
    for kata in [
        "120,92",
        "3,93 / 3,25",
        "indikator_tahunan.csv",
        "skm_bulanan.csv",
        "Nomor 53 Tahun 2014",
    ] {
        assert!(teks.contains(kata), "{kata} tidak ada:\n{teks}");
    }
    let keliru = cermat(&["jelaskan", "ikm.2023.capain", "--paket", SAMARINDA]);
    assert_eq!(keliru.status.code(), Some(2));
    assert!(galat(&keliru).contains("ikm.2023.capaian"));
}

#[test]
fn the_law_of_a_year_is_listed_with_citations_and_doubts() {
    let (lama, baru) = (
        keluaran(&cermat(&["regulasi", "2023"])),
        keluaran(&cermat(&["regulasi", "2024"])),
    );
    assert!(
        lama.contains("22/PMK.02/2021") && lama.contains("PER-5/PB/2022"),
        "{lama}"
    );
    assert!(
        baru.contains("PER-5/PB/2024")
            && !baru.contains("Bobot nilai kinerja anggaran aspek implementasi"),
        "{baru}"
    );
    assert!(lama.contains("belum terverifikasi"));
}

#[test]
fn an_offices_own_words_replace_the_built_in_ones() {
    let kerja = folder();
    let naskah = kerja.path().join("naskah");
    std::fs::create_dir(&naskah).expect("folder dibuat");
    let kalimat = "Kalimat pembuka milik kantor sendiri.";
    std::fs::write(naskah.join("12-maksud-tujuan.md"), format!("{kalimat}\n")).expect("tertulis");
    let hasil = cermat(&[
        "susun",
        CONTOH,
        "--tanpa-pdf",
        "--naskah",
        teks(&naskah),
        "--keluar",
        teks(kerja.path()),
    ]);
    assert!(hasil.status.success(), "{}", galat(&hasil));
    let html = std::fs::read_to_string(kerja.path().join("lkjip.html")).expect("terbaca");
    assert!(html.contains(kalimat));
}
