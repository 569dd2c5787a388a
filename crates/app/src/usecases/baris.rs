//! Rows of a sheet: adding, removing, bringing back. A removed row stays with all that its cells ever said.

use store::{Alamat, Baris, Lembar, Tx};

use super::isi_nilai::{TERPANJANG, tindakan_lembar};
use super::lembar::{KeteranganLembar, lembar_kosong, tidak_ada};
use crate::error::{Error, Result};
use crate::isi_tahun::{LembarIsi, Tahun};
use crate::{App, Pelaku, id_baru};

/// Most rows that are added at once.
const TERBANYAK: usize = 2_000;
/// Most rows of a sheet that people fill in by hand.
const BARIS_LEMBAR: usize = 10_000;

/// The texts of a new row: heading of the column, text.
pub type SelBaru = Vec<(String, String)>;

impl App {
    /// Adds rows at the end of a sheet; makes the sheet where the year does not have it yet. Gives the ids of the rows.
    ///
    /// # Errors
    /// No permission, a locked sheet, a sheet or column that the year cannot have, too many rows.
    pub async fn tambah_baris(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        lembar: &str,
        baru: &[SelBaru],
        alasan: &str,
    ) -> Result<Vec<String>> {
        self.wajib_boleh(pelaku, tindakan_lembar(lembar), unit)
            .await?;
        let mut tx = self.tulis_lembar(unit, tahun, lembar).await?;
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        let keterangan = dibaca
            .keterangan_lembar(lembar)
            .ok_or_else(|| tidak_ada(lembar))?;
        let kolom: Vec<&str> = baru
            .iter()
            .flatten()
            .map(|(kolom, _)| kolom.as_str())
            .collect();
        let isi = self
            .siapkan_lembar(&mut tx, unit, tahun, &dibaca.isi, &keterangan, &kolom)
            .await?;
        if baru.len() > TERBANYAK || isi.baris.len().saturating_add(baru.len()) > BARIS_LEMBAR {
            return Err(Error::Isian(format!(
                "terlalu banyak baris; paling banyak {TERBANYAK} sekaligus dan {BARIS_LEMBAR} dalam satu lembar"
            )));
        }
        let mut peristiwa = Vec::new();
        let mut daftar = Vec::new();
        for sel in baru {
            let id = self
                .simpan_baris(&mut tx, pelaku, (unit, tahun, lembar), sel, alasan)
                .await?;
            peristiwa.push(self.peristiwa(
                pelaku,
                "tambah-baris",
                unit,
                format!("{tahun}/{lembar}/{id}"),
                format!("{} sel", sel.len()),
            ));
            daftar.push(id);
        }
        self.perbarui_ringkasan(&mut tx, unit, tahun).await?;
        tx.commit(&peristiwa).await?;
        Ok(daftar)
    }

    /// Adds one row to a register from a form that must be right: what the reader would refuse is not saved. Gives its id.
    ///
    /// # Errors
    /// As [`App::tambah_baris`]; a text that its column cannot hold.
    pub async fn catat_register(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        lembar: &str,
        baru: &SelBaru,
    ) -> Result<String> {
        self.wajib_boleh(pelaku, tindakan_lembar(lembar), unit)
            .await?;
        let mut tx = self.tulis_lembar(unit, tahun, lembar).await?;
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        let keterangan = dibaca
            .keterangan_lembar(lembar)
            .ok_or_else(|| tidak_ada(lembar))?;
        let kolom: Vec<&str> = baru.iter().map(|(kolom, _)| kolom.as_str()).collect();
        self.siapkan_lembar(&mut tx, unit, tahun, &dibaca.isi, &keterangan, &kolom)
            .await?;
        let id = self
            .simpan_baris(&mut tx, pelaku, (unit, tahun, lembar), baru, "pencatatan")
            .await?;
        let sesudah = self.baca(&mut tx, unit, tahun).await?;
        let salah: Vec<String> = sesudah
            .kesalahan_lembar(lembar)
            .into_iter()
            .filter(|satu| satu.baris.as_ref() == Some(&id))
            .map(|satu| format!("{}: {}; {}", satu.kolom, satu.pesan, satu.perbaikan))
            .collect();
        if !salah.is_empty() {
            return Err(Error::Isian(salah.join(". ")));
        }
        let peristiwa = self.peristiwa(
            pelaku,
            "tambah-baris",
            unit,
            format!("{tahun}/{lembar}/{id}"),
            format!("{} sel", baru.len()),
        );
        self.perbarui_ringkasan(&mut tx, unit, tahun).await?;
        tx.commit(&[peristiwa]).await?;
        Ok(id)
    }

