//! Reads Markdown.
//!
//! Lists whose marks Markdown does not know ("a.", "•") are told apart by the eyes of the text reader.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::build::{Builder, tail};
use super::html;
use super::spots::Spots;
use super::text::{MarkStyle, mark};
use crate::source::layout::Layout;
use crate::source::{Format, Origin, Passage, Piece, Place, Source};

pub(super) fn read(text: &str) -> Source {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_MATH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader {
        text,
        spots: Spots::new(text),
        words: Builder::default(),
        kind: Kind::Paragraph,
        lists: Vec::new(),
        notes: Vec::new(),
        table: None,
        cell: None,
        picture: None,
        html: None,
        skip: 0,
        pieces: Vec::new(),
    };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.flush();
    let mut pieces = reader.pieces;
    super::lift_headings(&mut pieces);
    Source {
        format: Format::Markdown,
        pieces,
        ..Source::default()
    }
}

/// What the words become that are gathered now.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Paragraph,
    Heading(u8),
    Item(String),
}

struct Reader<'t> {
    text: &'t str,
    spots: Spots<'t>,
    words: Builder,
    kind: Kind,
    /// For each open list, nothing; its length is the depth.
    lists: Vec<()>,
    /// Marks of the footnotes that are open.
    notes: Vec<String>,
    table: Option<(Layout, usize)>,
    /// Where the cell begins that is open.
    cell: Option<Place>,
    /// What a picture is said to show, while that is read.
    picture: Option<Builder>,
    html: Option<Range<usize>>,
    /// Depth inside of what is passed over.
    skip: usize,
    pieces: Vec<Piece>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => self.skip += 1,
            Event::End(TagEnd::MetadataBlock(_)) => self.skip -= 1,
            _ if self.skip > 0 => {}
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.push(&words, range),
            Event::Code(_) => {
                let raw = self.text.get(range.clone()).unwrap_or_default();
                let ticks = raw.len() - raw.trim_start_matches('`').len();
                let inner = range.start + ticks..range.end.saturating_sub(ticks);
                let words = self.text.get(inner.clone()).unwrap_or_default();
                self.push(words, inner);
            }
            Event::InlineMath(_) => {
                let raw = self.text.get(range.clone()).unwrap_or_default();
                self.push(raw, range);
            }
            Event::DisplayMath(_) => self.formula(range),
            Event::Html(_) => match &mut self.html {
                Some(html) => html.end = range.end,
                None => self.html = Some(range),
            },
            Event::InlineHtml(tag) => {
                if tag.to_ascii_lowercase().starts_with("<br") {
                    self.line_break(range);
                }
            }
            Event::SoftBreak => self.soft_break(range),
            Event::HardBreak => self.hard_break(range),
            Event::Rule => self.flush(),
            Event::FootnoteReference(label) => {
                let mark = label.parse().map(crate::source::tree::raised);
                let place = self.spots.place(range.start);
                self.words.substitute(&mark.unwrap_or_default(), place);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.kind = Kind::Heading(depth_of(level));
            }
            Tag::Item => {
                self.flush();
                let front = self.text.get(range).unwrap_or_default().trim_start();
                let marker = front
                    .split(|c: char| c.is_whitespace())
                    .next()
                    .unwrap_or_default();
                self.kind = Kind::Item(marker.chars().take(12).collect());
            }
            Tag::List(_) => {
                self.flush();
                self.lists.push(());
            }
            Tag::FootnoteDefinition(label) => {
                self.flush();
                self.notes.push(label.into_string());
            }
            Tag::Table(_) => {
                self.flush();
                self.table = Some((Layout::default(), 0));
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some((layout, _)) = &mut self.table {
                    layout.row();
                }
            }
            Tag::TableCell => self.cell = Some(self.spots.place(range.start)),
            Tag::Image { .. } => self.picture = Some(Builder::default()),
            Tag::Paragraph | Tag::CodeBlock(_) if self.kind == Kind::Paragraph => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::Item => {
                self.flush();
                self.kind = Kind::Paragraph;
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::FootnoteDefinition => {
                self.flush();
                self.notes.pop();
            }
            TagEnd::TableHead => {
                if let Some((layout, head)) = &mut self.table {
                    *head = layout.rows();
                }
            }
            TagEnd::TableCell => {
                let mut words = std::mem::take(&mut self.words).finish();
                if let (Some((layout, _)), Some(place)) = (&mut self.table, self.cell.take()) {
                    if words.origins.is_empty() {
                        words.origins.push(Origin { start: 0, place });
                    }
                    layout.cell(1, 1, words);
                }
            }
            TagEnd::Table => {
                if let Some((layout, head)) = self.table.take() {
                    self.pieces.push(Piece::Grid(layout.finish(head)));
                }
            }
            TagEnd::Image => {
                let passage = self.picture.take().unwrap_or_default().finish();
                if !passage.is_blank() {
                    self.pieces.push(Piece::Picture(passage));
                }
            }
            TagEnd::HtmlBlock => {
                self.flush();
                if let Some(range) = self.html.take() {
                    self.pieces
                        .extend(html::fragment(self.text, range, &mut self.spots));
                }
            }
            _ => {}
        }
    }

    /// Adds words that stand at a range of the file, or for which the file has something else there.
    fn push(&mut self, words: &str, range: Range<usize>) {
        let place = self.spots.place(range.start);
        let words_in_file = self.text.get(range) == Some(words);
        let builder = self.picture.as_mut().unwrap_or(&mut self.words);
        if !words_in_file {
            return builder.substitute(words, place);
        }
        // Text of several lines comes from a block of code.
        for (at, line) in words.split('\n').enumerate() {
            if at > 0 {
                builder.space(' ', place);
            }
            let offset = u32::try_from(at).unwrap_or(u32::MAX);
            let start = match at {
                0 => place,
                _ => Place {
                    line: place.line.saturating_add(offset),
                    column: 1,
                    ..place
                },
            };
            super::html::words(builder, line, start);
        }
    }

    fn formula(&mut self, range: Range<usize>) {
        let raw = self.text.get(range.clone()).unwrap_or_default();
        let inner = raw
            .strip_prefix("$$")
            .and_then(|raw| raw.strip_suffix("$$"));
        let Some(inner) = inner else { return };
        if self.cell.is_some() {
            return self.push(raw, range);
        }
        let kind = self.kind.clone();
        self.flush();
        self.kind = kind;
        let mut formula = Builder::default();
        let mut at = range.start + 2;
        for line in inner.split('\n') {
            let front = line.len() - line.trim_start().len();
            let words = line.trim();
            if !words.is_empty() {
                let place = self.spots.place(at + front);
                formula.space(' ', place);
                formula.push(words, place);
            }
            at += line.len() + 1;
        }
        let passage = formula.finish();
        if !passage.is_blank() {
            self.pieces.push(Piece::Formula(passage));
        }
    }

    fn line_break(&mut self, range: Range<usize>) {
        let place = self.spots.place(range.start);
        let line_break = if self.cell.is_some() { '\n' } else { ' ' };
        self.words.space(line_break, place);
    }

    /// A line that begins with a mark of a list is an item, although Markdown does not see it.
    fn soft_break(&mut self, range: Range<usize>) {
        let line: &str = self
            .text
            .get(range.end..)
            .and_then(|rest| rest.lines().next())
            .unwrap_or_default();
        if self.cell.is_none() && mark(line.trim_start()).is_some() {
            self.flush();
            self.kind = Kind::Paragraph;
        } else {
            self.line_break(range);
        }
    }

    fn hard_break(&mut self, range: Range<usize>) {
        if self.cell.is_none() && matches!(self.kind, Kind::Paragraph) {
            // The author wants a line of its own: an address, a line of a list.
            self.flush();
        } else {
            self.line_break(range);
        }
    }

    fn flush(&mut self) {
        if self.cell.is_some() {
            return;
        }
        let passage = std::mem::take(&mut self.words).finish();
        if passage.is_blank() {
            return;
        }
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let piece = match (self.kind.clone(), self.notes.last()) {
            (_, Some(mark)) => Piece::Footnote {
                mark: mark.clone(),
                passage,
            },
            (Kind::Heading(level), _) => Piece::Heading { level, passage },
            (Kind::Item(marker), _) => {
                self.kind = Kind::Paragraph;
                item(marker, depth, passage)
            }
            (Kind::Paragraph, _) => paragraph(passage, self.lists.len()),
        };
        self.pieces.push(piece);
    }
}

/// An item; "- a. words" has the letter for its mark.
fn item(marker: String, depth: u8, passage: Passage) -> Piece {
    match mark(&passage.text) {
        Some(inner) if marker.len() == 1 && inner.style != MarkStyle::Bullet => Piece::Item {
            marker: inner.text,
            depth,
            passage: tail(&passage, inner.length),
        },
        _ => Piece::Item {
            marker,
            depth,
            passage,
        },
    }
}

/// A paragraph, or an item with a mark that Markdown does not know.
fn paragraph(passage: Passage, lists: usize) -> Piece {
    match mark(&passage.text) {
        Some(inner) if !matches!(inner.style, MarkStyle::Upper | MarkStyle::Parts(_)) => {
            Piece::Item {
                marker: inner.text,
                depth: u8::try_from(lists).unwrap_or(u8::MAX),
                passage: tail(&passage, inner.length),
            }
        }
        _ => html::paragraph(passage),
    }
}

fn depth_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
