//! Why a use case did not happen.

use paket::Kesalahan;
use periksa::Temuan;

use crate::izin::Putusan;

/// Outcome of a use case.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a use case did not happen, in words for the person who asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody is logged in, or the session ended.
    #[error("sesi Anda sudah berakhir; masuk kembali")]
    BelumMasuk,
    /// The person may not.
    #[error("{}", .0.ringkas())]
    Ditolak(Putusan),
    /// The step is not open now: wrong state, a gate that is shut, a locked year.
    #[error("{0}")]
    BelumDapat(String),
    /// Too much is being done at once; the same asked again a little later succeeds.
    #[error("{0}")]
    Sibuk(String),
    /// What was handed in is wrong.
    #[error("{0}")]
    Isian(String),
    /// A package with errors.
    #[error("data tidak dapat dibaca: {} hal perlu diperbaiki", .0.len())]
    Paket(Vec<Kesalahan>),
    /// A final report with binding findings.
    #[error("laporan final belum dapat diterbitkan: {} temuan wajib belum diselesaikan", .0.len())]
    Temuan(Vec<Temuan>),
    /// Login failed; the words do not say which part was wrong.
    #[error("nama pengguna atau kata sandi tidak cocok")]
    Masuk,
    /// Too many failed attempts.
    #[error("terlalu banyak percobaan masuk; coba lagi dalam {0} detik")]
    Tahan(i64),
    /// The store.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A fault of ours.
    #[error("kesalahan di dalam program: {0}; mohon laporkan")]
    Dalam(String),
}
