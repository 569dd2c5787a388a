//! Captions and headings that name an earlier year, where their like name the year of the report.

use std::collections::{BTreeMap, BTreeSet};

use document::source::{Piece, Source};

use super::angka_tahun;
use crate::bacaan::Letak;
use crate::rules::susunan::Susunan;
use crate::rules::teks::{Jenis, Kata, Satuan, antara, kata};

/// A caption or heading with one year.
struct Calon {
    letak: Letak,
    tahun: i16,
    /// Its words without number and year.
    kunci: String,
    keterangan: bool,
}

/// Words that give a caption or heading a year of its own.
const LAIN: &[&str] = &[
    "sebelumnya",
    "lalu",
    "dibanding",
    "dibandingkan",
    "perbandingan",
    "pembanding",
    "membandingkan",
    "renstra",
    "evaluasi",
    "rekomendasi",
    "tindak",
    "reviu",
    "peraturan",
    "keputusan",
    "nomor",
    "sejak",
    "sampai",
    "sd",
    "tren",
    "perkembangan",
    "rpjmd",
    "rpjmn",
    "periode",
    "sensus",
    "sisa",
    "tunggakan",
    "antara",
];

/// Words that do so before some other words alone: a plan of strategy, the end of a year.
const LAIN_BERSAMA: &[(&str, &[&str])] = &[
    (
        "rencana",
        &[
            "strategis",
            "kerja",
            "pembangunan",
            "aksi",
            "tindak",
            "umum",
            "target",
            "kinerja",
        ],
    ),
    (
        "akhir",
        &[
            "tahun", "periode", "renstra", "rpjmd", "masa", "desember", "bulan",
        ],
    ),
    (
        "awal",
        &[
            "tahun", "periode", "renstra", "rpjmd", "masa", "januari", "bulan",
        ],
    ),
];

/// What a heading with the year of the report tells.
const DILAPORKAN: &[&str] = &[
    "kinerja",
    "capaian",
    "anggaran",
    "realisasi",
    "laporan",
    "indikator",
    "sasaran",
];

/// Years of captions and headings that are not the one of the report, each with the year that stands there.
pub(super) fn lain(
    sumber: &Source,
    semua: &[Satuan],
    susunan: &Susunan,
    tahun: i16,
) -> Vec<(Letak, i16)> {
    let calon: Vec<Calon> = semua
        .iter()
        .filter(|s| {
            !susunan.dalam_daftar(s.letak.piece) && !susunan.dalam_sistematika(s.letak.piece)
        })
        .filter_map(baca)
        .collect();
    let mut kali: BTreeMap<(bool, i16), usize> = BTreeMap::new();
    for satu in &calon {
        *kali.entry((satu.keterangan, satu.tahun)).or_default() += 1;
    }
    let banyak = |keterangan, tahun| kali.get(&(keterangan, tahun)).copied().unwrap_or(0);
    let selain = |keterangan| -> usize {
        kali.iter()
            .filter(|((k, t), _)| *k == keterangan && *t != tahun)
            .map(|(_, n)| n)
            .sum()
    };
    let kembar: BTreeSet<&str> = calon
        .iter()
        .filter(|c| c.tahun == tahun)
        .map(|c| c.kunci.as_str())
        .collect();
    calon
        .iter()
        .filter(|c| c.tahun < tahun && !kembar.contains(c.kunci.as_str()))
        .filter(|c| {
            // Most of its like name the year of the report.
            let lazim = banyak(c.keterangan, tahun);
            let semua = lazim + banyak(!c.keterangan, tahun);
            banyak(c.keterangan, c.tahun) == 1
                && if c.keterangan {
                    lazim >= 2 && lazim >= 3 * selain(true)
                } else {
                    semua >= 3 && lazim + 1 >= selain(false)
                }
        })
        .filter(|c| !sendiri(sumber, c, tahun))
        .map(|c| (c.letak.clone(), c.tahun))
        .collect()
}

