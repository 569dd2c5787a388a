//! Formulas written inside a line of words: "3,95/3,25 x 100% = 121,54%".

mod urai;

use std::ops::Range;

use document::source::latex::{Chain, Expr};

use crate::understand::kosakata;

/// A sign of a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Jenis {
    /// A number; its digits are `Tanda::digit`.
    Angka,
    Tambah,
    Kurang,
    Kali,
    Bagi,
    Persen,
    Buka,
    Tutup,
    SamaDengan,
}

/// A sign and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Tanda {
    jenis: Jenis,
    /// With its "Rp" before and its ",-" behind.
    span: Range<usize>,
    /// The digits of a number.
    digit: Range<usize>,
}

/// The chains of equals in a line of words, with their bytes in it.
///
/// A chain has at least two sides, and one of them computes something that shows what it is: a percentage, a product, a
/// sum, or decimals. "1 : 100 = 5" may be a map.
pub(crate) fn parse(teks: &str) -> Vec<Chain> {
    let mut rantai = Vec::new();
    let mut deret: Vec<Tanda> = Vec::new();
    let mut pembaca = Pembaca { teks, di: 0 };
    loop {
        let langkah = pembaca.langkah(deret.last());
        match langkah {
            Langkah::Tanda(tanda) => deret.push(tanda),
            Langkah::Lewat => {}
            Langkah::Putus | Langkah::Habis => {
                rantai.extend(urai::rantai(teks, &deret));
                deret.clear();
                if langkah == Langkah::Habis {
                    return rantai;
                }
            }
        }
    }
}

/// The last side of a line that is all computation, and the first side of one that begins with an equals sign.
///
/// Both are none for a line of words: the line has to be read to its end as signs of a formula.
pub(crate) fn sisi_terakhir_dan_pertama(teks: &str) -> (Option<Expr>, Option<Expr>) {
    /// A longer line is text.
    const TERPANJANG: usize = 2_000;
    let mut deret: Vec<Tanda> = Vec::new();
    let mut pembaca = Pembaca { teks, di: 0 };
    if teks.len() > TERPANJANG {
        return (None, None);
    }
    loop {
        match pembaca.langkah(deret.last()) {
            Langkah::Tanda(tanda) => deret.push(tanda),
            Langkah::Lewat => {}
            // Only a full stop may end such a line.
            Langkah::Putus
                if pembaca.sisa().trim().is_empty() && teks.trim_end().ends_with('.') =>
            {
                break;
            }
            Langkah::Putus => return (None, None),
            Langkah::Habis => break,
        }
    }
    let sama = |tanda: &Tanda| tanda.jenis == Jenis::SamaDengan;
    let terakhir = deret
        .rsplit(sama)
        .next()
        .and_then(|sisi| urai::utuh(teks, sisi));
    let pertama = match deret.split_first() {
        Some((awal, sisa)) if sama(awal) => sisa
            .split(sama)
            .next()
            .and_then(|sisi| urai::utuh(teks, sisi)),
        _ => None,
    };
    (terakhir, pertama)
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Langkah {
    Tanda(Tanda),
    Lewat,
    Putus,
    Habis,
}

struct Pembaca<'t> {
    teks: &'t str,
    di: usize,
}

