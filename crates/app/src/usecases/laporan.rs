//! The report of a year as files: composed, checked, written, kept by the hash of their content.

use std::sync::Mutex;

use periksa::Temuan;
use store::{BerkasSusunan, Susunan};
use tokio::runtime::Handle;

use super::publik::RingkasanPublik;
use super::rincian::RincianSusunan;
use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::susun::{Henti, TahapSusun, berkas_bertahap, susun_bertahap};
use crate::{App, Pelaku, id_baru};

use super::bukti::BERKAS;

/// Name of the file with the summary for the public.
pub(crate) const RINGKASAN: &str = "ringkasan.json";

/// A report with what was found in it.
#[derive(Debug)]
pub struct HasilLaporan {
    /// Id of the composition, under which its files are kept.
    pub susunan: String,
    /// The files: name and content.
    pub berkas: Vec<(&'static str, Vec<u8>)>,
    /// The findings.
    pub temuan: Vec<Temuan>,
    /// Gaps that the draft shows.
    pub rumpang: usize,
}

/// Which report is wanted, and by which job.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Permintaan<'a> {
    pub(crate) unit: &'a str,
    pub(crate) tahun: i64,
    pub(crate) akhir: bool,
    /// The job that is told of the progress and ends with the report; none where somebody waits for it.
    pub(crate) pekerjaan: Option<&'a str>,
}

impl App {
    /// Composes the report of a year and keeps its files.
    ///
    /// # Errors
    /// No permission; for a final report a gap or a binding finding.
    pub async fn buat_laporan(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        akhir: bool,
    ) -> Result<HasilLaporan> {
        let minta = Permintaan {
            unit,
            tahun,
            akhir,
            pekerjaan: None,
        };
        self.susun_dan_simpan(pelaku, &minta)
            .await
            .map_err(|henti| match henti {
                Henti::Batal => Error::BelumDapat("penyusunan dibatalkan".to_owned()),
                Henti::Galat(galat) => galat,
            })
    }

