//! The office: duties, units, districts, pictures.

use document::{Block, Figure, Image, Inline, List, Marker, Paragraph, Picture, PictureFormat};
use hukum::UnitKerja;
use kinerja::masukan::{Gambar, PeranGambar, TingkatSasaran};

use super::polos;
use crate::Bahan;
use crate::alat::{awal_kecil, kata};

fn butir(kata: impl Into<String>) -> Vec<Block> {
    vec![polos(vec![Inline::text(kata)])]
}

/// A list whose items end in `;` but for the last.
fn daftar(marker: Marker, isi: &[String]) -> Vec<Block> {
    let terakhir = isi.len().saturating_sub(1);
    let items = isi
        .iter()
        .enumerate()
        .map(|(nomor, teks)| {
            let teks = teks.trim_end_matches(['.', ';']);
            let akhir = if nomor == terakhir { "." } else { ";" };
            butir(format!("{teks}{akhir}"))
        })
        .collect();
    if isi.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(List { marker, items })]
    }
}

pub(super) fn tugas(bahan: &Bahan<'_>) -> Vec<Block> {
    let profil = bahan.hukum.profil(&bahan.masukan.satker.profil);
    profil.map_or_else(Vec::new, |profil| daftar(Marker::Letter, &profil.tugas))
}

pub(super) fn unit(bahan: &Bahan<'_>) -> Vec<Block> {
    let Some(profil) = bahan.hukum.profil(&bahan.masukan.satker.profil) else {
        return Vec::new();
    };
    if profil.unit.is_empty() {
        return Vec::new();
    }
    let items = profil.unit.iter().map(satu_unit).collect();
    vec![Block::List(List {
        marker: Marker::Decimal,
        items,
    })]
}

fn satu_unit(unit: &UnitKerja) -> Vec<Block> {
    let tugas = awal_kecil(&unit.tugas);
    let titik = tugas.trim_end_matches('.');
    let uraian = if titik.is_empty() {
        ".".to_owned()
    } else {
        format!(": {titik}.")
    };
    let mut blok = vec![Block::Paragraph(Paragraph::body(vec![
        Inline::Strong(kata(&unit.nama)),
        Inline::text(uraian),
    ]))];
    if !unit.anak.is_empty() {
        let items = unit.anak.iter().map(satu_unit).collect();
        blok.push(Block::List(List {
            marker: Marker::Letter,
            items,
        }));
    }
    blok
}

pub(super) fn wilayah(bahan: &Bahan<'_>) -> Vec<Block> {
    daftar(Marker::Decimal, &bahan.masukan.satker.wilayah_kerja)
}

/// The objectives of the agreement at the level of the office, each once.
pub(super) fn sasaran(bahan: &Bahan<'_>) -> Vec<Block> {
    let mut isi: Vec<String> = Vec::new();
    for baris in &bahan.masukan.perjanjian {
        let milik_kantor =
            baris.tingkat == TingkatSasaran::Kegiatan && baris.tahun == bahan.hasil.tahun;
        if milik_kantor && !isi.contains(&baris.sasaran) {
            isi.push(baris.sasaran.clone());
        }
    }
    daftar(Marker::Decimal, &isi)
}

pub(super) fn peta(bahan: &Bahan<'_>) -> Vec<Block> {
    gambar(bahan, PeranGambar::PetaWilayah, "peta_wilayah")
}

pub(super) fn foto(bahan: &Bahan<'_>) -> Vec<Block> {
    gambar(bahan, PeranGambar::Foto, "foto")
}

fn gambar(bahan: &Bahan<'_>, peran: PeranGambar, nama: &str) -> Vec<Block> {
    let milik = bahan
        .masukan
        .satker
        .gambar
        .iter()
        .filter(|gambar| gambar.peran == peran);
    milik
        .enumerate()
        .map(|(nomor, gambar)| {
            Block::Figure(Figure {
                anchor: Some(format!("gambar.{nama}.{nomor}")),
                caption: kata(&gambar.keterangan),
                image: Image::Picture(picture(gambar)),
                alt: gambar.keterangan.clone(),
                source: None,
            })
        })
        .collect()
}

/// A picture file; the name tells a PNG from a JPEG, the first bytes would too.
pub(crate) fn picture(gambar: &Gambar) -> Picture {
    let png = gambar.isi.starts_with(&[0x89, b'P', b'N', b'G']);
    Picture {
        bytes: gambar.isi.clone(),
        format: if png {
            PictureFormat::Png
        } else {
            PictureFormat::Jpeg
        },
        alt: gambar.keterangan.clone(),
    }
}
