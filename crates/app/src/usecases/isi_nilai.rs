//! Entering values, cell by cell, so that of two editors nobody's work is lost.

use std::collections::BTreeSet;

use store::{Alamat, Komentar, Tx, VersiSel};

use crate::alur::{JenisAlur, Keadaan};
use crate::error::{Error, Result};
use crate::isi_tahun::NARASI;
use crate::peran::Tindakan;
use crate::{App, Pelaku, id_baru};

/// A cell of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitikSel {
    /// The sheet.
    pub lembar: String,
    /// Id of the row.
    pub baris: String,
    /// Heading of the column.
    pub kolom: String,
}

/// A text for a cell, and the version that its writer saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IsianSel {
    /// The cell.
    pub titik: TitikSel,
    /// Its new text; empty for a gap.
    pub teks: String,
    /// The version that was seen; 0 for a cell that was never written.
    pub versi: i64,
}

/// What became of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HasilIsi {
    /// Saved, or the same already; the version that stands.
    Tersimpan(i64),
    /// Somebody else changed it in the meantime; their text and version.
    Bentrok {
        /// What the cell says now.
        kini: String,
        /// The version that stands.
        versi: i64,
    },
}

/// Most characters of a cell.
pub(crate) const TERPANJANG: usize = 20_000;

impl App {
    /// Saves entries; each is saved or told to clash, in their order. One that may not be saved at all stops all of them.
    ///
    /// # Errors
    /// No permission, a locked sheet, a cell that does not exist.
    pub async fn isi_nilai(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        isian: &[IsianSel],
        alasan: &str,
    ) -> Result<Vec<HasilIsi>> {
        let lembar: BTreeSet<&str> = isian
            .iter()
            .map(|satu| satu.titik.lembar.as_str())
            .collect();
        let perlu: BTreeSet<Tindakan> = lembar
            .iter()
            .map(|lembar| tindakan_lembar(lembar))
            .collect();
        for tindakan in perlu {
            self.wajib_boleh(pelaku, tindakan, unit).await?;
        }
        let mut tx = self.tulis_tahun(unit, tahun).await?;
        for lembar in lembar {
            self.wajib_terbuka(&mut tx, unit, tahun, Some(lembar))
                .await?;
        }
        let isi = crate::isi_tahun::read(&mut tx, unit, tahun).await?;
        let mut hasil = Vec::new();
        let mut peristiwa = Vec::new();
        for satu in isian {
            let TitikSel {
                lembar,
                baris,
                kolom,
            } = &satu.titik;
            let ada = isi.lembar(lembar).filter(|lembar| {
                lembar.kepala.contains(kolom) && lembar.baris.iter().any(|satu| satu.id == *baris)
            });
            if ada.is_none() {
                return Err(Error::Isian(format!(
                    "sel {lembar}, baris {baris}, kolom {kolom} tidak ada"
                )));
            }
            if satu.teks.chars().count() > TERPANJANG {
                return Err(Error::Isian(format!(
                    "isian terlalu panjang; paling banyak {TERPANJANG} karakter"
                )));
            }
            let alamat = alamat(unit, tahun, &satu.titik);
            // Spaces around a value say nothing; inside a text they stay.
            let teks = if lembar == NARASI {
                satu.teks.as_str()
            } else {
                satu.teks.trim()
            };
            match tx
                .put_sel(
                    &alamat,
                    teks,
                    satu.versi,
                    &pelaku.orang,
                    self.kini(),
                    alasan,
                )
                .await
            {
                Ok(versi) => {
                    if versi != satu.versi {
                        let objek = format!("{tahun}/{lembar}/{baris}/{kolom}");
                        let sidik = store::sidik_dari(teks.as_bytes());
                        peristiwa.push(self.peristiwa(
                            pelaku,
                            "isi-nilai",
                            unit,
                            objek,
                            format!("versi {versi}, sidik {}", sidik.get(..16).unwrap_or("")),
                        ));
                    }
                    hasil.push(HasilIsi::Tersimpan(versi));
                }
                Err(store::Error::Bentrok { .. }) => {
                    let kini = tx.sel(&alamat).await?;
                    hasil.push(match kini {
                        Some(sel) if sel.nilai == teks => HasilIsi::Tersimpan(sel.versi),
                        Some(sel) => HasilIsi::Bentrok {
                            kini: sel.nilai,
                            versi: sel.versi,
                        },
                        None => HasilIsi::Bentrok {
                            kini: String::new(),
                            versi: 0,
                        },
                    });
                }
                Err(lain) => return Err(lain.into()),
            }
        }
        if !peristiwa.is_empty() {
            self.perbarui_ringkasan(&mut tx, unit, tahun).await?;
        }
        tx.commit(&peristiwa).await?;
        Ok(hasil)
    }

