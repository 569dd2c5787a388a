//! What the numbers of running text say.

use hukum::Hukum;

use crate::bacaan::{Bacaan, Pernyataan};

pub(super) fn pernyataan(_bacaan: &Bacaan, _hukum: &Hukum) -> Vec<Pernyataan> {
    Vec::new()
}
