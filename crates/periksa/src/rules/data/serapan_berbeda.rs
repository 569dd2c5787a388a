//! The cumulative spending to the end of the year, and the year's spending, are not the same.

use kinerja::bilangan;

use crate::{Aturan, Bahan, Berat, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "serapan-berbeda",
    judul: "Realisasi kumulatif Desember berbeda dari realisasi setahun.",
    berat: Berat::Wajib,
    periksa,
};

/// The last month of a year.
const DESEMBER: u8 = 12;

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    bahan
        .hasil
        .anggaran
        .iter()
        .filter_map(|anggaran| {
            let (_, _, kumulatif, _) = anggaran
                .bulan
                .iter()
                .find(|(bulan, ..)| *bulan == DESEMBER)?;
            let (kumulatif, setahun) = (
                daftar.get(kumulatif.as_str())?,
                daftar.get(anggaran.realisasi.as_str())?,
            );
            let (a, b) = (kumulatif.angka()?, setahun.angka()?);
            if a == b {
                return None;
            }
            let mut temuan = Temuan::new(
                aturan,
                Lokasi::Sel(super::tempat_fakta(daftar, kumulatif)),
                format!(
                    "{} sebesar {}, sedangkan {} sebesar {}",
                    kumulatif.label,
                    bilangan::format_rupiah(a),
                    setahun.label,
                    bilangan::format_rupiah(b)
                ),
                "Cocokkan kedua tabel dengan laporan realisasi anggaran per 31 Desember.",
            )
            .cuplikan(bilangan::format_rupiah(a))
            .seharusnya(Some(bilangan::format_rupiah(b)))
            .kode(&setahun.kode);
            temuan.terkait = vec![Lokasi::Sel(super::tempat_fakta(daftar, setahun))];
            Some(temuan)
        })
        .collect()
}
