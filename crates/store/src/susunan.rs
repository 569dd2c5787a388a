//! Reports as they were composed, which of them the flow was about, and what is published. The files lie by hash in the evidence folder.

use sqlx::FromRow;

use crate::Waktu;
use crate::connection::{Tx, on};
use crate::error::Result;

/// One composition of a report.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Susunan {
    /// Its id.
    pub id: String,
    /// The unit.
    pub unit: String,
    /// The fiscal year.
    pub tahun: i64,
    /// 1 for a final report, 0 for a draft.
    pub akhir: i64,
    /// Hash of the cells that it was made of.
    pub isi: String,
    /// Hash of the list of its files.
    pub sidik: String,
    /// Its gaps and findings, as JSON of `app`.
    pub rincian: String,
    /// Who asked for it.
    pub oleh: String,
    /// When it was made.
    pub pada: Waktu,
}

/// A file of a composition.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct BerkasSusunan {
    /// The composition.
    pub susunan: String,
    /// Name.
    pub nama: String,
    /// Media type.
    pub jenis: String,
    /// Bytes.
    pub ukuran: i64,
    /// SHA-256 of the content.
    pub sidik: String,
}

/// Which composition a step of the report's flow was about.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct LangkahLaporan {
    /// Number of the step.
    pub versi: i64,
    /// The composition.
    pub susunan: String,
    /// Hash of the list of its files at the step.
    pub sidik: String,
}

/// A publication.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Terbitan {
    /// The unit.
    pub unit: String,
    /// The fiscal year.
    pub tahun: i64,
    /// Number, from 1; a correction gets the next.
    pub versi: i64,
    /// The composition.
    pub susunan: String,
    /// Hash of the list of its files.
    pub sidik: String,
    /// Number of the step of the flow that published it.
    pub langkah: i64,
    /// Who published it.
    pub oleh: String,
    /// When.
    pub pada: Waktu,
    /// A note for the public.
    pub catatan: String,
}

impl Tx {
    /// Keeps a composition and its files, whose content the folder already has.
    ///
    /// # Errors
    /// A year that is not open.
    pub async fn add_susunan(&mut self, isi: &Susunan, berkas: &[BerkasSusunan]) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO susunan (id, unit, tahun, akhir, isi, sidik, rincian, oleh, pada)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            )
            .bind(&isi.id)
            .bind(&isi.unit)
            .bind(isi.tahun)
            .bind(isi.akhir)
            .bind(&isi.isi)
            .bind(&isi.sidik)
            .bind(&isi.rincian)
            .bind(&isi.oleh)
            .bind(isi.pada)
            .execute(&mut *conn)
            .await?;
            for satu in berkas {
                sqlx::query("INSERT INTO berkas_susunan (susunan, nama, jenis, ukuran, sidik) VALUES ($1, $2, $3, $4, $5)")
                    .bind(&satu.susunan)
                    .bind(&satu.nama)
                    .bind(&satu.jenis)
                    .bind(satu.ukuran)
                    .bind(&satu.sidik)
                    .execute(&mut *conn)
                    .await?;
            }
        });
        Ok(())
    }

    /// A composition.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn susunan(&mut self, id: &str) -> Result<Option<Susunan>> {
        let satu = on!(self, conn => {
            sqlx::query_as("SELECT * FROM susunan WHERE id = $1").bind(id).fetch_optional(conn).await?
        });
        Ok(satu)
    }

    /// The compositions of a unit's year, newest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_susunan(&mut self, unit: &str, tahun: i64) -> Result<Vec<Susunan>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT * FROM susunan WHERE unit = $1 AND tahun = $2 ORDER BY pada DESC, id DESC LIMIT 100",
            )
            .bind(unit)
            .bind(tahun)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// The files of a composition, by name.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_berkas_susunan(&mut self, susunan: &str) -> Result<Vec<BerkasSusunan>> {
        let daftar = on!(self, conn => {
            sqlx::query_as("SELECT * FROM berkas_susunan WHERE susunan = $1 ORDER BY nama")
                .bind(susunan)
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }

    /// Ties a step of the report's flow to a composition.
    ///
    /// # Errors
    /// A step that is tied already.
    pub async fn add_langkah_laporan(
        &mut self,
        unit: &str,
        tahun: i64,
        isi: &LangkahLaporan,
    ) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO langkah_laporan (unit, tahun, versi, susunan, sidik) VALUES ($1, $2, $3, $4, $5)",
            )
            .bind(unit)
            .bind(tahun)
            .bind(isi.versi)
            .bind(&isi.susunan)
            .bind(&isi.sidik)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// The ties of a unit's year, newest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_langkah_laporan(
        &mut self,
        unit: &str,
        tahun: i64,
    ) -> Result<Vec<LangkahLaporan>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT versi, susunan, sidik FROM langkah_laporan WHERE unit = $1 AND tahun = $2 ORDER BY versi DESC",
            )
            .bind(unit)
            .bind(tahun)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// Publishes.
    ///
    /// # Errors
    /// A version that is there already.
    pub async fn add_terbitan(&mut self, isi: &Terbitan) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO terbitan (unit, tahun, versi, susunan, sidik, langkah, oleh, pada, catatan)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            )
            .bind(&isi.unit)
            .bind(isi.tahun)
            .bind(isi.versi)
            .bind(&isi.susunan)
            .bind(&isi.sidik)
            .bind(isi.langkah)
            .bind(&isi.oleh)
            .bind(isi.pada)
            .bind(&isi.catatan)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// The publications of a unit's year, newest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_terbitan(&mut self, unit: &str, tahun: i64) -> Result<Vec<Terbitan>> {
        let daftar = on!(self, conn => {
            sqlx::query_as("SELECT * FROM terbitan WHERE unit = $1 AND tahun = $2 ORDER BY versi DESC")
                .bind(unit)
                .bind(tahun)
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }

    /// The years of which something is published, newest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn tahun_terbitan(&mut self) -> Result<Vec<i64>> {
        let daftar = on!(self, conn => {
            sqlx::query_scalar("SELECT DISTINCT tahun FROM terbitan ORDER BY tahun DESC").fetch_all(conn).await?
        });
        Ok(daftar)
    }

    /// The newest publication of each unit in a year.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_terbitan_tahun(&mut self, tahun: i64) -> Result<Vec<Terbitan>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT * FROM terbitan t WHERE tahun = $1
                   AND versi = (SELECT MAX(versi) FROM terbitan WHERE unit = t.unit AND tahun = t.tahun)
                 ORDER BY pada DESC, unit",
            )
            .bind(tahun)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// Everyone who ever changed a unit's year: a cell, a row, its evidence, or all of it by a package.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_penulis(&mut self, unit: &str, tahun: i64) -> Result<Vec<String>> {
        let daftar = on!(self, conn => {
            sqlx::query_scalar(
                "SELECT oleh FROM sel_versi WHERE unit = $1 AND tahun = $2
                 UNION SELECT oleh FROM bukti WHERE unit = $1 AND tahun = $2
                 UNION SELECT pelaku FROM audit WHERE unit = $1 AND hasil = 'berhasil'
                   AND tindakan IN ('hapus-baris', 'pulihkan-baris', 'impor-paket', 'lepas-bukti')
                   AND (objek = CAST($2 AS TEXT) OR objek LIKE CAST($2 AS TEXT) || '/%')
                 ORDER BY 1",
            )
                .bind(unit)
                .bind(tahun)
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }
}
