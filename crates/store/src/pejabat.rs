//! Office-holders in time, acting ones included, so that the right name signs.

use sqlx::FromRow;

use crate::connection::{Tx, on};
use crate::error::{Error, Result};
use crate::{Hari, Waktu};

/// Who holds a post, from when to when.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Pejabat {
    /// Its id.
    pub id: String,
    /// The unit.
    pub unit: String,
    /// The post ("Kepala Kantor").
    pub jabatan: String,
    /// "definitif", "plt" (acting for a vacant post) or "plh" (acting for an absent holder).
    pub sifat: String,
    /// Name with titles.
    pub nama: String,
    /// Civil servant number.
    pub nip: Option<String>,
    /// First day.
    pub dari: Hari,
    /// Last day; none where it has no end.
    pub sampai: Option<Hari>,
    /// Who recorded it.
    pub oleh: String,
    /// When it was recorded.
    pub pada: Waktu,
    /// Why, with the decree.
    pub alasan: String,
    /// When it was withdrawn.
    pub dicabut: Option<Waktu>,
}

impl Tx {
    /// Records an office-holder.
    ///
    /// # Errors
    /// A unit that does not exist.
    pub async fn add_pejabat(&mut self, pejabat: &Pejabat) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO pejabat (id, unit, jabatan, sifat, nama, nip, dari, sampai, oleh, pada, alasan)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            )
            .bind(&pejabat.id)
            .bind(&pejabat.unit)
            .bind(&pejabat.jabatan)
            .bind(&pejabat.sifat)
            .bind(&pejabat.nama)
            .bind(&pejabat.nip)
            .bind(&pejabat.dari)
            .bind(&pejabat.sampai)
            .bind(&pejabat.oleh)
            .bind(pejabat.pada)
            .bind(&pejabat.alasan)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// Withdraws a record that was wrong; its row stays.
    ///
    /// # Errors
    /// One that does not exist or was withdrawn before.
    pub async fn revoke_pejabat(&mut self, id: &str, pada: Waktu) -> Result<()> {
        let berubah = on!(self, conn => {
            sqlx::query("UPDATE pejabat SET dicabut = $2 WHERE id = $1 AND dicabut IS NULL")
                .bind(id)
                .bind(pada)
                .execute(conn)
                .await?
                .rows_affected()
        });
        if berubah == 1 {
            Ok(())
        } else {
            Err(Error::TidakAda("catatan pejabat".to_owned()))
        }
    }

    /// All who held posts of a unit, withdrawn records left out, in order of time.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn pejabat_unit(&mut self, unit: &str) -> Result<Vec<Pejabat>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT * FROM pejabat WHERE unit = $1 AND dicabut IS NULL ORDER BY dari, pada, id",
            )
            .bind(unit)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }
}
