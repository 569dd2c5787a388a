//! Reads Markdown.

use crate::source::{Format, Source};

pub(super) fn read(_text: &str) -> Source {
    Source::refused(Format::Markdown, "Berkas Markdown belum dapat dibaca.")
}
