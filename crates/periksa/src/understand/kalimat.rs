//! Sentences.

use std::ops::Range;

use document::source::Piece;

use crate::bacaan::{AngkaId, Bacaan, Kalimat, Letak};

/// Short forms whose full stop ends no sentence, in lower case and without it.
const SINGKATAN: &[&str] = &[
    "no", "rp", "dr", "drs", "dra", "ir", "h", "hj", "s.d", "sd", "a.n", "an", "u.b", "d.a", "jl",
    "jln", "pt", "cv", "tbk", "kab", "kec", "kel", "prov", "prof", "dkk", "dll", "dsb", "dst",
    "tgl", "thn", "th", "hal", "hlm", "gol", "lt", "telp", "tlp", "fax", "ttd", "bpk", "sdr",
    "yth", "tsb", "dgn", "yg", "pasal", "s.h", "s.e", "m.h", "m.m", "m.si", "s.sos", "s.kom", "st",
    "t.a", "ta", "q.q", "c.q", "cq", "i.e", "e.g", "vs", "per", "nip", "gbr", "tab", "dpp",
];

pub(super) fn kalimat(bacaan: &Bacaan) -> Vec<Kalimat> {
    let mut hasil = Vec::new();
    let mut angka = bacaan.angka.iter().enumerate().peekable();
    let mut bagian = PelacakBagian::default();
    for (piece, isi) in bacaan.sumber.pieces.iter().enumerate() {
        let di_bagian = bagian.maju(bacaan, piece);
        let passage = match isi {
            Piece::Heading { passage, .. }
            | Piece::Paragraph(passage)
            | Piece::Item { passage, .. }
            | Piece::Footnote { passage, .. } => passage,
            _ => continue,
        };
        while angka.next_if(|(_, a)| a.letak.piece < piece).is_some() {}
        for rentang in potong(&passage.text) {
            let letak = Letak::new(piece, rentang);
            let mut milik = Vec::new();
            while let Some((id, _)) = angka.next_if(|(_, a)| {
                a.letak.piece == piece && a.letak.sel.is_none() && a.letak.awal < letak.akhir
            }) {
                milik.push(AngkaId(id));
            }
            hasil.push(Kalimat {
                letak,
                angka: milik,
                bagian: di_bagian,
            });
        }
    }
    hasil
}

/// The innermost heading as the pieces go by, without looking through all headings each time.
#[derive(Default)]
struct PelacakBagian {
    berikut: usize,
    kini: Option<usize>,
}

impl PelacakBagian {
    fn maju(&mut self, bacaan: &Bacaan, piece: usize) -> Option<usize> {
        while bacaan
            .kerangka
            .get(self.berikut)
            .is_some_and(|bagian| bagian.piece <= piece)
        {
            self.kini = Some(self.berikut);
            self.berikut += 1;
        }
        self.kini
    }
}

/// The sentences of a text, without the white space around them.
pub(super) fn potong(teks: &str) -> Vec<Range<usize>> {
    let mut hasil = Vec::new();
    let mut awal = 0;
    let mut huruf = teks.char_indices().peekable();
    while let Some((i, c)) = huruf.next() {
        let ganti = c == '\n';
        if !(ganti || matches!(c, '.' | '!' | '?')) {
            continue;
        }
        let mut akhir = i + c.len_utf8();
        // Closing marks, and a footnote mark, belong to the sentence.
        while let Some((j, tutup)) = huruf.peek().copied() {
            if !matches!(
                tutup,
                ')' | ']' | '"' | '\'' | '\u{201d}' | '\u{2019}' | '*' | '.'
            ) && !superskrip(tutup)
            {
                break;
            }
            akhir = j + tutup.len_utf8();
            huruf.next();
        }
        if ganti || berakhir(teks, awal, i, akhir) {
            tambah(teks, awal..akhir, &mut hasil);
            // Blanks are left behind once, not looked at again from every later full stop.
            let sisa = teks.get(akhir..).unwrap_or_default();
            awal = akhir + (sisa.len() - sisa.trim_start().len());
        }
    }
    tambah(teks, awal..teks.len(), &mut hasil);
    hasil
}

fn superskrip(c: char) -> bool {
    matches!(c, '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{2079}')
}

fn tambah(teks: &str, rentang: Range<usize>, hasil: &mut Vec<Range<usize>>) {
    let Some(isi) = teks.get(rentang.clone()) else {
        return;
    };
    let kiri = isi.len() - isi.trim_start().len();
    let panjang = isi.trim().len();
    if panjang > 0 {
        let awal = rentang.start + kiri;
        hasil.push(awal..awal + panjang);
    }
}

