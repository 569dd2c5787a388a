//! Weights that the law or a guideline sets, and the one set that a table of the document is about.

use hukum::{Hukum, Isi};
use rust_decimal::Decimal;

use crate::understand::kosakata::normal;

/// A set of weights.
pub(super) struct Bobot {
    /// What it is a set of, as cited.
    pub(super) dasar: String,
    /// Whether the source was seen; otherwise a difference is advice.
    pub(super) pasti: bool,
    /// Names and weights in percent.
    pub(super) butir: Vec<(String, Decimal)>,
}

/// Least share of the names of a set that a table must hold to be about that set.
const BAGIAN_TERKECIL: usize = 70;
/// How alike two names must be, in hundredths.
const SERUPA: u32 = 82;

/// All sets in force for the year: of provisions, and of instruments of surveys.
pub(super) fn daftar(hukum: &Hukum, tahun: i16) -> Vec<Bobot> {
    let ketentuan = hukum.berlaku(tahun).filter_map(|k| {
        let Isi::Daftar(butir) = &k.isi else {
            return None;
        };
        let butir: Vec<(String, Decimal)> = butir
            .iter()
            .map(|b| Some((b.nama.clone(), b.nilai?)))
            .collect::<Option<_>>()?;
        let regulasi = hukum.regulasi(&k.regulasi)?;
        Some(Bobot {
            dasar: format!("{}, {}", regulasi.sebutan, k.kutipan),
            pasti: !k.status.belum_terverifikasi(),
            butir: seratus(butir)?,
        })
    });
    let instrumen = hukum.instrumen.iter().filter_map(|i| {
        let butir: Vec<(String, Decimal)> = i
            .semua_unsur()
            .map(|u| Some((u.nama.clone(), u.bobot?)))
            .collect::<Option<_>>()?;
        Some(Bobot {
            dasar: i.dasar.clone(),
            pasti: !i.status.belum_terverifikasi(),
            butir: seratus(butir)?,
        })
    });
    ketentuan.chain(instrumen).collect()
}

/// The weights in percent; none where they are no weights (do not make up a whole).
fn seratus(butir: Vec<(String, Decimal)>) -> Option<Vec<(String, Decimal)>> {
    let jumlah: Decimal = butir.iter().map(|(_, nilai)| *nilai).sum();
    let kali = if jumlah == Decimal::ONE {
        Decimal::ONE_HUNDRED
    } else if jumlah == Decimal::ONE_HUNDRED {
        Decimal::ONE
    } else {
        return None;
    };
    (butir.len() >= 3).then(|| {
        butir
            .into_iter()
            .map(|(nama, nilai)| (nama, nilai * kali))
            .collect()
    })
}

/// The set that names are about, and the weight that it gives to each name; a name outside the set has none.
pub(super) fn cari<'s>(
    semua: &'s [Bobot],
    nama: &[String],
) -> Option<(&'s Bobot, Vec<Option<Decimal>>)> {
    let nama: Vec<String> = nama.iter().map(|satu| normal(satu)).collect();
    semua
        .iter()
        .filter_map(|bobot| {
            let butir: Vec<(String, Decimal)> = bobot
                .butir
                .iter()
                .map(|(resmi, nilai)| (normal(resmi), *nilai))
                .collect();
            let cocok: Vec<Option<Decimal>> = nama
                .iter()
                .map(|satu| {
                    butir
                        .iter()
                        .find(|(resmi, _)| serupa(satu, resmi))
                        .map(|(_, nilai)| *nilai)
                })
                .collect();
            let banyak = cocok.iter().flatten().count();
            (banyak * 100 >= bobot.butir.len() * BAGIAN_TERKECIL && banyak <= bobot.butir.len())
                .then_some((banyak, bobot, cocok))
        })
        .max_by_key(|(banyak, bobot, _)| (*banyak, std::cmp::Reverse(bobot.butir.len())))
        .map(|(_, bobot, cocok)| (bobot, cocok))
}

/// Whether two normalised names mean the same item: equal, one the beginning of the other, or nearly equal.
fn serupa(a: &str, b: &str) -> bool {
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let awal = |panjang: &str, pendek: &str| {
        pendek.len() >= 6
            && panjang
                .strip_prefix(pendek)
                .is_some_and(|sisa| sisa.starts_with(' '))
    };
    if a == b || awal(a, b) || awal(b, a) {
        return true;
    }
    let (m, n) = (a.chars().count(), b.chars().count());
    let panjang = m.max(n);
    // So many letters at least must be added.
    if m.abs_diff(n) * 100 / panjang > (100 - SERUPA) as usize {
        return false;
    }
    let jarak = strsim::levenshtein(a, b);
    u32::try_from(jarak * 100 / panjang).is_ok_and(|beda| beda <= 100 - SERUPA)
}
