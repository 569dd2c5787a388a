//! A printed column total of the staff table that its rows do not give.

use kinerja::bilangan;
use kinerja::masukan::Sel;
use rust_decimal::Decimal;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "kolom-tidak-cocok",
    judul: "Jumlah kolom tabel pegawai tidak sama dengan penjumlahan barisnya.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let (total, baris): (Vec<_>, Vec<_>) = bahan.masukan.pegawai.iter().partition(|b| b.total);
    let Some(total) = total.first() else {
        return Vec::new();
    };
    let jumlah = |ambil: &dyn Fn(usize) -> Option<Decimal>| {
        (0..baris.len()).map(ambil).sum::<Option<Decimal>>()
    };
    let mut temuan: Vec<Temuan> = total
        .jumlah_per_kolom
        .iter()
        .enumerate()
        .filter_map(|(kolom, (nama, tercetak))| {
            let hitung = jumlah(&|i| {
                baris[i]
                    .jumlah_per_kolom
                    .get(kolom)
                    .and_then(|(_, sel)| sel.nilai())
            })?;
            satu(aturan, nama, tercetak, hitung)
        })
        .collect();
    // The rows' printed totals are checked against their own cells elsewhere; here against the grand total.
    let ruang: Option<Decimal> = baris
        .iter()
        .flat_map(|b| &b.jumlah_per_kolom)
        .filter(|(kolom, _)| kinerja::kolom_ruang(kolom))
        .map(|(_, sel)| sel.nilai())
        .sum();
    temuan.extend(ruang.and_then(|hitung| satu(aturan, "jumlah", &total.jumlah, hitung)));
    temuan
}

fn satu(aturan: &Aturan, kolom: &str, tercetak: &Sel, hitung: Decimal) -> Option<Temuan> {
    let nilai = tercetak.nilai().filter(|nilai| *nilai != hitung)?;
    let (nilai, hitung) = (bilangan::format(nilai, 0), bilangan::format(hitung, 0));
    Some(
        Temuan::new(
            aturan,
            Lokasi::Sel(tercetak.tempat.clone()),
            format!(
                "Jumlah kolom {kolom} tabel pegawai tercetak {nilai}, penjumlahan barisnya {hitung}"
            ),
            "Cocokkan isi kolom dengan daftar pegawai, lalu betulkan baris atau jumlahnya.",
        )
        .cuplikan(tercetak.teks.clone())
        .seharusnya(Some(hitung)),
    )
}
