//! `cargo xtask bench`: the main job beside its peers, in one run.
//!
//! A figure counts only after the output was found right. Peers that are not on the machine are named and left out.

mod measure;
mod peers;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::run::{root, say, step};
use measure::{Figure, repeat};

/// Runs of each measured command.
const RUNS: usize = 7;
/// Packages of the batch.
const BATCH: usize = 100;

/// Measures and prints a table in Markdown.
///
/// # Errors
/// A measured program that fails, or output that is not right.
pub fn run() -> Result<()> {
    step(
        "release build",
        "cargo",
        &["build", "--release", "--locked"],
    )?;
    let cermat = root().join("target/release/cermat");
    let out = root().join("target/bench");
    if out.exists() {
        fs::remove_dir_all(&out).context("an earlier run's folder cannot be removed")?;
    }
    fs::create_dir_all(&out)?;
    let package = root().join("contoh/kanim-samarinda-2023");

    let full = compose(&cermat, &[&package], &out.join("full"), &[])?;
    let report = out.join("full");
    check(&report)?;
    let without = compose(&cermat, &[&package], &out.join("without"), &["--tanpa-pdf"])?;
    let batch = batch(&cermat, &out)?;
    let peers = peers::run(&report, &out)?;

    say("\n| what | median wall | min | max | peak memory |");
    say("|---|---|---|---|---|");
    row("package to PDF + DOCX + HTML + JSON, new process", &full);
    row("the same without PDF", &without);
    row(&format!("{BATCH} packages in one batch, all files"), &batch);
    for (name, figure) in &peers {
        row(name, figure);
    }
    if let Some((_, peer)) = peers.last() {
        let ratio = peer.median().as_millis() / full.median().as_millis().max(1);
        say(&format!(
            "\nThe last peer takes {ratio} times as long as the whole main job."
        ));
    }
    let size = fs::metadata(&cermat)?.len();
    say(&format!("\nBinary: {} MB.", size / 1_000_000));
    step(
        "indices",
        "cargo",
        &["bench", "--quiet", "-p", "cermat", "--bench", "fakta"],
    )?;
    step(
        "checker",
        "cargo",
        &["bench", "--quiet", "-p", "periksa", "--bench", "dokumen"],
    )?;
    step(
        "national page",
        "cargo",
        &["bench", "--quiet", "-p", "app", "--bench", "konsolidasi"],
    )
}

fn row(name: &str, figure: &Figure) {
    say(&format!(
        "| {name} | {} ms | {} ms | {} ms | {} MB |",
        figure.median().as_millis(),
        figure.min().as_millis(),
        figure.max().as_millis(),
        figure.peak_kib / 1024,
    ));
}

fn compose(cermat: &Path, packages: &[&PathBuf], out: &Path, extra: &[&str]) -> Result<Figure> {
    repeat(RUNS, || {
        let mut command = Command::new(cermat);
        command
            .arg("susun")
            .args(packages)
            .arg("--keluar")
            .arg(out)
            .args(extra);
        command
    })
}

/// The report is right: the golden value is in it, and the PDF reads back with it.
fn check(report: &Path) -> Result<()> {
    let fakta = fs::read_to_string(report.join("fakta.json"))?;
    ensure!(
        fakta.contains("\"nilai\": \"120.92\""),
        "fakta.json lacks the golden capaian"
    );
    let text = Command::new("pdftotext")
        .arg(report.join("lkjip.pdf"))
        .arg("-")
        .output()?;
    ensure!(
        String::from_utf8_lossy(&text.stdout).contains("120,92"),
        "the PDF lacks the golden capaian"
    );
    Ok(())
}

/// Copies of the complete example under other names, in one process.
fn batch(cermat: &Path, out: &Path) -> Result<Figure> {
    let source = root().join("contoh/kantor-contoh");
    let packages: Vec<PathBuf> = (0..BATCH)
        .map(|n| {
            let target = out.join(format!("paket/kantor-{n:04}"));
            copy(&source, &target)?;
            let satker = target.join("satker.toml");
            let text = fs::read_to_string(&satker)?;
            fs::write(
                &satker,
                text.replace(
                    "Kantor Pelayanan Contoh",
                    &format!("Kantor Pelayanan Contoh {n}"),
                ),
            )?;
            Ok(target)
        })
        .collect::<Result<_>>()?;
    let figure = repeat(1, || {
        let mut command = Command::new(cermat);
        command
            .arg("susun")
            .args(&packages)
            .arg("--keluar")
            .arg(out.join("batch"));
        command
    })?;
    let written = fs::read_dir(out.join("batch"))?.count();
    ensure!(
        written == BATCH,
        "only {written} of {BATCH} reports were written"
    );
    Ok(figure)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
