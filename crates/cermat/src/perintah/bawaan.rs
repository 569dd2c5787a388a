//! No argument: the main job on the example package.

use std::path::{Path, PathBuf};

use super::susun;
use crate::argumen::{PAKET_CONTOH, Susun};
use crate::galat::Galat;
use crate::tampilan;

pub fn run() -> Result<(), Galat> {
    if !Path::new(PAKET_CONTOH).is_dir() {
        return Err(Galat::TidakDitemukan(format!(
            "Contoh {PAKET_CONTOH} tidak ada di folder ini. Jalankan dari folder repositori, atau susun paket kantor dengan: cermat susun PAKET"
        )));
    }
    tampilan::langkah(&format!("Tanpa perintah: menyusun contoh {PAKET_CONTOH}"));
    susun::run(&Susun {
        paket: vec![PathBuf::from(PAKET_CONTOH)],
        keluar: None,
        akhir: false,
        naskah: None,
        tanpa_pdf: false,
    })
}
