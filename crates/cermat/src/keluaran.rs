//! Writing results: all files or none, each by rename, so that no half-written file is ever seen.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::galat::Galat;

/// A file to be written.
pub struct Berkas {
    /// Its name inside the result folder.
    pub nama: &'static str,
    /// Its content.
    pub isi: Vec<u8>,
}

/// Writes the files into `folder`: first all of them beside their names, then all renames.
///
/// # Errors
/// The first file that cannot be written; files of an earlier run are then untouched.
pub fn write(folder: &Path, berkas: &[Berkas]) -> Result<Vec<PathBuf>, Galat> {
    fs::create_dir_all(folder).map_err(|galat| Galat::berkas(folder, &galat))?;
    let sementara = |nama: &str| folder.join(format!(".{nama}.sementara"));
    let tulis = || {
        for b in berkas {
            let jalur = sementara(b.nama);
            tulis_penuh(&jalur, &b.isi).map_err(|galat| Galat::berkas(&jalur, &galat))?;
        }
        berkas
            .iter()
            .map(|b| {
                let jalur = folder.join(b.nama);
                fs::rename(sementara(b.nama), &jalur)
                    .map_err(|galat| Galat::berkas(&jalur, &galat))?;
                Ok(jalur)
            })
            .collect()
    };
    let hasil: Result<Vec<PathBuf>, Galat> = tulis();
    if hasil.is_err() {
        for b in berkas {
            // The failure itself is what the user must hear about; a leftover that cannot be removed is not.
            let _ = fs::remove_file(sementara(b.nama));
        }
    }
    hasil
}

fn tulis_penuh(jalur: &Path, isi: &[u8]) -> std::io::Result<()> {
    let mut berkas = fs::File::create(jalur)?;
    berkas.write_all(isi)?;
    berkas.flush()
}

/// Writes one file: beside its name first, then by rename.
///
/// # Errors
/// The file cannot be written; an earlier one of that name is then untouched.
pub fn write_satu(jalur: &Path, isi: &[u8]) -> Result<(), Galat> {
    let nama = jalur
        .file_name()
        .map(|nama| nama.to_string_lossy().into_owned())
        .unwrap_or_default();
    let sementara = jalur.with_file_name(format!(".{nama}.sementara"));
    let hasil = tulis_penuh(&sementara, isi).and_then(|()| fs::rename(&sementara, jalur));
    hasil.map_err(|galat| {
        // As above: the failure is what matters.
        let _ = fs::remove_file(&sementara);
        Galat::berkas(jalur, &galat)
    })
}

/// Writes to standard output; a reader that has closed it (`| head`) is no failure.
///
/// # Errors
/// The output cannot be written.
pub fn ke_layar(isi: &[u8]) -> Result<(), Galat> {
    let mut layar = anstream::stdout().lock();
    match layar.write_all(isi).and_then(|()| layar.flush()) {
        Err(galat) if galat.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Galat::berkas(Path::new("keluaran layar"), &galat))
        }
        _ => Ok(()),
    }
}
