//! One walk over everything that a document says.

use document::math::Math;
use document::{Block, Heading, Inline, walk};

/// Something that the walk meets.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Temu<'a> {
    /// A heading, before its words.
    Kepala(&'a Heading),
    /// A run of text; those inside bold, italics and footnotes follow on their own.
    Isi(&'a Inline),
    /// A number in a formula, with its key.
    Angka(&'a str),
}

/// Visits all headings, words, and numbers of formulas in reading order.
pub(crate) fn telusuri<'a>(blok: &'a [Block], kunjungi: &mut dyn FnMut(Temu<'a>)) {
    walk(blok, &mut |blok| match blok {
        Block::Heading(kepala) => {
            kunjungi(Temu::Kepala(kepala));
            isi(&kepala.content, kunjungi);
        }
        Block::Paragraph(paragraf) => isi(&paragraf.content, kunjungi),
        Block::Table(tabel) => {
            isi(tabel.caption.as_deref().unwrap_or_default(), kunjungi);
            for baris in tabel.head.iter().chain(&tabel.body) {
                baris
                    .cells
                    .iter()
                    .for_each(|sel| isi(&sel.content, kunjungi));
            }
            isi(tabel.source.as_deref().unwrap_or_default(), kunjungi);
        }
        Block::Figure(gambar) => {
            isi(&gambar.caption, kunjungi);
            isi(gambar.source.as_deref().unwrap_or_default(), kunjungi);
        }
        Block::Formula(rumus) => angka(&rumus.math, kunjungi),
        _ => {}
    });
}

fn isi<'a>(content: &'a [Inline], kunjungi: &mut dyn FnMut(Temu<'a>)) {
    for inline in content {
        kunjungi(Temu::Isi(inline));
        match inline {
            Inline::Strong(dalam) | Inline::Emphasis(dalam) | Inline::Footnote(dalam) => {
                isi(dalam, kunjungi)
            }
            _ => {}
        }
    }
}

fn angka<'a>(math: &'a Math, kunjungi: &mut dyn FnMut(Temu<'a>)) {
    match math {
        Math::Number {
            key: Some(kunci), ..
        } => kunjungi(Temu::Angka(kunci)),
        Math::Row(bagian) => bagian.iter().for_each(|bagian| angka(bagian, kunjungi)),
        Math::Fraction(atas, bawah) => {
            angka(atas, kunjungi);
            angka(bawah, kunjungi);
        }
        Math::Group(isi) | Math::Sum { of: isi, .. } => angka(isi, kunjungi),
        Math::Lines(baris) => baris.iter().for_each(|(kiri, kanan)| {
            angka(kiri, kunjungi);
            angka(kanan, kunjungi);
        }),
        _ => {}
    }
}
