//! Tables of HTML; those inside of a cell belong to the words of the cell.

use crate::source::layout::Layout;
use crate::source::{Grid, Origin, Passage, Place};

/// The table that is open, if any.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// Tables inside of each other.
    depth: usize,
    layout: Layout,
    cell: Option<(usize, usize, Place)>,
    in_head: bool,
    in_row: bool,
    /// Whether only heading cells stand in the row.
    heading: bool,
    head_rows: usize,
    cut: bool,
}

impl Tables {
    pub(super) fn is_open(&self) -> bool {
        self.depth > 0
    }

    pub(super) fn in_cell(&self) -> bool {
        self.cell.is_some()
    }

    pub(super) fn open(&mut self) {
        self.depth += 1;
    }

    pub(super) fn head(&mut self, inside: bool) {
        if self.depth == 1 {
            self.in_head = inside;
        }
    }

    pub(super) fn row(&mut self) {
        if self.depth == 1 && self.cell.is_none() {
            self.layout.row();
            self.in_row = true;
            self.heading = true;
        }
    }

    pub(super) fn end_row(&mut self) {
        let row = self.layout.rows();
        if self.depth == 1
            && self.in_row
            && row == self.head_rows + 1
            && (self.in_head || self.heading)
        {
            self.head_rows = row;
        }
        if self.depth == 1 {
            self.in_row = false;
        }
    }

    /// Begins a cell; false where it is part of the cell of another table.
    pub(super) fn cell(&mut self, spans: (usize, usize), heading: bool, place: Place) -> bool {
        if self.depth != 1 {
            return false;
        }
        if !self.in_row {
            self.row();
        }
        self.heading &= heading;
        self.cell = Some((spans.0, spans.1, place));
        true
    }

    pub(super) fn end_cell(&mut self, mut words: Passage) {
        if self.depth != 1 {
            return;
        }
        if let Some((colspan, rowspan, place)) = self.cell.take() {
            if words.origins.is_empty() {
                words.origins.push(Origin { start: 0, place });
            }
            self.cut |= !self.layout.cell(colspan, rowspan, words);
        }
    }

    /// Ends a table; gives the outermost, and whether something of it was left out.
    pub(super) fn close(&mut self) -> Option<(Grid, bool)> {
        self.depth = self.depth.saturating_sub(1);
        if self.depth > 0 {
            return None;
        }
        self.end_row();
        let table = std::mem::take(self);
        // A table whose every row is a heading has none.
        let head = if table.head_rows < table.layout.rows() {
            table.head_rows
        } else {
            0
        };
        Some((table.layout.finish(head), table.cut))
    }
}
