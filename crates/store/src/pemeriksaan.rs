//! Documents that were checked, and the findings that an official lets stand.

use sqlx::FromRow;

use crate::Waktu;
use crate::connection::{Tx, on};
use crate::error::{Error, Result};

/// A checked document.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Pemeriksaan {
    /// Its id.
    pub id: String,
    /// The unit for which it was checked.
    pub unit: String,
    /// The year of the unit's own data that it was held against.
    pub tahun: Option<i64>,
    /// The first check of the document; later versions have the same.
    pub seri: String,
    /// Name of the file as it came.
    pub nama: String,
    /// Kind of file: a word of `app`.
    pub jenis: String,
    /// Bytes.
    pub ukuran: i64,
    /// SHA-256 of the content.
    pub sidik: String,
    /// Fingerprint, rule and weight of each finding, as JSON.
    pub ringkas: String,
    /// The findings and what belongs to them, as JSON.
    pub hasil: String,
    /// Who.
    pub oleh: String,
    /// When.
    pub pada: Waktu,
}

/// A checked document without its findings, for a list.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct RingkasPemeriksaan {
    /// Its id.
    pub id: String,
    /// The year of the unit's own data that it was held against.
    pub tahun: Option<i64>,
    /// The first check of the document.
    pub seri: String,
    /// Name of the file as it came.
    pub nama: String,
    /// Kind of file.
    pub jenis: String,
    /// Fingerprint, rule and weight of each finding, as JSON.
    pub ringkas: String,
    /// Who.
    pub oleh: String,
    /// When.
    pub pada: Waktu,
}

/// A finding that an official lets stand, in a document and its later versions.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Kesampingan {
    /// Its id.
    pub id: String,
    /// The document: [`Pemeriksaan::seri`].
    pub seri: String,
    /// Fingerprint of the finding.
    pub sidik: String,
    /// Its rule.
    pub aturan: String,
    /// The words at the spot.
    pub cuplikan: String,
    /// Who.
    pub oleh: String,
    /// When.
    pub pada: Waktu,
    /// Why.
    pub alasan: String,
    /// When it was taken back.
    pub dicabut: Option<Waktu>,
    /// Who took it back.
    pub dicabut_oleh: Option<String>,
}

impl Tx {
    /// Keeps a check.
    ///
    /// # Errors
    /// A unit that does not exist.
    pub async fn add_pemeriksaan(&mut self, isi: &Pemeriksaan) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO pemeriksaan (id, unit, tahun, seri, nama, jenis, ukuran, sidik, ringkas, hasil, oleh, pada)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            )
            .bind(&isi.id)
            .bind(&isi.unit)
            .bind(isi.tahun)
            .bind(&isi.seri)
            .bind(&isi.nama)
            .bind(&isi.jenis)
            .bind(isi.ukuran)
            .bind(&isi.sidik)
            .bind(&isi.ringkas)
            .bind(&isi.hasil)
            .bind(&isi.oleh)
            .bind(isi.pada)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// The check with this id.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn pemeriksaan(&mut self, id: &str) -> Result<Option<Pemeriksaan>> {
        let satu = on!(self, conn => {
            sqlx::query_as("SELECT * FROM pemeriksaan WHERE id = $1")
                .bind(id)
                .fetch_optional(conn)
                .await?
        });
        Ok(satu)
    }

    /// The latest `banyak` checks of a unit, newest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_pemeriksaan(
        &mut self,
        unit: &str,
        banyak: i64,
    ) -> Result<Vec<RingkasPemeriksaan>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT id, tahun, seri, nama, jenis, ringkas, oleh, pada FROM pemeriksaan
                 WHERE unit = $1 ORDER BY pada DESC, id DESC LIMIT $2",
            )
            .bind(unit)
            .bind(banyak)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// Removes a check, and the dismissals with the last check of its document, for they quote it.
    ///
    /// # Errors
    /// One that is not there.
    pub async fn remove_pemeriksaan(&mut self, id: &str, seri: &str) -> Result<()> {
        let hilang = on!(self, conn => {
            let hilang = sqlx::query("DELETE FROM pemeriksaan WHERE id = $1")
                .bind(id)
                .execute(&mut *conn)
                .await?
                .rows_affected();
            sqlx::query(
                "DELETE FROM kesampingan WHERE seri = $1
                 AND NOT EXISTS (SELECT 1 FROM pemeriksaan WHERE pemeriksaan.seri = kesampingan.seri)",
            )
            .bind(seri)
            .execute(&mut *conn)
            .await?;
            hilang
        });
        if hilang == 1 {
            Ok(())
        } else {
            Err(Error::TidakAda("pemeriksaan".to_owned()))
        }
    }

    /// Whether some row still speaks of content with this hash.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn sidik_dipakai(&mut self, sidik: &str) -> Result<bool> {
        let jumlah: i64 = on!(self, conn => {
            sqlx::query_scalar(
                "SELECT (SELECT COUNT(*) FROM pemeriksaan WHERE sidik = $1) + (SELECT COUNT(*) FROM bukti WHERE sidik = $1)
                 + (SELECT COUNT(*) FROM berkas_susunan WHERE sidik = $1)",
            )
            .bind(sidik)
            .fetch_one(conn)
            .await?
        });
        Ok(jumlah > 0)
    }

    /// Adds a dismissal.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn add_kesampingan(&mut self, isi: &Kesampingan) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO kesampingan (id, seri, sidik, aturan, cuplikan, oleh, pada, alasan)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            )
            .bind(&isi.id)
            .bind(&isi.seri)
            .bind(&isi.sidik)
            .bind(&isi.aturan)
            .bind(&isi.cuplikan)
            .bind(&isi.oleh)
            .bind(isi.pada)
            .bind(&isi.alasan)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// Takes a dismissal back; its row stays.
    ///
    /// # Errors
    /// One that does not hold.
    pub async fn revoke_kesampingan(&mut self, id: &str, oleh: &str, pada: Waktu) -> Result<()> {
        let berubah = on!(self, conn => {
            sqlx::query(
                "UPDATE kesampingan SET dicabut = $2, dicabut_oleh = $3 WHERE id = $1 AND dicabut IS NULL",
            )
            .bind(id)
            .bind(pada)
            .bind(oleh)
            .execute(conn)
            .await?
            .rows_affected()
        });
        if berubah == 1 {
            Ok(())
        } else {
            Err(Error::TidakAda("pengesampingan yang berlaku".to_owned()))
        }
    }

    /// The dismissals of a document that were ever made, oldest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_kesampingan(&mut self, seri: &str) -> Result<Vec<Kesampingan>> {
        let daftar = on!(self, conn => {
            sqlx::query_as("SELECT * FROM kesampingan WHERE seri = $1 ORDER BY pada, id")
                .bind(seri)
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }

    /// The dismissals that hold in the documents of a unit.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_kesampingan_unit(&mut self, unit: &str) -> Result<Vec<Kesampingan>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT * FROM kesampingan WHERE dicabut IS NULL
                 AND seri IN (SELECT seri FROM pemeriksaan WHERE unit = $1) ORDER BY pada, id",
            )
            .bind(unit)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }
}
