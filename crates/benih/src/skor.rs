//! What the checker found of what was planted, and what it found beside it.

mod hubungan;
mod nilai;

use std::collections::BTreeMap;
use std::sync::Mutex;

use anyhow::Result;
use document::source::{Piece, Source};
use document::{Block, Document, plain_text};
use hukum::Hukum;
use laporan::{Naskah, Terbitan};
use periksa::{BahanDokumen, Cakupan, Temuan, periksa_dokumen, understand};

use crate::acak::Acak;
use crate::kantor::{self, Asal, Kantor};
use crate::tambahan::tambahkan;
use crate::tanam::{Giliran, tanam};

/// Words on a page, by which pages are counted.
pub const KATA_SEHALAMAN: usize = 350;
/// Examples kept of each kind and rule.
const CONTOH: usize = 4;

/// How much is run.
#[derive(Debug, Clone, Copy)]
pub struct Ukuran {
    /// Offices.
    pub kantor: u64,
    /// Seeded reports of each office.
    pub kali: u64,
    /// Errors in the words of each seeded report.
    pub kesalahan: usize,
    /// Offices on whose clean reports each rule is run alone; with none, no number is counted.
    pub cakupan: u64,
}

/// What became of the errors of one kind.
#[derive(Debug, Clone, Default)]
pub struct SkorJenis {
    /// Planted.
    pub ditanam: usize,
    /// Found at their own place.
    pub tepat: usize,
    /// Named as the related place of a finding elsewhere.
    pub terkait: usize,
    /// Told by a finding in the same row of the table, or on the total of the same column.
    pub sebaris: usize,
    /// Not told, but a finding stands in the same paragraph or column, or on a value that follows.
    pub dekat: usize,
    /// Some that were missed.
    pub luput: Vec<String>,
}

/// What became of the findings of one rule.
#[derive(Debug, Clone, Default)]
pub struct SkorAturan {
    /// Findings that tell a planted error.
    pub benar: usize,
    /// Findings that follow from one.
    pub akibat: usize,
    /// Findings in seeded reports that no planted error explains and that the clean report does not have.
    pub palsu: usize,
    /// Findings in clean reports.
    pub bersih: usize,
    /// Advice in seeded reports that no planted error explains.
    pub saran: usize,
    /// Advice in clean reports.
    pub saran_bersih: usize,
    /// Numbers of some clean reports that the rule alone held against something.
    pub diperiksa: usize,
    /// All numbers of those reports.
    pub dilihat: usize,
    /// Some of the false ones.
    pub contoh: Vec<String>,
}

/// All of it.
#[derive(Debug, Clone, Default)]
pub struct Skor {
    /// By kind of error.
    pub jenis: BTreeMap<&'static str, SkorJenis>,
    /// By rule.
    pub aturan: BTreeMap<&'static str, SkorAturan>,
    /// Clean reports.
    pub bersih: usize,
    /// Seeded reports.
    pub berbenih: usize,
    /// Words of the clean reports.
    pub kata: usize,
    /// Numbers of the clean reports.
    pub cakupan: Cakupan,
}

impl Skor {
    /// Pages of the clean reports.
    #[must_use]
    pub fn halaman(&self) -> usize {
        self.kata / KATA_SEHALAMAN
    }
}

/// A report as its author would issue it, with what other offices' reports say beside.
///
/// # Errors
/// A fault in a template.
pub fn susun(kantor: &Kantor, hukum: &Hukum, nomor: u64) -> Result<Document> {
    let naskah = Naskah::bawaan();
    let bahan = laporan::Bahan {
        masukan: &kantor.masukan,
        hasil: &kantor.hasil,
        hukum,
        naskah: &naskah,
    };
    let mut dokumen = laporan::susun(&bahan, Terbitan::Akhir)
        .map_err(|galat| anyhow::anyhow!(galat.to_string()))?;
    tambahkan(&mut dokumen, kantor, hukum, &mut Acak::new(nomor));
    Ok(dokumen)
}

