//! Indicators: by month, by part, over the years.

use document::chart::{Axis, BarItem, Bars, Chart, Columns, Combo, Reference, Series};
use kinerja::Kode;
use kinerja::hasil::{HasilIndikator, HasilSurvei};
use rust_decimal::Decimal;

use super::Kumpulan;
use crate::Bahan;
use crate::nilai::{nama_bulan, singkat_bulan};

pub(super) fn semua(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    for indikator in &bahan.hasil.indikator {
        if let Some(survei) = &indikator.survei {
            bulanan(bahan, indikator, survei, kumpulan);
            unsur(bahan, indikator, survei, kumpulan);
        }
        riwayat(bahan, indikator, kumpulan);
    }
}

fn deret<'a>(
    bahan: &Bahan<'_>,
    name: &str,
    kode: impl Iterator<Item = &'a Kode> + Clone,
) -> Series {
    Series {
        name: name.to_owned(),
        values: kode.clone().map(|kode| bahan.angka(kode)).collect(),
        labels: kode.map(|kode| bahan.label(kode)).collect(),
    }
}

/// Bounds that show small differences: one tenth of the values' unit around them, never past the scale of the answers.
fn batas(
    nilai: impl Iterator<Item = Decimal> + Clone,
    skala: Option<Decimal>,
) -> (Option<Decimal>, Option<Decimal>) {
    let langkah = Decimal::new(1, 1);
    let bawah = nilai
        .clone()
        .min()
        .map(|n| ((n / langkah).floor() - Decimal::ONE) * langkah);
    let atas = nilai
        .clone()
        .max()
        .map(|n| ((n / langkah).ceil() + Decimal::ONE) * langkah)
        .map(|atas| match skala {
            // Data on another scale than that of the answers keep their own bound.
            Some(skala) if nilai.clone().all(|n| n <= skala) => atas.min(skala),
            _ => atas,
        });
    (bawah, atas)
}

/// The highest answer of the instrument behind an indicator.
fn skala_tertinggi(bahan: &Bahan<'_>, indikator: &HasilIndikator) -> Option<Decimal> {
    let instrumen = &indikator.survei.as_ref()?.instrumen;
    Some(bahan.hukum.instrumen(instrumen)?.skala_maks)
}

fn bulanan(
    bahan: &Bahan<'_>,
    indikator: &HasilIndikator,
    survei: &HasilSurvei,
    kumpulan: &mut Kumpulan,
) {
    let indeks = deret(
        bahan,
        &format!("Indeks {}", indikator.profil.kode),
        survei.bulan.iter().map(|b| &b.indeks),
    );
    let responden = deret(
        bahan,
        "Responden",
        survei.bulan.iter().map(|b| &b.responden),
    );
    let ada = indeks.values.iter().flatten().copied();
    let (low, high) = batas(ada, skala_tertinggi(bahan, indikator));
    let tertinggi = survei
        .bulan
        .iter()
        .filter(|b| bahan.angka(&b.indeks).is_some())
        .max_by_key(|b| bahan.angka(&b.indeks));
    let terendah = survei
        .bulan
        .iter()
        .filter(|b| bahan.angka(&b.indeks).is_some())
        .min_by_key(|b| bahan.angka(&b.indeks));
    let (Some(tertinggi), Some(terendah)) = (tertinggi, terendah) else {
        return;
    };
    let minimum = survei.minimum.as_ref();
    let alt = format!(
        "Indeks {} tertinggi pada bulan {} ({}) dan terendah pada bulan {} ({}); jumlah responden setahun {}.",
        indikator.profil.kode,
        nama_bulan(tertinggi.bulan),
        bahan.label(&tertinggi.indeks),
        nama_bulan(terendah.bulan),
        bahan.label(&terendah.indeks),
        bahan.sebut(&survei.responden),
    );
    let grafik = Combo {
        categories: survei
            .bulan
            .iter()
            .map(|b| singkat_bulan(b.bulan).to_owned())
            .collect(),
        lines: vec![indeks],
        line_axis: Axis {
            title: "Indeks".to_owned(),
            low,
            high,
            decimals: indikator.profil.presisi,
        },
        columns: Some(responden),
        column_axis: Axis {
            title: "Responden (orang)".to_owned(),
            low: Some(Decimal::ZERO),
            ..Axis::default()
        },
        column_reference: minimum.and_then(|kode| {
            let nama = format!("minimum {} responden", bahan.label(kode));
            Some(Reference {
                name: nama,
                value: bahan.angka(kode)?,
            })
        }),
    };
    let nama = format!("{}.bulanan", indikator.awalan);
    let judul = format!(
        "Indeks {} dan jumlah responden menurut bulan, Tahun {}",
        indikator.profil.kode, bahan.hasil.tahun
    );
    kumpulan.tambah(&nama, judul, Chart::Combo(grafik), alt);
}

