//! What was computed, arranged for a report: every number is a code into the ledger.

use hukum::{Arah, ProfilIndikator};

use crate::daftar::DaftarFakta;
use crate::fakta::Kode;
use crate::masukan::TingkatSasaran;

/// The computed year of one office.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hasil {
    /// The ledger.
    pub fakta: DaftarFakta,
    /// Fiscal year that is reported.
    pub tahun: i16,
    /// The indicators of the profile, in its order.
    pub indikator: Vec<HasilIndikator>,
    /// Mean of capaian and the counts of indicators.
    pub rangkuman: Option<Rangkuman>,
    /// The performance agreement of the year, line by line.
    pub perjanjian: Vec<HasilPerjanjian>,
    /// The performance agreement of the next year, where it was handed in.
    pub perjanjian_berikutnya: Option<PerjanjianBerikutnya>,
    /// The budget of the years handed in, latest first.
    pub anggaran: Vec<HasilAnggaran>,
    /// Efficiency of resources per sasaran kegiatan.
    pub efisiensi: Vec<HasilEfisiensi>,
    /// Non-tax revenue, latest first.
    pub pnbp: Vec<HasilPnbp>,
    /// SMART by year, latest first.
    pub smart: Vec<HasilSmart>,
    /// IKPA by year, latest first.
    pub ikpa: Vec<HasilIkpa>,
    /// Staff.
    pub pegawai: HasilPegawai,
    /// Counts of the register of activities, in its order (index into `Masukan::kegiatan`, code of the count).
    pub kegiatan: Vec<(usize, Kode)>,
    /// Provisions of law that were used and are still unverified: (code, title, citation).
    pub ketentuan_belum_terverifikasi: Vec<(String, String, String)>,
    /// Provisions of law that were needed and that nothing covers for the year.
    pub ketentuan_tidak_ada: Vec<String>,
}

/// One indicator in the reported year.
#[derive(Debug, Clone, PartialEq)]
pub struct HasilIndikator {
    /// Its entry in the profile.
    pub profil: ProfilIndikator,
    /// Lower-case code that starts the codes of its fakta ("ikm").
    pub awalan: String,
    /// Target of the year.
    pub target: Kode,
    /// Published value of the year.
    pub realisasi: Kode,
    /// Capaian in percent.
    pub capaian: Kode,
    /// How it stands against the target; none while it cannot be measured.
    pub status: Option<StatusCapaian>,
    /// The survey behind it, where it is monthly.
    pub survei: Option<HasilSurvei>,
    /// The groups behind it, where it is a survey by groups.
    pub kelompok: Vec<HasilKelompok>,
    /// Earlier years and this one, oldest first.
    pub riwayat: Vec<HasilTahun>,
    /// Change against the year before, where the two may be compared.
    pub perubahan: Option<HasilPerubahan>,
    /// Why two years are not compared ("metode berbeda: ...").
    pub tidak_diperbandingkan: Option<String>,
    /// The mid-term target.
    pub jangka_menengah: Option<HasilJangkaMenengah>,
    /// Other units and standards.
    pub pembanding: Vec<HasilPembanding>,
}

/// How a value stands against its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusCapaian {
    /// Better than the target.
    Melampaui,
    /// Exactly the target.
    Tercapai,
    /// Short of the target.
    TidakTercapai,
}

impl StatusCapaian {
    /// As a report says it.
    #[must_use]
    pub fn sebutan(self) -> &'static str {
        match self {
            Self::Melampaui => "melampaui target",
            Self::Tercapai => "mencapai target",
            Self::TidakTercapai => "belum mencapai target",
        }
    }
}

/// Direction of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArahPerubahan {
    /// Higher than before.
    Naik,
    /// Lower than before.
    Turun,
    /// The same.
    Tetap,
}

impl ArahPerubahan {
    /// "peningkatan", "penurunan", or "tidak berubah".
    #[must_use]
    pub fn sebutan(self) -> &'static str {
        match self {
            Self::Naik => "peningkatan",
            Self::Turun => "penurunan",
            Self::Tetap => "tidak berubah",
        }
    }

    /// Whether the change is for the better, for an indicator of this direction; a range has no better side.
    #[must_use]
    pub fn membaik(self, arah: Arah) -> Option<bool> {
        match (self, arah) {
            (Self::Tetap, _) | (_, Arah::Rentang) => None,
            (Self::Naik, Arah::Naik) | (Self::Turun, Arah::Turun) => Some(true),
            _ => Some(false),
        }
    }
}

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

