//! Writes the document as one HTML file for a reader with a phone, and for print.
//!
//! The file needs nothing beside itself and runs no script at all: notes open through the platform's popovers,
//! so the page may forbid scripts altogether and still works from a mail attachment.

mod base64;
mod block;
mod contents;
mod figure;
mod inline;
mod math;
mod notes;
mod rules;
mod table;
mod writer;

use crate::tree::Document;

/// Writes the document as HTML; the same document always gives the same text.
#[must_use]
pub fn write_html(document: &Document) -> String {
    writer::Writer::new(document).write()
}
