//! Our own tree as a source, so that a report we are about to issue goes through the same eyes as any other.

use super::{Format, Source};
use crate::Document;

impl From<&Document> for Source {
    fn from(_document: &Document) -> Self {
        Self {
            format: Format::Tree,
            ..Self::default()
        }
    }
}
