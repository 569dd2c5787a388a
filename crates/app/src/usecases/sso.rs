//! Single sign-on: which account an identity of the provider belongs to.

use store::{Orang, Peristiwa};

use crate::error::{Error, Result};
use crate::{App, Pelaku, Tahap, id_baru};

/// Longest subject of a provider, by its standard.
const SUBJEK_TERPANJANG: usize = 255;

/// Who somebody is at the provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentitasSso {
    /// The provider's address.
    pub penerbit: String,
    /// The person's id there, which never changes and is never given again.
    pub subjek: String,
}

/// What the provider says about somebody who logged in there.
#[derive(Clone)]
pub struct MasukSso {
    /// Who it is.
    pub identitas: IdentitasSso,
    /// Whether a second factor was asked there.
    pub faktor_kedua: bool,
    /// Name for an account that is made at the first login; none where accounts are only made by an administrator.
    pub akun_baru: Option<(String, String)>,
}

impl IdentitasSso {
    /// As it is kept with the account; the subject, which may hold anything, comes last.
    #[must_use]
    pub fn kunci(&self) -> String {
        format!("{} {}", self.penerbit, self.subjek)
    }
}

impl App {
    /// Begins a session for somebody whom the provider vouches for.
    ///
    /// # Errors
    /// An identity that is tied to no account, or to one that is closed.
    pub async fn masuk_sso(&self, masuk: &MasukSso) -> Result<(String, Tahap)> {
        let kunci = masuk.identitas.kunci();
        let mut orang = self.store.read().await?.orang_sso(&kunci).await?;
        if let (None, Some((nama_pengguna, nama))) = (&orang, &masuk.akun_baru) {
            orang = Some(self.akun_dari_sso(&kunci, nama_pengguna, nama).await?);
        }
        let Some(orang) = orang.filter(|orang| orang.aktif == 1) else {
            let tidak_dikenal = Pelaku {
                orang: "tidak-dikenal".to_owned(),
            };
            let peristiwa = Peristiwa {
                hasil: "ditolak".to_owned(),
                ..self.peristiwa(
                    &tidak_dikenal,
                    "masuk-sso",
                    "",
                    "",
                    "identitas belum dikaitkan",
                )
            };
            self.store.write().await?.commit(&[peristiwa]).await?;
            return Err(Error::BelumDapat(format!(
                "identitas Anda di penyedia masuk tunggal belum dikaitkan dengan akun yang aktif. Sampaikan identitas ini kepada administrator: {kunci}"
            )));
        };
        let tahap = if orang.totp.is_some() && !masuk.faktor_kedua {
            Tahap::Kedua
        } else {
            Tahap::Penuh
        };
        let token = self.mulai_sesi(&orang, tahap, &[]).await?;
        Ok((token, tahap))
    }

    /// An account without any grant for a new identity.
    async fn akun_dari_sso(&self, kunci: &str, nama_pengguna: &str, nama: &str) -> Result<Orang> {
        let orang = Orang {
            id: id_baru(),
            nama_pengguna: super::orang::nama_pengguna_sah(nama_pengguna)?,
            nama: nama.trim().chars().take(200).collect(),
            nip: None,
            sandi: None,
            totp: None,
            totp_langkah: 0,
            sso: Some(kunci.to_owned()),
            aktif: 1,
            ganti_sandi: 0,
            versi: 1,
            dibuat: self.kini(),
        };
        let mut tx = self.store.write().await?;
        tx.add_orang(&orang).await?;
        let pelaku = Pelaku {
            orang: orang.id.clone(),
        };
        let peristiwa = self.peristiwa(&pelaku, "buat-akun", "", &orang.id, "masuk tunggal");
        tx.commit(&[peristiwa]).await?;
        Ok(orang)
    }

    /// Ties an account to an identity of the provider, or unties it. Its sessions end.
    ///
    /// Who ties an account can become that person, so one must keep accounts wherever the person has a grant.
    ///
    /// # Errors
    /// No permission, an identity that cannot be or is tied already.
    pub async fn kaitkan_sso(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        orang: &str,
        identitas: Option<&IdentitasSso>,
    ) -> Result<()> {
        self.wajib_kelola_akun(pelaku, unit, orang).await?;
        if let Some(identitas) = identitas {
            let sah = !identitas.subjek.is_empty()
                && identitas.subjek.len() <= SUBJEK_TERPANJANG
                && identitas.penerbit.starts_with("http")
                && !identitas.penerbit.contains(char::is_whitespace);
            if !sah {
                return Err(Error::Isian(
                    "identitas masuk tunggal terdiri atas alamat penyedia dan identitas orang di sana".to_owned(),
                ));
            }
        }
        let mut tx = self.store.write().await?;
        let kini = tx
            .orang(orang)
            .await?
            .ok_or_else(|| Error::Isian("akun tidak ditemukan".to_owned()))?;
        let sso = identitas.map(IdentitasSso::kunci);
        if let Some(sso) = &sso
            && let Some(lain) = tx.orang_sso(sso).await?
            && lain.id != orang
        {
            return Err(Error::Isian(
                "identitas ini sudah dikaitkan dengan akun lain".to_owned(),
            ));
        }
        tx.change_orang(&Orang { sso, ..kini }).await?;
        self.putus_akses(&mut tx, orang).await?;
        let apa = if identitas.is_some() {
            "kaitkan-sso"
        } else {
            "lepas-sso"
        };
        let peristiwa = self.peristiwa(pelaku, apa, unit, orang, "");
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }
}
