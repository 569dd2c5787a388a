//! The bands that a report prints itself ("80 – 99,99: Berhasil").

use document::source::Piece;
use hukum::{Hukum, Kelas as KelasHukum, Pita};
use rust_decimal::Decimal;

use crate::bacaan::{Angka, Bacaan, Klaim, Tabel};
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

/// The classes of a value by the provisions whose bounds stand in parentheses behind the category ("interval 76,61 – 88,30").
pub(super) fn berselang<'h>(
    hukum: &'h Hukum,
    bacaan: &Bacaan,
    klaim: &Klaim,
    kategori: &str,
    angka: &Angka,
) -> Vec<&'h KelasHukum> {
    let (Some(kalimat), Some(nilai), Some(tahun)) = (
        bacaan.kalimat.get(klaim.kalimat),
        angka.nilai,
        klaim.tahun.or(bacaan.identitas.tahun),
    ) else {
        return Vec::new();
    };
    let teks = bacaan.teks(&kalimat.letak);
    let sampai = |awal: usize| {
        let dari = klaim.letak.akhir.checked_sub(kalimat.letak.awal)?;
        teks.get(dari..awal.checked_sub(kalimat.letak.awal)?)
    };
    let batas: Vec<Decimal> = kalimat
        .angka
        .iter()
        .map(|id| bacaan.angka(*id))
        .filter(|a| a.letak.awal >= klaim.letak.akhir)
        .take_while(|a| {
            sampai(a.letak.awal)
                .is_some_and(|s| s.trim_start().starts_with('(') && !s.contains(')'))
        })
        .filter_map(|a| a.nilai)
        .collect();
    if batas.len() < 2 {
        return Vec::new();
    }
    let sen = Decimal::new(1, 2);
    let tepi = |pita: &Pita, n: Decimal| {
        pita.maksimum == Some(n)
            || pita
                .kelas
                .iter()
                .any(|k| k.dari == n || k.dari.checked_sub(n) == Some(sen))
    };
    hukum
        .berlaku(tahun)
        .filter_map(|k| k.pita())
        .filter(|pita| {
            batas.iter().all(|n| tepi(pita, *n))
                && pita
                    .kelas
                    .iter()
                    .any(|k| normal(&k.nama) == kategori || normal(&k.huruf) == kategori)
        })
        .filter_map(|pita| pita.kelas(nilai).ok().map(|(_, kelas)| kelas))
        .collect()
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
