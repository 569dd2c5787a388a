//! A number of things, and the things listed behind it.

mod bilangan;
mod daftar;

use super::Konteks;
use crate::bacaan::{Cacahan, IsiKlaim, Klaim, Letak};
use crate::understand::prosa::kata::{Isi, Kata};
use bilangan::Bilangan;

/// Words that announce only some.
const SEBAGIAN: &[&str] = &[
    "antara",
    "diantaranya",
    "seperti",
    "misalnya",
    "contohnya",
    "dst",
    "dll",
    "dsb",
    "seterusnya",
    "sebagainya",
    "lain-lain",
    "diantara",
];
/// Things that are measured rather than listed.
const UKURAN: &[&str] = &[
    "tahun",
    "hari",
    "bulan",
    "jam",
    "menit",
    "persen",
    "kali",
    "rupiah",
    "poin",
    "orang",
    "responden",
    "dari",
    "sampai",
    "minggu",
    "triwulan",
    "semester",
    "indeks",
];

/// Words behind a noun that belong to it.
const SIFAT: &[&str] = &[
    "kinerja",
    "utama",
    "kegiatan",
    "sasaran",
    "strategis",
    "program",
    "individu",
    "iku",
    "ikk",
    "yang",
    "diperjanjikan",
    "ditetapkan",
    "tersebut",
    "telah",
    "sudah",
    "berhasil",
    "lainnya",
    "lain",
    "sisanya",
    "seluruhnya",
    "semuanya",
    "layanan",
    "nilainya",
    "berada",
    "masih",
    "nilai",
    "memiliki",
    "dengan",
];
/// Things of which the agreement has a number.
const PERJANJIAN: &[&str] = &["indikator", "sasaran"];
/// Parts that have a value each.
const BAGIAN: &[&str] = &["unsur", "aspek", "komponen", "variabel", "dimensi"];
const MENCAPAI: &[&str] = &[
    "mencapai",
    "melampaui",
    "memenuhi",
    "melebihi",
    "tercapai",
    "terpenuhi",
];
const INGKAR: &[&str] = &["belum", "tidak", "gagal"];

pub(super) fn cari(konteks: &Konteks, hasil: &mut Vec<Klaim>) {
    let kata = konteks.kata();
    if kata
        .iter()
        .any(|k| k.isi == Isi::Celah || k.salah_satu(SEBAGIAN))
    {
        return;
    }
    let semua = bilangan::bilangan(konteks);
    let mut benda_lalu: Option<String> = None;
    for satu in &semua {
        let (benda, sesudah) = match benda(kata, satu) {
            Some(ada) => ada,
            // "dari tujuh indikator, dua belum": the noun is the one before.
            None => match &benda_lalu {
                Some(lalu) if kata.get(satu.akhir).is_some_and(predikat) => {
                    (lalu.clone(), satu.akhir)
                }
                _ => continue,
            },
        };
        let golongan = golongan(konteks, satu, &benda, sesudah);
        if PERJANJIAN.contains(&benda.as_str()) {
            benda_lalu = Some(benda.clone());
        }
        let daftar = daftar(konteks, sesudah, &benda, golongan);
        let seluruh = satu.angka.is_some()
            && satu.awal.checked_sub(1).is_some_and(|i| {
                kata[i].salah_satu(&["dari", "atas", "seluruh", "menggunakan", "pada"])
            });
        let berdaftar = daftar.len() >= 2 && satu.banyak > 1;
        // The whole of an instrument, also where its parts are listed only in a table.
        let instrumen = benda == "unsur" && seluruh;
        if golongan == Cacahan::Lain && !berdaftar && !instrumen {
            continue;
        }
        hasil.push(konteks.klaim(
            satu.awal,
            sesudah,
            konteks.ucapan.topik.clone(),
            IsiKlaim::Cacah {
                banyak: satu.banyak,
                angka: satu.angka,
                benda,
                golongan,
                daftar,
            },
        ));
    }
}

fn predikat(kata: &Kata) -> bool {
    kata.salah_satu(MENCAPAI) || kata.salah_satu(INGKAR) || kata.salah_satu(&["telah", "sudah"])
}

/// The noun that is counted, and one past it.
fn benda(kata: &[Kata], satu: &Bilangan) -> Option<(String, usize)> {
    let nama = kata.get(satu.akhir)?;
    if nama.isi != Isi::Kata || nama.salah_satu(UKURAN) || predikat(nama) {
        return None;
    }
    let milik = nama.teks.strip_suffix("nya").unwrap_or(&nama.teks);
    Some((milik.to_owned(), satu.akhir + 1))
}

