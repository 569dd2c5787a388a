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
                let Some(alasan) = nilai::alasan(daftar, key).filter(|a| !sudah.contains(a)) else {
                    continue;
                };
                text.push_str(&if menutup {
                    format!(" karena {alasan}")
                } else {
                    format!(" ({alasan})")
                });
                sudah.push(alasan);
            }
            Some(Inline::Strong(dalam) | Inline::Emphasis(dalam)) => kalimat(dalam, daftar, sudah),
            _ => {}
        }
    }
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
        let Some(alasan) = nilai::alasan(daftar, key) else {
            continue;
        };
        TANPA_NILAI.clone_into(text);
        if sudah.contains(&alasan) {
            continue;
        }
        let pembuka = if catatan.is_empty() { "–: " } else { "; " };
        // The words belong to the value, whose note says where the office wrote them.
        catatan.push(Inline::Value {
            text: format!("{pembuka}{alasan}"),
            key: key.clone(),
        });
        sudah.push(alasan);
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
