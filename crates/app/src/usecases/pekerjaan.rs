//! Jobs in the background: asked for once, told in steps, cancelled between them, taken up again where a process died.

use std::future::Future;
use std::time::Duration;

use store::{Pekerjaan, Peristiwa, Waktu};

use super::laporan::Permintaan;
use super::rincian::TemuanRingkas;
use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::susun::{Henti, TahapSusun};
use crate::{App, Pelaku, id_baru};

/// How long a worker holds a job without a sign of life, in microseconds.
const SEWA: Waktu = 90 * 1_000_000;
/// A worker's sign of life while one step takes long.
const DENYUT: Duration = Duration::from_secs(20);
/// Between two looks into an empty queue.
const JEDA: Duration = Duration::from_millis(500);
/// After a database that is away.
const JEDA_GALAT: Duration = Duration::from_secs(5);

/// Word of the job that composes a report; also the word of its record in the audit.
pub(crate) const fn jenis_susun(akhir: bool) -> &'static str {
    if akhir {
        "susun-laporan-final"
    } else {
        "susun-laporan-draf"
    }
}

impl App {
    /// Asks for the report of a year; whoever asks while it is being made gets the same job.
    ///
    /// # Errors
    /// No permission, or a year that is not open.
    pub async fn minta_laporan(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        akhir: bool,
    ) -> Result<Pekerjaan> {
        self.wajib_boleh(pelaku, Tindakan::SusunLaporan, unit)
            .await?;
        let jenis = jenis_susun(akhir);
        let mut tx = self.store.write().await?;
        if tx.periode(unit, tahun).await?.is_none() {
            return Err(Error::Store(store::Error::TidakAda(format!(
                "tahun {tahun} di unit ini"
            ))));
        }
        if let Some(ada) = tx.open_pekerjaan(unit, tahun, jenis).await? {
            return Ok(ada);
        }
        let baru = Pekerjaan {
            id: id_baru(),
            jenis: jenis.to_owned(),
            unit: unit.to_owned(),
            tahun,
            keadaan: "antre".to_owned(),
            kemajuan: 0,
            pesan: "Menunggu giliran".to_owned(),
            hasil: String::new(),
            oleh: pelaku.orang.clone(),
            dibuat: self.kini(),
            mulai: None,
            selesai: None,
            sewa: None,
        };
        match tx.add_pekerjaan(&baru).await {
            Ok(()) => {
                let apa = format!("{tahun}/{}", baru.id);
                let peristiwa = self.peristiwa(pelaku, "minta-laporan", unit, apa, jenis);
                tx.commit(&[peristiwa]).await?;
                Ok(baru)
            }
            // On a server two may pass the look above side by side; the index lets one of them in.
            Err(store::Error::SudahAda(_)) => {
                drop(tx);
                let mut tx = self.store.read().await?;
                tx.open_pekerjaan(unit, tahun, jenis).await?.ok_or_else(|| {
                    Error::BelumDapat(
                        "permintaan yang sama baru saja selesai; muat ulang halaman".to_owned(),
                    )
                })
            }
            Err(lain) => Err(lain.into()),
        }
    }

