//! How much of a document could be checked, and what could not, and why.

use std::collections::BTreeMap;

use crate::Pemeriksaan;
use crate::bacaan::{Bacaan, Golongan};

/// Numbers of a document by what became of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cakupan {
    /// Figures seen; years, dates, numbers of laws and of lists are none.
    pub dilihat: usize,
    /// Figures that some rule held against something else.
    pub diperiksa: usize,
    /// Figures that could not be checked, by reason.
    pub tidak: BTreeMap<&'static str, usize>,
}

impl Cakupan {
    pub(crate) fn hitung(bacaan: &Bacaan, pemeriksaan: &Pemeriksaan) -> Self {
        let _ = pemeriksaan;
        Self {
            dilihat: bacaan
                .angka
                .iter()
                .filter(|angka| angka.golongan == Golongan::Besaran)
                .count(),
            ..Self::default()
        }
    }
}
