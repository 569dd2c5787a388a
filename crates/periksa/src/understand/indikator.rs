//! The indicators that a document speaks of, and under which names.

use hukum::Hukum;

use crate::bacaan::{Bacaan, IndikatorCetak};

pub(super) fn indikator(_bacaan: &Bacaan, _hukum: &Hukum) -> Vec<IndikatorCetak> {
    Vec::new()
}

/// Ties each heading to the indicator that everything below it speaks of.
pub(super) fn pasang_bagian(_bacaan: &mut Bacaan) {}
