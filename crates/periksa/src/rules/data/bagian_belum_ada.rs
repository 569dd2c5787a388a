//! A part of the year that was not handed in at all, and without which a required comparison or table is missing.

use kinerja::masukan::Tempat;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "bagian-belum-ada",
    judul: "Bagian data yang diperlukan laporan belum ada.",
    berat: Berat::Anjuran,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let (m, t) = (bahan.masukan, bahan.hasil.tahun);
    let banding = |jenis: &str| {
        m.pembanding
            .iter()
            .any(|b| b.jenis == jenis && b.tahun == t)
    };
    let lalu = m.indikator.iter().any(|b| b.tahun < t);
    let menengah = m
        .satker
        .tahun_akhir_renstra
        .is_some_and(|akhir| m.indikator.iter().any(|b| b.tahun == akhir));
    let perjanjian_depan = m.perjanjian.iter().any(|b| b.tahun == t + 1);
    let bagian = [
        (
            lalu,
            "indikator_tahunan.csv",
            "nilai tahun-tahun sebelumnya sebagai pembanding",
            "Isi target dan realisasi tahun lalu dan beberapa tahun terakhir.",
        ),
        (
            menengah,
            "indikator_tahunan.csv",
            "target akhir Renstra sebagai pembanding",
            "Isi target tahun terakhir Renstra dan tahun_akhir_renstra pada satker.toml.",
        ),
        (
            banding("kanwil"),
            "pembanding.csv",
            "nilai kantor wilayah sebagai pembanding",
            "Minta nilainya kepada kantor wilayah, lalu isi barisnya.",
        ),
        (
            banding("unit_eselon_1"),
            "pembanding.csv",
            "nilai unit eselon I sebagai pembanding",
            "Minta nilainya kepada unit eselon I, lalu isi barisnya.",
        ),
        (
            banding("nasional"),
            "pembanding.csv",
            "standar nasional sebagai pembanding",
            "Isi bila ada; bila tidak ada, tulis `belum tersedia: alasannya` pada nilainya.",
        ),
        (
            perjanjian_depan,
            "perjanjian_kinerja.csv",
            "Perjanjian Kinerja tahun berikutnya untuk lampiran",
            "Isi baris tahun berikutnya sesudah perjanjiannya ditandatangani.",
        ),
        (
            !m.anggaran_sumber.is_empty(),
            "anggaran_sumber_dana.csv",
            "anggaran menurut sumber dana",
            "Isi pagu dan realisasi tiap sumber dana.",
        ),
        (
            !m.serapan_bulanan.is_empty(),
            "serapan_bulanan.csv",
            "penyerapan bulanan terhadap rencana",
            "Isi rencana dan realisasi kumulatif tiap bulan dari OM-SPAN.",
        ),
        (
            !m.pnbp.is_empty(),
            "pnbp.csv",
            "target dan realisasi penerimaan negara bukan pajak",
            "Isi bila kantor memungut PNBP.",
        ),
        (
            !m.smart.is_empty(),
            "smart.csv",
            "nilai kinerja anggaran dari SMART",
            "Salin nilai dan komponennya beserta tanggal bacaannya.",
        ),
        (
            !m.ikpa.is_empty(),
            "ikpa.csv",
            "nilai IKPA",
            "Salin nilai terbobot tiap indikator beserta tanggal bacaannya.",
        ),
        (
            !m.pegawai.is_empty(),
            "pegawai.csv",
            "susunan pegawai menurut golongan",
            "Isi menurut daftar urut kepangkatan per 31 Desember.",
        ),
        (
            !m.kegiatan.is_empty(),
            "kegiatan.csv",
            "kegiatan penunjang capaian",
            "Isi kegiatan, inovasi, dan indikator yang didukungnya.",
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
