//! What words claim about numbers.

use hukum::Hukum;

use crate::bacaan::{Bacaan, Klaim};

pub(super) fn klaim(_bacaan: &Bacaan, _hukum: &Hukum) -> Vec<Klaim> {
    Vec::new()
}
