//! Years: opening one, reading one.

use std::collections::BTreeSet;

use kinerja::Hasil;
use kinerja::masukan::Masukan;
use paket::{Kesalahan, Mentah};
use store::{Periode, Tx, Unit};

use super::definisi;
use crate::error::{Error, Result};
use crate::isi_tahun::{self, Pengisi, Perubahan, Tahun};
use crate::peran::Tindakan;
use crate::waktu::Zona;
use crate::{App, Pelaku};

/// A year of a unit that the person may see.
#[derive(Debug, Clone)]
pub struct TahunUnit {
    /// The unit.
    pub unit: Unit,
    /// The year.
    pub periode: Periode,
}

/// A unit with its years, and what the person may do there.
#[derive(Debug, Clone)]
pub struct TahunSatuUnit {
    /// The unit.
    pub unit: Unit,
    /// Its years, newest first.
    pub periode: Vec<Periode>,
    /// What the person may do.
    pub boleh: BTreeSet<Tindakan>,
    /// Its time zone, in which its days begin and its times are shown.
    pub zona: Zona,
}

/// A year, read and understood as far as it goes.
#[derive(Debug)]
pub struct TahunDibaca {
    /// The unit as it is today.
    pub unit: Unit,
    /// The year.
    pub periode: Periode,
    /// The cells.
    pub isi: Tahun,
    /// What they say.
    pub masukan: Masukan,
    /// What is wrong or missing.
    pub kesalahan: Vec<Kesalahan>,
    /// Where the definitions of the indicators are no longer those that were frozen at the opening of the year.
    pub definisi: Vec<Kesalahan>,
    /// What follows.
    pub hasil: Hasil,
}

impl App {
    /// Opens a year with the sheets that the kind of office needs, and freezes the definitions of its indicators.
    ///
    /// # Errors
    /// No permission, no kind of office, or a year that is open already.
    pub async fn buka_tahun(&self, pelaku: &Pelaku, unit: &str, tahun: i64) -> Result<()> {
        self.wajib_boleh(pelaku, Tindakan::BukaTahun, unit).await?;
        let mut tx = self.store.write().await?;
        let kini = unit_kini(self, &mut tx, unit).await?;
        let profil = kini
            .profil
            .as_deref()
            .and_then(|profil| self.hukum.profil(profil))
            .ok_or_else(|| {
                Error::BelumDapat(
                    "jenis kantor unit ini belum ditetapkan; lengkapi di halaman unit".to_owned(),
                )
            })?;
        let angka = i16::try_from(tahun)
            .ok()
            .filter(|tahun| (2000..=2100).contains(tahun))
            .ok_or_else(|| Error::Isian(format!("{tahun} bukan tahun anggaran")))?;
        let mentah = paket::templat(profil, &self.hukum, angka);
        self.tulis_tahun_baru(&mut tx, pelaku, unit, tahun, &mentah, "pembukaan tahun")
            .await?;
        self.perbarui_ringkasan(&mut tx, unit, tahun).await?;
        let peristiwa = self.peristiwa(pelaku, "buka-tahun", unit, tahun.to_string(), &profil.id);
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// The year as a new period with this content; what that changed.
    pub(crate) async fn tulis_tahun_baru(
        &self,
        tx: &mut Tx,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        mentah: &Mentah,
        alasan: &str,
    ) -> Result<Perubahan> {
        tx.open_periode(unit, tahun, &pelaku.orang, self.kini())
            .await?;
        let beku = self.definisi(mentah);
        tx.freeze_periode(unit, tahun, &beku, &store::sidik_dari(beku.as_bytes()))
            .await?;
        let oleh = Pengisi {
            unit,
            tahun,
            oleh: &pelaku.orang,
            pada: self.kini(),
            alasan,
        };
        let gambar = self.simpan_gambar(tx, &oleh, mentah).await?;
        isi_tahun::write(tx, &oleh, mentah, &gambar).await
    }

    /// Reads a year without asking who wants it.
    pub(crate) async fn baca(&self, tx: &mut Tx, unit: &str, tahun: i64) -> Result<TahunDibaca> {
        let periode = tx.periode(unit, tahun).await?.ok_or_else(|| {
            Error::Store(store::Error::TidakAda(format!("tahun {tahun} di unit ini")))
        })?;
        let unit = unit_kini(self, tx, unit).await?;
        let isi = isi_tahun::read(tx, &unit.unit, tahun).await?;
        let mentah = isi.mentah(|sidik| self.bukti.get(sidik))?;
        let (masukan, kesalahan) = paket::interpret_partly(&mentah, &self.hukum);
        let hasil = kinerja::compute(&masukan, &self.hukum);
        let definisi = definisi::bandingkan(periode.beku.as_deref(), &self.definisi(&mentah));
        Ok(TahunDibaca {
            unit,
            definisi,
            periode,
            isi,
            masukan,
            kesalahan,
            hasil,
        })
    }

    /// Reads a year for a person.
    ///
    /// # Errors
    /// No permission, or a year that is not open.
    pub async fn lihat_tahun(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
    ) -> Result<TahunDibaca> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        let mut tx = self.store.read().await?;
        self.baca(&mut tx, unit, tahun).await
    }

    /// The years of one unit, newest first; none where the person may not see it.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn tahun_unit(&self, pelaku: &Pelaku, unit: &str) -> Result<Option<TahunSatuUnit>> {
        let mut tx = self.store.read().await?;
        let boleh = self.tindakan_yang_boleh(&mut tx, pelaku, unit).await?;
        if !boleh.contains(&Tindakan::Lihat) {
            return Ok(None);
        }
        let zona = self.zona_unit(&mut tx, unit).await?;
        let Some(kini) = tx.unit_on(unit, &zona.hari(self.kini())).await? else {
            return Ok(None);
        };
        Ok(Some(TahunSatuUnit {
            unit: kini,
            periode: tx.list_periode_unit(unit).await?,
            boleh,
            zona,
        }))
    }

    /// The years that a person may see, newest first.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn daftar_tahun(&self, pelaku: &Pelaku) -> Result<Vec<TahunUnit>> {
        let mut tx = self.store.read().await?;
        let unit = self
            .unit_yang_boleh(&mut tx, pelaku, Tindakan::Lihat)
            .await?;
        let periode = tx.list_periode().await?;
        Ok(periode
            .into_iter()
            .filter_map(|periode| {
                let unit = unit.iter().find(|unit| unit.unit == periode.unit)?.clone();
                Some(TahunUnit { unit, periode })
            })
            .collect())
    }
}

pub(crate) async fn unit_kini(app: &App, tx: &mut Tx, unit: &str) -> Result<Unit> {
    let hari = app.zona_unit(tx, unit).await?.hari(app.kini());
    tx.unit_on(unit, &hari)
        .await?
        .ok_or_else(|| Error::Store(store::Error::TidakAda("unit".to_owned())))
}
