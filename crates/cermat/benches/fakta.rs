//! How long each part of the main job takes inside one process, the PDF left out.

#![allow(missing_docs, reason = "a benchmark has no reader but its output")]

use std::path::Path;
use std::time::{Duration, Instant};

use hukum::Hukum;

const RUNS: u32 = 40;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../contoh/kanim-samarinda-2023");
    let law = Hukum::bawaan().expect("the law reads");
    let input = paket::read(&root, &law).expect("the package reads");
    let result = kinerja::compute(&input, &law);
    assert_eq!(
        result
            .fakta
            .angka("ikm.2023.capaian")
            .map(|n| n.to_string())
            .as_deref(),
        Some("120.92")
    );

    anstream::println!("| what | median |\n|---|---|");
    report("the law from its files", || drop(Hukum::bawaan()));
    report("a package from its folder", || {
        drop(paket::read(&root, &law))
    });
    report("all fakta from a package", || {
        drop(kinerja::compute(&input, &law))
    });
    let bahan = periksa::Bahan {
        masukan: &input,
        hasil: &result,
        hukum: &law,
        laporan: None,
    };
    report("all findings on the figures", || {
        drop(periksa::periksa(&bahan))
    });

    let words = laporan::Naskah::bawaan();
    let parts = laporan::Bahan {
        masukan: &input,
        hasil: &result,
        hukum: &law,
        naskah: &words,
    };
    let compose = || laporan::susun(&parts, laporan::Terbitan::Akhir).expect("it composes");
    let tree = compose();
    report("the report as a tree", || drop(compose()));
    let bahan = periksa::Bahan {
        laporan: Some(&tree),
        ..bahan
    };
    report("all findings on figures and report", || {
        drop(periksa::periksa(&bahan))
    });
    report("the tree as DOCX", || {
        drop(document::docx::write_docx(&tree))
    });
    report("the tree as HTML", || {
        drop(document::html::write_html(&tree))
    });
    report("fakta.json", || {
        drop(format!("{:#}", laporan::fakta_json("", &result)))
    });
}

fn report(name: &str, work: impl Fn()) {
    let mut walls: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    walls.sort();
    anstream::println!("| {name} | {} µs |", walls[walls.len() / 2].as_micros());
}
