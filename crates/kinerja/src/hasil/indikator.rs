//! An indicator in the reported year: value, status, comparisons.

use hukum::{Arah, ProfilIndikator};

use super::HasilSurvei;
use crate::daftar::DaftarFakta;
use crate::fakta::Kode;

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

impl HasilIndikator {
    /// Whether both the survey and the target are there, so that the indicator can be measured.
    #[must_use]
    pub fn terukur(&self, fakta: &DaftarFakta) -> bool {
        fakta.angka(self.capaian.as_str()).is_some()
    }
}
