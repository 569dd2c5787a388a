//! The year's budget differs from the agreement's, and no revision of the DIPA is on record.

use kinerja::bilangan;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "pagu-berubah-tanpa-revisi",
    judul: "Pagu berubah sejak Perjanjian Kinerja tanpa revisi DIPA yang dicatat.",
    berat: Berat::Anjuran,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    bahan
        .hasil
        .anggaran
        .iter()
        .filter(|a| a.revisi.is_empty())
        .filter_map(|a| {
            let perubahan = daftar.angka(a.perubahan_pagu.as_ref()?.as_str()).filter(|nilai| !nilai.is_zero())?;
            let awal = daftar.get(a.pagu_perjanjian.as_ref()?.as_str())?;
            let akhir = daftar.get(a.pagu.as_str())?;
            Some(
                Temuan::new(
                    aturan,
                    Lokasi::Sel(super::tempat_fakta(daftar, awal)),
                    format!(
                        "Pagu tahun {} berubah {} dari {} menjadi {}, tetapi tidak ada revisi DIPA yang dicatat",
                        a.tahun,
                        bilangan::format_rupiah(perubahan),
                        awal.tampil().unwrap_or_default(),
                        akhir.tampil().unwrap_or_default(),
                    ),
                    "Catat setiap revisi pada anggaran_revisi.csv: nomor, tanggal, pagu sesudahnya, dan alasan.",
                )
                .cuplikan(awal.tampil().unwrap_or_default())
                .kode(&akhir.kode),
            )
        })
        .collect()
}
