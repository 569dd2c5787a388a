//! What was computed, arranged for a report: every number is a code into the ledger.

mod anggaran;
mod indikator;
mod survei;

use crate::daftar::DaftarFakta;
use crate::fakta::Kode;
use crate::masukan::TingkatSasaran;

pub use anggaran::{HasilAnggaran, HasilEfisiensi, HasilIkpa, HasilPnbp, HasilSmart, PosAnggaran};
pub use indikator::{
    ArahPerubahan, HasilIndikator, HasilJangkaMenengah, HasilKelompok, HasilPembanding,
    HasilPerubahan, HasilTahun, StatusCapaian,
};
pub use survei::{HasilBulan, HasilSampel, HasilSurvei, HasilUnsur};

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
    /// The action plan of the year, line by line.
    pub rencana_aksi: Vec<HasilRencanaAksi>,
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

/// A line of the action plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HasilRencanaAksi {
    /// Position in `Masukan::rencana_aksi`.
    pub baris: usize,
    /// Targets of the quarters; none for a quarter that was left open.
    pub triwulan: [Option<Kode>; 4],
    /// What the quarters come to at the year's end; none while they do not say.
    pub setahun: Option<Kode>,
    /// Target of the agreement for the same indicator; none where the agreement has no such line.
    pub target: Option<Kode>,
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
