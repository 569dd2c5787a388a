//! Tokens by which other programs speak for a person: made once, shown once, kept as a hash, withdrawn at any time.
//!
//! A token names what it may ([`Lingkup`]); what its person may not, it may not either, for every use case asks for the person.

use store::{Orang, Token, Waktu, sidik_dari};

use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::{App, Pelaku, id_baru};

/// How often the use of a token is noted.
const CATAT: Waktu = 60 * 1_000_000;
/// Most tokens of a person that hold at the same time.
const TERBANYAK: usize = 20;
/// Most characters of a token's name.
const NAMA_TERPANJANG: usize = 80;
/// Beginning of every token, so that one that leaked is known for what it is.
const AWALAN: &str = "cermat_";

/// What a token may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lingkup {
    /// Read units, years, sheets, fakta, findings.
    Baca,
    /// Write cells, attach evidence, hand in.
    Isi,
    /// Decide in the flow: verify, approve, publish, send back, reopen.
    Alur,
    /// Have documents checked.
    Periksa,
    /// Read the figures of the server's operation.
    Metrik,
}

/// A token to be made.
#[derive(Debug, Clone)]
pub struct TokenBaru {
    /// What the person calls it.
    pub nama: String,
    /// What it may.
    pub lingkup: Vec<Lingkup>,
    /// Last day; none for no end.
    pub sampai: Option<String>,
}

/// A token that holds, with its person.
#[derive(Debug, Clone)]
pub struct TokenAktif {
    /// The token as it is kept.
    pub token: Token,
    /// The person.
    pub orang: Orang,
}

impl Lingkup {
    /// All of them.
    pub const SEMUA: [Self; 5] = [
        Self::Baca,
        Self::Isi,
        Self::Alur,
        Self::Periksa,
        Self::Metrik,
    ];

    /// Its word in the database and in the API.
    #[must_use]
    pub const fn kata(self) -> &'static str {
        match self {
            Self::Baca => "baca",
            Self::Isi => "isi",
            Self::Alur => "alur",
            Self::Periksa => "periksa",
            Self::Metrik => "metrik",
        }
    }

    /// What it means, on a page.
    #[must_use]
    pub const fn sebutan(self) -> &'static str {
        match self {
            Self::Baca => "Membaca unit, tahun, lembar, fakta, dan temuan",
            Self::Isi => "Mengisi sel, melampirkan bukti, dan mengajukan",
            Self::Alur => {
                "Memverifikasi, mengesahkan, menerbitkan, mengembalikan, dan membuka koreksi"
            }
            Self::Periksa => "Memeriksa dokumen",
            Self::Metrik => "Membaca ukuran kerja server (khusus administrator)",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn dari_kata(kata: &str) -> Option<Self> {
        Self::SEMUA
            .into_iter()
            .find(|lingkup| lingkup.kata() == kata)
    }
}

impl TokenAktif {
    /// The person as the one who asks.
    #[must_use]
    pub fn pelaku(&self) -> Pelaku {
        Pelaku {
            orang: self.orang.id.clone(),
        }
    }

    /// Whether the token may this; whether its person may is asked by the use case.
    #[must_use]
    pub fn boleh(&self, lingkup: Lingkup) -> bool {
        self.token
            .lingkup
            .split(' ')
            .any(|kata| kata == lingkup.kata())
    }
}