fn unsur(
    bahan: &Bahan<'_>,
    indikator: &HasilIndikator,
    survei: &HasilSurvei,
    kumpulan: &mut Kumpulan,
) {
    let items: Vec<BarItem> = survei
        .unsur
        .iter()
        .enumerate()
        .map(|(posisi, unsur)| BarItem {
            name: unsur.nama.clone(),
            value: bahan.angka(&unsur.nilai),
            label: bahan.label(&unsur.nilai),
            marked: survei.unsur_di_bawah.contains(&posisi),
        })
        .collect();
    let nilai = survei
        .unsur
        .iter()
        .filter_map(|unsur| bahan.angka(&unsur.nilai));
    let (low, high) = batas(nilai, skala_tertinggi(bahan, indikator));
    if low.is_none() {
        return;
    }
    let di_bawah: Vec<String> = survei
        .unsur_di_bawah
        .iter()
        .filter_map(|posisi| survei.unsur.get(*posisi))
        .map(|unsur| format!("{} ({})", unsur.nama, bahan.label(&unsur.nilai)))
        .collect();
    let alt = if di_bawah.is_empty() {
        format!(
            "Seluruh unsur {} berada pada atau di atas indeks setahun.",
            indikator.profil.kode
        )
    } else {
        format!(
            "Unsur {} di bawah indeks setahun ({}), dari yang terendah: {}.",
            indikator.profil.kode,
            bahan.label(&survei.indeks),
            di_bawah.join(", ")
        )
    };
    let grafik = Bars {
        items,
        axis: Axis {
            title: "Nilai unsur".to_owned(),
            low,
            high,
            decimals: indikator.profil.presisi,
        },
        reference: bahan.angka(&survei.indeks).map(|value| Reference {
            name: format!("indeks {}", bahan.label(&survei.indeks)),
            value,
        }),
    };
    let judul = format!(
        "Nilai unsur {} terhadap indeks setahun, Tahun {}",
        indikator.profil.kode, bahan.hasil.tahun
    );
    kumpulan.tambah(
        &format!("{}.unsur", indikator.awalan),
        judul,
        Chart::Bars(grafik),
        alt,
    );
}

/// Target and realisasi over the years in words; none where fewer than two years have a value.
fn uraian_riwayat(bahan: &Bahan<'_>, indikator: &HasilIndikator) -> Option<String> {
    let riwayat = &indikator.riwayat;
    let terisi = riwayat
        .iter()
        .filter(|tahun| bahan.angka(&tahun.realisasi).is_some())
        .count();
    let uraian: Vec<String> = riwayat
        .iter()
        .map(|tahun| {
            format!(
                "tahun {} target {} realisasi {}",
                tahun.tahun,
                bahan.sebut(&tahun.target),
                bahan.sebut(&tahun.realisasi)
            )
        })
        .collect();
    (terisi >= 2).then(|| format!("{}: {}.", indikator.profil.kode, uraian.join("; ")))
}

/// Realisasi over the years with the line of its target.
pub(super) fn tren(bahan: &Bahan<'_>, kumpulan: &mut Kumpulan) {
    for indikator in &bahan.hasil.indikator {
        let Some(alt) = uraian_riwayat(bahan, indikator) else {
            continue;
        };
        let riwayat = &indikator.riwayat;
        let grafik = Combo {
            categories: riwayat
                .iter()
                .map(|tahun| tahun.tahun.to_string())
                .collect(),
            lines: vec![
                deret(
                    bahan,
                    "Realisasi",
                    riwayat.iter().map(|tahun| &tahun.realisasi),
                ),
                deret(bahan, "Target", riwayat.iter().map(|tahun| &tahun.target)),
            ],
            line_axis: Axis {
                title: format!("Nilai ({})", indikator.profil.satuan),
                decimals: indikator.profil.presisi,
                ..Axis::default()
            },
            columns: None,
            column_axis: Axis::default(),
            column_reference: None,
        };
        kumpulan.tambah(
            &format!("{}.tren", indikator.awalan),
            format!("Realisasi {} terhadap target", indikator.profil.kode),
            Chart::Combo(grafik),
            alt,
        );
    }
}

fn riwayat(bahan: &Bahan<'_>, indikator: &HasilIndikator, kumpulan: &mut Kumpulan) {
    let Some(alt) = uraian_riwayat(bahan, indikator) else {
        return;
    };
    let riwayat = &indikator.riwayat;
    let grafik = Columns {
        categories: riwayat
            .iter()
            .map(|tahun| tahun.tahun.to_string())
            .collect(),
        series: vec![
            deret(bahan, "Target", riwayat.iter().map(|tahun| &tahun.target)),
            deret(
                bahan,
                "Realisasi",
                riwayat.iter().map(|tahun| &tahun.realisasi),
            ),
        ],
        axis: Axis {
            title: format!("Nilai ({})", indikator.profil.satuan),
            low: Some(Decimal::ZERO),
            high: skala_tertinggi(bahan, indikator),
            decimals: indikator.profil.presisi,
        },
    };
    let judul = format!(
        "Target dan realisasi {} dari tahun ke tahun",
        indikator.profil.kode
    );
    kumpulan.tambah(
        &format!("{}.riwayat", indikator.awalan),
        judul,
        Chart::Columns(grafik),
        alt,
    );
}
