//! Units and who holds their posts.

use store::{Pejabat, VersiUnit};

use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::{App, Pelaku, id_baru};

/// A new unit below another.
#[derive(Debug, Clone)]
pub struct UnitBaru {
    /// Name.
    pub nama: String,
    /// Level.
    pub tingkat: String,
    /// Kind of office, where it reports.
    pub profil: Option<String>,
    /// Code of the budget office.
    pub kode: Option<String>,
    /// The unit above; none for the top of a tree, which only the program itself makes.
    pub induk: Option<String>,
    /// First day.
    pub dari: String,
    /// Why: the decree.
    pub alasan: String,
    /// Time zone; none for that of the unit above.
    pub zona: Option<String>,
}

/// A holder of a post.
#[derive(Debug, Clone)]
pub struct PejabatBaru {
    /// The unit.
    pub unit: String,
    /// The post.
    pub jabatan: String,
    /// "definitif", "plt" or "plh".
    pub sifat: String,
    /// Name with titles.
    pub nama: String,
    /// Civil servant number.
    pub nip: Option<String>,
    /// First day.
    pub dari: String,
    /// Last day.
    pub sampai: Option<String>,
    /// Why: the decree.
    pub alasan: String,
}

impl App {
    /// Makes a unit; returns its id.
    ///
    /// # Errors
    /// No permission at the unit above, or an answer that is missing.
    pub async fn buat_unit(&self, pelaku: &Pelaku, baru: &UnitBaru) -> Result<String> {
        let induk = baru.induk.as_deref().unwrap_or_default();
        self.wajib_boleh(pelaku, Tindakan::KelolaUnit, induk)
            .await?;
        self.periksa_unit(
            &baru.nama,
            &baru.tingkat,
            baru.profil.as_deref(),
            baru.zona.as_deref(),
            &baru.alasan,
        )?;
        let id = id_baru();
        let mut tx = self.store.write().await?;
        tx.add_unit(&VersiUnit {
            unit: id.clone(),
            versi: 0,
            dari: hari_sah(&baru.dari)?,
            nama: baru.nama.trim().to_owned(),
            tingkat: baru.tingkat.clone(),
            profil: baru.profil.clone(),
            kode: baru.kode.clone(),
            induk: baru.induk.clone(),
            aktif: 1,
            oleh: pelaku.orang.clone(),
            pada: self.kini(),
            alasan: baru.alasan.trim().to_owned(),
            zona: baru.zona.clone(),
        })
        .await?;
        let peristiwa = self.peristiwa(pelaku, "buat-unit", &id, induk, "");
        tx.commit(&[peristiwa]).await?;
        Ok(id)
    }

