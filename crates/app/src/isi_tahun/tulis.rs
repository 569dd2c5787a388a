//! A package becomes the content of a year, cell by cell.

use std::collections::{BTreeMap, BTreeSet};

use paket::skema;
use paket::{BarisMentah, LembarMentah, Mentah};
use store::{Alamat, Baris, Lembar, Tx, Waktu};

use super::{BarisIsi, GAMBAR, ISI, LembarIsi, NARASI, SATKER, read};
use crate::error::Result;

/// Who brings a package in, when and why.
pub(crate) struct Pengisi<'a> {
    pub(crate) unit: &'a str,
    pub(crate) tahun: i64,
    pub(crate) oleh: &'a str,
    pub(crate) pada: Waktu,
    pub(crate) alasan: &'a str,
}

/// What a package changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Perubahan {
    /// Cells that say something else now.
    pub sel: usize,
    /// Rows that are new.
    pub baris_baru: usize,
    /// Rows that the package no longer has.
    pub baris_hilang: usize,
}

/// Makes the year say what the package says, cell by cell; what is equal already gets no new version.
///
/// A row is the same row where its key is the same (`paket::skema`), or its place where the sheet has no key.
pub(crate) async fn write(
    tx: &mut Tx,
    oleh: &Pengisi<'_>,
    mentah: &Mentah,
    gambar: &BTreeMap<String, String>,
) -> Result<Perubahan> {
    let lama = read(tx, oleh.unit, oleh.tahun).await?;
    let mut perubahan = Perubahan::default();
    for lembar in lembar_paket(mentah, gambar) {
        let dulu = lama.lembar(&lembar.nama);
        tx.put_lembar(
            oleh.unit,
            oleh.tahun,
            &Lembar {
                lembar: lembar.nama.clone(),
                kepala: lembar.kepala.clone(),
                catatan: lembar.catatan.clone(),
                versi: 0,
            },
        )
        .await?;
        let mut sisa: BTreeSet<String> = dulu
            .iter()
            .flat_map(|dulu| dulu.baris.iter().map(|baris| baris.id.clone()))
            .collect();
        for baris in lembar.baris {
            let lama = dulu.and_then(|dulu| baris_lama(dulu, &baris.id, &sisa));
            let id = match lama {
                Some(lama) => lama.id.clone(),
                // The name is taken by a row whose key says something else by now.
                None if dulu
                    .is_some_and(|dulu| dulu.baris.iter().any(|satu| satu.id == baris.id)) =>
                {
                    crate::id_baru()
                }
                None => baris.id,
            };
            sisa.remove(&id);
            if lama.is_none() {
                perubahan.baris_baru += 1;
            }
            let isi = Baris {
                lembar: lembar.nama.clone(),
                baris: id.clone(),
                urutan: baris.urutan,
                hapus: 0,
                versi: 0,
            };
            tx.put_baris(oleh.unit, oleh.tahun, &isi).await?;
            for (kolom, (teks, _)) in &baris.sel {
                let alamat = Alamat {
                    unit: oleh.unit.to_owned(),
                    tahun: oleh.tahun,
                    lembar: lembar.nama.clone(),
                    baris: id.clone(),
                    kolom: kolom.clone(),
                };
                // A row that comes back after it was removed has cells that the reading above left out.
                let (kini, versi) = match lama {
                    Some(lama) => (lama.teks(kolom).to_owned(), lama.versi(kolom)),
                    None => tx
                        .sel(&alamat)
                        .await?
                        .map_or((String::new(), 0), |sel| (sel.nilai, sel.versi)),
                };
                if kini == *teks {
                    continue;
                }
                tx.put_sel(&alamat, teks, versi, oleh.oleh, oleh.pada, oleh.alasan)
                    .await?;
                perubahan.sel += 1;
            }
        }
        for id in sisa {
            let isi = Baris {
                lembar: lembar.nama.clone(),
                baris: id,
                urutan: 0,
                hapus: 1,
                versi: 0,
            };
            tx.put_baris(oleh.unit, oleh.tahun, &isi).await?;
            perubahan.baris_hilang += 1;
        }
    }
    Ok(perubahan)
}

