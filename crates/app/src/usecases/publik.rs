//! What the public may see, without an account: the newest publication of a unit's year, exactly as it was approved.

use kinerja::{DaftarFakta, Fakta, Hasil, Kode};
use serde::{Deserialize, Serialize};
use store::{BerkasSusunan, Terbitan, Tx};

use super::laporan::{RINGKASAN, sidik_berkas, tidak_ada};
use crate::App;
use crate::alur::{JenisAlur, Keadaan};
use crate::error::{Error, Result};

/// Name of the form of the summary; a change that readers must notice changes it.
const SKEMA: &str = "cermat-terbitan-1";
/// The files that the public gets, in the order of a page.
const BERKAS: [&str; 4] = ["lkjip.pdf", "lkjip.html", "fakta.json", RINGKASAN];

/// A year's results for a citizen; values as the report shows them, with their units.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingkasanPublik {
    /// Name of this form.
    pub skema: String,
    /// The office as its report names it.
    pub kantor: String,
    /// The fiscal year.
    pub tahun: i64,
    /// The indicators.
    pub indikator: Vec<IndikatorPublik>,
    /// Pagu, realisasi and absorption.
    pub anggaran: Option<[String; 3]>,
}

/// An indicator for a citizen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndikatorPublik {
    /// "IKM"
    pub kode: String,
    /// Full name.
    pub nama: String,
    /// Target.
    pub target: String,
    /// Realisasi.
    pub realisasi: String,
    /// Capaian.
    pub capaian: String,
    /// What it comes to, in words.
    pub status: String,
}

/// A publication with its summary.
#[derive(Debug, Clone)]
pub struct TerbitanPublik {
    /// The publication.
    pub terbitan: Terbitan,
    /// The results.
    pub ringkasan: RingkasanPublik,
    /// The files.
    pub berkas: Vec<BerkasSusunan>,
    /// Whether a correction of it is being made.
    pub dikoreksi: bool,
    /// The publications that it replaces, newest first.
    pub sebelumnya: Vec<Terbitan>,
}

/// What is published in a year.
#[derive(Debug, Clone, Default)]
pub struct DaftarPublik {
    /// The years of which something is published, newest first.
    pub semua_tahun: Vec<i64>,
    /// The year that is listed.
    pub tahun: Option<i64>,
    /// Name of the office and its newest publication, by name.
    pub terbitan: Vec<(String, Terbitan)>,
}

impl RingkasanPublik {
    /// Of a computed year.
    pub(crate) fn dari(kantor: &str, hasil: &Hasil) -> Self {
        let daftar = &hasil.fakta;
        Self {
            skema: SKEMA.to_owned(),
            kantor: kantor.to_owned(),
            tahun: i64::from(hasil.tahun),
            indikator: hasil
                .indikator
                .iter()
                .map(|satu| IndikatorPublik {
                    kode: satu.profil.kode.clone(),
                    nama: satu.profil.nama.clone(),
                    target: tampil(daftar, &satu.target),
                    realisasi: tampil(daftar, &satu.realisasi),
                    capaian: tampil(daftar, &satu.capaian),
                    status: satu
                        .status
                        .map_or("belum dapat diukur", kinerja::hasil::StatusCapaian::sebutan)
                        .to_owned(),
                })
                .collect(),
            anggaran: hasil
                .anggaran
                .iter()
                .find(|satu| satu.tahun == hasil.tahun)
                .map(|satu| {
                    [&satu.pagu, &satu.realisasi, &satu.penyerapan].map(|kode| tampil(daftar, kode))
                }),
        }
    }

