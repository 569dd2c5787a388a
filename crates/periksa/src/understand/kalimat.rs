//! Sentences.

use crate::bacaan::{Bacaan, Kalimat};

pub(super) fn kalimat(_bacaan: &Bacaan) -> Vec<Kalimat> {
    Vec::new()
}
