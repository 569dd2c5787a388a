//! Backup and restore.

use std::path::Path;

use store::IsiCadangan;

use crate::error::Result;
use crate::{App, Pelaku};

impl App {
    /// Writes a backup, and a trace of it.
    ///
    /// # Errors
    /// A file that cannot be written, evidence that is missing.
    pub async fn cadangkan(&self, pelaku: &Pelaku, tujuan: &Path) -> Result<IsiCadangan> {
        let isi = store::backup(&self.store, &self.bukti, tujuan, self.kini()).await?;
        let peristiwa = self.peristiwa(pelaku, "cadangkan", "", "", format!("audit {}", isi.audit));
        self.store.write().await?.commit(&[peristiwa]).await?;
        Ok(isi)
    }

    /// Puts a backup into an empty store.
    ///
    /// # Errors
    /// A store that is not empty, a backup that is not whole.
    pub async fn pulihkan(&self, pelaku: &Pelaku, sumber: &Path) -> Result<IsiCadangan> {
        let peristiwa = self.peristiwa(pelaku, "pulihkan", "", "", "");
        Ok(store::restore(&self.store, &self.bukti, sumber, &peristiwa).await?)
    }
}
