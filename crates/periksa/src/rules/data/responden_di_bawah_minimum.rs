//! Months, groups or a whole year with fewer respondents than the rule of the year asks for.

use kinerja::daftar::kutipan;
use kinerja::hasil::HasilIndikator;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "responden-di-bawah-minimum",
    judul: "Responden tidak mencapai jumlah minimum.",
    berat: Berat::Anjuran,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let indikator = &bahan.hasil.indikator;
    indikator
        .iter()
        .flat_map(|i| {
            bulan(bahan, aturan, i)
                .into_iter()
                .chain(sampel(bahan, aturan, i))
                .chain(kelompok(bahan, aturan, i))
        })
        .collect()
}

fn bulan(bahan: &Bahan, aturan: &Aturan, indikator: &HasilIndikator) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    let Some(survei) = &indikator.survei else {
        return Vec::new();
    };
    let Some(minimum) = survei
        .minimum
        .as_ref()
        .and_then(|kode| daftar.get(kode.as_str()))
    else {
        return Vec::new();
    };
    let dasar = bahan
        .hukum
        .ketentuan("skm.minimum_responden", bahan.hasil.tahun)
        .ok();
    survei
        .bulan
        .iter()
        .filter(|b| survei.bulan_di_bawah_minimum.contains(&b.bulan))
        .filter_map(|b| daftar.get(b.responden.as_str()))
        .map(|responden| {
            let n = responden.tampil().unwrap_or_default();
            Temuan::new(
                aturan,
                Lokasi::Sel(super::tempat_fakta(daftar, responden)),
                format!("{} hanya {n} orang, minimumnya {} orang", responden.label, minimum.tampil().unwrap_or_default()),
                "Sebutkan pada analisis dan rencanakan penambahan responden pada bulan serupa tahun berikutnya.",
            )
            .cuplikan(n)
            .dasar(dasar.map(|k| kutipan(k, bahan.hukum.regulasi(&k.regulasi))))
            .kode(&responden.kode)
        })
        .collect()
}

/// The year's respondents against the least sample for the people served.
fn sampel(bahan: &Bahan, aturan: &Aturan, indikator: &HasilIndikator) -> Option<Temuan> {
    let daftar = &bahan.hasil.fakta;
    let survei = indikator.survei.as_ref()?;
    let sampel = survei.sampel.as_ref()?;
    let responden = daftar.get(survei.responden.as_str())?;
    let minimum = daftar.get(sampel.minimum.as_str())?;
    if responden.angka()? >= minimum.angka()? {
        return None;
    }
    let n = responden.tampil()?;
    let dasar = bahan
        .hukum
        .ketentuan("sampel.rumus", bahan.hasil.tahun)
        .ok();
    Some(
        Temuan::new(
            aturan,
            Lokasi::Sel(super::tempat_fakta(daftar, responden)),
            format!(
                "{} hanya {n} orang, sampel minimum untuk {} penerima layanan adalah {} orang",
                responden.label,
                daftar.get(sampel.populasi.as_str())?.tampil()?,
                minimum.tampil()?
            ),
            "Sebutkan batas galatnya pada analisis dan tambah responden pada tahun berikutnya.",
        )
        .cuplikan(n)
        .dasar(dasar.map(|k| kutipan(k, bahan.hukum.regulasi(&k.regulasi))))
        .kode(&minimum.kode),
    )
}

fn kelompok(bahan: &Bahan, aturan: &Aturan, indikator: &HasilIndikator) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    indikator
        .kelompok
        .iter()
        .filter(|g| g.cukup == Some(false))
        .filter_map(|g| {
            let responden = daftar.get(g.responden.as_str())?;
            let minimum = daftar.get(g.minimum.as_ref()?.as_str())?;
            let n = responden.tampil()?;
            Some(
                Temuan::new(
                    aturan,
                    Lokasi::Sel(super::tempat_fakta(daftar, responden)),
                    format!("{} hanya {n} orang, minimumnya {} orang", responden.label, minimum.tampil()?),
                    "Kelompok sekecil ini sebaiknya tidak dipublikasikan tersendiri; tambah responden pada periode berikutnya.",
                )
                .cuplikan(n)
                .kode(&responden.kode),
            )
        })
        .collect()
}
