//! The abbreviation in brackets behind a name: its letters in another order, or a word of the name replaced.

use std::collections::{BTreeMap, BTreeSet};

use super::{Kepanjangan, buka_kurung, hampir};
use crate::BahanDokumen;
use crate::bacaan::Letak;
use crate::rules::konsistensi::indeks_kata::IndeksKata;
use crate::rules::teks::{antara, kata_terakhir, satuan};

/// An abbreviation in brackets, with the words before it.
pub(super) struct Kurung {
    singkatan: String,
    letak: Letak,
    /// The last words before the bracket, in lower case.
    ekor: Vec<String>,
    /// Where those stand.
    letak_ekor: Letak,
    /// The first letters of as many words before the bracket as an abbreviation may have letters.
    awalan: String,
}

/// How many words before a bracket are compared.
const EKOR: usize = 3;

/// Fewest and most letters of an abbreviation.
const PANJANG: std::ops::RangeInclusive<usize> = 3..=8;

/// All abbreviations in capitals in brackets right behind words.
pub(super) fn kumpulkan(bahan: &BahanDokumen) -> Vec<Kurung> {
    let mut hasil = Vec::new();
    for satuan in satuan(bahan.bacaan.sumber) {
        for rentang in buka_kurung(satuan.teks) {
            let Some(dalam) = satuan.teks.get(rentang.clone()) else {
                continue;
            };
            if !PANJANG.contains(&dalam.len()) || !dalam.chars().all(|c| c.is_ascii_uppercase()) {
                continue;
            }
            let kiri = satuan.teks.get(..rentang.start - 1).unwrap_or_default();
            let semua = kata_terakhir(kiri, *PANJANG.end());
            let Some(ekor) = semua.len().checked_sub(EKOR).and_then(|i| semua.get(i..)) else {
                continue;
            };
            let (Some(pertama), Some(akhir)) = (ekor.first(), ekor.last()) else {
                continue;
            };
            let rapat = ekor.windows(2).all(|dua| match dua {
                [a, b] => antara(kiri, a, b).trim().is_empty(),
                _ => true,
            }) && kiri.get(akhir.akhir..).is_some_and(|s| s.trim().is_empty());
            if rapat {
                let depan = semua
                    .get(semua.len().saturating_sub(*PANJANG.end())..)
                    .unwrap_or_default();
                hasil.push(Kurung {
                    awalan: depan
                        .iter()
                        .filter_map(|k| k.kecil.chars().next())
                        .collect(),
                    singkatan: dalam.to_owned(),
                    letak: satuan.letak.bagian(rentang),
                    ekor: ekor.iter().map(|k| k.kecil.to_string()).collect(),
                    letak_ekor: satuan.letak.bagian(pertama.awal..akhir.akhir),
                });
            }
        }
    }
    hasil
}

/// Abbreviations with their letters in another order or one letter replaced, each with the usual one.
pub(super) fn tertukar(
    bahan: &BahanDokumen,
    indeks: &IndeksKata,
    panjang: &[Kepanjangan],
    semua: &[Kurung],
) -> Vec<(Letak, String)> {
    const JARANG: usize = 1;
    const LAZIM: usize = 3;
    let dipakai = |singkatan: &str| {
        indeks
            .kata
            .get(singkatan.to_lowercase().as_str())
            .map_or(0, Vec::len)
    };
    // What the same words are shortened to elsewhere.
    let mut oleh_ekor: BTreeMap<&[String], Vec<&str>> = BTreeMap::new();
    for satu in semua {
        oleh_ekor
            .entry(&satu.ekor)
            .or_default()
            .push(&satu.singkatan);
    }
    let dipanjangkan: BTreeSet<&str> = panjang.iter().map(|p| p.singkatan.as_str()).collect();
    let mut hasil = Vec::new();
    for satu in semua {
        let kecil = satu.singkatan.to_lowercase();
        let sah = dipanjangkan.contains(satu.singkatan.as_str())
            || bahan.hukum.kamus.cari(&satu.singkatan).is_some();
        if sah || dipakai(&satu.singkatan) > JARANG {
            continue;
        }
        let huruf = urut(&kecil);
        let sekata = oleh_ekor
            .get(satu.ekor.as_slice())
            .into_iter()
            .flatten()
            .find(|lain| {
                let lain = lain.to_lowercase();
                lain != kecil
                    && (urut(&lain) == huruf || hampir(&lain, &kecil) || selip(&lain, &kecil))
            })
            .filter(|lain| dipakai(lain) >= LAZIM)
            .map(|lain| (*lain).to_owned());
        // What the words themselves shorten to, where that is what is used.
        let seawal = || {
            satu.awalan
                .char_indices()
                .filter_map(|(i, _)| satu.awalan.get(i..))
                .find(|lain| {
                    PANJANG.contains(&lain.len())
                        && *lain != kecil
                        && (urut(lain) == huruf || hampir(lain, &kecil) || selip(lain, &kecil))
                        && dipakai(lain) >= LAZIM
                })
                .map(str::to_uppercase)
        };
        if let Some(lazim) = sekata.or_else(seawal) {
            hasil.push((satu.letak.clone(), lazim));
        }
    }
    hasil
}

/// Names before an abbreviation in which one word is not the usual one, each with the usual words.
pub(super) fn kata_diganti(semua: &[Kurung]) -> Vec<(Letak, String, String)> {
    let mut oleh: BTreeMap<&str, BTreeMap<&[String], Vec<&Kurung>>> = BTreeMap::new();
    for satu in semua {
        oleh.entry(&satu.singkatan)
            .or_default()
            .entry(&satu.ekor)
            .or_default()
            .push(satu);
    }
    let mut hasil = Vec::new();
    for (singkatan, bentuk) in oleh {
        let Some((lazim, banyak)) = bentuk
            .iter()
            .max_by_key(|(_, l)| l.len())
            .map(|(e, l)| (*e, l.len()))
        else {
            continue;
        };
        let huruf = singkatan.to_lowercase();
        for (ekor, letak) in &bentuk {
            let [satu] = letak.as_slice() else { continue };
            let beda: Vec<(&String, &String)> = lazim
                .iter()
                .zip(ekor.iter())
                .filter(|(a, b)| a != b)
                .collect();
            let [(asli, baru)] = beda.as_slice() else {
                continue;
            };
            let awal = |kata: &str| kata.chars().next().is_some_and(|c| huruf.contains(c));
            if banyak >= 2 && awal(asli) && !awal(baru) {
                hasil.push((
                    satu.letak_ekor.clone(),
                    singkatan.to_owned(),
                    lazim.join(" "),
                ));
            }
        }
    }
    hasil
}

fn urut(kata: &str) -> String {
    let mut huruf: Vec<char> = kata.chars().collect();
    huruf.sort_unstable();
    huruf.into_iter().collect()
}

/// Whether one of two abbreviations is the other with one letter more.
fn selip(a: &str, b: &str) -> bool {
    let (pendek, panjang) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if panjang.chars().count() != pendek.chars().count() + 1 || pendek.chars().count() < 3 {
        return false;
    }
    let sama = pendek
        .chars()
        .zip(panjang.chars())
        .take_while(|(x, y)| x == y)
        .count();
    pendek.chars().skip(sama).eq(panjang.chars().skip(sama + 1))
}
