//! Tables as data: every row complete, words fitted to their columns.

use serde_json::{Value, json};

use super::Writer;
use crate::fonts::sans_width;
use crate::pdf::text::{clean, is_figure};
use crate::targets::Place;
use crate::tree::*;

/// Sizes of table text in tenths of a point, the wished one first.
const SIZES: [u32; 6] = [90, 85, 80, 75, 70, 65];
/// A table with more columns than this stands closer.
const CLOSE_COLUMNS: usize = 8;
/// A row with more lines than this may break across pages.
const UNBROKEN_LINES: u32 = 14;
/// A table with fewer lines than this stays on one page.
const SHORT_LINES: u64 = 18;

impl Writer {
    pub(super) fn table(&mut self, table: &Table) -> Value {
        let columns = columns(table);
        let size = match table.rules {
            Rules::Grid => self.fitting_size(table, &columns),
            Rules::None => super::BODY_SIZE * 10,
        };
        let captioned = table.caption.is_some();
        if captioned {
            self.tables += 1;
        }
        let head = self.rows(&table.head, &columns, size, true);
        let body = self.rows(&table.body, &columns, size, false);
        let lines = |rows: &[Value]| {
            rows.iter()
                .filter_map(|row| row["lines"].as_u64())
                .sum::<u64>()
        };
        json!({
            "kind": "table",
            "number": self.tables.to_string(),
            "label": captioned.then(|| super::label(Place::Table(self.tables))),
            "caption": table.caption.as_ref().map(|caption| self.run(caption)),
            "columns": columns.iter().map(|column| column.width).collect::<Vec<_>>(),
            "ruled": table.rules == Rules::Grid,
            "size": format!("{}.{}", size / 10, size % 10),
            "inset": inset(&columns),
            "short": lines(&head) + lines(&body) <= SHORT_LINES,
            "head": head,
            "body": body,
            "source": table.source.as_ref().map(|source| self.run(source)),
        })
    }

    /// Width of a cell's words in thousandths of an em at `size`.
    fn cell_room(&self, columns: &[TableColumn], at: usize, span: usize, size: u32) -> u32 {
        let share = |columns: &[TableColumn]| {
            columns
                .iter()
                .map(|column| u32::from(column.width))
                .sum::<u32>()
        };
        let width = self.room * share(&columns[at..at + span]) / share(columns).max(1);
        width.saturating_sub(inset(columns)).max(8) * 10_000 / size
    }

    /// The largest size at which every amount keeps to one line; amounts are never broken.
    fn fitting_size(&self, table: &Table, columns: &[TableColumn]) -> u32 {
        let fits = |size: u32| {
            [&table.head, &table.body].into_iter().all(|rows| {
                placed(rows, columns.len())
                    .iter()
                    .flatten()
                    .all(|(at, span, _, cell)| {
                        let room = self.cell_room(columns, *at, *span, size);
                        let text = cell
                            .map(|cell| plain_text(&cell.content))
                            .unwrap_or_default();
                        text.split_whitespace()
                            .filter(|word| is_figure(word))
                            .all(|word| bold_width(word) <= room)
                    })
            })
        };
        SIZES
            .into_iter()
            .find(|size| fits(*size))
            .unwrap_or(SIZES[SIZES.len() - 1])
    }

