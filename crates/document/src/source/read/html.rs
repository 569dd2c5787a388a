//! Reads HTML.
//!
//! The tokens come from a library that follows the standard; what an element means for a report is told here.
//! Text is taken from the file itself, between the tags, so that each letter keeps its place.

mod element;
mod formula;
mod table;
mod words;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::build::Builder;
use super::spots::Spots;
use crate::source::{Format, NoteKind, Passage, Piece, Source};
use element::{Element, Role, element};
use table::Tables;

pub(super) use words::{collapse as words, paragraph};

/// Elements inside of elements deeper than this are read as if they stood side by side.
const DEEPEST: usize = 256;

pub(super) fn read(text: &str) -> Source {
    let mut source = Source {
        format: Format::Html,
        ..Source::default()
    };
    let mut reader = Reader::new(text, 0);
    reader.read(text);
    if reader.too_deep {
        source.note(
            NoteKind::Odd,
            "Unsur HTML bersarang terlalu dalam; susunan di dalamnya tidak dibedakan.",
            None,
        );
    }
    if reader.cut {
        source.note(
            NoteKind::Lost,
            "Ada tabel yang terlalu lebar; kolom di luar batas tidak dibaca.",
            None,
        );
    }
    source.pieces = reader.finish();
    super::lift_headings(&mut source.pieces);
    source
}

/// The pieces of a stretch of HTML inside of another file.
pub(super) fn fragment<'t>(
    text: &'t str,
    range: std::ops::Range<usize>,
    spots: &mut Spots<'t>,
) -> Vec<Piece> {
    let mut reader = Reader::new(text, range.start);
    std::mem::swap(&mut reader.spots, spots);
    reader.read(text.get(range).unwrap_or_default());
    std::mem::swap(&mut reader.spots, spots);
    reader.finish()
}

