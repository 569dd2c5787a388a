//! Whether the installation can work now. Asked by machines, so it leaves no trace.

use std::time::Duration;

use crate::App;
use crate::error::{Error, Result};

/// How long the database may take to answer.
const TUNGGU: Duration = Duration::from_secs(3);

impl App {
    /// Asks the database and the folder of evidence whether they can be read and written.
    ///
    /// # Errors
    /// One of them cannot.
    pub async fn sehat(&self) -> Result<()> {
        tokio::time::timeout(TUNGGU, self.store.ping())
            .await
            .map_err(|_| Error::Store(store::Error::Terputus))??;
        let bukti = self.bukti.clone();
        tokio::task::spawn_blocking(move || bukti.try_write())
            .await
            .map_err(|galat| Error::Dalam(galat.to_string()))??;
        Ok(())
    }

    /// How many jobs there are in each state.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn hitung_pekerjaan(&self) -> Result<Vec<(String, i64)>> {
        Ok(self.store.count_pekerjaan().await?)
    }
}
