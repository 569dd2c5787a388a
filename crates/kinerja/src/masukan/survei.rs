//! Survey results by month or by group of respondents.

use super::Sel;

/// A monthly survey.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SurveiBulanan {
    /// Id of the instrument ("spkp-8").
    pub instrumen: String,
    /// File or sheet it came from ("skm_bulanan.csv").
    pub berkas: String,
    /// Year.
    pub tahun: i16,
    /// One row per part, twelve cells each.
    pub unsur: Vec<BarisUnsurBulanan>,
    /// The index of each month as printed.
    pub indeks: Vec<Sel>,
    /// Respondents of each month.
    pub responden: Vec<Sel>,
    /// People served in the year, where known, for the sample's margin.
    pub populasi: Sel,
    /// Scale of the data where it is not the instrument's own (4 or 100).
    pub skala: Sel,
}

/// One part of an instrument over twelve months.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisUnsurBulanan {
    /// Group ("A"); empty for a plain instrument.
    pub kelompok: String,
    /// Name as given.
    pub nama: String,
    /// Code of the part in the instrument; `paket` has matched it.
    pub kode: String,
    /// January to December.
    pub nilai: Vec<Sel>,
}

/// A survey by groups of respondents.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SurveiKelompok {
    /// Code of the indicator ("IPK").
    pub indikator: String,
    /// File or sheet it came from.
    pub berkas: String,
    /// Year.
    pub tahun: i16,
    /// The groups in order.
    pub kelompok: Vec<KelompokResponden>,
}

/// One group of respondents.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KelompokResponden {
    /// "internal", "eksternal"
    pub kode: String,
    /// Number of respondents.
    pub responden: Sel,
    /// The group's value as printed, used where a part is a gap.
    pub tercetak: Sel,
    /// Highest answer of the data where they are not on the index's own scale of 4 (5 before conversion).
    pub skala: Sel,
    /// Its parts.
    pub unsur: Vec<BarisUnsurKelompok>,
}

/// One part of a group's questionnaire.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisUnsurKelompok {
    /// Name as given.
    pub nama: String,
    /// Code of the part in the instrument.
    pub kode: String,
    /// Weight in percent.
    pub bobot: Sel,
    /// Value.
    pub nilai: Sel,
}
