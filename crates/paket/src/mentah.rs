//! The lossless raw form of a package: texts only, nothing interpreted.

mod asing;
mod buku;
pub(crate) mod dokumen;
pub(crate) mod folder;
mod tabel_csv;
mod tulis;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use asing::{TabelAsing, read_asing};
pub use buku::{write_workbook, write_xlsx};
pub use folder::write_folder;

use crate::kesalahan::{Galat, Kesalahan, tempat};
use crate::skema;

/// A package as texts.
#[derive(Debug, Clone, Default)]
pub struct Mentah {
    /// `satker.toml`, flattened.
    pub satker: Dokumen,
    /// The sheets, by name without `.csv`.
    pub lembar: Vec<LembarMentah>,
    /// The narratives, by key ("ikm.analisis").
    pub narasi: BTreeMap<String, String>,
    /// The picture files, by path inside the package.
    pub gambar: BTreeMap<String, Vec<u8>>,
    /// Whether the package is a workbook, so that places speak of sheets.
    pub buku_kerja: bool,
    /// Sheets and pictures that are there but could not be read, which has been reported.
    pub(crate) ditolak: BTreeSet<String>,
}

/// Key/value document.
#[derive(Debug, Clone, Default)]
pub struct Dokumen {
    /// Comment lines without their `#`.
    pub catatan: Vec<String>,
    /// Entries in the order of the file.
    pub isi: Vec<Entri>,
}

/// A value of the key/value document.
#[derive(Debug, Clone, Default)]
pub struct Entri {
    /// Path: `surat.nomor`, `wilayah_kerja[1]`, `formasi[2].jumlah`.
    pub kunci: String,
    /// Its text.
    pub teks: String,
    /// Line, from 1.
    pub baris: u32,
}

/// A sheet as texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LembarMentah {
    /// Name without `.csv`.
    pub nama: String,
    /// Comment lines without their `#`.
    pub catatan: Vec<String>,
    /// Headings.
    pub kepala: Vec<String>,
    /// Line of the headings.
    pub baris_kepala: BarisKe,
    /// Rows; a row of empty cells is no row.
    pub baris: Vec<BarisMentah>,
}

/// A row as texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BarisMentah {
    /// Where it stands.
    pub nomor: BarisKe,
    /// Its cells.
    pub sel: Vec<String>,
}

/// A line number, which does not count when two packages are compared.
#[derive(Debug, Clone, Copy, Default)]
pub struct BarisKe(pub u32);

impl PartialEq for BarisKe {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for BarisKe {}

impl PartialEq for Dokumen {
    /// The order of keys and their lines do not count.
    fn eq(&self, lain: &Self) -> bool {
        let urut = |dokumen: &Self| {
            let mut isi: Vec<_> = dokumen
                .isi
                .iter()
                .map(|entri| (entri.kunci.clone(), entri.teks.clone()))
                .collect();
            isi.sort();
            isi
        };
        self.catatan == lain.catatan && urut(self) == urut(lain)
    }
}

impl Eq for Dokumen {}

impl PartialEq for Mentah {
    /// Folder or workbook: the content counts.
    fn eq(&self, lain: &Self) -> bool {
        self.satker == lain.satker
            && self.lembar == lain.lembar
            && self.narasi == lain.narasi
            && self.gambar == lain.gambar
    }
}

impl Eq for Mentah {}

impl Dokumen {
    /// The entry at this path.
    #[must_use]
    pub fn entri(&self, kunci: &str) -> Option<&Entri> {
        self.isi.iter().find(|entri| entri.kunci == kunci)
    }

    /// How many items the list `nama` has.
    #[must_use]
    pub fn panjang(&self, nama: &str) -> usize {
        self.isi
            .iter()
            .filter_map(|entri| {
                let (nomor, _) = entri
                    .kunci
                    .strip_prefix(nama)?
                    .strip_prefix('[')?
                    .split_once(']')?;
                nomor.parse::<usize>().ok()
            })
            .max()
            .unwrap_or(0)
    }
}

impl Mentah {
    /// The sheet with this name.
    #[must_use]
    pub fn lembar(&self, nama: &str) -> Option<&LembarMentah> {
        self.lembar.iter().find(|lembar| lembar.nama == nama)
    }

