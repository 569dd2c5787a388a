//! Tables, each by the name under which templates ask for it.

mod anggaran;
mod fakta;
mod indikator;
mod kantor;
mod kinerja_anggaran;
mod lain;
mod perencanaan;
mod survei;

pub(crate) use fakta::daftar_fakta;
pub(crate) use lain::ketentuan_belum_terverifikasi;
pub(crate) use perencanaan::{formulir_anggaran, perjanjian};

use std::collections::BTreeMap;

use document::Table;

use crate::Bahan;

/// All tables that the data allow, by name.
pub(crate) fn semua(bahan: &Bahan<'_>) -> BTreeMap<String, Table> {
    let mut kumpulan = Kumpulan(BTreeMap::new());
    kantor::semua(bahan, &mut kumpulan);
    perencanaan::semua(bahan, &mut kumpulan);
    indikator::semua(bahan, &mut kumpulan);
    survei::semua(bahan, &mut kumpulan);
    anggaran::semua(bahan, &mut kumpulan);
    kinerja_anggaran::semua(bahan, &mut kumpulan);
    lain::semua(bahan, &mut kumpulan);
    kumpulan.0
}

/// Tables while they are gathered.
pub(crate) struct Kumpulan(BTreeMap<String, Table>);

impl Kumpulan {
    /// Adds a table; one without rows is not there.
    fn tambah(&mut self, nama: impl Into<String>, tabel: Table) {
        if !tabel.body.is_empty() {
            self.0.insert(nama.into(), tabel);
        }
    }
}
