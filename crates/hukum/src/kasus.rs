//! Worked cases: a sentence that an official can judge, a fiscal year, what goes in and what comes out.
//!
//! The kinds that the law data alone decide are tried here; other kinds are for the crates that know their formulas.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Deserialize;

use crate::baca::{self, Masalahan, teks};
use crate::{Hukum, Isi, Ketentuan, Masalah};

/// A worked case.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kasus {
    /// What the case claims, in one sentence.
    pub kalimat: String,
    /// Kind: "pita", "ketentuan", "jumlah_bobot", or one that another crate tries.
    pub jenis: String,
    /// Fiscal year.
    pub tahun: i16,
    /// Code of the value of law, for the kinds that need one.
    pub ketentuan: Option<String>,
    /// What goes in.
    #[serde(default)]
    pub masukan: BTreeMap<String, Isian>,
    /// What must come out.
    #[serde(default)]
    pub keluaran: BTreeMap<String, String>,
    /// What must not come out: a known wrong answer.
    #[serde(default)]
    pub bukan_keluaran: BTreeMap<String, String>,
    /// The file of the case.
    #[serde(skip)]
    pub berkas: String,
}

/// An input of a case: text, or a list of texts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Isian {
    /// One value.
    Teks(String),
    /// Values in order.
    Daftar(Vec<String>),
}

/// What trying a case found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hasil {
    /// The case holds.
    Cocok,
    /// The case does not hold, and why.
    Beda(String),
    /// The kind belongs to another crate.
    BukanDiSini,
}

impl Kasus {
    /// An input as text.
    #[must_use]
    pub fn teks(&self, kunci: &str) -> Option<&str> {
        match self.masukan.get(kunci) {
            Some(Isian::Teks(teks)) => Some(teks),
            _ => None,
        }
    }

    /// An input as a decimal.
    #[must_use]
    pub fn angka(&self, kunci: &str) -> Option<Decimal> {
        self.teks(kunci).and_then(teks::desimal)
    }

    /// An input as a list of decimals; none where one of them is not a decimal.
    #[must_use]
    pub fn daftar_angka(&self, kunci: &str) -> Option<Vec<Decimal>> {
        match self.masukan.get(kunci) {
            Some(Isian::Daftar(isi)) => isi.iter().map(|teks| teks::desimal(teks)).collect(),
            _ => None,
        }
    }

    /// Compares computed results with what the case says; decimals are equal when their values are.
    #[must_use]
    pub fn nilai(&self, dihitung: &BTreeMap<String, String>) -> Hasil {
        let sama = |kunci: &str, harap: &str| {
            dihitung.get(kunci).is_some_and(|hasil| {
                match (teks::desimal(hasil), teks::desimal(harap)) {
                    (Some(a), Some(b)) => a == b,
                    _ => hasil == harap,
                }
            })
        };
        if self.keluaran.is_empty() && self.bukan_keluaran.is_empty() {
            return Hasil::Beda(format!("{}: kasus tidak menyebut keluaran", self.kalimat));
        }
        let benar = self
            .keluaran
            .iter()
            .all(|(kunci, harap)| sama(kunci, harap));
        let salah = self
            .bukan_keluaran
            .iter()
            .any(|(kunci, tolak)| sama(kunci, tolak));
        if benar && !salah {
            Hasil::Cocok
        } else {
            Hasil::Beda(format!("{}: hasil {dihitung:?}", self.kalimat))
        }
    }

    /// Tries the case, where its kind is one that the law data decide.
    #[must_use]
    pub fn uji(&self, hukum: &Hukum) -> Hasil {
        let hitung = match self.jenis.as_str() {
            "pita" => kelas,
            "ketentuan" => isi_ketentuan,
            "jumlah_bobot" => jumlah_bobot,
            _ => return Hasil::BukanDiSini,
        };
        let Some(kode) = self.ketentuan.as_deref() else {
            return Hasil::Beda(format!("{}: `ketentuan` belum diisi", self.kalimat));
        };
        let dihitung = match hukum.ketentuan(kode, self.tahun) {
            Ok(ketentuan) => match hitung(self, ketentuan) {
                Ok(dihitung) => dihitung,
                Err(sebab) => return Hasil::Beda(format!("{}: {sebab}", self.kalimat)),
            },
            Err(tidak) => satu("galat", tidak.to_string()),
        };
        self.nilai(&dihitung)
    }
}

/// The worked cases that travel inside the program.
///
/// # Errors
/// All defects of all files at once.
pub fn bawaan() -> Result<Vec<Kasus>, Vec<Masalah>> {
    dari_berkas(baca::berkas_kasus()?)
}

