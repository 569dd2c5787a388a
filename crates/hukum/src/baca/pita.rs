//! Bands: proven to give every value of the scale exactly one class.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::teks::Angka;
use crate::pita::{Kelas, Pita};

/// Bands as written in a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BerkasPita {
    presisi: u32,
    minimum: Angka,
    maksimum: Option<Angka>,
    kelas: Vec<BerkasKelas>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BerkasKelas {
    #[serde(default)]
    huruf: String,
    nama: String,
    dari: Option<Angka>,
    di_atas: Option<Angka>,
}

impl BerkasPita {
    /// The bands, or everything that is wrong with them.
    pub(super) fn jadi(self) -> Result<Pita, Vec<String>> {
        let mut salah = Vec::new();
        let mut kelas = Vec::new();
        for k in self.kelas {
            match (k.dari, k.di_atas) {
                (Some(Angka(dari)), None) => kelas.push(Kelas {
                    huruf: k.huruf,
                    nama: k.nama,
                    dari,
                    di_atas: false,
                }),
                (None, Some(Angka(dari))) => kelas.push(Kelas {
                    huruf: k.huruf,
                    nama: k.nama,
                    dari,
                    di_atas: true,
                }),
                _ => salah.push(format!(
                    "kelas \"{}\" harus memakai salah satu: `dari` (>=) atau `di_atas` (>)",
                    k.nama
                )),
            }
        }
        let pita = Pita {
            presisi: self.presisi,
            minimum: self.minimum.0,
            maksimum: self.maksimum.map(|m| m.0),
            kelas,
        };
        salah.extend(cacat(&pita));
        if salah.is_empty() {
            Ok(pita)
        } else {
            Err(salah)
        }
    }
}

/// What breaks the promise "every rounded value of the scale has exactly one class".
///
/// [`Pita::kelas`] takes the highest class whose edge a value passes, so classes cannot overlap and have no gap between them
/// as long as edges ascend, each class holds at least one value of the grid, and the first class begins at the minimum.
fn cacat(pita: &Pita) -> Vec<String> {
    let mut salah = Vec::new();
    let langkah = Decimal::new(1, pita.presisi);
    let awal = |kelas: &Kelas| {
        if kelas.di_atas {
            kelas.dari + langkah
        } else {
            kelas.dari
        }
    };
    let Some(pertama) = pita.kelas.first() else {
        return vec!["pita tidak berisi satu kelas pun".to_owned()];
    };
    if awal(pertama) != pita.minimum {
        salah.push(format!(
            "kelas terendah \"{}\" harus mulai tepat pada minimum {} (tertulis mulai {}): ada celah atau kelebihan di bawah",
            pertama.nama,
            pita.minimum,
            awal(pertama)
        ));
    }
    for pasangan in pita.kelas.windows(2) {
        if let [bawah, atas] = pasangan
            && awal(atas) <= awal(bawah)
        {
            salah.push(format!(
                "batas kelas \"{}\" tidak lebih tinggi daripada \"{}\": kelas bertumpang tindih",
                atas.nama, bawah.nama
            ));
        }
    }
    for kelas in &pita.kelas {
        if kelas.dari.normalize().scale() > pita.presisi {
            salah.push(format!(
                "batas {} kelas \"{}\" lebih halus daripada presisi {}",
                kelas.dari, kelas.nama, pita.presisi
            ));
        }
        if pita.maksimum.is_some_and(|maksimum| awal(kelas) > maksimum) {
            salah.push(format!(
                "kelas \"{}\" mulai di atas nilai tertinggi skala",
                kelas.nama
            ));
        }
    }
    salah
}
