//! A name of a table or heading that differs in a few words from what its other places say.

use std::collections::{BTreeMap, BTreeSet};

use document::source::Piece;

use crate::bacaan::Letak;
use crate::rules::susunan::Susunan;
use crate::rules::teks::kata;
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// A name where it stands alone: in a column of names, or as a heading.
pub(super) struct Tercetak {
    pub(super) kata: Vec<String>,
    pub(super) letak: Letak,
    /// Piece of the table; none for a heading.
    pub(super) tabel: Option<usize>,
}

/// Names in columns headed by a word ("sasaran", "indikator") that stand once so and at least twice otherwise.
///
/// The other form must be missing where this one stands, so that it takes its place; `selesai` holds the places that
/// were told already.
pub(super) fn periksa_nama(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    apa: &str,
    selesai: &[Letak],
) {
    const TERBANYAK: usize = 60;
    let semua = kumpulkan(bahan, apa);
    let mut bentuk: BTreeMap<&[String], Vec<&Tercetak>> = BTreeMap::new();
    for satu in &semua {
        bentuk.entry(&satu.kata).or_default().push(satu);
    }
    let mut setabel: BTreeMap<usize, Vec<&[String]>> = BTreeMap::new();
    for satu in &semua {
        if let Some(tabel) = satu.tabel {
            setabel.entry(tabel).or_default().push(&satu.kata);
        }
    }
    let di_tabel = |daftar: &[&Tercetak]| -> BTreeSet<usize> {
        daftar.iter().filter_map(|t| t.tabel).collect()
    };
    let berkali: Vec<(&[String], &Vec<&Tercetak>)> = bentuk
        .iter()
        .filter(|(_, l)| l.len() >= 2)
        .map(|(k, l)| (*k, l))
        .collect();
    // By the first words and by the last ones, one of which stays when something inside is replaced.
    let mut awal: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    let mut akhir: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for (i, (kata, _)) in berkali.iter().enumerate() {
        if let (Some(depan), Some(belakang)) = (kata.get(..1), kata.get(kata.len() - 1..)) {
            awal.entry(depan).or_default().push(i);
            akhir.entry(belakang).or_default().push(i);
        }
    }
    for (nama, tempat) in bentuk.iter().filter(|(_, l)| l.len() == 1) {
        let Some(satu) = tempat.first() else { continue };
        let telah = selesai
            .iter()
            .any(|l| l.piece == satu.letak.piece && l.sel == satu.letak.sel);
        let (Some(depan), Some(belakang)) = (nama.get(..1), nama.get(nama.len() - 1..)) else {
            continue;
        };
        if telah {
            continue;
        }
        let sini = di_tabel(tempat);
        let mut calon: Vec<usize> = awal
            .get(depan)
            .into_iter()
            .chain(akhir.get(belakang))
            .flat_map(|l| l.iter().take(TERBANYAK).copied())
            .collect();
        calon.sort_unstable();
        calon.dedup();
        let mirip: Vec<(&[String], &Vec<&Tercetak>, String)> = calon
            .into_iter()
            .filter_map(|i| berkali.get(i))
            .filter_map(|(lain, letak)| Some((*lain, *letak, beda(lain, nama)?)))
            .collect();
        // Two that it could stand for tell nothing.
        let [(asli, lain, beda)] = mirip.as_slice() else {
            continue;
        };
        let sana = di_tabel(lain);
        let berdampingan = sana.intersection(&sini).next().is_some();
        // What else the table tells is told elsewhere beside the usual name.
        let setangkup = satu.tabel.is_none_or(|tabel| {
            let teman: Vec<&[String]> = setabel
                .get(&tabel)
                .into_iter()
                .flatten()
                .take(TERBANYAK)
                .filter(|t| *t != nama)
                .copied()
                .collect();
            teman.is_empty()
                || teman.iter().any(|t| {
                    bentuk.get(t).is_some_and(|l| {
                        l.iter().any(|t| t.tabel.is_some_and(|p| sana.contains(&p)))
                    })
                })
        });
        if berdampingan || !setangkup {
            continue;
        }
        let resmi = lain
            .first()
            .map(|t| bahan.bacaan.teks(&t.letak).replace('\n', " "))
            .unwrap_or_else(|| asli.join(" "));
        let pesan = format!(
            "Nama {apa} ini berbeda ({beda}) dari yang tertulis di {} tempat lain: \"{resmi}\".",
            lain.len()
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &satu.letak,
                pesan,
                "Samakan dengan nama dalam perjanjian kinerja.",
            )
            .seharusnya(Some(resmi.clone()))
            .terkait(bahan, lain.iter().map(|t| &t.letak)),
        );
    }
}

