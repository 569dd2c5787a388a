//! Whose report it is, and of which year.

use hukum::Hukum;

use crate::bacaan::{Bacaan, Identitas};

pub(super) fn identitas(_bacaan: &Bacaan, _hukum: &Hukum) -> Identitas {
    Identitas::default()
}
