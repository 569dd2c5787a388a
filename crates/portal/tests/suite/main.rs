//! Claims about the portal, on a real server with a real database.

mod harness;
mod masuk;
mod perencanaan;
