//! Sentences that give the report a year: what is finished, what it accounts for, what is to be mended.

use super::{LAPORAN, angka_tahun};
use crate::bacaan::Letak;
use crate::rules::teks::{Kata, Satuan, antara};

/// "dapat menyelesaikan Laporan Kinerja Tahun 2022": the report that was finished is this one.
pub(super) fn selesai_lain(satu: &Satuan, kata: &[Kata], tahun: i16) -> Vec<Letak> {
    const SELESAI: &[&str] = &[
        "menyelesaikan",
        "tersusunnya",
        "terselesaikannya",
        "selesainya",
        "diselesaikannya",
        "rampungnya",
    ];
    const JAUH: usize = 16;
    if !satu.prosa() {
        return Vec::new();
    }
    let mut hasil = Vec::new();
    for (i, k) in kata.iter().enumerate() {
        if !SELESAI.contains(&k.kecil.as_ref()) {
            continue;
        }
        let ekor = kata
            .get(i + 1..(i + JAUH).min(kata.len()))
            .unwrap_or_default();
        let dekat = ekor.get(..ekor.len().min(5)).unwrap_or_default();
        let bernama = dekat.iter().any(|k| LAPORAN.contains(&k.kecil.as_ref()))
            || dekat
                .windows(2)
                .any(|dua| matches!(dua, [a, b] if a.kecil == "laporan" && b.kecil == "kinerja"));
        let Some(di) = ekor.iter().position(|k| angka_tahun(k).is_some()) else {
            continue;
        };
        let depan = ekor.get(..di).unwrap_or_default();
        let bertahun = depan
            .last()
            .is_some_and(|k| matches!(k.kecil.as_ref(), "tahun" | "anggaran" | "ta"));
        let Some(angka) = ekor.get(di) else { continue };
        let sela = satu.teks.get(k.akhir..angka.awal).unwrap_or_default();
        let ekor_teks = satu.teks.get(angka.akhir..).unwrap_or_default();
        if bernama
            && bertahun
            && angka_tahun(angka) != Some(tahun)
            && !sela.contains([',', ';', '.', ')'])
            && !ekor_teks.trim_start().starts_with(['-', '–'])
        {
            hasil.push(satu.letak.bagian(angka.awal..angka.akhir));
        }
    }
    hasil
}

/// The year in a sentence of the front matter that tells what this report is about: "Laporan ini merupakan
/// pertanggungjawaban atas penggunaan anggaran tahun 2022", "Laporan Kinerja Tahun 2022 menggambarkan ...".
pub(super) fn pengantar_lain(satu: &Satuan, kata: &[Kata], tahun: i16) -> Vec<(Letak, i16)> {
    const KERJA: &[&str] = &[
        "menggambarkan",
        "menyajikan",
        "memuat",
        "merupakan",
        "melaporkan",
    ];
    const DILAPORKAN: &[&str] = &[
        "perjanjian",
        "anggaran",
        "kinerja",
        "capaian",
        "pelaksanaan",
    ];
    const LAIN: &[&str] = &[
        "evaluasi",
        "reviu",
        "hasil",
        "dibanding",
        "dibandingkan",
        "perbandingan",
        "sebelumnya",
        "lalu",
        "peraturan",
        "nomor",
        "renstra",
        "rencana",
        "berbeda",
        "nilai",
    ];
    let mut hasil = Vec::new();
    for kalimat in kata.chunk_by(|a, b| {
        let sela = antara(satu.teks, a, b);
        !(sela.starts_with(['.', '!', '?']) && sela.contains(char::is_whitespace))
    }) {
        let ada = |daftar: &[&str]| kalimat.iter().any(|k| daftar.contains(&k.kecil.as_ref()));
        let depan = kalimat.get(..kalimat.len().min(6)).unwrap_or_default();
        let menyebut = |k: &Kata| {
            matches!(k.kecil.as_ref(), "laporan" | "dokumen") || LAPORAN.contains(&k.kecil.as_ref())
        };
        let ini = depan
            .windows(2)
            .any(|dua| matches!(dua, [a, b] if menyebut(a) && b.kecil == "ini"));
        let nama = depan.first().is_some_and(menyebut);
        let tahun_disebut: Vec<(&Kata, i16)> = kalimat
            .iter()
            .filter_map(|k| Some((k, angka_tahun(k)?)))
            .collect();
        let [(angka, lain)] = tahun_disebut.as_slice() else {
            continue;
        };
        let Some(di) = kalimat.iter().position(|k| k.awal == angka.awal) else {
            continue;
        };
        let kerja = kalimat
            .iter()
            .position(|k| KERJA.contains(&k.kecil.as_ref()));
        let judul = nama && di <= 10 && kerja == Some(di + 1);
        let dekat = kalimat.get(di.saturating_sub(5)..di).unwrap_or_default();
        let isi = ini
            && kerja.is_some_and(|k| k < di)
            && dekat.iter().any(|k| k.kecil == "tahun")
            && dekat.iter().any(|k| DILAPORKAN.contains(&k.kecil.as_ref()));
        let terima_kasih = kalimat
            .windows(2)
            .any(|dua| matches!(dua, [a, b] if a.kecil == "terima" && b.kecil == "kasih"))
            && dekat.iter().any(|k| k.kecil == "selama");
        // An account is given of what was, and of no other year than the one of the report.
        let dipertanggungjawabkan = isi
            && kalimat
                .iter()
                .any(|k| k.kecil.contains("pertanggungjawaban"));
        let awal = *lain < tahun && (judul || isi || terima_kasih);
        if (awal || *lain != tahun && dipertanggungjawabkan) && !ada(LAIN) {
            hasil.push((satu.letak.bagian(angka.awal..angka.akhir), *lain));
        }
    }
    hasil
}

/// "upaya perbaikan kinerja tahun 2023" in the report of 2023.
pub(super) fn perbaikan_lampau(satu: &Satuan, kata: &[Kata], tahun: i16) -> Vec<Letak> {
    const RENCANA: &[&str] = &[
        "upaya", "untuk", "rangka", "bagi", "acuan", "bahan", "masukan", "rencana", "dasar", "guna",
    ];
    const SEBAB: &[&str] = &[
        "permasalahan",
        "kendala",
        "hambatan",
        "evaluasi",
        "rekomendasi",
        "menjadi",
        "pembelajaran",
        "kekurangan",
    ];
    if !satu.prosa() {
        return Vec::new();
    }
    let mut hasil = Vec::new();
    for (i, k) in kata
        .iter()
        .enumerate()
        .filter(|(_, k)| matches!(k.kecil.as_ref(), "perbaikan" | "peningkatan"))
    {
        let Some(ekor) = kata.get(i + 1..(i + 6).min(kata.len())) else {
            continue;
        };
        let kinerja = ekor.iter().take(2).any(|k| k.kecil == "kinerja");
        let Some(di) = ekor.iter().position(|k| k.kecil == "tahun") else {
            continue;
        };
        let Some(angka) = ekor.get(di + 1).filter(|k| angka_tahun(k) == Some(tahun)) else {
            continue;
        };
        let depan = kata.get(i.saturating_sub(4)..i).unwrap_or_default();
        let jauh = kata.get(i.saturating_sub(24)..i).unwrap_or_default();
        let berencana = depan.iter().any(|k| RENCANA.contains(&k.kecil.as_ref()));
        let bersebab = jauh.iter().any(|k| SEBAB.contains(&k.kecil.as_ref()));
        if kinerja && berencana && bersebab {
            hasil.push(satu.letak.bagian(k.awal..angka.akhir));
        }
    }
    hasil
}
