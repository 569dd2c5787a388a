//! The language, the law and the kinds of office, as data.
//!
//! `kamus/`, `regulasi/` and `profil/` are read here and nowhere else.
//! Every value of law is a [`Ketentuan`]: dated, cited, with its state of verification.
//! A value is chosen by the fiscal year that is reported, never by today.

mod baca;
mod daftar;
pub mod kamus;
pub mod kasus;
pub mod ketentuan;
pub mod pita;
pub mod profil;

pub use kamus::{Istilah, Kamus};
pub use ketentuan::{Butir, Isi, Ketentuan, Masalah, Regulasi, Status, TidakBerlaku};
pub use pita::{Kelas, Pita, TidakBerkelas};
pub use profil::{
    Arah, Instrumen, Kelompok, ProfilIndikator, ProfilKantor, SumberIndikator, UnitKerja, Unsur,
};

/// Everything that `kamus/`, `regulasi/` and `profil/` say.
#[derive(Debug, Clone, Default)]
pub struct Hukum {
    /// The terms.
    pub kamus: Kamus,
    /// The regulations, by id.
    pub regulasi: Vec<Regulasi>,
    /// The dated values, sorted by code and first year.
    pub ketentuan: Vec<Ketentuan>,
    /// Survey instruments, by id.
    pub instrumen: Vec<Instrumen>,
    /// Kinds of office, by id.
    pub profil: Vec<ProfilKantor>,
    /// Mark of the files from which all this was read: what was computed under another mark may be out of date.
    pub sidik: u64,
}

impl Hukum {
    /// The data that travels inside the program, read once.
    ///
    /// # Errors
    /// All defects of the data at once; the tests of this crate keep the list empty.
    pub fn bawaan() -> Result<Self, Vec<Masalah>> {
        Self::dari_berkas(baca::berkas_bawaan()?)
    }

    /// The data that travels inside the program together with an office's own files.
    ///
    /// # Errors
    /// All defects of all files at once.
    pub fn bawaan_dengan<P: Into<String>, T: Into<String>>(
        tambahan: impl IntoIterator<Item = (P, T)>,
    ) -> Result<Self, Vec<Masalah>> {
        let mut berkas = baca::berkas_bawaan()?;
        berkas.extend(
            tambahan
                .into_iter()
                .map(|(jalur, isi)| (jalur.into(), isi.into())),
        );
        baca::dari_berkas(&berkas)
    }

    /// What the given files say, and nothing else: pairs of path ("regulasi/<id>/nilai.toml") and text.
    ///
    /// # Errors
    /// All defects of all files at once.
    pub fn dari_berkas<P: Into<String>, T: Into<String>>(
        berkas: impl IntoIterator<Item = (P, T)>,
    ) -> Result<Self, Vec<Masalah>> {
        let berkas: Vec<(String, String)> = berkas
            .into_iter()
            .map(|(jalur, isi)| (jalur.into(), isi.into()))
            .collect();
        baca::dari_berkas(&berkas)
    }

    /// The value of `kode` in force for fiscal year `tahun`.
    ///
    /// # Errors
    /// [`TidakBerlaku`] where no value covers that year.
    pub fn ketentuan(&self, kode: &str, tahun: i16) -> Result<&Ketentuan, TidakBerlaku> {
        self.ketentuan
            .iter()
            .find(|k| k.kode == kode && k.berlaku(tahun))
            .ok_or_else(|| TidakBerlaku {
                kode: kode.to_owned(),
                tahun,
            })
    }

    /// All values in force for fiscal year `tahun`, by code.
    pub fn berlaku(&self, tahun: i16) -> impl Iterator<Item = &Ketentuan> {
        self.ketentuan.iter().filter(move |k| k.berlaku(tahun))
    }

    /// The values in force for fiscal year `tahun` that a person with the regulation open must still confirm.
    #[must_use]
    pub fn belum_terverifikasi(&self, tahun: i16) -> Vec<&Ketentuan> {
        self.berlaku(tahun)
            .filter(|k| self.perlu_dipastikan(k))
            .collect()
    }

    /// Whether a person with the regulation open must still confirm the value; mere advice has no such text.
    #[must_use]
    pub fn perlu_dipastikan(&self, ketentuan: &Ketentuan) -> bool {
        ketentuan.status.belum_terverifikasi()
            && self
                .regulasi(&ketentuan.regulasi)
                .is_none_or(|regulasi| !regulasi.saran)
    }

    /// The regulation with this id.
    #[must_use]
    pub fn regulasi(&self, id: &str) -> Option<&Regulasi> {
        self.regulasi.iter().find(|r| r.id == id)
    }

    /// The survey instrument with this id.
    #[must_use]
    pub fn instrumen(&self, id: &str) -> Option<&Instrumen> {
        self.instrumen.iter().find(|i| i.id == id)
    }

    /// The kind of office with this id.
    #[must_use]
    pub fn profil(&self, id: &str) -> Option<&ProfilKantor> {
        self.profil.iter().find(|p| p.id == id)
    }
}
