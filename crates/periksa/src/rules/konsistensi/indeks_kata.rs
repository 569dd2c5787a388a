//! How often a document uses which word, and beside which others.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::BahanDokumen;
use crate::bacaan::Letak;
use crate::rules::teks::{Jenis, Kata, antara, kata, satuan};

/// Words of a document.
#[derive(Debug, Clone, Default)]
pub(in crate::rules) struct IndeksKata {
    /// Occurrences by the word in lower case.
    pub(super) kata: BTreeMap<String, Vec<Pakai>>,
    /// The number of each word, in lower case; those of the dictionary have one too.
    nomor: HashMap<String, u32>,
    /// Whether a word has weight, by its number.
    berbobot: Vec<bool>,
    /// Words that stand one right behind the other; those of the dictionary too.
    pasangan: HashSet<(u32, u32)>,
    /// Words of the dictionary.
    kamus: HashSet<String>,
}

/// One use of a word.
#[derive(Debug, Clone)]
pub(super) struct Pakai {
    pub(super) letak: Letak,
    /// Whether it is printed in small letters alone.
    pub(super) kecil: bool,
    /// The word right before it, by its number.
    sebelum: Option<u32>,
    /// The word right behind it.
    sesudah: Option<u32>,
}

impl IndeksKata {
    pub(in crate::rules) fn new(bahan: &BahanDokumen) -> Self {
        let mut indeks = Self::default();
        for istilah in &bahan.hukum.kamus.istilah {
            indeks.kenal(&istilah.kata);
            indeks.kenal(&istilah.arti);
        }
        let mut semua: Vec<Vec<Pakai>> = Vec::new();
        for satuan in satuan(bahan.bacaan.sumber) {
            if satuan.jenis == Jenis::Rumus {
                continue;
            }
            let kata = kata(satuan.teks);
            let (nomor, sesudah) = indeks.urutkan(satuan.teks, &kata);
            semua.resize_with(indeks.berbobot.len(), Vec::new);
            let mut sebelum = None;
            for ((satu, nomor), sesudah) in kata.iter().zip(nomor).zip(sesudah) {
                let pakai = Pakai {
                    letak: satuan.letak.bagian(satu.awal..satu.akhir),
                    kecil: matches!(satu.kecil, Cow::Borrowed(_)),
                    sebelum,
                    sesudah,
                };
                sebelum = sesudah.is_some().then_some(nomor);
                if let Some(tempat) = semua.get_mut(nomor as usize) {
                    tempat.push(pakai);
                }
            }
        }
        let mut ambil = |nomor: u32| semua.get_mut(nomor as usize).map(std::mem::take);
        let kata = indeks.nomor.iter();
        let kata = kata.filter_map(|(kata, nomor)| Some((kata.clone(), ambil(*nomor)?)));
        indeks.kata = kata.filter(|(_, pakai)| !pakai.is_empty()).collect();
        indeks
    }

    fn kenal(&mut self, teks: &str) {
        let kata = kata(teks);
        self.urutkan(teks, &kata);
        self.kamus
            .extend(kata.into_iter().map(|k| k.kecil.into_owned()));
    }

    /// The number of each word of a text, and of the word right behind it.
    fn urutkan(&mut self, teks: &str, kata: &[Kata]) -> (Vec<u32>, Vec<Option<u32>>) {
        let nomor: Vec<u32> = kata.iter().map(|k| self.nomor(&k.kecil)).collect();
        let sesudah = (0..kata.len())
            .map(|i| {
                let (ini, itu) = (nomor.get(i)?, nomor.get(i + 1)?);
                let sela = antara(teks, kata.get(i)?, kata.get(i + 1)?);
                sela.trim().is_empty().then(|| {
                    self.pasangan.insert((*ini, *itu));
                    *itu
                })
            })
            .collect();
        (nomor, sesudah)
    }

    fn nomor(&mut self, kata: &str) -> u32 {
        if let Some(nomor) = self.nomor.get(kata) {
            return *nomor;
        }
        let baru = u32::try_from(self.berbobot.len()).unwrap_or(u32::MAX);
        let berbobot = kata.chars().count() >= 4 && !SAMBUNG.contains(&kata);
        self.berbobot.push(berbobot);
        self.nomor.insert(kata.to_owned(), baru);
        baru
    }

    /// How often a word occurs; a word of the dictionary counts a little even where the document lacks it.
    pub(super) fn sering(&self, kata: &str) -> usize {
        let kamus = if self.dalam_kamus(kata) { 2 } else { 0 };
        self.kata.get(kata).map_or(0, Vec::len) + kamus
    }

    pub(super) fn dalam_kamus(&self, kata: &str) -> bool {
        self.kamus.contains(kata)
    }

    /// Whether `benar` stands elsewhere beside a word of weight that `pakai` stands beside.
    pub(super) fn sekonteks(&self, pakai: &Pakai, benar: &str) -> bool {
        let Some(benar) = self.nomor.get(benar).copied() else {
            return false;
        };
        let berbobot = |nomor: &u32| self.berbobot.get(*nomor as usize) == Some(&true);
        let kiri = pakai.sebelum.filter(berbobot);
        let kanan = pakai.sesudah.filter(berbobot);
        kiri.is_some_and(|k| self.pasangan.contains(&(k, benar)))
            || kanan.is_some_and(|k| self.pasangan.contains(&(benar, k)))
    }
}

/// Words that stand beside any other.
const SAMBUNG: &[&str] = &[
    "yang", "dengan", "untuk", "pada", "dalam", "oleh", "dari", "adalah", "sebagai", "atau",
    "serta", "tahun", "telah", "akan", "tersebut", "dapat", "juga", "seluruh", "setiap", "secara",
    "antara", "kepada", "terhadap", "sebesar",
];
