//! `cermat periksa` as a person runs it: what it says, in which forms, and what dismissing a finding does.

mod umum;

use std::fs;
use std::path::Path;

use serde_json::Value;
use umum::cermat;

const LAPORAN: &str = "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022

BAB III AKUNTABILITAS KINERJA

Realisasi belanja tahun 2022 adalah sebesar Rp4.750.000.000,- dari total anggaran Rp5.000.000.000,- atau 98,00%.

Kantor telah memperoleh [nama penghargaan] dari pemerintah daerah.

Kantor juga telah memperoleh [nama penghargaan] dari kementerian.
";

/// A folder with the report in it, and the report's path.
fn laporan(isi: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("folder sementara");
    let jalur = folder.path().join("laporan.txt");
    fs::write(&jalur, isi).expect("laporan");
    let jalur = jalur.to_str().expect("jalur berupa teks").to_owned();
    (folder, jalur)
}

fn json(jalur: &str) -> Value {
    let hasil = cermat(&["periksa", jalur, "--format", "json"]);
    serde_json::from_slice(&hasil.stdout).expect("JSON")
}

/// The findings of a rule.
fn temuan<'v>(hasil: &'v Value, aturan: &str) -> Vec<&'v Value> {
    let semua = hasil["temuan"].as_array().expect("temuan");
    semua.iter().filter(|t| t["aturan"] == aturan).collect()
}

fn sidik(temuan: &Value) -> &str {
    temuan["sidik"].as_str().expect("sidik")
}

fn kesampingkan(jalur: &str, sidik: &str) {
    let hasil = cermat(&[
        "periksa",
        jalur,
        "--kesampingkan",
        sidik,
        "--oleh",
        "Siti Rahma",
        "--alasan",
        "Sudah ditelaah.",
    ]);
    assert_eq!(hasil.status.code(), Some(0), "{hasil:?}");
}

#[test]
fn a_finding_says_where_what_it_should_be_and_how_that_follows() {
    let (_folder, jalur) = laporan(LAPORAN);
    let hasil = cermat(&["periksa", &jalur]);
    assert_eq!(hasil.status.code(), Some(1));
    let teks = String::from_utf8_lossy(&hasil.stdout);
    for bagian in [
        "capaian-tidak-cocok",
        "baris 5, kolom",
        "Seharusnya:",
        "95,00%",
        "Hitungan:",
        "Perbaikan:",
        "Sidik:",
        "Cakupan:",
    ] {
        assert!(teks.contains(bagian), "{bagian} tidak ada:\n{teks}");
    }
}

#[test]
fn sarif_points_at_the_very_characters() {
    let (_folder, jalur) = laporan(LAPORAN);
    let hasil = cermat(&["periksa", &jalur, "--format", "sarif"]);
    let log: Value = serde_json::from_slice(&hasil.stdout).expect("SARIF");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let hasil = run["results"].as_array().expect("hasil");
    let baris: Vec<Vec<char>> = LAPORAN.lines().map(|b| b.chars().collect()).collect();
    let mut dilihat = 0;
    for satu in hasil {
        let urutan = satu["ruleIndex"]
            .as_u64()
            .and_then(|n| usize::try_from(n).ok());
        let aturan = &run["tool"]["driver"]["rules"][urutan.expect("ruleIndex")];
        assert_eq!(aturan["id"], satu["ruleId"]);
        let wilayah = &satu["locations"][0]["physicalLocation"]["region"];
        let Some(cuplikan) = wilayah["snippet"]["text"].as_str() else {
            continue;
        };
        let angka = |nama: &str| {
            usize::try_from(wilayah[nama].as_u64().expect("angka")).expect("angka kecil")
        };
        if angka("startLine") != angka("endLine") {
            continue;
        }
        let isi: String = baris[angka("startLine") - 1]
            [angka("startColumn") - 1..angka("endColumn") - 1]
            .iter()
            .collect();
        assert_eq!(isi, cuplikan);
        dilihat += 1;
    }
    assert!(dilihat >= 2, "{dilihat} wilayah dilihat");
}

#[test]
fn a_dismissed_finding_opens_again_when_a_number_that_proves_it_changes() {
    let (_folder, jalur) = laporan(LAPORAN);
    let awal = json(&jalur);
    kesampingkan(&jalur, sidik(temuan(&awal, "capaian-tidak-cocok")[0]));
    let selesai = json(&jalur);
    assert!(temuan(&selesai, "capaian-tidak-cocok")[0]["selesai"].is_string());
    // The dismissed number stays as it is; one of its operands is another.
    fs::write(
        &jalur,
        LAPORAN.replace("Rp4.750.000.000", "Rp3.750.000.000"),
    )
    .expect("laporan");
    let lain = json(&jalur);
    assert!(temuan(&lain, "capaian-tidak-cocok")[0]["selesai"].is_null());
    let catatan = lain["catatan"].to_string();
    assert!(catatan.contains("tidak berlaku lagi"), "{catatan}");
}

