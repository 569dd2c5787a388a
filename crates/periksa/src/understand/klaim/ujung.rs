//! Claims about the lowest or highest part of a table.

use std::collections::BTreeMap;

use super::Konteks;
use crate::bacaan::{AngkaId, Bacaan, IsiKlaim, JenisBaris, Klaim};
use crate::understand::kosakata;
use crate::understand::prosa::kata::{Isi, Kata};

const TERENDAH: &[&str] = &["terendah", "terkecil"];
const TERTINGGI: &[&str] = &["tertinggi", "terbesar"];

/// Names of rows by their first word, each as words.
pub(super) type Label = BTreeMap<String, Vec<Vec<String>>>;

/// The names of the rows of all tables.
pub(super) fn label(bacaan: &Bacaan) -> Label {
    let mut hasil = Label::new();
    for tabel in &bacaan.tabel {
        for baris in tabel.baris.iter().filter(|b| b.jenis == JenisBaris::Isi) {
            let kata: Vec<String> = kosakata::kata(&baris.label)
                .map(|(_, k)| k.to_lowercase())
                .collect();
            let Some(pertama) = kata.first() else {
                continue;
            };
            let daftar = hasil.entry(pertama.clone()).or_default();
            if !daftar.contains(&kata) {
                daftar.push(kata);
            }
        }
    }
    hasil
}

pub(super) fn cari(konteks: &Konteks, label: &Label, hasil: &mut Vec<Klaim>) {
    const SESUDAH: usize = 14;
    const SEBELUM: usize = 10;
    let kata = konteks.kata();
    for di in 0..kata.len() {
        let tertinggi = kata[di].salah_satu(TERTINGGI);
        if !(tertinggi || kata[di].salah_satu(TERENDAH)) || konteks.andai(di) {
            continue;
        }
        // Only what is said of parts; the highest of other things stands in no table that we know.
        let dekat = &kata[di.saturating_sub(SEBELUM)..(di + SESUDAH).min(kata.len())];
        if !dekat
            .iter()
            .any(|k| k.salah_satu(&["unsur", "aspek", "indikator", "komponen", "variabel"]))
        {
            continue;
        }
        let akhir = konteks.akhir_klausa(di).min(di + SESUDAH);
        let batas = batas_ujung(kata, di + 1, akhir);
        let ditemukan = nama(kata, di + 1, batas, label).or_else(|| {
            let awal = konteks.awal_klausa(di).max(di.saturating_sub(SEBELUM));
            nama(kata, awal, di, label)
        });
        let Some((awal_nama, akhir_nama, unsur)) = ditemukan else {
            continue;
        };
        let mulai = awal_nama.min(di);
        let sampai = akhir_nama.max(di + 1);
        let angka: Option<AngkaId> = konteks
            .angka(sampai, (sampai + 5).min(akhir.max(sampai)))
            .next()
            .map(|(_, id)| id);
        let perihal = konteks.ucapan.topik.clone();
        hasil.push(konteks.klaim(
            mulai,
            sampai,
            perihal,
            IsiKlaim::Ujung {
                tertinggi,
                unsur,
                angka,
            },
        ));
    }
}

/// Where the words about one end stop: the word for an end behind it begins another claim.
fn batas_ujung(kata: &[Kata], awal: usize, akhir: usize) -> usize {
    (awal..akhir)
        .find(|i| kata[*i].salah_satu(TERENDAH) || kata[*i].salah_satu(TERTINGGI))
        .unwrap_or(akhir)
}

/// The first name of a row between two words, the longest that fits.
fn nama(kata: &[Kata], awal: usize, akhir: usize, label: &Label) -> Option<(usize, usize, String)> {
    for di in awal..akhir {
        if kata[di].isi != Isi::Kata {
            continue;
        }
        let mut datar: Vec<(&str, usize)> = Vec::new();
        for (i, satu) in kata.iter().enumerate().take(akhir).skip(di) {
            match satu.isi {
                Isi::Kata => {
                    datar.extend(kosakata::kata(&satu.teks).map(|(_, k)| (k, i)));
                }
                Isi::Tanda(',' | '(' | ')' | '"' | '“' | '”') => {}
                _ => break,
            }
        }
        let calon = datar.first().and_then(|(pertama, _)| label.get(*pertama));
        let terpanjang = calon
            .into_iter()
            .flatten()
            .filter(|nama| {
                nama.len() <= datar.len() && nama.iter().zip(&datar).all(|(a, (b, _))| a == b)
            })
            .max_by_key(|nama| nama.len());
        if let Some(nama) = terpanjang {
            let sampai = datar.get(nama.len() - 1).map_or(di, |(_, i)| *i);
            return Some((di, sampai + 1, nama.join(" ")));
        }
    }
    None
}
