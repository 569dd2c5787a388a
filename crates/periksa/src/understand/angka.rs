//! Every number of a document, and what it is there for.

use crate::bacaan::{Angka, Bacaan};

pub(super) fn angka(_bacaan: &Bacaan) -> Vec<Angka> {
    Vec::new()
}
