use document::source::{Format, Grid, GridCell, Passage, Piece, Place, Source};

use super::angka;
use crate::bacaan::{Angka, Bacaan, Cacat, Golongan, SatuanCetak};

pub(super) fn sumber(pieces: Vec<Piece>) -> Source {
    Source {
        format: Format::Text,
        pieces,
        ..Source::default()
    }
}

fn paragraf(teks: &str) -> Piece {
    Piece::Paragraph(Passage::new(teks, Place::new(1, 1)))
}

fn tabel(baris: &[&str]) -> Piece {
    let mut cells = Vec::new();
    let mut columns = 0;
    for (row, teks) in baris.iter().enumerate() {
        for (column, sel) in teks.split('|').enumerate() {
            columns = columns.max(column + 1);
            cells.push(GridCell {
                row,
                column,
                colspan: 1,
                rowspan: 1,
                passage: Passage::new(sel.trim(), Place::new(1, 1)),
            });
        }
    }
    Piece::Grid(Grid {
        rows: baris.len(),
        columns,
        cells,
        ..Grid::default()
    })
}

fn kosong(sumber: &Source) -> Bacaan<'_> {
    Bacaan::kosong(sumber)
}

fn baca(sumber: &Source) -> Vec<Angka> {
    let bacaan = kosong(sumber);
    let semua = angka(&bacaan);
    for satu in &semua {
        assert_eq!(satu.letak.teks(sumber), satu.teks);
    }
    semua
}

fn golongan(teks: &str) -> Vec<(String, Golongan)> {
    baca(&sumber(vec![paragraf(teks)]))
        .into_iter()
        .map(|a| (a.teks, a.golongan))
        .collect()
}

fn semua_bergolongan(teks: &str, seharusnya: Golongan) {
    for (angka, golongan) in golongan(teks) {
        assert_eq!(golongan, seharusnya, "{angka:?} in {teks:?}");
    }
}

#[test]
fn figures_are_figures() {
    for teks in [
        "sebesar 3,95 indeks dari target 3,25 indeks atau 121%",
        "sejumlah 68 orang pegawai dan 11 orang Eselon",
        "Rp.10.955.964.845,- atau 75,07% dari Rp16.463.178.000,-",
        "terdapat 2 (dua) sasaran dan 3 indikator",
        "meningkat dari 80 ke 85",
        "sebanyak 2023 orang",
        "pada nilai [3,85] atau",
        "menjadi hanya 84 Program spesifik",
        "mencapai 3.95.Selanjutnya",
        "3.25 Indeks",
    ] {
        semua_bergolongan(teks, Golongan::Besaran);
    }
}

#[test]
fn years_dates_and_hours_are_no_figures() {
    for teks in [
        "pada Tahun Anggaran 2023",
        "Renstra 2020 - 2024",
        "periode 2020-2024",
        "TA 2022/2023",
        "Semester I/2023",
        "tahun 2021 dan 2022,",
    ] {
        semua_bergolongan(teks, Golongan::Tahun);
    }
    assert_eq!(
        golongan("1 s.d. 31 Desember 2023"),
        [
            ("1".to_owned(), Golongan::Tanggal),
            ("31".to_owned(), Golongan::Tanggal),
            ("2023".to_owned(), Golongan::Tahun)
        ]
    );
    for teks in [
        "pukul 08.00 - 16.00 WITA",
        "tanggal 05/01/2024",
        "05-01-2024",
        "05.01.2024",
        "tanggal 27 Juli",
    ] {
        semua_bergolongan(teks, Golongan::Tanggal);
    }
}

#[test]
fn numbers_of_laws_letters_and_addresses_are_no_figures() {
    for teks in [
        "Peraturan Presiden Nomor 29 Tahun 2014 tentang",
        "Nomor : W.18.IMI.IMI.2.PR.04.01- 0051",
        "Keputusan Nomor M.HH-01.PR.03 Tahun 2023",
        "PMK Nomor 214/PMK.02/2017",
        "PermenPANRB 53/2014",
        "NIP. 198307042003121003",
        "NIP 19830704 200312 1 003",
        "0541-743945",
        "Jalan Ir. H. Juanda No. 45 Kota 75124",
        "DIPA-013.07.2.409271/2023",
        "https://survei.contoh12.go.id dan kantor45@contoh.com",
        "Nomor: 29 Tahun 2015",
        "Telp. (0271) 495012 Fax. (0271) 495013",
        "kode rekening 1.02.01.2.01",
    ] {
        semua_bergolongan(teks, Golongan::Nomor);
    }
}

