//! `cermat susun`: the main job, from a package to the report and the findings.

mod ringkasan;

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

use app::Tolakan;
use app::telaah::temuan_json;
use hukum::Hukum;
use laporan::Naskah;

use crate::argumen::{FOLDER_HASIL, Susun};
use crate::galat::Galat;
use crate::keluaran::{self, Berkas};
use crate::tampilan;
use ringkasan::Terbit;

/// Largest text of an office's own naskah, in bytes.
const NASKAH_TERBESAR: u64 = 1 << 20;

pub fn run(pilihan: &Susun) -> Result<(), Galat> {
    let hukum = super::hukum()?;
    let naskah = read_naskah(pilihan.naskah.as_deref())?;
    match pilihan.paket.as_slice() {
        [satu] => {
            let tujuan = folder_hasil(pilihan, satu);
            let terbit = Penyusun {
                hukum: &hukum,
                naskah: &naskah,
                pilihan,
                sunyi: false,
            }
            .susun(satu, &tujuan)?;
            terbit.tampilkan();
            Ok(())
        }
        banyak => susun_banyak(&hukum, &naskah, pilihan, banyak),
    }
}

/// Several packages side by side, one per core; each says how it went, and one that fails stops no other.
fn susun_banyak(
    hukum: &Hukum,
    naskah: &Naskah,
    pilihan: &Susun,
    paket: &[PathBuf],
) -> Result<(), Galat> {
    let antrean: Mutex<VecDeque<&PathBuf>> = Mutex::new(paket.iter().collect());
    let gagal = Mutex::new(0usize);
    let pekerja = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(paket.len());
    let penyusun = Penyusun {
        hukum,
        naskah,
        pilihan,
        sunyi: true,
    };
    thread::scope(|lingkup| {
        for _ in 0..pekerja {
            lingkup.spawn(|| {
                while let Some(satu) = kunci(&antrean).pop_front() {
                    let tujuan = folder_hasil(pilihan, satu);
                    match penyusun.susun(satu, &tujuan) {
                        Ok(terbit) => tampilan::selesai(&terbit.sebaris()),
                        Err(galat) => {
                            galat.tampilkan();
                            *kunci(&gagal) += 1;
                        }
                    }
                }
            });
        }
    });
    match *kunci(&gagal) {
        0 => Ok(()),
        gagal => Err(Galat::Sebagian(gagal, paket.len())),
    }
}

fn kunci<T>(gembok: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    gembok.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where the files of one package go: the folder that was asked for, or one of its own inside it.
fn folder_hasil(pilihan: &Susun, paket: &Path) -> PathBuf {
    let induk = match &pilihan.keluar {
        Some(keluar) if pilihan.paket.len() == 1 => return keluar.clone(),
        Some(keluar) => keluar.as_path(),
        None => Path::new(FOLDER_HASIL),
    };
    let nama = paket.file_stem().filter(|_| paket.is_file());
    match nama.or_else(|| paket.file_name()) {
        Some(nama) => induk.join(nama),
        None => induk.to_owned(),
    }
}

fn read_naskah(folder: Option<&Path>) -> Result<Naskah, Galat> {
    let Some(folder) = folder else {
        return Ok(Naskah::bawaan());
    };
    let mut isi = Vec::new();
    for entri in fs::read_dir(folder).map_err(|galat| Galat::berkas(folder, &galat))? {
        let jalur = entri.map_err(|galat| Galat::berkas(folder, &galat))?.path();
        if jalur.extension().is_none_or(|ekor| ekor != "md") {
            continue;
        }
        let ukuran = fs::metadata(&jalur)
            .map_err(|galat| Galat::berkas(&jalur, &galat))?
            .len();
        if ukuran > NASKAH_TERBESAR {
            return Err(Galat::Berkas(
                jalur,
                "naskah lebih besar dari 1 MiB".to_owned(),
            ));
        }
        let teks = fs::read_to_string(&jalur).map_err(|galat| Galat::berkas(&jalur, &galat))?;
        let nama = jalur
            .file_name()
            .map(|nama| nama.to_string_lossy().into_owned())
            .unwrap_or_default();
        isi.push((nama, teks));
    }
    Ok(Naskah::dari_folder(isi))
}

struct Penyusun<'a> {
    hukum: &'a Hukum,
    naskah: &'a Naskah,
    pilihan: &'a Susun,
    sunyi: bool,
}

impl Penyusun<'_> {
    fn langkah(&self, teks: &str) {
        if !self.sunyi {
            tampilan::langkah(teks);
        }
    }

    fn susun(&self, paket: &Path, tujuan: &Path) -> Result<Terbit, Galat> {
        self.langkah(&format!("Membaca paket {}", paket.display()));
        let masukan = paket::read(paket, self.hukum)
            .map_err(|kesalahan| Galat::Paket(paket.to_owned(), kesalahan))?;
        self.langkah("Menghitung fakta, menyusun laporan, dan memeriksanya");
        let susunan = app::susun_laporan(&masukan, self.hukum, self.naskah, self.pilihan.akhir)
            .map_err(|tolakan| match tolakan {
                Tolakan::Naskah(sebab) => Galat::Naskah(sebab),
                Tolakan::Temuan(temuan) => Galat::FinalDitolak(temuan),
            })?;
        self.langkah(if self.pilihan.tanpa_pdf {
            "Menulis DOCX dan HTML"
        } else {
            "Menulis PDF, DOCX, dan HTML"
        });
        let mut berkas: Vec<Berkas> =
            app::berkas_laporan(&susunan, &masukan.satker.nama, self.pilihan.tanpa_pdf)
                .map_err(|galat| Galat::Dalam(galat.to_string()))?
                .into_iter()
                .map(|(nama, isi)| Berkas { nama, isi })
                .collect();
        berkas.push(Berkas {
            nama: "temuan.json",
            isi: format!("{:#}\n", temuan_json(&susunan.temuan)).into_bytes(),
        });
        let jalur = keluaran::write(tujuan, &berkas)?;
        Ok(Terbit {
            masukan,
            hasil: susunan.hasil,
            temuan: susunan.temuan,
            rumpang: susunan.rumpang,
            jalur,
            akhir: self.pilihan.akhir,
        })
    }
}