    /// Changes a unit from a day on: name, level, parent, or its end.
    ///
    /// # Errors
    /// No permission at the unit, or at the parents where it moves or ends; units below one that ends; somebody changed it in the meantime.
    pub async fn ubah_unit(&self, pelaku: &Pelaku, versi: &VersiUnit) -> Result<()> {
        self.wajib_boleh(pelaku, Tindakan::KelolaUnit, &versi.unit)
            .await?;
        let dari = hari_sah(&versi.dari)?;
        let semula = self.store.read().await?.riwayat_unit(&versi.unit).await?;
        let semula = semula.last().and_then(|akhir| akhir.induk.clone());
        if !pelaku.adalah_sistem() && versi.induk.is_none() && semula.is_some() {
            return Err(Error::BelumDapat(
                "unit ini tidak dapat dijadikan puncak; pilih unit di atasnya".to_owned(),
            ));
        }
        if !pelaku.adalah_sistem() && versi.aktif == 0 && semula.is_none() {
            return Err(Error::BelumDapat(
                "unit puncak tidak dapat ditutup".to_owned(),
            ));
        }
        if semula != versi.induk || versi.aktif == 0 {
            // Leaving a tree is the business of its keeper as much as joining one.
            for induk in [&semula, &versi.induk] {
                let induk = induk.as_deref().unwrap_or_default();
                self.wajib_boleh(pelaku, Tindakan::KelolaUnit, induk)
                    .await?;
            }
        }
        self.periksa_unit(
            &versi.nama,
            &versi.tingkat,
            versi.profil.as_deref(),
            versi.zona.as_deref(),
            &versi.alasan,
        )?;
        if versi.aktif == 0 {
            let pohon = self.store.read().await?.list_unit(&dari).await?;
            let di_bawah: Vec<_> = pohon
                .iter()
                .filter(|satu| satu.induk.as_ref() == Some(&versi.unit))
                .map(|satu| satu.nama.as_str())
                .collect();
            if !di_bawah.is_empty() {
                return Err(Error::BelumDapat(format!(
                    "unit masih membawahi {}; pindahkan atau tutup dahulu",
                    di_bawah.join(", ")
                )));
            }
        }
        let versi = VersiUnit {
            dari,
            oleh: pelaku.orang.clone(),
            pada: self.kini(),
            ..versi.clone()
        };
        let mut tx = self.store.write().await?;
        tx.change_unit(&versi).await?;
        let peristiwa = self.peristiwa(
            pelaku,
            "ubah-unit",
            &versi.unit,
            "",
            format!("mulai {}", versi.dari),
        );
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    fn periksa_unit(
        &self,
        nama: &str,
        tingkat: &str,
        profil: Option<&str>,
        zona: Option<&str>,
        alasan: &str,
    ) -> Result<()> {
        if nama.trim().is_empty() {
            return Err(Error::Isian("nama unit belum diisi".to_owned()));
        }
        if !VersiUnit::TINGKAT.contains(&tingkat) {
            return Err(Error::Isian(format!(
                "tingkat unit \"{tingkat}\" tidak dikenal"
            )));
        }
        if let Some(profil) = profil
            && self.hukum.profil(profil).is_none()
        {
            return Err(Error::Isian(format!(
                "jenis kantor \"{profil}\" tidak dikenal"
            )));
        }
        if let Some(zona) = zona
            && !self.daftar_zona().iter().any(|satu| satu.kata == zona)
        {
            return Err(Error::Isian(format!(
                "wilayah waktu \"{zona}\" tidak dikenal"
            )));
        }
        if alasan.trim().is_empty() {
            return Err(Error::Isian(
                "alasan belum diisi, misalnya dasar pembentukan unit".to_owned(),
            ));
        }
        Ok(())
    }

    /// Records who holds a post from when to when.
    ///
    /// # Errors
    /// No permission, or an answer that is missing or cannot be.
    pub async fn catat_pejabat(&self, pelaku: &Pelaku, baru: &PejabatBaru) -> Result<()> {
        self.wajib_boleh(pelaku, Tindakan::KelolaUnit, &baru.unit)
            .await?;
        if baru.nama.trim().is_empty() || baru.jabatan.trim().is_empty() {
            return Err(Error::Isian("nama dan jabatan wajib diisi".to_owned()));
        }
        if !["definitif", "plt", "plh"].contains(&baru.sifat.as_str()) {
            return Err(Error::Isian(format!(
                "sifat jabatan \"{}\" tidak dikenal",
                baru.sifat
            )));
        }
        let dari = hari_sah(&baru.dari)?;
        let sampai = baru.sampai.as_deref().map(hari_sah).transpose()?;
        if sampai.as_ref().is_some_and(|sampai| *sampai < dari) {
            return Err(Error::Isian(
                "hari terakhir mendahului hari pertama".to_owned(),
            ));
        }
        let id = id_baru();
        let mut tx = self.store.write().await?;
        tx.add_pejabat(&Pejabat {
            id: id.clone(),
            unit: baru.unit.clone(),
            jabatan: baru.jabatan.trim().to_owned(),
            sifat: baru.sifat.clone(),
            nama: baru.nama.trim().to_owned(),
            nip: baru.nip.clone(),
            dari,
            sampai,
            oleh: pelaku.orang.clone(),
            pada: self.kini(),
            alasan: baru.alasan.trim().to_owned(),
            dicabut: None,
        })
        .await?;
        // The name stays outside the chain; the id leads to it.
        let peristiwa = self.peristiwa(pelaku, "catat-pejabat", &baru.unit, id, &baru.sifat);
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// Withdraws a record of a holder that was wrong; its row stays.
    ///
    /// # Errors
    /// No permission, no reason, or a record that is not of this unit.
    pub async fn cabut_pejabat(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        id: &str,
        alasan: &str,
    ) -> Result<()> {
        self.wajib_boleh(pelaku, Tindakan::KelolaUnit, unit).await?;
        if alasan.trim().is_empty() {
            return Err(Error::Isian(
                "alasan belum diisi, misalnya \"tanggal keliru\"".to_owned(),
            ));
        }
        let mut tx = self.store.write().await?;
        // The unit that was checked must be the unit of the record.
        if !tx
            .pejabat_unit(unit)
            .await?
            .iter()
            .any(|satu| satu.id == id)
        {
            return Err(Error::Isian(
                "catatan pejabat tidak ditemukan di unit ini".to_owned(),
            ));
        }
        tx.revoke_pejabat(id, self.kini()).await?;
        let peristiwa = self.peristiwa(pelaku, "cabut-pejabat", unit, id, alasan.trim());
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// Who signs for a post on a day: an acting official who stands in outranks the holder.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn penanda_tangan(
        &self,
        unit: &str,
        jabatan: &str,
        hari: &str,
    ) -> Result<Option<Pejabat>> {
        let daftar = self.store.read().await?.pejabat_unit(unit).await?;
        let berlaku = |pejabat: &&Pejabat| {
            pejabat.jabatan == jabatan
                && pejabat.dari.as_str() <= hari
                && pejabat
                    .sampai
                    .as_deref()
                    .is_none_or(|sampai| sampai >= hari)
        };
        let urutan = |pejabat: &&Pejabat| match pejabat.sifat.as_str() {
            "plh" => 2,
            "plt" => 1,
            _ => 0,
        };
        Ok(daftar
            .iter()
            .filter(berlaku)
            .max_by(|a, b| (urutan(a), &a.dari, a.pada).cmp(&(urutan(b), &b.dari, b.pada)))
            .cloned())
    }
}

/// A day as the store keeps it.
pub(crate) fn hari_sah(teks: &str) -> Result<String> {
    teks.trim()
        .parse::<jiff::civil::Date>()
        .map(|hari| hari.to_string())
        .map_err(|_| {
            Error::Isian(format!(
                "\"{}\" bukan tanggal; tulis seperti 2026-01-31",
                teks.trim()
            ))
        })
}
