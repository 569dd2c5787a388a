//! One file per command.

pub mod bawaan;
pub mod data;
pub mod jelaskan;
pub mod layani;
pub mod periksa;
pub mod perjanjian;
pub mod regulasi;
pub mod susun;
pub mod templat;
pub mod ubah;

use hukum::Hukum;

use crate::galat::Galat;

/// The law that travels inside the program.
fn hukum() -> Result<Hukum, Galat> {
    Hukum::bawaan().map_err(|masalah| {
        let daftar: Vec<String> = masalah.iter().map(ToString::to_string).collect();
        Galat::Dalam(daftar.join("\n"))
    })
}
