//! Years that are open at a unit, with the definitions frozen at their opening.

use sqlx::FromRow;

use crate::Waktu;
use crate::connection::{Tx, on};
use crate::error::{Error, Result};

/// A year of a unit.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Periode {
    /// The unit.
    pub unit: String,
    /// The fiscal year.
    pub tahun: i64,
    /// When it was opened.
    pub dibuka: Waktu,
    /// Who opened it.
    pub oleh: String,
    /// Definitions, targets, direction and formula of the indicators as they were at the opening of measurement, as JSON.
    pub beku: Option<String>,
    /// Hash of `beku`.
    pub sidik: Option<String>,
    /// When it was locked; none where entries may still change.
    pub dikunci: Option<Waktu>,
}

impl Tx {
    /// Opens a year.
    ///
    /// # Errors
    /// [`Error::SudahAda`] when it is open already.
    pub async fn open_periode(
        &mut self,
        unit: &str,
        tahun: i64,
        oleh: &str,
        pada: Waktu,
    ) -> Result<()> {
        on!(self, conn => {
            sqlx::query("INSERT INTO periode (unit, tahun, dibuka, oleh) VALUES ($1, $2, $3, $4)")
                .bind(unit)
                .bind(tahun)
                .bind(pada)
                .bind(oleh)
                .execute(conn)
                .await
                .map_err(|galat| match Error::from(galat) {
                    Error::SudahAda(_) => Error::SudahAda("tahun tersebut di unit ini"),
                    lain => lain,
                })?;
        });
        Ok(())
    }

    /// Freezes the definitions of a year, once.
    ///
    /// # Errors
    /// [`Error::SudahAda`] when they are frozen already, [`Error::TidakAda`] when the year is not open.
    pub async fn freeze_periode(
        &mut self,
        unit: &str,
        tahun: i64,
        beku: &str,
        sidik: &str,
    ) -> Result<()> {
        let berubah = on!(self, conn => {
            sqlx::query("UPDATE periode SET beku = $3, sidik = $4 WHERE unit = $1 AND tahun = $2 AND beku IS NULL")
                .bind(unit)
                .bind(tahun)
                .bind(beku)
                .bind(sidik)
                .execute(conn)
                .await?
                .rows_affected()
        });
        if berubah == 1 {
            return Ok(());
        }
        match self.periode(unit, tahun).await? {
            Some(_) => Err(Error::SudahAda("definisi tahun ini")),
            None => Err(Error::TidakAda("tahun yang dibuka".to_owned())),
        }
    }

    /// Locks a year, or unlocks it for a correction (`pada` none).
    ///
    /// # Errors
    /// A year that is not open.
    pub async fn lock_periode(
        &mut self,
        unit: &str,
        tahun: i64,
        pada: Option<Waktu>,
    ) -> Result<()> {
        let berubah = on!(self, conn => {
            sqlx::query("UPDATE periode SET dikunci = $3 WHERE unit = $1 AND tahun = $2")
                .bind(unit)
                .bind(tahun)
                .bind(pada)
                .execute(conn)
                .await?
                .rows_affected()
        });
        if berubah == 1 {
            Ok(())
        } else {
            Err(Error::TidakAda("tahun yang dibuka".to_owned()))
        }
    }

    /// A year of a unit.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn periode(&mut self, unit: &str, tahun: i64) -> Result<Option<Periode>> {
        let satu = on!(self, conn => {
            sqlx::query_as("SELECT * FROM periode WHERE unit = $1 AND tahun = $2")
                .bind(unit)
                .bind(tahun)
                .fetch_optional(conn)
                .await?
        });
        Ok(satu)
    }

    /// The years of all units, newest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_periode(&mut self) -> Result<Vec<Periode>> {
        let daftar = on!(self, conn => {
            sqlx::query_as("SELECT * FROM periode ORDER BY tahun DESC, unit").fetch_all(conn).await?
        });
        Ok(daftar)
    }

    /// The years of one unit, newest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_periode_unit(&mut self, unit: &str) -> Result<Vec<Periode>> {
        let daftar = on!(self, conn => {
            sqlx::query_as("SELECT * FROM periode WHERE unit = $1 ORDER BY tahun DESC")
                .bind(unit)
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }
}
