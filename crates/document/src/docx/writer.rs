//! What the parts of the body share while it is written.

use super::DocxError;
use super::image::Pictures;
use super::list::Lists;
use super::section::{SectionState, Sections};
use crate::targets::{Place, Targets};
use crate::tree::{Block, Document, walk};

/// Writes the body and gathers what other parts need.
pub(super) struct Writer<'a> {
    pub(super) document: &'a Document,
    pub(super) targets: Targets,
    /// Running markup: the body, or a footnote while one is written.
    pub(super) out: String,
    /// Markup of the footnotes so far, and their count.
    pub(super) footnotes: String,
    pub(super) footnote_count: u32,
    /// Counters in reading order.
    pub(super) tables: u32,
    pub(super) figures: u32,
    pub(super) headings: u32,
    /// Ids given to bookmarks so far.
    pub(super) bookmarks: u32,
    pub(super) pictures: Pictures,
    pub(super) lists: Lists,
    pub(super) sections: Sections,
    /// The section that is being written.
    pub(super) section: SectionState,
    /// A page break that the next paragraph carries.
    pub(super) break_pending: bool,
    /// A list mark that the next paragraph carries: list and level.
    pub(super) mark_pending: Option<(u32, u8)>,
}

/// Room in which blocks are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Width in twentieths of a point, the indent included.
    pub(super) width: u32,
    /// Left indent of paragraphs.
    pub(super) indent: u32,
    /// How many lists surround the blocks.
    pub(super) depth: u8,
    /// Whether the frame is a cell, where words keep close and flush left.
    pub(super) cell: bool,
}

/// What the package needs beside the document itself.
pub(super) struct Parts {
    pub(super) body: String,
    pub(super) footnotes: String,
    pub(super) numbering: String,
    pub(super) pictures: Pictures,
    pub(super) sections: Sections,
}

impl<'a> Writer<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self {
            document,
            targets: Targets::of(document),
            out: String::with_capacity(64 * 1024),
            footnotes: String::new(),
            footnote_count: 0,
            tables: 0,
            figures: 0,
            headings: 0,
            bookmarks: 0,
            pictures: Pictures::of(document),
            lists: Lists::default(),
            sections: Sections::default(),
            section: SectionState::default(),
            break_pending: false,
            mark_pending: None,
        }
    }

    pub(super) fn write(mut self) -> Result<Parts, DocxError> {
        let blocks = &self.document.blocks;
        // A section block at the very start says how the first pages are, so it opens no section of its own.
        let (first, rest) = match blocks.split_first() {
            Some((Block::Section(section), rest)) => (*section, rest),
            _ => (crate::tree::Section::default(), blocks.as_slice()),
        };
        if let Some(cover) = &self.document.cover {
            self.section = SectionState::cover();
            self.cover(cover)?;
            self.end_section();
        }
        self.section = SectionState::of(first);
        self.blocks(rest, self.section.frame())?;
        let last = self.section_properties();
        self.out.push_str(&last);
        Ok(Parts {
            body: self.out,
            footnotes: self.footnotes,
            numbering: self.lists.part(),
            pictures: self.pictures,
            sections: self.sections,
        })
    }

    /// A fresh bookmark id.
    pub(super) fn next_bookmark(&mut self) -> u32 {
        self.bookmarks += 1;
        self.bookmarks
    }
}

/// The listed headings of a document with their bookmark names, in reading order.
pub(super) fn listed_headings(document: &Document) -> Vec<(&crate::tree::Heading, String)> {
    let mut headings = Vec::new();
    walk(&document.blocks, &mut |block| {
        if let Block::Heading(heading) = block {
            headings.push(heading);
        }
    });
    let named = headings
        .into_iter()
        .zip(1..)
        .map(|(heading, number)| (heading, heading_bookmark(number)));
    named.filter(|(heading, _)| heading.listed).collect()
}

/// Name of the bookmark around the `number`th heading; Word hides names that begin with an underscore.
pub(super) fn heading_bookmark(number: u32) -> String {
    format!("_Toc{number:06}")
}

/// Name of the bookmark around "Tabel n" or "Gambar n" in a caption.
pub(super) fn caption_bookmark(label: &str, number: u32) -> String {
    format!("_Ref{label}{number:05}")
}

/// Name of the bookmark that a reference to the place repeats.
pub(super) fn reference_bookmark(place: Place) -> String {
    match place {
        Place::Heading(number) => caption_bookmark("Judul", number),
        Place::Table(number) => caption_bookmark("Tabel", number),
        Place::Figure(number) => caption_bookmark("Gambar", number),
    }
}