    pub(crate) fn json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

fn tampil(daftar: &DaftarFakta, kode: &Kode) -> String {
    daftar
        .get(kode.as_str())
        .and_then(Fakta::tampil_bersatuan)
        .unwrap_or_else(|| "belum tersedia".to_owned())
}

impl App {
    /// What is published in a year, or in the newest one.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn daftar_publik(&self, tahun: Option<i64>) -> Result<DaftarPublik> {
        let mut tx = self.store.read().await?;
        let semua_tahun = tx.tahun_terbitan().await?;
        let Some(tahun) = tahun.or_else(|| semua_tahun.first().copied()) else {
            return Ok(DaftarPublik::default());
        };
        let unit = tx.list_unit(&self.hari_ini()).await?;
        let mut terbitan = Vec::new();
        for satu in tx.list_terbitan_tahun(tahun).await? {
            let kini = unit.iter().find(|unit| unit.unit == satu.unit);
            let nama = match kini {
                Some(unit) => unit.nama.clone(),
                // An office that was closed keeps what it published.
                None => tx
                    .riwayat_unit(&satu.unit)
                    .await?
                    .pop()
                    .map(|unit| unit.nama)
                    .unwrap_or_default(),
            };
            terbitan.push((nama, satu));
        }
        terbitan.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(DaftarPublik {
            semua_tahun,
            tahun: Some(tahun),
            terbitan,
        })
    }

    /// The newest publication of a unit's year.
    ///
    /// # Errors
    /// Nothing was published.
    pub async fn lihat_publik(&self, unit: &str, tahun: i64) -> Result<TerbitanPublik> {
        let mut tx = self.store.read().await?;
        let (terbitan, sebelumnya, berkas) = terbitan_kini(&mut tx, unit, tahun).await?;
        let ringkasan = berkas
            .iter()
            .find(|satu| satu.nama == RINGKASAN)
            .ok_or_else(tidak_ada)?;
        let ringkasan = serde_json::from_slice(&self.bukti.get(&ringkasan.sidik)?)
            .map_err(|galat| Error::Dalam(galat.to_string()))?;
        let (keadaan, _) = self
            .keadaan(&mut tx, unit, tahun, JenisAlur::Laporan)
            .await?;
        let berkas = BERKAS
            .iter()
            .filter_map(|nama| berkas.iter().find(|satu| satu.nama == *nama).cloned())
            .collect();
        Ok(TerbitanPublik {
            terbitan,
            ringkasan,
            berkas,
            dikoreksi: keadaan != Keadaan::Diterbitkan,
            sebelumnya,
        })
    }

    /// A file of the newest publication of a unit's year, the bytes that were approved.
    ///
    /// # Errors
    /// Nothing was published, a file that is not for the public, bytes that changed.
    pub async fn berkas_publik(
        &self,
        unit: &str,
        tahun: i64,
        nama: &str,
    ) -> Result<(BerkasSusunan, Vec<u8>)> {
        let mut tx = self.store.read().await?;
        let (_, _, berkas) = terbitan_kini(&mut tx, unit, tahun).await?;
        let berkas = berkas
            .into_iter()
            .find(|satu| satu.nama == nama && BERKAS.contains(&nama))
            .ok_or_else(tidak_ada)?;
        let isi = self.bukti.get(&berkas.sidik)?;
        Ok((berkas, isi))
    }
}

/// The newest publication, those before it, and its files, held against the hash that was approved.
async fn terbitan_kini(
    tx: &mut Tx,
    unit: &str,
    tahun: i64,
) -> Result<(Terbitan, Vec<Terbitan>, Vec<BerkasSusunan>)> {
    let mut semua = tx.list_terbitan(unit, tahun).await?.into_iter();
    let kini = semua.next().ok_or_else(|| {
        Error::Store(store::Error::TidakAda(
            "laporan yang diterbitkan".to_owned(),
        ))
    })?;
    let berkas = tx.list_berkas_susunan(&kini.susunan).await?;
    if sidik_berkas(&berkas) != kini.sidik {
        return Err(Error::Store(store::Error::Rusak(
            "daftar berkas laporan tidak lagi sama dengan yang disahkan".to_owned(),
        )));
    }
    Ok((kini, semua.collect(), berkas))
}
