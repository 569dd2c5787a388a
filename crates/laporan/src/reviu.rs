//! The review sheet of a report: identity, findings, checklist, coverage, and the form of the statement of review.

mod isi;

use std::collections::BTreeMap;

use document::{
    Block, Cell, Document, Inline, Meta, PageNumbering, Row, Rules, Section, Table, TableColumn,
};
use minijinja::Value;

use crate::GalatNaskah;
use crate::alat::{kapital_awal, rincian};
use crate::templat::{Balok, Kata, Mesin};

const LEMBAR: (&str, &str) = (
    "reviu/lembar.md",
    include_str!("../../../naskah/reviu/lembar.md"),
);
const PERNYATAAN: (&str, &str) = (
    "reviu/pernyataan.md",
    include_str!("../../../naskah/reviu/pernyataan.md"),
);

/// What a review sheet is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BahanReviu {
    /// Name of the file that was reviewed.
    pub dokumen: String,
    /// The office, where the report tells it.
    pub kantor: Option<String>,
    /// Year of the report, where it tells it.
    pub tahun: Option<i16>,
    /// How the guideline is cited.
    pub dasar: String,
    /// Whether the wording of the list is still to be held against the regulation.
    pub belum_terverifikasi: bool,
    /// What its reader should know about the reading of the document.
    pub catatan: Vec<String>,
    /// The checklist.
    pub daftar: Vec<BagianReviu>,
    /// The indicators that the reviewer judges.
    pub indikator: Vec<IndikatorReviu>,
    /// What the statement must say; without it no form is added.
    pub pernyataan: Option<PernyataanReviu>,
    /// Words for the weights of findings, the heaviest first.
    pub berat: Vec<String>,
    /// The findings in reading order; their numbers are counted from it.
    pub temuan: Vec<TemuanReviu>,
    /// How much could be checked.
    pub cakupan: CakupanReviu,
}

/// A section of the checklist.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BagianReviu {
    /// "III"
    pub nomor: String,
    /// "Substansi"
    pub nama: String,
    /// Its items.
    pub butir: Vec<ButirReviu>,
}

/// An item of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ButirReviu {
    /// Its place in the section.
    pub nomor: String,
    /// Its words.
    pub pernyataan: String,
    /// The machine's answer.
    pub jawaban: JawabanReviu,
    /// Why, and what to look at; a paragraph each.
    pub catatan: Vec<String>,
    /// Findings that bear on it, as indices into [`BahanReviu::temuan`].
    pub temuan: Vec<usize>,
}

/// The machine's answer to an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JawabanReviu {
    /// Seen, and nothing binding found against it.
    Ya,
    /// A binding finding bears on it.
    Tidak,
    /// For a person.
    PerluOrang,
}

/// An indicator with its values of the year as printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IndikatorReviu {
    /// Its name.
    pub nama: String,
    /// Its unit, where it was seen.
    pub satuan: Option<String>,
    /// Targets.
    pub target: Vec<String>,
    /// Realisasi.
    pub realisasi: Vec<String>,
    /// Capaian.
    pub capaian: Vec<String>,
}

/// What the statement of review must say, as the law puts it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PernyataanReviu {
    /// Whose the content is.
    pub tanggung_jawab: String,
    /// What the review is to give.
    pub tujuan: String,
    /// The conclusion.
    pub simpulan: String,
}

/// A finding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TemuanReviu {
    /// Whether law or arithmetic binds.
    pub wajib: bool,
    /// How binding it is, in a word.
    pub berat: String,
    /// The heading under which it stands.
    pub bagian: String,
    /// Where it stands.
    pub tempat: String,
    /// What stands there.
    pub cuplikan: String,
    /// What is wrong.
    pub pesan: String,
    /// How it follows.
    pub hitungan: Option<String>,
    /// What it should be.
    pub seharusnya: Option<String>,
    /// How to mend it.
    pub perbaikan: String,
    /// On which basis.
    pub dasar: Vec<String>,
    /// How it was settled, where it was.
    pub selesai: Option<String>,
}

/// How much could be checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CakupanReviu {
    /// Numbers seen.
    pub dilihat: usize,
    /// Numbers checked.
    pub diperiksa: usize,
    /// Numbers that could not be checked, by reason.
    pub tidak: Vec<(String, usize)>,
}

impl JawabanReviu {
    fn sebutan(self) -> &'static str {
        match self {
            Self::Ya => "Ya",
            Self::Tidak => "Tidak",
            Self::PerluOrang => "Perlu ditelaah",
        }
    }
}

