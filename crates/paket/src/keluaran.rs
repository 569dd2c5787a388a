//! A plain table as CSV or as a workbook, for people who go on with it in a spreadsheet. Not a package: nothing reads it back.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// Digits that a number of a spreadsheet keeps.
const DIGIT: usize = 15;
/// Characters of a sheet's name.
const PANJANG_NAMA: usize = 31;
/// Widest column, in characters.
const TERLEBAR: usize = 60;

/// A table: headings and rows of text, numbers written the Indonesian way ("1.234,50").
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TabelKeluar {
    /// Name of the sheet.
    pub nama: String,
    /// Headings.
    pub kepala: Vec<String>,
    /// Rows.
    pub baris: Vec<Vec<String>>,
}

impl TabelKeluar {
    /// As CSV with semicolons, which a spreadsheet with Indonesian settings opens as it is.
    ///
    /// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    #[must_use]
    pub fn csv(&self) -> Vec<u8> {
        let mut hasil = "\u{feff}".as_bytes().to_vec();
        for baris in std::iter::once(&self.kepala).chain(&self.baris) {
            let sel: Vec<String> = baris.iter().map(|sel| kutip(sel)).collect();
            hasil.extend_from_slice(sel.join(";").as_bytes());
            hasil.extend_from_slice(b"\r\n");
        }
        hasil
    }

    /// As a workbook of one sheet: headings fixed, numbers as numbers, nothing as a formula.
    ///
    /// # Errors
    /// More rows or longer text than a workbook can hold; in words.
    pub fn xlsx(&self) -> Result<Vec<u8>, String> {
        self.susun().map_err(|galat| galat.to_string())
    }

    fn susun(&self) -> Result<Vec<u8>, XlsxError> {
        let mut buku = Workbook::new();
        // A fixed day, so that the same table gives the same bytes.
        let hari = ExcelDateTime::from_ymd(2000, 1, 1)?;
        buku.set_properties(&DocProperties::new().set_creation_datetime(&hari));
        let tebal = Format::new().set_bold();
        let lembar = buku.add_worksheet();
        lembar.set_name(nama_lembar(&self.nama))?;
        lembar.set_freeze_panes(1, 0)?;
        for (kolom, judul) in (0_u16..).zip(&self.kepala) {
            let isi = self
                .baris
                .iter()
                .filter_map(|baris| baris.get(usize::from(kolom)));
            let lebar = isi
                .chain([judul])
                .map(|sel| sel.chars().count())
                .max()
                .unwrap_or(0);
            let lebar = u32::try_from(lebar.clamp(8, TERLEBAR)).unwrap_or(8);
            lembar.set_column_width(kolom, lebar)?;
            lembar.write_string_with_format(0, kolom, judul, &tebal)?;
        }
        for (nomor, baris) in (1_u32..).zip(&self.baris) {
            for (kolom, sel) in (0_u16..).zip(baris) {
                match angka(sel) {
                    Some((angka, presisi)) => {
                        let bentuk = Format::new().set_num_format(bentuk(presisi));
                        lembar.write_number_with_format(nomor, kolom, angka, &bentuk)?;
                    }
                    None => {
                        lembar.write_string(nomor, kolom, sel)?;
                    }
                }
            }
        }
        buku.save_to_buffer()
    }
}

/// The number that a text writes the Indonesian way and that a spreadsheet keeps whole, with its decimals.
fn angka(teks: &str) -> Option<(f64, usize)> {
    let polos = teks.replace('.', "");
    let (utuh, pecahan) = polos.split_once(',').unwrap_or((&polos, ""));
    let angka = utuh.strip_prefix('-').unwrap_or(utuh);
    let digit = |teks: &str| teks.chars().all(|huruf| huruf.is_ascii_digit());
    // What begins with a zero is a code; what has dots elsewhere than between thousands is no number.
    let kode = angka.len() > 1 && angka.starts_with('0');
    let bertitik = teks.contains('.') && teks.split(',').next() != Some(&ribuan(utuh));
    if angka.is_empty() || kode || bertitik || !digit(angka) || !digit(pecahan) {
        return None;
    }
    if angka.len().saturating_add(pecahan.len()) > DIGIT
        || (polos.contains(',') && pecahan.is_empty())
    {
        return None;
    }
    // A workbook holds doubles only; up to fifteen digits come out as they went in.
    Some((format!("{utuh}.{pecahan}0").parse().ok()?, pecahan.len()))
}

/// Digits with dots in groups of three.
fn ribuan(utuh: &str) -> String {
    let (tanda, angka) = match utuh.strip_prefix('-') {
        Some(angka) => ("-", angka),
        None => ("", utuh),
    };
    let mut hasil = tanda.to_owned();
    for (letak, digit) in angka.chars().enumerate() {
        if letak > 0 && angka.len().saturating_sub(letak).is_multiple_of(3) {
            hasil.push('.');
        }
        hasil.push(digit);
    }
    hasil
}

fn bentuk(presisi: usize) -> String {
    if presisi == 0 {
        "#,##0".to_owned()
    } else {
        format!("#,##0.{}", "0".repeat(presisi))
    }
}

fn nama_lembar(nama: &str) -> String {
    let bersih: String = nama
        .chars()
        .map(|huruf| {
            if "[]:*?/\\'".contains(huruf) || huruf.is_control() {
                ' '
            } else {
                huruf
            }
        })
        .take(PANJANG_NAMA)
        .collect();
    if bersih.trim().is_empty() {
        "Tabel".to_owned()
    } else {
        bersih.trim().to_owned()
    }
}

fn kutip(sel: &str) -> String {
    let rumus = sel.starts_with(['=', '+', '@', '\t', '\r'])
        || (sel.starts_with('-') && angka(sel).is_none());
    let isi = if rumus {
        format!("'{sel}")
    } else {
        sel.to_owned()
    };
    if isi.contains([';', '"', '\n', '\r', ',']) {
        format!("\"{}\"", isi.replace('"', "\"\""))
    } else {
        isi
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_words_and_codes() {
        assert_eq!(angka("1.234.567"), Some((1_234_567.0, 0)));
        assert_eq!(angka("-98,50"), Some((-98.5, 2)));
        for bukan in [
            "",
            "–",
            "0123",
            "1.23",
            "12,",
            "A1",
            "1234567890123456",
            "1,2,3",
            "2024-01-31",
        ] {
            assert_eq!(angka(bukan), None, "{bukan}");
        }
    }

    #[test]
    fn nothing_becomes_a_formula() {
        let tabel = TabelKeluar {
            nama: "a/b".to_owned(),
            kepala: vec!["unit".to_owned(), "nilai".to_owned()],
            baris: vec![
                vec!["=1+1;\"x\"".to_owned(), "-98,50".to_owned()],
                vec!["-x".to_owned(), "–".to_owned()],
            ],
        };
        let csv = String::from_utf8(tabel.csv()).expect("text");
        assert_eq!(
            csv,
            "\u{feff}unit;nilai\r\n\"'=1+1;\"\"x\"\"\";\"-98,50\"\r\n'-x;–\r\n"
        );
        assert!(tabel.xlsx().expect("a workbook").starts_with(b"PK"));
    }
}
