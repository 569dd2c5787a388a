//! Whose number it is: the body that a phrase names as its possessor.

use std::collections::BTreeSet;

use super::kata::{Isi, Kata};
use crate::bacaan::{Bacaan, Milik};
use crate::understand::kosakata;

/// A body named in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::understand) struct Badan {
    /// First word.
    pub awal: usize,
    /// One past the last word.
    pub akhir: usize,
    /// Who it is.
    pub milik: Milik,
}

/// Words that begin the name of a body beside those of offices.
const KEPALA_WILAYAH: &[&str] = &[
    "provinsi",
    "kabupaten",
    "kota",
    "kanwil",
    "kanim",
    "ditjen",
    "bapas",
    "lapas",
    "rutan",
    "unit",
];

/// Words inside the name of a body that are not capitalised.
const SAMBUNG: &[&str] = &["dan", "atas", "di"];

/// Words before a body that make it part of something else than a possessor.
const BUKAN_PEMILIK: &[&str] = &[
    "strategis",
    "renstra",
    "renja",
    "peraturan",
    "keputusan",
    "lingkungan",
    "bawah",
    "dibawah",
    "kepada",
    "oleh",
    "menteri",
    "kepala",
    "sekretaris",
    "direktur",
    "bersama",
    "aplikasi",
    "melalui",
    "berdasarkan",
    "mendukung",
    "perpanjangan",
    "pelaksana",
    "tugas",
    "dokumen",
    "rencana",
];

/// Words that name everybody.
const NASIONAL: &[&str] = &["nasional", "se-indonesia"];

/// The names that a report has for its own office.
#[derive(Debug, Default)]
pub(in crate::understand) struct Diri {
    /// Each as words.
    nama: Vec<Vec<String>>,
    /// Every word of the full name.
    kata: BTreeSet<String>,
}

impl Diri {
    pub fn susun(bacaan: &Bacaan) -> Self {
        let identitas = &bacaan.identitas;
        let pecah = |teks: &String| -> Vec<String> {
            kosakata::normal(teks)
                .split(' ')
                .filter(|k| !k.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let mut nama: Vec<Vec<String>> = identitas
            .kantor
            .iter()
            .chain(&identitas.sebutan)
            .map(pecah)
            .filter(|kata| !kata.is_empty())
            .collect();
        nama.sort_by_key(|kata| std::cmp::Reverse(kata.len()));
        let kata = identitas.kantor.iter().flat_map(pecah).collect();
        Self { nama, kata }
    }

    /// The bodies that a sentence names, left to right.
    pub fn badan(&self, kata: &[Kata]) -> Vec<Badan> {
        let mut hasil: Vec<Badan> = Vec::new();
        let mut di = 0;
        while di < kata.len() {
            if let Some(panjang) = self.sendiri(&kata[di..]) {
                hasil.push(Badan {
                    awal: di,
                    akhir: di + panjang,
                    milik: Milik::Sendiri,
                });
                di += panjang;
            } else if let Some((panjang, nama)) =
                lain(&kata[di..]).or_else(|| self.sejenis(&kata[di..]))
            {
                if !bukan_pemilik(kata, di) {
                    let milik = if self.memuat(&nama) {
                        Milik::Sendiri
                    } else {
                        Milik::Lain(nama)
                    };
                    hasil.push(Badan {
                        awal: di,
                        akhir: di + panjang,
                        milik,
                    });
                }
                di += panjang;
            } else {
                di += 1;
            }
        }
        hasil
    }

    /// A body of the own kind: the abbreviation that the own short name begins with, and the capitalised words behind it.
    fn sejenis(&self, kata: &[Kata]) -> Option<(usize, String)> {
        let pertama = kata.first().filter(|k| k.besar && k.isi == Isi::Kata)?;
        let kepala = self
            .nama
            .iter()
            .any(|nama| (2..=5).contains(&nama.len()) && nama.first() == Some(&pertama.teks));
        if !kepala || pertama.teks.len() > 8 {
            return None;
        }
        let panjang = kata
            .iter()
            .take_while(|k| k.isi == Isi::Kata && k.besar)
            .count();
        let nama: Vec<&str> = kata.iter().take(panjang).map(|k| k.teks.as_str()).collect();
        (panjang >= 2).then(|| (panjang, nama.join(" ")))
    }

    fn sendiri(&self, kata: &[Kata]) -> Option<usize> {
        self.nama.iter().find_map(|nama| {
            let cocok = kata.len() >= nama.len()
                && nama
                    .iter()
                    .zip(kata)
                    .all(|(a, b)| b.isi != Isi::Celah && *a == b.teks);
            cocok.then_some(nama.len())
        })
    }

    /// Whether all words of a name stand in the own name ("Kabupaten Sleman" of a "Dinas … Kabupaten Sleman").
    fn memuat(&self, nama: &str) -> bool {
        !self.kata.is_empty() && nama.split(' ').all(|kata| self.kata.contains(kata))
    }
}

/// A body that is not the own office: a word that begins such names, and the capitalised words behind it.
fn lain(kata: &[Kata]) -> Option<(usize, String)> {
    let pertama = kata.first()?;
    if pertama.salah_satu(NASIONAL) {
        return Some((1, "nasional".to_owned()));
    }
    if !pertama.besar
        || !(kosakata::KEPALA_KANTOR.contains(&pertama.teks.as_str())
            || KEPALA_WILAYAH.contains(&pertama.teks.as_str()))
    {
        return None;
    }
    let mut akhir = 1;
    for (i, satu) in kata.iter().enumerate().skip(1) {
        if satu.isi == Isi::Kata && satu.besar {
            akhir = i + 1;
        } else if !satu.salah_satu(SAMBUNG) {
            break;
        }
    }
    // A kind alone ("Kantor", "Dinas") names nobody; the name of a ministry's own arm does.
    let sendirian = ["kanwil", "ditjen", "kementerian"].contains(&pertama.teks.as_str());
    if akhir < 2 && !sendirian {
        return None;
    }
    let nama: Vec<&str> = kata[..akhir].iter().map(|k| k.teks.as_str()).collect();
    Some((akhir, nama.join(" ")))
}

fn bukan_pemilik(kata: &[Kata], di: usize) -> bool {
    di.checked_sub(1)
        .and_then(|sebelum| kata.get(sebelum))
        .is_some_and(|sebelum| sebelum.salah_satu(BUKAN_PEMILIK))
}

/// The possessor of what the words from `awal` to `akhir` speak of: the last body that they name.
///
/// A body before the comma that opens the noun phrase of the number is only its scene, unless "pada" makes it the place.
pub(in crate::understand) fn pemilik<'b>(
    kata: &[Kata],
    badan: &'b [Badan],
    awal: usize,
    akhir: usize,
) -> Option<&'b Milik> {
    let terakhir = badan
        .iter()
        .rev()
        .find(|b| awal <= b.awal && b.akhir <= akhir)?;
    let koma = kata
        .get(terakhir.akhir..akhir)
        .unwrap_or_default()
        .iter()
        .any(|k| k.tanda(','));
    let tempat = terakhir
        .awal
        .checked_sub(1)
        .and_then(|i| kata.get(i))
        .is_some_and(|k| k.salah_satu(&["pada", "di", "untuk"]));
    (!koma || tempat || terakhir.milik == Milik::Sendiri).then_some(&terakhir.milik)
}
