//! Every rule over documents finds its defect in its bad examples and nothing in its good ones.

mod halaman;
mod korpus;

use document::source::Format;
use hukum::Hukum;
use periksa::{BahanDokumen, Cara, Temuan, periksa_dokumen, rules, understand};

/// The findings of all rules in a piece of a report.
fn temuan(teks: &str) -> Vec<Temuan> {
    let hukum = Hukum::bawaan().expect("law data");
    let sumber = document::source::read::read(teks.as_bytes(), "contoh.txt");
    assert_eq!(sumber.format, Format::Text);
    let bacaan = understand(&sumber, &hukum);
    let bahan = BahanDokumen {
        bacaan: &bacaan,
        hukum: &hukum,
        data: None,
    };
    periksa_dokumen(&bahan, &|_| true).0
}

#[test]
fn every_rule_finds_its_defect_in_its_bad_examples_only() {
    let mut keluhan = Vec::new();
    // A rule that needs data has no example in text alone; the tests of the program hold it to account.
    let kelompok = rules::KELOMPOK
        .iter()
        .filter(|kelompok| kelompok.nama != rules::BERSAMA_DATA);
    for aturan in kelompok.flat_map(|kelompok| kelompok.aturan) {
        let Cara::Dokumen { halaman, .. } = aturan.cara else {
            continue;
        };
        if halaman.buruk.is_empty() || halaman.baik.is_empty() {
            keluhan.push(format!("{}: no bad or no good example", aturan.nama));
        }
        let kena = |teks: &str| {
            temuan(teks)
                .iter()
                .filter(|t| t.aturan == aturan.nama)
                .map(|t| t.pesan.clone())
                .collect::<Vec<_>>()
        };
        for teks in halaman.buruk.iter().filter(|teks| kena(teks).is_empty()) {
            keluhan.push(format!("{}: nothing found in {teks:?}", aturan.nama));
        }
        for teks in halaman.baik {
            for pesan in kena(teks) {
                keluhan.push(format!(
                    "{}: false alarm {pesan:?} in {teks:?}",
                    aturan.nama
                ));
            }
        }
    }
    assert!(keluhan.is_empty(), "{}", keluhan.join("\n"));
}
