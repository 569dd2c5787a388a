//! The same thing said in two ways.

mod alamat_berbeda;
mod anggaran_berbeda;
mod angka_tertukar;
mod beda;
mod besaran;
mod butir_ganda;
mod daftar_isi_berbeda;
pub(super) mod indeks_kata;
mod jumlah_orang_berbeda;
mod kata_ganda;
mod nama;
mod nama_indikator_berbeda;
mod nama_kantor_lain;
pub(super) mod nama_menyimpang;
mod nama_pasangan;
mod nama_sasaran_berbeda;
mod nama_tunggal;
mod nilai_berbeda;
mod pelaku_tertukar;
pub(super) mod revisi;
mod salah_eja;
pub(super) mod setara;
mod singkatan_berbeda;
mod tahun_laporan_berbeda;
mod tanda_kurung;
mod target_berbeda_bab;
mod target_menurun;
mod wajar;

use crate::Aturan;

/// Name of the rule that says which tables stand under a wrong year; the rules behind it heed that.
pub(crate) const PENANDA_TAHUN: &str = tahun_laporan_berbeda::ATURAN.nama;

pub(super) static ATURAN: &[Aturan] = &[
    // First, as it says which tables stand under a wrong year.
    tahun_laporan_berbeda::ATURAN,
    nilai_berbeda::ATURAN,
    target_berbeda_bab::ATURAN,
    target_menurun::ATURAN,
    anggaran_berbeda::ATURAN,
    jumlah_orang_berbeda::ATURAN,
    angka_tertukar::ATURAN,
    kata_ganda::ATURAN,
    tanda_kurung::ATURAN,
    salah_eja::ATURAN,
    singkatan_berbeda::ATURAN,
    alamat_berbeda::ATURAN,
    nama_sasaran_berbeda::ATURAN,
    nama_indikator_berbeda::ATURAN,
    daftar_isi_berbeda::ATURAN,
    nama_kantor_lain::ATURAN,
    pelaku_tertukar::ATURAN,
    butir_ganda::ATURAN,
];
