//! Sessions, and attempts to log in. Only the hash of a token is kept.

use sqlx::FromRow;

use crate::Waktu;
use crate::connection::{Tx, on};
use crate::error::Result;

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Sesi {
    /// SHA-256 of the token that the browser holds.
    pub sidik: String,
    /// The person.
    pub orang: String,
    /// "penuh", or "kedua" while the second factor is awaited, or "sandi" while the password must be changed.
    pub tahap: String,
    /// When it began.
    pub dibuat: Waktu,
    /// When it was last used.
    pub terakhir: Waktu,
    /// When it ends at the latest.
    pub berakhir: Waktu,
}

impl Tx {
    /// Begins a session.
    ///
    /// # Errors
    /// A person that does not exist.
    pub async fn add_sesi(&mut self, sesi: &Sesi) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO sesi (sidik, orang, tahap, dibuat, terakhir, berakhir) VALUES ($1, $2, $3, $4, $5, $6)",
            )
            .bind(&sesi.sidik)
            .bind(&sesi.orang)
            .bind(&sesi.tahap)
            .bind(sesi.dibuat)
            .bind(sesi.terakhir)
            .bind(sesi.berakhir)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// The session with this hash.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn sesi(&mut self, sidik: &str) -> Result<Option<Sesi>> {
        let satu = on!(self, conn => {
            sqlx::query_as("SELECT * FROM sesi WHERE sidik = $1").bind(sidik).fetch_optional(conn).await?
        });
        Ok(satu)
    }

    /// Notes that a session was used.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn touch_sesi(&mut self, sidik: &str, pada: Waktu) -> Result<()> {
        on!(self, conn => {
            sqlx::query("UPDATE sesi SET terakhir = $2 WHERE sidik = $1 AND terakhir < $2")
                .bind(sidik)
                .bind(pada)
                .execute(conn)
                .await?;
        });
        Ok(())
    }

    /// Ends a session.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn end_sesi(&mut self, sidik: &str) -> Result<()> {
        on!(self, conn => {
            sqlx::query("DELETE FROM sesi WHERE sidik = $1").bind(sidik).execute(conn).await?;
        });
        Ok(())
    }

    /// The sessions of a person that have not ended, the one used last first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_sesi(&mut self, orang: &str, kini: Waktu) -> Result<Vec<Sesi>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT * FROM sesi WHERE orang = $1 AND berakhir > $2 ORDER BY terakhir DESC, sidik",
            )
            .bind(orang)
            .bind(kini)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// Ends all sessions of a person: the password changed, or the account was closed.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn end_sesi_orang(&mut self, orang: &str) -> Result<()> {
        on!(self, conn => {
            sqlx::query("DELETE FROM sesi WHERE orang = $1").bind(orang).execute(conn).await?;
        });
        Ok(())
    }

    /// Forgets sessions that ended and attempts that no longer count.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn sweep_sesi(&mut self, kini: Waktu, percobaan_sebelum: Waktu) -> Result<()> {
        on!(self, conn => {
            sqlx::query("DELETE FROM sesi WHERE berakhir < $1").bind(kini).execute(&mut *conn).await?;
            sqlx::query("DELETE FROM percobaan WHERE terakhir < $1 AND tahan < $2")
                .bind(percobaan_sebelum)
                .bind(kini)
                .execute(&mut *conn)
                .await?;
        });
        Ok(())
    }

    /// Failed attempts under a key, and until when it is held; (0, 0) where there are none.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn percobaan(&mut self, kunci: &str) -> Result<(i64, Waktu)> {
        let satu: Option<(i64, i64)> = on!(self, conn => {
            sqlx::query_as("SELECT gagal, tahan FROM percobaan WHERE kunci = $1")
                .bind(kunci)
                .fetch_optional(conn)
                .await?
        });
        Ok(satu.unwrap_or((0, 0)))
    }

    /// One more failed attempt, held until `tahan`.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn add_percobaan(&mut self, kunci: &str, tahan: Waktu, pada: Waktu) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO percobaan (kunci, gagal, tahan, terakhir) VALUES ($1, 1, $2, $3)
                 ON CONFLICT (kunci) DO UPDATE SET gagal = percobaan.gagal + 1, tahan = $2, terakhir = $3",
            )
            .bind(kunci)
            .bind(tahan)
            .bind(pada)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// Forgets the attempts under a key after a success.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn clear_percobaan(&mut self, kunci: &str) -> Result<()> {
        on!(self, conn => {
            sqlx::query("DELETE FROM percobaan WHERE kunci = $1").bind(kunci).execute(conn).await?;
        });
        Ok(())
    }
}
