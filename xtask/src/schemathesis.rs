//! Schemathesis, an outside tool that asks the interface whatever its description allows: its own environment below `target`.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::run::{exists, root, say};

/// The version that the test was written with; another one may ask other questions.
const VERSION: &str = "schemathesis==4.32.5";

/// The program, installed where it was not; none, said aloud, where Python or its packages cannot be had.
#[must_use]
pub fn program() -> Option<PathBuf> {
    let folder = root().join("target/schemathesis");
    let program = folder.join("bin/st");
    if works(&program) {
        return Some(program);
    }
    if !exists("python3", &["--version"]) {
        say(
            "\n=== interface: python3 is not on this machine, so schemathesis does not test the interface here",
        );
        return None;
    }
    say(&format!("\n=== interface: installing {VERSION}"));
    let run = |command: &mut Command| {
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    let made = run(Command::new("python3").args(["-m", "venv"]).arg(&folder))
        && run(Command::new(folder.join("bin/python")).args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            VERSION,
        ]));
    if made && works(&program) {
        return Some(program);
    }
    say("=== interface: schemathesis cannot be installed here, so it does not test the interface");
    None
}

fn works(program: &std::path::Path) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
