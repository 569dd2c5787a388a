//! A year between the store and a package: every cell as its text, nothing interpreted on the way.

mod tulis;

use std::collections::BTreeMap;

use kinerja::masukan::Tempat;
use paket::skema;
use paket::{BarisKe, BarisMentah, Entri, LembarMentah, Mentah};
use store::{Lembar, Sel, Tx};

use crate::error::Result;
use crate::usecases::TitikSel;

pub use tulis::Perubahan;
pub(crate) use tulis::{Pengisi, write};

/// The sheet that holds `satker.toml`.
pub(crate) const SATKER: &str = "satker";
/// The sheet of narratives.
pub(crate) const NARASI: &str = "narasi";
/// The sheet of pictures: their hashes.
pub(crate) const GAMBAR: &str = "gambar";
/// Column of the sheets that are no tables.
pub(crate) const ISI: &str = "isi";

/// What a place calls a sheet begins so.
const AWALAN_LEMBAR: &str = "lembar ";
/// The row at which a place counts the first row below the headings.
const BARIS_PERTAMA: usize = 2;

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

    /// The cell that a place of the package speaks of; none where it speaks of no cell.
    #[must_use]
    pub fn titik(&self, tempat: &Tempat) -> Option<TitikSel> {
        let lembar = self.lembar.iter().find(|lembar| {
            tempat.berkas.strip_prefix(AWALAN_LEMBAR) == Some(lembar.nama.as_str())
        })?;
        let (baris, kolom) = if lembar.nama == SATKER {
            let baris = lembar.baris.iter().find(|baris| baris.id == tempat.kolom)?;
            (baris, ISI)
        } else {
            let ke = usize::try_from(tempat.baris)
                .ok()?
                .checked_sub(BARIS_PERTAMA)?;
            (lembar.baris.get(ke)?, tempat.kolom.as_str())
        };
        Some(TitikSel {
            lembar: lembar.nama.clone(),
            baris: baris.id.clone(),
            kolom: kolom.to_owned(),
        })
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
                        // Where the id is the key, a text that moved to another key is another year.
                        let kunci = [SATKER, NARASI, GAMBAR]
                            .contains(&lembar.nama.as_str())
                            .then_some(baris.id.as_str());
                        let isi = lembar.kepala.iter().map(|kolom| baris.teks(kolom));
                        kunci.into_iter().chain(isi).collect::<Vec<_>>()
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
                            nomor: BarisKe(
                                u32::try_from(ke.saturating_add(BARIS_PERTAMA)).unwrap_or(u32::MAX),
                            ),
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

fn nomor(urutan: i64) -> u32 {
    u32::try_from(urutan).unwrap_or(0)
}
