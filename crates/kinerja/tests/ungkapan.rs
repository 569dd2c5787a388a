//! Formulas as they are shown, and what their operands allow.

use kinerja::masukan::{IsiSel, Sel};
use kinerja::ungkapan::{Potong, f, tetap};
use kinerja::{DaftarFakta, Kode, Nama, Satuan, Selang, Ungkapan};
use rust_decimal::Decimal;

fn daftar(isi: &[(&str, &str)]) -> DaftarFakta {
    let mut daftar = DaftarFakta::default();
    for (kode, nilai) in isi {
        let nilai: Decimal = nilai.parse().expect("angka uji");
        let sel = Sel {
            isi: IsiSel::Angka(nilai),
            teks: nilai.to_string(),
            ..Sel::default()
        };
        daftar.masukan(Nama::new(*kode, *kode, Satuan::Indeks, nilai.scale()), &sel);
    }
    daftar
}

fn k(kode: &str) -> Ungkapan {
    f(&Kode::from(kode))
}

#[test]
fn the_pieces_of_a_formula_name_their_operands_and_read_as_the_formula() {
    let d = daftar(&[("a", "3.93"), ("b", "3.25")]);
    let cari = |kode: &Kode| d.get(kode.as_str());
    let rumus = k("a").kurang(k("b")).bagi(k("b")).persen();
    let potong = rumus.potong(&cari);
    let teks: String = potong.iter().map(Potong::teks).collect();
    assert_eq!(teks, rumus.peraga(&cari));
    let operan: Vec<&str> = potong
        .iter()
        .filter_map(|potong| match potong {
            Potong::Fakta(kode, _) => Some(kode.as_str()),
            Potong::Teks(_) => None,
        })
        .collect();
    assert_eq!(operan, ["a", "b", "b"]);
}

#[test]
fn a_formula_is_shown_with_the_parentheses_that_it_needs_and_no_others() {
    let d = daftar(&[("a", "3.93"), ("b", "3.25"), ("c", "-0.05")]);
    let peraga = |u: Ungkapan| u.peraga(&|kode| d.get(kode.as_str()));
    assert_eq!(peraga(k("a").bagi(k("b")).persen()), "3,93 / 3,25 × 100%");
    assert_eq!(
        peraga(tetap(2).kali(k("b")).kurang(k("a")).bagi(k("b"))),
        "(2 × 3,25 − 3,93) / 3,25"
    );
    assert_eq!(
        peraga(k("a").kurang(k("b").kurang(k("a")))),
        "3,93 − (3,25 − 3,93)"
    );
    assert_eq!(peraga(k("a").kurang(k("c"))), "3,93 − (-0,05)");
    let jumlah = Ungkapan::Jumlah(vec![k("a"), k("b")]);
    assert_eq!(peraga(jumlah.clone().bagi(k("b"))), "(3,93 + 3,25) / 3,25");
    assert_eq!(
        peraga(Ungkapan::Rata(vec![k("a"), k("b")])),
        "(3,93 + 3,25) / 2"
    );
}

#[test]
fn an_interval_holds_every_value_that_rounded_operands_allow() {
    let d = daftar(&[("a", "3.93"), ("b", "3.25")]);
    let selang = k("a")
        .bagi(k("b"))
        .persen()
        .selang(&|kode| d.selang(kode))
        .expect("terbatas");
    for (a, b) in [
        ("3.925", "3.25"),
        ("3.935", "3.25"),
        ("3.93", "3.245"),
        ("3.93", "3.255"),
    ] {
        let (a, b): (Decimal, Decimal) = (a.parse().expect("a"), b.parse().expect("b"));
        assert!(selang.memuat(a / b * Decimal::ONE_HUNDRED), "{a} / {b}");
    }
}

#[test]
fn a_truncated_figure_is_allowed_and_the_next_one_is_not() {
    let selang = Selang::titik("3.5752".parse().expect("angka"));
    let tercetak = |teks: &str| selang.dapat_tercetak(teks.parse().expect("angka"), 2);
    assert!(tercetak("3.58") && tercetak("3.57"));
    assert!(!tercetak("3.56") && !tercetak("3.59"));
}

#[test]
fn a_quotient_over_an_interval_around_zero_has_no_bound() {
    let d = daftar(&[("a", "1.0"), ("nol", "0.0")]);
    assert_eq!(k("a").bagi(k("nol")).selang(&|kode| d.selang(kode)), None);
}

#[test]
fn a_result_beyond_the_range_of_decimals_is_a_gap_and_no_panic() {
    let besar = "79228162514264337593543950335";
    let d = daftar(&[("a", besar), ("b", besar)]);
    for u in [
        k("a").kali(k("b")),
        Ungkapan::Jumlah(vec![k("a"), k("b")]),
        k("a").persen(),
    ] {
        assert!(u.nilai(&|kode| d.get(kode.as_str())).is_err());
    }
}
