//! A sentence as words, numbers and marks.

use std::ops::Range;

use crate::bacaan::{AngkaId, Bacaan, Golongan, Kalimat, Letak};
use crate::understand::kosakata;

/// A word, a number or a mark of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::understand) struct Kata {
    /// In lower case; numbers as printed.
    pub teks: String,
    /// Its bytes in the words of the piece.
    pub rentang: Range<usize>,
    /// Whether it begins with a capital.
    pub besar: bool,
    /// What it is.
    pub isi: Isi,
}

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::understand) enum Isi {
    /// A word.
    Kata,
    /// A figure.
    Angka(AngkaId),
    /// A year.
    Tahun(i16),
    /// A range of years, by its last one.
    Rentang(i16),
    /// Any other number.
    Lain,
    /// A mark.
    Tanda(char),
    /// A slot of a template that nobody filled.
    Celah,
}

impl Kata {
    /// The figure, if it is one.
    pub fn angka(&self) -> Option<AngkaId> {
        match self.isi {
            Isi::Angka(id) => Some(id),
            _ => None,
        }
    }

    /// Whether it is one of these words.
    pub fn salah_satu(&self, daftar: &[&str]) -> bool {
        self.isi == Isi::Kata && daftar.contains(&self.teks.as_str())
    }

    /// Whether it is this mark.
    pub fn tanda(&self, tanda: char) -> bool {
        self.isi == Isi::Tanda(tanda)
    }
}

/// Where a piece cites regulations.
#[derive(Debug, Default)]
pub(in crate::understand) struct Dikutip {
    /// First bytes, ascending, each with the farthest end of what begins there or before.
    rentang: Vec<(usize, usize)>,
}

impl Dikutip {
    /// Adds a citation that begins behind those before.
    pub fn tambah(&mut self, awal: usize, akhir: usize) {
        let terjauh = self.rentang.last().map_or(0, |(_, akhir)| *akhir);
        self.rentang.push((awal, terjauh.max(akhir)));
    }

    fn memuat(&self, di: usize) -> bool {
        let sebelum = self.rentang.partition_point(|(awal, _)| *awal <= di);
        sebelum
            .checked_sub(1)
            .and_then(|i| self.rentang.get(i))
            .is_some_and(|(_, akhir)| di < *akhir)
    }
}

/// The words of a sentence.
///
/// `sitasi` are the regulations that its piece cites.
pub(in crate::understand) fn urai(
    bacaan: &Bacaan,
    kalimat: &Kalimat,
    sitasi: &Dikutip,
) -> Vec<Kata> {
    let letak = &kalimat.letak;
    let Some(teks) = letak
        .bacaan(bacaan.sumber)
        .map(|bacaan| bacaan.text.as_str())
    else {
        return Vec::new();
    };
    let mut angka = kalimat.angka.iter().copied().peekable();
    let mut hasil = Vec::new();
    let mut di = letak.awal;
    while di < letak.akhir {
        let Some(c) = teks.get(di..letak.akhir).and_then(|s| s.chars().next()) else {
            break;
        };
        while angka
            .peek()
            .is_some_and(|id| bacaan.angka(*id).letak.awal < di)
        {
            angka.next();
        }
        if let Some(id) = angka
            .peek()
            .copied()
            .filter(|id| bacaan.angka(*id).letak.awal == di)
        {
            let satu = bacaan.angka(id);
            let akhir = satu.letak.akhir.max(di + c.len_utf8());
            let isi = golongkan(bacaan, id, di, sitasi);
            hasil.push(Kata {
                teks: satu.teks.clone(),
                rentang: di..akhir,
                besar: false,
                isi,
            });
            angka.next();
            di = akhir;
            di = lewati_terbilang(teks, di, satu.terbilang.as_ref());
            continue;
        }
        if c == '['
            && let Some(panjang) = celah(bacaan, kalimat, teks, di)
        {
            hasil.push(Kata {
                teks: String::new(),
                rentang: di..di + panjang,
                besar: false,
                isi: Isi::Celah,
            });
            di += panjang;
            continue;
        }
        if c.is_alphanumeric() {
            let sisa = teks.get(di..letak.akhir).unwrap_or_default();
            let panjang = panjang_kata(sisa).max(c.len_utf8());
            let kata = sisa.get(..panjang).unwrap_or_default();
            hasil.push(Kata {
                teks: kosakata::kecil(kata).into_owned(),
                rentang: di..di + panjang,
                besar: c.is_uppercase(),
                isi: if c.is_numeric() { Isi::Lain } else { Isi::Kata },
            });
            di += panjang;
            continue;
        }
        if matches!(c, ',' | ';' | ':' | '(' | ')' | '.' | '=' | '"' | '“' | '”') {
            hasil.push(Kata {
                teks: c.to_string(),
                rentang: di..di + c.len_utf8(),
                besar: false,
                isi: Isi::Tanda(c),
            });
        }
        di += c.len_utf8();
    }
    hasil
}

