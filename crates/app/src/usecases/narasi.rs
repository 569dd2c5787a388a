//! The office's own words in the report: reading, writing, earlier versions, the fakta that fit.

mod kunci;
mod tawaran;

use std::collections::BTreeMap;

use document::Block;
use kinerja::DaftarFakta;
use laporan::GalatNaskah;
use paket::skema;
use store::{Alamat, Baris, Lembar, VersiSel};

use super::orang::nama_di;
use super::rincian::{RincianSusunan, TemuanRingkas};
use super::{HasilIsi, TahunDibaca};
use crate::error::{Error, Result};
use crate::isi_tahun::{self, ISI, NARASI};
use crate::peran::Tindakan;
use crate::{App, Pelaku};

use kunci::{bab, judul, urutan};
use tawaran::tawaran;

/// Most characters of a narrative; as of any cell.
const TERPANJANG: usize = 20_000;

/// A narrative at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NarasiRingkas {
    /// Its key ("ikm.analisis").
    pub kunci: String,
    /// Its name for a reader.
    pub judul: String,
    /// Its chapter.
    pub bab: &'static str,
    /// Words written; 0 for none.
    pub kata: usize,
    /// Names in it that the report does not know.
    pub salah: usize,
}

/// A narrative with all that its writer needs.
#[derive(Debug, Clone)]
pub struct NarasiTahun {
    /// Key, name, chapter, length.
    pub ringkas: NarasiRingkas,
    /// What it says now.
    pub teks: String,
    /// The version that stands.
    pub versi: i64,
    /// Why the person may not write; none where they may.
    pub terkunci: Option<String>,
    /// What it names and the report does not know.
    pub salah: Vec<GalatNaskah>,
    /// All that it ever said, newest first.
    pub riwayat: Vec<VersiSel>,
    /// Names of those who wrote it, by id.
    pub nama: BTreeMap<String, String>,
    /// The text of the year before at the same unit; none where that year is not open.
    pub tahun_lalu: Option<String>,
    /// Fakta that fit.
    pub fakta: Vec<FaktaNarasi>,
    /// Findings of the newest draft whose words stand in this text.
    pub temuan: Vec<TemuanRingkas>,
}

/// A fakta that a narrative may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaktaNarasi {
    /// Its code.
    pub kode: String,
    /// What it is.
    pub label: String,
    /// Its value with its unit.
    pub nilai: String,
}

/// Words for a narrative, and the version that their writer saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TulisNarasi {
    /// The key.
    pub kunci: String,
    /// The text.
    pub teks: String,
    /// The version that was seen; 0 for one that was never written.
    pub versi: i64,
    /// Why.
    pub alasan: String,
}

impl App {
    /// The narratives of a year, in the order of the report: those that it asks for, and any other that is there.
    pub(crate) fn daftar_narasi(&self, dibaca: &TahunDibaca) -> Vec<NarasiRingkas> {
        self.kunci_narasi(dibaca)
            .into_iter()
            .map(|kunci| ringkas(dibaca, kunci))
            .collect()
    }

    fn kunci_narasi(&self, dibaca: &TahunDibaca) -> Vec<String> {
        let profil = self
            .hukum
            .profil(&dibaca.masukan.satker.profil)
            .or_else(|| self.hukum.profil(dibaca.unit.profil.as_deref()?));
        let milik_indikator =
            profil
                .iter()
                .flat_map(|profil| &profil.indikator)
                .flat_map(|indikator| {
                    let kode = indikator.kode.to_lowercase();
                    let akhiran = skema::NARASI_INDIKATOR.iter();
                    akhiran.map(move |akhiran| format!("{kode}.{akhiran}"))
                });
        let mut kunci: Vec<String> = skema::NARASI
            .iter()
            .map(|kunci| (*kunci).to_owned())
            .chain(milik_indikator)
            .collect();
        // In the order of the report: the whole first, the indicators before the budget, the end last.
        kunci.sort_by_key(|kunci| urutan(kunci));
        let lain = dibaca
            .isi
            .lembar(NARASI)
            .into_iter()
            .flat_map(|lembar| &lembar.baris)
            .map(|baris| baris.id.clone());
        for satu in lain {
            if !kunci.contains(&satu) {
                kunci.push(satu);
            }
        }
        kunci
    }

