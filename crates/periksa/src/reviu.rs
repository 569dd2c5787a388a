//! The review checklist of a report, filled in as far as a machine can.
//!
//! An item is answered yes only where the thing was seen and nothing binding was found against it, and no where a binding
//! finding bears on it; the rest is left to a person, with what the machine saw as help.

mod bukti;
mod indikator;
mod kaitan;
mod peta;
mod telaah;

use std::collections::BTreeMap;

use hukum::Ketentuan;

use self::bukti::Bukti;
use self::peta::Peta;
use crate::{BahanDokumen, Temuan};

/// Code of the provision that holds the list.
pub const DAFTAR: &str = "reviu.daftar";

/// Most findings that the remark of one item counts apart before it only counts them.
const TEMUAN_DISEBUT: usize = 3;

/// An answer to an item of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jawaban {
    /// Seen, and nothing binding found against it.
    Ya,
    /// A binding finding bears on it.
    Tidak,
    /// Not for a machine to say, or not seen.
    PerluOrang,
}

/// An item of the checklist with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ButirReviu {
    /// Code of the item in the law data.
    pub kode: String,
    /// Number of its section ("III").
    pub nomor_bagian: String,
    /// Name of its section.
    pub bagian: String,
    /// Its place in the section, from 1.
    pub urutan: usize,
    /// Its words.
    pub pernyataan: String,
    /// The answer.
    pub jawaban: Jawaban,
    /// Why, what was seen, and what a person should look at; a paragraph each.
    pub catatan: Vec<String>,
    /// Open findings that bear on it, as indices into the findings.
    pub temuan: Vec<usize>,
}

/// An indicator as a reviewer needs it: its unit, and its values of the year as printed, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndikatorReviu {
    /// Its name.
    pub nama: String,
    /// Its unit as printed, where it was seen.
    pub satuan: Option<String>,
    /// Whether it stands in the office's own agreement.
    pub diperjanjikan: bool,
    /// Targets.
    pub target: Vec<String>,
    /// Realisasi.
    pub realisasi: Vec<String>,
    /// Capaian.
    pub capaian: Vec<String>,
}

/// The list in force for the year of the report, or the latest one where the report does not tell its year.
#[must_use]
pub fn ketentuan<'h>(bahan: &BahanDokumen<'h>) -> Option<&'h Ketentuan> {
    let berlaku = bahan
        .bacaan
        .identitas
        .tahun
        .and_then(|tahun| bahan.hukum.ketentuan(DAFTAR, tahun).ok());
    berlaku.or_else(|| {
        let daftar = bahan.hukum.ketentuan.iter().filter(|k| k.kode == DAFTAR);
        daftar.max_by_key(|k| k.mulai)
    })
}

/// Answers every item of the list; empty where no law data hold one.
#[must_use]
pub fn reviu(bahan: &BahanDokumen, temuan: &[Temuan]) -> Vec<ButirReviu> {
    let Some(daftar) = ketentuan(bahan) else {
        return Vec::new();
    };
    let peta = Peta::new(bahan);
    let kaitan = kaitan::kaitan(bahan, &peta, temuan);
    let mut jawaban: BTreeMap<&str, Jawaban> = BTreeMap::new();
    let mut hasil = Vec::new();
    for bagian in daftar.butir() {
        for (i, butir) in bagian.anak.iter().enumerate() {
            let terkait = kaitan.get(butir.kode.as_str()).cloned().unwrap_or_default();
            let (satu, catatan) = jawab(bahan, &peta, temuan, &butir.kode, &terkait, &jawaban);
            jawaban.insert(&butir.kode, satu);
            hasil.push(ButirReviu {
                kode: butir.kode.clone(),
                nomor_bagian: bagian.kode.clone(),
                bagian: bagian.nama.clone(),
                urutan: i + 1,
                pernyataan: butir.nama.clone(),
                jawaban: satu,
                catatan,
                temuan: terkait,
            });
        }
    }
    hasil
}

/// The indicators of the agreement; all that the document names where the agreement was not seen.
#[must_use]
pub fn indikator(bahan: &BahanDokumen) -> Vec<IndikatorReviu> {
    indikator::daftar(bahan.bacaan)
}

fn jawab(
    bahan: &BahanDokumen,
    peta: &Peta,
    temuan: &[Temuan],
    kode: &str,
    terkait: &[usize],
    sudah: &BTreeMap<&str, Jawaban>,
) -> (Jawaban, Vec<String>) {
    let terbuka = || terkait.iter().filter_map(|i| temuan.get(*i));
    let wajib: Vec<&Temuan> = terbuka().filter(|t| t.menghalangi()).collect();
    let Some(bukti) = bukti::bukti(bahan, peta, kode) else {
        let mut catatan = telaah::telaah(peta, kode, sudah);
        if !wajib.is_empty() {
            catatan.push(format!(
                "Pemeriksaan mesin menunjukkan {} temuan wajib yang berkaitan.",
                wajib.len()
            ));
        }
        return (Jawaban::PerluOrang, catatan);
    };
    let Bukti {
        cukup,
        mut catatan,
        kurang,
    } = bukti;
    catatan.extend(kurang);
    if !wajib.is_empty() {
        let pesan = wajib
            .iter()
            .map(|t| format!("{}.", t.pesan.trim_end_matches('.')));
        catatan.extend(pesan.take(TEMUAN_DISEBUT));
        if let Some(sisa) = wajib.len().checked_sub(TEMUAN_DISEBUT + 1) {
            catatan.push(format!("Dan {} temuan wajib lainnya.", sisa + 1));
        }
        return (Jawaban::Tidak, catatan);
    }
    let ringan = terbuka().count();
    if ringan > 0 {
        catatan.push(format!(
            "{ringan} temuan anjuran atau saran yang berkaitan perlu dilihat."
        ));
    }
    if cukup {
        return (Jawaban::Ya, catatan);
    }
    (Jawaban::PerluOrang, catatan)
}
