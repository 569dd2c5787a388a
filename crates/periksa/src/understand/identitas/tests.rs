use document::source::{Passage, Piece, Place, Source};
use hukum::Hukum;

use super::identitas;
use crate::bacaan::{Bacaan, Identitas};

fn baca(paragraf: &[&str]) -> Identitas {
    let sumber = Source {
        pieces: paragraf
            .iter()
            .map(|teks| Piece::Paragraph(Passage::new(*teks, Place::new(1, 1))))
            .collect(),
        ..Source::default()
    };
    let bacaan = Bacaan::kosong(&sumber);
    identitas(&bacaan, &Hukum::bawaan().expect("law data"))
}

#[test]
fn the_office_is_the_one_whose_report_it_is() {
    let hasil = baca(&[
        "Sukamaju, 05 Januari 2023",
        "Laporan Kinerja Kantor Imigrasi Kelas II TPI Sukamaju Tahun 2022 disusun berdasarkan Perjanjian Kinerja Tahun 2022.",
        "Kantor Imigrasi Kelas II TPI Sukamaju berada di bawah Kantor Wilayah Kementerian Hukum dan HAM Jawa Raya.",
        "Direktorat Jenderal Imigrasi membina Kantor Imigrasi. Direktorat Jenderal Imigrasi juga menilai. Direktorat Jenderal Imigrasi menetapkan target bagi satuan kerja.",
        "Pada Kantor Imigrasi Kelas II TPI Sukamaju Bukitraya terdapat 40 pegawai.",
    ]);
    assert_eq!(
        hasil.kantor.as_deref(),
        Some("Kantor Imigrasi Kelas II TPI Sukamaju")
    );
    assert_eq!(hasil.tahun, Some(2022));
    assert_eq!(hasil.profil.as_deref(), Some("kanim"));
    assert_eq!(
        hasil.atasan,
        [
            "Kantor Wilayah Kementerian Hukum dan HAM Jawa Raya",
            "Direktorat Jenderal Imigrasi"
        ]
    );
    for sebutan in [
        "Kantor Imigrasi",
        "Kanim Sukamaju",
        "Kanim Kelas II TPI Sukamaju",
        "satuan kerja",
    ] {
        assert!(
            hasil.sebutan.iter().any(|s| s == sebutan),
            "{sebutan}: {:?}",
            hasil.sebutan
        );
    }
}

#[test]
fn a_cover_in_capitals_names_the_office_too() {
    let hasil = baca(&[
        "LAPORAN KINERJA INSTANSI PEMERINTAH",
        "DINAS KELAUTAN DAN PERIKANAN KABUPATEN MAJU JAYA",
        "TAHUN 2021",
        "Dinas Kelautan dan Perikanan (DKP) mempunyai tugas membantu Bupati. Dinas Kelautan dan Perikanan dipimpin oleh Kepala Dinas.",
        "Laporan ini menyajikan kinerja DINAS KELAUTAN DAN PERIKANAN KABUPATEN MAJU JAYA",
        "Maju Jaya, Februari 2022",
    ]);
    assert_eq!(
        hasil.kantor.as_deref(),
        Some("Dinas Kelautan dan Perikanan Kabupaten Maju Jaya")
    );
    assert_eq!(hasil.tahun, Some(2021));
    assert!(
        hasil
            .sebutan
            .iter()
            .any(|s| s == "Dinas Kelautan dan Perikanan")
    );
    assert!(hasil.sebutan.iter().any(|s| s == "DKP"));
}

#[test]
fn initials_of_the_first_words_mean_the_office() {
    let hasil = baca(&[
        "Laporan Kinerja Badan Pusat Statistik Kabupaten Maju Tahun 2023",
        "BPS Kabupaten Maju mempunyai 30 pegawai.",
    ]);
    assert_eq!(hasil.sebutan, ["BPS Kabupaten Maju"]);
}

#[test]
fn a_text_without_an_office_names_none() {
    let hasil = baca(&["Realisasi tahun 2023 sebesar 3,95."]);
    assert_eq!(hasil.kantor, None);
    assert_eq!(hasil.tahun, Some(2023));
}

#[test]
fn an_office_whose_reports_are_cited_as_sources_is_not_the_one_that_reports() {
    const ATASAN: &str = "Kantor Wilayah Kementerian Hukum dan HAM Nusa Selatan";
    let sumber = format!("Sumber: Laporan Kinerja {ATASAN} Tahun 2023");
    let mut paragraf = vec![
        ATASAN,
        "Laporan Kinerja Kantor Imigrasi Kelas I TPI Rimba Jaya Tahun 2023 disusun setiap tahun.",
        "Kepala Kantor Imigrasi Kelas I TPI Rimba Jaya,",
    ];
    paragraf.extend([sumber.as_str(); 4]);
    let hasil = baca(&paragraf);
    assert_eq!(
        hasil.kantor.as_deref(),
        Some("Kantor Imigrasi Kelas I TPI Rimba Jaya")
    );
}
