//! The only SQL: SQLite embedded by default, PostgreSQL by a connection URL, one [`Store`] for both.
//!
//! A [`Tx`] is one transaction. What may be written, and by whom, is decided in `app`; here stands only how it is kept:
//! values are versions and never overwritten, what is audited hangs on a chain of hashes, and a caller who
//! saw an older version is told so instead of winning. No clock and no chance: instants and ids are arguments.

mod alur;
mod audit;
mod bukti;
mod cadangan;
mod connection;
mod error;
mod hak;
mod isian;
mod kesehatan;
mod konsolidasi;
mod lembar;
mod orang;
mod pejabat;
mod pekerjaan;
mod pemeriksaan;
mod pemetaan;
mod periode;
mod perubahan;
mod ringkasan;
mod sesi;
mod skema;
mod susunan;
mod token;
mod unit;

pub use alur::{Alur, KunciAlur, Langkah};
pub use audit::{CariRekaman, Masalah, Peristiwa, RantaiAudit, Rekaman};
pub use bukti::{Bukti, FolderBukti, sidik_dari};
pub use cadangan::{IsiCadangan, backup, describe_backup, restore};
pub use connection::{Store, Tx};
pub use error::{Error, Result};
pub use hak::Hak;
pub use isian::{Alamat, Baris, Komentar, Lembar, Sel, VersiSel};
pub use konsolidasi::{BarisTahun, JumlahCabang, JumlahTahun, Lingkup, Saringan, Urutan};
pub use lembar::{JejakSel, KomentarSel};
pub use orang::Orang;
pub use pejabat::Pejabat;
pub use pekerjaan::Pekerjaan;
pub use pemeriksaan::{Kesampingan, Pemeriksaan, RingkasPemeriksaan};
pub use pemetaan::{Impor, Pemetaan};
pub use periode::Periode;
pub use perubahan::PerubahanSel;
pub use ringkasan::{Ringkasan, RingkasanUkur, SETAHUN, SebaranUkur};
pub use sesi::Sesi;
pub use skema::{Isi, TABEL, TANPA_CADANGAN, Tabel, snapshot};
pub use susunan::{BerkasSusunan, LangkahLaporan, Susunan, Terbitan};
pub use token::Token;
pub use unit::{Unit, VersiUnit};

/// An instant: microseconds of UTC since 1970.
pub type Waktu = i64;
/// A day as ISO 8601 text ("2026-01-31"), which sorts as time does.
pub type Hari = String;
