//! Reads plain text, also as it comes out of a PDF or of OCR.
//!
//! A line is first looked at by itself ([`shape`]), then in its neighbourhood ([`resolve`]);
//! what is left of running words is joined into paragraphs ([`join`]).

mod columns;
mod formula;
mod join;
mod lines;
mod marks;
mod resolve;
mod running;
mod shape;
mod table;

use crate::source::{Format, Grid, Passage, Piece, Source};

use lines::Stretch;
use resolve::Depths;
use shape::{Mark, Shape, Style};

pub(super) use marks::{entity, superscript};
pub(super) use shape::{Style as MarkStyle, mark};

pub(super) fn read(text: &str) -> Source {
    let (lines, pages) = lines::lines(text);
    let shapes = resolve::shapes(&lines);
    let mut reader = Reader {
        lines,
        shapes,
        pieces: Vec::new(),
        depths: Depths::default(),
        unclosed: 0,
    };
    reader.read();
    Source {
        format: Format::Text,
        pieces: reader.pieces,
        notes: Vec::new(),
        pages,
    }
}

struct Reader<'t> {
    lines: Vec<Stretch<'t>>,
    shapes: Vec<Shape>,
    pieces: Vec<Piece>,
    depths: Depths,
    /// Before this line no formula ends that is still open.
    unclosed: usize,
}

impl<'t> Reader<'t> {
    fn read(&mut self) {
        let mut at = 0;
        while let (Some(line), Some(shape)) = (self.lines.get(at).copied(), self.shapes.get(at)) {
            at = match shape.clone() {
                Shape::Blank => at + 1,
                Shape::Running => {
                    self.pieces
                        .push(Piece::Running(marks::clean(&whole(line), ' ')));
                    at + 1
                }
                Shape::Tabs => self.table(table::tabs(&self.lines, &self.shapes, at)),
                Shape::Bars => self.table(table::bars(&self.lines, &self.shapes, at)),
                Shape::Leader => self.table(table::leaders(&self.lines, &self.shapes, at)),
                Shape::Footnote(mark, length) => self.footnote(at, mark, length),
                Shape::Hash(level, length) => {
                    let words = line.trim().split(length).1.trim();
                    self.heading(level, at, words, at)
                }
                Shape::Bab => self.chapter(at),
                Shape::Capitals => {
                    let end = resolve::capitals_until(&self.lines, &self.shapes, at);
                    self.heading(1, at, line, end)
                }
                Shape::Marked(mark) => self.marked(at, line, &mark),
                Shape::Columns(_) => self.table(columns::columns(&self.lines, &self.shapes, at)),
                Shape::Formula | Shape::Prose => self.paragraph(at, line),
            };
        }
    }

    fn table(&mut self, (grid, next): (Grid, usize)) -> usize {
        self.depths.clear();
        if grid.rows > 0 {
            self.pieces.push(Piece::Grid(grid));
        }
        next
    }

    fn footnote(&mut self, at: usize, mark: String, length: usize) -> usize {
        let Some(line) = self.lines.get(at) else {
            return at + 1;
        };
        let start = line.trim().split(length).1.trim();
        let gathered = join::gather(&self.lines, &self.shapes, at, start, false);
        let passage = marks::clean(&gathered.passage, ' ');
        self.pieces.push(Piece::Footnote { mark, passage });
        self.running(gathered.skipped);
        gathered.next
    }

    fn heading(&mut self, level: u8, at: usize, first: Stretch<'t>, last: usize) -> usize {
        self.depths.clear();
        let rest = self.lines.get(at + 1..=last).unwrap_or_default();
        let mut raw = join::Joined::new(first.trim());
        for line in rest.iter().filter(|line| !line.is_blank()) {
            raw.add(line.trim());
        }
        let passage = marks::clean(&raw.finish(), ' ');
        if !passage.is_blank() {
            self.pieces.push(Piece::Heading { level, passage });
        }
        last + 1
    }

    /// "BAB I" and, where it has none on its line, its title below.
    fn chapter(&mut self, at: usize) -> usize {
        let Some(line) = self.lines.get(at).copied() else {
            return at + 1;
        };
        let last = resolve::title_below(&self.lines, &self.shapes, at).map_or(at, |title| {
            resolve::capitals_until(&self.lines, &self.shapes, title)
        });
        self.heading(1, at, line, last)
    }

    fn marked(&mut self, at: usize, line: Stretch<'t>, mark: &Mark) -> usize {
        let start = line.trim();
        if let Some(level) = resolve::heading_level(&self.lines, &self.shapes, at, mark) {
            return self.heading(level, at, start, at);
        }
        let indent = line.text.chars().take_while(|c| c.is_whitespace()).count();
        let depth = self.depths.of(indent, mark);
        let words = start.split(mark.length).1;
        let gathered = join::gather(&self.lines, &self.shapes, at, words, true);
        self.pieces.push(Piece::Item {
            marker: mark.text.clone(),
            depth,
            passage: marks::clean(&gathered.passage, ' '),
        });
        self.running(gathered.skipped);
        gathered.next
    }

    /// Words, perhaps with formulas between them.
    fn paragraph(&mut self, at: usize, line: Stretch<'t>) -> usize {
        let (mut at, mut rest) = (at, line.trim());
        loop {
            // A formula must be a whole one, or else its opening is just two signs.
            let found = formula::opening(rest.text).and_then(|opening| {
                let (words, start) = rest.split(opening);
                if at < self.unclosed {
                    return None;
                }
                let found = formula::formula(&self.lines, at, start);
                if found.is_none() {
                    self.unclosed = at + formula::MOST_LINES;
                }
                Some((words, found?))
            });
            let Some((words, found)) = found else {
                return self.prose(at, rest);
            };
            let words = marks::clean(&whole(words), ' ');
            if !words.is_blank() {
                self.pieces.push(Piece::Paragraph(words));
            }
            if !found.formula.is_blank() {
                self.pieces.push(Piece::Formula(found.formula));
            }
            (at, rest) = (found.line, found.rest);
            if rest.is_blank() {
                return at + 1;
            }
        }
    }

    fn prose(&mut self, at: usize, line: Stretch<'t>) -> usize {
        self.depths.interrupt();
        let gathered = join::gather(&self.lines, &self.shapes, at, line.trim(), false);
        let passage = marks::clean(&gathered.passage, ' ');
        if !passage.is_blank() {
            self.pieces.push(Piece::Paragraph(passage));
        }
        self.running(gathered.skipped);
        gathered.next
    }

    /// Running lines that stand inside of a paragraph come after it.
    fn running(&mut self, skipped: Vec<usize>) {
        let lines = skipped.into_iter().filter_map(|at| self.lines.get(at));
        self.pieces
            .extend(lines.map(|line| Piece::Running(marks::clean(&whole(*line), ' '))));
    }
}

fn whole(line: Stretch<'_>) -> Passage {
    let line = line.trim();
    Passage::new(line.text, line.place)
}

/// How far below the first level a heading with such a mark stands.
fn level(style: Style) -> Option<u8> {
    Some(match style {
        Style::Roman => 1,
        Style::Upper => 2,
        Style::Decimal => 3,
        Style::Lower => 4,
        Style::DecimalBracket => 5,
        Style::LowerBracket => 6,
        Style::Parts(parts) => parts.clamp(2, 6),
        Style::Bullet => return None,
    })
}
