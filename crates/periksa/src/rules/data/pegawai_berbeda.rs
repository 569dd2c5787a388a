//! Numbers of staff that do not agree: posts, ranks, and the office's total.

use kinerja::{Kode, bilangan};
use rust_decimal::Decimal;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "pegawai-berbeda",
    judul: "Jumlah pegawai berbeda antara formasi, tabel golongan, dan jumlah kantor.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let hasil = &bahan.hasil.pegawai;
    let formasi: Vec<&Kode> = hasil.formasi.iter().map(|(_, kode)| kode).collect();
    let golongan: Vec<&Kode> = hasil.golongan.iter().map(|(_, _, kode)| kode).collect();
    [("formasi jabatan", formasi), ("tabel golongan", golongan)]
        .into_iter()
        .filter_map(|(sebutan, kode)| satu(bahan, aturan, sebutan, &kode))
        .collect()
}

fn satu(bahan: &Bahan, aturan: &Aturan, sebutan: &str, kode: &[&Kode]) -> Option<Temuan> {
    let daftar = &bahan.hasil.fakta;
    let total = daftar.get(bahan.hasil.pegawai.jumlah.as_ref()?.as_str())?;
    let jumlah: Decimal = kode
        .iter()
        .map(|kode| daftar.angka(kode.as_str()))
        .sum::<Option<_>>()?;
    if kode.is_empty() || jumlah == total.angka()? {
        return None;
    }
    let pertama = daftar.get(kode.first()?.as_str())?;
    let (jumlah, tertulis) = (bilangan::format(jumlah, 0), total.tampil()?);
    let mut temuan = Temuan::new(
        aturan,
        Lokasi::Sel(super::tempat_fakta(daftar, pertama)),
        format!("Jumlah pegawai menurut {sebutan} {jumlah} orang, sedangkan jumlah pegawai kantor {tertulis} orang"),
        "Cocokkan dengan daftar urut kepangkatan per 31 Desember.",
    )
    .cuplikan(jumlah)
    .seharusnya(Some(tertulis))
    .kode(&total.kode);
    temuan.terkait = vec![Lokasi::Sel(super::tempat_fakta(daftar, total))];
    Some(temuan)
}
