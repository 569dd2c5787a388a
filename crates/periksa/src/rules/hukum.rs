//! The document against the provisions in force for its year.

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[];
