//! Logging in: password, second factor, session, and the brake on guessing.

use store::{Orang, Peristiwa, Sesi, Waktu, sidik_dari};

use crate::error::{Error, Result};
use crate::{App, Pelaku, sandi, totp};

const DETIK: Waktu = 1_000_000;
/// Longest life of a session: a working day.
const UMUR: Waktu = 12 * 3600 * DETIK;
/// A session that was not used for so long has ended.
pub(super) const DIAM: Waktu = 60 * 60 * DETIK;
/// How often the use of a session is noted.
const CATAT: Waktu = 60 * DETIK;
/// Failures of one account or address before the brake.
const BEBAS: i64 = 5;
/// The longest brake.
const REM_TERPANJANG: i64 = 15 * 60;

/// What a person says to log in.
#[derive(Clone)]
pub struct Masuk {
    /// Login name.
    pub nama_pengguna: String,
    /// Password.
    pub sandi: String,
    /// Where from, for the brake; kept only as a hash.
    pub alamat: String,
}

/// How far a login has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tahap {
    /// All is open.
    Penuh,
    /// The second factor is awaited.
    Kedua,
    /// The password must be changed first.
    GantiSandi,
}

/// A session that holds.
#[derive(Debug, Clone)]
pub struct SesiAktif {
    /// The person.
    pub orang: Orang,
    /// How far the login has come.
    pub tahap: Tahap,
}

impl SesiAktif {
    /// The person as the one who asks.
    #[must_use]
    pub fn pelaku(&self) -> Pelaku {
        Pelaku {
            orang: self.orang.id.clone(),
        }
    }
}

impl Tahap {
    const fn kata(self) -> &'static str {
        match self {
            Self::Penuh => "penuh",
            Self::Kedua => "kedua",
            Self::GantiSandi => "sandi",
        }
    }

    fn dari_kata(kata: &str) -> Self {
        match kata {
            "penuh" => Self::Penuh,
            "sandi" => Self::GantiSandi,
            _ => Self::Kedua,
        }
    }
}

impl App {
    /// Logs in; returns the token for the browser and how far it has come.
    ///
    /// # Errors
    /// [`Error::Masuk`] without saying which part was wrong; [`Error::Tahan`] after too many failures.
    pub async fn masuk(&self, masuk: &Masuk) -> Result<(String, Tahap)> {
        let nama = masuk.nama_pengguna.trim().to_lowercase();
        let kunci = [
            sidik_dari(format!("akun {nama}").as_bytes()),
            sidik_dari(format!("alamat {}", masuk.alamat).as_bytes()),
        ];
        // Held to the end: of many guesses at once, each sees what became of those before it.
        let _giliran = sandi::giliran().await?;
        let mut tx = self.store.read().await?;
        for satu in &kunci {
            let (_, tahan) = tx.percobaan(satu).await?;
            let sisa = tahan.saturating_sub(self.kini());
            if sisa > 0 {
                return Err(Error::Tahan(sisa.div_euclid(DETIK).saturating_add(1)));
            }
        }
        let orang = tx
            .orang_bernama(&nama)
            .await?
            .filter(|orang| orang.aktif == 1);
        drop(tx);
        let hash = orang.as_ref().and_then(|orang| orang.sandi.clone());
        let teks = masuk.sandi.clone();
        // A password hash takes long by design; it must not hold up other requests.
        let benar = tokio::task::spawn_blocking(move || sandi::cocok(&teks, hash.as_deref()))
            .await
            .map_err(|galat| Error::Dalam(galat.to_string()))?;
        match orang {
            Some(orang) if benar => {
                let tahap = if orang.totp.is_some() {
                    Tahap::Kedua
                } else if orang.ganti_sandi == 1 {
                    Tahap::GantiSandi
                } else {
                    Tahap::Penuh
                };
                let token = self.mulai_sesi(&orang, tahap, &kunci).await?;
                Ok((token, tahap))
            }
            orang => {
                self.catat_gagal(&kunci, orang.as_ref()).await?;
                Err(Error::Masuk)
            }
        }
    }

