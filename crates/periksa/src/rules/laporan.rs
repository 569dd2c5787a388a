//! Rules over our own report, before it is issued.

mod angka_tanpa_fakta;
mod rumpang;

use std::collections::BTreeMap;

use document::{Block, Cell, Document, Inline, plain_text};

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[rumpang::ATURAN, angka_tanpa_fakta::ATURAN];

/// Calls `lihat` with every run of text of the body and the heading it stands under.
fn telusuri<'a>(dokumen: &'a Document, lihat: &mut dyn FnMut(&str, &'a [Inline])) {
    let mut judul = String::from("halaman depan");
    telusuri_blok(&dokumen.blocks, &mut judul, lihat);
}

fn telusuri_blok<'a>(
    blok: &'a [Block],
    judul: &mut String,
    lihat: &mut dyn FnMut(&str, &'a [Inline]),
) {
    document::walk(blok, &mut |blok| match blok {
        Block::Heading(heading) => {
            let teks = plain_text(&heading.content);
            *judul = match &heading.number {
                Some(nomor) => format!("{nomor} {teks}"),
                None => teks,
            };
            lihat(judul, &heading.content);
        }
        Block::Paragraph(paragraph) => lihat(judul, &paragraph.content),
        Block::Table(table) => {
            let kepala = table.caption.iter().chain(table.source.iter());
            kepala.for_each(|content| lihat(judul, content));
            let sel = table
                .head
                .iter()
                .chain(&table.body)
                .flat_map(|row| &row.cells);
            sel.for_each(|Cell { content, .. }| lihat(judul, content));
        }
        Block::Figure(figure) => {
            lihat(judul, &figure.caption);
            figure
                .source
                .iter()
                .for_each(|content| lihat(judul, content));
        }
        _ => {}
    });
}

/// The keys of the visible gaps of a report, each with the parts that show it.
pub(super) fn kunci_rumpang(dokumen: &Document) -> BTreeMap<String, Vec<String>> {
    let mut tampak: BTreeMap<String, Vec<String>> = BTreeMap::new();
    telusuri(dokumen, &mut |judul, isi| {
        daun(isi, &mut |inline| {
            let Inline::Gap { key: Some(key), .. } = inline else {
                return;
            };
            let bagian = tampak.entry(key.clone()).or_default();
            if !bagian.iter().any(|ada| ada == judul) {
                bagian.push(judul.to_owned());
            }
        });
    });
    tampak
}

/// Calls `lihat` with every leaf of a run, those inside emphasis and footnotes too.
fn daun<'a>(isi: &'a [Inline], lihat: &mut dyn FnMut(&'a Inline)) {
    for inline in isi {
        match inline {
            Inline::Strong(dalam) | Inline::Emphasis(dalam) | Inline::Footnote(dalam) => {
                daun(dalam, lihat)
            }
            lain => lihat(lain),
        }
    }
}
