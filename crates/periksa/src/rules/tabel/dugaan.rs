//! Which single slip would explain that a sum does not come out.

use rust_decimal::Decimal;

/// A slip that explains it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Dugaan {
    /// The term was left out of the sum.
    Terlewat(usize),
    /// The term was taken twice.
    Ganda(usize),
    /// Two digits of the term changed places; what it should be.
    Tertukar(usize, Decimal),
    /// The term has its decimal or thousands mark in the wrong place; what it should be.
    Bergeser(usize, Decimal),
    /// Two digits of the sum changed places.
    JumlahTertukar,
    /// One digit of the sum is wrong.
    SatuDigit,
}

/// The slip that explains why the terms do not give the printed sum, if it is one.
pub(super) fn dugaan(suku: &[Decimal], jumlah: Decimal, tercetak: Decimal) -> Option<Dugaan> {
    let beda = tercetak.checked_sub(jumlah)?;
    if tertukar(jumlah, tercetak) {
        return Some(Dugaan::JumlahTertukar);
    }
    let satu = |cocok: &dyn Fn(&Decimal) -> bool| {
        let mut kena = suku.iter().enumerate().filter(|(_, v)| cocok(v));
        match (kena.next(), kena.next()) {
            (Some((i, _)), None) => Some(i),
            _ => None,
        }
    };
    if let Some(i) = satu(&|v| !v.is_zero() && v.checked_add(beda) == Some(Decimal::ZERO)) {
        return Some(Dugaan::Terlewat(i));
    }
    if let Some(i) = satu(&|v| !v.is_zero() && *v == beda) {
        return Some(Dugaan::Ganda(i));
    }
    if let Some(i) = satu(&|v| v.checked_add(beda).is_some_and(|baru| tertukar(*v, baru))) {
        let baru = suku.get(i)?.checked_add(beda)?;
        return Some(Dugaan::Tertukar(i, baru));
    }
    if let Some(i) = satu(&|v| v.checked_add(beda).is_some_and(|baru| bergeser(*v, baru))) {
        let baru = suku.get(i)?.checked_add(beda)?;
        return Some(Dugaan::Bergeser(i, baru));
    }
    satu_digit(jumlah, tercetak).then_some(Dugaan::SatuDigit)
}

/// Whether two values differ by a power of ten alone.
fn bergeser(a: Decimal, b: Decimal) -> bool {
    !a.is_zero()
        && a != b
        && [10, 100, 1000]
            .into_iter()
            .map(Decimal::from)
            .any(|kali| a.checked_mul(kali) == Some(b) || b.checked_mul(kali) == Some(a))
}

fn digit(a: Decimal, b: Decimal) -> Option<(Vec<u8>, Vec<u8>)> {
    let skala = a.scale().max(b.scale());
    let mut kiri = a;
    let mut kanan = b;
    kiri.rescale(skala);
    kanan.rescale(skala);
    let (kiri, kanan) = (kiri.mantissa().to_string(), kanan.mantissa().to_string());
    (kiri.len() == kanan.len() && kiri.len() > 2).then(|| (kiri.into_bytes(), kanan.into_bytes()))
}

/// Whether two values differ by two digits that changed places: neighbours, or any two in a long number.
fn tertukar(a: Decimal, b: Decimal) -> bool {
    /// Digits of a number in which a swap of distant ones is no chance.
    const PANJANG: usize = 7;
    let Some((kiri, kanan)) = digit(a, b) else {
        return false;
    };
    let beda: Vec<usize> = (0..kiri.len())
        .filter(|i| kiri.get(*i) != kanan.get(*i))
        .collect();
    match beda[..] {
        [i, j] => {
            (j == i + 1 || kiri.len() >= PANJANG)
                && kiri.get(i) == kanan.get(j)
                && kiri.get(j) == kanan.get(i)
        }
        _ => false,
    }
}

/// Whether two values differ by one digit, of numbers of any length.
pub(super) fn berbeda_satu(a: Decimal, b: Decimal) -> bool {
    digit(a, b)
        .is_some_and(|(kiri, kanan)| kiri.iter().zip(&kanan).filter(|(a, b)| a != b).count() == 1)
}

fn satu_digit(a: Decimal, b: Decimal) -> bool {
    digit(a, b).is_some_and(|(kiri, kanan)| {
        kiri.len() >= 5 && kiri.iter().zip(&kanan).filter(|(a, b)| a != b).count() == 1
    })
}

#[cfg(test)]
mod tests {
    use super::{Dugaan, dugaan};
    use rust_decimal::Decimal;

    fn d(nilai: &[i64]) -> Vec<Decimal> {
        nilai.iter().map(|n| Decimal::from(*n)).collect()
    }

    #[test]
    fn a_term_left_out_is_recognised() {
        let suku = d(&[1200, 350, 475]);
        assert_eq!(
            dugaan(&suku, 2025.into(), 1675.into()),
            Some(Dugaan::Terlewat(1))
        );
    }

    #[test]
    fn a_mark_in_the_wrong_place_is_recognised() {
        let suku = d(&[1240, 36_500, 475]);
        assert_eq!(
            dugaan(&suku, 38_215.into(), 5_365.into()),
            Some(Dugaan::Bergeser(1, 3_650.into()))
        );
    }

    #[test]
    fn digits_that_changed_places_are_recognised() {
        let suku = d(&[1240, 361, 475]);
        assert_eq!(
            dugaan(&suku, 2076.into(), 2256.into()),
            Some(Dugaan::Tertukar(0, 1420.into()))
        );
        assert_eq!(
            dugaan(&suku, 2076.into(), 2706.into()),
            Some(Dugaan::JumlahTertukar)
        );
    }
}
