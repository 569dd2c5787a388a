//! Words of the language that carry the sense of a number: roles, directions, months, units.
//!
//! The language, not the law: terms of law come from `kamus/`, names of indicators from `profil/`.

use crate::bacaan::{Arah, Peran};

/// The role that a heading or a word names ("Realisasi", "Capaian (%)", "Pagu").
///
/// Compares whole words, whatever their capitals; none where it names no role or several.
#[must_use]
pub(crate) fn peran(_teks: &str) -> Option<Peran> {
    None
}

/// The month that a word names, from 1, with its usual short forms ("Jan", "Agt", "Sept", "Okt", "May").
#[must_use]
pub(crate) fn bulan(_teks: &str) -> Option<u8> {
    None
}

/// The direction that a word of change names ("peningkatan", "menurun", "naik").
#[must_use]
pub(crate) fn arah(_kata: &str) -> Option<Arah> {
    None
}

/// Words for comparison: lower case, white space and punctuation made one space, marks of formatting out.
#[must_use]
pub(crate) fn normal(_teks: &str) -> String {
    String::new()
}
