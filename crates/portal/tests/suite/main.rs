//! Claims about the portal, on a real server with a real database.

mod harness;
mod laporan;
mod masuk;
