//! What was found in a document, told: beside its words, in its margin, for other programs, as a review sheet.
//!
//! The command line and the portal tell it the same way. Where a dismissal is kept differs; what it does is said in [`kesampingan`].

mod html;
mod json;
pub mod kesampingan;
mod komentar;
mod reviu;
mod sarif;
pub(crate) mod simpan;

use document::source::Source;
use periksa::{Berat, Cakupan, Lokasi, Temuan};

pub use html::html;
pub use json::{json, temuan_json};
pub use komentar::komentar;
pub use reviu::{BentukReviu, lembar_reviu};
pub use sarif::sarif;

/// A checked document with everything that its tellers need.
#[derive(Debug)]
pub struct Telaah<'a> {
    /// Name of the document's file.
    pub nama: String,
    /// What its user should know besides the findings: dismissals that hold no more.
    pub catatan: Vec<String>,
    /// Its bytes.
    pub isi: &'a [u8],
    /// What was read.
    pub sumber: &'a Source,
    /// The findings, binding ones first.
    pub temuan: Vec<Temuan>,
    /// How much could be checked.
    pub cakupan: Cakupan,
}

impl Telaah<'_> {
    /// How many findings of a weight are open.
    #[must_use]
    pub fn banyak(&self, berat: Berat) -> usize {
        self.temuan
            .iter()
            .filter(|t| t.berat == berat && t.selesai.is_none())
            .count()
    }
}

/// Reads a document.
///
/// # Errors
/// Why it cannot be read. A document in which nothing could be read has no defects either; that must not look like a clean one.
pub fn baca(isi: &[u8], nama: &str) -> Result<Source, Vec<String>> {
    let sumber = document::source::read::read(isi, nama);
    let catatan = || sumber.notes.iter().map(|note| note.text.clone());
    if sumber.is_refused() {
        return Err(catatan().collect());
    }
    if sumber.pieces.is_empty() {
        let kosong = "tidak ada isi yang dapat dibaca".to_owned();
        return Err(std::iter::once(kosong).chain(catatan()).collect());
    }
    Ok(sumber)
}

/// The findings in reading order, by their index; those of no spot come first.
#[must_use]
pub fn urut_baca(temuan: &[Temuan]) -> Vec<usize> {
    let mut urut: Vec<usize> = (0..temuan.len()).collect();
    urut.sort_by_key(|i| match temuan.get(*i).map(|t| &t.lokasi) {
        Some(Lokasi::Titik(titik)) => Some(titik.letak.clone()),
        _ => None,
    });
    urut
}

/// How much could be checked, in a sentence.
#[must_use]
pub fn cakupan(cakupan: &Cakupan) -> String {
    let mut teks = format!(
        "Cakupan: {} angka dilihat, {} dapat diperiksa",
        cakupan.dilihat, cakupan.diperiksa
    );
    for (sebab, banyak) in &cakupan.tidak {
        teks.push_str(&format!("; {banyak} {sebab}"));
    }
    teks.push('.');
    if let Some(data) = cakupan.data {
        teks.push_str(&format!(
            " Terhadap data kantor: {} angka cocok, {} berbeda.",
            data.cocok, data.beda
        ));
    }
    teks
}
