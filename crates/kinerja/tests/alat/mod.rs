//! Small inputs for the tests of the core.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::sync::OnceLock;

use hukum::{
    Arah, Hukum, Instrumen, Kelompok, ProfilIndikator, ProfilKantor, Status, SumberIndikator, Unsur,
};
use kinerja::masukan::{
    BarisIndikator, BarisUnsurBulanan, IsiSel, Masukan, Satker, Sel, SurveiBulanan, Tempat,
};
use rust_decimal::Decimal;

pub const TAHUN: i16 = 2023;

/// The law of the program, read once for all cases.
fn bawaan() -> &'static Hukum {
    static HUKUM: OnceLock<Hukum> = OnceLock::new();
    HUKUM.get_or_init(|| Hukum::bawaan().expect("data hukum utuh"))
}

/// The law of the program with one plain office: a single indicator "UJI" of this direction and source.
pub fn hukum(arah: Arah, sumber: SumberIndikator) -> Hukum {
    let mut hukum = bawaan().clone();
    let indikator = ProfilIndikator {
        kode: "UJI".to_owned(),
        nama: "Indikator uji".to_owned(),
        definisi: String::new(),
        cara_ukur: String::new(),
        arah,
        satuan: "indeks".to_owned(),
        presisi: 2,
        maksimum: None,
        sumber,
        alias: Vec::new(),
    };
    let contoh = hukum.profil("kanim").expect("profil kanim").clone();
    hukum.profil.push(ProfilKantor {
        id: "uji".to_owned(),
        indikator: vec![indikator],
        ..contoh
    });
    hukum
}

/// An instrument of `n` parts that weigh the same, with the bands of the SKM.
pub fn instrumen(n: usize) -> Instrumen {
    let unsur = (1..=n)
        .map(|i| Unsur {
            kode: format!("u{i}"),
            nama: format!("Unsur {i}"),
            alias: Vec::new(),
            bobot: None,
        })
        .collect();
    let dasar = Hukum::bawaan()
        .expect("data hukum utuh")
        .instrumen("skm-9")
        .expect("skm-9")
        .clone();
    Instrumen {
        id: "uji".to_owned(),
        status: Status::Terverifikasi,
        kelompok: vec![Kelompok {
            kode: String::new(),
            nama: String::new(),
            unsur,
        }],
        ..dasar
    }
}

pub fn masukan() -> Masukan {
    let satker = Satker {
        profil: "uji".to_owned(),
        tahun: TAHUN,
        ..Satker::default()
    };
    Masukan {
        satker,
        ..Masukan::default()
    }
}

pub fn sel(nilai: Decimal) -> Sel {
    Sel {
        tempat: Tempat {
            berkas: "uji.csv".to_owned(),
            baris: 1,
            kolom: "uji".to_owned(),
        },
        teks: nilai.to_string(),
        isi: IsiSel::Angka(nilai),
        koreksi: None,
    }
}

pub fn angka(teks: &str) -> Decimal {
    teks.parse().expect("angka uji")
}

pub fn indikator(
    tahun: i16,
    target: Option<Decimal>,
    realisasi: Option<Decimal>,
) -> BarisIndikator {
    BarisIndikator {
        kode: "UJI".to_owned(),
        nama: "Indikator uji".to_owned(),
        tahun,
        target: target.map(sel).unwrap_or_default(),
        realisasi: realisasi.map(sel).unwrap_or_default(),
        ..BarisIndikator::default()
    }
}

/// A monthly survey: `bulan[m][u]` is the value of part `u` in month `m`; months beyond the list have no respondents.
pub fn survei(bulan: &[Vec<Decimal>], responden: &[Decimal]) -> SurveiBulanan {
    let unsur = bulan.first().map_or(0, Vec::len);
    let isi = |m: usize, nilai: Option<Decimal>| {
        if m < bulan.len() {
            nilai.map(sel).unwrap_or_default()
        } else {
            Sel::default()
        }
    };
    SurveiBulanan {
        instrumen: "uji".to_owned(),
        berkas: "uji.csv".to_owned(),
        tahun: TAHUN,
        unsur: (0..unsur)
            .map(|u| BarisUnsurBulanan {
                nama: format!("Unsur {}", u + 1),
                kode: format!("u{}", u + 1),
                nilai: (0..12)
                    .map(|m| isi(m, bulan.get(m).and_then(|b| b.get(u)).copied()))
                    .collect(),
                ..BarisUnsurBulanan::default()
            })
            .collect(),
        responden: (0..12)
            .map(|m| sel(responden.get(m).copied().unwrap_or_default()))
            .collect(),
        ..SurveiBulanan::default()
    }
}

/// The law with an indicator that is measured by a monthly survey of `n` parts.
pub fn hukum_survei(n: usize) -> Hukum {
    let sumber = SumberIndikator::SurveiBulanan {
        instrumen: "uji".to_owned(),
        konversi_skala_100: false,
    };
    let mut hukum = hukum(Arah::Naik, sumber);
    hukum.instrumen.push(instrumen(n));
    hukum
}
