//! The main job as a whole, its files read back by other programs.

use std::path::Path;
use std::process::Command;

/// Composes the Samarinda report with its PDF into `keluar`.
fn susun(keluar: &Path) {
    let akar = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let hasil = Command::new(env!("CARGO_BIN_EXE_cermat"))
        .args(["susun", "contoh/kanim-samarinda-2023", "--keluar"])
        .arg(keluar)
        .current_dir(akar)
        .output()
        .expect("cermat berjalan");
    assert!(
        hasil.status.success(),
        "{}",
        String::from_utf8_lossy(&hasil.stderr)
    );
}

/// The text of a PDF as poppler reads it; a machine without it fails loudly.
fn teks_pdf(pdf: &Path) -> String {
    let hasil = Command::new("pdftotext")
        .arg("-layout")
        .arg(pdf)
        .arg("-")
        .output();
    let hasil = hasil.expect("pdftotext diperlukan (paket poppler-utils)");
    String::from_utf8_lossy(&hasil.stdout).into_owned()
}

#[test]
fn the_whole_report_reads_back_and_comes_out_the_same_twice() {
    let (a, b) = (
        tempfile::tempdir().expect("folder"),
        tempfile::tempdir().expect("folder"),
    );
    std::thread::scope(|dua| {
        dua.spawn(|| susun(a.path()));
        susun(b.path());
    });
    let baca = |folder: &tempfile::TempDir, nama: &str| {
        std::fs::read(folder.path().join(nama)).expect("terbaca")
    };
    for nama in [
        "lkjip.pdf",
        "lkjip.docx",
        "lkjip.html",
        "fakta.json",
        "temuan.json",
    ] {
        assert!(baca(&a, nama) == baca(&b, nama), "{nama} berbeda");
    }

    let pdf = teks_pdf(&a.path().join("lkjip.pdf"));
    for kata in [
        "BAB III",
        "RINGKASAN EKSEKUTIF",
        "3,93",
        "120,92",
        "114,38",
        "123,64",
        "119,65",
        "97,29",
        "361,70",
        "98,16",
        "89,45",
        "penurunan",
        "Perjanjian Kinerja",
        "belum tersedia",
    ] {
        assert!(pdf.contains(kata), "{kata} tidak ada di PDF");
    }
    for sisa in ["[...]", "{{", "dst.", "NaN", "None"] {
        assert!(!pdf.contains(sisa), "{sisa} ada di PDF");
    }

    let tersurat = Command::new("soffice")
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(b.path().join("docx"))
        .arg(b.path().join("lkjip.docx"))
        .env("HOME", b.path())
        .output()
        .expect("soffice diperlukan (LibreOffice)");
    assert!(tersurat.status.success());
    let docx = teks_pdf(&b.path().join("docx/lkjip.pdf"));
    for kata in [
        "AKUNTABILITAS KINERJA",
        "120,92",
        "361,70",
        "Gambar 1",
        "Tabel 1",
    ] {
        assert!(docx.contains(kata), "{kata} tidak ada di DOCX");
    }
}
