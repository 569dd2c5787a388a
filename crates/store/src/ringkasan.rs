//! Summaries of years: what a page over many units reads instead of the cells of a thousand years.
//!
//! A summary follows from the cells. Triggers mark it stale when a cell, row or sheet of its year changes, in the same transaction;
//! whoever writes one holds the lock of the year, so that of two writers the later one has seen the cells of both.

use sqlx::{FromRow, QueryBuilder};

use crate::Waktu;
use crate::connection::{Tx, on};
use crate::error::Result;

/// The part of a year that stands for the whole.
pub const SETAHUN: &str = "tahun";

/// The summary of a unit's year. Figures are ten-thousandths, for sorting; what is shown stands in `isi`.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromRow)]
pub struct Ringkasan {
    /// The unit.
    pub unit: String,
    /// The fiscal year.
    pub tahun: i64,
    /// Which program and which law computed it.
    pub mesin: String,
    /// When.
    pub dihitung: Waktu,
    /// Cells that are wrong or missing.
    pub kesalahan: i64,
    /// Months of surveys below the minimum of respondents.
    pub bulan_kurang: i64,
    /// Indicators.
    pub indikator: i64,
    /// Those that reach or pass their target.
    pub tercapai: i64,
    /// Those below it.
    pub di_bawah: i64,
    /// Those that cannot be measured.
    pub tak_terukur: i64,
    /// Mean capaian.
    pub capaian: Option<i64>,
    /// Absorption of the budget.
    pub penyerapan: Option<i64>,
    /// Nilai Kinerja Anggaran.
    pub nka: Option<i64>,
    /// IKPA.
    pub ikpa: Option<i64>,
    /// What is shown, as JSON of `app`.
    pub isi: String,
}

/// The summary of an indicator in a year or a part of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromRow)]
pub struct RingkasanUkur {
    /// [`SETAHUN`], or a part of the year.
    pub periode: String,
    /// Code of the indicator.
    pub indikator: String,
    /// Its place in the profile.
    pub urutan: i64,
    /// How it stands: a word of `app`.
    pub keadaan: String,
    /// Capaian in ten-thousandths.
    pub capaian: Option<i64>,
    /// What is shown, as JSON of `app`.
    pub isi: String,
}

/// How many offices stand how with an indicator.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct SebaranUkur {
    /// Code of the indicator.
    pub indikator: String,
    /// How they stand: a word of `app`.
    pub keadaan: String,
    /// How many.
    pub banyak: i64,
}

/// Rows of one statement.
const SEKALI: usize = 500;

impl Tx {
    /// Takes the lock of a year's summary until the end of the transaction; whether it is stale, and what computed it.
    /// Whoever changes several cells takes it first: two writers then wait for one another instead of each holding what the other needs.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn lock_ringkasan(&mut self, unit: &str, tahun: i64) -> Result<(bool, String)> {
        let (basi, mesin): (i64, String) = on!(self, conn => {
            sqlx::query_as(
                "INSERT INTO ringkasan_tahun (unit, tahun) VALUES ($1, $2)
                 ON CONFLICT (unit, tahun) DO UPDATE SET basi = ringkasan_tahun.basi
                 RETURNING basi, mesin",
            )
            .bind(unit)
            .bind(tahun)
            .fetch_one(conn)
            .await?
        });
        Ok((basi != 0, mesin))
    }

    /// Writes the summary of a year over the one before. The caller holds its lock and read the cells after taking it.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn put_ringkasan(&mut self, isi: &Ringkasan, ukur: &[RingkasanUkur]) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO ringkasan_tahun (unit, tahun, basi, mesin, dihitung, kesalahan, bulan_kurang, indikator,
                   tercapai, di_bawah, tak_terukur, capaian, penyerapan, nka, ikpa, isi)
                 VALUES ($1, $2, 0, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                 ON CONFLICT (unit, tahun) DO UPDATE SET basi = 0, mesin = $3, dihitung = $4, kesalahan = $5,
                   bulan_kurang = $6, indikator = $7, tercapai = $8, di_bawah = $9, tak_terukur = $10, capaian = $11,
                   penyerapan = $12, nka = $13, ikpa = $14, isi = $15",
            )
            .bind(&isi.unit)
            .bind(isi.tahun)
            .bind(&isi.mesin)
            .bind(isi.dihitung)
            .bind(isi.kesalahan)
            .bind(isi.bulan_kurang)
            .bind(isi.indikator)
            .bind(isi.tercapai)
            .bind(isi.di_bawah)
            .bind(isi.tak_terukur)
            .bind(isi.capaian)
            .bind(isi.penyerapan)
            .bind(isi.nka)
            .bind(isi.ikpa)
            .bind(&isi.isi)
            .execute(&mut *conn)
            .await?;
            sqlx::query("DELETE FROM ringkasan WHERE unit = $1 AND tahun = $2")
                .bind(&isi.unit)
                .bind(isi.tahun)
                .execute(&mut *conn)
                .await?;
            for sekelompok in ukur.chunks(SEKALI) {
                let mut baris = QueryBuilder::new(
                    "INSERT INTO ringkasan (unit, tahun, periode, indikator, urutan, keadaan, capaian, isi) ",
                );
                baris.push_values(sekelompok, |mut satu, ukur| {
                    satu.push_bind(&isi.unit)
                        .push_bind(isi.tahun)
                        .push_bind(&ukur.periode)
                        .push_bind(&ukur.indikator)
                        .push_bind(ukur.urutan)
                        .push_bind(&ukur.keadaan)
                        .push_bind(ukur.capaian)
                        .push_bind(&ukur.isi);
                });
                baris.build().execute(&mut *conn).await?;
            }
        });
        Ok(())
    }

    /// The summary of a year, where it is not stale and `mesin` computed it.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn ringkasan(
        &mut self,
        unit: &str,
        tahun: i64,
        mesin: &str,
    ) -> Result<Option<(Ringkasan, Vec<RingkasanUkur>)>> {
        let satu: Option<Ringkasan> = on!(self, conn => {
            sqlx::query_as(
                "SELECT unit, tahun, mesin, dihitung, kesalahan, bulan_kurang, indikator, tercapai, di_bawah, tak_terukur,
                   capaian, penyerapan, nka, ikpa, isi
                 FROM ringkasan_tahun WHERE unit = $1 AND tahun = $2 AND basi = 0 AND mesin = $3",
            )
            .bind(unit)
            .bind(tahun)
            .bind(mesin)
            .fetch_optional(conn)
            .await?
        });
        let Some(satu) = satu else {
            return Ok(None);
        };
        let ukur = on!(self, conn => {
            sqlx::query_as(
                "SELECT periode, indikator, urutan, keadaan, capaian, isi FROM ringkasan
                 WHERE unit = $1 AND tahun = $2 AND periode = $3 ORDER BY urutan, indikator",
            )
            .bind(unit)
            .bind(tahun)
            .bind(SETAHUN)
            .fetch_all(conn)
            .await?
        });
        Ok(Some((satu, ukur)))
    }
}
