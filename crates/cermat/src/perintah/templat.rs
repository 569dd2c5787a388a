//! `cermat templat`: an empty package, ready to be filled.

use std::path::Path;

use hukum::ProfilKantor;

use crate::argumen::Templat;
use crate::galat::Galat;
use crate::tampilan;

pub fn run(pilihan: &Templat) -> Result<(), Galat> {
    let hukum = super::hukum()?;
    let diminta = pilihan.profil.as_deref();
    let cocok = |p: &&ProfilKantor| diminta.is_none_or(|id| p.id == id);
    let Some(profil) = hukum.profil.iter().find(cocok) else {
        let dikenal: Vec<&str> = hukum.profil.iter().map(|p| p.id.as_str()).collect();
        return Err(Galat::TidakDitemukan(format!(
            "Profil {:?} tidak dikenal. Profil yang ada: {}.",
            diminta.unwrap_or_default(),
            dikenal.join(", ")
        )));
    };
    let terbaru = hukum.ketentuan.iter().map(|k| k.mulai).max();
    let tahun = pilihan.tahun.or(terbaru).unwrap_or_default();
    let mentah = paket::templat(profil, &hukum, tahun);
    write(&mentah, &pilihan.tujuan, pilihan.timpa)?;
    tampilan::selesai(&format!(
        "Paket kosong {} tahun {} ditulis ke {}",
        profil.nama,
        tahun,
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
    hasil.map_err(|kesalahan| {
        let jalur = tujuan.to_owned();
        if kesalahan.iter().all(paket::Kesalahan::pada_tujuan) {
            Galat::Tujuan(jalur, kesalahan)
        } else {
            Galat::Paket(jalur, kesalahan)
        }
    })
}

fn buku_kerja(jalur: &Path) -> bool {
    jalur
        .extension()
        .is_some_and(|ekor| ekor.eq_ignore_ascii_case("xlsx"))
}
