//! When: the year and the month that a sentence gives to its numbers.

use std::collections::BTreeMap;
use std::ops::Range;

use super::kata::{Isi, Kata};
use crate::understand::kosakata;

const SEBELUMNYA: &[&str] = &["sebelumnya", "lalu", "kemarin", "silam"];
const INI: &[&str] = &["ini", "berjalan"];
const PEMBANDING: &[&str] = &[
    "dari",
    "dibanding",
    "dibandingkan",
    "perbandingan",
    "daripada",
];
/// What may be "dari" something of the same year: a part of it.
const KESELURUHAN: &[&str] = &[
    "target",
    "targetnya",
    "anggaran",
    "pagu",
    "total",
    "jumlah",
    "dipa",
];

/// The years that a word names, with relative ones ("tahun lalu") told by the year of the report.
pub(in crate::understand) fn tahun(kata: &[Kata], di: usize, laporan: Option<i16>) -> Option<i16> {
    match kata.get(di)?.isi {
        Isi::Tahun(tahun) => Some(tahun),
        Isi::Kata if kata[di].teks == "tahun" => {
            let sesudah = kata.get(di + 1)?;
            if sesudah.salah_satu(SEBELUMNYA) {
                laporan?.checked_sub(1)
            } else if sesudah.salah_satu(INI) {
                laporan
            } else {
                None
            }
        }
        _ => None,
    }
}

/// The last year in a stretch of words.
pub(in crate::understand) fn terakhir(
    kata: &[Kata],
    rentang: Range<usize>,
    laporan: Option<i16>,
) -> Option<i16> {
    rentang.rev().find_map(|di| tahun(kata, di, laporan))
}

/// The last month in a stretch of words.
pub(in crate::understand) fn bulan(kata: &[Kata], rentang: Range<usize>) -> Option<u8> {
    kata.get(rentang)?
        .iter()
        .rev()
        .filter(|k| nama_bulan(k))
        .find_map(|k| kosakata::bulan(&k.teks))
}

/// Whether a word is a month; its short forms are words of other senses in running text ("mar", "des").
pub(in crate::understand) fn nama_bulan(kata: &Kata) -> bool {
    kata.isi == Isi::Kata
        && kata.besar
        && (kata.teks.len() > 3 || kata.teks == "mei")
        && kosakata::bulan(&kata.teks).is_some()
}

/// The year that stands behind a number and belongs to it ("3,90 pada tahun 2022"), and one past its word.
pub(in crate::understand) fn menyusul(
    kata: &[Kata],
    angka: usize,
    laporan: Option<i16>,
) -> Option<(i16, usize)> {
    const TERJAUH: usize = 6;
    let mut pengantar = false;
    for di in angka + 1..(angka + 1 + TERJAUH).min(kata.len()) {
        let satu = &kata[di];
        if let Some(tahun) = tahun(kata, di, laporan) {
            let sesudah = kata.get(di + 1);
            // A year that leads on to the next number is that number's.
            let milik_berikut = sesudah.is_some_and(|k| {
                k.salah_satu(&[
                    "sebesar", "adalah", "sebanyak", "senilai", "mencapai", "yang",
                ]) || k.angka().is_some()
            });
            return (pengantar && !milik_berikut).then_some((tahun, di + 1));
        }
        match satu.isi {
            Isi::Kata if satu.salah_satu(&["pada", "di", "untuk", "dalam", "selama"]) => {
                pengantar = true;
            }
            Isi::Tanda('(') => pengantar = true,
            Isi::Kata
                if satu.salah_satu(&["tahun", "anggaran", "ta", "persen", "rupiah"])
                    || kosakata::satuan(&satu.teks).is_some() => {}
            _ => return None,
        }
    }
    None
}

/// The year that the sentence is about: the latest one that it does not compare with; else that of the report.
pub(in crate::understand) fn pokok(kata: &[Kata], laporan: Option<i16>) -> Option<i16> {
    let mut calon: Vec<(i16, usize)> = (0..kata.len())
        .filter_map(|di| Some((tahun(kata, di, laporan)?, di)))
        // A later year than the report's is that of a plan.
        .filter(|(tahun, _)| laporan.is_none_or(|laporan| *tahun <= laporan))
        .collect();
    calon.sort_by_key(|(tahun, _)| std::cmp::Reverse(*tahun));
    let pokok = calon
        .into_iter()
        .find(|(_, di)| !pembanding(kata, *di) && (laporan.is_none() || !milik_sendiri(kata, *di)));
    pokok.map(|(tahun, _)| tahun).or(laporan)
}

