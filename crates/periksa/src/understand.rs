//! From a document to what it says: numbers, tables, formulas, statements, claims.
//!
//! The order matters: each step reads what the ones before it found. None of them fails.

pub(crate) mod angka;
mod asing;
mod identitas;
pub(crate) mod indikator;
mod kalimat;
mod kerangka;
mod klaim;
pub(crate) mod kosakata;
pub(crate) mod prosa;
mod rumus;
mod satuan;
pub(crate) mod sitasi;
pub(crate) mod tabel;

use document::source::Source;
use hukum::Hukum;

use crate::bacaan::Bacaan;
use prosa::wacana;

pub(crate) use rumus::sisi_terakhir_dan_pertama;

/// Reads what a document says.
#[must_use]
pub fn understand<'a>(sumber: &'a Source, hukum: &Hukum) -> Bacaan<'a> {
    let mut bacaan = Bacaan::kosong(sumber);
    bacaan.kerangka = kerangka::kerangka(sumber);
    bacaan.sitasi = sitasi::sitasi(&bacaan, hukum);
    bacaan.identitas = identitas::identitas(&bacaan, hukum);
    bacaan.angka = angka::angka(&bacaan);
    bacaan.kalimat = kalimat::kalimat(&bacaan);
    // Indicators are named in tables, and tables tell their rows by the indicators.
    bacaan.indikator = indikator::indikator(&bacaan, hukum);
    indikator::pasang_bagian(&mut bacaan);
    bacaan.tabel = tabel::tabel(&bacaan, hukum);
    rumus::rumus(&mut bacaan);
    // Statements of tables come first: prose leans on them.
    bacaan.pernyataan = tabel::pernyataan(&bacaan);
    let wacana = wacana::wacana(&bacaan, wacana::ujaran(&bacaan));
    let mut prosa = prosa::pernyataan(&bacaan, &wacana);
    rumus::buang_hitungan(&bacaan, &mut prosa);
    asing::buang(&bacaan, &mut prosa);
    bacaan.pernyataan.extend(prosa);
    let rumus = rumus::pernyataan(&bacaan);
    bacaan.pernyataan.extend(rumus);
    // The statements tell further names; the words stay what they are.
    let ujaran = wacana.into_iter().map(wacana::Ujaran::from).collect();
    let wacana = wacana::wacana(&bacaan, ujaran);
    bacaan.klaim = klaim::klaim(&bacaan, hukum, &wacana);
    bacaan
}