/// What a number is in its sentence; the year of a cited law is none.
fn golongkan(bacaan: &Bacaan, id: AngkaId, di: usize, sitasi: &Dikutip) -> Isi {
    let angka = bacaan.angka(id);
    if sitasi.memuat(di) {
        return Isi::Lain;
    }
    match angka.golongan {
        Golongan::Besaran => Isi::Angka(id),
        Golongan::Tahun => {
            let digit: Vec<&str> = angka
                .teks
                .split(|c: char| !c.is_ascii_digit())
                .filter(|bagian| bagian.len() == 4)
                .collect();
            let akhir = digit.last().and_then(|kata| kosakata::kata_tahun(kata));
            match (akhir, digit.len()) {
                (Some(tahun), 1) => Isi::Tahun(tahun),
                (Some(tahun), _) => Isi::Rentang(tahun),
                (None, _) => Isi::Lain,
            }
        }
        _ => Isi::Lain,
    }
}

/// Bytes of a word: letters and digits, and hyphens and apostrophes between them.
fn panjang_kata(teks: &str) -> usize {
    let mut akhir = 0;
    let mut huruf = teks.char_indices().peekable();
    while let Some((i, c)) = huruf.next() {
        let sambung =
            matches!(c, '-' | '\'' | '’') && huruf.peek().is_some_and(|(_, c)| c.is_alphanumeric());
        if !c.is_alphanumeric() && !sambung {
            break;
        }
        akhir = i + c.len_utf8();
    }
    akhir
}

/// Where reading goes on behind the number in words.
fn lewati_terbilang(teks: &str, di: usize, terbilang: Option<&Letak>) -> usize {
    // Only words in parentheses right behind the number; anything farther is read as it stands.
    const TERJAUH: usize = 4;
    match terbilang {
        Some(letak) if letak.awal >= di && letak.awal - di <= TERJAUH && letak.akhir > di => {
            let kurung = teks
                .get(letak.akhir..)
                .is_some_and(|sisa| sisa.starts_with(')'));
            letak.akhir + usize::from(kurung)
        }
        _ => di,
    }
}

/// Bytes of a slot that nobody filled, in brackets: it holds no figure and is no sentence.
fn celah(bacaan: &Bacaan, kalimat: &Kalimat, teks: &str, di: usize) -> Option<usize> {
    const TERPANJANG: usize = 300;
    const KATA_KALIMAT: usize = 8;
    let sisa = teks.get(di..kalimat.letak.akhir)?;
    let panjang = sisa
        .char_indices()
        .take(TERPANJANG)
        .find(|(_, c)| *c == ']')
        .map(|(i, _)| i + 1)?;
    let isi = sisa.get(1..panjang - 1)?;
    let dari = kalimat
        .angka
        .partition_point(|id| bacaan.angka(*id).letak.awal < di);
    let berangka = kalimat
        .angka
        .iter()
        .skip(dari)
        .map(|id| bacaan.angka(*id))
        .take_while(|angka| angka.letak.awal < di + panjang)
        .any(|angka| angka.golongan == Golongan::Besaran);
    let kalimat = isi.split_whitespace().count() >= KATA_KALIMAT;
    (!berangka && !kalimat).then_some(panjang)
}
