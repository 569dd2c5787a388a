//! Claims about the portal, on a real server with a real database.

mod akun;
mod dasbor;
mod harness;
mod isian;
mod kelola;
mod laporan;
mod masuk;
mod perencanaan;
mod periksa;
