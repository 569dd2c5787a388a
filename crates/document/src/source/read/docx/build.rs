//! Pieces of a part, made from one walk through it.

mod open;

use std::collections::HashMap;

use super::math::MathTag;
use super::numbering::Numbering;
use super::paragraph::Paragraph;
use super::styles::Styles;
use super::symbols;
use super::table::Table;
use super::walk::{Glyph, Met, Spot, Step, Stop, Walk};
use super::words::join;
use super::xml::Tag;
use crate::source::{Part, Passage, Piece, Place};

/// A piece, and the heading that it may be in a file that uses no styles.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) piece: Piece,
    pub(super) maybe: Option<u8>,
}

impl From<Piece> for Found {
    fn from(piece: Piece) -> Self {
        Self { piece, maybe: None }
    }
}

/// What all parts of a file share while they are read.
#[derive(Debug, Default)]
pub(super) struct Context {
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    pub(super) footnotes: HashMap<String, Passage>,
    pub(super) endnotes: HashMap<String, Passage>,
    /// Marks given so far to footnotes and to endnotes.
    pub(super) marks: (u32, u32),
    /// Charts and diagrams, whose words stand in parts of their own.
    pub(super) charts: u32,
    /// Formulas of the old editor, which are pictures to everyone else.
    pub(super) old_formulas: u32,
}

/// What a part came to.
#[derive(Debug, Default)]
pub(super) struct Built {
    pub(super) found: Vec<Found>,
    /// Notes by their id, where the part holds notes.
    pub(super) notes: HashMap<String, Passage>,
    pub(super) met: Met,
    pub(super) stop: Option<Stop>,
    /// Paragraphs passed, seen or not.
    pub(super) lines: u32,
    pub(super) pages: Option<u32>,
}

enum Frame {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

struct Builder<'c> {
    context: &'c mut Context,
    part: Part,
    /// Added to each line, where two parts count as one.
    shift: u32,
    frames: Vec<Frame>,
    built: Built,
    page: Option<u32>,
    /// Whether a page has begun and nothing stands on it yet.
    fresh: bool,
    /// The note that is open: its id, none for the line above notes, and where its pieces begin.
    note: Option<(Option<String>, usize)>,
}

/// Reads a part.
pub(super) fn build(xml: &str, part: Part, shift: u32, context: &mut Context) -> Built {
    let mut walk = Walk::new(xml);
    let mut builder = Builder {
        context,
        part,
        shift,
        frames: Vec::new(),
        built: Built::default(),
        // Without the breaks that Word found when it last set the pages, nobody knows the page.
        page: (part == Part::Body && xml.contains("lastRenderedPageBreak")).then_some(1),
        fresh: true,
        note: None,
    };
    loop {
        match walk.next() {
            Ok(Some(step)) => builder.step(step, &walk),
            Ok(None) => break,
            Err(stop) => {
                builder.built.stop = Some(stop);
                break;
            }
        }
    }
    // What a damaged part leaves open is told as far as it went.
    while !builder.frames.is_empty() {
        builder.end_frame();
    }
    builder.built.met = walk.met();
    builder.built.lines = walk.line();
    builder.built.pages = builder.page;
    builder.built
}

