//! Tables that no lines rule: rows of figures that leave the same upright strips of the page free.

use super::flow::Element;
use super::line::{Line, gather};
use super::measure::Measure;
use super::page::{Frame, Page, Unit, Word};
use super::signs::{is_caption, is_chapter, is_ended, is_leader, sign};
use super::table::{Table, cell_text};
use crate::source::{Grid, GridCell};

/// Fewer rows of figures are no table.
const ROWS: usize = 3;
/// So many lines without a figure may stand between two rows: labels that are broken.
const BROKEN: usize = 2;
/// So many lines of heads are looked for above the first row.
const HEADS: usize = 4;
/// So many rows at the end may turn out to be running text.
const DROPPED: usize = 6;
/// One in so many rows may reach over a free strip: the label of a sum.
const ACROSS: usize = 5;
/// No table of a page has more rows or columns; what has is hostile, and would only take time.
const MOST_ROWS: usize = 500;
const MOST_COLUMNS: usize = 60;
/// More words in one cell of every row are running text.
const WORDS: usize = 14;

/// Puts tables in the place of the lines that they are made of.
pub(super) fn find(page: &Page, elements: Vec<Element>, usual: &Measure) -> Vec<Element> {
    let mut out = Vec::with_capacity(elements.len());
    let mut lines: Vec<Line> = Vec::new();
    for element in elements {
        match element {
            Element::Line(line) => lines.push(line),
            other => {
                replace(page, &mut lines, usual, &mut out);
                out.push(other);
            }
        }
    }
    replace(page, &mut lines, usual, &mut out);
    out
}

fn replace(page: &Page, lines: &mut Vec<Line>, usual: &Measure, out: &mut Vec<Element>) {
    let lines = std::mem::take(lines);
    let rows: Vec<bool> = lines.iter().map(|line| is_row(page, line)).collect();
    let mut tables: Vec<(usize, usize, Table)> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if rows.get(at) != Some(&true) {
            at += 1;
            continue;
        }
        let end = until(page, &lines, &rows, at, usual);
        let from = tables.last().map_or(0, |(_, end, _)| *end);
        if let Some((start, end, table)) = region(page, &lines, &rows, (from, at, end)) {
            tables.push((start, end, table));
            at = end;
        } else {
            at = end.max(at + 1);
        }
    }
    let mut tables = tables.into_iter().peekable();
    let mut inside = 0;
    for (i, line) in lines.into_iter().enumerate() {
        if let Some((start, end, _)) = tables.peek()
            && *start == i
        {
            inside = *end;
            if let Some((_, _, table)) = tables.next() {
                out.push(Element::Table(Box::new(table)));
            }
        }
        if i >= inside {
            out.push(Element::Line(line));
        }
    }
}

fn words<'p>(page: &'p Page, line: &'p Line) -> impl Iterator<Item = &'p Word> {
    line.words.iter().filter_map(|at| page.words.get(*at))
}

/// A number, with its signs of money and share; or a dash in its place.
fn is_figure(text: &str) -> bool {
    let bare = text.trim_start_matches("Rp");
    matches!(bare, "-" | "–" | "—")
        || (bare.chars().any(|c| c.is_ascii_digit())
            && bare
                .chars()
                .all(|c| c.is_ascii_digit() || ".,%()-–+/‰".contains(c)))
}

/// Whether a line can be a row: figures at its end, or a gap before a figure that is wider than between words.
fn is_row(page: &Page, line: &Line) -> bool {
    let all: Vec<&Word> = words(page, line).collect();
    if all.len() < 2
        || all.iter().any(|word| is_leader(page.letters(word)))
        || is_caption(&line.text(page))
    {
        return false;
    }
    let figure = |word: &&&Word| is_figure(page.letters(word));
    let last = all.iter().rev().take_while(figure).count();
    let apart = all.windows(2).any(|pair| match pair {
        [a, b] => b.x - a.end > line.size * 6 / 10,
        _ => false,
    });
    (last >= 2 && all.len() <= WORDS) || (apart && all.iter().any(|word| figure(&word)))
}

/// One past the last line of the rows that begin at a line.
fn until(page: &Page, lines: &[Line], rows: &[bool], start: usize, usual: &Measure) -> usize {
    let (mut end, mut broken) = (start + 1, 0);
    for at in start + 1..lines.len().min(start + MOST_ROWS) {
        let (Some(line), Some(above)) = (lines.get(at), lines.get(at - 1)) else {
            break;
        };
        if line.y - above.y > line.size * 4 {
            break;
        }
        if rows.get(at) == Some(&true) {
            (end, broken) = (at + 1, 0);
            continue;
        }
        let full =
            line.x <= usual.left(page) + line.size && line.end >= usual.right(page) - 3 * line.size;
        let text = line.text(page);
        broken += 1;
        if full || broken > BROKEN || is_ended(&text) || is_caption(&text) || is_chapter(&text) {
            break;
        }
    }
    end
}

