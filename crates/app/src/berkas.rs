//! A composed document as a file.

use document::Document;

use crate::error::{Error, Result};

/// In which form a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BentukBerkas {
    /// To be printed and signed.
    Pdf,
    /// To be worked on in Word.
    Docx,
    /// To be read in a browser.
    Html,
}

impl BentukBerkas {
    /// All of them.
    pub const SEMUA: [Self; 3] = [Self::Pdf, Self::Docx, Self::Html];

    /// Ending of the file's name, and its word in addresses.
    #[must_use]
    pub const fn akhiran(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Html => "html",
        }
    }

    /// The form with this ending.
    #[must_use]
    pub fn dari_akhiran(akhiran: &str) -> Option<Self> {
        Self::SEMUA
            .into_iter()
            .find(|bentuk| bentuk.akhiran() == akhiran)
    }

    /// Media type.
    #[must_use]
    pub const fn jenis(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Html => "text/html; charset=utf-8",
        }
    }
}

/// The document as the bytes of a file.
///
/// # Errors
/// A fault of ours in a writer.
pub fn tulis_berkas(dokumen: &Document, bentuk: BentukBerkas) -> Result<Vec<u8>> {
    let dalam = |galat: String| Error::Dalam(galat);
    match bentuk {
        BentukBerkas::Pdf => {
            document::pdf::write_pdf(dokumen, &document::pdf::PdfOptions::default())
                .map_err(|galat| dalam(galat.to_string()))
        }
        BentukBerkas::Docx => {
            document::docx::write_docx(dokumen).map_err(|galat| dalam(galat.to_string()))
        }
        BentukBerkas::Html => Ok(document::html::write_html(dokumen).into_bytes()),
    }
}