#[test]
fn numbers_in_a_row_are_no_figures() {
    for teks in [
        "Tabel 3.1",
        "Gambar 2",
        "ke-3",
        "Misi Nawacita ke 6,7, dan 8 yakni",
        "misi ke 2,3,6 dan 7.",
        "dengan mutu 3,2,1",
        "1.2 Jumlah rilis data",
        "1. Pertama; 2. Kedua",
        "Latar Belakang ........ 5",
        "pada Triwulan 3",
        "orang asing.2 Selanjutnya",
    ] {
        semua_bergolongan(teks, Golongan::Urutan);
    }
    for teks in [
        "Pasal 5 ayat (2)",
        "Eselon 1",
        "PPh 21",
        "SS3:",
        "COVID-19",
        "Kelas 1A",
        "per 100.000 kelahiran",
    ] {
        semua_bergolongan(teks, Golongan::Nama);
    }
}

#[test]
fn bounds_are_no_figures() {
    for teks in [
        "skor 1–4",
        "3,0644 – 3,532",
        "≥ 90",
        "skala 4",
        "60 s.d. 80",
    ] {
        semua_bergolongan(teks, Golongan::Batas);
    }
    semua_bergolongan("(3,93 – 3,25) = 0,68", Golongan::Besaran);
}

#[test]
fn units_scales_and_words_are_taken_along() {
    let semua = baca(&sumber(vec![paragraf(
        "Rp10,97 miliar; 8 (delapan) unsur; 97,29 persen; 3,25 (Indeks); 1.250.000 rupiah",
    )]));
    let satuan: Vec<SatuanCetak> = semua.iter().map(|a| a.satuan).collect();
    assert_eq!(
        satuan,
        [
            SatuanCetak::Rupiah,
            SatuanCetak::Cacah,
            SatuanCetak::Persen,
            SatuanCetak::Indeks,
            SatuanCetak::Rupiah
        ]
    );
    assert_eq!(
        semua[0].nilai.map(|n| n.normalize().to_string()).as_deref(),
        Some("10970000000")
    );
    let selang = semua[0].selang().expect("interval");
    assert_eq!(selang.atas.normalize().to_string(), "10975000000");
    assert!(semua[1].terbilang.is_some());
    let semua = baca(&sumber(vec![paragraf("Rp4,5 M dan 4,5 M")]));
    assert_eq!((semua[0].skala, semua[1].skala), (9, 0));
}

#[test]
fn a_decimal_point_is_a_defect_only_among_commas() {
    let semua = baca(&sumber(vec![paragraf("3,95 dan 4,10 dari 3.13 indeks")]));
    assert_eq!(semua[2].cacat, Some(Cacat::TitikDesimal));
    let semua = baca(&sumber(vec![paragraf("3.95 dan 4.10 dari 3.13 indeks")]));
    assert!(semua.iter().all(|a| a.cacat.is_none() && a.nilai.is_some()));
}

#[test]
fn a_table_of_bands_keeps_its_own_style() {
    let semua = baca(&sumber(vec![
        paragraf("3,95 3,25 3,98 121,5% 97,29% 75,07% 99,91% 3,57 3,13"),
        tabel(&[
            "Nilai Persepsi | Skala Interval Indeks | Kategori",
            "1 | 1.00 – 2.5996 | D",
            "2 | 2.60 – 3.064 | C",
            "3 | 3.0644 – 3.532 | B",
            "4 | 3.5324 – 4.00 | A",
        ]),
    ]));
    let batas: Vec<&Angka> = semua
        .iter()
        .filter(|a| a.golongan == Golongan::Batas)
        .collect();
    // The marks 1 to 4 of the scale belong to it.
    assert_eq!(batas.len(), 12);
    let pecahan: Vec<&&Angka> = batas.iter().filter(|a| a.presisi > 0).collect();
    assert!(pecahan.iter().all(|a| a.cacat == Some(Cacat::TitikDesimal)));
    assert_eq!(
        pecahan[5].nilai.map(|n| n.to_string()).as_deref(),
        Some("3.532")
    );
}

