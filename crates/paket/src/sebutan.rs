//! The surveys that a year announces, so that a page can name their sheets.

use crate::mentah::Dokumen;
use crate::skema::{Lembar, SURVEI_BULANAN, SURVEI_KELOMPOK};

/// A survey as the document announces it, whether its sheet is there and right or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SebutanSurvei {
    /// Name of its sheet, without `.csv`.
    pub lembar: String,
    /// Code of the indicator that it measures.
    pub indikator: String,
    /// Year of the survey as it is written; empty where it is the year of the report.
    pub tahun: String,
    /// The form of its sheet.
    pub bentuk: &'static Lembar,
}

/// The surveys that the document announces, in its order.
#[must_use]
pub fn daftar_survei(dokumen: &Dokumen) -> Vec<SebutanSurvei> {
    (1..=dokumen.panjang("survei"))
        .filter_map(|nomor| {
            let teks = |kunci: &str| {
                dokumen
                    .entri(&format!("survei[{nomor}].{kunci}"))
                    .map_or("", |entri| entri.teks.trim())
            };
            let berkas = teks("berkas");
            let lembar = berkas.strip_suffix(".csv").unwrap_or(berkas);
            (!lembar.is_empty()).then(|| SebutanSurvei {
                lembar: lembar.to_owned(),
                indikator: teks("indikator").to_owned(),
                tahun: teks("tahun").to_owned(),
                bentuk: if teks("bentuk") == "kelompok" {
                    &SURVEI_KELOMPOK
                } else {
                    &SURVEI_BULANAN
                },
            })
        })
        .collect()
}
