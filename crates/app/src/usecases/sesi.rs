//! One's own sessions: where the account is open, and ending them.

use store::{Waktu, sidik_dari};

use super::masuk::{DIAM, SesiAktif, Tahap};
use crate::App;
use crate::error::{Error, Result};

/// A session of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SesiSaya {
    /// Hash of its token, by which it is ended.
    pub sidik: String,
    /// When it began.
    pub dibuat: Waktu,
    /// When it was last used, to the minute.
    pub terakhir: Waktu,
    /// When it ends at the latest.
    pub berakhir: Waktu,
    /// Whether it is the one that asks.
    pub ini: bool,
}

impl App {
    /// One's own sessions that still hold, the one used last first.
    ///
    /// # Errors
    /// A login that is not whole.
    pub async fn daftar_sesi(&self, sesi: &SesiAktif, token: &str) -> Result<Vec<SesiSaya>> {
        wajib_penuh(sesi)?;
        let (kini, sidik) = (self.kini(), sidik_dari(token.as_bytes()));
        let daftar = self
            .store
            .read()
            .await?
            .list_sesi(&sesi.orang.id, kini)
            .await?;
        Ok(daftar
            .into_iter()
            .filter(|satu| satu.terakhir.saturating_add(DIAM) > kini)
            .map(|satu| SesiSaya {
                ini: satu.sidik == sidik,
                sidik: satu.sidik,
                dibuat: satu.dibuat,
                terakhir: satu.terakhir,
                berakhir: satu.berakhir,
            })
            .collect())
    }

    /// Ends one of one's own sessions.
    ///
    /// # Errors
    /// A session that is not one's own or has ended.
    pub async fn akhiri_sesi(&self, sesi: &SesiAktif, sidik: &str) -> Result<()> {
        wajib_penuh(sesi)?;
        let mut tx = self.store.write().await?;
        tx.sesi(sidik)
            .await?
            .filter(|satu| satu.orang == sesi.orang.id)
            .ok_or_else(|| Error::Isian("sesi itu sudah berakhir".to_owned()))?;
        tx.end_sesi(sidik).await?;
        let peristiwa = self.peristiwa(&sesi.pelaku(), "akhiri-sesi", "", "", "satu");
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// Ends all of one's own sessions but the one that asks; says how many.
    ///
    /// # Errors
    /// A login that is not whole.
    pub async fn akhiri_sesi_lain(&self, sesi: &SesiAktif, token: &str) -> Result<usize> {
        wajib_penuh(sesi)?;
        let ini = sidik_dari(token.as_bytes());
        let mut tx = self.store.write().await?;
        let lain: Vec<_> = tx
            .list_sesi(&sesi.orang.id, self.kini())
            .await?
            .into_iter()
            .filter(|satu| satu.sidik != ini)
            .collect();
        for satu in &lain {
            tx.end_sesi(&satu.sidik).await?;
        }
        let peristiwa = self.peristiwa(
            &sesi.pelaku(),
            "akhiri-sesi",
            "",
            "",
            lain.len().to_string(),
        );
        tx.commit(&[peristiwa]).await?;
        Ok(lain.len())
    }
}

fn wajib_penuh(sesi: &SesiAktif) -> Result<()> {
    if sesi.tahap == Tahap::Penuh {
        Ok(())
    } else {
        Err(Error::BelumMasuk)
    }
}
