//! The absorption that SMART recorded is not the absorption of the budget tables.

use crate::{Aturan, Bahan, Berat, Cara, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "penyerapan-berbeda",
    judul: "Penyerapan menurut SMART berbeda dari penyerapan menurut tabel anggaran.",
    berat: Berat::Anjuran,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let perbaikan = "Periksa tanggal bacaan SMART dan basis pagunya; jelaskan perbedaannya bila keduanya benar.";
    let tahun = bahan.hasil.smart.iter().map(|s| s.tahun);
    tahun
        .filter_map(|t| {
            let (smart, tabel) = (
                format!("smart.{t}.penyerapan"),
                format!("anggaran.{t}.penyerapan"),
            );
            super::berbeda(bahan, aturan, &smart, &tabel, perbaikan)
        })
        .collect()
}
