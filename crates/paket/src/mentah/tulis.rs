//! Writing whole or not at all: everything beside the target first, then one rename.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::folder::sebab_io;
use crate::kesalahan::{GAGAL_MENULIS, Kesalahan, TUJUAN_SUDAH_ADA, tempat};

/// Writes a folder through `isi`, then puts it in the target's place.
pub(super) fn folder(
    tujuan: &Path,
    timpa: bool,
    isi: impl FnOnce(&Path) -> io::Result<()>,
) -> Result<(), Vec<Kesalahan>> {
    let terisi = fs::read_dir(tujuan).is_ok_and(|mut entri| entri.next().is_some());
    if (terisi || tujuan.is_file()) && !timpa {
        return Err(vec![sudah_ada(tujuan)]);
    }
    let sementara = di_samping(tujuan, "baru");
    let kerja = || -> io::Result<()> {
        if let Some(induk) = sementara.parent() {
            fs::create_dir_all(induk)?;
        }
        fs::create_dir(&sementara)?;
        isi(&sementara)?;
        if tujuan.exists() {
            // The old folder steps aside first, and comes back if the new one cannot take its place.
            let lama = di_samping(tujuan, "lama");
            fs::rename(tujuan, &lama)?;
            if let Err(sebab) = fs::rename(&sementara, tujuan) {
                fs::rename(&lama, tujuan)?;
                return Err(sebab);
            }
            return if lama.is_dir() {
                fs::remove_dir_all(&lama)
            } else {
                fs::remove_file(&lama)
            };
        }
        fs::rename(&sementara, tujuan)
    };
    kerja().map_err(|sebab| {
        // Best effort: the target is untouched, only the temporary folder may stay behind.
        let _ = fs::remove_dir_all(&sementara);
        vec![gagal(tujuan, &sebab)]
    })
}

/// Writes a file's bytes, then puts it in the target's place.
pub(super) fn berkas(tujuan: &Path, timpa: bool, isi: &[u8]) -> Result<(), Vec<Kesalahan>> {
    if tujuan.exists() && !timpa {
        return Err(vec![sudah_ada(tujuan)]);
    }
    let sementara = di_samping(tujuan, "baru");
    let kerja = || -> io::Result<()> {
        if let Some(induk) = sementara.parent() {
            fs::create_dir_all(induk)?;
        }
        fs::write(&sementara, isi)?;
        fs::rename(&sementara, tujuan)
    };
    kerja().map_err(|sebab| {
        let _ = fs::remove_file(&sementara);
        vec![gagal(tujuan, &sebab)]
    })
}

/// A name beside the target that no other process uses.
fn di_samping(tujuan: &Path, akhiran: &str) -> PathBuf {
    let nama = tujuan.file_name().unwrap_or_default().to_string_lossy();
    tujuan.with_file_name(format!(".{nama}.{}.{akhiran}", std::process::id()))
}

fn sudah_ada(tujuan: &Path) -> Kesalahan {
    Kesalahan::new(
        TUJUAN_SUDAH_ADA,
        tempat(&tujuan.display().to_string(), 0, ""),
        "tujuan sudah ada dan tidak kosong",
        "pilih nama lain, atau izinkan penimpaan dengan --timpa",
    )
}

fn gagal(tujuan: &Path, sebab: &io::Error) -> Kesalahan {
    Kesalahan::new(
        GAGAL_MENULIS,
        tempat(&tujuan.display().to_string(), 0, ""),
        format!("tidak dapat ditulis ({})", sebab_io(sebab)),
        "periksa izin folder dan ruang penyimpanan; tidak ada yang berubah",
    )
}
