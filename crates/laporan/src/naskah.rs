//! The words of the report: one Markdown template per section, those of the house or an office's own.

use std::collections::BTreeMap;

macro_rules! bawaan {
    ($($nama:literal),* $(,)?) => {
        /// The templates that travel inside the program, in the order of the report.
        pub(crate) const BAWAAN: &[(&str, &str)] =
            &[$(($nama, include_str!(concat!("../../../naskah/", $nama)))),*];
    };
}

bawaan! {
    "00-surat-pengantar.md",
    "01-kata-pengantar.md",
    "02-daftar.md",
    "03-ringkasan-eksekutif.md",
    "10-pendahuluan.md",
    "11-organisasi.md",
    "12-maksud-tujuan.md",
    "13-aspek-isu.md",
    "14-landasan-sistematika.md",
    "20-perencanaan.md",
    "30-akuntabilitas.md",
    "31-indikator.md",
    "32-efisiensi.md",
    "33-anggaran.md",
    "34-kinerja-anggaran.md",
    "35-kinerja-lain.md",
    "40-penutup.md",
    "90-lampiran-pk.md",
    "91-lampiran-pk-berikutnya.md",
    "92-lampiran-penghargaan.md",
    "93-lampiran-fakta.md",
    "94-draf.md",
    "99-kolofon.md",
}

/// The templates of a report, by file name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naskah {
    berkas: BTreeMap<String, String>,
}

impl Naskah {
    /// The templates that travel inside the program.
    #[must_use]
    pub fn bawaan() -> Self {
        let berkas = BAWAAN
            .iter()
            .map(|(nama, isi)| ((*nama).to_owned(), (*isi).to_owned()))
            .collect();
        Self { berkas }
    }

    /// The templates of the program, with an office's own in place of those that bear the same file name.
    #[must_use]
    pub fn dari_folder<N: Into<String>, I: Into<String>>(
        berkas: impl IntoIterator<Item = (N, I)>,
    ) -> Self {
        let mut naskah = Self::bawaan();
        naskah.berkas.extend(
            berkas
                .into_iter()
                .map(|(nama, isi)| (nama.into(), isi.into())),
        );
        naskah
    }

    /// Every template, by file name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.berkas
            .iter()
            .map(|(nama, isi)| (nama.as_str(), isi.as_str()))
    }

    pub(crate) fn isi(&self, nama: &str) -> &str {
        self.berkas.get(nama).map_or("", String::as_str)
    }
}
