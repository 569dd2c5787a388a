//! Permission: grants from the unit upwards, explicit denials win, and the answer says why.

use std::collections::{BTreeMap, BTreeSet};

use store::{Peristiwa, Tx, Unit};

use crate::error::{Error, Result};
use crate::peran::{Peran, Tindakan};
use crate::{App, Pelaku};

/// Whether something may be done, and from what that follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Putusan {
    /// What was asked for.
    pub tindakan: Tindakan,
    /// Name of the unit; empty where the unit does not exist.
    pub unit: String,
    /// The answer.
    pub boleh: bool,
    /// Every grant and denial that was looked at.
    pub sebab: Vec<Sebab>,
}

/// A grant or denial, and what it did to the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sebab {
    /// The role.
    pub peran: Peran,
    /// Name of the unit at which it was given.
    pub unit: String,
    /// Whether it denies.
    pub tolak: bool,
    /// Whether it decided.
    pub menentukan: bool,
    /// Last day; none where it has no end.
    pub sampai: Option<String>,
}

impl Putusan {
    /// One sentence for the person who asked.
    #[must_use]
    pub fn ringkas(&self) -> String {
        let apa = self.tindakan.sebutan();
        if let Some(tolak) = self
            .sebab
            .iter()
            .find(|sebab| sebab.tolak && sebab.menentukan)
        {
            return format!(
                "Anda tidak dapat {apa} di {}: peran {} ditolak secara khusus di {}",
                self.unit,
                tolak.peran.sebutan(),
                tolak.unit
            );
        }
        let peran: Vec<_> = self
            .tindakan
            .peran()
            .iter()
            .map(|peran| peran.sebutan())
            .collect();
        format!(
            "Anda tidak dapat {apa} di {}: diperlukan peran {}",
            if self.unit.is_empty() {
                "unit ini"
            } else {
                &self.unit
            },
            peran.join(" atau ")
        )
    }
}

impl App {
    /// Decides, without a trace; for pages that show what a person may.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn putuskan(
        &self,
        tx: &mut Tx,
        pelaku: &Pelaku,
        tindakan: Tindakan,
        unit: &str,
    ) -> Result<Putusan> {
        let hari = self.hari_ini();
        let pohon = tx.list_unit(&hari).await?;
        let hak = tx.hak_orang(&pelaku.orang, &hari).await?;
        let leluhur = leluhur(&induk(&pohon), unit);
        let nama = |id: &str| {
            pohon
                .iter()
                .find(|unit| unit.unit == id)
                .map(|unit| unit.nama.clone())
                .unwrap_or_default()
        };
        let mut sebab: Vec<Sebab> = hak
            .iter()
            .filter(|hak| leluhur.contains(&hak.unit.as_str()))
            .filter_map(|hak| {
                Some(Sebab {
                    peran: Peran::dari_kata(&hak.peran)?,
                    unit: nama(&hak.unit),
                    tolak: hak.tolak == 1,
                    menentukan: false,
                    sampai: hak.sampai.clone(),
                })
            })
            .collect();
        let ditolak: Vec<Peran> = sebab
            .iter()
            .filter(|sebab| sebab.tolak)
            .map(|sebab| sebab.peran)
            .collect();
        let mut boleh = pelaku.adalah_sistem();
        for satu in &mut sebab {
            if !satu.peran.boleh(tindakan) {
                continue;
            }
            // A denial of the same role, wherever on the way up it stands, outranks the grant.
            satu.menentukan = satu.tolak || !ditolak.contains(&satu.peran);
            boleh |= !satu.tolak && satu.menentukan;
        }
        Ok(Putusan {
            tindakan,
            unit: nama(unit),
            boleh,
            sebab,
        })
    }

    /// Decides; a refusal is recorded and returned as an error.
    ///
    /// # Errors
    /// [`Error::Ditolak`], or a database that is away.
    pub async fn wajib_boleh(&self, pelaku: &Pelaku, tindakan: Tindakan, unit: &str) -> Result<()> {
        let mut tx = self.store.read().await?;
        let putusan = self.putuskan(&mut tx, pelaku, tindakan, unit).await?;
        drop(tx);
        if putusan.boleh {
            return Ok(());
        }
        let peristiwa = Peristiwa {
            hasil: "ditolak".to_owned(),
            ..self.peristiwa(
                pelaku,
                "izin",
                unit,
                format!("{tindakan:?}"),
                putusan.ringkas(),
            )
        };
        self.store.write().await?.commit(&[peristiwa]).await?;
        Err(Error::Ditolak(putusan))
    }

    /// Everything that the person may do at a unit; for pages that show only what leads somewhere.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn tindakan_yang_boleh(
        &self,
        tx: &mut Tx,
        pelaku: &Pelaku,
        unit: &str,
    ) -> Result<BTreeSet<Tindakan>> {
        let hari = self.hari_ini();
        let pohon = tx.list_unit(&hari).await?;
        let hak = tx.hak_orang(&pelaku.orang, &hari).await?;
        let leluhur = leluhur(&induk(&pohon), unit);
        let kena = |tolak: i64| {
            hak.iter()
                .filter(|hak| hak.tolak == tolak && leluhur.contains(&hak.unit.as_str()))
                .filter_map(|hak| Peran::dari_kata(&hak.peran))
                .collect::<Vec<_>>()
        };
        let ditolak = kena(1);
        let peran: Vec<_> = kena(0)
            .into_iter()
            .filter(|peran| !ditolak.contains(peran))
            .collect();
        Ok(Tindakan::SEMUA
            .into_iter()
            .filter(|tindakan| {
                pelaku.adalah_sistem() || peran.iter().any(|peran| peran.boleh(*tindakan))
            })
            .collect())
    }

    /// Units on which the person may do this, by name.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn unit_yang_boleh(
        &self,
        tx: &mut Tx,
        pelaku: &Pelaku,
        tindakan: Tindakan,
    ) -> Result<Vec<Unit>> {
        let hari = self.hari_ini();
        let pohon = tx.list_unit(&hari).await?;
        let hak = tx.hak_orang(&pelaku.orang, &hari).await?;
        let induk = induk(&pohon);
        let boleh = |unit: &str| {
            let leluhur = leluhur(&induk, unit);
            let kena = |tolak: i64| {
                hak.iter()
                    .filter(|hak| hak.tolak == tolak && leluhur.contains(&hak.unit.as_str()))
                    .filter_map(|hak| Peran::dari_kata(&hak.peran))
                    .filter(|peran| peran.boleh(tindakan))
                    .collect::<Vec<_>>()
            };
            let ditolak = kena(1);
            kena(0).iter().any(|peran| !ditolak.contains(peran))
        };
        Ok(pohon
            .iter()
            .filter(|unit| pelaku.adalah_sistem() || boleh(&unit.unit))
            .cloned()
            .collect())
    }
}

/// Every unit that has a unit above it, with that unit.
fn induk(pohon: &[Unit]) -> BTreeMap<&str, &str> {
    pohon
        .iter()
        .filter_map(|satu| Some((satu.unit.as_str(), satu.induk.as_deref()?)))
        .collect()
}

/// The unit itself and everything above it.
fn leluhur<'a>(induk: &BTreeMap<&'a str, &'a str>, unit: &'a str) -> Vec<&'a str> {
    let mut jalan = vec![unit];
    let mut kini = unit;
    while let Some(atas) = induk.get(kini) {
        // The store refuses loops; this holds even if one got in.
        if jalan.contains(atas) {
            break;
        }
        jalan.push(atas);
        kini = atas;
    }
    jalan
}
