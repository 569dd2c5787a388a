//! How a command can fail, and the exit code for each way.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use periksa::Temuan;

use crate::tampilan;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Galat {
    /// A final report is refused: these findings stand in its way.
    FinalDitolak(Vec<Temuan>),
    /// The document that was checked has this many binding findings; they were told already.
    TemuanWajib(usize),
    /// The document cannot be read, and why.
    Dokumen(PathBuf, Vec<String>),
    /// The package is wrong.
    Paket(PathBuf, Vec<paket::Kesalahan>),
    /// A package cannot be written there.
    Tujuan(PathBuf, Vec<paket::Kesalahan>),
    /// The texts of the report are wrong.
    Naskah(String),
    /// What was asked for is not there, and what could be meant.
    TidakDitemukan(String),
    /// A file cannot be read or written.
    Berkas(PathBuf, String),
    /// The database, its audit or a backup, and what is wrong with it.
    Data(String),
    /// A fault of the program itself, or of its data.
    Dalam(String),
    /// Several packages: how many of how many failed; each was said already.
    Sebagian(usize, usize),
}

impl Galat {
    /// A file that cannot be read or written.
    pub fn berkas(jalur: &Path, sebab: &std::io::Error) -> Self {
        Self::Berkas(jalur.to_owned(), sebab_io(sebab))
    }

    /// Prints the failure and gives its exit code.
    pub fn tampilkan(&self) -> ExitCode {
        let kode = match self {
            Self::FinalDitolak(temuan) => {
                let halangan: Vec<&Temuan> = temuan.iter().filter(|t| t.menghalangi()).collect();
                for temuan in &halangan {
                    tampilan::temuan(temuan);
                }
                tampilan::galat(&format!(
                    "Laporan final ditolak: {} temuan wajib belum selesai. Susun tanpa --final untuk melihat drafnya.",
                    halangan.len()
                ));
                1
            }
            Self::TemuanWajib(banyak) => {
                tampilan::galat(&format!("{banyak} temuan wajib belum selesai."));
                1
            }
            Self::Dokumen(jalur, sebab) => {
                for satu in sebab {
                    tampilan::galat(&format!("{}: {satu}", jalur.display()));
                }
                3
            }
            Self::Paket(jalur, kesalahan) => {
                for satu in kesalahan {
                    tampilan::kesalahan(satu);
                }
                tampilan::galat(&format!(
                    "Paket {} tidak dapat dipakai: {} kesalahan. Tidak ada berkas yang ditulis.",
                    jalur.display(),
                    kesalahan.len()
                ));
                3
            }
            Self::Tujuan(jalur, kesalahan) => {
                for satu in kesalahan {
                    tampilan::kesalahan(satu);
                }
                tampilan::galat(&format!("{} tidak dapat ditulis.", jalur.display()));
                4
            }
            Self::Naskah(pesan) => {
                tampilan::galat(&format!("Naskah laporan tidak dapat dipakai.\n{pesan}"));
                3
            }
            Self::TidakDitemukan(pesan) => {
                tampilan::galat(pesan);
                2
            }
            Self::Berkas(jalur, sebab) => {
                tampilan::galat(&format!("{}: {sebab}", jalur.display()));
                4
            }
            Self::Data(pesan) => {
                tampilan::galat(pesan);
                4
            }
            Self::Dalam(pesan) => {
                tampilan::galat(&format!(
                    "Kesalahan di dalam program, mohon dilaporkan: {pesan}"
                ));
                4
            }
            Self::Sebagian(gagal, semua) => {
                tampilan::galat(&format!("{gagal} dari {semua} paket gagal disusun."));
                3
            }
        };
        ExitCode::from(kode)
    }
}

fn sebab_io(galat: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match galat.kind() {
        ErrorKind::NotFound => "berkas atau folder tidak ditemukan".to_owned(),
        ErrorKind::PermissionDenied => "tidak ada izin membaca atau menulis di sini".to_owned(),
        ErrorKind::AlreadyExists => "sudah ada; tambahkan --timpa untuk menggantinya".to_owned(),
        ErrorKind::StorageFull => "ruang penyimpanan penuh".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "media penyimpanan hanya dapat dibaca".to_owned(),
        ErrorKind::NotADirectory => "bukan folder".to_owned(),
        ErrorKind::IsADirectory => "sebuah folder, bukan berkas".to_owned(),
        ErrorKind::DirectoryNotEmpty => {
            "folder tidak kosong; tambahkan --timpa untuk menggantinya".to_owned()
        }
        _ => galat.to_string(),
    }
}