    /// Removes a row; it can be brought back.
    ///
    /// # Errors
    /// No permission, a locked sheet, a row that is not there.
    pub async fn hapus_baris(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        lembar: &str,
        baris: &str,
    ) -> Result<()> {
        self.ubah_baris(pelaku, (unit, tahun, lembar), baris, 1)
            .await
    }

    /// Brings a removed row back to its place.
    ///
    /// # Errors
    /// No permission, a locked sheet, a row that was not removed.
    pub async fn pulihkan_baris(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        lembar: &str,
        baris: &str,
    ) -> Result<()> {
        self.ubah_baris(pelaku, (unit, tahun, lembar), baris, 0)
            .await
    }

    async fn ubah_baris(
        &self,
        pelaku: &Pelaku,
        (unit, tahun, lembar): (&str, i64, &str),
        baris: &str,
        hapus: i64,
    ) -> Result<()> {
        self.wajib_boleh(pelaku, tindakan_lembar(lembar), unit)
            .await?;
        let mut tx = self.tulis_lembar(unit, tahun, lembar).await?;
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        if dibaca.keterangan_lembar(lembar).is_none() {
            return Err(tidak_ada(lembar));
        }
        let lama = tx
            .baris(unit, tahun, lembar, baris)
            .await?
            .filter(|lama| lama.hapus != hapus)
            .ok_or_else(|| {
                Error::BelumDapat(
                    "baris ini sudah diubah orang lain; muat ulang halamannya".to_owned(),
                )
            })?;
        tx.put_baris(unit, tahun, &Baris { hapus, ..lama }).await?;
        let peristiwa = self.peristiwa(
            pelaku,
            if hapus == 1 {
                "hapus-baris"
            } else {
                "pulihkan-baris"
            },
            unit,
            format!("{tahun}/{lembar}/{baris}"),
            "",
        );
        self.perbarui_ringkasan(&mut tx, unit, tahun).await?;
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }

    /// The sheet with these columns, made or widened where its form has them.
    pub(crate) async fn siapkan_lembar(
        &self,
        tx: &mut Tx,
        unit: &str,
        tahun: i64,
        isi: &Tahun,
        keterangan: &KeteranganLembar,
        kolom: &[&str],
    ) -> Result<LembarIsi> {
        let ada = isi.lembar(&keterangan.nama);
        let mut lembar = ada.cloned().unwrap_or_else(|| lembar_kosong(keterangan));
        for nama in kolom {
            if lembar.kepala.iter().any(|satu| satu == nama) {
                continue;
            }
            if keterangan.skema.kolom(nama).is_none() {
                return Err(Error::Isian(format!(
                    "kolom {nama} tidak ada pada lembar {}",
                    keterangan.judul
                )));
            }
            lembar.kepala.push((*nama).to_owned());
        }
        if ada.is_none_or(|ada| ada.kepala != lembar.kepala) {
            tx.put_lembar(
                unit,
                tahun,
                &Lembar {
                    lembar: lembar.nama.clone(),
                    kepala: lembar.kepala.clone(),
                    catatan: lembar.catatan.clone(),
                    versi: 0,
                },
            )
            .await?;
        }
        Ok(lembar)
    }

    /// One new row at the end of a sheet that is there; gives its id.
    pub(crate) async fn simpan_baris(
        &self,
        tx: &mut Tx,
        pelaku: &Pelaku,
        (unit, tahun, lembar): (&str, i64, &str),
        sel: &SelBaru,
        alasan: &str,
    ) -> Result<String> {
        let id = id_baru();
        let urutan = tx.urutan_akhir(unit, tahun, lembar).await?;
        let baris = Baris {
            lembar: lembar.to_owned(),
            baris: id.clone(),
            urutan: urutan.saturating_add(1),
            hapus: 0,
            versi: 0,
        };
        tx.put_baris(unit, tahun, &baris).await?;
        for (kolom, teks) in sel {
            let teks = teks.trim();
            if teks.is_empty() {
                continue;
            }
            if teks.chars().count() > TERPANJANG {
                return Err(Error::Isian(format!(
                    "isian terlalu panjang; paling banyak {TERPANJANG} karakter"
                )));
            }
            let alamat = Alamat {
                unit: unit.to_owned(),
                tahun,
                lembar: lembar.to_owned(),
                baris: id.clone(),
                kolom: kolom.clone(),
            };
            tx.put_sel(&alamat, teks, 0, &pelaku.orang, self.kini(), alasan)
                .await?;
        }
        Ok(id)
    }
}
