//! Respondents of one group ("12 responden internal"), which the text and the table of one indicator must count alike.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::bacaan::{Angka, Bacaan, Golongan, Letak};
use crate::hitung::tampil;
use crate::rules::teks::kata;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// Groups that a survey may have.
const KELOMPOK: &[&str] = &[
    "internal",
    "eksternal",
    "laki-laki",
    "perempuan",
    "pria",
    "wanita",
];
/// Bytes on either side of a number in which its thing must be named.
const DEKAT: usize = 60;

pub(super) fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let mut semua: BTreeMap<(usize, &str), Vec<&Angka>> = BTreeMap::new();
    for (di, angka) in bacaan.angka.iter().enumerate() {
        let hitungan = angka.golongan == Golongan::Besaran && angka.presisi == 0;
        let Some(kelompok) = hitungan.then(|| kelompok(bacaan, angka)).flatten() else {
            continue;
        };
        let Some(bagian) = bagian(bacaan, angka.letak.piece) else {
            continue;
        };
        catat.diperiksa([crate::bacaan::AngkaId(di)]);
        semua.entry((bagian, kelompok)).or_default().push(angka);
    }
    for ((_, kelompok), sebutan) in semua {
        let mut nilai: BTreeMap<Decimal, Vec<&Angka>> = BTreeMap::new();
        for angka in &sebutan {
            if let Some(n) = angka.nilai {
                nilai.entry(n).or_default().push(angka);
            }
        }
        let Some((_, utama)) = nilai.iter().max_by_key(|(_, semua)| semua.len()) else {
            continue;
        };
        let Some(wakil) = utama.first() else { continue };
        for (_, lain) in nilai.iter().filter(|(n, _)| Some(**n) != wakil.nilai) {
            let Some(pertama) = lain.first() else {
                continue;
            };
            // Two against two, and nobody knows.
            let tempat: Vec<&Letak> = utama.iter().map(|a| &a.letak).collect();
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &pertama.letak,
                    format!(
                        "Responden {kelompok} tertulis {} di sini, tetapi {} di {} tempat pada bagian yang sama",
                        tampil(pertama),
                        tampil(wakil),
                        utama.len()
                    ),
                    "Tetapkan jumlah yang benar menurut data survei, lalu samakan di semua tempat.",
                )
                .seharusnya((utama.len() > lain.len()).then(|| tampil(wakil)))
                .terkait(bahan, tempat),
            );
        }
    }
}

/// The heading of the indicator under which a piece stands.
fn bagian(bacaan: &Bacaan, piece: usize) -> Option<usize> {
    const TERDALAM: usize = 8;
    let mut satu = bacaan.bagian(piece)?;
    for _ in 0..TERDALAM {
        let induk = satu.induk.and_then(|i| bacaan.kerangka.get(i));
        match induk {
            Some(induk) if induk.indikator.is_some() && induk.indikator == satu.indikator => {
                satu = induk;
            }
            _ => break,
        }
    }
    satu.indikator.is_some().then_some(satu.piece)
}

/// The group that a number counts: "12 (dua belas) orang responden internal", "Internal, 12 responden".
fn kelompok(bacaan: &Bacaan, angka: &Angka) -> Option<&'static str> {
    let teks = angka.letak.bacaan(bacaan.sumber)?.text.as_str();
    let sesudah = potong(teks, angka.letak.akhir, DEKAT);
    let kata_sesudah: Vec<String> = kata(tanpa_kurung(sesudah))
        .into_iter()
        .map(|k| k.kecil.into_owned())
        .take(3)
        .collect();
    let responden = match kata_sesudah.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["responden", lain, ..] => Some(lain),
        ["orang", "responden", lain] => Some(lain),
        ["responden"] | ["orang", "responden"] => Some(""),
        _ => None,
    }?;
    // Another year's count is another one.
    let tahun_ini = bacaan.identitas.tahun?;
    let kalimat = bacaan.kalimat_di(&angka.letak);
    let lain_tahun = kalimat.is_some_and(|k| {
        k.angka.iter().any(|id| {
            let satu = bacaan.angka(*id);
            satu.golongan == Golongan::Tahun && satu.nilai != Some(Decimal::from(tahun_ini))
        })
    });
    if lain_tahun {
        return None;
    }
    if let Some(satu) = KELOMPOK.iter().find(|k| **k == responden) {
        return Some(satu);
    }
    // A title over rows: "Internal, 12 responden".
    let judul = angka.letak.sel.is_some() && responden.is_empty();
    let sebelum = teks.get(..angka.letak.awal)?;
    let kata_sebelum: Vec<String> = kata(sebelum)
        .into_iter()
        .map(|k| k.kecil.into_owned())
        .collect();
    match &kata_sebelum[..] {
        [satu] if judul => KELOMPOK.iter().copied().find(|k| k == satu),
        _ => None,
    }
}

/// The words behind without a number in words, "(dua belas)".
fn tanpa_kurung(teks: &str) -> &str {
    teks.trim_start()
        .strip_prefix('(')
        .and_then(|dalam| dalam.split_once(')'))
        .map_or(teks, |(_, sisa)| sisa)
}

/// At most so many bytes from a place on.
fn potong(teks: &str, awal: usize, panjang: usize) -> &str {
    let sisa = teks.get(awal..).unwrap_or_default();
    let akhir = (0..=panjang.min(sisa.len()))
        .rev()
        .find(|i| sisa.is_char_boundary(*i))
        .unwrap_or(0);
    sisa.get(..akhir).unwrap_or_default()
}
