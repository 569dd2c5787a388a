//! `cermat ubah`: a package from folder to workbook or back, without loss.

use super::templat::write;
use crate::argumen::Ubah;
use crate::galat::Galat;
use crate::tampilan;

pub fn run(pilihan: &Ubah) -> Result<(), Galat> {
    let mentah = paket::read_mentah(&pilihan.dari)
        .map_err(|kesalahan| Galat::Paket(pilihan.dari.clone(), kesalahan))?;
    write(&mentah, &pilihan.ke, pilihan.timpa)?;
    tampilan::selesai(&format!(
        "{} diubah menjadi {}",
        pilihan.dari.display(),
        pilihan.ke.display()
    ));
    Ok(())
}
