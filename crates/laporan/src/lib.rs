//! An office's computed year in the words of `naskah/`, as a document.
//!
//! Templates hold the words, the core holds the numbers, and this crate joins them:
//! a template prints opaque fakta, which become values with a note of their derivation, or visible gaps.
//! Nothing here computes; where a sentence says up or down, the program has compared two fakta.

mod alasan;
mod alat;
mod bagian;
mod catatan;
mod fakta_json;
mod fungsi;
mod galat;
mod grafik;
mod konteks;
mod markah;
mod narasi;
mod naskah;
mod nilai;
mod nomor;
mod penanda;
pub mod perjanjian;
pub mod reviu;
mod rumpang;
mod rumus;
mod sampul;
mod susun;
mod tabel;
mod telusur;
mod templat;

pub use fakta_json::{SKEMA, fakta_json};
pub use galat::GalatNaskah;
pub use grafik::grafik;
pub use narasi::{periksa_narasi, pratinjau_narasi};
pub use naskah::Naskah;
pub use rumpang::{Rumpangan, rumpang};
pub use susun::susun;

use document::Document;
use hukum::Hukum;
use kinerja::Hasil;
use kinerja::masukan::Masukan;

/// What a report is made of.
#[derive(Debug, Clone, Copy)]
pub struct Bahan<'a> {
    /// What the office handed in.
    pub masukan: &'a Masukan,
    /// What was computed from it.
    pub hasil: &'a Hasil,
    /// The law, the kinds of office, the instruments.
    pub hukum: &'a Hukum,
    /// The words.
    pub naskah: &'a Naskah,
}

/// What a report is made for.
#[derive(Clone, Copy)]
pub enum Terbitan<'a> {
    /// To be signed: no mark, no notes for the author.
    Akhir,
    /// A draft bears a mark across its pages and lists its gaps and findings at its end;
    /// the findings are asked for once its chapters and appendices stand.
    Draf(&'a dyn Fn(&Document) -> Vec<CatatanTemuan>),
}

/// A finding on the data, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CatatanTemuan {
    /// What is wrong and how to mend it.
    pub pesan: String,
    /// Where it stands.
    pub tempat: String,
}
