//! Claims about the portal, on a real server with a real database.

mod akun;
mod dasbor;
mod api;
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
