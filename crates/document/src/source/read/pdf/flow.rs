//! Reading order: what stands on the pages becomes the pieces of a document, page borders forgotten.

use super::block::Block;
use super::fraction::plain;
use super::line::Line;
use super::measure::Measure;
use super::page::{Frame, Page, Unit};
use super::signs::{is_caption, is_chapter, is_picture_caption, is_raised, lowered};
use super::table::{Table, go_on, is_same_shape};
use super::unruled;
use super::writer::Writer;
use crate::source::{Passage, Piece};

/// Letters of a chart are at most this big, in hundredths of the body's.
const SMALL: Unit = 88;
/// So many small lines above a caption are the words of a chart.
const LABELS: usize = 3;

/// Something on a page, from the top down.
#[derive(Debug)]
pub(super) enum Element {
    Line(Line),
    Table(Box<Table>),
    /// A formula with the height of its middle.
    Formula(Unit, Passage),
    Picture(Frame, Passage),
}

/// Puts the pieces together.
pub(super) struct Flow<'p> {
    pages: &'p [Page],
    usual: &'p Measure,
    pieces: Vec<Piece>,
    open: Option<Block>,
    /// The table that may go on, and the page it stands on.
    table: Option<(usize, Table)>,
    /// What waits until the paragraph or table around the page's end is done.
    waiting: Vec<Piece>,
    /// Left edges of the lists that are open.
    depths: Vec<Unit>,
    /// Where the last chapter's number stands, if its name may follow.
    chapter: Option<(usize, Unit)>,
    cover: bool,
}

impl<'p> Flow<'p> {
    pub(super) fn new(pages: &'p [Page], usual: &'p Measure) -> Self {
        Self {
            pages,
            usual,
            pieces: Vec::new(),
            open: None,
            table: None,
            waiting: Vec::new(),
            depths: Vec::new(),
            chapter: None,
            cover: false,
        }
    }

    /// Adds a page: its heads and feet, and what stands between them.
    pub(super) fn page(&mut self, at: usize, running: Vec<Passage>, elements: Vec<Element>) {
        self.waiting.extend(running.into_iter().map(Piece::Running));
        // A first page that holds large letters and no text is a cover; its words are no headings.
        self.cover = at == 0
            && !elements.iter().any(|element| match element {
                Element::Line(line) => line.size <= self.usual.size && line.words.len() > 8,
                Element::Table(_) => true,
                _ => false,
            });
        let elements = self.labels(at, elements);
        // The words of a chart stand in strips too, so its labels are taken first.
        let elements = match self.pages.get(at) {
            Some(page) => unruled::find(page, elements, self.usual),
            None => elements,
        };
        let notes = self.notes_from(at, &elements);
        let mut above: Option<Unit> = None;
        for (i, element) in elements.into_iter().enumerate() {
            match element {
                Element::Line(line) if i >= notes => self.note(at, &line),
                Element::Line(line) => {
                    above = Some(line.y);
                    self.line(at, line);
                }
                Element::Table(table) => self.table(at, *table, above),
                Element::Formula(_, passage) => {
                    self.settle();
                    self.formula(passage);
                }
                Element::Picture(_, passage) => {
                    self.settle();
                    self.pieces.push(Piece::Picture(passage));
                }
            }
        }
    }

    pub(super) fn finish(mut self) -> Vec<Piece> {
        self.settle();
        self.pieces.append(&mut self.waiting);
        self.pieces
    }

    fn line(&mut self, at: usize, line: Line) {
        // A row without a fraction that goes on with a formula.
        if self.open.is_none()
            && matches!(self.pieces.last(), Some(Piece::Formula(_)))
            && let Some(page) = self.pages.get(at)
            && line.text(page).starts_with('=')
        {
            self.formula(plain(page, &line));
            return;
        }
        if self.table.is_some() {
            self.settle();
        }
        if let Some(block) = &mut self.open {
            if block.takes(at, &line, self.pages, self.usual) {
                block.lines.push((at, line));
                return;
            }
            self.settle();
        }
        self.open = Some(Block::new(at, line, self.pages));
    }

    /// Ends what is open.
    fn settle(&mut self) {
        if let Some(block) = self.open.take() {
            self.close(&block);
        }
        if let Some((_, table)) = self.table.take() {
            self.pieces.push(Piece::Grid(table.grid));
        }
        self.pieces.append(&mut self.waiting);
    }

    fn close(&mut self, block: &Block) {
        let depth = self.depth(block);
        let piece = block.piece(self.pages, self.usual, depth, self.cover);
        if piece.passage().is_none_or(Passage::is_blank) && !matches!(piece, Piece::Item { .. }) {
            return;
        }
        let (page, y) = block.last().map_or((0, 0), |(page, line)| (*page, line.y));
        if let Piece::Heading { passage, .. } = &piece
            && block.sign.is_none()
            && let Some((chapter_page, chapter_y)) = self.chapter.take()
            && chapter_page == page
            && !is_chapter(&passage.text)
            && let Some((_, first)) = block.lines.first()
            && first.y - chapter_y <= first.size * 4
            && let Some(Piece::Heading {
                passage: number, ..
            }) = self.pieces.last_mut()
        {
            let mut writer = Writer::resume(std::mem::take(number));
            writer.append(passage);
            *number = writer.finish();
            return;
        }
        self.chapter = match &piece {
            Piece::Heading { passage, .. }
                if is_chapter(&passage.text) && passage.text.split_whitespace().count() == 2 =>
            {
                Some((page, y))
            }
            _ => None,
        };
        self.pieces.push(piece);
    }

