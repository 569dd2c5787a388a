//! The audit: append-only, each record tied to the one before by a hash.
//!
//! A record knows a person by an opaque id only, so that what is personal can be erased and the chain still holds.
//! [`RantaiAudit::follow`] needs the records alone, not the database.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sqlx::FromRow;

use crate::Waktu;
use crate::connection::{Tx, on};
use crate::error::{Error, Result};

/// Records that are verified at a time.
const SEKALI: i64 = 10_000;

/// What is to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peristiwa {
    /// When.
    pub pada: Waktu,
    /// Opaque id of the person, or "sistem".
    pub pelaku: String,
    /// The use case ("isi-nilai").
    pub tindakan: String,
    /// At which unit; empty where it is about none.
    pub unit: String,
    /// About what: a path such as "2026/skm_bulanan/…/04".
    pub objek: String,
    /// "berhasil" or "ditolak".
    pub hasil: String,
    /// What is needed to understand it, without anything personal.
    pub rincian: String,
}

/// A record of the audit.
#[derive(Debug, Clone, PartialEq, Eq, FromRow, Serialize, Deserialize)]
pub struct Rekaman {
    /// Number, from 1 without a gap.
    pub nomor: i64,
    /// When, in microseconds of UTC.
    pub pada: Waktu,
    /// Who.
    pub pelaku: String,
    /// The use case.
    pub tindakan: String,
    /// At which unit.
    pub unit: String,
    /// About what.
    pub objek: String,
    /// "berhasil" or "ditolak".
    pub hasil: String,
    /// What is needed to understand it.
    pub rincian: String,
    /// Hash of the record before; empty for the first.
    pub sebelum: String,
    /// SHA-256 over everything above.
    pub sidik: String,
}

/// Which records are looked for; an empty word fits all.
#[derive(Debug, Clone, Default)]
pub struct CariRekaman {
    /// At which unit.
    pub unit: String,
    /// Whether records about no unit (a login, a changed password) fit too.
    pub tanpa_unit: bool,
    /// Who.
    pub pelaku: String,
    /// About what, and about everything below it: "2026" finds "2026/laporan".
    pub objek: String,
    /// "berhasil" or "ditolak".
    pub hasil: String,
    /// From when on.
    pub dari: Waktu,
    /// Before when.
    pub sebelum_pada: Waktu,
    /// Below which number.
    pub sebelum: i64,
    /// How many at most.
    pub banyak: i64,
}

/// What a chain comes to, up to a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RantaiAudit {
    /// How many records it has.
    pub jumlah: i64,
    /// Hash of the last one; kept elsewhere, it proves later that nothing was cut off or rewritten.
    pub ujung: String,
}

/// Where a chain is broken, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masalah {
    /// Number of the record.
    pub nomor: i64,
    /// What is wrong, in words.
    pub apa: String,
}

impl Rekaman {
    /// The hash that this record must have.
    ///
    /// The fields are hashed as one JSON array, so that no two different records give the same text.
    #[must_use]
    pub fn hitung_sidik(&self) -> String {
        let isi = serde_json::json!([
            self.sebelum,
            self.nomor,
            self.pada,
            self.pelaku,
            self.tindakan,
            self.unit,
            self.objek,
            self.hasil,
            self.rincian,
        ]);
        hex(&Sha256::digest(isi.to_string()))
    }
}

impl RantaiAudit {
    /// Goes on by one record.
    ///
    /// # Errors
    /// A record that does not follow, or whose hash is not its own.
    pub fn follow(&mut self, rekaman: &Rekaman) -> std::result::Result<(), Masalah> {
        let nomor = self.jumlah.saturating_add(1);
        let apa = if rekaman.nomor != nomor {
            format!(
                "catatan nomor {nomor} tidak ada; yang berikutnya bernomor {}",
                rekaman.nomor
            )
        } else if rekaman.sebelum != self.ujung {
            "tidak bersambung dengan catatan sebelumnya".to_owned()
        } else if rekaman.hitung_sidik() != rekaman.sidik {
            "isinya tidak sesuai dengan sidiknya".to_owned()
        } else {
            self.jumlah = nomor;
            self.ujung.clone_from(&rekaman.sidik);
            return Ok(());
        };
        Err(Masalah { nomor, apa })
    }
}

