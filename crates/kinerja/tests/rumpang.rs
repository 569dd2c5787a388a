//! What is missing stays missing: no gap becomes a number.

mod alat;

use alat::{angka, hukum, hukum_survei, indikator, masukan, survei};
use hukum::{Arah, SumberIndikator};
use kinerja::masukan::{BarisJenisBelanja, IsiSel, Koreksi, Masukan, Sel, Tempat};
use kinerja::{Asal, Rumpang, compute};

#[test]
fn an_empty_package_has_gaps_and_no_zero() {
    let hasil = compute(&masukan(), &hukum(Arah::Naik, SumberIndikator::Dicatat));
    assert!(matches!(
        hasil.fakta.get("uji.2023.realisasi").expect("ada").nilai,
        Err(Rumpang::BelumDiisi(_))
    ));
    assert!(matches!(
        hasil.fakta.get("uji.2023.capaian").expect("ada").nilai,
        Err(Rumpang::Bergantung(_))
    ));
    assert_eq!(hasil.indikator[0].status, None);
}

#[test]
fn a_blank_part_makes_the_month_and_the_year_unknown() {
    let mut s = survei(
        &[
            vec![angka("3.5"), angka("3.6")],
            vec![angka("3.7"), angka("3.8")],
        ],
        &[angka("30"), angka("40")],
    );
    s.unsur[1].nilai[1] = Sel::default();
    let mut m = masukan();
    m.survei = vec![s];
    let hasil = compute(&m, &hukum_survei(2));
    assert!(hasil.fakta.angka("uji.2023.bulan.01.indeks").is_some());
    assert!(hasil.fakta.angka("uji.2023.bulan.02.indeks").is_none());
    assert!(hasil.fakta.angka("uji.2023.realisasi").is_none());
    assert!(
        hasil.fakta.angka("uji.2023.unsur.u1").is_some(),
        "unsur lain tetap dapat dihitung"
    );
}

#[test]
fn a_month_without_respondents_counts_for_nothing() {
    let mut m = masukan();
    m.survei = vec![survei(&[vec![angka("3.5")]], &[angka("30")])];
    let hasil = compute(&m, &hukum_survei(1));
    assert_eq!(hasil.fakta.angka("uji.2023.realisasi"), Some(angka("3.50")));
    assert!(matches!(
        hasil
            .fakta
            .get("uji.2023.bulan.12.indeks")
            .expect("ada")
            .nilai,
        Err(Rumpang::TidakTerdefinisi(_))
    ));
}

#[test]
fn a_target_of_zero_cannot_be_measured() {
    for arah in [Arah::Naik, Arah::Turun] {
        let mut m = masukan();
        m.indikator = vec![indikator(2023, Some(angka("0")), Some(angka("5")))];
        let hasil = compute(&m, &hukum(arah, SumberIndikator::Dicatat));
        let capaian = hasil.fakta.get("uji.2023.capaian").expect("ada");
        assert!(
            matches!(capaian.nilai, Err(Rumpang::TidakTerdefinisi(_))),
            "{arah:?}"
        );
    }
}

#[test]
fn what_the_office_declares_unavailable_is_no_gap_further_on() {
    let mut m = masukan();
    let mut baris = indikator(2023, Some(angka("3")), None);
    baris.realisasi.isi = IsiSel::TidakTersedia("belum diumumkan".to_owned());
    m.indikator = vec![baris];
    let hasil = compute(&m, &hukum(Arah::Naik, SumberIndikator::Dicatat));
    let capaian = hasil.fakta.get("uji.2023.capaian").expect("ada");
    assert_eq!(
        capaian.nilai,
        Err(Rumpang::TidakTersedia("belum diumumkan".to_owned()))
    );
}

#[test]
fn a_missing_line_of_the_budget_leaves_the_printed_total_and_never_a_partial_sum() {
    let baris = |jenis: &str, total: bool, pagu: &str, realisasi: Option<&str>| BarisJenisBelanja {
        tahun: 2023,
        tahap: "realisasi".to_owned(),
        jenis: jenis.to_owned(),
        total,
        pagu: alat::sel(angka(pagu)),
        realisasi: realisasi.map(|r| alat::sel(angka(r))).unwrap_or_default(),
        ..BarisJenisBelanja::default()
    };
    let tanpa_total = vec![
        baris("pegawai", false, "100", Some("90")),
        baris("barang", false, "200", None),
    ];
    let hitung = |jenis: Vec<BarisJenisBelanja>| {
        let m = Masukan {
            anggaran_jenis: jenis,
            ..masukan()
        };
        compute(&m, &hukum(Arah::Naik, SumberIndikator::Dicatat))
            .fakta
            .angka("anggaran.2023.realisasi")
    };
    assert_eq!(hitung(tanpa_total.clone()), None);
    let mut dengan_total = tanpa_total;
    dengan_total.push(baris("jumlah", true, "300", Some("250")));
    assert_eq!(hitung(dengan_total), Some(angka("250")));
}

#[test]
fn a_correction_outranks_the_printed_text_and_shows_both() {
    let mut m = masukan();
    let mut baris = indikator(2023, Some(angka("3")), None);
    baris.realisasi = Sel {
        teks: "22.485.300.00".to_owned(),
        isi: IsiSel::Rusak("kelompok digit tidak tiga-tiga".to_owned()),
        koreksi: Some(Koreksi {
            tempat: Tempat::default(),
            menjadi: angka("4"),
            presisi: 0,
            alasan: "salah ketik".to_owned(),
            dasar: "lembar kerja".to_owned(),
        }),
        ..Sel::default()
    };
    m.indikator = vec![baris];
    let hasil = compute(&m, &hukum(Arah::Naik, SumberIndikator::Dicatat));
    let realisasi = hasil.fakta.get("uji.2023.realisasi").expect("ada");
    assert_eq!(realisasi.angka(), Some(angka("4")));
    assert!(
        matches!(&realisasi.asal, Asal::Koreksi { tercetak, .. } if tercetak == "22.485.300.00")
    );
}

#[test]
fn years_measured_differently_are_not_compared() {
    let mut m = masukan();
    m.indikator = vec![
        indikator(2022, Some(angka("3")), Some(angka("3.5"))),
        indikator(2023, Some(angka("3")), Some(angka("3.6"))),
    ];
    m.indikator[0].metode = "SKM 9 unsur".to_owned();
    let hasil = compute(&m, &hukum(Arah::Naik, SumberIndikator::Dicatat));
    assert!(hasil.indikator[0].perubahan.is_none());
    assert!(
        hasil.indikator[0]
            .tidak_diperbandingkan
            .as_deref()
            .is_some_and(|s| s.contains("SKM 9 unsur"))
    );
    assert!(hasil.fakta.get("uji.2023.perubahan").is_none());
}

#[test]
fn every_formula_cites_provisions_that_exist() {
    let hukum = hukum::Hukum::bawaan().expect("data hukum utuh");
    for rumus in kinerja::rumus::SEMUA {
        for kode in rumus.ketentuan {
            assert!(
                hukum.ketentuan.iter().any(|k| k.kode == *kode),
                "{}: ketentuan {kode} tidak ada",
                rumus.id
            );
        }
    }
}
