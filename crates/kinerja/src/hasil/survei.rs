//! A monthly survey: months, parts, sample.

use crate::fakta::Kode;

/// A monthly survey.
#[derive(Debug, Clone, PartialEq)]
pub struct HasilSurvei {
    /// Id of the instrument.
    pub instrumen: String,
    /// Number of parts.
    pub jumlah_unsur: Kode,
    /// Months 1 to 12: computed index, index as printed where there is one, respondents.
    pub bulan: Vec<HasilBulan>,
    /// Parts in the order of the instrument.
    pub unsur: Vec<HasilUnsur>,
    /// Groups of parts, for instruments that have them: (name, code of the group's value).
    pub kelompok: Vec<(String, Kode)>,
    /// Unrounded year value weighted by respondents.
    pub indeks: Kode,
    /// Sum over the months of index times respondents.
    pub jumlah_tertimbang: Kode,
    /// Respondents of the year.
    pub responden: Kode,
    /// Least respondents per month by the rule of the year.
    pub minimum: Option<Kode>,
    /// Months below the minimum, 1 to 12.
    pub bulan_di_bawah_minimum: Vec<u8>,
    /// How many months that is.
    pub jumlah_bulan_di_bawah_minimum: Option<Kode>,
    /// Parts below the index, lowest first: positions in `unsur`.
    pub unsur_di_bawah: Vec<usize>,
    /// How many parts that is.
    pub jumlah_unsur_di_bawah: Kode,
    /// The index on the scale of the bands.
    pub konversi: Option<Kode>,
    /// Its class.
    pub kategori: Option<Kode>,
    /// Least sample for the population, and the margin of the respondents at hand, where the population is known.
    pub sampel: Option<HasilSampel>,
}

/// One month of a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilBulan {
    /// 1 to 12.
    pub bulan: u8,
    /// Index computed from its parts.
    pub indeks: Kode,
    /// Respondents.
    pub responden: Kode,
    /// Index times respondents; none for a month without respondents.
    pub tertimbang: Option<Kode>,
}

/// One part of a survey over the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilUnsur {
    /// Its name in the instrument.
    pub nama: String,
    /// Group of the instrument; empty for a plain one.
    pub kelompok: String,
    /// Year value weighted by respondents.
    pub nilai: Kode,
    /// Its twelve monthly values.
    pub bulan: Vec<Kode>,
    /// How far it lies below the index, where it does.
    pub selisih: Option<Kode>,
}

/// Sample and margin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilSampel {
    /// People served.
    pub populasi: Kode,
    /// Least sample.
    pub minimum: Kode,
    /// Margin in percent.
    pub galat: Kode,
}
