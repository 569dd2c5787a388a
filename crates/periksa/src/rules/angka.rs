//! Numbers that do not follow from the numbers beside them.

mod alat;
mod alat_tulis;
mod angka_salah_tulis;
mod capaian_tidak_cocok;
mod efisiensi_tidak_cocok;
pub(in crate::rules) mod frasa;
mod hasil_salah_ketik;
mod jumlah_suku_tidak_cocok;
mod nilai_mustahil;
mod pecahan_terbalik;
mod persentase_tidak_cocok;
mod perubahan_tidak_cocok;
mod presisi_berbeda;
mod rerata_mustahil;
mod rerata_tidak_cocok;
mod rincian_tidak_cocok;
mod rumus_tidak_sama;
mod salah_satuan;
mod sisa_tidak_cocok;
mod suku_rumus_berbeda;
mod tanda_desimal_campur;
mod terbilang_berbeda;
mod tiga;

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[
    terbilang_berbeda::ATURAN,
    tanda_desimal_campur::ATURAN,
    presisi_berbeda::ATURAN,
    angka_salah_tulis::ATURAN,
    capaian_tidak_cocok::ATURAN,
    rumus_tidak_sama::ATURAN,
    pecahan_terbalik::ATURAN,
    rerata_tidak_cocok::ATURAN,
    jumlah_suku_tidak_cocok::ATURAN,
    perubahan_tidak_cocok::ATURAN,
    salah_satuan::ATURAN,
    nilai_mustahil::ATURAN,
    rerata_mustahil::ATURAN,
    suku_rumus_berbeda::ATURAN,
    rincian_tidak_cocok::ATURAN,
    persentase_tidak_cocok::ATURAN,
    sisa_tidak_cocok::ATURAN,
    efisiensi_tidak_cocok::ATURAN,
    hasil_salah_ketik::ATURAN,
];
