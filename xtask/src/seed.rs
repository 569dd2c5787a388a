//! `cargo xtask seed-errors`: how much of what is planted the checker finds.

use anyhow::Result;

use crate::run::step;

/// Runs the program and writes its section of `docs/ukuran.md`; further arguments go to it.
///
/// # Errors
/// A build or a run that fails.
pub fn run() -> Result<()> {
    let more: Vec<String> = std::env::args().skip(2).collect();
    let mut args = vec![
        "run",
        "--release",
        "--locked",
        "-p",
        "benih",
        "--",
        "--terbitkan",
        "docs/ukuran.md",
    ];
    args.extend(more.iter().map(String::as_str));
    step("planted errors", "cargo", &args)
}
