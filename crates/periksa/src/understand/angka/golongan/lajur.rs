//! Told by what touches the digits: codes, dates, telephones, addresses of the net.

use std::ops::Range;

use super::kata::{NOMOR, URUTAN};
use crate::bacaan::Golongan;
use crate::understand::angka::konteks::{kata_sebelum, kata_sesudah, kode_bersambung};
use crate::understand::angka::pindai::{Mentah, di, sebelum};
use crate::understand::kosakata;

/// Told by what touches the digits.
pub(super) fn dari_lajur(
    teks: &str,
    satu: &Mentah,
    inti: &str,
    lajur: Range<usize>,
    polos: bool,
) -> Option<Golongan> {
    let kata = teks.get(lajur.clone()).unwrap_or_default();
    if kata.contains("://")
        || kata.contains('@')
        || kata.contains("www.")
        || kata.contains(".go.id")
    {
        return Some(Golongan::Nomor);
    }
    if satu.menempel {
        return None;
    }
    if kode_bersambung(kata) {
        return Some(Golongan::Nomor);
    }
    let awal = satu.rentang.start;
    let kiri = sebelum(teks, awal);
    let kanan = di(teks, satu.rentang.end);
    // "rencana.kegiatan.1.1.target": words on both sides that only dots tie to it make it part of a code.
    let di_dalam_kode = kiri == Some('.')
        && kanan == Some('.')
        && sebelum(teks, awal.saturating_sub(1)).is_some_and(char::is_lowercase)
        && di(teks, satu.rentang.end.saturating_add(1)).is_some_and(char::is_lowercase);
    // "rencana.2024.01": four digits before the dot are no thousands.
    let bertahun = kiri == Some('.')
        && sebelum(teks, awal.saturating_sub(1)).is_some_and(char::is_alphabetic)
        && inti.split_once('.').is_some_and(|(depan, akhir)| {
            kosakata::kata_tahun(depan).is_some() && akhir.len() <= 2
        });
    if di_dalam_kode || bertahun {
        return Some(Golongan::Nomor);
    }
    if kiri.is_some_and(char::is_alphabetic) {
        return Some(Golongan::Nama);
    }
    if let Some(tanda @ ('-' | '.' | '/' | '_')) = kiri {
        let di_depan = sebelum(teks, awal - 1);
        if di_depan.is_some_and(char::is_alphabetic) {
            let kata_depan = kata_sebelum(teks, awal - 1).to_lowercase();
            return match (tanda, kata_depan.as_str()) {
                (_, "ke") => Some(Golongan::Urutan),
                ('.', kata) if NOMOR.contains(&kata) => Some(Golongan::Nomor),
                ('.', kata) if URUTAN.contains(&kata) => Some(Golongan::Urutan),
                // A footnote mark that lost its height, or a sentence without a space before it.
                ('.', _) if polos && inti.len() <= 2 => Some(Golongan::Urutan),
                ('.', _) => None,
                ('-', _) => Some(Golongan::Nama),
                // "Semester I/2023"
                ('/', "i" | "ii" | "iii" | "iv") if kosakata::kata_tahun(inti).is_some() => {
                    Some(Golongan::Tahun)
                }
                _ => Some(Golongan::Nomor),
            };
        }
    }
    if kanan.is_some_and(char::is_alphabetic) {
        let kata = kata_sesudah(teks, satu.rentang.end);
        if kosakata::satuan(kata).is_none() && kosakata::skala(kata).is_none() && kata.len() <= 3 {
            return Some(Golongan::Nama);
        }
    }
    // "1.02.01.2.01": the code of an account, not an amount that lost digits.
    let pendek = inti
        .split('.')
        .skip(1)
        .filter(|grup| grup.len() != 3)
        .count();
    if pendek >= 2 && !inti.contains(',') && !satu.sisip && !inti.contains("..") {
        return bergabung(kata, polos).or(Some(Golongan::Nomor));
    }
    bergabung(kata, polos)
}

/// "53/2014", "05/01/2024", "05-01-2024", "0541-743945".
fn bergabung(kata: &str, polos: bool) -> Option<Golongan> {
    let kata = kata.trim_matches(|c: char| !c.is_ascii_digit() && c != '+');
    if kata.starts_with('+') {
        return Some(Golongan::Nomor);
    }
    for tanda in ['/', '-', '.'] {
        let ruas: Vec<&str> = kata.split(tanda).take(5).collect();
        if ruas.len() < 2
            || !ruas
                .iter()
                .all(|r| !r.is_empty() && r.bytes().all(|b| b.is_ascii_digit()))
        {
            continue;
        }
        if tanda == '.' {
            let tanggal = ruas.len() == 3
                && ruas.first().is_some_and(|r| r.len() <= 2)
                && ruas.get(1).is_some_and(|r| r.len() <= 2)
                && ruas
                    .get(2)
                    .is_some_and(|r| kosakata::kata_tahun(r).is_some());
            return tanggal.then_some(Golongan::Tanggal);
        }
        if !polos {
            return None;
        }
        let tahun = |i: usize| {
            ruas.get(i)
                .is_some_and(|r| kosakata::kata_tahun(r).is_some())
        };
        return match ruas.len() {
            3 if tahun(2) || tahun(0) => Some(Golongan::Tanggal),
            2 if tahun(0) && (tahun(1) || ruas.get(1).is_some_and(|r| r.len() == 2)) => {
                Some(Golongan::Tahun)
            }
            2 if tahun(1) && tanda == '/' => Some(Golongan::Nomor),
            2 if ruas
                .first()
                .is_some_and(|r| r.len() >= 3 && r.starts_with('0')) =>
            {
                Some(Golongan::Nomor)
            }
            3.. => Some(Golongan::Nomor),
            _ => None,
        };
    }
    None
}
