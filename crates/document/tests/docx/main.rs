//! Claims about the DOCX writer, made on the parts of the package that Word would open.

#![cfg(feature = "docx")]
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod nesting;
mod package;
mod reading;
#[path = "../sample/mod.rs"]
mod sample;
mod tables;
mod text;
