//! Tables that repeat an earlier one, and tables that go on from the page before.

use std::collections::BTreeMap;

use document::source::Piece;

use super::konteks::Konteks;
use crate::bacaan::{Bacaan, JenisBaris, JenisKolom, Tabel};
use crate::understand::kosakata::normal;

/// Rows below which a table is too small to be recognised as a twin.
const BARIS_SEDIKIT: usize = 2;

/// Marks twins and parts.
pub(super) fn tandai(bacaan: &Bacaan, tabel: &mut [Tabel], konteks: &[Konteks]) {
    let sidik: Vec<String> = tabel.iter().map(sidik_kolom).collect();
    let mut terdahulu: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for i in 0..tabel.len() {
        if sidik[i].is_empty() {
            continue;
        }
        let sebelum = terdahulu.entry(sidik[i].as_str()).or_default();
        let lanjutan = i
            .checked_sub(1)
            .filter(|j| sidik[*j] == sidik[i] && bersambung(bacaan, &tabel[*j], &tabel[i]));
        let kembar = sebelum.iter().rev().take(20).copied().find(|j| {
            lanjutan.is_none()
                && sebaris(&tabel[*j], &tabel[i])
                && setopik(&konteks[*j], &konteks[i])
        });
        sebelum.push(i);
        tabel[i].lanjutan = lanjutan;
        tabel[i].kembar = kembar;
    }
}

/// The headings of a table as one text.
fn sidik_kolom(tabel: &Tabel) -> String {
    let kepala: Vec<String> = tabel
        .kolom
        .iter()
        .map(|k| normal(&k.jalur.join(" > ")))
        .collect();
    let ada_angka = tabel.kolom.iter().any(|k| k.jenis == JenisKolom::Angka);
    if !ada_angka || kepala.iter().all(String::is_empty) {
        return String::new();
    }
    kepala.join(" | ")
}

/// Whether nothing but running heads stands between two tables, and the first has not come to its total.
fn bersambung(bacaan: &Bacaan, dulu: &Tabel, kini: &Tabel) -> bool {
    let kosong = (dulu.piece + 1..kini.piece).all(|i| {
        matches!(
            bacaan.sumber.pieces.get(i),
            Some(Piece::Running(_) | Piece::Picture(_) | Piece::Footnote { .. })
        )
    });
    let selesai = dulu
        .baris
        .iter()
        .rev()
        .find(|b| b.jenis != JenisBaris::Kepala)
        .is_some_and(|b| b.jenis == JenisBaris::Total);
    kosong && !selesai
}

/// Whether most rows of the smaller table stand in the other one too.
fn sebaris(dulu: &Tabel, kini: &Tabel) -> bool {
    let label = |t: &Tabel| -> Vec<String> {
        let mut semua: Vec<String> = t
            .isi()
            .map(|b| normal(&b.label))
            .filter(|l| !l.is_empty())
            .collect();
        semua.sort_unstable();
        semua.dedup();
        semua
    };
    let (a, b) = (label(dulu), label(kini));
    let sedikit = a.len().min(b.len());
    let sama = a
        .iter()
        .filter(|satu| b.binary_search(satu).is_ok())
        .count();
    sedikit >= BARIS_SEDIKIT && sama * 5 >= sedikit * 4 && sama * 5 >= a.len().max(b.len()) * 3
}

/// Whether what stands around two tables does not set them apart: another year, indicator or quarter.
fn setopik(dulu: &Konteks, kini: &Konteks) -> bool {
    let penanda = |konteks: &Konteks| -> Vec<String> {
        konteks
            .teks
            .split(' ')
            .filter(|k| {
                matches!(*k, "i" | "ii" | "iii" | "iv" | "triwulan" | "semester")
                    || crate::understand::kosakata::bulan(k).is_some()
            })
            .map(str::to_owned)
            .collect()
    };
    let tahun = dulu.tahun == kini.tahun || dulu.tahun.is_none() || kini.tahun.is_none();
    let indikator =
        dulu.indikator == kini.indikator || dulu.indikator.is_none() || kini.indikator.is_none();
    tahun && indikator && dulu.tingkat == kini.tingkat && (penanda(dulu) == penanda(kini))
}
