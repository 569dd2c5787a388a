//! Journeys through a real browser: Chromium, driven by its own driver.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../suite/harness.rs"]
#[expect(dead_code, reason = "the journeys need only the server of the harness")]
mod harness;
mod isian;
mod jendela;
mod perjalanan;
