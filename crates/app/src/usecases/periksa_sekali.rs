//! Checking a document that somebody hands in, without keeping it.

use periksa::{Cakupan, Data, Temuan};

use crate::error::Result;
use crate::peran::Tindakan;
use crate::{App, Pelaku};

use super::Unggahan;
use super::pemeriksaan::{bergiliran, periksa_isi, wajib_dokumen};

/// What was found in a document.
#[derive(Debug)]
pub struct HasilPeriksa {
    /// The findings, binding ones first.
    pub temuan: Vec<Temuan>,
    /// What could not be read of the document, in words.
    pub catatan: Vec<String>,
    /// How much could be checked.
    pub cakupan: Cakupan,
}

impl App {
    /// Checks a document; against a unit's year where one is named, which the person must be allowed to see.
    ///
    /// # Errors
    /// No permission; a document of which nothing can be read.
    pub async fn periksa_sekali(
        &self,
        pelaku: &Pelaku,
        terhadap: Option<(&str, i64)>,
        berkas: Unggahan,
    ) -> Result<HasilPeriksa> {
        let dibaca = match terhadap {
            Some((unit, tahun)) => Some(self.lihat_tahun(pelaku, unit, tahun).await?),
            None => {
                let mut tx = self.store.read().await?;
                let terlihat = self
                    .unit_yang_boleh(&mut tx, pelaku, Tindakan::Lihat)
                    .await?;
                drop(tx);
                if terlihat.is_empty() {
                    self.wajib_boleh(pelaku, Tindakan::Lihat, "").await?;
                }
                None
            }
        };
        wajib_dokumen(&berkas.isi, &berkas.nama)?;
        let sidik = store::sidik_dari(&berkas.isi);
        let hukum = self.hukum.clone();
        let unit = terhadap.map_or("", |(unit, _)| unit).to_owned();
        let (_, hasil) = bergiliran(move || {
            let data = dibaca.as_ref().map(|dibaca| Data {
                masukan: &dibaca.masukan,
                hasil: &dibaca.hasil,
            });
            periksa_isi(&hukum, &berkas.isi, &berkas.nama, data)
        })
        .await??;
        let rincian = format!("{} temuan, sidik {sidik}", hasil.temuan.len());
        let peristiwa = self.peristiwa(pelaku, "periksa-berkas", &unit, "", rincian);
        self.store.write().await?.commit(&[peristiwa]).await?;
        Ok(hasil)
    }

    /// The findings of a year: over its data, and over the draft of its report.
    ///
    /// # Errors
    /// No permission, or a year that is not open.
    pub async fn temuan_tahun(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
    ) -> Result<Vec<Temuan>> {
        let dibaca = self.lihat_tahun(pelaku, unit, tahun).await?;
        let (hukum, naskah) = (self.hukum.clone(), self.naskah.clone());
        bergiliran(move || {
            let susunan = crate::susun_laporan(&dibaca.masukan, &hukum, &naskah, false)?;
            Ok(susunan.temuan)
        })
        .await?
    }
}
