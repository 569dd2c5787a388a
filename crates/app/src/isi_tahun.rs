//! A year between the store and a package: every cell as its text, nothing interpreted on the way.

use std::collections::{BTreeMap, BTreeSet};

use paket::skema;
use paket::{BarisKe, BarisMentah, Entri, LembarMentah, Mentah};
use store::{Alamat, Baris, Lembar, Sel, Tx, Waktu};

use crate::error::Result;

/// The sheet that holds `satker.toml`.
pub(crate) const SATKER: &str = "satker";
/// The sheet of narratives.
pub(crate) const NARASI: &str = "narasi";
/// The sheet of pictures: their hashes.
pub(crate) const GAMBAR: &str = "gambar";
/// Column of the sheets that are no tables.
pub(crate) const ISI: &str = "isi";

/// A year as it is stored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tahun {
    /// The sheets, in the order of the package.
    pub lembar: Vec<LembarIsi>,
}

/// A sheet with its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LembarIsi {
    /// Name.
    pub nama: String,
    /// Headings.
    pub kepala: Vec<String>,
    /// Comment lines.
    pub catatan: Vec<String>,
    /// Rows in order.
    pub baris: Vec<BarisIsi>,
}

/// A row with its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarisIsi {
    /// Its id.
    pub id: String,
    /// Its place.
    pub urutan: i64,
    /// Text and version of each cell, by column.
    pub sel: BTreeMap<String, (String, i64)>,
}

impl Tahun {
    /// The sheet with this name.
    #[must_use]
    pub fn lembar(&self, nama: &str) -> Option<&LembarIsi> {
        self.lembar.iter().find(|lembar| lembar.nama == nama)
    }

    /// Hash of everything that the sheets say, for a step of the flow to be tied to what it was about.
    #[must_use]
    pub fn sidik(&self, memuat: impl Fn(&str) -> bool) -> String {
        let isi: Vec<_> = self
            .lembar
            .iter()
            .filter(|lembar| memuat(&lembar.nama))
            .map(|lembar| {
                let baris: Vec<_> = lembar
                    .baris
                    .iter()
                    .map(|baris| {
                        lembar
                            .kepala
                            .iter()
                            .map(|kolom| baris.teks(kolom))
                            .collect::<Vec<_>>()
                    })
                    .collect();
                serde_json::json!([lembar.nama, lembar.kepala, baris])
            })
            .collect();
        store::sidik_dari(serde_json::Value::from(isi).to_string().as_bytes())
    }

    /// As a package. `gambar` gives the content of a picture by its hash.
    ///
    /// # Errors
    /// A picture that the evidence folder no longer has.
    pub fn mentah(&self, gambar: impl Fn(&str) -> store::Result<Vec<u8>>) -> Result<Mentah> {
        let mut mentah = Mentah::default();
        for lembar in &self.lembar {
            match lembar.nama.as_str() {
                SATKER => {
                    mentah.satker.catatan.clone_from(&lembar.catatan);
                    mentah.satker.isi = lembar
                        .baris
                        .iter()
                        .map(|baris| Entri {
                            kunci: baris.id.clone(),
                            teks: baris.teks(ISI).to_owned(),
                            baris: nomor(baris.urutan),
                        })
                        .filter(|entri| !entri.teks.is_empty())
                        .collect();
                }
                NARASI => {
                    mentah.narasi = lembar
                        .baris
                        .iter()
                        .map(|baris| (baris.id.clone(), baris.teks(ISI).to_owned()))
                        .collect();
                }
                GAMBAR => {
                    for baris in &lembar.baris {
                        mentah
                            .gambar
                            .insert(baris.id.clone(), gambar(baris.teks(ISI))?);
                    }
                }
                _ => mentah.lembar.push(LembarMentah {
                    nama: lembar.nama.clone(),
                    catatan: lembar.catatan.clone(),
                    kepala: lembar.kepala.clone(),
                    baris_kepala: BarisKe(1),
                    baris: lembar
                        .baris
                        .iter()
                        .enumerate()
                        .map(|(ke, baris)| BarisMentah {
                            nomor: BarisKe(u32::try_from(ke).unwrap_or(u32::MAX).saturating_add(2)),
                            sel: lembar
                                .kepala
                                .iter()
                                .map(|kolom| baris.teks(kolom).to_owned())
                                .collect(),
                        })
                        .filter(|baris| baris.sel.iter().any(|sel| !sel.is_empty()))
                        .collect(),
                }),
            }
        }
        // Places are named as sheets: there are no files here.
        mentah.buku_kerja = true;
        Ok(mentah)
    }
}

