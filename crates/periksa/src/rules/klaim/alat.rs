//! What the rules on claims share: looking up what the document itself says of a thing.

use std::cmp::Ordering;

use crate::bacaan::{
    Angka, Arah, Asal, Bacaan, JenisPerihal, Letak, Milik, Peran, Perihal, Pernyataan, SatuanCetak,
};
use crate::hitung::tampil;
use crate::rules::ingatan::tentang;

/// The office's own yearly statements of a thing in a role; those of tables, or where there is none those of prose.
pub(super) fn tahunan<'b>(
    bacaan: &'b Bacaan,
    perihal: &Perihal,
    tahun: i16,
    peran: Peran,
) -> Vec<&'b Pernyataan> {
    let semua = || {
        tentang(bacaan, perihal).filter(move |p| {
            p.tahun == Some(tahun)
                && p.peran == peran
                && p.bulan.is_none()
                && p.milik == Milik::Sendiri
                && bacaan.angka(p.angka).nilai.is_some()
        })
    };
    let tabel: Vec<_> = semua()
        .filter(|p| matches!(p.asal, Asal::Tabel(_)))
        .collect();
    if tabel.is_empty() {
        semua().collect()
    } else {
        tabel
    }
}

/// The other numbers of the group that a number belongs to.
pub(super) fn sekelompok<'b>(
    bacaan: &'b Bacaan,
    kelompok: usize,
) -> impl Iterator<Item = &'b Pernyataan> {
    bacaan
        .pernyataan
        .iter()
        .filter(move |p| p.kelompok == kelompok)
}

/// Which way it goes from one number to another.
pub(super) fn arah(dari: &Angka, ke: &Angka) -> Option<Arah> {
    Some(match ke.nilai?.cmp(&dari.nilai?) {
        Ordering::Greater => Arah::Naik,
        Ordering::Less => Arah::Turun,
        Ordering::Equal => Arah::Tetap,
    })
}

/// A number with its year ("3,98 (2022)").
pub(super) fn bertahun(angka: &Angka, tahun: Option<i16>) -> String {
    match tahun {
        Some(tahun) => format!("{} (tahun {tahun})", tampil(angka)),
        None => tampil(angka),
    }
}

/// What happened, in words ("turun", "naik", "tetap").
pub(super) fn kata_arah(arah: Arah) -> &'static str {
    match arah {
        Arah::Naik => "naik",
        Arah::Turun => "turun",
        Arah::Tetap => "tetap",
    }
}

/// A thing in words.
pub(super) fn sebut(bacaan: &Bacaan, perihal: Option<&Perihal>) -> String {
    let Some(perihal) = perihal else {
        return "nilainya".to_owned();
    };
    match perihal.jenis {
        JenisPerihal::Indikator => bacaan
            .indikator
            .iter()
            .find(|i| i.kunci == perihal.kunci)
            .map_or_else(|| perihal.kunci.clone(), |i| i.nama.clone()),
        JenisPerihal::Anggaran if perihal.kunci == "total" => "anggaran".to_owned(),
        JenisPerihal::KinerjaAnggaran => match perihal.kunci.split_once('/') {
            Some((nilai, komponen)) => format!("{komponen} pada {}", nilai.to_uppercase()),
            None => perihal.kunci.to_uppercase(),
        },
        _ => perihal.kunci.clone(),
    }
}

/// Where the numbers of statements stand.
pub(super) fn letak<'b>(bacaan: &'b Bacaan, pernyataan: &[&Pernyataan]) -> Vec<&'b Letak> {
    pernyataan
        .iter()
        .map(|p| &bacaan.angka(p.angka).letak)
        .collect()
}

/// Whether two numbers can be held against each other: money with money, shares with shares.
pub(super) fn sejenis(a: &Angka, b: &Angka) -> bool {
    let jenis = |angka: &Angka| match angka.satuan {
        SatuanCetak::Rupiah => 0,
        SatuanCetak::Persen => 1,
        SatuanCetak::Tanpa | SatuanCetak::Indeks | SatuanCetak::Cacah => 2,
    };
    jenis(a) == jenis(b)
}
