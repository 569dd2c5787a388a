//! A table from another program into a sheet: uploaded, its columns mapped, looked at, then saved as new versions.
//!
//! The mapping is remembered for each unit and sheet. Empty cells of the table change nothing, and no row is removed.

mod petakan;
mod rencana;

use std::collections::BTreeMap;

use store::{Alamat, Impor, Tx};

use super::TahunDibaca;
use super::bukti::Unggahan;
use super::isi_nilai::{TERPANJANG, tindakan_lembar};
use super::lembar::{KesalahanSel, KeteranganLembar, tidak_ada};
use crate::error::{Error, Result};
use crate::{App, Pelaku, Perubahan, id_baru};

/// Most rows of an uploaded file, all its tables together.
const BARIS: usize = 5_000;
/// Most bytes that an uploaded table may take as text.
const TERBESAR: usize = 4 << 20;
/// How long an uploaded table is kept, in microseconds: two days.
const UMUR: i64 = 2 * 86_400 * 1_000_000;

/// A table of an uploaded file: its name, and its rows with their line numbers.
pub type TabelUnggahan = (String, Vec<(u32, Vec<String>)>);

/// Where a column of the sheet gets its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SumberKolom {
    /// A column of the table, from 0.
    Kolom(usize),
    /// The same text in every row.
    Tetap(String),
}

/// How a table becomes rows of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PetaKolom {
    /// Which table of the file, from 0.
    pub tabel: usize,
    /// Which of its rows holds the headings, from 0.
    pub judul: usize,
    /// By heading of the sheet.
    pub kolom: BTreeMap<String, SumberKolom>,
}

/// An uploaded file while its columns are mapped.
#[derive(Debug)]
pub struct ImporDibuka {
    /// Its id.
    pub id: String,
    /// Name of the file.
    pub nama: String,
    /// The sheet for which it is meant.
    pub keterangan: KeteranganLembar,
    /// Headings of the sheet that can be filled.
    pub kolom: Vec<String>,
    /// The tables of the file.
    pub tabel: Vec<TabelUnggahan>,
    /// The mapping that is proposed.
    pub usulan: PetaKolom,
    /// Whether the proposal is the mapping that was used last.
    pub diingat: bool,
}

/// A cell that would say something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UbahSel {
    /// Id of the row.
    pub baris: String,
    /// What names the row for people.
    pub sebutan: String,
    /// Heading of the column.
    pub kolom: String,
    /// What it says.
    pub semula: String,
    /// What it would say.
    pub menjadi: String,
    versi: i64,
}

/// What saving a table would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RencanaImpor {
    /// Cells that would change.
    pub ubah: Vec<UbahSel>,
    /// Rows that would be new.
    pub baru: Vec<super::SelBaru>,
    /// How many cells say the same already.
    pub sama: usize,
    /// Rows of the table that would be left out: line, reason.
    pub dilewati: Vec<(u32, String)>,
    /// What would be wrong or missing in the sheet afterwards.
    pub kesalahan: Vec<KesalahanSel>,
    /// What the sheet said when this was planned.
    pub sidik: String,
}

impl App {
    /// Keeps an uploaded table until it is saved; gives its id.
    ///
    /// # Errors
    /// No permission, a locked sheet, a file that cannot be read or is too large.
    pub async fn unggah_tabel(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        lembar: &str,
        berkas: &Unggahan,
    ) -> Result<String> {
        self.wajib_boleh(pelaku, tindakan_lembar(lembar), unit)
            .await?;
        let nama: String = berkas
            .nama
            .chars()
            .filter(|huruf| !huruf.is_control())
            .take(120)
            .collect();
        let tabel: Vec<TabelUnggahan> = paket::read_asing(&nama, &berkas.isi)
            .map_err(Error::Paket)?
            .into_iter()
            .map(|tabel| {
                let baris = tabel
                    .baris
                    .into_iter()
                    .map(|baris| (baris.nomor.0, baris.sel));
                (tabel.nama, baris.collect())
            })
            .collect();
        let isi = serde_json::to_string(&tabel).map_err(dalam)?;
        if tabel.iter().map(|(_, baris)| baris.len()).sum::<usize>() > BARIS || isi.len() > TERBESAR
        {
            return Err(Error::Isian(format!(
                "berkas terlalu besar untuk satu lembar; paling banyak {BARIS} baris, pecah atau ringkas dahulu"
            )));
        }
        let mut tx = self.tulis_lembar(unit, tahun, lembar).await?;
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        if dibaca.keterangan_lembar(lembar).is_none() {
            return Err(tidak_ada(lembar));
        }
        let id = id_baru();
        tx.drop_impor("", self.kini().saturating_sub(UMUR)).await?;
        tx.add_impor(&Impor {
            id: id.clone(),
            unit: unit.to_owned(),
            tahun,
            lembar: lembar.to_owned(),
            nama,
            isi,
            oleh: pelaku.orang.clone(),
            pada: self.kini(),
        })
        .await?;
        let sidik = store::sidik_dari(&berkas.isi);
        let peristiwa = self.peristiwa(
            pelaku,
            "unggah-tabel",
            unit,
            format!("{tahun}/{lembar}"),
            format!("sidik {sidik}"),
        );
        tx.commit(&[peristiwa]).await?;
        Ok(id)
    }

