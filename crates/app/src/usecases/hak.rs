//! Grants and denials.

use store::Hak;

use crate::error::{Error, Result};
use crate::izin::Putusan;
use crate::peran::{Peran, Tindakan};
use crate::{App, Pelaku, id_baru};

/// A grant or denial to be recorded.
#[derive(Debug, Clone)]
pub struct HakBaru {
    /// The person.
    pub orang: String,
    /// The unit; everything below it is meant too.
    pub unit: String,
    /// The role.
    pub peran: Peran,
    /// Whether it denies.
    pub tolak: bool,
    /// First day; none for today.
    pub dari: Option<String>,
    /// Last day.
    pub sampai: Option<String>,
    /// Why.
    pub alasan: String,
}

impl App {
    /// Records a grant or a denial.
    ///
    /// # Errors
    /// No permission, no reason, or a grant to oneself.
    pub async fn beri_hak(&self, pelaku: &Pelaku, baru: &HakBaru) -> Result<()> {
        self.wajib_boleh(pelaku, Tindakan::KelolaHak, &baru.unit)
            .await?;
        if baru.alasan.trim().is_empty() {
            return Err(Error::Isian(
                "alasan belum diisi, misalnya nomor surat penugasan".to_owned(),
            ));
        }
        if baru.orang == pelaku.orang && !baru.tolak {
            return Err(Error::BelumDapat(
                "hak untuk diri sendiri harus diberikan administrator lain".to_owned(),
            ));
        }
        let mut tx = self.store.write().await?;
        let id = id_baru();
        tx.add_hak(&Hak {
            id: id.clone(),
            orang: baru.orang.clone(),
            unit: baru.unit.clone(),
            peran: baru.peran.kata().to_owned(),
            tolak: i64::from(baru.tolak),
            dari: baru.dari.clone().unwrap_or_else(|| self.hari_ini()),
            sampai: baru.sampai.clone(),
            oleh: pelaku.orang.clone(),
            pada: self.kini(),
            alasan: baru.alasan.trim().to_owned(),
            dicabut: None,
        })
        .await?;
        let apa = format!(
            "{} {}",
            if baru.tolak { "tolak" } else { "beri" },
            baru.peran.kata()
        );
        let peristiwa = self.peristiwa(pelaku, "beri-hak", &baru.unit, &baru.orang, apa);
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// Withdraws a grant or denial at a unit.
    ///
    /// # Errors
    /// No permission, or one that no longer holds.
    pub async fn cabut_hak(&self, pelaku: &Pelaku, unit: &str, id: &str) -> Result<()> {
        self.wajib_boleh(pelaku, Tindakan::KelolaHak, unit).await?;
        let mut tx = self.store.write().await?;
        // The unit that was checked must be the unit of the grant.
        if !tx.hak_unit(unit).await?.iter().any(|hak| hak.id == id) {
            return Err(Error::Isian("hak tidak ditemukan di unit ini".to_owned()));
        }
        tx.revoke_hak(id, self.kini()).await?;
        let peristiwa = self.peristiwa(pelaku, "cabut-hak", unit, id, "");
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// The grants and denials at a unit.
    ///
    /// # Errors
    /// No permission.
    pub async fn daftar_hak(&self, pelaku: &Pelaku, unit: &str) -> Result<Vec<Hak>> {
        self.wajib_boleh(pelaku, Tindakan::KelolaHak, unit).await?;
        Ok(self.store.read().await?.hak_unit(unit).await?)
    }

    /// What a person may at a unit and why: every action with its verdict. Everyone may see their own.
    ///
    /// # Errors
    /// No permission to see somebody else's.
    pub async fn jelaskan_izin(
        &self,
        pelaku: &Pelaku,
        orang: &str,
        unit: &str,
    ) -> Result<Vec<Putusan>> {
        if pelaku.orang != orang {
            self.wajib_boleh(pelaku, Tindakan::KelolaHak, unit).await?;
        }
        let ditanya = Pelaku {
            orang: orang.to_owned(),
        };
        let mut tx = self.store.read().await?;
        let mut putusan = Vec::new();
        for tindakan in Tindakan::SEMUA {
            putusan.push(self.putuskan(&mut tx, &ditanya, tindakan, unit).await?);
        }
        Ok(putusan)
    }
}
