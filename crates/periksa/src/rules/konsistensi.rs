//! The same thing said in two ways.

mod anggaran_berbeda;
mod angka_tertukar;
mod beda;
mod besaran;
mod jumlah_orang_berbeda;
mod nilai_berbeda;
mod target_berbeda_bab;

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[
    nilai_berbeda::ATURAN,
    target_berbeda_bab::ATURAN,
    anggaran_berbeda::ATURAN,
    jumlah_orang_berbeda::ATURAN,
    angka_tertukar::ATURAN,
];
