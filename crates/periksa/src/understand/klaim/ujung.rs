//! Claims that one of several is the lowest or the highest.

mod deret;
mod nama;

use std::collections::BTreeSet;

use super::Konteks;
use crate::bacaan::{AngkaId, Deret, IsiKlaim, Klaim};
use crate::understand::kosakata;
use crate::understand::prosa::kata::{Isi, Kata};

pub(super) use nama::{Nama, nama};

const TERENDAH: &[&str] = &[
    "terendah",
    "terkecil",
    "tersedikit",
    "terpendek",
    "tersingkat",
    "tercepat",
    "termurah",
    "terlemah",
    "terjarang",
    "terminim",
];
const TERTINGGI: &[&str] = &[
    "tertinggi",
    "terbesar",
    "terbanyak",
    "terpanjang",
    "terlama",
    "terluas",
    "terkuat",
    "tersering",
    "termahal",
];
/// What "paling" makes the lowest.
const RENDAH: &[&str] = &[
    "rendah", "kecil", "sedikit", "pendek", "singkat", "cepat", "murah", "lemah", "jarang", "minim",
];
/// What "paling" makes the highest.
const TINGGI: &[&str] = &[
    "tinggi", "besar", "banyak", "panjang", "lama", "luas", "kuat", "sering", "mahal", "dominan",
];
/// Words between the word for an end and a name that keep them apart.
const PEMISAH: &[&str] = &[
    "dan",
    "serta",
    "atau",
    "sedangkan",
    "sementara",
    "tetapi",
    "namun",
    "sehingga",
    "daripada",
    "dibanding",
    "dibandingkan",
    "selain",
    "kecuali",
    "bukan",
    "tidak",
    "belum",
    "setelah",
    "sebelum",
    "karena",
];
/// Words that part a sentence into statements.
const BATAS: &[&str] = &[
    "sedangkan",
    "sementara",
    "tetapi",
    "namun",
    "sehingga",
    "karena",
    "maka",
];
/// Words that make one of several out of the one, or the one after it.
const BEBERAPA: &[&str] = &[
    "salah",
    "beberapa",
    "termasuk",
    "para",
    "urutan",
    "peringkat",
    "kedua",
    "ketiga",
    "keempat",
    "kelima",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "bukan",
    "tidak",
    "skala",
];

/// A word for an end ("terendah", "paling banyak").
struct Kutub {
    awal: usize,
    akhir: usize,
    tertinggi: bool,
}

/// A name found beside it.
#[derive(Clone)]
struct Sebutan<'n> {
    awal: usize,
    akhir: usize,
    nama: Vec<&'n Nama>,
}

pub(super) fn cari(konteks: &Konteks, daftar: &nama::Daftar, hasil: &mut Vec<Klaim>) {
    let kata = konteks.kata();
    let semua = kutub(kata);
    for (n, satu) in semua.iter().enumerate() {
        if konteks.andai(satu.awal) || beberapa(konteks, satu) {
            continue;
        }
        let lalu = n
            .checked_sub(1)
            .and_then(|i| semua.get(i))
            .map_or(0, |k| k.akhir);
        let berikut = semua.get(n + 1).map_or(kata.len(), |k| k.awal);
        let sesudah = sesudah(kata, satu, berikut, daftar);
        let sebelum = sebelum(kata, satu, lalu, daftar);
        for (sebutan, lain) in urutan(sesudah, sebelum) {
            if let Some(klaim) = susun(konteks, satu, (lalu, berikut), &sebutan, lain.as_ref()) {
                hasil.push(klaim);
                break;
            }
        }
    }
}

/// The words for ends in a sentence.
fn kutub(kata: &[Kata]) -> Vec<Kutub> {
    let mut hasil = Vec::new();
    for (i, satu) in kata.iter().enumerate() {
        // Inside a name it is part of the name.
        if satu.besar && i > 0 && !kata.get(i - 1).is_some_and(|k| k.tanda(':')) {
            continue;
        }
        if satu.salah_satu(TERENDAH) || satu.salah_satu(TERTINGGI) {
            hasil.push(Kutub {
                awal: i,
                akhir: i + 1,
                tertinggi: satu.salah_satu(TERTINGGI),
            });
        } else if satu.salah_satu(&["paling"])
            && let Some(sifat) = kata.get(i + 1)
            && (sifat.salah_satu(RENDAH) || sifat.salah_satu(TINGGI))
            // "paling lama 18 hari" is a limit.
            && !kata.get(i + 2).is_some_and(|k| {
                !matches!(k.isi, Isi::Kata | Isi::Tanda(_)) || k.salah_satu(BEBERAPA)
                    || k.salah_satu(&["satu", "lambat", "sebelas", "tanggal"])
            })
        {
            hasil.push(Kutub {
                awal: i,
                akhir: i + 2,
                tertinggi: sifat.salah_satu(TINGGI),
            });
        }
    }
    hasil
}

