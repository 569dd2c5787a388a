//! The figures of a sentence with the words that lead to each.

use crate::bacaan::{Angka, AngkaId, Bacaan, Kalimat, SatuanCetak};
use crate::rules::ingatan;
use crate::understand::kosakata::normal;

/// Words of a change.
pub(in crate::rules) const PERUBAHAN: &[&str] = &[
    "naik",
    "turun",
    "meningkat",
    "menurun",
    "bertambah",
    "berkurang",
    "kenaikan",
    "penurunan",
    "peningkatan",
    "penambahan",
    "pengurangan",
    "pertumbuhan",
    "tumbuh",
    "melonjak",
    "merosot",
    "kenaikannya",
    "penurunannya",
    "peningkatannya",
    "pertumbuhannya",
];

/// Words of a change towards less.
pub(in crate::rules) const BERKURANG: &[&str] = &[
    "turun",
    "menurun",
    "berkurang",
    "penurunan",
    "pengurangan",
    "merosot",
    "penurunannya",
];

/// A figure of a sentence.
pub(in crate::rules) struct Sebut<'b> {
    pub(in crate::rules) id: AngkaId,
    pub(in crate::rules) angka: &'b Angka,
    /// Words between the figure before and this one, normalised, with a space at either end.
    pub(in crate::rules) sela: &'b str,
    /// The last sign before it that is no space.
    pub(in crate::rules) tanda: Option<char>,
    /// The first word behind it.
    pub(in crate::rules) satuan: &'b str,
}

impl Sebut<'_> {
    /// Whether one of the words leads to it.
    pub(in crate::rules) fn ada(&self, daftar: &[&str]) -> bool {
        self.sela.split(' ').any(|kata| daftar.contains(&kata))
    }

    /// Whether one of the phrases leads to it.
    pub(in crate::rules) fn frasa(&self, daftar: &[&str]) -> bool {
        daftar.iter().any(|f| self.sela.contains(&format!(" {f} ")))
    }

    /// Whether it is a percentage.
    pub(in crate::rules) fn persen(&self) -> bool {
        self.angka.satuan == SatuanCetak::Persen
    }

    /// Whether it stands in parentheses, or behind "atau", as another way to say the figure before.
    pub(in crate::rules) fn menyamai(&self) -> bool {
        self.tanda == Some('(')
            || matches!(
                self.sela.split(' ').rev().find(|k| {
                    !k.is_empty() && !["sebesar", "sekitar", "setara", "sebanyak"].contains(k)
                }),
                Some("atau")
            )
    }
}

/// What is kept of a figure and its words.
#[derive(Debug, Clone)]
pub(in crate::rules) struct Frasa {
    id: AngkaId,
    sela: String,
    tanda: Option<char>,
    satuan: String,
}

/// The figures of a sentence, without years, numbers of laws and the like.
pub(in crate::rules) fn sebut<'b>(bacaan: &'b Bacaan, kalimat: &Kalimat) -> Vec<Sebut<'b>> {
    let semua = ingatan::frasa(bacaan, kalimat).iter();
    semua
        .map(|f| Sebut {
            id: f.id,
            angka: bacaan.angka(f.id),
            sela: &f.sela,
            tanda: f.tanda,
            satuan: &f.satuan,
        })
        .collect()
}

/// The figures of a sentence and their words, read for the first time.
pub(in crate::rules) fn frasa(bacaan: &Bacaan, kalimat: &Kalimat) -> Vec<Frasa> {
    /// A sentence has a handful; more is a list.
    const TERBANYAK: usize = 40;
    let besaran = |id: &&AngkaId| bacaan.angka(**id).besaran().is_some();
    let semua: Vec<AngkaId> = kalimat.angka.iter().filter(besaran).copied().collect();
    let Some(passage) = kalimat.letak.bacaan(bacaan.sumber) else {
        return Vec::new();
    };
    if semua.len() >= TERBANYAK {
        return Vec::new();
    }
    let mut hasil = Vec::with_capacity(semua.len());
    let mut awal = kalimat.letak.awal;
    for id in semua {
        let angka = bacaan.angka(id);
        let sebelum = passage.text.get(awal..angka.letak.awal).unwrap_or_default();
        let sesudah = passage
            .text
            .get(angka.letak.akhir..kalimat.letak.akhir)
            .unwrap_or_default();
        hasil.push(Frasa {
            id,
            sela: format!(" {} ", normal(sebelum)),
            tanda: sebelum.trim_end().chars().next_back(),
            satuan: sesudah
                .split_whitespace()
                .next()
                .map(normal)
                .unwrap_or_default(),
        });
        awal = angka.letak.akhir;
    }
    hasil
}

/// Whether two figures are counts, sums or measures of one kind: money with money, no percentages.
pub(in crate::rules) fn sejenis(a: &Sebut, b: &Sebut) -> bool {
    !a.persen() && !b.persen() && super::alat::sebanding(a.angka, b.angka)
}
