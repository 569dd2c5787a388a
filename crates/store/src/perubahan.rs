//! What changed in a sheet, cell by cell.

use sqlx::FromRow;

use crate::Waktu;
use crate::connection::{Tx, on};
use crate::error::Result;

/// A change of one cell of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct PerubahanSel {
    /// Id of the row.
    pub baris: String,
    /// Heading of the column.
    pub kolom: String,
    /// Number of the cell's version, from 1.
    pub versi: i64,
    /// The text before.
    pub semula: String,
    /// The text from then on.
    pub menjadi: String,
    /// Who.
    pub oleh: String,
    /// When.
    pub pada: Waktu,
    /// Why.
    pub alasan: String,
}

impl Tx {
    /// Every change of the cells of one sheet, oldest first; those of removed rows too.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn perubahan_lembar(
        &mut self,
        unit: &str,
        tahun: i64,
        lembar: &str,
    ) -> Result<Vec<PerubahanSel>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT baris, kolom, versi, semula, menjadi, oleh, pada, alasan FROM sel_versi
                 WHERE unit = $1 AND tahun = $2 AND lembar = $3 ORDER BY pada, baris, kolom, versi",
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
