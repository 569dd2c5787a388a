//! Claims about the data that travel inside the program.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use hukum::kasus::{self, Hasil};
use hukum::{Hukum, Isi, Masalah, SumberIndikator};
use rust_decimal::Decimal;

fn hukum() -> Hukum {
    Hukum::bawaan().unwrap_or_else(|masalah| {
        panic!(
            "{}",
            masalah
                .iter()
                .map(Masalah::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        )
    })
}

#[test]
fn the_embedded_data_have_no_defect() {
    let hukum = hukum();
    assert!(!hukum.regulasi.is_empty() && !hukum.ketentuan.is_empty() && !hukum.profil.is_empty());
}

#[test]
fn every_band_gives_each_value_of_its_grid_exactly_one_class_and_classes_ascend() {
    for ketentuan in &hukum().ketentuan {
        let Some(pita) = ketentuan.pita() else {
            continue;
        };
        let langkah = Decimal::new(1, pita.presisi);
        let puncak = pita
            .maksimum
            .unwrap_or_else(|| pita.kelas.last().unwrap().dari + Decimal::ONE_HUNDRED);
        let mut nilai = pita.minimum;
        let mut terlihat = 0;
        while nilai <= puncak {
            let (urutan, _) = pita
                .kelas(nilai)
                .unwrap_or_else(|_| panic!("{} {nilai}", ketentuan.kode));
            assert!(
                urutan == terlihat || urutan == terlihat + 1,
                "{} {nilai}",
                ketentuan.kode
            );
            terlihat = urutan;
            nilai += langkah;
        }
        assert_eq!(
            terlihat + 1,
            pita.kelas.len(),
            "{}: a class is never reached",
            ketentuan.kode
        );
        assert!(
            pita.kelas(pita.minimum - langkah).is_err(),
            "{}",
            ketentuan.kode
        );
    }
}

#[test]
fn the_core_finds_every_value_it_needs_for_2023_and_2024() {
    let hukum = hukum();
    let kode = [
        "skm.pita",
        "skm.minimum_responden",
        "skm.faktor",
        "survei.faktor_skala_100",
        "survei.konversi_5_ke_4",
        "survei.minimum_kelompok",
        "sampel.x2",
        "sampel.p",
        "sampel.d",
        "nka.bobot",
        "nka.rumus",
        "nka.pita",
        "ikpa.bobot",
        "ikpa.pita",
    ];
    for tahun in [2023, 2024] {
        for kode in kode {
            assert!(hukum.ketentuan(kode, tahun).is_ok(), "{kode} {tahun}");
        }
    }
}

#[test]
fn the_formula_of_nka_changes_with_fiscal_year_2024() {
    let hukum = hukum();
    let rumus = |tahun| match &hukum.ketentuan("nka.rumus", tahun).unwrap().isi {
        Isi::Rumus { rumus, .. } => rumus.clone(),
        lain => panic!("{lain:?}"),
    };
    assert_eq!(rumus(2023), "nka-2021");
    assert_eq!(rumus(2024), "nka-2024");
}

#[test]
fn an_external_group_of_the_immigration_profile_takes_its_minimum_from_the_law_data() {
    let hukum = hukum();
    let ipk = hukum
        .profil("kanim")
        .unwrap()
        .indikator
        .iter()
        .find(|i| i.kode == "IPK")
        .unwrap();
    let SumberIndikator::SurveiKelompok { kelompok } = &ipk.sumber else {
        panic!("{:?}", ipk.sumber)
    };
    assert_eq!(
        kelompok[0],
        ("internal".into(), "ipk-internal".into(), None)
    );
    assert_eq!(
        kelompok[1],
        ("eksternal".into(), "ipk-eksternal".into(), Some(5))
    );
}

#[test]
fn every_worked_case_that_the_law_data_decide_holds_and_no_other_case_is_lost() {
    let hukum = hukum();
    let kasus = kasus::bawaan().unwrap();
    let mut gagal = Vec::new();
    let mut lain: BTreeMap<&str, usize> = BTreeMap::new();
    for satu in &kasus {
        match satu.uji(&hukum) {
            Hasil::Cocok => {}
            Hasil::Beda(sebab) => gagal.push(format!("{}: {sebab}", satu.berkas)),
            Hasil::BukanDiSini => *lain.entry(satu.jenis.as_str()).or_default() += 1,
        }
    }
    assert!(gagal.is_empty(), "{}", gagal.join("\n"));
    let harap =
        [("capaian", 8), ("indeks_tahunan", 2), ("minimum_responden", 2), ("nilai_efisiensi", 3), ("sampel", 21)];
    assert_eq!(lain, BTreeMap::from(harap), "a kind for another crate was added or dropped");
}
