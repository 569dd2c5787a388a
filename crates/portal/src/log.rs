//! The log: one line for each event, on standard error, without personal data.

use tracing_subscriber::filter::LevelFilter;

/// How the log is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Log {
    /// Whether every line is a JSON object, for a collector of logs.
    pub json: bool,
    /// Whether every request gets a line: id, route, status, duration.
    pub permintaan: bool,
}

/// Starts the log. A second start changes nothing.
pub fn start_log(log: Log) {
    let tingkat = if log.permintaan {
        LevelFilter::INFO
    } else {
        LevelFilter::WARN
    };
    let dasar = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(tingkat)
        .with_target(false);
    let _ = if log.json {
        dasar
            .json()
            .flatten_event(true)
            .with_span_list(false)
            .try_init()
    } else {
        dasar.try_init()
    };
}
