//! The invented reports under `contoh/laporan`: planted defects are found, and their clean twins stay clean.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use periksa::{Berat, Lokasi, Temuan};

/// Kinds that need judgement or knowledge from outside the document.
const LUNAK: &[&str] = &["other"];
/// Share of the hard defects that is found at least, in hundredths; raise it when rules improve.
const TERTEMUKAN: usize = 84;
/// Share of the findings that point at a defect at least, in hundredths.
const TEPAT: usize = 97;
/// Binding findings in all clean twins together at most; lower it when rules improve.
const ALARM: usize = 2;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../contoh/laporan")
}

struct Cacat {
    baris: usize,
    keras: bool,
    /// Characters of the line, from 1, the end exclusive.
    kolom: (usize, usize),
    /// A row of a table: anywhere in it will do.
    sebaris: bool,
}

fn cacat(nama: &str, teks: &str) -> Vec<Cacat> {
    let baris: Vec<&str> = teks.split('\n').collect();
    let tsv = std::fs::read_to_string(folder().join(format!("{nama}.tsv"))).expect("tsv");
    tsv.lines()
        .skip(1)
        .map(|satu| {
            let sel: Vec<&str> = satu.split('\t').collect();
            let nomor: usize = sel[1].parse().expect("nomor baris");
            let isi = baris[nomor - 1];
            let huruf = |byte: usize| isi[..byte].chars().count() + 1;
            let awal = isi
                .find(sel[3])
                .unwrap_or_else(|| panic!("{nama} {}: kutipan tidak ada", sel[0]));
            Cacat {
                baris: nomor,
                keras: !LUNAK.contains(&sel[2]) && !sel[6].starts_with("[soft]"),
                kolom: (huruf(awal), huruf(awal + sel[3].len())),
                sebaris: isi.contains('\t'),
            }
        })
        .collect()
}

/// Lines and columns of a finding, its related places too; `utama` keeps only its own.
fn tempat(temuan: &Temuan, utama: bool) -> Vec<(usize, usize, usize)> {
    let terkait = temuan.terkait.iter().filter(|_| !utama);
    std::iter::once(&temuan.lokasi)
        .chain(terkait)
        .filter_map(|lokasi| match lokasi {
            Lokasi::Titik(titik) => titik.rentang.first(),
            _ => None,
        })
        .map(|(awal, akhir)| {
            (
                awal.line as usize,
                awal.column as usize,
                akhir.column as usize,
            )
        })
        .collect()
}

fn kena(cacat: &Cacat, (baris, awal, akhir): (usize, usize, usize)) -> bool {
    cacat.baris == baris && (cacat.sebaris || (awal < cacat.kolom.1 && cacat.kolom.0 < akhir))
}

#[test]
fn planted_defects_are_found_and_clean_twins_stay_clean() {
    let (mut keras, mut ditemukan, mut semua, mut tepat, mut alarm) = (0, 0, 0, 0, Vec::new());
    let berkas: BTreeSet<String> = std::fs::read_dir(folder())
        .expect("contoh/laporan")
        .map(|e| e.expect("entri").file_name().to_string_lossy().into_owned())
        .filter_map(|nama| nama.strip_suffix(".tsv").map(str::to_owned))
        .collect();
    assert!(berkas.len() >= 8, "{berkas:?}");
    for nama in berkas {
        let baca = |ekor: &str| {
            std::fs::read_to_string(folder().join(format!("{nama}{ekor}.txt"))).expect("laporan")
        };
        let teks = baca("");
        let cacat = cacat(&nama, &teks);
        let temuan = super::temuan(&teks);
        keras += cacat.iter().filter(|c| c.keras).count();
        ditemukan += cacat
            .iter()
            .filter(|c| c.keras)
            .filter(|c| {
                temuan
                    .iter()
                    .flat_map(|t| tempat(t, false))
                    .any(|t| kena(c, t))
            })
            .count();
        let berlokasi = temuan.iter().filter(|t| !tempat(t, true).is_empty());
        semua += berlokasi.clone().count();
        tepat += berlokasi
            .filter(|t| {
                tempat(t, false)
                    .into_iter()
                    .any(|t| cacat.iter().any(|c| kena(c, t)))
            })
            .count();
        alarm.extend(
            super::temuan(&baca("-bersih"))
                .into_iter()
                .filter(|t| t.berat == Berat::Wajib)
                .map(|t| format!("{nama}: {} {}", t.aturan, t.pesan)),
        );
    }
    assert!(
        ditemukan * 100 >= keras * TERTEMUKAN,
        "{ditemukan} dari {keras} ditemukan"
    );
    assert!(tepat * 100 >= semua * TEPAT, "{tepat} dari {semua} tepat");
    assert!(alarm.len() <= ALARM, "{}", alarm.join("\n"));
}
