//! The program as a person runs it, from the root of the repository.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub fn akar() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub fn cermat(argumen: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cermat"))
        .args(argumen)
        .current_dir(akar())
        .output()
        .expect("cermat berjalan")
}