/// The table whose rows lie between two lines: its first line, one past its last, and the table.
fn region(
    page: &Page,
    lines: &[Line],
    rows: &[bool],
    (from, start, end): (usize, usize, usize),
) -> Option<(usize, usize, Table)> {
    let mut body: Vec<usize> = (start..end)
        .filter(|at| rows.get(*at) == Some(&true))
        .collect();
    // Running text below may look like a row or two.
    let mut dropped = 0;
    let columns = loop {
        if body.len() < ROWS || dropped > DROPPED {
            return None;
        }
        let rows: Vec<&Line> = body.iter().filter_map(|at| lines.get(*at)).collect();
        if let Some(columns) = columns(page, &rows) {
            break columns;
        }
        body.pop();
        dropped += 1;
    };
    let end = body.last().map_or(end, |last| last + 1);
    let edges = edges(&columns);
    let mut first = start;
    while first > from && start - first < HEADS {
        let (above, below) = (lines.get(first - 1)?, lines.get(first)?);
        if !is_head(page, above, below, &edges) {
            break;
        }
        first -= 1;
    }
    let mut last = end;
    while last - end < BROKEN
        && lines.get(last).is_some_and(|line| {
            lines
                .get(last - 1)
                .is_some_and(|above| goes_on(page, line, above, &edges))
        })
    {
        last += 1;
    }
    let anchors: Vec<usize> = (first..last)
        .filter(|at| *at < start || rows.get(*at) == Some(&true))
        .collect();
    let mut cells: Vec<Vec<Vec<usize>>> = vec![vec![Vec::new(); columns.len()]; anchors.len()];
    for at in first..last {
        let line = lines.get(at)?;
        let row = nearest(lines, &anchors, at, start);
        for word in &line.words {
            let column = page.words.get(*word).map(|word| column(&edges, word))?;
            cells.get_mut(row)?.get_mut(column)?.push(*word);
        }
    }
    Some((first, last, build(page, &cells, &edges)))
}

/// The row that a line belongs to: its own, or else the nearest.
fn nearest(lines: &[Line], anchors: &[usize], at: usize, start: usize) -> usize {
    let y = |at: usize| lines.get(at).map_or(0, |line| line.y);
    anchors
        .iter()
        .enumerate()
        .filter(|(_, anchor)| at < start || **anchor >= start)
        .min_by_key(|(_, anchor)| ((y(**anchor) - y(at)).abs(), **anchor))
        .map_or(0, |(row, _)| row)
}

/// The strips that the rows fill, left to right; none where they are no table.
fn columns(page: &Page, body: &[&Line]) -> Option<Vec<(Unit, Unit)>> {
    let size = body.iter().map(|line| line.size).max()?;
    let strips = strips(page, body, size * 3 / 10);
    if strips.len() > MOST_COLUMNS {
        return None;
    }
    let mut out: Vec<(Unit, Unit)> = Vec::new();
    let mut before = false;
    for strip in strips {
        let figures = is_of_figures(page, body, strip);
        match out.last_mut() {
            // Words of one label, or the sign of money before its sum.
            Some(last)
                if (!before && !figures && strip.0 - last.1 < size * 12 / 10)
                    || is_money(page, body, *last) =>
            {
                last.1 = strip.1;
            }
            _ => out.push(strip),
        }
        before = figures;
    }
    let figures = out
        .iter()
        .skip(1)
        .filter(|strip| is_of_figures(page, body, **strip))
        .count();
    let wordy = out.iter().any(|strip| {
        body.iter()
            .all(|line| words(page, line).filter(|word| holds(*strip, word)).count() > WORDS)
    });
    let filled = body
        .iter()
        .filter(|line| {
            out.iter()
                .filter(|strip| words(page, line).any(|word| holds(**strip, word)))
                .count()
                >= 2
        })
        .count();
    (out.len() >= 2 && figures >= 1 && !wordy && filled * 5 >= body.len() * 4).then_some(out)
}

/// What the rows fill from left to right, but for a few that reach over what the others leave free.
fn strips(page: &Page, body: &[&Line], free: Unit) -> Vec<(Unit, Unit)> {
    let mut steps: Vec<(Unit, i32)> = Vec::new();
    for line in body {
        let mut run: Option<(Unit, Unit)> = None;
        for word in words(page, line) {
            run = match run {
                Some((x, end)) if word.x - end < free => Some((x, end.max(word.end))),
                Some((x, end)) => {
                    steps.extend([(x, 1), (end, -1)]);
                    Some((word.x, word.end))
                }
                None => Some((word.x, word.end)),
            };
        }
        steps.extend(run.into_iter().flat_map(|(x, end)| [(x, 1), (end, -1)]));
    }
    steps.sort_unstable();
    let across = i32::try_from(body.len() / ACROSS).unwrap_or(0);
    let mut out: Vec<(Unit, Unit)> = Vec::new();
    let (mut depth, mut from) = (0, None);
    for (x, step) in steps {
        depth += step;
        match from {
            None if depth > across => from = Some(x),
            Some(start) if depth <= across => {
                match out.last_mut() {
                    Some(last) if start - last.1 < free => last.1 = x,
                    _ => out.push((start, x)),
                }
                from = None;
            }
            _ => {}
        }
    }
    out
}

