//! What stands around a number.

use std::ops::Range;

/// Bytes that are looked at on either side of a number, so that hostile text costs no more than friendly text.
const JANGKAUAN: usize = 120;

/// The word before a byte: letters, behind at most a little white space and punctuation that does not end a thought.
pub(super) fn kata_sebelum(teks: &str, awal: usize) -> &str {
    let Some(depan) = teks.get(..awal) else {
        return "";
    };
    let mut akhir = depan.len();
    for (i, c) in depan.char_indices().rev().take(6) {
        if !(c.is_whitespace()
            || matches!(c, '.' | ':' | '(' | '"' | '\'' | '\u{201c}' | '*' | '['))
        {
            break;
        }
        akhir = i;
    }
    let depan = depan.get(..akhir).unwrap_or_default();
    let mut mulai = akhir;
    for (i, c) in depan.char_indices().rev().take(40) {
        if !c.is_alphabetic() {
            break;
        }
        mulai = i;
    }
    depan.get(mulai..).unwrap_or_default()
}

/// The word behind a byte: letters, behind white space and at most an opening parenthesis.
pub(super) fn kata_sesudah(teks: &str, akhir: usize) -> &str {
    let Some(sisa) = teks.get(akhir..) else {
        return "";
    };
    let mut mulai = 0;
    let mut kurung = false;
    for (i, c) in sisa.char_indices().take(5) {
        mulai = i;
        if c == '(' && !kurung {
            kurung = true;
        } else if !c.is_whitespace() {
            break;
        }
    }
    let sisa = sisa.get(mulai..).unwrap_or_default();
    let panjang = sisa
        .char_indices()
        .take(40)
        .take_while(|(_, c)| c.is_alphabetic())
        .last()
        .map_or(0, |(i, c)| i + c.len_utf8());
    sisa.get(..panjang).unwrap_or_default()
}

/// What stands between two numbers, if it is short.
pub(super) fn antara(teks: &str, dari: usize, sampai: usize) -> &str {
    const TERJAUH: usize = 24;
    match teks.get(dari..sampai) {
        Some(sela) if sela.len() <= TERJAUH => sela,
        // Something that no comparison takes for a joint.
        _ => "\u{2026}",
    }
}

/// The stretch without white space around a number.
pub(super) fn lajur(teks: &str, rentang: Range<usize>) -> Range<usize> {
    let awal = teks.get(..rentang.start).map_or(rentang.start, |depan| {
        let mut mulai = rentang.start;
        for (i, c) in depan.char_indices().rev().take(JANGKAUAN) {
            if c.is_whitespace() {
                break;
            }
            mulai = i;
        }
        mulai
    });
    let akhir = teks.get(rentang.end..).map_or(rentang.end, |sisa| {
        rentang.end
            + sisa
                .chars()
                .take(JANGKAUAN)
                .take_while(|c| !c.is_whitespace())
                .map(char::len_utf8)
                .sum::<usize>()
    });
    awal..akhir
}

/// Whether a stretch is a code ("W.18.IMI.IMI.2", "214/PMK.02/2017", "PER-5/PB/2022"): capitals and digits, joined.
pub(super) fn kode_bersambung(kata: &str) -> bool {
    let huruf: Vec<char> = kata
        .trim_matches(|c: char| !c.is_alphanumeric())
        .chars()
        .collect();
    let mut sambungan = 0usize;
    let mut campur = false;
    for tiga in huruf.windows(3) {
        let [kiri, tanda, kanan] = tiga else { continue };
        if matches!(tanda, '.' | '/' | '-') && kiri.is_alphanumeric() && kanan.is_alphanumeric() {
            sambungan += 1;
            let besar = |c: &char| c.is_uppercase();
            campur |= (besar(kiri) && (kanan.is_ascii_digit() || besar(kanan)))
                || (kiri.is_ascii_digit() && besar(kanan));
        }
    }
    // A sentence that begins right behind a full stop ("3,95.Selanjutnya") has small letters next.
    let kecil = huruf.iter().filter(|c| c.is_lowercase()).count();
    sambungan >= 2
        && campur
        && kecil <= huruf.len() / 3
        && huruf.iter().any(char::is_ascii_digit)
        && huruf.iter().filter(|c| c.is_uppercase()).count() >= 1
}

#[cfg(test)]
mod tests {
    use super::{kata_sebelum, kata_sesudah, kode_bersambung};

    #[test]
    fn words_around_a_number_are_found() {
        assert_eq!(kata_sebelum("Jalan Juanda No. ", 17), "No");
        assert_eq!(kata_sebelum("Nomor : ", 8), "Nomor");
        assert_eq!(kata_sebelum("a, ", 3), "");
        assert_eq!(kata_sesudah("3,25 (Indeks)", 4), "Indeks");
        assert_eq!(kata_sesudah("3 orang", 1), "orang");
        assert_eq!(kata_sesudah("3", 1), "");
    }

    #[test]
    fn codes_are_capitals_and_digits_joined() {
        for kode in [
            "W.18.IMI.IMI.2.PR.04.01-",
            "214/PMK.02/2017",
            "PER-5/PB/2022",
            "M.HH-01.PR.03",
            "DIPA-013.07.2.409271/2023",
        ] {
            assert!(kode_bersambung(kode), "{kode}");
        }
        for bukan in [
            "3,95.Selanjutnya",
            "2020-2024",
            "1.250.000",
            "s.d.",
            "Rp10.955,-",
        ] {
            assert!(!kode_bersambung(bukan), "{bukan}");
        }
    }
}
