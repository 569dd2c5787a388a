//! The thread of a text: what each sentence names, and what it goes on about without naming it.

use std::collections::BTreeMap;

use document::source::Piece;

use super::kata::{self, Dikutip, Isi, Kata};
use super::milik::{Badan, Diri};
use super::sebut::{DaftarSebutan, Sebutan};
use super::waktu;
use crate::bacaan::{Bacaan, JenisPerihal, Kalimat, Perihal};
use crate::understand::satuan::SEDIKIT;
use crate::utas;

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

/// A sentence by itself: its words and the bodies that it names.
#[derive(Debug)]
pub(in crate::understand) struct Ujaran {
    kata: Vec<Kata>,
    badan: Vec<Badan>,
}

impl From<Ucapan> for Ujaran {
    fn from(ucapan: Ucapan) -> Self {
        Self {
            kata: ucapan.kata,
            badan: ucapan.badan,
        }
    }
}

/// All sentences by themselves.
pub(in crate::understand) fn ujaran(bacaan: &Bacaan) -> Vec<Ujaran> {
    let diri = Diri::susun(bacaan);
    let mut sitasi: BTreeMap<usize, Dikutip> = BTreeMap::new();
    for satu in bacaan.sitasi.iter().filter(|s| s.letak.sel.is_none()) {
        let dikutip = sitasi.entry(satu.letak.piece).or_default();
        dikutip.tambah(satu.letak.awal, satu.letak.akhir);
    }
    let kosong = Dikutip::default();
    utas::petakan(&bacaan.kalimat, SEDIKIT, |kalimat| {
        let dikutip = sitasi.get(&kalimat.letak.piece).unwrap_or(&kosong);
        let kata = kata::urai(bacaan, kalimat, dikutip);
        let badan = diri.badan(&kata);
        Ujaran { kata, badan }
    })
}

/// All sentences in their thread.
pub(in crate::understand) fn wacana(bacaan: &Bacaan, ujaran: Vec<Ujaran>) -> Vec<Ucapan> {
    let daftar = DaftarSebutan::susun(bacaan);
    let laporan = bacaan.identitas.tahun;
    let sebutan = utas::petakan(&ujaran, SEDIKIT, |satu| {
        (daftar.cari(&satu.kata), waktu::pokok(&satu.kata, laporan))
    });
    let mut hasil = Vec::with_capacity(ujaran.len());
    let mut benang = Benang::default();
    let semua = bacaan.kalimat.iter().zip(ujaran).zip(sebutan);
    for (i, ((kalimat, ujaran), (sebutan, pokok))) in semua.enumerate() {
        benang.maju(bacaan, kalimat, &ujaran.kata, &sebutan);
        let ucapan = Ucapan {
            kalimat: i,
            topik: benang.topik.clone(),
            topik_uang: benang.topik_uang.clone(),
            pokok,
            kata: ujaran.kata,
            sebutan,
            unsur: Vec::new(),
            badan: ujaran.badan,
        };
        benang.simak(&ucapan);
        hasil.push(ucapan);
    }
    let unsur = utas::petakan(&hasil, SEDIKIT, |ucapan| {
        let induk = ucapan
            .topik
            .as_ref()
            .filter(|p| p.jenis == JenisPerihal::Indikator)
            .map(|p| p.kunci.as_str());
        daftar.unsur(&ucapan.kata, induk)
    });
    for (ucapan, unsur) in hasil.iter_mut().zip(unsur) {
        ucapan.unsur = unsur;
    }
    hasil
}

/// What a text goes on about, sentence by sentence.
#[derive(Debug, Default)]
struct Benang {
    topik: Option<Perihal>,
    topik_uang: Option<Perihal>,
    piece: Option<usize>,
    judul: Judul,
}

impl Benang {
    /// Goes on to a sentence.
    fn maju(&mut self, bacaan: &Bacaan, kalimat: &Kalimat, kata: &[Kata], sebutan: &[Sebutan]) {
        let baru = self.piece != Some(kalimat.letak.piece);
        // A paragraph that begins in the middle of a sentence goes on with the one before.
        let lanjutan = kata.first().is_some_and(|k| !k.besar && !k.teks.is_empty());
        if baru && !(lanjutan && is_paragraf(bacaan, kalimat.letak.piece)) {
            self.topik = kalimat
                .bagian
                .and_then(|b| indikator_bagian(bacaan, b))
                .map(|i| Perihal::indikator(bacaan.indikator[i].kunci.clone()))
                .or_else(|| self.judul.topik(kalimat.bagian));
            self.topik_uang = None;
        }
        self.judul.simak(bacaan, kalimat, kata, sebutan);
        self.piece = Some(kalimat.letak.piece);
    }

    /// Takes up what a sentence names.
    fn simak(&mut self, ucapan: &Ucapan) {
        for sebutan in &ucapan.sebutan {
            match sebutan.perihal.jenis {
                JenisPerihal::Anggaran | JenisPerihal::Pendapatan => {
                    self.topik_uang = Some(sebutan.perihal.clone());
                }
                // A row of some table is no thing that a text goes on about.
                JenisPerihal::Lain => {}
                _ => self.topik = Some(sebutan.perihal.clone()),
            }
        }
        if self.topik_uang.is_none() && bicara_anggaran(&ucapan.kata) {
            self.topik_uang = Some(Perihal::anggaran("total"));
        }
    }
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
        let judul_bagian = bacaan
            .kerangka
            .binary_search_by_key(&piece, |b| b.piece)
            .is_ok();
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