/// Whether several are meant, or an order, or an end of more than the document's own tables.
fn beberapa(konteks: &Konteks, satu: &Kutub) -> bool {
    const SEBELUM: usize = 5;
    const SESUDAH: usize = 6;
    let kata = konteks.kata();
    let awal = konteks
        .awal_klausa(satu.awal)
        .max(satu.awal.saturating_sub(SEBELUM));
    let depan = kata.get(awal..satu.awal).unwrap_or_default();
    let belakang = kata
        .get(satu.akhir..(satu.akhir + SESUDAH).min(kata.len()))
        .unwrap_or_default();
    let berurutan = depan.last().is_some_and(|k| {
        k.salah_satu(&["dari", "ke", "hingga", "sampai", "menuju", "nilai-nilai"])
    }) || depan.len() >= 2
        && depan[depan.len() - 2].salah_satu(&["dari", "ke"])
        && depan[depan.len() - 1].salah_satu(&["yang"]);
    berurutan
        || depan.iter().any(|k| k.salah_satu(BEBERAPA))
        // "3 unsur terendah" are several, "(99,81 persen) dan terendah" is not.
        || depan
            .rsplit(|k| matches!(k.isi, Isi::Tanda('(' | ')')))
            .next()
            .unwrap_or_default()
            .windows(2)
            .any(|k| k[0].angka().is_some() && k[1].isi == Isi::Kata)
        || belakang
            .first()
            .is_some_and(|k| k.salah_satu(&["kedua", "ketiga", "berikutnya", "lainnya"]))
        || belakang
            .iter()
            .take_while(|k| !k.tanda(',') && !k.salah_satu(&["dan", "serta", "sedangkan"]))
            .any(|k| {
            k.isi == Isi::Kata
                && (k.teks.starts_with("se-")
                    || matches!(
                        k.teks.as_str(),
                        "nasional" | "sejarah" | "terakhir" | "sejak"
                    ))
        })
}

/// The names behind the word, nearest first.
fn sesudah<'n>(
    kata: &[Kata],
    satu: &Kutub,
    berikut: usize,
    daftar: &'n nama::Daftar,
) -> Vec<Sebutan<'n>> {
    const TERJAUH: usize = 10;
    let mut hasil = Vec::new();
    let mut di = satu.akhir;
    while di < berikut.min(satu.akhir + TERJAUH) {
        let ini = &kata[di];
        let koma = ini.tanda(',')
            && !kata.get(di + 1).is_some_and(|k| {
                k.salah_satu(&["yaitu", "yakni", "ialah", "adalah", "sebesar", "dengan"])
            });
        if koma || matches!(ini.isi, Isi::Tanda('.' | ';')) || ini.salah_satu(PEMISAH) {
            break;
        }
        match daftar.kenal(kata, di, berikut) {
            Some((akhir, nama)) => {
                hasil.push(Sebutan {
                    awal: di,
                    akhir,
                    nama,
                });
                di = akhir;
            }
            None => di += 1,
        }
    }
    hasil
}

/// The names before the word, nearest first.
fn sebelum<'n>(
    kata: &[Kata],
    satu: &Kutub,
    lalu: usize,
    daftar: &'n nama::Daftar,
) -> Vec<Sebutan<'n>> {
    const SELA: usize = 6;
    const TERJAUH: usize = 24;
    let awal = (lalu..satu.awal)
        .rev()
        .take(TERJAUH)
        .find(|i| matches!(kata[*i].isi, Isi::Tanda('.' | ';' | ':')) || kata[*i].salah_satu(BATAS))
        .map_or(lalu.max(satu.awal.saturating_sub(TERJAUH)), |i| i + 1);
    let mut hasil = Vec::new();
    let mut di = awal;
    while di < satu.awal {
        match daftar.kenal(kata, di, satu.awal) {
            Some((akhir, nama)) => {
                let sela = kata.get(akhir..satu.awal).unwrap_or_default();
                let koma = sela.iter().enumerate().any(|(i, k)| {
                    k.tanda(',')
                        && !sela
                            .get(i + 1)
                            .is_some_and(|k| k.salah_satu(&["yang", "dengan"]))
                });
                if !koma && sela.len() <= SELA && !sela.iter().any(|k| k.salah_satu(PEMISAH)) {
                    hasil.push(Sebutan {
                        awal: di,
                        akhir,
                        nama,
                    });
                }
                di = akhir;
            }
            None => di += 1,
        }
    }
    hasil.reverse();
    hasil
}

