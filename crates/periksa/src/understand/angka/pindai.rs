//! The digits of a text: where numbers begin and end, with their "Rp" before and their "%" or ",-" behind.

use std::ops::Range;

/// A number as it stands, unread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mentah {
    /// With "Rp", sign, "%" and ",-".
    pub rentang: Range<usize>,
    /// Digits and the marks between them.
    pub inti: Range<usize>,
    /// "Rp" before.
    pub rupiah: bool,
    /// "%" behind.
    pub persen: bool,
    /// A minus sign before.
    pub negatif: bool,
    /// A space or a letter inside.
    pub sisip: bool,
    /// A space inside only because the line of the file ends there: no defect.
    pub terpenggal: bool,
    /// It sticks to a word or a mark before it.
    pub menempel: bool,
}

/// Numbers of a text in order; `ganti_baris` tells whether a line of the file ends within a range.
///
/// Every byte is looked at a bounded number of times.
pub(super) fn pindai(teks: &str, ganti_baris: &dyn Fn(Range<usize>) -> bool) -> Vec<Mentah> {
    let byte = teks.as_bytes();
    let mut hasil: Vec<Mentah> = Vec::new();
    let mut i = 0;
    while let Some(awal) = (i..byte.len()).find(|&j| byte[j].is_ascii_digit()) {
        let lalu = hasil.last().map_or(0, |m| m.rentang.end);
        let (rupiah, mulai) = rupiah_sebelum(teks, lalu, awal);
        let huruf_sebelum = !rupiah && sebelum(teks, awal).is_some_and(char::is_alphabetic);
        let mut satu = Mentah {
            rentang: mulai..awal,
            inti: awal..awal,
            rupiah,
            persen: false,
            negatif: false,
            sisip: false,
            terpenggal: false,
            menempel: false,
        };
        let mut akhir = rapat(byte, awal, &mut satu.sisip, !huruf_sebelum);
        akhir = renggang(teks, awal, akhir, &mut satu, ganti_baris);
        satu.inti = awal..akhir;
        satu.rentang.end = akhir;
        if !rupiah {
            tanda_sebelum(teks, &mut satu, hasil.last());
        } else if teks.get(..mulai).is_some_and(|s| s.ends_with('-')) {
            satu.negatif = sebelum(teks, mulai - 1).is_none_or(|c| c.is_whitespace() || c == '(');
            if satu.negatif {
                satu.rentang.start = mulai - 1;
            }
        }
        akhiran(teks, &mut satu);
        i = satu.rentang.end.max(akhir);
        hasil.push(satu);
    }
    hasil
}

/// The character before a byte.
pub(super) fn sebelum(teks: &str, di: usize) -> Option<char> {
    teks.get(..di)?.chars().next_back()
}

/// The character at a byte.
pub(super) fn di(teks: &str, di: usize) -> Option<char> {
    teks.get(di..)?.chars().next()
}

/// Where the white space that begins at a byte ends; at most a few characters.
pub(super) fn lewati_spasi(teks: &str, dari: usize) -> usize {
    teks.get(dari..).map_or(dari, |sisa| {
        dari + sisa
            .chars()
            .take(4)
            .take_while(|c| c.is_whitespace())
            .map(char::len_utf8)
            .sum::<usize>()
    })
}

/// Where the white space that ends at a byte begins.
pub(super) fn mundur_spasi(teks: &str, dari: usize) -> usize {
    teks.get(..dari).map_or(dari, |depan| {
        dari - depan
            .chars()
            .rev()
            .take(4)
            .take_while(|c| c.is_whitespace())
            .map(char::len_utf8)
            .sum::<usize>()
    })
}

/// Digits and marks without a gap.
fn rapat(byte: &[u8], awal: usize, sisip: &mut bool, boleh_huruf: bool) -> usize {
    let digit = |i: usize| byte.get(i).is_some_and(u8::is_ascii_digit);
    let tanda = |i: usize| matches!(byte.get(i), Some(b'.' | b','));
    let mut i = awal;
    let mut bertanda = false;
    loop {
        if digit(i) {
            i += 1;
        } else if tanda(i) && digit(i + 1) {
            bertanda = true;
            i += 2;
        } else if tanda(i) && tanda(i + 1) && digit(i + 2) {
            bertanda = true;
            i += 3;
        } else if boleh_huruf && i > awal && huruf_mirip(byte, i, bertanda) {
            *sisip = true;
            i += 1;
        } else {
            return i;
        }
    }
}

