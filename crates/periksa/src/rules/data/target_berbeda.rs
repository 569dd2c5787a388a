//! A target of the performance agreement that differs from the indicator's own target of the year.

use kinerja::bilangan;
use kinerja::masukan::TingkatSasaran;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "target-berbeda",
    judul: "Target pada Perjanjian Kinerja berbeda dari target indikator.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let baris = bahan
        .masukan
        .perjanjian
        .iter()
        .filter(|b| b.tingkat == TingkatSasaran::Kegiatan);
    baris
        .filter_map(|b| {
            let indikator =
                bahan.masukan.indikator.iter().find(|i| i.kode == b.kode && i.tahun == b.tahun && !b.kode.is_empty())?;
            let (perjanjian, tahunan) = (b.target.nilai()?, indikator.target.nilai()?);
            if perjanjian == tahunan {
                return None;
            }
            let tampil = |nilai| bilangan::format(nilai, nilai.scale());
            let mut temuan = Temuan::new(
                aturan,
                Lokasi::Sel(b.target.tempat.clone()),
                format!(
                    "Target {} tahun {} pada Perjanjian Kinerja {}, sedangkan pada tabel indikator {}",
                    b.kode,
                    b.tahun,
                    tampil(perjanjian),
                    tampil(tahunan)
                ),
                "Pakai target Perjanjian Kinerja yang ditandatangani; perubahan target memerlukan perjanjian yang direvisi.",
            )
            .cuplikan(b.target.teks.clone());
            temuan.terkait = vec![Lokasi::Sel(indikator.target.tempat.clone())];
            Some(temuan)
        })
        .collect()
}
