//! The project's chores: `cargo xtask test`, `cargo xtask bench`.

mod bench;
mod run;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
Chores of the project.

    cargo xtask test     formatting, lints, licences, every test; says what it lacks
    cargo xtask bench    measures the main job beside its peers and prints the table of docs/ukuran.md
";

fn main() -> ExitCode {
    let outcome = match std::env::args().nth(1).as_deref() {
        Some("test") => test::run(),
        Some("bench") => bench::run(),
        _ => {
            run::say(HELP);
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            run::say(&format!("xtask: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
