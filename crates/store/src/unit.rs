//! Units: a tree that changes in time.

use sqlx::FromRow;

use crate::connection::{Tx, on};
use crate::error::{Error, Result};
use crate::{Hari, Waktu};

/// What a unit is from a day on.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct VersiUnit {
    /// The unit.
    pub unit: String,
    /// Number of the version, from 1.
    pub versi: i64,
    /// First day on which it holds.
    pub dari: Hari,
    /// Name.
    pub nama: String,
    /// Level: a word of [`Unit::TINGKAT`].
    pub tingkat: String,
    /// Kind of office (`profil/`), where the unit reports.
    pub profil: Option<String>,
    /// Code of the budget office.
    pub kode: Option<String>,
    /// The unit above.
    pub induk: Option<String>,
    /// 0 where the unit ends on `dari`.
    pub aktif: i64,
    /// Who recorded it.
    pub oleh: String,
    /// When it was recorded.
    pub pada: Waktu,
    /// Why.
    pub alasan: String,
    /// Time zone, a word that `app` gives meaning; none where it is that of the unit above.
    pub zona: Option<String>,
}

/// A unit on a day.
pub type Unit = VersiUnit;

impl VersiUnit {
    /// The levels, from above.
    pub const TINGKAT: [&'static str; 5] =
        ["kementerian", "eselon-satu", "kanwil", "kantor", "seksi"];
}

impl Tx {
    /// A new unit with its first version; `versi` of the argument does not count.
    ///
    /// # Errors
    /// A parent that does not exist.
    pub async fn add_unit(&mut self, isi: &VersiUnit) -> Result<()> {
        on!(self, conn => {
            sqlx::query("INSERT INTO unit (id, dibuat) VALUES ($1, $2)")
                .bind(&isi.unit)
                .bind(isi.pada)
                .execute(conn)
                .await?;
        });
        self.put_versi_unit(isi, 1).await
    }

    /// A further version of a unit: another name, parent or level from a day on, or its end.
    ///
    /// # Errors
    /// [`Error::Bentrok`] when `isi.versi` is not the newest; [`Error::Rusak`] when the tree would get a loop.
    pub async fn change_unit(&mut self, isi: &VersiUnit) -> Result<()> {
        let kini: i64 = on!(self, conn => {
            sqlx::query_scalar("SELECT COALESCE(MAX(versi), 0) FROM unit_versi WHERE unit = $1")
                .bind(&isi.unit)
                .fetch_one(conn)
                .await?
        });
        if kini == 0 {
            return Err(Error::TidakAda("unit".to_owned()));
        }
        if kini != isi.versi {
            return Err(Error::Bentrok { kini });
        }
        let mut di_atas = isi.induk.clone();
        let pohon = self.list_unit(&isi.dari).await?;
        // As many steps as there are units: a longer way up is a loop.
        for _ in 0..=pohon.len() {
            match &di_atas {
                Some(induk) if *induk == isi.unit => {
                    return Err(Error::Rusak(
                        "unit tidak dapat berada di bawah dirinya sendiri; pilih induk yang lain"
                            .to_owned(),
                    ));
                }
                Some(induk) => {
                    di_atas = pohon
                        .iter()
                        .find(|unit| unit.unit == *induk)
                        .and_then(|unit| unit.induk.clone());
                }
                None => break,
            }
        }
        self.put_versi_unit(isi, kini.saturating_add(1)).await
    }

    async fn put_versi_unit(&mut self, isi: &VersiUnit, versi: i64) -> Result<()> {
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO unit_versi (unit, versi, dari, nama, tingkat, profil, kode, induk, aktif, oleh, pada, alasan, zona)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            )
            .bind(&isi.unit)
            .bind(versi)
            .bind(&isi.dari)
            .bind(&isi.nama)
            .bind(&isi.tingkat)
            .bind(&isi.profil)
            .bind(&isi.kode)
            .bind(&isi.induk)
            .bind(isi.aktif)
            .bind(&isi.oleh)
            .bind(isi.pada)
            .bind(&isi.alasan)
            .bind(&isi.zona)
            .execute(conn)
            .await?;
        });
        Ok(())
    }

    /// Every unit as it is on a day, ended ones left out, by name.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_unit(&mut self, hari: &str) -> Result<Vec<Unit>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT v.* FROM unit_versi v WHERE v.aktif = 1 AND v.versi = (
                   SELECT w.versi FROM unit_versi w WHERE w.unit = v.unit AND w.dari <= $1
                   ORDER BY w.dari DESC, w.versi DESC LIMIT 1)
                 ORDER BY v.nama, v.unit",
            )
            .bind(hari)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// A unit as it is on a day; none before its first day and after its end.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn unit_on(&mut self, unit: &str, hari: &str) -> Result<Option<Unit>> {
        let satu: Option<VersiUnit> = on!(self, conn => {
            sqlx::query_as(
                "SELECT * FROM unit_versi WHERE unit = $1 AND dari <= $2 ORDER BY dari DESC, versi DESC LIMIT 1",
            )
            .bind(unit)
            .bind(hari)
            .fetch_optional(conn)
            .await?
        });
        Ok(satu.filter(|satu| satu.aktif == 1))
    }

    /// All versions of a unit, in the order in which they were recorded.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn riwayat_unit(&mut self, unit: &str) -> Result<Vec<VersiUnit>> {
        let daftar = on!(self, conn => {
            sqlx::query_as("SELECT * FROM unit_versi WHERE unit = $1 ORDER BY versi")
                .bind(unit)
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }
}
