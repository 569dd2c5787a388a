//! The report of a year as files.

use periksa::Temuan;

use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::susun::{berkas_laporan, susun_laporan};
use crate::{App, Pelaku};

/// A report with what was found in it.
#[derive(Debug)]
pub struct HasilLaporan {
    /// The files: name and content.
    pub berkas: Vec<(&'static str, Vec<u8>)>,
    /// The findings.
    pub temuan: Vec<Temuan>,
    /// Gaps that the draft shows.
    pub rumpang: usize,
}

impl App {
    /// Composes the report of a year.
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
        self.wajib_boleh(pelaku, Tindakan::SusunLaporan, unit)
            .await?;
        let mut tx = self.store.read().await?;
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        drop(tx);
        if akhir && !dibaca.kesalahan.is_empty() {
            return Err(Error::Paket(dibaca.kesalahan));
        }
        let (hukum, naskah) = (self.hukum.clone(), self.naskah.clone());
        // Composing and typesetting take a second of a whole core; other requests go on meanwhile.
        let hasil = tokio::task::spawn_blocking(move || -> Result<HasilLaporan> {
            let susunan = susun_laporan(&dibaca.masukan, &hukum, &naskah, akhir)?;
            let berkas = berkas_laporan(&susunan, &dibaca.masukan.satker.nama, false)?;
            Ok(HasilLaporan {
                berkas,
                temuan: susunan.temuan,
                rumpang: susunan.rumpang,
            })
        })
        .await
        .map_err(|galat| Error::Dalam(galat.to_string()))??;
        let tx = self.store.write().await?;
        let rincian: Vec<_> = hasil
            .berkas
            .iter()
            .map(|(nama, isi)| format!("{nama} {}", store::sidik_dari(isi)))
            .collect();
        let apa = if akhir {
            "susun-laporan-final"
        } else {
            "susun-laporan-draf"
        };
        let peristiwa = self.peristiwa(pelaku, apa, unit, tahun.to_string(), rincian.join("; "));
        tx.commit(&[peristiwa]).await?;
        Ok(hasil)
    }
}
