//! Claims about the portal, on a real server with a real database.

mod dasbor;
mod harness;
mod isian;
mod akun;
mod harness;
mod kelola;
mod masuk;
mod perencanaan;
mod periksa;
