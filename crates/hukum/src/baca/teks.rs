//! TOML to values: exact decimals, and the parser's complaints in Indonesian.

use rust_decimal::Decimal;
use serde::de::{self, DeserializeOwned, Deserializer, Visitor};
use toml::{Table, Value};

use super::Masalahan;

/// A decimal written as text with a point ("0.435"), so that no binary fraction ever stands between file and value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Angka(pub(crate) Decimal);

/// Reads a plain decimal: digits, at most one point, a leading minus; nothing else.
pub(crate) fn desimal(teks: &str) -> Option<Decimal> {
    let digit = teks.strip_prefix('-').unwrap_or(teks);
    let (bulat, pecahan) = digit.split_once('.').unwrap_or((digit, "0"));
    let hanya_digit = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if !hanya_digit(bulat) || !hanya_digit(pecahan) {
        return None;
    }
    Decimal::from_str_exact(teks).ok()
}

impl<'de> de::Deserialize<'de> for Angka {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pembaca;
        impl Visitor<'_> for Pembaca {
            type Value = Angka;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("angka dalam tanda kutip dengan titik desimal, misalnya \"0.435\"")
            }

            fn visit_str<E: de::Error>(self, teks: &str) -> Result<Angka, E> {
                desimal(teks).map(Angka).ok_or_else(|| {
                    E::custom(format!("\"{teks}\" bukan angka; tulis dengan titik desimal dalam tanda kutip, misalnya \"0.435\""))
                })
            }
        }
        deserializer.deserialize_str(Pembaca)
    }
}

/// The file as a table, or one defect with its line.
pub(crate) fn tabel(berkas: &str, isi: &str, masalah: &mut Masalahan) -> Option<Table> {
    match isi.parse::<Table>() {
        Ok(tabel) => Some(tabel),
        Err(galat) => {
            let baris = galat.span().map_or(1, |s| {
                isi[..s.start.min(isi.len())].matches('\n').count() + 1
            });
            masalah.catat(
                berkas,
                format!(
                    "baris {baris}: bukan TOML yang sah ({})",
                    galat.message().trim()
                ),
            );
            None
        }
    }
}

/// The whole table as one value.
pub(crate) fn satu<T: DeserializeOwned>(
    berkas: &str,
    tabel: Table,
    masalah: &mut Masalahan,
) -> Option<T> {
    nilai(berkas, "", Value::Table(tabel), masalah)
}

/// The entries of the only array of the file, each read on its own so that one bad entry does not hide the next.
/// `sebut` names the key of an entry by which a reader finds it.
pub(crate) fn banyak<T: DeserializeOwned>(
    berkas: &str,
    kunci: &str,
    sebut: &str,
    tabel: Table,
    masalah: &mut Masalahan,
) -> Vec<T> {
    let mut hasil = Vec::new();
    let mut ada = false;
    for (nama, isi) in tabel {
        match isi {
            Value::Array(entri) if nama == kunci => {
                ada = true;
                for (urutan, entri) in entri.into_iter().enumerate() {
                    let nama = entri
                        .get(sebut)
                        .and_then(Value::as_str)
                        .unwrap_or("tanpa nama");
                    let tempat = format!("{kunci} ke-{} ({nama}): ", urutan + 1);
                    hasil.extend(nilai(berkas, &tempat, entri, masalah));
                }
            }
            _ => masalah.catat(
                berkas,
                format!("bagian `{nama}` tidak dikenal; berkas ini hanya berisi [[{kunci}]]"),
            ),
        }
    }
    if !ada {
        masalah.catat(berkas, format!("tidak ada [[{kunci}]] di dalam berkas"));
    }
    hasil
}

fn nilai<T: DeserializeOwned>(
    berkas: &str,
    tempat: &str,
    isi: Value,
    masalah: &mut Masalahan,
) -> Option<T> {
    match isi.try_into() {
        Ok(nilai) => Some(nilai),
        Err(galat) => {
            masalah.catat(
                berkas,
                format!("{tempat}{}", terjemahkan(&galat.to_string())),
            );
            None
        }
    }
}

/// The parser's English complaint in Indonesian; what is not known stays as it is, so that nothing is lost.
fn terjemahkan(pesan: &str) -> String {
    const PASANGAN: [(&str, &str); 14] = [
        ("unknown field", "bidang tidak dikenal:"),
        ("missing field", "bidang belum diisi:"),
        ("duplicate field", "bidang tertulis dua kali:"),
        ("unknown variant", "pilihan tidak dikenal:"),
        ("expected one of", "yang dikenal:"),
        ("invalid type: ", "jenis isian keliru: tertulis "),
        ("invalid value: ", "isian keliru: tertulis "),
        (", expected ", ", seharusnya "),
        ("floating point", "bilangan pecahan"),
        ("integer", "bilangan bulat"),
        ("boolean", "true/false"),
        ("sequence", "daftar"),
        ("a string", "teks dalam tanda kutip"),
        ("string", "teks"),
    ];
    let mut pesan = pesan.trim().replace("\nin ", "; di ").replace('\n', " ");
    for (inggris, indonesia) in PASANGAN {
        pesan = pesan.replace(inggris, indonesia);
    }
    pesan
}
