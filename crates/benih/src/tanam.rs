//! Planting errors in a clean report, each at a place that is remembered.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use document::Document;
use document::source::{Piece, Source};
use periksa::bacaan::Letak;

use crate::acak::Acak;
use crate::daun::{self, Daun, Wadah};
use crate::jenis::{self, Cara, Jenis, Ladang};
use crate::kantor::Kantor;

/// A planted error.
pub struct Tanaman {
    /// Its kind.
    pub jenis: &'static Jenis,
    /// Where it stands in the seeded report.
    pub tempat: Vec<Letak>,
    /// Pieces and cells that say the same quantity or one that follows from it; a finding there follows from the error.
    pub akibat: BTreeSet<(usize, Option<usize>)>,
    /// What stood there.
    pub sebelum: String,
    /// What stands there.
    pub sesudah: String,
}

/// A seeded report.
pub struct Kebun {
    /// The report before the errors in its words, but after a part was taken out.
    pub dasar: Document,
    /// The seeded report.
    pub jadi: Document,
    /// The errors in its words.
    pub tanaman: Vec<Tanaman>,
    /// What was taken out.
    pub dibuang: Option<(&'static Jenis, String)>,
}

/// Kinds in turn, so that each is planted as often as any other.
pub struct Giliran {
    antrean: Vec<&'static Jenis>,
    acak: Acak,
}

impl Giliran {
    /// A turn from its seed.
    #[must_use]
    pub fn new(benih: u64) -> Self {
        Self {
            antrean: Vec::new(),
            acak: Acak::new(benih),
        }
    }

    fn ambil(&mut self, buang: bool, dipakai: &[&str]) -> Option<&'static Jenis> {
        let cocok = |jenis: &&'static Jenis| {
            matches!(jenis.cara, Cara::Buang(..)) == buang && !dipakai.contains(&jenis.nama)
        };
        if !self.antrean.iter().any(&cocok) {
            let mut lagi: Vec<_> = jenis::semua().filter(|jenis| cocok(jenis)).collect();
            self.acak.kocok(&mut lagi);
            self.antrean.extend(lagi);
        }
        let i = self.antrean.iter().position(&cocok)?;
        Some(self.antrean.remove(i))
    }
}

/// Plants up to `banyak` errors of different kinds, far apart; every other report loses a part first.
#[must_use]
pub fn tanam(
    bersih: &Document,
    kantor: &Kantor,
    giliran: &mut Giliran,
    banyak: usize,
    nomor: u64,
) -> Kebun {
    let mut acak = Acak::new(nomor.wrapping_mul(7919).wrapping_add(3));
    let mut dasar = bersih.clone();
    daun::tulis_rujukan(&mut dasar);
    let mut dibuang = None;
    if nomor.is_multiple_of(2)
        && let Some(jenis) = giliran.ambil(true, &[])
        && let Cara::Buang(buang, _) = jenis.cara
    {
        dibuang = buang(&mut dasar, &mut acak).map(|nama| (jenis, nama));
    }
    let mut kebun = Kebun {
        jadi: dasar.clone(),
        dasar,
        tanaman: Vec::new(),
        dibuang,
    };
    let letak = daun::letak(&kebun.dasar);
    let mut sumber = Source::from(&kebun.dasar);
    let mut terpakai = BTreeSet::new();
    let mut dicoba: Vec<&str> = Vec::new();
    while kebun.tanaman.len() < banyak {
        let Some(jenis) = giliran.ambil(false, &dicoba) else {
            break;
        };
        dicoba.push(jenis.nama);
        let Cara::Ganti(cara) = jenis.cara else {
            continue;
        };
        let daftar = daun::daun(&kebun.jadi);
        let mut ladang = Ladang {
            daun: &daftar,
            fakta: &kantor.hasil.fakta,
            tahun: kantor.hasil.tahun,
            kantor: &kantor.masukan.satker.nama,
            acak: &mut acak,
            terpakai: &terpakai,
        };
        let Some(ganti) = cara(&mut ladang) else {
            continue;
        };
        let mut jadi = kebun.jadi.clone();
        daun::ganti(&mut jadi, &ganti);
        let sesudah = Source::from(&jadi);
        let Some(beda) = beda(&sumber, &sesudah) else {
            continue;
        };
        let ubahan: Vec<&Daun> = ganti.keys().filter_map(|&i| daftar.get(i)).collect();
        let kunci = kunci_terkait(kantor, &ubahan);
        let akibat = daftar
            .iter()
            .zip(&letak)
            .filter(|(daun, _)| daun.kunci.as_deref().is_some_and(|k| kunci.contains(k)))
            .filter_map(|(_, letak)| *letak)
            .collect();
        tutup(&daftar, &ubahan, &mut terpakai);
        kebun.tanaman.push(Tanaman {
            jenis,
            akibat,
            sebelum: beda
                .iter()
                .map(|(_, lama)| lama.as_str())
                .collect::<Vec<_>>()
                .join(" | "),
            sesudah: beda
                .iter()
                .map(|(letak, _)| letak.teks(&sesudah).to_owned())
                .collect::<Vec<_>>()
                .join(" | "),
            tempat: beda.into_iter().map(|(letak, _)| letak).collect(),
        });
        (kebun.jadi, sumber) = (jadi, sesudah);
    }
    kebun
}

