//! Documents that are checked for a unit: handing one in, the list, one with its findings, deleting.

mod giliran;
mod sajian;

use std::collections::BTreeSet;

use kinerja::Hasil;
use kinerja::masukan::Masukan;
use periksa::Data;
use store::{Pemeriksaan, Tx};

use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::telaah::simpan::{self, Simpanan};
use crate::{App, Pelaku, id_baru};

use super::bukti::BERKAS;

pub use giliran::DOKUMEN_TERBESAR;
pub(super) use giliran::{bergiliran, periksa_isi, wajib_dokumen};
pub use sajian::{BarisPemeriksaan, JumlahTemuan, KesampinganBernama, RincianPemeriksaan};

use giliran::rapikan_nama;
use sajian::{baris, hitung, nama_orang, rincian};

/// Checks of one unit that a list shows.
const DAFTAR_TERBANYAK: i64 = 200;

/// A document that somebody hands in.
#[derive(Debug, Clone, Default)]
pub struct DokumenBaru {
    /// Name as it came.
    pub nama: String,
    /// Content.
    pub isi: Vec<u8>,
    /// The year of the unit's own data that it is held against; none for the document alone.
    pub tahun: Option<i64>,
    /// The check of which this is a later version; none for the check of the same file name, or a new document.
    pub versi_dari: Option<String>,
}

