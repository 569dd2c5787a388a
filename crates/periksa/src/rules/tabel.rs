//! Tables that do not add up.

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[];
