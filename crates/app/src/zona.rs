//! In which time zone a unit lives, and so which day it is there.

use std::collections::BTreeSet;

use store::{Hari, Tx, Unit};

use crate::App;
use crate::error::Result;
use crate::izin::{induk, leluhur};
use crate::waktu::Zona;

impl App {
    /// Today's tree, with the unit and what is above it even where they ended or have not begun: as they were recorded last.
    pub(crate) async fn pohon_dengan(&self, tx: &mut Tx, unit: &str) -> Result<Vec<Unit>> {
        let mut pohon = tx.list_unit(&self.hari_ini()).await?;
        let mut dilihat = BTreeSet::new();
        let mut kini = Some(unit.to_owned());
        while let Some(id) = kini.take().filter(|id| dilihat.insert(id.clone())) {
            kini = match pohon.iter().find(|satu| satu.unit == id) {
                Some(satu) => satu.induk.clone(),
                None => match tx.riwayat_unit(&id).await?.pop() {
                    Some(terakhir) => {
                        let induk = terakhir.induk.clone();
                        pohon.push(terakhir);
                        induk
                    }
                    None => None,
                },
            };
        }
        Ok(pohon)
    }

    /// The time zone of a unit of a tree: its own, or that of the nearest unit above which has one.
    pub(crate) fn zona_di(&self, pohon: &[Unit], unit: &str) -> Zona {
        leluhur(&induk(pohon), unit)
            .into_iter()
            .find_map(|id| {
                let satu = pohon.iter().find(|satu| satu.unit == id)?;
                satu.zona.as_deref()
            })
            .map_or_else(|| self.zona_bawaan(), |kata| self.zona_bernama(kata))
    }

    /// The time zone with this word; the usual one where the law knows it no more.
    pub(crate) fn zona_bernama(&self, kata: &str) -> Zona {
        let mut daftar = self.daftar_zona().into_iter();
        daftar
            .find(|zona| zona.kata == kata)
            .unwrap_or_else(|| self.zona_bawaan())
    }

    /// The time zone of a unit, in which its days begin and its times are shown.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn zona(&self, unit: &str) -> Result<Zona> {
        let mut tx = self.store.read().await?;
        self.zona_unit(&mut tx, unit).await
    }

    /// As [`App::zona`], in a transaction that is open already; looks no further up than it must.
    pub(crate) async fn zona_unit(&self, tx: &mut Tx, unit: &str) -> Result<Zona> {
        let hari = self.hari_ini();
        let mut dilihat = BTreeSet::new();
        let mut kini = Some(unit.to_owned());
        while let Some(id) = kini.take().filter(|id| dilihat.insert(id.clone())) {
            let satu = match tx.unit_on(&id, &hari).await? {
                Some(satu) => Some(satu),
                None => tx.riwayat_unit(&id).await?.pop(),
            };
            if let Some(kata) = satu.as_ref().and_then(|satu| satu.zona.as_deref()) {
                return Ok(self.zona_bernama(kata));
            }
            kini = satu.and_then(|satu| satu.induk);
        }
        Ok(self.zona_bawaan())
    }

    /// The present day at a unit, by which its deadlines, grants and terms of office count.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn hari_ini_di(&self, unit: &str) -> Result<Hari> {
        Ok(self.zona(unit).await?.hari(self.kini()))
    }
}
