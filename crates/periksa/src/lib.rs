//! The checker: what an office handed in, or a document that anyone wrote, in; findings out.
//!
//! [`understand`] tells what a document says, as a [`bacaan::Bacaan`]; one rule is one file under `rules/`, named for the
//! defect, and [`rules::KELOMPOK`] is the register. A rule reads and never fails, never writes, never looks at a clock.

pub mod bacaan;
mod cakupan;
mod dokumen;
mod hitung;
pub mod reviu;
pub mod rules;
mod salah_ketik;
mod sidik;
mod temuan;
mod understand;
mod utas;

use document::Document;
use document::source::Source;
use hukum::Hukum;
use kinerja::Hasil;
use kinerja::masukan::Masukan;

pub use cakupan::{Cakupan, CakupanData};
pub use dokumen::{BahanDokumen, Data, Pemeriksaan, periksa_dokumen};
pub use temuan::{Aturan, Berat, Cara, Halaman, Lokasi, Temuan};
pub use understand::understand;

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

/// All findings, binding ones first, in the order of the register; a report goes through the rules for anyone's too.
#[must_use]
pub fn periksa(bahan: &Bahan) -> Vec<Temuan> {
    let mut temuan: Vec<Temuan> = rules::daftar()
        .flat_map(|aturan| match aturan.cara {
            Cara::Data(periksa) => periksa(bahan, aturan),
            Cara::Dokumen { .. } => Vec::new(),
        })
        .collect();
    if let Some(laporan) = bahan.laporan {
        let sumber = Source::from(laporan);
        let bacaan = understand(&sumber, bahan.hukum);
        let bahan = BahanDokumen {
            bacaan: &bacaan,
            hukum: bahan.hukum,
            data: None,
        };
        temuan.extend(periksa_dokumen(&bahan, &|_| true).0);
    }
    temuan.sort_by_key(|t| (t.selesai.is_some(), t.berat));
    temuan
}

/// Whether a final report may be issued with these findings.
#[must_use]
pub fn menghalangi(temuan: &[Temuan]) -> bool {
    temuan.iter().any(Temuan::menghalangi)
}
