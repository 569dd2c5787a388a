//! A year at a glance, and the children of a unit side by side.

use kinerja::{DaftarFakta, Fakta, Kode};
use store::Unit;

use crate::alur::{JenisAlur, Keadaan};
use crate::error::Result;
use crate::peran::Tindakan;
use crate::{App, Pelaku};

use super::TahunDibaca;

/// An indicator at a glance; values as the report shows them, "–" for a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RingkasanIndikator {
    /// "IKM"
    pub kode: String,
    /// Full name.
    pub nama: String,
    /// Target, realisasi, capaian: text and code of the fakta.
    pub target: (String, String),
    /// As `target`.
    pub realisasi: (String, String),
    /// As `target`.
    pub capaian: (String, String),
    /// What the capaian comes to, in words.
    pub status: &'static str,
    /// Months whose respondents are below the minimum.
    pub bulan_kurang: Vec<String>,
}

/// A year at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RingkasanTahun {
    /// The indicators.
    pub indikator: Vec<RingkasanIndikator>,
    /// Pagu, realisasi and absorption of the year: text and code.
    pub anggaran: Option<[(String, String); 3]>,
    /// Cells that are wrong or missing.
    pub kesalahan: usize,
}

/// A child of a unit.
#[derive(Debug, Clone)]
pub struct BarisKonsolidasi {
    /// The child.
    pub unit: Unit,
    /// Where its report stands; none where the year is not open.
    pub laporan: Option<Keadaan>,
    /// Its year at a glance; none where it cannot be seen.
    pub ringkasan: Option<RingkasanTahun>,
}

/// A fakta as the report shows it, with its code.
fn tampil(daftar: &DaftarFakta, kode: &Kode) -> (String, String) {
    let teks = daftar
        .get(kode.as_str())
        .and_then(Fakta::tampil)
        .unwrap_or_else(|| "–".to_owned());
    (teks, kode.as_str().to_owned())
}

impl TahunDibaca {
    /// The year at a glance.
    #[must_use]
    pub fn ringkasan(&self) -> RingkasanTahun {
        let daftar = &self.hasil.fakta;
        RingkasanTahun {
            indikator: self
                .hasil
                .indikator
                .iter()
                .map(|satu| RingkasanIndikator {
                    kode: satu.profil.kode.clone(),
                    nama: satu.profil.nama.clone(),
                    target: tampil(daftar, &satu.target),
                    realisasi: tampil(daftar, &satu.realisasi),
                    capaian: tampil(daftar, &satu.capaian),
                    status: satu
                        .status
                        .map_or("belum dapat diukur", kinerja::hasil::StatusCapaian::sebutan),
                    bulan_kurang: satu
                        .survei
                        .iter()
                        .flat_map(|survei| &survei.bulan_di_bawah_minimum)
                        .map(|bulan| kinerja::nama_bulan(*bulan).to_owned())
                        .collect(),
                })
                .collect(),
            anggaran: self
                .hasil
                .anggaran
                .iter()
                .find(|satu| satu.tahun == self.hasil.tahun)
                .map(|satu| {
                    [&satu.pagu, &satu.realisasi, &satu.penyerapan].map(|kode| tampil(daftar, kode))
                }),
            kesalahan: self.kesalahan.len(),
        }
    }
}

impl App {
    /// The units directly below one, each with its year.
    ///
    /// # Errors
    /// No permission to see the unit.
    pub async fn konsolidasi(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
    ) -> Result<Vec<BarisKonsolidasi>> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        let mut tx = self.store.read().await?;
        let terlihat = self
            .unit_yang_boleh(&mut tx, pelaku, Tindakan::Lihat)
            .await?;
        let mut daftar = Vec::new();
        for anak in terlihat
            .into_iter()
            .filter(|satu| satu.induk.as_deref() == Some(unit))
        {
            let ada = tx.periode(&anak.unit, tahun).await?.is_some();
            let laporan = if ada {
                Some(
                    self.keadaan(&mut tx, &anak.unit, tahun, JenisAlur::Laporan)
                        .await?
                        .0,
                )
            } else {
                None
            };
            let ringkasan = if ada {
                Some(self.baca(&mut tx, &anak.unit, tahun).await?.ringkasan())
            } else {
                None
            };
            daftar.push(BarisKonsolidasi {
                unit: anak,
                laporan,
                ringkasan,
            });
        }
        Ok(daftar)
    }
}