    fn depth(&mut self, block: &Block) -> u8 {
        let x = block.x();
        let near = block.lines.first().map_or(0, |(_, line)| line.size / 2);
        self.depths.retain(|left| *left < x - near);
        let depth = u8::try_from(self.depths.len()).unwrap_or(u8::MAX);
        if block.sign.is_some() {
            self.depths.push(x);
        }
        depth
    }

    fn table(&mut self, at: usize, table: Table, above: Option<Unit>) {
        // Only running heads may stand between the parts of one table.
        if let Some((page, mut whole)) = self.table.take() {
            if page + 1 == at && above.is_none() && is_same_shape(&whole, &table) {
                go_on(&mut whole, table);
                self.table = Some((at, whole));
                return;
            }
            self.table = Some((page, whole));
        }
        self.settle();
        self.table = Some((at, table));
    }

    fn formula(&mut self, passage: Passage) {
        // A row that begins with its relation goes on with the row above.
        if passage.text.trim_start().starts_with('=')
            && let Some(Piece::Formula(above)) = self.pieces.last_mut()
        {
            above.text.push_str(" \\\\ ");
            let offset = above.text.len();
            above.text.push_str(&passage.text);
            above
                .origins
                .extend(passage.origins.iter().map(|origin| crate::source::Origin {
                    start: origin.start + offset,
                    ..*origin
                }));
            return;
        }
        self.pieces.push(Piece::Formula(passage));
    }

    /// Takes the small words above the caption of a picture as what the picture says.
    fn labels(&self, at: usize, elements: Vec<Element>) -> Vec<Element> {
        let Some(page) = self.pages.get(at).filter(|page| page.strokes > 0) else {
            return elements;
        };
        let mut out: Vec<Element> = Vec::with_capacity(elements.len());
        for element in elements {
            if let Element::Line(line) = &element
                && is_picture_caption(&line.text(page))
            {
                let small = |element: &&Element| match element {
                    Element::Line(line) => {
                        line.size * 100 <= self.usual.size * SMALL && !is_caption(&line.text(page))
                    }
                    _ => false,
                };
                let count = out.iter().rev().take_while(small).count();
                if count >= LABELS {
                    let labels: Vec<Line> = out
                        .drain(out.len() - count..)
                        .filter_map(|element| match element {
                            Element::Line(line) => Some(line),
                            _ => None,
                        })
                        .collect();
                    out.push(Element::Picture(frame(&labels), labels_text(page, &labels)));
                }
            }
            out.push(element);
        }
        out
    }

    /// From which element on a page holds footnotes: small lines down to its end, the first with a raised number.
    fn notes_from(&self, at: usize, elements: &[Element]) -> usize {
        let Some(page) = self.pages.get(at) else {
            return elements.len();
        };
        let mut from = elements.len();
        for (i, element) in elements.iter().enumerate().rev() {
            let Element::Line(line) = element else {
                break;
            };
            if line.size * 100 > self.usual.size * 93 || line.y < page.height / 3 {
                break;
            }
            if line.text(page).starts_with(is_raised) {
                from = i;
            }
        }
        from
    }

    fn note(&mut self, at: usize, line: &Line) {
        let Some(page) = self.pages.get(at) else {
            return;
        };
        let mut words = line
            .words
            .iter()
            .filter_map(|at| page.words.get(*at))
            .peekable();
        let mark = words
            .next_if(|word| page.letters(word).chars().all(is_raised))
            .map(|word| lowered(page.letters(word)));
        let mut writer = match (&mark, self.waiting.last_mut()) {
            (None, Some(Piece::Footnote { passage, .. })) => {
                Writer::resume(std::mem::take(passage))
            }
            _ => Writer::default(),
        };
        for word in words {
            writer.word(page, word);
        }
        let passage = writer.finish();
        match (mark, self.waiting.last_mut()) {
            (None, Some(Piece::Footnote { passage: open, .. })) => *open = passage,
            (mark, _) => self.waiting.push(Piece::Footnote {
                mark: mark.unwrap_or_default(),
                passage,
            }),
        }
    }
}

fn frame(lines: &[Line]) -> Frame {
    Frame {
        x: lines.iter().map(|line| line.x).min().unwrap_or(0),
        y: lines.iter().map(Line::top).min().unwrap_or(0),
        end: lines.iter().map(|line| line.end).max().unwrap_or(0),
        bottom: lines.iter().map(|line| line.y).max().unwrap_or(0),
    }
}

/// The words of a chart, line by line.
fn labels_text(page: &Page, lines: &[Line]) -> Passage {
    let mut writer = Writer::default();
    for line in lines {
        writer.line_feed();
        for word in line.words.iter().filter_map(|at| page.words.get(*at)) {
            writer.word(page, word);
        }
    }
    writer.finish()
}
