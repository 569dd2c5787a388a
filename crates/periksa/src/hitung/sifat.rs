//! Properties: no correctly rounded or truncated result is held wrong, and none beyond all roundings is held right.

use document::source::latex::{Expr, ExprKind};
use kinerja::bilangan;
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

use super::tests::angka;
use super::{capaian, dapat_sama, perubahan, rerata, terbalik};
use crate::bacaan::{Angka, SatuanCetak};

/// A number as printed with so many decimals.
fn cetak(nilai: Decimal, presisi: u32, satuan: SatuanCetak) -> Angka {
    angka(&bilangan::format(nilai, presisi), satuan)
}

fn potong(nilai: Decimal, presisi: u32) -> Decimal {
    nilai.round_dp_with_strategy(presisi, RoundingStrategy::ToZero)
}

fn ekspresi(kind: ExprKind) -> Expr {
    Expr { kind, span: 0..1 }
}

fn bilangan_ekspresi(teks: String) -> Expr {
    ekspresi(ExprKind::Number(teks))
}

fn persen(teks: String) -> Expr {
    ekspresi(ExprKind::Percent(Box::new(bilangan_ekspresi(teks))))
}

/// `a / b × 100%` of printed numbers.
fn bagi(a: String, b: String) -> Expr {
    let pecahan = ekspresi(ExprKind::Fraction(
        Box::new(bilangan_ekspresi(a)),
        Box::new(bilangan_ekspresi(b)),
    ));
    ekspresi(ExprKind::Product(vec![pecahan, persen("100".to_owned())]))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_rounded_or_truncated_capaian_is_never_held_wrong(
        r in 1_000i64..4_000_000,
        t in 1_000i64..4_000_000,
        presisi in 0u32..4,
        operan in 1u32..4,
    ) {
        let (r, t) = (Decimal::new(r, 4), Decimal::new(t, 4));
        let hasil = r * Decimal::ONE_HUNDRED / t;
        let realisasi = cetak(r, operan, SatuanCetak::Indeks);
        let target = cetak(t, operan, SatuanCetak::Indeks);
        prop_assume!(target.nilai.is_some_and(|n| n > Decimal::new(5, operan)));
        let hitungan = capaian(&realisasi, &target).expect("computable");
        for tercetak in [bilangan::round_half_up(hasil, presisi), potong(hasil, presisi)] {
            let angka = cetak(tercetak, presisi, SatuanCetak::Persen);
            prop_assert!(hitungan.cocok(&angka), "{} for {}", angka.teks, hitungan.tampil(4));
        }
    }

    #[test]
    fn a_capaian_beyond_all_roundings_is_held_wrong(
        r in 100i64..40_000,
        t in 100i64..40_000,
        geser in 1i64..1_000,
    ) {
        let (r, t) = (Decimal::new(r, 2), Decimal::new(t, 2));
        let hitungan = capaian(
            &cetak(r, 2, SatuanCetak::Indeks),
            &cetak(t, 2, SatuanCetak::Indeks),
        )
        .expect("computable");
        let jauh = Decimal::new(geser + 2, 2);
        for tercetak in [hitungan.selang.atas + jauh, hitungan.selang.bawah - jauh] {
            prop_assume!(tercetak > Decimal::ZERO);
            let angka = cetak(potong(tercetak, 2), 2, SatuanCetak::Persen);
            prop_assert!(!hitungan.cocok(&angka), "{} for {}", angka.teks, hitungan.tampil(4));
        }
    }

    #[test]
    fn a_formula_with_its_own_result_is_never_held_wrong(
        r in 1_000i64..4_000_000,
        t in 1_000i64..4_000_000,
        presisi in 0u32..4,
    ) {
        let (r, t) = (Decimal::new(r, 4), Decimal::new(t, 4));
        let hasil = r * Decimal::ONE_HUNDRED / t;
        let (a, b) = (bilangan::format(r, 2), bilangan::format(t, 2));
        prop_assume!(b != "0,00" && b != "0,01");
        let kiri = bagi(a.clone(), b.clone());
        for tercetak in [bilangan::round_half_up(hasil, presisi), potong(hasil, presisi)] {
            let kanan = persen(bilangan::format(tercetak, presisi));
            prop_assert_eq!(dapat_sama(&kiri, &kanan), Some(true));
            prop_assert!(!terbalik(&bilangan_ekspresi(a.clone()), &bilangan_ekspresi(b.clone()), &kanan));
        }
    }

    #[test]
    fn a_formula_with_a_result_ten_percent_off_is_held_wrong(r in 200i64..50_000, t in 200i64..50_000) {
        let (r, t) = (Decimal::new(r, 2), Decimal::new(t, 2));
        let hasil = r * Decimal::ONE_HUNDRED / t * Decimal::new(11, 1);
        let kiri = bagi(bilangan::format(r, 2), bilangan::format(t, 2));
        let kanan = persen(bilangan::format(hasil, 2));
        prop_assert_eq!(dapat_sama(&kiri, &kanan), Some(false));
    }

    #[test]
    fn means_and_changes_of_exact_values_are_never_held_wrong(
        isi in prop::collection::vec(10_000i64..40_000, 2..12),
        presisi in 1u32..4,
    ) {
        let tepat: Vec<Decimal> = isi.iter().map(|n| Decimal::new(*n, 4)).collect();
        let angka: Vec<Angka> = tepat.iter().map(|n| cetak(*n, 2, SatuanCetak::Indeks)).collect();
        let suku: Vec<&Angka> = angka.iter().collect();
        let hasil = tepat.iter().sum::<Decimal>() / Decimal::from(tepat.len());
        let hitungan = rerata(&suku).expect("computable");
        for tercetak in [bilangan::round_half_up(hasil, presisi), potong(hasil, presisi)] {
            prop_assert!(hitungan.cocok(&cetak(tercetak, presisi, SatuanCetak::Indeks)));
        }
        let naik = (tepat[1] - tepat[0]) / tepat[0] * Decimal::ONE_HUNDRED;
        let hitungan = perubahan(suku[0], suku[1]).expect("computable");
        let tercetak = bilangan::round_half_up(naik, 2);
        prop_assert!(hitungan.dapat_tercetak(tercetak, 2));
    }
}
