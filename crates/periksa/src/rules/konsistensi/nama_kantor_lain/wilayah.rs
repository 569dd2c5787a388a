//! Another region than the one that the own office serves.

use std::collections::BTreeSet;

use super::{LANJUTAN, MITRA, menempel};
use crate::bacaan::Letak;
use crate::rules::teks::{Kata, kata, satuan};
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// Kinds of region that stand in the name of an office.
const WILAYAH: &[&str] = &["kabupaten", "kota", "provinsi", "kecamatan"];

/// Words of a sentence that is about the own region.
const TENTANG_SENDIRI: &[&str] = &[
    "isu",
    "visi",
    "misi",
    "pembangunan",
    "pemerintah",
    "bupati",
    "wali",
    "walikota",
    "gubernur",
    "camat",
    "kinerja",
    "capaian",
    "perangkat",
];

/// Another region of the kind that the own office serves, in a sentence that is about the own one, and only once.
pub(super) fn wilayah_lain(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    kantor: &str,
    milik_atasan: &BTreeSet<String>,
) {
    const MELINTAS: &[&str] = &[
        "perbatasan",
        "berbatasan",
        "rujukan",
        "tetangga",
        "asal",
        "lintas",
        "tiru",
        "wilayah kerja",
        "meliputi",
        "terdiri",
        "pemekaran",
        "induk",
    ];
    let nama = kata(kantor);
    let Some(jenis_di) = nama
        .iter()
        .rposition(|k| WILAYAH.contains(&k.kecil.as_ref()))
    else {
        return;
    };
    let (Some(jenis), Some(tempat)) = (nama.get(jenis_di), nama.get(jenis_di + 1..)) else {
        return;
    };
    if tempat.is_empty() || tempat.len() > 3 {
        return;
    }
    let mut lain: Vec<(Letak, String, bool)> = Vec::new();
    let mut sendiri = 0usize;
    for satu in satuan(bahan.bacaan.sumber) {
        let kata = kata(satu.teks);
        for (i, satu_kata) in kata.iter().enumerate() {
            if satu_kata.kecil != jenis.kecil {
                continue;
            }
            let berikut: Vec<&Kata> = (i + 1..kata.len().min(i + 1 + tempat.len()))
                .map_while(|j| {
                    let (kiri, kanan) = (kata.get(j - 1)?, kata.get(j)?);
                    let besar = satu.teks.get(kanan.awal..)?.starts_with(char::is_uppercase);
                    (besar && menempel(satu.teks, kiri, kanan)).then_some(kanan)
                })
                .collect();
            let (Some(pertama), Some(akhir)) = (berikut.first(), berikut.last()) else {
                continue;
            };
            if berikut.len() != tempat.len() {
                continue;
            }
            if berikut.iter().zip(tempat).all(|(a, b)| a.kecil == b.kecil) {
                sendiri += 1;
                continue;
            }
            let nama_lain: Vec<&str> = berikut.iter().map(|k| k.kecil.as_ref()).collect();
            let awal_kalimat = satu
                .teks
                .get(..satu_kata.awal)
                .and_then(|s| s.rfind(". "))
                .unwrap_or(0);
            let akhir_kalimat = satu
                .teks
                .get(akhir.akhir..)
                .and_then(|s| s.find(". "))
                .map_or(satu.teks.len(), |at| akhir.akhir + at);
            let kalimat = satu
                .teks
                .get(awal_kalimat..akhir_kalimat)
                .unwrap_or_default()
                .to_lowercase();
            let dua = kalimat.matches(jenis.kecil.as_ref()).count() > 1;
            let depan = kata.get(i.saturating_sub(8)..i).unwrap_or_default();
            let tentang = depan
                .iter()
                .any(|k| k.awal >= awal_kalimat && TENTANG_SENDIRI.contains(&k.kecil.as_ref()));
            // In a long sentence only the words near the name say how it is meant.
            let dekat = kata
                .get(i.saturating_sub(8)..kata.len().min(i + tempat.len() + 6))
                .unwrap_or_default();
            let dekat = match (dekat.first(), dekat.last()) {
                (Some(a), Some(b)) => satu.teks.get(a.awal.max(awal_kalimat)..b.akhir),
                _ => None,
            };
            let dekat = dekat.unwrap_or_default().to_lowercase();
            let bersama = MITRA
                .iter()
                .filter(|m| **m != "antara" && **m != "lain")
                .chain(MELINTAS)
                .any(|m| dekat.contains(m));
            let sah = satu.prosa()
                && tentang
                && !dua
                && !bersama
                && !LANJUTAN.contains(&pertama.kecil.as_ref())
                && !berikut
                    .iter()
                    .all(|k| milik_atasan.contains(k.kecil.as_ref()));
            lain.push((
                satu.letak.bagian(satu_kata.awal..akhir.akhir),
                nama_lain.join(" "),
                sah,
            ));
        }
    }
    // One name in many is a slip; a region that is named often is there for a reason.
    const BIASA: usize = 3;
    for (letak, nama_lain, sah) in &lain {
        let sekali = lain.iter().filter(|(_, n, _)| n == nama_lain).count() == 1;
        if !sah || !sekali || sendiri < BIASA {
            continue;
        }
        let benar = kantor.get(jenis.awal..).unwrap_or(kantor);
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                letak,
                format!(
                    "Kalimat ini berbicara tentang {benar}, tetapi menyebut \"{}\"; mungkin sisa laporan kantor lain.",
                    bahan.bacaan.teks(letak)
                ),
                format!("Tulis \"{benar}\" bila daerah sendiri yang dimaksud."),
            )
            .seharusnya(Some(benar.to_owned())),
        );
    }
}
