//! The absorption that SMART recorded is not the absorption of the budget tables.

use crate::{Aturan, Bahan, Berat, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "penyerapan-berbeda",
    judul: "Penyerapan menurut SMART berbeda dari penyerapan menurut tabel anggaran.",
    berat: Berat::Anjuran,
    periksa,
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    bahan
        .hasil
        .smart
        .iter()
        .filter_map(|smart| {
            let tercatat = daftar.get(&format!("smart.{}.penyerapan", smart.tahun))?;
            let tabel = daftar.get(&format!("anggaran.{}.penyerapan", smart.tahun))?;
            if tercatat.angka()? == tabel.angka()? {
                return None;
            }
            let (a, b) = (tercatat.tampil()?, tabel.tampil()?);
            let mut temuan = Temuan::new(
                aturan,
                Lokasi::Sel(super::tempat_fakta(daftar, tercatat)),
                format!("Penyerapan tahun {} menurut SMART {a}%, sedangkan menurut tabel anggaran {b}%", smart.tahun),
                "Periksa tanggal bacaan SMART dan basis pagunya; jelaskan perbedaannya bila keduanya benar.",
            )
            .cuplikan(a)
            .kode(&tabel.kode);
            temuan.terkait = vec![Lokasi::Sel(super::tempat_fakta(daftar, tabel))];
            Some(temuan)
        })
        .collect()
}
