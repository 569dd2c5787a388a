//! Sums that are named for their column.

use super::kisi::{Kisi, kosong};
use crate::bacaan::{Baris, Kolom};
use crate::understand::kosakata::normal;

/// Whether a row is the sum of the one column that it fills, by its name and that column's heading: "Jumlah responden"
/// under "Responden".
pub(super) fn jumlah_kolom(kisi: &Kisi, kolom: &[Kolom], angka: &[usize], satu: &Baris) -> bool {
    let nama = normal(&satu.label);
    let Some(benda) = nama
        .strip_prefix("jumlah ")
        .or_else(|| nama.strip_prefix("total "))
    else {
        return false;
    };
    let mut terisi = angka
        .iter()
        .filter(|k| !kosong(kisi.teks(satu.row, **k)))
        .filter_map(|k| kolom.get(*k));
    let (Some(satu), None) = (terisi.next(), terisi.next()) else {
        return false;
    };
    let judul = normal(&satu.jalur.join(" "));
    angka.len() > 1
        && benda
            .split(' ')
            .all(|kata| judul.split(' ').any(|k| k == kata))
}
