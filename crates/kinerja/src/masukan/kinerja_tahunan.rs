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
