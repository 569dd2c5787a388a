//! Puts cells that cover several rows and columns in their places.

use std::collections::BTreeMap;

use super::{Grid, GridCell, Passage};

/// Columns beyond these are left out: nobody prints them, and a hostile file could ask for billions.
const MOST_COLUMNS: usize = 512;
/// Rows that one cell may cover.
const MOST_ROWS: usize = 10_000;

/// A grid that is filled cell by cell, row by row, where the cells of a row are told without those that cover it.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    cells: Vec<GridCell>,
    rows: usize,
    columns: usize,
    column: usize,
    /// For a column, the first row that is no longer covered from above.
    covered: BTreeMap<usize, usize>,
}

impl Layout {
    /// Begins a row.
    pub(crate) fn row(&mut self) {
        self.rows += 1;
        self.column = 0;
    }

    /// Adds a cell to the row; false where there is no room for it.
    pub(crate) fn cell(&mut self, colspan: usize, rowspan: usize, passage: Passage) -> bool {
        if self.rows == 0 {
            self.row();
        }
        let row = self.rows - 1;
        while self
            .covered
            .get(&self.column)
            .is_some_and(|free| *free > row)
        {
            self.column += 1;
        }
        if self.column >= MOST_COLUMNS {
            return false;
        }
        let colspan = colspan.clamp(1, MOST_COLUMNS - self.column);
        let rowspan = rowspan.clamp(1, MOST_ROWS);
        if rowspan > 1 {
            for column in self.column..self.column + colspan {
                self.covered.insert(column, row + rowspan);
            }
        }
        self.cells.push(GridCell {
            row,
            column: self.column,
            colspan,
            rowspan,
            passage,
        });
        self.column += colspan;
        self.columns = self.columns.max(self.column);
        true
    }

    /// Rows so far.
    #[cfg(feature = "read")]
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// The grid; a cell that would cover more rows than there are ends with the last one.
    pub(crate) fn finish(mut self, head_rows: usize) -> Grid {
        for cell in &mut self.cells {
            cell.rowspan = cell.rowspan.min(self.rows - cell.row).max(1);
        }
        Grid {
            head_rows: head_rows.min(self.rows),
            rows: self.rows,
            columns: self.columns,
            cells: self.cells,
        }
    }
}
