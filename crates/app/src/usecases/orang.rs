//! Accounts.

use store::{Orang, Tx};

use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::{App, Pelaku, id_baru, sandi};

/// A new account.
#[derive(Clone)]
pub struct OrangBaru {
    /// Login name.
    pub nama_pengguna: String,
    /// Name with titles.
    pub nama: String,
    /// Civil servant number.
    pub nip: Option<String>,
    /// First password, which must be changed at the first login.
    pub sandi: String,
}

/// A login name as it is kept: lower case, letters, digits, dot, dash.
pub(crate) fn nama_pengguna_sah(teks: &str) -> Result<String> {
    let nama = teks.trim().to_lowercase();
    let sah = (3..=64).contains(&nama.len())
        && nama.chars().all(|huruf| {
            huruf.is_ascii_lowercase() || huruf.is_ascii_digit() || ".-_@".contains(huruf)
        });
    if sah {
        Ok(nama)
    } else {
        Err(Error::Isian(format!(
            "nama pengguna \"{}\" tidak dapat dipakai: gunakan 3 sampai 64 huruf kecil, angka, titik, atau tanda hubung",
            teks.trim()
        )))
    }
}

impl App {
    /// Makes an account. `unit` is where the person who asks keeps accounts.
    ///
    /// # Errors
    /// A login name that is taken, a password that is too easy, or no permission.
    pub async fn buat_orang(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        baru: &OrangBaru,
    ) -> Result<String> {
        self.wajib_boleh(pelaku, Tindakan::KelolaOrang, unit)
            .await?;
        let nama_pengguna = nama_pengguna_sah(&baru.nama_pengguna)?;
        if baru.nama.trim().is_empty() {
            return Err(Error::Isian("nama belum diisi".to_owned()));
        }
        if let Some(keberatan) = sandi::keberatan(&baru.sandi, &nama_pengguna) {
            return Err(Error::Isian(keberatan));
        }
        let id = id_baru();
        let mut tx = self.store.write().await?;
        tx.add_orang(&Orang {
            id: id.clone(),
            nama_pengguna,
            nama: baru.nama.trim().to_owned(),
            nip: baru.nip.clone(),
            sandi: Some(sandi::hash_sandi(&baru.sandi)?),
            totp: None,
            totp_langkah: 0,
            sso: None,
            aktif: 1,
            ganti_sandi: 1,
            versi: 1,
            dibuat: self.kini(),
        })
        .await?;
        let peristiwa = self.peristiwa(pelaku, "buat-akun", unit, &id, "");
        tx.commit(&[peristiwa]).await?;
        Ok(id)
    }

    /// Closes or reopens an account; its sessions end.
    ///
    /// # Errors
    /// No permission; one's own account.
    pub async fn atur_akun(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        id: &str,
        aktif: bool,
    ) -> Result<()> {
        self.wajib_boleh(pelaku, Tindakan::KelolaOrang, unit)
            .await?;
        if pelaku.orang == id {
            return Err(Error::BelumDapat(
                "akun sendiri tidak dapat ditutup; minta administrator lain".to_owned(),
            ));
        }
        let mut tx = self.store.write().await?;
        let orang = tx
            .orang(id)
            .await?
            .ok_or_else(|| Error::Isian("akun tidak ditemukan".to_owned()))?;
        tx.change_orang(&Orang {
            aktif: i64::from(aktif),
            ..orang
        })
        .await?;
        tx.end_sesi_orang(id).await?;
        let peristiwa = self.peristiwa(
            pelaku,
            if aktif { "buka-akun" } else { "tutup-akun" },
            unit,
            id,
            "",
        );
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// All accounts, for who keeps accounts at the unit.
    ///
    /// # Errors
    /// No permission.
    pub async fn daftar_orang(&self, pelaku: &Pelaku, unit: &str) -> Result<Vec<Orang>> {
        self.wajib_boleh(pelaku, Tindakan::KelolaOrang, unit)
            .await?;
        Ok(self.store.read().await?.list_orang().await?)
    }

    /// Name of a person for a page; "sistem" and ids that are no longer known are told as such.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn nama_orang(&self, id: &str) -> Result<String> {
        nama_di(&mut self.store.read().await?, id).await
    }
}

/// As [`App::nama_orang`], in a transaction that is open already.
pub(crate) async fn nama_di(tx: &mut Tx, id: &str) -> Result<String> {
    if id == "sistem" {
        return Ok("Sistem".to_owned());
    }
    let orang = tx.orang(id).await?;
    Ok(orang.map_or_else(|| "Akun yang sudah dihapus".to_owned(), |orang| orang.nama))
}
