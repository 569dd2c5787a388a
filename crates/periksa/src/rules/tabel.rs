//! Tables that do not add up.

mod alat;
mod baris_bergeser;
mod baris_berkala;
mod baris_tanpa_nilai;
mod bobot_tidak_100;
mod dugaan;
mod hasil_kali;
mod hasil_kali_tidak_cocok;
mod hubungan;
mod hubungan_kolom_tidak_cocok;
mod jumlah;
mod jumlah_baris_tidak_cocok;
mod jumlah_tabel_tidak_cocok;
mod keliru;
mod kembaran;
mod kolom_berjalan;
mod nilai_tahunan_tidak_cocok;
mod pecahan_baris;
mod persen_tabel_tidak_cocok;
mod pita_bercelah;
mod rerata_tabel_tidak_cocok;
mod tabel_kembar_berbeda;
mod total_mengulang_sel;

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[
    jumlah_tabel_tidak_cocok::ATURAN,
    total_mengulang_sel::ATURAN,
    jumlah_baris_tidak_cocok::ATURAN,
    rerata_tabel_tidak_cocok::ATURAN,
    nilai_tahunan_tidak_cocok::ATURAN,
    persen_tabel_tidak_cocok::ATURAN,
    hasil_kali_tidak_cocok::ATURAN,
    hubungan_kolom_tidak_cocok::ATURAN,
    bobot_tidak_100::ATURAN,
    pita_bercelah::ATURAN,
    baris_bergeser::ATURAN,
    tabel_kembar_berbeda::ATURAN,
    baris_tanpa_nilai::ATURAN,
];
