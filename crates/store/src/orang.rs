//! People with an account. What is personal stands here and nowhere in the chain of the audit.

use sqlx::FromRow;

use crate::Waktu;
use crate::connection::{Tx, on};
use crate::error::{Error, Result};

/// A person with an account.
#[derive(Clone, PartialEq, Eq, FromRow)]
pub struct Orang {
    /// Opaque id, the only thing about the person that the audit knows.
    pub id: String,
    /// Name for logging in, lower case.
    pub nama_pengguna: String,
    /// Name with titles.
    pub nama: String,
    /// Civil servant number.
    pub nip: Option<String>,
    /// Password hash in the PHC format; none where the person logs in elsewhere.
    pub sandi: Option<String>,
    /// Secret of the second factor, base32; none where there is no second factor.
    pub totp: Option<String>,
    /// The last time step whose code was used, so that a code works once.
    pub totp_langkah: i64,
    /// Issuer and subject at the single sign-on.
    pub sso: Option<String>,
    /// 0 where the account is closed.
    pub aktif: i64,
    /// 1 where the password must be changed at the next login.
    pub ganti_sandi: i64,
    /// Number of the version.
    pub versi: i64,
    /// When the account was made.
    pub dibuat: Waktu,
}

impl std::fmt::Debug for Orang {
    /// Says the id only: a debug line must not carry a name or a secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Orang")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

impl Tx {
    /// How many accounts there are; none means that the first set-up has not been done.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn count_orang(&mut self) -> Result<i64> {
        let jumlah = on!(self, conn => {
            sqlx::query_scalar("SELECT COUNT(*) FROM orang").fetch_one(conn).await?
        });
        Ok(jumlah)
    }

    /// A new account; its version is 1.
    ///
    /// # Errors
    /// [`Error::SudahAda`] when the login name is taken.
    pub async fn add_orang(&mut self, orang: &Orang) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO orang (id, nama_pengguna, nama, nip, sandi, totp, totp_langkah, sso, aktif, ganti_sandi, versi, dibuat)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11)",
            )
            .bind(&orang.id)
            .bind(&orang.nama_pengguna)
            .bind(&orang.nama)
            .bind(&orang.nip)
            .bind(&orang.sandi)
            .bind(&orang.totp)
            .bind(orang.totp_langkah)
            .bind(&orang.sso)
            .bind(orang.aktif)
            .bind(orang.ganti_sandi)
            .bind(orang.dibuat)
            .execute(conn)
            .await
            .map_err(|galat| match Error::from(galat) {
                Error::SudahAda(_) => Error::SudahAda("nama pengguna tersebut"),
                lain => lain,
            })?;
        });
        Ok(())
    }

    /// Changes an account that is still at `orang.versi`.
    ///
    /// # Errors
    /// [`Error::Bentrok`] when it is not.
    pub async fn change_orang(&mut self, orang: &Orang) -> Result<()> {
        let berubah = on!(self, conn => {
            sqlx::query(
                "UPDATE orang SET nama_pengguna = $3, nama = $4, nip = $5, sandi = $6, totp = $7, totp_langkah = $8,
                   sso = $9, aktif = $10, ganti_sandi = $11, versi = versi + 1
                 WHERE id = $1 AND versi = $2",
            )
            .bind(&orang.id)
            .bind(orang.versi)
            .bind(&orang.nama_pengguna)
            .bind(&orang.nama)
            .bind(&orang.nip)
            .bind(&orang.sandi)
            .bind(&orang.totp)
            .bind(orang.totp_langkah)
            .bind(&orang.sso)
            .bind(orang.aktif)
            .bind(orang.ganti_sandi)
            .execute(conn)
            .await?
            .rows_affected()
        });
        if berubah == 1 {
            return Ok(());
        }
        match self.orang(&orang.id).await? {
            Some(kini) => Err(Error::Bentrok { kini: kini.versi }),
            None => Err(Error::TidakAda("akun".to_owned())),
        }
    }

    /// The account with this id.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn orang(&mut self, id: &str) -> Result<Option<Orang>> {
        let satu = on!(self, conn => {
            sqlx::query_as("SELECT * FROM orang WHERE id = $1").bind(id).fetch_optional(conn).await?
        });
        Ok(satu)
    }

    /// The account with this login name.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn orang_bernama(&mut self, nama_pengguna: &str) -> Result<Option<Orang>> {
        let satu = on!(self, conn => {
            sqlx::query_as("SELECT * FROM orang WHERE nama_pengguna = $1")
                .bind(nama_pengguna)
                .fetch_optional(conn)
                .await?
        });
        Ok(satu)
    }

    /// The account tied to this issuer and subject.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn orang_sso(&mut self, sso: &str) -> Result<Option<Orang>> {
        let satu = on!(self, conn => {
            sqlx::query_as("SELECT * FROM orang WHERE sso = $1").bind(sso).fetch_optional(conn).await?
        });
        Ok(satu)
    }

    /// All accounts by name.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_orang(&mut self) -> Result<Vec<Orang>> {
        let daftar = on!(self, conn => {
            sqlx::query_as("SELECT * FROM orang ORDER BY nama, id").fetch_all(conn).await?
        });
        Ok(daftar)
    }
}
