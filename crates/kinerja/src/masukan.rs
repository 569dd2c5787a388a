//! What an office hands in: its year as typed rows, every cell with its place and its text as given.
//!
//! `paket` (files) and, later, `store` (database) fill these types; the core only reads them.
//! A cell that is empty stays empty: nothing here turns a gap into a number.

mod anggaran;
mod kantor;
mod kinerja_tahunan;
mod survei;

pub use anggaran::{
    BarisJenisBelanja, BarisKomponen, BarisPnbp, BarisProgram, BarisRevisi, BarisSerapanBulanan,
    BarisSumberDana,
};
pub use kantor::{
    BarisKegiatan, BarisPegawai, BarisPenghargaan, Formasi, Gambar, Pejabat, PeranGambar, Satker,
    Surat,
};
pub use kinerja_tahunan::{
    BarisIndikator, BarisPembanding, BarisPerjanjian, BarisRencanaAksi, TingkatSasaran,
};
pub use survei::{
    BarisUnsurBulanan, BarisUnsurKelompok, KelompokResponden, SurveiBulanan, SurveiKelompok,
};

use std::collections::BTreeMap;

use rust_decimal::Decimal;

/// A year of one office, as handed in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Masukan {
    /// The office itself.
    pub satker: Satker,
    /// The annual row of each indicator, earlier years and the mid-term year included.
    pub indikator: Vec<BarisIndikator>,
    /// The performance agreement, three levels, of the year and of the next year.
    pub perjanjian: Vec<BarisPerjanjian>,
    /// The action plan: targets of the quarters.
    pub rencana_aksi: Vec<BarisRencanaAksi>,
    /// Values of other units to compare with.
    pub pembanding: Vec<BarisPembanding>,
    /// Monthly surveys.
    pub survei: Vec<SurveiBulanan>,
    /// Surveys by groups of respondents.
    pub survei_kelompok: Vec<SurveiKelompok>,
    /// Budget by program and activity.
    pub anggaran_program: Vec<BarisProgram>,
    /// Budget by kind of spending.
    pub anggaran_jenis: Vec<BarisJenisBelanja>,
    /// Budget by source of funds.
    pub anggaran_sumber: Vec<BarisSumberDana>,
    /// Revisions of the DIPA.
    pub anggaran_revisi: Vec<BarisRevisi>,
    /// Absorption by month, plan and realisation.
    pub serapan_bulanan: Vec<BarisSerapanBulanan>,
    /// Non-tax revenue.
    pub pnbp: Vec<BarisPnbp>,
    /// SMART components as recorded.
    pub smart: Vec<BarisKomponen>,
    /// IKPA components as recorded (weighted scores).
    pub ikpa: Vec<BarisKomponen>,
    /// Activities, innovations and other counts.
    pub kegiatan: Vec<BarisKegiatan>,
    /// Awards.
    pub penghargaan: Vec<BarisPenghargaan>,
    /// Staff by rank.
    pub pegawai: Vec<BarisPegawai>,
    /// The office's own words by key ("ikm.analisis"), as Markdown.
    pub narasi: BTreeMap<String, String>,
}

/// Where a cell stands in what was handed in.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tempat {
    /// "skm_bulanan.csv", or the sheet of a workbook.
    pub berkas: String,
    /// Line of the file or row of the sheet, from 1; 0 where there is none.
    pub baris: u32,
    /// Column heading ("04"), or key of a TOML file.
    pub kolom: String,
}

impl std::fmt::Display for Tempat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.baris, self.kolom.as_str()) {
            (0, "") => write!(f, "{}", self.berkas),
            (0, kolom) => write!(f, "{}, {kolom}", self.berkas),
            (baris, "") => write!(f, "{} baris {baris}", self.berkas),
            (baris, kolom) => write!(f, "{} baris {baris} kolom {kolom}", self.berkas),
        }
    }
}

/// A cell that should hold a number.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sel {
    /// Where it stands.
    pub tempat: Tempat,
    /// Its text exactly as given; empty for a gap.
    pub teks: String,
    /// What the text says.
    pub isi: IsiSel,
    /// A recorded correction, which outranks the text.
    pub koreksi: Option<Koreksi>,
}

/// What a cell's text says.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum IsiSel {
    /// Nothing: a gap.
    #[default]
    Kosong,
    /// A number.
    Angka(Decimal),
    /// Not a number, and why; only accepted beside a correction.
    Rusak(String),
    /// The office declares that it cannot know the number, and why ("belum tersedia: ...").
    TidakTersedia(String),
}

/// A recorded correction of a printed figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Koreksi {
    /// Where the correction stands.
    pub tempat: Tempat,
    /// The value that replaces the printed one.
    pub menjadi: Decimal,
    /// Decimals of the corrected value as written.
    pub presisi: u32,
    /// Why.
    pub alasan: String,
    /// What proves it.
    pub dasar: String,
}

impl Sel {
    /// A cell that was not handed in: a gap that says where it would stand.
    #[must_use]
    pub fn kosong_pada(berkas: &str, kolom: &str) -> Self {
        let tempat = Tempat {
            berkas: berkas.to_owned(),
            kolom: kolom.to_owned(),
            ..Tempat::default()
        };
        Self {
            tempat,
            ..Self::default()
        }
    }

    /// The value after correction; none for a gap or a broken cell.
    #[must_use]
    pub fn nilai(&self) -> Option<Decimal> {
        match (&self.koreksi, &self.isi) {
            (Some(koreksi), _) => Some(koreksi.menjadi),
            (None, IsiSel::Angka(nilai)) => Some(*nilai),
            (None, _) => None,
        }
    }

    /// The number as printed, before any correction.
    #[must_use]
    pub fn tercetak(&self) -> Option<Decimal> {
        match self.isi {
            IsiSel::Angka(nilai) => Some(nilai),
            _ => None,
        }
    }

    /// Whether nothing was handed in and nothing was corrected.
    #[must_use]
    pub fn kosong(&self) -> bool {
        self.koreksi.is_none() && self.isi == IsiSel::Kosong
    }
}
