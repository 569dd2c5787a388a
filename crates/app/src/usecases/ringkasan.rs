//! A year at a glance, kept beside its cells so that a page over a thousand offices reads no cell (docs/decisions/0014).

use kinerja::hasil::StatusCapaian;
use kinerja::{DaftarFakta, Fakta, Kode};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};
use store::{Ringkasan, RingkasanUkur, SETAHUN, Tx};

use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::{App, Pelaku};

use super::TahunDibaca;

/// Form of what is kept; raised when the summary or a formula behind it changes, so that older summaries are made anew.
const BENTUK: u32 = 1;
/// Ten-thousandths: what summaries are sorted by.
const SEPULUH_RIBU: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// A value as the report shows it, with the code of its fakta; "–" for a gap.
pub type NilaiTampil = (String, String);

/// An indicator at a glance; values as the report shows them, "–" for a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingkasanIndikator {
    /// "IKM"
    pub kode: String,
    /// Full name.
    pub nama: String,
    /// Target, realisasi, capaian: text and code of the fakta.
    pub target: NilaiTampil,
    /// As `target`.
    pub realisasi: NilaiTampil,
    /// As `target`.
    pub capaian: NilaiTampil,
    /// How it stands against its target.
    #[serde(skip)]
    pub keadaan: KeadaanCapaian,
    /// Months whose respondents are below the minimum.
    pub bulan_kurang: Vec<String>,
    /// Capaian in ten-thousandths, for sorting.
    #[serde(skip)]
    urut: Option<i64>,
}

/// How an indicator stands against its target.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeadaanCapaian {
    /// Better than the target.
    Melampaui,
    /// Exactly the target.
    Tercapai,
    /// Short of the target.
    DiBawah,
    /// A value is missing.
    #[default]
    TakTerukur,
}

/// A year at a glance.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingkasanTahun {
    /// The indicators.
    #[serde(skip)]
    pub indikator: Vec<RingkasanIndikator>,
    /// Mean capaian.
    pub capaian: Option<NilaiTampil>,
    /// Pagu, realisasi and absorption of the year: text and code.
    pub anggaran: Option<[NilaiTampil; 3]>,
    /// Nilai Kinerja Anggaran.
    pub nka: Option<NilaiTampil>,
    /// IKPA.
    pub ikpa: Option<NilaiTampil>,
    /// Cells that are wrong or missing.
    pub kesalahan: usize,
}

impl KeadaanCapaian {
    const SEMUA: [Self; 4] = [
        Self::Melampaui,
        Self::Tercapai,
        Self::DiBawah,
        Self::TakTerukur,
    ];

    /// Its word in the database.
    #[must_use]
    pub const fn kata(self) -> &'static str {
        match self {
            Self::Melampaui => "melampaui",
            Self::Tercapai => "tercapai",
            Self::DiBawah => "di-bawah",
            Self::TakTerukur => "tak-terukur",
        }
    }

    /// As a page says it.
    #[must_use]
    pub fn sebutan(self) -> &'static str {
        match self {
            Self::Melampaui => StatusCapaian::Melampaui.sebutan(),
            Self::Tercapai => StatusCapaian::Tercapai.sebutan(),
            Self::DiBawah => StatusCapaian::TidakTercapai.sebutan(),
            Self::TakTerukur => "belum dapat diukur",
        }
    }

    /// Whether the target is reached or passed.
    #[must_use]
    pub const fn mencapai(self) -> bool {
        matches!(self, Self::Melampaui | Self::Tercapai)
    }

    pub(super) fn dari_kata(kata: &str) -> Self {
        Self::SEMUA
            .into_iter()
            .find(|satu| satu.kata() == kata)
            .unwrap_or_default()
    }
}

impl From<Option<StatusCapaian>> for KeadaanCapaian {
    fn from(status: Option<StatusCapaian>) -> Self {
        match status {
            Some(StatusCapaian::Melampaui) => Self::Melampaui,
            Some(StatusCapaian::Tercapai) => Self::Tercapai,
            Some(StatusCapaian::TidakTercapai) => Self::DiBawah,
            None => Self::TakTerukur,
        }
    }
}

