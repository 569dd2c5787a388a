//! The office's own words: Markdown in which `{{ f("kode") }}` stands for a fakta and nothing else is an instruction.

use document::{Block, Inline, Paragraph};
use kinerja::DaftarFakta;

use crate::markah;
use crate::nilai::{self, Bentuk};
use crate::penanda::{self, Potong};

/// The office's words as blocks, or a visible gap where they were not handed in.
pub(crate) fn susun(daftar: &DaftarFakta, kunci: &str, isi: Option<&String>) -> Vec<Block> {
    let isi = isi.map(|isi| penanda::bersihkan(isi)).unwrap_or_default();
    if isi.trim().is_empty() {
        return vec![Block::Paragraph(Paragraph::body(vec![Inline::Gap {
            text: format!("Uraian {} belum diisi", sebutan(kunci)),
            reason: format!("isi narasi/{kunci}.md"),
            key: None,
        }]))];
    }
    let mut potong = Vec::new();
    let markah = tandai_fakta(daftar, &isi, &mut potong);
    let polos = |_| vec![Block::Paragraph(Paragraph::body(vec![Inline::text(&isi)]))];
    let blok = markah::baca(&markah, &potong).unwrap_or_else(polos);
    blok.into_iter().map(turunkan).collect()
}

/// What a narrative is about, from the last word of its key.
fn sebutan(kunci: &str) -> String {
    kunci.rsplit('.').next().unwrap_or(kunci).replace('_', " ")
}

fn tandai_fakta(daftar: &DaftarFakta, isi: &str, potong: &mut Vec<Potong>) -> String {
    let mut hasil = String::new();
    let mut sisa = isi;
    while let Some((depan, belakang)) = sisa.split_once("{{") {
        hasil.push_str(depan);
        match belakang
            .split_once("}}")
            .and_then(|(dalam, lanjut)| Some((kode_fakta(dalam)?, lanjut)))
        {
            Some((kode, lanjut)) => {
                let inline = nilai::tulis(daftar, kode, Bentuk::Bersatuan);
                hasil.push_str(&penanda::tandai(potong, Potong::Inline(vec![inline])));
                sisa = lanjut;
            }
            None => {
                hasil.push_str("{{");
                sisa = belakang;
            }
        }
    }
    hasil.push_str(sisa);
    hasil
}

/// `f("kode")`, with nothing else around it.
fn kode_fakta(dalam: &str) -> Option<&str> {
    let kode = dalam.trim().strip_prefix("f(")?.strip_suffix(')')?.trim();
    kode.strip_prefix('"')?.strip_suffix('"')
}

/// A heading of the office's own would upset the numbering: it becomes a bold line.
fn turunkan(blok: Block) -> Block {
    match blok {
        Block::Heading(kepala) => {
            Block::Paragraph(Paragraph::body(vec![Inline::Strong(kepala.content)]))
        }
        lain => lain,
    }
}

#[cfg(test)]
mod tests {
    use document::plain_text;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whatever_an_office_writes_is_set_and_nothing_is_lost(isi in "(\\PC|[-+*#>|`_{}<>\\[\\]() \n]){0,60}") {
            let blok = susun(&DaftarFakta::default(), "ikm.analisis", Some(&isi));
            // A reference definition ("[a]: b") is the one thing that Markdown keeps to itself.
            let ada_kata = isi.chars().any(char::is_alphanumeric) && !isi.contains("]:");
            prop_assert!(!ada_kata || !blok.is_empty(), "{isi:?}");
        }

        #[test]
        fn plain_words_come_back_as_they_were(kata in "[a-z]{1,8}( [a-z]{1,8}){0,6}") {
            let blok = susun(&DaftarFakta::default(), "ikm.analisis", Some(&kata));
            let [Block::Paragraph(paragraf)] = blok.as_slice() else {
                return Err(TestCaseError::fail("one paragraph"));
            };
            prop_assert_eq!(plain_text(&paragraf.content), kata);
        }
    }
}