/// Whether a full stop at `titik` ends the sentence that began at `awal`; the next one would begin at `akhir`.
fn berakhir(teks: &str, awal: usize, titik: usize, akhir: usize) -> bool {
    let sisa = teks.get(akhir..).unwrap_or_default();
    let Some(berikut) = sisa.chars().next() else {
        return true;
    };
    if !berikut.is_whitespace() {
        // "telah selesai.Selanjutnya": a sentence without its space, but no "s.d", "go.id" or "3.95".
        let mut dua = sisa.chars();
        let besar = dua.next().is_some_and(char::is_uppercase)
            && dua.next().is_some_and(char::is_lowercase);
        return besar && kata_terakhir(teks, awal, titik).chars().count() > 3;
    }
    if teks
        .get(titik..akhir)
        .is_some_and(|tanda| tanda.starts_with(['!', '?']))
    {
        return true;
    }
    // A small letter goes on with the sentence.
    let mulai = sisa.trim_start().chars().next();
    if mulai.is_some_and(char::is_lowercase) {
        return false;
    }
    let kata = kata_terakhir(teks, awal, titik).to_lowercase();
    if SINGKATAN.contains(&kata.as_str()) {
        return false;
    }
    let huruf_tunggal = kata.chars().count() == 1 && kata.chars().all(char::is_alphabetic);
    // "1. Pertama" and "A. Latar" at the start are marks, as is an initial in a name ("M. Yusuf").
    let di_awal = teks
        .get(awal..titik)
        .is_some_and(|depan| depan.trim_start().len() == kata.len());
    let nomor = kata.len() <= 3 && kata.bytes().all(|b| b.is_ascii_digit());
    let inisial = huruf_tunggal
        && kata_terakhir(teks, awal, titik)
            .chars()
            .all(char::is_uppercase);
    if inisial || (di_awal && (nomor || huruf_tunggal)) {
        return false;
    }
    // "dst." may end a sentence all the same, "No. 45" does not; a digit goes on with a number, if anything.
    !(mulai.is_some_and(|c| c.is_ascii_digit()) && kata.is_empty())
}

/// The word that ends at a byte, with the dots inside ("s.d").
fn kata_terakhir(teks: &str, awal: usize, titik: usize) -> &str {
    let depan = teks.get(awal..titik).unwrap_or_default();
    let mut mulai = depan.len();
    for (i, c) in depan.char_indices().rev().take(24) {
        if !(c.is_alphanumeric() || c == '.') {
            break;
        }
        mulai = i;
    }
    depan.get(mulai..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::potong;

    fn kalimat(teks: &str) -> Vec<&str> {
        potong(teks)
            .into_iter()
            .map(|r| teks.get(r).expect("whole characters"))
            .collect()
    }

    #[test]
    fn sentences_end_at_a_full_stop() {
        assert_eq!(
            kalimat("Target tercapai. Realisasi sebesar 3,95 indeks!  Selesai"),
            [
                "Target tercapai.",
                "Realisasi sebesar 3,95 indeks!",
                "Selesai"
            ]
        );
        assert_eq!(
            kalimat("naik 3%.¹ Lalu turun."),
            ["naik 3%.¹", "Lalu turun."]
        );
        assert_eq!(
            kalimat("telah selesai.Selanjutnya naik."),
            ["telah selesai.", "Selanjutnya naik."]
        );
        assert_eq!(
            kalimat("ayat (2) huruf a. Nilai"),
            ["ayat (2) huruf a.", "Nilai"]
        );
        assert_eq!(kalimat("sebesar 20. Capaian"), ["sebesar 20.", "Capaian"]);
    }

    #[test]
    fn short_forms_and_numbers_end_none() {
        for teks in [
            "Realisasi Rp. 10.955.964.845,- dari Rp.16.463.178.000,- pada tahun 2023",
            "Jl. Merdeka No. 45 Kab. Kutai Timur",
            "tanggal 1 s.d. 31 Desember 2023",
            "a.n. Kepala Kantor, dr. Hj. Siti M. Yusuf",
            "dan lain-lain, dst. sampai selesai",
            "laman https://contoh.go.id/a.html dibuka",
            "1. Pertama yang utama",
            "[penghargaan].2% saja",
        ] {
            assert_eq!(kalimat(teks), [teks]);
        }
    }
}
