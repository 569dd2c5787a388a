//! The whole outside world as Typst sees it: one template, one data file, numbered files, embedded fonts.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};

use crate::fonts;

/// What all documents share: parsing fonts and building the library takes longer than a small document.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    data: FileId,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let fonts: Vec<Font> = fonts::ALL
        .iter()
        .flat_map(|bytes| Font::iter(Bytes::new(*bytes)))
        .collect();
    Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: Source::new(
            file_id("/lkjip.typ"),
            include_str!("../../../../naskah/gaya/lkjip.typ").to_owned(),
        ),
        data: file_id("/data.json"),
    }
});

/// Typst never forgets a path, so paths are fixed names and small numbers, never words of a document.
fn file_id(path: &'static str) -> FileId {
    numbered_id(path, None)
}

fn numbered_id(path: &str, number: Option<usize>) -> FileId {
    let path = number.map_or_else(|| path.to_owned(), |number| format!("{path}{number}"));
    let path = VirtualPath::new(path).expect("the fixed paths are valid");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// Whether some embedded font has a glyph for this character.
pub(super) fn has_glyph(c: char) -> bool {
    SHARED
        .fonts
        .iter()
        .any(|font| font.info().coverage.contains(u32::from(c)))
}

/// Whether every embedded font has a glyph for this character.
pub(super) fn every_face_has(c: char) -> bool {
    SHARED
        .fonts
        .iter()
        .all(|font| font.info().coverage.contains(u32::from(c)))
}

/// The data of one document.
pub(super) struct Data {
    /// The tree as JSON.
    pub json: Vec<u8>,
    /// Charts, pictures and attachments, found by the template as `/berkas/N`.
    pub files: Vec<Vec<u8>>,
}

/// One document as a Typst world.
pub(super) struct DocumentWorld {
    data: Bytes,
    files: Vec<(FileId, Bytes)>,
}

impl DocumentWorld {
    pub(super) fn new(data: Data) -> Self {
        let files = data
            .files
            .into_iter()
            .enumerate()
            .map(|(number, bytes)| (numbered_id("/berkas/", Some(number)), Bytes::new(bytes)))
            .collect();
        Self {
            data: Bytes::new(data.json),
            files,
        }
    }

    /// The line of the template that a message speaks of, counted from 1.
    pub(super) fn template_line(&self, diagnostic: &SourceDiagnostic) -> Option<usize> {
        let range = self.range(diagnostic.span)?;
        SHARED
            .template
            .lines()
            .byte_to_line(range.start)
            .map(|line| line + 1)
    }
}

impl World for DocumentWorld {
    fn library(&self) -> &LazyHash<Library> {
        &SHARED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHARED.book
    }

    fn main(&self) -> FileId {
        SHARED.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == SHARED.template.id() {
            Ok(SHARED.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == SHARED.data {
            return Ok(self.data.clone());
        }
        let file = self.files.iter().find(|(known, _)| *known == id);
        file.map(|(_, bytes)| bytes.clone())
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.get(index).cloned()
    }

    /// A document knows its own date; today's would change the bytes.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
