//! Claims about the PDF reader: our own reports come back whole, a page drawn by hand is understood, a hostile file ends in a note.

#![cfg(all(feature = "pdf", feature = "read"))]

#[path = "../common/mod.rs"]
mod common;
mod drawn;
mod hostile;
mod ours;
mod unruled;

use document::source::read::read;
use document::source::{Grid, Piece, Source};

/// Reads bytes as a PDF.
fn pdf(bytes: &[u8]) -> Source {
    read(bytes, "laporan.pdf")
}

/// Letters and digits only, without marks of footnotes, so that a broken line makes no difference.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| {
            (c.is_alphanumeric() && !"⁰¹²³⁴⁵⁶⁷⁸⁹".contains(*c))
                || matches!(c, ',' | '.' | '%' | '(' | ')')
        })
        .flat_map(char::to_lowercase)
        .collect()
}

fn grids(source: &Source) -> Vec<&Grid> {
    source
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Grid(grid) => Some(grid),
            _ => None,
        })
        .collect()
}

/// The texts of a row, empty cells left out.
fn row(grid: &Grid, row: usize) -> Vec<String> {
    grid.cells
        .iter()
        .filter(|cell| cell.row == row && !cell.passage.text.is_empty())
        .map(|cell| cell.passage.text.clone())
        .collect()
}

fn paragraphs(source: &Source) -> Vec<&str> {
    source
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Paragraph(passage) => Some(passage.text.as_str()),
            _ => None,
        })
        .collect()
}