/// The fakta that were changed, those that follow from them, and those that they follow from.
fn kunci_terkait(kantor: &Kantor, ubahan: &[&Daun]) -> BTreeSet<String> {
    let fakta = &kantor.hasil.fakta;
    let pemakai = fakta.pemakai();
    let mut kunci = BTreeSet::new();
    for satu in ubahan.iter().filter_map(|daun| daun.kunci.as_deref()) {
        kunci.insert(satu.to_owned());
        let naik = pemakai
            .get(satu)
            .into_iter()
            .flatten()
            .map(|fakta| fakta.kode.as_str().to_owned());
        kunci.extend(naik);
        if let Some(kinerja::Asal::Hitungan(hitungan)) = fakta.get(satu).map(|fakta| &fakta.asal) {
            kunci.extend(
                hitungan
                    .ungkapan
                    .operan()
                    .into_iter()
                    .map(|kode| kode.as_str().to_owned()),
            );
        }
    }
    kunci
}

/// No second error in the same paragraph or table, nor where the same fakta is printed.
fn tutup(daftar: &[Daun], ubahan: &[&Daun], terpakai: &mut BTreeSet<usize>) {
    for satu in ubahan {
        let tabel = |daun: &Daun| match daun.wadah {
            Wadah::Sel(sel) => Some(sel.tabel),
            _ => None,
        };
        let dekat = |daun: &&Daun| {
            daun.induk == satu.induk
                || (tabel(satu).is_some() && tabel(daun) == tabel(satu))
                || (satu.kunci.is_some() && daun.kunci == satu.kunci)
        };
        terpakai.extend(daftar.iter().filter(dekat).map(|daun| daun.induk));
    }
}

/// Where two sources differ, in the later one, with what stood there before; none where they have other pieces.
fn beda(lama: &Source, baru: &Source) -> Option<Vec<(Letak, String)>> {
    if lama.pieces.len() != baru.pieces.len() {
        return None;
    }
    let mut hasil = Vec::new();
    for (i, (satu, dua)) in lama.pieces.iter().zip(&baru.pieces).enumerate() {
        match (satu, dua) {
            (Piece::Grid(a), Piece::Grid(b)) => {
                if a.cells.len() != b.cells.len() {
                    return None;
                }
                for (j, (a, b)) in a.cells.iter().zip(&b.cells).enumerate() {
                    if let Some((rentang, teks)) = beda_teks(&a.passage.text, &b.passage.text) {
                        hasil.push((Letak::di_sel(i, j, rentang), teks));
                    }
                }
            }
            _ => {
                let (Some(a), Some(b)) = (satu.passage(), dua.passage()) else {
                    continue;
                };
                if let Some((rentang, teks)) = beda_teks(&a.text, &b.text) {
                    hasil.push((Letak::new(i, rentang), teks));
                }
            }
        }
    }
    (!hasil.is_empty()).then_some(hasil)
}

/// The words that differ, whole: their stretch in the later text, and what they were.
fn beda_teks(lama: &str, baru: &str) -> Option<(Range<usize>, String)> {
    if lama == baru {
        return None;
    }
    let awal: usize = lama
        .chars()
        .zip(baru.chars())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    let sisa = |teks: &str| teks.get(awal..).unwrap_or_default().to_owned();
    let (sisa_lama, sisa_baru) = (sisa(lama), sisa(baru));
    let ekor: usize = sisa_lama
        .chars()
        .rev()
        .zip(sisa_baru.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    let rentang = kata_utuh(baru, awal..baru.len() - ekor);
    let asal = kata_utuh(lama, awal..lama.len() - ekor);
    Some((rentang, lama.get(asal).unwrap_or_default().to_owned()))
}

/// A stretch made wider until it holds whole words.
fn kata_utuh(teks: &str, rentang: Range<usize>) -> Range<usize> {
    let depan = teks.get(..rentang.start).unwrap_or_default();
    let ekor = teks.get(rentang.end..).unwrap_or_default();
    let kosong = teks
        .get(rentang.clone())
        .unwrap_or_default()
        .trim()
        .is_empty();
    // Where something is gone, the words on both sides are the place.
    let (depan_isi, ekor_isi) = if kosong {
        (depan.trim_end(), ekor.trim_start())
    } else {
        (depan, ekor)
    };
    let awal = depan_isi.rfind(char::is_whitespace).map_or(0, |i| {
        i + depan_isi
            .get(i..)
            .and_then(|s| s.chars().next())
            .map_or(1, char::len_utf8)
    });
    let lewat = ekor.len() - ekor_isi.len();
    let akhir = rentang.end + lewat + ekor_isi.find(char::is_whitespace).unwrap_or(ekor_isi.len());
    awal..akhir
}

/// How many errors of each kind were planted.
#[must_use]
pub fn hitung(kebun: &[Kebun]) -> BTreeMap<&'static str, usize> {
    let mut banyak = BTreeMap::new();
    for satu in kebun {
        let jenis = satu
            .tanaman
            .iter()
            .map(|tanaman| tanaman.jenis.nama)
            .chain(satu.dibuang.iter().map(|(jenis, _)| jenis.nama));
        jenis.for_each(|nama| *banyak.entry(nama).or_default() += 1);
    }
    banyak
}
