//! Numbers of running text that belong to a row of a table, not to the indicator that the paragraph is about.
//!
//! "Waktu Penyelesaian, dengan nilai 3,42" under an indicator's heading says nothing of the indicator's own value. The rows of
//! the document's tables tell which names these are.

use std::collections::HashSet;

use super::kosakata::normal;
use crate::bacaan::{Asal, Bacaan, JenisBaris, JenisPerihal, Pernyataan};

/// Words in the longest name that is looked for.
const KATA_TERBANYAK: usize = 8;
/// Letters in the shortest name that is looked for.
const HURUF_TERSEDIKIT: usize = 5;
/// Names of rows that say what a number is, not whose.
const UMUM: &[&str] = &[
    "target",
    "realisasi",
    "capaian",
    "jumlah",
    "nilai",
    "total",
    "tahun",
    "pagu",
    "anggaran",
    "responden",
    "belanja",
    "pegawai",
    "indeks",
    "persentase",
    "rata rata",
    "kinerja",
    "penyerapan",
    "serapan",
    "bobot",
];

/// Takes away the statements about an indicator whose own words name a row of another kind between the number before and it.
pub(super) fn buang(bacaan: &Bacaan, pernyataan: &mut Vec<Pernyataan>) {
    let nama = nama_baris(bacaan);
    if nama.is_empty() {
        return;
    }
    pernyataan.retain(|p| {
        let Asal::Kalimat(kalimat) = p.asal else {
            return true;
        };
        if !matches!(
            p.perihal.jenis,
            JenisPerihal::Indikator | JenisPerihal::RerataCapaian
        ) {
            return true;
        }
        !menyebut(bacaan, kalimat, p, &nama)
    });
}

/// Names of rows that are parts, places or things of their own.
fn nama_baris(bacaan: &Bacaan) -> HashSet<String> {
    let indikator: HashSet<String> = bacaan
        .indikator
        .iter()
        .flat_map(|i| i.sebutan.iter().chain([&i.nama]))
        .map(|nama| normal(nama))
        .collect();
    bacaan
        .tabel
        .iter()
        .flat_map(|tabel| &tabel.baris)
        .filter(|baris| baris.jenis == JenisBaris::Isi)
        .filter(|baris| {
            baris
                .perihal
                .as_ref()
                .is_none_or(|p| matches!(p.jenis, JenisPerihal::Unsur | JenisPerihal::Lain))
        })
        .filter(|baris| baris.peran.is_none() && baris.bulan.is_none() && baris.tahun.is_none())
        .map(|baris| normal(&baris.label))
        .filter(|nama| {
            nama.len() >= HURUF_TERSEDIKIT
                && nama.split(' ').count() <= KATA_TERBANYAK
                && !UMUM.contains(&nama.as_str())
                && !indikator
                    .iter()
                    .any(|i| i.contains(nama.as_str()) || nama.contains(i.as_str()))
        })
        .collect()
}

fn menyebut(bacaan: &Bacaan, kalimat: usize, p: &Pernyataan, nama: &HashSet<String>) -> bool {
    let Some(kalimat) = bacaan.kalimat.get(kalimat) else {
        return false;
    };
    let angka = &bacaan.angka(p.angka).letak;
    let sebelum = kalimat
        .angka
        .iter()
        .map(|id| bacaan.angka(*id).letak.akhir)
        .filter(|akhir| *akhir <= angka.awal)
        .max()
        .unwrap_or(kalimat.letak.awal);
    let sela = normal(bacaan.teks(&kalimat.letak.bagian(sebelum..angka.awal)));
    let kata: Vec<&str> = sela.split(' ').filter(|k| !k.is_empty()).collect();
    (0..kata.len()).any(|awal| {
        (1..=KATA_TERBANYAK.min(kata.len() - awal)).any(|banyak| {
            kata.get(awal..awal + banyak)
                .is_some_and(|frasa| nama.contains(&frasa.join(" ")))
        })
    })
}
