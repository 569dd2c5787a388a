//! Readers: bytes in, a [`Source`] out.

use super::{Format, Source};

/// Reads a file. `name` helps where the bytes alone do not tell the format (`.md`, `.txt`).
///
/// Never fails: a file that cannot be read is a source with a note that says why.
#[must_use]
pub fn read(bytes: &[u8], name: &str) -> Source {
    match detect(bytes, name) {
        Format::Markdown => Source::refused(Format::Markdown, ""),
        Format::Html => Source::refused(Format::Html, ""),
        Format::Docx => Source::refused(Format::Docx, ""),
        Format::Pdf => Source::refused(Format::Pdf, ""),
        Format::Text | Format::Tree => Source::refused(Format::Text, ""),
    }
}

/// What kind of file it is: by its first bytes, then by the end of its name.
#[must_use]
pub fn detect(bytes: &[u8], name: &str) -> Format {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    match ending.as_deref() {
        _ if bytes.starts_with(b"%PDF-") => Format::Pdf,
        _ if bytes.starts_with(b"PK\x03\x04") => Format::Docx,
        Some("docx" | "docm") => Format::Docx,
        Some("pdf") => Format::Pdf,
        Some("md" | "markdown") => Format::Markdown,
        Some("html" | "htm") => Format::Html,
        _ => Format::Text,
    }
}
