//! The budget by kind, programme, source and month, adding up to one sum, and the treasury's scores.

use hukum::Hukum;
use paket::Mentah;

use super::lembar::{Ubah, UbahLembar};
use super::survei::koma;
use crate::acak::Acak;

const JENIS: [&str; 3] = ["pegawai", "barang", "modal"];

/// Rupiah in groups of three.
pub(super) fn titik(rupiah: i64) -> String {
    kinerja::bilangan::format(rupiah.into(), 0)
}

pub(super) fn isi(mentah: &mut Mentah, tahun: i64, acak: &mut Acak) {
    let mut baris = Vec::new();
    let mut pagu = [acak.di(150, 420), acak.di(180, 690), acak.di(12, 48)].map(|p| p * 10_000_000);
    let mut akhir = ([0; 3], [0; 3]);
    for ke in 0..3 {
        let realisasi = pagu.map(|p| p / 1000 * acak.di(930, 996) + acak.di(1, 99) * 1_000);
        for (jenis, (pagu, realisasi)) in JENIS.iter().zip(pagu.iter().zip(realisasi)) {
            baris.push(sebaris(
                tahun - 2 + ke,
                "realisasi",
                jenis,
                *pagu,
                Some(realisasi),
            ));
        }
        baris.push(sebaris(
            tahun - 2 + ke,
            "realisasi",
            "jumlah",
            pagu.iter().sum(),
            Some(realisasi.iter().sum()),
        ));
        akhir = (pagu, realisasi);
        if ke < 2 {
            pagu = pagu.map(|p| p / 100 * acak.di(101, 117));
        }
    }
    let (pagu, realisasi) = akhir;
    let dipa = pagu.map(|p| p / 100 * acak.di(88, 98));
    for (jenis, pagu) in JENIS.iter().zip(dipa) {
        baris.push(sebaris(tahun, "dipa", jenis, pagu, None));
    }
    let (awal, pagu, realisasi): (i64, i64, i64) =
        (dipa.iter().sum(), pagu.iter().sum(), realisasi.iter().sum());
    baris.push(sebaris(tahun, "dipa", "jumlah", awal, None));
    mentah.ganti(
        "anggaran_jenis_belanja",
        &["tahun", "tahap", "jenis", "pagu", "realisasi"],
        baris,
    );
    program(mentah, tahun, (awal, pagu, realisasi), acak);
    sumber(mentah, tahun, (awal, pagu, realisasi), acak);
    if mentah.lembar("anggaran_revisi").is_some() {
        revisi(mentah, awal, pagu, acak);
    }
    bulan(mentah, tahun, pagu, realisasi, acak);
}

fn sebaris(tahun: i64, tahap: &str, jenis: &str, pagu: i64, realisasi: Option<i64>) -> Vec<String> {
    vec![
        tahun.to_string(),
        tahap.to_owned(),
        jenis.to_owned(),
        titik(pagu),
        realisasi.map(titik).unwrap_or_default(),
    ]
}

/// Two parts of a sum and of what was spent of it, neither spent beyond its part.
fn dua(pagu: i64, realisasi: i64, acak: &mut Acak) -> [(i64, i64); 2] {
    let satu = pagu / 1000 * acak.di(320, 640);
    let sisa = pagu - realisasi;
    let sisa_satu = sisa / 1000 * acak.di(300, 600);
    [
        (satu, satu - sisa_satu),
        (pagu - satu, pagu - satu - (sisa - sisa_satu)),
    ]
}

fn program(
    mentah: &mut Mentah,
    tahun: i64,
    (awal, pagu, realisasi): (i64, i64, i64),
    acak: &mut Acak,
) {
    let Some(lembar) = mentah.lembar("anggaran_program") else {
        return;
    };
    let nama: Vec<(String, String, String)> = (0..2)
        .map(|i| {
            (
                lembar.sel(i, "program").to_owned(),
                lembar.sel(i, "kegiatan").to_owned(),
                lembar.sel(i, "no_sasaran").to_owned(),
            )
        })
        .collect();
    let mut baris = Vec::new();
    let depan = pagu / 100 * acak.di(102, 112);
    for (tahun, tahap, pagu, realisasi) in [
        (tahun, "perjanjian_kinerja", awal, None),
        (tahun, "realisasi", pagu, Some(realisasi)),
        (tahun + 1, "perjanjian_kinerja", depan, None),
    ] {
        let bagian = dua(pagu, realisasi.unwrap_or(pagu), acak);
        for ((program, kegiatan, sasaran), (pagu, nyata)) in nama.iter().zip(bagian) {
            baris.push(vec![
                tahun.to_string(),
                tahap.to_owned(),
                program.clone(),
                kegiatan.clone(),
                sasaran.clone(),
                titik(pagu),
                realisasi.map(|_| titik(nyata)).unwrap_or_default(),
            ]);
        }
        baris.push(vec![
            tahun.to_string(),
            tahap.to_owned(),
            "jumlah".to_owned(),
            String::new(),
            String::new(),
            titik(pagu),
            realisasi.map(titik).unwrap_or_default(),
        ]);
    }
    mentah.ganti(
        "anggaran_program",
        &[
            "tahun",
            "tahap",
            "program",
            "kegiatan",
            "no_sasaran",
            "pagu",
            "realisasi",
        ],
        baris,
    );
}

