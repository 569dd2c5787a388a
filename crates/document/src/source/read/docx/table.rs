//! A table while it is read.

use super::build::Found;
use super::words::join;
use crate::source::{Grid, GridCell, Passage, Piece};

/// Most columns; Word allows 63.
const COLUMNS: usize = 63;

/// How a cell is merged with the one above.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Merge {
    #[default]
    None,
    Begins,
    Continues,
}

#[derive(Debug, Default)]
struct Cell {
    row: usize,
    column: usize,
    colspan: usize,
    rowspan: usize,
    found: Vec<Found>,
}

#[derive(Debug, Default)]
struct Current {
    colspan: usize,
    merge: Merge,
    found: Vec<Found>,
}

/// A table while it is read.
#[derive(Debug, Default)]
pub(super) struct Table {
    cells: Vec<Cell>,
    rows: usize,
    columns: usize,
    head_rows: usize,
    /// For each column, the cell that goes on downwards.
    open: Vec<Option<usize>>,
    current: Option<Current>,
    column: usize,
    row_cells: usize,
    /// Cells above that this row prolongs.
    prolonged: Vec<usize>,
    row_is_head: bool,
    row_is_deleted: bool,
    /// What is told after the table: tables within it, notes, pictures.
    pub(super) after: Vec<Found>,
}

impl Table {
    pub(super) fn begin_row(&mut self) {
        self.column = 0;
        self.row_cells = self.cells.len();
        self.prolonged.clear();
        self.row_is_head = false;
        self.row_is_deleted = false;
    }

    pub(super) fn row_is_head(&mut self, is: bool) {
        self.row_is_head = is;
    }

    pub(super) fn row_is_deleted(&mut self) {
        self.row_is_deleted = true;
    }

    /// Places before the first cell of the row that no cell covers.
    pub(super) fn skip(&mut self, columns: u32) {
        self.column = bounded(columns);
    }

    pub(super) fn begin_cell(&mut self) {
        self.current = Some(Current {
            colspan: 1,
            ..Current::default()
        });
    }

    pub(super) fn span(&mut self, columns: u32) {
        if let Some(cell) = &mut self.current {
            cell.colspan = bounded(columns).max(1);
        }
    }

    pub(super) fn merge(&mut self, merge: Merge) {
        if let Some(cell) = &mut self.current {
            cell.merge = merge;
        }
    }

    /// Takes something that stands in the open cell; tables, notes and pictures are told after the table.
    pub(super) fn take(&mut self, found: Found) {
        let words = matches!(
            found.piece,
            Piece::Paragraph(_) | Piece::Heading { .. } | Piece::Item { .. }
        );
        match &mut self.current {
            Some(cell) if words => cell.found.push(found),
            _ => self.after.push(found),
        }
    }

    pub(super) fn end_cell(&mut self) {
        let Some(cell) = self.current.take() else {
            return;
        };
        let column = self.column;
        let colspan = cell.colspan.min(COLUMNS.saturating_sub(column).max(1));
        // Beyond the last column that Word allows, cells share it.
        self.column = (column + colspan).min(COLUMNS);
        self.columns = self.columns.max(column + colspan);
        if self.open.len() < self.column {
            self.open.resize(self.column, None);
        }
        let above = self.open.get(column).copied().flatten();
        if cell.merge == Merge::Continues
            && let Some(above) = above
        {
            // Word shows nothing of what stands in a cell that goes on from above.
            self.prolonged.push(above);
            return;
        }
        let index = self.cells.len();
        self.cells.push(Cell {
            row: self.rows,
            column,
            colspan,
            rowspan: 1,
            found: cell.found,
        });
        for (at, open) in self.open.iter_mut().enumerate().skip(column).take(colspan) {
            *open = (at == column && cell.merge != Merge::None).then_some(index);
        }
    }

    pub(super) fn end_row(&mut self) {
        if self.row_is_deleted {
            self.cells.truncate(self.row_cells);
            for open in &mut self.open {
                *open = open.filter(|index| *index < self.row_cells);
            }
            return;
        }
        for index in self.prolonged.drain(..) {
            if let Some(cell) = self.cells.get_mut(index) {
                cell.rowspan += 1;
            }
        }
        if self.row_is_head && self.head_rows == self.rows {
            self.head_rows += 1;
        }
        self.rows += 1;
    }

    /// What the table comes to; a frame of one cell is no table but what stands in it.
    pub(super) fn done(mut self) -> Vec<Found> {
        self.end_cell();
        let mut all = Vec::new();
        if self.cells.len() == 1 && self.rows == 1 {
            all.extend(self.cells.pop().into_iter().flat_map(|cell| cell.found));
        } else if !self.cells.is_empty() {
            all.push(Found::from(Piece::Grid(Grid {
                head_rows: self.head_rows,
                rows: self.rows,
                columns: self.columns,
                cells: self.cells.into_iter().map(finished).collect(),
            })));
        }
        all.append(&mut self.after);
        all
    }
}

fn finished(cell: Cell) -> GridCell {
    GridCell {
        row: cell.row,
        column: cell.column,
        colspan: cell.colspan,
        rowspan: cell.rowspan,
        passage: join(cell.found.into_iter().map(words).collect()),
    }
}

/// The words of a paragraph of a cell, with its automatic number before them.
fn words(found: Found) -> Passage {
    match found.piece {
        Piece::Item {
            marker, passage, ..
        } => super::build::marked(&marker, passage),
        Piece::Heading { passage, .. } | Piece::Paragraph(passage) => passage,
        _ => Passage::default(),
    }
}

fn bounded(columns: u32) -> usize {
    usize::try_from(columns).map_or(COLUMNS, |columns| columns.min(COLUMNS))
}
