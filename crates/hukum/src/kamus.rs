//! The words: one term per entry.

use serde::Deserialize;

/// All terms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kamus {
    /// Terms in alphabetical order.
    pub istilah: Vec<Istilah>,
}

/// A term.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Istilah {
    /// The term.
    pub kata: String,
    /// Its meaning.
    pub arti: String,
    /// Where the law or the field defines it.
    pub dasar: String,
    /// English gloss.
    pub inggris: String,
    /// Words not to use for it.
    #[serde(default)]
    pub hindari: Vec<String>,
    /// Abbreviation, where there is one.
    pub singkatan: Option<String>,
}

impl Kamus {
    /// The entry of a term or its abbreviation, whatever its capitals.
    #[must_use]
    pub fn cari(&self, kata: &str) -> Option<&Istilah> {
        self.istilah.iter().find(|istilah| {
            istilah.kata.eq_ignore_ascii_case(kata)
                || istilah
                    .singkatan
                    .as_deref()
                    .is_some_and(|s| s.eq_ignore_ascii_case(kata))
        })
    }
}
