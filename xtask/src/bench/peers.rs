//! The usual way to the same pages: docxtpl and LibreOffice.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::RUNS;
use super::measure::{Figure, repeat};
use crate::run::{exists, root, say};

/// Renders our own Word file as a template, and has it made into a PDF.
///
/// # Errors
/// A peer that is on the machine and fails.
pub fn run(report: &Path, out: &Path) -> Result<Vec<(String, Figure)>> {
    let mut figures = Vec::new();
    let docx = report.join("lkjip.docx");
    let rendered = out.join("docxtpl.docx");
    if !exists("python3", &["-c", "import docxtpl"]) {
        say("docxtpl is not on this machine (pip install docxtpl); the peers are left out");
        return Ok(figures);
    }
    let peer = || {
        let mut command = Command::new("python3");
        command.arg(root().join("xtask/bench/docxtpl_peer.py"));
        command
            .arg(&docx)
            .arg(report.join("fakta.json"))
            .arg(&rendered);
        command
    };
    figures.push((
        "docxtpl renders the same Word file".to_owned(),
        repeat(RUNS, peer)?,
    ));
    if !exists("soffice", &["--version"]) {
        say("LibreOffice is not on this machine; its part is left out");
        return Ok(figures);
    }
    let convert = || {
        let mut command = Command::new("sh");
        let line = format!(
            "python3 {} {} {} {} && soffice --headless --convert-to pdf --outdir {} {}",
            root().join("xtask/bench/docxtpl_peer.py").display(),
            docx.display(),
            report.join("fakta.json").display(),
            rendered.display(),
            out.display(),
            rendered.display(),
        );
        command.args(["-c", &line]);
        command
    };
    figures.push((
        "docxtpl, then LibreOffice to PDF".to_owned(),
        repeat(3, convert)?,
    ));
    Ok(figures)
}