    pub(super) async fn mulai_sesi(
        &self,
        orang: &Orang,
        tahap: Tahap,
        kunci: &[String],
    ) -> Result<String> {
        let mut bita = [0u8; 32];
        getrandom::fill(&mut bita).map_err(|galat| Error::Dalam(galat.to_string()))?;
        let token: String = bita.iter().map(|satu| format!("{satu:02x}")).collect();
        let kini = self.kini();
        let mut tx = self.store.write().await?;
        for satu in kunci {
            tx.clear_percobaan(satu).await?;
        }
        tx.sweep_sesi(kini, kini.saturating_sub(24 * 3600 * DETIK))
            .await?;
        tx.add_sesi(&Sesi {
            sidik: sidik_dari(token.as_bytes()),
            orang: orang.id.clone(),
            tahap: tahap.kata().to_owned(),
            dibuat: kini,
            terakhir: kini,
            berakhir: kini.saturating_add(UMUR),
        })
        .await?;
        let pelaku = Pelaku {
            orang: orang.id.clone(),
        };
        let peristiwa = self.peristiwa(&pelaku, "masuk", "", "", tahap.kata());
        tx.commit(&[peristiwa]).await?;
        Ok(token)
    }

    async fn catat_gagal(&self, kunci: &[String], orang: Option<&Orang>) -> Result<()> {
        let kini = self.kini();
        let mut tx = self.store.write().await?;
        for satu in kunci {
            let (gagal, _) = tx.percobaan(satu).await?;
            let lebih = gagal.saturating_add(1).saturating_sub(BEBAS).clamp(0, 20);
            let rem = if lebih == 0 {
                0
            } else {
                (1_i64 << lebih).min(REM_TERPANJANG)
            };
            tx.add_percobaan(satu, kini.saturating_add(rem.saturating_mul(DETIK)), kini)
                .await?;
        }
        let pelaku = Pelaku {
            orang: orang.map_or_else(|| "tidak-dikenal".to_owned(), |orang| orang.id.clone()),
        };
        let peristiwa = Peristiwa {
            hasil: "ditolak".to_owned(),
            ..self.peristiwa(&pelaku, "masuk", "", "", "sandi atau kode tidak cocok")
        };
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// The session of a token.
    ///
    /// # Errors
    /// [`Error::BelumMasuk`] where there is none, or it ended.
    pub async fn sesi(&self, token: &str) -> Result<SesiAktif> {
        let (sidik, kini) = (sidik_dari(token.as_bytes()), self.kini());
        let mut tx = self.store.read().await?;
        let sesi = tx.sesi(&sidik).await?.ok_or(Error::BelumMasuk)?;
        if sesi.berakhir <= kini || sesi.terakhir.saturating_add(DIAM) <= kini {
            return Err(Error::BelumMasuk);
        }
        let orang = tx
            .orang(&sesi.orang)
            .await?
            .filter(|orang| orang.aktif == 1)
            .ok_or(Error::BelumMasuk)?;
        drop(tx);
        if sesi.terakhir.saturating_add(CATAT) <= kini {
            let mut tx = self.store.write().await?;
            tx.touch_sesi(&sidik, kini).await?;
            tx.commit(&[]).await?;
        }
        Ok(SesiAktif {
            orang,
            tahap: Tahap::dari_kata(&sesi.tahap),
        })
    }

    /// The second factor; returns a new token, for the old one was seen before the login was whole.
    ///
    /// # Errors
    /// [`Error::Masuk`] for a wrong or used code.
    pub async fn masuk_kedua(&self, token: &str, kode: &str) -> Result<(String, Tahap)> {
        let sesi = self.sesi(token).await?;
        let orang = sesi.orang;
        let kunci = [sidik_dari(format!("kedua {}", orang.id).as_bytes())];
        let (_, tahan) = self.store.read().await?.percobaan(&kunci[0]).await?;
        let sisa = tahan.saturating_sub(self.kini());
        if sisa > 0 {
            return Err(Error::Tahan(sisa.div_euclid(DETIK).saturating_add(1)));
        }
        let langkah = orang
            .totp
            .as_deref()
            .and_then(|rahasia| totp::cocok(rahasia, kode.trim(), self.kini(), orang.totp_langkah));
        let Some(langkah) = langkah.filter(|_| sesi.tahap == Tahap::Kedua) else {
            self.catat_gagal(&kunci, Some(&orang)).await?;
            return Err(Error::Masuk);
        };
        let mut tx = self.store.write().await?;
        tx.change_orang(&Orang {
            totp_langkah: langkah,
            ..orang.clone()
        })
        .await?;
        tx.end_sesi(&sidik_dari(token.as_bytes())).await?;
        tx.commit(&[]).await?;
        let tahap = if orang.ganti_sandi == 1 {
            Tahap::GantiSandi
        } else {
            Tahap::Penuh
        };
        Ok((self.mulai_sesi(&orang, tahap, &kunci).await?, tahap))
    }

    /// Ends the session of a token.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn keluar(&self, token: &str) -> Result<()> {
        let mut tx = self.store.write().await?;
        let sidik = sidik_dari(token.as_bytes());
        let peristiwa = tx
            .sesi(&sidik)
            .await?
            .map(|sesi| self.peristiwa(&Pelaku { orang: sesi.orang }, "keluar", "", "", ""));
        tx.end_sesi(&sidik).await?;
        tx.commit(peristiwa.as_slice()).await?;
        Ok(())
    }

