//! A printed index of a month that is not the mean of its parts.

use kinerja::rumus;

use crate::{Aturan, Bahan, Berat, Cara, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "indeks-bulan-tidak-cocok",
    judul: "Indeks bulanan yang tercetak bukan rata-rata unsurnya.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    super::tercetak_menyimpang(bahan, aturan, &[&rumus::INDEKS_BULAN])
}
