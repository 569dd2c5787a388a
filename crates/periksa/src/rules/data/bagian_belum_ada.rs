//! A part of the year that was not handed in at all, and without which a required comparison or table is missing.

use kinerja::masukan::Tempat;

use crate::{Aturan, Bahan, Berat, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "bagian-belum-ada",
    judul: "Bagian data yang diperlukan laporan belum ada.",
    berat: Berat::Anjuran,
    periksa,
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let (m, t) = (bahan.masukan, bahan.hasil.tahun);
    let nasional = m
        .pembanding
        .iter()
        .any(|b| b.jenis == "nasional" && b.tahun == t);
    let eselon = m
        .pembanding
        .iter()
        .any(|b| b.jenis == "unit_eselon_1" && b.tahun == t);
    let perjanjian_depan = m.perjanjian.iter().any(|b| b.tahun == t + 1);
    let bagian = [
        (
            nasional,
            "pembanding.csv",
            "standar nasional sebagai pembanding",
            "Isi bila ada; bila tidak ada standar nasional, nyatakan pada narasi.",
        ),
        (
            eselon,
            "pembanding.csv",
            "nilai unit eselon I sebagai pembanding",
            "Minta nilainya kepada unit eselon I, lalu isi barisnya.",
        ),
        (
            perjanjian_depan,
            "perjanjian_kinerja.csv",
            "Perjanjian Kinerja tahun berikutnya untuk lampiran",
            "Isi baris tahun berikutnya sesudah perjanjiannya ditandatangani.",
        ),
        (
            !m.serapan_bulanan.is_empty(),
            "serapan_bulanan.csv",
            "penyerapan bulanan terhadap rencana",
            "Isi rencana dan realisasi kumulatif tiap bulan dari OM-SPAN.",
        ),
        (
            !m.penghargaan.is_empty(),
            "penghargaan.csv",
            "penghargaan yang diterima",
            "Isi bila ada; bila tidak ada, bagian itu menyatakan belum ada penghargaan yang dicatat.",
        ),
    ];
    bagian
        .into_iter()
        .filter(|(ada, ..)| !ada)
        .map(|(_, berkas, apa, perbaikan)| {
            let tempat = Tempat {
                berkas: berkas.to_owned(),
                ..Tempat::default()
            };
            Temuan::new(
                aturan,
                Lokasi::Sel(tempat),
                format!("Paket tidak memuat {apa}"),
                perbaikan,
            )
            .berat(Berat::Saran)
        })
        .collect()
}
