//! An empty package for a kind of office.
pub fn templat() {}
