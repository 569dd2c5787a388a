//! Planted errors: clean reports of offices that do not exist, errors of known kinds at known places, and how many of
//! them the checker finds.

pub mod acak;
pub mod catatan;
pub mod daun;
pub mod jenis;
pub mod kantor;
pub mod rute;
pub mod skor;
pub mod tambahan;
pub mod tanam;
