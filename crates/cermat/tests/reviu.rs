//! The review sheet as a person gets it.

use std::path::Path;
use std::process::{Command, Output};

const LAPORAN: &str = "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\n\
BAB I PENDAHULUAN\n\nA. Tugas dan Fungsi\n\nDinas Arsip Kabupaten Telagasari mengelola arsip daerah.\n\n\
BAB II PERENCANAAN KINERJA\n\nA. Perjanjian Kinerja\n\n\
No\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya tertib arsip\tPersentase arsip tertata\t80,00%\n\n\
BAB III AKUNTABILITAS KINERJA\n\nA. Capaian Kinerja\n\n1. Persentase arsip tertata\n\n\
Realisasi Persentase arsip tertata tahun 2023 sebesar 84,00% dari target 80,00% atau 150,00%.\n\n\
BAB IV PENUTUP\n\nDemikian laporan ini disusun.\n";

fn cermat(folder: &Path, keluar: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cermat"))
        .args(["periksa", "laporan.txt", "--reviu", keluar])
        .current_dir(folder)
        .output()
        .expect("cermat berjalan")
}

fn teks_pdf(jalur: &Path) -> String {
    let hasil = Command::new("pdftotext")
        .arg("-layout")
        .arg(jalur)
        .arg("-")
        .output()
        .expect("pdftotext diperlukan (paket poppler-utils)");
    String::from_utf8_lossy(&hasil.stdout).into_owned()
}

/// The sheet is whole, and the form of the statement stands on its last page alone.
fn periksa_lembar(teks: &str) {
    for kata in [
        "LEMBAR REVIU LAPORAN KINERJA",
        "Dinas Arsip Kabupaten Telagasari",
        "Ringkasan Temuan",
        "Mekanisme penyusunan",
        "Perlu",
        "150,00%",
        "Cakupan Pemeriksaan",
    ] {
        assert!(teks.contains(kata), "{kata} tidak ada:\n{teks}");
    }
    let halaman: Vec<&str> = teks.trim_end_matches('\u{c}').split('\u{c}').collect();
    let memuat: Vec<usize> = (0..halaman.len())
        .filter(|i| halaman[*i].contains("PERNYATAAN TELAH DIREVIU"))
        .collect();
    assert_eq!(memuat, [halaman.len() - 1], "{teks}");
    let pernyataan = halaman[halaman.len() - 1];
    for kata in [
        "keyakinan terbatas",
        "tanggung jawab",
        "NIP",
        "Tempat dan tanggal",
    ] {
        assert!(pernyataan.contains(kata), "{kata} tidak ada:\n{pernyataan}");
    }
}

#[test]
fn the_sheet_is_written_as_pdf_word_and_html_and_the_statement_stands_on_one_page() {
    let folder = tempfile::tempdir().expect("folder sementara");
    let di = folder.path();
    std::fs::write(di.join("laporan.txt"), LAPORAN).expect("ditulis");
    for keluar in ["lembar.pdf", "lembar.docx", "lembar.html"] {
        let hasil = cermat(di, keluar);
        // The wrong share is a binding finding.
        assert_eq!(hasil.status.code(), Some(1), "{hasil:?}");
        let layar = String::from_utf8_lossy(&hasil.stdout);
        assert!(layar.contains(keluar), "{layar}");
        assert!(di.join(keluar).is_file(), "{keluar}");
    }
    periksa_lembar(&teks_pdf(&di.join("lembar.pdf")));

    let tersurat = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            di.join("profil").display()
        ))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(di.join("word"))
        .arg(di.join("lembar.docx"))
        .output()
        .expect("soffice diperlukan (LibreOffice)");
    assert!(tersurat.status.success(), "{tersurat:?}");
    periksa_lembar(&teks_pdf(&di.join("word/lembar.pdf")));
}

#[test]
fn a_sheet_of_an_unknown_ending_is_refused_before_anything_is_read() {
    let folder = tempfile::tempdir().expect("folder sementara");
    let hasil = cermat(folder.path(), "lembar.xls");
    assert_eq!(hasil.status.code(), Some(2), "{hasil:?}");
    let galat = String::from_utf8_lossy(&hasil.stderr).into_owned();
    assert!(galat.contains("lembar.xls"), "{galat}");
}
