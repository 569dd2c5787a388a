//! The project's chores: `cargo xtask test`, `cargo xtask bench`, `cargo xtask seed-errors`.

mod bench;
mod postgres;
mod run;
mod schemathesis;
mod seed;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
Chores of the project.

    cargo xtask test     formatting, lints, licences, every test; says what it lacks
    cargo xtask bench    measures the main job beside its peers and prints the table of docs/ukuran.md
    cargo xtask seed-errors
                         plants errors in clean reports, counts what the checker finds, and writes that section of docs/ukuran.md
";

fn main() -> ExitCode {
    let outcome = match std::env::args().nth(1).as_deref() {
        Some("test") => test::run(),
        Some("bench") => bench::run(),
        Some("seed-errors") => seed::run(),
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
