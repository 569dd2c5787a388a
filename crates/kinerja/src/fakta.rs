//! Fakta: a value and its proof.

use std::borrow::Borrow;
use std::fmt;

use hukum::Status;
use rust_decimal::Decimal;

use crate::bilangan;
use crate::masukan::Tempat;
use crate::rumus::Rumus;
use crate::selang::Selang;
use crate::ungkapan::Ungkapan;

/// The name of a fakta: "ikm.2023.realisasi".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kode(String);

impl Kode {
    /// A code from its text.
    pub fn new(teks: impl Into<String>) -> Self {
        Self(teks.into())
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Kode {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Kode {
    fn from(teks: &str) -> Self {
        Self(teks.to_owned())
    }
}

impl From<String> for Kode {
    fn from(teks: String) -> Self {
        Self(teks)
    }
}

impl fmt::Display for Kode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A value and its proof.
#[derive(Debug, Clone, PartialEq)]
pub struct Fakta {
    /// Its name.
    pub kode: Kode,
    /// What it is, in words for a reader.
    pub label: String,
    /// Unit.
    pub satuan: Satuan,
    /// Decimals with which it is shown and published.
    pub presisi: u32,
    /// The value, or why there is none.
    pub nilai: Result<Nilai, Rumpang>,
    /// Where it comes from.
    pub asal: Asal,
    /// A figure printed elsewhere for the same thing, kept beside it.
    pub tercetak: Option<Tercetak>,
}

/// What a fakta holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Nilai {
    /// A number.
    Angka(Decimal),
    /// A class of an ordered scale.
    Ordinal(Ordinal),
}

/// A class of an ordered scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ordinal {
    /// "A"; may be empty.
    pub huruf: String,
    /// "Sangat Baik"
    pub nama: String,
    /// 0 is the lowest class.
    pub peringkat: usize,
}

impl fmt::Display for Ordinal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.huruf.is_empty() {
            f.write_str(&self.nama)
        } else {
            write!(f, "{} ({})", self.huruf, self.nama)
        }
    }
}

/// Why a value is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rumpang {
    /// The cell is empty.
    BelumDiisi(Tempat),
    /// The cell does not hold a number.
    SelRusak(Tempat, String),
    /// It needs values that are missing themselves.
    Bergantung(Vec<Kode>),
    /// The formula has no value here ("target nol").
    TidakTerdefinisi(String),
    /// The office cannot know it, or did not hand it in, and says why.
    TidakTersedia(String),
}

impl fmt::Display for Rumpang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BelumDiisi(tempat) => write!(f, "belum diisi pada {tempat}"),
            Self::SelRusak(tempat, sebab) => write!(f, "isi {tempat} bukan angka: {sebab}"),
            Self::Bergantung(kode) => {
                let daftar: Vec<&str> = kode.iter().map(Kode::as_str).collect();
                write!(f, "memerlukan {} yang belum tersedia", daftar.join(", "))
            }
            Self::TidakTerdefinisi(sebab) => write!(f, "belum dapat diukur: {sebab}"),
            Self::TidakTersedia(sebab) => f.write_str(sebab),
        }
    }
}

/// Units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Satuan {
    /// An index on its instrument's scale.
    Indeks,
    /// Percent.
    Persen,
    /// Difference of two percentages.
    PoinPersen,
    /// Rupiah.
    Rupiah,
    /// People.
    Orang,
    /// A score (SMART, IKPA).
    Nilai,
    /// A class of an ordered scale.
    Kategori,
    /// Any other unit by its name ("kegiatan", "hari").
    Lain(String),
}

impl Satuan {
    /// The unit from the word of an input file.
    #[must_use]
    pub fn from_kata(kata: &str) -> Self {
        match kata.trim().to_lowercase().as_str() {
            "indeks" => Self::Indeks,
            "persen" | "%" => Self::Persen,
            "rupiah" | "rp" => Self::Rupiah,
            "orang" => Self::Orang,
            "nilai" => Self::Nilai,
            lain => Self::Lain(lain.to_owned()),
        }
    }

    /// The unit of a difference of two values of this unit: two percentages differ by points.
    #[must_use]
    pub fn selisih(self) -> Self {
        match self {
            Self::Persen => Self::PoinPersen,
            satuan => satuan,
        }
    }

