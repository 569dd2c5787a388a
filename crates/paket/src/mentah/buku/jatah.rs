//! Allowances, so that a small workbook can neither have the same part read over and over nor grow beyond measure in memory.

use std::io::{Cursor, Error, Read, Result, Seek, SeekFrom};

use crate::batas;

/// How often the bytes of an honest workbook are read: once to open it, twice for each sheet, and something over.
const KALI: u64 = 4;
/// Allowance of a small workbook, whose parts are read ahead in larger pieces than they have.
const TERKECIL: u64 = 4 * 1024 * 1024;

/// The bytes of a workbook, of which only so many may be read in all.
pub(super) struct Berjatah<'a> {
    isi: Cursor<&'a [u8]>,
    sisa: u64,
}

impl<'a> Berjatah<'a> {
    pub(super) fn new(bita: &'a [u8]) -> Self {
        let panjang = u64::try_from(bita.len()).unwrap_or(u64::MAX);
        Self {
            isi: Cursor::new(bita),
            sisa: panjang.saturating_mul(KALI).max(TERKECIL),
        }
    }
}

/// What the cells of a workbook may take in memory, all sheets together.
pub(super) struct Takaran(usize);

impl Takaran {
    pub(super) fn new() -> Self {
        Self(batas::TEKS_BUKU_KERJA)
    }

    /// Takes `teks` bytes of text and the room of `sel` cells, empty ones too; false once nothing is left.
    pub(super) fn pakai(&mut self, teks: usize, sel: usize) -> bool {
        let ruang = sel.saturating_mul(size_of::<String>());
        self.0 = self.0.saturating_sub(teks.saturating_add(ruang));
        !self.habis()
    }

    pub(super) fn habis(&self) -> bool {
        self.0 == 0
    }
}

impl Read for Berjatah<'_> {
    fn read(&mut self, wadah: &mut [u8]) -> Result<usize> {
        let terbaca = self.isi.read(wadah)?;
        match self
            .sisa
            .checked_sub(u64::try_from(terbaca).unwrap_or(u64::MAX))
        {
            Some(sisa) => {
                self.sisa = sisa;
                Ok(terbaca)
            }
            None => Err(Error::other("bagian yang sama diminta berulang-ulang")),
        }
    }
}

impl Seek for Berjatah<'_> {
    fn seek(&mut self, ke: SeekFrom) -> Result<u64> {
        self.isi.seek(ke)
    }
}
