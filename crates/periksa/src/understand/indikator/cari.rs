//! Finding indicators in running words.

use std::ops::Range;

use super::nama;
use crate::bacaan::IndikatorCetak;
use crate::understand::kosakata;

/// Finds the names of indicators in texts; made once for many texts.
pub(crate) struct Pencari {
    /// Words with one space around each, longest first, and whose they are.
    nama: Vec<(String, usize)>,
    /// Abbreviations, and whose they are.
    singkatan: Vec<(String, usize)>,
}

impl Pencari {
    /// For these indicators.
    pub(crate) fn baru(daftar: &[IndikatorCetak]) -> Self {
        let mut panjang: Vec<(String, usize)> = Vec::new();
        let mut pendek: Vec<(String, usize)> = Vec::new();
        let mut singkatan: Vec<(String, usize)> = Vec::new();
        for (i, satu) in daftar.iter().enumerate() {
            for sebutan in std::iter::once(&satu.nama).chain(&satu.sebutan) {
                if nama::singkatan(sebutan) {
                    singkatan.push((sebutan.clone(), i));
                    continue;
                }
                let kata = berspasi(sebutan);
                if kata.len() > 2 {
                    pendek.extend(dipotong(&kata).map(|p| (p, i)));
                    panjang.push((kata, i));
                }
            }
        }
        // A short form that several indicators share, or that is another's full name, tells none of them.
        let bentrok = |nama: &str, i: usize, daftar: &[(String, usize)]| {
            daftar.iter().any(|(lain, j)| lain == nama && *j != i)
        };
        let semua_pendek = pendek.clone();
        pendek
            .retain(|(nama, i)| !bentrok(nama, *i, &semua_pendek) && !bentrok(nama, *i, &panjang));
        let semua_singkatan = singkatan.clone();
        singkatan.retain(|(nama, i)| !bentrok(nama, *i, &semua_singkatan));
        panjang.append(&mut pendek);
        panjang.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        panjang.dedup();
        Self {
            nama: panjang,
            singkatan,
        }
    }

    /// All indicators that a text names, with the bytes of each name, in order; a longer name hides those inside.
    pub(crate) fn semua(&self, teks: &str) -> Vec<(usize, Range<usize>)> {
        if self.nama.is_empty() && self.singkatan.is_empty() {
            return Vec::new();
        }
        let kata: Vec<(Range<usize>, &str)> = kosakata::kata(teks).collect();
        let mut rapi = String::with_capacity(teks.len() + 2);
        // Where each word begins in the tidy text.
        let mut awal = Vec::with_capacity(kata.len());
        rapi.push(' ');
        for (_, satu) in &kata {
            awal.push(rapi.len());
            rapi.extend(satu.chars().flat_map(char::to_lowercase));
            rapi.push(' ');
        }
        let mut terpakai = vec![false; kata.len()];
        let mut hasil: Vec<(usize, Range<usize>)> = Vec::new();
        for (nama, i) in &self.nama {
            for (di, _) in rapi.match_indices(nama.as_str()) {
                let pertama = awal.partition_point(|a| *a < di + 1);
                let terakhir = awal.partition_point(|a| *a < di + nama.len());
                let Some(cakup) = terpakai.get_mut(pertama..terakhir) else {
                    continue;
                };
                if cakup.is_empty() || cakup.contains(&true) {
                    continue;
                }
                cakup.fill(true);
                if let (Some((kiri, _)), Some((kanan, _))) =
                    (kata.get(pertama), kata.get(terakhir - 1))
                {
                    hasil.push((*i, kiri.start..kanan.end));
                }
            }
        }
        for (k, (letak, satu)) in kata.iter().enumerate() {
            if terpakai.get(k) == Some(&false)
                && let Some((_, i)) = self.singkatan.iter().find(|(nama, _)| nama == satu)
            {
                hasil.push((*i, letak.clone()));
            }
        }
        hasil.sort_by_key(|(_, letak)| letak.start);
        hasil
    }

    /// The indicator with the longest name in a text, word-bounded; abbreviations count only in capitals.
    pub(crate) fn terpanjang(&self, teks: &str) -> Option<usize> {
        self.semua(teks)
            .into_iter()
            .max_by_key(|(_, letak)| (letak.len(), usize::MAX - letak.start))
            .map(|(i, _)| i)
    }
}

fn berspasi(teks: &str) -> String {
    let mut rapi = String::from(" ");
    for (_, kata) in kosakata::kata(teks) {
        rapi.extend(kata.chars().flat_map(char::to_lowercase));
        rapi.push(' ');
    }
    rapi
}

/// A name without its addition at the end ("... di Wilayah"), three words or more.
fn dipotong(kata: &str) -> impl Iterator<Item = String> {
    const SEKURANGNYA: usize = 3;
    let daftar: Vec<&str> = kata.split_whitespace().collect();
    let batas = daftar
        .iter()
        .enumerate()
        .skip(SEKURANGNYA)
        .find(|(_, k)| {
            matches!(
                **k,
                "di" | "pada" | "terhadap" | "atas" | "dalam" | "kantor"
            )
        })
        .map(|(i, _)| i);
    batas
        .map(|i| format!(" {} ", daftar[..i].join(" ")))
        .into_iter()
}
