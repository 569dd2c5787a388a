//! The budget after the last revision on record is not the budget of the year's end.

use crate::{Aturan, Bahan, Berat, Cara, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "revisi-berbeda",
    judul: "Pagu sesudah revisi terakhir berbeda dari pagu akhir tahun.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let perbaikan =
        "Catat seluruh revisi menurut urutannya; revisi terakhir memuat pagu akhir tahun.";
    let anggaran = bahan.hasil.anggaran.iter();
    anggaran
        .filter_map(|a| {
            let (_, _, pagu) = a.revisi.last()?;
            super::berbeda(bahan, aturan, pagu.as_str(), a.pagu.as_str(), perbaikan)
        })
        .collect()
}
