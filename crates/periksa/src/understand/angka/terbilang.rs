//! Numbers in words: "dua puluh" is 20.

use std::ops::Range;

use rust_decimal::Decimal;

/// Words in one number; more is no number that anyone writes out.
const KATA_TERBANYAK: usize = 60;

/// The value of words ("dua puluh", "seratus lima", "tiga koma dua lima"); none where one of them is no number word.
///
/// A unit behind ("rupiah", "persen", "orang") does not matter.
#[must_use]
pub(crate) fn baca_terbilang(teks: &str) -> Option<Decimal> {
    let kecil = teks.to_lowercase();
    let mut kata: Vec<&str> = Vec::new();
    for satu in kecil.split(|c: char| !c.is_alphanumeric()) {
        if satu.is_empty() {
            continue;
        }
        if kata.len() > KATA_TERBANYAK {
            return None;
        }
        pisah(satu, &mut kata);
    }
    if let Some(akhir) = kata.iter().rposition(|k| kata_bilangan(k)) {
        let satuan = kata.get(akhir + 1..).unwrap_or_default();
        if satuan.len() > 2 {
            return None;
        }
        kata.truncate(akhir + 1);
    }
    match kata.iter().position(|k| *k == "koma") {
        Some(koma) => {
            let bulat = bulat(kata.get(..koma)?)?;
            let pecahan = pecahan(kata.get(koma + 1..)?)?;
            Decimal::from(bulat).checked_add(pecahan)
        }
        None => bulat(&kata).map(Decimal::from),
    }
}

/// The number words in parentheses right behind a number, without the parentheses.
pub(super) fn dalam_kurung(teks: &str, sesudah: usize) -> Option<Range<usize>> {
    const TERPANJANG: usize = 240;
    let buka = super::pindai::lewati_spasi(teks, sesudah);
    let dalam = teks.get(buka..)?.strip_prefix('(')?;
    let tutup = dalam
        .char_indices()
        .take(TERPANJANG)
        .find(|(_, c)| *c == ')')?
        .0;
    let isi = dalam.get(..tutup)?;
    baca_terbilang(isi)?;
    let spasi = isi.len() - isi.trim_start().len();
    let awal = buka + 1 + spasi;
    Some(awal..awal + isi.trim().len())
}

/// Splits what was written together: "duapuluh" is "dua", "puluh".
fn pisah<'t>(satu: &'t str, kata: &mut Vec<&'t str>) {
    for akhiran in [
        "puluh", "belas", "ratus", "ribu", "juta", "miliar", "milyar",
    ] {
        if let Some(depan) = satu.strip_suffix(akhiran)
            && digit(depan).is_some()
        {
            kata.push(depan);
            kata.push(akhiran);
            return;
        }
    }
    kata.push(satu);
}

fn digit(kata: &str) -> Option<u64> {
    const DIGIT: [&str; 10] = [
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    ];
    DIGIT
        .iter()
        .position(|d| *d == kata)
        .and_then(|d| u64::try_from(d).ok())
}

fn kata_bilangan(kata: &str) -> bool {
    digit(kata).is_some()
        || besar(kata).is_some()
        || matches!(
            kata,
            "sepuluh"
                | "sebelas"
                | "belas"
                | "puluh"
                | "seratus"
                | "ratus"
                | "seribu"
                | "sejuta"
                | "koma"
        )
}

fn besar(kata: &str) -> Option<u64> {
    Some(match kata {
        "ribu" => 1_000,
        "juta" => 1_000_000,
        "miliar" | "milyar" => 1_000_000_000,
        "triliun" | "trilyun" => 1_000_000_000_000,
        _ => return None,
    })
}

