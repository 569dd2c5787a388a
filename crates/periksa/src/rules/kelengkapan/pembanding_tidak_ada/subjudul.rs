//! A heading that the sections of all other indicators have.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::BahanDokumen;
use crate::understand::kosakata::normal;

/// Fewest sections among which one can be the exception.
const TERSEDIKIT: usize = 3;

/// Sections of indicators that lack a heading which all others have: index into the outline, and the heading.
pub(super) fn kurang(bahan: &BahanDokumen, isi: &Range<usize>) -> Vec<(usize, String)> {
    let bacaan = bahan.bacaan;
    // The top heading of each indicator, and the headings right below it.
    let mut puncak: BTreeMap<usize, usize> = BTreeMap::new();
    for (i, bagian) in bacaan.kerangka.iter().enumerate() {
        if let Some(indikator) = bagian.indikator.filter(|_| isi.contains(&bagian.piece)) {
            puncak.entry(indikator).or_insert(i);
        }
    }
    let mut bagian: BTreeMap<usize, BTreeMap<String, String>> = BTreeMap::new();
    let puncak_indikator: BTreeMap<usize, usize> = puncak
        .iter()
        .map(|(indikator, i)| (*i, *indikator))
        .collect();
    for satu in &bacaan.kerangka {
        let Some((induk, indikator)) = satu
            .induk
            .and_then(|induk| Some((induk, *puncak_indikator.get(&induk)?)))
        else {
            continue;
        };
        let nama = bacaan.indikator.get(indikator);
        let mut kunci = format!(" {} ", normal(&satu.judul));
        for sebutan in nama
            .into_iter()
            .flat_map(|n| std::iter::once(&n.nama).chain(&n.sebutan))
        {
            kunci = kunci.replace(&format!(" {} ", normal(sebutan)), " ");
        }
        bagian
            .entry(induk)
            .or_default()
            .insert(kunci.trim().to_owned(), satu.judul.clone());
    }
    bagian.retain(|_, anak| anak.len() >= 2);
    let banyak = bagian.len();
    if banyak < TERSEDIKIT {
        return Vec::new();
    }
    let mut pemilik: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (induk, anak) in &bagian {
        for kunci in anak.keys() {
            pemilik.entry(kunci).or_default().insert(*induk);
        }
    }
    let mut hasil = Vec::new();
    for (kunci, milik) in &pemilik {
        let wajib = ["banding", "penyebab", "analisis"]
            .iter()
            .any(|kata| kunci.contains(kata));
        if !wajib || milik.len() + 1 != banyak {
            continue;
        }
        let Some((induk, anak)) = bagian.iter().find(|(induk, _)| !milik.contains(induk)) else {
            continue;
        };
        // It is built as the others are, and says the same under no other name.
        let sebangun = anak
            .keys()
            .filter(|k| pemilik.get(k.as_str()).is_some_and(|m| m.len() == banyak))
            .count();
        let sendiri = anak
            .keys()
            .any(|k| pemilik.get(k.as_str()).is_some_and(|m| m.len() == 1));
        let judul = bagian
            .values()
            .find_map(|anak| anak.get(*kunci))
            .cloned()
            .unwrap_or_default();
        if sebangun >= 2 && !sendiri {
            hasil.push((*induk, judul));
        }
    }
    hasil
}
