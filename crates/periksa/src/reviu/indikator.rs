//! The indicators that a reviewer has before them.

use std::collections::BTreeSet;

use super::IndikatorReviu;
use crate::bacaan::{Asal, Bacaan, IndikatorCetak, Letak, Milik, Peran, Pernyataan};

/// Most indicators that one remark names.
const DISEBUT: usize = 12;

/// Indicators of the agreement.
pub(super) fn diperjanjikan<'a>(bacaan: &'a Bacaan) -> Vec<&'a IndikatorCetak> {
    bacaan
        .indikator
        .iter()
        .filter(|i| i.diperjanjikan)
        .collect()
}

/// The office's own statements on an indicator in one of the roles.
pub(super) fn pernyataan<'a>(
    bacaan: &'a Bacaan,
    indikator: &'a IndikatorCetak,
    peran: &'a [Peran],
) -> impl Iterator<Item = &'a Pernyataan> {
    bacaan.pernyataan.iter().filter(move |p| {
        p.perihal.kunci == indikator.kunci && p.milik == Milik::Sendiri && peran.contains(&p.peran)
    })
}

/// Whether a statement is on the year of the report; one without a year counts.
pub(super) fn tahun_ini(bacaan: &Bacaan, p: &Pernyataan) -> bool {
    p.tahun.is_none() || bacaan.identitas.tahun.is_none() || p.tahun == bacaan.identitas.tahun
}

/// Values of the year in a role as printed, each once.
pub(super) fn nilai(bacaan: &Bacaan, indikator: &IndikatorCetak, peran: Peran) -> Vec<String> {
    let mut sudah = BTreeSet::new();
    let mut teks = Vec::new();
    for p in pernyataan(bacaan, indikator, &[peran]) {
        let Some(angka) = bacaan.angka.get(p.angka.0) else {
            continue;
        };
        if tahun_ini(bacaan, p) && p.bulan.is_none() && sudah.insert(angka.nilai) {
            teks.push(angka.teks.clone());
        }
    }
    teks
}

/// Where a statement stands.
pub(super) fn letak<'a>(bacaan: &'a Bacaan, p: &Pernyataan) -> Option<&'a Letak> {
    match p.asal {
        Asal::Kalimat(i) => bacaan.kalimat.get(i).map(|k| &k.letak),
        Asal::Tabel(_) | Asal::Rumus(_) => bacaan.angka.get(p.angka.0).map(|a| &a.letak),
    }
}

/// Names in a list, the rest counted.
pub(super) fn nama<'a>(daftar: impl IntoIterator<Item = &'a IndikatorCetak>) -> String {
    sebut(daftar.into_iter().map(|i| i.nama.trim().to_owned()))
}

/// The indicators of the agreement; all that the document names where the agreement was not seen.
pub(super) fn daftar(bacaan: &Bacaan) -> Vec<IndikatorReviu> {
    let janji = diperjanjikan(bacaan);
    let terpilih = if janji.is_empty() {
        bacaan.indikator.iter().collect()
    } else {
        janji
    };
    terpilih
        .into_iter()
        .map(|i| IndikatorReviu {
            nama: i.nama.trim().to_owned(),
            satuan: i.satuan.clone(),
            diperjanjikan: i.diperjanjikan,
            target: nilai(bacaan, i, Peran::Target),
            realisasi: nilai(bacaan, i, Peran::Realisasi),
            capaian: nilai(bacaan, i, Peran::Capaian),
        })
        .collect()
}

fn sebut(daftar: impl Iterator<Item = String>) -> String {
    let semua: Vec<String> = daftar.collect();
    let sisa = semua.len().saturating_sub(DISEBUT);
    let disebut: Vec<String> = semua.into_iter().take(DISEBUT).collect();
    let mut teks = disebut.join("; ");
    if sisa > 0 {
        teks.push_str(&format!("; dan {sisa} lainnya"));
    }
    teks
}
