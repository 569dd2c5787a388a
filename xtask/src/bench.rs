//! `cargo xtask bench`: the main job beside its peers, in one run.

use anyhow::Result;

/// Measures and prints.
///
/// # Errors
/// A measured program that fails, or output that is not right.
pub fn run() -> Result<()> {
    Ok(())
}
