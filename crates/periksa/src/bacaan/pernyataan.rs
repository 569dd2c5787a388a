//! What a number says: of what, of whom, when, in which role.

use super::{AngkaId, Letak};

/// What a number says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pernyataan {
    /// The number.
    pub angka: AngkaId,
    /// Of what.
    pub perihal: Perihal,
    /// Of whom.
    pub milik: Milik,
    /// Of which year; none where the text leaves it open.
    pub tahun: Option<i16>,
    /// Of which month, from 1; none for the whole year.
    pub bulan: Option<u8>,
    /// In which role.
    pub peran: Peran,
    /// Said where.
    pub asal: Asal,
    /// Numbers that belong together (target, realisasi and capaian of one sentence or one row) share a number here.
    pub kelompok: usize,
}

impl Pernyataan {
    /// Statements that were read apart, each list with how many groups it has, put together; groups are numbered from `dari`.
    pub(crate) fn gabung(dari: usize, bagian: Vec<(Vec<Self>, usize)>) -> Vec<Self> {
        let mut hasil = Vec::with_capacity(bagian.iter().map(|(satu, _)| satu.len()).sum());
        let mut kelompok = dari;
        for (satu, banyak) in bagian {
            hasil.extend(satu.into_iter().map(|p| Self {
                kelompok: p.kelompok + kelompok,
                ..p
            }));
            kelompok += banyak;
        }
        hasil
    }
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Perihal {
    /// What kind of thing.
    pub jenis: JenisPerihal,
    /// Its normalised name: the same thing has the same key throughout one document.
    ///
    /// Indicators: the code of the profile in lower case ("ikm") or "indikator-3" by the index in `Bacaan::indikator`.
    /// Budget: "total", "belanja pegawai", "program dukungan manajemen". Parts: "ikm/informasi". Staff: "jumlah", "golongan iii".
    pub kunci: String,
}

/// What kind of thing is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JenisPerihal {
    /// An indicator.
    Indikator,
    /// A part of an indicator's instrument.
    Unsur,
    /// Spending: its ceiling is a `Target`, what was spent a `Realisasi`, the share a `Capaian`.
    Anggaran,
    /// Revenue, likewise.
    Pendapatan,
    /// Staff.
    Pegawai,
    /// Respondents of an indicator's survey.
    Responden,
    /// Mean of the capaian of several indicators.
    RerataCapaian,
    /// Score of budget performance (NKA, SMART, IKPA) and its parts.
    KinerjaAnggaran,
    /// Any other row or thing, by its name.
    Lain,
}

/// Whose number it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Milik {
    /// The reporting office's own.
    Sendiri,
    /// Another body's, by its normalised name.
    Lain(String),
}

/// In which role a number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Peran {
    /// Target, or ceiling of a budget.
    Target,
    /// Target at the end of the plan's period (jangka menengah); `tahun` is that year.
    TargetJangkaMenengah,
    /// Realisasi.
    Realisasi,
    /// Realisasi as a share of the target, in percent.
    Capaian,
    /// Realisasi as a share of the target of the plan's last year, in percent.
    CapaianJangkaMenengah,
    /// Change against the year before; its unit tells whether in percent or points.
    Perubahan,
    /// What is left (pagu less realisasi).
    Sisa,
    /// Weight.
    Bobot,
    /// Number of things or persons.
    Jumlah,
    /// A score before it is weighted, a mean of answers.
    Nilai,
    /// Least number that is asked for.
    Minimum,
}

/// Said where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asal {
    /// In a sentence, by its index.
    Kalimat(usize),
    /// In a table, by its index.
    Tabel(usize),
    /// In a formula, by its index.
    Rumus(usize),
}

/// An indicator that the document speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndikatorCetak {
    /// The key of its [`Perihal`].
    pub kunci: String,
    /// Code in the profile, where it is one that we know.
    pub kode: Option<String>,
    /// Full name, as the agreement or else the first table of indicators prints it.
    pub nama: String,
    /// Where that stands.
    pub letak: Letak,
    /// Other spellings and abbreviations found in the document.
    pub sebutan: Vec<String>,
    /// Whether it stands in the office's own part of the agreement (sasaran kegiatan, or the only level there is).
    pub diperjanjikan: bool,
    /// Unit as printed beside its target ("indeks", "persen", "layanan").
    pub satuan: Option<String>,
}

impl Perihal {
    /// Key that stands for all indicators of the agreement in a claim about all of them.
    pub const SEMUA: &'static str = "semua";

    /// An indicator by its key.
    pub fn indikator(kunci: impl Into<String>) -> Self {
        Self {
            jenis: JenisPerihal::Indikator,
            kunci: kunci.into(),
        }
    }

    /// A budget line by its key.
    pub fn anggaran(kunci: impl Into<String>) -> Self {
        Self {
            jenis: JenisPerihal::Anggaran,
            kunci: kunci.into(),
        }
    }
}
