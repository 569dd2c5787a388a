//! The pure core: an office's year in, its fakta out.
//!
//! No input or output, no clock, no environment, no floats, no randomness: the same input gives the same fakta.

pub mod bilangan;
pub mod daftar;
pub mod fakta;
pub mod hasil;
mod hitung;
pub mod jejak;
pub mod masukan;
pub mod pohon;
pub mod rumus;
pub mod selang;
pub mod ungkapan;

pub use daftar::{DaftarFakta, Nama};
pub use fakta::{
    Asal, Fakta, Hitungan, Kecocokan, Kode, Nilai, Ordinal, Rumpang, Satuan, Tercetak,
};
pub use hasil::Hasil;
pub use hitung::{compute, kolom_ruang, nama_bulan};
pub use selang::Selang;
pub use ungkapan::Ungkapan;
