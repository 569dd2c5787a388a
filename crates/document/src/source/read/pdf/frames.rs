//! Tables that are ruled: lines across and down make a grid, and a missing stretch of a line makes a cell that covers more.

use std::collections::HashMap;

use super::page::{Frame, POINT, Page, Rule, Unit};

/// Lines closer than this are one, and a line ends on another that is this near.
const NEAR: Unit = 3 * POINT;
/// A page with more lines than this, after joining, is a drawing.
const MAX_LINES: usize = 3_000;
/// Places of one grid.
const MAX_PLACES: usize = 60_000;

/// A ruled grid.
#[derive(Debug, Clone)]
pub(super) struct Ruled {
    /// Edges of columns.
    pub xs: Vec<Unit>,
    /// Edges of rows.
    pub ys: Vec<Unit>,
    /// For each place, row by row, the cell that covers it.
    pub covering: Vec<usize>,
    pub cells: Vec<Span>,
    /// Places that do not belong to any rectangle: a drawing has many.
    pub ragged: usize,
}

/// The places that a cell covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub row: usize,
    pub column: usize,
    pub rows: usize,
    pub columns: usize,
}

impl Ruled {
    pub(super) fn frame(&self) -> Frame {
        Frame {
            x: self.xs.first().copied().unwrap_or(0),
            end: self.xs.last().copied().unwrap_or(0),
            y: self.ys.first().copied().unwrap_or(0),
            bottom: self.ys.last().copied().unwrap_or(0),
        }
    }

    /// The cell at a spot of the page.
    pub(super) fn cell(&self, x: Unit, y: Unit) -> Option<usize> {
        if !self.frame().holds(x, y) {
            return None;
        }
        let column = self.xs.partition_point(|edge| *edge <= x).checked_sub(1)?;
        let row = self.ys.partition_point(|edge| *edge <= y).checked_sub(1)?;
        let columns = self.xs.len() - 1;
        self.covering
            .get(row.min(self.ys.len() - 2) * columns + column.min(columns - 1))
            .copied()
    }
}

/// The ruled grids of a page, from the top down.
pub(super) fn find(page: &Page) -> Vec<Ruled> {
    let across = join(&page.rules, false);
    let down = join(&page.rules, true);
    if across.len() > MAX_LINES || down.len() > MAX_LINES {
        return Vec::new();
    }
    let mut group: Vec<usize> = (0..across.len() + down.len()).collect();
    for (i, h) in across.iter().enumerate() {
        for (j, v) in down.iter().enumerate() {
            if h.from - NEAR <= v.at
                && v.at <= h.to + NEAR
                && v.from - NEAR <= h.at
                && h.at <= v.to + NEAR
            {
                let (a, b) = (root(&mut group, i), root(&mut group, across.len() + j));
                group[a] = b;
            }
        }
    }
    let mut parts: HashMap<usize, (Vec<Rule>, Vec<Rule>)> = HashMap::new();
    for (i, h) in across.iter().enumerate() {
        parts.entry(root(&mut group, i)).or_default().0.push(*h);
    }
    for (j, v) in down.iter().enumerate() {
        let at = root(&mut group, across.len() + j);
        parts.entry(at).or_default().1.push(*v);
    }
    let mut grids: Vec<Ruled> = parts
        .into_values()
        .filter_map(|(across, down)| grid(&across, &down))
        .collect();
    grids.sort_by_key(|grid| (grid.frame().y, grid.frame().x));
    grids
}

/// Joins lines that lie on one another or meet end to end.
fn join(rules: &[Rule], upright: bool) -> Vec<Rule> {
    let mut lines: Vec<Rule> = rules
        .iter()
        .filter(|rule| rule.upright == upright)
        .copied()
        .collect();
    lines.sort_by_key(|rule| (rule.at, rule.from));
    // Neighbours in height are brought to one height first, so that they can be joined end to end.
    let mut level = lines.first().map_or(0, |line| line.at);
    for line in &mut lines {
        if line.at - level > NEAR / 2 {
            level = line.at;
        }
        line.at = level;
    }
    lines.sort_by_key(|rule| (rule.at, rule.from));
    let mut out: Vec<Rule> = Vec::new();
    for line in lines {
        match out.last_mut() {
            Some(last) if last.at == line.at && line.from <= last.to + NEAR => {
                last.to = last.to.max(line.to);
            }
            _ => out.push(line),
        }
    }
    out
}

fn root(group: &mut [usize], mut at: usize) -> usize {
    while group[at] != at {
        group[at] = group[group[at]];
        at = group[at];
    }
    at
}

