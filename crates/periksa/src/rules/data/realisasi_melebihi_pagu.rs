//! More was spent than the budget allows.

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "realisasi-melebihi-pagu",
    judul: "Realisasi belanja melebihi pagunya.",
    berat: Berat::Anjuran,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    let pos = bahan
        .hasil
        .anggaran
        .iter()
        .flat_map(|a| a.jenis.iter().chain(&a.program).chain(&a.sumber));
    pos.filter_map(|pos| {
        let realisasi = daftar.get(pos.realisasi.as_ref()?.as_str())?;
        let pagu = daftar.get(pos.pagu.as_str())?;
        if realisasi.angka()? <= pagu.angka()? {
            return None;
        }
        let (r, p) = (realisasi.tampil()?, pagu.tampil()?);
        Some(
            Temuan::new(
                aturan,
                Lokasi::Sel(super::tempat_fakta(daftar, realisasi)),
                format!("{} {r} melebihi pagunya {p}", realisasi.label),
                "Periksa digit realisasi dan pagu pada laporan realisasi anggaran; jelaskan bila memang terjadi pagu minus.",
            )
            .cuplikan(r)
            .kode(&realisasi.kode),
        )
    })
    .collect()
}
