//! Claims about the portal, on a real server with a real database.

mod dasbor;
mod api;
mod harness;
mod isian;
mod akun;
mod kelola;
mod masuk;
mod perencanaan;
mod program;
mod schemathesis;
mod sso;
mod token;
