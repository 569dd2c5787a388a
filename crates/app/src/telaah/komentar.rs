//! The original Word file with one comment for each finding.

use document::source::comment::{Author, Comment, write_comments};
use document::source::{Format, Part};
use periksa::{Lokasi, Temuan};

use super::Telaah;
use crate::error::{Error, Result};

/// Author of the comments.
const PENULIS: &str = "Cermat";
const INISIAL: &str = "C";

/// The file with its comments, which bear no moment: the same document gives the same bytes.
///
/// # Errors
/// The document is no Word file, or its parts cannot be put together again.
pub fn komentar(hasil: &Telaah) -> Result<Vec<u8>> {
    if hasil.sumber.format != Format::Docx {
        return Err(Error::BelumDapat(
            "komentar hanya dapat ditulis ke berkas Word (.docx); untuk bentuk lain gunakan hasil HTML"
                .to_owned(),
        ));
    }
    let komentar: Vec<Comment> = hasil
        .temuan
        .iter()
        .filter(|t| t.selesai.is_none())
        .map(satu)
        .collect();
    let penulis = Author {
        name: PENULIS,
        initials: INISIAL,
        date: None,
    };
    write_comments(hasil.isi, &komentar, &penulis).map_err(|galat| Error::Dalam(galat.to_string()))
}

/// A finding as a comment at its spot; one about the whole document stands at its first paragraph.
fn satu(t: &Temuan) -> Comment {
    let rentang = match &t.lokasi {
        Lokasi::Titik(titik) => titik.rentang.first().copied(),
        _ => None,
    };
    let (part, line, columns) = rentang.map_or((Part::Body, 1, 0..0), |(awal, akhir)| {
        (awal.part, awal.line, awal.column..akhir.column)
    });
    let mut paragraf = vec![format!("[{}] {}", t.berat.sebutan(), t.pesan)];
    let mut tambah = |nama: &str, isi: &str| paragraf.push(format!("{nama}: {isi}"));
    if let Some(seharusnya) = &t.seharusnya {
        tambah("Seharusnya", seharusnya);
    }
    if let Some(hitungan) = &t.hitungan {
        tambah("Hitungan", hitungan);
    }
    tambah("Perbaikan", &t.perbaikan);
    for dasar in &t.dasar {
        tambah("Dasar", dasar);
    }
    for tempat in &t.terkait {
        tambah("Lihat juga", &tempat.to_string());
    }
    tambah("Aturan", &format!("{} (sidik {})", t.aturan, t.sidik));
    Comment {
        part,
        line,
        columns,
        paragraphs: paragraf,
    }
}
