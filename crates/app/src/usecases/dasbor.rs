//! One office's year for its head: what stands how, what waits for whom, what is due.

use std::collections::BTreeMap;

use document::Figure;
use store::{Unit, Waktu};

use crate::alur::Keadaan;
use crate::error::Result;
use crate::peran::{Peran, Tindakan};
use crate::{App, Pelaku};

use super::{AlurTahun, RingkasanTahun, TahunDibaca, Tenggat};

/// What the page shows.
#[derive(Debug)]
pub struct Dasbor {
    /// The year as it was read.
    pub dibaca: TahunDibaca,
    /// The year at a glance.
    pub ringkasan: RingkasanTahun,
    /// Charts by name ("ikm.tren", "anggaran.bulanan").
    pub grafik: BTreeMap<String, Figure>,
    /// The four flows, and what each waits for.
    pub alur: Vec<Penantian>,
    /// What is due.
    pub tenggat: Vec<Tenggat>,
    /// Whether the person may see a unit below this one.
    pub ada_bawahan: bool,
}

/// A flow and what it waits for.
#[derive(Debug, Clone)]
pub struct Penantian {
    /// Where it stands, and what the person may do.
    pub alur: AlurTahun,
    /// The next steps: where to, and which roles may take them; first the step onwards.
    pub langkah: Vec<(Keadaan, &'static [Peran])>,
    /// Since when it stands there: its last step, or the opening of the year.
    pub sejak: Waktu,
}

impl App {
    /// An office's year for its Dasbor.
    ///
    /// # Errors
    /// No permission to see the unit, or a year that is not open.
    pub async fn dasbor(&self, pelaku: &Pelaku, unit: &str, tahun: i64) -> Result<Dasbor> {
        let dibaca = self.lihat_tahun(pelaku, unit, tahun).await?;
        let alur = self.daftar_alur(pelaku, unit, tahun).await?;
        let mut tx = self.store.read().await?;
        let terlihat = self
            .unit_yang_boleh(&mut tx, pelaku, Tindakan::Lihat)
            .await?;
        let zona = self.zona_unit(&mut tx, unit).await?;
        drop(tx);
        let di_bawah = |satu: &Unit| satu.induk.as_deref() == Some(unit);
        Ok(Dasbor {
            ringkasan: dibaca.ringkasan(),
            grafik: laporan::grafik(&laporan::Bahan {
                masukan: &dibaca.masukan,
                hasil: &dibaca.hasil,
                hukum: &self.hukum,
                naskah: &self.naskah,
            }),
            alur: alur
                .into_iter()
                .map(|alur| Penantian {
                    langkah: alur
                        .keadaan
                        .langkah(alur.jenis)
                        .into_iter()
                        .map(|(ke, tindakan)| (ke, tindakan.peran()))
                        .collect(),
                    sejak: alur
                        .riwayat
                        .last()
                        .map_or(dibaca.periode.dibuka, |langkah| langkah.pada),
                    alur,
                })
                .collect(),
            tenggat: self.tenggat(&dibaca.unit, tahun, &zona),
            ada_bawahan: terlihat.iter().any(di_bawah),
            dibaca,
        })
    }
}
