use document::source::read::read;
use hukum::Hukum;

use crate::understand;

const PERJANJIAN: &str = "BAB II\n\nPERENCANAAN KINERJA\n\nB. Perjanjian Kinerja\n\n\
No\tSasaran Program\tIndikator Kinerja Program\tTarget\n\
(1)\t(2)\t(3)\t(4)\n\
1\tMeningkatnya mutu\tIndeks Kepuasan Masyarakat\t3,30\n\n\
No\tSasaran Kegiatan\tIndikator Kinerja Kegiatan\tTarget\n\
(1)\t(2)\t(3)\t(4)\n\
1\tMeningkatnya mutu layanan\t1. Indeks Kepuasan Masyarakat di Wilayah 2. Persentase arsip tertata\t3,25 (Indeks) 90 (Persen)\n\
2\tTertib perkara\tPersentase perkara perdata selesai\t80%\n\
\t\tPersentase perkara pidana selesai\t85%\n";

#[test]
fn the_agreement_names_the_indicators_of_its_own_level() {
    let hukum = Hukum::bawaan().expect("law data");
    let sumber = read(PERJANJIAN.as_bytes(), "contoh.txt");
    let bacaan = understand(&sumber, &hukum);
    let nama: Vec<(&str, &str, bool)> = bacaan
        .indikator
        .iter()
        .map(|i| (i.nama.as_str(), i.kunci.as_str(), i.diperjanjikan))
        .collect();
    assert_eq!(
        nama,
        [
            ("Indeks Kepuasan Masyarakat di Wilayah", "ikm", true),
            ("Persentase arsip tertata", "ars", true),
            ("Persentase perkara perdata selesai", "indikator-2", true),
            ("Persentase perkara pidana selesai", "indikator-3", true),
        ]
    );
    assert!(bacaan.indikator[0].sebutan.iter().any(|s| s == "IKM"));
    let cari = |teks: &str| super::Pencari::baru(&bacaan.indikator).terpanjang(teks);
    assert_eq!(cari("Nilai SKM tahun ini"), Some(0));
    assert_eq!(cari("perkara pidana"), None);
    assert_eq!(
        cari("capaian persentase perkara pidana selesai naik"),
        Some(3)
    );
    assert_eq!(cari("indeks kepuasan masyarakat kantor kami"), Some(0));
    assert_eq!(cari("ikm kecil tidak disebut"), None);
}

#[test]
fn a_heading_ties_what_stands_below_it_to_its_indicator() {
    let hukum = Hukum::bawaan().expect("law data");
    let teks = "BAB III\n\nAKUNTABILITAS KINERJA\n\nA. Capaian Kinerja\n\n1. Indikator Kinerja Kegiatan Nilai Mutu Data Statistik\n\nRealisasi sebesar 3,5 indeks.\n\n2. Indikator Kinerja Kegiatan Persentase arsip tertata\n\nRealisasi 80%.\n";
    let sumber = read(teks.as_bytes(), "contoh.txt");
    let bacaan = understand(&sumber, &hukum);
    let terikat: Vec<Option<&str>> = bacaan
        .kerangka
        .iter()
        .filter(|b| b.judul.contains("Indikator"))
        .map(|b| b.indikator.map(|i| bacaan.indikator[i].nama.as_str()))
        .collect();
    assert_eq!(
        terikat,
        [
            Some("Nilai Mutu Data Statistik"),
            Some("Persentase arsip tertata")
        ]
    );
}
