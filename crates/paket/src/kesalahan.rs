//! Errors of a package: place, excerpt, what is wrong, how to mend it, on which basis.

use std::fmt;

use kinerja::masukan::Tempat;

use crate::batas;

/// A defect of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kesalahan {
    /// Name of the defect ("kolom-tak-dikenal").
    pub kode: &'static str,
    /// Where it is.
    pub tempat: Tempat,
    /// The text that is wrong, shortened; empty where there is none.
    pub cuplikan: String,
    /// What is wrong.
    pub pesan: String,
    /// How to mend it.
    pub perbaikan: String,
    /// Why it must be so, where a rule says it.
    pub dasar: Option<String>,
}

/// Characters of an excerpt.
const PANJANG_CUPLIKAN: usize = 80;

/// The target of writing is there already.
pub(crate) const TUJUAN_SUDAH_ADA: &str = "tujuan-sudah-ada";
/// The target cannot be written.
pub(crate) const GAGAL_MENULIS: &str = "gagal-menulis";

impl Kesalahan {
    /// Whether the place to write to is at fault, not the package.
    #[must_use]
    pub fn pada_tujuan(&self) -> bool {
        [TUJUAN_SUDAH_ADA, GAGAL_MENULIS].contains(&self.kode)
    }

    /// A defect without an excerpt.
    pub(crate) fn new(
        kode: &'static str,
        tempat: Tempat,
        pesan: impl Into<String>,
        perbaikan: impl Into<String>,
    ) -> Self {
        Self {
            kode,
            tempat,
            cuplikan: String::new(),
            pesan: pesan.into(),
            perbaikan: perbaikan.into(),
            dasar: None,
        }
    }

    /// Adds the text that is wrong; control characters are shown, not passed on to a terminal.
    pub(crate) fn cuplikan(mut self, teks: &str) -> Self {
        let mut hasil: String = teks
            .chars()
            .take(PANJANG_CUPLIKAN)
            .map(|c| if c.is_control() { '\u{fffd}' } else { c })
            .collect();
        if teks.chars().nth(PANJANG_CUPLIKAN).is_some() {
            hasil.push('…');
        }
        self.cuplikan = hasil;
        self
    }

    /// Adds the basis.
    pub(crate) fn dasar(mut self, dasar: impl Into<String>) -> Self {
        self.dasar = Some(dasar.into());
        self
    }
}

impl fmt::Display for Kesalahan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} [{}]", self.tempat, self.kode)?;
        if !self.cuplikan.is_empty() {
            writeln!(f, "    | {}", self.cuplikan)?;
        }
        writeln!(f, "    salah    : {}", self.pesan)?;
        write!(f, "    perbaikan: {}", self.perbaikan)?;
        if let Some(dasar) = &self.dasar {
            write!(f, "\n    dasar    : {dasar}")?;
        }
        Ok(())
    }
}

/// Where errors are gathered, up to a limit.
#[derive(Debug, Default)]
pub(crate) struct Galat {
    daftar: Vec<Kesalahan>,
    lewat: usize,
}

impl Galat {
    pub(crate) fn push(&mut self, kesalahan: Kesalahan) {
        if self.daftar.len() < batas::KESALAHAN {
            self.daftar.push(kesalahan);
        } else {
            self.lewat += 1;
        }
    }

    pub(crate) fn kosong(&self) -> bool {
        self.daftar.is_empty()
    }

    /// Whether further errors are only counted.
    pub(crate) fn penuh(&self) -> bool {
        self.daftar.len() >= batas::KESALAHAN
    }

    /// The value if nothing was wrong, otherwise all errors.
    pub(crate) fn selesai<T>(mut self, nilai: T) -> Result<T, Vec<Kesalahan>> {
        if self.kosong() {
            return Ok(nilai);
        }
        if self.lewat > 0 {
            self.daftar.push(Kesalahan::new(
                "kesalahan-terlalu-banyak",
                Tempat::default(),
                format!(
                    "masih ada {} kesalahan lain yang tidak ditampilkan",
                    self.lewat
                ),
                "perbaiki kesalahan di atas, lalu jalankan lagi",
            ));
        }
        Err(self.daftar)
    }
}

/// A place with a line and a column.
pub(crate) fn tempat(berkas: &str, baris: u32, kolom: &str) -> Tempat {
    Tempat {
        berkas: berkas.to_owned(),
        baris,
        kolom: kolom.to_owned(),
    }
}