/// Which things are counted.
fn golongan(konteks: &Konteks, satu: &Bilangan, benda: &str, sesudah: usize) -> Cacahan {
    const SELA: usize = 7;
    let kata = konteks.kata();
    let mut di = sesudah;
    while di < (sesudah + SELA).min(kata.len())
        && (kata[di].salah_satu(SIFAT) || matches!(kata[di].isi, Isi::Tanda('(' | ')')))
    {
        di += 1;
    }
    let depan = |n: usize| kata.get(di + n);
    let ada = |n: usize, daftar: &[&str]| depan(n).is_some_and(|k| k.salah_satu(daftar));
    if PERJANJIAN.contains(&benda) {
        // "1 dari 2 indikator mencapai target": not the two.
        let dari = satu.awal.checked_sub(1).is_some_and(|i| {
            kata[i].salah_satu(&["dari"]) && i > 0 && kata[i - 1].angka().is_some()
        });
        if dari {
            return Cacahan::Lain;
        }
        let ingkar = ada(0, INGKAR);
        let kerja = usize::from(ingkar);
        let target = kata
            .get(di + kerja..(di + kerja + 5).min(kata.len()))
            .unwrap_or_default()
            .iter()
            .any(|k| k.salah_satu(&["target", "targetnya", "tercapai"]));
        // "belum" alone goes on from what the others did.
        let singkat = ingkar && depan(1).is_none_or(|k| matches!(k.isi, Isi::Tanda(_)));
        if ada(kerja, MENCAPAI) && target || singkat {
            return if benda != "indikator" {
                Cacahan::Lain
            } else if ingkar {
                Cacahan::BelumTercapai
            } else {
                Cacahan::Tercapai
            };
        }
        if ingkar || depan(0).is_some_and(predikat) {
            return Cacahan::Lain;
        }
        return if diperjanjikan(konteks, satu, sesudah) {
            Cacahan::Semua
        } else {
            Cacahan::Lain
        };
    }
    let bawah = ada(0, &["di", "dibawah"])
        && (ada(0, &["dibawah"]) || ada(1, &["bawah"]))
        && kata
            .get(di..(di + 5).min(kata.len()))
            .unwrap_or_default()
            .iter()
            .any(|k| {
                k.salah_satu(&[
                    "rata-rata",
                    "rerata",
                    "indeks",
                    "nilai",
                    "skm",
                    "ikm",
                    "iki",
                ])
            });
    if BAGIAN.contains(&benda) && bawah {
        return Cacahan::DiBawahRerata;
    }
    Cacahan::Lain
}

/// Whether all that the office promised is counted, rather than some of it.
fn diperjanjikan(konteks: &Konteks, satu: &Bilangan, sesudah: usize) -> bool {
    const SEBELUM: usize = 9;
    let kata = konteks.kata();
    let awal = satu.awal.saturating_sub(SEBELUM);
    let depan = kata.get(awal..satu.awal).unwrap_or_default();
    let milik = depan.iter().any(|k| {
        k.salah_satu(&[
            "perjanjian",
            "memperjanjikan",
            "memiliki",
            "memuat",
            "menetapkan",
            "ditetapkan",
            "menyajikan",
            "pencapaian",
        ])
    }) || depan.last().is_some_and(|k| k.salah_satu(&["dari"]))
        // "3 sasaran strategis dan 7 indikator".
        || depan.iter().any(|k| k.salah_satu(&["sasaran"]))
            && depan.last().is_some_and(|k| k.salah_satu(&["dan", "dengan", "serta"]));
    // One level or one goal has fewer.
    let sebagian = kata.iter().enumerate().any(|(i, k)| {
        k.salah_satu(&[
            "setiap",
            "masing-masing",
            "tiap",
            "kementerian",
            "direktorat",
            "renstra",
            "rpjmd",
            "tambahan",
        ]) || k.salah_satu(&["sasaran", "tujuan"])
            && kata.get(i + 1).is_some_and(|k| {
                k.salah_satu(&["ini", "tersebut", "pertama", "kedua", "ketiga", "keempat"])
                    || matches!(k.isi, Isi::Angka(_) | Isi::Lain)
            })
    });
    let dibatasi = kata
        .get(sesudah..(sesudah + 4).min(kata.len()))
        .unwrap_or_default()
        .iter()
        .any(|k| k.salah_satu(&["pada", "di", "untuk", "dari", "lainnya", "baru"]));
    let bagian = konteks
        .bacaan
        .kalimat
        .get(konteks.ucapan.kalimat)
        .and_then(|k| k.bagian)
        .and_then(|b| konteks.bacaan.kerangka.get(b));
    milik && !sebagian && !dibatasi && bagian.is_none_or(|b| b.indikator.is_none())
}

/// The things that are listed behind.
fn daftar(konteks: &Konteks, sesudah: usize, benda: &str, golongan: Cacahan) -> Vec<Letak> {
    let kata = konteks.kata();
    let menutup = kata.last().is_some_and(|k| k.tanda(':'));
    let pembuka = daftar::pembuka(kata, sesudah);
    // "… di bawah indeks setahun (3,27), berurutan dari yang terendah:" and the items below.
    let mut hasil = match pembuka {
        Some(di) => daftar::daftar(konteks, di),
        None if golongan == Cacahan::DiBawahRerata && menutup => daftar::butir(konteks),
        None => Vec::new(),
    };
    if hasil.is_empty() && menutup && pembuka.is_some() {
        hasil = daftar::baris(konteks, benda);
    }
    hasil
}
