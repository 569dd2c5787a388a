//! Numbers as Indonesian officials write them: reading (strict) and writing.

use rust_decimal::{Decimal, RoundingStrategy};

/// Why a text is not a number, and how to write it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{sebab}; {perbaikan}")]
pub struct BukanBilangan {
    /// What is wrong.
    pub sebab: String,
    /// How to mend it.
    pub perbaikan: String,
}

/// A number with the decimals it was written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bilangan {
    /// The value.
    pub nilai: Decimal,
    /// Decimals as written.
    pub presisi: u32,
}

/// Largest number of digits that is read; more is not a figure of an office.
const DIGIT_TERBANYAK: usize = 24;

/// Reads a number: decimal comma, dots in groups of three, optionally `Rp` before and `,-` or `%` after.
///
/// A text without marks is an integer; `3.93` is refused rather than guessed, because a dot is a mark of thousands.
///
/// # Errors
/// [`BukanBilangan`] with the reason and the way to write it.
pub fn parse(teks: &str) -> Result<Bilangan, BukanBilangan> {
    let tolak = |sebab: &str, perbaikan: &str| {
        Err(BukanBilangan {
            sebab: sebab.to_owned(),
            perbaikan: perbaikan.to_owned(),
        })
    };
    let mut sisa = teks.trim();
    let negatif = sisa
        .strip_prefix(['-', '\u{2212}'])
        .map(|s| sisa = s.trim_start())
        .is_some();
    if let Some(tanpa) = sisa.strip_prefix("Rp").or_else(|| sisa.strip_prefix("RP")) {
        sisa = tanpa.strip_prefix('.').unwrap_or(tanpa).trim_start();
    }
    for akhiran in [",-", ",\u{2013}", "%"] {
        sisa = sisa.strip_suffix(akhiran).unwrap_or(sisa).trim_end();
    }
    if sisa.is_empty() {
        return tolak(
            "tidak ada angka",
            "tulis angka, atau kosongkan sel bila datanya belum ada",
        );
    }
    if let Some(asing) = sisa
        .chars()
        .find(|c| !c.is_ascii_digit() && !matches!(c, '.' | ','))
    {
        return tolak(
            &format!("tanda {asing:?} bukan bagian angka"),
            "tulis angka saja, misalnya 3,93 atau 1.250.000",
        );
    }
    if sisa.chars().filter(char::is_ascii_digit).count() > DIGIT_TERBANYAK {
        return tolak(
            "terlalu banyak digit",
            "periksa kembali angka pada sumbernya",
        );
    }
    let (bulat, pecahan) = match sisa.split_once(',') {
        Some((_, pecahan)) if pecahan.contains(',') => {
            return tolak(
                "ada dua tanda desimal",
                "pakai satu koma desimal, misalnya 3,93",
            );
        }
        Some((_, pecahan)) if pecahan.contains('.') => {
            return tolak(
                "ada titik sesudah koma desimal",
                "pakai titik hanya untuk ribuan, misalnya 1.250,75",
            );
        }
        Some((bulat, pecahan)) => (bulat, pecahan),
        None => (sisa, ""),
    };
    if bulat.is_empty() || (sisa.contains(',') && pecahan.is_empty()) {
        return tolak(
            "angka di sebelah koma tidak lengkap",
            "tulis angka di kedua sisi koma, misalnya 0,75",
        );
    }
    let mut kelompok = bulat.split('.');
    let pertama = kelompok.next().unwrap_or_default();
    let lain: Vec<&str> = kelompok.collect();
    let beraturan =
        lain.iter().all(|k| k.len() == 3) && (lain.is_empty() || (1..=3).contains(&pertama.len()));
    if !beraturan {
        let perbaikan = if lain.len() == 1 && pecahan.is_empty() {
            "pakai koma untuk desimal (3,93), titik hanya untuk ribuan (3.930)"
        } else {
            "periksa angka pada sumbernya; setiap kelompok sesudah titik harus tiga digit, misalnya 22.485.300.000"
        };
        return tolak("kelompok digit tidak tiga-tiga", perbaikan);
    }
    if !lain.is_empty() && pertama.starts_with('0') {
        return tolak(
            "kelompok ribuan diawali nol",
            "pakai koma untuk desimal, misalnya 0,125",
        );
    }
    let presisi = u32::try_from(pecahan.len()).unwrap_or(u32::MAX);
    let polos: String = bulat
        .chars()
        .filter(char::is_ascii_digit)
        .chain(pecahan.chars())
        .collect();
    let Ok(bilangan) = polos.parse::<i128>().map_err(drop).and_then(|n| {
        Decimal::try_from_i128_with_scale(if negatif { -n } else { n }, presisi).map_err(drop)
    }) else {
        return tolak(
            "angka terlalu besar",
            "periksa kembali angka pada sumbernya",
        );
    };
    Ok(Bilangan {
        nilai: bilangan,
        presisi,
    })
}

