//! Target, realisation and comparisons of the indicators.

use document::{Align, Cell, Inline, Row};
use kinerja::hasil::HasilIndikator;

use super::Kumpulan;
use crate::Bahan;
use crate::alat::{baris_jumlah, kapital_awal, kata, tabel};
use crate::konteks::sebutan_status;

pub(super) fn semua(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    ringkasan(bahan, kumpulan);
    for indikator in &bahan.hasil.indikator {
        riwayat(bahan, indikator, kumpulan);
        pembanding(bahan, indikator, kumpulan);
    }
}

fn ringkasan(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let judul = kata(format!(
        "Capaian indikator kinerja Tahun {}",
        bahan.hasil.tahun
    ));
    let mut tabel = tabel(
        "capaian.ringkasan",
        judul,
        &[
            (8, Align::Centre, "No."),
            (46, Align::Left, "Indikator kinerja"),
            (15, Align::Centre, "Target"),
            (15, Align::Centre, "Realisasi"),
            (15, Align::Centre, "Capaian (%)"),
            (26, Align::Left, "Status"),
        ],
    );
    for (nomor, indikator) in bahan.hasil.indikator.iter().enumerate() {
        let status = sebutan_status(indikator.status, indikator.profil.arah);
        tabel.body.push(Row::new(vec![
            Cell::text(format!("{}.", nomor + 1)),
            Cell::text(&indikator.profil.nama),
            bahan.sel(&indikator.target),
            bahan.sel(&indikator.realisasi),
            bahan.sel(&indikator.capaian),
            Cell::text(status),
        ]));
    }
    if let Some(rangkuman) = &bahan.hasil.rangkuman {
        tabel.body.push(baris_jumlah(vec![
            Cell::text("Rata-rata capaian").across(4),
            bahan.sel(&rangkuman.rata_capaian),
            Cell::text(""),
        ]));
    }
    kumpulan.tambah("capaian.ringkasan", tabel);
}

fn riwayat(bahan: &Bahan<'_>, indikator: &HasilIndikator, kumpulan: &mut Kumpulan) {
    let nama = format!("{}.riwayat", indikator.awalan);
    let judul = kata(format!(
        "Target, realisasi, dan capaian {} dari tahun ke tahun",
        indikator.profil.kode
    ));
    let mut tabel = tabel(
        &nama,
        judul,
        &[
            (20, Align::Centre, "Tahun"),
            (20, Align::Centre, "Target"),
            (20, Align::Centre, "Realisasi"),
            (20, Align::Centre, "Capaian (%)"),
        ],
    );
    for tahun in &indikator.riwayat {
        tabel.body.push(Row::new(vec![
            Cell::text(tahun.tahun.to_string()),
            bahan.sel(&tahun.target),
            bahan.sel(&tahun.realisasi),
            bahan.sel(&tahun.capaian),
        ]));
    }
    if tabel.body.len() > 1 {
        kumpulan.tambah(nama, tabel);
    }
}

fn pembanding(bahan: &Bahan<'_>, indikator: &HasilIndikator, kumpulan: &mut Kumpulan) {
    let nama = format!("{}.pembanding", indikator.awalan);
    let judul = kata(format!(
        "Perbandingan realisasi {} dengan unit lain dan standar",
        indikator.profil.kode
    ));
    let mut tabel = tabel(
        &nama,
        judul,
        &[
            (48, Align::Left, "Pembanding"),
            (16, Align::Centre, "Nilai"),
            (18, Align::Centre, "Realisasi kantor"),
            (16, Align::Centre, "Selisih"),
            (30, Align::Left, "Sumber"),
        ],
    );
    for pembanding in &indikator.pembanding {
        tabel.body.push(Row::new(vec![
            Cell::text(&pembanding.nama),
            bahan.sel(&pembanding.nilai),
            bahan.sel(&indikator.realisasi),
            bahan.sel(&pembanding.selisih),
            Cell::new(vec![Inline::text(kapital_awal(&pembanding.sumber))]),
        ]));
    }
    kumpulan.tambah(nama, tabel);
}
