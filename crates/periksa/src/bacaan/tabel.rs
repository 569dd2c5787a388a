//! Tables and formulas as understood.

use std::collections::BTreeMap;

use document::source::latex::{Chain, Expr};

use super::{AngkaId, Letak, Milik, Peran, Perihal};

/// A table as understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Tabel {
    /// Index into the pieces of the source.
    pub piece: usize,
    /// Caption, or the sentence above that announces it.
    pub judul: Option<Letak>,
    /// Its columns, left to right.
    pub kolom: Vec<Kolom>,
    /// Its rows, top to bottom, those of the heading too.
    pub baris: Vec<Baris>,
    /// Numbers of each cell, by (row, column) of the upper left place.
    pub angka: BTreeMap<(usize, usize), Vec<AngkaId>>,
    /// Index of an earlier table with the same rows and columns (a twin that repeats it), where there is one.
    pub kembar: Option<usize>,
    /// Index of the earlier table that this one goes on from, on the page before, where it is but a part.
    pub lanjutan: Option<usize>,
}

/// A column as understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Kolom {
    /// Its heading from the top down ("2023", "Realisasi").
    pub jalur: Vec<String>,
    /// What it holds.
    pub jenis: JenisKolom,
    /// Year that the heading names.
    pub tahun: Option<i16>,
    /// Month that the heading names, from 1.
    pub bulan: Option<u8>,
    /// Role that the heading names.
    pub peran: Option<Peran>,
    /// What the heading names, where the columns and not the rows are the things measured.
    pub perihal: Option<Perihal>,
    /// Whose numbers they are, where the heading says so.
    pub milik: Option<Milik>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JenisKolom {
    /// A running number.
    Nomor,
    /// Names of the rows.
    Label,
    /// Figures.
    Angka,
    /// Running text.
    Teks,
}

/// A row as understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Baris {
    /// Row of the grid.
    pub row: usize,
    /// What it is.
    pub jenis: JenisBaris,
    /// Its name; a name that covers several rows counts for each.
    pub label: String,
    /// Where the name stands.
    pub letak_label: Option<Letak>,
    /// What it is about.
    pub perihal: Option<Perihal>,
    /// Role that its name gives ("Target", "Realisasi", "Responden"), where rows are roles.
    pub peran: Option<Peran>,
    /// Whose numbers they are, where its name says so.
    pub milik: Option<Milik>,
    /// Year that its name gives.
    pub tahun: Option<i16>,
    /// Month that its name gives.
    pub bulan: Option<u8>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JenisBaris {
    /// Heading.
    Kepala,
    /// Numbers of the columns: "(1) (2) (3)".
    NomorKolom,
    /// An ordinary row.
    Isi,
    /// A sum of rows above (since the last title or total).
    Total,
    /// A mean of rows above ("Rata-rata", "Nilai SKM").
    Rerata,
    /// A title over the rows below.
    Kelompok,
}

/// A formula as understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Rumus {
    /// Index into the pieces of the source; the spans of the expressions are bytes of its words.
    pub piece: usize,
    /// Index into the cells of the piece, where it stands in a table.
    pub sel: Option<usize>,
    /// Its numbers, left to right.
    pub angka: Vec<AngkaId>,
    /// Its chains of equals.
    pub rantai: Vec<Chain>,
    /// What it is about, from its words, the line above or the heading.
    pub perihal: Option<Perihal>,
    /// What its result is.
    pub peran: Option<Peran>,
    /// Year of its result.
    pub tahun: Option<i16>,
}

impl Rumus {
    /// The spot of one of its expressions.
    #[must_use]
    pub fn letak(&self, expr: &Expr) -> Letak {
        Letak {
            piece: self.piece,
            sel: self.sel,
            awal: expr.span.start,
            akhir: expr.span.end,
        }
    }
}

impl Tabel {
    /// The numbers of a cell.
    #[must_use]
    pub fn sel(&self, row: usize, column: usize) -> &[AngkaId] {
        self.angka.get(&(row, column)).map_or(&[], Vec::as_slice)
    }

    /// Rows that hold figures.
    pub fn isi(&self) -> impl Iterator<Item = &Baris> {
        self.baris
            .iter()
            .filter(|baris| baris.jenis == JenisBaris::Isi)
    }
}
