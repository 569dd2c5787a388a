//! Every number of a document, and what it is there for.

mod golongan;
mod konteks;
mod nilai;
mod pindai;
mod sel;
pub(crate) mod terbilang;

use std::ops::Range;

use document::source::Piece;
use rust_decimal::Decimal;

use crate::bacaan::{Angka, Bacaan, Golongan, Letak, SatuanCetak};
use crate::understand::kosakata;
use crate::understand::satuan::{self, SEDIKIT, Satuan};
use crate::utas;
use golongan::Jenis;
use nilai::{Gaya, Sekitar};
use pindai::Mentah;

/// A number that is not read yet.
struct Calon<'a> {
    piece: usize,
    sel: Option<usize>,
    teks: &'a str,
    mentah: Mentah,
    golongan: Golongan,
}

impl Calon<'_> {
    /// Digits and the marks between them.
    fn inti(&self) -> &str {
        self.teks.get(self.mentah.inti.clone()).unwrap_or_default()
    }

    /// What else stands in its cell.
    fn sisa_sel(&self) -> String {
        let depan = self.teks.get(..self.mentah.rentang.start);
        let belakang = self.teks.get(self.mentah.rentang.end..);
        [depan, belakang].into_iter().flatten().collect()
    }
}

pub(super) fn angka(bacaan: &Bacaan) -> Vec<Angka> {
    let sumber = bacaan.sumber;
    let daftar_isi = potongan_daftar_isi(bacaan);
    let satuan = satuan::satuan(sumber);
    let mut calon: Vec<Calon> = utas::gabung(utas::penggal(&satuan, SEDIKIT, |bagian| {
        let mut calon = Vec::new();
        for satu in bagian {
            kumpulkan(&mut calon, satu);
        }
        calon
    }));
    // Calon of each table, for its own style.
    let mut tabel: Vec<Range<usize>> = Vec::new();
    let mut awal = 0;
    while let Some(piece) = calon.get(awal).map(|satu| satu.piece) {
        let banyak = calon
            .iter()
            .skip(awal)
            .take_while(|c| c.piece == piece)
            .count();
        let akhir = awal + banyak;
        let milik = calon.get_mut(awal..akhir).unwrap_or_default();
        awal = akhir;
        let Some(isi) = sumber.pieces.get(piece) else {
            continue;
        };
        if let Piece::Grid(grid) = isi {
            sel::perbaiki(grid, milik);
            tabel.push(akhir - banyak..akhir);
        }
        // A page number, or half of a year on a cover: a paragraph of digits says nothing.
        let angka_saja = isi.passage().is_some_and(|passage| {
            let teks = passage.text.trim();
            teks.len() <= 4 && teks.bytes().all(|b| b.is_ascii_digit())
        });
        let sekunder =
            matches!(isi, Piece::Running(_)) || daftar_isi.contains(&piece) || angka_saja;
        for satu in milik {
            if sekunder && satu.golongan == Golongan::Besaran {
                satu.golongan = Golongan::Urutan;
            }
        }
    }
    let gaya = gaya_dokumen(&calon);
    let mut gaya_calon: Vec<Gaya> = vec![gaya; calon.len()];
    for rentang in tabel {
        if let Some(milik_tabel) = gaya_tabel(calon.get(rentang.clone()).unwrap_or_default()) {
            for satu in gaya_calon.get_mut(rentang).unwrap_or_default() {
                *satu = milik_tabel;
            }
        }
    }
    let pasangan = rentang_angka(&mut calon);
    for (kiri, kanan) in &pasangan {
        // "3.0644 – 3.532": both ends are written in the same way.
        let titik = [*kiri, *kanan].iter().any(|i| {
            calon
                .get(*i)
                .is_some_and(|c| nilai::suara(c.inti()) == Some(Gaya::Titik))
        });
        for i in [*kiri, *kanan] {
            if let Some(satu) = gaya_calon.get_mut(i).filter(|_| titik) {
                *satu = Gaya::Titik;
            }
        }
    }
    let bergaya: Vec<(&Calon, Gaya)> = calon.iter().zip(gaya_calon).collect();
    utas::petakan(&bergaya, SEDIKIT, |(satu, gaya_sendiri)| {
        jadikan(satu, *gaya_sendiri, gaya == Gaya::Koma)
    })
}

