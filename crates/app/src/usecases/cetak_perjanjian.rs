//! The Perjanjian Kinerja of a year as a file to be signed, for the unit or for one of its sections.

use jiff::civil::Date;
use kinerja::masukan::Masukan;
use laporan::Bahan;
use laporan::perjanjian::{BahanPerjanjian, perjanjian};
use store::Unit;

use super::TahunDibaca;
use super::pihak_perjanjian::PihakPerjanjian;
use super::unit::hari_sah;
use crate::alur::{JenisAlur, Keadaan};
use crate::berkas::{BentukBerkas, tulis_berkas};
use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::{App, Pelaku};

/// Which agreement is wanted, and how.
#[derive(Debug, Clone)]
pub struct CetakPerjanjian {
    /// Id of the section whose agreement it is; none for the unit's own.
    pub seksi: Option<String>,
    /// Day of signing; none for the one in the year's data.
    pub tanggal: Option<String>,
    /// Form of the file.
    pub bentuk: BentukBerkas,
}

/// A file with what it still lacks.
#[derive(Debug, Clone)]
pub struct BerkasCetak {
    /// Name of the file.
    pub nama: String,
    /// Media type.
    pub jenis: &'static str,
    /// Content.
    pub isi: Vec<u8>,
    /// Why it is a draft; empty where nothing is missing.
    pub rumpang: Vec<String>,
}

impl App {
    /// Composes the agreement with the names of whoever held the posts on the day of signing.
    ///
    /// # Errors
    /// No permission to see the unit, a year that is not open, a section that is not the unit's, a day that is none.
    pub async fn cetak_perjanjian(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        cetak: &CetakPerjanjian,
    ) -> Result<BerkasCetak> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        let mut tx = self.store.read().await?;
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        let keadaan = self
            .keadaan(&mut tx, unit, tahun, JenisAlur::Perjanjian)
            .await?
            .0;
        let hari_ini = self.zona_unit(&mut tx, unit).await?.hari(self.kini());
        let anak = tx.list_unit(&hari_ini).await?;
        drop(tx);
        let tanggal = tanggal_perjanjian(&dibaca, cetak.tanggal.as_deref())?;
        let hari = tanggal.map_or(hari_ini, |hari| hari.to_string());
        let satker = &dibaca.masukan.satker;
        let (nama, pihak, baris) = match &cetak.seksi {
            None => {
                let pihak = self.pihak_perjanjian(&dibaca.unit, satker, &hari).await?;
                (nama_unit(&dibaca), pihak, None)
            }
            Some(id) => {
                let seksi = anak
                    .iter()
                    .find(|satu| satu.unit == *id && satu.induk.as_deref() == Some(unit))
                    .ok_or_else(|| {
                        Error::Store(store::Error::TidakAda(
                            "bagian di bawah unit ini".to_owned(),
                        ))
                    })?;
                let pihak = self.pihak_seksi(seksi, &dibaca.unit, satker, &hari).await?;
                let baris = baris_seksi(&dibaca.masukan, seksi);
                (seksi.nama.clone(), pihak, Some(baris))
            }
        };
        let hukum = self.hukum.clone();
        let naskah = self.naskah.clone();
        let bentuk = cetak.bentuk;
        let draf = keadaan != Keadaan::Disahkan;
        let judul = nama.clone();
        // Typesetting takes a good part of a second of a whole core; other requests go on meanwhile.
        let (isi, rumpang) = tokio::task::spawn_blocking(move || -> Result<_> {
            let PihakPerjanjian { pertama, kedua } = pihak;
            let dokumen = perjanjian(&BahanPerjanjian {
                bahan: Bahan {
                    masukan: &dibaca.masukan,
                    hasil: &dibaca.hasil,
                    hukum: &hukum,
                    naskah: &naskah,
                },
                tahun: dibaca.hasil.tahun,
                unit: judul,
                pertama,
                kedua,
                tanggal,
                baris,
                draf,
            })
            .map_err(|galat| Error::Dalam(galat.to_string()))?;
            let rumpang: Vec<String> = laporan::rumpang(&dokumen)
                .into_iter()
                .map(|satu| satu.sebab)
                .collect();
            Ok((tulis_berkas(&dokumen, bentuk)?, rumpang))
        })
        .await
        .map_err(|galat| Error::Dalam(galat.to_string()))??;
        let tx = self.store.write().await?;
        let peristiwa = self.peristiwa(
            pelaku,
            "cetak-perjanjian",
            unit,
            format!("{tahun}/{}", cetak.seksi.as_deref().unwrap_or("unit")),
            format!("{} {}", bentuk.akhiran(), store::sidik_dari(&isi)),
        );
        tx.commit(&[peristiwa]).await?;
        Ok(BerkasCetak {
            nama: nama_berkas(&nama, tahun, bentuk),
            jenis: bentuk.jenis(),
            isi,
            rumpang,
        })
    }
}

/// The name that the office gives itself in its data, or the unit's.
pub(crate) fn nama_unit(dibaca: &TahunDibaca) -> String {
    let satker = dibaca.masukan.satker.nama.trim();
    if satker.is_empty() {
        dibaca.unit.nama.clone()
    } else {
        satker.to_owned()
    }
}

/// The day of signing: as asked for, or as in the year's data.
pub(crate) fn tanggal_perjanjian(
    dibaca: &TahunDibaca,
    diminta: Option<&str>,
) -> Result<Option<Date>> {
    let Some(teks) = diminta.filter(|teks| !teks.trim().is_empty()) else {
        return Ok(dibaca.masukan.satker.tanggal_perjanjian);
    };
    let hari = hari_sah(teks)?;
    hari.parse()
        .map(Some)
        .map_err(|_| Error::Isian(format!("\"{hari}\" bukan tanggal")))
}

/// The lines of the agreement for which the action plan names the section.
pub(crate) fn baris_seksi(masukan: &Masukan, seksi: &Unit) -> Vec<usize> {
    masukan
        .perjanjian
        .iter()
        .enumerate()
        .filter(|(_, baris)| {
            masukan.rencana_aksi.iter().any(|rencana| {
                rencana.milik(baris) && menyebut(&rencana.penanggung_jawab, &seksi.nama)
            })
        })
        .map(|(ke, _)| ke)
        .collect()
}

/// Whether one of the names is the section's, written in full or in part.
fn menyebut(penanggung_jawab: &str, seksi: &str) -> bool {
    let seksi = seksi.trim().to_lowercase();
    penanggung_jawab
        .split([',', ';', '\n'])
        .map(|satu| satu.trim().to_lowercase())
        .filter(|satu| !satu.is_empty() && !seksi.is_empty())
        .any(|satu| satu.contains(&seksi) || seksi.contains(&satu))
}

/// A name that every file system takes.
fn nama_berkas(unit: &str, tahun: i64, bentuk: BentukBerkas) -> String {
    let mut rapi = String::new();
    for huruf in unit.chars() {
        if huruf.is_ascii_alphanumeric() {
            rapi.push(huruf.to_ascii_lowercase());
        } else if !rapi.ends_with('-') {
            rapi.push('-');
        }
    }
    format!(
        "perjanjian-kinerja-{}-{tahun}.{}",
        rapi.trim_matches('-'),
        bentuk.akhiran()
    )
}
