//! Grants and denials: who has which role at which unit, from when to when.

use sqlx::FromRow;

use crate::connection::{Tx, on};
use crate::error::{Error, Result};
use crate::{Hari, Waktu};

/// A grant, or an explicit denial.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Hak {
    /// Its id.
    pub id: String,
    /// The person.
    pub orang: String,
    /// The unit; everything below it is meant too.
    pub unit: String,
    /// Role, a word that `app` gives meaning.
    pub peran: String,
    /// 1 where this denies what others grant.
    pub tolak: i64,
    /// First day.
    pub dari: Hari,
    /// Last day; none where it has no end.
    pub sampai: Option<Hari>,
    /// Who gave it.
    pub oleh: String,
    /// When it was recorded.
    pub pada: Waktu,
    /// Why.
    pub alasan: String,
    /// When it was withdrawn.
    pub dicabut: Option<Waktu>,
}

impl Tx {
    /// Records a grant or a denial.
    ///
    /// # Errors
    /// A person or unit that does not exist.
    pub async fn add_hak(&mut self, hak: &Hak) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO hak (id, orang, unit, peran, tolak, dari, sampai, oleh, pada, alasan)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            )
            .bind(&hak.id)
            .bind(&hak.orang)
            .bind(&hak.unit)
            .bind(&hak.peran)
            .bind(hak.tolak)
            .bind(&hak.dari)
            .bind(&hak.sampai)
            .bind(&hak.oleh)
            .bind(hak.pada)
            .bind(&hak.alasan)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// Withdraws a grant; its row stays.
    ///
    /// # Errors
    /// One that does not exist or was withdrawn before.
    pub async fn revoke_hak(&mut self, id: &str, pada: Waktu) -> Result<()> {
        let berubah = on!(self, conn => {
            sqlx::query("UPDATE hak SET dicabut = $2 WHERE id = $1 AND dicabut IS NULL")
                .bind(id)
                .bind(pada)
                .execute(conn)
                .await?
                .rows_affected()
        });
        if berubah == 1 {
            Ok(())
        } else {
            Err(Error::TidakAda("hak yang berlaku".to_owned()))
        }
    }

    /// What a person may, on a day: grants and denials that hold.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn hak_orang(&mut self, orang: &str, hari: &str) -> Result<Vec<Hak>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT * FROM hak WHERE orang = $1 AND dicabut IS NULL AND dari <= $2
                   AND (sampai IS NULL OR sampai >= $2) ORDER BY pada, id",
            )
            .bind(orang)
            .bind(hari)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// Every grant and denial of a person, withdrawn and ended ones included.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn riwayat_hak_orang(&mut self, orang: &str) -> Result<Vec<Hak>> {
        let daftar = on!(self, conn => {
            sqlx::query_as("SELECT * FROM hak WHERE orang = $1 ORDER BY pada, id")
                .bind(orang)
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }

    /// Every grant and denial at a unit, withdrawn and ended ones included.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn hak_unit(&mut self, unit: &str) -> Result<Vec<Hak>> {
        let daftar = on!(self, conn => {
            sqlx::query_as("SELECT * FROM hak WHERE unit = $1 ORDER BY pada, id")
                .bind(unit)
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }
}
