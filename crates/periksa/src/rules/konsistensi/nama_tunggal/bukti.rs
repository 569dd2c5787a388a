//! What says that another name means a known indicator: its letters, its abbreviation, its figures, its place.

use std::collections::{BTreeMap, BTreeSet};

use document::source::Piece;
use rust_decimal::Decimal;

use super::{Dikenal, Lain};
use crate::bacaan::{AngkaId, Bacaan, JenisPerihal, Letak, Milik};
use crate::rules::teks::{Jenis, Kata, Satuan, antara};
use crate::understand::kosakata::normal;

/// Whether a word is another one with a slip of the hand.
pub(super) fn salah_eja(asli: &str, baru: &str, sel_utuh: bool) -> bool {
    let jarak = strsim::levenshtein(asli, baru);
    let panjang = asli.chars().count().min(baru.chars().count());
    jarak == 1 && panjang >= 5
        || jarak == 2 && panjang >= 7 && sel_utuh && asli.chars().next() == baru.chars().next()
}

/// Whether the abbreviation of the known name stands in brackets right behind.
pub(super) fn bersingkatan(bacaan: &Bacaan, asal: &Dikenal, unit: &Satuan, akhir: &Kata) -> bool {
    let dalam = unit
        .teks
        .get(akhir.akhir..)
        .and_then(|s| s.trim_start().strip_prefix('('))
        .and_then(|s| s.split_once(')'))
        .map(|(dalam, _)| dalam.trim());
    let singkatan = |s: &str| s.len() >= 2 && s.chars().all(|c| c.is_ascii_uppercase());
    dalam.is_some_and(|dalam| {
        singkatan(dalam)
            && bacaan
                .indikator
                .get(asal.indikator)
                .is_some_and(|i| i.sebutan.iter().any(|s| s == dalam))
    })
}

/// What the report states of each indicator, with the piece where it does.
pub(super) fn nilai<'b>(bacaan: &'b Bacaan) -> BTreeMap<&'b str, Vec<(Decimal, usize)>> {
    let mut hasil: BTreeMap<&str, Vec<(Decimal, usize)>> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        let angka = bacaan.angka(p.angka);
        if p.perihal.jenis == JenisPerihal::Indikator
            && p.milik == Milik::Sendiri
            && let Some(nilai) = angka.nilai
        {
            hasil
                .entry(&p.perihal.kunci)
                .or_default()
                .push((nilai.normalize(), angka.letak.piece));
        }
    }
    for semua in hasil.values_mut() {
        semua.sort_unstable();
        semua.dedup();
    }
    hasil
}

/// Whether the row or the sentence tells what the report elsewhere tells of the known indicator.
pub(super) fn bernilai(
    bacaan: &Bacaan,
    nilai: &BTreeMap<&str, Vec<(Decimal, usize)>>,
    asal: &Dikenal,
    isi: &[(Satuan, Vec<Kata>)],
    letak: &Letak,
    jarang: bool,
) -> bool {
    let Some(milik) = nilai.get(asal.kunci) else {
        return false;
    };
    let sama = |id: &AngkaId| {
        bacaan.angka(*id).nilai.is_some_and(|n| {
            let n = n.normalize();
            let dari = milik.partition_point(|(lain, _)| *lain < n);
            milik
                .iter()
                .skip(dari)
                .take_while(|(lain, _)| *lain == n)
                .any(|(_, piece)| *piece != letak.piece)
        })
    };
    let pecahan = |id: &AngkaId| {
        bacaan
            .angka(*id)
            .nilai
            .is_some_and(|n| n.normalize().scale() > 0)
    };
    let angka = if letak.sel.is_some() {
        sebaris(bacaan, letak)
    } else {
        bacaan
            .kalimat_di(letak)
            .map(|k| k.angka.clone())
            .unwrap_or_default()
    };
    let cocok: BTreeSet<Decimal> = angka
        .iter()
        .filter(|id| pecahan(id) && sama(id))
        .filter_map(|id| bacaan.angka(*id).nilai)
        .collect();
    // Another indicator may have the same target; not so if it is that of the same objective, or named by a word of
    // which the report never speaks.
    cocok.len() >= 2
        || cocok.len() == 1
            && letak.sel.is_some()
            && (jarang || sesasaran(bacaan, asal, isi, letak))
}