    /// Whether nothing at all was read.
    pub(crate) fn kosong(&self) -> bool {
        self.satker.isi.is_empty() && self.lembar.is_empty()
    }

    /// Puts the sheets in the order of the table of sheets; the files of surveys follow by name.
    pub(crate) fn urutkan(&mut self) {
        let letak = |nama: &str| {
            skema::LEMBAR
                .iter()
                .position(|l| l.nama == nama)
                .unwrap_or(usize::MAX)
        };
        self.lembar
            .sort_by(|a, b| (letak(&a.nama), &a.nama).cmp(&(letak(&b.nama), &b.nama)));
    }

    /// What a place calls the sheet: the CSV file, or the sheet of the workbook.
    #[must_use]
    pub fn sebut_lembar(&self, nama: &str) -> String {
        if self.buku_kerja {
            format!("lembar {nama}")
        } else {
            format!("{nama}.csv")
        }
    }

    /// What a place calls the key/value document.
    #[must_use]
    pub fn sebut_satker(&self) -> &'static str {
        if self.buku_kerja {
            "lembar satker"
        } else {
            "satker.toml"
        }
    }
}

/// Reads the raw form of a package.
///
/// # Errors
/// Files that cannot be read at all: broken encoding, too large, hostile, formulas.
pub fn read_mentah(path: &Path) -> Result<Mentah, Vec<Kesalahan>> {
    let (mentah, galat) = baca(path);
    galat.selesai(mentah)
}

/// Reads the raw form of a workbook from its bytes, as an upload brings them.
///
/// # Errors
/// As [`read_mentah`].
pub fn read_workbook(nama: &str, bita: &[u8]) -> Result<Mentah, Vec<Kesalahan>> {
    let mut galat = Galat::default();
    if u64::try_from(bita.len()).unwrap_or(u64::MAX) > crate::batas::BUKU_KERJA {
        galat.push(folder::terlalu_besar(
            nama,
            bita.len() as u64,
            crate::batas::BUKU_KERJA,
        ));
        return galat.selesai(Mentah::default());
    }
    let mentah = buku::baca_isi(nama, bita, &mut galat);
    galat.selesai(mentah)
}

/// Reads as much of the raw form as can be read, with the errors met.
pub(crate) fn baca(path: &Path) -> (Mentah, Galat) {
    let mut galat = Galat::default();
    let nama = path.display().to_string();
    let mentah = match std::fs::metadata(path) {
        Ok(meta) if meta.is_dir() => folder::baca(path, &mut galat),
        Ok(_) if akhiran(path, "xlsx") => buku::baca(path, &mut galat),
        Ok(_) if akhiran(path, "xlsm") => {
            galat.push(Kesalahan::new(
                "memuat-makro",
                tempat(&nama, 0, ""),
                "buku kerja .xlsm dapat memuat makro",
                "simpan sebagai .xlsx tanpa makro",
            ));
            Mentah::default()
        }
        Ok(_) => {
            galat.push(Kesalahan::new(
                "jenis-berkas-tak-dikenal",
                tempat(&nama, 0, ""),
                "paket harus berupa folder atau buku kerja .xlsx",
                "beri nama folder paket atau berkas .xlsx",
            ));
            Mentah::default()
        }
        Err(sebab) => {
            galat.push(Kesalahan::new(
                "paket-tak-terbaca",
                tempat(&nama, 0, ""),
                format!("paket tidak dapat dibuka ({})", folder::sebab_io(&sebab)),
                "periksa nama folder atau berkasnya",
            ));
            Mentah::default()
        }
    };
    (mentah, galat)
}

fn akhiran(path: &Path, akhiran: &str) -> bool {
    path.extension()
        .is_some_and(|lain| lain.eq_ignore_ascii_case(akhiran))
}
