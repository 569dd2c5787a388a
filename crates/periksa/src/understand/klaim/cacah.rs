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
/// Units of an office, which its description names one by one.
const UNIT: &[&str] = &[
    "seksi",
    "subseksi",
    "bidang",
    "subbidang",
    "bagian",
    "subbagian",
    "penyelenggara",
    "instalasi",
    "urusan",
];
/// Nouns that need the word behind them.
const SERBA: &[&str] = &[
    "jenis", "kelompok", "macam", "golongan", "kategori", "lokasi",
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
        let (golongan, batas) = golongan(konteks, satu, &benda, sesudah);
        if PERJANJIAN.contains(&benda.as_str()) {
            benda_lalu = Some(benda.clone());
        }
        let mut daftar = daftar(konteks, sesudah, &benda, golongan, batas);
        let depan = |kata_depan: &[&str]| {
            satu.awal
                .checked_sub(1)
                .is_some_and(|i| kata[i].salah_satu(kata_depan))
        };
        let seluruh = satu.angka.is_some()
            && depan(&[
                "dari",
                "atas",
                "seluruh",
                "menggunakan",
                "memakai",
                "pada",
                "dengan",
                "memuat",
                "meliputi",
                "mencakup",
                "melalui",
            ]);
        if daftar.is_empty() && golongan == Cacahan::Lain && !dibatasi(kata, sesudah) {
            if UNIT.contains(&benda.as_str()) {
                daftar = daftar::kalimat_lalu(konteks, &benda);
            } else if satu.kolektif || depan(&["dari", "seluruh"]) {
                daftar = daftar::tabel_dekat(konteks, &sebutan(kata, sesudah, &benda));
            }
        }
        let berdaftar = daftar.len() >= 2 && satu.banyak > 1;
        // The whole of an instrument, also where its parts are listed only in a table.
        let instrumen = benda == "unsur" && seluruh;
        if golongan == Cacahan::Lain && !berdaftar && !instrumen {
            continue;
        }
        // "Ketiganya belum mencapai": the number may be right and the verb wrong.
        let akhir = batas.filter(|_| satu.kolektif).unwrap_or(sesudah);
        hasil.push(konteks.klaim(
            satu.awal,
            akhir.max(sesudah),
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

/// The noun, alone and with the word behind it ("jenis pelayanan").
fn sebutan(kata: &[Kata], sesudah: usize, benda: &str) -> Vec<String> {
    let mut hasil = vec![benda.to_owned()];
    if let Some(lanjut) = kata.get(sesudah).filter(|k| k.isi == Isi::Kata) {
        // "Jenis pelayanan" is no "jenis" of anything else.
        if SERBA.contains(&benda) {
            hasil.clear();
        }
        hasil.push(format!("{benda} {}", lanjut.teks));
    }
    hasil
}

/// Whether the words behind say that only some are counted.
fn dibatasi(kata: &[Kata], sesudah: usize) -> bool {
    kata.get(sesudah..(sesudah + 2).min(kata.len()))
        .unwrap_or_default()
        .iter()
        .any(|k| {
            k.salah_satu(&[
                "yang",
                "lain",
                "lainnya",
                "di",
                "tersebut",
                "baru",
                "tambahan",
                "dengan",
                "terbesar",
                "tertinggi",
                "terendah",
                "terbanyak",
            ])
        })
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

/// Which things are counted, and the word that ends what is said of them.
fn golongan(
    konteks: &Konteks,
    satu: &Bilangan,
    benda: &str,
    sesudah: usize,
) -> (Cacahan, Option<usize>) {
    const SELA: usize = 7;
    let kata = konteks.kata();
    let mut di = sesudah;
    while di < (sesudah + SELA).min(kata.len())
        && (kata[di].salah_satu(SIFAT) || matches!(kata[di].isi, Isi::Tanda('(' | ')')))
    {
        di += 1;
    }
    // "dua indikator, yaitu A dan B, belum mencapai target".
    let sisipan = sisipan(kata, di);
    if let Some(sampai) = sisipan {
        di = sampai + 1;
    }
    let depan = |n: usize| kata.get(di + n);
    let ada = |n: usize, daftar: &[&str]| depan(n).is_some_and(|k| k.salah_satu(daftar));
    if PERJANJIAN.contains(&benda) {
        // "1 dari 2 indikator mencapai target": not the two.
        let dari = satu.awal.checked_sub(1).is_some_and(|i| {
            kata[i].salah_satu(&["dari"]) && i > 0 && kata[i - 1].angka().is_some()
        });
        if dari {
            return (Cacahan::Lain, None);
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
            let batas = sisipan.or(Some(di + kerja + 1));
            return if benda != "indikator" {
                (Cacahan::Lain, None)
            } else if ingkar {
                (Cacahan::BelumTercapai, batas)
            } else {
                (Cacahan::Tercapai, batas)
            };
        }
        if ingkar || depan(0).is_some_and(predikat) {
            return (Cacahan::Lain, sisipan);
        }
        return if diperjanjikan(konteks, satu, sesudah) {
            (Cacahan::Semua, None)
        } else {
            (Cacahan::Lain, None)
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
        return (Cacahan::DiBawahRerata, None);
    }
    (Cacahan::Lain, None)
}

/// The comma that ends a list between a noun and what is said of it.
fn sisipan(kata: &[Kata], di: usize) -> Option<usize> {
    const TERJAUH: usize = 40;
    let koma = usize::from(kata.get(di)?.tanda(','));
    if !kata
        .get(di + koma)?
        .salah_satu(&["yaitu", "yakni", "ialah"])
    {
        return None;
    }
    for i in di + koma + 1..(di + TERJAUH).min(kata.len()) {
        if matches!(kata[i].isi, Isi::Tanda(';' | '.' | ':')) || kata[i].salah_satu(&["sedangkan"])
        {
            return None;
        }
        if kata[i].tanda(',') && kata.get(i + 1).is_some_and(predikat) {
            return Some(i);
        }
    }
    None
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
    // "Kinerja tahun 2022 diukur dengan sembilan indikator".
    let milik = milik
        || depan
            .iter()
            .any(|k| k.salah_satu(&["kinerja", "kinerjanya"]))
            && depan.iter().any(|k| {
                k.salah_satu(&["diukur", "dinilai", "dipantau", "dijabarkan", "tercermin"])
            })
            && depan
                .last()
                .is_some_and(|k| k.salah_satu(&["dengan", "melalui", "oleh", "dalam", "ke"]));
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
    let ekor = kata
        .get(sesudah..(sesudah + 5).min(kata.len()))
        .unwrap_or_default();
    // "yang diperjanjikan untuk tahun 2024" are all of them.
    let dibatasi = ekor.iter().take(4).enumerate().any(|(i, k)| {
        k.salah_satu(&["pada", "di", "untuk", "dari", "lainnya", "baru"])
            && !ekor
                .get(i + 1)
                .is_some_and(|k| k.salah_satu(&["tahun"]) || matches!(k.isi, Isi::Tahun(_)))
    });
    let bagian = konteks
        .bacaan
        .kalimat
        .get(konteks.ucapan.kalimat)
        .and_then(|k| k.bagian)
        .and_then(|b| konteks.bacaan.kerangka.get(b));
    milik && !sebagian && !dibatasi && bagian.is_none_or(|b| b.indikator.is_none())
}

/// The things that are listed behind.
fn daftar(
    konteks: &Konteks,
    sesudah: usize,
    benda: &str,
    golongan: Cacahan,
    batas: Option<usize>,
) -> Vec<Letak> {
    let kata = konteks.kata();
    let berikut = kata
        .iter()
        .rposition(|k| k.isi == Isi::Kata)
        .is_some_and(|i| daftar::menutup(kata, i) || i > 0 && daftar::menutup(kata, i - 1));
    let menutup = kata.last().is_some_and(|k| k.tanda(':')) || berikut;
    let pembuka = daftar::pembuka(kata, sesudah);
    // "… di bawah indeks setahun (3,27), berurutan dari yang terendah:" and the items below.
    let mut hasil = match pembuka {
        Some(di) => daftar::daftar(konteks, di, batas.filter(|batas| *batas > di)),
        None if golongan == Cacahan::DiBawahRerata && menutup => daftar::butir(konteks),
        None => Vec::new(),
    };
    // A table of indicators may name its goals in any column.
    if hasil.is_empty() && menutup && pembuka.is_some() && !PERJANJIAN.contains(&benda) {
        hasil = daftar::baris(konteks, &sebutan(kata, sesudah, benda));
    }
    hasil
}