    /// Changes one's own password; all sessions of the person end, and a new one begins.
    ///
    /// # Errors
    /// A wrong old password, or a new one that is too easy.
    pub async fn ganti_sandi(&self, sesi: &SesiAktif, lama: &str, baru: &str) -> Result<String> {
        if sesi.tahap == Tahap::Kedua {
            return Err(Error::BelumMasuk);
        }
        if !sandi::cocok(lama, sesi.orang.sandi.as_deref()) {
            return Err(Error::Isian("kata sandi lama tidak cocok".to_owned()));
        }
        if let Some(keberatan) = sandi::keberatan(baru, &sesi.orang.nama_pengguna) {
            return Err(Error::Isian(keberatan));
        }
        if lama == baru {
            return Err(Error::Isian(
                "kata sandi baru sama dengan yang lama".to_owned(),
            ));
        }
        let orang = Orang {
            sandi: Some(sandi::hash_bergiliran(baru).await?),
            ganti_sandi: 0,
            ..sesi.orang.clone()
        };
        let mut tx = self.store.write().await?;
        tx.change_orang(&orang).await?;
        self.putus_akses(&mut tx, &orang.id).await?;
        let peristiwa = self.peristiwa(&sesi.pelaku(), "ganti-sandi", "", "", "");
        tx.commit(&[peristiwa]).await?;
        self.mulai_sesi(&orang, Tahap::Penuh, &[]).await
    }

    /// Turns the second factor on, once a code of its secret was right; or off with the password.
    ///
    /// # Errors
    /// A wrong code or password.
    pub async fn atur_totp(
        &self,
        sesi: &SesiAktif,
        rahasia: Option<&str>,
        bukti: &str,
    ) -> Result<()> {
        if sesi.tahap != Tahap::Penuh {
            return Err(Error::BelumMasuk);
        }
        let mut orang = sesi.orang.clone();
        match rahasia {
            Some(_) if orang.totp.is_some() => {
                // Otherwise whoever finds a screen unlocked could put a telephone of their own in its place.
                return Err(Error::BelumDapat(
                    "faktor kedua sudah aktif; matikan dahulu dengan kata sandi".to_owned(),
                ));
            }
            Some(rahasia) if !totp::rahasia_sah(rahasia) => {
                return Err(Error::Isian(
                    "rahasia faktor kedua tidak sah; muat ulang halaman".to_owned(),
                ));
            }
            Some(rahasia) => {
                let langkah =
                    totp::cocok(rahasia, bukti.trim(), self.kini(), 0).ok_or_else(|| {
                        Error::Isian(
                            "kode tidak cocok; periksa jam ponsel Anda, lalu coba kode berikutnya"
                                .to_owned(),
                        )
                    })?;
                orang.totp = Some(rahasia.to_owned());
                orang.totp_langkah = langkah;
            }
            None => {
                if !sandi::cocok(bukti, orang.sandi.as_deref()) {
                    return Err(Error::Isian("kata sandi tidak cocok".to_owned()));
                }
                orang.totp = None;
            }
        }
        let mut tx = self.store.write().await?;
        tx.change_orang(&orang).await?;
        let apa = if orang.totp.is_some() {
            "aktif"
        } else {
            "nonaktif"
        };
        let peristiwa = self.peristiwa(&sesi.pelaku(), "atur-faktor-kedua", "", "", apa);
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }
}
