//! Words against numbers.

use kinerja::bilangan::terbilang;

use super::templat::prosa;
use super::{Cara, Ganti, Jenis, Keluarga, Ladang, satu, ubah};
use crate::daun::Wadah;

pub(super) const JENIS: &[Jenis] = &[
    klaim("arah-terbalik", |l| kata(l, ARAH)),
    klaim("banding-terbalik", |l| kata(l, BANDING)),
    klaim("ujung-salah", ujung),
    klaim("kategori-salah", kategori),
    klaim("terbilang-salah", |l| cacah(l, false)),
    klaim("cacah-salah", |l| cacah(l, true)),
    klaim("minimum-terbalik", |l| kata(l, MINIMUM)),
];

const ARAH: &[(&str, &str)] = &[
    ("naik", "turun"),
    ("turun", "naik"),
    ("peningkatan", "penurunan"),
    ("penurunan", "peningkatan"),
    ("meningkat", "menurun"),
    ("menurun", "meningkat"),
    ("bertambah", "berkurang"),
    ("berkurang", "bertambah"),
];
const BANDING: &[(&str, &str)] = &[
    ("melampaui", "belum mencapai"),
    ("di atas", "di bawah"),
    ("berada di bawah", "berada di atas"),
    ("lebih baik daripada", "lebih buruk daripada"),
    ("lebih rendah", "lebih tinggi"),
    ("belum mencapai", "melampaui"),
    ("di bawah target", "di atas target"),
];
const MINIMUM: &[(&str, &str)] = &[
    (
        "terpenuhi pada seluruh bulan",
        "belum terpenuhi pada bulan Mei",
    ),
    ("belum terpenuhi", "sudah terpenuhi"),
    (
        "belum mencapai sekurang-kurangnya",
        "sudah mencapai sekurang-kurangnya",
    ),
    ("belum memenuhi", "telah memenuhi"),
    ("telah memenuhi", "belum memenuhi"),
];
const BULAN: &[&str] = &[
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const BELANJA: &[&str] = &["belanja pegawai", "belanja barang", "belanja modal"];

const fn klaim(nama: &'static str, tanam: fn(&mut Ladang<'_>) -> Option<Ganti>) -> Jenis {
    Jenis {
        nama,
        keluarga: Keluarga::Klaim,
        cara: Cara::Ganti(tanam),
    }
}

/// A word for its opposite, in a paragraph that prints a number.
fn kata(ladang: &mut Ladang<'_>, daftar: &[(&str, &str)]) -> Option<Ganti> {
    let mut daftar = daftar.to_vec();
    ladang.acak.kocok(&mut daftar);
    let berangka: Vec<bool> = ladang
        .daun
        .iter()
        .map(|daun| {
            ladang
                .daun
                .iter()
                .any(|lain| lain.induk == daun.induk && lain.kunci.is_some())
        })
        .collect();
    for (dari, menjadi) in daftar {
        let Some(i) = ladang.pilih(|i, daun| {
            berangka[i]
                && prosa(daun.wadah)
                && daun.kunci.is_none()
                && ubah::kata(&daun.teks, dari, menjadi).is_some()
        }) else {
            continue;
        };
        return Some(satu(i, ubah::kata(&ladang.daun[i].teks, dari, menjadi)?));
    }
    None
}

