//! Dismissals in a file beside the document; what they do is said in [`app::telaah::kesampingan`].

use std::fs;
use std::path::{Path, PathBuf};

use app::telaah::kesampingan::{self, cuplikan};
use periksa::Temuan;
use serde::{Deserialize, Serialize};

use crate::galat::Galat;
use crate::keluaran;

/// Largest file of dismissals, in bytes.
const TERBESAR: u64 = 1 << 20;

/// The file.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Isi {
    #[serde(default)]
    temuan: Vec<Kesampingan>,
}

/// One dismissal.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kesampingan {
    /// Fingerprint of the finding.
    sidik: String,
    /// Its rule, for the reader of the file.
    aturan: String,
    /// The words at the spot, for the reader of the file.
    #[serde(default)]
    cuplikan: String,
    /// Who let it stand.
    oleh: String,
    /// Why.
    alasan: String,
}

/// A wish to dismiss a finding.
pub struct Keinginan<'a> {
    /// Its fingerprint.
    pub sidik: &'a str,
    /// Who.
    pub oleh: &'a str,
    /// Why.
    pub alasan: &'a str,
}

/// The file of a document: its name with an ending of its own.
pub fn jalur(dokumen: &Path) -> PathBuf {
    let mut nama = dokumen.file_name().unwrap_or_default().to_os_string();
    nama.push(".kesampingan.toml");
    dokumen.with_file_name(nama)
}

/// Marks the findings that the file dismisses, and returns what the user should know about the file; dismissals of rules
/// that were not used this time are left alone.
///
/// # Errors
/// The file is there but cannot be read or is not well formed; a dismissal is never guessed.
pub fn terapkan(
    dokumen: &Path,
    temuan: &mut [Temuan],
    dipakai: &dyn Fn(&str) -> bool,
) -> Result<Vec<String>, Galat> {
    let isi = baca(&jalur(dokumen))?;
    let berlaku = isi
        .temuan
        .iter()
        .filter(|satu| dipakai(&satu.aturan))
        .map(|satu| kesampingan::Kesampingan {
            sidik: &satu.sidik,
            aturan: &satu.aturan,
            cuplikan: &satu.cuplikan,
            oleh: &satu.oleh,
            alasan: &satu.alasan,
        });
    Ok(kesampingan::terapkan(berlaku, temuan))
}

/// Adds a dismissal to the file.
///
/// # Errors
/// No finding has that fingerprint, or the file cannot be read or written.
pub fn tambah(dokumen: &Path, temuan: &[Temuan], keinginan: &Keinginan) -> Result<(), Galat> {
    let Some(t) = temuan.iter().find(|t| t.sidik == keinginan.sidik) else {
        return Err(Galat::TidakDitemukan(format!(
            "Tidak ada temuan dengan sidik {:?} pada dokumen ini. Sidik tertulis pada setiap temuan.",
            keinginan.sidik
        )));
    };
    if keinginan.oleh.trim().is_empty() || keinginan.alasan.trim().is_empty() {
        return Err(Galat::TidakDitemukan(
            "Sebutkan siapa yang mengesampingkan (--oleh) dan alasannya (--alasan).".to_owned(),
        ));
    }
    let tujuan = jalur(dokumen);
    let mut isi = baca(&tujuan)?;
    isi.temuan.retain(|satu| satu.sidik != keinginan.sidik);
    isi.temuan.push(Kesampingan {
        sidik: t.sidik.clone(),
        aturan: t.aturan.to_owned(),
        cuplikan: cuplikan(t),
        oleh: keinginan.oleh.trim().to_owned(),
        alasan: keinginan.alasan.trim().to_owned(),
    });
    let teks = toml::to_string_pretty(&isi).map_err(|galat| Galat::Dalam(galat.to_string()))?;
    keluaran::write_satu(&tujuan, teks.as_bytes())
}

fn baca(jalur: &Path) -> Result<Isi, Galat> {
    let ukuran = match fs::metadata(jalur) {
        Ok(meta) => meta.len(),
        Err(galat) if galat.kind() == std::io::ErrorKind::NotFound => return Ok(Isi::default()),
        Err(galat) => return Err(Galat::berkas(jalur, &galat)),
    };
    if ukuran > TERBESAR {
        return Err(Galat::Berkas(
            jalur.to_owned(),
            "berkas pengesampingan lebih besar dari 1 MiB".to_owned(),
        ));
    }
    let teks = fs::read_to_string(jalur).map_err(|galat| Galat::berkas(jalur, &galat))?;
    toml::from_str(&teks).map_err(|galat| {
        let baris = galat
            .span()
            .and_then(|span| teks.get(..span.start))
            .map_or(1, |awal| awal.matches('\n').count() + 1);
        Galat::Berkas(
            jalur.to_owned(),
            format!(
                "berkas pengesampingan tidak dapat dibaca pada baris {baris}; setiap [[temuan]] memuat sidik, aturan, cuplikan, oleh, dan alasan dalam tanda petik"
            ),
        )
    })
}