/// Adds the numbers of a passage.
fn kumpulkan<'a>(calon: &mut Vec<Calon<'a>>, satuan: &Satuan<'a>) {
    let passage = satuan.passage;
    let jenis = match satuan.isi {
        Piece::Grid(_) => Jenis::Sel,
        Piece::Heading { .. } => Jenis::Judul,
        _ => Jenis::Prosa,
    };
    let teks = passage.text.as_str();
    let ganti_baris = |rentang: Range<usize>| {
        let di = passage
            .origins
            .partition_point(|origin| origin.start <= rentang.start);
        let sebelum = di.checked_sub(1).and_then(|i| passage.origins.get(i));
        passage
            .origins
            .get(di..)
            .unwrap_or_default()
            .iter()
            .take_while(|origin| origin.start <= rentang.end)
            .any(|origin| sebelum.is_some_and(|s| s.place.line != origin.place.line))
    };
    let mentah = pindai::pindai(teks, &ganti_baris);
    if mentah.is_empty() {
        return;
    }
    let mut golongan: Vec<Golongan> = Vec::with_capacity(mentah.len());
    let mut daftar = None;
    for _ in &mentah {
        let satu = golongan::golongan(teks, jenis, &mentah, &golongan, &mut daftar);
        golongan.push(satu);
    }
    tanggal_berpasangan(teks, &mentah, &mut golongan);
    titik_isian(teks, &mentah, &mut golongan);
    let semua = mentah.into_iter().zip(golongan);
    calon.extend(semua.map(|(mentah, golongan)| Calon {
        piece: satuan.piece,
        sel: satuan.sel,
        teks,
        mentah,
        golongan,
    }));
}

/// "1 s.d. 31 Desember", "08.00 – 16.00 WITA": the first half is part of a date too.
fn tanggal_berpasangan(teks: &str, mentah: &[Mentah], golongan: &mut [Golongan]) {
    for i in (1..mentah.len()).rev() {
        let (Some(kiri), Some(kanan)) = (mentah.get(i - 1), mentah.get(i)) else {
            continue;
        };
        let sela = konteks::antara(teks, kiri.rentang.end, kanan.rentang.start);
        if golongan.get(i) == Some(&Golongan::Tanggal)
            && golongan.get(i - 1) == Some(&Golongan::Besaran)
            && penghubung(sela)
            && let Some(satu) = golongan.get_mut(i - 1)
        {
            *satu = Golongan::Tanggal;
        }
    }
}

/// "Latar Belakang ......... 5": the page behind the leaders.
fn titik_isian(teks: &str, mentah: &[Mentah], golongan: &mut [Golongan]) {
    for (satu, golongan) in mentah.iter().zip(golongan.iter_mut()) {
        let awal = pindai::mundur_spasi(teks, satu.rentang.start);
        let depan = teks.get(..awal).unwrap_or_default();
        if depan.ends_with("....") || depan.ends_with("\u{2026}\u{2026}") {
            *golongan = Golongan::Urutan;
        }
    }
}

/// Pieces that stand under a heading of contents ("DAFTAR ISI", "DAFTAR TABEL").
fn potongan_daftar_isi(bacaan: &Bacaan) -> std::collections::BTreeSet<usize> {
    bacaan
        .kerangka
        .iter()
        .filter(|bagian| {
            let judul = kosakata::normal(&bagian.judul);
            [
                "daftar isi",
                "daftar tabel",
                "daftar gambar",
                "daftar grafik",
                "daftar lampiran",
            ]
            .iter()
            .any(|daftar| judul.starts_with(daftar))
        })
        .flat_map(|bagian| bagian.isi.clone())
        .collect()
}

fn penghubung(sela: &str) -> bool {
    matches!(
        sela.trim().to_lowercase().as_str(),
        "-" | "\u{2013}"
            | "\u{2014}"
            | "s.d."
            | "s.d"
            | "sd"
            | "s/d"
            | "sampai"
            | "sampai dengan"
            | "hingga"
    )
}

/// Numbers with a dash between them: bounds. Gives the pairs.
fn rentang_angka(calon: &mut [Calon]) -> Vec<(usize, usize)> {
    let mut pasangan = Vec::new();
    for i in 1..calon.len() {
        let (Some(kiri), Some(kanan)) = (calon.get(i - 1), calon.get(i)) else {
            continue;
        };
        let seteks = kiri.piece == kanan.piece && kiri.sel == kanan.sel;
        let ukuran = |c: &Calon| matches!(c.golongan, Golongan::Besaran | Golongan::Batas);
        if !(seteks && ukuran(kiri) && ukuran(kanan)) {
            continue;
        }
        let sela = konteks::antara(
            kiri.teks,
            kiri.mentah.rentang.end,
            kanan.mentah.rentang.start,
        );
        // "3,93 – 3,25 = 0,68" subtracts.
        let sama_dengan = kanan
            .teks
            .get(kanan.mentah.rentang.end..)
            .is_some_and(|sisa| sisa.trim_start_matches([' ', ')']).starts_with('='));
        if penghubung(sela) && !sama_dengan {
            pasangan.push((i - 1, i));
        }
    }
    for (kiri, kanan) in &pasangan {
        for i in [*kiri, *kanan] {
            if let Some(satu) = calon.get_mut(i) {
                satu.golongan = Golongan::Batas;
            }
        }
    }
    pasangan
}

