//! What a composed report still lacks and what was found in it, as the page tells it later.

use laporan::Rumpangan;
use periksa::{Lokasi, Temuan};
use serde::{Deserialize, Serialize};

use crate::susun::Susunan;

/// Gaps and findings of a composition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RincianSusunan {
    /// The gaps in reading order.
    pub rumpang: Vec<RumpangBab>,
    /// The findings, binding ones first.
    pub temuan: Vec<TemuanRingkas>,
}

/// A gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RumpangBab {
    /// Its chapter ("BAB III").
    pub bab: String,
    /// Chapter and section.
    pub tempat: String,
    /// Why, and what would close it.
    pub sebab: String,
    /// Code of the fakta that is missing, where the gap is a value.
    pub kode: Option<String>,
    /// Key of the narrative that is missing, where the gap is one.
    pub narasi: Option<String>,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemuanRingkas {
    /// Name of the rule.
    pub aturan: String,
    /// "wajib", "anjuran" or "saran".
    pub berat: String,
    /// Where, in words.
    pub tempat: String,
    /// The cell, where it stands in one.
    pub sel: Option<SelTemuan>,
    /// What stands there.
    pub cuplikan: String,
    /// What is wrong.
    pub pesan: String,
    /// How to mend it.
    pub perbaikan: String,
    /// On which basis.
    pub dasar: Vec<String>,
    /// What it should be.
    pub seharusnya: Option<String>,
    /// How it was settled.
    pub selesai: Option<String>,
}

/// A cell that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelTemuan {
    /// The sheet.
    pub lembar: String,
    /// Row of the sheet, from 1; 0 where there is none.
    pub baris: u32,
    /// Heading of the column.
    pub kolom: String,
}

impl RincianSusunan {
    /// Of a composed report.
    pub(crate) fn dari(susunan: &Susunan) -> Self {
        Self {
            rumpang: laporan::rumpang(&susunan.dokumen)
                .into_iter()
                .map(RumpangBab::from)
                .collect(),
            temuan: susunan.temuan.iter().map(TemuanRingkas::from).collect(),
        }
    }

    /// From its JSON; one of another version of the program is empty.
    #[must_use]
    pub fn dari_json(teks: &str) -> Self {
        serde_json::from_str(teks).unwrap_or_default()
    }

    /// As JSON.
    pub(crate) fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The gaps by chapter, in reading order.
    #[must_use]
    pub fn rumpang_per_bab(&self) -> Vec<(&str, Vec<&RumpangBab>)> {
        let mut bab: Vec<(&str, Vec<&RumpangBab>)> = Vec::new();
        for satu in &self.rumpang {
            match bab.iter_mut().find(|(nama, _)| *nama == satu.bab) {
                Some((_, daftar)) => daftar.push(satu),
                None => bab.push((&satu.bab, vec![satu])),
            }
        }
        bab
    }
}

impl From<Rumpangan> for RumpangBab {
    fn from(satu: Rumpangan) -> Self {
        Self {
            bab: bab(&satu.tempat),
            narasi: satu
                .sebab
                .strip_prefix("isi narasi/")
                .and_then(|kunci| kunci.strip_suffix(".md"))
                .map(str::to_owned),
            tempat: satu.tempat,
            sebab: satu.sebab,
            kode: satu.kode,
        }
    }
}

impl From<&Temuan> for TemuanRingkas {
    fn from(satu: &Temuan) -> Self {
        let sel = match &satu.lokasi {
            Lokasi::Sel(tempat) => Some(SelTemuan {
                lembar: tempat
                    .berkas
                    .trim_start_matches("lembar ")
                    .trim_end_matches(".csv")
                    .to_owned(),
                baris: tempat.baris,
                kolom: tempat.kolom.clone(),
            }),
            _ => None,
        };
        Self {
            aturan: satu.aturan.to_owned(),
            berat: satu.berat.sebutan().to_owned(),
            tempat: satu.lokasi.to_string(),
            sel,
            cuplikan: satu.cuplikan.clone(),
            pesan: satu.pesan.clone(),
            perbaikan: satu.perbaikan.clone(),
            dasar: satu.dasar.clone(),
            seharusnya: satu.seharusnya.clone(),
            selesai: satu.selesai.clone(),
        }
    }
}

/// The chapter of a place: "BAB III" of "BAB III.C.1 Nilai Kinerja Anggaran".
fn bab(tempat: &str) -> String {
    let mut kata = tempat.split_whitespace();
    match (kata.next(), kata.next()) {
        (Some(jenis @ ("BAB" | "LAMPIRAN")), Some(nomor)) => {
            let nomor = nomor.split('.').next().unwrap_or(nomor);
            format!("{jenis} {nomor}")
        }
        _ => "Bagian awal".to_owned(),
    }
}
