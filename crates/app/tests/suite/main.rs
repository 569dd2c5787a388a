//! Use cases on a real store, with the real example packages.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod alur;
mod isian;
mod izin;
mod kelola;
mod laporan;
mod masuk;
mod paket;
mod pemeriksaan;
mod perencanaan;
mod ringkasan;
mod sso;
mod token;
mod umum;
mod unit;