    /// A transaction that changes a year: it holds the year's lock to its end, so that what it finds open
    /// or handed in stays so until it is done.
    pub(crate) async fn tulis_tahun(&self, unit: &str, tahun: i64) -> Result<Tx> {
        let mut tx = self.store.write().await?;
        tx.lock_ringkasan(unit, tahun).await?;
        Ok(tx)
    }

    /// A transaction that changes a sheet of a year that is open for that.
    pub(crate) async fn tulis_lembar(&self, unit: &str, tahun: i64, lembar: &str) -> Result<Tx> {
        let mut tx = self.tulis_tahun(unit, tahun).await?;
        self.wajib_terbuka(&mut tx, unit, tahun, Some(lembar))
            .await?;
        Ok(tx)
    }

    /// Whether a sheet of a year may change now; all sheets where none is named.
    pub(crate) async fn wajib_terbuka(
        &self,
        tx: &mut Tx,
        unit: &str,
        tahun: i64,
        lembar: Option<&str>,
    ) -> Result<()> {
        let periode = tx.periode(unit, tahun).await?.ok_or_else(|| {
            Error::Store(store::Error::TidakAda(format!("tahun {tahun} di unit ini")))
        })?;
        if periode.dikunci.is_some() {
            return Err(Error::BelumDapat(format!("tahun {tahun} sudah dikunci")));
        }
        for jenis in JenisAlur::SEMUA {
            if lembar.is_some_and(|lembar| !jenis.memuat(lembar)) {
                continue;
            }
            let keadaan = self.keadaan(tx, unit, tahun, jenis).await?.0;
            if !keadaan.terbuka() {
                return Err(Error::BelumDapat(format!(
                    "{} tahun {tahun} sudah {}; {}",
                    jenis.sebutan(),
                    keadaan.sebutan().to_lowercase(),
                    match keadaan {
                        Keadaan::Disahkan | Keadaan::Diterbitkan =>
                            "kepala unit dapat membukanya kembali untuk koreksi dengan alasan",
                        _ => "minta pereviu mengembalikannya bila perlu diubah",
                    }
                )));
            }
        }
        Ok(())
    }

    /// Everything that a cell ever said, and the remarks on it.
    ///
    /// # Errors
    /// No permission.
    pub async fn riwayat_nilai(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        titik: &TitikSel,
    ) -> Result<(Vec<VersiSel>, Vec<Komentar>)> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        let alamat = alamat(unit, tahun, titik);
        let mut tx = self.store.read().await?;
        Ok((
            tx.riwayat_sel(&alamat).await?,
            tx.komentar_sel(&alamat).await?,
        ))
    }

    /// Adds a remark on a cell.
    ///
    /// # Errors
    /// No permission, or no words.
    pub async fn komentari(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        titik: &TitikSel,
        teks: &str,
    ) -> Result<()> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        let teks = teks.trim();
        if teks.is_empty() || teks.chars().count() > TERPANJANG {
            return Err(Error::Isian(
                "komentar kosong atau terlalu panjang".to_owned(),
            ));
        }
        let mut tx = self.store.write().await?;
        let id = id_baru();
        tx.add_komentar(
            &alamat(unit, tahun, titik),
            &Komentar {
                id: id.clone(),
                teks: teks.to_owned(),
                oleh: pelaku.orang.clone(),
                pada: self.kini(),
            },
        )
        .await?;
        let peristiwa = self.peristiwa(pelaku, "komentari", unit, format!("{tahun}/{id}"), "");
        tx.commit(&[peristiwa]).await?;
        Ok(())
    }
}

fn alamat(unit: &str, tahun: i64, titik: &TitikSel) -> Alamat {
    Alamat {
        unit: unit.to_owned(),
        tahun,
        lembar: titik.lembar.clone(),
        baris: titik.baris.clone(),
        kolom: titik.kolom.clone(),
    }
}

/// What a person must be allowed in order to change a sheet.
pub(crate) fn tindakan_lembar(lembar: &str) -> Tindakan {
    match lembar {
        "perjanjian_kinerja" | "rencana_aksi" => Tindakan::UbahRencana,
        NARASI => Tindakan::TulisNarasi,
        _ => Tindakan::IsiNilai,
    }
}