/// Another month, part or kind of spending named as the highest or lowest.
fn ujung(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    let unsur: Vec<(usize, String)> = ladang
        .daun
        .iter()
        .filter_map(|daun| match daun.wadah {
            Wadah::Sel(sel) if sel.kolom == 0 && !sel.kepala && !daun.daftar_fakta => {
                Some((sel.tabel, daun.teks.clone()))
            }
            _ => None,
        })
        .filter(|(_, teks)| {
            !teks.starts_with("Responden")
                && teks.starts_with(char::is_uppercase)
                && teks.len() > 5
                && !teks.contains(|h: char| h.is_ascii_digit())
        })
        .collect();
    let isi: Vec<String> = ladang
        .daun
        .iter()
        .map(|daun| {
            if prosa(daun.wadah) {
                ladang.isi(daun.induk)
            } else {
                String::new()
            }
        })
        .collect();
    let ujung = |teks: &str| {
        [
            "tertinggi",
            "terendah",
            "diperbaiki lebih dahulu",
            "didahulukan",
        ]
        .iter()
        .any(|kata| teks.contains(kata))
    };
    let sebut = |teks: &str| -> Option<(String, Vec<String>)> {
        for kumpulan in [BULAN, BELANJA] {
            if let Some(&satu) = kumpulan.iter().find(|satu| teks.contains(**satu)) {
                return Some((
                    satu.to_owned(),
                    kumpulan
                        .iter()
                        .filter(|lain| **lain != satu && !teks.contains(**lain))
                        .map(|&lain| lain.to_owned())
                        .collect(),
                ));
            }
        }
        // The longest name that stands there, against the others of its table.
        let (tabel, satu) = unsur
            .iter()
            .filter(|(_, nama)| teks.contains(nama))
            .max_by_key(|(_, nama)| nama.len())?;
        let lain = unsur
            .iter()
            .filter(|(lain, nama)| lain == tabel && nama != satu && !teks.contains(nama));
        Some((
            satu.clone(),
            lain.map(|(_, nama)| nama.clone())
                .filter(|nama| {
                    !["Indeks", "Jumlah", "Nilai"].contains(&nama.as_str())
                        && !nama.starts_with("Responden")
                })
                .collect(),
        ))
    };
    let i = ladang
        .pilih(|i, daun| daun.kunci.is_none() && ujung(&isi[i]) && sebut(&daun.teks).is_some())?;
    let (dari, lain) = sebut(&ladang.daun[i].teks)?;
    let menjadi = ladang.acak.pilih(&lain)?.clone();
    Some(satu(i, ladang.daun[i].teks.replacen(&dari, &menjadi, 1)))
}

fn kategori(ladang: &mut Ladang<'_>) -> Option<Ganti> {
    const KELAS: &[&str] = &[
        "A (Sangat Baik)",
        "B (Baik)",
        "C (Kurang Baik)",
        "D (Tidak Baik)",
    ];
    const NILAI: &[&str] = &["Sangat Baik", "Baik", "Cukup", "Kurang"];
    let i = ladang.pilih(|_, daun| {
        prosa(daun.wadah)
            && daun
                .kunci
                .as_deref()
                .is_some_and(|kunci| kunci.contains("kategori"))
    })?;
    let teks = &ladang.daun[i].teks;
    let kelas = if teks.contains('(') { KELAS } else { NILAI };
    let lain: Vec<&str> = kelas.iter().copied().filter(|satu| satu != teks).collect();
    let &baru = ladang.acak.pilih(&lain)?;
    Some(satu(i, baru.to_owned()))
}

/// "8 (delapan)": the words alone, or number and words, one more.
fn cacah(ladang: &mut Ladang<'_>, keduanya: bool) -> Option<Ganti> {
    let kurung = |n: u64| format!("({})", terbilang(n));
    let cari = |teks: &str| (2..400u64).find(|&n| teks.contains(&kurung(n)));
    let i = ladang.pilih(|_, daun| prosa(daun.wadah) && cari(&daun.teks).is_some())?;
    let teks = ladang.daun[i].teks.clone();
    let n = cari(&teks)?;
    let kata = teks.replacen(&kurung(n), &kurung(n + 1), 1);
    if !keduanya {
        return Some(satu(i, kata));
    }
    let angka = format!("{n} {}", kurung(n));
    if teks.contains(&angka) {
        return Some(satu(
            i,
            teks.replacen(&angka, &format!("{} {}", n + 1, kurung(n + 1)), 1),
        ));
    }
    let lalu = i.checked_sub(1)?;
    let sebelum = &ladang.daun[lalu];
    (sebelum.teks == n.to_string()
        && sebelum.induk == ladang.daun[i].induk
        && teks.trim_start().starts_with('('))
    .then(|| Ganti::from([(lalu, (n + 1).to_string()), (i, kata)]))
}
