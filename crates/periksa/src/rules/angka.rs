//! Numbers that do not follow from the numbers beside them.

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[];