    /// The one way to a report: permission, reading, composing, writing, keeping, and the end of its job in the same transaction.
    pub(crate) async fn susun_dan_simpan(
        &self,
        pelaku: &Pelaku,
        minta: &Permintaan<'_>,
    ) -> std::result::Result<HasilLaporan, Henti> {
        let Permintaan {
            unit, tahun, akhir, ..
        } = *minta;
        self.wajib_boleh(pelaku, Tindakan::SusunLaporan, unit)
            .await?;
        if !self
            .catat_tahap(minta.pekerjaan, TahapSusun::Membaca)
            .await?
        {
            return Err(Henti::Batal);
        }
        let mut tx = self.store.read().await?;
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        drop(tx);
        if akhir && !dibaca.kesalahan.is_empty() {
            return Err(Error::Paket(dibaca.kesalahan).into());
        }
        let isi = dibaca.isi.sidik(|_| true);
        let app = self.clone();
        let pekerjaan = minta.pekerjaan.map(str::to_owned);
        let tangan = Handle::current();
        // Composing and typesetting take a whole core for a while; other requests go on meanwhile.
        let kerja = move || -> std::result::Result<_, Henti> {
            let galat = Mutex::new(None);
            let lanjut = |tahap| match tangan.block_on(app.catat_tahap(pekerjaan.as_deref(), tahap))
            {
                Ok(lanjut) => lanjut,
                Err(sebab) => {
                    if let Ok(mut galat) = galat.lock() {
                        galat.replace(sebab);
                    }
                    false
                }
            };
            let susun = || -> std::result::Result<_, Henti> {
                let susunan =
                    susun_bertahap(&dibaca.masukan, &app.hukum, &app.naskah, akhir, &lanjut)
                        .ok_or(Henti::Batal)??;
                let berkas = berkas_bertahap(&susunan, &dibaca.masukan.satker.nama, &lanjut)?;
                if !lanjut(TahapSusun::Menyimpan) {
                    return Err(Henti::Batal);
                }
                let ringkasan = RingkasanPublik::dari(&dibaca.masukan.satker.nama, &susunan.hasil);
                Ok((susunan, berkas, ringkasan.json().into_bytes()))
            };
            let hasil = susun();
            // A database that is away is no cancellation.
            let sebab = galat.into_inner().ok().flatten();
            let (susunan, berkas, ringkasan) = match (hasil, sebab) {
                (Err(Henti::Batal), Some(sebab)) => return Err(Henti::Galat(sebab)),
                (hasil, _) => hasil?,
            };
            Ok((susunan, berkas, ringkasan))
        };
        let (susunan, berkas, ringkasan) = tokio::task::spawn_blocking(kerja)
            .await
            .map_err(|galat| Error::Dalam(galat.to_string()))??;
        let id = id_baru();
        let _berkas = BERKAS.lock().await;
        let tersimpan = berkas
            .iter()
            .map(|(nama, isi)| (*nama, isi.as_slice()))
            .chain([(RINGKASAN, ringkasan.as_slice())])
            .map(|(nama, isi)| -> Result<BerkasSusunan> {
                Ok(BerkasSusunan {
                    susunan: id.clone(),
                    nama: nama.to_owned(),
                    jenis: jenis_media(nama).to_owned(),
                    ukuran: i64::try_from(isi.len()).unwrap_or(i64::MAX),
                    sidik: self.bukti.put(isi)?,
                })
            })
            .collect::<Result<Vec<_>>>()?;
        let mut tx = self.store.write().await?;
        tx.add_susunan(
            &Susunan {
                id: id.clone(),
                unit: unit.to_owned(),
                tahun,
                akhir: i64::from(akhir),
                isi,
                sidik: sidik_berkas(&tersimpan),
                rincian: RincianSusunan::dari(&susunan).json(),
                oleh: pelaku.orang.clone(),
                pada: self.kini(),
            },
            &tersimpan,
        )
        .await?;
        if let Some(pekerjaan) = minta.pekerjaan {
            let hasil = serde_json::json!({ "susunan": id }).to_string();
            if !tx
                .end_pekerjaan(pekerjaan, "selesai", "selesai", &hasil, self.kini())
                .await?
            {
                return Err(Henti::Batal);
            }
        }
        let rincian: Vec<_> = tersimpan
            .iter()
            .map(|satu| format!("{} {}", satu.nama, satu.sidik))
            .collect();
        let peristiwa = self.peristiwa(
            pelaku,
            super::pekerjaan::jenis_susun(akhir),
            unit,
            tahun.to_string(),
            rincian.join("; "),
        );
        tx.commit(&[peristiwa]).await?;
        Ok(HasilLaporan {
            susunan: id,
            berkas,
            temuan: susunan.temuan,
            rumpang: susunan.rumpang,
        })
    }

    /// A file of a composition, held against its hash.
    ///
    /// # Errors
    /// No permission, or a file that is not of this year.
    pub async fn ambil_berkas_laporan(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        susunan: &str,
        nama: &str,
    ) -> Result<(BerkasSusunan, Vec<u8>)> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        let mut tx = self.store.read().await?;
        tx.susunan(susunan)
            .await?
            .filter(|satu| satu.unit == unit && satu.tahun == tahun)
            .ok_or_else(tidak_ada)?;
        let berkas = tx
            .list_berkas_susunan(susunan)
            .await?
            .into_iter()
            .find(|satu| satu.nama == nama)
            .ok_or_else(tidak_ada)?;
        let isi = self.bukti.get(&berkas.sidik)?;
        Ok((berkas, isi))
    }
}

pub(crate) fn tidak_ada() -> Error {
    Error::Store(store::Error::TidakAda("berkas laporan".to_owned()))
}

/// Hash of a list of files, whatever their order: what a step of the flow and a publication are tied to.
pub(crate) fn sidik_berkas(berkas: &[BerkasSusunan]) -> String {
    let mut daftar: Vec<_> = berkas
        .iter()
        .map(|satu| (satu.nama.as_str(), satu.sidik.as_str()))
        .collect();
    daftar.sort_unstable();
    store::sidik_dari(serde_json::json!(daftar).to_string().as_bytes())
}

fn jenis_media(nama: &str) -> &'static str {
    match nama.rsplit('.').next() {
        Some("pdf") => "application/pdf",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("html") => "text/html; charset=utf-8",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
