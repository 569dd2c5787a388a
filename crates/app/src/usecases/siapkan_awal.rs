//! The first set-up: the first unit, the first account.

use store::{Hak, Orang, VersiUnit};

use crate::error::{Error, Result};
use crate::peran::Peran;
use crate::{App, Pelaku, id_baru, sandi};

/// What the first person says.
#[derive(Debug, Clone)]
pub struct Awal {
    /// Name of the unit.
    pub unit: String,
    /// Its level.
    pub tingkat: String,
    /// Kind of office, where it reports.
    pub profil: Option<String>,
    /// Login name.
    pub nama_pengguna: String,
    /// Name with titles.
    pub nama: String,
    /// Password.
    pub sandi: String,
    /// Whether the password must be changed at the first login.
    pub ganti_sandi: bool,
    /// Roles of the first account at the unit.
    pub peran: Vec<Peran>,
}

impl App {
    /// Whether nobody has an account yet.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn belum_disiapkan(&self) -> Result<bool> {
        Ok(self.store.read().await?.count_orang().await? == 0)
    }

    /// Makes the first unit and the first account; returns the id of the unit.
    ///
    /// # Errors
    /// Somebody has an account already; a password that is too easy.
    pub async fn siapkan_awal(&self, awal: &Awal) -> Result<String> {
        if let Some(keberatan) = sandi::keberatan(&awal.sandi, &awal.nama_pengguna) {
            return Err(Error::Isian(keberatan));
        }
        let nama_pengguna = super::orang::nama_pengguna_sah(&awal.nama_pengguna)?;
        let hash = sandi::hash_sandi(&awal.sandi)?;
        let (pada, hari) = (self.kini(), self.hari_ini());
        let (unit, orang) = (id_baru(), id_baru());
        let mut tx = self.store.write().await?;
        if tx.count_orang().await? != 0 {
            return Err(Error::BelumDapat(
                "penyiapan pertama sudah dilakukan; masuklah dengan akun yang ada".to_owned(),
            ));
        }
        tx.add_unit(&VersiUnit {
            unit: unit.clone(),
            versi: 0,
            // From the beginning of the records, so that years before the set-up have the unit too.
            dari: "2000-01-01".to_owned(),
            nama: awal.unit.clone(),
            tingkat: awal.tingkat.clone(),
            profil: awal.profil.clone(),
            kode: None,
            induk: None,
            aktif: 1,
            oleh: orang.clone(),
            pada,
            alasan: "penyiapan pertama".to_owned(),
            zona: None,
        })
        .await?;
        tx.add_orang(&Orang {
            id: orang.clone(),
            nama_pengguna,
            nama: awal.nama.clone(),
            nip: None,
            sandi: Some(hash),
            totp: None,
            totp_langkah: 0,
            sso: None,
            aktif: 1,
            ganti_sandi: i64::from(awal.ganti_sandi),
            versi: 1,
            dibuat: pada,
        })
        .await?;
        for peran in &awal.peran {
            tx.add_hak(&Hak {
                id: id_baru(),
                orang: orang.clone(),
                unit: unit.clone(),
                peran: peran.kata().to_owned(),
                tolak: 0,
                dari: hari.clone(),
                sampai: None,
                oleh: orang.clone(),
                pada,
                alasan: "penyiapan pertama".to_owned(),
                dicabut: None,
            })
            .await?;
        }
        let peristiwa = self.peristiwa(&Pelaku { orang }, "siapkan-awal", &unit, "", "");
        tx.commit(&[peristiwa]).await?;
        Ok(unit)
    }

    /// A new first password for an account whose owner never chose one, because the old one may be lost with the
    /// terminal that it was printed on; none where the owner did, or where there is no such account.
    ///
    /// # Errors
    /// Whoever asks is not the program itself.
    pub async fn perbarui_sandi_awal(
        &self,
        pelaku: &Pelaku,
        nama_pengguna: &str,
    ) -> Result<Option<String>> {
        if !pelaku.adalah_sistem() {
            return Err(Error::BelumMasuk);
        }
        let mut tx = self.store.write().await?;
        let Some(orang) = tx
            .orang_bernama(nama_pengguna)
            .await?
            .filter(|orang| orang.ganti_sandi == 1 && orang.aktif == 1)
        else {
            return Ok(None);
        };
        let baru = sandi::sandi_acak()?;
        let orang = Orang {
            sandi: Some(sandi::hash_sandi(&baru)?),
            ..orang
        };
        tx.change_orang(&orang).await?;
        self.putus_akses(&mut tx, &orang.id).await?;
        let peristiwa = self.peristiwa(pelaku, "perbarui-sandi-awal", "", &orang.id, "");
        tx.commit(&[peristiwa]).await?;
        Ok(Some(baru))
    }
}
