//! The cumulative spending to the end of the year, and the year's spending, are not the same.

use crate::{Aturan, Bahan, Berat, Cara, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "serapan-berbeda",
    judul: "Realisasi kumulatif Desember berbeda dari realisasi setahun.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

/// The last month of a year.
const DESEMBER: u8 = 12;

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let perbaikan = "Cocokkan kedua tabel dengan laporan realisasi anggaran per 31 Desember.";
    let anggaran = bahan.hasil.anggaran.iter();
    anggaran
        .filter_map(|a| {
            let (_, _, kumulatif, _) = a.bulan.iter().find(|(bulan, ..)| *bulan == DESEMBER)?;
            super::berbeda(
                bahan,
                aturan,
                kumulatif.as_str(),
                a.realisasi.as_str(),
                perbaikan,
            )
        })
        .collect()
}
