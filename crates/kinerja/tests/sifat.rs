//! Properties of the arithmetic: an oracle in rationals, and laws that any order, split or scale of the data must keep.

mod alat;

use alat::{hukum, hukum_survei, indikator, masukan, survei};
use hukum::{Arah, SumberIndikator};
use kinerja::bilangan;
use kinerja::{Kecocokan, Kode, compute};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Values of two decimals on the scale 1 to 4, as whole hundredths.
fn nilai() -> impl Strategy<Value = i64> {
    100..=400i64
}

/// Up to twelve months of `n` parts with their respondents.
fn data(n: usize) -> impl Strategy<Value = Vec<(Vec<i64>, i64)>> {
    prop::collection::vec((prop::collection::vec(nilai(), n), 1..500i64), 1..=12)
}

fn hitung(data: &[(Vec<i64>, i64)]) -> kinerja::Hasil {
    let n = data[0].0.len();
    let bulan: Vec<Vec<Decimal>> = data
        .iter()
        .map(|(unsur, _)| unsur.iter().map(|u| Decimal::new(*u, 2)).collect())
        .collect();
    let responden: Vec<Decimal> = data.iter().map(|(_, r)| Decimal::from(*r)).collect();
    let mut m = masukan();
    m.survei = vec![survei(&bulan, &responden)];
    compute(&m, &hukum_survei(n))
}

fn realisasi(hasil: &kinerja::Hasil) -> Decimal {
    hasil
        .fakta
        .angka("uji.2023.realisasi")
        .expect("realisasi terhitung")
}

