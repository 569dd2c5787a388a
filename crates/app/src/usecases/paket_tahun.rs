//! A package in and out, lossless both ways.

use std::collections::BTreeMap;

use paket::Mentah;
use store::{Bukti, Tx};

use crate::error::{Error, Result};
use crate::isi_tahun::{self, Pengisi, Perubahan};
use crate::peran::Tindakan;
use crate::{App, Pelaku, id_baru};

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
        let masukan = paket::interpret(mentah, &self.hukum).map_err(Error::Paket)?;
        let tahun = i64::from(masukan.satker.tahun);
        let mut tx = self.store.write().await?;
        let perubahan = if tx.periode(unit, tahun).await?.is_none() {
            self.tulis_tahun_baru(&mut tx, pelaku, unit, tahun, mentah, alasan)
                .await?
        } else {
            self.wajib_terbuka(&mut tx, unit, tahun, None).await?;
            let oleh = Pengisi {
                unit,
                tahun,
                oleh: &pelaku.orang,
                pada: self.kini(),
                alasan,
            };
            let gambar = self.simpan_gambar(&mut tx, &oleh, mentah).await?;
            isi_tahun::write(&mut tx, &oleh, mentah, &gambar).await?
        };
        self.perbarui_ringkasan(&mut tx, unit, tahun).await?;
        let rincian = format!(
            "{} sel, {} baris baru, {} baris hilang",
            perubahan.sel, perubahan.baris_baru, perubahan.baris_hilang
        );
        let peristiwa = self.peristiwa(pelaku, "impor-paket", unit, tahun.to_string(), rincian);
        tx.commit(&[peristiwa]).await?;
        Ok((tahun, perubahan))
    }

    /// The year as a package.
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
        isi.mentah(|sidik| self.bukti.get(sidik))
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
