//! What can go wrong with the store, in words that an official can act on.

/// Outcome of a store call.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a store call failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody saved a newer version in the meantime; nothing was written.
    #[error("sudah diubah orang lain (versi sekarang {kini}); muat ulang, lalu ulangi perubahan")]
    Bentrok {
        /// The version that stands now; 0 where there is none.
        kini: i64,
    },
    /// The thing does not exist.
    #[error("{0} tidak ditemukan")]
    TidakAda(String),
    /// It exists already.
    #[error("{0} sudah ada")]
    SudahAda(&'static str),
    /// The chain of the audit, a backup or an evidence file is not what it should be.
    #[error("{0}")]
    Rusak(String),
    /// The disk is full.
    #[error("penyimpanan penuh; perubahan terakhir tidak tersimpan. Kosongkan ruang, lalu ulangi")]
    Penuh,
    /// The database cannot be written.
    #[error("basis data hanya dapat dibaca; periksa izin folder data")]
    HanyaBaca,
    /// The database is away or too busy; the same call may succeed later.
    #[error(
        "basis data sedang tidak dapat dihubungi; perubahan terakhir tidak tersimpan. Ulangi sesaat lagi"
    )]
    Terputus,
    /// A file beside the database.
    #[error("berkas {0}: {1}")]
    Berkas(String, #[source] std::io::Error),
    /// The database refused in a way that only our own fault explains.
    #[error("basis data menolak perintah: {0}")]
    Basis(#[source] sqlx::Error),
}

impl From<sqlx::Error> for Error {
    fn from(galat: sqlx::Error) -> Self {
        match &galat {
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => {
                Self::Terputus
            }
            sqlx::Error::Database(basis) => {
                if basis.is_unique_violation() {
                    return Self::SudahAda("data dengan kunci yang sama");
                }
                match basis.code().as_deref() {
                    // SQLite's primary codes: 5 busy, 6 locked, 8 read-only, 10 input/output, 13 full, 14 cannot open.
                    Some("13") => Self::Penuh,
                    Some("5" | "6" | "10" | "14" | "261" | "517") => Self::Terputus,
                    Some(kode) if sqlite_read_only(kode) => Self::HanyaBaca,
                    // SQLSTATE: 53100 disk full, 25006 read-only, class 08 connection, class 57P shutdown.
                    Some("53100") => Self::Penuh,
                    Some("25006") => Self::HanyaBaca,
                    Some(kode) if kode.starts_with("08") || kode.starts_with("57P") => {
                        Self::Terputus
                    }
                    _ => Self::Basis(galat),
                }
            }
            _ => Self::Basis(galat),
        }
    }
}

/// Whether SQLite's extended code belongs to "read-only": its low byte is 8.
fn sqlite_read_only(kode: &str) -> bool {
    kode.len() < 5 && kode.parse::<u32>().is_ok_and(|nomor| nomor & 0xff == 8)
}
