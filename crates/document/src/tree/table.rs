//! Tables: columns, rows, cells.

use super::Inline;

/// A table. Every row of `head`, `body` has as many cells as there are `columns`, counting spans.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Name that references point to.
    pub anchor: Option<String>,
    /// Words of the caption, without "Tabel N"; none for a form's table, which is then not listed.
    pub caption: Option<Vec<Inline>>,
    /// Columns, left to right.
    pub columns: Vec<TableColumn>,
    /// Header rows, repeated on each page.
    pub head: Vec<Row>,
    /// Body rows.
    pub body: Vec<Row>,
    /// Small print below ("Sumber: ...").
    pub source: Option<Vec<Inline>>,
    /// Lines between cells.
    pub rules: Rules,
}

/// How a table is ruled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rules {
    /// All cells boxed (the form of official tables).
    #[default]
    Grid,
    /// No lines at all (name : value lists).
    None,
}

/// A table column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableColumn {
    /// Share of the width relative to the other columns.
    pub width: u16,
    /// Alignment of body cells.
    pub align: Align,
}

/// Horizontal alignment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// Flush left.
    #[default]
    Left,
    /// Centred.
    Centre,
    /// Flush right (amounts).
    Right,
}

/// A table row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// The cells, left to right; cells covered by a span are left out.
    pub cells: Vec<Cell>,
    /// What the row is for.
    pub kind: RowKind,
}

/// What a body row is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RowKind {
    /// An ordinary row.
    #[default]
    Normal,
    /// A total, set bold with a tint.
    Total,
    /// A group title across the table, set bold with a tint.
    Group,
}

/// A table cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its words.
    pub content: Vec<Inline>,
    /// Columns that it covers (at least 1).
    pub colspan: u16,
    /// Rows that it covers (at least 1).
    pub rowspan: u16,
    /// Alignment that departs from the column's.
    pub align: Option<Align>,
}

impl Cell {
    /// A cell that covers one column and one row.
    #[must_use]
    pub fn new(content: Vec<Inline>) -> Self {
        Self {
            content,
            colspan: 1,
            rowspan: 1,
            align: None,
        }
    }

    /// A cell of plain words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::new(vec![Inline::text(words)])
    }

    /// The same cell over several columns.
    #[must_use]
    pub fn across(mut self, columns: u16) -> Self {
        self.colspan = columns;
        self
    }

    /// The same cell over several rows.
    #[must_use]
    pub fn down(mut self, rows: u16) -> Self {
        self.rowspan = rows;
        self
    }

    /// The same cell with its own alignment.
    #[must_use]
    pub fn aligned(mut self, align: Align) -> Self {
        self.align = Some(align);
        self
    }
}

impl Row {
    /// An ordinary row.
    #[must_use]
    pub fn new(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            kind: RowKind::Normal,
        }
    }
}
