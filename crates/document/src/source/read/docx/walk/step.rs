//! What a walk meets.

use std::borrow::Cow;

use quick_xml::events::BytesStart;

use super::super::xml::Tag;

/// What stands next in a part.
#[derive(Debug)]
pub(in crate::source) enum Step<'x> {
    /// An element begins.
    Open(Tag, BytesStart<'x>),
    /// An element ends.
    Close(Tag),
    /// Letters that a reader sees.
    Text(Cow<'x, str>, Spot),
    /// A sign that stands for one letter.
    Glyph(Glyph, Spot),
    /// Words that Word prints although no letter stands for them: the name of a field that was never filled.
    Made(String, Spot),
    /// A page ends here: where its author wanted it (true), or where Word last broke it.
    PageBreak(bool),
}

/// Where something stands, and how it looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::source) struct Spot {
    pub(in crate::source) line: u32,
    pub(in crate::source) column: u32,
    /// Raised above the line.
    pub(in crate::source) raised: bool,
    /// What the run itself says of bold letters.
    pub(in crate::source) bold: Option<bool>,
}

/// Signs that stand for one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::source) enum Glyph {
    Tab,
    Line,
    Letter(char),
    Footnote(String),
    Endnote(String),
}

/// Why a part could not be walked to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::source) enum Stop {
    /// It declares a document type, which Word never does.
    DocumentType,
    /// It is nested deeper than any document.
    Deep,
    /// It has more elements than any document.
    Long,
    /// It is not XML from here on.
    Damaged,
}

/// What was met on the way and is told once.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::source) struct Met {
    pub(in crate::source) changes: u32,
    pub(in crate::source) comments: u32,
    /// Hidden letters that were passed over.
    pub(in crate::source) hidden: u32,
}
