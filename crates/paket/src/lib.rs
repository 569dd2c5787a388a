//! A year of an office as files: a folder of TOML and CSV, or one XLSX workbook, in and out.
//!
//! Reading goes in two steps. [`Mentah`] is the lossless raw form: every cell as text, whatever it says.
//! Then one table, [`skema`], says what each cell must be, and the typed [`Masukan`] comes out,
//! or all errors at once. Nothing is guessed and nothing is silently mended.

mod batas;
mod isi;
mod keluaran;
mod kesalahan;
mod mentah;
mod sebutan;
pub mod skema;
mod tabel;
mod teks;
mod templat;

use std::path::Path;

use hukum::Hukum;
use kinerja::masukan::Masukan;

pub use keluaran::TabelKeluar;
pub use kesalahan::Kesalahan;
pub use mentah::{
    BarisKe, BarisMentah, Dokumen, Entri, LembarMentah, Mentah, TabelAsing, read_asing,
    read_mentah, read_workbook, write_folder, write_workbook, write_xlsx,
};
pub use sebutan::{SebutanSurvei, daftar_survei};
pub use templat::templat;

/// Reads a package: a folder, or an `.xlsx` workbook.
///
/// # Errors
/// Everything that is wrong with the package, in the order of its files.
pub fn read(path: &Path, hukum: &Hukum) -> Result<Masukan, Vec<Kesalahan>> {
    let (mentah, mut galat) = mentah::baca(path);
    if mentah.kosong() && !galat.kosong() {
        // What cannot be opened at all has one cause; its missing parts are not listed one by one.
        return galat.selesai(Masukan::default());
    }
    let masukan = isi::fill(&mentah, hukum, &mut galat);
    galat.selesai(masukan)
}

/// Checks a raw package and fills the types of the core.
///
/// # Errors
/// Everything that is wrong with the package.
pub fn interpret(mentah: &Mentah, hukum: &Hukum) -> Result<Masukan, Vec<Kesalahan>> {
    let mut galat = kesalahan::Galat::default();
    let masukan = isi::fill(mentah, hukum, &mut galat);
    galat.selesai(masukan)
}

/// As [`interpret`], for a year that is still being entered: what can be understood, and everything that is wrong or still missing.
#[must_use]
pub fn interpret_partly(mentah: &Mentah, hukum: &Hukum) -> (Masukan, Vec<Kesalahan>) {
    let mut galat = kesalahan::Galat::default();
    let masukan = isi::fill(mentah, hukum, &mut galat);
    let kesalahan = galat.selesai(()).err().unwrap_or_default();
    (masukan, kesalahan)
}
