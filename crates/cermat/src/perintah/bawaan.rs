//! No argument: the main job on the example package, then the portal on its year.

use std::path::{Path, PathBuf};

use super::{layani, susun};
use crate::argumen::layani::{ALAMAT, Layani};
use crate::argumen::{FOLDER_HASIL, PAKET_CONTOH, Susun};
use crate::galat::Galat;
use crate::tampilan;

/// Folder of the example's database, beside its report.
const FOLDER_CONTOH: &str = "portal-contoh";

pub fn run() -> Result<(), Galat> {
    let paket = Path::new(PAKET_CONTOH);
    if !paket.is_dir() {
        return Err(Galat::TidakDitemukan(format!(
            "Contoh {PAKET_CONTOH} tidak ada di folder ini. Jalankan dari folder repositori, atau susun paket kantor dengan: cermat susun PAKET"
        )));
    }
    tampilan::langkah(&format!("Tanpa perintah: menyusun contoh {PAKET_CONTOH}"));
    susun::run(&Susun {
        paket: vec![paket.to_owned()],
        keluar: None,
        akhir: false,
        naskah: None,
        tanpa_pdf: false,
    })?;
    layani::run_contoh(
        &Layani {
            alamat: ALAMAT,
            folder: PathBuf::from(FOLDER_HASIL).join(FOLDER_CONTOH),
            basis_data: None,
            asal: None,
            proksi: false,
            log_permintaan: false,
            log_json: false,
            laju_api: 0,
            sso: None,
        },
        paket,
    )
}