/// Half up on a rational: floor((2 × num + den) / (2 × den)) in hundredths.
fn bulat_rasional(atas: i128, bawah: i128) -> i128 {
    (2 * atas + bawah).div_euclid(2 * bawah)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_year_value_equals_the_rational_oracle(data in data(7)) {
        let atas: i128 = data.iter().map(|(u, r)| u.iter().map(|x| i128::from(*x)).sum::<i128>() * i128::from(*r)).sum();
        let bawah: i128 = data.iter().map(|(_, r)| i128::from(*r)).sum::<i128>() * 7;
        let harap = Decimal::from_i128_with_scale(bulat_rasional(atas, bawah), 2);
        prop_assert_eq!(realisasi(&hitung(&data)), harap);
    }

    #[test]
    fn the_order_of_months_does_not_matter(data in data(3)) {
        let mut terbalik = data.clone();
        terbalik.reverse();
        prop_assert_eq!(realisasi(&hitung(&data)), realisasi(&hitung(&terbalik)));
    }

    #[test]
    fn splitting_a_month_does_not_matter(unsur in prop::collection::vec(nilai(), 4), a in 1..200i64, b in 1..200i64) {
        let utuh = hitung(&[(unsur.clone(), a + b)]);
        let terbagi = hitung(&[(unsur.clone(), a), (unsur, b)]);
        prop_assert_eq!(realisasi(&utuh), realisasi(&terbagi));
    }

    #[test]
    fn the_year_value_lies_between_the_lowest_and_highest_part(data in data(5)) {
        let nilai = realisasi(&hitung(&data));
        let semua = || data.iter().flat_map(|(u, _)| u).copied();
        prop_assert!(nilai >= Decimal::new(semua().min().unwrap_or(0), 2));
        prop_assert!(nilai <= Decimal::new(semua().max().unwrap_or(0), 2));
    }

    #[test]
    fn parts_below_the_index_are_below_it_and_in_order(data in data(6)) {
        let hasil = hitung(&data);
        let survei = hasil.indikator[0].survei.as_ref().expect("survei");
        let indeks = hasil.fakta.angka("uji.2023.indeks").expect("indeks");
        let di_bawah: Vec<Decimal> =
            survei.unsur_di_bawah.iter().filter_map(|i| hasil.fakta.angka(survei.unsur[*i].nilai.as_str())).collect();
        prop_assert!(di_bawah.iter().all(|n| *n < indeks));
        prop_assert!(di_bawah.windows(2).all(|dua| dua[0] <= dua[1]));
        let semua = survei.unsur.iter().filter_map(|u| hasil.fakta.angka(u.nilai.as_str()));
        prop_assert_eq!(semua.filter(|n| *n < indeks).count(), di_bawah.len());
    }

    #[test]
    fn capaian_follows_from_published_figures(r in 1..100_000i64, t in 1..100_000i64) {
        let mut m = masukan();
        m.indikator = vec![indikator(alat::TAHUN, Some(Decimal::new(t, 2)), Some(Decimal::new(r, 2)))];
        let hasil = compute(&m, &hukum(Arah::Naik, SumberIndikator::Dicatat));
        let harap = Decimal::from_i128_with_scale(bulat_rasional(i128::from(r) * 10_000, i128::from(t)), 2);
        prop_assert_eq!(hasil.fakta.angka("uji.2023.capaian"), Some(harap));
    }

    #[test]
    fn lower_is_better_mirrors_higher_is_better(r in 1..10_000i64, t in 1..10_000i64) {
        let mut m = masukan();
        m.indikator = vec![indikator(alat::TAHUN, Some(Decimal::new(t, 1)), Some(Decimal::new(r, 1)))];
        let hitung = |arah| compute(&m, &hukum(arah, SumberIndikator::Dicatat)).fakta.angka("uji.2023.capaian");
        let (naik, turun) = (hitung(Arah::Naik).expect("naik"), hitung(Arah::Turun).expect("turun"));
        // 200 minus the other, up to one unit of the rounding of both.
        prop_assert!((naik + turun - Decimal::from(200)).abs() <= Decimal::new(1, 2));
    }

    #[test]
    fn a_printed_mean_that_rounding_explains_is_never_a_contradiction(data in prop::collection::vec(nilai(), 8), geser in 0..4i64) {
        // True parts carry thousandths; what is printed was rounded from them, and the mean from the true parts.
        let benar: Vec<i64> = data.iter().enumerate().map(|(i, n)| n * 10 + (geser + i as i64) % 5).collect();
        let tercetak: Vec<Decimal> =
            benar.iter().map(|n| bilangan::round_half_up(Decimal::new(*n, 3), 2)).collect();
        let rata = Decimal::new(benar.iter().sum(), 3) / Decimal::from(8);
        let mut m = masukan();
        let mut s = survei(&[tercetak], &[Decimal::from(40)]);
        s.indeks = vec![alat::sel(bilangan::round_half_up(rata, 2))];
        m.survei = vec![s];
        let hasil = compute(&m, &hukum_survei(8));
        let fakta = hasil.fakta.get("uji.2023.bulan.01.indeks").expect("indeks bulan");
        let kecocokan = fakta.tercetak.as_ref().expect("tercetak").kecocokan;
        prop_assert!(!matches!(kecocokan, Kecocokan::Bertentangan(_)), "{:?}", kecocokan);
    }

    #[test]
    fn every_fakta_lies_inside_its_own_interval(data in data(3)) {
        let hasil = hitung(&data);
        for fakta in hasil.fakta.iter() {
            let (Some(nilai), Some(selang)) = (fakta.angka(), hasil.fakta.selang(&Kode::from(fakta.kode.as_str()))) else { continue };
            prop_assert!(selang.memuat(nilai), "{} {:?}", fakta.kode, selang);
        }
    }

    #[test]
    fn a_formatted_number_reads_back_as_itself(n in -1_000_000_000_000i64..1_000_000_000_000, presisi in 0..6u32) {
        let nilai = Decimal::new(n, presisi);
        let teks = bilangan::format(nilai, presisi);
        let baca = bilangan::parse(&teks).expect("terbaca");
        prop_assert_eq!((baca.nilai, baca.presisi), (nilai, presisi));
    }

    #[test]
    fn any_text_is_read_or_refused_but_never_panics(teks in "\\PC*") {
        let _ = bilangan::parse(&teks);
    }
}