/// Makes, seeds and checks reports of `ukuran.kantor` offices, two at a time.
///
/// # Errors
/// A package or report that cannot be made.
pub fn jalankan(hukum: &Hukum, ukuran: Ukuran, kabar: &(dyn Fn(u64) + Sync)) -> Result<Skor> {
    let antrean = Mutex::new(0u64);
    let hasil: Mutex<BTreeMap<u64, Result<Skor>>> = Mutex::default();
    let pekerja = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|lingkup| {
        for _ in 0..pekerja {
            lingkup.spawn(|| {
                loop {
                    let nomor = {
                        let mut antrean = antrean
                            .lock()
                            .unwrap_or_else(std::sync::PoisonError::into_inner);
                        *antrean += 1;
                        *antrean - 1
                    };
                    if nomor >= ukuran.kantor {
                        break;
                    }
                    let satu = satu_kantor(hukum, ukuran, nomor);
                    hasil
                        .lock()
                        .unwrap_or_else(std::sync::PoisonError::into_inner)
                        .insert(nomor, satu);
                    kabar(nomor);
                }
            });
        }
    });
    let mut skor = Skor::default();
    for satu in hasil
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
        .into_values()
    {
        skor.tambah(satu?);
    }
    Ok(skor)
}

/// Offices of both kinds in turn.
#[must_use]
pub fn asal(nomor: u64) -> Asal {
    if nomor.is_multiple_of(2) {
        Asal::Umum
    } else {
        Asal::Kanim
    }
}

fn satu_kantor(hukum: &Hukum, ukuran: Ukuran, nomor: u64) -> Result<Skor> {
    let kantor = kantor::buat(hukum, asal(nomor), nomor / 2)?;
    let bersih = susun(&kantor, hukum, nomor)?;
    let mut skor = Skor {
        bersih: 1,
        ..Skor::default()
    };
    let sumber = Source::from(&bersih);
    skor.kata = kata(&sumber);
    let temuan_bersih = temuan(&sumber, hukum).0;
    let sumber_lain = Source::from(&tanpa_daftar_fakta(&bersih));
    skor.catat_bersih(&temuan_bersih, nomor);
    if ukuran.cakupan > 0 {
        skor.cakupan = temuan(&sumber_lain, hukum).1;
    }
    if nomor < ukuran.cakupan {
        skor.catat_cakupan(&sumber_lain, hukum);
    }
    let mut giliran = Giliran::new(nomor + 1);
    for kali in 0..ukuran.kali {
        let kebun = tanam(
            &bersih,
            &kantor,
            &mut giliran,
            ukuran.kesalahan,
            nomor * 1000 + kali,
        );
        skor.nilai(
            &kebun,
            &temuan_bersih,
            hukum,
            &format!("kantor {nomor} kali {kali}"),
        );
    }
    Ok(skor)
}

/// The findings on a source.
#[must_use]
pub fn temuan(sumber: &Source, hukum: &Hukum) -> (Vec<Temuan>, Cakupan) {
    let bacaan = understand(sumber, hukum);
    periksa_dokumen(
        &BahanDokumen {
            bacaan: &bacaan,
            hukum,
            data: None,
        },
        &|_| true,
    )
}

/// The report without the appendix that lists all fakta, which other offices' reports do not have.
fn tanpa_daftar_fakta(dokumen: &Document) -> Document {
    let mut salinan = dokumen.clone();
    let awal = salinan.blocks.iter().position(|blok| {
        matches!(blok, Block::Heading(judul) if plain_text(&judul.content).contains("DAFTAR FAKTA"))
    });
    if let Some(awal) = awal {
        salinan.blocks.truncate(awal);
    }
    salinan
}

fn kata(sumber: &Source) -> usize {
    let hitung = |teks: &str| teks.split_whitespace().count();
    sumber
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Grid(grid) => grid.cells.iter().map(|sel| hitung(&sel.passage.text)).sum(),
            lain => lain.passage().map_or(0, |passage| hitung(&passage.text)),
        })
        .sum()
}

impl SkorJenis {
    /// Errors that a finding tells.
    #[must_use]
    pub fn ditemukan(&self) -> usize {
        self.tepat + self.terkait + self.sebaris
    }
}
