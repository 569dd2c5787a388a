//! PDF through Typst.
//!
//! The tree travels as data (`/data.json` and numbered files) to the template `naskah/gaya/lkjip.typ`;
//! no text of a document is ever read as Typst code.
//! The world below has no disk, no network and no clock.

mod data;
mod math;
mod text;
mod world;

use std::fmt;

use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfStandard, PdfStandards};

use crate::tree::Document;
use world::DocumentWorld;

/// How a PDF is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PdfOptions {
    /// The standards that the file declares.
    pub conformance: Conformance,
}

/// The standards that a PDF declares.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Conformance {
    /// PDF/A-3a and PDF/UA-1: tagged, archival, with attachments.
    #[default]
    Archival,
    /// Tagged PDF 1.7 without a declared standard.
    Plain,
}

/// Why no PDF came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfError {
    /// What the typesetter said, one line each.
    pub messages: Vec<String>,
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PDF tidak dapat disusun: {}", self.messages.join("; "))
    }
}

impl std::error::Error for PdfError {}

/// Writes a document as PDF. The same document gives the same bytes.
///
/// # Errors
/// When Typst refuses the document, for example a picture whose bytes are no picture.
pub fn write_pdf(document: &Document, options: &PdfOptions) -> Result<Vec<u8>, PdfError> {
    // Typst keeps what it computed for the next compilation, about 100 MB a document;
    // the guard drops it on every way out.
    let _guard = Evict;
    let world = DocumentWorld::new(data::of(document));
    let failure = |errors: EcoVec<SourceDiagnostic>| error(&world, &errors);
    let paged = typst::compile::<PagedDocument>(&world)
        .output
        .map_err(failure)?;
    typst_pdf::pdf(&paged, &typst_options(document, *options)?).map_err(failure)
}

struct Evict;

impl Drop for Evict {
    fn drop(&mut self) {
        comemo::evict(0);
    }
}

fn typst_options(
    document: &Document,
    options: PdfOptions,
) -> Result<typst_pdf::PdfOptions, PdfError> {
    // An archival file must carry a date, and today's is forbidden: a document without one is plain.
    let standards: &[PdfStandard] = match options.conformance {
        Conformance::Archival if document.meta.date.is_some() => {
            &[PdfStandard::A_3a, PdfStandard::Ua_1]
        }
        Conformance::Archival => &[PdfStandard::Ua_1],
        Conformance::Plain => &[PdfStandard::V_1_7],
    };
    let standards = PdfStandards::new(standards).map_err(|error| PdfError {
        messages: vec![error.message().to_string()],
    })?;
    let meta = &document.meta;
    let date = meta.date.map(|date| date.to_string()).unwrap_or_default();
    Ok(typst_pdf::PdfOptions {
        ident: Smart::Custom(format!("{}\n{}\n{date}", meta.author, meta.title)),
        creator: Smart::Custom(Some("Cermat".to_owned())),
        standards,
        ..typst_pdf::PdfOptions::default()
    })
}

/// The typesetter's words, each with the line of the template that it speaks of.
fn error(world: &DocumentWorld, errors: &[SourceDiagnostic]) -> PdfError {
    let mut messages: Vec<String> = Vec::new();
    for error in errors {
        let line = world
            .template_line(error)
            .map(|line| format!(" [lkjip.typ:{line}]"));
        let hints = error.hints.iter().map(|hint| format!(" ({})", hint.v));
        let message = std::iter::once(error.message.to_string())
            .chain(hints)
            .chain(line)
            .collect();
        // One cause often shows at many places.
        if !messages.contains(&message) {
            messages.push(message);
        }
    }
    PdfError { messages }
}
