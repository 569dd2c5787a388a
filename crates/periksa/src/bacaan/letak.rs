//! Spots in a report.

use std::fmt;
use std::ops::Range;

use document::source::{Format, Passage, Piece, Place, Source};

use super::AngkaId;

/// A stretch of the words of one piece or one cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letak {
    /// Index into the pieces of the source.
    pub piece: usize,
    /// Index into the cells of the piece, where it is a table.
    pub sel: Option<usize>,
    /// First byte of the words.
    pub awal: usize,
    /// One past the last byte.
    pub akhir: usize,
}

/// A sentence of running text, of an item or of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kalimat {
    /// Where.
    pub letak: Letak,
    /// Its numbers in order.
    pub angka: Vec<AngkaId>,
    /// Index of the heading under which it stands.
    pub bagian: Option<usize>,
}

/// A spot as a finding tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Titik {
    /// Kind of file, which says what a line counts.
    pub format: Format,
    /// In the understood document.
    pub letak: Letak,
    /// In the file: first spot and one past the last, one pair for each line.
    pub rentang: Vec<(Place, Place)>,
    /// The heading above; empty where there is none.
    pub bagian: String,
    /// Table, row and column, each from 1, where it is a cell.
    pub sel: Option<(usize, usize, usize)>,
}

impl Letak {
    /// A stretch of a piece that is no table.
    #[must_use]
    pub fn new(piece: usize, rentang: Range<usize>) -> Self {
        Self {
            piece,
            sel: None,
            awal: rentang.start,
            akhir: rentang.end,
        }
    }

    /// A stretch of a cell.
    #[must_use]
    pub fn di_sel(piece: usize, sel: usize, rentang: Range<usize>) -> Self {
        Self {
            piece,
            sel: Some(sel),
            awal: rentang.start,
            akhir: rentang.end,
        }
    }

    /// The words of the piece or cell.
    #[must_use]
    pub fn bacaan<'a>(&self, sumber: &'a Source) -> Option<&'a Passage> {
        let piece = sumber.pieces.get(self.piece)?;
        match (piece, self.sel) {
            (Piece::Grid(grid), Some(sel)) => Some(&grid.cells.get(sel)?.passage),
            (piece, None) => piece.passage(),
            _ => None,
        }
    }

    /// The words of the stretch.
    #[must_use]
    pub fn teks<'a>(&self, sumber: &'a Source) -> &'a str {
        self.bacaan(sumber)
            .and_then(|passage| passage.text.get(self.awal..self.akhir))
            .unwrap_or_default()
    }

    /// Where the stretch stands in the file; a table without a cell stands where it begins.
    #[must_use]
    pub fn rentang_berkas(&self, sumber: &Source) -> Vec<(Place, Place)> {
        if let Some(passage) = self.bacaan(sumber) {
            return passage.spans(self.awal..self.akhir);
        }
        match sumber.pieces.get(self.piece) {
            Some(Piece::Grid(grid)) => vec![(grid.place(), grid.place())],
            _ => Vec::new(),
        }
    }

    /// Whether the other stretch lies inside.
    #[must_use]
    pub fn memuat(&self, lain: &Self) -> bool {
        self.piece == lain.piece
            && self.sel == lain.sel
            && self.awal <= lain.awal
            && lain.akhir <= self.akhir
    }

    /// A stretch of the same piece or cell.
    #[must_use]
    pub fn bagian(&self, rentang: Range<usize>) -> Self {
        Self {
            awal: rentang.start,
            akhir: rentang.end,
            ..self.clone()
        }
    }
}

impl fmt::Display for Titik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let awal = self.rentang.first().map(|(awal, _)| *awal);
        if let Some(page) = awal.and_then(|place| place.page) {
            write!(f, "halaman {page}, ")?;
        }
        match (self.sel, awal, self.format) {
            (None, _, Format::Tree) => write!(f, "laporan")?,
            (Some((tabel, baris, kolom)), _, _) => {
                write!(f, "tabel ke-{tabel}, baris {baris}, kolom {kolom}")?
            }
            (None, Some(place), Format::Docx) => write!(f, "paragraf {}", place.line)?,
            (None, Some(place), _) => write!(f, "baris {}, kolom {}", place.line, place.column)?,
            (None, None, _) => write!(f, "seluruh dokumen")?,
        }
        if !self.bagian.is_empty() {
            write!(f, " ({})", self.bagian)?;
        }
        Ok(())
    }
}
