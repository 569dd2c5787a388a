//! Tables of plain text whose cells are told apart by tabs, upright bars or leading dots.

use super::join::Joined;
use super::lines::Stretch;
use super::marks::clean;
use super::shape::{Shape, roman};
use crate::source::{Grid, GridCell, Origin, Passage, Place};

/// A table in the making.
#[derive(Debug, Default)]
pub(super) struct Rows {
    grid: Grid,
    /// Where each row ends, for cells that it lacks.
    ends: Vec<Place>,
}

impl Rows {
    /// Adds a row of cells from the left on.
    pub(super) fn push(&mut self, cells: Vec<Passage>, end: Place) {
        let cells = cells.into_iter().enumerate();
        let cells = cells.map(|(column, passage)| GridCell {
            column,
            colspan: 1,
            rowspan: 1,
            passage,
            ..GridCell::default()
        });
        self.push_cells(cells.collect(), end);
    }

    /// Adds a row of cells that know their columns.
    pub(super) fn push_cells(&mut self, cells: Vec<GridCell>, end: Place) {
        let row = self.grid.rows;
        let width = cells.last().map_or(0, |cell| cell.column + cell.colspan);
        self.grid.columns = self.grid.columns.max(width);
        let cells = cells.into_iter().map(|cell| GridCell { row, ..cell });
        self.grid.cells.extend(cells);
        self.grid.rows += 1;
        self.ends.push(end);
    }

    /// The table; a row that is short gets empty cells at its end.
    pub(super) fn finish(mut self, head_rows: usize) -> Grid {
        let mut cells = Vec::with_capacity(self.grid.cells.len());
        let mut given = std::mem::take(&mut self.grid.cells).into_iter().peekable();
        for (row, end) in self.ends.iter().enumerate() {
            let mut column = 0;
            while let Some(cell) = given.next_if(|cell| cell.row == row) {
                column = cell.column + cell.colspan;
                cells.push(cell);
            }
            // A wide row among many short ones must not make the table many times larger than its file.
            if self.grid.columns <= MOST_FILLED {
                cells.extend((column..self.grid.columns).map(|column| GridCell {
                    row,
                    column,
                    colspan: 1,
                    rowspan: 1,
                    passage: empty(*end),
                }));
            }
        }
        self.grid.cells = cells;
        self.grid.head_rows = head_rows;
        self.grid
    }
}

/// Tables with more columns are left with short rows.
const MOST_FILLED: usize = 64;

/// An empty cell that knows its place.
pub(super) fn empty(place: Place) -> Passage {
    Passage {
        text: String::new(),
        origins: vec![Origin { start: 0, place }],
    }
}

/// The words of a stretch as a cell.
pub(super) fn cell(stretch: Stretch<'_>) -> Passage {
    let stretch = stretch.trim();
    let passage = clean(&Passage::new(stretch.text, stretch.place), '\n');
    if passage.text.is_empty() {
        return empty(stretch.place);
    }
    passage
}

/// The cells of a line between single characters.
fn cells(mut rest: Stretch<'_>, separator: char) -> Vec<Passage> {
    let mut cells = Vec::new();
    loop {
        let end = separator_at(rest.text, separator);
        let (left, right) = rest.split(end.unwrap_or(rest.text.len()));
        cells.push(cell(left));
        if end.is_none() {
            return cells;
        }
        rest = right.split(separator.len_utf8()).1;
    }
}

fn separator_at(text: &str, separator: char) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, character)| {
        let found = character == separator && !escaped;
        escaped = character == '\\' && !escaped;
        found.then_some(at)
    })
}

