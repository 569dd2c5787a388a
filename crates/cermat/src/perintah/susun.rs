//! `cermat susun`: the main job, from a package to the report and the findings.

mod ringkasan;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

use document::Document;
use hukum::Hukum;
use kinerja::Hasil;
use kinerja::masukan::Masukan;
use laporan::{CatatanTemuan, Naskah, Terbitan};
use periksa::Temuan;

use crate::argumen::{FOLDER_HASIL, Susun};
use crate::galat::Galat;
use crate::keluaran::{self, Berkas};
use crate::tampilan;
use crate::temuan_json::temuan_json;
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
        self.langkah("Menghitung fakta");
        let hasil = kinerja::compute(&masukan, self.hukum);
        self.langkah("Menyusun laporan dan memeriksanya");
        let bahan = laporan::Bahan {
            masukan: &masukan,
            hasil: &hasil,
            hukum: self.hukum,
            naskah: self.naskah,
        };
        let periksa = |laporan: &Document| {
            periksa::periksa(&periksa::Bahan {
                masukan: &masukan,
                hasil: &hasil,
                hukum: self.hukum,
                laporan: Some(laporan),
            })
        };
        let susun = |terbitan| {
            laporan::susun(&bahan, terbitan).map_err(|galat| Galat::Naskah(galat.to_string()))
        };
        let (dokumen, temuan) = if self.pilihan.akhir {
            let dokumen = susun(Terbitan::Akhir)?;
            let temuan = periksa(&dokumen);
            if periksa::menghalangi(&temuan) {
                return Err(Galat::FinalDitolak(temuan));
            }
            (dokumen, temuan)
        } else {
            let didapat = RefCell::default();
            let catat = |laporan: &Document| {
                let temuan = periksa(laporan);
                let catatan = catatan(&temuan);
                didapat.replace(temuan);
                catatan
            };
            (susun(Terbitan::Draf(&catat))?, didapat.into_inner())
        };
        self.langkah(if self.pilihan.tanpa_pdf {
            "Menulis DOCX dan HTML"
        } else {
            "Menulis PDF, DOCX, dan HTML"
        });
        let berkas = self.tulis(&masukan, &hasil, &temuan, &dokumen)?;
        let jalur = keluaran::write(tujuan, &berkas)?;
        let rumpang = laporan::rumpang(&dokumen).len();
        Ok(Terbit {
            masukan,
            hasil,
            temuan,
            rumpang,
            jalur,
            akhir: self.pilihan.akhir,
        })
    }

    /// The files of the report; the PDF, the slowest, is made beside the others.
    fn tulis(
        &self,
        masukan: &Masukan,
        hasil: &Hasil,
        temuan: &[Temuan],
        dokumen: &Document,
    ) -> Result<Vec<Berkas>, Galat> {
        let json = |isi: &serde_json::Value| format!("{isi:#}\n").into_bytes();
        let (pdf, docx) = thread::scope(|lingkup| {
            let pdf = (!self.pilihan.tanpa_pdf).then(|| {
                lingkup.spawn(|| {
                    document::pdf::write_pdf(dokumen, &document::pdf::PdfOptions::default())
                })
            });
            let docx = document::docx::write_docx(dokumen);
            (pdf.map(thread::ScopedJoinHandle::join), docx)
        });
        let mut berkas = Vec::new();
        if let Some(pdf) = pdf {
            let pdf = pdf.map_err(|_| Galat::Dalam("penulis PDF berhenti tiba-tiba".to_owned()))?;
            berkas.push(Berkas {
                nama: "lkjip.pdf",
                isi: pdf.map_err(|galat| Galat::Dalam(galat.to_string()))?,
            });
        }
        berkas.push(Berkas {
            nama: "lkjip.docx",
            isi: docx.map_err(|galat| Galat::Dalam(galat.to_string()))?,
        });
        berkas.push(Berkas {
            nama: "lkjip.html",
            isi: document::html::write_html(dokumen).into_bytes(),
        });
        berkas.push(Berkas {
            nama: "fakta.json",
            isi: json(&laporan::fakta_json(&masukan.satker.nama, hasil)),
        });
        berkas.push(Berkas {
            nama: "temuan.json",
            isi: json(&temuan_json(temuan)),
        });
        Ok(berkas)
    }
}

/// The findings on the data in words, for the end of a draft; gaps have a list of their own there.
fn catatan(temuan: &[Temuan]) -> Vec<CatatanTemuan> {
    temuan
        .iter()
        .filter(|t| matches!(t.lokasi, periksa::Lokasi::Sel(_)))
        .map(|t| CatatanTemuan {
            pesan: match &t.selesai {
                Some(cara) => format!("{}. {}", t.pesan, huruf_besar(cara)),
                None => format!("{}. {}", t.pesan, t.perbaikan),
            },
            tempat: t.lokasi.to_string(),
        })
        .collect()
}

fn huruf_besar(teks: &str) -> String {
    let mut huruf = teks.chars();
    huruf
        .next()
        .map(|pertama| pertama.to_uppercase().chain(huruf).collect())
        .unwrap_or_default()
}
