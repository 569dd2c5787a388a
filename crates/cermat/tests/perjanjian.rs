//! `cermat perjanjian`: the form as real files, read back.

mod umum;

use std::path::Path;
use std::process::Command;

use umum::cermat;

fn halaman(pdf: &Path) -> Vec<String> {
    let hasil = Command::new("pdftotext")
        .args(["-layout"])
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext (poppler-utils) berjalan");
    assert!(hasil.status.success());
    String::from_utf8_lossy(&hasil.stdout)
        .split('\u{c}')
        .filter(|teks| !teks.trim().is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_form_is_two_pages_each_with_both_signatures_and_the_attachment_with_every_target() {
    let folder = tempfile::tempdir().expect("folder sementara");
    let keluar = folder.path().to_str().expect("teks");
    let hasil = cermat(&["perjanjian", "contoh/kantor-contoh", "--keluar", keluar]);
    assert_eq!(hasil.status.code(), Some(0), "{hasil:?}");
    let layar = String::from_utf8_lossy(&hasil.stdout).into_owned();
    assert!(layar.contains("siap ditandatangani"), "{layar}");
    for akhiran in ["docx", "html"] {
        let jalur = folder.path().join(format!("perjanjian-kinerja.{akhiran}"));
        assert!(std::fs::metadata(jalur).expect("ada").len() > 2_000);
    }
    let halaman = halaman(&folder.path().join("perjanjian-kinerja.pdf"));
    let [pernyataan, lampiran] = halaman.as_slice() else {
        panic!("{} halaman", halaman.len());
    };
    for satu in [pernyataan, lampiran] {
        let rapi = satu.split_whitespace().collect::<Vec<_>>().join(" ");
        for kata in [
            "PERJANJIAN KINERJA TAHUN 2024",
            "Kota Rekaan, 8 Januari 2024",
            "Pihak Kedua,",
            "Pihak Pertama,",
            "Sekar Rekawati",
            "Bima Rekananta",
        ] {
            assert!(rapi.contains(kata), "{kata}: {satu}");
        }
        // Side by side: one line holds both names.
        assert!(
            satu.lines()
                .any(|baris| baris.contains("Bima Rekananta") && baris.contains("Sekar Rekawati")),
            "{satu}"
        );
        assert!(!satu.contains("DRAF"));
    }
    for kata in [
        "Sasaran Kegiatan",
        "3,50 indeks",
        "5,0 hari",
        "85,00",
        "4.600.000.000",
    ] {
        assert!(lampiran.contains(kata), "{kata}: {lampiran}");
    }
}

#[test]
fn a_year_without_agreement_is_told_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("folder sementara");
    let keluar = folder.path().to_str().expect("teks");
    let hasil = cermat(&[
        "perjanjian",
        "contoh/kantor-contoh",
        "--tahun",
        "2030",
        "--keluar",
        keluar,
    ]);
    assert_eq!(hasil.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&hasil.stderr)
            .contains("tidak memuat Perjanjian Kinerja tahun 2030")
    );
    assert_eq!(std::fs::read_dir(folder.path()).expect("ada").count(), 0);
}
