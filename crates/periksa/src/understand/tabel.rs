//! Tables: what their rows and columns are, and what their numbers say.

pub(in crate::understand) mod kisi;

use hukum::Hukum;

use crate::bacaan::{Bacaan, Pernyataan, Tabel};

pub(super) fn tabel(_bacaan: &Bacaan, _hukum: &Hukum) -> Vec<Tabel> {
    Vec::new()
}

/// What the numbers of all tables say.
pub(super) fn pernyataan(_bacaan: &Bacaan) -> Vec<Pernyataan> {
    Vec::new()
}