#[test]
fn a_dismissal_does_not_pass_to_an_equal_finding_elsewhere() {
    let (_folder, jalur) = laporan(LAPORAN);
    let awal = json(&jalur);
    let isian = temuan(&awal, "tempat-isian");
    assert_eq!(isian.len(), 2, "{isian:?}");
    kesampingkan(&jalur, sidik(isian[0]));
    // The dismissed slot is filled; the other one is still open.
    fs::write(
        &jalur,
        LAPORAN.replacen("[nama penghargaan]", "Piagam Utama", 1),
    )
    .expect("laporan");
    let lain = json(&jalur);
    let sisa = temuan(&lain, "tempat-isian");
    assert_eq!(sisa.len(), 1);
    assert!(sisa[0]["selesai"].is_null(), "{sisa:?}");
}

#[test]
fn a_dismissal_of_a_rule_that_is_not_used_is_not_called_stale() {
    let (_folder, jalur) = laporan(LAPORAN);
    let awal = json(&jalur);
    kesampingkan(&jalur, sidik(temuan(&awal, "capaian-tidak-cocok")[0]));
    let hasil = cermat(&["periksa", &jalur, "--aturan", "tempat-isian"]);
    let teks = String::from_utf8_lossy(&hasil.stdout);
    assert!(!teks.contains("tidak berlaku lagi"), "{teks}");
}

#[test]
fn what_checks_nothing_is_no_clean_report() {
    let (_folder, kosong) = laporan(" \n\n");
    assert_eq!(cermat(&["periksa", &kosong]).status.code(), Some(3));
    let (_folder, jalur) = laporan(LAPORAN);
    for aturan in ["responden-nol", "tidak-ada"] {
        let hasil = cermat(&["periksa", &jalur, "--aturan", aturan]);
        assert_eq!(hasil.status.code(), Some(2), "{aturan}");
    }
    let hampa = [
        "periksa",
        &jalur,
        "--aturan",
        "tempat-isian",
        "--abaikan",
        "tempat-isian",
    ];
    assert_eq!(cermat(&hampa).status.code(), Some(2));
}

#[test]
fn a_page_shows_the_document_with_its_findings_and_a_text_cannot_bear_comments() {
    let (folder, jalur) = laporan(LAPORAN);
    let keluar = folder.path().join("telaah.html");
    let tujuan = keluar.to_str().expect("jalur berupa teks");
    let kata = cermat(&["periksa", &jalur, "--format", "html", "--keluar", tujuan]);
    let kata = String::from_utf8_lossy(&kata.stdout);
    // Where the result went, and how much was checked, is said whatever the form.
    assert!(kata.contains(tujuan) && kata.contains("Cakupan:"), "{kata}");
    let halaman = fs::read_to_string(&keluar).expect("halaman");
    assert!(halaman.contains("98,00%<sup>") && !halaman.contains("<script"));
    let docx = cermat(&["periksa", &jalur, "--format", "docx", "--keluar", tujuan]);
    assert_eq!(docx.status.code(), Some(2));
}

#[test]
fn comments_in_a_word_file_stand_on_the_words_and_leave_the_rest() {
    let folder = tempfile::tempdir().expect("folder sementara");
    let tempat = folder.path().to_str().expect("jalur berupa teks");
    cermat(&[
        "susun",
        "contoh/kanim-samarinda-2023",
        "--tanpa-pdf",
        "--keluar",
        tempat,
    ]);
    let asli = folder.path().join("lkjip.docx");
    let telaah = folder.path().join("telaah.docx");
    let argumen = [
        "periksa",
        asli.to_str().expect("teks"),
        "--format",
        "docx",
        "--keluar",
        telaah.to_str().expect("teks"),
    ];
    assert_eq!(cermat(&argumen).status.code(), Some(1));
    let baca = |jalur: &Path| {
        let isi = fs::read(jalur).expect("berkas");
        document::source::read::read(&isi, "lkjip.docx")
    };
    let (asli, telaah) = (baca(&asli), baca(&telaah));
    assert_eq!(asli.pieces, telaah.pieces);
    assert!(
        telaah
            .notes
            .iter()
            .any(|note| note.text.contains("komentar"))
    );
}
