//! The bands that a report prints itself ("80 – 99,99: Berhasil").

use document::source::Piece;
use rust_decimal::Decimal;

use crate::bacaan::{Angka, Bacaan, Tabel};
use crate::understand::kosakata::normal;

/// The categories that the tables of bands with that category give to a value, as printed; empty where none does.
pub(super) fn kategori(bacaan: &Bacaan, kategori: &str, angka: &Angka) -> Vec<String> {
    let Some(nilai) = angka.nilai else {
        return Vec::new();
    };
    let mut hasil = Vec::new();
    for tabel in &bacaan.tabel {
        let pita = pita(bacaan, tabel);
        if pita.len() >= 3 && pita.iter().any(|p| normal(&p.nama) == kategori) {
            hasil.extend(pita.into_iter().filter(|p| p.muat(nilai)).map(|p| p.nama));
        }
    }
    hasil
}

/// A table of bands is small; a larger one is none.
const SEL_TERBANYAK: usize = 150;

struct Kelas {
    nama: String,
    dari: Option<Decimal>,
    sampai: Option<Decimal>,
}

impl Kelas {
    /// Whether a value falls in the band, its edges included.
    fn muat(&self, nilai: Decimal) -> bool {
        self.dari.is_none_or(|dari| dari <= nilai)
            && self.sampai.is_none_or(|sampai| nilai <= sampai)
    }
}

/// The bands of a table: in each row one cell of words and one cell of bounds.
fn pita(bacaan: &Bacaan, tabel: &Tabel) -> Vec<Kelas> {
    let Some(Piece::Grid(grid)) = bacaan.sumber.pieces.get(tabel.piece) else {
        return Vec::new();
    };
    if grid.cells.len() > SEL_TERBANYAK {
        return Vec::new();
    }
    let mut batas = Vec::new();
    for sel in &grid.cells {
        let angka: Vec<Decimal> = tabel
            .angka
            .get(&(sel.row, sel.column))
            .into_iter()
            .flatten()
            .filter_map(|id| bacaan.angka(*id).nilai)
            .collect();
        let teks = sel.passage.text.trim().to_lowercase();
        let diawali = |daftar: &[&str]| daftar.iter().any(|awal| teks.starts_with(awal));
        let (dari, sampai) = match angka.as_slice() {
            [dari, sampai] if dari < sampai => (Some(*dari), Some(*sampai)),
            [satu] if diawali(&["≥", ">", "lebih dari", "di atas", "minimal"]) => {
                (Some(*satu), None)
            }
            [satu] if diawali(&["≤", "<", "kurang dari", "di bawah", "maksimal"]) => {
                (None, Some(*satu))
            }
            _ => continue,
        };
        batas.push((sel.row, dari, sampai));
    }
    let mut hasil = Vec::new();
    for (baris, dari, sampai) in batas {
        hasil.extend(
            grid.cells
                .iter()
                .filter(|sel| sel.row == baris)
                .map(|sel| sel.passage.text.trim())
                .filter(|teks| {
                    !teks.is_empty() && teks.chars().all(|c| c.is_alphabetic() || c == ' ')
                })
                .map(|nama| Kelas {
                    nama: nama.to_owned(),
                    dari,
                    sampai,
                }),
        );
    }
    hasil
}
