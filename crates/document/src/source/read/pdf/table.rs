//! Tables: words go to the cells of a grid, and a table that goes on over the page becomes one.

use super::frames::Ruled;
use super::line::{Line, gather};
use super::page::{Frame, POINT, Page, Unit};
use super::writer::Writer;
use crate::source::{Grid, GridCell, Passage};

/// Columns of a table that goes on stand where they stood, give or take this.
const SAME: Unit = 4 * POINT;
/// A column narrower than this holds no letter.
const GAP: Unit = 6 * POINT;
/// Heads of more rows than this are not looked for on the next page.
const MAX_HEAD: usize = 6;

/// A table on a page.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub grid: Grid,
    pub frame: Frame,
    /// Edges of the columns.
    pub xs: Vec<Unit>,
}

/// Fills a ruled grid with the words that stand in it; none if it is a drawing rather than a table.
///
/// Words that were taken are marked.
pub(super) fn fill(page: &Page, ruled: &Ruled, taken: &mut [bool]) -> Option<Table> {
    let columns = ruled.xs.len() - 1;
    let mut inside: Vec<Vec<usize>> = vec![Vec::new(); ruled.cells.len()];
    let (mut all, mut astride) = (0_usize, 0_usize);
    for (at, word) in page.words.iter().enumerate() {
        let y = word.middle();
        if taken.get(at).copied().unwrap_or(true) {
            continue;
        }
        let Some(cell) = ruled.cell(word.centre(), y) else {
            continue;
        };
        let edge = word.size / 2;
        let side = |x| ruled.cell(x, y).is_some_and(|other| other != cell);
        all += 1;
        astride += usize::from(
            word.end - word.x > 2 * edge && (side(word.x + edge) || side(word.end - edge)),
        );
        if let Some(words) = inside.get_mut(cell) {
            words.push(at);
        }
    }
    let filled = inside.iter().filter(|words| !words.is_empty()).count();
    let scattered = ruled.ragged * 4 > ruled.covering.len();
    if columns < 2 || filled < 2 || astride * 5 > all || scattered {
        return None;
    }
    let mut grid = Grid {
        rows: ruled.ys.len() - 1,
        columns,
        ..Grid::default()
    };
    for (span, words) in ruled.cells.iter().zip(&inside) {
        for at in words {
            if let Some(taken) = taken.get_mut(*at) {
                *taken = true;
            }
        }
        let edge = |i: usize| ruled.xs.get(i).copied().unwrap_or(0);
        let width = edge(span.column + span.columns) - edge(span.column);
        grid.cells.push(GridCell {
            row: span.row,
            column: span.column,
            rowspan: span.rows,
            colspan: span.columns,
            passage: cell_text(page, &gather(page, words), edge(span.column), width),
        });
    }
    grid.cells.sort_by_key(|cell| (cell.row, cell.column));
    let mut table = Table {
        grid,
        frame: ruled.frame(),
        xs: ruled.xs.clone(),
    };
    drop_gaps(&mut table);
    Some(table)
}

/// The words of a cell; a line feed where a line was ended by hand.
pub(super) fn cell_text(page: &Page, lines: &[Line], x: Unit, width: Unit) -> Passage {
    let mut writer = Writer::default();
    // What every line keeps free at its left is kept free at the right too.
    let margin = lines
        .iter()
        .map(|line| line.x - x)
        .min()
        .unwrap_or(0)
        .clamp(0, 12 * POINT);
    let room = width - 2 * margin;
    let mut before: Option<&Line> = None;
    for line in lines {
        let first = line.words.first().and_then(|at| page.words.get(*at));
        if let (Some(last), Some(first)) = (before, first) {
            let fits = last.width() + last.size / 4 + (first.end - first.x) + last.size <= room;
            if fits || line.y - last.y > last.size.max(line.size) * 2 {
                writer.line_feed();
            }
        }
        for word in line.words.iter().filter_map(|at| page.words.get(*at)) {
            writer.word(page, word);
        }
        before = Some(line);
    }
    writer.finish()
}

