//! Names of indicators: splitting cells that hold several, and telling whether two spellings mean the same.

use std::ops::Range;

use crate::understand::kosakata;

/// Words that join the others and may be missing or exchanged without changing what is meant.
const KATA_SAMBUNG: &[&str] = &[
    "dan", "atas", "terhadap", "pada", "di", "dalam", "yang", "untuk", "oleh", "dari", "dengan",
    "ke", "kepada", "tentang", "serta", "nya",
];

/// Words with which an addition to a name begins ("di Wilayah", "pada Kantor ...", "tahun 2023").
const KATA_TAMBAHAN: &[&str] = &[
    "di",
    "pada",
    "terhadap",
    "atas",
    "tahun",
    "dalam",
    "lingkup",
    "oleh",
    "se",
    "kabupaten",
    "kota",
    "provinsi",
    "kantor",
    "dinas",
];

/// The parts of a text that stands for one or several names: "1. A 2. B" is two. Bytes of each, without its number.
pub(in crate::understand) fn pisah(teks: &str) -> Vec<Range<usize>> {
    let tanda = tanda_urut(teks);
    if tanda.is_empty() {
        return rapikan(teks, 0..teks.len()).into_iter().collect();
    }
    let mut hasil = Vec::new();
    for (i, (_, isi)) in tanda.iter().enumerate() {
        let akhir = tanda.get(i + 1).map_or(teks.len(), |(awal, _)| *awal);
        hasil.extend(rapikan(teks, *isi..akhir));
    }
    hasil
}

/// Where numbers "1." "2." in unbroken order stand: first byte, and the byte behind the mark.
fn tanda_urut(teks: &str) -> Vec<(usize, usize)> {
    let mut hasil: Vec<(usize, usize)> = Vec::new();
    let mut harap: u32 = 0;
    let mut awal_kata = true;
    for (i, c) in teks.char_indices() {
        if c.is_ascii_digit() && awal_kata {
            let sisa = teks.get(i..).unwrap_or_default();
            let digit = sisa.len() - sisa.trim_start_matches(|d: char| d.is_ascii_digit()).len();
            let nomor: Option<u32> = sisa.get(..digit).and_then(|d| d.parse().ok());
            let behind = sisa.get(digit..).unwrap_or_default();
            let bertanda = behind.starts_with(['.', ')'])
                && behind
                    .chars()
                    .nth(1)
                    .is_none_or(|d| d.is_whitespace() || d.is_alphabetic());
            let berurut = nomor == Some(harap + 1) && (harap > 0 || i == 0 || nomor == Some(1));
            if bertanda && (berurut || (hasil.is_empty() && i == 0 && nomor.is_some())) {
                harap = nomor.unwrap_or_default();
                hasil.push((i, i + digit + 1));
            }
        }
        awal_kata = !c.is_alphanumeric() && c != '.' && c != ',';
    }
    // A number deep inside of a text, alone, is no list.
    match hasil.first() {
        Some((0, _)) => hasil,
        _ => Vec::new(),
    }
}

fn rapikan(teks: &str, rentang: Range<usize>) -> Option<Range<usize>> {
    let bagian = teks.get(rentang.clone())?;
    let buang = |c: char| c.is_whitespace() || matches!(c, ';' | ',' | ':' | '-' | '•' | '●' | '*');
    let kiri = bagian.trim_start_matches(buang);
    let awal = rentang.start + (bagian.len() - kiri.len());
    let inti = kiri.trim_end_matches(buang);
    (!inti.is_empty()).then(|| awal..awal + inti.len())
}

/// Whether two names (in normal words) mean the same by their words alone: a typing error in a word, another small word.
pub(in crate::understand) fn serupa(satu: &str, dua: &str) -> bool {
    const BEDA_PERSEN: usize = 15;
    let (kiri, kanan) = (inti(satu), inti(dua));
    if kiri == kanan {
        return !kiri.is_empty();
    }
    let kurang_satu = kiri.len().abs_diff(kanan.len()) <= 1 && kiri.len().min(kanan.len()) >= 4;
    if kiri.len() != kanan.len() {
        // One word written as two, or two as one.
        return kurang_satu && kiri.concat() == kanan.concat();
    }
    // Other numbers and other whole words are other indicators.
    kiri.iter().zip(&kanan).all(|(a, b)| {
        a == b
            || (a.chars().all(char::is_alphabetic)
                && a.len().min(b.len()) >= 5
                && a.chars().next() == b.chars().next()
                && strsim::levenshtein(a, b) * 100 <= a.len().max(b.len()) * BEDA_PERSEN)
    })
}

