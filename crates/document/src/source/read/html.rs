//! Reads HTML.

use crate::source::{Format, Source};

pub(super) fn read(_text: &str) -> Source {
    Source::refused(Format::Html, "Berkas HTML belum dapat dibaca.")
}
