//! Numbers that do not follow from the numbers beside them.

mod rincian_tidak_cocok;

use crate::Aturan;

pub(super) static ATURAN: &[Aturan] = &[
    rincian_tidak_cocok::ATURAN,
];