/// A group of respondents of a survey by groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilKelompok {
    /// "internal"
    pub kode: String,
    /// Name of its instrument.
    pub nama: String,
    /// Respondents.
    pub responden: Kode,
    /// The group's value: from its parts, or as printed where a part is a gap.
    pub nilai: Kode,
    /// Whether the value is the printed one.
    pub dari_tercetak: bool,
    /// Parts: (name, weight, value).
    pub unsur: Vec<(String, Kode, Kode)>,
    /// Least respondents, where one is set.
    pub minimum: Option<Kode>,
    /// Whether the respondents reach it.
    pub cukup: Option<bool>,
}

/// One year of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilTahun {
    /// Year.
    pub tahun: i16,
    /// Target.
    pub target: Kode,
    /// Realisation.
    pub realisasi: Kode,
    /// Capaian.
    pub capaian: Kode,
}

/// Change against the year before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilPerubahan {
    /// The earlier year.
    pub tahun_lalu: i16,
    /// Difference of realisations.
    pub selisih: Kode,
    /// Difference in percent of the earlier value.
    pub persen: Kode,
    /// Difference of capaian in points.
    pub selisih_capaian: Kode,
    /// Direction; none where a value is missing.
    pub arah: Option<ArahPerubahan>,
}

/// Comparison with the mid-term target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilJangkaMenengah {
    /// Last year of the plan.
    pub tahun: i16,
    /// Its target.
    pub target: Kode,
    /// Realisation over that target, percent, by the indicator's direction.
    pub capaian: Kode,
    /// How it stands.
    pub status: Option<StatusCapaian>,
}

/// Comparison with another unit or a standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilPembanding {
    /// Its name.
    pub nama: String,
    /// "kanwil", "unit_eselon_1", "kementerian", "nasional", "satker_lain"
    pub jenis: String,
    /// Where its value was read.
    pub sumber: String,
    /// Its value.
    pub nilai: Kode,
    /// The office minus the other.
    pub selisih: Kode,
    /// The office over the other, percent.
    pub persen: Kode,
    /// Whether the office is higher; none where a value is missing.
    pub arah: Option<ArahPerubahan>,
}

/// Mean of capaian and counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rangkuman {
    /// Mean of the published capaian of the indicators that can be measured.
    pub rata_capaian: Kode,
    /// Indicators.
    pub jumlah_indikator: Kode,
    /// Those that can be measured.
    pub jumlah_terukur: Kode,
    /// Those that reach or pass their target.
    pub jumlah_tercapai: Kode,
    /// Sasaran kegiatan of the agreement.
    pub jumlah_sasaran: Kode,
}

/// A line of the performance agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilPerjanjian {
    /// Position in `Masukan::perjanjian`.
    pub baris: usize,
    /// Level.
    pub tingkat: TingkatSasaran,
    /// Target.
    pub target: Kode,
    /// Realisation: the indicator's own, or as recorded; none where nothing was handed in.
    pub realisasi: Option<Kode>,
    /// Capaian, where there is a realisation.
    pub capaian: Option<Kode>,
}

/// The performance agreement of the next year: targets and budget, nothing realised yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerjanjianBerikutnya {
    /// Its year.
    pub tahun: i16,
    /// Its lines.
    pub baris: Vec<HasilPerjanjian>,
    /// Its budget by program and activity.
    pub anggaran: Vec<PosAnggaran>,
    /// The budget's total.
    pub pagu: Option<Kode>,
}

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

/// Staff.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HasilPegawai {
    /// Number of staff.
    pub jumlah: Option<Kode>,
    /// Posts: (name, code).
    pub formasi: Vec<(String, Kode)>,
    /// Table by rank: (rank, cells in the order of the input's columns, row total computed from the columns of ranks).
    pub golongan: Vec<(String, Vec<Kode>, Kode)>,
}

impl HasilIndikator {
    /// Whether both the survey and the target are there, so that the indicator can be measured.
    #[must_use]
    pub fn terukur(&self, fakta: &DaftarFakta) -> bool {
        fakta.angka(self.capaian.as_str()).is_some()
    }
}
