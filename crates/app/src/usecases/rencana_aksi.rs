//! The action plan: its rows made from the agreement, and what it still lacks.

use std::collections::BTreeMap;

use kinerja::masukan::{BarisPerjanjian, Masukan};
use kinerja::pohon::tingkat_sendiri;
use paket::skema;
use store::{Alamat, Baris, Lembar};

use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::{App, Pelaku};

/// Name of the sheet.
const LEMBAR: &str = "rencana_aksi";
const TRIWULAN: [&str; 4] = ["I", "II", "III", "IV"];

impl App {
    /// Adds a row for every indicator of the agreement that the action plan does not have yet; how many were added.
    /// Rows that are there stay as they are.
    ///
    /// # Errors
    /// No permission, a locked sheet, an agreement without indicators.
    pub async fn siapkan_rencana_aksi(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
    ) -> Result<usize> {
        self.wajib_boleh(pelaku, Tindakan::UbahRencana, unit)
            .await?;
        let mut tx = self.tulis_lembar(unit, tahun, LEMBAR).await?;
        let dibaca = self.baca(&mut tx, unit, tahun).await?;
        let janji = janji(&dibaca.masukan);
        if janji.is_empty() {
            return Err(Error::BelumDapat(
                "Perjanjian Kinerja belum berisi indikator; isi lebih dahulu".to_owned(),
            ));
        }
        let bentuk = skema::lembar(LEMBAR)
            .ok_or_else(|| Error::Dalam(format!("lembar {LEMBAR} tidak dikenal")))?;
        let ada = dibaca.isi.lembar(LEMBAR);
        let mut kepala = ada.map(|lembar| lembar.kepala.clone()).unwrap_or_default();
        for kolom in bentuk.kolom {
            if !kepala.iter().any(|nama| nama == kolom.nama) {
                kepala.push(kolom.nama.to_owned());
            }
        }
        let isi = Lembar {
            lembar: LEMBAR.to_owned(),
            kepala,
            catatan: ada.map(|lembar| lembar.catatan.clone()).unwrap_or_default(),
            versi: 0,
        };
        tx.put_lembar(unit, tahun, &isi).await?;
        let mut urutan = ada
            .iter()
            .flat_map(|lembar| &lembar.baris)
            .map(|baris| baris.urutan)
            .max()
            .unwrap_or(0);
        let (mut banyak, kini) = (0_usize, self.kini());
        for satu in janji {
            let mut rencana = dibaca.masukan.rencana_aksi.iter();
            if rencana.any(|rencana| rencana.milik(satu)) {
                continue;
            }
            let sel = BTreeMap::from([
                ("tahun", satu.tahun.to_string()),
                ("tingkat", satu.tingkat.kata().to_owned()),
                ("no_sasaran", satu.no_sasaran.clone()),
                ("no_indikator", satu.no_indikator.clone()),
                ("indikator", satu.indikator.clone()),
            ]);
            let kunci: Vec<&str> = bentuk
                .kunci
                .iter()
                .filter_map(|kolom| sel.get(kolom).map(String::as_str))
                .collect();
            let id = kunci.join(" / ");
            urutan = urutan.saturating_add(1);
            banyak = banyak.saturating_add(1);
            let baris = Baris {
                lembar: LEMBAR.to_owned(),
                baris: id.clone(),
                urutan,
                hapus: 0,
                versi: 0,
            };
            tx.put_baris(unit, tahun, &baris).await?;
            for (kolom, teks) in &sel {
                let alamat = Alamat {
                    unit: unit.to_owned(),
                    tahun,
                    lembar: LEMBAR.to_owned(),
                    baris: id.clone(),
                    kolom: (*kolom).to_owned(),
                };
                // A row that was removed before has cells already.
                let versi = tx.sel(&alamat).await?.map_or(0, |sel| sel.versi);
                let alasan = "disiapkan dari Perjanjian Kinerja";
                tx.put_sel(&alamat, teks, versi, &pelaku.orang, kini, alasan)
                    .await?;
            }
        }
        let peristiwa = self.peristiwa(
            pelaku,
            "siapkan-rencana-aksi",
            unit,
            tahun.to_string(),
            format!("{banyak} baris baru"),
        );
        self.perbarui_ringkasan(&mut tx, unit, tahun).await?;
        tx.commit(&[peristiwa]).await?;
        Ok(banyak)
    }
}

/// The indicators that the office itself promises in the reported year.
fn janji(masukan: &Masukan) -> Vec<&BarisPerjanjian> {
    let tahun = masukan.satker.tahun;
    let tingkat = tingkat_sendiri(masukan, tahun);
    masukan
        .perjanjian
        .iter()
        .filter(|baris| baris.tahun == tahun && baris.tingkat == tingkat)
        .collect()
}

/// Whether an indicator of the agreement has no row in the action plan.
pub(crate) fn ada_tanpa_baris(masukan: &Masukan) -> bool {
    let ada = |satu: &BarisPerjanjian| masukan.rencana_aksi.iter().any(|baris| baris.milik(satu));
    janji(masukan).into_iter().any(|satu| !ada(satu))
}

/// What the action plan lacks before it can be handed in: indicators without a row, and quarters without a target.
pub(crate) fn kekurangan(masukan: &Masukan) -> Vec<String> {
    janji(masukan)
        .into_iter()
        .filter_map(|satu| {
            let rencana = masukan
                .rencana_aksi
                .iter()
                .find(|rencana| rencana.milik(satu));
            let Some(rencana) = rencana else {
                return Some(format!("{} belum ada", satu.indikator));
            };
            let kosong: Vec<&str> = TRIWULAN
                .into_iter()
                .zip(&rencana.triwulan)
                .filter(|(_, sel)| sel.kosong())
                .map(|(nama, _)| nama)
                .collect();
            (!kosong.is_empty()).then(|| {
                format!(
                    "{}: target triwulan {} belum diisi",
                    satu.indikator,
                    kosong.join(", ")
                )
            })
        })
        .collect()
}