/// A fakta as the report shows it, with its code.
fn tampil(daftar: &DaftarFakta, kode: &Kode) -> NilaiTampil {
    let teks = daftar
        .get(kode.as_str())
        .and_then(Fakta::tampil)
        .unwrap_or_else(|| "–".to_owned());
    (teks, kode.as_str().to_owned())
}

/// A fakta in ten-thousandths; one beyond all bounds sorts at the end.
fn urut(daftar: &DaftarFakta, kode: &Kode) -> Option<i64> {
    let nilai = daftar.angka(kode.as_str())?;
    let terjauh = if nilai.is_sign_negative() {
        i64::MIN
    } else {
        i64::MAX
    };
    let banyak = nilai.checked_mul(SEPULUH_RIBU);
    Some(banyak.and_then(|n| n.round().to_i64()).unwrap_or(terjauh))
}

fn cacah(banyak: usize) -> i64 {
    i64::try_from(banyak).unwrap_or(i64::MAX)
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
                    keadaan: satu.status.into(),
                    bulan_kurang: satu
                        .survei
                        .iter()
                        .flat_map(|survei| &survei.bulan_di_bawah_minimum)
                        .map(|bulan| kinerja::nama_bulan(*bulan).to_owned())
                        .collect(),
                    urut: urut(daftar, &satu.capaian),
                })
                .collect(),
            capaian: self.kode_capaian().map(|kode| tampil(daftar, kode)),
            anggaran: self
                .kode_anggaran()
                .map(|kode| kode.map(|kode| tampil(daftar, kode))),
            nka: self.kode_nka().map(|kode| tampil(daftar, kode)),
            ikpa: self.kode_ikpa().map(|kode| tampil(daftar, kode)),
            kesalahan: self.kesalahan.len(),
        }
    }

    /// A fakta of the year as the report shows it, with its code.
    #[must_use]
    pub fn nilai(&self, kode: &Kode) -> NilaiTampil {
        tampil(&self.hasil.fakta, kode)
    }

    fn kode_capaian(&self) -> Option<&Kode> {
        self.hasil.rangkuman.as_ref().map(|satu| &satu.rata_capaian)
    }

    fn kode_anggaran(&self) -> Option<[&Kode; 3]> {
        let tahun = self.hasil.tahun;
        let satu = self
            .hasil
            .anggaran
            .iter()
            .find(|satu| satu.tahun == tahun)?;
        Some([&satu.pagu, &satu.realisasi, &satu.penyerapan])
    }

    /// The recorded value, or the recomputed one where none was recorded.
    fn kode_nka(&self) -> Option<&Kode> {
        let tahun = self.hasil.tahun;
        let satu = self.hasil.smart.iter().find(|satu| satu.tahun == tahun)?;
        let tercatat = self.hasil.fakta.angka(satu.tercatat.as_str()).is_some();
        Some(if tercatat {
            &satu.tercatat
        } else {
            &satu.hitung
        })
    }

    fn kode_ikpa(&self) -> Option<&Kode> {
        let tahun = self.hasil.tahun;
        let satu = self.hasil.ikpa.iter().find(|satu| satu.tahun == tahun)?;
        Some(&satu.nilai)
    }

    /// The year at a glance as it is kept.
    fn untuk_disimpan(&self, mesin: String, kini: i64) -> Result<(Ringkasan, Vec<RingkasanUkur>)> {
        let ringkasan = self.ringkasan();
        let daftar = &self.hasil.fakta;
        let banyak = |pilih: fn(KeadaanCapaian) -> bool| {
            let terpilih = ringkasan
                .indikator
                .iter()
                .filter(|satu| pilih(satu.keadaan));
            cacah(terpilih.count())
        };
        let ukur = (1..)
            .zip(&ringkasan.indikator)
            .map(|(urutan, satu)| {
                Ok(RingkasanUkur {
                    periode: SETAHUN.to_owned(),
                    indikator: satu.kode.clone(),
                    urutan,
                    keadaan: satu.keadaan.kata().to_owned(),
                    capaian: satu.urut,
                    isi: json(satu)?,
                })
            })
            .collect::<Result<Vec<_>>>()?;
        let tahun = Ringkasan {
            unit: self.periode.unit.clone(),
            tahun: self.periode.tahun,
            mesin,
            dihitung: kini,
            kesalahan: cacah(self.kesalahan.len()),
            bulan_kurang: cacah(
                ringkasan
                    .indikator
                    .iter()
                    .map(|satu| satu.bulan_kurang.len())
                    .sum(),
            ),
            indikator: cacah(ringkasan.indikator.len()),
            tercapai: banyak(KeadaanCapaian::mencapai),
            di_bawah: banyak(|keadaan| keadaan == KeadaanCapaian::DiBawah),
            tak_terukur: banyak(|keadaan| keadaan == KeadaanCapaian::TakTerukur),
            capaian: self.kode_capaian().and_then(|kode| urut(daftar, kode)),
            penyerapan: self
                .kode_anggaran()
                .and_then(|[.., kode]| urut(daftar, kode)),
            nka: self.kode_nka().and_then(|kode| urut(daftar, kode)),
            ikpa: self.kode_ikpa().and_then(|kode| urut(daftar, kode)),
            isi: json(&ringkasan)?,
        };
        Ok((tahun, ukur))
    }
}

