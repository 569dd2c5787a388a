//! The indicators that a document speaks of, and under which names.

pub(in crate::understand) mod calon;
mod cari;
pub(in crate::understand) mod nama;

use document::source::Piece;
use hukum::Hukum;

use self::calon::Calon;
use super::kosakata::normal;
use super::tabel::kisi::peta_angka;
use crate::bacaan::{Bacaan, IndikatorCetak, Letak};

pub(crate) use cari::Pencari;

/// Indicators beyond which no more are told apart.
const TERBANYAK: usize = 150;
/// Spellings of one indicator that are kept.
const SEBUTAN_TERBANYAK: usize = 12;

pub(super) fn indikator(bacaan: &Bacaan, hukum: &Hukum) -> Vec<IndikatorCetak> {
    let mut calon = calon::kumpul(bacaan, &peta_angka(bacaan));
    let tertinggi = calon.iter().map(|satu| satu.janji).max().unwrap_or(0);
    // The agreement first, its own level before those above; otherwise as read.
    calon.sort_by_key(|satu| std::cmp::Reverse(satu.janji));
    let mut daftar: Vec<IndikatorCetak> = Vec::new();
    let mut kunci: Vec<String> = Vec::new();
    for mut satu in calon {
        // "Indeks Kepuasan Masyarakat (IKM)" is the name and how it is shortened, not another indicator.
        let utuh = satu.nama.clone();
        let singkatan = singkatan(&utuh);
        if let Some((nama, _)) = singkatan {
            satu.nama = nama.to_owned();
        }
        let rapi = normal(&satu.nama);
        let kode = kode(bacaan, hukum, &rapi);
        match sama(&daftar, &kunci, &satu, &rapi, kode.as_deref()) {
            Some(i) => {
                tambah(&mut daftar[i], &satu.nama, satu.satuan);
                if let Some((_, singkatan)) = singkatan {
                    sebut(&mut daftar[i], singkatan);
                }
            }
            None if daftar.len() < TERBANYAK => {
                daftar.push(IndikatorCetak {
                    kunci: String::new(),
                    kode,
                    diperjanjikan: tertinggi > 0 && satu.janji == tertinggi,
                    nama: satu.nama,
                    letak: satu.letak,
                    sebutan: singkatan
                        .map(|(_, singkatan)| singkatan.to_owned())
                        .into_iter()
                        .collect(),
                    satuan: satu.satuan,
                });
                kunci.push(rapi);
            }
            None => {}
        }
    }
    dari_profil(bacaan, hukum, &mut daftar);
    dari_definisi(bacaan, hukum, &mut daftar);
    for (i, satu) in daftar.iter_mut().enumerate() {
        satu.kunci = satu
            .kode
            .as_ref()
            .map_or_else(|| format!("indikator-{i}"), |kode| kode.to_lowercase());
    }
    daftar
}

/// A name and the abbreviation in brackets at its end.
fn singkatan(nama: &str) -> Option<(&str, &str)> {
    let (depan, ekor) = nama.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let besar = ekor.chars().filter(char::is_ascii_uppercase).count();
    let sah = (2..=10).contains(&ekor.len())
        && besar >= 2
        && ekor.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && depan.split_whitespace().count() >= 2;
    sah.then_some((depan.trim_end(), ekor))
}

/// The known indicator that a name means.
fn sama(
    daftar: &[IndikatorCetak],
    kunci: &[String],
    calon: &Calon,
    rapi: &str,
    kode: Option<&str>,
) -> Option<usize> {
    if let Some(i) = kunci.iter().position(|lama| lama == rapi) {
        return Some(i);
    }
    if let Some(kode) = kode
        && let Some(i) = daftar
            .iter()
            .position(|lama| lama.kode.as_deref() == Some(kode))
    {
        return Some(i);
    }
    daftar.iter().zip(kunci).position(|(lama, nama_lama)| {
        // Two rows of one table are two indicators, however alike.
        let setabel = lama.letak.sel.is_some() && lama.letak.piece == calon.letak.piece;
        let lain_kode = kode.is_some() && lama.kode.is_some();
        !setabel
            && !lain_kode
            && (nama::serupa(nama_lama, rapi) || nama::bertambah(nama_lama, rapi))
    })
}

