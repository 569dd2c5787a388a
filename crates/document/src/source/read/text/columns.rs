//! Tables of plain text whose columns stand under each other, as a program leaves them that keeps the layout of a page.

use super::lines::Stretch;
use super::marks::clean;
use super::shape::{Shape, mark};
use super::table::{Rows, empty};
use crate::source::read::build::{Builder, right};
use crate::source::{Grid, GridCell};

/// Wider lines are no lines of a page.
const WIDEST: usize = 600;
/// More columns than fit on a page.
const MOST_COLUMNS: usize = 40;
/// Longer tables are cut into several.
const MOST_LINES: usize = 2000;

/// Words of a line without a wide gap inside: first column and one past the last, from 0, and its words.
#[derive(Debug, Clone, Copy)]
struct Chunk<'t> {
    from: usize,
    to: usize,
    words: Stretch<'t>,
}

/// Finds groups of lines whose words stand in columns.
pub(super) fn mark_columns(lines: &[Stretch<'_>], shapes: &mut [Shape]) {
    let mut at = 0;
    let mut group = 0;
    while at < lines.len() {
        if !is_row(lines, shapes, at) {
            at += 1;
            continue;
        }
        let until = group_until(lines, shapes, at);
        let range = lines.get(at..until).unwrap_or_default();
        if is_table(range) {
            for (line, shape) in range.iter().zip(shapes.iter_mut().skip(at)) {
                if !line.is_blank() {
                    *shape = Shape::Columns(group);
                }
            }
            group += 1;
        }
        at = until;
    }
}

/// The table that begins at a line, and the line after it.
pub(super) fn columns(lines: &[Stretch<'_>], shapes: &[Shape], from: usize) -> (Grid, usize) {
    let group = shapes.get(from);
    let until = (from..shapes.len())
        .take_while(|at| shapes.get(*at) == group || shapes.get(*at) == Some(&Shape::Blank))
        .filter(|at| shapes.get(*at) == group)
        .last()
        .map_or(from + 1, |last| last + 1);
    let range = lines.get(from..until).unwrap_or_default();
    (grid(range), until)
}

/// Whether a line has words on both sides of a wide gap.
fn is_row(lines: &[Stretch<'_>], shapes: &[Shape], at: usize) -> bool {
    let free = matches!(
        shapes.get(at),
        Some(Shape::Prose | Shape::Capitals | Shape::Marked(_) | Shape::Bab)
    );
    let Some(line) = lines.get(at).filter(|_| free) else {
        return false;
    };
    if line.text.len() > WIDEST * 4 {
        return false;
    }
    let text = line.trim().text;
    // The gap behind the mark of a list is none.
    let behind = mark(text).map_or(0, |mark| mark.length);
    let rest = text.get(behind..).unwrap_or_default();
    rest.contains("   ") || rest.matches("  ").count() > 1 || (behind > 0 && rest.contains("  "))
}

/// One past the last line of the group.
fn group_until(lines: &[Stretch<'_>], shapes: &[Shape], from: usize) -> usize {
    let page = lines.get(from).and_then(|line| line.place.page);
    let mut until = from + 1;
    let mut at = from + 1;
    while at < lines.len() && at - from < MOST_LINES {
        if lines.get(at).and_then(|line| line.place.page) != page {
            break;
        }
        let blank = shapes.get(at) == Some(&Shape::Blank);
        if is_row(lines, shapes, at) {
            until = at + 1;
        } else if blank {
            if shapes.get(at + 1) == Some(&Shape::Blank) {
                break;
            }
        } else if hangs(lines, shapes, at) {
            until = at + 1;
        } else {
            break;
        }
        at += 1;
    }
    until
}

/// Whether a line without a gap is the rest of a cell of the row above it.
fn hangs(lines: &[Stretch<'_>], shapes: &[Shape], at: usize) -> bool {
    let (Some(line), Some(above)) = (
        lines.get(at),
        at.checked_sub(1).and_then(|above| lines.get(above)),
    ) else {
        return false;
    };
    if !matches!(shapes.get(at), Some(Shape::Prose | Shape::Capitals))
        || above.is_blank()
        || line.text.len() > WIDEST
    {
        return false;
    }
    let above = chunks(*above);
    let Some(rest) = chunks(*line).first().copied() else {
        return false;
    };
    // It must fit under one cell that is not the last of several far to the left.
    above
        .iter()
        .zip(above.iter().skip(1))
        .any(|(cell, next)| rest.from >= cell.from.saturating_sub(1) && rest.to < next.from)
        || above
            .last()
            .is_some_and(|last| above.len() > 1 && rest.from + 1 >= last.from && rest.from > 8)
        || (above.len() == 1
            && above
                .iter()
                .all(|cell| cell.from > 8 && rest.from.abs_diff(cell.from) <= 1))
}

fn is_table(lines: &[Stretch<'_>]) -> bool {
    let rows = lines.iter().filter(|line| chunks(**line).len() > 1).count();
    rows > 1 && intervals(lines).len() > 1
}

/// The words of a line between gaps of two and more.
fn chunks(line: Stretch<'_>) -> Vec<Chunk<'_>> {
    let mut found = Vec::new();
    let mut rest = line;
    let mut column = 0;
    while !rest.is_blank() {
        let indent = rest.indent();
        let (space, words) = rest.split(indent);
        column += space.width();
        let end = words.text.find("  ").unwrap_or(words.text.trim_end().len());
        let (words, after) = words.split(end);
        let from = column;
        column += words.width();
        found.push(Chunk {
            from,
            to: column,
            words,
        });
        rest = after;
    }
    found
}

/// The columns of a table: where most of its lines have words.
fn intervals(lines: &[Stretch<'_>]) -> Vec<(usize, usize)> {
    let rows: Vec<Vec<Chunk<'_>>> = lines
        .iter()
        .map(|line| chunks(*line))
        .filter(|row| row.len() > 1)
        .collect();
    let width = rows
        .iter()
        .flatten()
        .map(|chunk| chunk.to)
        .max()
        .unwrap_or(0)
        .min(WIDEST);
    let mut covered = vec![0usize; width];
    for chunk in rows.iter().flatten() {
        for count in covered.iter_mut().take(chunk.to).skip(chunk.from) {
            *count += 1;
        }
    }
    // A heading over several columns must not close the gap between them.
    let few = rows.len() / 6;
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, count) in covered.iter().enumerate() {
        if *count <= few {
            continue;
        }
        match found.last_mut() {
            Some((_, end)) if at - *end < 2 => *end = at + 1,
            _ => found.push((at, at + 1)),
        }
    }
    if found.len() > MOST_COLUMNS {
        found.clear();
    }
    found
}

/// The columns that some words cover: the first, and how many.
fn under(intervals: &[(usize, usize)], chunk: &Chunk<'_>) -> (usize, usize) {
    let first = intervals.partition_point(|(_, end)| *end <= chunk.from);
    let end = intervals.partition_point(|(start, _)| *start < chunk.to);
    if end > first {
        return (first, end - first);
    }
    // Between two columns: the nearer one.
    let left = first.checked_sub(1).and_then(|left| intervals.get(left));
    let right = intervals.get(first);
    match (left, right) {
        (Some((_, end)), Some((start, _)))
            if chunk.from - end <= start.saturating_sub(chunk.to) =>
        {
            (first - 1, 1)
        }
        (Some(_), None) => (first - 1, 1),
        _ => (first, 1),
    }
}

struct Open {
    column: usize,
    span: usize,
    words: Builder,
}

fn grid(lines: &[Stretch<'_>]) -> Grid {
    let intervals = intervals(lines);
    let mut rows: Vec<(Vec<Open>, Stretch<'_>)> = Vec::new();
    let mut blank = true;
    for line in lines {
        if line.is_blank() {
            blank = true;
            continue;
        }
        let mut cells: Vec<(usize, usize, Chunk<'_>)> = Vec::new();
        for chunk in chunks(*line) {
            let (column, span) = under(&intervals, &chunk);
            let used = cells.last().map_or(0, |(column, span, _)| column + span);
            let shifted = column.max(used).min(intervals.len().saturating_sub(1));
            cells.push((shifted, span.min(intervals.len() - shifted).max(1), chunk));
        }
        let goes_on = !blank
            && rows.last().is_some_and(|(above, _)| {
                cells.iter().all(|(column, span, chunk)| {
                    let over = above.iter().find(|cell| cell.column == *column);
                    let is_words = chunk.words.text.chars().any(char::is_alphabetic);
                    *column > 0 && *span == 1 && is_words && over.is_some_and(|cell| cell.span == 1)
                })
            });
        if !goes_on {
            rows.push((Vec::new(), *line));
        }
        blank = false;
        let Some((row, _)) = rows.last_mut() else {
            continue;
        };
        for (column, span, chunk) in cells {
            match row.iter_mut().find(|cell| cell.column == column) {
                Some(cell) => {
                    cell.words.space(' ', right(chunk.words.place, 0));
                    cell.words.push(chunk.words.text, chunk.words.place);
                }
                None => {
                    let mut words = Builder::default();
                    words.push(chunk.words.text, chunk.words.place);
                    row.push(Open {
                        column,
                        span,
                        words,
                    });
                }
            }
        }
    }
    let mut table = Rows::default();
    for (row, line) in rows {
        let mut cells = Vec::new();
        let mut next = 0;
        for open in row {
            cells.extend((next..open.column).map(|column| blank_cell(column, &intervals, line)));
            next = open.column + open.span;
            cells.push(GridCell {
                column: open.column,
                colspan: open.span,
                rowspan: 1,
                passage: clean(&open.words.finish(), '\n'),
                ..GridCell::default()
            });
        }
        table.push_cells(cells, line.end());
    }
    table.finish(0)
}

/// An empty cell, placed under its column where the line reaches that far.
fn blank_cell(column: usize, intervals: &[(usize, usize)], line: Stretch<'_>) -> GridCell {
    let from = intervals.get(column).map_or(0, |(from, _)| *from);
    GridCell {
        column,
        colspan: 1,
        rowspan: 1,
        passage: empty(right(line.place, from.min(line.width()))),
        ..GridCell::default()
    }
}
