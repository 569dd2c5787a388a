//! A sheet of a year as a page needs it: what it is called, what is wrong in it, who wrote what, and whether it may change.

use std::collections::BTreeMap;

use paket::skema::{self, Lembar as Skema};
use paket::{Dokumen, Entri, Kesalahan};
use store::Waktu;

use super::TahunDibaca;
use super::isi_nilai::tindakan_lembar;
use crate::error::{Error, Result};
use crate::isi_tahun::{BarisIsi, ISI, LembarIsi, SATKER};
use crate::{App, Pelaku};

/// Where in the year a sheet belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bagian {
    /// Targets and agreements.
    Perencanaan,
    /// Surveys, realisasi, comparisons.
    Pengukuran,
    /// Money, SMART, IKPA.
    Anggaran,
    /// Registers of activities and awards.
    Kegiatan,
    /// Staff and corrections.
    Pendukung,
}

impl Bagian {
    /// The part to which a sheet of this form belongs.
    #[must_use]
    pub fn dari(skema: &Skema) -> Self {
        match skema.nama {
            "perjanjian_kinerja" | "rencana_aksi" => Self::Perencanaan,
            "serapan_bulanan" | "pnbp" | "smart" | "ikpa" => Self::Anggaran,
            "kegiatan" | "penghargaan" => Self::Kegiatan,
            "pegawai" | "koreksi" => Self::Pendukung,
            nama if nama.starts_with("anggaran_") => Self::Anggaran,
            _ => Self::Pengukuran,
        }
    }
}

/// What a sheet is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeteranganLembar {
    /// Name.
    pub nama: String,
    /// Title for people.
    pub judul: String,
    /// What it is for, in one sentence or two.
    pub catatan: &'static str,
    /// Its form.
    pub skema: &'static Skema,
    /// Code of the indicator, where it is a survey.
    pub indikator: Option<String>,
    /// Where it belongs.
    pub bagian: Bagian,
    /// Whether the year has it.
    pub ada: bool,
    /// How many rows it has.
    pub baris: usize,
    /// How many things are wrong or missing in it.
    pub kesalahan: usize,
}

/// Something wrong in a sheet, at its cell where it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KesalahanSel {
    /// Name of the defect.
    pub kode: &'static str,
    /// Id of the row; none where it concerns the whole sheet.
    pub baris: Option<String>,
    /// Place of the row, from 1; 0 where it concerns the whole sheet.
    pub ke: usize,
    /// Heading of the column; empty where it concerns the row.
    pub kolom: String,
    /// The text that is wrong.
    pub cuplikan: String,
    /// What is wrong.
    pub pesan: String,
    /// How to mend it.
    pub perbaikan: String,
    /// Why it must be so.
    pub dasar: Option<String>,
}

/// A sheet with everything that a page shows beside its cells.
#[derive(Debug)]
pub struct LembarDibuka {
    /// The year.
    pub dibaca: TahunDibaca,
    /// What the sheet is.
    pub keterangan: KeteranganLembar,
    /// Its rows; without any where the year does not have it yet.
    pub isi: LembarIsi,
    /// Its removed rows.
    pub terhapus: Vec<BarisIsi>,
    /// Who gave each cell (row, column) its present text, and when.
    pub jejak: BTreeMap<(String, String), (String, Waktu)>,
    /// How many remarks a cell (row, column) has.
    pub komentar: BTreeMap<(String, String), i64>,
    /// Why it cannot be changed; none where it can.
    pub terkunci: Option<String>,
}

impl TahunDibaca {
    /// The sheets that the year has or may have, in the order of the package; surveys as they are announced.
    #[must_use]
    pub fn daftar_lembar(&self) -> Vec<KeteranganLembar> {
        let survei = paket::daftar_survei(&self.dokumen());
        let biasa = skema::LEMBAR
            .iter()
            .filter(|skema| !skema.nama.starts_with("survei_"))
            .map(|skema| (skema.nama.to_owned(), skema.judul.to_owned(), *skema, None));
        let survei = survei.into_iter().map(|satu| {
            let judul = format!("{} {} {}", satu.bentuk.judul, satu.indikator, satu.tahun);
            let judul = judul.trim_end().to_owned();
            (satu.lembar, judul, satu.bentuk, Some(satu.indikator))
        });
        survei
            .chain(biasa)
            .map(|(nama, judul, skema, indikator)| {
                let isi = self.isi.lembar(&nama);
                KeteranganLembar {
                    judul,
                    // Where files are named is the business of who has a folder of files.
                    catatan: skema
                        .catatan
                        .split_once(" Nama berkasnya")
                        .map_or(skema.catatan, |(awal, _)| awal),
                    skema,
                    indikator,
                    bagian: Bagian::dari(skema),
                    ada: isi.is_some(),
                    baris: isi.map_or(0, |isi| isi.baris.len()),
                    kesalahan: self.kesalahan_lembar(&nama).len(),
                    nama,
                }
            })
            .collect()
    }

    /// What the sheet with this name is; none where the year has no such sheet.
    #[must_use]
    pub fn keterangan_lembar(&self, nama: &str) -> Option<KeteranganLembar> {
        self.daftar_lembar()
            .into_iter()
            .find(|satu| satu.nama == nama)
    }

