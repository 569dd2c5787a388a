//! A package as a folder: which files it may hold, and reading them within limits.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use super::{Mentah, dokumen, tabel_csv, tulis};
use crate::kesalahan::{Galat, Kesalahan, tempat};
use crate::{batas, skema, teks};

/// Names of files beside the data that a package may hold for people.
const BACAAN: &[&str] = &["readme.md", "baca.md", "baca dulu.md"];

pub(super) fn baca(dir: &Path, galat: &mut Galat) -> Mentah {
    let mut mentah = Mentah::default();
    let Some(isi) = daftar_isi(dir, "", galat) else {
        return mentah;
    };
    if let Some(isi) = baca_teks(&dir.join("satker.toml"), "satker.toml", galat) {
        mentah.satker = dokumen::baca(&isi, galat);
    } else if !dir.join("satker.toml").exists() {
        galat.push(berkas_hilang("satker.toml"));
    }
    for nama in &isi {
        let rendah = nama.to_lowercase();
        if let Some(lembar) = nama.strip_suffix(".csv") {
            let isi = baca_teks(&dir.join(nama), nama, galat);
            match isi.and_then(|isi| tabel_csv::baca(lembar, &isi, galat)) {
                Some(lembar) => mentah.lembar.push(lembar),
                None => {
                    mentah.ditolak.insert(lembar.to_owned());
                }
            }
        } else if nama == "narasi" {
            baca_narasi(dir, &mut mentah, galat);
        } else if nama != "satker.toml"
            && !BACAAN.contains(&rendah.as_str())
            && [".csv", ".toml", ".md", ".xlsx", ".xlsm", ".xls", ".ods"]
                .iter()
                .any(|akhiran| rendah.ends_with(akhiran))
        {
            let dikenal: Vec<String> = skema::LEMBAR
                .iter()
                .map(|l| format!("{}.csv", l.nama))
                .collect();
            let dikenal: Vec<&str> = dikenal
                .iter()
                .map(String::as_str)
                .chain(["satker.toml"])
                .collect();
            galat.push(Kesalahan::new(
                "berkas-tak-dikenal",
                tempat(nama, 0, ""),
                "berkas ini tidak dikenal di dalam paket",
                teks::saran(nama, &dikenal),
            ));
        }
    }
    mentah.urutkan();
    baca_gambar(dir, &mut mentah, galat);
    mentah
}

/// The error for a file that a package must have.
pub(crate) fn berkas_hilang(nama: &str) -> Kesalahan {
    Kesalahan::new(
        "berkas-hilang",
        tempat(nama, 0, ""),
        format!("berkas {nama} tidak ada di dalam paket"),
        "tambahkan berkas itu; contoh kosongnya dibuat oleh `cermat templat`",
    )
}

/// Names inside a folder of the package, sorted; a link is refused because it may lead out of the package.
fn daftar_isi(dir: &Path, sub: &str, galat: &mut Galat) -> Option<Vec<String>> {
    let folder = dir.join(sub);
    let entri = match fs::read_dir(&folder) {
        Ok(entri) => entri,
        Err(sebab) => {
            galat.push(tak_terbaca(sub, &sebab));
            return None;
        }
    };
    let mut entri: Vec<_> = entri.flatten().take(batas::BERKAS + 1).collect();
    if entri.len() > batas::BERKAS {
        galat.push(Kesalahan::new(
            "berkas-terlalu-banyak",
            tempat(if sub.is_empty() { "paket" } else { sub }, 0, ""),
            format!("folder ini berisi lebih dari {} berkas", batas::BERKAS),
            "simpan hanya berkas paket di folder ini",
        ));
        return None;
    }
    // The order of a folder is the disk's; the order of messages must not be.
    entri.sort_by_key(std::fs::DirEntry::file_name);
    let mut nama = Vec::new();
    for entri in entri {
        let nama_ini = entri.file_name().to_string_lossy().into_owned();
        if nama_ini.starts_with('.') {
            continue;
        }
        if entri.file_type().is_ok_and(|jenis| jenis.is_symlink()) {
            let lengkap = Path::new(sub).join(&nama_ini);
            galat.push(tautan(&lengkap.display().to_string()));
            continue;
        }
        nama.push(nama_ini);
    }
    Some(nama)
}

fn tautan(nama: &str) -> Kesalahan {
    Kesalahan::new(
        "tautan-simbolis",
        tempat(nama, 0, ""),
        "berkas ini adalah tautan ke tempat lain",
        "salin berkas aslinya ke dalam paket",
    )
}

