//! A table as read.

use super::{Passage, Place};

/// A table as read: cells on a grid. Its caption is a paragraph beside it, in every format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// Rows that the format itself marks as heading; 0 where it marks none.
    pub head_rows: usize,
    /// Number of rows.
    pub rows: usize,
    /// Number of columns.
    pub columns: usize,
    /// The cells, row by row; a cell that covers several places stands at its upper left one.
    pub cells: Vec<GridCell>,
}

/// A cell as read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GridCell {
    /// Row, from 0.
    pub row: usize,
    /// Column, from 0.
    pub column: usize,
    /// Columns that it covers (at least 1).
    pub colspan: usize,
    /// Rows that it covers (at least 1).
    pub rowspan: usize,
    /// Its words; several paragraphs are joined with a line feed.
    pub passage: Passage,
}

impl Grid {
    /// The index of the cell that covers a place of the grid.
    #[must_use]
    pub fn covering(&self, row: usize, column: usize) -> Option<usize> {
        // Cells stand row by row, so nothing that covers the place stands behind it.
        let end = self
            .cells
            .partition_point(|cell| (cell.row, cell.column) <= (row, column));
        self.cells[..end].iter().rposition(|cell| {
            row < cell.row + cell.rowspan.max(1)
                && column >= cell.column
                && column < cell.column + cell.colspan.max(1)
        })
    }

    /// The indexes of the cells that begin in a row.
    #[must_use]
    pub fn row(&self, row: usize) -> std::ops::Range<usize> {
        // Cells stand row by row.
        let start = self.cells.partition_point(|cell| cell.row < row);
        let end = self.cells.partition_point(|cell| cell.row <= row);
        start..end
    }

    /// Where the table begins.
    #[must_use]
    pub fn place(&self) -> Place {
        self.cells
            .iter()
            .find(|cell| !cell.passage.origins.is_empty())
            .map_or_else(Place::default, |cell| cell.passage.place(0))
    }
}
