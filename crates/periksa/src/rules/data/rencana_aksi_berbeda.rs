//! The quarters of the action plan do not come to the target of the agreement.

use crate::{Aturan, Bahan, Berat, Cara, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "rencana-aksi-berbeda",
    judul: "Target triwulanan pada rencana aksi tidak sampai pada target Perjanjian Kinerja.",
    berat: Berat::Anjuran,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let perbaikan = "Samakan target triwulan IV (atau jumlah keempat triwulan, bila sifatnya per_triwulan) dengan target Perjanjian Kinerja.";
    let rencana = bahan.hasil.rencana_aksi.iter();
    rencana
        .filter_map(|satu| {
            let (setahun, target) = (satu.setahun.as_ref()?, satu.target.as_ref()?);
            super::berbeda(bahan, aturan, setahun.as_str(), target.as_str(), perbaikan)
        })
        .collect()
}
