//! Tokens by which other programs speak for a person. Only the hash of a token is kept.

use sqlx::FromRow;

use crate::connection::{Tx, on};
use crate::error::Result;
use crate::{Hari, Waktu};

/// A token.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Token {
    /// Its id; not the token itself.
    pub id: String,
    /// The person for whom it speaks.
    pub orang: String,
    /// What the person calls it.
    pub nama: String,
    /// What it may: words of `app`, with spaces between.
    pub lingkup: String,
    /// SHA-256 of the token.
    pub sidik: String,
    /// When it was made.
    pub dibuat: Waktu,
    /// Last day; none where it has no end.
    pub sampai: Option<Hari>,
    /// When it was last used.
    pub terakhir: Option<Waktu>,
    /// When it was withdrawn.
    pub dicabut: Option<Waktu>,
}

impl Tx {
    /// A new token.
    ///
    /// # Errors
    /// A person that does not exist.
    pub async fn add_token(&mut self, token: &Token) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO token (id, orang, nama, lingkup, sidik, dibuat, sampai) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind(&token.id)
            .bind(&token.orang)
            .bind(&token.nama)
            .bind(&token.lingkup)
            .bind(&token.sidik)
            .bind(token.dibuat)
            .bind(&token.sampai)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// The token with this hash, withdrawn or not.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn token(&mut self, sidik: &str) -> Result<Option<Token>> {
        let satu = on!(self, conn => {
            sqlx::query_as("SELECT * FROM token WHERE sidik = $1").bind(sidik).fetch_optional(conn).await?
        });
        Ok(satu)
    }

    /// The tokens of a person, newest first; withdrawn ones too.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn token_orang(&mut self, orang: &str) -> Result<Vec<Token>> {
        let daftar = on!(self, conn => {
            sqlx::query_as("SELECT * FROM token WHERE orang = $1 ORDER BY dibuat DESC, id DESC")
                .bind(orang)
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }

    /// Notes that a token was used.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn touch_token(&mut self, sidik: &str, pada: Waktu) -> Result<()> {
        on!(self, conn => {
            sqlx::query("UPDATE token SET terakhir = $2 WHERE sidik = $1 AND (terakhir IS NULL OR terakhir < $2)")
                .bind(sidik)
                .bind(pada)
                .execute(conn)
                .await?;
        });
        Ok(())
    }

    /// Withdraws all tokens of a person.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn revoke_token_orang(&mut self, orang: &str, pada: Waktu) -> Result<()> {
        on!(self, conn => {
            sqlx::query("UPDATE token SET dicabut = $2 WHERE orang = $1 AND dicabut IS NULL")
                .bind(orang)
                .bind(pada)
                .execute(conn)
                .await?;
        });
        Ok(())
    }

    /// Withdraws a token of a person; `false` where there is none that holds.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn revoke_token(&mut self, orang: &str, id: &str, pada: Waktu) -> Result<bool> {
        let berubah = on!(self, conn => {
            sqlx::query("UPDATE token SET dicabut = $3 WHERE id = $1 AND orang = $2 AND dicabut IS NULL")
                .bind(id)
                .bind(orang)
                .bind(pada)
                .execute(conn)
                .await?
                .rows_affected()
        });
        Ok(berubah == 1)
    }
}
