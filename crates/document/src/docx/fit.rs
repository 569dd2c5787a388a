//! Chooses the letters of a table: the largest at which every amount keeps to one line.

use super::grid::{Slot, place};
use crate::fonts::sans_width;
use crate::tree::{Row, plain_text};

/// A size of table letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letters {
    /// In half points.
    size: u32,
    /// Space at each side of a cell, in twentieths of a point.
    pub(super) margin: u32,
    /// Styles of head and body cells.
    pub(super) head: &'static str,
    pub(super) body: &'static str,
}

/// The sizes, the wished one first.
pub(super) const SIZES: [Letters; 3] = [
    Letters {
        size: 18,
        margin: 85,
        head: "TableHead",
        body: "TableText",
    },
    Letters {
        size: 16,
        margin: 60,
        head: "TableHeadSmall",
        body: "TableTextSmall",
    },
    Letters {
        size: 14,
        margin: 36,
        head: "TableHeadTiny",
        body: "TableTextTiny",
    },
];

/// The letters of a table without lines, which is set like the text around it.
pub(super) const OPEN: Letters = Letters {
    size: 22,
    margin: 57,
    head: "TableHead",
    body: "Plain",
};

/// A row of more lines than this may break across pages.
const UNBROKEN_LINES: u32 = 14;

/// The letters for these rows on columns of these widths.
pub(super) fn letters(rows: [&[Row]; 2], widths: &[u32]) -> Letters {
    let mut step = 0;
    for slot in rows
        .iter()
        .flat_map(|rows| place(rows, widths.len()))
        .flatten()
    {
        let Slot::Cell {
            cell, column, span, ..
        } = slot
        else {
            continue;
        };
        let room: u32 = widths.iter().skip(column).take(span).sum();
        for word in plain_text(&cell.content)
            .split_whitespace()
            .filter(|word| is_amount(word))
        {
            while step + 1 < SIZES.len() && !fits(word, room, SIZES[step]) {
                step += 1;
            }
        }
    }
    SIZES[step]
}

/// Whether a row is so tall that it may break across pages.
pub(super) fn is_tall(slots: &[Slot<'_>], widths: &[u32], letters: Letters) -> bool {
    full_lines(slots, widths, letters) > UNBROKEN_LINES
}

/// Lines that the longest cell of a row fills, the last one left out.
pub(super) fn full_lines(slots: &[Slot<'_>], widths: &[u32], letters: Letters) -> u32 {
    let lines = slots.iter().filter_map(|slot| {
        let Slot::Cell {
            cell, column, span, ..
        } = slot
        else {
            return None;
        };
        let room: u32 = widths.iter().skip(*column).take(*span).sum();
        let room = room.saturating_sub(2 * letters.margin).max(200);
        Some(sans_width(&plain_text(&cell.content)).saturating_mul(letters.size) / 100 / room)
    });
    lines.max().unwrap_or(0)
}

fn is_amount(word: &str) -> bool {
    word.len() <= 28 && word.bytes().any(|byte| byte.is_ascii_digit())
}

/// Measured as if bold, which heads and totals are; a half point is ten units of the room.
fn fits(word: &str, room: u32, letters: Letters) -> bool {
    sans_width(word) * 107 / 100 * letters.size / 100 <= room.saturating_sub(2 * letters.margin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Cell;

    #[test]
    fn an_amount_that_would_break_is_set_smaller() {
        let rows = [Row::new(vec![Cell::text("123.456.789")])];
        assert_eq!(letters([&[], &rows], &[2_000]), SIZES[0]);
        assert_eq!(letters([&[], &rows], &[1_100]), SIZES[1]);
        assert_eq!(letters([&[], &rows], &[400]), SIZES[2]);
    }
}
