//! A package in and out, lossless both ways.

use std::collections::BTreeMap;

use paket::Mentah;
use store::{Bukti, Tx};

use crate::error::{Error, Result};
use crate::isi_tahun::{self, Pengisi, Perubahan};
use crate::peran::Tindakan;
use crate::{App, Pelaku, id_baru};

use super::bukti::BERKAS;

impl App {
    /// Brings a package into a year of a unit; opens the year where it is not open. Returns the year and what changed.
    ///
    /// # Errors
    /// No permission, a package with errors, a locked year. Then nothing is saved.
    pub async fn impor_paket(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        mentah: &Mentah,
        alasan: &str,
    ) -> Result<(i64, Perubahan)> {
        self.wajib_boleh(pelaku, Tindakan::ImporEkspor, unit)
            .await?;
        let _berkas = BERKAS.lock().await;
        let mut tx = self.store.write().await?;
        let (tahun, perubahan) = self
            .masukkan_paket(&mut tx, pelaku, unit, mentah, alasan)
            .await?;
        self.perbarui_ringkasan(&mut tx, unit, tahun).await?;
        let rincian = format!(
            "{} sel, {} baris baru, {} baris hilang",
            perubahan.sel, perubahan.baris_baru, perubahan.baris_hilang
        );
        let peristiwa = self.peristiwa(pelaku, "impor-paket", unit, tahun.to_string(), rincian);
        tx.commit(&[peristiwa]).await?;
        Ok((tahun, perubahan))
    }

    /// What bringing a package in would change. Nothing is saved.
    ///
    /// # Errors
    /// As [`App::impor_paket`].
    pub async fn coba_paket(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        mentah: &Mentah,
    ) -> Result<(i64, Perubahan)> {
        self.wajib_boleh(pelaku, Tindakan::ImporEkspor, unit)
            .await?;
        let _berkas = BERKAS.lock().await;
        let mut tx = self.store.write().await?;
        let hasil = self.masukkan_paket(&mut tx, pelaku, unit, mentah, "").await;
        // Dropped without a commit; pictures that nothing else names go with it.
        drop(tx);
        let mut tx = self.store.read().await?;
        for isi in mentah.gambar.values() {
            let sidik = store::sidik_dari(isi);
            if !tx.sidik_dipakai(&sidik).await? {
                self.bukti.remove(&sidik)?;
            }
        }
        hasil
    }

    async fn masukkan_paket(
        &self,
        tx: &mut Tx,
        pelaku: &Pelaku,
        unit: &str,
        mentah: &Mentah,
        alasan: &str,
    ) -> Result<(i64, Perubahan)> {
        let masukan = paket::interpret(mentah, &self.hukum).map_err(Error::Paket)?;
        let tahun = i64::from(masukan.satker.tahun);
        let perubahan = if tx.periode(unit, tahun).await?.is_none() {
            self.tulis_tahun_baru(tx, pelaku, unit, tahun, mentah, alasan)
                .await?
        } else {
            tx.lock_ringkasan(unit, tahun).await?;
            self.wajib_terbuka(tx, unit, tahun, None).await?;
            let oleh = Pengisi {
                unit,
                tahun,
                oleh: &pelaku.orang,
                pada: self.kini(),
                alasan,
            };
            let gambar = self.simpan_gambar(tx, &oleh, mentah).await?;
            isi_tahun::write(tx, &oleh, mentah, &gambar).await?
        };
        Ok((tahun, perubahan))
    }

    /// The year as a package; that it was taken out is recorded.
    ///
    /// # Errors
    /// No permission, or a year that is not open.
    pub async fn ekspor_paket(&self, pelaku: &Pelaku, unit: &str, tahun: i64) -> Result<Mentah> {
        self.wajib_boleh(pelaku, Tindakan::ImporEkspor, unit)
            .await?;
        let mut tx = self.store.read().await?;
        if tx.periode(unit, tahun).await?.is_none() {
            return Err(Error::Store(store::Error::TidakAda(format!(
                "tahun {tahun} di unit ini"
            ))));
        }
        let isi = isi_tahun::read(&mut tx, unit, tahun).await?;
        drop(tx);
        let mentah = isi.mentah(|sidik| self.bukti.get(sidik))?;
        let peristiwa = self.peristiwa(pelaku, "ekspor-paket", unit, tahun.to_string(), "");
        self.store.write().await?.commit(&[peristiwa]).await?;
        Ok(mentah)
    }

    /// Keeps the pictures of a package as evidence files; gives their hashes by path.
    pub(crate) async fn simpan_gambar(
        &self,
        tx: &mut Tx,
        oleh: &Pengisi<'_>,
        mentah: &Mentah,
    ) -> Result<BTreeMap<String, String>> {
        let ada = tx.list_bukti(oleh.unit, oleh.tahun).await?;
        let mut gambar = BTreeMap::new();
        for (jalur, isi) in &mentah.gambar {
            let sidik = self.bukti.put(isi)?;
            let kaitan = format!("gambar:{jalur}");
            if !ada
                .iter()
                .any(|bukti| bukti.kaitan == kaitan && bukti.sidik == sidik)
            {
                tx.add_bukti(&Bukti {
                    id: id_baru(),
                    unit: oleh.unit.to_owned(),
                    tahun: oleh.tahun,
                    kaitan,
                    nama: jalur.clone(),
                    jenis: super::bukti::jenis_berkas(isi)
                        .unwrap_or("application/octet-stream")
                        .to_owned(),
                    ukuran: i64::try_from(isi.len()).unwrap_or(i64::MAX),
                    sidik: sidik.clone(),
                    oleh: oleh.oleh.to_owned(),
                    pada: oleh.pada,
                    lepas: None,
                })
                .await?;
            }
            gambar.insert(jalur.clone(), sidik);
        }
        Ok(gambar)
    }
}
