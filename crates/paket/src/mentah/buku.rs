//! A package as one XLSX workbook: the same texts, a sheet for each file.

mod baca;
mod gerbang;
mod jatah;
mod tulis;

pub(super) use baca::{baca, baca_asing, baca_isi};
pub use tulis::{write_workbook, write_xlsx};

/// Sheet with the key/value document.
const SATKER: &str = "satker";
/// Sheet with the narratives.
const NARASI: &str = "narasi";
/// Hidden sheet with the picture files, as base64.
const GAMBAR: &str = "berkas_gambar";
/// Sheet for people; never read back.
const PETUNJUK: &str = "petunjuk";
