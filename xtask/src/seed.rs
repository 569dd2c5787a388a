//! `cargo xtask seed-errors`: how much of what is planted the checker finds.

use std::process::Command;

use anyhow::Result;

use crate::run::{root, step};

/// Runs the program and writes its section of `docs/ukuran.md`; further arguments go to it.
///
/// # Errors
/// A build or a run that fails.
pub fn run() -> Result<()> {
    let more: Vec<String> = std::env::args().skip(2).collect();
    let when = format!(
        "{}, commit {}",
        said("date", &["-u", "+%Y-%m-%d"]),
        said("git", &["describe", "--always", "--dirty"])
    );
    let mut args = vec![
        "run",
        "--release",
        "--locked",
        "-p",
        "benih",
        "--",
        "--terbitkan",
        "docs/ukuran.md",
        "--kapan",
        &when,
    ];
    args.extend(more.iter().map(String::as_str));
    step("planted errors", "cargo", &args)
}

/// What a program says on its one line; a program that is not there says that it is unknown.
fn said(program: &str, args: &[&str]) -> String {
    Command::new(program)
        .args(args)
        .current_dir(root())
        .output()
        .ok()
        .filter(|output| output.status.success())
        .map_or_else(
            || "unknown".to_owned(),
            |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        )
}