    /// A job of a unit's year.
    ///
    /// # Errors
    /// No permission, or a job of another year.
    pub async fn lihat_pekerjaan(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        id: &str,
    ) -> Result<Pekerjaan> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        self.store
            .read()
            .await?
            .pekerjaan(id)
            .await?
            .filter(|satu| satu.unit == unit && satu.tahun == tahun)
            .ok_or_else(|| Error::Store(store::Error::TidakAda("pekerjaan".to_owned())))
    }

    /// Cancels a job; a running one stops before its next step.
    ///
    /// # Errors
    /// No permission, a job of another year, or one that has ended.
    pub async fn batalkan_pekerjaan(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        id: &str,
    ) -> Result<()> {
        self.wajib_boleh(pelaku, Tindakan::SusunLaporan, unit)
            .await?;
        let ada = self.lihat_pekerjaan(pelaku, unit, tahun, id).await?;
        let mut tx = self.store.write().await?;
        if !tx.cancel_pekerjaan(id, self.kini()).await? {
            return Err(Error::BelumDapat(
                "pekerjaan ini sudah berakhir dan tidak dapat dibatalkan".to_owned(),
            ));
        }
        let objek = format!("{tahun}/{id}");
        let peristiwa = self.peristiwa(pelaku, "batalkan-pekerjaan", unit, objek, ada.jenis);
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// Takes one job that waits, or that a dead process left behind, and does it; `false` where there is none.
    ///
    /// # Errors
    /// A database that is away. A job that fails is no error: it ends as such.
    pub async fn kerjakan_satu(&self) -> Result<bool> {
        let kini = self.kini();
        if !self.store.read().await?.waiting_pekerjaan(kini).await? {
            return Ok(false);
        }
        let mut tx = self.store.write().await?;
        let Some(kerja) = tx.take_pekerjaan(kini, kini.saturating_add(SEWA)).await? else {
            return Ok(false);
        };
        tx.commit(&[]).await?;
        let hidup = Denyut::mulai(self.clone(), kerja.id.clone());
        let hasil = self.kerjakan(&kerja).await;
        drop(hidup);
        match hasil {
            Ok(()) | Err(Henti::Batal) => {}
            Err(Henti::Galat(galat)) => self.catat_kerja_gagal(&kerja, &galat).await?,
        }
        Ok(true)
    }

    /// Does jobs until `berhenti`; `galat` is told of what kept it from the queue.
    pub async fn jalankan_pekerjaan(
        &self,
        berhenti: impl Future<Output = ()>,
        galat: impl Fn(&Error),
    ) {
        tokio::pin!(berhenti);
        loop {
            let jeda = tokio::select! {
                biased;
                () = &mut berhenti => return,
                dapat = self.kerjakan_satu() => match dapat {
                    Ok(true) => continue,
                    Ok(false) => JEDA,
                    Err(sebab) => {
                        galat(&sebab);
                        JEDA_GALAT
                    }
                },
            };
            tokio::select! {
                () = &mut berhenti => return,
                () = tokio::time::sleep(jeda) => {}
            }
        }
    }

    async fn kerjakan(&self, kerja: &Pekerjaan) -> std::result::Result<(), Henti> {
        let akhir = [false, true]
            .into_iter()
            .find(|akhir| jenis_susun(*akhir) == kerja.jenis)
            .ok_or_else(|| Error::Dalam(format!("pekerjaan {} tidak dikenal", kerja.jenis)))?;
        let pelaku = Pelaku {
            orang: kerja.oleh.clone(),
        };
        let minta = Permintaan {
            unit: &kerja.unit,
            tahun: kerja.tahun,
            akhir,
            pekerjaan: Some(&kerja.id),
        };
        self.susun_dan_simpan(&pelaku, &minta).await.map(|_| ())
    }

    /// Notes that a part of the work begins; `false` where the job was cancelled.
    pub(crate) async fn catat_tahap(
        &self,
        pekerjaan: Option<&str>,
        tahap: TahapSusun,
    ) -> Result<bool> {
        let Some(id) = pekerjaan else {
            return Ok(true);
        };
        let mut tx = self.store.write().await?;
        let sewa = self.kini().saturating_add(SEWA);
        let lanjut = tx
            .advance_pekerjaan(id, tahap.persen(), tahap.sebutan(), sewa)
            .await?;
        tx.commit(&[]).await?;
        Ok(lanjut)
    }

    async fn catat_kerja_gagal(&self, kerja: &Pekerjaan, galat: &Error) -> Result<()> {
        let hasil = match galat {
            Error::Temuan(temuan) => {
                let temuan: Vec<_> = temuan
                    .iter()
                    .filter(|satu| satu.menghalangi())
                    .map(TemuanRingkas::from)
                    .collect();
                serde_json::json!({ "temuan": temuan })
            }
            Error::Paket(kesalahan) => {
                let kesalahan: Vec<_> = kesalahan
                    .iter()
                    .map(|satu| {
                        [
                            satu.tempat.to_string(),
                            satu.pesan.clone(),
                            satu.perbaikan.clone(),
                        ]
                    })
                    .collect();
                serde_json::json!({ "kesalahan": kesalahan })
            }
            _ => serde_json::json!({}),
        };
        let mut tx = self.store.write().await?;
        let pesan = galat.to_string();
        let berakhir = tx
            .end_pekerjaan(&kerja.id, "gagal", &pesan, &hasil.to_string(), self.kini())
            .await?;
        let pelaku = Pelaku {
            orang: kerja.oleh.clone(),
        };
        let objek = format!("{}/{}", kerja.tahun, kerja.id);
        let peristiwa = Peristiwa {
            hasil: "gagal".to_owned(),
            ..self.peristiwa(&pelaku, &kerja.jenis, &kerja.unit, objek, pesan)
        };
        let peristiwa = berakhir.then_some(peristiwa);
        tx.commit(peristiwa.as_slice()).await?;
        Ok(())
    }
}

/// Renews the lease of a running job beside it, until it is dropped.
struct Denyut(tokio::task::JoinHandle<()>);

impl Denyut {
    fn mulai(app: App, id: String) -> Self {
        Self(tokio::spawn(async move {
            loop {
                tokio::time::sleep(DENYUT).await;
                let perpanjang = async {
                    let mut tx = app.store.write().await?;
                    let masih = tx
                        .renew_pekerjaan(&id, app.kini().saturating_add(SEWA))
                        .await?;
                    tx.commit(&[]).await?;
                    store::Result::Ok(masih)
                };
                // One that could not be renewed is tried again before the lease runs out.
                if matches!(perpanjang.await, Ok(false)) {
                    return;
                }
            }
        }))
    }
}

impl Drop for Denyut {
    fn drop(&mut self) {
        self.0.abort();
    }
}
