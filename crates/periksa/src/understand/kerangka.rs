//! The outline: headings and what stands under them.

use document::source::Source;

use crate::bacaan::Bagian;

pub(super) fn kerangka(_sumber: &Source) -> Vec<Bagian> {
    Vec::new()
}
