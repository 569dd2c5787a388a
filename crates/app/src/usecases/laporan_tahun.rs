//! The report of a year at one look: what is written, what is missing, what was composed, where its flow stands.

use std::collections::BTreeMap;

use paket::Kesalahan;
use store::{BerkasSusunan, Pekerjaan, Susunan, Terbitan, Unit};

use super::orang::nama_di;
use super::{NarasiRingkas, RincianSusunan};
use crate::error::Result;
use crate::peran::Tindakan;
use crate::{App, Pelaku};

/// Compositions whose files a page lists.
const TERBARU: usize = 20;

/// The report of a year.
#[derive(Debug)]
pub struct LaporanTahun {
    /// The unit.
    pub unit: Unit,
    /// The narratives in the order of the report.
    pub narasi: Vec<NarasiRingkas>,
    /// Cells that are wrong or missing.
    pub kesalahan: Vec<Kesalahan>,
    /// Definitions that are no longer those of the opening.
    pub definisi: Vec<Kesalahan>,
    /// The compositions, newest first.
    pub susunan: Vec<SusunanBerkas>,
    /// Gaps and findings of the newest composition.
    pub rincian: Option<RincianSusunan>,
    /// Jobs that wait or run.
    pub pekerjaan: Vec<Pekerjaan>,
    /// The publications, newest first.
    pub terbitan: Vec<Terbitan>,
    /// Names of those who composed and published, by id.
    pub nama: BTreeMap<String, String>,
    /// Why the person may not compose; none where they may.
    pub tidak_boleh_susun: Option<String>,
}

/// A composition with its files.
#[derive(Debug, Clone)]
pub struct SusunanBerkas {
    /// The composition.
    pub susunan: Susunan,
    /// Its files.
    pub berkas: Vec<BerkasSusunan>,
    /// Whether the year still says what it was made of.
    pub terkini: bool,
    /// The steps of the flow that were about it.
    pub langkah: Vec<i64>,
}

impl App {
    /// The report of a year at one look.
    ///
    /// # Errors
    /// No permission, or a year that is not open.
    pub async fn lihat_laporan(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
    ) -> Result<LaporanTahun> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        let mut tx = self.store.read().await?;
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        let isi = dibaca.isi.sidik(|_| true);
        let ikatan = tx.list_langkah_laporan(unit, tahun).await?;
        let mut susunan = Vec::new();
        for satu in tx
            .list_susunan(unit, tahun)
            .await?
            .into_iter()
            .take(TERBARU)
        {
            susunan.push(SusunanBerkas {
                berkas: tx.list_berkas_susunan(&satu.id).await?,
                terkini: satu.isi == isi,
                langkah: ikatan
                    .iter()
                    .filter(|ikatan| ikatan.susunan == satu.id)
                    .map(|ikatan| ikatan.versi)
                    .collect(),
                susunan: satu,
            });
        }
        let terbitan = tx.list_terbitan(unit, tahun).await?;
        let mut pekerjaan = tx.list_pekerjaan(unit, tahun).await?;
        pekerjaan.retain(|satu| ["antre", "jalan"].contains(&satu.keadaan.as_str()));
        let mut nama = BTreeMap::new();
        let oleh = susunan
            .iter()
            .map(|satu| &satu.susunan.oleh)
            .chain(terbitan.iter().map(|satu| &satu.oleh))
            .chain(pekerjaan.iter().map(|satu| &satu.oleh));
        for id in oleh {
            if !nama.contains_key(id) {
                nama.insert(id.clone(), nama_di(&mut tx, id).await?);
            }
        }
        let putusan = self
            .putuskan(&mut tx, pelaku, Tindakan::SusunLaporan, unit)
            .await?;
        Ok(LaporanTahun {
            narasi: self.daftar_narasi(&dibaca),
            rincian: susunan
                .first()
                .map(|satu| RincianSusunan::dari_json(&satu.susunan.rincian)),
            unit: dibaca.unit,
            kesalahan: dibaca.kesalahan,
            definisi: dibaca.definisi,
            susunan,
            pekerjaan,
            terbitan,
            nama,
            tidak_boleh_susun: (!putusan.boleh).then(|| putusan.ringkas()),
        })
    }
}