impl Pembaca<'_> {
    fn sisa(&self) -> &str {
        self.teks.get(self.di..).unwrap_or_default()
    }

    fn sebelum(&self) -> Option<char> {
        self.teks.get(..self.di)?.chars().next_back()
    }

    fn langkah(&mut self, terakhir: Option<&Tanda>) -> Langkah {
        let Some(c) = self.sisa().chars().next() else {
            return Langkah::Habis;
        };
        let awal = self.di;
        let operan = terakhir
            .is_some_and(|t| matches!(t.jenis, Jenis::Angka | Jenis::Persen | Jenis::Tutup));
        if c.is_ascii_digit() {
            return self.angka(awal);
        }
        if c.is_alphabetic() {
            return self.kata(operan);
        }
        let sebelum = self.sebelum();
        self.di += c.len_utf8();
        let sesudah = self.sisa().chars().next();
        let jenis = match c {
            c if c.is_whitespace() || c == '*' && sesudah == Some('*') => return Langkah::Lewat,
            '+' => Jenis::Tambah,
            '-' | '−' | '–' if operan => Jenis::Kurang,
            '×' | '*' | '·' | '∙' | '⋅' => Jenis::Kali,
            '/' | '÷' => Jenis::Bagi,
            // A colon right behind a word or a year is a mark of the sentence.
            ':' if operan
                && (sebelum.is_some_and(char::is_whitespace)
                    || !sesudah.is_some_and(char::is_whitespace)) =>
            {
                Jenis::Bagi
            }
            '%' => Jenis::Persen,
            '(' if operan => match self.keterangan() {
                true => return Langkah::Lewat,
                false => Jenis::Buka,
            },
            '(' => Jenis::Buka,
            ')' => Jenis::Tutup,
            '=' | '≈' => Jenis::SamaDengan,
            _ => return Langkah::Putus,
        };
        Langkah::Tanda(Tanda {
            jenis,
            span: awal..self.di,
            digit: awal..awal,
        })
    }

    /// Passes over a remark in parentheses behind a number ("3,95 (realisasi)"): words only, and short.
    fn keterangan(&mut self) -> bool {
        const TERPANJANG: usize = 60;
        let sisa = self.sisa();
        let tutup = sisa
            .char_indices()
            .take(TERPANJANG)
            .find(|(_, c)| *c == ')');
        let Some((panjang, _)) = tutup else {
            return false;
        };
        let isi = sisa.get(..panjang).unwrap_or_default();
        let kata = isi.chars().any(char::is_alphabetic)
            && !isi.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | '=' | '%'));
        if kata {
            self.di += panjang + 1;
        }
        kata
    }

    fn angka(&mut self, mulai: usize) -> Langkah {
        let awal = self.di;
        let digit = self.sisa().as_bytes();
        let mut panjang = 0;
        while let Some(b) = digit.get(panjang) {
            let bagian = b.is_ascii_digit()
                || (matches!(b, b'.' | b',')
                    && digit.get(panjang + 1).is_some_and(u8::is_ascii_digit));
            if !bagian {
                break;
            }
            panjang += 1;
        }
        self.di += panjang;
        let digit = awal..self.di;
        if let Some(sisa) = self.sisa().strip_prefix(',')
            && let Some(garis) = sisa.chars().next().filter(|c| matches!(c, '-' | '–'))
        {
            self.di += 1 + garis.len_utf8();
        }
        // "IKM2" and "3a" are names.
        let menempel =
            |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !matches!(c, 'x' | 'X'));
        let depan = self.teks.get(..mulai).and_then(|t| t.chars().next_back());
        if menempel(depan) || menempel(self.sisa().chars().next()) {
            return Langkah::Putus;
        }
        Langkah::Tanda(Tanda {
            jenis: Jenis::Angka,
            span: mulai..self.di,
            digit,
        })
    }

    fn kata(&mut self, operan: bool) -> Langkah {
        let awal = self.di;
        let sisa = self.sisa();
        let panjang = sisa
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(sisa.len());
        let kata = sisa.get(..panjang).unwrap_or_default().to_lowercase();
        self.di += panjang;
        if kata == "rp" {
            let titik = self.sisa().strip_prefix('.').map_or(0, |_| 1);
            let spasi = self.sisa().get(titik..).unwrap_or_default();
            let lompat = titik + spasi.len() - spasi.trim_start_matches([' ', '\u{a0}']).len();
            let ada = self
                .sisa()
                .get(lompat..)
                .is_some_and(|s| s.starts_with(|c: char| c.is_ascii_digit()));
            if ada {
                self.di += lompat;
                return self.angka(awal);
            }
            return Langkah::Putus;
        }
        let jenis = match kata.as_str() {
            // Also without a number before it: then the computation hangs on a word.
            "x" | "dikali" | "dikalikan" => Jenis::Kali,
            "dibagi" => Jenis::Bagi,
            "kali" if operan => Jenis::Kali,
            "bagi" if operan => Jenis::Bagi,
            "ditambah" if operan => Jenis::Tambah,
            "dikurangi" if operan => Jenis::Kurang,
            "persen" if operan => Jenis::Persen,
            "sama" if operan && self.sisa().trim_start().starts_with("dengan") => {
                let spasi = self.sisa().len() - self.sisa().trim_start().len();
                self.di += spasi + "dengan".len();
                Jenis::SamaDengan
            }
            "dengan" if !operan => return Langkah::Lewat,
            satuan if operan && kosakata::satuan(satuan).is_some() => return Langkah::Lewat,
            _ => return Langkah::Putus,
        };
        Langkah::Tanda(Tanda {
            jenis,
            span: awal..self.di,
            digit: awal..awal,
        })
    }
}