    /// An uploaded table with the mapping that is proposed for it.
    ///
    /// # Errors
    /// No permission, or a table that this person did not upload here.
    pub async fn buka_impor(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        id: &str,
    ) -> Result<ImporDibuka> {
        let mut tx = self.store.read().await?;
        let impor = milik(&mut tx, pelaku, unit, tahun, id).await?;
        drop(tx);
        self.wajib_boleh(pelaku, tindakan_lembar(&impor.lembar), unit)
            .await?;
        let mut tx = self.store.read().await?;
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        let keterangan = dibaca
            .keterangan_lembar(&impor.lembar)
            .ok_or_else(|| tidak_ada(&impor.lembar))?;
        let tabel: Vec<TabelUnggahan> = serde_json::from_str(&impor.isi).map_err(dalam)?;
        let kolom = petakan::kolom_tujuan(&dibaca, &keterangan);
        let ingatan = tx.pemetaan(unit, &impor.lembar).await?;
        let diingat = ingatan
            .as_ref()
            .and_then(|ingatan| petakan::dari_ingatan(&ingatan.isi, &tabel, &kolom));
        Ok(ImporDibuka {
            id: impor.id,
            nama: impor.nama,
            usulan: diingat
                .clone()
                .unwrap_or_else(|| petakan::usulkan(&tabel, &kolom, tahun)),
            diingat: diingat.is_some(),
            keterangan,
            kolom,
            tabel,
        })
    }

    /// What saving a table by this mapping would do.
    ///
    /// # Errors
    /// As [`App::buka_impor`]; a mapping that names no row.
    pub async fn rencana_impor(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        id: &str,
        peta: &PetaKolom,
    ) -> Result<RencanaImpor> {
        let dibuka = self.buka_impor(pelaku, unit, tahun, id).await?;
        let mut tx = self.store.read().await?;
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        self.rencanakan(&dibaca, &dibuka, peta)
    }

    fn rencanakan(
        &self,
        dibaca: &TahunDibaca,
        dibuka: &ImporDibuka,
        peta: &PetaKolom,
    ) -> Result<RencanaImpor> {
        let mut rencana = rencana::susun(
            &dibaca.isi,
            &dibuka.keterangan,
            &dibuka.tabel,
            peta,
            TERPANJANG,
        )?;
        rencana.kesalahan =
            rencana::kesalahan(&dibaca.isi, &dibuka.keterangan, &rencana, &self.hukum)?;
        Ok(rencana)
    }

    /// Saves a table as new versions, and remembers the mapping. `sidik` is what the sheet said when the plan was looked at.
    ///
    /// # Errors
    /// As [`App::rencana_impor`]; a locked sheet; a sheet that changed since it was looked at. Then nothing is saved.
    pub async fn simpan_impor(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        id: &str,
        peta: &PetaKolom,
        sidik: &str,
    ) -> Result<Perubahan> {
        let dibuka = self.buka_impor(pelaku, unit, tahun, id).await?;
        let lembar = dibuka.keterangan.nama.clone();
        let mut tx = self.tulis_lembar(unit, tahun, &lembar).await?;
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        let rencana = self.rencanakan(&dibaca, &dibuka, peta)?;
        if rencana.sidik != sidik {
            return Err(Error::BelumDapat(
                "lembar ini diubah orang lain sejak Anda melihat pratinjaunya; periksa lagi perubahannya, lalu simpan"
                    .to_owned(),
            ));
        }
        let kolom: Vec<&str> = peta.kolom.keys().map(String::as_str).collect();
        self.siapkan_lembar(
            &mut tx,
            unit,
            tahun,
            &dibaca.isi,
            &dibuka.keterangan,
            &kolom,
        )
        .await?;
        let alasan = format!("impor dari {}", dibuka.nama);
        for satu in &rencana.ubah {
            let alamat = Alamat {
                unit: unit.to_owned(),
                tahun,
                lembar: lembar.clone(),
                baris: satu.baris.clone(),
                kolom: satu.kolom.clone(),
            };
            tx.put_sel(
                &alamat,
                &satu.menjadi,
                satu.versi,
                &pelaku.orang,
                self.kini(),
                &alasan,
            )
            .await?;
        }
        for sel in &rencana.baru {
            self.simpan_baris(&mut tx, pelaku, (unit, tahun, &lembar), sel, &alasan)
                .await?;
        }
        let ingatan = petakan::ingatan(peta, &dibuka.tabel).map_err(dalam)?;
        tx.put_pemetaan(unit, &lembar, &ingatan, &pelaku.orang, self.kini())
            .await?;
        tx.drop_impor(id, self.kini().saturating_sub(UMUR)).await?;
        let perubahan = Perubahan {
            sel: rencana
                .baru
                .iter()
                .map(Vec::len)
                .sum::<usize>()
                .saturating_add(rencana.ubah.len()),
            baris_baru: rencana.baru.len(),
            baris_hilang: 0,
        };
        let peristiwa = self.peristiwa(
            pelaku,
            "impor-tabel",
            unit,
            format!("{tahun}/{lembar}"),
            format!("{} sel, {} baris baru", perubahan.sel, perubahan.baris_baru),
        );
        self.perbarui_ringkasan(&mut tx, unit, tahun).await?;
        tx.commit(&[peristiwa]).await?;
        Ok(perubahan)
    }
}

/// The uploaded table, for who uploaded it.
async fn milik(tx: &mut Tx, pelaku: &Pelaku, unit: &str, tahun: i64, id: &str) -> Result<Impor> {
    tx.impor(id)
        .await?
        .filter(|impor| impor.unit == unit && impor.tahun == tahun && impor.oleh == pelaku.orang)
        .ok_or_else(|| {
            Error::BelumDapat(
                "berkas unggahan ini sudah disimpan atau kedaluwarsa; unggah lagi".to_owned(),
            )
        })
}

fn dalam(galat: serde_json::Error) -> Error {
    Error::Dalam(galat.to_string())
}