/// Composes the review sheet.
///
/// # Errors
/// [`GalatNaskah`] for a fault in its templates; what was reviewed never causes one.
pub fn reviu(bahan: &BahanReviu) -> Result<Document, GalatNaskah> {
    let mesin = Mesin::new();
    let mut blok = vec![Block::Section(Section {
        numbering: PageNumbering::Arabic,
        restart: true,
        landscape: false,
    })];
    let mut isi = mesin.susun(LEMBAR.0, LEMBAR.1, &konteks_lembar(bahan))?;
    for satu in &mut isi {
        if let Block::Heading(kepala) = satu {
            kepala.listed = false;
        }
    }
    blok.extend(isi);
    if let Some(pernyataan) = &bahan.pernyataan {
        let isi = mesin.susun(
            PERNYATAAN.0,
            PERNYATAAN.1,
            &konteks_pernyataan(bahan, pernyataan),
        )?;
        blok.extend(isi.into_iter().map(berkotak));
    }
    Ok(Document {
        meta: Meta {
            title: "Lembar Reviu Laporan Kinerja".to_owned(),
            author: String::new(),
            subject: format!("Reviu atas {}", bahan.dokumen),
            keywords: vec!["reviu".to_owned(), "laporan kinerja".to_owned()],
            date: None,
            running_head: "Lembar Reviu Laporan Kinerja".to_owned(),
            running_foot: bahan.kantor.clone().unwrap_or_default(),
            watermark: None,
        },
        cover: None,
        blocks: blok,
        notes: BTreeMap::new(),
        attachments: Vec::new(),
    })
}

type Konteks = BTreeMap<String, Value>;

fn konteks(isi: Vec<(&str, Value)>) -> Konteks {
    isi.into_iter()
        .map(|(nama, nilai)| (nama.to_owned(), nilai))
        .collect()
}

fn balok(blok: Vec<Block>) -> Value {
    Value::from_object(Balok(blok))
}

fn tebal(kata: &str) -> Value {
    Kata::nilai(vec![Inline::Strong(vec![Inline::text(kata)])])
}

/// A name that the report does not tell is left to be filled in.
fn kata(isi: Option<&str>, apa: &str) -> Value {
    match isi {
        Some(isi) => Value::from(isi),
        None => Kata::nilai(vec![Inline::Gap {
            text: format!("[{apa}]"),
            reason: format!("{apa} tidak terbaca dari dokumen"),
            key: None,
        }]),
    }
}

fn konteks_lembar(bahan: &BahanReviu) -> Konteks {
    let terbuka = |wajib: bool| {
        let temuan = bahan.temuan.iter();
        temuan
            .filter(|t| t.selesai.is_none() && t.wajib == wajib)
            .count()
    };
    let ada = |banyak: usize| Value::from(banyak > 0);
    let selesai = bahan.temuan.iter().filter(|t| t.selesai.is_some()).count();
    let catatan: Vec<Vec<Block>> = bahan.catatan.iter().map(|c| isi::paragraf(c)).collect();
    let catatan = match catatan.is_empty() {
        true => Vec::new(),
        false => vec![Block::List(document::List {
            marker: document::Marker::Bullet,
            items: catatan,
        })],
    };
    konteks(vec![
        ("identitas", balok(vec![Block::Table(identitas(bahan))])),
        ("catatan", balok(catatan)),
        ("dasar", Value::from(bahan.dasar.as_str())),
        ("arti_ya", tebal(JawabanReviu::Ya.sebutan())),
        ("arti_tidak", tebal(JawabanReviu::Tidak.sebutan())),
        ("arti_orang", tebal(JawabanReviu::PerluOrang.sebutan())),
        ("ringkasan", balok(vec![isi::ringkasan(bahan)])),
        ("daftar_uji", balok(isi::daftar_uji(bahan))),
        ("indikator", balok(isi::indikator(&bahan.indikator))),
        (
            "belum_terverifikasi",
            Value::from(bahan.belum_terverifikasi),
        ),
        ("ada_wajib", ada(terbuka(true))),
        ("ada_lain", ada(terbuka(false))),
        ("ada_selesai", ada(selesai)),
        (
            "temuan_wajib",
            balok(isi::temuan(bahan, |t| t.wajib && t.selesai.is_none())),
        ),
        (
            "temuan_lain",
            balok(isi::temuan(bahan, |t| !t.wajib && t.selesai.is_none())),
        ),
        (
            "temuan_selesai",
            balok(isi::temuan(bahan, |t| t.selesai.is_some())),
        ),
        ("cakupan", balok(vec![isi::cakupan(&bahan.cakupan)])),
    ])
}

