//! Evidence: files by the hash of their content beside the database, and what they are evidence of in it.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use sqlx::FromRow;
use tempfile::NamedTempFile;

use crate::Waktu;
use crate::audit::hex;
use crate::connection::{Tx, on};
use crate::error::{Error, Result};

/// A file as evidence of something.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Bukti {
    /// Its id.
    pub id: String,
    /// The unit.
    pub unit: String,
    /// The fiscal year.
    pub tahun: i64,
    /// What it is evidence of: an indicator, an activity, a path of a picture in the package.
    pub kaitan: String,
    /// Name of the file as it came.
    pub nama: String,
    /// Media type, told from the content.
    pub jenis: String,
    /// Bytes.
    pub ukuran: i64,
    /// SHA-256 of the content.
    pub sidik: String,
    /// Who.
    pub oleh: String,
    /// When.
    pub pada: Waktu,
    /// When it was detached; the file stays.
    pub lepas: Option<Waktu>,
}

/// The folder with the files.
#[derive(Debug, Clone)]
pub struct FolderBukti(PathBuf);

/// The hash under which content is kept.
#[must_use]
pub fn sidik_dari(isi: &[u8]) -> String {
    hex(&Sha256::digest(isi))
}

impl FolderBukti {
    /// The files below this folder.
    #[must_use]
    pub const fn new(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// The folder itself.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Whether a file can be written here; leaves none behind.
    ///
    /// # Errors
    /// A folder that cannot be written, or a full disk.
    pub fn try_write(&self) -> Result<()> {
        let tulis = || -> std::io::Result<()> {
            fs::create_dir_all(&self.0)?;
            NamedTempFile::new_in(&self.0)?.write_all(b"uji tulis")
        };
        tulis().map_err(|galat| kesalahan(&self.0, galat))
    }

    /// Keeps content and returns its hash. Equal content is kept once; a file appears whole or not at all.
    ///
    /// # Errors
    /// A folder that cannot be written.
    pub fn put(&self, isi: &[u8]) -> Result<String> {
        let sidik = sidik_dari(isi);
        let tujuan = self.path(&sidik)?;
        if tujuan.exists() {
            return Ok(sidik);
        }
        let tulis = || -> std::io::Result<()> {
            let folder = tujuan.parent().unwrap_or(&self.0);
            fs::create_dir_all(folder)?;
            // Each writer has a file of its own until it is whole; of two with the same content, the later name replaces the same bytes.
            let mut berkas = NamedTempFile::new_in(folder)?;
            berkas.write_all(isi)?;
            berkas.as_file().sync_all()?;
            berkas.persist(&tujuan)?;
            fs::File::open(folder)?.sync_all()
        };
        tulis().map_err(|galat| kesalahan(&tujuan, galat))?;
        Ok(sidik)
    }

    /// The content with this hash, held against it.
    ///
    /// # Errors
    /// A file that is missing, or that is no longer what it was.
    pub fn get(&self, sidik: &str) -> Result<Vec<u8>> {
        let jalur = self.path(sidik)?;
        let isi = fs::read(&jalur).map_err(|galat| match galat.kind() {
            ErrorKind::NotFound => Error::TidakAda(format!("berkas bukti {sidik}")),
            _ => kesalahan(&jalur, galat),
        })?;
        if sidik_dari(&isi) == sidik {
            Ok(isi)
        } else {
            Err(Error::Rusak(format!(
                "berkas bukti {sidik} tidak lagi sama dengan saat diunggah; pulihkan dari cadangan"
            )))
        }
    }

    /// Forgets content; none of that hash is no error, for then it is forgotten already.
    ///
    /// The caller makes sure that no row speaks of it, and that none comes to meanwhile.
    ///
    /// # Errors
    /// A folder that cannot be written.
    pub fn remove(&self, sidik: &str) -> Result<()> {
        let jalur = self.path(sidik)?;
        match fs::remove_file(&jalur) {
            Err(galat) if galat.kind() != ErrorKind::NotFound => Err(kesalahan(&jalur, galat)),
            _ => Ok(()),
        }
    }

    /// Where content with this hash lies. Only a hash makes a path, so that no name leads out of the folder.
    fn path(&self, sidik: &str) -> Result<PathBuf> {
        if sidik.len() == 64 && sidik.bytes().all(|huruf| huruf.is_ascii_hexdigit()) {
            Ok(self.0.join(sidik.get(..2).unwrap_or_default()).join(sidik))
        } else {
            Err(Error::Rusak("sidik bukti tidak sah".to_owned()))
        }
    }
}

fn kesalahan(jalur: &Path, galat: std::io::Error) -> Error {
    match galat.kind() {
        ErrorKind::StorageFull => Error::Penuh,
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Error::HanyaBaca,
        _ => Error::Berkas(jalur.display().to_string(), galat),
    }
}

impl Tx {
    /// Attaches a file that the folder already has.
    ///
    /// # Errors
    /// A year that is not open.
    pub async fn add_bukti(&mut self, isi: &Bukti) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO bukti (id, unit, tahun, kaitan, nama, jenis, ukuran, sidik, oleh, pada)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            )
            .bind(&isi.id)
            .bind(&isi.unit)
            .bind(isi.tahun)
            .bind(&isi.kaitan)
            .bind(&isi.nama)
            .bind(&isi.jenis)
            .bind(isi.ukuran)
            .bind(&isi.sidik)
            .bind(&isi.oleh)
            .bind(isi.pada)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// Detaches a file; its row and its content stay.
    ///
    /// # Errors
    /// One that is not attached.
    pub async fn detach_bukti(&mut self, id: &str, pada: Waktu) -> Result<()> {
        let berubah = on!(self, conn => {
            sqlx::query("UPDATE bukti SET lepas = $2 WHERE id = $1 AND lepas IS NULL")
                .bind(id)
                .bind(pada)
                .execute(conn)
                .await?
                .rows_affected()
        });
        if berubah == 1 {
            Ok(())
        } else {
            Err(Error::TidakAda("bukti yang terlampir".to_owned()))
        }
    }

    /// The files attached in a unit's year, oldest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_bukti(&mut self, unit: &str, tahun: i64) -> Result<Vec<Bukti>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT * FROM bukti WHERE unit = $1 AND tahun = $2 AND lepas IS NULL ORDER BY pada, id",
            )
            .bind(unit)
            .bind(tahun)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// Hashes of all content that any row speaks of: evidence, detached ones included, and files of reports.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_sidik_bukti(&mut self) -> Result<Vec<String>> {
        let daftar = on!(self, conn => {
            sqlx::query_scalar(
                "SELECT sidik FROM bukti UNION SELECT sidik FROM berkas_susunan
                 UNION SELECT sidik FROM pemeriksaan ORDER BY sidik",
            )
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }
}
