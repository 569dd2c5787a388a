//! The names of what stands in tables: of rows, and of the months and years of columns.

use std::collections::BTreeMap;

use crate::bacaan::{Bacaan, Baris, JenisBaris, JenisKolom, Tabel};
use crate::understand::kosakata;
use crate::understand::prosa::kata::{Isi, Kata};
use crate::understand::prosa::waktu;

/// A name of a row or a column.
#[derive(Debug)]
pub(in crate::understand::klaim) struct Nama {
    /// Words one of which must stand before it, where it alone says too little ("III").
    golongan: Vec<String>,
    /// Whether it is a name only where it is written with a capital: a part of the whole name.
    besar: bool,
    pub tabel: usize,
    pub tempat: Tempat,
    /// Whether it is a month or a year.
    pub waktu: bool,
}

/// Where in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::understand::klaim) enum Tempat {
    /// Index into the rows as understood.
    Baris(usize),
    /// Index into the columns.
    Kolom(usize),
}

/// All names, by their words.
#[derive(Debug, Default)]
pub(in crate::understand::klaim) struct Daftar {
    nama: BTreeMap<Vec<String>, Vec<Nama>>,
    bulan: BTreeMap<u8, Vec<Nama>>,
    tahun: BTreeMap<i16, Vec<Nama>>,
}

/// The names in all tables.
pub(in crate::understand::klaim) fn nama(bacaan: &Bacaan) -> Daftar {
    let mut daftar = Daftar::default();
    for (i, tabel) in bacaan.tabel.iter().enumerate() {
        daftar.tambah_baris(tabel, i);
        for (k, kolom) in tabel.kolom.iter().enumerate() {
            if kolom.jenis == JenisKolom::Angka {
                daftar.tambah_waktu(kolom.bulan, kolom.tahun, i, Tempat::Kolom(k));
            }
        }
    }
    daftar
}

impl Daftar {
    fn tambah_baris(&mut self, tabel: &Tabel, i: usize) {
        let kepala: Vec<String> = tabel
            .kolom
            .iter()
            .find(|k| k.jenis != JenisKolom::Nomor)
            .map(|k| pecah(&k.jalur.join(" ")))
            .unwrap_or_default();
        let mut pertama: BTreeMap<String, usize> = BTreeMap::new();
        let isi = |b: &&Baris| b.jenis == JenisBaris::Isi && !b.label.is_empty();
        for satu in tabel.baris.iter().filter(isi) {
            if let Some(kata) = pecah(&satu.label).into_iter().next() {
                *pertama.entry(kata).or_default() += 1;
            }
        }
        for (n, satu) in tabel.baris.iter().enumerate() {
            if !isi(&satu) {
                continue;
            }
            let tempat = Tempat::Baris(n);
            self.tambah_waktu(satu.bulan, satu.tahun, i, tempat);
            if satu.bulan.is_some() || satu.tahun.is_some() {
                continue;
            }
            let mut tulis = |kata: Vec<String>, besar: bool| {
                let Some(awal) = kata.first() else {
                    return;
                };
                // A short form in capitals is name enough.
                let pendek = kata.len() == 1 && awal.chars().count() <= 3 && !besar;
                let golongan = if pendek { kepala.clone() } else { Vec::new() };
                if pendek && golongan.is_empty() {
                    return;
                }
                self.nama.entry(kata).or_default().push(Nama {
                    golongan,
                    besar,
                    tabel: i,
                    tempat,
                    waktu: false,
                });
            };
            let utuh = pecah(tanpa_nomor(&satu.label));
            let depan = pecah(tanpa_nomor(
                satu.label.split('(').next().unwrap_or_default(),
            ));
            if let Some(singkatan) = singkatan(&satu.label) {
                tulis(vec![singkatan], true);
            }
            // The kind of thing is often left out: "Desa Sukarami" is "Sukarami".
            let bergolongan = depan.len() > 1
                && depan.first().is_some_and(|kata| {
                    kepala.contains(kata)
                        || kosakata::KEPALA_KANTOR.contains(&kata.as_str())
                        || pertama.get(kata).is_some_and(|n| *n > 1)
                });
            if bergolongan {
                let sisa: Vec<String> = depan.iter().skip(1).cloned().collect();
                let cukup = sisa.iter().map(|k| k.chars().count()).sum::<usize>() >= 5
                    && !sisa
                        .first()
                        .is_some_and(|k| kosakata::KATA_SAMBUNG.contains(&k.as_str()));
                if cukup {
                    tulis(sisa, true);
                }
            }
            if depan.len() < utuh.len() && !depan.is_empty() {
                tulis(depan, false);
            }
            tulis(utuh, false);
        }
    }

