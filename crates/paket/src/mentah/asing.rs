//! A table from another program: CSV with whatever separator it has, or the sheets of a workbook. The limits are those of a package.

use super::{BarisKe, BarisMentah, buku, folder};
use crate::batas;
use crate::kesalahan::{Galat, Kesalahan, tempat};

/// A table as another program wrote it: its headings may stand in any row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TabelAsing {
    /// Name of the sheet, or of the file.
    pub nama: String,
    /// Its rows, empty ones left out; all have the same number of cells.
    pub baris: Vec<BarisMentah>,
}

/// Separators, the likelier one first: where two serve equally well, the first is meant.
const PEMISAH: [u8; 3] = [b';', b'\t', b','];
/// Lines by which the separator is told.
const BARIS_CONTOH: usize = 50;

/// Reads the tables of a CSV file or of an `.xlsx` workbook from its bytes, as an upload brings them.
///
/// # Errors
/// What cannot be read at all: broken encoding, too large, hostile, formulas; and a file without any table.
pub fn read_asing(nama: &str, bita: &[u8]) -> Result<Vec<TabelAsing>, Vec<Kesalahan>> {
    let mut galat = Galat::default();
    let buku_kerja = bita.starts_with(b"PK") || bita.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    let terbesar = if buku_kerja {
        batas::BUKU_KERJA
    } else {
        batas::BERKAS_TEKS
    };
    let ukuran = u64::try_from(bita.len()).unwrap_or(u64::MAX);
    if ukuran > terbesar {
        galat.push(folder::terlalu_besar(nama, ukuran, terbesar));
        return galat.selesai(Vec::new());
    }
    let mentah = if buku_kerja {
        buku::baca_asing(nama, bita, &mut galat)
    } else {
        folder::teks_bita(bita, nama, &mut galat)
            .and_then(|isi| csv(nama, &isi, &mut galat))
            .map(|baris| vec![(nama.to_owned(), baris)])
            .unwrap_or_default()
    };
    let daftar: Vec<TabelAsing> = mentah
        .into_iter()
        .map(|(nama, baris)| TabelAsing {
            nama,
            baris: rata(baris),
        })
        .filter(|tabel| !tabel.baris.is_empty())
        .collect();
    if daftar.is_empty() && galat.kosong() {
        galat.push(Kesalahan::new(
            "berkas-kosong",
            tempat(nama, 0, ""),
            "berkas tidak berisi tabel",
            "pilih berkas yang memuat baris judul dan baris data",
        ));
    }
    galat.selesai(daftar)
}

fn csv(nama: &str, isi: &str, galat: &mut Galat) -> Option<Vec<BarisMentah>> {
    let mut pembaca = csv::ReaderBuilder::new()
        .delimiter(pemisah(isi))
        .has_headers(false)
        .flexible(true)
        .from_reader(isi.as_bytes());
    let mut rekaman = csv::StringRecord::new();
    let mut hasil = Vec::new();
    while pembaca.read_record(&mut rekaman).unwrap_or(false) {
        let nomor = rekaman
            .position()
            .map_or(0, |letak| u32::try_from(letak.line()).unwrap_or(u32::MAX));
        let terlalu = if rekaman.len() > batas::KOLOM {
            "kolom-terlalu-banyak"
        } else if hasil.len() == batas::BARIS {
            "baris-terlalu-banyak"
        } else {
            hasil.push(BarisMentah {
                nomor: BarisKe(nomor),
                sel: rekaman.iter().map(str::to_owned).collect(),
            });
            continue;
        };
        galat.push(Kesalahan::new(
            terlalu,
            tempat(nama, nomor, ""),
            format!(
                "tabel lebih besar daripada {} baris dan {} kolom",
                batas::BARIS,
                batas::KOLOM
            ),
            "hapus isi di luar tabelnya",
        ));
        return None;
    }
    Some(hasil)
}

/// The separator by which most lines have the same number of cells.
fn pemisah(isi: &str) -> u8 {
    let sama = |pemisah: u8| {
        let cacah: Vec<usize> = isi
            .lines()
            .filter(|baris| !baris.trim().is_empty())
            .take(BARIS_CONTOH)
            .map(|baris| di_luar_petik(baris, pemisah))
            .collect();
        cacah
            .iter()
            .filter(|banyak| **banyak > 0)
            .map(|banyak| cacah.iter().filter(|lain| *lain == banyak).count())
            .max()
            .unwrap_or(0)
    };
    let mut terbaik = (0, b';');
    for calon in PEMISAH {
        let nilai = sama(calon);
        if nilai > terbaik.0 {
            terbaik = (nilai, calon);
        }
    }
    terbaik.1
}

fn di_luar_petik(baris: &str, pemisah: u8) -> usize {
    let mut di_dalam = false;
    baris
        .bytes()
        .filter(|bita| {
            di_dalam ^= *bita == b'"';
            !di_dalam && *bita == pemisah
        })
        .count()
}

/// Rows without the empty ones, all of one length.
fn rata(mut baris: Vec<BarisMentah>) -> Vec<BarisMentah> {
    baris.retain(|satu| satu.sel.iter().any(|sel| !sel.trim().is_empty()));
    let lebar = baris
        .iter()
        .map(|satu| {
            satu.sel
                .iter()
                .rposition(|sel| !sel.trim().is_empty())
                .map_or(0, |letak| letak + 1)
        })
        .max()
        .unwrap_or(0);
    for satu in &mut baris {
        satu.sel.resize(lebar, String::new());
    }
    baris
}
