//! Units as they are read: the tree of a day, what a unit was, who held its posts.

use std::collections::{BTreeMap, BTreeSet};

use store::{Pejabat, Unit, VersiUnit};

use crate::error::Result;
use crate::peran::Tindakan;
use crate::{App, Pelaku};

/// A unit in the tree of a day.
#[derive(Debug, Clone)]
pub struct UnitPohon {
    /// The unit as it is on that day.
    pub unit: Unit,
    /// How many units of the list are above it.
    pub dalam: usize,
}

/// Who signs for a post on a day.
#[derive(Debug, Clone)]
pub struct PenandaTangan {
    /// The post.
    pub jabatan: String,
    /// Who; none where nobody holds it on that day.
    pub pejabat: Option<Pejabat>,
}

impl App {
    /// The units at which a person may do something, as the tree of a day: each above those below it, else by name.
    ///
    /// # Errors
    /// A day that is none.
    pub async fn pohon_unit(
        &self,
        pelaku: &Pelaku,
        tindakan: Tindakan,
        hari: &str,
    ) -> Result<Vec<UnitPohon>> {
        let hari = super::unit::hari_sah(hari)?;
        let mut tx = self.store.read().await?;
        let kini: BTreeSet<String> = tx
            .list_unit(&self.hari_ini())
            .await?
            .into_iter()
            .map(|unit| unit.unit)
            .collect();
        let boleh: BTreeSet<String> = self
            .unit_yang_boleh(&mut tx, pelaku, tindakan)
            .await?
            .into_iter()
            .map(|unit| unit.unit)
            .collect();
        let mut daftar = Vec::new();
        for unit in tx.list_unit(&hari).await? {
            let termasuk = boleh.contains(&unit.unit)
                || (!kini.contains(&unit.unit)
                    && self
                        .putuskan(&mut tx, pelaku, tindakan, &unit.unit)
                        .await?
                        .boleh);
            if termasuk {
                daftar.push(unit);
            }
        }
        Ok(susun(&daftar))
    }

    /// All versions of a unit, in the order in which they were recorded.
    ///
    /// # Errors
    /// No permission, or no such unit.
    pub async fn riwayat_unit(&self, pelaku: &Pelaku, unit: &str) -> Result<Vec<VersiUnit>> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        let riwayat = self.store.read().await?.riwayat_unit(unit).await?;
        if riwayat.is_empty() {
            return Err(store::Error::TidakAda("unit".to_owned()).into());
        }
        Ok(riwayat)
    }

    /// Who held the posts of a unit, in order of time; withdrawn records are left out.
    ///
    /// # Errors
    /// No permission.
    pub async fn daftar_pejabat(&self, pelaku: &Pelaku, unit: &str) -> Result<Vec<Pejabat>> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        Ok(self.store.read().await?.pejabat_unit(unit).await?)
    }

    /// Who signs on a day, for every post that the unit ever had.
    ///
    /// # Errors
    /// No permission, or a day that is none.
    pub async fn daftar_penanda_tangan(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        hari: &str,
    ) -> Result<Vec<PenandaTangan>> {
        let hari = super::unit::hari_sah(hari)?;
        let daftar = self.daftar_pejabat(pelaku, unit).await?;
        let jabatan: BTreeSet<&str> = daftar.iter().map(|satu| satu.jabatan.as_str()).collect();
        let mut hasil = Vec::new();
        for satu in jabatan {
            hasil.push(PenandaTangan {
                jabatan: satu.to_owned(),
                pejabat: self.penanda_tangan(unit, satu, &hari).await?,
            });
        }
        Ok(hasil)
    }
}

/// Units in the order of their tree. One whose parent is not in the list stands at the top.
fn susun(daftar: &[Unit]) -> Vec<UnitPohon> {
    let ada: BTreeSet<&str> = daftar.iter().map(|unit| unit.unit.as_str()).collect();
    // Backwards, for the last one laid on the stack is taken first.
    let mut anak: BTreeMap<Option<&str>, Vec<&Unit>> = BTreeMap::new();
    for unit in daftar.iter().rev() {
        let induk = unit.induk.as_deref().filter(|induk| ada.contains(induk));
        anak.entry(induk).or_default().push(unit);
    }
    let puncak = anak.remove(&None).unwrap_or_default();
    let mut tumpuk: Vec<(&Unit, usize)> = puncak.into_iter().map(|unit| (unit, 0)).collect();
    let mut hasil = Vec::new();
    while let Some((unit, dalam)) = tumpuk.pop() {
        let di_bawah = anak.remove(&Some(unit.unit.as_str())).unwrap_or_default();
        let dalam_anak = dalam.saturating_add(1);
        tumpuk.extend(di_bawah.into_iter().map(|satu| (satu, dalam_anak)));
        hasil.push(UnitPohon {
            unit: unit.clone(),
            dalam,
        });
    }
    hasil
}