    /// The unit's name.
    #[must_use]
    pub fn nama(&self) -> &str {
        match self {
            Self::Indeks => "indeks",
            Self::Persen => "persen",
            Self::PoinPersen => "poin persen",
            Self::Rupiah => "rupiah",
            Self::Orang => "orang",
            Self::Nilai => "nilai",
            Self::Kategori => "kategori",
            Self::Lain(nama) => nama,
        }
    }

    /// Whether values of this unit are counted, not measured, so that a printed figure is exact.
    #[must_use]
    pub fn tercacah(&self) -> bool {
        matches!(self, Self::Rupiah | Self::Orang)
    }
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Asal {
    /// A cell of the input.
    Masukan {
        /// Where.
        tempat: Tempat,
        /// Its text.
        teks: String,
    },
    /// A cell of the input, corrected.
    Koreksi {
        /// Where the corrected cell stands.
        tempat: Tempat,
        /// Its text as printed.
        tercetak: String,
        /// Why it was corrected.
        alasan: String,
        /// What proves it.
        dasar: String,
    },
    /// A dated value of law.
    Ketentuan {
        /// Its code in `regulasi/`.
        ketentuan: String,
        /// Its citation.
        kutipan: String,
        /// State of verification.
        status: Status,
    },
    /// A computation.
    Hitungan(Hitungan),
}

/// A computation: formula, basis, the fakta it used, the rounding it applied.
#[derive(Debug, Clone, PartialEq)]
pub struct Hitungan {
    /// The named formula.
    pub rumus: &'static Rumus,
    /// Legal or methodical basis, as cited.
    pub dasar: Vec<String>,
    /// The formula over fakta.
    pub ungkapan: Ungkapan,
    /// Decimals to which the result was rounded half up; none where it was not rounded.
    pub pembulatan: Option<u32>,
}

/// A printed figure kept beside the computed one.
#[derive(Debug, Clone, PartialEq)]
pub struct Tercetak {
    /// Where it was printed.
    pub tempat: Tempat,
    /// Its text.
    pub teks: String,
    /// Its value.
    pub nilai: Decimal,
    /// How it compares.
    pub kecocokan: Kecocokan,
}

/// How a printed figure compares with the computed one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kecocokan {
    /// The same at the printed precision.
    Sama,
    /// Another value, but some usual rounding of the operands gives it.
    DalamPembulatan(Selang),
    /// No usual rounding of the operands gives it.
    Bertentangan(Selang),
    /// The computed value is missing.
    TidakTeruji,
}

impl Fakta {
    /// The number, where there is one.
    #[must_use]
    pub fn angka(&self) -> Option<Decimal> {
        match self.nilai {
            Ok(Nilai::Angka(nilai)) => Some(nilai),
            _ => None,
        }
    }

    /// The class, where it is one.
    #[must_use]
    pub fn ordinal(&self) -> Option<&Ordinal> {
        match &self.nilai {
            Ok(Nilai::Ordinal(ordinal)) => Some(ordinal),
            _ => None,
        }
    }

    /// The value as shown, without its unit ("3,93"; "Rp10.979.506.000"; "A (Sangat Baik)"); none for a gap.
    #[must_use]
    pub fn tampil(&self) -> Option<String> {
        match self.nilai.as_ref().ok()? {
            Nilai::Angka(nilai) if self.satuan == Satuan::Rupiah => {
                Some(bilangan::format_rupiah(*nilai))
            }
            Nilai::Angka(nilai) => Some(bilangan::format(*nilai, self.presisi)),
            Nilai::Ordinal(ordinal) => Some(ordinal.to_string()),
        }
    }

    /// The value as shown with its unit ("120,92%", "3,93 indeks", "580 orang"); none for a gap.
    #[must_use]
    pub fn tampil_bersatuan(&self) -> Option<String> {
        let teks = self.tampil()?;
        Some(match &self.satuan {
            Satuan::Rupiah | Satuan::Kategori | Satuan::Nilai => teks,
            Satuan::Persen => format!("{teks}%"),
            satuan => format!("{teks} {}", satuan.nama()),
        })
    }
}
