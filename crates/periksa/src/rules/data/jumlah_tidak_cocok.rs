//! A printed total that its rows do not give.

use kinerja::rumus;

use crate::{Aturan, Bahan, Berat, Cara, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "jumlah-tidak-cocok",
    judul: "Jumlah yang tercetak tidak sama dengan penjumlahan barisnya.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    super::tercetak_menyimpang(bahan, aturan, &[&rumus::JUMLAH])
}