/// The package as sheets of the store, rows named.
fn lembar_paket(mentah: &Mentah, gambar: &BTreeMap<String, String>) -> Vec<LembarIsi> {
    let daftar = |nama: &str, catatan: &[String], isi: Vec<(String, String)>| LembarIsi {
        nama: nama.to_owned(),
        kepala: vec![ISI.to_owned()],
        catatan: catatan.to_vec(),
        baris: (1..)
            .zip(isi)
            .map(|(urutan, (id, teks))| BarisIsi {
                id,
                urutan,
                sel: BTreeMap::from([(ISI.to_owned(), (teks, 0))]),
            })
            .collect(),
    };
    let satker = mentah
        .satker
        .isi
        .iter()
        .map(|satu| (satu.kunci.clone(), satu.teks.clone()))
        .collect();
    let narasi = mentah
        .narasi
        .iter()
        .map(|(kunci, teks)| (kunci.clone(), teks.clone()))
        .collect();
    let gambar = gambar
        .iter()
        .map(|(jalur, sidik)| (jalur.clone(), sidik.clone()))
        .collect();
    let mut lembar = vec![
        daftar(SATKER, &mentah.satker.catatan, satker),
        daftar(NARASI, &[], narasi),
        daftar(GAMBAR, &[], gambar),
    ];
    lembar.extend(mentah.lembar.iter().map(|satu| {
        let mut dipakai: BTreeMap<String, usize> = BTreeMap::new();
        LembarIsi {
            nama: satu.nama.clone(),
            kepala: satu.kepala.clone(),
            catatan: satu.catatan.clone(),
            baris: (1..)
                .zip(&satu.baris)
                .map(|(urutan, baris)| {
                    let kunci = kunci_baris(satu, baris, urutan);
                    let ke = dipakai.entry(kunci.clone()).or_default();
                    *ke += 1;
                    BarisIsi {
                        id: if *ke == 1 {
                            kunci
                        } else {
                            format!("{kunci} ({ke})")
                        },
                        urutan,
                        sel: satu
                            .kepala
                            .iter()
                            .zip(&baris.sel)
                            .map(|(kolom, teks)| (kolom.clone(), (teks.clone(), 0)))
                            .collect(),
                    }
                })
                .collect(),
        }
    }));
    lembar
}

/// The row that a package means: the one with its key, or the one that was named by it; of those that are not taken yet.
///
/// A row that was added by hand bears a name of its own.
fn baris_lama<'a>(
    dulu: &'a LembarIsi,
    kunci: &str,
    sisa: &BTreeSet<String>,
) -> Option<&'a BarisIsi> {
    let kolom = kolom_kunci(&dulu.nama, &dulu.kepala);
    let bebas = || dulu.baris.iter().filter(|satu| sisa.contains(&satu.id));
    bebas()
        .find(|satu| {
            let bagian: Vec<&str> = kolom
                .iter()
                .filter(|nama| dulu.kepala.iter().any(|kolom| kolom == *nama))
                .map(|nama| satu.teks(nama))
                .collect();
            bagian.join(" / ") == kunci
        })
        .or_else(|| bebas().find(|satu| satu.id == kunci))
}

/// The columns that name a row.
fn kolom_kunci<'a>(lembar: &str, kepala: &'a [String]) -> Vec<&'a str> {
    match skema::lembar(lembar) {
        Some(skema) => skema.kunci.to_vec(),
        // The files of surveys bear names of their own; their rows are named by the first column.
        None => kepala.first().map(String::as_str).into_iter().collect(),
    }
}

/// What names a row: its key, or its place.
fn kunci_baris(lembar: &LembarMentah, baris: &BarisMentah, urutan: i64) -> String {
    let kolom = kolom_kunci(&lembar.nama, &lembar.kepala);
    let bagian: Vec<&str> = kolom
        .iter()
        .filter_map(|nama| {
            let letak = lembar.kepala.iter().position(|kolom| kolom == nama)?;
            baris.sel.get(letak).map(String::as_str)
        })
        .collect();
    if bagian.is_empty() || bagian.iter().all(|satu| satu.is_empty()) {
        format!("baris {urutan}")
    } else {
        bagian.join(" / ")
    }
}