fn tambah(lama: &mut IndikatorCetak, nama: &str, satuan: Option<String>) {
    sebut(lama, nama);
    if lama.satuan.is_none() {
        lama.satuan = satuan;
    }
}

fn sebut(lama: &mut IndikatorCetak, nama: &str) {
    if lama.nama != nama
        && lama.sebutan.len() < SEBUTAN_TERBANYAK
        && !lama.sebutan.iter().any(|satu| satu == nama)
    {
        lama.sebutan.push(nama.to_owned());
    }
}

/// The code in a profile, the office's own first, of a name in normal words.
fn kode(bacaan: &Bacaan, hukum: &Hukum, rapi: &str) -> Option<String> {
    let milik = bacaan.identitas.profil.as_deref();
    let sendiri = hukum.profil.iter().filter(|p| Some(p.id.as_str()) == milik);
    let lain = hukum.profil.iter().filter(|p| Some(p.id.as_str()) != milik);
    let mut hampir = None;
    for profil in sendiri.chain(lain) {
        for satu in &profil.indikator {
            for sebutan in std::iter::once(&satu.nama).chain(&satu.alias) {
                let sebutan = normal(sebutan);
                if sebutan == rapi {
                    return Some(satu.kode.clone());
                }
                if hampir.is_none()
                    && (nama::serupa(&sebutan, rapi) || nama::bertambah(&sebutan, rapi))
                {
                    hampir = Some(satu.kode.clone());
                }
            }
        }
    }
    hampir
}

/// Indicators of the kind of office (of any, where it is not known) that running text or a heading names.
fn dari_profil(bacaan: &Bacaan, hukum: &Hukum, daftar: &mut Vec<IndikatorCetak>) {
    let milik = bacaan.identitas.profil.as_deref();
    let mut dicari: Vec<(String, &str)> = hukum
        .profil
        .iter()
        .filter(|profil| milik.is_none_or(|id| profil.id == id))
        .flat_map(|profil| &profil.indikator)
        .flat_map(|satu| {
            std::iter::once(&satu.nama)
                .chain(&satu.alias)
                .map(|nama| (normal(nama), satu.kode.as_str()))
        })
        .filter(|(nama, _)| nama.contains(' '))
        .collect();
    // A survey stands for the index that it gives, where nothing names the index itself.
    let survei: Vec<(String, &str)> = hukum
        .kamus
        .istilah
        .iter()
        .map(|istilah| normal(&istilah.kata))
        .filter_map(|kata| {
            let indeks = format!("indeks {}", kata.strip_prefix("survei ")?);
            let (_, kode) = dicari.iter().find(|(nama, _)| *nama == indeks)?;
            Some((kata, *kode))
        })
        .collect();
    dicari.extend(survei);
    // Longer names first, so that the fullest one is taken where several begin alike.
    dicari.sort_by_key(|(nama, _)| std::cmp::Reverse(nama.len()));
    for (i, piece) in bacaan.sumber.pieces.iter().enumerate() {
        let Some(passage) = piece.passage() else {
            continue;
        };
        let ada = |kode: &str, daftar: &[IndikatorCetak]| {
            daftar.iter().any(|lama| lama.kode.as_deref() == Some(kode))
        };
        if dicari.iter().all(|(_, kode)| ada(kode, daftar)) {
            return;
        }
        let kata: Vec<(std::ops::Range<usize>, &str)> =
            super::kosakata::kata(&passage.text).collect();
        let rapi = format!(" {} ", normal(&passage.text));
        for (nama, kode) in &dicari {
            if ada(kode, daftar) || !rapi.contains(&format!(" {nama} ")) {
                continue;
            }
            let banyak = nama.split(' ').count();
            let letak = kata.windows(banyak).find_map(|deret| {
                let sama = deret
                    .iter()
                    .zip(nama.split(' '))
                    .all(|((_, satu), lain)| satu.to_lowercase() == lain);
                let (awal, akhir) = (deret.first()?, deret.last()?);
                sama.then_some(awal.0.start..akhir.0.end)
            });
            if let Some(letak) = letak {
                daftar.push(IndikatorCetak {
                    kunci: String::new(),
                    kode: Some((*kode).to_owned()),
                    nama: passage
                        .text
                        .get(letak.clone())
                        .unwrap_or_default()
                        .to_owned(),
                    letak: Letak::new(i, letak),
                    sebutan: Vec::new(),
                    diperjanjikan: false,
                    satuan: None,
                });
            }
        }
    }
}