    fn tambah_waktu(
        &mut self,
        bulan: Option<u8>,
        tahun: Option<i16>,
        tabel: usize,
        tempat: Tempat,
    ) {
        let buat = || Nama {
            golongan: Vec::new(),
            besar: false,
            tabel,
            tempat,
            waktu: true,
        };
        if let Some(bulan) = bulan {
            self.bulan.entry(bulan).or_default().push(buat());
        } else if let Some(tahun) = tahun {
            self.tahun.entry(tahun).or_default().push(buat());
        }
    }

    /// The longest name that begins at a word, and one past its last word; the same name may stand in many tables.
    pub fn kenal(&self, kata: &[Kata], di: usize, akhir: usize) -> Option<(usize, Vec<&Nama>)> {
        let ini = kata.get(di)?;
        if waktu::nama_bulan(ini)
            && let Some(nama) = kosakata::bulan(&ini.teks).and_then(|b| self.bulan.get(&b))
        {
            return Some((di + 1, nama.iter().collect()));
        }
        if let Isi::Tahun(tahun) = ini.isi {
            return self
                .tahun
                .get(&tahun)
                .map(|nama| (di + 1, nama.iter().collect()));
        }
        if !matches!(ini.isi, Isi::Kata | Isi::Lain) {
            return None;
        }
        const TERPANJANG: usize = 40;
        const TERBANYAK: usize = 400;
        let mut datar: Vec<(String, usize)> = Vec::new();
        for (i, satu) in kata
            .iter()
            .enumerate()
            .take(akhir)
            .skip(di)
            .take(TERPANJANG)
        {
            match satu.isi {
                Isi::Kata | Isi::Lain => {
                    datar.extend(kosakata::kata(&satu.teks).map(|(_, k)| (k.to_lowercase(), i)));
                }
                Isi::Tanda(',' | '(' | ')' | '"' | '“' | '”') => {}
                _ => break,
            }
        }
        let cocok = |nama: &&Nama| {
            (!nama.besar || ini.besar)
                && (nama.golongan.is_empty()
                    || di
                        .checked_sub(1)
                        .and_then(|i| kata.get(i))
                        .is_some_and(|k| nama.golongan.iter().any(|g| g == baku(&k.teks))))
        };
        let baku: Vec<String> = datar.iter().map(|(k, _)| baku(k).to_owned()).collect();
        (1..=baku.len()).rev().find_map(|panjang| {
            let semua = self.nama.get(baku.get(..panjang)?)?;
            let nama: Vec<&Nama> = semua.iter().filter(cocok).take(TERBANYAK).collect();
            let sampai = datar.get(panjang - 1)?.1;
            (!nama.is_empty()).then_some((sampai + 1, nama))
        })
    }
}

/// "TW" and "Triwulan" are one word.
fn baku(kata: &str) -> &str {
    match kata {
        "tw" | "triw" => "triwulan",
        "gol" => "golongan",
        "smt" | "sem" => "semester",
        _ => kata,
    }
}

fn pecah(teks: &str) -> Vec<String> {
    kosakata::kata(teks)
        .map(|(_, k)| baku(&k.to_lowercase()).to_owned())
        .collect()
}

/// A name without the "1.", "a.", "U1" or "025.04" before it.
fn tanpa_nomor(label: &str) -> &str {
    const TERBANYAK: usize = 8;
    let mut sisa = label;
    for _ in 0..TERBANYAK {
        let Some((depan, lanjut)) = sisa.split_once(['.', ')', ' ']) else {
            break;
        };
        let depan = depan.trim();
        let bertitik = depan.len() == 1 && sisa.get(1..2).is_some_and(|c| c != " ");
        let nomor = depan.len() <= 3 && depan.chars().any(|c| c.is_ascii_digit())
            || !depan.is_empty() && depan.bytes().all(|c| c.is_ascii_digit());
        let lanjut = lanjut.trim_start_matches(['.', ')', ' ']);
        if !(bertitik || nomor) || !lanjut.chars().any(char::is_alphabetic) {
            break;
        }
        sisa = lanjut;
    }
    sisa
}

/// The short form in parentheses behind a name ("Survei Angkatan Kerja Nasional (Sakernas)").
fn singkatan(label: &str) -> Option<String> {
    let dalam = label.split_once('(')?.1.split_once(')')?.0;
    let satu = dalam.trim();
    let huruf = satu.chars().all(char::is_alphanumeric)
        && satu.chars().filter(|c| c.is_uppercase()).count() >= 2
        && satu.starts_with(char::is_uppercase);
    huruf.then(|| satu.to_lowercase())
}
