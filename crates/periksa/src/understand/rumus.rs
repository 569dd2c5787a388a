//! Formulas: what they compute, and of what.

use hukum::Hukum;

use crate::bacaan::{Bacaan, Pernyataan, Rumus};

pub(super) fn rumus(_bacaan: &Bacaan, _hukum: &Hukum) -> Vec<Rumus> {
    Vec::new()
}

/// What the numbers of all formulas say.
pub(super) fn pernyataan(_bacaan: &Bacaan) -> Vec<Pernyataan> {
    Vec::new()
}