impl Tx {
    pub(crate) async fn append_audit(&mut self, peristiwa: &Peristiwa) -> Result<()> {
        let (nomor, sebelum): (i64, String) = on!(self, conn => {
            sqlx::query_as("UPDATE audit_ujung SET nomor = nomor + 1 WHERE satu = 1 RETURNING nomor, sidik")
                .fetch_one(conn)
                .await?
        });
        let mut rekaman = Rekaman {
            nomor,
            pada: peristiwa.pada,
            pelaku: peristiwa.pelaku.clone(),
            tindakan: peristiwa.tindakan.clone(),
            unit: peristiwa.unit.clone(),
            objek: peristiwa.objek.clone(),
            hasil: peristiwa.hasil.clone(),
            rincian: peristiwa.rincian.clone(),
            sebelum,
            sidik: String::new(),
        };
        rekaman.sidik = rekaman.hitung_sidik();
        on!(self, conn => {
            sqlx::query(
                "INSERT INTO audit (nomor, pada, pelaku, tindakan, unit, objek, hasil, rincian, sebelum, sidik)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            )
            .bind(rekaman.nomor)
            .bind(rekaman.pada)
            .bind(&rekaman.pelaku)
            .bind(&rekaman.tindakan)
            .bind(&rekaman.unit)
            .bind(&rekaman.objek)
            .bind(&rekaman.hasil)
            .bind(&rekaman.rincian)
            .bind(&rekaman.sebelum)
            .bind(&rekaman.sidik)
            .execute(&mut *conn)
            .await?;
            sqlx::query("UPDATE audit_ujung SET sidik = $1 WHERE satu = 1")
                .bind(&rekaman.sidik)
                .execute(&mut *conn)
                .await?;
        });
        Ok(())
    }

    /// Records after `sesudah`, at most `banyak`, oldest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn list_audit(&mut self, sesudah: i64, banyak: i64) -> Result<Vec<Rekaman>> {
        let daftar = on!(self, conn => {
            sqlx::query_as("SELECT * FROM audit WHERE nomor > $1 ORDER BY nomor LIMIT $2")
                .bind(sesudah)
                .bind(banyak)
                .fetch_all(conn)
                .await?
        });
        Ok(daftar)
    }

    /// The newest records that fit, newest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn search_audit(&mut self, cari: &CariRekaman) -> Result<Vec<Rekaman>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT * FROM audit WHERE nomor < $1 AND pada >= $2 AND pada < $3
                   AND ($4 = '' OR unit = $4 OR (unit = '' AND $5 = 1))
                   AND ($6 = '' OR pelaku = $6)
                   AND ($7 = '' OR objek = $7 OR substr(objek, 1, length($7) + 1) = $7 || '/')
                   AND ($8 = '' OR hasil = $8)
                 ORDER BY nomor DESC LIMIT $9",
            )
            .bind(cari.sebelum)
            .bind(cari.dari)
            .bind(cari.sebelum_pada)
            .bind(&cari.unit)
            .bind(i64::from(cari.tanpa_unit))
            .bind(&cari.pelaku)
            .bind(&cari.objek)
            .bind(&cari.hasil)
            .bind(cari.banyak)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// The end of the chain as the database keeps it apart: how many records, and the hash of the last one.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn ujung_audit(&mut self) -> Result<RantaiAudit> {
        let (jumlah, ujung) = on!(self, conn => {
            sqlx::query_as("SELECT nomor, sidik FROM audit_ujung").fetch_one(conn).await?
        });
        Ok(RantaiAudit { jumlah, ujung })
    }

    /// Follows the whole chain, some records at a time, and compares its end with the one that the database keeps apart.
    /// `ujung` is a hash noted earlier, which must still be on the chain.
    ///
    /// # Errors
    /// A database that is away; the outer result. The inner one says where the chain is broken.
    pub async fn verify_audit(
        &mut self,
        ujung: Option<&str>,
    ) -> Result<std::result::Result<RantaiAudit, Masalah>> {
        let mut rantai = RantaiAudit::default();
        let mut bertemu = ujung.is_none_or(str::is_empty);
        loop {
            let bagian = self.list_audit(rantai.jumlah, SEKALI).await?;
            if bagian.is_empty() {
                break;
            }
            for satu in &bagian {
                if let Err(masalah) = rantai.follow(satu) {
                    return Ok(Err(masalah));
                }
                bertemu |= ujung == Some(satu.sidik.as_str());
            }
        }
        let kini: (i64, String) = on!(self, conn => {
            sqlx::query_as("SELECT nomor, sidik FROM audit_ujung").fetch_one(conn).await?
        });
        let masalah = |nomor: i64, apa: String| Ok(Err(Masalah { nomor, apa }));
        if (rantai.jumlah, rantai.ujung.as_str()) != (kini.0, kini.1.as_str()) {
            return masalah(
                rantai.jumlah.saturating_add(1),
                format!(
                    "catatan terakhir hilang: rantai berhenti pada nomor {}, padahal ujungnya nomor {}",
                    rantai.jumlah, kini.0
                ),
            );
        }
        if !bertemu {
            return masalah(
                rantai.jumlah,
                "sidik yang dicatat dahulu tidak ada lagi di rantai ini".to_owned(),
            );
        }
        Ok(Ok(rantai))
    }
}

/// Hexadecimal text.
pub(crate) fn hex(bita: &[u8]) -> String {
    bita.iter().map(|satu| format!("{satu:02x}")).collect()
}

impl From<Masalah> for Error {
    fn from(masalah: Masalah) -> Self {
        Self::Rusak(format!(
            "rantai audit rusak pada nomor {}: {}",
            masalah.nomor, masalah.apa
        ))
    }
}
