//! Regulations that a document cites.

mod jenis;
mod penetap;
mod tentang;

use std::ops::Range;

use hukum::Hukum;

use crate::bacaan::{Bacaan, Sitasi};
use crate::understand::kosakata::{kata, kata_tahun};
use crate::understand::satuan::{self, SEDIKIT, Satuan};
use crate::utas;
use jenis::Jenis;

/// A citation in a text, not looked up yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mentah {
    /// From the kind to the end of the subject.
    pub rentang: Range<usize>,
    /// Kind, normalised.
    pub jenis: String,
    /// Who set it, as printed.
    pub penetap: String,
    /// Number as printed.
    pub nomor: String,
    /// Year.
    pub tahun: Option<i16>,
    /// The subject.
    pub tentang: Option<Range<usize>>,
}

/// A regulation of the law data under the names by which it may be cited.
struct Dikenal<'a> {
    id: &'a str,
    sebutan: Vec<Mentah>,
}

pub(super) fn sitasi(bacaan: &Bacaan, hukum: &Hukum) -> Vec<Sitasi> {
    let dikenal = dikenal(hukum);
    let satuan = satuan::satuan(bacaan.sumber);
    utas::gabung(utas::penggal(&satuan, SEDIKIT, |bagian| {
        let mut hasil = Vec::new();
        for satu in bagian {
            tambah(satu, &dikenal, &mut hasil);
        }
        hasil
    }))
}

fn tambah(satuan: &Satuan, dikenal: &[Dikenal], hasil: &mut Vec<Sitasi>) {
    let teks = satuan.passage.text.as_str();
    for mentah in cari(teks) {
        let regulasi = dikenal
            .iter()
            .find(|satu| {
                satu.sebutan
                    .iter()
                    .any(|sebutan| sama(sebutan, &mentah, dikenal))
            })
            .map(|satu| satu.id.to_owned());
        hasil.push(Sitasi {
            letak: satuan.letak(mentah.rentang),
            jenis: mentah.jenis,
            penetap: mentah.penetap,
            nomor: mentah.nomor,
            tahun: mentah.tahun,
            tentang: mentah.tentang.and_then(|r| teks.get(r)).map(str::to_owned),
            regulasi,
        });
    }
}

/// What the law data know, read like any other text, by full and short name.
fn dikenal(hukum: &Hukum) -> Vec<Dikenal<'_>> {
    hukum
        .regulasi
        .iter()
        .map(|regulasi| Dikenal {
            id: &regulasi.id,
            sebutan: [&regulasi.sebutan, &regulasi.singkatan]
                .into_iter()
                .flat_map(|sebutan| cari(sebutan))
                .collect(),
        })
        .filter(|satu| !satu.sebutan.is_empty())
        .collect()
}

/// Whether two citations mean the same regulation.
fn sama(kiri: &Mentah, kanan: &Mentah, dikenal: &[Dikenal]) -> bool {
    kiri.jenis == kanan.jenis
        && kiri.tahun.is_some()
        && kiri.tahun == kanan.tahun
        && nomor_sama(&kiri.nomor, &kanan.nomor)
        && penetap_sama(&kiri.penetap, &kanan.penetap, dikenal)
}

/// "214/PMK.02/2017" and "214" are the same number within one kind and year.
pub(crate) fn nomor_sama(kiri: &str, kanan: &str) -> bool {
    let kunci = |nomor: &str| -> String {
        nomor
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_uppercase())
            .collect()
    };
    let pokok = |nomor: &str| -> Option<String> {
        let depan: String = nomor.chars().take_while(char::is_ascii_digit).collect();
        let bebas = nomor
            .get(depan.len()..)
            .is_some_and(|sisa| sisa.is_empty() || sisa.starts_with('/'));
        (!depan.is_empty() && bebas).then(|| depan.trim_start_matches('0').to_owned())
    };
    kunci(kiri) == kunci(kanan) || (pokok(kiri).is_some() && pokok(kiri) == pokok(kanan))
}

/// Whether a name of a minister or agency means the one who set a regulation of the law data.
pub(crate) fn penetap_dikenal(nama: &str, sebutan: &Mentah) -> bool {
    penetap::sama(nama, &sebutan.penetap)
}

/// Whether two names of a minister or agency mean the same one: equal, one the initials of the other,
/// or long and short name of one regulation of the law data.
fn penetap_sama(kiri: &str, kanan: &str, dikenal: &[Dikenal]) -> bool {
    if penetap::sama(kiri, kanan) {
        return true;
    }
    dikenal.iter().any(|satu| {
        let kenal = |nama: &str| satu.sebutan.iter().any(|s| penetap::sama(&s.penetap, nama));
        kenal(kiri) && kenal(kanan)
    })
}

/// All citations of a text that have a number.
pub(crate) fn cari(teks: &str) -> Vec<Mentah> {
    let semua: Vec<(Range<usize>, &str)> = kata(teks).collect();
    let mut hasil: Vec<Mentah> = Vec::new();
    let mut i = 0;
    while i < semua.len() {
        match satu(teks, &semua, i) {
            Some((mentah, lanjut)) => {
                hasil.push(mentah);
                i = lanjut.max(i + 1);
            }
            None => i += 1,
        }
    }
    hasil
}

