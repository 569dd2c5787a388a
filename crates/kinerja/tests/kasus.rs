//! The worked cases of `contoh/kasus/` whose formulas the core knows.

mod alat;

use std::collections::BTreeMap;

use alat::{angka, hukum, hukum_survei, indikator, masukan, sel, survei};
use hukum::kasus::{self, Hasil as Uji, Kasus};
use hukum::{Arah, SumberIndikator};
use kinerja::masukan::{BarisKomponen, Masukan};
use kinerja::{Hasil, Rumpang, compute};
use rust_decimal::Decimal;

type Keluaran = BTreeMap<String, String>;

#[test]
fn every_worked_case_of_a_known_formula_holds() {
    let hukum = hukum::Hukum::bawaan().expect("data hukum utuh");
    let mut diuji = 0;
    let mut beda = Vec::new();
    for kasus in kasus::bawaan().expect("kasus utuh") {
        if kasus.uji(&hukum) != Uji::BukanDiSini {
            continue;
        }
        let dihitung = match kasus.jenis.as_str() {
            "capaian" => capaian(&kasus),
            "indeks_tahunan" => indeks_tahunan(&kasus),
            "minimum_responden" => minimum_responden(&kasus),
            "nilai_efisiensi" => nilai_efisiensi(&kasus),
            "sampel" => sampel(&kasus),
            lain => panic!("jenis kasus {lain} belum dikenal siapa pun"),
        };
        diuji += 1;
        if let Uji::Beda(sebab) = kasus.nilai(&dihitung) {
            beda.push(sebab);
        }
    }
    assert!(beda.is_empty(), "{}", beda.join("\n"));
    assert!(diuji > 30, "hanya {diuji} kasus yang diuji");
}

fn keluaran(hasil: &Hasil, kode: &str, kunci: &str) -> Keluaran {
    let fakta = hasil.fakta.get(kode).expect("fakta ada");
    let mut isi = Keluaran::new();
    match (&fakta.nilai, fakta.angka()) {
        (_, Some(nilai)) => isi.insert(kunci.to_owned(), nilai.round_dp(fakta.presisi).to_string()),
        (Err(Rumpang::TidakTerdefinisi(_)), None) => {
            isi.insert("terukur".to_owned(), "tidak".to_owned())
        }
        (lain, None) => isi.insert(kunci.to_owned(), format!("{lain:?}")),
    };
    isi
}

fn capaian(kasus: &Kasus) -> Keluaran {
    let arah = match kasus.teks("arah") {
        Some("turun") => Arah::Turun,
        Some("rentang") => Arah::Rentang,
        _ => Arah::Naik,
    };
    let mut m = masukan();
    let mut baris = indikator(
        alat::TAHUN,
        kasus.angka("target").or(kasus.angka("bawah")),
        kasus.angka("realisasi"),
    );
    baris.target_atas = kasus.angka("atas").map(sel).unwrap_or_default();
    m.indikator = vec![baris];
    keluaran(
        &compute(&m, &hukum(arah, SumberIndikator::Dicatat)),
        "uji.2023.capaian",
        "nilai",
    )
}

fn indeks_tahunan(kasus: &Kasus) -> Keluaran {
    let indeks: Vec<Vec<Decimal>> = kasus
        .daftar_angka("indeks")
        .expect("indeks")
        .into_iter()
        .map(|n| vec![n])
        .collect();
    let mut m = masukan();
    m.survei = vec![survei(
        &indeks,
        &kasus.daftar_angka("responden").expect("responden"),
    )];
    keluaran(
        &compute(&m, &hukum_survei(1)),
        "uji.2023.realisasi",
        "nilai",
    )
}

fn minimum_responden(kasus: &Kasus) -> Keluaran {
    let responden = kasus.angka("responden").expect("responden");
    let mut m = masukan();
    m.satker.tahun = kasus.tahun;
    m.survei = vec![survei(&[vec![angka("3.5")]], &[responden])];
    m.survei[0].tahun = kasus.tahun;
    let hasil = compute(&m, &hukum_survei(1));
    let survei = hasil.indikator[0].survei.as_ref().expect("survei dihitung");
    let cukup = !survei.bulan_di_bawah_minimum.contains(&1);
    Keluaran::from([(
        "cukup".to_owned(),
        if cukup { "ya" } else { "tidak" }.to_owned(),
    )])
}

fn nilai_efisiensi(kasus: &Kasus) -> Keluaran {
    let mut m: Masukan = masukan();
    m.satker.tahun = kasus.tahun;
    m.smart = vec![BarisKomponen {
        tahun: kasus.tahun,
        komponen: "efisiensi".to_owned(),
        nilai: sel(kasus.angka("efisiensi").expect("efisiensi")),
        ..BarisKomponen::default()
    }];
    let hasil = compute(&m, &hukum(Arah::Naik, SumberIndikator::Dicatat));
    keluaran(
        &hasil,
        &format!("smart.{}.nilai_efisiensi", kasus.tahun),
        "nilai",
    )
}

fn sampel(kasus: &Kasus) -> Keluaran {
    let mut m = masukan();
    m.satker.tahun = kasus.tahun;
    let mut s = survei(&[vec![angka("3.5")]], &[angka("5")]);
    s.tahun = kasus.tahun;
    s.populasi = sel(kasus.angka("populasi").expect("populasi"));
    m.survei = vec![s];
    let hasil = compute(&m, &hukum_survei(1));
    keluaran(
        &hasil,
        &format!("uji.{}.sampel_minimum", kasus.tahun),
        "responden",
    )
}
