//! `cermat templat`: an empty package, ready to be filled.

use std::path::Path;

use crate::argumen::Templat;
use crate::galat::Galat;
use crate::tampilan;

pub fn run(pilihan: &Templat) -> Result<(), Galat> {
    let hukum = super::hukum()?;
    let Some(profil) = hukum.profil(&pilihan.profil) else {
        let dikenal: Vec<&str> = hukum.profil.iter().map(|p| p.id.as_str()).collect();
        return Err(Galat::TidakDitemukan(format!(
            "Profil {:?} tidak dikenal. Profil yang ada: {}.",
            pilihan.profil,
            dikenal.join(", ")
        )));
    };
    let mentah = paket::templat(profil, &hukum, pilihan.tahun);
    write(&mentah, &pilihan.tujuan, pilihan.timpa)?;
    tampilan::selesai(&format!(
        "Paket kosong {} tahun {} ditulis ke {}",
        profil.nama,
        pilihan.tahun,
        pilihan.tujuan.display()
    ));
    tampilan::baris(&format!(
        "Isi datanya, lalu jalankan: cermat susun {}",
        pilihan.tujuan.display()
    ));
    Ok(())
}

/// Writes a package as a workbook where the target ends in `.xlsx`, otherwise as a folder.
pub fn write(mentah: &paket::Mentah, tujuan: &Path, timpa: bool) -> Result<(), Galat> {
    let hasil = if buku_kerja(tujuan) {
        paket::write_xlsx(mentah, tujuan, timpa)
    } else {
        paket::write_folder(mentah, tujuan, timpa)
    };
    hasil.map_err(|kesalahan| Galat::Paket(tujuan.to_owned(), kesalahan))
}

fn buku_kerja(jalur: &Path) -> bool {
    jalur
        .extension()
        .is_some_and(|ekor| ekor.eq_ignore_ascii_case("xlsx"))
}
