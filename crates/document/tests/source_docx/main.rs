//! Claims about the reader of Word files, made on files that a test builds part by part, and on those of our own writer.

#![cfg(all(feature = "read", feature = "docx"))]
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod make;
#[path = "../sample/mod.rs"]
mod sample;

mod comment;
mod hostile;
mod math;
mod notes;
mod numbers;
mod own;
mod tables;
mod text;
