//! The list of fakta with their sources.

use document::{Align, Cell, Inline, Row, Table};
use kinerja::masukan::Tempat;
use kinerja::{Asal, Fakta};

use crate::Bahan;
use crate::alat::formulir;
use crate::nilai::Bentuk;

/// Cells of one row of a file are listed together from this many on.
const SEBARIS: usize = 4;

/// Every fakta among `kode`: code, words, value, origin. The cells of one row of a file share a line.
pub(crate) fn daftar_fakta<'a>(bahan: &'a Bahan<'_>, kode: impl Iterator<Item = &'a str>) -> Table {
    let mut tabel = formulir(&[
        (31, Align::Left, "Kode"),
        (36, Align::Left, "Uraian"),
        (30, Align::Right, "Nilai"),
        (36, Align::Left, "Asal"),
    ]);
    let fakta: Vec<&Fakta> = kode.filter_map(|kode| bahan.fakta(kode)).collect();
    let mut sisa = fakta.as_slice();
    while let Some(pertama) = sisa.first() {
        let sebaris = sisa
            .iter()
            .take_while(|lain| serumpun(pertama, lain))
            .count();
        let banyak = if sebaris >= SEBARIS { sebaris } else { 1 };
        let (rumpun, lanjut) = sisa.split_at(banyak);
        tabel.body.push(if banyak > 1 {
            gabungan(bahan, rumpun)
        } else {
            satu(bahan, pertama)
        });
        sisa = lanjut;
    }
    tabel
}

fn satu(bahan: &Bahan<'_>, fakta: &Fakta) -> Row {
    // The label of a weight says that it is one.
    let bentuk = if fakta.satuan.nama() == "bobot" {
        Bentuk::Sel
    } else {
        Bentuk::Bersatuan
    };
    Row::new(vec![
        Cell::text(fakta.kode.to_string()),
        Cell::text(&fakta.label),
        Cell::new(vec![bahan.inline(&fakta.kode, bentuk)]),
        Cell::text(asal(fakta)),
    ])
}

fn gabungan(bahan: &Bahan<'_>, rumpun: &[&Fakta]) -> Row {
    let [pertama, .., terakhir] = rumpun else {
        return Row::default();
    };
    let ekor = match (induk(pertama), terakhir.kode.as_str().rsplit_once('.')) {
        (Some(a), Some((b, ekor))) if a == b => ekor,
        _ => terakhir.kode.as_str(),
    };
    let mut nilai = Vec::new();
    for fakta in rumpun {
        if !nilai.is_empty() {
            nilai.push(Inline::text("; "));
        }
        nilai.push(bahan.inline(&fakta.kode, Bentuk::Sel));
    }
    let asal = match tempat(pertama) {
        Some(tempat) => Tempat {
            kolom: String::new(),
            ..tempat.clone()
        }
        .to_string(),
        None => asal(pertama),
    };
    Row::new(vec![
        Cell::text(format!("{}–{ekor}", pertama.kode)),
        Cell::text(awal_bersama(&pertama.label, &terakhir.label)),
        Cell::new(nilai),
        Cell::text(asal),
    ])
}

/// The words with which both labels begin.
fn awal_bersama(a: &str, b: &str) -> String {
    let sama = a
        .split(' ')
        .zip(b.split(' '))
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a);
    sama.collect::<Vec<_>>().join(" ")
}

fn tempat(fakta: &Fakta) -> Option<&Tempat> {
    match &fakta.asal {
        Asal::Masukan { tempat, .. } => Some(tempat),
        _ => None,
    }
}

fn induk(fakta: &Fakta) -> Option<&str> {
    fakta.kode.as_str().rsplit_once('.').map(|(induk, _)| induk)
}

/// Whether two fakta stand in the same row of the same file, or are the same computation for two months.
fn serumpun(a: &Fakta, b: &Fakta) -> bool {
    if let (Asal::Hitungan(hitungan_a), Asal::Hitungan(hitungan_b)) = (&a.asal, &b.asal) {
        return hitungan_a.rumus.id == hitungan_b.rumus.id
            && tanpa_bulan(a).is_some_and(|sisa| Some(sisa) == tanpa_bulan(b));
    }
    let (Some(tempat_a), Some(tempat_b)) = (tempat(a), tempat(b)) else {
        return false;
    };
    tempat_a.baris > 0
        && (&tempat_a.berkas, tempat_a.baris) == (&tempat_b.berkas, tempat_b.baris)
        && a.satuan == b.satuan
}

/// A monthly code without its month: what stands before and after it.
fn tanpa_bulan(fakta: &Fakta) -> Option<(&str, &str)> {
    let (awal, ekor) = fakta.kode.as_str().split_once(".bulan.")?;
    Some((awal, ekor.split_once('.').map_or("", |(_, ekor)| ekor)))
}

fn asal(fakta: &Fakta) -> String {
    match &fakta.asal {
        Asal::Masukan { tempat, .. } => tempat.to_string(),
        Asal::Koreksi { tempat, .. } => format!("{tempat}, dikoreksi"),
        Asal::Ketentuan { kutipan, .. } => kutipan.clone(),
        Asal::Hitungan(hitungan) => format!("dihitung: {}", hitungan.rumus.nama),
    }
}
