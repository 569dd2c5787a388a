//! A target of the performance agreement with neither a realisation nor an explanation.

use kinerja::bilangan;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "target-tanpa-realisasi",
    judul: "Target Perjanjian Kinerja tidak memiliki realisasi maupun penjelasan.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let dasar = bahan
        .hukum
        .ketentuan("lkj.isi_wajib", bahan.hasil.tahun)
        .ok();
    bahan
        .hasil
        .perjanjian
        .iter()
        .filter(|h| h.realisasi.is_none())
        .filter_map(|h| {
            let baris = bahan.masukan.perjanjian.get(h.baris)?;
            if !baris.penjelasan.is_empty() {
                return None;
            }
            let target = baris.target.nilai().map(|nilai| bilangan::format(nilai, nilai.scale())).unwrap_or_default();
            Some(
                Temuan::new(
                    aturan,
                    Lokasi::Sel(baris.target.tempat.clone()),
                    format!("{} bertarget {target} {}, tetapi realisasinya tidak ada", baris.indikator, baris.satuan),
                    "Isi kolom realisasi, atau tulis alasannya pada kolom penjelasan (misalnya diukur pada tingkat kementerian).",
                )
                .cuplikan(baris.indikator.clone())
                .dasar(dasar.map(|k| kinerja::daftar::kutipan(k, bahan.hukum.regulasi(&k.regulasi))))
                .kode(&h.target),
            )
        })
        .collect()
}
