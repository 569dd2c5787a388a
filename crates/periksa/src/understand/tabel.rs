//! Tables: what their rows and columns are, and what their numbers say.

pub(in crate::understand) mod baris;
mod jumlah_kolom;
mod kelompok;
mod kembar;
pub(in crate::understand) mod kisi;
mod kolom;
mod konteks;
mod kunci;
mod pernyataan;
mod pokok;

use document::source::{Grid, Piece};
use hukum::Hukum;

use self::kisi::{Kepala, Kisi, peta_angka};
use self::konteks::Konteks;
use super::indikator::Pencari;
use crate::bacaan::{Bacaan, JenisBaris, JenisKolom, Milik, Pernyataan, Tabel};
use crate::utas;

pub(crate) use kisi::kosong;
pub(crate) use kolom::hasil_kali;

/// Tables that are worth another thread.
const SEDIKIT: usize = 4;

pub(super) fn tabel(bacaan: &Bacaan, hukum: &Hukum) -> Vec<Tabel> {
    let peta = peta_angka(bacaan);
    let pencari = Pencari::baru(&bacaan.indikator);
    let kisi = utas::petakan(&grid(bacaan), SEDIKIT, |(piece, grid)| {
        let kisi = Kisi::baru(bacaan, &peta, *piece, grid);
        let kepala = kisi.as_ref().map(Kisi::kepala);
        (*piece, kisi, kepala)
    });
    // A table without a heading of its own may be the rest of the one before, and is read behind it.
    let rangkai: Vec<&[_]> = kisi
        .chunk_by(|_, (_, _, kepala)| *kepala == Some(Kepala::default()))
        .collect();
    let rangkai = utas::petakan(&rangkai, SEDIKIT, |rangkai| {
        let mut hasil: Vec<(Tabel, Konteks)> = Vec::new();
        for (piece, kisi, kepala) in *rangkai {
            let sebelum = hasil.last().map(|(tabel, _)| tabel);
            hasil.push(match (kisi, kepala) {
                (Some(kisi), Some(kepala)) => baca(bacaan, hukum, &pencari, kisi, *kepala, sebelum),
                // A table too large to look at still has its place in the count of tables.
                _ => (kosongan(*piece), Konteks::default()),
            });
        }
        hasil
    });
    let (mut hasil, semua_konteks): (Vec<Tabel>, Vec<Konteks>) =
        rangkai.into_iter().flatten().unzip();
    let terendah = semua_konteks.iter().filter_map(|k| k.tingkat).max();
    for (satu, konteks) in hasil.iter_mut().zip(&semua_konteks) {
        milik_atasan(satu, konteks, terendah);
    }
    kembar::tandai(bacaan, &mut hasil, &semua_konteks);
    hasil
}

/// The tables of the source, each with its piece.
fn grid<'a>(bacaan: &Bacaan<'a>) -> Vec<(usize, &'a Grid)> {
    let semua = bacaan.sumber.pieces.iter().enumerate();
    semua
        .filter_map(|(piece, isi)| match isi {
            Piece::Grid(grid) => Some((piece, grid)),
            _ => None,
        })
        .collect()
}

fn kosongan(piece: usize) -> Tabel {
    Tabel {
        piece,
        judul: None,
        kolom: Vec::new(),
        baris: Vec::new(),
        angka: Default::default(),
        kembar: None,
        lanjutan: None,
    }
}

