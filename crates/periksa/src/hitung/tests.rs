use kinerja::bilangan;
use rust_decimal::Decimal;

use super::{capaian, capaian_menurun, jumlah, perubahan, rerata};
use crate::bacaan::{Angka, Golongan, Letak, SatuanCetak};

/// A number as the lexer would give it.
pub(super) fn angka(teks: &str, satuan: SatuanCetak) -> Angka {
    let dibaca = bilangan::parse(teks).expect("a number");
    Angka {
        letak: Letak::new(0, 0..teks.len()),
        teks: teks.to_owned(),
        nilai: Some(dibaca.nilai),
        presisi: dibaca.presisi,
        skala: 0,
        satuan,
        cacat: None,
        golongan: Golongan::Besaran,
        terbilang: None,
    }
}

fn indeks(teks: &str) -> Angka {
    angka(teks, SatuanCetak::Indeks)
}

#[test]
fn a_capaian_is_shown_as_on_a_pocket_calculator() {
    let hitungan = capaian(&indeks("3,95"), &indeks("3,25")).expect("computable");
    assert_eq!(hitungan.tampil(2), "3,95 / 3,25 × 100% = 121,54%");
}

#[test]
fn absorption_shows_rupiah() {
    let rupiah = |teks| angka(teks, SatuanCetak::Rupiah);
    let hitungan =
        capaian(&rupiah("10.682.166.586"), &rupiah("10.979.506.000")).expect("computable");
    assert_eq!(
        hitungan.tampil(2),
        "Rp10.682.166.586 / Rp10.979.506.000 × 100% = 97,29%"
    );
    assert!(hitungan.cocok(&angka("97,29%", SatuanCetak::Persen)));
    assert!(hitungan.cocok(&angka("97%", SatuanCetak::Persen)));
    assert!(!hitungan.cocok(&angka("97,31%", SatuanCetak::Persen)));
}

#[test]
fn rounding_of_operands_explains_a_neighbouring_result() {
    let hitungan = capaian(&indeks("3,93"), &indeks("3,25")).expect("computable");
    for wajar in ["120,92", "120,87", "121"] {
        assert!(
            hitungan.cocok(&angka(wajar, SatuanCetak::Persen)),
            "{wajar}"
        );
    }
    for keliru in ["120,4", "122", "1,21"] {
        assert!(
            !hitungan.cocok(&angka(keliru, SatuanCetak::Persen)),
            "{keliru}"
        );
    }
}

#[test]
fn counts_are_exact() {
    let hitungan = capaian(
        &angka("45", SatuanCetak::Tanpa),
        &angka("50", SatuanCetak::Tanpa),
    )
    .expect("computable");
    assert!(hitungan.cocok(&angka("90%", SatuanCetak::Persen)));
    assert!(!hitungan.cocok(&angka("91%", SatuanCetak::Persen)));
}

#[test]
fn an_indicator_that_should_be_low_counts_from_twice_its_target() {
    let hitungan = capaian_menurun(&indeks("8,00"), &indeks("10,00")).expect("computable");
    assert_eq!(
        hitungan.tampil(2),
        "(2 × 10,00 − 8,00) / 10,00 × 100% = 120,00%"
    );
}

#[test]
fn a_sum_in_millions_is_judged_in_millions() {
    let satu = angka("1.249.600.000", SatuanCetak::Rupiah);
    let mut juta = angka("1,25", SatuanCetak::Rupiah);
    juta.nilai = Some(Decimal::from(1_250_000_000));
    juta.skala = 9;
    let jumlah = jumlah(&[&satu]).expect("computable");
    assert!(jumlah.cocok(&juta));
    juta.nilai = Some(Decimal::from(1_270_000_000));
    assert!(!jumlah.cocok(&juta));
}

#[test]
fn a_change_and_a_mean_carry_their_intervals() {
    let naik = perubahan(&indeks("3,98"), &indeks("3,93")).expect("computable");
    assert_eq!(naik.hasil(2), "-1,26%");
    let (a, b, c) = (indeks("3,93"), indeks("3,57"), indeks("3,94"));
    let rata = rerata(&[&a, &b, &c]).expect("computable");
    assert!(rata.cocok(&indeks("3,81")));
    assert!(!rata.cocok(&indeks("3,83")));
}

#[test]
fn an_exact_result_cannot_have_been_cut_off_to_the_figure_below() {
    let tepat = |atas, bawah| {
        capaian(
            &angka(atas, SatuanCetak::Tanpa),
            &angka(bawah, SatuanCetak::Tanpa),
        )
        .expect("computable")
    };
    assert!(!tepat("12", "10").cocok(&angka("119%", SatuanCetak::Persen)));
    assert!(tepat("12", "10").cocok(&angka("120%", SatuanCetak::Persen)));
    assert!(tepat("9", "3").cocok(&angka("300%", SatuanCetak::Persen)));
    assert!(tepat("2", "3").cocok(&angka("66%", SatuanCetak::Persen)));
}
