//! Ways in which the columns of a table split the number of a row: by rank, by sex, by kind of post.

use super::alat;
use crate::bacaan::{Bacaan, JenisKolom, Kolom, Peran, Tabel};
use crate::understand::kosakata::normal;

/// Columns that together should give the number of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pecahan {
    /// Name for a message ("TEKNIS dan NON TEKNIS").
    pub(super) nama: String,
    /// The columns, left to right.
    pub(super) kolom: Vec<usize>,
}

/// A column "Jumlah" and the ways in which other columns split it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kepingan {
    /// The column of the number.
    pub(super) jumlah: usize,
    /// The splits.
    pub(super) pecahan: Vec<Pecahan>,
}

/// All columns "Jumlah" of a table with their splits.
pub(super) fn kepingan(bacaan: &Bacaan, tabel: &Tabel) -> Vec<Kepingan> {
    let jumlah: Vec<usize> = (0..tabel.kolom.len())
        .filter(|k| tabel.kolom.get(*k).is_some_and(alat::kolom_jumlah))
        .collect();
    jumlah
        .iter()
        .filter_map(|j| {
            let pecahan = satu(bacaan, tabel, *j, &jumlah);
            (!pecahan.is_empty()).then_some(Kepingan {
                jumlah: *j,
                pecahan,
            })
        })
        .collect()
}

fn satu(bacaan: &Bacaan, tabel: &Tabel, j: usize, jumlah: &[usize]) -> Vec<Pecahan> {
    let Some(kolom) = tabel.kolom.get(j) else {
        return Vec::new();
    };
    let dapat = |k: usize| {
        tabel.kolom.get(k).is_some_and(|satu| {
            !jumlah.contains(&k)
                && satu.jenis == JenisKolom::Angka
                && matches!(satu.peran, None | Some(Peran::Jumlah))
                && !alat::berpersen(bacaan, tabel, k)
        })
    };
    if kolom.jalur.len() > 1 {
        // A sum under a heading takes in the other columns under that heading.
        let induk = kolom.jalur.first();
        let anak: Vec<usize> = (0..tabel.kolom.len())
            .filter(|k| {
                dapat(*k)
                    && tabel
                        .kolom
                        .get(*k)
                        .is_some_and(|x| x.jalur.len() > 1 && x.jalur.first() == induk)
            })
            .collect();
        return pecahan(induk.cloned().unwrap_or_default(), anak)
            .into_iter()
            .collect();
    }
    let kelompok = kelompok(&tabel.kolom, &dapat);
    if kelompok.is_empty() {
        // A flat table: the run of columns right before the sum.
        let mut anak: Vec<usize> = (0..j).rev().take_while(|k| dapat(*k)).collect();
        anak.reverse();
        let nama = anak
            .iter()
            .filter_map(|k| tabel.kolom.get(*k))
            .map(alat::nama_kolom)
            .collect::<Vec<_>>()
            .join(", ");
        let setahun = anak
            .iter()
            .filter_map(|k| tabel.kolom.get(*k))
            .all(|k| k.tahun.is_none());
        return if setahun {
            pecahan(nama, anak).into_iter().collect()
        } else {
            Vec::new()
        };
    }
    berpasangan(&kelompok)
}

fn pecahan(nama: String, kolom: Vec<usize>) -> Option<Pecahan> {
    (kolom.len() >= 2).then_some(Pecahan { nama, kolom })
}

/// Groups of columns under one heading each.
fn kelompok(kolom: &[Kolom], dapat: &dyn Fn(usize) -> bool) -> Vec<Pecahan> {
    let mut hasil: Vec<Pecahan> = Vec::new();
    for (k, satu) in kolom.iter().enumerate() {
        let (Some(induk), true) = (satu.jalur.first(), satu.jalur.len() > 1 && dapat(k)) else {
            continue;
        };
        match hasil.last_mut().filter(|lama| lama.nama == *induk) {
            Some(lama) => lama.kolom.push(k),
            None => hasil.push(Pecahan {
                nama: induk.clone(),
                kolom: vec![k],
            }),
        }
    }
    hasil
}

/// "TEKNIS" and "NON TEKNIS" split together; a group without a counterpart splits alone.
fn berpasangan(kelompok: &[Pecahan]) -> Vec<Pecahan> {
    let mut hasil = Vec::new();
    let mut terpakai = vec![false; kelompok.len()];
    for (i, satu) in kelompok.iter().enumerate() {
        if terpakai[i] {
            continue;
        }
        let inti = normal(&satu.nama);
        let lawan = kelompok.iter().enumerate().find(|(l, lain)| {
            let nama = normal(&lain.nama);
            *l != i && !terpakai[*l] && (lawan_kata(&nama, &inti) || lawan_kata(&inti, &nama))
        });
        let mut gabung = satu.clone();
        if let Some((l, lain)) = lawan {
            terpakai[l] = true;
            gabung.nama = format!("{} dan {}", satu.nama, lain.nama);
            gabung.kolom.extend(&lain.kolom);
            gabung.kolom.sort_unstable();
        }
        terpakai[i] = true;
        if gabung.kolom.len() >= 2 {
            hasil.push(gabung);
        }
    }
    hasil
}

fn lawan_kata(bukan: &str, ya: &str) -> bool {
    ["non ", "non", "tidak ", "bukan ", "belum "]
        .iter()
        .any(|awal| bukan.strip_prefix(awal) == Some(ya))
        || (ya == "laki laki" && bukan == "perempuan")
        || (ya == "pria" && bukan == "wanita")
}
