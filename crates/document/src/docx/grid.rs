//! Places cells on a table's grid: Word wants a cell in every place, also where a span from above covers it.

use crate::tree::{Cell, Row};

/// One place on a row.
pub(super) enum Slot<'a> {
    /// A cell; `opens` where it goes on in the row below.
    Cell {
        cell: &'a Cell,
        column: usize,
        span: usize,
        opens: bool,
    },
    /// The continuation of a cell from above.
    Below { column: usize, span: usize },
    /// Nothing was given for this place.
    Empty { column: usize },
}

/// How many columns the widest row needs, at least `columns`.
pub(super) fn breadth(rows: &[Row], columns: usize) -> usize {
    place(rows, columns)
        .iter()
        .flatten()
        .map(end)
        .max()
        .unwrap_or(0)
        .max(columns)
}

fn end(slot: &Slot<'_>) -> usize {
    match slot {
        Slot::Cell { column, span, .. } | Slot::Below { column, span } => column + span,
        Slot::Empty { column } => column + 1,
    }
}

/// Places the rows on a grid of `columns`; a short row is filled, a long one runs past the edge.
pub(super) fn place(rows: &[Row], columns: usize) -> Vec<Vec<Slot<'_>>> {
    // What covers a column from above: rows still to cover and the span, noted at the span's first column.
    let mut covered: Vec<(usize, usize)> = vec![(0, 0); columns];
    let last = rows.len();
    rows.iter()
        .enumerate()
        .map(|(at, row)| {
            let mut slots = Vec::with_capacity(row.cells.len());
            let mut cells = row.cells.iter();
            let mut column = 0;
            loop {
                if let Some((rows_left, span)) = covered
                    .get_mut(column)
                    .filter(|(rows_left, _)| *rows_left > 0)
                {
                    *rows_left -= 1;
                    slots.push(Slot::Below {
                        column,
                        span: *span,
                    });
                    column += *span;
                } else if let Some(cell) = cells.next() {
                    // A span reaches neither past the table's edges nor over a cell from above.
                    let down = usize::from(cell.rowspan.max(1)).min(last - at);
                    let wanted =
                        usize::from(cell.colspan.max(1)).min(columns.saturating_sub(column).max(1));
                    let free = (column + 1..column + wanted)
                        .take_while(|next| {
                            covered
                                .get(*next)
                                .is_none_or(|(rows_left, _)| *rows_left == 0)
                        })
                        .count();
                    let span = free + 1;
                    if covered.len() < column + span {
                        covered.resize(column + span, (0, 0));
                    }
                    covered[column] = (down - 1, span);
                    slots.push(Slot::Cell {
                        cell,
                        column,
                        span,
                        opens: down > 1,
                    });
                    column += span;
                } else if column < columns {
                    slots.push(Slot::Empty { column });
                    column += 1;
                } else if column < covered.len() {
                    column += 1;
                } else {
                    break;
                }
            }
            slots
        })
        .collect()
}

/// Shares a width out so that the parts sum to it exactly.
pub(super) fn share_out(width: u32, shares: &[u16]) -> Vec<u32> {
    let total: u64 = shares.iter().map(|share| u64::from(*share).max(1)).sum();
    let mut sum = 0_u64;
    let mut given = 0_u32;
    shares
        .iter()
        .map(|share| {
            sum += u64::from(*share).max(1);
            let edge = u32::try_from(u64::from(width) * sum / total).unwrap_or(width);
            let part = edge - given;
            given = edge;
            part
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_sum_to_the_width() {
        assert_eq!(share_out(100, &[1, 1, 1]).iter().sum::<u32>(), 100);
        assert_eq!(share_out(100, &[0, 0]), [50, 50]);
    }

    #[test]
    fn a_row_below_a_span_gets_a_continuation() {
        let rows = [
            Row::new(vec![Cell::text("a").down(2), Cell::text("b").across(2)]),
            Row::new(vec![Cell::text("c"), Cell::text("d")]),
        ];
        let placed = place(&rows, 3);
        assert!(matches!(placed[1][0], Slot::Below { column: 0, span: 1 }));
        assert!(matches!(placed[1][2], Slot::Cell { column: 2, .. }));
    }

    #[test]
    fn a_span_ends_with_the_table() {
        let rows = [Row::new(vec![
            Cell::text("a").across(u16::MAX).down(u16::MAX),
        ])];
        assert_eq!(breadth(&rows, 2), 2);
    }

    #[test]
    fn no_cell_of_a_row_that_is_too_long_is_lost() {
        let rows = [Row::new(vec![Cell::text("a"), Cell::text("b")])];
        assert_eq!(breadth(&rows, 1), 2);
    }
}