fn bulat(kata: &[&str]) -> Option<u64> {
    if kata.is_empty() {
        return None;
    }
    let (mut jumlah, mut ratusan, mut satuan) = (0u64, 0u64, 0u64);
    for satu in kata {
        match *satu {
            "sepuluh" => ratusan = ratusan.checked_add(10)?,
            "sebelas" => ratusan = ratusan.checked_add(11)?,
            "seratus" => ratusan = ratusan.checked_add(100)?,
            "seribu" => jumlah = jumlah.checked_add(1_000)?,
            "sejuta" => jumlah = jumlah.checked_add(1_000_000)?,
            "belas" => {
                ratusan = ratusan.checked_add(satuan.checked_add(10)?)?;
                satuan = 0;
            }
            "puluh" => {
                ratusan = ratusan.checked_add(satuan.checked_mul(10)?)?;
                satuan = 0;
            }
            "ratus" => {
                ratusan = ratusan.checked_add(satuan.checked_mul(100)?)?;
                satuan = 0;
            }
            kata => {
                if let Some(faktor) = besar(kata) {
                    let depan = ratusan.checked_add(satuan)?;
                    jumlah = jumlah.checked_add(depan.checked_mul(faktor)?)?;
                    (ratusan, satuan) = (0, 0);
                } else {
                    // Two digits in a row are no number: "dua lima".
                    let nilai = digit(kata)?;
                    if satuan != 0 {
                        return None;
                    }
                    satuan = nilai;
                }
            }
        }
    }
    jumlah.checked_add(ratusan)?.checked_add(satuan)
}

/// Behind "koma": digit by digit, or a whole number ("dua puluh lima").
fn pecahan(kata: &[&str]) -> Option<Decimal> {
    let digit_saja: Option<Vec<u64>> = kata.iter().map(|k| digit(k)).collect();
    let (nilai, banyak) = match digit_saja {
        Some(digit) => {
            let mut nilai = 0u64;
            for d in &digit {
                nilai = nilai.checked_mul(10)?.checked_add(*d)?;
            }
            (nilai, digit.len())
        }
        None => {
            let nilai = bulat(kata)?;
            (nilai, nilai.to_string().len())
        }
    };
    let banyak = u32::try_from(banyak)
        .ok()
        .filter(|n| (1..=10).contains(n))?;
    Decimal::try_from_i128_with_scale(i128::from(nilai), banyak).ok()
}

#[cfg(test)]
mod tests {
    use super::{baca_terbilang, dalam_kurung};
    use rust_decimal::Decimal;

    #[test]
    fn words_are_read_as_numbers() {
        for (teks, nilai) in [
            ("dua puluh", "20"),
            ("Delapan", "8"),
            ("seratus lima belas", "115"),
            ("dua ribu dua puluh tiga", "2023"),
            ("duapuluh lima orang", "25"),
            ("sepuluh miliar sembilan ratus juta rupiah", "10900000000"),
            ("tiga koma dua lima", "3.25"),
            ("nol", "0"),
        ] {
            assert_eq!(
                baca_terbilang(teks),
                Some(nilai.parse::<Decimal>().expect("number")),
                "{teks}"
            );
        }
        for teks in ["", "indeks", "IKU", "dua lima", "satu berkas dan lain lain"] {
            assert_eq!(baca_terbilang(teks), None, "{teks}");
        }
    }

    #[test]
    fn every_number_written_by_the_core_is_read_back() {
        for n in (0..3000u64).chain((0..40).map(|i| 7u64.pow(i % 17) + u64::from(i))) {
            let kata = kinerja::bilangan::terbilang(n);
            assert_eq!(baca_terbilang(&kata), Some(Decimal::from(n)), "{kata}");
        }
    }

    #[test]
    fn words_in_parentheses_are_found_without_them() {
        let teks = "8 (delapan) unsur";
        let rentang = dalam_kurung(teks, 1).expect("words");
        assert_eq!(teks.get(rentang), Some("delapan"));
        assert_eq!(dalam_kurung("3,25 (Indeks)", 4), None);
        assert_eq!(dalam_kurung("8 (", 1), None);
    }
}