fn json<T: Serialize>(apa: &T) -> Result<String> {
    serde_json::to_string(apa).map_err(|galat| Error::Dalam(galat.to_string()))
}

/// A summary as it was kept; the indicators are their own lines.
pub(super) fn dibaca(isi: &str) -> Result<RingkasanTahun> {
    serde_json::from_str(isi).map_err(|galat| Error::Dalam(format!("ringkasan rusak: {galat}")))
}

fn indikator_dibaca(ukur: &RingkasanUkur) -> Result<RingkasanIndikator> {
    let satu: RingkasanIndikator = serde_json::from_str(&ukur.isi)
        .map_err(|galat| Error::Dalam(format!("ringkasan rusak: {galat}")))?;
    Ok(RingkasanIndikator {
        keadaan: KeadaanCapaian::dari_kata(&ukur.keadaan),
        urut: ukur.capaian,
        ..satu
    })
}

impl App {
    /// Which program and which law compute: a summary of another is made anew.
    pub(super) fn mesin(&self) -> String {
        format!(
            "{}/{BENTUK}/{:016x}",
            env!("CARGO_PKG_VERSION"),
            self.hukum.sidik
        )
    }

    /// Makes the summary of a year anew, in the transaction that changed its cells.
    ///
    /// A year that cannot be read now (a picture is gone from the evidence folder) keeps its stale mark; its entries are saved all the same.
    pub(crate) async fn perbarui_ringkasan(
        &self,
        tx: &mut Tx,
        unit: &str,
        tahun: i64,
    ) -> Result<()> {
        tx.lock_ringkasan(unit, tahun).await?;
        let dibaca = match self.baca(tx, unit, tahun).await {
            Ok(dibaca) => dibaca,
            Err(Error::Store(
                store::Error::Berkas(..) | store::Error::Rusak(_) | store::Error::TidakAda(_),
            )) => return Ok(()),
            Err(lain) => return Err(lain),
        };
        let (ringkasan, ukur) = dibaca.untuk_disimpan(self.mesin(), self.kini())?;
        tx.put_ringkasan(&ringkasan, &ukur).await?;
        Ok(())
    }

    /// Makes the summary of a year anew where it is stale.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn segarkan_ringkasan(&self, unit: &str, tahun: i64) -> Result<()> {
        let mut tx = self.store.write().await?;
        let (basi, mesin) = tx.lock_ringkasan(unit, tahun).await?;
        if basi || mesin != self.mesin() {
            self.perbarui_ringkasan(&mut tx, unit, tahun).await?;
            tx.commit(&[]).await?;
        }
        Ok(())
    }

    /// A year at a glance: as it is kept, or computed where that is stale.
    ///
    /// # Errors
    /// No permission to see the unit, or a year that is not open.
    pub async fn ringkasan_tahun(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
    ) -> Result<RingkasanTahun> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        let mut tx = self.store.read().await?;
        let Some((ringkasan, ukur)) = tx.ringkasan(unit, tahun, &self.mesin()).await? else {
            return Ok(self.baca(&mut tx, unit, tahun).await?.ringkasan());
        };
        Ok(RingkasanTahun {
            indikator: ukur.iter().map(indikator_dibaca).collect::<Result<_>>()?,
            ..dibaca(&ringkasan.isi)?
        })
    }
}
