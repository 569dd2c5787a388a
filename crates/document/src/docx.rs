//! Writes the document as a Word file (Office Open XML) that an office goes on editing.
//!
//! The writer is our own (see `docs/decisions/0006-own-docx-writer.md`): it needs repeated header rows, real fields,
//! the document language, formulas and alternative texts, and the same tree must give the same bytes.
//! Each submodule writes one kind of part or element; [`writer`] holds what they share while the body is written.
//!
//! Word is strict about the order of elements inside a property element, so each such element is written in one place.

mod block;
mod callout;
mod contents;
mod cover;
mod fit;
mod grid;
mod image;
mod inline;
mod list;
mod math;
mod package;
mod paragraph;
mod properties;
mod section;
mod settings;
mod styles;
mod table;
mod theme;
mod writer;

use std::fmt;

use crate::tree::Document;

/// Why a document cannot be written as DOCX.
#[derive(Debug)]
#[non_exhaustive]
pub enum DocxError {
    /// A picture's bytes are not the PNG or JPEG that they claim to be; carries its alternative text.
    Picture(String),
    /// The package cannot be assembled.
    Package(zip::result::ZipError),
}

impl fmt::Display for DocxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Picture(alt) => {
                write!(formatter, "gambar \"{alt}\" bukan PNG atau JPEG yang utuh")
            }
            Self::Package(cause) => write!(formatter, "berkas DOCX tidak dapat disusun: {cause}"),
        }
    }
}

impl std::error::Error for DocxError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Package(cause) => Some(cause),
            Self::Picture(_) => None,
        }
    }
}

impl From<zip::result::ZipError> for DocxError {
    fn from(cause: zip::result::ZipError) -> Self {
        Self::Package(cause)
    }
}

/// Writes the document as DOCX bytes; the same document always gives the same bytes.
///
/// # Errors
///
/// When a picture is not the PNG or JPEG that it claims to be.
pub fn write_docx(document: &Document) -> Result<Vec<u8>, DocxError> {
    let parts = writer::Writer::new(document).write()?;
    package::pack(document, parts)
}
