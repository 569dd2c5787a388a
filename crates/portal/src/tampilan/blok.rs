//! Pieces of a report inside a page: words, lists and tables, with every value leading to where it comes from.

use document::{Block, Inline, List, Marker, ParagraphStyle, Table};
use maud::{Markup, html};

use crate::konteks::Tempat;

/// Blocks of a report as a page shows them. What a page has no place for (page breaks, generated lists) is left out.
pub(crate) fn blok(tempat: &Tempat, daftar: &[Block]) -> Markup {
    html! { @for satu in daftar { (satu_blok(tempat, satu)) } }
}

fn satu_blok(tempat: &Tempat, satu: &Block) -> Markup {
    html! {
        @match satu {
            Block::Heading(kepala) => { p { strong { (kata(tempat, &kepala.content)) } } }
            Block::Paragraph(paragraf) => {
                @match paragraf.style {
                    ParagraphStyle::Quote => { blockquote { p { (kata(tempat, &paragraf.content)) } } }
                    ParagraphStyle::Small => { p.redup { (kata(tempat, &paragraf.content)) } }
                    _ => { p { (kata(tempat, &paragraf.content)) } }
                }
            }
            Block::List(isi) => { (daftar(tempat, isi)) }
            Block::Table(isi) => { (tabel(tempat, isi)) }
            _ => {}
        }
    }
}

fn daftar(tempat: &Tempat, isi: &List) -> Markup {
    let butir = html! { @for satu in &isi.items { li { (blok(tempat, satu)) } } };
    html! {
        @match isi.marker {
            Marker::Bullet => { ul { (butir) } }
            Marker::Decimal => { ol { (butir) } }
            Marker::Letter => { ol type="a" { (butir) } }
        }
    }
}

fn tabel(tempat: &Tempat, isi: &Table) -> Markup {
    super::kotak_tabel(
        "Tabel",
        &html! {
            table {
                @if let Some(judul) = &isi.caption { caption { (kata(tempat, judul)) } }
                thead { @for baris in &isi.head { tr { @for sel in &baris.cells { th scope="col" { (kata(tempat, &sel.content)) } } } } }
                tbody { @for baris in &isi.body { tr { @for sel in &baris.cells { td { (kata(tempat, &sel.content)) } } } } }
            }
        },
    )
}

fn kata(tempat: &Tempat, isi: &[Inline]) -> Markup {
    html! {
        @for satu in isi {
            @match satu {
                Inline::Text(teks) => (teks),
                Inline::Strong(dalam) => strong { (kata(tempat, dalam)) },
                Inline::Emphasis(dalam) => em { (kata(tempat, dalam)) },
                Inline::Value { text, key } => (super::angka(tempat, &(text.clone(), key.clone()))),
                Inline::Gap { text, reason, .. } => mark.rumpang title=(reason) { (text) },
                Inline::Footnote(dalam) => small { " (" (kata(tempat, dalam)) ")" },
                Inline::Break => { br; }
                Inline::Reference(_) => {}
            }
        }
    }
}