struct Reader<'t> {
    text: &'t str,
    spots: Spots<'t>,
    /// Where the stretch that is read begins in the file.
    offset: usize,
    open: Vec<Element>,
    /// How many of the open elements are passed over with all that is in them.
    hidden: usize,
    too_deep: bool,
    cut: bool,
    words: Builder,
    lists: Vec<(bool, bool, u32)>,
    tables: Tables,
    formula: Option<formula::Formula>,
    pieces: Vec<Piece>,
    /// Pictures inside of a table or a line of words, which come after it.
    pictures: Vec<Piece>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, offset: usize) -> Self {
        Self {
            text,
            spots: Spots::new(text),
            offset,
            open: Vec::new(),
            hidden: 0,
            too_deep: false,
            cut: false,
            words: Builder::default(),
            lists: Vec::new(),
            tables: Tables::default(),
            formula: None,
            pieces: Vec::new(),
            pictures: Vec::new(),
        }
    }

    fn read(&mut self, stretch: &'t str) {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        let mut behind = 0;
        for token in Tokenizer::new_with_emitter(stretch, emitter) {
            let Ok(token) = token;
            let span = match &token {
                Token::StartTag(tag) => tag.span,
                Token::EndTag(tag) => tag.span,
                Token::Comment(comment) => comment.span,
                Token::Doctype(doctype) => doctype.span,
                Token::String(_) | Token::Error(_) => continue,
            };
            if span.start < behind {
                continue;
            }
            self.characters(behind, span.start);
            behind = span.end;
            match token {
                Token::StartTag(tag) => self.start(&tag),
                Token::EndTag(tag) => self.end(&String::from_utf8_lossy(&tag.name)),
                _ => {}
            }
        }
        self.characters(behind, stretch.len());
    }

    fn finish(mut self) -> Vec<Piece> {
        while let Some(element) = self.open.pop() {
            self.close(element);
        }
        self.flush();
        self.pieces.append(&mut self.pictures);
        self.pieces
    }

    /// The characters of the file between two tags.
    fn characters(&mut self, from: usize, to: usize) {
        if self.hidden > 0 || from >= to {
            return;
        }
        let (from, to) = (from + self.offset, to + self.offset);
        let Some(raw) = self.text.get(from..to) else {
            return;
        };
        // Between the cells of a table nothing is printed.
        let between =
            self.tables.is_open() && !self.tables.in_cell() && !self.inside(Role::Caption);
        if between && self.formula.is_none() {
            return;
        }
        let raised = self
            .open
            .iter()
            .rev()
            .take(3)
            .any(|open| open.role == Role::Raised);
        let words = match &mut self.formula {
            Some(formula) => formula.leaf(),
            None => &mut self.words,
        };
        words::push(words, raw, from, &mut self.spots, raised);
    }

    fn inside(&self, role: Role) -> bool {
        self.open.iter().rev().any(|open| open.role == role)
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).to_ascii_lowercase();
        let attribute = |name: &str| {
            tag.attributes
                .get(name.as_bytes())
                .map(|value| String::from_utf8_lossy(&value.value).into_owned())
        };
        let element = element(&name, &attribute);
        let place = self.spots.place(tag.span.start + self.offset);
        if self.hidden == 0 {
            if let Some(alt) = attribute(if name == "img" { "alt" } else { "aria-label" })
                && (name == "img" || element.role == Role::Picture)
                && !alt.trim().is_empty()
            {
                let picture = Piece::Picture(Passage::new(alt.trim(), place));
                self.pictures.push(picture);
            }
            if name == "br" {
                let line_break = if self.tables.in_cell() { '\n' } else { ' ' };
                self.words.space(line_break, place);
            }
        }
        if tag.self_closing && self.hidden > 0 {
            return;
        }
        let formula = self.formula.as_mut().filter(|_| self.hidden == 0);
        if element.role == Role::Void || (tag.self_closing && formula.is_some()) {
            if let Some(formula) = formula {
                formula.start(&name, place);
                formula.end();
            } else if name == "hr" && self.hidden == 0 {
                self.flush();
            }
            return;
        }
        if self.hidden == 0 {
            self.imply_ends(&element);
        }
        if self.open.len() >= DEEPEST {
            self.too_deep = true;
            return;
        }
        if self.hidden > 0 || element.is_hidden() {
            if self.hidden == 0 && element.is_block() {
                self.flush();
            }
            self.hidden += 1;
            self.open.push(element);
            return;
        }
        if let Some(formula) = &mut self.formula {
            formula.start(&name, place);
            self.open.push(element);
            return;
        }
        match element.role {
            Role::Formula if !self.tables.in_cell() => {
                self.flush();
                self.formula = Some(formula::Formula::new(place));
            }
            Role::Table => {
                if self.tables.in_cell() {
                    self.words.space('\n', place);
                } else {
                    self.flush();
                }
                self.tables.open();
            }
            Role::Head => self.tables.head(true),
            Role::Row => self.tables.row(),
            Role::Cell => {
                let number = |name: &str| attribute(name).and_then(|n| n.trim().parse().ok());
                let spans = (
                    number("colspan").unwrap_or(1),
                    number("rowspan").unwrap_or(1),
                );
                if self.tables.cell(spans, name == "th", place) {
                    self.words = Builder::default();
                } else {
                    self.words.space('\n', place);
                }
            }
            Role::List => {
                self.flush();
                let first = attribute("start")
                    .and_then(|n| n.parse().ok())
                    .unwrap_or(1u32);
                let letters = attribute("type").is_some_and(|kind| kind == "a");
                self.lists.push((name == "ol", letters, first));
            }
            _ if element.is_block() => {
                if self.tables.in_cell() {
                    self.words.space('\n', place);
                } else {
                    self.flush();
                }
            }
            _ => {}
        }
        self.open.push(element);
    }

    /// Ends that authors leave out: an item ends with the next, a cell with the next cell or row.
    fn imply_ends(&mut self, next: &Element) {
        let ended: &[Role] = match next.role {
            Role::Item => &[Role::Item],
            Role::Cell => &[Role::Cell],
            Role::Row => &[Role::Cell, Role::Row],
            Role::Head | Role::Body => &[Role::Cell, Role::Row, Role::Head, Role::Body],
            _ if next.is_block() => &[Role::Paragraph],
            _ => return,
        };
        let fence = |role: Role| match next.role {
            Role::Item => role == Role::List,
            _ => role == Role::Table || role == Role::Item || role == Role::Block,
        };
        for role in ended {
            let found = self
                .open
                .iter()
                .rposition(|open| open.role == *role || fence(open.role))
                .filter(|at| self.open.get(*at).is_some_and(|open| open.role == *role));
            if let Some(found) = found {
                self.close_down_to(found);
            }
        }
    }

    fn end(&mut self, name: &str) {
        let name = name.to_ascii_lowercase();
        let Some(found) = self.open.iter().rposition(|open| open.name == name) else {
            return;
        };
        // The end of a cell does not end the table around it.
        let table = self.open.iter().rposition(|open| open.role == Role::Table);
        if table.is_some_and(|table| {
            table > found && matches!(name.as_str(), "td" | "th" | "tr" | "li" | "p" | "div")
        }) {
            return;
        }
        self.close_down_to(found);
    }

    fn close_down_to(&mut self, found: usize) {
        while self.open.len() > found {
            if let Some(element) = self.open.pop() {
                self.close(element);
            }
        }
    }

    fn close(&mut self, element: Element) {
        if self.hidden > 0 {
            self.hidden -= 1;
            return;
        }
        if element.role == Role::Formula {
            if let Some(formula) = self.formula.take() {
                let passage = formula.finish();
                if !passage.is_blank() {
                    self.pieces.push(Piece::Formula(passage));
                }
            }
            return;
        }
        if let Some(formula) = &mut self.formula {
            formula.end();
            return;
        }
        match element.role {
            Role::Table => {
                self.end_cell();
                if let Some(grid) = self.tables.close() {
                    self.cut |= grid.1;
                    if grid.0.rows > 0 {
                        self.pieces.push(Piece::Grid(grid.0));
                    }
                    self.pieces.append(&mut self.pictures);
                }
            }
            Role::Head => self.tables.head(false),
            Role::Row => {
                self.end_cell();
                self.tables.end_row();
            }
            Role::Cell => self.end_cell(),
            Role::Caption if self.tables.is_open() => {
                let caption = std::mem::take(&mut self.words).finish();
                if !caption.is_blank() {
                    self.pieces.push(Piece::Paragraph(caption));
                }
            }
            Role::List => {
                self.flush_as(&element);
                self.lists.pop();
            }
            _ if element.is_block() && self.tables.in_cell() => {}
            _ if element.is_block() => self.flush_as(&element),
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        if self.tables.in_cell() {
            let words = std::mem::take(&mut self.words).finish();
            self.tables.end_cell(words);
        }
    }

    fn flush_as(&mut self, element: &Element) {
        // The element has left the stack already, but its words are still its own.
        self.open.push(element.clone());
        self.flush();
        self.open.pop();
    }

    /// Ends a line of words: it becomes what the nearest element around it says.
    fn flush(&mut self) {
        if self.tables.in_cell() {
            return;
        }
        let passage = std::mem::take(&mut self.words).finish();
        if !passage.is_blank() {
            let piece = self.piece(passage);
            self.pieces.push(piece);
        }
        if !self.tables.is_open() {
            self.pieces.append(&mut self.pictures);
        }
    }

    fn piece(&mut self, passage: Passage) -> Piece {
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let notes = self.inside(Role::Notes);
        for open in self.open.iter_mut().rev() {
            match open.role {
                Role::Heading(level) => return Piece::Heading { level, passage },
                Role::Running => return Piece::Running(passage),
                Role::Item if open.used => break,
                Role::Item => {
                    open.used = true;
                    let Some((ordered, letters, next)) = self.lists.last_mut() else {
                        break;
                    };
                    let marker = match (*ordered, *letters) {
                        (false, _) => "-".to_owned(),
                        (true, false) => format!("{next}."),
                        (true, true) => format!("{}.", crate::source::tree::letters(*next)),
                    };
                    let ordinal = *next;
                    *next = next.saturating_add(1);
                    if notes {
                        return Piece::Footnote {
                            mark: ordinal.to_string(),
                            passage,
                        };
                    }
                    return Piece::Item {
                        marker,
                        depth,
                        passage,
                    };
                }
                _ => {}
            }
        }
        words::paragraph(passage)
    }
}
