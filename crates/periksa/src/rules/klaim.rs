//! Words against numbers.

mod alat;
mod arah_tidak_sesuai;
mod banding_tidak_sesuai;
mod cacah_tidak_sesuai;
mod kategori_tidak_sesuai;
mod konsisten_tidak_sesuai;
mod pita_sendiri;
mod responden_minimum_tidak_sesuai;
mod selisih_tidak_sesuai;
mod tercapai_tidak_sesuai;
mod ujung_tidak_sesuai;

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[
    arah_tidak_sesuai::ATURAN,
    konsisten_tidak_sesuai::ATURAN,
    tercapai_tidak_sesuai::ATURAN,
    banding_tidak_sesuai::ATURAN,
    selisih_tidak_sesuai::ATURAN,
    ujung_tidak_sesuai::ATURAN,
    kategori_tidak_sesuai::ATURAN,
    cacah_tidak_sesuai::ATURAN,
    responden_minimum_tidak_sesuai::ATURAN,
];