fn baca(
    bacaan: &Bacaan,
    hukum: &Hukum,
    pencari: &Pencari,
    kisi: &Kisi,
    kepala: Kepala,
    sebelum: Option<&Tabel>,
) -> (Tabel, Konteks) {
    let mut kolom = kolom::kolom(bacaan, pencari, kisi, kepala);
    if kepala == Kepala::default()
        && let Some(dulu) = sebelum
        && dulu.kolom.len() == kolom.len()
        && (dulu.piece + 1..kisi.piece).all(|i| {
            matches!(
                bacaan.sumber.pieces.get(i),
                Some(Piece::Running(_) | Piece::Picture(_))
            )
        })
        && serupa(&dulu.kolom, &kolom)
    {
        // The rest of a table on the next page, without its heading.
        kolom.clone_from(&dulu.kolom);
    }
    let mut baris = baris::baris(bacaan, kisi, kepala, &kolom);
    let jalur: Vec<Vec<String>> = kolom.iter().map(|k| k.jalur.clone()).collect();
    let konteks = Konteks::baru(bacaan, pencari, kisi, &jalur, kepala.judul);
    pokok::beri_perihal(bacaan, hukum, pencari, kisi, &konteks, &kolom, &mut baris);
    let mut angka = std::collections::BTreeMap::new();
    for sel in &kisi.grid.cells {
        let figur = kisi.besaran(sel.row, sel.column);
        let semua = kisi.angka(sel.row, sel.column);
        let kolom_angka = kolom
            .get(sel.column)
            .is_some_and(|k| k.jenis == JenisKolom::Angka);
        // In a column of figures, what is not a figure ("1 (satu)" of a list) is left out.
        let dipakai = if kolom_angka && !figur.is_empty() {
            figur
        } else {
            semua
        };
        if !dipakai.is_empty() {
            angka.insert((sel.row, sel.column), dipakai.to_vec());
        }
    }
    let tabel = Tabel {
        piece: kisi.piece,
        judul: konteks.judul.clone(),
        kolom,
        baris,
        angka,
        kembar: None,
        lanjutan: None,
    };
    (tabel, konteks)
}

/// Whether columns hold the same kinds of things.
fn serupa(dulu: &[crate::bacaan::Kolom], kini: &[crate::bacaan::Kolom]) -> bool {
    dulu.iter()
        .zip(kini)
        .all(|(a, b)| (a.jenis == JenisKolom::Angka) == (b.jenis == JenisKolom::Angka))
}

/// Targets of the levels above the office's own in the agreement are not the office's.
fn milik_atasan(tabel: &mut Tabel, konteks: &Konteks, terendah: Option<u8>) {
    let (Some(ini), Some(terendah)) = (konteks.tingkat, terendah) else {
        return;
    };
    const NAMA: [&str; 3] = ["sasaran strategis", "sasaran program", "sasaran kegiatan"];
    let punya_indikator = tabel.baris.iter().any(|b| {
        b.perihal
            .as_ref()
            .is_some_and(|p| p.jenis == crate::bacaan::JenisPerihal::Indikator)
    });
    if ini >= terendah || !punya_indikator {
        return;
    }
    let Some(nama) = NAMA.get(usize::from(ini)) else {
        return;
    };
    for baris in tabel
        .baris
        .iter_mut()
        .filter(|b| b.jenis == JenisBaris::Isi)
    {
        baris.milik = Some(Milik::Lain((*nama).to_owned()));
    }
}

/// What the numbers of all tables say.
pub(super) fn pernyataan(bacaan: &Bacaan) -> Vec<Pernyataan> {
    let peta = peta_angka(bacaan);
    let pencari = Pencari::baru(&bacaan.indikator);
    let bernomor: Vec<(usize, &Tabel)> = bacaan.tabel.iter().enumerate().collect();
    let bagian = utas::petakan(&bernomor, SEDIKIT, |(i, satu)| {
        let mut kelompok = 0;
        let Some(Piece::Grid(grid)) = bacaan.sumber.pieces.get(satu.piece) else {
            return (Vec::new(), kelompok);
        };
        let Some(kisi) = Kisi::baru(bacaan, &peta, satu.piece, grid) else {
            return (Vec::new(), kelompok);
        };
        let jalur: Vec<Vec<String>> = satu.kolom.iter().map(|k| k.jalur.clone()).collect();
        let konteks = Konteks::baru(bacaan, &pencari, &kisi, &jalur, kisi.kepala().judul);
        let hasil = pernyataan::dari_tabel(bacaan, &pencari, &konteks, satu, *i, &mut kelompok);
        (hasil, kelompok)
    });
    Pernyataan::gabung(0, bagian)
}

#[cfg(test)]
mod tests;
