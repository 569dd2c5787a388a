//! Numbers as officials write them.

use kinerja::bilangan::{format, format_rupiah, parse, round_half_up, terbilang};
use rust_decimal::Decimal;

fn nilai(teks: &str) -> String {
    let bilangan = parse(teks).unwrap_or_else(|galat| panic!("{teks:?}: {galat}"));
    format!("{} ({})", bilangan.nilai, bilangan.presisi)
}

#[test]
fn indonesian_numbers_are_read_with_the_decimals_they_were_written_with() {
    for (teks, harap) in [
        ("3,93", "3.93 (2)"),
        ("3,9", "3.9 (1)"),
        ("0", "0 (0)"),
        ("580", "580 (0)"),
        ("10.979.506.000", "10979506000 (0)"),
        ("Rp10.979.506.000,-", "10979506000 (0)"),
        ("Rp. 3.260.038.000,-", "3260038000 (0)"),
        ("Rp 1.250,75", "1250.75 (2)"),
        ("120,92%", "120.92 (2)"),
        ("120,92 %", "120.92 (2)"),
        ("-0,05", "-0.05 (2)"),
        ("−0,05", "-0.05 (2)"),
        ("  7 ", "7 (0)"),
    ] {
        assert_eq!(nilai(teks), harap, "{teks:?}");
    }
}

#[test]
fn what_is_ambiguous_is_refused_with_a_remedy() {
    for (teks, sebab) in [
        ("22.485.300.00", "kelompok digit"),
        ("Rp10.979.506.00,-", "kelompok digit"),
        ("3.93", "kelompok digit"),
        ("1234.567", "kelompok digit"),
        ("0.125", "nol"),
        ("3,9,3", "dua tanda desimal"),
        ("3,93.000", "titik sesudah koma"),
        ("1,234.5", "titik sesudah koma"),
        ("3,", "tidak lengkap"),
        (",5", "tidak lengkap"),
        ("", "tidak ada angka"),
        ("Rp", "tidak ada angka"),
        ("-", "tidak ada angka"),
        ("tiga", "bukan bagian angka"),
        ("3,93x", "bukan bagian angka"),
        ("1e9", "bukan bagian angka"),
        ("٣", "bukan bagian angka"),
        ("9999999999999999999999999", "terlalu banyak digit"),
    ] {
        let galat = parse(teks).expect_err(teks);
        assert!(galat.sebab.contains(sebab), "{teks:?}: {}", galat.sebab);
        assert!(galat.perbaikan.len() > 10, "{teks:?} tanpa perbaikan");
    }
}

#[test]
fn published_values_are_rounded_half_up_on_both_sides_of_zero() {
    for (nilai, presisi, harap) in [
        ("3.925", 2, "3,93"),
        ("3.9249999", 2, "3,92"),
        ("-0.005", 2, "-0,01"),
        ("-0.004", 2, "0,00"),
        ("88.305", 2, "88,31"),
        ("10979506000", 0, "10.979.506.000"),
        ("999.999", 2, "1.000,00"),
    ] {
        let nilai: Decimal = nilai.parse().expect("angka uji");
        assert_eq!(format(nilai, presisi), harap);
        assert_eq!(format(round_half_up(nilai, presisi), presisi), harap);
    }
}

#[test]
fn rupiah_show_cents_only_where_there_are_any() {
    assert_eq!(format_rupiah(Decimal::new(763_872_000, 0)), "Rp763.872.000");
    assert_eq!(format_rupiah(Decimal::new(-125, 2)), "-Rp1,25");
    assert_eq!(format_rupiah(Decimal::ZERO), "Rp0");
}

#[test]
fn whole_numbers_are_said_in_words() {
    for (n, harap) in [
        (0, "nol"),
        (11, "sebelas"),
        (12, "dua belas"),
        (20, "dua puluh"),
        (100, "seratus"),
        (101, "seratus satu"),
        (580, "lima ratus delapan puluh"),
        (1_000, "seribu"),
        (1_999, "seribu sembilan ratus sembilan puluh sembilan"),
        (2_023, "dua ribu dua puluh tiga"),
        (1_000_000, "satu juta"),
        (
            10_979_506_000,
            "sepuluh miliar sembilan ratus tujuh puluh sembilan juta lima ratus enam ribu",
        ),
    ] {
        assert_eq!(terbilang(n), harap);
    }
}
