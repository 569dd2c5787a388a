//! The words of a document as a list, to be shared out among threads.

use document::source::{Passage, Piece, Source};

use crate::bacaan::Letak;

/// Fewer than these are not worth another thread.
pub(super) const SEDIKIT: usize = 200;

/// The words of a piece or of a cell.
#[derive(Clone, Copy)]
pub(super) struct Satuan<'a> {
    /// Index of the piece.
    pub(super) piece: usize,
    /// Index of the cell, in a table.
    pub(super) sel: Option<usize>,
    /// What it is, or stands in.
    pub(super) isi: &'a Piece,
    /// The words.
    pub(super) passage: &'a Passage,
}

impl Satuan<'_> {
    /// A stretch of the words.
    pub(super) fn letak(&self, rentang: std::ops::Range<usize>) -> Letak {
        match self.sel {
            Some(sel) => Letak::di_sel(self.piece, sel, rentang),
            None => Letak::new(self.piece, rentang),
        }
    }
}

/// All words of a document but those of formulas, in reading order.
pub(super) fn satuan(sumber: &Source) -> Vec<Satuan<'_>> {
    let mut hasil = Vec::new();
    for (piece, isi) in sumber.pieces.iter().enumerate() {
        match isi {
            Piece::Formula(_) => {}
            Piece::Grid(grid) => {
                hasil.extend(grid.cells.iter().enumerate().map(|(sel, cell)| Satuan {
                    piece,
                    sel: Some(sel),
                    isi,
                    passage: &cell.passage,
                }));
            }
            lain => hasil.extend(lain.passage().map(|passage| Satuan {
                piece,
                sel: None,
                isi,
                passage,
            })),
        }
    }
    hasil
}
