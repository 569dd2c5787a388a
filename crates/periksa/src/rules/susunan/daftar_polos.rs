//! A contents list without pages.

use document::source::{Piece, Source};

use super::Entri;
use crate::bacaan::Letak;
use crate::understand::kosakata::normal;

/// The lines of a list from a piece on, where they have no pages: short lines with chapters among them, up to the first
/// one that is said again, which is where the body begins.
pub(super) fn baca(sumber: &Source, dari: usize) -> Vec<Entri> {
    const TERBANYAK: usize = 200;
    const PANJANG: usize = 160;
    let mut hasil: Vec<Entri> = Vec::new();
    let mut teks_baris: std::collections::BTreeSet<String> = std::collections::BTreeSet::new();
    let mut bab = 0usize;
    for (piece, isi) in sumber.pieces.iter().enumerate().skip(dari).take(TERBANYAK) {
        let (teks, panjang) = match isi {
            Piece::Running(_) | Piece::Picture(_) => continue,
            Piece::Heading { passage, .. } | Piece::Paragraph(passage) => {
                (passage.text.clone(), passage.text.len())
            }
            Piece::Item {
                marker, passage, ..
            } => (format!("{marker} {}", passage.text), passage.text.len()),
            Piece::Grid(_) | Piece::Footnote { .. } | Piece::Formula(_) => return Vec::new(),
        };
        let baris = normal(&teks);
        let entri = super::entri(Letak::new(piece, 0..panjang), &teks);
        // A number alone, with the words on the next line, is the heading of a chapter too.
        let judul_bab = super::nomor_bab(&entri.nomor).is_some();
        // Lines without blank ones between may have been read as one.
        let terulang = teks_baris
            .iter()
            .any(|lama| lama.ends_with(&baris) || lama.starts_with(&baris))
            || judul_bab && hasil.iter().any(|e| e.nomor == entri.nomor);
        if terulang && bernama(&baris) {
            return if bab >= 2 { hasil } else { Vec::new() };
        }
        if panjang > PANJANG {
            return Vec::new();
        }
        bab += usize::from(judul_bab);
        teks_baris.insert(baris);
        let lampiran = entri.judul.strip_suffix(" lampiran").map(str::to_owned);
        match lampiran {
            Some(judul) if judul_bab => {
                let ekor = panjang.saturating_sub("lampiran".len());
                hasil.push(Entri {
                    letak: Letak::new(piece, 0..ekor.saturating_sub(1)),
                    judul,
                    ..entri
                });
                hasil.push(super::entri(Letak::new(piece, ekor..panjang), "LAMPIRAN"));
            }
            _ => hasil.push(entri),
        }
    }
    Vec::new()
}

/// Whether a line names a part of the report, and not a section such as "A. Latar Belakang" that chapters share.
fn bernama(baris: &str) -> bool {
    [
        "bab ",
        "ringkasan",
        "ikhtisar",
        "kata pengantar",
        "lampiran",
        "penutup",
        "daftar ",
    ]
    .iter()
    .any(|awal| baris.starts_with(awal))
}