fn baca(satu: &Satuan) -> Option<Calon> {
    const PANJANG: usize = 30;
    if !matches!(satu.jenis, Jenis::Judul | Jenis::Paragraf | Jenis::Gambar)
        || satu.teks.len() > 300
    {
        return None;
    }
    let kata = kata(satu.teks);
    let keterangan = kata.first().is_some_and(|k| {
        matches!(
            k.kecil.as_ref(),
            "tabel" | "gambar" | "grafik" | "bagan" | "diagram"
        )
    }) && kata
        .get(1)
        .is_some_and(|k| k.kecil.starts_with(|c: char| c.is_ascii_digit()));
    if kata.len() > PANJANG || !keterangan && satu.jenis != Jenis::Judul {
        return None;
    }
    // A sentence about a table is no caption.
    let kalimat = satu.teks.trim_end().ends_with('.') && satu.jenis == Jenis::Paragraf;
    let mut tahun = kata
        .iter()
        .enumerate()
        .filter_map(|(i, k)| Some((i, angka_tahun(k)?)));
    let (di, nilai) = tahun.next()?;
    let awal = di.checked_sub(1)?;
    let kata_tahun = kata.get(awal)?;
    let bersama = matches!(kata_tahun.kecil.as_ref(), "tahun" | "anggaran" | "ta");
    let angka = kata.get(di)?;
    let rentang = satu
        .teks
        .get(angka.akhir..)
        .is_some_and(|s| s.trim_start().starts_with(['-', '–', '/', '—']));
    let ada = |daftar: &[&str]| kata.iter().any(|k| daftar.contains(&k.kecil.as_ref()));
    let depan = kata.get(..di).unwrap_or_default();
    let bersama_lain = kata.windows(2).any(|dua| {
        // A comma parts them ("DIPA awal, Tahun 2023").
        matches!(dua, [a, b] if !antara(satu.teks, a, b).contains(',') && LAIN_BERSAMA
            .iter()
            .any(|(depan, belakang)| a.kecil == *depan && belakang.contains(&b.kecil.as_ref())))
    });
    let berlain = ada(LAIN)
        || bersama_lain
        || kata
            .get(di + 1..)
            .is_some_and(|ekor| ekor.iter().any(|k| k.kecil == "dan"));
    if kalimat || !bersama || rentang || tahun.next().is_some() || berlain {
        return None;
    }
    if !keterangan && !ada(DILAPORKAN) {
        return None;
    }
    let mulai = usize::from(keterangan) * 2;
    let kunci: Vec<&str> = depan
        .iter()
        .skip(mulai)
        .filter(|k| !k.kecil.chars().all(|c| c.is_ascii_digit()))
        .map(|k: &Kata| k.kecil.as_ref())
        .collect();
    // "Tabel 3 tahun 2022" names nothing.
    if kunci.len() < 2 || antara(satu.teks, kata_tahun, angka).contains('.') {
        return None;
    }
    Some(Calon {
        letak: satu.letak.bagian(kata_tahun.awal..angka.akhir),
        tahun: nilai,
        kunci: kunci.join(" "),
        keterangan,
    })
}

/// Whether what stands beside speaks of that earlier year as well.
fn sendiri(sumber: &Source, calon: &Calon, tahun: i16) -> bool {
    const DEKAT: usize = 2;
    let (ini, lain) = (tahun.to_string(), calon.tahun.to_string());
    let piece = calon.letak.piece;
    let isi = |p: &Piece| -> String {
        match p {
            Piece::Grid(grid) => grid
                .cells
                .iter()
                .filter(|c| c.row < 3)
                .map(|c| c.passage.text.as_str())
                .collect::<Vec<_>>()
                .join(" "),
            lain => lain.passage().map(|p| p.text.clone()).unwrap_or_default(),
        }
    };
    let bicara = |teks: &str| teks.contains(&lain) && !teks.contains(&ini);
    let sesudah = sumber
        .pieces
        .iter()
        .skip(piece + 1)
        .take(DEKAT)
        .take_while(|p| !matches!(p, Piece::Heading { .. }))
        .any(|p| bicara(&isi(p)));
    let sebelum = calon.keterangan
        && sumber
            .pieces
            .get(piece.saturating_sub(1)..piece)
            .unwrap_or_default()
            .iter()
            .any(|p| bicara(&isi(p)));
    sesudah || sebelum
}
