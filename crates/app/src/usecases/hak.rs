//! Grants and denials.

use std::collections::BTreeMap;

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

/// A grant or denial as a page shows it.
#[derive(Debug, Clone)]
pub struct HakTerbaca {
    /// It.
    pub hak: Hak,
    /// Name of the unit.
    pub unit: String,
    /// Whether the person who asks may withdraw it now.
    pub dapat_dicabut: bool,
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
        let dari = match &baru.dari {
            Some(dari) => super::unit::hari_sah(dari)?,
            None => self.hari_ini_di(&baru.unit).await?,
        };
        let sampai = baru
            .sampai
            .as_deref()
            .map(super::unit::hari_sah)
            .transpose()?;
        if sampai.as_ref().is_some_and(|sampai| *sampai < dari) {
            return Err(Error::Isian(
                "hari terakhir mendahului hari pertama".to_owned(),
            ));
        }
        let mut tx = self.store.write().await?;
        if tx.orang(&baru.orang).await?.is_none() {
            return Err(Error::Isian("akun tidak ditemukan".to_owned()));
        }
        let id = id_baru();
        tx.add_hak(&Hak {
            id: id.clone(),
            orang: baru.orang.clone(),
            unit: baru.unit.clone(),
            peran: baru.peran.kata().to_owned(),
            tolak: i64::from(baru.tolak),
            dari,
            sampai,
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
    /// No permission, one that no longer holds, or one about oneself.
    pub async fn cabut_hak(&self, pelaku: &Pelaku, unit: &str, id: &str) -> Result<()> {
        self.wajib_boleh(pelaku, Tindakan::KelolaHak, unit).await?;
        let mut tx = self.store.write().await?;
        // The unit that was checked must be the unit of the grant.
        let hak = tx.hak_unit(unit).await?;
        let hak = hak
            .iter()
            .find(|hak| hak.id == id)
            .ok_or_else(|| Error::Isian("hak tidak ditemukan di unit ini".to_owned()))?;
        // A withdrawn denial is a grant; a withdrawn grant may leave nobody who could give it back.
        if hak.orang == pelaku.orang {
            return Err(Error::BelumDapat(
                "hak tentang diri sendiri dicabut oleh administrator lain".to_owned(),
            ));
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

    /// The grants and denials of a person, withdrawn and ended ones included: all of one's own, and of others those
    /// at the units where the asker keeps grants.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn daftar_hak_orang(&self, pelaku: &Pelaku, orang: &str) -> Result<Vec<HakTerbaca>> {
        let mut tx = self.store.read().await?;
        let mut unit: BTreeMap<String, (String, bool)> = BTreeMap::new();
        let mut daftar = Vec::new();
        for hak in tx.riwayat_hak_orang(orang).await? {
            if !unit.contains_key(&hak.unit) {
                let putusan = self
                    .putuskan(&mut tx, pelaku, Tindakan::KelolaHak, &hak.unit)
                    .await?;
                unit.insert(hak.unit.clone(), (putusan.unit, putusan.boleh));
            }
            let Some((nama, boleh)) = unit.get(&hak.unit) else {
                continue;
            };
            if *boleh || pelaku.orang == orang {
                daftar.push(HakTerbaca {
                    unit: nama.clone(),
                    dapat_dicabut: *boleh && pelaku.orang != orang && hak.dicabut.is_none(),
                    hak,
                });
            }
        }
        Ok(daftar)
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
        if tx.orang(orang).await?.is_none() && !ditanya.adalah_sistem() {
            return Err(store::Error::TidakAda("akun".to_owned()).into());
        }
        let mut putusan = Vec::new();
        for tindakan in Tindakan::SEMUA {
            putusan.push(self.putuskan(&mut tx, &ditanya, tindakan, unit).await?);
        }
        Ok(putusan)
    }
}
