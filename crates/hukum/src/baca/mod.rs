//! Reads the data files: every defect of every file, never only the first.

mod instrumen;
mod kamus;
mod pita;
mod profil;
mod regulasi;
mod silang;
pub(crate) mod teks;

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use rust_embed::RustEmbed;

use crate::{Hukum, Masalah};

#[derive(RustEmbed)]
#[folder = "../../regulasi"]
struct BerkasRegulasi;

#[derive(RustEmbed)]
#[folder = "../../kamus"]
struct BerkasKamus;

#[derive(RustEmbed)]
#[folder = "../../profil"]
struct BerkasProfil;

#[derive(RustEmbed)]
#[folder = "../../contoh/kasus"]
struct BerkasKasus;

/// Defects found so far.
#[derive(Default)]
pub(crate) struct Masalahan(pub(crate) Vec<Masalah>);

impl Masalahan {
    pub(crate) fn catat(&mut self, berkas: &str, pesan: impl Into<String>) {
        self.0.push(Masalah {
            berkas: berkas.to_owned(),
            pesan: pesan.into(),
        });
    }
}

/// The TOML files of the law, the words and the kinds of office that travel inside the program, in the order of their paths.
///
/// # Errors
/// Files that are not UTF-8.
pub(crate) fn berkas_bawaan() -> Result<Vec<(String, String)>, Vec<Masalah>> {
    let mut masalah = Masalahan::default();
    let mut berkas = isi_folder::<BerkasRegulasi>("regulasi", &mut masalah);
    berkas.extend(isi_folder::<BerkasKamus>("kamus", &mut masalah));
    berkas.extend(isi_folder::<BerkasProfil>("profil", &mut masalah));
    if masalah.0.is_empty() {
        Ok(berkas)
    } else {
        Err(masalah.0)
    }
}

/// The worked cases that travel inside the program.
pub(crate) fn berkas_kasus() -> Result<Vec<(String, String)>, Vec<Masalah>> {
    let mut masalah = Masalahan::default();
    let berkas = isi_folder::<BerkasKasus>("contoh/kasus", &mut masalah);
    if masalah.0.is_empty() {
        Ok(berkas)
    } else {
        Err(masalah.0)
    }
}

fn isi_folder<E: RustEmbed>(folder: &str, masalah: &mut Masalahan) -> Vec<(String, String)> {
    let mut nama: Vec<_> = E::iter().filter(|nama| nama.ends_with(".toml")).collect();
    nama.sort_unstable();
    let mut berkas = Vec::with_capacity(nama.len());
    for nama in nama {
        let jalur = format!("{folder}/{nama}");
        let Some(isi) = E::get(&nama) else { continue };
        match String::from_utf8(isi.data.into_owned()) {
            Ok(teks) => berkas.push((jalur, teks)),
            Err(_) => masalah.catat(
                &jalur,
                "berkas bukan teks UTF-8; simpan ulang sebagai UTF-8",
            ),
        }
    }
    berkas
}

/// A mark of the files. It need not hold from one build to the next: another mark only costs computing again.
fn sidik(berkas: &[(String, String)]) -> u64 {
    let mut sidik = DefaultHasher::new();
    berkas.hash(&mut sidik);
    sidik.finish()
}

/// Reads the given files and nothing else.
pub(crate) fn dari_berkas(berkas: &[(String, String)]) -> Result<Hukum, Vec<Masalah>> {
    let mut masalah = Masalahan::default();
    let mut hukum = Hukum {
        sidik: sidik(berkas),
        ..Hukum::default()
    };
    let mut asal = silang::Asal::default();
    for (jalur, isi) in berkas {
        let jalur = jalur.replace('\\', "/");
        let bagian: Vec<&str> = jalur.split('/').collect();
        let Some(tabel) = teks::tabel(&jalur, isi, &mut masalah) else {
            continue;
        };
        match bagian.as_slice() {
            ["regulasi", id, "regulasi.toml"] => {
                if let Some(regulasi) = regulasi::regulasi(&jalur, id, tabel, &mut masalah) {
                    asal.regulasi.push(jalur);
                    hukum.regulasi.push(regulasi);
                }
            }
            ["regulasi", id, _] => {
                for ketentuan in regulasi::ketentuan(&jalur, id, tabel, &mut masalah) {
                    asal.ketentuan.push(jalur.clone());
                    hukum.ketentuan.push(ketentuan);
                }
            }
            ["kamus", _] => {
                for istilah in kamus::istilah(&jalur, tabel, &mut masalah) {
                    asal.istilah.push(jalur.clone());
                    hukum.kamus.istilah.push(istilah);
                }
            }
            ["profil", "instrumen", nama] => {
                if let Some(instrumen) = instrumen::instrumen(&jalur, nama, tabel, &mut masalah) {
                    asal.instrumen.push(jalur);
                    hukum.instrumen.push(instrumen);
                }
            }
            ["profil", id, "profil.toml"] => {
                if let Some(profil) = profil::profil(&jalur, id, tabel, &mut asal.minimum, &mut masalah) {
                    asal.profil.push(jalur);
                    hukum.profil.push(profil);
                }
            }
            _ => masalah.catat(
                &jalur,
                "letak berkas tidak dikenal; tempatnya regulasi/<id>/, kamus/, profil/instrumen/ atau profil/<id>/profil.toml",
            ),
        }
    }
    let hukum = silang::lengkapi(hukum, &asal, &mut masalah);
    if masalah.0.is_empty() {
        Ok(hukum)
    } else {
        Err(masalah.0)
    }
}
