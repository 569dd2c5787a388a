//! The flow from draft to approval, step by step. Which step is allowed, and to whom, is decided in `app`.

use sqlx::FromRow;

use crate::Waktu;
use crate::connection::{Tx, on};
use crate::error::{Error, Result};

/// What goes through a flow.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct KunciAlur {
    /// The unit.
    pub unit: String,
    /// The fiscal year.
    pub tahun: i64,
    /// What it is: a word of `app`.
    pub jenis: String,
    /// Part of the year ("tahun", "triwulan-1").
    pub periode: String,
}

/// Where it stands.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Alur {
    /// The unit.
    pub unit: String,
    /// The fiscal year.
    pub tahun: i64,
    /// What it is.
    pub jenis: String,
    /// Part of the year.
    pub periode: String,
    /// Where it stands.
    pub keadaan: String,
    /// How many steps it made.
    pub versi: i64,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Langkah {
    /// Its number, from 1.
    pub versi: i64,
    /// Where it stood; empty for the first step.
    pub semula: String,
    /// Where it stands from then on.
    pub menjadi: String,
    /// Who.
    pub oleh: String,
    /// When.
    pub pada: Waktu,
    /// Why.
    pub alasan: String,
    /// Hash of the content that the step was about.
    pub sidik: String,
}

impl Tx {
    /// Makes one step. `langkah.versi` is the number that the step gets: one more than the version that the person saw.
    ///
    /// # Errors
    /// [`Error::Bentrok`] when another step came first; a year that is not open.
    pub async fn move_alur(&mut self, kunci: &KunciAlur, langkah: &Langkah) -> Result<()> {
        let berubah = on!(self, conn => {
            if langkah.versi == 1 {
                sqlx::query(
                    "INSERT INTO alur (unit, tahun, jenis, periode, keadaan, versi) VALUES ($1, $2, $3, $4, $5, $6)
                     ON CONFLICT (unit, tahun, jenis, periode) DO NOTHING",
                )
                .bind(&kunci.unit)
                .bind(kunci.tahun)
                .bind(&kunci.jenis)
                .bind(&kunci.periode)
                .bind(&langkah.menjadi)
                .bind(langkah.versi)
                .execute(&mut *conn)
                .await?
                .rows_affected()
            } else {
                sqlx::query(
                    "UPDATE alur SET keadaan = $5, versi = $6
                     WHERE unit = $1 AND tahun = $2 AND jenis = $3 AND periode = $4 AND versi = $6 - 1 AND keadaan = $7",
                )
                .bind(&kunci.unit)
                .bind(kunci.tahun)
                .bind(&kunci.jenis)
                .bind(&kunci.periode)
                .bind(&langkah.menjadi)
                .bind(langkah.versi)
                .bind(&langkah.semula)
                .execute(&mut *conn)
                .await?
                .rows_affected()
            }
        });
        if berubah != 1 {
            let kini = self.alur(kunci).await?.map_or(0, |alur| alur.versi);
            return Err(Error::Bentrok { kini });
        }
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO alur_langkah (unit, tahun, jenis, periode, versi, semula, menjadi, oleh, pada, alasan, sidik)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            )
            .bind(&kunci.unit)
            .bind(kunci.tahun)
            .bind(&kunci.jenis)
            .bind(&kunci.periode)
            .bind(langkah.versi)
            .bind(&langkah.semula)
            .bind(&langkah.menjadi)
            .bind(&langkah.oleh)
            .bind(langkah.pada)
            .bind(&langkah.alasan)
            .bind(&langkah.sidik)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// Where one flow stands; none before its first step.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn alur(&mut self, kunci: &KunciAlur) -> Result<Option<Alur>> {
        let satu = on!(self, conn => {
            sqlx::query_as(
                "SELECT * FROM alur WHERE unit = $1 AND tahun = $2 AND jenis = $3 AND periode = $4",
            )
            .bind(&kunci.unit)
            .bind(kunci.tahun)
            .bind(&kunci.jenis)
            .bind(&kunci.periode)
            .fetch_optional(conn)
            .await?
        });
        Ok(satu)
    }

    /// The steps of one flow, oldest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn riwayat_alur(&mut self, kunci: &KunciAlur) -> Result<Vec<Langkah>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT versi, semula, menjadi, oleh, pada, alasan, sidik FROM alur_langkah
                 WHERE unit = $1 AND tahun = $2 AND jenis = $3 AND periode = $4 ORDER BY versi",
            )
            .bind(&kunci.unit)
            .bind(kunci.tahun)
            .bind(&kunci.jenis)
            .bind(&kunci.periode)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }
}