    /// A narrative with its history, the fakta that fit, and the year before. `cari` looks for fakta by word.
    ///
    /// # Errors
    /// No permission, a year that is not open, a key that the report does not know.
    pub async fn lihat_narasi(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        kunci: &str,
        cari: &str,
    ) -> Result<NarasiTahun> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        let mut tx = self.store.read().await?;
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        self.wajib_dikenal(&dibaca, kunci)?;
        let (teks, versi) = teks_narasi(&dibaca.isi, kunci);
        let putusan = self
            .putuskan(&mut tx, pelaku, Tindakan::TulisNarasi, unit)
            .await?;
        let terkunci = if putusan.boleh {
            match self.wajib_terbuka(&mut tx, unit, tahun, Some(NARASI)).await {
                Ok(()) => None,
                Err(Error::BelumDapat(sebab)) => Some(sebab),
                Err(lain) => return Err(lain),
            }
        } else {
            Some(putusan.ringkas())
        };
        let mut riwayat = tx.riwayat_sel(&alamat(unit, tahun, kunci)).await?;
        riwayat.reverse();
        let mut nama = BTreeMap::new();
        for satu in &riwayat {
            if !nama.contains_key(&satu.oleh) {
                nama.insert(satu.oleh.clone(), nama_di(&mut tx, &satu.oleh).await?);
            }
        }
        let lalu = tahun.saturating_sub(1);
        let tahun_lalu = match tx.periode(unit, lalu).await? {
            Some(_) => {
                let isi = isi_tahun::read(&mut tx, unit, lalu).await?;
                Some(teks_narasi(&isi, kunci).0)
            }
            None => None,
        };
        let draf = tx.list_susunan(unit, tahun).await?.into_iter().next();
        let temuan = draf.map(|draf| RincianSusunan::dari_json(&draf.rincian).temuan);
        let polos = polos(&dibaca.hasil.fakta, kunci, &teks);
        Ok(NarasiTahun {
            ringkas: ringkas(&dibaca, kunci.to_owned()),
            salah: laporan::periksa_narasi(&dibaca.hasil.fakta, &teks),
            fakta: tawaran(&dibaca, kunci, cari),
            temuan: temuan
                .unwrap_or_default()
                .into_iter()
                .filter(|satu| {
                    satu.sel.is_none()
                        && satu.cuplikan.chars().count() > 2
                        && polos.contains(&satu.cuplikan)
                })
                .collect(),
            teks,
            versi,
            terkunci,
            riwayat,
            nama,
            tahun_lalu,
        })
    }

    /// Saves a narrative; of two writers who saw the same version, the second is told.
    ///
    /// # Errors
    /// No permission, a locked report, a key that the report does not know, a text that is too long.
    pub async fn tulis_narasi(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        tulis: &TulisNarasi,
    ) -> Result<HasilIsi> {
        self.wajib_boleh(pelaku, Tindakan::TulisNarasi, unit)
            .await?;
        if tulis.teks.chars().count() > TERPANJANG {
            return Err(Error::Isian(format!(
                "narasi terlalu panjang; paling banyak {TERPANJANG} karakter"
            )));
        }
        let kunci = tulis.kunci.as_str();
        // Browsers send lines ended the way of old terminals; the report has one way.
        let teks = tulis.teks.replace("\r\n", "\n");
        let mut tx = self.tulis_lembar(unit, tahun, NARASI).await?;
        let isi = isi_tahun::read(&mut tx, unit, tahun).await?;
        let lembar = isi.lembar(NARASI);
        let baru = !lembar.is_some_and(|lembar| lembar.baris.iter().any(|baris| baris.id == kunci));
        if baru {
            let dibaca = self.baca(&mut tx, unit, tahun).await?;
            self.wajib_dikenal(&dibaca, kunci)?;
            if lembar.is_none() {
                let baru = Lembar {
                    lembar: NARASI.to_owned(),
                    kepala: vec![ISI.to_owned()],
                    catatan: Vec::new(),
                    versi: 0,
                };
                tx.put_lembar(unit, tahun, &baru).await?;
            }
            let terakhir = lembar
                .into_iter()
                .flat_map(|lembar| &lembar.baris)
                .map(|baris| baris.urutan)
                .max();
            let baris = Baris {
                lembar: NARASI.to_owned(),
                baris: kunci.to_owned(),
                urutan: terakhir.unwrap_or(0).saturating_add(1),
                hapus: 0,
                versi: 0,
            };
            tx.put_baris(unit, tahun, &baris).await?;
        }
        let alamat = alamat(unit, tahun, kunci);
        // A row that was removed keeps its cell; who saw no row saw no version of it.
        let versi_lama = if baru && tulis.versi == 0 {
            tx.sel(&alamat).await?.map_or(0, |sel| sel.versi)
        } else {
            tulis.versi
        };
        let disimpan = tx
            .put_sel(
                &alamat,
                &teks,
                versi_lama,
                &pelaku.orang,
                self.kini(),
                &tulis.alasan,
            )
            .await;
        let versi = match disimpan {
            Ok(versi) => versi,
            Err(store::Error::Bentrok { .. }) => {
                let kini = tx.sel(&alamat).await?;
                return Ok(match kini {
                    // The same words again, after a reply that was lost, are no clash.
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
        };
        if versi == versi_lama && !baru {
            return Ok(HasilIsi::Tersimpan(versi));
        }
        let sidik = store::sidik_dari(teks.as_bytes());
        let peristiwa = self.peristiwa(
            pelaku,
            "isi-nilai",
            unit,
            format!("{tahun}/{NARASI}/{kunci}/{ISI}"),
            format!("versi {versi}, sidik {}", sidik.get(..16).unwrap_or("")),
        );
        self.perbarui_ringkasan(&mut tx, unit, tahun).await?;
        tx.commit(&[peristiwa]).await?;
        Ok(HasilIsi::Tersimpan(versi))
    }

    /// Makes an earlier version of a narrative the newest again. `versi` is the one that the person saw as the newest.
    ///
    /// # Errors
    /// As of writing; a version that never was.
    pub async fn pulihkan_narasi(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        kunci: &str,
        (lama, versi): (i64, i64),
    ) -> Result<HasilIsi> {
        self.wajib_boleh(pelaku, Tindakan::TulisNarasi, unit)
            .await?;
        let riwayat = self
            .store
            .read()
            .await?
            .riwayat_sel(&alamat(unit, tahun, kunci))
            .await?;
        let lama = riwayat
            .into_iter()
            .find(|satu| satu.versi == lama)
            .ok_or_else(|| Error::Isian(format!("versi {lama} tidak ada")))?;
        let tulis = TulisNarasi {
            kunci: kunci.to_owned(),
            teks: lama.menjadi,
            versi,
            alasan: format!("memulihkan versi {}", lama.versi),
        };
        self.tulis_narasi(pelaku, unit, tahun, &tulis).await
    }

    /// Words that are not saved yet, as the report will set them, and what they name that it does not know.
    ///
    /// # Errors
    /// No permission, or a year that is not open.
    pub async fn pratinjau_narasi(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        kunci: &str,
        teks: &str,
    ) -> Result<(Vec<Block>, Vec<GalatNaskah>)> {
        let dibaca = self.lihat_tahun(pelaku, unit, tahun).await?;
        let daftar = &dibaca.hasil.fakta;
        Ok((
            laporan::pratinjau_narasi(daftar, kunci, teks),
            laporan::periksa_narasi(daftar, teks),
        ))
    }

    fn wajib_dikenal(&self, dibaca: &TahunDibaca, kunci: &str) -> Result<()> {
        if self.kunci_narasi(dibaca).iter().any(|satu| satu == kunci) {
            Ok(())
        } else {
            Err(Error::Store(store::Error::TidakAda(format!(
                "narasi {kunci}"
            ))))
        }
    }
}

fn alamat(unit: &str, tahun: i64, kunci: &str) -> Alamat {
    Alamat {
        unit: unit.to_owned(),
        tahun,
        lembar: NARASI.to_owned(),
        baris: kunci.to_owned(),
        kolom: ISI.to_owned(),
    }
}

fn teks_narasi(isi: &isi_tahun::Tahun, kunci: &str) -> (String, i64) {
    isi.lembar(NARASI)
        .and_then(|lembar| lembar.baris.iter().find(|baris| baris.id == kunci))
        .map_or((String::new(), 0), |baris| {
            (baris.teks(ISI).to_owned(), baris.versi(ISI))
        })
}

fn ringkas(dibaca: &TahunDibaca, kunci: String) -> NarasiRingkas {
    let (teks, _) = teks_narasi(&dibaca.isi, &kunci);
    NarasiRingkas {
        judul: judul(&kunci),
        bab: bab(&kunci),
        kata: teks.split_whitespace().count(),
        salah: laporan::periksa_narasi(&dibaca.hasil.fakta, &teks).len(),
        kunci,
    }
}

/// A narrative as the report prints it, as one line of words.
fn polos(daftar: &DaftarFakta, kunci: &str, teks: &str) -> String {
    if teks.trim().is_empty() {
        return String::new();
    }
    let mut hasil = String::new();
    let blok = laporan::pratinjau_narasi(daftar, kunci, teks);
    document::walk(&blok, &mut |blok| {
        if let Block::Paragraph(paragraf) = blok {
            hasil.push_str(&document::plain_text(&paragraf.content));
            hasil.push('\n');
        }
    });
    hasil
}
