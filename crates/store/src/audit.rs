//! The audit: append-only, each record tied to the one before by a hash.
//!
//! A record knows a person by an opaque id only, so that what is personal can be erased and the chain still holds.
//! [`verify_chain`] needs the records alone, not the database.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sqlx::FromRow;

use crate::Waktu;
use crate::connection::{Tx, on};
use crate::error::{Error, Result};

/// What is to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jejak {
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

/// What a whole chain comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// Follows a chain from its first record. `ujung` is a hash noted earlier, which must still be on it.
///
/// # Errors
/// The first place where the chain does not hold.
pub fn verify_chain(
    rekaman: impl IntoIterator<Item = Rekaman>,
    ujung: Option<&str>,
) -> std::result::Result<RantaiAudit, Masalah> {
    let mut rantai = RantaiAudit {
        jumlah: 0,
        ujung: String::new(),
    };
    let mut bertemu = ujung.is_none_or(str::is_empty);
    for satu in rekaman {
        let nomor = rantai.jumlah.saturating_add(1);
        let masalah = |apa: &str| Masalah {
            nomor,
            apa: apa.to_owned(),
        };
        if satu.nomor != nomor {
            return Err(masalah(&format!(
                "catatan nomor {nomor} tidak ada; yang berikutnya bernomor {}",
                satu.nomor
            )));
        }
        if satu.sebelum != rantai.ujung {
            return Err(masalah("tidak bersambung dengan catatan sebelumnya"));
        }
        if satu.hitung_sidik() != satu.sidik {
            return Err(masalah("isinya tidak sesuai dengan sidiknya"));
        }
        bertemu = bertemu || ujung == Some(satu.sidik.as_str());
        rantai.jumlah = nomor;
        rantai.ujung = satu.sidik;
    }
    if bertemu {
        Ok(rantai)
    } else {
        Err(Masalah {
            nomor: rantai.jumlah,
            apa: "sidik yang dicatat dahulu tidak ada lagi di rantai ini".to_owned(),
        })
    }
}

impl Tx {
    pub(crate) async fn append_audit(&mut self, jejak: &Jejak) -> Result<()> {
        let (nomor, sebelum): (i64, String) = on!(self, conn => {
            sqlx::query_as("UPDATE audit_ujung SET nomor = nomor + 1 WHERE satu = 1 RETURNING nomor, sidik")
                .fetch_one(conn)
                .await?
        });
        let mut rekaman = Rekaman {
            nomor,
            pada: jejak.pada,
            pelaku: jejak.pelaku.clone(),
            tindakan: jejak.tindakan.clone(),
            unit: jejak.unit.clone(),
            objek: jejak.objek.clone(),
            hasil: jejak.hasil.clone(),
            rincian: jejak.rincian.clone(),
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

    /// The newest records before `sebelum` that fit, newest first; an empty word fits all.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn search_audit(
        &mut self,
        unit: &str,
        pelaku: &str,
        objek: &str,
        sebelum: i64,
        banyak: i64,
    ) -> Result<Vec<Rekaman>> {
        let daftar = on!(self, conn => {
            sqlx::query_as(
                "SELECT * FROM audit WHERE nomor < $4 AND ($1 = '' OR unit = $1) AND ($2 = '' OR pelaku = $2)
                   AND ($3 = '' OR objek = $3) ORDER BY nomor DESC LIMIT $5",
            )
            .bind(unit)
            .bind(pelaku)
            .bind(objek)
            .bind(sebelum)
            .bind(banyak)
            .fetch_all(conn)
            .await?
        });
        Ok(daftar)
    }

    /// Follows the whole chain and compares its end with the one that the database keeps apart.
    ///
    /// # Errors
    /// A database that is away; the outer result. The inner one says where the chain is broken.
    pub async fn verify_audit(
        &mut self,
        ujung: Option<&str>,
    ) -> Result<std::result::Result<RantaiAudit, Masalah>> {
        let rekaman = self.list_audit(0, i64::MAX).await?;
        let kini: (i64, String) = on!(self, conn => {
            sqlx::query_as("SELECT nomor, sidik FROM audit_ujung").fetch_one(conn).await?
        });
        Ok(verify_chain(rekaman, ujung).and_then(|rantai| {
            if (rantai.jumlah, rantai.ujung.as_str()) == (kini.0, kini.1.as_str()) {
                Ok(rantai)
            } else {
                Err(Masalah {
                    nomor: rantai.jumlah.saturating_add(1),
                    apa: format!(
                        "catatan terakhir hilang: rantai berhenti pada nomor {}, padahal ujungnya nomor {}",
                        rantai.jumlah, kini.0
                    ),
                })
            }
        }))
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
