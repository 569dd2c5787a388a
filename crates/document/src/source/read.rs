//! Readers: bytes in, a [`Source`] out.

mod build;
mod decode;
pub(super) mod docx;
mod html;
mod markdown;
mod pdf;
mod spots;
mod text;

use super::{Format, Piece, Source};

/// Reads a file. `name` helps where the bytes alone do not tell the format (`.md`, `.txt`).
///
/// Never fails: a file that cannot be read is a source with a note that says why.
#[must_use]
pub fn read(bytes: &[u8], name: &str) -> Source {
    match detect(bytes, name) {
        Format::Markdown => decode::read(bytes, Format::Markdown, markdown::read),
        Format::Html => decode::read(bytes, Format::Html, html::read),
        Format::Docx => docx::read(bytes),
        Format::Pdf => pdf::read(bytes),
        Format::Text | Format::Tree => decode::read(bytes, Format::Text, text::read),
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
        // An old or a locked Word file, whose reader says what to do with it.
        _ if bytes.starts_with(b"\xd0\xcf\x11\xe0") => Format::Docx,
        Some("pdf") => Format::Pdf,
        Some("md" | "markdown") => Format::Markdown,
        Some("html" | "htm" | "xhtml") => Format::Html,
        Some("txt") => Format::Text,
        _ if begins_as_html(bytes) => Format::Html,
        _ => Format::Text,
    }
}

fn begins_as_html(bytes: &[u8]) -> bool {
    let head = bytes.get(..64).unwrap_or(bytes).to_ascii_lowercase();
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head);
    let head = head.trim_ascii_start();
    head.starts_with(b"<!doctype html") || head.starts_with(b"<html")
}

/// Where the only heading of the first level is the title of it all, the others move up by one.
fn lift_headings(pieces: &mut [Piece]) {
    let mut levels = pieces.iter().filter_map(|piece| match piece {
        Piece::Heading { level, .. } => Some(*level),
        _ => None,
    });
    let title = levels.next() == Some(1);
    let mut others = levels.peekable();
    if !title || others.peek().is_none() || others.any(|level| level == 1) {
        return;
    }
    for piece in pieces {
        if let Piece::Heading { level, .. } = piece {
            *level = level.saturating_sub(1).max(1);
        }
    }
}
