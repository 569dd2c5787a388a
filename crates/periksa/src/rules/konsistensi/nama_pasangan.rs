//! A name of one table whose place another table fills with a name that differs in a few words.

use std::collections::{BTreeMap, BTreeSet};

use super::nama_menyimpang::{Tercetak, beda, kumpulkan};
use crate::bacaan::Letak;
use crate::rules::susunan::Susunan;
use crate::rules::teks::{Jenis, kata, satuan};
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// Tables of which each is held against each.
const TABEL_TERBANYAK: usize = 30;

/// Fewest names in a table.
const TERSEDIKIT: usize = 3;

/// Two tables tell the same names, but for one in each: these two mean the same.
pub(super) fn periksa_pasangan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    apa: &str,
    selesai: &[Letak],
) {
    let semua = kumpulkan(bahan, apa);
    let mut tabel: BTreeMap<usize, Vec<&Tercetak>> = BTreeMap::new();
    for satu in &semua {
        if let Some(piece) = satu.tabel {
            tabel.entry(piece).or_default().push(satu);
        }
    }
    let tabel: Vec<(usize, Vec<&Tercetak>)> = tabel
        .into_iter()
        .filter(|(_, nama)| nama.len() >= TERSEDIKIT)
        .take(TABEL_TERBANYAK)
        .collect();
    let kali = |kata: &[String]| semua.iter().filter(|t| t.kata == kata).count();
    let mut telah: BTreeSet<&[String]> = BTreeSet::new();
    for (i, (kiri_di, kiri)) in tabel.iter().enumerate() {
        for (kanan_di, kanan) in tabel.iter().skip(i + 1) {
            let Some((satu, lain)) = sepasang(kiri, kanan) else {
                continue;
            };
            let Some(beda) = beda(&satu.kata, &lain.kata) else {
                continue;
            };
            let tercatat = |t: &Tercetak| {
                telah.contains(t.kata.as_slice())
                    || selesai
                        .iter()
                        .any(|l| l.piece == t.letak.piece && l.sel == t.letak.sel)
            };
            // Names with several places have a rule of their own, and both in one table are two things.
            let bersama = tabel.iter().any(|(_, nama)| {
                let ada = |t: &Tercetak| nama.iter().any(|n| n.kata == t.kata);
                ada(satu) && ada(lain)
            });
            if bersama
                || tercatat(satu)
                || tercatat(lain)
                || kali(&satu.kata) > 1
                || kali(&lain.kata) > 1
            {
                continue;
            }
            let susunan = Susunan::new(bahan);
            let janji = |di: usize| susunan.dalam_perjanjian(bahan, di);
            let (milik_satu, milik_lain) = sebutan(bahan, satu, lain);
            // What the text around speaks of is meant; else what was promised.
            let satu_benar = match milik_satu.cmp(&milik_lain) {
                std::cmp::Ordering::Greater => true,
                std::cmp::Ordering::Less => false,
                std::cmp::Ordering::Equal => janji(*kiri_di) || !janji(*kanan_di),
            };
            let (benar, salah) = if satu_benar {
                (satu, lain)
            } else {
                (lain, satu)
            };
            telah.insert(&satu.kata);
            telah.insert(&lain.kata);
            let resmi = bahan.bacaan.teks(&benar.letak).replace('\n', " ");
            let beda = if satu_benar {
                beda
            } else {
                super::nama_menyimpang::beda(&lain.kata, &satu.kata).unwrap_or(beda)
            };
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &salah.letak,
                    format!(
                        "Nama {apa} ini berbeda ({beda}) dari yang tertulis pada tabel lain: \"{resmi}\"."
                    ),
                    "Samakan dengan nama dalam perjanjian kinerja.",
                )
                .seharusnya(Some(resmi.clone()))
                .terkait(bahan, [&benar.letak]),
            );
        }
    }
}

/// The one name that each of two tables has alone, where they share most of the others.
fn sepasang<'t>(
    kiri: &[&'t Tercetak],
    kanan: &[&'t Tercetak],
) -> Option<(&'t Tercetak, &'t Tercetak)> {
    let nama = |tabel: &[&'t Tercetak]| -> BTreeSet<&'t [String]> {
        tabel.iter().map(|t| t.kata.as_slice()).collect()
    };
    let (di_kiri, di_kanan) = (nama(kiri), nama(kanan));
    let bersama = di_kiri.intersection(&di_kanan).count();
    let terpendek = di_kiri.len().min(di_kanan.len());
    if bersama.saturating_mul(2) < terpendek {
        return None;
    }
    let sisa_kiri: Vec<&&Tercetak> = kiri
        .iter()
        .filter(|t| !di_kanan.contains(t.kata.as_slice()))
        .collect();
    let sisa_kanan: Vec<&&Tercetak> = kanan
        .iter()
        .filter(|t| !di_kiri.contains(t.kata.as_slice()))
        .collect();
    const SISA_TERBANYAK: usize = 20;
    if sisa_kiri.len() > SISA_TERBANYAK || sisa_kanan.len() > SISA_TERBANYAK {
        return None;
    }
    let mut mirip = sisa_kiri.iter().flat_map(|a| {
        sisa_kanan
            .iter()
            .filter(|b| beda(&a.kata, &b.kata).is_some())
            .map(move |b| (**a, **b))
    });
    let satu = mirip.next()?;
    mirip.next().is_none().then_some(satu)
}

/// How often the text outside of the two cells has the words that set each name apart, beside a word that both have.
fn sebutan(bahan: &BahanDokumen, satu: &Tercetak, lain: &Tercetak) -> (usize, usize) {
    let depan = satu
        .kata
        .iter()
        .zip(&lain.kata)
        .take_while(|(a, b)| a == b)
        .count();
    let kunci = |ini: &Tercetak, itu: &Tercetak| -> Vec<Vec<String>> {
        let sendiri: Vec<String> = ini
            .kata
            .iter()
            .filter(|k| !itu.kata.contains(k))
            .cloned()
            .collect();
        let dua = depan
            .checked_sub(1)
            .and_then(|awal| ini.kata.get(awal..(awal + 2).min(ini.kata.len())))
            .map(<[String]>::to_vec);
        // A short form stands alone.
        let tulis = bahan.bacaan.teks(&ini.letak);
        let singkat = sendiri
            .into_iter()
            .filter(|k| k.len() >= 3 && tulis.contains(&k.to_uppercase()))
            .map(|k| vec![k]);
        dua.into_iter().chain(singkat).collect()
    };
    let (kunci_satu, kunci_lain) = (kunci(satu, lain), kunci(lain, satu));
    let mut kali = (0, 0);
    for teks in satuan(bahan.bacaan.sumber) {
        let milik =
            |t: &Tercetak| t.letak.piece == teks.letak.piece && t.letak.sel == teks.letak.sel;
        if matches!(teks.jenis, Jenis::Rumus) || milik(satu) || milik(lain) {
            continue;
        }
        let kata: Vec<String> = kata(teks.teks)
            .into_iter()
            .map(|k| k.kecil.into_owned())
            .collect();
        let hitung = |kunci: &[Vec<String>]| -> usize {
            kunci
                .iter()
                .map(|k| kata.windows(k.len()).filter(|w| *w == k.as_slice()).count())
                .sum()
        };
        kali.0 += hitung(&kunci_satu);
        kali.1 += hitung(&kunci_lain);
    }
    kali
}
