//! A printed percentage that its operands do not give.

use kinerja::rumus;

use crate::{Aturan, Bahan, Berat, Cara, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "persen-tidak-cocok",
    judul: "Persentase yang tercetak tidak dihasilkan oleh pembilang dan penyebutnya.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let rumus = [
        &rumus::PENYERAPAN,
        &rumus::CAPAIAN_NAIK,
        &rumus::CAPAIAN_TURUN,
        &rumus::CAPAIAN_RENTANG,
    ];
    super::tercetak_menyimpang(bahan, aturan, &rumus)
}
