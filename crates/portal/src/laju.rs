//! How often a token may ask: a steady rate, with a reserve for a burst.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Requests in a minute, where the installation says nothing else.
const SEMENIT: u32 = 600;
/// Tokens that are remembered before those that have rested are forgotten.
const INGAT: usize = 10_000;

/// The rate of each token.
#[derive(Debug)]
pub(crate) struct Laju {
    jarak: Duration,
    cadangan: Duration,
    /// When the token would have used up what it asked so far.
    sampai: Mutex<HashMap<String, Instant>>,
}

impl Laju {
    /// So many requests a minute; 0 for the usual number.
    pub(crate) fn new(semenit: u32) -> Self {
        let semenit = if semenit == 0 { SEMENIT } else { semenit };
        let jarak = Duration::from_secs(60)
            .checked_div(semenit)
            .unwrap_or(Duration::from_secs(1));
        Self {
            jarak,
            // A fifth of a minute's requests may come at once.
            cadangan: Duration::from_secs(12),
            sampai: Mutex::default(),
        }
    }

    /// Counts a request; where it comes too early, the seconds until the next one.
    pub(crate) fn lewat(&self, token: &str) -> Result<(), u64> {
        let kini = Instant::now();
        let mut daftar = self.sampai.lock().unwrap_or_else(PoisonError::into_inner);
        if daftar.len() > INGAT {
            daftar.retain(|_, sampai| *sampai > kini);
        }
        let sampai = daftar.get(token).copied().unwrap_or(kini).max(kini);
        let lebih = sampai.saturating_duration_since(kini);
        if lebih > self.cadangan {
            let tunggu = lebih.saturating_sub(self.cadangan);
            return Err(tunggu.as_secs().saturating_add(1));
        }
        daftar.insert(token.to_owned(), sampai + self.jarak);
        Ok(())
    }
}
