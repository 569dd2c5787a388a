//! How much of a document could be checked, and what could not, and why.

use std::collections::{BTreeMap, BTreeSet};

use crate::Pemeriksaan;
use crate::bacaan::{Angka, AngkaId, Bacaan, Golongan};

/// Numbers of a document by what became of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cakupan {
    /// Figures seen; years, dates, numbers of laws and of lists are none.
    pub dilihat: usize,
    /// Figures that some rule held against something else.
    pub diperiksa: usize,
    /// Figures that could not be checked, by reason; with the checked ones they make up all that were seen.
    pub tidak: BTreeMap<&'static str, usize>,
    /// Against the office's own data, where they were at hand.
    pub data: Option<CakupanData>,
}

/// Numbers of a document against the office's own data.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CakupanData {
    /// Those that agree.
    pub cocok: usize,
    /// Those that differ.
    pub beda: usize,
}

const RUSAK: &str = "cara penulisannya rusak";
const TANPA_PEMBANDING: &str = "tidak punya pembanding di dalam dokumen";
const TAK_BERMAKNA: &str = "maknanya tidak dapat ditentukan";

impl Cakupan {
    /// The reason with these words, where it is one of those for which a figure is not checked.
    #[must_use]
    pub fn sebab(kata: &str) -> Option<&'static str> {
        [RUSAK, TANPA_PEMBANDING, TAK_BERMAKNA]
            .into_iter()
            .find(|sebab| *sebab == kata)
    }

    pub(crate) fn hitung(bacaan: &Bacaan, pemeriksaan: &Pemeriksaan) -> Self {
        let bermakna: BTreeSet<AngkaId> = bacaan.pernyataan.iter().map(|p| p.angka).collect();
        let mut cakupan = Self::default();
        for (i, angka) in bacaan.angka.iter().enumerate() {
            if angka.golongan != Golongan::Besaran {
                continue;
            }
            cakupan.dilihat += 1;
            let id = AngkaId(i);
            if pemeriksaan.diperiksa.contains(&id) {
                cakupan.diperiksa += 1;
            } else {
                *cakupan
                    .tidak
                    .entry(sebab(angka, bermakna.contains(&id)))
                    .or_default() += 1;
            }
        }
        cakupan
    }
}

fn sebab(angka: &Angka, bermakna: bool) -> &'static str {
    if angka.nilai.is_none() {
        RUSAK
    } else if bermakna {
        TANPA_PEMBANDING
    } else {
        TAK_BERMAKNA
    }
}
