//! An empty cell where a number must be: something else is computed from it, or it is a target or realisation of the year.

use std::collections::BTreeMap;

use kinerja::{Asal, Fakta, Rumpang};

use crate::{Aturan, Bahan, Berat, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "sel-kosong",
    judul: "Sel yang harus berisi angka dibiarkan kosong.",
    berat: Berat::Wajib,
    periksa,
};

/// One finding for each empty cell that something needs; the same column of one file is said once.
fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    let mut kelompok: BTreeMap<String, Vec<&Fakta>> = BTreeMap::new();
    for fakta in daftar.iter() {
        let (Err(Rumpang::BelumDiisi(tempat)), Asal::Masukan { .. }) = (&fakta.nilai, &fakta.asal)
        else {
            continue;
        };
        let pemakai = daftar.pemakai(fakta.kode.as_str()).next();
        let kegiatan = fakta.kode.as_str().starts_with("kegiatan.");
        if pemakai.is_none() && !kegiatan {
            continue;
        }
        let kunci = if tempat.berkas.is_empty() {
            fakta.kode.to_string()
        } else {
            format!("{}/{}", tempat.berkas, tempat.baris)
        };
        kelompok.entry(kunci).or_default().push(fakta);
    }
    kelompok
        .into_values()
        .filter_map(|fakta| satu(bahan, aturan, &fakta))
        .collect()
}

fn satu(bahan: &Bahan, aturan: &Aturan, fakta: &[&Fakta]) -> Option<Temuan> {
    let pertama = fakta.first()?;
    let lokasi = |fakta: &Fakta| Lokasi::Sel(super::tempat_fakta(&bahan.hasil.fakta, fakta));
    let pemakai: Vec<&str> = bahan
        .hasil
        .fakta
        .pemakai(pertama.kode.as_str())
        .map(|f| f.label.as_str())
        .collect();
    let lain = if fakta.len() > 1 {
        format!(" (dan {} sel lain pada baris yang sama)", fakta.len() - 1)
    } else {
        String::new()
    };
    let akibat = match pemakai.first() {
        Some(label) => format!("; akibatnya {label} tidak dapat dihitung"),
        None => String::new(),
    };
    let lama = !pertama
        .kode
        .as_str()
        .contains(&format!(".{}.", bahan.hasil.tahun));
    let kegiatan = pertama.kode.as_str().starts_with("kegiatan.");
    let mut temuan = Temuan::new(
        aturan,
        lokasi(pertama),
        format!("{} belum diisi{lain}{akibat}", pertama.label),
        "Isi angkanya dari dokumen sumber; bila memang tidak ada, jelaskan sebabnya pada narasi.",
    )
    .cuplikan("(kosong)")
    .berat(if lama || kegiatan {
        Berat::Anjuran
    } else {
        Berat::Wajib
    })
    .kode(&pertama.kode);
    temuan.terkait = fakta.iter().skip(1).map(|f| lokasi(f)).collect();
    Some(temuan)
}
