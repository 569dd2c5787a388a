//! The plans of a year in one look: agreement with its versions, action plan, who signs, sections.

use std::collections::{BTreeMap, BTreeSet};

use store::{Langkah, PerubahanSel, Tx, Unit};

use super::cetak_perjanjian::{baris_seksi, tanggal_perjanjian};
use super::pihak_perjanjian::PihakPerjanjian;
use super::{AlurTahun, TahunDibaca, rencana_aksi};
use crate::alur::{JenisAlur, Keadaan};
use crate::error::Result;
use crate::peran::Tindakan;
use crate::{App, Pelaku};

/// The plans of a year.
#[derive(Debug)]
pub struct Perencanaan {
    /// The year.
    pub dibaca: TahunDibaca,
    /// The flow of the agreement.
    pub perjanjian: Option<AlurTahun>,
    /// The flow of the action plan.
    pub rencana_aksi: Option<AlurTahun>,
    /// The versions of the agreement, the newest first.
    pub versi: Vec<VersiPerjanjian>,
    /// Who signs.
    pub pihak: PihakPerjanjian,
    /// The day of signing, as ISO 8601 text; none while nobody has set it, then the parties are those of today.
    pub tanggal: Option<String>,
    /// The unit above.
    pub induk: Option<Unit>,
    /// The units above and below whose plans of the year the person may see.
    pub sekitar: Vec<Unit>,
    /// The sections below, each with the lines of the agreement that the action plan gives it.
    pub seksi: Vec<(Unit, usize)>,
    /// What the action plan lacks.
    pub kekurangan: Vec<String>,
    /// Whether an indicator of the agreement has no row in the action plan.
    pub ada_tanpa_baris: bool,
    /// Names of the people in the history, by id.
    pub nama: BTreeMap<String, String>,
}

/// A version of the agreement: from its opening to its approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersiPerjanjian {
    /// Its number, from 1.
    pub nomor: usize,
    /// Why it was opened; empty for the first.
    pub alasan: String,
    /// Its approval; none while it is being written.
    pub disahkan: Option<Langkah>,
    /// What it changed in the version before it; empty for the first.
    pub perubahan: Vec<PerubahanSel>,
}

impl App {
    /// The plans of a year; `tanggal` asks who would sign on that day.
    ///
    /// # Errors
    /// No permission to see the unit, a year that is not open, a day that is none.
    pub async fn perencanaan(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        tanggal: Option<&str>,
    ) -> Result<Perencanaan> {
        let mut alur = self.daftar_alur(pelaku, unit, tahun).await?;
        let mut ambil = |jenis| {
            let letak = alur.iter().position(|satu| satu.jenis == jenis)?;
            Some(alur.swap_remove(letak))
        };
        let (perjanjian, rencana) = (ambil(JenisAlur::Perjanjian), ambil(JenisAlur::RencanaAksi));
        let mut tx = self.store.read().await?;
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        let perubahan = tx
            .perubahan_lembar(unit, tahun, "perjanjian_kinerja")
            .await?;
        let riwayat = perjanjian
            .as_ref()
            .map_or(&[][..], |alur| alur.riwayat.as_slice());
        let versi = versi_perjanjian(riwayat, perubahan);
        let nama = nama_orang(&mut tx, &versi).await?;
        let terlihat = self
            .unit_yang_boleh(&mut tx, pelaku, Tindakan::Lihat)
            .await?;
        let kini = dibaca.unit.induk.clone();
        let mut sekitar = Vec::new();
        for satu in &terlihat {
            let dekat = satu.induk.as_deref() == Some(unit) || kini.as_ref() == Some(&satu.unit);
            if dekat && tx.periode(&satu.unit, tahun).await?.is_some() {
                sekitar.push(satu.clone());
            }
        }
        drop(tx);
        let tanggal = tanggal_perjanjian(&dibaca, tanggal)?.map(|hari| hari.to_string());
        let hari = match &tanggal {
            Some(hari) => hari.clone(),
            None => self.hari_ini_di(unit).await?,
        };
        let pihak = self
            .pihak_perjanjian(&dibaca.unit, &dibaca.masukan.satker, &hari)
            .await?;
        let induk = self.induk_pada(&dibaca.unit, &hari).await?;
        let seksi = terlihat
            .into_iter()
            .filter(|satu| satu.induk.as_deref() == Some(unit) && satu.tingkat == "seksi")
            .map(|satu| {
                let banyak = baris_seksi(&dibaca.masukan, &satu).len();
                (satu, banyak)
            })
            .collect();
        Ok(Perencanaan {
            kekurangan: rencana_aksi::kekurangan(&dibaca.masukan),
            ada_tanpa_baris: rencana_aksi::ada_tanpa_baris(&dibaca.masukan),
            dibaca,
            perjanjian,
            rencana_aksi: rencana,
            versi,
            pihak,
            tanggal,
            induk,
            sekitar,
            seksi,
            nama,
        })
    }
}

/// Cuts the history at its approvals: what was changed after one belongs to the next version.
fn versi_perjanjian(riwayat: &[Langkah], perubahan: Vec<PerubahanSel>) -> Vec<VersiPerjanjian> {
    let mut daftar = vec![VersiPerjanjian {
        nomor: 1,
        alasan: String::new(),
        disahkan: None,
        perubahan: Vec::new(),
    }];
    for langkah in riwayat {
        let Some(kini) = daftar.last_mut() else {
            continue;
        };
        if langkah.menjadi == Keadaan::Disahkan.kata() {
            kini.disahkan = Some(langkah.clone());
        } else if kini.disahkan.is_some() && langkah.menjadi == Keadaan::Draf.kata() {
            let nomor = kini.nomor.saturating_add(1);
            daftar.push(VersiPerjanjian {
                nomor,
                alasan: langkah.alasan.clone(),
                disahkan: None,
                perubahan: Vec::new(),
            });
        }
    }
    for satu in perubahan {
        let milik = daftar.iter_mut().find(|versi| {
            versi
                .disahkan
                .as_ref()
                .is_none_or(|sah| satu.pada <= sah.pada)
        });
        // The first version has no version before it to differ from.
        if let Some(milik) = milik.filter(|versi| versi.nomor > 1) {
            milik.perubahan.push(satu);
        }
    }
    daftar.reverse();
    daftar
}

async fn nama_orang(tx: &mut Tx, versi: &[VersiPerjanjian]) -> Result<BTreeMap<String, String>> {
    let id: BTreeSet<&str> = versi
        .iter()
        .flat_map(|versi| {
            let ubah = versi.perubahan.iter().map(|satu| satu.oleh.as_str());
            ubah.chain(versi.disahkan.iter().map(|sah| sah.oleh.as_str()))
        })
        .collect();
    let mut nama = BTreeMap::new();
    for id in id {
        if let Some(orang) = tx.orang(id).await? {
            nama.insert(id.to_owned(), orang.nama);
        }
    }
    Ok(nama)
}