fn tak_terbaca(nama: &str, sebab: &io::Error) -> Kesalahan {
    Kesalahan::new(
        "berkas-tak-terbaca",
        tempat(nama, 0, ""),
        format!("tidak dapat dibaca ({})", sebab_io(sebab)),
        "periksa izin dan keutuhan berkasnya",
    )
}

/// An operating-system error in words.
pub(super) fn sebab_io(sebab: &io::Error) -> String {
    match sebab.kind() {
        io::ErrorKind::NotFound => "tidak ditemukan".to_owned(),
        io::ErrorKind::PermissionDenied => "tidak ada izin".to_owned(),
        lain => lain.to_string(),
    }
}

/// The bytes of a file of the package, at most `terbesar`; none, with the error recorded, otherwise.
///
/// The size is checked before reading and again while reading, because a file may grow.
pub(super) fn baca_bita(
    path: &Path,
    nama: &str,
    terbesar: u64,
    galat: &mut Galat,
) -> Option<Vec<u8>> {
    let meta = match fs::symlink_metadata(path) {
        Ok(meta) => meta,
        Err(sebab) if sebab.kind() == io::ErrorKind::NotFound => return None,
        Err(sebab) => {
            galat.push(tak_terbaca(nama, &sebab));
            return None;
        }
    };
    if meta.is_symlink() {
        // The listing of the folder has already reported links at its top.
        if nama.contains('/') {
            galat.push(tautan(nama));
        }
        return None;
    }
    if !meta.is_file() {
        galat.push(Kesalahan::new(
            "bukan-berkas",
            tempat(nama, 0, ""),
            "ini bukan berkas biasa",
            "ganti dengan berkas biasa",
        ));
        return None;
    }
    let mut isi = Vec::new();
    let hasil = if meta.len() > terbesar {
        Ok(usize::MAX)
    } else {
        File::open(path).and_then(|berkas| berkas.take(terbesar + 1).read_to_end(&mut isi))
    };
    match hasil {
        Ok(panjang) if u64::try_from(panjang).unwrap_or(u64::MAX) > terbesar => {
            galat.push(terlalu_besar(nama, meta.len(), terbesar));
            None
        }
        Ok(_) => Some(isi),
        Err(sebab) => {
            galat.push(tak_terbaca(nama, &sebab));
            None
        }
    }
}

/// The error for a file over its limit.
pub(super) fn terlalu_besar(nama: &str, ukuran: u64, terbesar: u64) -> Kesalahan {
    Kesalahan::new(
        "berkas-terlalu-besar",
        tempat(nama, 0, ""),
        format!(
            "ukuran berkas {} melebihi batas {}",
            batas::sebut(ukuran),
            batas::sebut(terbesar)
        ),
        "periksa apakah berkasnya benar; data setahun satu kantor jauh lebih kecil",
    )
}

/// The text of a file, UTF-8 with or without a byte order mark, lines ended by `\n`.
fn baca_teks(path: &Path, nama: &str, galat: &mut Galat) -> Option<String> {
    let bita = baca_bita(path, nama, batas::BERKAS_TEKS, galat)?;
    teks_bita(&bita, nama, galat)
}

/// The text of bytes, UTF-8 with or without a byte order mark, lines ended by `\n`.
pub(super) fn teks_bita(bita: &[u8], nama: &str, galat: &mut Galat) -> Option<String> {
    match std::str::from_utf8(bita) {
        Err(salah) => {
            let sah = &bita[..salah.valid_up_to()];
            galat.push(
                Kesalahan::new(
                    "bukan-utf8",
                    tempat(nama, baris_ke(sah), ""),
                    "baris ini berisi bita yang bukan UTF-8",
                    "simpan ulang berkas sebagai \"CSV UTF-8\" atau teks UTF-8",
                )
                .cuplikan(&String::from_utf8_lossy(baris_di(bita, sah.len()))),
            );
            None
        }
        Ok(isi) => {
            let isi = isi
                .strip_prefix('\u{feff}')
                .unwrap_or(isi)
                .replace("\r\n", "\n");
            if let Some(letak) = isi.find('\0') {
                galat.push(Kesalahan::new(
                    "bita-nol",
                    tempat(nama, baris_ke(&isi.as_bytes()[..letak]), ""),
                    "berkas berisi bita nol",
                    "berkas ini rusak atau bukan teks; simpan ulang dari sumbernya",
                ));
                return None;
            }
            Some(isi)
        }
    }
}

fn baris_ke(sebelum: &[u8]) -> u32 {
    let lompatan = sebelum.iter().filter(|bita| **bita == b'\n').count();
    u32::try_from(lompatan + 1).unwrap_or(u32::MAX)
}