/// Whether what stands beside the name in its row stands beside the known name in another table.
fn sesasaran(bacaan: &Bacaan, asal: &Dikenal, isi: &[(Satuan, Vec<Kata>)], letak: &Letak) -> bool {
    const PANJANG: usize = 4;
    let teman = |di: &Letak| -> Vec<String> {
        let Some(Piece::Grid(grid)) = bacaan.sumber.pieces.get(di.piece) else {
            return Vec::new();
        };
        let Some((sel, row)) = di.sel.and_then(|i| Some((i, grid.cells.get(i)?.row))) else {
            return Vec::new();
        };
        grid.cells
            .iter()
            .enumerate()
            .filter(|(i, c)| *i != sel && c.row == row)
            .map(|(_, c)| normal(&c.passage.text))
            .filter(|t| t.split(' ').count() >= PANJANG)
            .collect()
    };
    let ini = teman(letak);
    !ini.is_empty()
        && asal
            .tempat
            .iter()
            .filter_map(|i| isi.get(*i))
            .filter(|(s, _)| s.jenis == Jenis::Sel && s.letak.piece != letak.piece)
            .any(|(s, _)| teman(&s.letak).iter().any(|t| ini.contains(t)))
}

/// The numbers of a row.
fn sebaris(bacaan: &Bacaan, letak: &Letak) -> Vec<AngkaId> {
    let Some(Piece::Grid(grid)) = bacaan.sumber.pieces.get(letak.piece) else {
        return Vec::new();
    };
    let baris = |sel: Option<usize>| sel.and_then(|i| grid.cells.get(i)).map(|c| c.row);
    let ini = baris(letak.sel);
    let dari = bacaan
        .angka
        .partition_point(|a| a.letak.piece < letak.piece);
    bacaan
        .angka
        .iter()
        .enumerate()
        .skip(dari)
        .take_while(|(_, a)| a.letak.piece == letak.piece)
        .filter(|(_, a)| baris(a.letak.sel) == ini)
        .map(|(i, _)| AngkaId(i))
        .collect()
}

/// Whether the name begins a sentence, or stands in a caption, below the heading of the known indicator.
pub(super) fn di_bagian(
    bacaan: &Bacaan,
    asal: &Dikenal,
    unit: &Satuan,
    kata: &[Kata],
    satu: &Lain,
) -> bool {
    let milik = bacaan
        .bagian(unit.letak.piece)
        .is_some_and(|b| b.piece != unit.letak.piece && b.indikator == Some(asal.indikator));
    let keterangan = kata
        .first()
        .is_some_and(|k| matches!(k.kecil.as_ref(), "tabel" | "gambar" | "grafik"));
    let sebelum = satu.awal.checked_sub(1).and_then(|i| kata.get(i));
    let mengawali = match (sebelum, kata.get(satu.awal)) {
        (Some(lalu), Some(ini)) => {
            antara(unit.teks, lalu, ini)
                .trim_end()
                .ends_with(['.', '!', '?'])
                || matches!(
                    lalu.kecil.as_ref(),
                    "indikator" | "capaian" | "realisasi" | "target"
                )
        }
        (lalu, _) => lalu.is_none(),
    };
    milik && unit.jenis != Jenis::Sel && (keterangan || mengawali)
}

/// Whether it is the heading of a section that speaks of the known indicator, which has none of its own.
pub(super) fn judul_sendiri(
    bacaan: &Bacaan,
    asal: &Dikenal,
    isi: &[(Satuan, Vec<Kata>)],
    unit: &Satuan,
) -> bool {
    let Some(bagian) = bacaan
        .bagian(unit.letak.piece)
        .filter(|b| b.piece == unit.letak.piece)
    else {
        return false;
    };
    let tempat = || {
        asal.tempat
            .iter()
            .filter_map(|i| isi.get(*i))
            .map(|(s, _)| s)
    };
    let setingkat = tempat().any(|s| {
        s.jenis == Jenis::Judul
            && bacaan
                .bagian(s.letak.piece)
                .is_some_and(|b| b.tingkat == bagian.tingkat && b.induk == bagian.induk)
    });
    !setingkat && tempat().any(|s| bagian.isi.contains(&s.letak.piece))
}