/// The names of a kind in tables and headings.
pub(super) fn kumpulkan(bahan: &BahanDokumen, apa: &str) -> Vec<Tercetak> {
    let susunan = Susunan::new(bahan);
    let layak = |teks: &str| -> Option<(Vec<String>, usize)> {
        let semua = kata(teks);
        let lewati = semua
            .iter()
            .take_while(|k| k.kecil.len() <= 2 || k.kecil.chars().all(|c| c.is_ascii_digit()))
            .count();
        let isi = semua.get(lewati..)?;
        let awal = isi.first()?.awal;
        ((3..=40).contains(&isi.len()))
            .then(|| (isi.iter().map(|k| k.kecil.to_string()).collect(), awal))
    };
    let mut hasil = Vec::new();
    let mut dikenal: BTreeSet<Vec<String>> = BTreeSet::new();
    let mut judul = Vec::new();
    for (piece, isi) in bahan.bacaan.sumber.pieces.iter().enumerate() {
        if susunan.dalam_daftar(piece) || susunan.dalam_sistematika(piece) {
            continue;
        }
        match isi {
            Piece::Grid(grid) => {
                let kepala = grid.cells.iter().find(|c| {
                    c.row < 3
                        && c.passage.text.len() <= 60
                        && normal(&c.passage.text).split(' ').take(2).any(|k| k == apa)
                });
                let Some(kepala) = kepala else { continue };
                for (i, sel) in grid.cells.iter().enumerate() {
                    if sel.column != kepala.column || sel.row <= kepala.row {
                        continue;
                    }
                    if let Some((kata, awal)) = layak(&sel.passage.text) {
                        dikenal.insert(kata.clone());
                        hasil.push(Tercetak {
                            kata,
                            letak: Letak::di_sel(piece, i, awal..sel.passage.text.trim_end().len()),
                            tabel: Some(piece),
                        });
                    }
                }
            }
            Piece::Heading { passage, .. } => {
                if let Some((kata, awal)) = layak(&passage.text) {
                    judul.push(Tercetak {
                        kata,
                        letak: Letak::new(piece, awal..passage.text.trim_end().len()),
                        tabel: None,
                    });
                }
            }
            _ => {}
        }
    }
    // A heading counts where a table has its words; as a slip of its own it is told by the rule on prose.
    hasil.extend(judul.into_iter().filter(|j| dikenal.contains(&j.kata)));
    hasil
}

/// What sets two names apart, where that is one word, or one place with up to two words on either side.
pub(in crate::rules) fn beda(asli: &[String], lain: &[String]) -> Option<String> {
    let depan = asli.iter().zip(lain).take_while(|(a, b)| a == b).count();
    let belakang = asli
        .iter()
        .rev()
        .zip(lain.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let terpendek = asli.len().min(lain.len());
    let belakang = belakang.min(terpendek.saturating_sub(depan));
    let a = asli.get(depan..asli.len() - belakang)?;
    let b = lain.get(depan..lain.len() - belakang)?;
    let berarti = |kata: &[String]| {
        kata.iter()
            .any(|k| k.chars().count() >= 4 && k.chars().all(char::is_alphabetic))
    };
    // Numbers of quarters and classes are letters as well.
    let kata_saja = |kata: &[String]| {
        kata.iter().any(|k| k.chars().count() >= 3)
            && !kata.iter().any(|k| {
                k.chars().any(|c| c.is_ascii_digit()) || k.chars().all(|c| "ivx".contains(c))
            })
    };
    let bermakna = (berarti(a) || berarti(b)) && kata_saja(a) && kata_saja(b);
    let sedikit = (1..=2).contains(&a.len()) && (1..=2).contains(&b.len());
    // Most of the name must stay.
    let sisa = depan + belakang;
    (sedikit && sisa >= 2 && sisa >= a.len().max(b.len()) && bermakna)
        .then(|| format!("\"{}\" menggantikan \"{}\"", b.join(" "), a.join(" ")))
}