fn sumber(
    mentah: &mut Mentah,
    tahun: i64,
    (awal, pagu, realisasi): (i64, i64, i64),
    acak: &mut Acak,
) {
    let mut baris = Vec::new();
    for (tahap, pagu, realisasi) in [("dipa", awal, None), ("realisasi", pagu, Some(realisasi))] {
        let bagian = dua(pagu, realisasi.unwrap_or(pagu), acak);
        for (sumber, (pagu, nyata)) in ["rupiah murni", "pnbp"].iter().zip(bagian) {
            baris.push(sebaris(
                tahun,
                tahap,
                sumber,
                pagu,
                realisasi.map(|_| nyata),
            ));
        }
        baris.push(sebaris(tahun, tahap, "jumlah", pagu, realisasi));
    }
    mentah.ganti(
        "anggaran_sumber_dana",
        &["tahun", "tahap", "sumber", "pagu", "realisasi"],
        baris,
    );
}

fn revisi(mentah: &mut Mentah, awal: i64, akhir: i64, acak: &mut Acak) {
    let tengah = awal + (akhir - awal) / 100 * acak.di(20, 80);
    let Some(lembar) = mentah.lembar_mut("anggaran_revisi") else {
        return;
    };
    let pagu = lembar.kolom("pagu").unwrap_or_default();
    for (baris, jumlah) in lembar.baris.iter_mut().zip([awal, tengah, akhir]) {
        if let Some(sel) = baris.sel.get_mut(pagu) {
            *sel = titik(jumlah);
        }
    }
}

/// What was to be spent and what was, by month and running; always below plan, as the words of the office say.
fn bulan(mentah: &mut Mentah, tahun: i64, pagu: i64, realisasi: i64, acak: &mut Acak) {
    let mut baris = Vec::new();
    for bulan in 1..=12i64 {
        let rencana = pagu / 1000 * (bulan * 1000 / 12);
        let nyata = realisasi / 1000 * (bulan * 1000 / 12) - acak.di(1, 80) * 10_000;
        let (rencana, nyata) = if bulan == 12 {
            (pagu, realisasi)
        } else {
            (rencana, nyata)
        };
        baris.push(vec![
            tahun.to_string(),
            bulan.to_string(),
            titik(rencana),
            titik(nyata),
        ]);
    }
    mentah.ganti(
        "serapan_bulanan",
        &["tahun", "bulan", "rencana", "realisasi"],
        baris,
    );
}

/// IKPA and NKA by the weights in force for the year; a year without weights gets none.
pub(super) fn nilai(mentah: &mut Mentah, hukum: &Hukum, tahun: i16, acak: &mut Acak) {
    mentah
        .lembar
        .retain(|lembar| !["ikpa", "smart"].contains(&lembar.nama.as_str()));
    let kepala = ["tahun", "komponen", "nilai"];
    let bobot = |kode: &str| {
        hukum
            .ketentuan(kode, tahun)
            .map(|ketentuan| ketentuan.butir().to_vec())
            .unwrap_or_default()
    };
    let mut jumlah = 0;
    let mut baris = Vec::new();
    for butir in bobot("ikpa.bobot") {
        let penuh: i64 = butir
            .nilai
            .unwrap_or_default()
            .trunc()
            .to_string()
            .parse()
            .unwrap_or_default();
        let nilai = penuh * acak.di(90, 100);
        jumlah += nilai;
        baris.push(vec![tahun.to_string(), butir.kode.clone(), koma(nilai)]);
    }
    if baris.is_empty() {
        return;
    }
    if !baris.iter().any(|baris| baris[1] == "dispensasi_spm") {
        baris.push(vec![
            tahun.to_string(),
            "dispensasi_spm".to_owned(),
            "0,00".to_owned(),
        ]);
    }
    baris.insert(0, vec![tahun.to_string(), "nilai".to_owned(), koma(jumlah)]);
    mentah.ganti("ikpa", &kepala, baris);
    if bobot("nka.bobot")
        .iter()
        .any(|butir| butir.kode == "nk_pelaksanaan")
    {
        // Both halves even, so that their mean has two decimals.
        let perencanaan = jumlah - 2 * acak.di(20, 300);
        let baris = [
            ("nilai", (perencanaan + jumlah) / 2),
            ("nk_perencanaan", perencanaan),
            ("nk_pelaksanaan", jumlah),
        ]
        .map(|(komponen, nilai)| vec![tahun.to_string(), komponen.to_owned(), koma(nilai)])
        .to_vec();
        mentah.ganti("smart", &kepala, baris);
    }
}