impl App {
    /// Makes a token for the person who asks; gives its text, which nobody sees again, and what is kept of it.
    ///
    /// # Errors
    /// No name, nothing that it may, an end in the past, too many tokens.
    pub async fn buat_token(&self, pelaku: &Pelaku, baru: &TokenBaru) -> Result<(String, Token)> {
        let nama = baru.nama.trim();
        if nama.is_empty() || nama.chars().count() > NAMA_TERPANJANG {
            return Err(Error::Isian(format!(
                "nama token wajib diisi, paling banyak {NAMA_TERPANJANG} karakter; tulis program yang memakainya"
            )));
        }
        let mut lingkup = baru.lingkup.clone();
        lingkup.sort_unstable();
        lingkup.dedup();
        if lingkup.is_empty() {
            return Err(Error::Isian(
                "pilih paling sedikit satu lingkup untuk token".to_owned(),
            ));
        }
        let sampai = baru
            .sampai
            .as_deref()
            .map(super::unit::hari_sah)
            .transpose()?;
        if sampai.as_ref().is_some_and(|hari| *hari < self.hari_ini()) {
            return Err(Error::Isian(
                "hari terakhir token sudah lewat; pilih hari ini atau sesudahnya".to_owned(),
            ));
        }
        if lingkup.contains(&Lingkup::Metrik) && !self.boleh_metrik(pelaku).await? {
            return Err(Error::BelumDapat(
                "lingkup metrik hanya untuk administrator".to_owned(),
            ));
        }
        let mut bita = [0u8; 32];
        getrandom::fill(&mut bita).map_err(|galat| Error::Dalam(galat.to_string()))?;
        let acak: String = bita.iter().map(|satu| format!("{satu:02x}")).collect();
        let teks = format!("{AWALAN}{acak}");
        let kata: Vec<_> = lingkup.iter().map(|satu| satu.kata()).collect();
        let token = Token {
            id: id_baru(),
            orang: pelaku.orang.clone(),
            nama: nama.to_owned(),
            lingkup: kata.join(" "),
            sidik: sidik_dari(teks.as_bytes()),
            dibuat: self.kini(),
            sampai,
            terakhir: None,
            dicabut: None,
        };
        let hari = self.hari_ini();
        let mut tx = self.store.write().await?;
        let berlaku = tx.token_orang(&pelaku.orang).await?;
        if berlaku
            .iter()
            .filter(|satu| masih_berlaku(satu, &hari))
            .count()
            >= TERBANYAK
        {
            return Err(Error::BelumDapat(format!(
                "Anda sudah mempunyai {TERBANYAK} token yang berlaku; cabut yang tidak dipakai lagi"
            )));
        }
        tx.add_token(&token).await?;
        // The name is the person's own words, so it stays outside the chain.
        let peristiwa = self.peristiwa(pelaku, "buat-token", "", &token.id, token.lingkup.as_str());
        tx.commit(&[peristiwa]).await?;
        Ok((teks, token))
    }

    /// One's own tokens, newest first; withdrawn ones too.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn daftar_token(&self, pelaku: &Pelaku) -> Result<Vec<Token>> {
        Ok(self.store.read().await?.token_orang(&pelaku.orang).await?)
    }

    /// Withdraws one of one's own tokens.
    ///
    /// # Errors
    /// A token that is somebody else's, or was withdrawn before.
    pub async fn cabut_token(&self, pelaku: &Pelaku, id: &str) -> Result<()> {
        let mut tx = self.store.write().await?;
        if !tx.revoke_token(&pelaku.orang, id, self.kini()).await? {
            return Err(Error::Store(store::Error::TidakAda("token".to_owned())));
        }
        let peristiwa = self.peristiwa(pelaku, "cabut-token", "", id, "");
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// The token with this text, and its person.
    ///
    /// # Errors
    /// [`Error::BelumMasuk`] where there is none, it was withdrawn or is over, the account is closed, or its
    /// password must be changed first.
    pub async fn token(&self, teks: &str) -> Result<TokenAktif> {
        if !teks.starts_with(AWALAN) {
            return Err(Error::BelumMasuk);
        }
        let (sidik, kini) = (sidik_dari(teks.as_bytes()), self.kini());
        let mut tx = self.store.read().await?;
        let hari = self.hari_ini();
        let token = tx
            .token(&sidik)
            .await?
            .filter(|token| masih_berlaku(token, &hari))
            .ok_or(Error::BelumMasuk)?;
        let orang = tx
            .orang(&token.orang)
            .await?
            .filter(|orang| orang.aktif == 1 && orang.ganti_sandi == 0)
            .ok_or(Error::BelumMasuk)?;
        drop(tx);
        if token
            .terakhir
            .is_none_or(|terakhir| terakhir.saturating_add(CATAT) <= kini)
        {
            let mut tx = self.store.write().await?;
            tx.touch_token(&sidik, kini).await?;
            tx.commit(&[]).await?;
        }
        Ok(TokenAktif { token, orang })
    }

    /// Whether a person may read the figures of operation: whoever keeps backups anywhere.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn boleh_metrik(&self, pelaku: &Pelaku) -> Result<bool> {
        let mut tx = self.store.read().await?;
        let unit = self
            .unit_yang_boleh(&mut tx, pelaku, Tindakan::Cadangkan)
            .await?;
        Ok(!unit.is_empty())
    }
}

/// Whether a token holds on a day.
fn masih_berlaku(token: &Token, hari: &str) -> bool {
    token.dicabut.is_none() && token.sampai.as_deref().is_none_or(|sampai| sampai >= hari)
}
