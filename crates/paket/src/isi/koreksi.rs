//! Recorded corrections: read first, taken by the cells that they name, and refused when no cell takes them.

use std::cell::Cell;

use kinerja::bilangan;
use kinerja::masukan::Koreksi;

use super::Pengisi;
use crate::kesalahan::Kesalahan;
use crate::skema;
use crate::tabel::{BarisKoreksi, DaftarKoreksi, lapor_bukan_angka};
use crate::teks::{rapikan, saran, terdekat};

pub(super) fn baca(pengisi: &mut Pengisi<'_>) -> DaftarKoreksi {
    let mut daftar = DaftarKoreksi::new();
    let Some(tabel) = pengisi.tabel(skema::KOREKSI.nama, &skema::KOREKSI) else {
        return daftar;
    };
    for baris in &tabel.baris {
        let menjadi = tabel.teks(baris, "menjadi");
        let angka = match bilangan::parse(&menjadi) {
            Ok(angka) => angka,
            Err(_) => {
                if !menjadi.is_empty() {
                    lapor_bukan_angka(tabel.tempat(baris, "menjadi"), &menjadi, pengisi.galat);
                }
                continue;
            }
        };
        let kunci = (
            nama_lembar(&tabel.teks(baris, "berkas")),
            tabel.teks(baris, "kunci"),
            tabel.teks(baris, "kolom"),
        );
        let isi = Koreksi {
            tempat: tabel.tempat(baris, ""),
            menjadi: angka.nilai,
            presisi: angka.presisi,
            alasan: tabel.teks(baris, "alasan"),
            dasar: tabel.teks(baris, "dasar"),
        };
        let tercetak = tabel.teks(baris, "tercetak");
        daftar.insert(
            kunci,
            BarisKoreksi {
                tercetak,
                isi,
                terpakai: Cell::new(false),
            },
        );
    }
    daftar
}

fn nama_lembar(berkas: &str) -> String {
    let nama = berkas.strip_prefix("lembar ").unwrap_or(berkas);
    nama.strip_suffix(".csv").unwrap_or(nama).to_owned()
}

/// Rows that are searched for a key that is near; a sheet of an office is far shorter.
const KUNCI_DICARI: usize = 1_000;

/// Reports corrections that no cell has taken, with the nearest file, key or column.
pub(super) fn lapor_sisa(pengisi: &mut Pengisi<'_>) {
    for ((berkas, kunci, kolom), koreksi) in &pengisi.koreksi {
        if koreksi.terpakai.get() {
            continue;
        }
        if pengisi.galat.penuh() {
            // The search for what was meant is not worth its time for errors that nobody will see.
            break;
        }
        let (pesan, perbaikan) = sebab(pengisi, berkas, kunci, kolom);
        pengisi.galat.push(
            Kesalahan::new(
                "koreksi-tanpa-sel",
                koreksi.isi.tempat.clone(),
                pesan,
                perbaikan,
            )
            .cuplikan(&format!("{berkas}.csv;{kunci};{kolom}")),
        );
    }
}

fn sebab(pengisi: &Pengisi<'_>, berkas: &str, kunci: &str, kolom: &str) -> (String, String) {
    let Some(lembar) = pengisi.mentah.lembar(berkas) else {
        let nama: Vec<&str> = pengisi
            .mentah
            .lembar
            .iter()
            .map(|lembar| lembar.nama.as_str())
            .collect();
        return (
            format!("berkas {berkas}.csv tidak ada di dalam paket"),
            saran(berkas, &nama),
        );
    };
    let bentuk =
        skema::lembar(berkas).unwrap_or(if lembar.kepala.iter().any(|nama| nama == "pihak") {
            &skema::SURVEI_KELOMPOK
        } else {
            &skema::SURVEI_BULANAN
        });
    let daftar_kunci: Vec<String> = lembar
        .baris
        .iter()
        .take(KUNCI_DICARI)
        .map(|baris| {
            let nilai = |nama: &&str| {
                let letak = lembar.kepala.iter().position(|kepala| kepala == nama)?;
                baris
                    .sel
                    .get(letak)
                    .map(|sel| rapikan(sel))
                    .filter(|sel| !sel.is_empty())
            };
            bentuk
                .kunci
                .iter()
                .filter_map(nilai)
                .collect::<Vec<_>>()
                .join("/")
        })
        .collect();
    if daftar_kunci.iter().any(|ada| ada == kunci) {
        let nama: Vec<&str> = lembar.kepala.iter().map(String::as_str).collect();
        return (
            format!("tidak ada kolom angka {kolom:?} pada berkas itu"),
            saran(kolom, &nama),
        );
    }
    let perbaikan = match terdekat(kunci, daftar_kunci.iter().map(String::as_str)) {
        Some(calon) => format!("maksud Anda {calon:?}?"),
        None => format!(
            "tulis nilai kolom {} dipisah garis miring",
            bentuk.kunci.join(", ")
        ),
    };
    (format!("tidak ada baris dengan kunci {kunci:?}"), perbaikan)
}
