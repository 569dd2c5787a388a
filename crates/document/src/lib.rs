//! A neutral document: what a formal report is made of, whoever writes it.
//!
//! [`tree`] holds a document that we write, [`math`] its formulas and [`chart`] its charts;
//! [`source`] holds a document that somebody else wrote, with the place of every letter, and reads it.
//! A writer turns the tree into bytes: [`write_pdf`](pdf::write_pdf) through Typst,
//! [`write_docx`](docx::write_docx) for an editor, [`write_html`](html::write_html) for a reader with a phone.
//!
//! This crate knows no word of the domain: it sees numbers as [`Inline::Value`](tree::Inline::Value) with a key,
//! and the notes behind the keys as text.
//! The same tree gives the same bytes, so no writer may look at a clock, the environment or the disk.

pub mod chart;
#[cfg(any(feature = "docx", feature = "html", feature = "read"))]
mod escape;
mod fonts;
#[cfg(any(feature = "pdf", feature = "docx", feature = "html"))]
mod formula;
pub mod math;
pub mod source;
#[cfg(any(feature = "pdf", feature = "docx", feature = "html"))]
mod targets;
pub mod tree;

#[cfg(feature = "docx")]
pub mod docx;
#[cfg(feature = "html")]
pub mod html;
#[cfg(feature = "pdf")]
pub mod pdf;

pub use tree::*;
