//! One sheet looked at closely: its removed rows, who wrote each cell last, where remarks are.

use sqlx::FromRow;

use crate::Waktu;
use crate::connection::{Tx, on};
use crate::error::Result;
use crate::isian::{Baris, Sel};

/// Who gave a cell its present text.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct JejakSel {
    /// Id of the row.
    pub baris: String,
    /// Heading of the column.
    pub kolom: String,
    /// Who.
    pub oleh: String,
    /// When.
    pub pada: Waktu,
}

/// How many remarks a cell has.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct KomentarSel {
    /// Id of the row.
    pub baris: String,
    /// Heading of the column.
    pub kolom: String,
    /// How many.
    pub jumlah: i64,
}

impl Tx {
    /// A row, removed or not.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn baris(
        &mut self,
        unit: &str,
        tahun: i64,
        lembar: &str,
        baris: &str,
    ) -> Result<Option<Baris>> {
        let satu = on!(self, conn => {
            sqlx::query_as(
                "SELECT lembar, baris, urutan, hapus, versi FROM baris
                 WHERE unit = $1 AND tahun = $2 AND lembar = $3 AND baris = $4",
            )
            .bind(unit)
            .bind(tahun)
            .bind(lembar)
            .bind(baris)
            .fetch_optional(conn)
            .await?
        });
        Ok(satu)
    }

    /// The rows of a sheet that were removed, in their old order.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_baris_terhapus(
        &mut self,
        unit: &str,
        tahun: i64,
        lembar: &str,
    ) -> Result<Vec<Baris>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT lembar, baris, urutan, hapus, versi FROM baris
                 WHERE unit = $1 AND tahun = $2 AND lembar = $3 AND hapus = 1 ORDER BY urutan, baris",
            )
            .bind(unit)
            .bind(tahun)
            .bind(lembar)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// What the cells of removed rows of a sheet say.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_sel_terhapus(
        &mut self,
        unit: &str,
        tahun: i64,
        lembar: &str,
    ) -> Result<Vec<Sel>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT s.lembar, s.baris, s.kolom, s.nilai, s.versi FROM sel s
                 JOIN baris b ON b.unit = s.unit AND b.tahun = s.tahun AND b.lembar = s.lembar AND b.baris = s.baris
                 WHERE s.unit = $1 AND s.tahun = $2 AND s.lembar = $3 AND b.hapus = 1 ORDER BY s.baris, s.kolom",
            )
            .bind(unit)
            .bind(tahun)
            .bind(lembar)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// Place of the last row of a sheet, removed ones counted; 0 where it has none.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn urutan_akhir(&mut self, unit: &str, tahun: i64, lembar: &str) -> Result<i64> {
        let akhir: i64 = on!(self, conn => {
            sqlx::query_scalar(
                "SELECT COALESCE(MAX(urutan), 0) FROM baris WHERE unit = $1 AND tahun = $2 AND lembar = $3",
            )
            .bind(unit)
            .bind(tahun)
            .bind(lembar)
            .fetch_one(conn)
            .await?
        });
        Ok(akhir)
    }

    /// Who gave each cell of a sheet its present text, and when.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn jejak_lembar(
        &mut self,
        unit: &str,
        tahun: i64,
        lembar: &str,
    ) -> Result<Vec<JejakSel>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT v.baris, v.kolom, v.oleh, v.pada FROM sel_versi v
                 JOIN sel s ON s.unit = v.unit AND s.tahun = v.tahun AND s.lembar = v.lembar
                   AND s.baris = v.baris AND s.kolom = v.kolom AND s.versi = v.versi
                 WHERE v.unit = $1 AND v.tahun = $2 AND v.lembar = $3 ORDER BY v.baris, v.kolom",
            )
            .bind(unit)
            .bind(tahun)
            .bind(lembar)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// The cells of a sheet that have remarks.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn komentar_lembar(
        &mut self,
        unit: &str,
        tahun: i64,
        lembar: &str,
    ) -> Result<Vec<KomentarSel>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT baris, kolom, COUNT(*) AS jumlah FROM komentar
                 WHERE unit = $1 AND tahun = $2 AND lembar = $3 GROUP BY baris, kolom ORDER BY baris, kolom",
            )
            .bind(unit)
            .bind(tahun)
            .bind(lembar)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }
}
