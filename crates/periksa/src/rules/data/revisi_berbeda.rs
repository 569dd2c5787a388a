//! The budget after the last revision on record is not the budget of the year's end.

use kinerja::bilangan;

use crate::{Aturan, Bahan, Berat, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "revisi-berbeda",
    judul: "Pagu sesudah revisi terakhir berbeda dari pagu akhir tahun.",
    berat: Berat::Wajib,
    periksa,
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    bahan
        .hasil
        .anggaran
        .iter()
        .filter_map(|anggaran| {
            let (nomor, _, pagu) = anggaran.revisi.last()?;
            let (revisi, akhir) = (
                daftar.get(pagu.as_str())?,
                daftar.get(anggaran.pagu.as_str())?,
            );
            let (a, b) = (revisi.angka()?, akhir.angka()?);
            if a == b {
                return None;
            }
            let mut temuan = Temuan::new(
                aturan,
                Lokasi::Sel(super::tempat_fakta(daftar, revisi)),
                format!(
                    "Pagu sesudah revisi {nomor} sebesar {}, sedangkan {} sebesar {}",
                    bilangan::format_rupiah(a),
                    akhir.label,
                    bilangan::format_rupiah(b)
                ),
                "Catat seluruh revisi menurut urutannya; revisi terakhir memuat pagu akhir tahun.",
            )
            .cuplikan(bilangan::format_rupiah(a))
            .kode(&akhir.kode);
            temuan.terkait = vec![Lokasi::Sel(super::tempat_fakta(daftar, akhir))];
            Some(temuan)
        })
        .collect()
}
