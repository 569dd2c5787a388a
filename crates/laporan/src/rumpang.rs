//! The gaps of a report.

use document::{Document, Inline, plain_text};

use crate::telusur::{Temu, telusuri};

/// Something that a report still lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rumpangan {
    /// Code of the fakta that is missing, where the gap is a value.
    pub kode: Option<String>,
    /// Chapter and section in which it stands.
    pub tempat: String,
    /// Why it is missing, and what would close it.
    pub sebab: String,
}

/// All gaps of a report in reading order; a fakta that is missing in several places counts where it is met first.
#[must_use]
pub fn rumpang(dokumen: &Document) -> Vec<Rumpangan> {
    let mut daftar: Vec<Rumpangan> = Vec::new();
    let mut bab = String::from("Bagian awal");
    let mut bagian = String::new();
    telusuri(&dokumen.blocks, &mut |temu| match temu {
        Temu::Kepala(kepala) if kepala.level <= 3 => {
            let nomor = kepala.number.as_deref().unwrap_or_default();
            let judul = format!("{nomor} {}", plain_text(&kepala.content))
                .trim()
                .to_owned();
            if kepala.level == 1 {
                bab = judul;
                bagian.clear();
            } else {
                bagian = judul;
            }
        }
        Temu::Isi(Inline::Gap { reason, key, text }) => {
            let sebab = if reason.is_empty() {
                text.clone()
            } else {
                reason.clone()
            };
            let tempat = if bagian.is_empty() {
                bab.clone()
            } else {
                format!("{bab}, {bagian}")
            };
            let baru = Rumpangan {
                kode: key.clone(),
                tempat,
                sebab,
            };
            let sudah = |lama: &Rumpangan| lama == &baru || (key.is_some() && lama.kode == *key);
            if !daftar.iter().any(sudah) {
                daftar.push(baru);
            }
        }
        _ => {}
    });
    daftar
}
