//! Charts, each by the name under which templates ask for it.

mod anggaran;
mod indikator;
mod organisasi;

use std::collections::BTreeMap;

use document::chart::Chart;
use document::{Figure, Image};

use crate::Bahan;
use crate::alat::kata;

/// Charts for a page that shows a year at a glance, by name: those of the report, and "<indikator>.tren",
/// where realisasi and target run over the years as lines.
#[must_use]
pub fn grafik(bahan: &Bahan<'_>) -> BTreeMap<String, Figure> {
    let mut kumpulan = Kumpulan(BTreeMap::new());
    indikator::semua(bahan, &mut kumpulan);
    indikator::tren(bahan, &mut kumpulan);
    anggaran::semua(bahan, &mut kumpulan);
    kumpulan.0
}

/// All charts that the data allow, by name.
pub(crate) fn semua(bahan: &Bahan<'_>) -> BTreeMap<String, Figure> {
    let mut kumpulan = Kumpulan(BTreeMap::new());
    organisasi::semua(bahan, &mut kumpulan);
    indikator::semua(bahan, &mut kumpulan);
    anggaran::semua(bahan, &mut kumpulan);
    kumpulan.0
}

/// Charts while they are gathered.
pub(crate) struct Kumpulan(BTreeMap<String, Figure>);

impl Kumpulan {
    fn tambah(&mut self, nama: &str, judul: String, grafik: Chart, alt: String) {
        let gambar = Figure {
            anchor: Some(format!("gambar.{nama}")),
            caption: kata(judul),
            image: Image::Chart(grafik),
            alt,
            source: None,
        };
        self.0.insert(nama.to_owned(), gambar);
    }
}
