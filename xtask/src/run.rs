//! Running other programs, loudly.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Prints a line at once, so that a long run shows where it is.
pub fn say(line: &str) {
    let mut out = std::io::stdout();
    // A closed pipe is no reason to stop the work.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// Runs a step at the root and fails with its name.
pub fn step(name: &str, program: &str, args: &[&str]) -> Result<()> {
    step_with(name, program, args, &[])
}

/// As [`step`], with variables in the environment.
pub fn step_with(
    name: &str,
    program: &str,
    args: &[&str],
    environment: &[(&str, &str)],
) -> Result<()> {
    say(&format!("\n=== {name}: {program} {}", args.join(" ")));
    let start = Instant::now();
    let status = Command::new(program)
        .args(args)
        .envs(environment.iter().copied())
        .current_dir(root())
        .status()
        .with_context(|| format!("{name}: {program} cannot be started"))?;
    ensure!(status.success(), "{name} failed ({status})");
    say(&format!(
        "=== {name}: done in {} s",
        start.elapsed().as_secs()
    ));
    Ok(())
}

/// Whether a program can be started.
pub fn exists(program: &str, args: &[&str]) -> bool {
    let status = Command::new(program)
        .args(args)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}
