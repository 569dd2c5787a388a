//! Whether one printed number is another with a slip of the typing hand.

use rust_decimal::Decimal;

/// A slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SalahKetik {
    /// One digit is another one.
    Digit,
    /// Two neighbours changed places.
    Tertukar,
    /// One digit is missing, or one too many.
    Hilang,
    /// The decimal mark stands elsewhere.
    Koma,
}

impl SalahKetik {
    /// The slip as a message tells it.
    pub(crate) fn sebutan(self) -> &'static str {
        match self {
            Self::Digit => "satu digit berbeda",
            Self::Tertukar => "dua digit bertukar tempat",
            Self::Hilang => "satu digit kurang atau lebih",
            Self::Koma => "letak tanda desimal bergeser",
        }
    }
}

/// Fewer digits tell nothing: almost every number is one slip away from another.
const DIGIT_TERSEDIKIT: usize = 3;

/// The slip by which a number printed with so many decimals came from the right one, rounded likewise; none where it
/// is the right one, where more than one slip is needed, or where there are too few digits to tell.
pub(crate) fn salah_ketik(tercetak: Decimal, presisi: u32, benar: Decimal) -> Option<SalahKetik> {
    let a = digit(tercetak.abs(), presisi)?;
    let b = digit(benar.abs(), presisi)?;
    let bermakna = |d: &[u8]| d.iter().skip_while(|d| **d == b'0').count();
    // "0,06" is another digit away from "3,06"; the longer of the two counts.
    if bermakna(&a).max(bermakna(&b)) < DIGIT_TERSEDIKIT || bermakna(&b) == 0 {
        return None;
    }
    if a == b {
        return None;
    }
    if a.len() == b.len() {
        let beda: Vec<usize> = a
            .iter()
            .zip(&b)
            .enumerate()
            .filter(|(_, (x, y))| x != y)
            .map(|(i, _)| i)
            .collect();
        match beda.as_slice() {
            [_] => return Some(SalahKetik::Digit),
            [i, j] if i + 1 == *j && a.get(*i) == b.get(*j) && a.get(*j) == b.get(*i) => {
                return Some(SalahKetik::Tertukar);
            }
            _ => {}
        }
    }
    if bergeser(tercetak.abs(), presisi, benar.abs()) {
        return Some(SalahKetik::Koma);
    }
    let (pendek, panjang) = if a.len() < b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    let hilang = panjang.len() == pendek.len() + 1
        && pendek.len() >= DIGIT_TERSEDIKIT
        && (0..panjang.len()).any(|i| {
            let mut sisa = panjang.clone();
            sisa.remove(i);
            sisa == *pendek
        });
    hilang.then_some(SalahKetik::Hilang)
}

/// Digits without the mark, one before the mark at least.
pub(crate) fn digit(nilai: Decimal, presisi: u32) -> Option<Vec<u8>> {
    let bulat = kinerja::bilangan::round_half_up(nilai, presisi);
    let satuan = Decimal::from(10u64.checked_pow(presisi)?);
    let teks = bulat.checked_mul(satuan)?.trunc().normalize().to_string();
    let lebar = usize::try_from(presisi).ok()?.checked_add(1)?;
    let nol = lebar.saturating_sub(teks.len());
    Some(std::iter::repeat_n(b'0', nol).chain(teks.bytes()).collect())
}

fn bergeser(tercetak: Decimal, presisi: u32, benar: Decimal) -> bool {
    const TERJAUH: u32 = 3;
    (1..=TERJAUH).any(|n| {
        let Some(kali) = 10u64.checked_pow(n).map(Decimal::from) else {
            return false;
        };
        let sama = |nilai: Option<Decimal>| {
            nilai.is_some_and(|nilai| {
                kinerja::bilangan::round_half_up(nilai, presisi) == tercetak && !tercetak.is_zero()
            })
        };
        // A number that lost digits of its own by the shift is told by those that are left.
        sama(benar.checked_mul(kali)) || sama(benar.checked_div(kali))
    })
}

#[cfg(test)]
mod tests {
    use kinerja::bilangan;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::{SalahKetik, salah_ketik};

    fn uji(tercetak: &str, benar: &str) -> Option<SalahKetik> {
        let baca = |teks: &str| -> Decimal { teks.parse().expect("a number") };
        let presisi = baca(tercetak).scale();
        salah_ketik(baca(tercetak), presisi, baca(benar))
    }

    #[test]
    fn each_slip_is_told() {
        assert_eq!(uji("96.54", "99.54"), Some(SalahKetik::Digit));
        assert_eq!(uji("3.06", "0.06"), Some(SalahKetik::Digit));
        assert_eq!(uji("11280", "11820"), Some(SalahKetik::Tertukar));
        assert_eq!(uji("1946", "11946"), Some(SalahKetik::Hilang));
        assert_eq!(uji("1078.5", "107.85"), Some(SalahKetik::Koma));
        assert_eq!(uji("35.180", "3.5180"), Some(SalahKetik::Koma));
        assert_eq!(uji("792.4", "79.24"), Some(SalahKetik::Koma));
    }

    #[test]
    fn two_slips_few_digits_and_the_number_itself_are_none() {
        assert_eq!(uji("42.0", "35.0"), None);
        assert_eq!(uji("27", "17"), None);
        assert_eq!(uji("83.25", "83.25"), None);
        assert_eq!(uji("83.25", "83.2510"), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_changed_digit_is_a_slip(n in 100u64..1_000_000, tempat in 0u32..3, digit in 0u64..10, presisi in 0u32..3) {
            let satuan = 10u64.pow(tempat);
            let lama = n / satuan % 10;
            prop_assume!(lama != digit);
            let lain = n - lama * satuan + digit * satuan;
            prop_assume!(lain >= 100 && lain.to_string().len() == n.to_string().len());
            let (a, b) = (Decimal::new(lain.cast_signed(), presisi), Decimal::new(n.cast_signed(), presisi));
            prop_assert_eq!(salah_ketik(a, presisi, b), Some(SalahKetik::Digit));
        }

        #[test]
        fn a_number_is_no_slip_of_itself_rounded(n in 0i64..10_000_000, presisi in 0u32..3) {
            let benar = Decimal::new(n, 4);
            prop_assert_eq!(salah_ketik(bilangan::round_half_up(benar, presisi), presisi, benar), None);
        }

        #[test]
        fn a_slip_goes_both_ways(a in 100i64..100_000, b in 100i64..100_000) {
            let (a, b) = (Decimal::new(a, 2), Decimal::new(b, 2));
            prop_assert_eq!(salah_ketik(a, 2, b).is_some_and(|s| s != SalahKetik::Koma), salah_ketik(b, 2, a).is_some_and(|s| s != SalahKetik::Koma));
        }
    }
}