/// Rounds half up (away from zero), the named rounding of published values.
#[must_use]
pub fn round_half_up(nilai: Decimal, presisi: u32) -> Decimal {
    nilai.round_dp_with_strategy(presisi, RoundingStrategy::MidpointAwayFromZero)
}

/// Writes a number with exactly `presisi` decimals, a decimal comma and dots in groups of three.
#[must_use]
pub fn format(nilai: Decimal, presisi: u32) -> String {
    let mut bulat = round_half_up(nilai, presisi);
    bulat.rescale(presisi);
    let teks = bulat.abs().to_string();
    let (utuh, pecahan) = teks.split_once('.').unwrap_or((&teks, ""));
    let mut hasil = String::new();
    if bulat.is_sign_negative() && !bulat.is_zero() {
        hasil.push('-');
    }
    for (i, digit) in utuh.chars().enumerate() {
        if i > 0 && (utuh.len() - i) % 3 == 0 {
            hasil.push('.');
        }
        hasil.push(digit);
    }
    if !pecahan.is_empty() {
        hasil.push(',');
        hasil.push_str(pecahan);
    }
    hasil
}

/// Writes rupiah: `Rp10.979.506.000`, cents only where there are any.
#[must_use]
pub fn format_rupiah(nilai: Decimal) -> String {
    let presisi = if nilai.fract().is_zero() { 0 } else { 2 };
    let teks = format(nilai.abs(), presisi);
    if nilai.is_sign_negative() && !nilai.is_zero() {
        format!("-Rp{teks}")
    } else {
        format!("Rp{teks}")
    }
}

const SATUAN: [&str; 12] = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
];

/// Writes a whole number in words: 20 is "dua puluh".
#[must_use]
pub fn terbilang(n: u64) -> String {
    let gabung = |depan: String, sisa: u64| {
        if sisa == 0 {
            depan
        } else {
            format!("{depan} {}", terbilang(sisa))
        }
    };
    match n {
        0..=11 => SATUAN[usize::try_from(n).unwrap_or(0)].to_owned(),
        12..=19 => format!("{} belas", terbilang(n - 10)),
        20..=99 => gabung(format!("{} puluh", terbilang(n / 10)), n % 10),
        100..=199 => gabung("seratus".to_owned(), n - 100),
        200..=999 => gabung(format!("{} ratus", terbilang(n / 100)), n % 100),
        1_000..=1_999 => gabung("seribu".to_owned(), n - 1_000),
        2_000..=999_999 => gabung(format!("{} ribu", terbilang(n / 1_000)), n % 1_000),
        1_000_000..=999_999_999 => {
            gabung(format!("{} juta", terbilang(n / 1_000_000)), n % 1_000_000)
        }
        1_000_000_000..=999_999_999_999 => gabung(
            format!("{} miliar", terbilang(n / 1_000_000_000)),
            n % 1_000_000_000,
        ),
        _ => gabung(
            format!("{} triliun", terbilang(n / 1_000_000_000_000)),
            n % 1_000_000_000_000,
        ),
    }
}
