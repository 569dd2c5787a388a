//! Size limits of a package, so that a hostile or mistaken file is refused at once.

/// Largest CSV, TOML or Markdown file.
pub(crate) const BERKAS_TEKS: u64 = 8 * 1024 * 1024;
/// Largest workbook as a file.
pub(crate) const BUKU_KERJA: u64 = 32 * 1024 * 1024;
/// Largest workbook unpacked; an honest one of this size is read in under a second.
pub(crate) const BUKU_KERJA_TERURAI: u64 = 48 * 1024 * 1024;
/// Most memory of all cells of a workbook together, in bytes; an office's year takes a few hundred kilobytes, its pictures more.
pub(crate) const TEKS_BUKU_KERJA: usize = 48 * 1024 * 1024;
/// Most entries inside a workbook.
pub(crate) const ENTRI_ZIP: usize = 2_000;
/// Most rows of one sheet.
pub(crate) const BARIS: usize = 100_000;
/// Most columns of one sheet.
pub(crate) const KOLOM: usize = 200;
/// Most characters of one cell; a spreadsheet cell holds 32,767.
pub(crate) const AKSARA_SEL: usize = 10_000;
/// Largest picture.
pub(crate) const GAMBAR: u64 = 8 * 1024 * 1024;
/// Most pictures.
pub(crate) const CACAH_GAMBAR: usize = 100;
/// Most files of a package folder that are looked at.
pub(crate) const BERKAS: usize = 1_000;
/// Most errors that are listed; a person mends the first ones and reads again.
pub(crate) const KESALAHAN: usize = 300;

/// A size in words: "8 MB".
pub(crate) fn sebut(bita: u64) -> String {
    const MEGA: u64 = 1024 * 1024;
    if bita >= MEGA {
        format!("{} MB", bita.div_ceil(MEGA))
    } else {
        format!("{} kB", bita.div_ceil(1024))
    }
}