/// Whether the year at `di` is that of one number only ("3,66 melampaui … realisasi *2023* sebesar 3,63"), or of a reason
/// behind all numbers ("bertambah 2 unit karena sisa *tahun sebelumnya*").
fn milik_sendiri(kata: &[Kata], di: usize) -> bool {
    const TERDEKAT: usize = 3;
    let sebelum = kata.get(..di).unwrap_or_default();
    let sesudah = kata.get(di + 1..).unwrap_or_default();
    if !sebelum.iter().any(|k| k.angka().is_some()) {
        return false;
    }
    let berikut = sesudah
        .iter()
        .take(TERDEKAT)
        .take_while(|k| {
            k.angka().is_some()
                || k.salah_satu(&[
                    "sebesar", "adalah", "yang", "sebanyak", "senilai", "mencapai",
                ])
        })
        .any(|k| k.angka().is_some());
    // A list whose first number has a year too is about its latest one.
    let pertama = sebelum.iter().position(|k| k.angka().is_some());
    let berderet =
        pertama.is_some_and(|i| kata[..i].iter().any(|k| matches!(k.isi, Isi::Tahun(_))));
    let alasan = !sesudah.iter().any(|k| k.angka().is_some())
        && sebelum
            .iter()
            .rev()
            .take_while(|k| k.angka().is_none())
            .any(|k| k.salah_satu(&["karena", "akibat", "sebab", "disebabkan"]));
    // Behind a semicolon another part of the sentence begins.
    let bagian_lain = sesudah.iter().any(|k| k.angka().is_some())
        && sebelum
            .iter()
            .rev()
            .take_while(|k| k.angka().is_none())
            .any(|k| k.tanda(';'));
    alasan || ((berikut || bagian_lain) && !berderet)
}

/// The first of several years that a sentence runs through, for the number that it begins with ("tahun 2021, 2022, dan 2023
/// selalu naik, dari *3,50* menjadi 3,60").
pub(in crate::understand) fn awal_deret(kata: &[Kata], di: usize) -> Option<i16> {
    const TERJAUH: usize = 4;
    let dari = di
        .checked_sub(1)
        .and_then(|i| kata.get(i))
        .is_some_and(|k| k.salah_satu(&["dari"]));
    let menjadi = kata
        .iter()
        .skip(di + 1)
        .take(TERJAUH)
        .any(|k| k.salah_satu(&["menjadi", "ke"]));
    let tahun: Vec<i16> = kata
        .get(..di)?
        .iter()
        .filter_map(|k| match k.isi {
            Isi::Tahun(tahun) => Some(tahun),
            _ => None,
        })
        .collect();
    (dari && menjadi && tahun.len() >= 2)
        .then(|| tahun.iter().min().copied())
        .flatten()
}

/// The year of the number before, for one that stands in the remark behind it ("tahun 2023 Rp5 juta (pagu Rp6 juta)").
pub(in crate::understand) fn dalam_kurung(
    kata: &[Kata],
    di: usize,
    laporan: Option<i16>,
) -> Option<i16> {
    const TERJAUH: usize = 16;
    let awal = di.saturating_sub(TERJAUH);
    let buka = (awal..di)
        .rev()
        .take_while(|i| !kata[*i].tanda(')'))
        .find(|i| kata[*i].tanda('('))?;
    let angka = (awal..buka)
        .rev()
        .take(3)
        .find(|i| kata[*i].angka().is_some())?;
    (awal..angka)
        .rev()
        .take_while(|i| kata[*i].angka().is_none() && !kata[*i].tanda(','))
        .find_map(|i| tahun(kata, i, laporan))
}

