use document::source::{Passage, Piece, Place, Source};
use hukum::Hukum;

use super::{cari, sitasi};
use crate::bacaan::{Bacaan, Sitasi};

fn baca(teks: &str) -> Vec<Sitasi> {
    let sumber = Source {
        pieces: vec![Piece::Paragraph(Passage::new(teks, Place::new(1, 1)))],
        ..Source::default()
    };
    let bacaan = Bacaan::kosong(&sumber);
    sitasi(&bacaan, &Hukum::bawaan().expect("law data"))
}

#[test]
fn citations_are_found_in_their_many_forms() {
    for (teks, id) in [
        (
            "Peraturan Presiden Republik Indonesia Nomor 29 Tahun 2014 tentang SAKIP",
            "perpres-29-2014",
        ),
        ("Perpres No. 29 Tahun 2014", "perpres-29-2014"),
        (
            "Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan",
            "pp-8-2006",
        ),
        ("PP 8/2006", "pp-8-2006"),
        (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014",
            "permenpanrb-53-2014",
        ),
        ("PermenPANRB 53/2014", "permenpanrb-53-2014"),
        ("Permenpan RB No. 14 Tahun 2017", "permenpanrb-14-2017"),
        ("Permenpan-RB Nomor 14 Tahun 2017", "permenpanrb-14-2017"),
        (
            "Peraturan Menpanrb No. 14 Tahun 2017,",
            "permenpanrb-14-2017",
        ),
        (
            "Peraturan MENPAN-RB No. 14 Tahun 2017",
            "permenpanrb-14-2017",
        ),
        (
            "Peraturan Menteri PAN dan RB Nomor 88 Tahun 2021",
            "permenpanrb-88-2021",
        ),
        (
            "Keputusan Menteri Hukum dan HAM Nomor M.HH-01.PR.03 Tahun 2023 tentang Pedoman",
            "kepmenkumham-mhh-01-pr-03-2023",
        ),
        (
            "Keputusan Menteri Hukum dan HAM Nomor M.HH-01.PR.03 Th 2023",
            "kepmenkumham-mhh-01-pr-03-2023",
        ),
        ("PMK Nomor 214/PMK.02/2017", "pmk-214-2017"),
        (
            "Peraturan Menteri Keuangan Republik Indonesia Nomor 22/PMK.02/2021 tentang Pengukuran",
            "pmk-22-2021",
        ),
        ("PER-5/PB/2022", "per-5-pb-2022"),
        (
            "Peraturan Direktur Jenderal Perbendaharaan Nomor PER-5/PB/2022 tentang Petunjuk",
            "per-5-pb-2022",
        ),
        (
            "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi",
            "uu-27-2022",
        ),
    ] {
        let hasil = baca(teks);
        assert_eq!(hasil.len(), 1, "{teks}: {hasil:?}");
        assert_eq!(hasil[0].regulasi.as_deref(), Some(id), "{teks}: {hasil:?}");
    }
}

#[test]
fn the_same_number_of_another_minister_is_another_regulation() {
    for teks in [
        "Peraturan Menteri Keuangan Nomor 53 Tahun 2014 tentang Lain",
        "Peraturan Menteri Dalam Negeri Nomor 14 Tahun 2017",
        "Peraturan Bupati Maju Nomor 29 Tahun 2014",
    ] {
        let hasil = baca(teks);
        assert_eq!(hasil.len(), 1, "{teks}");
        assert_eq!(hasil[0].regulasi, None, "{teks}");
    }
}

#[test]
fn the_subject_ends_with_its_title() {
    for (teks, tentang) in [
        (
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah yang penyusunannya",
            "Sistem Akuntabilitas Kinerja Instansi Pemerintah",
        ),
        (
            "Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah, Peraturan Presiden",
            "Pelaporan Keuangan dan Kinerja Instansi Pemerintah",
        ),
        (
            "PermenPANRB Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah, dan Keputusan Menteri",
            "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah",
        ),
    ] {
        assert_eq!(baca(teks)[0].tentang.as_deref(), Some(tentang));
    }
}

#[test]
fn words_without_a_number_are_no_citation() {
    for teks in [
        "sesuai peraturan perundang-undangan yang berlaku",
        "Peraturan yang berlaku. Nomor 5",
        "Keputusan ini dibuat",
        "PP",
        "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
    ] {
        assert!(cari(teks).is_empty(), "{teks}");
    }
}