/// Takes out columns that a double line makes: too narrow for a letter, and without one.
fn drop_gaps(table: &mut Table) {
    let grid = &mut table.grid;
    for column in (0..grid.columns).rev() {
        let narrow = table
            .xs
            .get(column..column + 2)
            .is_some_and(|edges| edges[1] - edges[0] < GAP);
        let begins = |cell: &GridCell| cell.column == column;
        if !narrow
            || grid.columns < 3
            || grid
                .cells
                .iter()
                .any(|cell| begins(cell) && (cell.colspan > 1 || !cell.passage.text.is_empty()))
        {
            continue;
        }
        grid.cells.retain(|cell| !begins(cell));
        for cell in &mut grid.cells {
            if cell.column > column {
                cell.column -= 1;
            } else if cell.column + cell.colspan > column {
                cell.colspan -= 1;
            }
        }
        grid.columns -= 1;
        table.xs.remove(column);
    }
}

/// Whether two tables have their columns in the same places.
pub(super) fn is_same_shape(left: &Table, right: &Table) -> bool {
    left.grid.columns == right.grid.columns
        && left.xs.len() == right.xs.len()
        && left
            .xs
            .iter()
            .zip(&right.xs)
            .all(|(a, b)| (a - b).abs() <= SAME)
}

/// Adds the part of a table that stands on the next page.
pub(super) fn go_on(table: &mut Table, next: Table) {
    let head = repeated(&table.grid, &next.grid);
    if head > 0 {
        table.grid.head_rows = table.grid.head_rows.max(head);
    }
    let mut rest = next.grid;
    rest.cells.retain(|cell| cell.row >= head);
    let row_goes_on = is_broken(&table.grid, &rest, head);
    let offset = table.grid.rows - usize::from(row_goes_on);
    for mut cell in rest.cells {
        cell.row = cell.row - head + offset;
        if row_goes_on && cell.row == offset {
            let last = table.grid.covering(offset, cell.column);
            if let Some(host) = last.and_then(|at| table.grid.cells.get_mut(at)) {
                let mut writer = Writer::resume(std::mem::take(&mut host.passage));
                writer.append(&cell.passage);
                host.passage = writer.finish();
                continue;
            }
        }
        table.grid.cells.push(cell);
    }
    table.grid.rows = offset + rest.rows - head;
    table.grid.cells.sort_by_key(|cell| (cell.row, cell.column));
    table.frame = next.frame;
}

/// How many rows at the top say the same in both.
fn repeated(grid: &Grid, next: &Grid) -> usize {
    let row = |grid: &Grid, row: usize| -> Vec<(usize, usize, String)> {
        grid.cells
            .iter()
            .skip_while(|cell| cell.row < row)
            .take_while(|cell| cell.row == row)
            .map(|cell| {
                (
                    cell.column,
                    cell.colspan,
                    cell.passage.text.replace('\n', " "),
                )
            })
            .collect()
    };
    (0..MAX_HEAD.min(grid.rows).min(next.rows.saturating_sub(1)))
        .take_while(|i| {
            let (left, right) = (row(grid, *i), row(next, *i));
            left == right && left.iter().any(|(_, _, text)| !text.is_empty())
        })
        .count()
}

/// Whether the first row on the new page is the rest of the last row on the old: every text in it goes on in small letters.
fn is_broken(grid: &Grid, rest: &Grid, head: usize) -> bool {
    let Some(last) = grid.rows.checked_sub(1).filter(|last| *last >= head) else {
        return false;
    };
    let texts: Vec<&GridCell> = rest
        .cells
        .iter()
        .filter(|cell| cell.row == head && !cell.passage.text.is_empty())
        .collect();
    !texts.is_empty()
        && texts.iter().all(|cell| {
            let begins = cell.passage.text.chars().next();
            cell.rowspan == 1
                && begins.is_some_and(char::is_lowercase)
                && !is_marked(&cell.passage.text)
                && grid
                    .covering(last, cell.column)
                    .and_then(|at| grid.cells.get(at))
                    .is_some_and(|above| !above.passage.text.is_empty())
        })
}

fn is_marked(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next();
    matches!(letters.next(), Some('.' | ')'))
}
