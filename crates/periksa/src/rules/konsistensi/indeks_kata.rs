//! How often a document uses which word, and beside which others.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::BahanDokumen;
use crate::bacaan::Letak;
use crate::rules::teks::{Jenis, antara, kata, satuan};

/// Words of a document.
#[derive(Debug, Clone, Default)]
pub(in crate::rules) struct IndeksKata {
    /// Occurrences by the word in lower case.
    pub(super) kata: BTreeMap<String, Vec<Pakai>>,
    /// Which words follow a word directly, in lower case; those of the dictionary too.
    pasangan: HashMap<String, HashSet<String>>,
    /// Words of the dictionary.
    kamus: HashSet<String>,
}

/// One use of a word.
#[derive(Debug, Clone)]
pub(super) struct Pakai {
    pub(super) letak: Letak,
    pub(super) sebelum: Option<String>,
    pub(super) sesudah: Option<String>,
}

impl IndeksKata {
    pub(in crate::rules) fn new(bahan: &BahanDokumen) -> Self {
        let mut indeks = Self::default();
        for istilah in &bahan.hukum.kamus.istilah {
            indeks.kenal(&istilah.kata);
            indeks.kenal(&istilah.arti);
        }
        let mut semua: HashMap<String, Vec<Pakai>> = HashMap::new();
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
                    indeks.berdampingan(&satu.kecil, sesudah);
                }
                let pakai = Pakai {
                    letak: satuan.letak.bagian(satu.awal..satu.akhir),
                    sebelum,
                    sesudah,
                };
                // Most words were met before, and need no copy as a key.
                match semua.get_mut(&satu.kecil) {
                    Some(lain) => lain.push(pakai),
                    None => {
                        semua.insert(satu.kecil.clone(), vec![pakai]);
                    }
                }
            }
        }
        indeks.kata = semua.into_iter().collect();
        indeks
    }

    fn kenal(&mut self, teks: &str) {
        let kata = kata(teks);
        for dua in kata.windows(2) {
            if let [kiri, kanan] = dua
                && antara(teks, kiri, kanan).trim().is_empty()
            {
                self.berdampingan(&kiri.kecil, &kanan.kecil);
            }
        }
        self.kamus.extend(kata.into_iter().map(|k| k.kecil));
    }

    fn berdampingan(&mut self, kiri: &str, kanan: &str) {
        match self.pasangan.get_mut(kiri) {
            Some(sesudah) if sesudah.contains(kanan) => {}
            Some(sesudah) => {
                sesudah.insert(kanan.to_owned());
            }
            None => {
                let sesudah = HashSet::from([kanan.to_owned()]);
                self.pasangan.insert(kiri.to_owned(), sesudah);
            }
        }
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
        let menyusul = |kiri: &str, kanan: &str| {
            let sesudah = self.pasangan.get(kiri);
            sesudah.is_some_and(|sesudah| sesudah.contains(kanan))
        };
        let (kiri, kanan) = (pakai.sebelum.as_ref(), pakai.sesudah.as_ref());
        let kiri = kiri.filter(berbobot).is_some_and(|k| menyusul(k, benar));
        let kanan = kanan.filter(berbobot).is_some_and(|k| menyusul(benar, k));
        kiri || kanan
    }
}

/// Words that stand beside any other.
const SAMBUNG: &[&str] = &[
    "yang", "dengan", "untuk", "pada", "dalam", "oleh", "dari", "adalah", "sebagai", "atau",
    "serta", "tahun", "telah", "akan", "tersebut", "dapat", "juga", "seluruh", "setiap", "secara",
    "antara", "kepada", "terhadap", "sebesar",
];
