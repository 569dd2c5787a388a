//! Kinds of office and survey instruments: what is asked, of whom, and which indicator comes from where.

use rust_decimal::Decimal;
use serde::Deserialize;

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arah {
    /// Higher is better.
    Naik,
    /// Lower is better.
    Turun,
    /// Inside a range is best.
    Rentang,
}

/// A survey instrument: its parts, weights and scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Instrumen {
    /// "spkp-8", "skm-9", "iio-22", "ipk-internal", "ipk-eksternal"
    pub id: String,
    /// Its name in a report.
    pub nama: String,
    /// Short name ("SKM").
    pub singkatan: String,
    /// Regulation or guideline that sets it, as cited.
    pub dasar: String,
    /// Id of the regulation in `regulasi/`, where there is one.
    pub regulasi: Option<String>,
    /// State of verification.
    pub status: crate::Status,
    /// Lowest answer.
    pub skala_min: Decimal,
    /// Highest answer (4 for SKM; 5 for IPK before conversion; 100).
    pub skala_maks: Decimal,
    /// Groups of parts; a plain instrument has one group without a name.
    pub kelompok: Vec<Kelompok>,
    /// Least respondents of a period (month) for its index to count; none where nothing is set.
    pub minimum_responden: Option<u32>,
    /// Code of the dated value that sets the least respondents of a month ("skm.minimum_responden"), where the law sets it.
    pub ketentuan_minimum: Option<String>,
    /// Whether respondents are the office's own staff (no more than the staff can answer).
    pub responden_internal: bool,
    /// Code of the bands of its index ("skm.pita").
    pub pita: Option<String>,
    /// Code of the factor from the index to the scale of the bands ("skm.faktor").
    pub faktor_pita: Option<String>,
}

impl Instrumen {
    /// All parts in order, without their groups.
    pub fn semua_unsur(&self) -> impl Iterator<Item = &Unsur> {
        self.kelompok.iter().flat_map(|kelompok| &kelompok.unsur)
    }

    /// The part with this name, code or other spelling, whatever its capitals and spaces.
    #[must_use]
    pub fn unsur(&self, sebutan: &str) -> Option<&Unsur> {
        self.semua_unsur().find(|unsur| {
            [&unsur.kode, &unsur.nama]
                .into_iter()
                .chain(&unsur.alias)
                .any(|satu| rapi(satu).eq(rapi(sebutan)))
        })
    }
}

/// The letters of a name in lower case, without white space.
fn rapi(nama: &str) -> impl Iterator<Item = char> {
    nama.chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
}

/// A group of parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Kelompok {
    /// "A"; empty for a plain instrument.
    pub kode: String,
    /// Its name; empty for a plain instrument.
    pub nama: String,
    /// Its parts in order.
    pub unsur: Vec<Unsur>,
}

/// One part of an instrument.
#[derive(Debug, Clone, PartialEq)]
pub struct Unsur {
    /// "waktu-penyelesaian"; used in codes of fakta.
    pub kode: String,
    /// Its name.
    pub nama: String,
    /// Other spellings that count as this part.
    pub alias: Vec<String>,
    /// Weight in percent; none where all parts weigh the same.
    pub bobot: Option<Decimal>,
}

/// A kind of office.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfilKantor {
    /// "kanim"
    pub id: String,
    /// "Kantor Imigrasi"
    pub nama: String,
    /// Legal basis of its organisation, each with its state of verification.
    pub dasar_organisasi: Vec<DasarOrganisasi>,
    /// Its indicators in the order of the report.
    pub indikator: Vec<ProfilIndikator>,
    /// Duties of the office, in the order of the report.
    pub tugas: Vec<String>,
    /// Units of the office: name and duties, for the structure chart and the text.
    pub unit: Vec<UnitKerja>,
    /// Days after the end of the year by which the report is due, where it is known.
    pub tenggat_hari: Option<u32>,
}

/// A legal basis of the organisation of a kind of office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DasarOrganisasi {
    /// As it is cited.
    pub sebutan: String,
    /// How sure it is.
    pub status: crate::Status,
    /// What a person should still confirm.
    pub catatan: Option<String>,
}

/// A unit of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitKerja {
    /// "Seksi Lalu Lintas Keimigrasian"
    pub nama: String,
    /// Its duty in one sentence.
    pub tugas: String,
    /// Units below it.
    pub anak: Vec<UnitKerja>,
}

/// An indicator of a kind of office.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfilIndikator {
    /// "IKM"; its lower case starts the codes of its fakta ("ikm.2023.realisasi").
    pub kode: String,
    /// Full name.
    pub nama: String,
    /// What it measures, for the report.
    pub definisi: String,
    /// How it is measured, for the report.
    pub cara_ukur: String,
    /// Which way is better.
    pub arah: Arah,
    /// "indeks"
    pub satuan: String,
    /// Decimals of the published value.
    pub presisi: u32,
    /// Highest value that it can have (100 for a percentage, 4 for an index), where there is one.
    pub maksimum: Option<Decimal>,
    /// Where its realisation comes from.
    pub sumber: SumberIndikator,
    /// Other spellings.
    pub alias: Vec<String>,
}

/// Where an indicator's realisation comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum SumberIndikator {
    /// A monthly survey with this instrument: year value weighted by respondents.
    SurveiBulanan {
        /// Id of the instrument.
        instrumen: String,
        /// Whether data on scale 100 are brought back to the scale of the answers; the divisor is a value of law.
        konversi_skala_100: bool,
    },
    /// Groups of respondents, each with weighted parts, pooled by number of respondents.
    SurveiKelompok {
        /// Instruments in order: (code of the group "internal", id of the instrument, least respondents).
        kelompok: Vec<(String, String, Option<u32>)>,
    },
    /// A value that the office records.
    Dicatat,
}
