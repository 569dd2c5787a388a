//! Regulations that a document cites.

use hukum::Hukum;

use crate::bacaan::{Bacaan, Sitasi};

pub(super) fn sitasi(_bacaan: &Bacaan, _hukum: &Hukum) -> Vec<Sitasi> {
    Vec::new()
}
