//! The thread of a text: what each sentence names, and what it goes on about without naming it.

use std::collections::BTreeMap;
use std::ops::Range;

use document::source::Piece;

use super::kata::{self, Isi, Kata};
use super::milik::{Badan, Diri};
use super::sebut::{DaftarSebutan, Sebutan};
use super::waktu;
use crate::bacaan::{Bacaan, JenisPerihal, Kalimat, Perihal};

/// Words beyond which a sentence is none that anyone wrote, and nothing is read in it.
pub(in crate::understand) const KATA_TERBANYAK: usize = 400;

/// A sentence in its thread.
#[derive(Debug)]
pub(in crate::understand) struct Ucapan {
    /// Index of the sentence.
    pub kalimat: usize,
    /// Its words.
    pub kata: Vec<Kata>,
    /// The things that it names.
    pub sebutan: Vec<Sebutan>,
    /// The parts of a survey that it names, where it speaks of parts.
    pub unsur: Vec<Sebutan>,
    /// The bodies that it names.
    pub badan: Vec<Badan>,
    /// The indicator or score that the text before goes on about.
    pub topik: Option<Perihal>,
    /// The budget line or revenue that the text before goes on about.
    pub topik_uang: Option<Perihal>,
    /// The year that it is about.
    pub pokok: Option<i16>,
}

/// All sentences in their thread.
pub(in crate::understand) fn wacana(bacaan: &Bacaan) -> Vec<Ucapan> {
    let daftar = DaftarSebutan::susun(bacaan);
    let diri = Diri::susun(bacaan);
    let laporan = bacaan.identitas.tahun;
    let mut hasil = Vec::with_capacity(bacaan.kalimat.len());
    let mut topik: Option<Perihal> = None;
    let mut topik_uang: Option<Perihal> = None;
    let mut piece = None;
    let mut judul = Judul::default();
    let mut sitasi: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
    for satu in bacaan.sitasi.iter().filter(|s| s.letak.sel.is_none()) {
        let rentang = satu.letak.awal..satu.letak.akhir;
        sitasi.entry(satu.letak.piece).or_default().push(rentang);
    }
    for (i, kalimat) in bacaan.kalimat.iter().enumerate() {
        let dikutip = sitasi
            .get(&kalimat.letak.piece)
            .map_or(&[][..], Vec::as_slice);
        let kata = kata::urai(bacaan, kalimat, dikutip);
        let sebutan = daftar.cari(&kata);
        let badan = diri.badan(&kata);
        let baru = piece != Some(kalimat.letak.piece);
        // A paragraph that begins in the middle of a sentence goes on with the one before.
        let lanjutan = kata.first().is_some_and(|k| !k.besar && !k.teks.is_empty());
        if baru && !(lanjutan && is_paragraf(bacaan, kalimat.letak.piece)) {
            topik = kalimat
                .bagian
                .and_then(|b| indikator_bagian(bacaan, b))
                .map(|i| Perihal::indikator(bacaan.indikator[i].kunci.clone()))
                .or_else(|| judul.topik(kalimat.bagian));
            topik_uang = None;
        }
        judul.simak(bacaan, kalimat, &kata, &sebutan);
        piece = Some(kalimat.letak.piece);
        let pokok = waktu::pokok(&kata, laporan);
        let induk = topik
            .as_ref()
            .filter(|p| p.jenis == JenisPerihal::Indikator)
            .map(|p| p.kunci.as_str());
        let unsur = daftar.unsur(&kata, induk);
        let ucapan = Ucapan {
            kalimat: i,
            topik: topik.clone(),
            topik_uang: topik_uang.clone(),
            pokok,
            kata,
            sebutan,
            unsur,
            badan,
        };
        for sebutan in &ucapan.sebutan {
            match sebutan.perihal.jenis {
                JenisPerihal::Anggaran | JenisPerihal::Pendapatan => {
                    topik_uang = Some(sebutan.perihal.clone());
                }
                // A row of some table is no thing that a text goes on about.
                JenisPerihal::Lain => {}
                _ => topik = Some(sebutan.perihal.clone()),
            }
        }
        if topik_uang.is_none() && bicara_anggaran(&ucapan.kata) {
            topik_uang = Some(Perihal::anggaran("total"));
        }
        hasil.push(ucapan);
    }
    hasil
}

