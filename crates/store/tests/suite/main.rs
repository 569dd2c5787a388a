//! One suite for both databases: `cargo xtask test` brings a PostgreSQL server; without one, SQLite alone is tried.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod audit;
mod kedua_basis;
mod kelola;
mod lembar;
mod ringkasan;
mod skema;
mod umum;
