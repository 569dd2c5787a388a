//! Jobs in the background: a queue with leases, so that a job of a process that died is taken up again.

use sqlx::FromRow;

use crate::Waktu;
use crate::connection::{Tx, on};
use crate::error::Result;

/// A job.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Pekerjaan {
    /// Its id.
    pub id: String,
    /// What is to be done: a word of `app`.
    pub jenis: String,
    /// For which unit.
    pub unit: String,
    /// For which year.
    pub tahun: i64,
    /// "antre", "jalan", "selesai", "gagal" or "batal".
    pub keadaan: String,
    /// Progress in percent.
    pub kemajuan: i64,
    /// What it is doing, or why it failed.
    pub pesan: String,
    /// What came out, as JSON.
    pub hasil: String,
    /// Who asked for it.
    pub oleh: String,
    /// When it was asked for.
    pub dibuat: Waktu,
    /// When it began.
    pub mulai: Option<Waktu>,
    /// When it ended.
    pub selesai: Option<Waktu>,
    /// Until when its worker holds it.
    pub sewa: Option<Waktu>,
}

impl Tx {
    /// Puts a job in the queue.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn add_pekerjaan(&mut self, isi: &Pekerjaan) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO pekerjaan (id, jenis, unit, tahun, keadaan, kemajuan, pesan, hasil, oleh, dibuat)
                 VALUES ($1, $2, $3, $4, 'antre', 0, $5, '', $6, $7)",
            )
            .bind(&isi.id)
            .bind(&isi.jenis)
            .bind(&isi.unit)
            .bind(isi.tahun)
            .bind(&isi.pesan)
            .bind(&isi.oleh)
            .bind(isi.dibuat)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// Takes the oldest job that waits, or one whose worker's lease has run out, until `sewa`.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn take_pekerjaan(&mut self, kini: Waktu, sewa: Waktu) -> Result<Option<Pekerjaan>> {
        let satu = on!(self, conn => {
            sqlx::query_as(
                "UPDATE pekerjaan SET keadaan = 'jalan', mulai = $1, sewa = $2
                 WHERE id = (SELECT id FROM pekerjaan
                   WHERE keadaan = 'antre' OR (keadaan = 'jalan' AND sewa < $1) ORDER BY dibuat, id LIMIT 1)
                   AND (keadaan = 'antre' OR (keadaan = 'jalan' AND sewa < $1))
                 RETURNING *",
            )
            .bind(kini)
            .bind(sewa)
            .fetch_optional(conn)
            .await?
        });
        Ok(satu)
    }

    /// Whether a job waits, or one whose worker's lease has run out; only reads, so that a look costs no writer anything.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn waiting_pekerjaan(&mut self, kini: Waktu) -> Result<bool> {
        let satu: Option<i64> = on!(self, conn => {
            sqlx::query_scalar(
                "SELECT dibuat FROM pekerjaan WHERE keadaan = 'antre' OR (keadaan = 'jalan' AND sewa < $1) LIMIT 1",
            )
            .bind(kini)
            .fetch_optional(conn)
            .await?
        });
        Ok(satu.is_some())
    }

    /// The job of a kind that waits or runs for a unit's year.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn open_pekerjaan(
        &mut self,
        unit: &str,
        tahun: i64,
        jenis: &str,
    ) -> Result<Option<Pekerjaan>> {
        let satu = on!(self, conn => {
            sqlx::query_as(
                "SELECT * FROM pekerjaan
                 WHERE unit = $1 AND tahun = $2 AND jenis = $3 AND keadaan IN ('antre', 'jalan') LIMIT 1",
            )
            .bind(unit)
            .bind(tahun)
            .bind(jenis)
            .fetch_optional(conn)
            .await?
        });
        Ok(satu)
    }

    /// Renews the lease of a running job without a word on its progress; `false` where it was cancelled.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn renew_pekerjaan(&mut self, id: &str, sewa: Waktu) -> Result<bool> {
        let berubah = on!(self, conn => {
            sqlx::query("UPDATE pekerjaan SET sewa = $2 WHERE id = $1 AND keadaan = 'jalan'")
                .bind(id)
                .bind(sewa)
                .execute(conn)
                .await?
                .rows_affected()
        });
        Ok(berubah == 1)
    }

    /// Notes progress and renews the lease; `false` where the job was cancelled and its worker should stop.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn advance_pekerjaan(
        &mut self,
        id: &str,
        kemajuan: i64,
        pesan: &str,
        sewa: Waktu,
    ) -> Result<bool> {
        let berubah = on!(self, conn => {
            sqlx::query(
                "UPDATE pekerjaan SET kemajuan = $2, pesan = $3, sewa = $4 WHERE id = $1 AND keadaan = 'jalan'",
            )
            .bind(id)
            .bind(kemajuan)
            .bind(pesan)
            .bind(sewa)
            .execute(conn)
            .await?
            .rows_affected()
        });
        Ok(berubah == 1)
    }

    /// Ends a running job as "selesai" or "gagal"; `false` where it was cancelled in the meantime.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn end_pekerjaan(
        &mut self,
        id: &str,
        keadaan: &str,
        pesan: &str,
        hasil: &str,
        kini: Waktu,
    ) -> Result<bool> {
        let berubah = on!(self, conn => {
            sqlx::query(
                "UPDATE pekerjaan SET keadaan = $2, pesan = $3, hasil = $4, selesai = $5, sewa = NULL,
                   kemajuan = CASE WHEN $2 = 'selesai' THEN 100 ELSE kemajuan END
                 WHERE id = $1 AND keadaan = 'jalan'",
            )
            .bind(id)
            .bind(keadaan)
            .bind(pesan)
            .bind(hasil)
            .bind(kini)
            .execute(conn)
            .await?
            .rows_affected()
        });
        Ok(berubah == 1)
    }

    /// Cancels a job that waits or runs; `false` where it had ended.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn cancel_pekerjaan(&mut self, id: &str, kini: Waktu) -> Result<bool> {
        let berubah = on!(self, conn => {
            sqlx::query(
                "UPDATE pekerjaan SET keadaan = 'batal', pesan = 'dibatalkan', selesai = $2, sewa = NULL
                 WHERE id = $1 AND keadaan IN ('antre', 'jalan')",
            )
            .bind(id)
            .bind(kini)
            .execute(conn)
            .await?
            .rows_affected()
        });
        Ok(berubah == 1)
    }

    /// A job.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn pekerjaan(&mut self, id: &str) -> Result<Option<Pekerjaan>> {
        let satu = on!(self, conn => {
            sqlx::query_as("SELECT * FROM pekerjaan WHERE id = $1").bind(id).fetch_optional(conn).await?
        });
        Ok(satu)
    }

    /// The jobs of a unit's year, newest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_pekerjaan(&mut self, unit: &str, tahun: i64) -> Result<Vec<Pekerjaan>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT * FROM pekerjaan WHERE unit = $1 AND tahun = $2 ORDER BY dibuat DESC, id DESC LIMIT 100",
            )
            .bind(unit)
            .bind(tahun)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }
}
