//! `cargo xtask test`: everything that must hold before a change lands.

use anyhow::{Result, bail};

use crate::postgres::Server;
use crate::run::{exists, say, step, step_with};
use crate::schemathesis;

/// A program that tests read results with, and how a person gets it.
struct Tool {
    name: &'static str,
    probe: &'static [&'static str],
    get: &'static str,
}

const TOOLS: &[Tool] = &[
    Tool {
        name: "pdftotext",
        probe: &["-v"],
        get: "apt-get install poppler-utils",
    },
    Tool {
        name: "soffice",
        probe: &["--version"],
        get: "apt-get install libreoffice-writer-nogui",
    },
    Tool {
        name: "chromedriver",
        probe: &["--version"],
        get: "apt-get install chromium-driver",
    },
];

/// Formatting, lints, licences, tests.
///
/// # Errors
/// The first step that fails, or all tools that are missing.
pub fn run() -> Result<()> {
    let missing: Vec<String> = TOOLS
        .iter()
        .filter(|tool| !exists(tool.name, tool.probe))
        .map(|tool| format!("  {} ({})", tool.name, tool.get))
        .collect();
    if !missing.is_empty() {
        bail!(
            "these programs are needed to read results back:\n{}",
            missing.join("\n")
        );
    }
    step("formatting", "cargo", &["fmt", "--all", "--check"])?;
    step(
        "lints",
        "cargo",
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--locked",
            "--",
            "-D",
            "warnings",
        ],
    )?;
    licences()?;
    // The suite of the store runs on both databases; the server lives as long as the tests.
    let server = Server::start()?;
    let url = server.url();
    let mut environment = vec![("CERMAT_UJI_POSTGRES", url.as_str())];
    let asker = schemathesis::program().map(|program| program.display().to_string());
    if let Some(asker) = &asker {
        environment.push(("CERMAT_UJI_SCHEMATHESIS", asker));
    }
    step_with(
        "tests",
        "cargo",
        &["test", "--workspace", "--locked"],
        &environment,
    )
}

/// Licences, duplicates and sources, without network; a machine without the tool is told, and goes on.
fn licences() -> Result<()> {
    if !exists("cargo-deny", &["--version"]) {
        say(
            "\n=== licences: cargo-deny is not on this machine, so licences and duplicates are not checked here",
        );
        return Ok(());
    }
    step(
        "licences",
        "cargo-deny",
        &["--offline", "check", "licenses", "bans", "sources"],
    )
}
