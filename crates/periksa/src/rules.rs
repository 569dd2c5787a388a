//! The register of rules.

mod angka;
mod data;
mod frasa;
mod hukum;
mod ingatan;
mod kelengkapan;
mod klaim;
mod konsistensi;
mod laporan;
mod paket;
mod susunan;
mod tabel;
mod teks;
mod templat;

use crate::Aturan;

pub(crate) use ingatan::Ingatan;
pub(crate) use konsistensi::PENANDA_TAHUN;

/// Rules of one kind.
pub struct Kelompok {
    /// Folder of its rules ("templat").
    pub nama: &'static str,
    /// Its name for a reader.
    pub judul: &'static str,
    /// The rules, in the order in which findings of the same weight are listed.
    pub aturan: &'static [Aturan],
}

/// Every kind of rule.
pub static KELOMPOK: &[Kelompok] = &[
    Kelompok {
        nama: "data",
        judul: "Data kantor",
        aturan: data::ATURAN,
    },
    Kelompok {
        nama: "laporan",
        judul: "Laporan yang disusun",
        aturan: laporan::ATURAN,
    },
    Kelompok {
        nama: "templat",
        judul: "Sisa templat",
        aturan: templat::ATURAN,
    },
    Kelompok {
        nama: "angka",
        judul: "Angka",
        aturan: angka::ATURAN,
    },
    Kelompok {
        nama: "tabel",
        judul: "Tabel",
        aturan: tabel::ATURAN,
    },
    Kelompok {
        nama: "konsistensi",
        judul: "Konsistensi",
        aturan: konsistensi::ATURAN,
    },
    Kelompok {
        nama: "klaim",
        judul: "Klaim",
        aturan: klaim::ATURAN,
    },
    Kelompok {
        nama: "hukum",
        judul: "Hukum",
        aturan: hukum::ATURAN,
    },
    Kelompok {
        nama: "kelengkapan",
        judul: "Kelengkapan",
        aturan: kelengkapan::ATURAN,
    },
    Kelompok {
        nama: BERSAMA_DATA,
        judul: "Dokumen terhadap data kantor",
        aturan: paket::ATURAN,
    },
];

/// Name of the kind of rules that need the office's own data, so that no piece of text can be an example of them.
pub const BERSAMA_DATA: &str = "paket";

/// Every rule, in the order of the register.
pub fn daftar() -> impl Iterator<Item = &'static Aturan> {
    KELOMPOK.iter().flat_map(|kelompok| kelompok.aturan)
}
