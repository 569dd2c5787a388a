//! The same thing said in two ways.

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[];