fn baris_di(bita: &[u8], letak: usize) -> &[u8] {
    let awal = bita[..letak]
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |i| i + 1);
    let akhir = bita[letak..]
        .iter()
        .position(|b| *b == b'\n')
        .map_or(bita.len(), |i| letak + i);
    &bita[awal..akhir]
}

fn baca_narasi(dir: &Path, mentah: &mut Mentah, galat: &mut Galat) {
    if !dir.join("narasi").is_dir() {
        galat.push(Kesalahan::new(
            "bukan-folder",
            tempat("narasi", 0, ""),
            "narasi harus berupa folder",
            "simpan setiap narasi sebagai narasi/KUNCI.md",
        ));
        return;
    }
    for nama in daftar_isi(dir, "narasi", galat).unwrap_or_default() {
        let lengkap = format!("narasi/{nama}");
        let Some(kunci) = nama.strip_suffix(".md") else {
            galat.push(Kesalahan::new(
                "berkas-tak-dikenal",
                tempat(&lengkap, 0, ""),
                "folder narasi hanya berisi berkas .md",
                "beri nama KUNCI.md, misalnya narasi/isu_strategis.md",
            ));
            continue;
        };
        if let Some(isi) = baca_teks(&dir.join(&lengkap), &lengkap, galat) {
            mentah.narasi.insert(kunci.to_owned(), isi);
        }
    }
}

/// The pictures that `satker.toml` names.
fn baca_gambar(dir: &Path, mentah: &mut Mentah, galat: &mut Galat) {
    for nomor in 1..=mentah.satker.panjang("gambar").min(batas::CACAH_GAMBAR) {
        let Some(entri) = mentah.satker.entri(&format!("gambar[{nomor}].berkas")) else {
            continue;
        };
        let jalur = aman(&entri.teks).map(|jalur| dir.join(jalur));
        let di_dalam = jalur.filter(|jalur| {
            // A folder on the way may itself be a link out of the package.
            let (lengkap, akar) = (jalur.canonicalize(), dir.canonicalize());
            !matches!((lengkap, akar), (Ok(lengkap), Ok(akar)) if !lengkap.starts_with(&akar))
        });
        let nama = entri.teks.clone();
        let isi = match di_dalam {
            Some(jalur) if !jalur.exists() => continue,
            Some(jalur) => baca_bita(&jalur, &nama, batas::GAMBAR, galat),
            None => {
                galat.push(
                    Kesalahan::new(
                        "jalur-keluar-paket",
                        tempat("satker.toml", entri.baris, &entri.kunci),
                        "letak gambar menunjuk ke luar paket",
                        "simpan gambar di dalam paket dan tulis letaknya, misalnya gambar/sampul.jpg",
                    )
                    .cuplikan(&nama),
                );
                None
            }
        };
        match isi {
            Some(isi) => {
                mentah.gambar.insert(nama, isi);
            }
            None => {
                mentah.ditolak.insert(nama);
            }
        }
    }
}

/// A relative path that stays inside the package; none otherwise.
pub(crate) fn aman(jalur: &str) -> Option<PathBuf> {
    let bersih = Path::new(jalur);
    let biasa = !jalur.contains(['\\', ':', '\0'])
        && bersih.components().next().is_some()
        && bersih
            .components()
            .all(|bagian| matches!(bagian, Component::Normal(_)));
    biasa.then(|| bersih.to_path_buf())
}

/// Writes the raw form as a folder, whole or not at all.
///
/// `timpa` allows replacing a target that is not empty.
///
/// # Errors
/// The target is not empty and `timpa` is false, or the disk refuses.
pub fn write_folder(mentah: &Mentah, dir: &Path, timpa: bool) -> Result<(), Vec<Kesalahan>> {
    tulis::folder(dir, timpa, |sementara| {
        fs::write(
            sementara.join("satker.toml"),
            dokumen::tulis(&mentah.satker),
        )?;
        for lembar in &mentah.lembar {
            fs::write(
                sementara.join(format!("{}.csv", lembar.nama)),
                tabel_csv::tulis(lembar)?,
            )?;
        }
        if !mentah.narasi.is_empty() {
            fs::create_dir(sementara.join("narasi"))?;
        }
        for (kunci, isi) in &mentah.narasi {
            fs::write(sementara.join("narasi").join(format!("{kunci}.md")), isi)?;
        }
        for (jalur, isi) in &mentah.gambar {
            let jalur =
                aman(jalur).ok_or_else(|| io::Error::other("letak gambar di luar paket"))?;
            let tujuan = sementara.join(jalur);
            if let Some(induk) = tujuan.parent() {
                fs::create_dir_all(induk)?;
            }
            fs::write(tujuan, isi)?;
        }
        Ok(())
    })
}