/// Whether the letter at `i` stands where a digit must: "1O5", "3,9O".
fn huruf_mirip(byte: &[u8], i: usize, bertanda: bool) -> bool {
    let Some(huruf) = byte.get(i) else {
        return false;
    };
    let sesudah = byte.get(i + 1);
    let digit_sesudah = sesudah.is_some_and(u8::is_ascii_digit);
    match huruf {
        b'O' | b'o' => {
            digit_sesudah
                || (bertanda && sesudah.is_none_or(|b| !b.is_ascii_alphanumeric() && b.is_ascii()))
        }
        b'l' | b'I' => bertanda && digit_sesudah,
        _ => false,
    }
}

/// Goes on over a gap inside of a number: "10. 979.506", "Rp10.979 506.000".
fn renggang(
    teks: &str,
    awal: usize,
    mut akhir: usize,
    satu: &mut Mentah,
    ganti_baris: &dyn Fn(Range<usize>) -> bool,
) -> usize {
    let byte = teks.as_bytes();
    while let Some((lanjut, selesai)) = sambungan(teks, awal, akhir, satu.rupiah) {
        if ganti_baris(akhir..lanjut) {
            satu.terpenggal = true;
        } else {
            satu.sisip = true;
        }
        akhir = rapat(byte, selesai, &mut satu.sisip, false);
    }
    akhir
}

/// Where a further group of three digits begins and ends, behind a gap with at most one mark.
fn sambungan(teks: &str, awal: usize, akhir: usize, rupiah: bool) -> Option<(usize, usize)> {
    let byte = teks.as_bytes();
    let inti = teks.get(awal..akhir)?;
    let bergrup = inti.contains('.') && !inti.contains(',');
    let pendek = inti.len() <= 3 && !inti.contains(['.', ',']);
    let setelah_spasi = lewati_spasi(teks, akhir);
    let titik = byte.get(setelah_spasi) == Some(&b'.');
    let lanjut = if titik {
        lewati_spasi(teks, setelah_spasi + 1)
    } else {
        setelah_spasi
    };
    if lanjut == akhir || (titik && lanjut == akhir + 1) {
        return None;
    }
    let grup = (0..3).all(|n| byte.get(lanjut + n).is_some_and(u8::is_ascii_digit))
        && !byte.get(lanjut + 3).is_some_and(u8::is_ascii_digit);
    // What follows must go on as an amount does, or be one because of the "Rp".
    let berlanjut =
        byte.get(lanjut + 3) == Some(&b'.') && byte.get(lanjut + 4).is_some_and(u8::is_ascii_digit);
    let cocok = match (titik, rupiah) {
        (true, true) => bergrup || pendek,
        (true, false) => (bergrup && berakhir_grup(inti)) || (pendek && berlanjut),
        (false, true) => (bergrup && berakhir_grup(inti)) || (pendek && berlanjut),
        (false, false) => false,
    };
    (grup && cocok).then_some((lanjut, lanjut + 3))
}

/// Whether the last group has three digits.
fn berakhir_grup(inti: &str) -> bool {
    inti.rsplit('.').next().is_some_and(|grup| grup.len() == 3)
}

/// Whether "Rp" stands before the digits, and where the number then begins.
fn rupiah_sebelum(teks: &str, lalu: usize, awal: usize) -> (bool, usize) {
    let mut di = mundur_spasi(teks, awal);
    if sebelum(teks, di) == Some('.') {
        di = mundur_spasi(teks, di - 1);
    }
    let Some(depan) = teks.get(lalu..di) else {
        return (false, awal);
    };
    for tanda in ["Rp", "RP", "rp", "IDR"] {
        if let Some(sisa) = depan.strip_suffix(tanda)
            && !sisa.chars().next_back().is_some_and(char::is_alphabetic)
        {
            return (true, di - tanda.len());
        }
    }
    (false, awal)
}

