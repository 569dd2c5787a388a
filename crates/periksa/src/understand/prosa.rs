//! What the numbers of running text say.
//!
//! A number's role is told by the nearest cue before it, its year and its possessor by the noun phrase that leads to it, and
//! what these leave open by the number before, the sentence, the text before and the heading, in that order.

mod isyarat;
pub(super) mod kata;
mod kelompok;
mod milik;
mod orang;
mod peran;
mod perihal;
mod saring;
mod sebut;
pub(super) mod wacana;
pub(super) mod waktu;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::kosakata;
use super::satuan::SEDIKIT;
use crate::bacaan::{Angka, Asal, Bacaan, JenisPerihal, Peran, Pernyataan};
use crate::utas;
use isyarat::Isyarat;
use kata::{Isi, Kata};
use kelompok::Kelompok;
use perihal::Tempat;
use wacana::Ucapan;

pub(super) fn pernyataan(bacaan: &Bacaan, wacana: &[Ucapan]) -> Vec<Pernyataan> {
    let kelompok = bacaan
        .pernyataan
        .iter()
        .map(|p| p.kelompok + 1)
        .max()
        .unwrap_or(0);
    let bagian = utas::penggal(wacana, SEDIKIT, |bagian| {
        let (mut hasil, mut kelompok) = (Vec::new(), 0);
        for ucapan in bagian {
            if ucapan.kata.len() > wacana::KATA_TERBANYAK
                || ucapan.kata.iter().any(|k| k.salah_satu(PERUMPAMAAN))
            {
                continue;
            }
            hasil.extend(Jalan::new(bacaan, ucapan, &mut kelompok).baca());
        }
        (hasil, kelompok)
    });
    Pernyataan::gabung(kelompok, bagian)
}

/// Words of a sentence that only illustrates, or that speaks of what is printed elsewhere.
const PERUMPAMAAN: &[&str] = &[
    "misal",
    "misalnya",
    "contoh",
    "contohnya",
    "misalkan",
    "tercetak",
    "tertulis",
];

/// Words that open a new statement.
const PEMBATAS: &[&str] = &[
    "sedangkan",
    "sementara",
    "namun",
    "tetapi",
    "maka",
    "adapun",
    "selanjutnya",
];

/// Words of the target at the end of a plan.
const RENCANA: &[&str] = &["menengah", "renstra", "strategis", "rpjmd", "rpjmn"];

/// Whether a sentence only illustrates, or speaks of what is printed elsewhere, so that its figures are no statements.
pub(crate) fn perumpamaan(kalimat: &str) -> bool {
    kosakata::kata(kalimat).any(|(_, kata)| PERUMPAMAAN.contains(&kata.to_lowercase().as_str()))
}

/// A walk through the numbers of one sentence.
struct Jalan<'a> {
    bacaan: &'a Bacaan<'a>,
    ucapan: &'a Ucapan,
    nomor: &'a mut usize,
    kelompok: Option<Kelompok>,
    /// Whether the target of the plan was named in the sentence.
    jangka_menengah: bool,
    /// The years of numbers in lists.
    deret: BTreeMap<usize, Option<i16>>,
}

impl<'a> Jalan<'a> {
    fn new(bacaan: &'a Bacaan<'a>, ucapan: &'a Ucapan, nomor: &'a mut usize) -> Self {
        Self {
            bacaan,
            ucapan,
            nomor,
            kelompok: None,
            jangka_menengah: false,
            deret: waktu::berderet(&ucapan.kata),
        }
    }

    fn baca(mut self) -> Vec<Pernyataan> {
        let kata = &self.ucapan.kata;
        let mut hasil = Vec::new();
        let mut awal = 0;
        for di in 0..kata.len() {
            if kata[di].isi == Isi::Celah {
                // An unfilled slot stands for a number: what it leads to belongs to nobody.
                if kata
                    .get(di.saturating_sub(1))
                    .is_some_and(|k| k.salah_satu(isyarat::PENGANTAR))
                {
                    awal = di + 1;
                }
                continue;
            }
            let Some(id) = kata[di].angka() else {
                continue;
            };
            let angka = self.bacaan.angka(id);
            let menyusul = waktu::menyusul(kata, di, self.bacaan.identitas.tahun);
            let deret = self.deret.get(&di).copied();
            let tahun = deret.flatten().or(menyusul.map(|(tahun, _)| tahun));
            let pernyataan = angka
                .nilai
                .filter(|_| deret != Some(None))
                .and_then(|_| self.satu(angka, awal, di, tahun));
            match pernyataan {
                // The ceiling of the year's beginning is another than that of its end.
                Some(pernyataan) if self.tahap_awal(&pernyataan, awal, di) => {}
                Some(pernyataan) => hasil.push(Pernyataan {
                    angka: id,
                    asal: Asal::Kalimat(self.ucapan.kalimat),
                    ..pernyataan
                }),
                // What follows an unknown number cannot lean on it.
                None => self.kelompok = None,
            }
            awal = menyusul.map_or(di + 1, |(_, sesudah)| sesudah);
        }
        hasil
    }