impl App {
    /// Checks a document and keeps it with its findings; the id of the check.
    ///
    /// # Errors
    /// No permission to see the unit, a file that is no document, too large or too long to check.
    pub async fn periksa_laporan(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        dokumen: DokumenBaru,
    ) -> Result<String> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        wajib_dokumen(&dokumen.isi, &dokumen.nama)?;
        let nama = rapikan_nama(&dokumen.nama);
        let id = id_baru();
        let mut tx = self.store.read().await?;
        let seri = seri(&mut tx, unit, &nama, dokumen.versi_dari.as_deref())
            .await?
            .unwrap_or_else(|| id.clone());
        let data = match dokumen.tahun {
            Some(tahun) => {
                let dibaca = self.baca(&mut tx, unit, tahun).await?;
                Some((dibaca.masukan, dibaca.hasil))
            }
            None => None,
        };
        drop(tx);
        let (hukum, isi, berkas) = (self.hukum.clone(), dokumen.isi, nama.clone());
        let (diperiksa, isi) = bergiliran(move || {
            let data = data
                .as_ref()
                .map(|(masukan, hasil)| Data { masukan, hasil });
            (periksa_isi(&hukum, &isi, &berkas, data), isi)
        })
        .await?;
        let (format, hasil) = diperiksa?;
        let simpanan = Simpanan::new(&hasil.temuan, &hasil.cakupan, hasil.catatan);
        let ringkas = simpan::ringkas(&hasil.temuan);
        let jumlah = hitung(&ringkas, |_| false);
        let json = |galat: serde_json::Error| Error::Dalam(galat.to_string());
        let _berkas = BERKAS.lock().await;
        let sidik = self.bukti.put(&isi)?;
        let mut tx = self.store.write().await?;
        tx.add_pemeriksaan(&Pemeriksaan {
            id: id.clone(),
            unit: unit.to_owned(),
            tahun: dokumen.tahun,
            seri,
            nama,
            jenis: simpan::kata_format(format).to_owned(),
            ukuran: i64::try_from(isi.len()).unwrap_or(i64::MAX),
            sidik: sidik.clone(),
            ringkas: serde_json::to_string(&ringkas).map_err(json)?,
            hasil: serde_json::to_string(&simpanan).map_err(json)?,
            oleh: pelaku.orang.clone(),
            pada: self.kini(),
        })
        .await?;
        let rincian = format!(
            "sidik {sidik}; {} wajib, {} anjuran, {} saran",
            jumlah.wajib, jumlah.anjuran, jumlah.saran
        );
        let peristiwa = self.peristiwa(pelaku, "periksa-laporan", unit, id.clone(), rincian);
        tx.commit(&[peristiwa]).await?;
        Ok(id)
    }

    /// The latest checks of a unit, newest first.
    ///
    /// # Errors
    /// No permission.
    pub async fn daftar_pemeriksaan(
        &self,
        pelaku: &Pelaku,
        unit: &str,
    ) -> Result<Vec<BarisPemeriksaan>> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        let mut tx = self.store.read().await?;
        let daftar = tx.list_pemeriksaan(unit, DAFTAR_TERBANYAK).await?;
        let disisihkan = tx.list_kesampingan_unit(unit).await?;
        let nama = nama_orang(&mut tx).await?;
        let mut terlihat = BTreeSet::new();
        Ok(daftar
            .into_iter()
            .map(|satu| baris(satu, &disisihkan, &nama, &mut terlihat))
            .collect())
    }

    /// A check with its findings.
    ///
    /// # Errors
    /// No permission, or no such check.
    pub async fn lihat_pemeriksaan(&self, pelaku: &Pelaku, id: &str) -> Result<RincianPemeriksaan> {
        let mut tx = self.store.read().await?;
        let ada = cari(&mut tx, id).await?;
        drop(tx);
        self.wajib_boleh(pelaku, Tindakan::Lihat, &ada.unit).await?;
        let mut tx = self.store.read().await?;
        let sendiri = ada.oleh == pelaku.orang;
        let boleh_kesampingkan = sendiri
            || self
                .putuskan(&mut tx, pelaku, Tindakan::SusunLaporan, &ada.unit)
                .await?
                .boleh;
        let boleh_hapus = sendiri
            || self
                .putuskan(&mut tx, pelaku, Tindakan::HapusPemeriksaan, &ada.unit)
                .await?
                .boleh;
        let nama = nama_orang(&mut tx).await?;
        let semua = tx.list_kesampingan(&ada.seri).await?;
        rincian(ada, semua, &nama, boleh_kesampingkan, boleh_hapus)
    }

    /// Deletes a check with its findings and, where nothing else speaks of it, the document.
    ///
    /// # Errors
    /// Neither the one who handed it in nor allowed to delete what others did; no such check.
    pub async fn hapus_pemeriksaan(&self, pelaku: &Pelaku, id: &str) -> Result<()> {
        let ada = cari(&mut self.store.read().await?, id).await?;
        self.wajib_boleh(pelaku, Tindakan::Lihat, &ada.unit).await?;
        if ada.oleh != pelaku.orang {
            self.wajib_boleh(pelaku, Tindakan::HapusPemeriksaan, &ada.unit)
                .await?;
        }
        let _berkas = BERKAS.lock().await;
        let mut tx = self.store.write().await?;
        tx.remove_pemeriksaan(id, &ada.seri).await?;
        let masih = tx.sidik_dipakai(&ada.sidik).await?;
        let rincian = format!("sidik {}", ada.sidik);
        let peristiwa = self.peristiwa(pelaku, "hapus-pemeriksaan", &ada.unit, id, rincian);
        tx.commit(&[peristiwa]).await?;
        if !masih {
            self.bukti.remove(&ada.sidik)?;
        }
        Ok(())
    }

    /// The document itself, and the data that it was held against.
    pub(crate) async fn isi_pemeriksaan(
        &self,
        rincian: &RincianPemeriksaan,
    ) -> Result<(Vec<u8>, Option<(Masukan, Hasil)>)> {
        let ada = &rincian.pemeriksaan;
        let data = match ada.tahun {
            Some(tahun) => {
                let mut tx = self.store.read().await?;
                let dibaca = self.baca(&mut tx, &ada.unit, tahun).await?;
                Some((dibaca.masukan, dibaca.hasil))
            }
            None => None,
        };
        Ok((self.bukti.get(&ada.sidik)?, data))
    }
}

pub(super) async fn cari(tx: &mut Tx, id: &str) -> Result<Pemeriksaan> {
    tx.pemeriksaan(id)
        .await?
        .ok_or_else(|| Error::Store(store::Error::TidakAda("pemeriksaan".to_owned())))
}

/// The document of which this is a later version: the one that was named, or the one of the same file name.
async fn seri(
    tx: &mut Tx,
    unit: &str,
    nama: &str,
    versi_dari: Option<&str>,
) -> Result<Option<String>> {
    if let Some(id) = versi_dari {
        let dulu = cari(tx, id).await?;
        return if dulu.unit == unit {
            Ok(Some(dulu.seri))
        } else {
            Err(Error::Isian(
                "versi sebelumnya diperiksa untuk unit lain".to_owned(),
            ))
        };
    }
    let daftar = tx.list_pemeriksaan(unit, DAFTAR_TERBANYAK).await?;
    Ok(daftar
        .into_iter()
        .find(|satu| satu.nama == nama)
        .map(|satu| satu.seri))
}