/// Whether the year at `di` is one that something is compared with.
pub(in crate::understand) fn pembanding(kata: &[Kata], di: usize) -> bool {
    const TERJAUH: usize = 6;
    let awal = di.saturating_sub(TERJAUH);
    let sebelum = kata.get(awal..di).unwrap_or_default();
    let batas = sebelum
        .iter()
        .rposition(|k| k.angka().is_some() || k.tanda(','))
        .map_or(0, |i| i + 1);
    let sebelum = &sebelum[batas..];
    let ada = |daftar: &[&str]| sebelum.iter().any(|k| k.salah_satu(daftar));
    if nilai_pembanding(kata, di) {
        return true;
    }
    let bagian = ada(KESELURUHAN) && !ada(&["dibanding", "dibandingkan", "perbandingan"]);
    ada(PEMBANDING) && !bagian
}

/// Whether the year stands behind the value that something came from ("dari 16,70% pada *tahun 2022*").
fn nilai_pembanding(kata: &[Kata], tahun: usize) -> bool {
    let Some(angka) = (0..tahun)
        .rev()
        .take_while(|i| tahun - i <= 5)
        .find(|i| kata[*i].angka().is_some())
    else {
        return false;
    };
    let antara = kata[angka + 1..tahun].iter().all(|k| {
        k.salah_satu(&["pada", "di", "tahun", "poin", "persen"])
            || k.tanda('(')
            || kosakata::satuan(&k.teks).is_some()
    });
    let awal = angka.saturating_sub(2);
    antara
        && kata[awal..angka].iter().any(|k| k.salah_satu(PEMBANDING))
        && !kata[awal..angka].iter().any(|k| k.salah_satu(KESELURUHAN))
}

/// The year that a change behind a number is measured from ("naik 2,28 poin dari *tahun lalu*").
pub(in crate::understand) fn dasar_perubahan(
    kata: &[Kata],
    angka: usize,
    laporan: Option<i16>,
) -> Option<i16> {
    const TERJAUH: usize = 7;
    let akhir = (angka + 1 + TERJAUH).min(kata.len());
    let mut dibanding = false;
    for di in angka + 1..akhir {
        if kata[di].angka().is_some() || kata[di].tanda(',') {
            return None;
        }
        dibanding |= kata[di].salah_satu(PEMBANDING);
        if dibanding && let Some(tahun) = tahun(kata, di, laporan) {
            return Some(tahun);
        }
    }
    None
}

/// Which number of a list belongs to which year ("tahun 2021, 2022, dan 2023 berturut-turut 3,58, 3,71, dan 3,75").
///
/// A number of a list whose years cannot be told is held by none.
pub(in crate::understand) fn berderet(kata: &[Kata]) -> BTreeMap<usize, Option<i16>> {
    let mut hasil = BTreeMap::new();
    let kunci = kata
        .iter()
        .enumerate()
        .filter(|(_, k)| k.salah_satu(&["berturut-turut", "masing-masing", "berurutan"]));
    for (di, _) in kunci {
        let Some(pertama) = (di + 1..kata.len())
            .take(6)
            .find(|i| kata[*i].angka().is_some())
        else {
            continue;
        };
        let angka = deret(kata, pertama, |k| k.angka().is_some());
        if angka.len() < 2 {
            continue;
        }
        let tahun: Vec<i16> = kata[..di]
            .iter()
            .rposition(|k| matches!(k.isi, Isi::Tahun(_)))
            .map(|akhir| {
                let mut tahun = Vec::new();
                for k in kata[..=akhir].iter().rev() {
                    match k.isi {
                        Isi::Tahun(t) => tahun.push(t),
                        _ if penghubung(k) => {}
                        _ => break,
                    }
                }
                tahun.reverse();
                tahun
            })
            .unwrap_or_default();
        for (i, angka_di) in angka.iter().enumerate() {
            let satu = (tahun.len() == angka.len()).then(|| tahun[i]);
            hasil.insert(*angka_di, satu);
        }
    }
    hasil
}

/// The places of a list from its first one on.
fn deret(kata: &[Kata], pertama: usize, butir: impl Fn(&Kata) -> bool) -> Vec<usize> {
    let mut hasil = Vec::new();
    for (i, k) in kata.iter().enumerate().skip(pertama) {
        if butir(k) {
            hasil.push(i);
        } else if !penghubung(k) && kosakata::satuan(&k.teks).is_none() {
            break;
        }
    }
    hasil
}

fn penghubung(k: &Kata) -> bool {
    k.tanda(',') || k.tanda(';') || k.salah_satu(&["dan", "serta", "tahun"])
}
