//! Backup and restore.

use std::path::{Path, PathBuf};

use store::IsiCadangan;

use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::{App, Pelaku};

use super::bukti::BERKAS;

/// Folder of the backups beside the evidence files.
const FOLDER: &str = "cadangan";
const AKHIRAN: &str = ".zip";

/// A backup in the data folder.
#[derive(Debug)]
pub struct Cadangan {
    /// Name of the file.
    pub nama: String,
    /// Bytes.
    pub ukuran: u64,
    /// What it says that it holds, or why it cannot be read.
    pub isi: std::result::Result<IsiCadangan, String>,
}

impl App {
    /// Writes a backup, and a trace of it.
    ///
    /// # Errors
    /// No permission at the top of every tree, for a backup holds all units; a file that cannot be written, evidence that is missing.
    pub async fn cadangkan(&self, pelaku: &Pelaku, tujuan: &Path) -> Result<IsiCadangan> {
        self.wajib_boleh_seluruhnya(pelaku, Tindakan::Cadangkan)
            .await?;
        // What the backup lists stays until it is written.
        let _berkas = BERKAS.lock().await;
        let isi = store::backup(&self.store, &self.bukti, tujuan, self.kini()).await?;
        let peristiwa = self.peristiwa(pelaku, "cadangkan", "", "", format!("audit {}", isi.audit));
        self.store.write().await?.commit(&[peristiwa]).await?;
        Ok(isi)
    }

    /// Writes a backup into the data folder; returns the name of its file.
    ///
    /// # Errors
    /// As [`App::cadangkan`].
    pub async fn cadangkan_di_sini(&self, pelaku: &Pelaku) -> Result<(String, IsiCadangan)> {
        let folder = self.folder_cadangan();
        let (zona, kini) = (self.zona_bawaan(), self.kini());
        let nama = format!(
            "cermat-{}-{}-{}{AKHIRAN}",
            zona.hari(kini),
            zona.jam(kini).replace('.', ""),
            kini.div_euclid(1_000_000).rem_euclid(60)
        );
        self.wajib_boleh_seluruhnya(pelaku, Tindakan::Cadangkan)
            .await?;
        std::fs::create_dir_all(&folder)
            .map_err(|galat| store::Error::Berkas(FOLDER.to_owned(), galat))?;
        let isi = self.cadangkan(pelaku, &folder.join(&nama)).await?;
        Ok((nama, isi))
    }

    /// The backups in the data folder, newest first.
    ///
    /// # Errors
    /// No permission.
    pub async fn daftar_cadangan(&self, pelaku: &Pelaku) -> Result<Vec<Cadangan>> {
        self.wajib_boleh_seluruhnya(pelaku, Tindakan::Cadangkan)
            .await?;
        let Ok(folder) = std::fs::read_dir(self.folder_cadangan()) else {
            return Ok(Vec::new());
        };
        let mut daftar: Vec<Cadangan> = folder
            .filter_map(|satu| {
                let satu = satu.ok()?;
                let nama = satu.file_name().into_string().ok()?;
                nama.ends_with(AKHIRAN).then(|| Cadangan {
                    ukuran: satu.metadata().map_or(0, |meta| meta.len()),
                    isi: store::describe_backup(&satu.path()).map_err(|galat| galat.to_string()),
                    nama,
                })
            })
            .collect();
        daftar.sort_by(|a, b| b.nama.cmp(&a.nama));
        Ok(daftar)
    }

    /// Where a backup of the data folder lies, to be taken away; that is recorded, for it holds everything.
    ///
    /// # Errors
    /// No permission, or a name that no backup has.
    pub async fn ambil_cadangan(&self, pelaku: &Pelaku, nama: &str) -> Result<PathBuf> {
        let ada = self.daftar_cadangan(pelaku).await?;
        if !ada.iter().any(|satu| satu.nama == nama) {
            return Err(Error::Store(store::Error::TidakAda(
                "cadangan tersebut".to_owned(),
            )));
        }
        let peristiwa = self.peristiwa(pelaku, "ambil-cadangan", "", nama, "");
        self.store.write().await?.commit(&[peristiwa]).await?;
        Ok(self.folder_cadangan().join(nama))
    }

    /// Puts a backup into an empty store.
    ///
    /// # Errors
    /// A store that is not empty, a backup that is not whole.
    pub async fn pulihkan(&self, pelaku: &Pelaku, sumber: &Path) -> Result<IsiCadangan> {
        let peristiwa = self.peristiwa(pelaku, "pulihkan", "", "", "");
        Ok(store::restore(&self.store, &self.bukti, sumber, &peristiwa).await?)
    }

    fn folder_cadangan(&self) -> PathBuf {
        self.bukti.folder().with_file_name(FOLDER)
    }

    /// Whether the person may do this at the top of every tree, and so everywhere.
    async fn wajib_boleh_seluruhnya(&self, pelaku: &Pelaku, tindakan: Tindakan) -> Result<()> {
        let pohon = self.store.read().await?.list_unit(&self.hari_ini()).await?;
        let mut puncak: Vec<String> = pohon
            .into_iter()
            .filter(|unit| unit.induk.is_none())
            .map(|unit| unit.unit)
            .collect();
        if puncak.is_empty() {
            puncak.push(String::new());
        }
        for unit in puncak {
            self.wajib_boleh(pelaku, tindakan, &unit).await?;
        }
        Ok(())
    }
}
