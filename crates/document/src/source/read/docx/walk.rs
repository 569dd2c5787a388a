//! One walk through a part: what a reader of the page sees, with the paragraph and the column of each letter.
//!
//! The reader and the writer of comments walk the same way, so that they count the same.
//! A line is the ordinal of the `w:p` in the part, those that are passed over too; a column is a letter of `w:t` or
//! `m:t`, or one of the signs that stand for a letter (tab, break, symbol, mark of a note).

mod field;
mod step;

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::symbols;
use super::xml::{Prefixes, Tag, attribute, is_on};
use field::Fields;
pub(in crate::source) use step::{Glyph, Met, Spot, Step, Stop};

/// Deepest nesting; Word itself nests some dozens deep.
const DEPTH: usize = 400;
/// Most elements of a part; a hundred pages have some 60,000, and an element costs memory that a byte does not.
const ELEMENTS: u32 = 1_500_000;

#[derive(Debug)]
struct Open {
    line: u32,
    column: u32,
    raised: bool,
    hidden: bool,
    bold: Option<bool>,
    /// Whether the run has letters already, so that what comes now is no property of them.
    settled: bool,
}

impl Open {
    /// Forgets how the last run looks.
    fn begin_run(&mut self) {
        (self.raised, self.hidden, self.bold, self.settled) = (false, false, None, false);
    }
}

/// A walk through a part.
pub(in crate::source) struct Walk<'x> {
    reader: Reader<&'x [u8]>,
    prefixes: Prefixes,
    stack: Vec<Tag>,
    paragraphs: Vec<Open>,
    fields: Fields,
    /// For each open alternative, whether one of its ways was taken.
    alternatives: Vec<bool>,
    /// Depth at which the walk passes over an element.
    passing: Option<usize>,
    waiting: VecDeque<Step<'x>>,
    /// How many of the open elements are around what was given last.
    around: usize,
    elements: u32,
    line: u32,
    span: Range<usize>,
    met: Met,
}

impl<'x> Walk<'x> {
    pub(in crate::source) fn new(xml: &'x str) -> Self {
        Self {
            reader: Reader::from_str(xml),
            prefixes: Prefixes::default(),
            stack: Vec::new(),
            paragraphs: Vec::new(),
            fields: Fields::default(),
            alternatives: Vec::new(),
            passing: None,
            waiting: VecDeque::new(),
            around: 0,
            elements: 0,
            line: 0,
            span: 0..0,
            met: Met::default(),
        }
    }

    /// The elements that are open around what was given last; an element is not among those around itself.
    pub(in crate::source) fn around(&self) -> &[Tag] {
        self.stack.get(..self.around).unwrap_or(&self.stack)
    }

    /// Bytes of the part that hold what was given last.
    pub(in crate::source) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Ordinal of the paragraph that began last.
    pub(in crate::source) fn line(&self) -> u32 {
        self.line
    }

    pub(in crate::source) fn met(&self) -> Met {
        self.met
    }