/// Distinct values, those that are near taken together.
fn edges(mut values: Vec<Unit>) -> Vec<Unit> {
    values.sort_unstable();
    let mut out: Vec<Unit> = Vec::new();
    for value in values {
        if out.last().is_none_or(|last| value - last > NEAR) {
            out.push(value);
        }
    }
    out
}

fn nearest(edges: &[Unit], at: Unit) -> Option<usize> {
    let i = edges.partition_point(|edge| *edge < at - NEAR);
    edges
        .get(i)
        .filter(|edge| (**edge - at).abs() <= NEAR)
        .map(|_| i)
}

fn grid(across: &[Rule], down: &[Rule]) -> Option<Ruled> {
    if across.len() + down.len() < 3 || across.is_empty() || down.is_empty() {
        return None;
    }
    // A table may be open at its sides: then the ends of its lines are its edges.
    let xs = edges(down.iter().map(|v| v.at).chain(ends(across)).collect());
    let ys = edges(across.iter().map(|h| h.at).chain(ends(down)).collect());
    let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
    if columns == 0 || rows == 0 || columns.checked_mul(rows)? > MAX_PLACES || columns * rows < 2 {
        return None;
    }
    let walls = Walls::new(down, &xs, &ys);
    let floors = Walls::new(across, &ys, &xs);
    let mut group: Vec<usize> = (0..rows * columns).collect();
    for row in 0..rows {
        for column in 0..columns {
            let here = row * columns + column;
            if column + 1 < columns && !walls.stands(column + 1, row) {
                let (a, b) = (root(&mut group, here), root(&mut group, here + 1));
                group[a.max(b)] = a.min(b);
            }
            if row + 1 < rows && !floors.stands(row + 1, column) {
                let (a, b) = (root(&mut group, here), root(&mut group, here + columns));
                group[a.max(b)] = a.min(b);
            }
        }
    }
    Some(cells(xs, ys, &mut group))
}

fn ends(rules: &[Rule]) -> impl Iterator<Item = Unit> {
    let first = rules.iter().map(|rule| rule.from).min();
    let last = rules.iter().map(|rule| rule.to).max();
    first.into_iter().chain(last)
}

/// Where along each edge a line is drawn.
struct Walls {
    /// For each edge, whether each stretch between two crossing edges is drawn.
    drawn: Vec<Vec<bool>>,
}

impl Walls {
    fn new(rules: &[Rule], edges: &[Unit], crossing: &[Unit]) -> Self {
        let stretches = crossing.len().saturating_sub(1);
        let mut drawn = vec![vec![false; stretches]; edges.len()];
        for rule in rules {
            let Some(marks) = nearest(edges, rule.at).and_then(|i| drawn.get_mut(i)) else {
                continue;
            };
            for (mark, pair) in marks.iter_mut().zip(crossing.windows(2)) {
                let middle = pair[0].midpoint(pair[1]);
                *mark |= rule.from <= middle && middle <= rule.to;
            }
        }
        Self { drawn }
    }

    fn stands(&self, edge: usize, stretch: usize) -> bool {
        self.drawn
            .get(edge)
            .and_then(|marks| marks.get(stretch))
            .copied()
            .unwrap_or_default()
    }
}

/// Turns groups of places into cells; a group that is not a rectangle falls apart into its places.
fn cells(xs: Vec<Unit>, ys: Vec<Unit>, group: &mut [usize]) -> Ruled {
    let columns = xs.len() - 1;
    let mut boxes: HashMap<usize, (usize, usize, usize, usize, usize)> = HashMap::new();
    for at in 0..group.len() {
        let (row, column) = (at / columns, at % columns);
        let entry = boxes
            .entry(root(group, at))
            .or_insert((row, column, row, column, 0));
        *entry = (
            entry.0.min(row),
            entry.1.min(column),
            entry.2.max(row),
            entry.3.max(column),
            entry.4 + 1,
        );
    }
    let (mut covering, mut spans) = (vec![usize::MAX; group.len()], Vec::new());
    let mut ragged = 0;
    for at in 0..group.len() {
        if covering[at] != usize::MAX {
            continue;
        }
        let (row, column) = (at / columns, at % columns);
        let (top, left, bottom, right, count) = boxes[&root(group, at)];
        let whole = (bottom - top + 1) * (right - left + 1) == count;
        ragged += usize::from(!whole);
        let span = if whole {
            Span {
                row: top,
                column: left,
                rows: bottom - top + 1,
                columns: right - left + 1,
            }
        } else {
            Span {
                row,
                column,
                rows: 1,
                columns: 1,
            }
        };
        for r in span.row..span.row + span.rows {
            for c in span.column..span.column + span.columns {
                covering[r * columns + c] = spans.len();
            }
        }
        spans.push(span);
    }
    Ruled {
        xs,
        ys,
        covering,
        cells: spans,
        ragged,
    }
}
