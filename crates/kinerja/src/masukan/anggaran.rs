//! Money: budget, revisions, realisation, revenue, and the treasury's scores as recorded.

use jiff::civil::Date;

use super::{Sel, Tempat};

/// A line of the budget by program and activity.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisProgram {
    /// Where it stands.
    pub tempat: Tempat,
    /// Year.
    pub tahun: i16,
    /// "perjanjian_kinerja" or "realisasi": the budget of the agreement, or of the year's end.
    pub tahap: String,
    /// Program; for the printed total the row has `total` set.
    pub program: String,
    /// Activity.
    pub kegiatan: String,
    /// Number of the sasaran kegiatan that it serves; empty where not said.
    pub no_sasaran: String,
    /// Whether the row is the printed total.
    pub total: bool,
    /// Budget in rupiah.
    pub pagu: Sel,
    /// Spending in rupiah.
    pub realisasi: Sel,
    /// Absorption as printed, percent.
    pub persen: Sel,
}

/// A line of the budget by kind of spending.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisJenisBelanja {
    /// Where it stands.
    pub tempat: Tempat,
    /// Year.
    pub tahun: i16,
    /// "dipa" (as first issued) or "realisasi" (as it stood at the year's end).
    pub tahap: String,
    /// "pegawai", "barang", "modal", "bantuan sosial"
    pub jenis: String,
    /// Whether the row is the printed total.
    pub total: bool,
    /// Budget in rupiah.
    pub pagu: Sel,
    /// Spending in rupiah.
    pub realisasi: Sel,
    /// Absorption as printed, percent.
    pub persen: Sel,
}

/// A line of the budget by source of funds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisSumberDana {
    /// Where it stands.
    pub tempat: Tempat,
    /// Year.
    pub tahun: i16,
    /// "dipa" or "realisasi"
    pub tahap: String,
    /// "rupiah murni", "pnbp", "blu", "hibah"
    pub sumber: String,
    /// Whether the row is the printed total.
    pub total: bool,
    /// Budget in rupiah.
    pub pagu: Sel,
    /// Spending in rupiah.
    pub realisasi: Sel,
}

/// A revision of the DIPA.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisRevisi {
    /// Where it stands.
    pub tempat: Tempat,
    /// Year.
    pub tahun: i16,
    /// Number of the revision.
    pub nomor: String,
    /// Date, where known.
    pub tanggal: Option<Date>,
    /// Total budget after the revision, in rupiah.
    pub pagu: Sel,
    /// Why.
    pub alasan: String,
}

/// Absorption of one month, cumulative.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisSerapanBulanan {
    /// Where it stands.
    pub tempat: Tempat,
    /// Year.
    pub tahun: i16,
    /// Month, 1 to 12.
    pub bulan: u8,
    /// Planned spending to the end of the month, rupiah.
    pub rencana: Sel,
    /// Spending to the end of the month, rupiah.
    pub realisasi: Sel,
}

/// Non-tax revenue of one year.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisPnbp {
    /// Where it stands.
    pub tempat: Tempat,
    /// Year.
    pub tahun: i16,
    /// Target in rupiah.
    pub target: Sel,
    /// Realisation in rupiah.
    pub realisasi: Sel,
}

/// A component of a treasury score (SMART, IKPA) as recorded.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisKomponen {
    /// Where it stands.
    pub tempat: Tempat,
    /// Year.
    pub tahun: i16,
    /// "penyerapan", "nilai_efisiensi", "revisi_dipa", ...; "nilai" is the recorded result.
    pub komponen: String,
    /// Its value.
    pub nilai: Sel,
    /// Day of the reading, where known: these scores move until the year is closed.
    pub per_tanggal: Option<Date>,
}
