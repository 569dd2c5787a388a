//! How long an office's year takes from files to fakta, inside one process.

#![allow(missing_docs, reason = "a benchmark has no reader but its output")]

use std::path::Path;
use std::time::{Duration, Instant};

use hukum::Hukum;

const RUNS: u32 = 200;

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
