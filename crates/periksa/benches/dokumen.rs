//! How long the checker takes for a report, for a long one, and for a table that is longer than any.

#![allow(missing_docs, reason = "a benchmark has no reader but its output")]
#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use document::source::read;
use hukum::Hukum;
use periksa::{BahanDokumen, periksa_dokumen, understand};

const RUNS: usize = 5;
const ROWS: u64 = 20_000;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../contoh/laporan");
    let mut paths: Vec<_> = std::fs::read_dir(&root)
        .expect("the examples are there")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    paths.sort();
    let reports: Vec<String> = paths
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("an example is text"))
        .collect();
    let first = reports.first().expect("there is an example");
    let all = reports.join("\n\n");
    let law = Hukum::bawaan().expect("the law reads");

    println!("| what | size | median |\n|---|---|---|");
    report(&law, "one report as text", first);
    report(&law, "all example reports in one text", &all);
    report(&law, "the same four times over", &all.repeat(4));
    report(&law, "a table of 20,000 rows and 8 columns", &table());
}

/// A table of figures that agree with nothing but their own row.
fn table() -> String {
    let mut out = String::from(
        "# BAB III AKUNTABILITAS KINERJA\n\nTabel 3.1 Rincian kegiatan tahun 2023\n\n\
         | No | Uraian Kegiatan | Target | Realisasi | Capaian (%) | Anggaran (Rp) | Realisasi Anggaran (Rp) | % |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    for row in 1..=ROWS {
        let (target, reached) = (row * 7 % 891 + 9, row * 13 % 891 + 9);
        let (budget, spent) = (row * 7_919 % 899_000 + 1_000, row * 104_729 % 1_000);
        let hundredths = reached * 10_000 / target;
        let _infallible = writeln!(
            out,
            "| {row} | Kegiatan layanan nomor {row} | {target} | {reached} | {},{:02} | {budget}.000 | {spent}.000 | {},{:02} |",
            hundredths / 100,
            hundredths % 100,
            spent * 100 / budget,
            spent * 10_000 / budget % 100,
        );
    }
    out
}

/// Reads and checks a text, and tells the median.
fn report(law: &Hukum, name: &str, text: &str) {
    let work = || {
        let source = read::read(text.as_bytes(), "laporan.md");
        let bacaan = understand(&source, law);
        let bahan = BahanDokumen {
            bacaan: &bacaan,
            hukum: law,
            data: None,
        };
        drop(periksa_dokumen(&bahan, &|_| true));
    };
    let mut walls: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    walls.sort();
    let median = walls.get(RUNS / 2).map_or(0, Duration::as_millis);
    println!("| {name} | {} kB | {median} ms |", text.len() / 1_000);
}
