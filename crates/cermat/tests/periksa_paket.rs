//! A report against the office's own data, as a person runs it.

mod umum;

use std::fs;
use std::path::Path;

use serde_json::Value;
use umum::cermat;

const CONTOH: &str = "contoh/kantor-contoh";
const ATURAN: [&str; 3] = [
    "beda-dari-data",
    "data-tanpa-sebutan",
    "data-tidak-cocok-identitas",
];

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("folder sementara")
}

/// The example's own report as HTML and Word, in this folder.
fn susun(tujuan: &Path) {
    let tujuan = tujuan.to_str().expect("jalur berupa teks");
    let hasil = cermat(&["susun", CONTOH, "--tanpa-pdf", "--keluar", tujuan]);
    let galat = String::from_utf8_lossy(&hasil.stderr);
    assert_eq!(hasil.status.code(), Some(0), "{galat}");
}

fn periksa(dokumen: &Path, paket: &str) -> Value {
    let mut argumen = vec!["periksa", dokumen.to_str().expect("jalur berupa teks")];
    argumen.extend(["--paket", paket, "--format", "json"]);
    for aturan in &ATURAN {
        argumen.extend(["--aturan", aturan]);
    }
    let hasil = cermat(&argumen);
    serde_json::from_slice(&hasil.stdout).unwrap_or_else(|galat| {
        panic!("{galat}: {}", String::from_utf8_lossy(&hasil.stderr));
    })
}

fn temuan(hasil: &Value) -> &[Value] {
    hasil["temuan"].as_array().map_or(&[], Vec::as_slice)
}

/// The report with one stretch of its words changed, at one place.
fn ubah(html: &str, lama: &str, baru: &str) -> String {
    assert!(html.contains(lama), "{lama} tidak ada dalam laporan");
    html.replacen(lama, baru, 1)
}

#[test]
fn a_report_made_from_the_data_agrees_with_them() {
    let folder = folder();
    susun(folder.path());
    for nama in ["lkjip.html", "lkjip.docx"] {
        let hasil = periksa(&folder.path().join(nama), CONTOH);
        assert!(temuan(&hasil).is_empty(), "{nama}: {hasil:#}");
        let data = &hasil["cakupan"]["terhadap_data"];
        assert!(data["cocok"].as_u64() > Some(400), "{nama}: {data}");
        assert_eq!(data["berbeda"], 0, "{nama}: {data}");
    }
}

#[test]
fn each_changed_number_is_found_at_its_place_with_the_value_of_the_data() {
    let folder = folder();
    susun(folder.path());
    let html = fs::read_to_string(folder.path().join("lkjip.html")).expect("laporan");
    let berubah = folder.path().join("berubah.html");
    // A year's value, a target, a share, a monthly cell, respondents, money, staff, a score, an amount in prose.
    let kasus = [
        (">3,59<", ">3,95<", "ikm.2024.realisasi", "3,59 indeks"),
        (">108,00<", ">109,00<", "wtl.2024.capaian", "108,00%"),
        (
            ">3,64<",
            ">3,46<",
            "ikm.2024.unsur.persyaratan.bulan.11",
            "3,64 indeks",
        ),
        (">630<", ">603<", "ikm.2024.responden", "630 orang"),
        (
            ">2.381.290.000<",
            ">2.318.290.000<",
            "anggaran.2024.jenis.barang.realisasi",
            "Rp2.381.290.000",
        ),
        (">92,40<", ">94,20<", "smart.2024.nk_perencanaan", "92,40"),
        (
            "Rp1.231.480.000",
            "Rp1.321.480.000",
            "pnbp.2024.realisasi",
            "Rp1.231.480.000",
        ),
    ];
    for (lama, baru, kode, seharusnya) in kasus {
        fs::write(&berubah, ubah(&html, lama, baru)).expect("laporan");
        let hasil = periksa(&berubah, CONTOH);
        let [satu] = temuan(&hasil) else {
            panic!("{baru}: {:#}", hasil["temuan"]);
        };
        assert_eq!(satu["aturan"], "beda-dari-data");
        assert_eq!(satu["kode"], kode, "{satu:#}");
        assert_eq!(satu["seharusnya"], seharusnya, "{satu:#}");
        let cuplikan = satu["cuplikan"].as_str().unwrap_or_default();
        assert!(baru.contains(cuplikan) && !cuplikan.is_empty(), "{satu:#}");
        assert_eq!(hasil["cakupan"]["terhadap_data"]["berbeda"], 1);
    }
}

#[test]
fn data_of_another_year_are_named_once_and_not_compared() {
    let folder = folder();
    susun(folder.path());
    let dokumen = folder.path().join("lkjip.html");
    let hasil = periksa(&dokumen, "contoh/kanim-samarinda-2023");
    let [satu] = temuan(&hasil) else {
        panic!("{:#}", hasil["temuan"]);
    };
    assert_eq!(satu["aturan"], "data-tidak-cocok-identitas");
    assert_eq!(hasil["cakupan"]["terhadap_data"]["cocok"], 0);
}

#[test]
fn without_data_the_rules_are_silent() {
    let folder = folder();
    susun(folder.path());
    let dokumen = folder.path().join("lkjip.html");
    let dokumen = dokumen.to_str().expect("jalur berupa teks");
    let hasil = cermat(&[
        "periksa",
        dokumen,
        "--format",
        "json",
        "--aturan",
        "beda-dari-data",
    ]);
    let hasil: Value = serde_json::from_slice(&hasil.stdout).expect("JSON");
    assert!(temuan(&hasil).is_empty());
    assert!(hasil["cakupan"]["terhadap_data"].is_null());
}

#[test]
fn a_figure_of_the_data_that_is_nowhere_in_the_report_is_named_once() {
    let folder = folder();
    susun(folder.path());
    let html = fs::read_to_string(folder.path().join("lkjip.html")).expect("laporan");
    let tanpa = folder.path().join("tanpa.html");
    fs::write(&tanpa, html.replace("108,00", "")).expect("laporan");
    let hasil = periksa(&tanpa, CONTOH);
    let [satu] = temuan(&hasil) else {
        panic!("{:#}", hasil["temuan"]);
    };
    assert_eq!(satu["aturan"], "data-tanpa-sebutan");
    assert_eq!(satu["kode"], "wtl.2024.capaian");
}
