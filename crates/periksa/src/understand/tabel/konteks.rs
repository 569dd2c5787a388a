//! What stands around a table and bears on all of it: its year, its indicator, its subject.

use document::source::Piece;

use crate::bacaan::{Bacaan, Golongan, Letak};
use crate::understand::indikator::Pencari;
use crate::understand::indikator::calon::{daftar_target, di_perjanjian, kolom_indikator, tingkat};
use crate::understand::kosakata::{self, normal};

use super::kisi::Kisi;

/// What bears on a whole table.
#[derive(Debug, Clone, Default)]
pub(super) struct Konteks {
    /// Caption, or the words above that announce it.
    pub(super) judul: Option<Letak>,
    /// The words of caption, title rows and heading, normal.
    pub(super) teks: String,
    /// The indicator of caption or heading.
    pub(super) indikator: Option<usize>,
    /// The year that these words name; none where they name none.
    pub(super) tahun: Option<i16>,
    /// Whether these words name several years, so that the year of a figure is open.
    pub(super) tahun_terbuka: bool,
    /// Whether the table is about a part of a year (a quarter, a month).
    pub(super) sebagian_tahun: bool,
    /// Whether the table gives the targets of a plan over several years, not those of one.
    pub(super) jangka_menengah: bool,
    /// Level of the agreement whose table it is, where it is one of indicators.
    pub(super) tingkat: Option<u8>,
}

impl Konteks {
    pub(super) fn baru(
        bacaan: &Bacaan,
        pencari: &Pencari,
        kisi: &Kisi,
        jalur: &[Vec<String>],
        judul_baris: usize,
    ) -> Self {
        let piece = kisi.piece;
        let judul = judul(bacaan, piece);
        let mut kata: Vec<String> = Vec::new();
        for baris in 0..judul_baris {
            kata.push(kisi.teks(baris, 0).to_owned());
        }
        let mut tahun: Vec<i16> = kata
            .iter()
            .flat_map(|teks| kosakata::kata(teks).filter_map(|(_, k)| kosakata::kata_tahun(k)))
            .collect();
        if let Some(letak) = &judul {
            kata.push(bacaan.teks(letak).to_owned());
            tahun.extend(tahun_di(bacaan, letak));
        }
        let bagian = bacaan.bagian(piece);
        let judul_bagian = bagian.map(|b| b.judul.clone()).unwrap_or_default();
        if tahun.is_empty()
            && let Some(bagian) = bagian
        {
            let panjang = bacaan
                .sumber
                .pieces
                .get(bagian.piece)
                .and_then(Piece::passage)
                .map_or(0, |p| p.text.len());
            tahun.extend(tahun_di(bacaan, &Letak::new(bagian.piece, 0..panjang)));
        }
        tahun.sort_unstable();
        tahun.dedup();
        let atas = kata.join(" | ");
        let indikator = satu_indikator(pencari, &atas).or_else(|| bagian.and_then(|b| b.indikator));
        kata.push(judul_bagian);
        let teks = normal(&kata.join(" | "));
        let sebagian_tahun = teks
            .split(' ')
            .any(|k| matches!(k, "triwulan" | "semester" | "tw" | "kuartal" | "caturwulan"));
        Self {
            judul,
            indikator,
            tahun: match tahun[..] {
                [satu] => Some(satu),
                _ => None,
            },
            tahun_terbuka: tahun.len() > 1,
            sebagian_tahun,
            jangka_menengah: jangka_menengah(&normal(&atas)),
            tingkat: (kolom_indikator(jalur).is_some()
                && daftar_target(jalur)
                && di_perjanjian(bacaan, piece))
            .then(|| tingkat(jalur)),
            teks,
        }
    }
}

/// Whether the title of a table speaks of a plan over several years rather than of an agreement or a result.
fn jangka_menengah(judul: &str) -> bool {
    const RENCANA: &[&str] = &[
        "renstra",
        "rpjmd",
        "rpjmn",
        "rencana strategis",
        "jangka menengah",
    ];
    const TAHUNAN: &[&str] = &["perjanjian", "realisasi", "capaian", "perbandingan"];
    let ada = |kata: &[&str]| kata.iter().any(|k| judul.contains(k));
    ada(RENCANA) && !ada(TAHUNAN)
}

fn satu_indikator(pencari: &Pencari, teks: &str) -> Option<usize> {
    let mut disebut: Vec<usize> = pencari.semua(teks).into_iter().map(|(i, _)| i).collect();
    disebut.sort_unstable();
    disebut.dedup();
    match disebut[..] {
        [satu] => Some(satu),
        _ => None,
    }
}

/// Years inside a stretch, without those of regulations.
pub(super) fn tahun_di(bacaan: &Bacaan, letak: &Letak) -> Vec<i16> {
    let awal = bacaan
        .angka
        .partition_point(|a| a.letak.piece < letak.piece);
    bacaan
        .angka
        .iter()
        .skip(awal)
        .take_while(|a| a.letak.piece == letak.piece)
        .filter(|a| a.golongan == Golongan::Tahun && letak.memuat(&a.letak))
        .filter(|a| !bacaan.sitasi.iter().any(|s| s.letak.memuat(&a.letak)))
        .filter_map(|a| kosakata::tahun(&a.teks))
        .collect()
}

/// The caption of a table, or the last sentence above it that announces it.
fn judul(bacaan: &Bacaan, piece: usize) -> Option<Letak> {
    const TERJAUH: usize = 4;
    let mut kalimat: Option<Letak> = None;
    let mut dilihat = 0;
    for i in (piece.saturating_sub(TERJAUH + 4)..piece).rev() {
        let isi = bacaan.sumber.pieces.get(i)?;
        let passage = match isi {
            Piece::Running(_) | Piece::Picture(_) | Piece::Footnote { .. } => continue,
            Piece::Paragraph(passage) | Piece::Item { passage, .. } => passage,
            Piece::Heading { passage, .. } => {
                let rapi = normal(&passage.text);
                if rapi.starts_with("tabel ") || rapi.starts_with("perjanjian kinerja") {
                    return Some(Letak::new(i, 0..passage.text.len()));
                }
                break;
            }
            Piece::Grid(_) | Piece::Formula(_) => break,
        };
        if passage.is_blank() {
            continue;
        }
        let rapi = normal(&passage.text);
        if rapi.starts_with("tabel ") && passage.text.len() < 400 {
            return Some(Letak::new(i, 0..passage.text.len()));
        }
        if dilihat == 0 {
            let akhir = bacaan.kalimat.partition_point(|k| k.letak.piece <= i);
            let awal = akhir
                .checked_sub(1)
                .and_then(|k| bacaan.kalimat.get(k))
                .filter(|k| k.letak.piece == i && k.letak.sel.is_none())
                .map_or(0, |k| k.letak.awal);
            kalimat = Some(Letak::new(i, awal..passage.text.len()));
        }
        dilihat += 1;
        if dilihat >= TERJAUH {
            break;
        }
    }
    kalimat
}
