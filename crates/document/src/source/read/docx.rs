//! Reads a Word file.

use crate::source::{Format, Source};

pub(super) fn read(_bytes: &[u8]) -> Source {
    Source::refused(Format::Docx, "Berkas Word belum dapat dibaca.")
}
