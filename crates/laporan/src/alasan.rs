//! Why a value cannot be had, told where the value would stand.
//!
//! In a paragraph the reason follows the first value that lacks for it; a table tells it once, below.

use document::{Block, Inline, Table};
use kinerja::DaftarFakta;

use crate::nilai::{self, TANPA_NILAI};

/// Adds to every paragraph and table the reasons of its unavailable values.
pub(crate) fn terangkan(blok: &mut [Block], daftar: &DaftarFakta) {
    for blok in blok {
        match blok {
            Block::Paragraph(paragraf) => {
                kalimat(&mut paragraf.content, daftar, &mut Vec::new());
            }
            Block::List(isi) => {
                isi.items
                    .iter_mut()
                    .for_each(|butir| terangkan(butir, daftar));
            }
            Block::Columns(kolom) => kolom
                .iter_mut()
                .for_each(|kolom| terangkan(&mut kolom.blocks, daftar)),
            Block::Callout(isi) => terangkan(&mut isi.blocks, daftar),
            Block::Table(isi) => tabel(isi, daftar),
            _ => {}
        }
    }
}

fn kalimat(isi: &mut [Inline], daftar: &DaftarFakta, sudah: &mut Vec<String>) {
    for posisi in 0..isi.len() {
        let menutup = menutup(isi.get(posisi + 1));
        match isi.get_mut(posisi) {
            Some(Inline::Value { text, key }) => {
                let baru = belum_disebut(daftar, key, sudah);
                if baru.is_empty() {
                    continue;
                }
                text.push_str(&if menutup {
                    format!(" karena {baru}")
                } else {
                    format!(" ({baru})")
                });
            }
            Some(Inline::Strong(dalam) | Inline::Emphasis(dalam)) => kalimat(dalam, daftar, sudah),
            _ => {}
        }
    }
}

/// The reasons of a value that have not been told yet, told by now.
fn belum_disebut(daftar: &DaftarFakta, kode: &str, sudah: &mut Vec<String>) -> String {
    let mut baru = nilai::alasan(daftar, kode);
    baru.retain(|alasan| !sudah.contains(alasan));
    sudah.extend(baru.iter().cloned());
    baru.join("; ")
}

/// Whether a clause ends where `berikut` begins, so that "karena ..." may follow.
fn menutup(berikut: Option<&Inline>) -> bool {
    match berikut {
        None | Some(Inline::Break) => true,
        Some(Inline::Text(teks)) => teks.starts_with(['.', ',', ';', ':']),
        Some(_) => false,
    }
}

fn tabel(tabel: &mut Table, daftar: &DaftarFakta) {
    let mut sudah: Vec<String> = Vec::new();
    let mut catatan = Vec::new();
    let sel = tabel.body.iter_mut().flat_map(|baris| &mut baris.cells);
    for inline in sel.flat_map(|sel| &mut sel.content) {
        let Inline::Value { text, key } = inline else {
            continue;
        };
        if nilai::alasan(daftar, key).is_empty() {
            continue;
        }
        TANPA_NILAI.clone_into(text);
        let baru = belum_disebut(daftar, key, &mut sudah);
        if baru.is_empty() {
            continue;
        }
        let pembuka = if catatan.is_empty() { "–: " } else { "; " };
        // The words belong to the value, whose note says where the office wrote them.
        catatan.push(Inline::Value {
            text: format!("{pembuka}{baru}"),
            key: key.clone(),
        });
    }
    if catatan.is_empty() {
        return;
    }
    catatan.push(Inline::text("."));
    let sumber = tabel.source.get_or_insert_default();
    if !sumber.is_empty() {
        sumber.push(Inline::text(" "));
    }
    sumber.extend(catatan);
}
