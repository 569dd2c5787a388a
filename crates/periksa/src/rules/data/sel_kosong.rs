//! An empty cell where a number must be: something is computed from it, or the report shows it as a gap.

use std::collections::{BTreeMap, BTreeSet};

use kinerja::{Asal, Fakta, Rumpang};

use crate::rules::laporan::kunci_rumpang;
use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "sel-kosong",
    judul: "Sel yang harus berisi angka dibiarkan kosong.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

/// One finding for each row with empty cells that something needs, with the parts of the report that show the gap.
fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let pemakai = bahan.hasil.fakta.pemakai();
    let tampak = bagian_menurut_sel(bahan);
    let mut kelompok: BTreeMap<String, Vec<&Fakta>> = BTreeMap::new();
    for fakta in bahan.hasil.fakta.iter() {
        let (Err(Rumpang::BelumDiisi(tempat)), Asal::Masukan { .. }) = (&fakta.nilai, &fakta.asal)
        else {
            continue;
        };
        let kode = fakta.kode.as_str();
        let terhitung = kode.starts_with("kegiatan.");
        if pemakai.contains_key(kode) || tampak.contains_key(kode) || terhitung {
            let kunci = format!("{}/{}", tempat.berkas, tempat.baris);
            kelompok.entry(kunci).or_default().push(fakta);
        }
    }
    kelompok
        .into_values()
        .filter_map(|fakta| satu(bahan, aturan, &fakta, &pemakai, &tampak))
        .collect()
}

/// For each empty cell, the parts of the report that show a gap because of it.
fn bagian_menurut_sel<'a>(bahan: &Bahan<'a>) -> BTreeMap<&'a str, BTreeSet<String>> {
    let mut menurut: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (kode, bagian) in bahan.laporan.map(kunci_rumpang).unwrap_or_default() {
        for sel in bahan.hasil.fakta.sel_kosong_di_balik(&kode) {
            let tampak = menurut.entry(sel.kode.as_str()).or_default();
            tampak.extend(bagian.iter().cloned());
        }
    }
    menurut
}

fn satu(
    bahan: &Bahan,
    aturan: &Aturan,
    fakta: &[&Fakta],
    pemakai: &BTreeMap<&str, Vec<&Fakta>>,
    tampak: &BTreeMap<&str, BTreeSet<String>>,
) -> Option<Temuan> {
    let pertama = fakta.first()?;
    let lokasi = |fakta: &Fakta| Lokasi::Sel(super::tempat_fakta(&bahan.hasil.fakta, fakta));
    let akibat: Vec<&Fakta> = fakta
        .iter()
        .filter_map(|f| pemakai.get(f.kode.as_str()))
        .flatten()
        .copied()
        .collect();
    let bagian: BTreeSet<&String> = fakta
        .iter()
        .filter_map(|f| tampak.get(f.kode.as_str()))
        .flatten()
        .collect();
    let lain = match fakta.len() - 1 {
        0 => String::new(),
        n => format!(" (dan {n} sel lain pada baris yang sama)"),
    };
    let akibat = akibat.first().map_or_else(String::new, |f| {
        format!("; akibatnya {} tidak dapat dihitung", f.label)
    });
    // The year's own cells always bind; an earlier year's only where the report shows the gap.
    let kini = pertama
        .kode
        .as_str()
        .contains(&format!(".{}.", bahan.hasil.tahun));
    let wajib = !bagian.is_empty() || (bahan.laporan.is_none() && kini && !akibat.is_empty());
    let mut temuan = Temuan::new(
        aturan,
        lokasi(pertama),
        format!("{} belum diisi{lain}{akibat}", pertama.label),
        "Isi angkanya dari dokumen sumber; bila memang tidak dapat diketahui, tulis `belum tersedia: alasannya` di sel itu.",
    )
    .cuplikan("(kosong)")
    .berat(if wajib { Berat::Wajib } else { Berat::Anjuran })
    .kode(&pertama.kode);
    temuan.terkait = fakta.iter().skip(1).map(|f| lokasi(f)).collect();
    temuan
        .terkait
        .extend(bagian.into_iter().cloned().map(Lokasi::Bagian));
    Some(temuan)
}
