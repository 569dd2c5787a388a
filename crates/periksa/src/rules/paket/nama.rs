//! Which thing of the office's data a name in a document means.

use std::collections::HashMap;

use kinerja::Kode;
use kinerja::hasil::{HasilIndikator, HasilPerjanjian};

use crate::Data;
use crate::bacaan::Bacaan;
use crate::understand::kosakata::normal;

/// Indicators of a document by the key of their `Perihal`, as the data know them.
pub(super) struct NamaIndikator<'a> {
    /// Indicators of the profile.
    profil: HashMap<&'a str, &'a HasilIndikator>,
    /// Lines of the agreement, of the year and of the next, by year.
    perjanjian: HashMap<(String, i16), Vec<&'a HasilPerjanjian>>,
}

impl<'a> NamaIndikator<'a> {
    pub(super) fn new(bacaan: &'a Bacaan<'a>, data: Data<'a>) -> Self {
        let mut nama = Self {
            profil: HashMap::new(),
            perjanjian: HashMap::new(),
        };
        let berikutnya = data.hasil.perjanjian_berikutnya.iter();
        let perjanjian: Vec<(i16, &HasilPerjanjian)> = data
            .hasil
            .perjanjian
            .iter()
            .map(|baris| (data.hasil.tahun, baris))
            .chain(berikutnya.flat_map(|p| p.baris.iter().map(|baris| (p.tahun, baris))))
            .collect();
        for cetak in &bacaan.indikator {
            let kunci = cetak.kunci.as_str();
            let sebutan: Vec<String> = varian(&cetak.nama).collect();
            let satu = data.hasil.indikator.iter().find(|h| {
                // A code alone is too little: another kind of office may use it for something else.
                let kode = cetak.kode.as_deref().map(str::to_lowercase);
                kode.as_deref() == Some(h.awalan.as_str())
                    || sebutan
                        .iter()
                        .any(|s| s == &h.awalan || nama_data(data, h).contains(s))
            });
            if let Some(satu) = satu {
                nama.profil.insert(kunci, satu);
            }
            for (tahun, baris) in &perjanjian {
                let Some(masukan) = data.masukan.perjanjian.get(baris.baris) else {
                    continue;
                };
                let sama_kode = satu.is_some_and(|h| h.awalan == masukan.kode.to_lowercase());
                if sama_kode || sebutan.contains(&normal(&masukan.indikator)) {
                    let daftar = nama
                        .perjanjian
                        .entry((kunci.to_owned(), *tahun))
                        .or_default();
                    daftar.push(baris);
                }
            }
        }
        nama
    }

    /// The indicator of the data that a key means.
    pub(super) fn profil(&self, kunci: &str) -> Option<&'a HasilIndikator> {
        self.profil.get(kunci).copied()
    }

    /// Targets of the agreement for a key.
    pub(super) fn target(&self, kunci: &str, tahun: i16) -> impl Iterator<Item = &'a Kode> {
        self.baris(kunci, tahun).iter().map(|baris| &baris.target)
    }

    /// Lines of the agreement for a key.
    pub(super) fn baris(&self, kunci: &str, tahun: i16) -> &[&'a HasilPerjanjian] {
        self.perjanjian
            .get(&(kunci.to_owned(), tahun))
            .map_or(&[], Vec::as_slice)
    }
}

/// A name as it stands and without what stands in parentheses, and what stands there, each for comparison.
fn varian(nama: &str) -> impl Iterator<Item = String> {
    let (luar, dalam) = match nama.split_once('(') {
        Some((luar, sisa)) => (luar, sisa.split(')').next().unwrap_or_default()),
        None => (nama, ""),
    };
    [nama, luar, dalam]
        .map(normal)
        .into_iter()
        .filter(|n| !n.is_empty())
}

/// All names under which the data know an indicator.
fn nama_data(data: Data, indikator: &HasilIndikator) -> Vec<String> {
    let kode = &indikator.profil.kode;
    let tahunan = data.masukan.indikator.iter();
    let perjanjian = data.masukan.perjanjian.iter();
    std::iter::once(&indikator.profil.nama)
        .chain(&indikator.profil.alias)
        .chain(tahunan.filter(|b| &b.kode == kode).map(|b| &b.nama))
        .chain(perjanjian.filter(|b| &b.kode == kode).map(|b| &b.indikator))
        .map(|nama| normal(nama))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::varian;

    #[test]
    fn a_name_is_known_with_and_without_its_short_form() {
        let semua: Vec<String> = varian("Indeks Kepuasan Masyarakat (IKM)").collect();
        assert_eq!(
            semua,
            [
                "indeks kepuasan masyarakat ikm",
                "indeks kepuasan masyarakat",
                "ikm"
            ]
        );
    }
}
