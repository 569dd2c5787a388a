//! The real package of Samarinda 2023 is read as printed, with its proven corrections.

use std::path::Path;

use hukum::Hukum;
use kinerja::bilangan;
use kinerja::masukan::{IsiSel, Masukan, Sel};

fn contoh(nama: &str) -> Masukan {
    let hukum = Hukum::bawaan().expect("the data of the law are sound");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../contoh")
        .join(nama);
    paket::read(&folder, &hukum).unwrap_or_else(|salah| {
        panic!(
            "{}",
            salah.iter().map(|s| format!("{s}\n")).collect::<String>()
        )
    })
}

fn angka(teks: &str) -> rust_decimal::Decimal {
    bilangan::parse(teks).expect("a number").nilai
}

fn sel(sel: &Sel) -> (&str, Option<rust_decimal::Decimal>) {
    (&sel.teks, sel.nilai())
}

#[test]
fn the_office_and_its_surveys_are_read_whole() {
    let masukan = contoh("kanim-samarinda-2023");
    assert_eq!(masukan.satker.tahun, 2023);
    assert_eq!(masukan.satker.wilayah_kerja.len(), 6);
    assert_eq!(masukan.survei.len(), 2);
    let ikm = &masukan.survei[0];
    assert_eq!((ikm.instrumen.as_str(), ikm.unsur.len()), ("spkp-8", 8));
    assert_eq!(ikm.unsur[2].kode, "prosedur");
    assert_eq!(sel(&ikm.responden[11]), ("91", Some(angka("91"))));
    assert_eq!(sel(&ikm.indeks[4]), ("3,9", Some(angka("3,9"))));
    assert_eq!(masukan.survei[1].unsur.len(), 22);
    let ipk = &masukan.survei_kelompok[0];
    let pihak: Vec<_> = ipk
        .kelompok
        .iter()
        .map(|k| (k.kode.as_str(), k.unsur.len()))
        .collect();
    assert_eq!(pihak, [("internal", 6), ("eksternal", 5)]);
    assert!(
        ipk.kelompok[0].unsur[5].nilai.kosong(),
        "Pencegahan is blank in the source"
    );
    assert_eq!(ipk.kelompok[1].responden.nilai(), Some(angka("8")));
}

#[test]
fn a_correction_outranks_the_printed_text_and_keeps_it() {
    let masukan = contoh("kanim-samarinda-2023");
    let pnbp = &masukan.pnbp[0].realisasi;
    assert_eq!(pnbp.teks, "22.485.300.00");
    assert!(matches!(pnbp.isi, IsiSel::Rusak(_)));
    assert_eq!(pnbp.nilai(), Some(angka("22.485.300.000")));
    let barang = masukan
        .anggaran_jenis
        .iter()
        .find(|b| b.tahun == 2023 && b.tahap == "realisasi" && b.jenis == "barang")
        .expect("the row is there");
    assert_eq!(barang.realisasi.isi, IsiSel::Kosong);
    assert_eq!(barang.realisasi.nilai(), Some(angka("6.426.608.454")));
}

#[test]
fn corrected_rows_sum_to_the_printed_total_of_each_year() {
    let masukan = contoh("kanim-samarinda-2023");
    for tahun in [2022, 2023] {
        let milik = || {
            masukan
                .anggaran_jenis
                .iter()
                .filter(move |b| b.tahun == tahun && b.tahap == "realisasi")
        };
        let jumlah: rust_decimal::Decimal = milik()
            .filter(|b| !b.total)
            .filter_map(|b| b.realisasi.nilai())
            .sum();
        let tercetak = milik().find(|b| b.total).and_then(|b| b.realisasi.nilai());
        assert_eq!(Some(jumlah), tercetak, "{tahun}");
    }
}

#[test]
fn nothing_but_four_figures_is_corrected() {
    let mentah = paket::read_mentah(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../../contoh/kanim-samarinda-2023"),
    )
    .expect("readable");
    assert_eq!(mentah.lembar("koreksi").expect("there").baris.len(), 4);
}

#[test]
fn no_staff_number_is_in_the_package() {
    let masukan = contoh("kanim-samarinda-2023");
    assert_eq!(masukan.satker.kepala.nip, None);
    assert_eq!(masukan.satker.atasan.nip, None);
}

#[test]
fn a_number_that_cannot_be_known_is_declared_with_its_reason() {
    let hukum = Hukum::bawaan().expect("the data of the law are sound");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../contoh/kantor-contoh");
    let mut mentah = paket::read_mentah(&folder).expect("readable");
    let pnbp = mentah
        .lembar
        .iter_mut()
        .find(|lembar| lembar.nama == "pnbp")
        .expect("there");
    pnbp.baris[2].sel[2] = "belum tersedia: pembukuan belum ditutup".to_owned();
    let masukan = paket::interpret(&mentah, &hukum).expect("sound");
    assert_eq!(
        masukan.pnbp[2].realisasi.isi,
        IsiSel::TidakTersedia("pembukuan belum ditutup".to_owned())
    );
    assert_eq!(masukan.pnbp[2].realisasi.nilai(), None);
}
