use document::source::latex::Chain;

use super::parse_sebaris;
use crate::hitung;

fn satu(teks: &str) -> Chain {
    let mut rantai = parse_sebaris(teks);
    assert_eq!(rantai.len(), 1, "{teks}: {rantai:?}");
    rantai.remove(0)
}

fn sisi(teks: &str) -> Vec<&str> {
    satu(teks)
        .sides
        .into_iter()
        .map(|sisi| &teks[sisi.span])
        .collect()
}

#[test]
fn a_share_in_a_sentence_is_a_chain_with_its_bytes() {
    let teks = "Capaian tahun ini adalah 3,95/3,25 x 100% = 121,54%, melampaui target.";
    assert_eq!(sisi(teks), ["3,95/3,25 x 100%", "121,54%"]);
    let rantai = satu(teks);
    let bagian = hitung::bagian(&rantai).expect("a share");
    assert_eq!(hitung::peraga(bagian.atas), "3,95");
    assert_eq!(
        hitung::dapat_sama(&rantai.sides[0], &rantai.sides[1]),
        Some(true)
    );
}

#[test]
fn words_as_signs_and_units_are_read() {
    assert_eq!(
        sisi("Hasilnya (45 orang : 50 orang) x 100 % = 90 % pada tahun 2023"),
        ["(45 orang : 50 orang) x 100 %", "90 %"]
    );
    assert_eq!(
        sisi("Serapan = Rp10.682.166.586,- / Rp10.979.506.000,- × 100% = 97,29%."),
        ["Rp10.682.166.586,- / Rp10.979.506.000,- × 100%", "97,29%"]
    );
    assert_eq!(
        sisi("yaitu 45 dibagi 50 dikali 100% sama dengan 90%"),
        ["45 dibagi 50 dikali 100%", "90%"]
    );
    assert_eq!(
        sisi("Capaian: (3,95 (realisasi) / 3,25 (target)) x 100% = 121,54%"),
        ["(3,95 (realisasi) / 3,25 (target)) x 100%", "121,54%"]
    );
    assert_eq!(
        sisi("Pegawai: 20 + 30 + 18 = 68 orang"),
        ["20 + 30 + 18", "68"]
    );
    assert_eq!(
        sisi("Tahun 2023: 3,95/3,25 x 100% = 121%"),
        ["3,95/3,25 x 100%", "121%"]
    );
}

#[test]
fn what_is_no_computation_is_no_chain() {
    for teks in [
        "Nilai persepsi 4 = 3,5324 – 4,00 kategori A",
        "4 = 3,26 - 4,00",
        "A (Sangat Baik) = 88,31 – 100,00",
        "skala 1 : 100 = 5",
        "bobot x 3,95/4 = 24%",
        "tahun 2020-2024 = lima tahun",
        "n = 30",
        "Nomor 12/2014 = ada",
        "= 3 x jumlah",
        "3,95/3,25 x 100% = 2 x target",
        "",
        "=",
        "((((((((((((((((((((((((((((((((((((((((1/2 = 3%",
    ] {
        assert_eq!(parse_sebaris(teks), Vec::new(), "{teks}");
    }
}

#[test]
fn a_long_row_of_signs_is_read_without_deep_recursion() {
    let panjang = format!("{} = 5%", "1+(".repeat(20_000));
    assert_eq!(parse_sebaris(&panjang), Vec::new());
    let datar = format!("{}1 = 20001", "1+".repeat(20_000));
    assert_eq!(parse_sebaris(&datar).len(), 1);
}
