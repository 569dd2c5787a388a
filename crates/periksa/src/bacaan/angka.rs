//! Numbers as printed.

use kinerja::Selang;
use rust_decimal::Decimal;

use super::Letak;

/// Index of a number in [`Bacaan::angka`](super::Bacaan::angka).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AngkaId(pub usize);

/// A number as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Angka {
    /// Where, with its "Rp" before and its "%" or ",-" behind.
    pub letak: Letak,
    /// As printed.
    pub teks: String,
    /// Its value. A malformed number that can be meant in one way only has that value; otherwise none.
    pub nilai: Option<Decimal>,
    /// Decimals as printed.
    pub presisi: u32,
    /// Power of ten that a word behind it adds: 6 for "juta", 9 for "miliar", otherwise 0; `nilai` holds it already.
    pub skala: u32,
    /// Unit as printed beside it.
    pub satuan: SatuanCetak,
    /// What is wrong with how it is written.
    pub cacat: Option<Cacat>,
    /// What it is there for.
    pub golongan: Golongan,
    /// Its value in words, as printed in parentheses behind it ("dua puluh").
    pub terbilang: Option<Letak>,
}

/// Unit as printed beside a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SatuanCetak {
    /// None.
    Tanpa,
    /// "%" or "persen".
    Persen,
    /// "Rp" or "rupiah"; `nilai` is in rupiah also where the text says "juta".
    Rupiah,
    /// "indeks" or "poin".
    Indeks,
    /// "orang", "pegawai", "responden", "unsur", "layanan", "dokumen" and other things that are counted.
    Cacah,
}

/// What is wrong with how a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cacat {
    /// A decimal point in a document of decimal commas.
    TitikDesimal,
    /// A group behind a dot that has not three digits ("10.979.506.00").
    KelompokDigit,
    /// Two decimal marks, or a dot behind the comma.
    DuaTanda,
    /// Space or letter inside ("10. 979.506", "1O5").
    Tersisip,
    /// Digits that stand beside it without a gap or sense (".2%" behind a full stop).
    Menempel,
}

/// What a number is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Golongan {
    /// A figure: something that was measured, counted, spent or promised.
    Besaran,
    /// A year, or a range of years.
    Tahun,
    /// Part of a date or an hour.
    Tanggal,
    /// Part of the number of a law, a letter, a person, a telephone, an address.
    Nomor,
    /// A number in a list, a heading, a table's numbering, a page, a footnote mark.
    Urutan,
    /// Part of a name ("Kelas I", "Eselon 1", "BerAKHLAK 5").
    Nama,
    /// A bound of a scale or of a band.
    Batas,
}

impl Angka {
    /// Whether it is a figure with a value.
    #[must_use]
    pub fn besaran(&self) -> Option<Decimal> {
        match self.golongan {
            Golongan::Besaran => self.nilai,
            _ => None,
        }
    }

    /// All values that the printed one may stand for: half a unit of the last digit to either side; a count is exact.
    #[must_use]
    pub fn selang(&self) -> Option<Selang> {
        let nilai = self.nilai?;
        let cacah = matches!(self.satuan, SatuanCetak::Cacah | SatuanCetak::Rupiah)
            && self.presisi == 0
            && self.skala == 0;
        if cacah {
            return Some(Selang::titik(nilai));
        }
        // "Rp10,97 miliar" is printed to ten million rupiah.
        let satu = Decimal::from(10u64.checked_pow(self.skala)?);
        let dasar = Selang::pembulatan(nilai.checked_div(satu)?, self.presisi);
        Some(Selang {
            bawah: dasar.bawah.checked_mul(satu)?,
            atas: dasar.atas.checked_mul(satu)?,
        })
    }
}
