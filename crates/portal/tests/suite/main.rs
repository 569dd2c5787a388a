//! Claims about the portal, on a real server with a real database.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod akun;
mod api;
mod dasbor;
mod harness;
mod isian;
mod kelola;
mod laporan;
mod masuk;
mod perencanaan;
mod periksa;
mod program;
mod schemathesis;
mod sso;
mod token;
