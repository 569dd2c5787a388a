//! Words against numbers.

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[];