fn holds(strip: (Unit, Unit), word: &Word) -> bool {
    (strip.0..=strip.1).contains(&word.centre())
}

/// Whether most rows have figures and nothing else in a strip.
fn is_of_figures(page: &Page, body: &[&Line], strip: (Unit, Unit)) -> bool {
    let (mut filled, mut figures) = (0, 0);
    for line in body {
        let mut inside = words(page, line)
            .filter(|word| holds(strip, word))
            .peekable();
        if inside.peek().is_some() {
            filled += 1;
            figures += usize::from(inside.all(|word| is_figure(page.letters(word))));
        }
    }
    figures * 5 >= filled * 4 && figures * 2 > body.len()
}

fn is_money(page: &Page, body: &[&Line], strip: (Unit, Unit)) -> bool {
    let mut inside = body
        .iter()
        .flat_map(|line| words(page, line).filter(|word| holds(strip, word)))
        .peekable();
    inside.peek().is_some() && inside.all(|word| matches!(page.letters(word), "Rp" | "Rp."))
}

/// Edges of the columns: the middle of the free strips.
fn edges(columns: &[(Unit, Unit)]) -> Vec<Unit> {
    let mut out: Vec<Unit> = columns.first().map(|(x, _)| *x).into_iter().collect();
    out.extend(columns.windows(2).filter_map(|pair| match pair {
        [left, right] => Some(left.1.midpoint(right.0)),
        _ => None,
    }));
    out.extend(columns.last().map(|(_, end)| *end));
    out
}

fn column(edges: &[Unit], word: &Word) -> usize {
    let inner = edges
        .get(1..edges.len().saturating_sub(1))
        .unwrap_or_default();
    inner.partition_point(|edge| *edge <= word.centre())
}

/// How many columns a line has words in.
fn spread(page: &Page, line: &Line, edges: &[Unit]) -> usize {
    let mut seen: Vec<usize> = words(page, line).map(|word| column(edges, word)).collect();
    seen.sort_unstable();
    seen.dedup();
    seen.len()
}

/// Whether a line above the rows is one of their heads.
fn is_head(page: &Page, line: &Line, below: &Line, edges: &[Unit]) -> bool {
    let text = line.text(page);
    let apart = {
        let all: Vec<&Word> = words(page, line).collect();
        all.windows(2)
            .any(|pair| matches!(pair, [a, b] if b.x - a.end > line.size * 4 / 10))
    };
    below.y - line.y <= line.size * 22 / 10
        && !is_caption(&text)
        && !is_chapter(&text)
        && !is_ended(text.trim_end_matches(')'))
        && line.words.len() <= WORDS
        && (apart || line.bold)
        && spread(page, line, edges) >= 2
}

/// Whether a line is the rest of the label of the row above it.
fn goes_on(page: &Page, line: &Line, above: &Line, edges: &[Unit]) -> bool {
    let text = line.text(page);
    let first = words(page, line).next();
    line.y - above.y <= line.size * 14 / 10
        && spread(page, line, edges) == 1
        && first.is_some_and(|word| sign(page.letters(word)).is_none())
        && !is_caption(&text)
        && !is_ended(&text)
        && text.chars().next().is_some_and(char::is_lowercase)
}

fn build(page: &Page, cells: &[Vec<Vec<usize>>], edges: &[Unit]) -> Table {
    let mut grid = Grid {
        rows: cells.len(),
        columns: edges.len() - 1,
        ..Grid::default()
    };
    let (mut top, mut bottom) = (Unit::MAX, Unit::MIN);
    for (row, columns) in cells.iter().enumerate() {
        for (column, inside) in columns.iter().enumerate() {
            for word in inside.iter().filter_map(|at| page.words.get(*at)) {
                top = top.min(word.y - word.size * 4 / 5);
                bottom = bottom.max(word.y);
            }
            let x = edges.get(column).copied().unwrap_or(0);
            grid.cells.push(GridCell {
                row,
                column,
                rowspan: 1,
                colspan: 1,
                // Nobody knows how wide the cell is, so its lines are one paragraph.
                passage: cell_text(page, &gather(page, inside), x, 0),
            });
        }
    }
    Table {
        grid,
        frame: Frame {
            x: edges.first().copied().unwrap_or(0),
            y: top,
            end: edges.last().copied().unwrap_or(0),
            bottom,
        },
        xs: edges.to_vec(),
    }
}