/// Abbreviations: those that the document defines, then those that the dictionary and the profile know.
fn dari_definisi(bacaan: &Bacaan, hukum: &Hukum, daftar: &mut [IndikatorCetak]) {
    let mut terdefinisi: Vec<(String, String)> = Vec::new();
    for piece in &bacaan.sumber.pieces {
        match piece {
            Piece::Grid(grid) => {
                for sel in &grid.cells {
                    terdefinisi.extend(definisi(&sel.passage.text));
                }
            }
            lain => {
                if let Some(passage) = lain.passage() {
                    terdefinisi.extend(definisi(&passage.text));
                }
            }
        }
        if terdefinisi.len() > 2_000 {
            break;
        }
    }
    terdefinisi.sort();
    terdefinisi.dedup();
    for satu in daftar.iter_mut() {
        let rapi = normal(&satu.nama);
        let cocok =
            |nama: &str| nama == rapi || nama::serupa(nama, &rapi) || nama::bertambah(nama, &rapi);
        for (singkat, nama) in &terdefinisi {
            if cocok(nama) {
                sebut(satu, singkat);
            }
        }
        let bebas = |singkat: &str, nama: &str| {
            terdefinisi.iter().all(|(lain, arti)| {
                lain != singkat || nama::serupa(arti, nama) || nama.starts_with(arti.as_str())
            })
        };
        for istilah in &hukum.kamus.istilah {
            let Some(singkat) = istilah.singkatan.as_deref() else {
                continue;
            };
            let kata = normal(&istilah.kata);
            // A survey's abbreviation stands for the index that it gives.
            let hasil_survei = kata
                .strip_prefix("survei ")
                .is_some_and(|inti| rapi.starts_with(&format!("indeks {inti}")));
            if (cocok(&kata) || hasil_survei) && bebas(singkat, &kata) {
                sebut(satu, singkat);
            }
            if hasil_survei {
                sebut(satu, &istilah.kata);
            }
        }
        let Some(kode) = satu.kode.clone() else {
            continue;
        };
        if bebas(&kode, &rapi) {
            sebut(satu, &kode);
        }
        let semua = hukum.profil.iter().flat_map(|profil| &profil.indikator);
        for alias in semua.filter(|p| p.kode == kode).flat_map(|p| &p.alias) {
            sebut(satu, alias);
        }
    }
}

fn definisi(teks: &str) -> Vec<(String, String)> {
    nama::definisi(teks)
        .into_iter()
        .filter_map(|(letak, singkat)| Some((singkat.to_owned(), normal(teks.get(letak)?))))
        .collect()
}

/// Ties each heading to the indicator that everything below it speaks of.
pub(super) fn pasang_bagian(bacaan: &mut Bacaan) {
    let pencari = Pencari::baru(&bacaan.indikator);
    for i in 0..bacaan.kerangka.len() {
        let bagian = &bacaan.kerangka[i];
        let mut disebut: Vec<usize> = pencari
            .semua(&bagian.judul)
            .into_iter()
            .map(|(indikator, _)| indikator)
            .collect();
        disebut.sort_unstable();
        disebut.dedup();
        let warisan = bagian
            .induk
            .and_then(|induk| bacaan.kerangka.get(induk))
            .and_then(|induk| induk.indikator);
        bacaan.kerangka[i].indikator = match disebut[..] {
            [satu] => Some(satu),
            [] => warisan,
            _ => None,
        };
    }
}

#[cfg(test)]
mod tests;
