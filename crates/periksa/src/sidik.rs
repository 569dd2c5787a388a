//! Fingerprints of findings: what lets a dismissed finding be known again in the next version of a document.
//!
//! Made of the rule, the words at the spot, the heading above, and every number that the finding tells: what is printed, what
//! it should be, how that follows. Not of pages and lines, which move. When any of these numbers changes, the fingerprint does,
//! so that the finding opens again. Findings that are equal in all this are told apart by the words around them, so that a
//! dismissal never passes from one that was mended to another that was not looked at.

use std::collections::BTreeMap;

use crate::bacaan::{Bacaan, Letak};
use crate::{Lokasi, Temuan};

/// Characters on either side that tell equal findings apart.
const SEKITAR: usize = 60;

/// Gives each finding its fingerprint.
pub(crate) fn beri(bacaan: &Bacaan, temuan: &mut [Temuan]) {
    let dasar: Vec<u64> = temuan.iter().map(dasar).collect();
    let mut banyak: BTreeMap<u64, usize> = BTreeMap::new();
    for sidik in &dasar {
        *banyak.entry(*sidik).or_default() += 1;
    }
    // In reading order, so that what is left is numbered as a reader would.
    let mut urut: Vec<usize> = (0..temuan.len()).collect();
    urut.sort_by_key(|i| temuan.get(*i).and_then(letak).cloned());
    let mut ke: BTreeMap<u64, usize> = BTreeMap::new();
    for i in urut {
        let (Some(t), Some(satu)) = (temuan.get_mut(i), dasar.get(i)) else {
            continue;
        };
        let kembar = banyak.get(satu).is_some_and(|n| *n > 1);
        let sidik = match letak(t) {
            Some(letak) if kembar => {
                fnv([format!("{satu:016x}").as_str(), &sekitar(bacaan, letak)])
            }
            _ => *satu,
        };
        let ke = ke.entry(sidik).or_default();
        *ke += 1;
        t.sidik = match *ke {
            1 => format!("{sidik:016x}"),
            ke => format!("{sidik:016x}-{ke}"),
        };
    }
}

fn dasar(t: &Temuan) -> u64 {
    let bagian = match &t.lokasi {
        Lokasi::Titik(titik) => titik.bagian.as_str(),
        _ => "",
    };
    let kosong = String::new();
    fnv([
        t.aturan,
        &rapi(&t.cuplikan),
        &rapi(bagian),
        &angka(&t.pesan),
        &angka(t.seharusnya.as_ref().unwrap_or(&kosong)),
        &angka(t.hitungan.as_ref().unwrap_or(&kosong)),
    ])
}

fn letak(t: &Temuan) -> Option<&Letak> {
    match &t.lokasi {
        Lokasi::Titik(titik) => Some(&titik.letak),
        _ => None,
    }
}

/// The words before and behind a spot, and in a table those of its row's first cell.
fn sekitar(bacaan: &Bacaan, letak: &Letak) -> String {
    let teks = letak
        .bacaan(bacaan.sumber)
        .map_or("", |passage| passage.text.as_str());
    let sebelum: String = teks
        .get(..letak.awal)
        .unwrap_or_default()
        .chars()
        .rev()
        .take(SEKITAR)
        .collect();
    let sesudah: String = teks
        .get(letak.akhir..)
        .unwrap_or_default()
        .chars()
        .take(SEKITAR)
        .collect();
    let baris = letak.sel.and_then(|sel| {
        let document::source::Piece::Grid(grid) = bacaan.sumber.pieces.get(letak.piece)? else {
            return None;
        };
        let row = grid.cells.get(sel)?.row;
        let isi: Vec<&str> = grid
            .cells
            .get(grid.row(row))?
            .iter()
            .map(|c| c.passage.text.as_str())
            .collect();
        Some(isi.join("\t"))
    });
    rapi(&format!(
        "{sebelum} {sesudah} {}",
        baris.unwrap_or_default()
    ))
}

fn rapi(teks: &str) -> String {
    teks.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The numbers of a text, with their marks, without the words between.
fn angka(teks: &str) -> String {
    teks.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .filter(|bagian| bagian.contains(|c: char| c.is_ascii_digit()))
        .map(|bagian| bagian.trim_matches(['.', ',']))
        .collect::<Vec<_>>()
        .join(" ")
}

/// FNV-1a over the parts, with a separator that no text holds.
fn fnv<'t>(bagian: impl IntoIterator<Item = &'t str>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for teks in bagian {
        for byte in teks.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}