    /// What is wrong in a sheet, in its order.
    #[must_use]
    pub fn kesalahan_lembar(&self, nama: &str) -> Vec<KesalahanSel> {
        kesalahan_sel(&self.kesalahan, self.isi.lembar(nama), nama)
    }

    fn dokumen(&self) -> Dokumen {
        let isi = self.isi.lembar(SATKER).map(|lembar| &lembar.baris);
        Dokumen {
            catatan: Vec::new(),
            isi: isi
                .into_iter()
                .flatten()
                .map(|baris| Entri {
                    kunci: baris.id.clone(),
                    teks: baris.teks(ISI).to_owned(),
                    baris: 0,
                })
                .collect(),
        }
    }
}

/// The errors of one sheet, each at the row that it speaks of.
pub(crate) fn kesalahan_sel(
    kesalahan: &[Kesalahan],
    isi: Option<&LembarIsi>,
    nama: &str,
) -> Vec<KesalahanSel> {
    kesalahan
        .iter()
        .filter(|satu| satu.tempat.berkas.strip_prefix("lembar ") == Some(nama))
        .map(|satu| {
            // Row 1 of the package holds the headings.
            let ke = usize::try_from(satu.tempat.baris)
                .unwrap_or(0)
                .saturating_sub(1);
            let baris = ke
                .checked_sub(1)
                .and_then(|letak| isi?.baris.get(letak))
                .map(|baris| baris.id.clone());
            KesalahanSel {
                kode: satu.kode,
                ke: if baris.is_some() { ke } else { 0 },
                baris,
                kolom: satu.tempat.kolom.clone(),
                cuplikan: satu.cuplikan.clone(),
                pesan: satu.pesan.clone(),
                perbaikan: satu.perbaikan.clone(),
                dasar: satu.dasar.clone(),
            }
        })
        .collect()
}

/// A sheet that the year does not have yet, with the headings of its form.
pub(crate) fn lembar_kosong(keterangan: &KeteranganLembar) -> LembarIsi {
    LembarIsi {
        nama: keterangan.nama.clone(),
        kepala: keterangan
            .skema
            .kolom
            .iter()
            .map(|kolom| kolom.nama.to_owned())
            .collect(),
        catatan: Vec::new(),
        baris: Vec::new(),
    }
}

pub(crate) fn tidak_ada(lembar: &str) -> Error {
    Error::Store(store::Error::TidakAda(format!("lembar {lembar}")))
}

impl App {
    /// A sheet with its history at a glance.
    ///
    /// # Errors
    /// No permission, a year that is not open, a sheet that the year cannot have.
    pub async fn buka_lembar(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        lembar: &str,
    ) -> Result<LembarDibuka> {
        let dibaca = self.lihat_tahun(pelaku, unit, tahun).await?;
        let keterangan = dibaca
            .keterangan_lembar(lembar)
            .ok_or_else(|| tidak_ada(lembar))?;
        let isi = dibaca
            .isi
            .lembar(lembar)
            .cloned()
            .unwrap_or_else(|| lembar_kosong(&keterangan));
        let mut tx = self.store.read().await?;
        let putusan = self
            .putuskan(&mut tx, pelaku, tindakan_lembar(lembar), unit)
            .await?;
        let terkunci = if putusan.boleh {
            match self.wajib_terbuka(&mut tx, unit, tahun, Some(lembar)).await {
                Ok(()) => None,
                Err(Error::BelumDapat(sebab)) => Some(sebab),
                Err(lain) => return Err(lain),
            }
        } else {
            Some(putusan.ringkas())
        };
        let mut sel: BTreeMap<String, BTreeMap<String, (String, i64)>> = BTreeMap::new();
        for satu in tx.list_sel_terhapus(unit, tahun, lembar).await? {
            sel.entry(satu.baris)
                .or_default()
                .insert(satu.kolom, (satu.nilai, satu.versi));
        }
        let terhapus = tx
            .list_baris_terhapus(unit, tahun, lembar)
            .await?
            .into_iter()
            .map(|baris| BarisIsi {
                sel: sel.remove(&baris.baris).unwrap_or_default(),
                id: baris.baris,
                urutan: baris.urutan,
            })
            .collect();
        let jejak = tx.jejak_lembar(unit, tahun, lembar).await?;
        let komentar = tx.komentar_lembar(unit, tahun, lembar).await?;
        drop(tx);
        let mut nama: BTreeMap<String, String> = BTreeMap::new();
        for satu in &jejak {
            if !nama.contains_key(&satu.oleh) {
                nama.insert(satu.oleh.clone(), self.nama_orang(&satu.oleh).await?);
            }
        }
        Ok(LembarDibuka {
            jejak: jejak
                .into_iter()
                .map(|satu| {
                    let oleh = nama.get(&satu.oleh).cloned().unwrap_or_default();
                    ((satu.baris, satu.kolom), (oleh, satu.pada))
                })
                .collect(),
            komentar: komentar
                .into_iter()
                .map(|satu| ((satu.baris, satu.kolom), satu.jumlah))
                .collect(),
            dibaca,
            keterangan,
            isi,
            terhapus,
            terkunci,
        })
    }
}
