//! Revisions of the budget that a report discloses: an amount before and an amount after are both right.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::besaran::{Nilai, Rujukan};
use crate::bacaan::{AngkaId, Asal, Bacaan, Golongan, Kolom, Pernyataan, SatuanCetak, Tabel};

/// An amount of a budget, not a number beside it.
const SEJUTA: u32 = 1_000_000;
/// Words by which a sentence, a heading or a table says that an amount was changed.
const KATA: &[&str] = &[
    "revisi",
    "semula",
    "dipa awal",
    "pagu awal",
    "anggaran awal",
    "sebelum perubahan",
    "apbd perubahan",
    "perubahan apbd",
    "pagu perubahan",
    "pagu murni",
    "anggaran murni",
    "penambahan anggaran",
    "pengurangan anggaran",
    "efisiensi anggaran",
    "automatic adjustment",
    "blokir",
];

/// Words by which a sentence, a heading or a column says that its amount is the one before any change.
const AWAL: &[&str] = &[
    "dipa awal",
    "pagu awal",
    "anggaran awal",
    "alokasi awal",
    "semula",
    "sebelum revisi",
    "sebelum perubahan",
    "apbd murni",
    "pagu murni",
    "anggaran murni",
];

/// Whether a statement says of itself that its amount is the one before any change.
pub(super) fn awal(bacaan: &Bacaan, p: &Pernyataan) -> bool {
    let ada = |teks: &str| {
        let kecil = teks.to_lowercase();
        AWAL.iter().any(|kata| kecil.contains(kata))
    };
    let letak = &bacaan.angka(p.angka).letak;
    let judul = bacaan.bagian(letak.piece).is_some_and(|b| ada(&b.judul));
    judul
        || match p.asal {
            Asal::Kalimat(kalimat) => bacaan
                .kalimat
                .get(kalimat)
                .is_some_and(|k| ada(bacaan.teks(&k.letak))),
            Asal::Tabel(tabel) => bacaan.tabel.get(tabel).is_some_and(|tabel| {
                tabel
                    .judul
                    .as_ref()
                    .is_some_and(|judul| ada(bacaan.teks(judul)))
                    || kolom(bacaan, tabel, p).is_some_and(|k| k.jalur.iter().any(|teks| ada(teks)))
            }),
            Asal::Rumus(_) => false,
        }
}

fn kolom<'t>(bacaan: &Bacaan, tabel: &'t Tabel, p: &Pernyataan) -> Option<&'t Kolom> {
    let (_, kolom) = bacaan.tempat(&bacaan.angka(p.angka).letak)?;
    tabel.kolom.get(kolom)
}

/// Amounts in sentences and tables that speak of a revision.
#[derive(Debug, Clone)]
pub(in crate::rules) struct Revisi {
    jumlah: BTreeSet<Decimal>,
    /// Whether one place sets two amounts of the budget side by side: then the agreement's amounts are those before.
    pub(super) diungkap: bool,
}

impl Revisi {
    pub(in crate::rules) fn new(bacaan: &Bacaan) -> Self {
        let mut jumlah = BTreeSet::new();
        let mut diungkap = false;
        let mut catat = |angka: &mut dyn Iterator<Item = &AngkaId>| {
            let uang: BTreeSet<Decimal> = angka
                .map(|id| bacaan.angka(*id))
                .filter(|angka| angka.golongan == Golongan::Besaran)
                .filter(|angka| matches!(angka.satuan, SatuanCetak::Rupiah | SatuanCetak::Tanpa))
                .filter_map(|angka| angka.nilai)
                .collect();
            let besar = uang.iter().filter(|n| **n >= Decimal::from(SEJUTA)).count();
            diungkap |= besar >= 2;
            jumlah.extend(uang);
        };
        for kalimat in &bacaan.kalimat {
            if bersinyal(bacaan.teks(&kalimat.letak))
                || judul_bersinyal(bacaan, kalimat.letak.piece)
            {
                catat(&mut kalimat.angka.iter());
            }
        }
        for tabel in &bacaan.tabel {
            if tabel_bersinyal(bacaan, tabel) {
                catat(&mut tabel.angka.values().flatten());
            }
        }
        Self { jumlah, diungkap }
    }

    fn memuat(&self, nilai: &Nilai) -> bool {
        nilai
            .wakil
            .nilai
            .is_some_and(|nilai| self.jumlah.contains(&nilai))
    }
}

/// Takes away the values that a disclosed revision explains: those that stand beside it as the amount before or after.
///
/// A value that no revision names stays, so that a copied amount is still found.
pub(super) fn gabung(rujukan: &Rujukan, nilai: &mut Vec<Nilai>) {
    if nilai.iter().filter(|n| rujukan.revisi.memuat(n)).count() < 2 {
        return;
    }
    let mut terjelaskan: Vec<Nilai> = Vec::new();
    nilai.retain(|n| {
        let ada = rujukan.revisi.memuat(n);
        if ada {
            terjelaskan.push(n.clone());
        }
        !ada
    });
    // One of them stands for all, the best supported.
    terjelaskan.truncate(1);
    nilai.splice(0..0, terjelaskan);
}

fn bersinyal(teks: &str) -> bool {
    let kecil = teks.to_lowercase();
    KATA.iter().any(|kata| kecil.contains(kata))
}

fn judul_bersinyal(bacaan: &Bacaan, piece: usize) -> bool {
    bacaan
        .bagian(piece)
        .is_some_and(|bagian| bersinyal(&bagian.judul))
}

fn tabel_bersinyal(bacaan: &Bacaan, tabel: &Tabel) -> bool {
    judul_bersinyal(bacaan, tabel.piece)
        || tabel
            .judul
            .as_ref()
            .is_some_and(|judul| bersinyal(bacaan.teks(judul)))
        || tabel
            .kolom
            .iter()
            .flat_map(|kolom| &kolom.jalur)
            .any(|teks| bersinyal(teks))
}
