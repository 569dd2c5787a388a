//! A table beside the earlier one that it repeats, cell by cell.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::alat;
use crate::bacaan::{Angka, AngkaId, Bacaan, Baris, JenisBaris, JenisKolom, Tabel};
use crate::understand::kosakata::normal;

/// The figure of a cell, where it has one.
type Sel<'a> = Option<(AngkaId, &'a Angka)>;

/// A row with its figures, and those of the same row in the earlier table.
pub(super) struct Sebaris<'a> {
    pub(super) baris: &'a Baris,
    /// Column, figure here, figure there.
    pub(super) sel: Vec<(usize, Sel<'a>, Sel<'a>)>,
}

/// A table that repeats an earlier one.
pub(super) struct Kembaran<'a> {
    pub(super) tabel: &'a Tabel,
    pub(super) baris: Vec<Sebaris<'a>>,
}

/// All tables that repeat an earlier one so closely that differences must be slips.
pub(super) fn semua<'a>(bacaan: &'a Bacaan<'a>) -> Vec<Kembaran<'a>> {
    bacaan
        .tabel
        .iter()
        .filter_map(|tabel| {
            let dulu = bacaan.tabel.get(tabel.kembar?)?;
            Some(Kembaran {
                tabel,
                baris: pasangkan(bacaan, tabel, dulu),
            })
        })
        .filter(Kembaran::rapat)
        .collect()
}

fn pasangkan<'a>(bacaan: &'a Bacaan<'a>, tabel: &'a Tabel, dulu: &'a Tabel) -> Vec<Sebaris<'a>> {
    let berisi = |b: &&Baris| {
        matches!(
            b.jenis,
            JenisBaris::Isi | JenisBaris::Total | JenisBaris::Rerata
        ) && !b.label.is_empty()
    };
    // A name that stands twice tells no row.
    let mut lama: BTreeMap<String, Option<&Baris>> = BTreeMap::new();
    for baris in dulu.baris.iter().filter(berisi) {
        lama.entry(normal(&baris.label))
            .and_modify(|satu| *satu = None)
            .or_insert(Some(baris));
    }
    let mut hasil = Vec::new();
    for baris in tabel.baris.iter().filter(berisi) {
        let Some(itu) = lama.get(&normal(&baris.label)).copied().flatten() else {
            continue;
        };
        let sel = (0..tabel.kolom.len())
            .filter(|k| {
                tabel
                    .kolom
                    .get(*k)
                    .is_some_and(|k| k.jenis == JenisKolom::Angka)
            })
            .map(|k| {
                (
                    k,
                    alat::angka(bacaan, tabel, baris.row, k),
                    alat::angka(bacaan, dulu, itu.row, k),
                )
            })
            .collect();
        hasil.push(Sebaris { baris, sel });
    }
    hasil
}

impl Kembaran<'_> {
    /// Cells that are equal, and all that have a figure on both sides.
    fn banding(&self) -> (usize, usize) {
        let mut sama = 0;
        let mut semua = 0;
        for sel in self.baris.iter().flat_map(|b| &b.sel) {
            if let (_, Some((_, ini)), Some((_, itu))) = sel {
                semua += 1;
                sama += usize::from(ini.nilai == itu.nilai);
            }
        }
        (sama, semua)
    }

    /// Whether most cells are equal, or most rows: then the table is a copy.
    fn rapat(&self) -> bool {
        const SEDIKIT: usize = 3;
        let (sama, semua) = self.banding();
        let utuh = self.baris.iter().filter(|b| b.utuh()).count();
        (sama >= SEDIKIT && sama * 5 >= semua * 3)
            || (utuh >= 2 && utuh * 5 >= self.baris.len() * 3)
    }
}

impl Sebaris<'_> {
    fn utuh(&self) -> bool {
        let mut ada = false;
        for (_, ini, itu) in &self.sel {
            if let (Some((_, ini)), Some((_, itu))) = (ini, itu) {
                ada = true;
                if ini.nilai != itu.nilai {
                    return false;
                }
            }
        }
        ada
    }

    /// By how many columns the row is shifted to the right against the earlier one (negative: to the left).
    pub(super) fn geseran(&self) -> Option<isize> {
        const SEDIKIT: usize = 3;
        let nilai = |angka: &Option<(AngkaId, &Angka)>| angka.and_then(|(_, a)| a.nilai);
        let ini: Vec<Option<Decimal>> = self.sel.iter().map(|(_, a, _)| nilai(a)).collect();
        let itu: Vec<Option<Decimal>> = self.sel.iter().map(|(_, _, b)| nilai(b)).collect();
        let tetap = ini
            .iter()
            .zip(&itu)
            .filter(|(a, b)| a.is_some() && a == b)
            .count();
        [1_isize, -1].into_iter().find(|geser| {
            let cocok = ini
                .iter()
                .enumerate()
                .filter(|(i, a)| {
                    let asal = i.checked_add_signed(-geser);
                    a.is_some() && asal.and_then(|j| itu.get(j)) == Some(*a)
                })
                .count();
            let berbeda: std::collections::BTreeSet<_> = ini.iter().flatten().collect();
            cocok >= SEDIKIT && cocok + 2 >= ini.len() && cocok > tetap && berbeda.len() >= SEDIKIT
        })
    }
}