/// The citation that begins with the word at `awal`, and the word behind its number.
fn satu(teks: &str, semua: &[(Range<usize>, &str)], awal: usize) -> Option<(Mentah, usize)> {
    let mulai = semua.get(awal)?.0.start;
    let (jenis, mut i) = jenis::jenis(teks, semua, awal)?;
    let (nama_jenis, penetap_tetap) = match jenis {
        Jenis::Panjang(nama) => (nama, None),
        Jenis::Singkat(nama, penetap) => (nama, Some(penetap)),
    };
    // Words of the one who set it, up to the number.
    const PENETAP_TERBANYAK: usize = 22;
    let awal_penetap = i;
    let bernomor = loop {
        let (rentang, satu) = semua.get(i)?;
        let kecil = satu.to_lowercase();
        if matches!(kecil.as_str(), "nomor" | "no" | "nomer") {
            i += 1;
            break true;
        }
        let digit = satu.starts_with(|c: char| c.is_ascii_digit());
        if penetap_tetap.is_some() && digit {
            break false;
        }
        // "PER-5/PB/2022": the number begins with the kind itself.
        if i - awal_penetap >= PENETAP_TERBANYAK
            || matches!(
                *satu,
                "tentang" | "yang" | "tahun" | "adalah" | "ini" | "dengan" | "dalam" | "untuk"
            )
            || (i > awal_penetap
                && jenis::jenis(teks, semua, i)
                    .is_some_and(|(j, _)| matches!(j, Jenis::Panjang(_))))
            || teks
                .get(semua.get(i.checked_sub(1)?)?.0.end..rentang.start)
                .is_some_and(|sela| sela.contains([';', '\n', '"']))
        {
            return None;
        }
        i += 1;
    };
    let penetap = match penetap_tetap {
        Some(penetap) => {
            // "Permenpan RB Nomor 14": what stands before the number belongs to the name.
            let sisipan = sela_kata(teks, semua, awal_penetap, if bernomor { i - 1 } else { i });
            format!("{penetap} {sisipan}").trim().to_owned()
        }
        None => sela_kata(teks, semua, awal_penetap, i.saturating_sub(1)),
    };
    let (nomor, akhir_nomor) = nomor(teks, semua.get(i)?.0.start)?;
    let mut akhir = akhir_nomor;
    let mut lanjut = i;
    while semua.get(lanjut).is_some_and(|(r, _)| r.start < akhir) {
        lanjut += 1;
    }
    let mut tahun = nomor
        .rsplit('/')
        .next()
        .and_then(kata_tahun)
        .filter(|_| nomor.contains('/'));
    if let (Some((_, kata_tahun_teks)), Some((r, angka))) =
        (semua.get(lanjut), semua.get(lanjut + 1))
        && matches!(
            kata_tahun_teks.to_lowercase().as_str(),
            "tahun" | "th" | "thn"
        )
        && let Some(ini) = kata_tahun(angka)
    {
        tahun = Some(ini);
        akhir = r.end;
        lanjut += 2;
    }
    let nomor = match nomor.rsplit_once('/') {
        // "53/2014" is number 53 of that year.
        Some((depan, belakang))
            if kata_tahun(belakang).is_some() && depan.bytes().all(|b| b.is_ascii_digit()) =>
        {
            depan.to_owned()
        }
        _ => nomor,
    };
    let tentang = tentang::tentang(teks, semua, lanjut);
    if let Some(rentang) = &tentang {
        akhir = rentang.end;
    }
    Some((
        Mentah {
            rentang: mulai..akhir,
            jenis: nama_jenis,
            penetap,
            nomor,
            tahun,
            tentang,
        },
        lanjut,
    ))
}

/// The words from `dari` up to but not including `sampai`, as printed.
fn sela_kata(teks: &str, semua: &[(Range<usize>, &str)], dari: usize, sampai: usize) -> String {
    let (Some(awal), Some(akhir)) = (
        semua.get(dari).map(|(r, _)| r.start),
        sampai
            .checked_sub(1)
            .and_then(|i| semua.get(i))
            .map(|(r, _)| r.end),
    ) else {
        return String::new();
    };
    teks.get(awal..akhir).unwrap_or_default().trim().to_owned()
}

/// The number that begins at a byte: letters, digits and the marks that join them.
fn nomor(teks: &str, awal: usize) -> Option<(String, usize)> {
    const TERPANJANG: usize = 40;
    let sisa = teks.get(awal..)?;
    let mut akhir = 0;
    for (i, c) in sisa.char_indices().take(TERPANJANG) {
        if c.is_ascii_alphanumeric() {
            akhir = i + 1;
        } else if !matches!(c, '.' | '/' | '-') {
            break;
        }
    }
    let nomor = sisa.get(..akhir)?;
    (nomor.bytes().any(|b| b.is_ascii_digit())).then(|| (nomor.to_owned(), awal + akhir))
}

#[cfg(test)]
mod tests;
