//! Entries: sheets, rows and cells of a year, every cell with all that it ever said.
//!
//! A cell keeps its text exactly as it was given. Who changes one says which version they saw;
//! of two who saw the same version, the second is told and nothing of theirs is lost unseen.

use sqlx::FromRow;

use crate::Waktu;
use crate::connection::{Tx, on};
use crate::error::{Error, Result};

/// Where a cell stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alamat {
    /// The unit.
    pub unit: String,
    /// The fiscal year.
    pub tahun: i64,
    /// The sheet ("skm_bulanan").
    pub lembar: String,
    /// Id of the row.
    pub baris: String,
    /// Heading of the column.
    pub kolom: String,
}

/// A sheet of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lembar {
    /// Name.
    pub lembar: String,
    /// Headings in order.
    pub kepala: Vec<String>,
    /// Comment lines.
    pub catatan: Vec<String>,
    /// Number of the version.
    pub versi: i64,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Baris {
    /// The sheet.
    pub lembar: String,
    /// Its id.
    pub baris: String,
    /// Its place in the sheet.
    pub urutan: i64,
    /// 1 where it was removed.
    pub hapus: i64,
    /// Number of the version.
    pub versi: i64,
}

/// What a cell says now.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Sel {
    /// The sheet.
    pub lembar: String,
    /// Id of the row.
    pub baris: String,
    /// Heading of the column.
    pub kolom: String,
    /// Its text; empty for a gap.
    pub nilai: String,
    /// Number of the version.
    pub versi: i64,
}

/// What a cell said from a moment on.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct VersiSel {
    /// Number of the version, from 1.
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

/// A remark on a cell.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Komentar {
    /// Its id.
    pub id: String,
    /// Words.
    pub teks: String,
    /// Who.
    pub oleh: String,
    /// When.
    pub pada: Waktu,
}

