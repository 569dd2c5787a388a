//! A printed year value that the survey does not give.

use kinerja::rumus;

use crate::{Aturan, Bahan, Berat, Cara, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "indeks-tidak-cocok",
    judul: "Realisasi indeks yang tercetak tidak dihasilkan oleh surveinya.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    super::tercetak_menyimpang(bahan, aturan, &[&rumus::PUBLIKASI])
}
