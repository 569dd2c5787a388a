//! Which part of a report is which, after the outline of the law.

use std::ops::Range;

use document::source::{Format, Piece};

use crate::BahanDokumen;
use crate::bacaan::{Bacaan, Bagian, Letak};
use crate::understand::kosakata::normal;

/// Words of headings under which money is accounted for.
pub(super) const KEUANGAN: &[&str] = &["anggaran", "keuangan", "pnbp", "pendapatan", "dipa"];

/// Parts of a report.
pub(super) struct Peta<'a> {
    pub(super) bacaan: &'a Bacaan<'a>,
    /// Chapters in order: code of the law's outline ("bab3"), and their pieces.
    pub(super) bab: Vec<(String, Range<usize>)>,
    /// Where the appendices begin.
    pub(super) lampiran: Option<Letak>,
    /// Pieces that only tell what the report will hold.
    janji: Option<Range<usize>>,
}

impl<'a> Peta<'a> {
    pub(super) fn new(bahan: &BahanDokumen<'a>) -> Self {
        let bacaan = bahan.bacaan;
        let janji = bacaan
            .kerangka
            .iter()
            .find(|b| normal(&b.judul).contains("sistematika"))
            .map(|b| b.piece..b.isi.end);
        let dijanjikan = |piece: usize| janji.as_ref().is_some_and(|j| j.contains(&piece));
        let judul: Vec<&Bagian> = bacaan
            .kerangka
            .iter()
            .filter(|b| normal(&b.nomor).starts_with("bab ") && !dijanjikan(b.piece))
            .collect();
        let akhir = bacaan.sumber.pieces.len();
        let mut bab = Vec::new();
        for (i, satu) in judul.iter().enumerate() {
            let sampai = judul.get(i + 1).map_or(akhir, |b| b.piece);
            bab.push((kode_bab(bahan, satu, i), satu.piece..sampai));
        }
        let mulai = judul.get(1).map_or(akhir, |b| b.piece);
        let lampiran = awal_lampiran(bacaan, mulai, &dijanjikan);
        if let (Some(letak), Some((_, terakhir))) = (&lampiran, bab.last_mut())
            && terakhir.contains(&letak.piece)
        {
            terakhir.end = letak.piece;
        }
        Self {
            bacaan,
            bab,
            lampiran,
            janji,
        }
    }

    /// The code of the chapter of a piece; "lampiran" for the appendices, nothing for what stands before the chapters.
    pub(super) fn kode(&self, piece: usize) -> Option<&str> {
        if self.lampiran.as_ref().is_some_and(|l| l.piece <= piece) {
            return Some("lampiran");
        }
        let bab = self.bab.iter().find(|(_, isi)| isi.contains(&piece))?;
        Some(&bab.0)
    }

    /// Whether a heading above a piece has one of the words.
    pub(super) fn di_bawah(&self, piece: usize, kata: &[&str]) -> bool {
        let mut bagian = self.bacaan.bagian(piece);
        while let Some(satu) = bagian {
            if memuat(&satu.judul, kata) {
                return true;
            }
            // A heading stands below an earlier one, so this ends.
            bagian = satu
                .induk
                .and_then(|atas| self.bacaan.kerangka.get(atas))
                .filter(|atas| atas.piece < satu.piece);
        }
        false
    }

    /// The first heading of the body with one of the words.
    pub(super) fn judul(&self, kata: &[&str]) -> Option<&'a Bagian> {
        let mut kerangka = self.bacaan.kerangka.iter();
        kerangka.find(|b| !self.hanya_janji(b.piece) && memuat(&b.judul, kata))
    }

    /// Whether a piece only tells what the report will hold.
    pub(super) fn hanya_janji(&self, piece: usize) -> bool {
        self.janji.as_ref().is_some_and(|j| j.contains(&piece))
    }

    /// The heading as a reader finds it.
    pub(super) fn sebut_judul(&self, bagian: &Bagian) -> String {
        let judul = format!("{} {}", bagian.nomor, bagian.judul);
        let letak = Letak::new(bagian.piece, 0..0);
        format!("\"{}\"{}", judul.trim(), self.dalam_kurung(&letak))
    }

    /// " (halaman 3)", or nothing where the document has no places of its own.
    pub(super) fn dalam_kurung(&self, letak: &Letak) -> String {
        let tempat = self.tempat(letak);
        if tempat.is_empty() {
            return tempat;
        }
        format!(" ({tempat})")
    }

    /// Where a spot stands, briefly.
    pub(super) fn tempat(&self, letak: &Letak) -> String {
        let titik = self.bacaan.titik(letak);
        let Some((awal, _)) = titik.rentang.first() else {
            return String::new();
        };
        let mut tempat = match (awal.page, titik.format) {
            (Some(halaman), _) => format!("halaman {halaman}"),
            (None, Format::Tree) => String::new(),
            (None, Format::Docx) => format!("paragraf {}", awal.line),
            (None, _) => format!("baris {}", awal.line),
        };
        if let Some((tabel, ..)) = titik.sel {
            let tabel = format!("tabel ke-{tabel}");
            tempat = if tempat.is_empty() {
                tabel
            } else {
                format!("{tabel}, {tempat}")
            };
        }
        tempat
    }
}

/// Whether words contain one of the stretches.
pub(super) fn memuat(teks: &str, kata: &[&str]) -> bool {
    let teks = normal(teks);
    kata.iter().any(|kata| teks.contains(kata))
}

/// A chapter is known by the first word of its name in the law, else by its order.
fn kode_bab(bahan: &BahanDokumen, bagian: &Bagian, urutan: usize) -> String {
    let tahun = bahan.bacaan.identitas.tahun.unwrap_or(i16::MAX);
    let butir = bahan
        .hukum
        .ketentuan("lkj.sistematika", tahun)
        .map(|k| k.butir())
        .unwrap_or_default();
    let judul = normal(&bagian.judul);
    let menurut_nama = butir.iter().find(|b| {
        let nama = normal(&b.nama);
        let depan = nama.split(' ').next().unwrap_or_default();
        judul.split(' ').any(|kata| kata == depan)
    });
    menurut_nama
        .or_else(|| butir.get(urutan))
        .map(|b| b.kode.clone())
        .unwrap_or_default()
}

/// An appendix stands behind the first chapters, under a heading or a short line of its own.
fn awal_lampiran(
    bacaan: &Bacaan,
    mulai: usize,
    dijanjikan: &dyn Fn(usize) -> bool,
) -> Option<Letak> {
    const TERPANJANG: usize = 160;
    let mut pieces = bacaan.sumber.pieces.iter().enumerate().skip(mulai);
    pieces.find_map(|(i, piece)| {
        let (Piece::Heading { passage, .. } | Piece::Paragraph(passage)) = piece else {
            return None;
        };
        let cocok = passage.text.len() <= TERPANJANG
            && !dijanjikan(i)
            && normal(&passage.text).split(' ').next() == Some("lampiran");
        cocok.then(|| Letak::new(i, 0..passage.text.len()))
    })
}
