//! A recorded SMART or IKPA value that its components do not give by the weights of the year.

use kinerja::rumus;

use crate::{Aturan, Bahan, Berat, Cara, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "nilai-tercatat-tidak-cocok",
    judul: "Nilai SMART atau IKPA yang tercatat tidak dihasilkan oleh komponennya.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let rumus = [
        &rumus::NKA_BERBOBOT,
        &rumus::IKPA_JUMLAH,
        &rumus::NILAI_EFISIENSI,
    ];
    super::tercetak_menyimpang(bahan, aturan, &rumus)
}
