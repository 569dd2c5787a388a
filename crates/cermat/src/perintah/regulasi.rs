//! `cermat regulasi`: the law in force for a year, with citations, and what is still unverified.

use crate::argumen::Regulasi;
use crate::galat::Galat;
use crate::tampilan;

pub fn run(pilihan: &Regulasi) -> Result<(), Galat> {
    for baris in super::hukum()?.daftar(pilihan.tahun) {
        tampilan::baris(&baris);
    }
    Ok(())
}