fn identitas(bahan: &BahanReviu) -> Table {
    let isi = |teks: Option<String>, apa: &str| {
        vec![Inline::text(teks.unwrap_or_else(|| {
            format!("{apa} tidak terbaca dari dokumen")
        }))]
    };
    let jumlah = |jawaban: JawabanReviu| {
        let butir = bahan.daftar.iter().flat_map(|b| &b.butir);
        butir.filter(|b| b.jawaban == jawaban).count()
    };
    let jawaban = [
        JawabanReviu::Ya,
        JawabanReviu::Tidak,
        JawabanReviu::PerluOrang,
    ]
    .map(|satu| format!("{} {}", jumlah(satu), satu.sebutan().to_lowercase()))
    .join(", ");
    rincian(vec![
        ("Kantor", isi(bahan.kantor.clone(), "nama kantor")),
        (
            "Tahun laporan",
            isi(bahan.tahun.map(|t| t.to_string()), "tahun"),
        ),
        ("Dokumen", vec![Inline::text(&bahan.dokumen)]),
        ("Pedoman", vec![Inline::text(&bahan.dasar)]),
        ("Jawaban mesin", vec![Inline::text(jawaban)]),
    ])
}

fn konteks_pernyataan(bahan: &BahanReviu, pernyataan: &PernyataanReviu) -> Konteks {
    let tahun = bahan.tahun.map(|t| t.to_string());
    konteks(vec![
        ("kantor", kata(bahan.kantor.as_deref(), "nama kantor")),
        ("tahun", kata(tahun.as_deref(), "tahun")),
        ("dasar", Value::from(bahan.dasar.as_str())),
        (
            "tanggung_jawab",
            Value::from(pernyataan.tanggung_jawab.as_str()),
        ),
        ("tujuan", Value::from(pernyataan.tujuan.as_str())),
        ("simpulan", Value::from(kapital_awal(&pernyataan.simpulan))),
        (
            "tanda_tangan",
            balok(vec![Block::Table(isi::tanda_tangan())]),
        ),
    ])
}

/// Choices of the form: brackets to be marked before each, and room to write behind the last.
fn berkotak(blok: Block) -> Block {
    const RUANG: usize = 3;
    let Block::List(daftar) = blok else {
        return blok;
    };
    let terakhir = daftar.items.len().saturating_sub(1);
    let baris = |(i, item): (usize, Vec<Block>)| {
        let mut isi: Vec<Inline> = item
            .into_iter()
            .filter_map(|blok| match blok {
                Block::Paragraph(paragraf) => Some(paragraf.content),
                _ => None,
            })
            .flatten()
            .collect();
        if i == terakhir {
            for _ in 0..RUANG {
                isi.extend([
                    Inline::Break,
                    Inline::Break,
                    Inline::text(isi::GARIS_PANJANG),
                ]);
            }
        }
        Row::new(vec![Cell::text(isi::KURUNG), Cell::new(isi)])
    };
    let kolom = |width| TableColumn {
        width,
        align: document::Align::Left,
    };
    Block::Table(Table {
        columns: vec![kolom(9), kolom(91)],
        body: daftar.items.into_iter().enumerate().map(baris).collect(),
        rules: Rules::None,
        ..Table::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bahan(pernyataan: &str) -> BahanReviu {
        BahanReviu {
            dokumen: "lkj.docx".to_owned(),
            dasar: "Lampiran III Peraturan Contoh".to_owned(),
            pernyataan: Some(PernyataanReviu {
                tanggung_jawab: "Isi laporan menjadi tanggung jawab manajemen".to_owned(),
                tujuan: "Keyakinan terbatas bahwa laporan andal".to_owned(),
                simpulan: pernyataan.to_owned(),
            }),
            ..BahanReviu::default()
        }
    }

    #[test]
    fn the_words_of_the_sheet_hold_no_digit() {
        for (nama, isi) in [LEMBAR, PERNYATAAN] {
            assert!(!isi.chars().any(|c| c.is_ascii_digit()), "{nama}");
        }
    }

    #[test]
    fn the_statement_begins_a_page_of_its_own_and_leaves_the_unknown_to_be_filled_in() {
        let dokumen = reviu(&bahan("Tidak ada keraguan")).expect("composed");
        let bab: Vec<usize> = dokumen
            .blocks
            .iter()
            .enumerate()
            .filter(|(_, b)| matches!(b, Block::Heading(kepala) if kepala.level == 1))
            .map(|(i, _)| i)
            .collect();
        assert_eq!(bab.len(), 2);
        let akhir = dokumen.blocks.get(bab[1]..).unwrap_or_default();
        let rumpang = akhir.iter().filter(|blok| match blok {
            Block::Paragraph(p) => p
                .content
                .iter()
                .any(|i| matches!(i, Inline::Gap { .. } | Inline::Strong(_))),
            _ => false,
        });
        assert!(rumpang.count() >= 2);
    }

    #[test]
    fn words_of_a_report_are_never_read_as_markup() {
        let mut bahan = bahan("**Tidak** {{ ada }}");
        bahan.kantor = Some("Dinas *A* [x](y)".to_owned());
        let dokumen = reviu(&bahan).expect("composed");
        let ada = dokumen.blocks.iter().any(|blok| match blok {
            Block::Paragraph(p) => document::plain_text(&p.content).contains("Dinas *A* [x](y)"),
            _ => false,
        });
        assert!(ada);
    }
}