/// In which order names are tried, each with another reading beside it: a time may be the name, or only say when.
fn urutan<'n>(
    sesudah: Vec<Sebutan<'n>>,
    sebelum: Vec<Sebutan<'n>>,
) -> Vec<(Sebutan<'n>, Option<Sebutan<'n>>)> {
    let waktu = |s: &Sebutan| s.nama.iter().all(|n| n.waktu);
    // "Responden paling sedikit terdapat pada bulan Agustus": of a thing named before, the month is the one.
    let sendiri = sesudah
        .first()
        .filter(|s| sesudah.len() == 1 && waktu(s))
        .cloned();
    let mut benda = Vec::new();
    let mut saat = Vec::new();
    for sebutan in sesudah.into_iter().chain(sebelum) {
        if waktu(&sebutan) {
            saat.push(sebutan);
        } else {
            benda.push(sebutan);
        }
    }
    let mut saat = saat.into_iter();
    if benda.is_empty() {
        return saat.map(|s| (s, None)).collect();
    }
    benda
        .into_iter()
        .map(|b| (b, saat.next()))
        .chain(sendiri.map(|s| (s, None)))
        .collect()
}

/// Letters of a name that needs the kind of thing before it.
const PENDEK: usize = 3;

fn susun(
    konteks: &Konteks,
    satu: &Kutub,
    (lalu, berikut): (usize, usize),
    sebutan: &Sebutan,
    lain: Option<&Sebutan>,
) -> Option<Klaim> {
    let kata = konteks.kata();
    let angka = dikutip(konteks, satu, sebutan, berikut);
    let akhir = berikut.min(konteks.akhir_klausa(satu.akhir.max(sebutan.akhir)));
    let luar = |i: &usize| !(sebutan.awal..sebutan.akhir).contains(i);
    let pertama = sebutan.awal.min(satu.awal);
    let awal = (lalu..pertama)
        .rev()
        .find(|i| kata[*i].tanda(';') || kata[*i].salah_satu(BATAS))
        .unwrap_or(lalu);
    let sendiri = perkataan(kata, (awal..akhir).filter(luar));
    let seluruh = perkataan(kata, (0..kata.len()).filter(luar));
    let pertanyaan = deret::Pertanyaan {
        bacaan: konteks.bacaan,
        piece: konteks
            .bacaan
            .kalimat
            .get(konteks.ucapan.kalimat)?
            .letak
            .piece,
        tertinggi: satu.tertinggi,
        angka,
        kata: [&sendiri, &seluruh],
    };
    let mut deret: Vec<Deret> = deret::cari(&pertanyaan, &sebutan.nama);
    if deret.is_empty() {
        return None;
    }
    if let Some(lain) = lain {
        deret.extend(deret::cari(&pertanyaan, &lain.nama));
    }
    let letak = konteks.letak(sebutan.awal, sebutan.akhir);
    let mut nama = konteks.bacaan.teks(&letak).to_owned();
    // "III" alone says little: "triwulan III".
    if nama.chars().count() <= PENDEK
        && let Some(golongan) = sebutan.awal.checked_sub(1).and_then(|i| kata.get(i))
    {
        for (label, _) in deret.iter_mut().flat_map(|d| &mut d.semua) {
            *label = format!("{} {label}", golongan.teks);
        }
        nama = format!("{} {nama}", golongan.teks);
    }
    Some(konteks.klaim(
        sebutan.awal,
        sebutan.akhir,
        konteks.ucapan.topik.clone(),
        IsiKlaim::Ujung {
            tertinggi: satu.tertinggi,
            nama,
            angka,
            deret,
        },
    ))
}

/// The value that is quoted beside the name or the word.
fn dikutip(konteks: &Konteks, satu: &Kutub, sebutan: &Sebutan, berikut: usize) -> Option<AngkaId> {
    const TERJAUH: usize = 5;
    let cari = |awal: usize, akhir: usize| {
        let kata = konteks.kata();
        (awal..akhir.min(awal + TERJAUH).min(kata.len()))
            .take_while(|i| {
                !matches!(kata[*i].isi, Isi::Tanda('.' | ';')) && !kata[*i].salah_satu(BATAS)
            })
            .find_map(|i| kata[i].angka())
    };
    let akhir = sebutan.akhir.max(satu.akhir);
    cari(akhir, berikut).or_else(|| {
        (satu.akhir < sebutan.awal)
            .then(|| cari(satu.akhir, sebutan.awal))
            .flatten()
    })
}

/// The words and years of a stretch, in the form that headings are compared in.
fn perkataan(kata: &[Kata], di: impl Iterator<Item = usize>) -> BTreeSet<String> {
    let mut hasil = BTreeSet::new();
    for satu in di.filter_map(|i| kata.get(i)) {
        match satu.isi {
            Isi::Kata => {
                for (_, bagian) in kosakata::kata(&satu.teks) {
                    let bagian = bagian.to_lowercase();
                    hasil.insert(bagian.trim_end_matches("nya").to_owned());
                    if bagian == "persen" || bagian == "prosentase" {
                        hasil.insert("persentase".to_owned());
                    }
                    hasil.insert(bagian);
                }
            }
            Isi::Tahun(tahun) => {
                hasil.insert(tahun.to_string());
            }
            _ => {}
        }
    }
    hasil
}