    fn satu(
        &mut self,
        angka: &Angka,
        awal: usize,
        di: usize,
        menyusul: Option<i16>,
    ) -> Option<Pernyataan> {
        let kata = &self.ucapan.kata;
        let awal_frasa = awal_frasa(kata, awal, di);
        let sela = &kata[awal_frasa..di];
        if sela.iter().any(|k| k.salah_satu(RENCANA))
            || kata[awal..di].iter().any(|k| k.salah_satu(&["menengah"]))
            || saring::target_akhir(sela)
        {
            self.jangka_menengah = true;
        }
        if awal_frasa > awal {
            self.kelompok = self.kelompok.take().filter(|_| self.jangka_menengah);
        }
        let disamarkan = self.samarkan(awal_frasa, di);
        let isyarat = isyarat::terdekat(&disamarkan)
            .filter(|temu| isyarat::mengantar(sela, temu.di))
            .map(|temu| temu.isyarat)
            .or_else(|| isyarat_belakang(kata, di))
            .or_else(|| self.dari_target(angka, di))
            .map(|isyarat| self.tegaskan(isyarat, sela, di));
        if isyarat == Some(Isyarat::Selisih) {
            return None;
        }
        let tempat = Tempat {
            ucapan: self.ucapan,
            awal: awal_frasa,
            di,
            isyarat,
            sebelum: self.kelompok.as_ref().map(|k| &k.perihal),
        };
        let perihal = tempat.perihal(angka)?;
        let milik = milik::pemilik(kata, &self.ucapan.badan, awal_frasa, di).cloned();
        // "Sebagai perbandingan, … mencatat realisasi 94,30%": of whom the words do not tell is not ours.
        let pembanding = kata.windows(2).take(2).any(|dua| {
            dua[0].salah_satu(&["sebagai"]) && dua[1].salah_satu(&["perbandingan", "pembanding"])
        });
        if pembanding && milik.is_none() && perihal.jenis == JenisPerihal::Indikator {
            return None;
        }
        let laporan = self.bacaan.identitas.tahun;
        let tahun_frasa = menyusul
            .or_else(|| waktu::awal_deret(kata, di))
            .or_else(|| waktu::terakhir(kata, awal_frasa..di, laporan))
            .or_else(|| waktu::dalam_kurung(kata, di, laporan));
        let lain = milik
            .as_ref()
            .zip(self.kelompok.as_ref())
            .is_some_and(|(milik, kelompok)| *milik != kelompok.milik);
        let baru = tahun_frasa.is_some() || lain;
        let peran = self.peran(angka, &perihal, isyarat, sela, (di, baru))?;
        let peran = self.jangka(peran, tahun_frasa);
        if !self.layak(angka, &perihal, peran, awal_frasa, di) {
            return None;
        }
        self.gabung(angka, perihal, milik, tahun_frasa, peran, sela)
            .map(|mut pernyataan| {
                pernyataan.bulan = waktu::bulan(kata, awal_frasa..di);
                if peran == Peran::Perubahan {
                    let dasar = waktu::dasar_perubahan(kata, di, self.bacaan.identitas.tahun);
                    pernyataan.tahun = pernyataan.tahun.max(dasar.and_then(|t| t.checked_add(1)));
                }
                pernyataan
            })
    }

    /// The words before a number, with names of indicators blanked: "Persentase …" and "Jumlah …" in them are no cues.
    fn samarkan(&self, awal: usize, di: usize) -> Vec<Kata> {
        let mut sela = self.ucapan.kata[awal..di].to_vec();
        let nama = self.ucapan.sebutan.iter().filter(|s| {
            matches!(
                s.perihal.jenis,
                JenisPerihal::Indikator | JenisPerihal::KinerjaAnggaran
            )
        });
        for sebutan in nama {
            let (a, b) = (sebutan.awal.max(awal), sebutan.akhir.min(di));
            for kata in sela
                .get_mut(a.saturating_sub(awal)..b.saturating_sub(awal))
                .unwrap_or_default()
            {
                kata.isi = Isi::Lain;
            }
        }
        sela
    }
}

/// Where the phrase of a number begins: behind the last word that opens a new statement.
fn awal_frasa(kata: &[Kata], awal: usize, di: usize) -> usize {
    (awal..di)
        .rev()
        .find(|i| kata[*i].tanda(';') || kata[*i].tanda('.') || kata[*i].salah_satu(PEMBATAS))
        .map_or(awal, |i| i + 1)
}

/// A cue that stands behind the number ("95% dari target", "12 dokumen yang ditargetkan").
fn isyarat_belakang(kata: &[Kata], di: usize) -> Option<Isyarat> {
    let sesudah: Vec<&Kata> = kata.iter().skip(di + 1).take(4).collect();
    let mut sisa = sesudah
        .iter()
        .skip_while(|k| k.isi == Isi::Kata && kosakata::satuan(&k.teks).is_some());
    let pertama = sisa.next()?;
    let kedua = sisa.next()?;
    if pertama.salah_satu(&["yang"]) && kedua.salah_satu(&["ditargetkan", "ditetapkan"]) {
        return Some(Isyarat::Target);
    }
    None
}
