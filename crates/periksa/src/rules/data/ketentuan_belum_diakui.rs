//! Unverified provisions of law that the report uses and that the office has not acknowledged in its package.

use kinerja::masukan::Tempat;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "ketentuan-belum-diakui",
    judul: "Ketentuan yang belum terverifikasi dipakai tanpa pengakuan kantor.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let diakui = &bahan.masukan.satker.ketentuan_diakui;
    let belum: Vec<&(String, String, String)> = bahan
        .hasil
        .ketentuan_belum_terverifikasi
        .iter()
        .filter(|(kode, ..)| !diakui.contains(kode))
        .collect();
    if belum.is_empty() {
        return Vec::new();
    }
    let kode: Vec<&str> = belum.iter().map(|(kode, ..)| kode.as_str()).collect();
    let tempat = Tempat {
        berkas: "satker.toml".to_owned(),
        kolom: "ketentuan_diakui".to_owned(),
        ..Tempat::default()
    };
    vec![
        Temuan::new(
            aturan,
            Lokasi::Sel(tempat),
            format!("Laporan memakai {} ketentuan yang belum terverifikasi dan belum diakui: {}", kode.len(), kode.join(", ")),
            "Baca daftar dengan perintah `cermat regulasi`, cocokkan dengan naskah peraturannya, lalu cantumkan kodenya pada ketentuan_diakui.",
        )
        .dasar(belum.iter().map(|(_, judul, kutipan)| format!("{judul}: {kutipan}"))),
    ]
}