impl Tx {
    /// Makes a sheet of a year, or changes its headings and comment lines.
    ///
    /// # Errors
    /// A year that is not open.
    pub async fn put_lembar(&mut self, unit: &str, tahun: i64, isi: &Lembar) -> Result<()> {
        let (kepala, catatan) = (json(&isi.kepala)?, json(&isi.catatan)?);
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO lembar (unit, tahun, lembar, kepala, catatan, versi) VALUES ($1, $2, $3, $4, $5, 1)
                 ON CONFLICT (unit, tahun, lembar)
                 DO UPDATE SET kepala = $4, catatan = $5, versi = lembar.versi + 1
                 WHERE lembar.kepala <> $4 OR lembar.catatan <> $5",
            )
            .bind(unit)
            .bind(tahun)
            .bind(&isi.lembar)
            .bind(kepala)
            .bind(catatan)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// The sheets of a year by name.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_lembar(&mut self, unit: &str, tahun: i64) -> Result<Vec<Lembar>> {
        let daftar: Vec<(String, String, String, i64)> = on!(self, conn => {
            sqlx::query_as(
                "SELECT lembar, kepala, catatan, versi FROM lembar WHERE unit = $1 AND tahun = $2 ORDER BY lembar",
            )
            .bind(unit)
            .bind(tahun)
            .fetch_all(conn)
            .await?
        });
        daftar
            .into_iter()
            .map(|(lembar, kepala, catatan, versi)| {
                Ok(Lembar {
                    kepala: dari_json(&kepala)?,
                    catatan: dari_json(&catatan)?,
                    lembar,
                    versi,
                })
            })
            .collect()
    }

    /// Makes a row, moves it, removes it (`hapus` 1) or brings it back.
    ///
    /// # Errors
    /// A sheet that does not exist.
    pub async fn put_baris(&mut self, unit: &str, tahun: i64, isi: &Baris) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO baris (unit, tahun, lembar, baris, urutan, hapus, versi) VALUES ($1, $2, $3, $4, $5, $6, 1)
                 ON CONFLICT (unit, tahun, lembar, baris)
                 DO UPDATE SET urutan = $5, hapus = $6, versi = baris.versi + 1
                 WHERE baris.urutan <> $5 OR baris.hapus <> $6",
            )
            .bind(unit)
            .bind(tahun)
            .bind(&isi.lembar)
            .bind(&isi.baris)
            .bind(isi.urutan)
            .bind(isi.hapus)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// The rows of a year, removed ones left out, in order.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_baris(&mut self, unit: &str, tahun: i64) -> Result<Vec<Baris>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT lembar, baris, urutan, hapus, versi FROM baris
                 WHERE unit = $1 AND tahun = $2 AND hapus = 0 ORDER BY lembar, urutan, baris",
            )
            .bind(unit)
            .bind(tahun)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// Gives a cell another text. `harapan` is the version that the writer saw, 0 for a cell that was not there.
    /// Returns the new version; the same text again changes nothing.
    ///
    /// # Errors
    /// [`Error::Bentrok`] when the cell has another version by now.
    pub async fn put_sel(
        &mut self,
        alamat: &Alamat,
        menjadi: &str,
        harapan: i64,
        oleh: &str,
        pada: Waktu,
        alasan: &str,
    ) -> Result<i64> {
        let kini = self.sel(alamat).await?;
        let versi_kini = kini.as_ref().map_or(0, |sel| sel.versi);
        if versi_kini != harapan {
            return Err(Error::Bentrok { kini: versi_kini });
        }
        let semula = kini.as_ref().map_or("", |sel| sel.nilai.as_str());
        if kini.is_some() && semula == menjadi {
            return Ok(versi_kini);
        }
        let versi = harapan.saturating_add(1);
        // Where two writers passed the look above side by side, one of these statements changes no row.
        let berubah = on!(self, conn => {
            if harapan == 0 {
                sqlx::query(
                    "INSERT INTO sel (unit, tahun, lembar, baris, kolom, nilai, versi) VALUES ($1, $2, $3, $4, $5, $6, $7)
                     ON CONFLICT (unit, tahun, lembar, baris, kolom) DO NOTHING",
                )
                .bind(&alamat.unit)
                .bind(alamat.tahun)
                .bind(&alamat.lembar)
                .bind(&alamat.baris)
                .bind(&alamat.kolom)
                .bind(menjadi)
                .bind(versi)
                .execute(&mut *conn)
                .await?
                .rows_affected()
            } else {
                sqlx::query(
                    "UPDATE sel SET nilai = $6, versi = $7
                     WHERE unit = $1 AND tahun = $2 AND lembar = $3 AND baris = $4 AND kolom = $5 AND versi = $8",
                )
                .bind(&alamat.unit)
                .bind(alamat.tahun)
                .bind(&alamat.lembar)
                .bind(&alamat.baris)
                .bind(&alamat.kolom)
                .bind(menjadi)
                .bind(versi)
                .bind(harapan)
                .execute(&mut *conn)
                .await?
                .rows_affected()
            }
        });
        if berubah != 1 {
            let kini = self.sel(alamat).await?.map_or(0, |sel| sel.versi);
            return Err(Error::Bentrok { kini });
        }
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO sel_versi (unit, tahun, lembar, baris, kolom, versi, semula, menjadi, oleh, pada, alasan)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            )
            .bind(&alamat.unit)
            .bind(alamat.tahun)
            .bind(&alamat.lembar)
            .bind(&alamat.baris)
            .bind(&alamat.kolom)
            .bind(versi)
            .bind(semula)
            .bind(menjadi)
            .bind(oleh)
            .bind(pada)
            .bind(alasan)
            .execute(conn)
            .await?;
        });
        Ok(versi)
    }

    /// What a cell says now.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn sel(&mut self, alamat: &Alamat) -> Result<Option<Sel>> {
        let satu = on!(self, conn => {
            sqlx::query_as(
                "SELECT lembar, baris, kolom, nilai, versi FROM sel
                 WHERE unit = $1 AND tahun = $2 AND lembar = $3 AND baris = $4 AND kolom = $5",
            )
            .bind(&alamat.unit)
            .bind(alamat.tahun)
            .bind(&alamat.lembar)
            .bind(&alamat.baris)
            .bind(&alamat.kolom)
            .fetch_optional(conn)
            .await?
        });
        Ok(satu)
    }

    /// What all cells of a year say now, by sheet, row and column; cells of removed rows too.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_sel(&mut self, unit: &str, tahun: i64) -> Result<Vec<Sel>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT lembar, baris, kolom, nilai, versi FROM sel
                 WHERE unit = $1 AND tahun = $2 ORDER BY lembar, baris, kolom",
            )
            .bind(unit)
            .bind(tahun)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// Everything that a cell ever said, oldest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn riwayat_sel(&mut self, alamat: &Alamat) -> Result<Vec<VersiSel>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT versi, semula, menjadi, oleh, pada, alasan FROM sel_versi
                 WHERE unit = $1 AND tahun = $2 AND lembar = $3 AND baris = $4 AND kolom = $5 ORDER BY versi",
            )
            .bind(&alamat.unit)
            .bind(alamat.tahun)
            .bind(&alamat.lembar)
            .bind(&alamat.baris)
            .bind(&alamat.kolom)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// Adds a remark on a cell.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn add_komentar(&mut self, alamat: &Alamat, isi: &Komentar) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO komentar (id, unit, tahun, lembar, baris, kolom, teks, oleh, pada)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            )
            .bind(&isi.id)
            .bind(&alamat.unit)
            .bind(alamat.tahun)
            .bind(&alamat.lembar)
            .bind(&alamat.baris)
            .bind(&alamat.kolom)
            .bind(&isi.teks)
            .bind(&isi.oleh)
            .bind(isi.pada)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// The remarks on a cell, oldest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn komentar_sel(&mut self, alamat: &Alamat) -> Result<Vec<Komentar>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT id, teks, oleh, pada FROM komentar
                 WHERE unit = $1 AND tahun = $2 AND lembar = $3 AND baris = $4 AND kolom = $5 ORDER BY pada, id",
            )
            .bind(&alamat.unit)
            .bind(alamat.tahun)
            .bind(&alamat.lembar)
            .bind(&alamat.baris)
            .bind(&alamat.kolom)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }
}

fn json(daftar: &[String]) -> Result<String> {
    serde_json::to_string(daftar).map_err(|galat| Error::Rusak(galat.to_string()))
}

fn dari_json(teks: &str) -> Result<Vec<String>> {
    serde_json::from_str(teks)
        .map_err(|galat| Error::Rusak(format!("daftar judul kolom di basis data rusak: {galat}")))
}
