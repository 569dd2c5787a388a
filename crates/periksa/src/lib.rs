//! The checker: tree and facts in, findings out.
//!
//! One rule is one file under `rules/`, named for the defect; [`rules::DAFTAR`] is the register.
//! A rule reads and never fails, never writes, never looks at a clock.

pub mod rules;
mod temuan;

use document::Document;
use hukum::Hukum;
use kinerja::Hasil;
use kinerja::masukan::Masukan;

pub use temuan::{Aturan, Berat, Lokasi, Temuan};

/// What the rules look at.
#[derive(Clone, Copy)]
pub struct Bahan<'a> {
    /// What the office handed in.
    pub masukan: &'a Masukan,
    /// What was computed from it.
    pub hasil: &'a Hasil,
    /// The law.
    pub hukum: &'a Hukum,
    /// The report, where there is one already.
    pub laporan: Option<&'a Document>,
}

/// All findings, binding ones first, in the order of the register.
#[must_use]
pub fn periksa(bahan: &Bahan) -> Vec<Temuan> {
    let mut temuan: Vec<Temuan> = rules::DAFTAR
        .iter()
        .flat_map(|aturan| (aturan.periksa)(bahan, aturan))
        .collect();
    temuan.sort_by_key(|t| (t.selesai.is_some(), t.berat));
    temuan
}

/// Whether a final report may be issued with these findings.
#[must_use]
pub fn menghalangi(temuan: &[Temuan]) -> bool {
    temuan.iter().any(Temuan::menghalangi)
}
