//! The pure core: an office's year in, its fakta out.
//!
//! No input or output, no clock, no environment, no floats, no randomness: the same input gives the same fakta.

pub mod bilangan;
pub mod daftar;
pub mod fakta;
pub mod hasil;
pub mod masukan;
pub mod rumus;
pub mod selang;
pub mod ungkapan;

pub use daftar::{DaftarFakta, Nama};
pub use fakta::{
    Asal, Fakta, Hitungan, Kecocokan, Kode, Nilai, Ordinal, Rumpang, Satuan, Tercetak,
};
pub use hasil::Hasil;
pub use selang::Selang;
pub use ungkapan::Ungkapan;

/// Computes all fakta of an office's year, by the law in force for that year.
#[must_use]
pub fn compute(masukan: &masukan::Masukan, hukum: &hukum::Hukum) -> Hasil {
    let _ = (masukan, hukum);
    Hasil::default()
}
