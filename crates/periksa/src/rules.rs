//! The register of rules.

mod data;
mod laporan;

use crate::Aturan;

/// Every rule, in the order in which findings of the same weight are listed.
pub static DAFTAR: &[Aturan] = &[
    data::angka_rusak::ATURAN,
    data::sel_kosong::ATURAN,
    data::jumlah_tidak_cocok::ATURAN,
    data::kolom_tidak_cocok::ATURAN,
    data::baris_tidak_cocok::ATURAN,
    data::persen_tidak_cocok::ATURAN,
    data::indeks_bulan_tidak_cocok::ATURAN,
    data::indeks_tidak_cocok::ATURAN,
    data::nilai_tercatat_tidak_cocok::ATURAN,
    data::nilai_di_luar_bobot::ATURAN,
    data::melebihi_maksimum::ATURAN,
    data::total_berbeda::ATURAN,
    data::target_berbeda::ATURAN,
    data::target_tanpa_realisasi::ATURAN,
    data::pagu_berubah_tanpa_revisi::ATURAN,
    data::revisi_berbeda::ATURAN,
    data::realisasi_melebihi_pagu::ATURAN,
    data::serapan_berbeda::ATURAN,
    data::serapan_menurun::ATURAN,
    data::penyerapan_berbeda::ATURAN,
    data::pegawai_berbeda::ATURAN,
    data::responden_nol::ATURAN,
    data::responden_melebihi_pegawai::ATURAN,
    data::responden_di_bawah_minimum::ATURAN,
    data::metode_berbeda::ATURAN,
    data::bagian_belum_ada::ATURAN,
    data::ketentuan_tidak_ada::ATURAN,
    data::ketentuan_belum_diakui::ATURAN,
    laporan::rumpang::ATURAN,
    laporan::sisa_templat::ATURAN,
    laporan::angka_tanpa_fakta::ATURAN,
];
