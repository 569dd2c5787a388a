//! A document as somebody else wrote it: what stands in it, in reading order, and where in the file each letter stands.
//!
//! A reader never fails for an odd file: it gives the pieces that it could read, and a [`Note`] for what it could not.
//! Every format uses the same coordinates, a [`Place`]; what its line counts is said at [`Format`].

#[cfg(feature = "read")]
pub mod comment;
mod grid;
pub mod latex;
mod layout;
mod passage;
#[cfg(feature = "read")]
pub mod read;
mod tree;

pub use grid::{Grid, GridCell};
pub use passage::{Origin, Part, Passage, Place};
pub use tree::to_latex;

/// A document as read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// What kind of file it was.
    pub format: Format,
    /// What stands in it, in reading order.
    pub pieces: Vec<Piece>,
    /// What the reader met that its user should know.
    pub notes: Vec<Note>,
    /// Pages, where the format has them.
    pub pages: Option<u32>,
}

/// Kinds of files, and what the line of a [`Place`] counts in each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    /// Plain text, also as it comes out of a PDF or of OCR; the line is the file's own.
    #[default]
    Text,
    /// Markdown; the line is the file's own.
    Markdown,
    /// HTML; the line is the file's own.
    Html,
    /// Word; the line is the ordinal of the paragraph (`w:p`) in its [`Part`], in file order, those of tables too.
    Docx,
    /// PDF; the line is counted on each page.
    Pdf,
    /// Our own tree, not a file; the line is the ordinal of the piece.
    Tree,
}

/// One thing in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A heading.
    Heading {
        /// 1 (chapter) to 6.
        level: u8,
        /// Its words, with their number ("BAB III AKUNTABILITAS KINERJA", "A. Capaian").
        passage: Passage,
    },
    /// A paragraph.
    Paragraph(Passage),
    /// An item of a list.
    Item {
        /// Its mark as printed ("1.", "a.", "-"); empty where the format has none.
        marker: String,
        /// 0 for the outermost list.
        depth: u8,
        /// Its words, without the mark.
        passage: Passage,
    },
    /// A table.
    Grid(Grid),
    /// A formula on a line of its own, as LaTeX; [`latex::parse`] reads it.
    Formula(Passage),
    /// The text of a footnote.
    Footnote {
        /// Its mark ("2").
        mark: String,
        /// Its words, without the mark.
        passage: Passage,
    },
    /// A running head or foot of a page.
    Running(Passage),
    /// A picture; what it is said to show, if anything.
    Picture(Passage),
}

/// Something that a reader met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What happened to the content.
    pub kind: NoteKind,
    /// In words, in Indonesian, for the one who handed the file in.
    pub text: String,
    /// Where, if it is one spot.
    pub place: Option<Place>,
}

/// What a reader did with something that it met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// Nothing could be read: not a document, damaged, locked, or over a limit.
    Refused,
    /// Something was left out.
    Lost,
    /// Read, but worth knowing (tracked changes, comments).
    Odd,
}

impl Source {
    /// A source without content, and why.
    #[must_use]
    pub fn refused(format: Format, text: impl Into<String>) -> Self {
        Self {
            format,
            notes: vec![Note {
                kind: NoteKind::Refused,
                text: text.into(),
                place: None,
            }],
            ..Self::default()
        }
    }

    /// Whether nothing could be read.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.notes.iter().any(|note| note.kind == NoteKind::Refused)
    }

    /// Adds a note.
    pub fn note(&mut self, kind: NoteKind, text: impl Into<String>, place: Option<Place>) {
        self.notes.push(Note {
            kind,
            text: text.into(),
            place,
        });
    }
}

impl Piece {
    /// The words of anything but a table.
    #[must_use]
    pub fn passage(&self) -> Option<&Passage> {
        match self {
            Self::Grid(_) => None,
            Self::Heading { passage, .. }
            | Self::Item { passage, .. }
            | Self::Footnote { passage, .. }
            | Self::Paragraph(passage)
            | Self::Formula(passage)
            | Self::Running(passage)
            | Self::Picture(passage) => Some(passage),
        }
    }
}