impl Builder<'_> {
    fn step(&mut self, step: Step<'_>, walk: &Walk<'_>) {
        match step {
            Step::Open(tag, start) => self.open(tag, &start, walk),
            Step::Close(tag) => self.close(tag),
            Step::Text(text, spot) => {
                let place = self.place(spot);
                if let Some(paragraph) = self.paragraph() {
                    paragraph.text(&text, place, spot);
                }
                self.fresh = false;
            }
            Step::Glyph(glyph, spot) => self.glyph(glyph, spot),
            Step::Made(text, spot) => {
                let place = self.place(spot);
                if let Some(paragraph) = self.paragraph() {
                    paragraph.made(&text, place);
                }
            }
            Step::PageBreak(wanted) => {
                if wanted || !self.fresh {
                    self.turn_page();
                }
                self.fresh = wanted;
            }
        }
    }

    fn turn_page(&mut self) {
        self.page = self.page.map(|page| page.saturating_add(1));
    }

    /// A paragraph or section that begins a page, unless one has just begun.
    fn begin_page(&mut self) {
        if !self.fresh {
            self.turn_page();
        }
        self.fresh = true;
    }

    fn place(&self, spot: Spot) -> Place {
        Place {
            page: self.page,
            part: self.part,
            line: spot.line.saturating_add(self.shift),
            column: spot.column,
        }
    }

    fn paragraph(&mut self) -> Option<&mut Paragraph> {
        match self.frames.last_mut() {
            Some(Frame::Paragraph(paragraph)) => Some(paragraph),
            _ => None,
        }
    }

    fn table(&mut self) -> Option<&mut Table> {
        match self.frames.last_mut() {
            Some(Frame::Table(table)) => Some(table),
            _ => None,
        }
    }

    fn glyph(&mut self, glyph: Glyph, spot: Spot) {
        let place = self.place(spot);
        self.fresh = false;
        let (text, note) = match glyph {
            Glyph::Tab => ("\t".to_owned(), None),
            Glyph::Line => ("\n".to_owned(), None),
            Glyph::Letter(letter) => (letter.to_string(), None),
            Glyph::Footnote(id) => {
                self.context.marks.0 += 1;
                let mark = self.context.marks.0;
                (
                    symbols::raised(mark),
                    Some((mark, self.context.footnotes.remove(&id))),
                )
            }
            Glyph::Endnote(id) => {
                self.context.marks.1 += 1;
                let mark = self.context.marks.1;
                (
                    symbols::raised(mark),
                    Some((mark, self.context.endnotes.remove(&id))),
                )
            }
        };
        let Some(paragraph) = self.paragraph() else {
            return;
        };
        match note {
            None => paragraph.sign(&text, place),
            Some((mark, passage)) => {
                paragraph.made(&text, place);
                paragraph.after.extend(passage.map(|passage| {
                    Found::from(Piece::Footnote {
                        mark: mark.to_string(),
                        passage,
                    })
                }));
            }
        }
    }

    fn close(&mut self, tag: Tag) {
        match tag {
            Tag::P | Tag::Tbl => self.end_frame(),
            Tag::Tr => {
                if let Some(table) = self.table() {
                    table.end_row();
                }
            }
            Tag::Tc => {
                if let Some(table) = self.table() {
                    table.end_cell();
                }
            }
            Tag::Footnote | Tag::Endnote => self.end_note(),
            Tag::Math(MathTag::Whole) => {
                let part = self.part;
                if let Some(paragraph) = self.paragraph() {
                    paragraph.end_formula(part);
                }
            }
            Tag::Math(tag) => {
                if let Some(Paragraph {
                    formula: Some((formula, _)),
                    ..
                }) = self.paragraph()
                {
                    formula.close(tag);
                }
            }
            Tag::Drawing | Tag::Pict | Tag::Object => {
                let (page, part) = (self.page, self.part);
                if let Some(paragraph) = self.paragraph() {
                    paragraph.end_drawn(page, part);
                }
            }
            _ => {}
        }
    }

    fn end_frame(&mut self) {
        match self.frames.pop() {
            Some(Frame::Paragraph(paragraph)) => {
                if paragraph.ends_section {
                    self.turn_page();
                    self.fresh = true;
                }
                for found in paragraph.done(self.part, self.page, self.context) {
                    self.deliver(found);
                }
            }
            Some(Frame::Table(table)) => {
                for found in table.done() {
                    self.deliver(found);
                }
            }
            None => {}
        }
    }

    /// Gives a piece to what is open around it: a cell, the paragraph that a text box hangs on, or the part itself.
    fn deliver(&mut self, found: Found) {
        match self.frames.last_mut() {
            Some(Frame::Paragraph(paragraph)) => paragraph.after.push(found),
            Some(Frame::Table(table)) => table.take(found),
            None => {
                let empty = found.piece.passage().is_some_and(Passage::is_blank)
                    && !matches!(found.piece, Piece::Picture(_));
                if !empty {
                    self.built.found.push(found);
                }
            }
        }
    }

    fn end_note(&mut self) {
        let Some((id, from)) = self.note.take() else {
            return;
        };
        let from = from.min(self.built.found.len());
        let words = self
            .built
            .found
            .drain(from..)
            .filter_map(|found| found.piece.passage().cloned())
            .collect();
        self.built.notes.extend(id.map(|id| (id, join(words))));
    }
}

/// Words with their automatic number before them.
pub(super) fn marked(mark: &str, passage: Passage) -> Passage {
    if mark.is_empty() {
        return passage;
    }
    let place = passage.place(0);
    if passage.text.is_empty() {
        return Passage::new(mark, place);
    }
    let mut words = super::words::Words::default();
    words.push_made(mark, place);
    words.push_made(" ", place);
    words.append(passage);
    words.whole()
}
