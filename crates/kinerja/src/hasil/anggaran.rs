//! Money: budget, efficiency, revenue, the treasury's scores.

use crate::fakta::Kode;

/// The budget of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilAnggaran {
    /// Year.
    pub tahun: i16,
    /// Budget at the year's end.
    pub pagu: Kode,
    /// Spending.
    pub realisasi: Kode,
    /// Absorption, percent.
    pub penyerapan: Kode,
    /// Remainder.
    pub sisa: Kode,
    /// By kind of spending.
    pub jenis: Vec<PosAnggaran>,
    /// By program and activity, at the year's end.
    pub program: Vec<PosAnggaran>,
    /// By source of funds.
    pub sumber: Vec<PosAnggaran>,
    /// By program and activity in the performance agreement, and its total.
    pub perjanjian: Vec<PosAnggaran>,
    /// Total of the agreement's budget.
    pub pagu_perjanjian: Option<Kode>,
    /// Budget at the year's end minus budget of the agreement.
    pub perubahan_pagu: Option<Kode>,
    /// Revisions: (number, reason, budget after it).
    pub revisi: Vec<(String, String, Kode)>,
    /// DIPA as first issued, by kind of spending.
    pub dipa_jenis: Vec<PosAnggaran>,
    /// Total by program, where kinds of spending give the year's own total.
    pub jumlah_program: Option<PosAnggaran>,
    /// Total by source of funds.
    pub jumlah_sumber: Option<PosAnggaran>,
    /// Total of the DIPA as first issued.
    pub jumlah_dipa: Option<PosAnggaran>,
    /// Months: (month, plan, realisation, absorption).
    pub bulan: Vec<(u8, Kode, Kode, Kode)>,
    /// Change of absorption against the year before, in points.
    pub perubahan_penyerapan: Option<Kode>,
}

/// A line of the budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PosAnggaran {
    /// Its name.
    pub nama: String,
    /// Activity under a program; empty otherwise.
    pub kegiatan: String,
    /// Budget.
    pub pagu: Kode,
    /// Spending, where the table has it.
    pub realisasi: Option<Kode>,
    /// Absorption, where the table has spending.
    pub penyerapan: Option<Kode>,
    /// Remainder, where the table has spending.
    pub sisa: Option<Kode>,
}

/// Efficiency of resources for one sasaran kegiatan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilEfisiensi {
    /// Number of the sasaran.
    pub no_sasaran: String,
    /// The sasaran.
    pub sasaran: String,
    /// Budget that serves it.
    pub pagu: Kode,
    /// Spending that serves it.
    pub realisasi: Kode,
    /// Absorption.
    pub penyerapan: Kode,
    /// Mean capaian of its indicators.
    pub capaian: Kode,
    /// Efficiency, percent.
    pub efisiensi: Kode,
}

/// Non-tax revenue of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilPnbp {
    /// Year.
    pub tahun: i16,
    /// Target.
    pub target: Kode,
    /// Realisation.
    pub realisasi: Kode,
    /// Realisation over target, percent.
    pub capaian: Kode,
    /// Realisation minus target.
    pub selisih: Kode,
}

/// SMART of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilSmart {
    /// Year.
    pub tahun: i16,
    /// Components: (name, weight where the law gives one, value).
    pub komponen: Vec<(String, Option<Kode>, Kode)>,
    /// Value as recorded.
    pub tercatat: Kode,
    /// Value recomputed by the weights of the year.
    pub hitung: Kode,
    /// Class of the recomputed value, or of the recorded one where nothing can be recomputed.
    pub kategori: Option<Kode>,
    /// Name of the formula in force ("nka-2021"); two years with different names are not compared.
    pub rumus: Option<String>,
}

/// IKPA of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilIkpa {
    /// Year.
    pub tahun: i16,
    /// Components: (name, weight, weighted score).
    pub komponen: Vec<(String, Option<Kode>, Kode)>,
    /// The result: as recorded, or the sum.
    pub nilai: Kode,
    /// Sum of the weighted scores.
    pub jumlah: Kode,
    /// Class.
    pub kategori: Option<Kode>,
}
