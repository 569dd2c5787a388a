//! A document that still shows the template it was written on.

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[];