#[test]
fn running_numbers_and_years_of_tables_are_no_figures() {
    let semua = baca(&sumber(vec![tabel(&[
        "No | Uraian | 2022 | 2023",
        "(1) | (2) | (3) | (4)",
        "1 | Belanja | 1.950.000 | 2023",
        "2 | Lain | 3,5 | 2,4",
    ])]));
    let hitung = |g| semua.iter().filter(|a| a.golongan == g).count();
    assert_eq!(hitung(Golongan::Urutan), 6);
    assert_eq!(hitung(Golongan::Tahun), 2);
    assert_eq!(hitung(Golongan::Besaran), 4);
}

#[test]
fn a_row_that_numbers_the_columns_may_say_how_they_follow() {
    let semua = baca(&sumber(vec![tabel(&[
        "No | Indikator | Target | Realisasi | Capaian",
        "1 | 2 | 3 | 4 | 5 (4/3x100)",
        "1. | Nilai | 7,5 | 6,9 | 92,00",
    ])]));
    let figur: Vec<&str> = semua
        .iter()
        .filter(|a| a.golongan == Golongan::Besaran)
        .map(|a| a.teks.as_str())
        .collect();
    assert_eq!(figur, ["7,5", "6,9", "92,00"]);
}

#[test]
fn parentheses_in_a_cell_mean_less_than_nothing() {
    let semua = baca(&sumber(vec![tabel(&[
        "Uraian | Selisih",
        "Pegawai | (1.250.000)",
        "Barang | 350.000",
    ])]));
    assert_eq!(
        semua[0].nilai.map(|n| n.to_string()).as_deref(),
        Some("-1250000")
    );
}

/// Text as it never should be, made of what the lexer looks for.
fn kacau() -> impl proptest::strategy::Strategy<Value = String> {
    proptest::string::string_regex(
        "([0-9]{1,4}|[.,;:%()/<>\\[\\]–-]|Rp|Rp\\.|No\\.|Nomor|Tahun|Peraturan Menteri|PP|Undang-Undang|Kantor|Dinas|tentang|BAB|juta|puluh|dua|O|é|²|\u{a0}| |\n|[A-Za-z]{1,6}){0,60}",
    )
    .expect("pattern")
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_stands_there_every_spot_is_whole(teks in kacau(), judul in kacau(), sel in kacau()) {
        let sumber = sumber(vec![
            Piece::Heading { level: 2, passage: Passage::new(judul.as_str(), Place::new(1, 1)) },
            paragraf(&teks),
            tabel(&[&sel, &teks.replace('|', " "), &judul]),
        ]);
        let hukum = hukum::Hukum::default();
        let mut bacaan = kosong(&sumber);
        bacaan.kerangka = crate::understand::kerangka::kerangka(&sumber);
        bacaan.sitasi = crate::understand::sitasi::sitasi(&bacaan, &hukum);
        bacaan.identitas = crate::understand::identitas::identitas(&bacaan, &hukum);
        bacaan.angka = angka(&bacaan);
        bacaan.kalimat = crate::understand::kalimat::kalimat(&bacaan);
        for satu in &bacaan.angka {
            proptest::prop_assert_eq!(satu.letak.teks(&sumber), &satu.teks);
            proptest::prop_assert!(!satu.teks.is_empty());
            if let Some(letak) = &satu.terbilang {
                proptest::prop_assert!(!letak.teks(&sumber).is_empty());
            }
        }
        for sitasi in &bacaan.sitasi {
            proptest::prop_assert!(!sitasi.letak.teks(&sumber).is_empty());
        }
        let dalam: usize = bacaan.kalimat.iter().map(|k| k.angka.len()).sum();
        let luar = bacaan.angka.iter().filter(|a| a.letak.sel.is_none()).count();
        proptest::prop_assert_eq!(dalam, luar);
    }
}

#[test]
fn hours_of_a_span_numbers_of_titles_and_parts_of_codes_are_no_figures() {
    let buka = "Loket dibuka pukul 07.30 sampai dengan 15.00 setiap hari kerja.";
    semua_bergolongan(buka, Golongan::Tanggal);
    semua_bergolongan("Tabel 1.2 Pegawai menurut jabatan", Golongan::Urutan);
    semua_bergolongan("rencana.kegiatan.1.1.target", Golongan::Nomor);
    semua_bergolongan("rencana.kegiatan.2024.01", Golongan::Nomor);
    semua_bergolongan("naik dari 14.50 menjadi 15.25 persen", Golongan::Besaran);
}
