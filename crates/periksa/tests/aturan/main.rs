//! Each rule on the smallest input that has its defect, and on one that has not.

mod alat;
mod contoh;

use std::collections::BTreeSet;

use document::Inline;
use kinerja::masukan::{IsiSel, Sel};
use periksa::{Cara, rules};

use alat::{dokumen, indikator, masukan, nama, sel, survei, temuan};
use contoh::contoh;

#[test]
fn each_rule_finds_its_defect_and_is_silent_without_it() {
    let mut salah = Vec::new();
    for contoh in contoh() {
        let (buruk, baik) = (&contoh.buruk, &contoh.baik);
        if !nama(&temuan(&buruk.0, buruk.1.as_ref())).contains(contoh.aturan) {
            salah.push(format!("{} tidak menemukan cacatnya", contoh.aturan));
        }
        let sisa = temuan(&baik.0, baik.1.as_ref());
        if let Some(t) = sisa.iter().find(|t| t.aturan == contoh.aturan) {
            salah.push(format!("{} keliru menuduh: {}", contoh.aturan, t.pesan));
        }
    }
    assert!(salah.is_empty(), "{}", salah.join("\n"));
}

#[test]
fn no_rule_is_without_an_example() {
    let dicontohkan: BTreeSet<&str> = contoh().iter().map(|c| c.aturan).collect();
    let terdaftar: BTreeSet<&str> = rules::daftar()
        .filter(|a| matches!(a.cara, Cara::Data(_)))
        .map(|a| a.nama)
        .collect();
    assert_eq!(terdaftar, dicontohkan);
    let semua: BTreeSet<&str> = rules::daftar().map(|a| a.nama).collect();
    assert_eq!(
        semua.len(),
        rules::daftar().count(),
        "nama aturan tidak boleh kembar"
    );
}

#[test]
fn every_finding_says_where_and_how_to_mend_it() {
    for contoh in contoh() {
        for t in temuan(&contoh.buruk.0, contoh.buruk.1.as_ref()) {
            assert!(
                !t.pesan.is_empty() && t.perbaikan.len() > 20,
                "{}: {}",
                t.aturan,
                t.perbaikan
            );
            assert!(!t.lokasi.to_string().is_empty(), "{}", t.aturan);
        }
    }
}

#[test]
fn a_gap_in_the_report_always_stands_in_the_way_of_a_final_one() {
    // The capaian is two computations away from the empty cell; the report shows only the capaian.
    let mut m = masukan();
    m.survei = vec![survei("skm-9", "3,50", "3,50", "40")];
    m.survei[0].unsur[0].nilai[0] = Sel {
        isi: IsiSel::Kosong,
        teks: String::new(),
        ..sel("")
    };
    m.indikator = vec![indikator("IKM", 2023, "3,20", "", "")];
    let rumpang = |kode: &str| {
        dokumen(vec![Inline::Gap {
            text: "belum tersedia".to_owned(),
            reason: "uji".to_owned(),
            key: Some(kode.to_owned()),
        }])
    };
    let temuan = temuan(&m, Some(&rumpang("ikm.2023.capaian")));
    let sebab = temuan
        .iter()
        .find(|t| t.aturan == "sel-kosong")
        .expect("sel kosong disebut");
    assert!(
        sebab.menghalangi() && sebab.pesan.contains("Persyaratan"),
        "{}",
        sebab.pesan
    );
    assert!(
        sebab
            .terkait
            .iter()
            .any(|l| l.to_string().contains("PENDAHULUAN"))
    );
    assert!(
        !temuan.iter().any(|t| t.aturan == "rumpang"),
        "satu sebab disebut sekali"
    );
}