    /// What stands next; none at the end.
    pub(in crate::source) fn next(&mut self) -> Result<Option<Step<'x>>, Stop> {
        loop {
            if let Some(step) = self.waiting.pop_front() {
                return Ok(Some(step));
            }
            let start = self.position();
            let event = self.reader.read_event().map_err(|_| Stop::Damaged)?;
            self.span = start..self.position();
            let step = match event {
                Event::Eof if self.stack.is_empty() => return Ok(None),
                Event::Eof => return Err(Stop::Damaged),
                Event::DocType(_) => return Err(Stop::DocumentType),
                Event::Start(start) => {
                    let step = self.open(start)?;
                    self.around = self.stack.len().saturating_sub(1);
                    step
                }
                Event::Empty(start) => {
                    let step = self.open(start)?;
                    let end = self.close();
                    self.around = self.stack.len();
                    if step.is_none() {
                        end
                    } else {
                        // Its end may already be waiting behind words that Word prints for it.
                        end.into_iter().for_each(|end| self.waiting.push_front(end));
                        step
                    }
                }
                Event::End(_) => {
                    let step = self.close();
                    self.around = self.stack.len();
                    step
                }
                Event::Text(text) => self.text(text.into_inner()),
                Event::CData(text) => self.text(text.into_inner()),
                Event::GeneralRef(reference) => self.text(Cow::Owned(letter(&reference))),
                Event::Comment(_) | Event::PI(_) | Event::Decl(_) => None,
            };
            if step.is_some() {
                return Ok(step);
            }
        }
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn open(&mut self, start: BytesStart<'x>) -> Result<Option<Step<'x>>, Stop> {
        if self.stack.len() >= DEPTH {
            return Err(Stop::Deep);
        }
        self.elements += 1;
        if self.elements > ELEMENTS {
            return Err(Stop::Long);
        }
        let tag = self.prefixes.tag(&start);
        let parent = self.stack.last().copied();
        self.stack.push(tag);
        if tag == Tag::P {
            self.line = self.line.saturating_add(1);
        }
        if self.passing.is_some() {
            return Ok(None);
        }
        if self.passes(tag, parent) {
            self.passing = Some(self.stack.len());
            return Ok(None);
        }
        Ok(self.entered(tag, parent, start))
    }

    /// Whether an element and all within it is passed over.
    fn passes(&mut self, tag: Tag, parent: Option<Tag>) -> bool {
        match tag {
            Tag::Del | Tag::MoveFrom | Tag::Ins => {
                self.met.changes = self.met.changes.saturating_add(1);
                // A row that was deleted is its table's matter.
                tag != Tag::Ins && parent != Some(Tag::TrPr)
            }
            Tag::Hidden => true,
            Tag::Choice | Tag::Fallback => match self.alternatives.last_mut() {
                Some(taken) => std::mem::replace(taken, true),
                None => false,
            },
            _ => false,
        }
    }

    fn entered(
        &mut self,
        tag: Tag,
        parent: Option<Tag>,
        start: BytesStart<'x>,
    ) -> Option<Step<'x>> {
        let in_run = parent == Some(Tag::R);
        match tag {
            Tag::P => self.paragraphs.push(Open {
                line: self.line,
                column: 1,
                raised: false,
                hidden: false,
                bold: None,
                settled: false,
            }),
            Tag::R => {
                if let Some(open) = self.paragraphs.last_mut() {
                    open.begin_run();
                }
            }
            Tag::Vanish | Tag::VertAlign | Tag::Bold if parent == Some(Tag::RPr) => {
                self.look(tag, &start);
            }
            Tag::Alternate => self.alternatives.push(false),
            Tag::CommentReference => self.met.comments = self.met.comments.saturating_add(1),
            Tag::Tab if in_run => return self.sign(Glyph::Tab),
            Tag::CarriageReturn if in_run => return self.sign(Glyph::Line),
            Tag::NoBreakHyphen if in_run => return self.sign(Glyph::Letter('-')),
            Tag::Break if in_run => {
                return match attribute(&start, "type").as_deref() {
                    Some("page") => Some(Step::PageBreak(true)),
                    _ => self.sign(Glyph::Line),
                };
            }
            Tag::RenderedBreak => return Some(Step::PageBreak(false)),
            Tag::Sym if in_run => {
                let code = attribute(&start, "char")
                    .and_then(|code| u32::from_str_radix(&code, 16).ok())
                    .unwrap_or_default();
                let font = attribute(&start, "font").unwrap_or_default();
                return self.sign(Glyph::Letter(symbols::symbol(&font, code)));
            }
            Tag::FootnoteReference | Tag::EndnoteReference => {
                // A mark of the author's own follows as letters.
                let custom = attribute(&start, "customMarkFollows")
                    .is_some_and(|value| !matches!(value.as_str(), "0" | "false" | "off"));
                let id = attribute(&start, "id").filter(|_| !custom)?;
                return self.sign(if tag == Tag::FootnoteReference {
                    Glyph::Footnote(id)
                } else {
                    Glyph::Endnote(id)
                });
            }
            Tag::FldSimple => self
                .fields
                .begin_simple(attribute(&start, "instr").unwrap_or_default()),
            Tag::FldChar => {
                return match self
                    .fields
                    .mark(attribute(&start, "fldCharType").as_deref())
                {
                    true => self.end_field(),
                    false => None,
                };
            }
            _ => {}
        }
        Some(Step::Open(tag, start))
    }

