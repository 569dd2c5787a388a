//! Indicators by year, the performance agreement, and values to compare with.

use super::{Sel, Tempat};

/// One indicator in one year.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisIndikator {
    /// Where it stands.
    pub tempat: Tempat,
    /// Code of the indicator in the profile ("IKM").
    pub kode: String,
    /// Its name as given.
    pub nama: String,
    /// Year.
    pub tahun: i16,
    /// Target (lower edge where the direction is a range).
    pub target: Sel,
    /// Upper edge of the target where the direction is a range.
    pub target_atas: Sel,
    /// Realisation as recorded; computed where the year's survey is in the package.
    pub realisasi: Sel,
    /// Capaian as printed, in percent.
    pub capaian: Sel,
    /// Name of the formula or instrument of that year, where it differs from this year's ("SKM 9 unsur");
    /// two years with different names are not compared.
    pub metode: String,
}

/// A line of the performance agreement.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisPerjanjian {
    /// Where it stands.
    pub tempat: Tempat,
    /// Year of the agreement.
    pub tahun: i16,
    /// Level.
    pub tingkat: TingkatSasaran,
    /// Number of the objective.
    pub no_sasaran: String,
    /// The objective.
    pub sasaran: String,
    /// Number of the indicator under its objective.
    pub no_indikator: String,
    /// The indicator.
    pub indikator: String,
    /// Code of the indicator in the profile, where it is one of the office's own.
    pub kode: String,
    /// Target.
    pub target: Sel,
    /// Unit of the target.
    pub satuan: String,
    /// Realisation, for indicators that have no row of their own.
    pub realisasi: Sel,
    /// Why there is no realisation ("diukur pada tingkat kementerian").
    pub penjelasan: String,
    /// Numbers of the objectives one level up that this one serves ("1, 3"); empty where not said.
    pub mendukung: String,
}

/// A line of the action plan: the targets of the quarters of one indicator of the agreement.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisRencanaAksi {
    /// Where it stands.
    pub tempat: Tempat,
    /// Year of the agreement.
    pub tahun: i16,
    /// Level of the objective.
    pub tingkat: TingkatSasaran,
    /// Number of the objective in the agreement.
    pub no_sasaran: String,
    /// Number of the indicator in the agreement.
    pub no_indikator: String,
    /// The indicator, for a reader of the sheet.
    pub indikator: String,
    /// Whether each target is of its own quarter alone; otherwise it counts from the year's start.
    pub per_triwulan: bool,
    /// Targets of the four quarters.
    pub triwulan: [Sel; 4],
    /// What will be done.
    pub kegiatan: String,
    /// Who answers for it.
    pub penanggung_jawab: String,
}

impl BarisRencanaAksi {
    /// Whether it plans for this line of the agreement.
    #[must_use]
    pub fn milik(&self, baris: &BarisPerjanjian) -> bool {
        self.tahun == baris.tahun
            && self.tingkat == baris.tingkat
            && self.no_sasaran == baris.no_sasaran
            && self.no_indikator == baris.no_indikator
    }
}

/// Level of an objective in the performance agreement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum TingkatSasaran {
    /// Sasaran strategis.
    #[default]
    Strategis,
    /// Sasaran program.
    Program,
    /// Sasaran kegiatan.
    Kegiatan,
}

impl TingkatSasaran {
    /// All levels, the highest first.
    pub const SEMUA: [Self; 3] = [Self::Strategis, Self::Program, Self::Kegiatan];

    /// As a form says it.
    #[must_use]
    pub const fn sebutan(self) -> &'static str {
        match self {
            Self::Strategis => "Sasaran Strategis",
            Self::Program => "Sasaran Program",
            Self::Kegiatan => "Sasaran Kegiatan",
        }
    }

    /// Its word in a sheet.
    #[must_use]
    pub const fn kata(self) -> &'static str {
        match self {
            Self::Strategis => "sasaran_strategis",
            Self::Program => "sasaran_program",
            Self::Kegiatan => "sasaran_kegiatan",
        }
    }
}

/// A value of another unit to compare with.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisPembanding {
    /// Where it stands.
    pub tempat: Tempat,
    /// Code of the indicator.
    pub kode: String,
    /// Year.
    pub tahun: i16,
    /// "kanwil", "unit_eselon_1", "kementerian", "nasional", "satker_lain"
    pub jenis: String,
    /// Name of the unit or standard.
    pub nama: String,
    /// Its value.
    pub nilai: Sel,
    /// Where the value was read.
    pub sumber: String,
}
