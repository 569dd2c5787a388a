//! The log: one line for each event, on standard error, without personal data.

use tracing_subscriber::filter::LevelFilter;

/// Starts the log. A second start changes nothing.
pub fn start_log() {
    let _ = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(LevelFilter::WARN)
        .with_target(false)
        .try_init();
}
