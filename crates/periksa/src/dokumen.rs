//! Checking a document that anyone wrote.

use std::collections::{BTreeMap, BTreeSet};

use hukum::Hukum;
use kinerja::Hasil;
use kinerja::masukan::Masukan;

use crate::bacaan::{AngkaId, Bacaan, Letak};
use crate::cakupan::CakupanData;
use crate::{Aturan, Cakupan, Cara, Lokasi, Temuan, rules, sidik, utas};

/// For fewer numbers and sentences than this another thread is not worth it.
const TERPANJANG_SENDIRI: usize = 1_000;

/// What the rules over documents look at.
#[derive(Clone, Copy)]
pub struct BahanDokumen<'a> {
    /// What the document says.
    pub bacaan: &'a Bacaan<'a>,
    /// The law.
    pub hukum: &'a Hukum,
    /// The office's own figures, where they are at hand.
    pub data: Option<Data<'a>>,
}

/// An office's own figures.
#[derive(Clone, Copy)]
pub struct Data<'a> {
    /// What it handed in.
    pub masukan: &'a Masukan,
    /// What was computed from it.
    pub hasil: &'a Hasil,
}

/// What checking a document gave.
#[derive(Debug, Clone, Default)]
pub struct Pemeriksaan {
    /// The findings.
    pub temuan: Vec<Temuan>,
    /// The numbers that some rule could hold against something else, right or wrong.
    pub diperiksa: BTreeSet<AngkaId>,
    /// The numbers that are as the office's own data say.
    pub cocok_data: BTreeSet<AngkaId>,
    /// The numbers that differ from the office's own data.
    pub beda_data: BTreeSet<AngkaId>,
    /// Pieces that are tables under a caption with a wrong year: the year of their numbers is not known.
    pub(crate) salah_tahun: BTreeSet<usize>,
}

impl Pemeriksaan {
    pub(crate) fn temuan(&mut self, temuan: Temuan) {
        self.temuan.push(temuan);
    }

    pub(crate) fn diperiksa(&mut self, angka: impl IntoIterator<Item = AngkaId>) {
        self.diperiksa.extend(angka);
    }

    fn gabung(&mut self, lain: Self) {
        self.temuan.extend(lain.temuan);
        self.diperiksa.extend(lain.diperiksa);
        self.cocok_data.extend(lain.cocok_data);
        self.beda_data.extend(lain.beda_data);
        self.salah_tahun.extend(lain.salah_tahun);
    }
}

/// All findings of the rules that `pakai` chooses by name, binding ones first, and how much could be checked.
#[must_use]
pub fn periksa_dokumen(
    bahan: &BahanDokumen,
    pakai: &dyn Fn(&str) -> bool,
) -> (Vec<Temuan>, Cakupan) {
    let aturan: Vec<&Aturan> = rules::daftar().filter(|a| pakai(a.nama)).collect();
    let mut pemeriksaan = Pemeriksaan::default();
    for bagian in aturan.split_inclusive(|a| a.nama == rules::PENANDA_TAHUN) {
        for satu in jalankan(bahan, bagian, &pemeriksaan.salah_tahun) {
            pemeriksaan.gabung(satu);
        }
    }
    let mut cakupan = Cakupan::hitung(bahan.bacaan, &pemeriksaan);
    cakupan.data = bahan.data.map(|_| CakupanData {
        cocok: pemeriksaan.cocok_data.len(),
        beda: pemeriksaan.beda_data.len(),
    });
    let mut temuan = satukan(pemeriksaan.temuan);
    sidik::beri(bahan.bacaan, &mut temuan);
    temuan.sort_by_key(|t| t.berat);
    (temuan, cakupan)
}

/// What each rule tells, in their order; rules of a long document run side by side.
fn jalankan(
    bahan: &BahanDokumen,
    aturan: &[&Aturan],
    salah_tahun: &BTreeSet<usize>,
) -> Vec<Pemeriksaan> {
    utas::bagi(aturan.len(), banyak_utas(bahan.bacaan), |ke| {
        let mut catat = Pemeriksaan {
            salah_tahun: salah_tahun.clone(),
            ..Pemeriksaan::default()
        };
        if let Some(aturan) = aturan.get(ke)
            && let Cara::Dokumen { periksa, .. } = aturan.cara
        {
            periksa(bahan, aturan, &mut catat);
        }
        catat
    })
}

/// How many threads a document is worth.
fn banyak_utas(bacaan: &Bacaan) -> usize {
    if bacaan.angka.len() + bacaan.kalimat.len() < TERPANJANG_SENDIRI {
        return 1;
    }
    utas::banyak()
}

/// Says once what two rules found at the same words with the same remedy; the places of the later one go to the first.
fn satukan(semua: Vec<Temuan>) -> Vec<Temuan> {
    let mut hasil: Vec<Temuan> = Vec::with_capacity(semua.len());
    let mut dikenal: BTreeMap<(Letak, String), usize> = BTreeMap::new();
    for t in semua {
        let (Lokasi::Titik(titik), Some(seharusnya)) = (&t.lokasi, &t.seharusnya) else {
            hasil.push(t);
            continue;
        };
        let kunci = (titik.letak.clone(), seharusnya.clone());
        let lama = dikenal.get(&kunci).and_then(|i| hasil.get_mut(*i));
        match lama.filter(|lama| lama.aturan != t.aturan && lama.berat <= t.berat) {
            Some(lama) => {
                let baru = t.terkait.into_iter().filter(|l| *l != lama.lokasi);
                for lokasi in baru {
                    if !lama.terkait.contains(&lokasi) {
                        lama.terkait.push(lokasi);
                    }
                }
            }
            None => {
                dikenal.insert(kunci, hasil.len());
                hasil.push(t);
            }
        }
    }
    hasil
}
