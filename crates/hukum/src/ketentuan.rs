//! A value of law: dated, cited, with its state of verification.

use std::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::pita::Pita;

/// How sure a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Read in the regulation or on the responsible agency's own page.
    Terverifikasi,
    /// Confirmed by recomputing published figures.
    Dihitung,
    /// Read in a secondary source.
    SumberKedua,
    /// General knowledge of the field, not seen in a source.
    PengetahuanUmum,
    /// Sources disagree, or none was found.
    TidakPasti,
}

impl Status {
    /// Whether a person with the regulation open must still confirm the value.
    #[must_use]
    pub fn belum_terverifikasi(self) -> bool {
        matches!(self, Self::PengetahuanUmum | Self::TidakPasti)
    }

    /// The state in words for a reader.
    #[must_use]
    pub fn sebutan(self) -> &'static str {
        match self {
            Self::Terverifikasi => "terverifikasi",
            Self::Dihitung => "terbukti dengan hitung ulang",
            Self::SumberKedua => "dari sumber kedua",
            Self::PengetahuanUmum => "belum terverifikasi (pengetahuan umum)",
            Self::TidakPasti => "belum terverifikasi (sumber berbeda atau tidak ada)",
        }
    }
}

/// A regulation, or a guideline that is cited like one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regulasi {
    /// "permenpanrb-14-2017"
    pub id: String,
    /// "Peraturan Menteri PANRB Nomor 14 Tahun 2017", as it is cited in a report.
    pub sebutan: String,
    /// "PermenPANRB 14/2017", for lists.
    pub singkatan: String,
    /// "Pedoman Penyusunan Survei Kepuasan Masyarakat ..."
    pub tentang: String,
    /// Day of setting, where it is known.
    pub ditetapkan: Option<Date>,
    /// The regulation that replaced it, by id.
    pub diganti_oleh: Option<String>,
    /// Whether it is a regulation that a report may name as its legal basis; false for guidelines and suggestions.
    pub landasan: bool,
    /// Whether it only advises; what it says needs no confirmation against any text of law.
    pub saran: bool,
    /// State of what is said here about the regulation itself.
    pub status: Status,
}

/// A dated value of law with its own citation.
#[derive(Debug, Clone, PartialEq)]
pub struct Ketentuan {
    /// "skm.pita", "nka.bobot"; the same code for all periods.
    pub kode: String,
    /// What it is, in words.
    pub judul: String,
    /// Id of the regulation.
    pub regulasi: String,
    /// Place inside the regulation ("Lampiran, Bab III huruf D").
    pub kutipan: String,
    /// First fiscal year for which it holds.
    pub mulai: i16,
    /// Last fiscal year for which it holds; none while in force.
    pub sampai: Option<i16>,
    /// How sure the value is.
    pub status: Status,
    /// Where the value was read.
    pub sumber: String,
    /// Traps and open points.
    pub catatan: Option<String>,
    /// Why no value precedes this one, where years before it are uncovered on purpose.
    pub celah: Option<String>,
    /// Unit of the value, where it has one ("responden", "bulan").
    pub satuan: Option<String>,
    /// The value.
    pub isi: Isi,
}

impl Ketentuan {
    /// Whether the value holds for fiscal year `tahun`.
    #[must_use]
    pub fn berlaku(&self, tahun: i16) -> bool {
        self.mulai <= tahun && self.sampai.is_none_or(|akhir| tahun <= akhir)
    }

    /// The number, where the value is one.
    #[must_use]
    pub fn angka(&self) -> Option<Decimal> {
        match self.isi {
            Isi::Angka(nilai) => Some(nilai),
            _ => None,
        }
    }

    /// The bands, where the value is a table of bands.
    #[must_use]
    pub fn pita(&self) -> Option<&Pita> {
        match &self.isi {
            Isi::Pita(pita) => Some(pita),
            _ => None,
        }
    }

    /// The weight or other number of one item of a list, by the item's code.
    #[must_use]
    pub fn bobot(&self, kode: &str) -> Option<Decimal> {
        self.butir()
            .iter()
            .find(|butir| butir.kode == kode)
            .and_then(|butir| butir.nilai)
    }

    /// The items, where the value is a list; otherwise none.
    #[must_use]
    pub fn butir(&self) -> &[Butir] {
        match &self.isi {
            Isi::Daftar(butir) => butir,
            _ => &[],
        }
    }
}

/// What a value of law is.
#[derive(Debug, Clone, PartialEq)]
pub enum Isi {
    /// A number (a minimum, a factor, a days count).
    Angka(Decimal),
    /// Bands of a category.
    Pita(Pita),
    /// Items in order, with or without a number each (weights, components, checklist, outline).
    Daftar(Vec<Butir>),
    /// The name of a formula that the core knows, with its wording.
    Rumus {
        /// "nka-2021"
        rumus: String,
        /// "43,5% × capaian RO + ..."
        bunyi: String,
    },
    /// Nothing is known yet; the place is kept.
    Kosong,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Butir {
    /// "efisiensi"
    pub kode: String,
    /// Its words.
    pub nama: String,
    /// Its number (weight, count, days), where it has one.
    pub nilai: Option<Decimal>,
    /// Items below it.
    pub anak: Vec<Butir>,
}

/// No value of law covers the year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("tidak ada ketentuan {kode} yang berlaku untuk tahun anggaran {tahun}")]
pub struct TidakBerlaku {
    /// Code that was asked for.
    pub kode: String,
    /// Fiscal year that was asked for.
    pub tahun: i16,
}

/// A defect in the data files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masalah {
    /// File, relative to the repository.
    pub berkas: String,
    /// What is wrong and how to mend it.
    pub pesan: String,
}

impl fmt::Display for Masalah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.berkas, self.pesan)
    }
}
