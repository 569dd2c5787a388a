//! A document that still shows the template it was written on.

mod catatan_kaki_yatim;
mod dst_tertinggal;
mod kalimat_tanpa_angka;
mod kurung;
mod medan_gabung;
mod petunjuk;
mod petunjuk_penulis;
mod pilihan;
mod pilihan_belum_dibuat;
mod sel_belum_diisi;
pub(super) mod tanda;
mod tempat_isian;

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[
    tempat_isian::ATURAN,
    pilihan_belum_dibuat::ATURAN,
    petunjuk_penulis::ATURAN,
    dst_tertinggal::ATURAN,
    kalimat_tanpa_angka::ATURAN,
    sel_belum_diisi::ATURAN,
    medan_gabung::ATURAN,
    catatan_kaki_yatim::ATURAN,
];
