//! Accounts.

use std::collections::{BTreeMap, BTreeSet};

use store::{Orang, Tx};

use crate::error::{Error, Result};
use crate::izin::Putusan;
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
        // Hashed before the transaction: the one writer must not wait for it.
        let hash = sandi::hash_bergiliran(&baru.sandi).await?;
        let mut tx = self.store.write().await?;
        tx.add_orang(&Orang {
            id: id.clone(),
            nama_pengguna,
            nama: baru.nama.trim().to_owned(),
            nip: baru.nip.clone(),
            sandi: Some(hash),
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
        let orang = self.wajib_kelola_akun(pelaku, unit, id).await?;
        if pelaku.orang == id {
            return Err(Error::BelumDapat(
                "akun sendiri tidak dapat ditutup; minta administrator lain".to_owned(),
            ));
        }
        let mut tx = self.store.write().await?;
        tx.change_orang(&Orang {
            aktif: i64::from(aktif),
            ..orang
        })
        .await?;
        self.putus_akses(&mut tx, id).await?;
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

    /// Corrects the name or the civil servant number of an account that is still at `versi`.
    ///
    /// # Errors
    /// No permission, no name, or somebody who was faster.
    pub async fn ubah_orang(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        id: &str,
        nama: &str,
        nip: Option<&str>,
        versi: i64,
    ) -> Result<()> {
        let orang = self.wajib_kelola_akun(pelaku, unit, id).await?;
        if nama.trim().is_empty() {
            return Err(Error::Isian("nama belum diisi".to_owned()));
        }
        let mut tx = self.store.write().await?;
        tx.change_orang(&Orang {
            nama: nama.trim().to_owned(),
            nip: nip
                .map(|nip| nip.trim().to_owned())
                .filter(|nip| !nip.is_empty()),
            versi,
            ..orang
        })
        .await?;
        let peristiwa = self.peristiwa(pelaku, "ubah-akun", unit, id, "");
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// Gives an account whose password was forgotten a new first password, which must be changed at the next login; its sessions end.
    ///
    /// # Errors
    /// No permission, one's own account, a password that is too easy.
    pub async fn setel_ulang_sandi(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        id: &str,
        sandi: &str,
    ) -> Result<()> {
        let orang = self.wajib_kelola_akun(pelaku, unit, id).await?;
        if pelaku.orang == id {
            return Err(Error::BelumDapat(
                "kata sandi sendiri diganti di halaman akun Anda".to_owned(),
            ));
        }
        if let Some(keberatan) = sandi::keberatan(sandi, &orang.nama_pengguna) {
            return Err(Error::Isian(keberatan));
        }
        let baru = Orang {
            sandi: Some(sandi::hash_bergiliran(sandi).await?),
            ganti_sandi: 1,
            ..orang
        };
        let mut tx = self.store.write().await?;
        tx.change_orang(&baru).await?;
        self.putus_akses(&mut tx, id).await?;
        let peristiwa = self.peristiwa(pelaku, "setel-ulang-sandi", unit, id, "");
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// Switches off the second factor of somebody who lost the telephone; the sessions end.
    ///
    /// # Errors
    /// No permission, one's own account, no reason, or no second factor.
    pub async fn matikan_faktor_kedua(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        id: &str,
        alasan: &str,
    ) -> Result<()> {
        let orang = self.wajib_kelola_akun(pelaku, unit, id).await?;
        if pelaku.orang == id {
            return Err(Error::BelumDapat(
                "faktor kedua sendiri dimatikan di halaman akun Anda dengan kata sandi".to_owned(),
            ));
        }
        if alasan.trim().is_empty() {
            return Err(Error::Isian(
                "alasan belum diisi, misalnya \"ponsel hilang, dipastikan lewat telepon kantor\""
                    .to_owned(),
            ));
        }
        if orang.totp.is_none() {
            return Err(Error::BelumDapat(
                "akun ini tidak memakai faktor kedua".to_owned(),
            ));
        }
        let mut tx = self.store.write().await?;
        tx.change_orang(&Orang {
            totp: None,
            ..orang
        })
        .await?;
        self.putus_akses(&mut tx, id).await?;
        let peristiwa = self.peristiwa(pelaku, "matikan-faktor-kedua", unit, id, alasan.trim());
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// Ends every way in that an account has open: its sessions and its tokens. Whoever had the password,
    /// or the telephone, before it changed may have made either.
    pub(crate) async fn putus_akses(&self, tx: &mut Tx, orang: &str) -> Result<()> {
        tx.end_sesi_orang(orang).await?;
        tx.revoke_token_orang(orang, self.kini()).await?;
        Ok(())
    }

    /// An account that the person keeps. An account reaches as far as its grants: whoever keeps accounts
    /// at one office only must not take over one that has grants elsewhere.
    pub(super) async fn wajib_kelola_akun(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        id: &str,
    ) -> Result<Orang> {
        self.wajib_boleh(pelaku, Tindakan::KelolaOrang, unit)
            .await?;
        let mut tx = self.store.read().await?;
        let orang = tx
            .orang(id)
            .await?
            .ok_or_else(|| Error::Isian("akun tidak ditemukan".to_owned()))?;
        let unit_lain = self.unit_akun(&mut tx, id).await?;
        drop(tx);
        for satu in unit_lain {
            self.wajib_boleh(pelaku, Tindakan::KelolaOrang, &satu)
                .await?;
        }
        Ok(orang)
    }

    /// Why the person does not keep an account; none where they do.
    pub(crate) async fn penolakan_akun(
        &self,
        tx: &mut Tx,
        pelaku: &Pelaku,
        unit: &str,
        id: &str,
    ) -> Result<Option<Putusan>> {
        let mut semua = self.unit_akun(tx, id).await?;
        semua.insert(unit.to_owned());
        for satu in semua {
            let putusan = self
                .putuskan(tx, pelaku, Tindakan::KelolaOrang, &satu)
                .await?;
            if !putusan.boleh {
                return Ok(Some(putusan));
            }
        }
        Ok(None)
    }

    /// Units at which an account has grants that hold or will.
    async fn unit_akun(&self, tx: &mut Tx, id: &str) -> Result<BTreeSet<String>> {
        let hari = self.hari_ini();
        Ok(tx
            .riwayat_hak_orang(id)
            .await?
            .into_iter()
            .filter(|hak| {
                let lewat = hak.sampai.as_ref().is_some_and(|sampai| *sampai < hari);
                hak.dicabut.is_none() && hak.tolak == 0 && !lewat
            })
            .map(|hak| hak.unit)
            .collect())
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

    /// An account for a page, and why the person who asks may not change it; none where they may.
    ///
    /// # Errors
    /// No permission at the unit, or no such account.
    pub async fn lihat_orang(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        id: &str,
    ) -> Result<(Orang, Option<Putusan>)> {
        self.wajib_boleh(pelaku, Tindakan::KelolaOrang, unit)
            .await?;
        let mut tx = self.store.read().await?;
        let orang = tx
            .orang(id)
            .await?
            .ok_or_else(|| store::Error::TidakAda("akun".to_owned()))?;
        let penolakan = self.penolakan_akun(&mut tx, pelaku, unit, id).await?;
        Ok((orang, penolakan))
    }

    /// Names of people for a page, by id.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn nama_semua<'a>(
        &self,
        semua: impl IntoIterator<Item = &'a str>,
    ) -> Result<BTreeMap<String, String>> {
        let semua: BTreeSet<&str> = semua.into_iter().collect();
        let mut nama = BTreeMap::new();
        for id in semua {
            let sebutan = if id == super::audit::TIDAK_DIKENAL {
                "Tidak dikenal".to_owned()
            } else {
                self.nama_orang(id).await?
            };
            nama.insert(id.to_owned(), sebutan);
        }
        Ok(nama)
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
