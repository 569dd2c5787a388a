//! Kinds of planted errors.

mod angka;
mod hukum;
mod kelengkapan;
mod klaim;
mod pertentangan;
mod templat;
mod ubah;

use std::collections::{BTreeMap, BTreeSet};

use document::Document;
use kinerja::DaftarFakta;

use crate::acak::Acak;
use crate::daun::{Daun, Wadah};

/// A family of kinds, with the recall and the precision that it should reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keluarga {
    /// What arithmetic alone tells.
    Aritmetika,
    /// What is left of a template.
    Templat,
    /// The same thing said in two ways.
    Pertentangan,
    /// Words against numbers.
    Klaim,
    /// What differs from a provision in force.
    Hukum,
    /// What is not there.
    Kelengkapan,
}

impl Keluarga {
    /// Every family.
    pub const SEMUA: [Self; 6] = [
        Self::Aritmetika,
        Self::Templat,
        Self::Pertentangan,
        Self::Klaim,
        Self::Hukum,
        Self::Kelengkapan,
    ];

    /// The group of rules that is to find it, by its folder.
    #[must_use]
    pub fn kelompok(self) -> &'static [&'static str] {
        match self {
            Self::Aritmetika => &["angka", "tabel"],
            Self::Templat => &["templat"],
            Self::Pertentangan => &["konsistensi"],
            Self::Klaim => &["klaim"],
            Self::Hukum => &["hukum"],
            Self::Kelengkapan => &["kelengkapan"],
        }
    }

    /// Recall and precision to reach, in percent.
    #[must_use]
    pub fn target(self) -> Option<(usize, usize)> {
        match self {
            Self::Aritmetika => Some((95, 98)),
            Self::Templat => Some((98, 95)),
            Self::Pertentangan | Self::Klaim => Some((80, 95)),
            Self::Hukum | Self::Kelengkapan => None,
        }
    }

    /// Its name in a table.
    #[must_use]
    pub fn nama(self) -> &'static str {
        match self {
            Self::Aritmetika => "arithmetic",
            Self::Templat => "template leftovers",
            Self::Pertentangan => "contradictions",
            Self::Klaim => "claims",
            Self::Hukum => "law",
            Self::Kelengkapan => "completeness",
        }
    }
}

/// A kind of error.
pub struct Jenis {
    /// Its name.
    pub nama: &'static str,
    /// Its family.
    pub keluarga: Keluarga,
    /// How it is planted.
    pub cara: Cara,
}

/// How a kind of error is planted.
#[derive(Clone, Copy)]
pub enum Cara {
    /// Other words in leaves, by number.
    Ganti(fn(&mut Ladang<'_>) -> Option<Ganti>),
    /// A part taken out, told by what it was; a finding of one of the rules is asked for.
    Buang(
        fn(&mut Document, &mut Acak) -> Option<String>,
        &'static [&'static str],
    ),
}

/// Other words in leaves, by number.
pub type Ganti = BTreeMap<usize, String>;

/// A report in which an error is to be planted.
pub struct Ladang<'a> {
    /// Its leaves.
    pub daun: &'a [Daun],
    /// What they print.
    pub fakta: &'a DaftarFakta,
    /// The year of the report.
    pub tahun: i16,
    /// The office.
    pub kantor: &'a str,
    /// Chance.
    pub acak: &'a mut Acak,
    /// Paragraphs, cells and formulas that hold an error already, or stand beside one.
    pub terpakai: &'a BTreeSet<usize>,
}

impl Ladang<'_> {
    /// A leaf that fits, outside the list of all fakta and away from other errors.
    pub fn pilih(&mut self, cocok: impl Fn(usize, &Daun) -> bool) -> Option<usize> {
        let calon: Vec<usize> = self
            .daun
            .iter()
            .enumerate()
            .filter(|(i, daun)| {
                !daun.daftar_fakta && !self.terpakai.contains(&daun.induk) && cocok(*i, daun)
            })
            .map(|(i, _)| i)
            .collect();
        // Running text and tables alike: a table has many cells, which would else take all errors.
        let teks: Vec<usize> = calon
            .iter()
            .copied()
            .filter(|&i| !matches!(self.daun[i].wadah, Wadah::Sel(_)))
            .collect();
        let sel: Vec<usize> = calon
            .iter()
            .copied()
            .filter(|&i| matches!(self.daun[i].wadah, Wadah::Sel(_)))
            .collect();
        let bagi_rata = teks.len() > 4 && sel.len() > 4;
        let kumpulan = match (bagi_rata, self.acak.indeks(2)) {
            (false, _) => calon,
            (true, 0) => teks,
            (true, _) => sel,
        };
        self.acak.pilih(&kumpulan).copied()
    }

    /// How often a fakta is printed outside the list of all fakta.
    #[must_use]
    pub fn sebanyak(&self, kunci: &str) -> usize {
        self.daun
            .iter()
            .filter(|daun| !daun.daftar_fakta && daun.kunci.as_deref() == Some(kunci))
            .count()
    }

    /// The words of a paragraph or cell.
    #[must_use]
    pub fn isi(&self, induk: usize) -> String {
        self.daun
            .iter()
            .filter(|daun| daun.induk == induk)
            .map(|daun| daun.teks.as_str())
            .collect()
    }

    /// How a fakta is printed somewhere.
    #[must_use]
    pub fn cetak(&self, kunci: &str) -> Option<&str> {
        self.daun
            .iter()
            .find(|daun| daun.kunci.as_deref() == Some(kunci))
            .map(|daun| daun.teks.as_str())
    }
}

/// Every kind, in order.
pub fn semua() -> impl Iterator<Item = &'static Jenis> {
    [
        angka::JENIS,
        templat::JENIS,
        pertentangan::JENIS,
        klaim::JENIS,
        hukum::JENIS,
        kelengkapan::JENIS,
    ]
    .into_iter()
    .flatten()
}

/// One leaf with other words.
fn satu(daun: usize, teks: String) -> Ganti {
    BTreeMap::from([(daun, teks)])
}