/// A minus sign, or a mark that the digits stick to.
fn tanda_sebelum(teks: &str, satu: &mut Mentah, lalu: Option<&Mentah>) {
    let awal = satu.inti.start;
    let Some(tanda) = sebelum(teks, awal) else {
        return;
    };
    let sebelum_tanda = awal - tanda.len_utf8();
    let di_depan = sebelum(teks, sebelum_tanda);
    if matches!(tanda, '-' | '\u{2212}' | '\u{2013}') {
        let bebas = di_depan.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | ':'));
        // Behind another number the dash means "to".
        let rentang = lalu.is_some_and(|m| mundur_spasi(teks, sebelum_tanda) == m.rentang.end);
        if bebas && !rentang {
            satu.negatif = true;
            satu.rentang.start = sebelum_tanda;
        }
        return;
    }
    let persen = di(teks, lewati_spasi(teks, satu.inti.end)) == Some('%');
    let pecahan = teks
        .get(satu.inti.clone())
        .is_some_and(|inti| inti.contains(','));
    let tertutup = matches!(di_depan, Some(']' | ')' | '%'));
    // Behind a whole word; "s.d.3,5" and "No.5" are short forms.
    let berkata = super::konteks::kata_sebelum(teks, sebelum_tanda)
        .chars()
        .count()
        > 3
        && di_depan.is_some_and(char::is_alphabetic);
    match tanda {
        '.' if (persen || pecahan) && (tertutup || berkata) => {
            satu.menempel = true;
            satu.rentang.start = sebelum_tanda;
        }
        ']' | ')' if persen => satu.menempel = true,
        ',' if persen && di_depan.is_some_and(char::is_whitespace) => {
            satu.menempel = true;
            satu.rentang.start = sebelum_tanda;
        }
        _ => {}
    }
}

/// "%" or ",-" behind.
fn akhiran(teks: &str, satu: &mut Mentah) {
    let akhir = satu.inti.end;
    let sisa = teks.get(akhir..).unwrap_or_default();
    for tanda in [",--", ",-", ",\u{2013}", ",\u{2014}", ",=", ".-"] {
        if let Some(lanjut) = sisa.strip_prefix(tanda)
            && !lanjut.starts_with(|c: char| c.is_ascii_digit())
        {
            satu.rentang.end = akhir + tanda.len();
            return;
        }
    }
    let spasi = lewati_spasi(teks, akhir);
    if di(teks, spasi) == Some('%') {
        satu.persen = true;
        satu.rentang.end = spasi + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::pindai;

    fn potong(teks: &str) -> Vec<&str> {
        pindai(teks, &|_| false)
            .into_iter()
            .map(|m| teks.get(m.rentang).expect("whole characters"))
            .collect()
    }

    #[test]
    fn numbers_are_cut_with_their_marks() {
        assert_eq!(
            potong("sebesar Rp.10.955.964.845,- atau 75,07% dari Rp 16.463.178.000,00."),
            ["Rp.10.955.964.845,-", "75,07%", "Rp 16.463.178.000,00"]
        );
        assert_eq!(potong("Target 3,25 (Indeks)."), ["3,25"]);
        assert_eq!(potong("1–4 dan 97 %"), ["1", "4", "97 %"]);
        assert_eq!(potong("turun -3,5% (-2)"), ["-3,5%", "-2"]);
        assert_eq!(potong("2020 -2024"), ["2020", "2024"]);
    }

    #[test]
    fn what_is_broken_stays_one_number() {
        for (teks, utuh) in [
            ("sebesar 10. 979.506 rupiah", "10. 979.506"),
            ("Rp10.979. 506.000,-", "Rp10.979. 506.000,-"),
            ("Rp10.979 506.000", "Rp10.979 506.000"),
            ("sebanyak 1O5 orang", "1O5"),
            ("nilai 3,9O indeks", "3,9O"),
            ("Rp10..979.506", "Rp10..979.506"),
        ] {
            assert_eq!(potong(teks), [utuh], "{teks}");
        }
        assert_eq!(potong("tahun 2023. 105 orang"), ["2023", "105"]);
        assert_eq!(potong("sebanyak 20. 105 orang"), ["20", "105"]);
    }

    #[test]
    fn digits_that_stick_to_something_are_marked() {
        let teks = "mengalami [peningkatan].2% dan menurun.3,5 poin; asing.2 Lalu s.d.3,5%";
        let menempel: Vec<bool> = pindai(teks, &|_| false)
            .iter()
            .map(|m| m.menempel)
            .collect();
        assert_eq!(menempel, [true, true, false, false]);
    }

    #[test]
    fn a_line_that_ends_inside_is_no_gap() {
        let satu = &pindai("Rp10.979. 506.000", &|_| true)[0];
        assert!(satu.terpenggal && !satu.sisip);
    }
}
