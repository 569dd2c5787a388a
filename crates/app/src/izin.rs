//! Permission: grants from the unit upwards, explicit denials win, and the answer says why.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use store::{Hak, Hari, Peristiwa, Tx, Unit};

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
    /// Names of the units that were looked at: the unit, the one above it, and so on to the top.
    pub jalan: Vec<String>,
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
    /// First day.
    pub dari: Hari,
    /// Last day; none where it has no end.
    pub sampai: Option<Hari>,
    /// Why it was given.
    pub alasan: String,
    /// How far up it was given: 0 at the unit itself, 1 at the one above.
    pub jarak: usize,
}

impl Putusan {
    /// One sentence about the person who was asked about, whatever the answer.
    #[must_use]
    pub fn penjelasan(&self) -> String {
        let apa = self.tindakan.sebutan();
        let penentu = |tolak: bool| {
            self.sebab
                .iter()
                .filter(move |sebab| sebab.menentukan && sebab.tolak == tolak)
                .min_by_key(|sebab| sebab.jarak)
        };
        if self.boleh {
            return match penentu(false) {
                Some(beri) => format!(
                    "Dapat {apa}: peran {} diberikan di {}",
                    beri.peran.sebutan(),
                    beri.unit
                ),
                None => format!("Dapat {apa}"),
            };
        }
        match penentu(true) {
            Some(tolak) => format!(
                "Tidak dapat {apa}: peran {} ditolak secara khusus di {}",
                tolak.peran.sebutan(),
                tolak.unit
            ),
            None => format!(
                "Tidak dapat {apa}: tidak ada peran {} di unit ini maupun di atasnya",
                self.peran_yang_dapat()
            ),
        }
    }

    fn peran_yang_dapat(&self) -> String {
        let peran: Vec<_> = self
            .tindakan
            .peran()
            .iter()
            .map(|peran| peran.sebutan())
            .collect();
        peran.join(" atau ")
    }

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
        format!(
            "Anda tidak dapat {apa} di {}: diperlukan peran {}",
            if self.unit.is_empty() {
                "unit ini"
            } else {
                &self.unit
            },
            self.peran_yang_dapat()
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
        let pohon = self.pohon_dengan(tx, unit).await?;
        let leluhur = leluhur(&induk(&pohon), unit);
        let hari = self.zona_di(&pohon, unit).hari(self.kini());
        let hak = tx.hak_orang(&pelaku.orang, &hari).await?;
        let nama = |id: &str| {
            pohon
                .iter()
                .find(|unit| unit.unit == id)
                .map(|unit| unit.nama.clone())
                .unwrap_or_default()
        };
        let mut sebab: Vec<Sebab> = hak
            .iter()
            .filter_map(|hak| {
                Some(Sebab {
                    jarak: leluhur.iter().position(|satu| *satu == hak.unit)?,
                    peran: Peran::dari_kata(&hak.peran)?,
                    unit: nama(&hak.unit),
                    tolak: hak.tolak == 1,
                    menentukan: false,
                    dari: hak.dari.clone(),
                    sampai: hak.sampai.clone(),
                    alasan: hak.alasan.clone(),
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
            jalan: leluhur.iter().map(|unit| nama(unit)).collect(),
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
        let pohon = self.pohon_dengan(tx, unit).await?;
        let leluhur = leluhur(&induk(&pohon), unit);
        let hari = self.zona_di(&pohon, unit).hari(self.kini());
        let hak = tx.hak_orang(&pelaku.orang, &hari).await?;
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

    /// Everything that the person may do at some unit; for a menu.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn tindakan_di_mana_pun(&self, pelaku: &Pelaku) -> Result<BTreeSet<Tindakan>> {
        let mut tx = self.store.read().await?;
        if pelaku.adalah_sistem() {
            return Ok(Tindakan::SEMUA.into_iter().collect());
        }
        let mut unit = BTreeSet::new();
        for hak in tx.riwayat_hak_orang(&pelaku.orang).await? {
            if hak.dicabut.is_none() && hak.tolak == 0 {
                unit.insert(hak.unit);
            }
        }
        // A role counts at its unit or nowhere: what denies it there denies it below too.
        let mut boleh = BTreeSet::new();
        for satu in unit {
            boleh.extend(self.tindakan_yang_boleh(&mut tx, pelaku, &satu).await?);
        }
        Ok(boleh)
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
        let pohon = tx.list_unit(&self.hari_ini()).await?;
        // Where the day differs by zone, so do the grants that hold.
        let mut hak: BTreeMap<Hari, Vec<Hak>> = BTreeMap::new();
        for zona in self.daftar_zona().iter().chain([&self.zona_bawaan()]) {
            if let Entry::Vacant(baru) = hak.entry(zona.hari(self.kini())) {
                let berlaku = tx.hak_orang(&pelaku.orang, baru.key()).await?;
                baru.insert(berlaku);
            }
        }
        let induk = induk(&pohon);
        let zona: BTreeMap<&str, Hari> = pohon
            .iter()
            .filter_map(|satu| Some((satu.unit.as_str(), satu.zona.as_deref()?)))
            .map(|(unit, kata)| (unit, self.zona_bernama(kata).hari(self.kini())))
            .collect();
        let hari_bawaan = self.hari_ini();
        let boleh = |unit: &str| {
            let leluhur = leluhur(&induk, unit);
            let hari = leluhur.iter().find_map(|satu| zona.get(satu));
            let Some(hak) = hak.get(hari.unwrap_or(&hari_bawaan)) else {
                return false;
            };
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
pub(crate) fn induk(pohon: &[Unit]) -> BTreeMap<&str, &str> {
    pohon
        .iter()
        .filter_map(|satu| Some((satu.unit.as_str(), satu.induk.as_deref()?)))
        .collect()
}

/// The unit itself and everything above it.
pub(crate) fn leluhur<'a>(induk: &BTreeMap<&'a str, &'a str>, unit: &'a str) -> Vec<&'a str> {
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
