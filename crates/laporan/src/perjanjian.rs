//! The Perjanjian Kinerja as a form to be signed: the statement of two parties, and what is promised.
//!
//! The same form serves every level: a unit and the unit above it, a section and its office. Who signs is told by the caller.

mod isi;

use std::collections::BTreeMap;

use document::{Block, Document, Inline, Meta, PageNumbering, Section};
use jiff::civil::Date;
use kinerja::hasil::HasilPerjanjian;
use kinerja::masukan::Pejabat;
use kinerja::pohon::tingkat_sendiri;
use minijinja::Value;

use crate::templat::{Balok, Kata, Mesin};
use crate::{Bahan, GalatNaskah, alasan, catatan, rumpang};

const PERNYATAAN: (&str, &str) = (
    "perjanjian/pernyataan.md",
    include_str!("../../../naskah/perjanjian/pernyataan.md"),
);
const LAMPIRAN: (&str, &str) = (
    "perjanjian/lampiran.md",
    include_str!("../../../naskah/perjanjian/lampiran.md"),
);

/// White space below the title, in points.
const JARAK: u16 = 8;

/// A party of the agreement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pihak {
    /// The official; what is empty becomes a visible gap.
    pub pejabat: Pejabat,
    /// Where name and post are kept, so that a gap says how to close it ("satker.toml, kepala").
    pub letak: String,
}

/// What an agreement is made of.
#[derive(Debug, Clone)]
pub struct BahanPerjanjian<'a> {
    /// The year of the office, computed.
    pub bahan: Bahan<'a>,
    /// Year of the agreement: the reported one, or the next.
    pub tahun: i16,
    /// Whose agreement it is.
    pub unit: String,
    /// Who promises.
    pub pertama: Pihak,
    /// The superior.
    pub kedua: Pihak,
    /// Day of signing; none leaves room for a pen.
    pub tanggal: Option<Date>,
    /// Lines of the agreement (positions in `Masukan::perjanjian`); none for all lines of the office's own level.
    pub baris: Option<Vec<usize>>,
    /// Whether it bears the mark of a draft even where nothing is missing.
    pub draf: bool,
}

/// Composes the agreement: a page with the statement, and its attachment.
///
/// # Errors
/// [`GalatNaskah`] for a fault in the templates; the office's data never cause one.
pub fn perjanjian(bahan: &BahanPerjanjian<'_>) -> Result<Document, GalatNaskah> {
    let mesin = Mesin::new();
    let konteks = konteks(bahan);
    let mut blok = vec![halaman()];
    blok.extend(mesin.susun(PERNYATAAN.0, PERNYATAAN.1, &konteks)?);
    blok.push(halaman());
    blok.extend(mesin.susun(LAMPIRAN.0, LAMPIRAN.1, &konteks)?);
    let daftar = &bahan.bahan.hasil.fakta;
    alasan::terangkan(&mut blok, daftar);
    let notes = catatan::susun(daftar, &catatan::kunci(&blok));
    let satker = &bahan.bahan.masukan.satker;
    let mut dokumen = Document {
        meta: Meta {
            title: format!("Perjanjian Kinerja {} Tahun {}", bahan.unit, bahan.tahun),
            author: satker.nama.clone(),
            subject: format!("Perjanjian Kinerja {} Tahun {}", bahan.unit, bahan.tahun),
            keywords: ["Perjanjian Kinerja", "SAKIP"].map(str::to_owned).to_vec(),
            date: bahan.tanggal,
            running_head: String::new(),
            running_foot: String::new(),
            watermark: None,
        },
        cover: None,
        blocks: blok,
        notes,
        attachments: Vec::new(),
    };
    if bahan.draf || !rumpang(&dokumen).is_empty() {
        dokumen.meta.watermark = Some("DRAF".to_owned());
    }
    Ok(dokumen)
}

impl<'a> BahanPerjanjian<'a> {
    /// The lines that are promised, in the order of the agreement.
    fn janji(&self) -> Vec<&'a HasilPerjanjian> {
        let hasil = self.bahan.hasil;
        let semua = if self.tahun == hasil.tahun {
            hasil.perjanjian.as_slice()
        } else {
            hasil
                .perjanjian_berikutnya
                .as_ref()
                .filter(|depan| depan.tahun == self.tahun)
                .map_or(&[][..], |depan| depan.baris.as_slice())
        };
        let tingkat = tingkat_sendiri(self.bahan.masukan, self.tahun);
        semua
            .iter()
            .filter(|satu| satu.tingkat == tingkat)
            .filter(|satu| self.baris.as_ref().is_none_or(|b| b.contains(&satu.baris)))
            .collect()
    }
}

/// A page without number, as a form has it.
fn halaman() -> Block {
    Block::Section(Section {
        numbering: PageNumbering::None,
        restart: true,
        landscape: false,
    })
}

fn balok(blok: Vec<Block>) -> Value {
    Value::from_object(Balok(blok))
}

fn kurang(kalimat: &str) -> Value {
    Kata::nilai(vec![Inline::Gap {
        text: kalimat.to_owned(),
        reason: kalimat.to_owned(),
        key: None,
    }])
}

fn konteks(bahan: &BahanPerjanjian<'_>) -> BTreeMap<String, Value> {
    let janji = bahan.janji();
    let sasaran_kurang = if bahan.baris.is_some() {
        "Belum ada indikator yang menyebut bagian ini sebagai penanggung jawab pada rencana aksi"
    } else {
        "Sasaran dan indikator belum diisi pada Perjanjian Kinerja"
    };
    [
        ("tahun", Value::from(bahan.tahun.to_string())),
        ("unit", Value::from(bahan.unit.as_str())),
        ("jarak", balok(vec![Block::Space(JARAK)])),
        ("lambang", balok(isi::lambang(bahan))),
        ("pihak_pertama", balok(isi::pihak(&bahan.pertama))),
        ("pihak_kedua", balok(isi::pihak(&bahan.kedua))),
        ("tabel_sasaran", balok(isi::sasaran(bahan, &janji))),
        ("sasaran_kurang", kurang(sasaran_kurang)),
        ("tabel_anggaran", balok(isi::anggaran(bahan, &janji))),
        (
            "anggaran_kurang",
            kurang("Anggaran program dan kegiatan belum diisi untuk Perjanjian Kinerja"),
        ),
        ("tanda_tangan", balok(isi::tanda_tangan(bahan))),
    ]
    .into_iter()
    .map(|(nama, nilai)| (nama.to_owned(), nilai))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_agreement_hold_no_digit() {
        for (nama, isi) in [PERNYATAAN, LAMPIRAN] {
            assert!(!isi.chars().any(|c| c.is_ascii_digit()), "{nama}");
        }
    }
}
