//! Wall time and peak memory of a process.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

/// What several runs of one command took.
pub struct Figure {
    walls: Vec<Duration>,
    /// Largest resident set seen, KiB.
    pub peak_kib: u64,
}

impl Figure {
    /// The middle run.
    pub fn median(&self) -> Duration {
        self.walls
            .get(self.walls.len() / 2)
            .copied()
            .unwrap_or_default()
    }

    /// The fastest run.
    pub fn min(&self) -> Duration {
        self.walls.first().copied().unwrap_or_default()
    }

    /// The slowest run.
    pub fn max(&self) -> Duration {
        self.walls.last().copied().unwrap_or_default()
    }
}

/// Runs a command several times, each in a new process, and fails when one run fails.
pub fn repeat(runs: usize, command: impl Fn() -> Command) -> Result<Figure> {
    let mut figure = Figure {
        walls: Vec::new(),
        peak_kib: 0,
    };
    for _ in 0..runs {
        let start = Instant::now();
        let mut child = command()
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        figure.peak_kib = figure.peak_kib.max(watch(&mut child)?);
        figure.walls.push(start.elapsed());
        let status = child.wait()?;
        ensure!(status.success(), "a measured command failed: {status}");
    }
    figure.walls.sort();
    Ok(figure)
}

/// Waits for the end and reads the kernel's high-water mark on the way; it only grows, so the last reading is the peak.
fn watch(child: &mut Child) -> Result<u64> {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait()?.is_none() {
        if let Ok(text) = fs::read_to_string(&status) {
            let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let kib = line
                .and_then(|rest| rest.split_whitespace().next())
                .and_then(|n| n.parse().ok());
            peak = peak.max(kib.unwrap_or_default());
        }
        thread::sleep(Duration::from_millis(2));
    }
    Ok(peak)
}
