//! Tables from other programs: the remembered mapping of their columns, and a table between upload and saving.

use sqlx::FromRow;

use crate::Waktu;
use crate::connection::{Tx, on};
use crate::error::Result;

/// A mapping that was used last for a kind of sheet.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Pemetaan {
    /// The mapping as JSON.
    pub isi: String,
    /// Number of the version.
    pub versi: i64,
    /// Who.
    pub oleh: String,
    /// When.
    pub pada: Waktu,
}

/// A table that was uploaded and is not saved yet.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Impor {
    /// Its id.
    pub id: String,
    /// The unit.
    pub unit: String,
    /// The fiscal year.
    pub tahun: i64,
    /// The sheet for which it is meant.
    pub lembar: String,
    /// Name of the file as it came.
    pub nama: String,
    /// The table as JSON.
    pub isi: String,
    /// Who.
    pub oleh: String,
    /// When.
    pub pada: Waktu,
}

impl Tx {
    /// The mapping that was used last for this kind of sheet.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn pemetaan(&mut self, unit: &str, jenis: &str) -> Result<Option<Pemetaan>> {
        let satu = on!(self, conn => {
            sqlx::query_as("SELECT isi, versi, oleh, pada FROM pemetaan WHERE unit = $1 AND jenis = $2")
                .bind(unit)
                .bind(jenis)
                .fetch_optional(conn)
                .await?
        });
        Ok(satu)
    }

    /// Remembers a mapping; the one before it gives way.
    ///
    /// # Errors
    /// A unit that does not exist.
    pub async fn put_pemetaan(
        &mut self,
        unit: &str,
        jenis: &str,
        isi: &str,
        oleh: &str,
        pada: Waktu,
    ) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO pemetaan (unit, jenis, isi, versi, oleh, pada) VALUES ($1, $2, $3, 1, $4, $5)
                 ON CONFLICT (unit, jenis)
                 DO UPDATE SET isi = $3, versi = pemetaan.versi + 1, oleh = $4, pada = $5
                 WHERE pemetaan.isi <> $3",
            )
            .bind(unit)
            .bind(jenis)
            .bind(isi)
            .bind(oleh)
            .bind(pada)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// Keeps an uploaded table until it is saved.
    ///
    /// # Errors
    /// A unit that does not exist.
    pub async fn add_impor(&mut self, isi: &Impor) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO impor (id, unit, tahun, lembar, nama, isi, oleh, pada)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            )
            .bind(&isi.id)
            .bind(&isi.unit)
            .bind(isi.tahun)
            .bind(&isi.lembar)
            .bind(&isi.nama)
            .bind(&isi.isi)
            .bind(&isi.oleh)
            .bind(isi.pada)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// An uploaded table.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn impor(&mut self, id: &str) -> Result<Option<Impor>> {
        let satu = on!(self, conn => {
            sqlx::query_as(
                "SELECT id, unit, tahun, lembar, nama, isi, oleh, pada FROM impor WHERE id = $1",
            )
            .bind(id)
            .fetch_optional(conn)
            .await?
        });
        Ok(satu)
    }

    /// Forgets an uploaded table, and all that were uploaded before an instant.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn drop_impor(&mut self, id: &str, sebelum: Waktu) -> Result<()> {
        on!(self, conn => {
            sqlx::query("DELETE FROM impor WHERE id = $1 OR pada < $2")
                .bind(id)
                .bind(sebelum)
                .execute(conn)
                .await?;
        });
        Ok(())
    }
}
