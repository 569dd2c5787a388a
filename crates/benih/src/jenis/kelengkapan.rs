//! What is not there.

use document::{Block, Document, plain_text};

use super::{Cara, Ganti, Jenis, Keluarga, Ladang, satu};
use crate::acak::Acak;
use crate::daun::Wadah;

pub(super) const JENIS: &[Jenis] = &[
    Jenis {
        nama: "bab-hilang",
        keluarga: Keluarga::Kelengkapan,
        cara: Cara::Buang(bab, &["bab-tidak-ada"]),
    },
    Jenis {
        nama: "pembanding-hilang",
        keluarga: Keluarga::Kelengkapan,
        cara: Cara::Buang(pembanding, &["pembanding-tidak-ada", "bagian-dijanjikan"]),
    },
    Jenis {
        nama: "lampiran-hilang",
        keluarga: Keluarga::Kelengkapan,
        cara: Cara::Buang(lampiran, &["lampiran-tidak-ada", "bagian-dijanjikan"]),
    },
    Jenis {
        nama: "tabel-tidak-ada",
        keluarga: Keluarga::Kelengkapan,
        cara: Cara::Ganti(rujukan),
    },
];

/// A chapter of the outline, or the executive summary.
fn bab(dokumen: &mut Document, acak: &mut Acak) -> Option<String> {
    buang(dokumen, acak, 1, |judul, nomor| {
        nomor.starts_with("BAB") || judul.starts_with("RINGKASAN")
    })
}

/// A comparison that the report tells nowhere else in its chapter.
fn pembanding(dokumen: &mut Document, acak: &mut Acak) -> Option<String> {
    buang(dokumen, acak, 4, |judul, _| {
        ["Perbandingan dengan", "Analisis Penyebab"]
            .iter()
            .any(|awal| judul.starts_with(awal))
    })
}

fn lampiran(dokumen: &mut Document, acak: &mut Acak) -> Option<String> {
    buang(dokumen, acak, 1, |judul, nomor| {
        format!("{nomor} {judul}").contains("PERJANJIAN KINERJA")
    })
}

/// Takes out a heading that fits, down to the level asked for, with what stands under it.
fn buang(
    dokumen: &mut Document,
    acak: &mut Acak,
    terdalam: u8,
    cocok: impl Fn(&str, &str) -> bool,
) -> Option<String> {
    let judul: Vec<(usize, u8, String)> = dokumen
        .blocks
        .iter()
        .enumerate()
        .filter_map(|(i, blok)| match blok {
            Block::Heading(judul) => Some((i, judul.level, judul)),
            _ => None,
        })
        .filter(|(_, tingkat, judul)| {
            *tingkat <= terdalam
                && cocok(
                    &plain_text(&judul.content),
                    judul.number.as_deref().unwrap_or_default(),
                )
        })
        .map(|(i, tingkat, judul)| (i, tingkat, plain_text(&judul.content)))
        .collect();
    let (awal, tingkat, nama) = acak.pilih(&judul)?.clone();
    let akhir = dokumen
        .blocks
        .iter()
        .enumerate()
        .skip(awal + 1)
        .find(|(_, blok)| matches!(blok, Block::Heading(judul) if judul.level <= tingkat))
        .map_or(dokumen.blocks.len(), |(i, _)| i);
    dokumen.blocks.drain(awal..akhir);
    Some(nama)
}

/// A table announced that is not there.
fn rujukan(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let i = ladang.pilih(|_, daun| {
        !matches!(daun.wadah, Wadah::Rumus(_))
            && (daun.teks.starts_with("Tabel ") || daun.teks.starts_with("Gambar "))
            && daun.teks.len() < 11
    })?;
    let kata = ladang.daun[i].teks.split(' ').next()?.to_owned();
    Some(satu(i, format!("{kata} {}", ladang.acak.di(60, 95))))
}
