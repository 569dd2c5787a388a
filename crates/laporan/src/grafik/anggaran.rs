//! Budget by kind of spending and by month.

use document::chart::{Axis, Chart, Columns, Combo, Series};
use kinerja::Kode;
use rust_decimal::Decimal;

use super::Kumpulan;
use crate::Bahan;
use crate::alat::kapital_awal;
use crate::nilai::singkat_bulan;

pub(super) fn semua(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    let tahun = bahan.hasil.tahun;
    let Some(anggaran) = bahan.hasil.anggaran.iter().find(|a| a.tahun == tahun) else {
        return;
    };
    if anggaran
        .jenis
        .iter()
        .any(|pos| bahan.angka(&pos.pagu).is_some())
    {
        let grafik = Columns {
            categories: anggaran
                .jenis
                .iter()
                .map(|pos| kapital_awal(&pos.nama))
                .collect(),
            series: vec![
                deret(
                    bahan,
                    "Pagu",
                    anggaran.jenis.iter().map(|pos| Some(&pos.pagu)),
                ),
                deret(
                    bahan,
                    "Realisasi",
                    anggaran.jenis.iter().map(|pos| pos.realisasi.as_ref()),
                ),
            ],
            axis: sumbu_rupiah(),
        };
        let uraian: Vec<String> = anggaran
            .jenis
            .iter()
            .map(|pos| {
                let serapan = pos
                    .penyerapan
                    .as_ref()
                    .map_or_else(|| "belum tersedia".to_owned(), |kode| bahan.sebut(kode));
                format!("belanja {} terserap {serapan}", pos.nama)
            })
            .collect();
        let alt = format!(
            "Pagu dan realisasi menurut jenis belanja: {}.",
            uraian.join("; ")
        );
        let judul = format!("Pagu dan realisasi menurut jenis belanja, Tahun {tahun}");
        kumpulan.tambah("anggaran.jenis", judul, Chart::Columns(grafik), alt);
    }
    if let Some((_, _, _, akhir)) = anggaran.bulan.last() {
        let garis = |nama: &str, kode: Vec<Option<&Kode>>| {
            tanpa_label(deret(bahan, nama, kode.into_iter()))
        };
        let grafik = Combo {
            categories: anggaran
                .bulan
                .iter()
                .map(|(bulan, ..)| singkat_bulan(*bulan).to_owned())
                .collect(),
            lines: vec![
                garis(
                    "Rencana",
                    anggaran.bulan.iter().map(|b| Some(&b.1)).collect(),
                ),
                garis(
                    "Realisasi",
                    anggaran.bulan.iter().map(|b| Some(&b.2)).collect(),
                ),
            ],
            line_axis: sumbu_rupiah(),
            columns: None,
            column_axis: Axis::default(),
            column_reference: None,
        };
        let alt = format!(
            "Rencana dan realisasi kumulatif menurut bulan; serapan pada akhir tahun {}.",
            bahan.sebut(akhir)
        );
        let judul = format!("Rencana dan realisasi anggaran kumulatif, Tahun {tahun}");
        kumpulan.tambah("anggaran.bulanan", judul, Chart::Combo(grafik), alt);
    }
}

fn sumbu_rupiah() -> Axis {
    Axis {
        title: "Rupiah".to_owned(),
        low: Some(Decimal::ZERO),
        high: None,
        decimals: 0,
    }
}

fn deret<'a>(
    bahan: &Bahan<'_>,
    name: &str,
    kode: impl Iterator<Item = Option<&'a Kode>>,
) -> Series {
    let (values, labels) = kode
        .map(|kode| {
            kode.map_or((None, String::new()), |kode| {
                (bahan.angka(kode), bahan.label(kode))
            })
        })
        .unzip();
    Series {
        name: name.to_owned(),
        values,
        labels,
    }
}

fn tanpa_label(mut deret: Series) -> Series {
    deret.labels.iter_mut().for_each(String::clear);
    deret
}
