//! A realisation above the highest value that its indicator can take.

use kinerja::bilangan;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "melebihi-maksimum",
    judul: "Realisasi melebihi nilai tertinggi yang mungkin bagi indikatornya.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    let tahunan = bahan.hasil.indikator.iter().flat_map(|i| {
        i.riwayat
            .iter()
            .flat_map(|t| [&t.realisasi, &t.target])
            .map(move |kode| (i, kode))
    });
    tahunan
        .filter_map(|(indikator, kode)| {
            let maksimum = indikator.profil.maksimum?;
            let fakta = daftar.get(kode.as_str())?;
            if fakta.angka()? <= maksimum {
                return None;
            }
            let tertulis = fakta.tampil_bersatuan()?;
            let batas = bilangan::format(maksimum, maksimum.normalize().scale());
            Some(
                Temuan::new(
                    aturan,
                    Lokasi::Sel(super::tempat_fakta(daftar, fakta)),
                    format!(
                        "{} {tertulis}, padahal nilai tertingginya {batas}",
                        fakta.label
                    ),
                    "Periksa tanda desimal dan satuannya pada dokumen sumber.",
                )
                .cuplikan(tertulis)
                .kode(&fakta.kode),
            )
        })
        .collect()
}
