//! Locking a year, so that none of its entries changes any more, and unlocking it for a correction.

use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::{App, Pelaku};

impl App {
    /// Locks a year, or unlocks it. Both are the head's, for whoever enters figures must not open what was closed.
    ///
    /// # Errors
    /// No permission, no reason, a year that is not open or already as wanted.
    pub async fn kunci_tahun(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        kunci: bool,
        alasan: &str,
    ) -> Result<()> {
        let tindakan = if kunci {
            Tindakan::Sahkan
        } else {
            Tindakan::BukaKoreksi
        };
        self.wajib_boleh(pelaku, tindakan, unit).await?;
        let alasan = alasan.trim();
        if alasan.is_empty() {
            return Err(Error::Isian("alasan belum diisi".to_owned()));
        }
        let mut tx = self.tulis_tahun(unit, tahun).await?;
        let periode = tx.periode(unit, tahun).await?.ok_or_else(|| {
            Error::Store(store::Error::TidakAda(format!("tahun {tahun} di unit ini")))
        })?;
        if periode.dikunci.is_some() == kunci {
            let keadaan = if kunci {
                "sudah dikunci"
            } else {
                "tidak sedang dikunci"
            };
            return Err(Error::BelumDapat(format!("tahun {tahun} {keadaan}")));
        }
        tx.lock_periode(unit, tahun, kunci.then(|| self.kini()))
            .await?;
        let apa = if kunci {
            "kunci-tahun"
        } else {
            "buka-kunci-tahun"
        };
        let peristiwa = self.peristiwa(pelaku, apa, unit, tahun.to_string(), alasan);
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }
}
