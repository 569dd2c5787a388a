//! What the numbers of a table are there for, as far as rows and columns tell.

use std::collections::{BTreeMap, BTreeSet};

use document::source::Grid;

use super::Calon;
use super::nilai::bulat;
use crate::bacaan::Golongan;
use crate::understand::kosakata;

/// Rows at the top that may be a heading.
const BARIS_KEPALA: usize = 4;

/// Corrects the numbers of one table, `calon` in the order of its cells.
pub(super) fn perbaiki(grid: &Grid, calon: &mut [Calon]) {
    let mut per_sel: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, satu) in calon.iter().enumerate() {
        if let Some(sel) = satu.sel {
            per_sel.entry(sel).or_default().push(i);
        }
    }
    // The only number of a cell that holds nothing else, with the marks around it.
    let tunggal: BTreeMap<usize, usize> = per_sel
        .iter()
        .filter(|(_, nomor)| nomor.len() == 1)
        .filter_map(|(sel, nomor)| {
            let satu = calon.get(*nomor.first()?)?;
            let polos = satu.sisa_sel().chars().all(|c| !c.is_alphanumeric());
            polos.then_some((*sel, *nomor.first()?))
        })
        .collect();
    nomor_kolom(grid, calon, &per_sel);
    nomor_baris(grid, calon, &tunggal);
    tahun(grid, calon, &tunggal);
    kurung_negatif(grid, calon, &tunggal);
    rentang_kelas(grid, calon);
}

/// "(1) (2) (3)", "6", "7 (6/5x100)": a row that numbers the columns, and says how one follows from others.
fn nomor_kolom(grid: &Grid, calon: &mut [Calon], per_sel: &BTreeMap<usize, Vec<usize>>) {
    for (row, sel) in baris(grid) {
        let mut urut: Vec<u32> = Vec::new();
        let mut anggota: Vec<usize> = Vec::new();
        let mut berkurung = true;
        let semua = sel.iter().all(|s| {
            let Some(cell) = grid.cells.get(*s) else {
                return false;
            };
            if cell.passage.is_blank() {
                return true;
            }
            let teks = cell.passage.text.trim();
            let rumus = teks
                .chars()
                .all(|c| c.is_ascii_digit() || c.is_whitespace() || "()[]=:/x×X*+-%.".contains(c));
            let nomor = per_sel.get(s).map(Vec::as_slice).unwrap_or_default();
            let pertama = nomor.first().and_then(|i| calon.get(*i));
            let Some(n) = pertama.and_then(|c| c.inti().parse::<u32>().ok()) else {
                return false;
            };
            berkurung &= teks.starts_with('(');
            urut.push(n);
            anggota.extend(nomor);
            rumus
        });
        let berurut = urut
            .windows(2)
            .all(|dua| matches!(dua, [a, b] if a.checked_add(1) == Some(*b)));
        let dari_awal = urut.first().is_some_and(|n| *n <= 2);
        let cukup = urut.len() >= 3 && (berkurung || row <= BARIS_KEPALA);
        if semua && berurut && dari_awal && cukup {
            for i in anggota {
                tetapkan(calon, i, Golongan::Urutan);
            }
        }
    }
}

/// The column of running numbers, by its heading or by its content.
fn nomor_baris(grid: &Grid, calon: &mut [Calon], tunggal: &BTreeMap<usize, usize>) {
    for (column, sel) in kolom(grid) {
        let judul = judul_kolom(grid, &sel);
        let bernama = matches!(
            judul.as_str(),
            "no" | "nomor" | "no urut" | "nomor urut" | "nomer" | "kode" | "no kode"
        );
        let isi: Vec<(usize, u32)> = sel
            .iter()
            .filter_map(|s| {
                let i = *tunggal.get(s)?;
                Some((
                    i,
                    bulat(calon.get(i)?.inti()).and_then(|n| n.to_string().parse().ok())?,
                ))
            })
            .collect();
        let berurut = column == 0
            && isi.len() >= 2
            && isi.first().is_some_and(|(_, n)| *n == 1)
            && isi.windows(2).all(
                |dua| matches!(dua, [(_, a), (_, b)] if a.checked_add(1) == Some(*b) || *b == 1),
            );
        for i in kode(&sel, calon, tunggal) {
            tetapkan(calon, i, Golongan::Urutan);
        }
        // "Triwulan 1, 2, 3" or "Nilai Persepsi" number their rows too, but a heading of a measure says otherwise.
        let bernilai = kosakata::peran(&judul).is_some();
        // The marks of a scale beside its bounds.
        let skala = bernilai && berurut && ada_rentang(calon);
        if bernama || (berurut && !bernilai) || skala {
            let golongan = if skala {
                Golongan::Batas
            } else {
                Golongan::Urutan
            };
            for (i, _) in isi {
                tetapkan(calon, i, golongan);
            }
        }
    }
}

/// The numbers of a column of codes ("1.1", "1.2", "2.1"): every one has a dot, and none is lower than the one above.
fn kode(sel: &[usize], calon: &[Calon], tunggal: &BTreeMap<usize, usize>) -> Vec<usize> {
    let isi: Vec<(usize, Option<(u32, u32)>)> = sel
        .iter()
        .filter_map(|s| tunggal.get(s))
        .filter_map(|i| {
            let inti = calon.get(*i)?.inti();
            let pasangan = inti.split_once('.').and_then(|(a, b)| {
                (a.len() <= 2 && b.len() <= 2).then_some((a.parse().ok()?, b.parse().ok()?))
            });
            Some((*i, pasangan))
        })
        .collect();
    let pasangan: Option<Vec<(u32, u32)>> = isi.iter().map(|(_, p)| *p).collect();
    let kode = pasangan.is_some_and(|p| {
        p.len() >= 3
            && p.windows(2).all(|dua| dua[0] <= dua[1])
            && p.first().is_some_and(|p| p.1 == 1)
    });
    if kode {
        isi.into_iter().map(|(i, _)| i).collect()
    } else {
        Vec::new()
    }
}