impl BarisIsi {
    /// Text of the cell in this column; empty for a gap.
    #[must_use]
    pub fn teks(&self, kolom: &str) -> &str {
        self.sel.get(kolom).map_or("", |(teks, _)| teks)
    }

    /// Version of the cell in this column; 0 where it was never written.
    #[must_use]
    pub fn versi(&self, kolom: &str) -> i64 {
        self.sel.get(kolom).map_or(0, |(_, versi)| *versi)
    }
}

/// Reads a year from the store.
pub(crate) async fn read(tx: &mut Tx, unit: &str, tahun: i64) -> Result<Tahun> {
    let mut sel: BTreeMap<(String, String), BTreeMap<String, (String, i64)>> = BTreeMap::new();
    for Sel {
        lembar,
        baris,
        kolom,
        nilai,
        versi,
    } in tx.list_sel(unit, tahun).await?
    {
        sel.entry((lembar, baris))
            .or_default()
            .insert(kolom, (nilai, versi));
    }
    let mut baris: BTreeMap<String, Vec<BarisIsi>> = BTreeMap::new();
    for satu in tx.list_baris(unit, tahun).await? {
        let isi = BarisIsi {
            urutan: satu.urutan,
            sel: sel
                .remove(&(satu.lembar.clone(), satu.baris.clone()))
                .unwrap_or_default(),
            id: satu.baris,
        };
        baris.entry(satu.lembar).or_default().push(isi);
    }
    let mut lembar: Vec<LembarIsi> = tx
        .list_lembar(unit, tahun)
        .await?
        .into_iter()
        .map(
            |Lembar {
                 lembar,
                 kepala,
                 catatan,
                 ..
             }| LembarIsi {
                baris: baris.remove(&lembar).unwrap_or_default(),
                nama: lembar,
                kepala,
                catatan,
            },
        )
        .collect();
    let letak = |nama: &str| {
        skema::LEMBAR
            .iter()
            .position(|satu| satu.nama == nama)
            .unwrap_or(usize::MAX)
    };
    lembar.sort_by(|a, b| (letak(&a.nama), &a.nama).cmp(&(letak(&b.nama), &b.nama)));
    Ok(Tahun { lembar })
}

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
            let lama = dulu.and_then(|dulu| dulu.baris.iter().find(|satu| satu.id == baris.id));
            sisa.remove(&baris.id);
            if lama.is_none() {
                perubahan.baris_baru += 1;
            }
            let isi = Baris {
                lembar: lembar.nama.clone(),
                baris: baris.id.clone(),
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
                    baris: baris.id.clone(),
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

/// What names a row: its key, or its place.
fn kunci_baris(lembar: &LembarMentah, baris: &BarisMentah, urutan: i64) -> String {
    let kolom: Vec<&str> = match skema::lembar(&lembar.nama) {
        Some(skema) => skema.kunci.to_vec(),
        // The files of surveys bear names of their own; their rows are named by the first column.
        None => lembar
            .kepala
            .first()
            .map(String::as_str)
            .into_iter()
            .collect(),
    };
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

fn nomor(urutan: i64) -> u32 {
    u32::try_from(urutan).unwrap_or(0)
}