/// The lines that name an indicator over the text below them.
#[derive(Debug, Default)]
struct Judul {
    /// Heading under which the last one stands, its piece and its indicator.
    terakhir: Option<(Option<usize>, usize, Option<Perihal>)>,
}

impl Judul {
    fn topik(&self, bagian: Option<usize>) -> Option<Perihal> {
        let (milik, _, perihal) = self.terakhir.as_ref()?;
        (*milik == bagian).then(|| perihal.clone()).flatten()
    }

    /// Looks whether a sentence is such a line: a heading, or a paragraph that is nothing but a name.
    fn simak(&mut self, bacaan: &Bacaan, kalimat: &Kalimat, kata: &[Kata], sebutan: &[Sebutan]) {
        let piece = kalimat.letak.piece;
        let [satu] = sebutan else {
            // Another marked line ends what the one before was over.
            if is_bertanda(bacaan, kalimat, kata) {
                self.terakhir = Some((kalimat.bagian, piece, None));
            }
            return;
        };
        let judul_bagian = bacaan.kerangka.iter().any(|b| b.piece == piece);
        let bersih = |k: &Kata| matches!(k.isi, Isi::Lain | Isi::Tanda(_)) || tanda(k);
        let nama_saja = matches!(bacaan.sumber.pieces.get(piece), Some(Piece::Paragraph(_)))
            && kata
                .iter()
                .take(satu.awal)
                .all(|k| bersih(k) || k.salah_satu(&["indikator", "kinerja"]))
            && kata.iter().skip(satu.akhir).all(bersih);
        if satu.perihal.jenis != JenisPerihal::Indikator || !(judul_bagian || nama_saja) {
            return;
        }
        // Names on lines one after another are a list.
        let deret = self
            .terakhir
            .as_ref()
            .is_some_and(|(_, lama, _)| piece == *lama + 1);
        let perihal = (!deret).then(|| satu.perihal.clone());
        self.terakhir = Some((kalimat.bagian, piece, perihal));
    }
}

/// Whether a word is the mark before a name: "S-1", "A.3", "IKU 2".
fn tanda(k: &Kata) -> bool {
    let kode = k.teks.len() <= 5 && k.teks.bytes().any(|b| b.is_ascii_digit());
    kode || (k.teks.len() == 1 && k.besar) || k.salah_satu(&["iku", "ikk", "ikp", "iki"])
}

/// Whether a paragraph is a mark and a few words without a figure, as a heading is.
fn is_bertanda(bacaan: &Bacaan, kalimat: &Kalimat, kata: &[Kata]) -> bool {
    const TERPANJANG: usize = 14;
    kata.len() <= TERPANJANG
        && kata.first().is_some_and(tanda)
        && kata.iter().all(|k| k.angka().is_none())
        && !bacaan
            .teks(&kalimat.letak)
            .trim_end()
            .ends_with(['.', ';', ','])
        && matches!(
            bacaan.sumber.pieces.get(kalimat.letak.piece),
            Some(Piece::Paragraph(_))
        )
}

fn is_paragraf(bacaan: &Bacaan, piece: usize) -> bool {
    matches!(
        bacaan.sumber.pieces.get(piece),
        Some(Piece::Paragraph(_) | Piece::Item { .. })
    )
}

/// The indicator that a heading, or one above it, ties everything below it to.
fn indikator_bagian(bacaan: &Bacaan, bagian: usize) -> Option<usize> {
    const TERDALAM: usize = 8;
    let mut di = Some(bagian);
    for _ in 0..TERDALAM {
        let ini = bacaan.kerangka.get(di?)?;
        if let Some(indikator) = ini.indikator {
            return (indikator < bacaan.indikator.len()).then_some(indikator);
        }
        di = ini.induk;
    }
    None
}

/// Whether the words speak of the spending of the whole office.
fn bicara_anggaran(kata: &[Kata]) -> bool {
    kata.windows(2).any(|dua| {
        dua[0].salah_satu(&["realisasi", "penyerapan", "serapan", "total", "pagu"])
            && dua[1].salah_satu(&["anggaran", "belanja"])
    })
}
