//! The same reports as files: what the checker finds in the tree against what it finds in the file read back.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Result;
use document::Document;
use document::source::{Piece, Source, read};
use hukum::Hukum;

use crate::skor::temuan;

/// How far the findings of one format agree with those of the tree.
#[derive(Debug, Clone, Default)]
pub struct Kesepakatan {
    /// Findings in both.
    pub sama: usize,
    /// Findings in the tree alone.
    pub hanya_pohon: usize,
    /// Findings in the file alone.
    pub hanya_berkas: usize,
    /// Some of the findings in one alone.
    pub contoh: Vec<String>,
}

/// Compares, by format, the findings on a report as a tree and as a file.
///
/// # Errors
/// A report that cannot be written.
pub fn bandingkan(
    dokumen: &Document,
    hukum: &Hukum,
    hasil: &mut BTreeMap<&'static str, Kesepakatan>,
) -> Result<()> {
    let sumber = Source::from(dokumen);
    let pohon = kumpulan(&sumber, hukum);
    let docx =
        document::docx::write_docx(dokumen).map_err(|galat| anyhow::anyhow!(galat.to_string()))?;
    let html = document::html::write_html(dokumen).into_bytes();
    for (nama, bita) in [
        ("laporan.docx", docx),
        ("laporan.html", html),
        ("laporan.txt", teks(&sumber).into_bytes()),
    ] {
        let berkas = kumpulan(&read::read(&bita, nama), hukum);
        let ini = hasil.entry(nama).or_default();
        for (kunci, &banyak) in &pohon {
            let lain = berkas.get(kunci).copied().unwrap_or_default();
            ini.sama += banyak.min(lain);
            ini.hanya_pohon += banyak.saturating_sub(lain);
            if banyak > lain {
                ini.contoh
                    .push(format!("tree only: {} {:?}", kunci.0, kunci.1));
            }
        }
        for (kunci, &banyak) in &berkas {
            let lain = pohon.get(kunci).copied().unwrap_or_default();
            ini.hanya_berkas += banyak.saturating_sub(lain);
            if banyak > lain {
                ini.contoh
                    .push(format!("file only: {} {:?}", kunci.0, kunci.1));
            }
        }
    }
    Ok(())
}

/// Findings by rule and excerpt, white space aside.
fn kumpulan(sumber: &Source, hukum: &Hukum) -> BTreeMap<(&'static str, String), usize> {
    let mut hasil = BTreeMap::new();
    for satu in temuan(sumber, hukum).0 {
        let cuplikan = satu
            .cuplikan
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        *hasil.entry((satu.aturan, cuplikan)).or_default() += 1;
    }
    hasil
}

/// A source as plain text: a line for a paragraph, tabs between cells.
fn teks(sumber: &Source) -> String {
    let mut hasil = String::new();
    for piece in &sumber.pieces {
        match piece {
            Piece::Grid(grid) => {
                for baris in 0..grid.rows {
                    let mut sel = vec![String::new(); grid.columns];
                    for satu in grid.cells.iter().filter(|satu| satu.row == baris) {
                        if let Some(tempat) = sel.get_mut(satu.column) {
                            *tempat = satu.passage.text.replace('\n', " ");
                        }
                    }
                    let _ = writeln!(hasil, "{}", sel.join("\t"));
                }
            }
            Piece::Formula(passage) => {
                let _ = writeln!(hasil, "$$ {} $$", passage.text);
            }
            Piece::Item {
                marker, passage, ..
            } => {
                let _ = writeln!(hasil, "{marker} {}", passage.text);
            }
            Piece::Footnote { mark, passage } => {
                let _ = writeln!(hasil, "{mark} {}", passage.text);
            }
            Piece::Heading { passage, .. }
            | Piece::Paragraph(passage)
            | Piece::Running(passage) => {
                let _ = writeln!(hasil, "{}", passage.text);
            }
            Piece::Picture(_) => {}
        }
        hasil.push('\n');
    }
    hasil
}
