//! How often a document uses which word, and beside which others.

use std::collections::{BTreeMap, BTreeSet};

use crate::BahanDokumen;
use crate::bacaan::Letak;
use crate::rules::teks::{Jenis, antara, kata, satuan};

/// Words of a document.
#[derive(Debug, Default)]
pub(super) struct IndeksKata {
    /// Occurrences by the word in lower case.
    pub(super) kata: BTreeMap<String, Vec<Pakai>>,
    /// Words that follow each other directly, in lower case; those of the dictionary too.
    pasangan: BTreeSet<(String, String)>,
    /// Words of the dictionary.
    kamus: BTreeSet<String>,
}

/// One use of a word.
#[derive(Debug)]
pub(super) struct Pakai {
    pub(super) letak: Letak,
    pub(super) sebelum: Option<String>,
    pub(super) sesudah: Option<String>,
}

impl IndeksKata {
    pub(super) fn new(bahan: &BahanDokumen) -> Self {
        let mut indeks = Self::default();
        for istilah in &bahan.hukum.kamus.istilah {
            indeks.kenal(&istilah.kata);
            indeks.kenal(&istilah.arti);
        }
        for satuan in satuan(bahan.bacaan.sumber) {
            if satuan.jenis == Jenis::Rumus {
                continue;
            }
            let kata = kata(satuan.teks);
            for (i, satu) in kata.iter().enumerate() {
                let dekat = |j: Option<usize>| {
                    let j = j?;
                    let (kiri, kanan) = (kata.get(i.min(j))?, kata.get(i.max(j))?);
                    antara(satuan.teks, kiri, kanan)
                        .trim()
                        .is_empty()
                        .then(|| kata[j].kecil.clone())
                };
                let (sebelum, sesudah) = (dekat(i.checked_sub(1)), dekat(Some(i + 1)));
                if let Some(sesudah) = &sesudah {
                    indeks
                        .pasangan
                        .insert((satu.kecil.clone(), sesudah.clone()));
                }
                indeks
                    .kata
                    .entry(satu.kecil.clone())
                    .or_default()
                    .push(Pakai {
                        letak: satuan.letak.bagian(satu.awal..satu.akhir),
                        sebelum,
                        sesudah,
                    });
            }
        }
        indeks
    }

    fn kenal(&mut self, teks: &str) {
        let kata = kata(teks);
        for dua in kata.windows(2) {
            if let [kiri, kanan] = dua
                && antara(teks, kiri, kanan).trim().is_empty()
            {
                self.pasangan
                    .insert((kiri.kecil.clone(), kanan.kecil.clone()));
            }
        }
        self.kamus.extend(kata.into_iter().map(|k| k.kecil));
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
        let berbobot =
            |kata: &&String| kata.chars().count() >= 4 && !SAMBUNG.contains(&kata.as_str());
        let kiri = pakai
            .sebelum
            .as_ref()
            .filter(berbobot)
            .is_some_and(|kiri| self.pasangan.contains(&(kiri.clone(), benar.to_owned())));
        let kanan = pakai
            .sesudah
            .as_ref()
            .filter(berbobot)
            .is_some_and(|kanan| self.pasangan.contains(&(benar.to_owned(), kanan.clone())));
        kiri || kanan
    }
}

/// Words that stand beside any other.
const SAMBUNG: &[&str] = &[
    "yang", "dengan", "untuk", "pada", "dalam", "oleh", "dari", "adalah", "sebagai", "atau",
    "serta", "tahun", "telah", "akan", "tersebut", "dapat", "juga", "seluruh", "setiap", "secara",
    "antara", "kepada", "terhadap", "sebesar",
];