/// A table from tabs that begins at a line, and the line after it.
pub(super) fn tabs(lines: &[Stretch<'_>], shapes: &[Shape], from: usize) -> (Grid, usize) {
    let mut rows = Rows::default();
    let mut at = from;
    let mut first: Option<String> = None;
    let mut counts = false;
    while let Some(line) = lines.get(at) {
        match shapes.get(at) {
            Some(Shape::Tabs) => {}
            Some(Shape::Blank)
                if goes_on(lines, shapes, at + 1, &rows, first.as_deref(), counts) =>
            {
                at += 1;
                continue;
            }
            _ => break,
        }
        let cells = cells(*line, '\t');
        counts |= rows.grid.rows > 0 && cells.iter().skip(1).any(|cell| has_digit(&cell.text));
        if first.is_none() {
            first = cells.first().map(|cell| cell.text.to_lowercase());
        }
        rows.push(cells, line.end());
        at += 1;
    }
    (rows.finish(0), at)
}

/// Whether the table goes on after one blank line, as at the end of a page: as many columns, and no new heading.
fn goes_on(
    lines: &[Stretch<'_>],
    shapes: &[Shape],
    next: usize,
    rows: &Rows,
    first: Option<&str>,
    counts: bool,
) -> bool {
    let (Some(line), Some(Shape::Tabs)) = (lines.get(next), shapes.get(next)) else {
        return false;
    };
    let texts: Vec<&str> = line.text.split('\t').map(str::trim).collect();
    if texts.len() != rows.grid.columns {
        return false;
    }
    let repeats = first.is_some_and(|first| {
        !first.is_empty()
            && texts
                .first()
                .is_some_and(|text| text.to_lowercase() == first)
    });
    let numbered_below = shapes.get(next + 1) == Some(&Shape::Tabs)
        && lines
            .get(next + 1)
            .is_some_and(|line| is_column_numbers(line.text));
    let is_words = texts.iter().all(|text| !has_digit(text));
    let has_gap = texts.iter().any(|text| text.is_empty());
    let is_heading = repeats || numbered_below || (counts && is_words && !has_gap);
    !is_heading
}

fn has_digit(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
}

/// A row such as "(1) (2) (3)" under a heading.
fn is_column_numbers(text: &str) -> bool {
    text.split('\t')
        .filter(|cell| !cell.trim().is_empty())
        .all(|cell| {
            let cell = cell.trim();
            let number = cell
                .strip_prefix('(')
                .and_then(|cell| cell.strip_suffix(')'));
            number.unwrap_or(cell).parse::<u8>().is_ok()
        })
}

/// A table from upright bars that begins at a line, and the line after it.
pub(super) fn bars(lines: &[Stretch<'_>], shapes: &[Shape], from: usize) -> (Grid, usize) {
    let mut rows = Rows::default();
    let mut head = 0;
    let mut at = from;
    while let (Some(line), Some(Shape::Bars)) = (lines.get(at), shapes.get(at)) {
        at += 1;
        let line = line.trim();
        if is_rule(line.text) {
            if head == 0 {
                head = rows.grid.rows;
            }
            continue;
        }
        let inner = match line.text.strip_prefix('|') {
            Some(_) => line.split(1).1,
            None => line,
        };
        let inner = match inner.text.strip_suffix('|') {
            Some(text) if !text.ends_with('\\') => Stretch { text, ..inner },
            _ => inner,
        };
        rows.push(cells(inner, '|'), line.end());
    }
    // A frame drawn after each row marks no heading.
    let head = if head < rows.grid.rows { head } else { 0 };
    (rows.finish(head), at)
}

/// Whether a line only rules a table off ("|---|---|", "+----+").
pub(super) fn is_rule(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(['|', '+', '-', ':'])
        && text.contains('-')
        && text.contains(['|', '+'])
        && text.chars().all(|c| "|+-:= ".contains(c))
}

/// Whether a line holds cells between upright bars; `below` is the next line.
pub(super) fn has_bars(text: &str, below: Option<&str>) -> bool {
    let text = text.trim();
    let framed = text.starts_with('|') && text.len() > 1 && text.matches('|').count() > 1;
    framed
        || is_rule(text)
        || (text.contains('|') && below.is_some_and(|below| is_rule(below) && below.contains('|')))
}

/// A table of words and page numbers with dots between, and the line after it.
pub(super) fn leaders(lines: &[Stretch<'_>], shapes: &[Shape], from: usize) -> (Grid, usize) {
    let mut rows = Rows::default();
    let mut at = from;
    // Lines of an entry before the one with its page number.
    let mut open: Option<Joined<'_>> = None;
    while let Some(line) = lines.get(at).copied() {
        match shapes.get(at) {
            Some(Shape::Leader) => {}
            Some(Shape::Blank) if shapes.get(at + 1) == Some(&Shape::Leader) => {
                at += 1;
                continue;
            }
            _ => break,
        }
        at += 1;
        let found = leader(line.text);
        let (words, rest) = line.split(found.map_or(line.text.len(), |(words, _)| words));
        let words = words.trim();
        let joined = match open.take() {
            Some(mut joined) => {
                joined.add(words);
                joined
            }
            None => Joined::new(words),
        };
        match found {
            Some((end, page)) => {
                let words = clean(&joined.finish(), '\n');
                rows.push(
                    vec![words, cell(rest.split(page.saturating_sub(end)).1)],
                    line.end(),
                );
            }
            None => open = Some(joined),
        }
    }
    if let Some(joined) = open {
        let words = clean(&joined.finish(), '\n');
        let end = words.place(words.text.len());
        rows.push(vec![words], end);
    }
    (rows.finish(0), at)
}

/// Where the words of a line of contents end and where its page number begins, in bytes.
pub(super) fn leader(text: &str) -> Option<(usize, usize)> {
    /// The last of them joins words without being seen.
    const DOTS: [char; 4] = ['.', '…', '·', '\u{2060}'];
    let trimmed = text.trim_end();
    let number = trimmed
        .rsplit(|c: char| c.is_whitespace() || DOTS.contains(&c))
        .next()
        .filter(|last| !last.is_empty() && last.len() <= 8)?;
    let bare = number.trim_matches(['[', ']', '(', ')']);
    let counts = bare.parse::<u16>().is_ok() || roman(&bare.to_uppercase()).is_some();
    let page = trimmed.len().checked_sub(number.len())?;
    let words = trimmed
        .get(..page)?
        .trim_end_matches(|c: char| c == ' ' || DOTS.contains(&c))
        .len();
    let dots = trimmed.get(words..page)?;
    let length: usize = dots
        .chars()
        .map(|c| match c {
            '.' | '·' => 1,
            '…' => 3,
            _ => 0,
        })
        .sum();
    (counts && length >= 4 && words > 0).then_some((words, page))
}