/// Whether a cell of the table holds two numbers with a dash between them.
fn ada_rentang(calon: &[Calon]) -> bool {
    calon.windows(2).any(|dua| {
        let [kiri, kanan] = dua else { return false };
        kiri.sel == kanan.sel
            && super::penghubung(super::konteks::antara(
                kiri.teks,
                kiri.mentah.rentang.end,
                kanan.mentah.rentang.start,
            ))
    })
}

/// Four digits in a cell are a year in a heading or a label, or among other years; elsewhere they are a figure.
fn tahun(grid: &Grid, calon: &mut [Calon], tunggal: &BTreeMap<usize, usize>) {
    // The heading ends where the first figure stands that is no year.
    let isi_pertama = tunggal
        .iter()
        .filter(|(_, i)| {
            calon
                .get(**i)
                .is_some_and(|c| c.golongan == Golongan::Besaran)
        })
        .filter_map(|(s, _)| grid.cells.get(*s).map(|cell| cell.row))
        .min()
        .unwrap_or(grid.rows);
    for (column, sel) in kolom(grid) {
        let nomor: Vec<usize> = sel.iter().filter_map(|s| tunggal.get(s).copied()).collect();
        let isi = nomor.iter().filter_map(|i| calon.get(*i));
        let figur = isi.filter(|c| c.golongan == Golongan::Besaran).count();
        if column == 0 || figur == 0 {
            continue;
        }
        for i in nomor {
            let Some(satu) = calon.get(i) else { continue };
            let di_kepala = satu
                .sel
                .and_then(|s| grid.cells.get(s))
                .is_some_and(|cell| cell.row < isi_pertama);
            if satu.golongan == Golongan::Tahun && !di_kepala {
                tetapkan(calon, i, Golongan::Besaran);
            }
        }
    }
}

/// "(1.250.000)" is negative, unless its whole column stands in parentheses.
fn kurung_negatif(grid: &Grid, calon: &mut [Calon], tunggal: &BTreeMap<usize, usize>) {
    for (_, sel) in kolom(grid) {
        let berkurung = |s: &usize| {
            grid.cells.get(*s).is_some_and(|cell| {
                let teks = cell.passage.text.trim();
                teks.starts_with('(') && teks.ends_with(')')
            })
        };
        let isi: Vec<(&usize, usize)> = sel
            .iter()
            .filter_map(|s| Some((s, *tunggal.get(s)?)))
            .filter(|(_, i)| {
                calon
                    .get(*i)
                    .is_some_and(|c| c.golongan == Golongan::Besaran)
            })
            .collect();
        let semua = isi.iter().all(|(s, _)| berkurung(s));
        if semua && isi.len() > 1 {
            continue;
        }
        for (s, i) in isi {
            let Some(satu) = calon.get_mut(i) else {
                continue;
            };
            let bertanda = satu.mentah.rupiah || satu.inti().contains([',', '.']);
            if berkurung(s) && bertanda && !satu.mentah.persen {
                satu.mentah.negatif = true;
            }
        }
    }
}

/// Bounds of a scale: columns that are called so.
fn rentang_kelas(grid: &Grid, calon: &mut [Calon]) {
    let mut kelas: BTreeSet<usize> = BTreeSet::new();
    for (_, sel) in kolom(grid) {
        let judul = judul_kolom(grid, &sel);
        let bernama = judul
            .split(' ')
            .any(|kata| matches!(kata, "interval" | "rentang" | "skala" | "range" | "batas"));
        if bernama {
            kelas.extend(sel);
        }
    }
    for satu in calon.iter_mut() {
        if satu.golongan == Golongan::Besaran && satu.sel.is_some_and(|s| kelas.contains(&s)) {
            satu.golongan = Golongan::Batas;
        }
    }
}

fn tetapkan(calon: &mut [Calon], i: usize, golongan: Golongan) {
    if let Some(satu) = calon.get_mut(i) {
        satu.golongan = golongan;
    }
}

/// Cells by the row where they begin.
fn baris(grid: &Grid) -> BTreeMap<usize, Vec<usize>> {
    let mut baris: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (s, cell) in grid.cells.iter().enumerate() {
        baris.entry(cell.row).or_default().push(s);
    }
    baris
}

/// Cells by the column where they begin, from the top down.
fn kolom(grid: &Grid) -> BTreeMap<usize, Vec<usize>> {
    let mut kolom: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (s, cell) in grid.cells.iter().enumerate() {
        kolom.entry(cell.column).or_default().push(s);
    }
    kolom
}

/// The heading of a column: its first cell, where that is in the first rows.
fn judul_kolom(grid: &Grid, sel: &[usize]) -> String {
    sel.first()
        .and_then(|s| grid.cells.get(*s))
        .filter(|cell| cell.row <= grid.head_rows.max(1))
        .map(|cell| kosakata::normal(&cell.passage.text))
        .unwrap_or_default()
}