    fn rows(&self, rows: &[Row], columns: &[TableColumn], size: u32, head: bool) -> Vec<Value> {
        let placed = placed(rows, columns.len());
        rows.iter()
            .zip(&placed)
            .map(|(row, cells)| {
                let mut lines = 1;
                let cells: Vec<_> = cells
                    .iter()
                    .map(|&(at, colspan, rowspan, cell)| {
                        let room = self.cell_room(columns, at, colspan, size);
                        let content = cell.map(|cell| cell.content.as_slice()).unwrap_or_default();
                        lines = lines.max(sans_width(&plain_text(content)) / room.max(1) + 1);
                        // A group's title begins at the left, whatever its first column holds.
                        let column = match row.kind {
                            RowKind::Group => Align::Left,
                            _ => columns[at].align,
                        };
                        let align = cell.and_then(|cell| cell.align).unwrap_or(column);
                        json!({
                            "colspan": colspan,
                            "rowspan": rowspan,
                            "align": match align {
                                Align::Left => "left",
                                Align::Centre => "center",
                                Align::Right => "right",
                            },
                            "own": cell.is_some_and(|cell| cell.align.is_some()),
                            "content": self.run_within(content, room, &bold_width),
                        })
                    })
                    .collect();
                json!({
                    "cells": cells,
                    "strong": head || row.kind != RowKind::Normal,
                    "tint": match row.kind {
                        _ if head => "head",
                        RowKind::Normal => "plain",
                        RowKind::Total => "total",
                        RowKind::Group => "group",
                    },
                    "lines": lines,
                    "breakable": lines > UNBROKEN_LINES,
                })
            })
            .collect()
    }
}

/// Space left and right of a cell's words together, in points.
fn inset(columns: &[TableColumn]) -> u32 {
    if columns.len() > CLOSE_COLUMNS { 5 } else { 9 }
}

/// Words are measured as if bold, which every head and total is.
fn bold_width(word: &str) -> u32 {
    sans_width(&clean(word)).saturating_mul(107) / 100
}

/// The columns, and one more for each cell that a row has too many, so that no word is lost.
fn columns(table: &Table) -> Vec<TableColumn> {
    let cells = table
        .head
        .iter()
        .chain(&table.body)
        .map(|row| row.cells.len())
        .max()
        .unwrap_or(0);
    let extra = TableColumn {
        width: 1,
        align: Align::Left,
    };
    let mut columns: Vec<_> = table
        .columns
        .iter()
        .map(|column| TableColumn {
            width: column.width.max(1),
            ..*column
        })
        .collect();
    columns.resize(columns.len().max(cells).max(1), extra);
    columns
}

/// A cell's first column, its spans, and the cell itself; none for one that the row owes.
type Placed<'a> = (usize, usize, usize, Option<&'a Cell>);

/// Places each cell of each row. A short row is filled up and a span that leaves the table is cut,
/// because the typesetter would otherwise let cells slip into the next row.
fn placed(rows: &[Row], columns: usize) -> Vec<Vec<Placed<'_>>> {
    // Rows still covered in each column by a cell from above.
    let mut covered = vec![0_usize; columns];
    let mut result = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let mut cells = row.cells.iter();
        let mut line = Vec::new();
        let mut at = 0;
        while at < columns {
            if covered[at] > 0 {
                covered[at] -= 1;
                at += 1;
                continue;
            }
            let cell = cells.next();
            let free = covered[at..].iter().take_while(|rows| **rows == 0).count();
            // A span that is too wide leaves room for the cells that follow it.
            let widest = free.saturating_sub(cells.len()).max(1);
            let colspan = cell
                .map_or(1, |cell| usize::from(cell.colspan.max(1)))
                .min(widest);
            let rowspan = cell
                .map_or(1, |cell| usize::from(cell.rowspan.max(1)))
                .min(rows.len() - index);
            covered[at..at + colspan].fill(rowspan - 1);
            line.push((at, colspan, rowspan, cell));
            at += colspan;
        }
        result.push(line);
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_row_is_filled_and_a_wide_span_is_cut() {
        let rows = [
            Row::new(vec![Cell::text("a").down(2), Cell::text("b").across(9)]),
            Row::new(vec![Cell::text("c")]),
        ];
        let placed = placed(&rows, 3);
        let spans = |line: &[Placed<'_>]| {
            line.iter()
                .map(|cell| (cell.0, cell.1, cell.2))
                .collect::<Vec<_>>()
        };
        assert_eq!(spans(&placed[0]), [(0, 1, 2), (1, 2, 1)]);
        assert_eq!(spans(&placed[1]), [(1, 1, 1), (2, 1, 1)]);
    }
}