    fn look(&mut self, tag: Tag, start: &BytesStart<'x>) {
        let of_run = self.stack.iter().rev().nth(2) == Some(&Tag::R);
        let Some(open) = self
            .paragraphs
            .last_mut()
            .filter(|open| of_run && !open.settled)
        else {
            return;
        };
        match tag {
            Tag::Vanish => open.hidden = is_on(start),
            Tag::VertAlign => {
                open.raised = attribute(start, "val").as_deref() == Some("superscript")
            }
            _ => open.bold = Some(is_on(start)),
        }
    }

    fn end_field(&mut self) -> Option<Step<'x>> {
        let words = self.fields.end()?;
        Some(Step::Made(words, self.spot()?))
    }

    fn spot(&self) -> Option<Spot> {
        self.paragraphs.last().map(|open| Spot {
            line: open.line,
            column: open.column,
            raised: open.raised,
            bold: open.bold,
        })
    }

    /// The spot of something seen that takes `columns`; none if it is not seen.
    fn take(&mut self, columns: u32) -> Option<Spot> {
        let spot = self.spot()?;
        if !self.fields.show() {
            return None;
        }
        let open = self.paragraphs.last_mut()?;
        if open.hidden {
            self.met.hidden = self.met.hidden.saturating_add(columns);
            return None;
        }
        open.column = open.column.saturating_add(columns);
        open.settled = true;
        self.fields.seen();
        Some(spot)
    }

    fn sign(&mut self, glyph: Glyph) -> Option<Step<'x>> {
        let spot = self.take(1)?;
        Some(Step::Glyph(glyph, spot))
    }

    fn text(&mut self, text: Cow<'x, str>) -> Option<Step<'x>> {
        self.around = self.stack.len();
        if self.passing.is_some() {
            return None;
        }
        match self.stack.last() {
            Some(Tag::T | Tag::Math(super::math::MathTag::T)) if !text.is_empty() => {
                let spot = self.take(super::words::count(&text))?;
                Some(Step::Text(text, spot))
            }
            Some(Tag::InstrText) => {
                self.fields.instruct(&text);
                None
            }
            _ => None,
        }
    }

    /// The end of the innermost element.
    fn close(&mut self) -> Option<Step<'x>> {
        let depth = self.stack.len();
        let tag = self.stack.pop()?;
        if let Some(passed) = self.passing {
            if passed == depth {
                self.passing = None;
            }
            return None;
        }
        match tag {
            Tag::P => {
                self.paragraphs.pop();
                if self.paragraphs.is_empty() {
                    self.fields.abandon();
                }
            }
            Tag::R => {
                if let Some(open) = self.paragraphs.last_mut() {
                    open.begin_run();
                }
            }
            Tag::Alternate => {
                self.alternatives.pop();
            }
            Tag::FldSimple => {
                if let Some(made) = self.end_field() {
                    self.waiting.push_back(Step::Close(tag));
                    return Some(made);
                }
            }
            _ => {}
        }
        Some(Step::Close(tag))
    }
}

/// The letter that a reference stands for.
fn letter(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return letter.to_string();
    }
    quick_xml::escape::resolve_predefined_entity(reference)
        .unwrap_or("?")
        .to_owned()
}
