//! Private marks that stand in Markdown for what a template prints, so that nothing printed is ever read as markup.

use document::{Block, Inline};

/// What a mark stands for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Potong {
    /// Words, values and gaps inside a sentence.
    Inline(Vec<Inline>),
    /// Whole blocks on a line of their own.
    Blok(Vec<Block>),
}

const AWAL_INLINE: char = '\u{E000}';
const AWAL_BLOK: char = '\u{E002}';
const AKHIR: char = '\u{E001}';

/// A piece of Markdown text between marks.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Bagian<'a> {
    /// Words.
    Teks(&'a str),
    /// The n-th piece.
    Tanda(usize),
}

/// Keeps a piece and returns its mark.
pub(crate) fn tandai(daftar: &mut Vec<Potong>, potong: Potong) -> String {
    let awal = match potong {
        Potong::Inline(_) => AWAL_INLINE,
        Potong::Blok(_) => AWAL_BLOK,
    };
    daftar.push(potong);
    format!("{awal}{}{AKHIR}", daftar.len() - 1)
}

/// The text without the characters of marks, so that nobody can forge one.
pub(crate) fn bersihkan(teks: &str) -> String {
    teks.replace([AWAL_INLINE, AWAL_BLOK, AKHIR], "")
}

/// Splits text at its marks.
pub(crate) fn pisah(teks: &str) -> Vec<Bagian<'_>> {
    let mut bagian = Vec::new();
    let mut sisa = teks;
    while let Some(mulai) = sisa.find([AWAL_INLINE, AWAL_BLOK]) {
        let (depan, tanda) = sisa.split_at(mulai);
        if !depan.is_empty() {
            bagian.push(Bagian::Teks(depan));
        }
        let Some((nomor, belakang)) = tanda.split_once(AKHIR) else {
            return bagian;
        };
        if let Ok(nomor) = nomor.trim_start_matches([AWAL_INLINE, AWAL_BLOK]).parse() {
            bagian.push(Bagian::Tanda(nomor));
        }
        sisa = belakang;
    }
    if !sisa.is_empty() {
        bagian.push(Bagian::Teks(sisa));
    }
    bagian
}

/// Whether the text is nothing but marks of blocks.
pub(crate) fn hanya_blok(teks: &str) -> bool {
    teks.contains(AWAL_BLOK)
        && pisah(teks).iter().all(|bagian| match bagian {
            Bagian::Teks(teks) => teks.trim().is_empty(),
            Bagian::Tanda(_) => true,
        })
        && !teks.contains(AWAL_INLINE)
}