/// The style of the whole document: by the majority of its figures; a decimal comma where they do not tell.
fn gaya_dokumen(calon: &[Calon]) -> Gaya {
    let (koma, titik) = suara(calon);
    if titik > koma {
        Gaya::Titik
    } else {
        Gaya::Koma
    }
}

/// The style of a table, where its figures all tell the same.
fn gaya_tabel(calon: &[Calon]) -> Option<Gaya> {
    match suara(calon) {
        (0, titik) if titik >= 2 => Some(Gaya::Titik),
        (koma, 0) if koma >= 1 => Some(Gaya::Koma),
        _ => None,
    }
}

fn suara(calon: &[Calon]) -> (usize, usize) {
    let (mut koma, mut titik) = (0, 0);
    for satu in calon {
        if !matches!(satu.golongan, Golongan::Besaran | Golongan::Batas) {
            continue;
        }
        match nilai::suara(satu.inti()) {
            Some(Gaya::Koma) => koma += 1,
            Some(Gaya::Titik) => titik += 1,
            None => {}
        }
    }
    (koma, titik)
}

fn jadikan(calon: &Calon, gaya: Gaya, dokumen_koma: bool) -> Angka {
    let teks = calon.teks;
    let mentah = &calon.mentah;
    let rentang = mentah.rentang.clone();
    let cetak = teks.get(rentang.clone()).unwrap_or_default();
    let (satuan, skala) = satuan(teks, mentah);
    let letak = match calon.sel {
        Some(sel) => Letak::di_sel(calon.piece, sel, rentang.clone()),
        None => Letak::new(calon.piece, rentang.clone()),
    };
    let terbilang = terbilang::dalam_kurung(teks, rentang.end).map(|r| letak.bagian(r));
    let mut angka = Angka {
        letak,
        teks: cetak.to_owned(),
        nilai: None,
        presisi: 0,
        skala: 0,
        satuan,
        cacat: None,
        golongan: calon.golongan,
        terbilang,
    };
    if !matches!(calon.golongan, Golongan::Besaran | Golongan::Batas) {
        angka.nilai = nilai::bulat(calon.inti());
        angka.satuan = SatuanCetak::Tanpa;
        return angka;
    }
    // What is said in words too is counted.
    if satuan == SatuanCetak::Tanpa
        && angka.terbilang.is_some()
        && nilai::bulat(calon.inti()).is_some()
    {
        angka.satuan = SatuanCetak::Cacah;
    }
    let terbaca = nilai::baca(
        calon.inti(),
        mentah,
        Sekitar {
            gaya,
            dokumen_koma,
            satuan,
            berskala: skala.is_some(),
            utuh: rentang.end > mentah.inti.end && !mentah.persen,
        },
    );
    angka.presisi = terbaca.presisi;
    angka.cacat = terbaca.cacat;
    angka.nilai = terbaca.nilai;
    if let Some(skala) = skala {
        angka.nilai = terbaca.nilai.and_then(|nilai| nilai.checked_mul(skala));
        angka.skala = pangkat(skala);
    }
    angka
}

/// Zeros of a power of ten.
fn pangkat(skala: Decimal) -> u32 {
    let nol = skala.to_string().bytes().filter(|b| *b == b'0').count();
    u32::try_from(nol).unwrap_or(0)
}

/// The unit beside a number, and the factor of a word of scale behind it.
fn satuan(teks: &str, mentah: &Mentah) -> (SatuanCetak, Option<Decimal>) {
    let kata = konteks::kata_sesudah(teks, mentah.rentang.end);
    if mentah.persen {
        return (SatuanCetak::Persen, None);
    }
    // Behind "Rp" a capital is short for a scale: "Rp4,5 M".
    let skala = kosakata::skala(match (mentah.rupiah, kata) {
        (true, "M") => "miliar",
        (true, "T") => "triliun",
        (_, kata) => kata,
    });
    let kata_satuan = match skala {
        Some(_) => {
            let sesudah = teks
                .get(mentah.rentang.end..)
                .and_then(|sisa| sisa.find(kata))
                .map_or(mentah.rentang.end, |di| {
                    mentah.rentang.end + di + kata.len()
                });
            konteks::kata_sesudah(teks, sesudah)
        }
        None => kata,
    };
    if mentah.rupiah {
        return (SatuanCetak::Rupiah, skala);
    }
    // Words of the number in parentheses stand before the unit: "8 (delapan) unsur".
    let satuan = kosakata::satuan(kata_satuan).or_else(|| {
        let kurung = terbilang::dalam_kurung(teks, mentah.rentang.end)?;
        kosakata::satuan(konteks::kata_sesudah(teks, kurung.end + 1))
    });
    (satuan.unwrap_or(SatuanCetak::Tanpa), skala)
}

#[cfg(test)]
mod tests;