/// Whether the longer of two names (in normal words) is the shorter one with an addition behind.
pub(in crate::understand) fn bertambah(satu: &str, dua: &str) -> bool {
    let (pendek, panjang) = if satu.len() <= dua.len() {
        (satu, dua)
    } else {
        (dua, satu)
    };
    if pendek.split(' ').count() < 3 {
        return false;
    }
    panjang
        .strip_prefix(pendek)
        .and_then(|sisa| sisa.strip_prefix(' '))
        .and_then(|sisa| sisa.split(' ').next())
        .is_some_and(|kata| KATA_TAMBAHAN.contains(&kata))
}

fn inti(nama: &str) -> Vec<&str> {
    nama.split(' ')
        .filter(|kata| !kata.is_empty() && !KATA_SAMBUNG.contains(kata))
        .collect()
}

/// Whether a word is an abbreviation: two to eight letters, all capitals.
pub(in crate::understand) fn singkatan(kata: &str) -> bool {
    (2..=8).contains(&kata.len()) && kata.chars().all(|c| c.is_ascii_uppercase())
}

/// Abbreviations that a text defines: "(IKM)" with the words before it whose first letters give it. Bytes of the words.
pub(in crate::understand) fn definisi(teks: &str) -> Vec<(Range<usize>, &str)> {
    let mut hasil = Vec::new();
    for (buka, _) in teks.match_indices('(') {
        let dalam = teks.get(buka + 1..).unwrap_or_default();
        let Some(tutup) = dalam.find(')').filter(|tutup| *tutup <= 10) else {
            continue;
        };
        let singkat = dalam.get(..tutup).unwrap_or_default().trim();
        if !singkatan(singkat) {
            continue;
        }
        let depan = teks.get(..buka).unwrap_or_default();
        if let Some(awal) = awal_nama(depan, singkat) {
            let akhir = depan.trim_end().len();
            hasil.push((awal..akhir, singkat));
        }
    }
    hasil
}

/// Where the words begin whose first letters give the abbreviation, right before the end of the text.
fn awal_nama(depan: &str, singkat: &str) -> Option<usize> {
    const KATA_TERBANYAK: usize = 14;
    let ekor_dari = depan.char_indices().rev().nth(240).map_or(0, |(i, _)| i);
    let ekor = depan.get(ekor_dari..)?;
    let kata: Vec<(Range<usize>, &str)> = kosakata::kata(ekor).collect();
    let mut huruf: Vec<char> = singkat.chars().collect();
    for (letak, satu) in kata.iter().rev().take(KATA_TERBANYAK) {
        let pertama = satu.chars().next()?.to_ascii_uppercase();
        if huruf.last() == Some(&pertama) {
            huruf.pop();
            if huruf.is_empty() {
                return Some(ekor_dari + letak.start);
            }
        } else if !KATA_SAMBUNG.contains(&satu.to_lowercase().as_str()) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{bertambah, definisi, pisah, serupa};

    fn bagian(teks: &str) -> Vec<&str> {
        pisah(teks)
            .into_iter()
            .filter_map(|rentang| teks.get(rentang))
            .collect()
    }

    #[test]
    fn numbered_names_in_one_cell_are_several() {
        assert_eq!(
            bagian("1. Indeks Mutu Layanan 2. Persentase berkas selesai;"),
            ["Indeks Mutu Layanan", "Persentase berkas selesai"]
        );
        assert_eq!(bagian("2. Indeks Mutu"), ["Indeks Mutu"]);
        assert_eq!(bagian("Nilai SAKIP"), ["Nilai SAKIP"]);
        assert_eq!(bagian("Umur 5. tahun"), ["Umur 5. tahun"]);
    }

    #[test]
    fn a_typing_error_is_the_same_name_but_another_word_is_not() {
        assert!(serupa(
            "indeks kepuasan masyarakat terhadap layanan",
            "indeks kepuasan masyarakt atas layanan"
        ));
        assert!(!serupa(
            "persentase perkara perdata tepat waktu",
            "persentase perkara pidana tepat waktu"
        ));
        assert!(!serupa(
            "indeks kepuasan internal",
            "indeks kepuasan eksternal"
        ));
    }

    #[test]
    fn an_addition_keeps_the_name() {
        assert!(bertambah(
            "indeks kepuasan masyarakat",
            "indeks kepuasan masyarakat di wilayah"
        ));
        assert!(!bertambah(
            "persentase penduduk miskin",
            "persentase penduduk miskin ekstrem"
        ));
    }

    #[test]
    fn an_abbreviation_is_defined_by_the_words_before_it() {
        let teks = "Nilai Indeks Kepuasan Masyarakat (IKM) dan berkas (PDF)";
        let hasil = definisi(teks);
        assert_eq!(hasil.len(), 1);
        let (letak, singkat) = hasil[0].clone();
        assert_eq!(
            (&teks[letak], singkat),
            ("Indeks Kepuasan Masyarakat", "IKM")
        );
    }
}