/// The worked cases of the given files: pairs of path and text.
///
/// # Errors
/// All defects of all files at once.
pub fn dari_berkas<P: Into<String>, T: Into<String>>(
    berkas: impl IntoIterator<Item = (P, T)>,
) -> Result<Vec<Kasus>, Vec<Masalah>> {
    let mut masalah = Masalahan::default();
    let mut hasil: Vec<Kasus> = Vec::new();
    for (jalur, isi) in berkas {
        let (jalur, isi): (String, String) = (jalur.into(), isi.into());
        let Some(tabel) = teks::tabel(&jalur, &isi, &mut masalah) else {
            continue;
        };
        let kasus: Vec<Kasus> = teks::banyak(&jalur, "kasus", "kalimat", tabel, &mut masalah);
        hasil.extend(kasus.into_iter().map(|kasus| Kasus {
            berkas: jalur.clone(),
            ..kasus
        }));
    }
    if masalah.0.is_empty() {
        Ok(hasil)
    } else {
        Err(masalah.0)
    }
}

type Dihitung = Result<BTreeMap<String, String>, String>;

fn satu(kunci: &str, nilai: impl Into<String>) -> BTreeMap<String, String> {
    BTreeMap::from([(kunci.to_owned(), nilai.into())])
}

fn kelas(kasus: &Kasus, ketentuan: &Ketentuan) -> Dihitung {
    let nilai = kasus.angka("nilai").ok_or("`masukan.nilai` bukan angka")?;
    let pita = ketentuan
        .pita()
        .ok_or_else(|| format!("{} bukan pita", ketentuan.kode))?;
    Ok(match pita.kelas(nilai) {
        Ok((_, kelas)) => BTreeMap::from([
            ("huruf".to_owned(), kelas.huruf.clone()),
            ("nama".to_owned(), kelas.nama.clone()),
        ]),
        Err(luar) => satu("galat", luar.to_string()),
    })
}

fn isi_ketentuan(kasus: &Kasus, ketentuan: &Ketentuan) -> Dihitung {
    let mut dihitung = satu("regulasi", &ketentuan.regulasi);
    match &ketentuan.isi {
        Isi::Angka(angka) => {
            dihitung.insert("angka".to_owned(), angka.to_string());
        }
        Isi::Rumus { rumus, .. } => {
            dihitung.insert("rumus".to_owned(), rumus.clone());
        }
        Isi::Kosong => {
            dihitung.insert("kosong".to_owned(), "ya".to_owned());
        }
        Isi::Daftar(_) | Isi::Pita(_) => {}
    }
    if let Some(kode) = kasus.teks("butir") {
        let ada = ketentuan.butir().iter().any(|b| b.kode == kode);
        dihitung.insert(
            "ada".to_owned(),
            if ada { "ya" } else { "tidak" }.to_owned(),
        );
        if let Some(nilai) = ketentuan.bobot(kode) {
            dihitung.insert("nilai".to_owned(), nilai.to_string());
        }
    }
    Ok(dihitung)
}

/// The mean of the inputs weighted by the items of the list, rounded half up to the decimals of the expected value.
fn jumlah_bobot(kasus: &Kasus, ketentuan: &Ketentuan) -> Dihitung {
    let butir = ketentuan.butir();
    let kode: Vec<&str> = butir.iter().map(|b| b.kode.as_str()).collect();
    if let Some(asing) = kasus
        .masukan
        .keys()
        .find(|kunci| !kode.contains(&kunci.as_str()))
    {
        return Err(format!("{} tidak memuat butir `{asing}`", ketentuan.kode));
    }
    let mut jumlah = Decimal::ZERO;
    let mut bobot = Decimal::ZERO;
    for b in butir {
        let nilai = kasus
            .angka(&b.kode)
            .ok_or_else(|| format!("`masukan.{}` belum diisi angka", b.kode))?;
        let berat = b
            .nilai
            .ok_or_else(|| format!("butir `{}` tidak berbobot", b.kode))?;
        jumlah += nilai * berat;
        bobot += berat;
    }
    let rata = jumlah.checked_div(bobot).ok_or("jumlah bobot nol")?;
    let harap = kasus
        .keluaran
        .get("nilai")
        .or_else(|| kasus.bukan_keluaran.get("nilai"));
    let presisi = harap
        .and_then(|teks| teks::desimal(teks))
        .map_or(2, |d| d.scale());
    let hasil = rata.round_dp_with_strategy(presisi, RoundingStrategy::MidpointAwayFromZero);
    Ok(satu("nilai", hasil.to_string()))
}
