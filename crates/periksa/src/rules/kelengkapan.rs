//! What has to be there and is not.

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[];
