//! How a report is laid out: its chapters, its contents list, what its outline promises, and whether it is all there.

mod daftar_polos;

use std::ops::Range;

use document::source::{Grid, Piece};

use crate::BahanDokumen;
use crate::bacaan::{Bagian, Letak};
use crate::understand::kosakata::normal;

/// The layout of a report.
pub(super) struct Susunan<'b> {
    kerangka: &'b [Bagian],
    /// Chapters in order: index into the outline, and number.
    pub(super) bab: Vec<(usize, u32)>,
    /// The lines of its contents list.
    pub(super) entri: Vec<Entri>,
    /// Pieces of the contents list and of the lists of tables and pictures.
    daftar: Vec<Range<usize>>,
    /// Index into the outline of the section that tells what each chapter holds.
    pub(super) sistematika: Option<usize>,
}

/// A line of the contents list.
#[derive(Debug, Clone)]
pub(super) struct Entri {
    /// Its words, without the page.
    pub(super) letak: Letak,
    /// "BAB III", "A"; empty where it has none.
    pub(super) nomor: String,
    /// Its words in lower case, without number and page.
    pub(super) judul: String,
}

impl<'b> Susunan<'b> {
    pub(super) fn new(bahan: &BahanDokumen<'b>) -> Self {
        let bacaan = bahan.bacaan;
        let kerangka = bacaan.kerangka.as_slice();
        let sistematika = kerangka
            .iter()
            .position(|b| b.judul.to_lowercase().contains("sistematika"));
        let dalam = |piece: usize| {
            sistematika
                .and_then(|i| kerangka.get(i))
                .is_some_and(|b| b.isi.contains(&piece))
        };
        let mut entri = Vec::new();
        let mut daftar = Vec::new();
        for (piece, isi) in bacaan.sumber.pieces.iter().enumerate() {
            let judul = isi.passage().filter(|p| mungkin_daftar(&p.text));
            let judul = judul.map(|p| normal(&p.text)).unwrap_or_default();
            let Some(sisa) = judul.strip_prefix("daftar ") else {
                continue;
            };
            if !matches!(
                sisa,
                "isi" | "tabel" | "gambar" | "grafik" | "lampiran" | "diagram"
            ) {
                continue;
            }
            let mut baris = baca_daftar(bahan, piece + 1);
            let polos = baris.is_empty() && sisa == "isi";
            if polos {
                baris = daftar_polos::baca(bacaan.sumber, piece + 1);
            }
            // Lines without a page belong to the list as well, up to the next heading.
            let baca = baris.last().map_or(piece + 1, |b| b.letak.piece + 1);
            let judul = bacaan
                .sumber
                .pieces
                .iter()
                .skip(baca)
                .position(|p| matches!(p, Piece::Heading { .. }));
            daftar.push(match judul {
                Some(jarak) if baris.is_empty() || !polos => piece..baca + jarak,
                _ => piece..baca,
            });
            if sisa == "isi" && entri.is_empty() {
                entri = baris;
            }
        }
        let bab = kerangka
            .iter()
            .enumerate()
            .filter(|(_, b)| {
                !dalam(b.piece) && !daftar.iter().any(|d: &Range<usize>| d.contains(&b.piece))
            })
            .filter_map(|(i, b)| Some((i, nomor_bab(&b.nomor)?)))
            .collect();
        Self {
            kerangka,
            bab,
            entri,
            daftar,
            sistematika,
        }
    }

    /// The pieces of the chapter with this number.
    pub(super) fn isi_bab(&self, nomor: u32) -> Option<Range<usize>> {
        let posisi = self.bab.iter().position(|(_, n)| *n == nomor)?;
        let awal = self.kerangka.get(self.bab.get(posisi)?.0)?.piece;
        let akhir = self
            .bab
            .get(posisi + 1)
            .and_then(|(i, _)| self.kerangka.get(*i))
            .map_or(usize::MAX, |b| b.piece);
        Some(awal..akhir)
    }

    /// Whether it is a report as a whole, with chapters, and not a piece of one.
    pub(super) fn laporan(&self) -> bool {
        self.bab.len() >= 2
    }

    /// Whether the document ends before the chapters that it promises do.
    pub(super) fn terpotong(&self) -> bool {
        let terakhir = self.bab.iter().map(|(_, n)| *n).max().unwrap_or(0);
        let janji = self
            .entri
            .iter()
            .filter_map(|e| nomor_bab(&e.nomor))
            .max()
            .unwrap_or(0);
        terakhir < janji || self.janji_sistematika().max().unwrap_or(0) > terakhir
    }

    fn janji_sistematika(&self) -> impl Iterator<Item = u32> {
        let isi = self
            .sistematika
            .and_then(|i| self.kerangka.get(i))
            .map(|b| b.isi.clone())
            .unwrap_or(0..0);
        self.kerangka
            .iter()
            .filter(move |b| isi.contains(&b.piece))
            .filter_map(|b| {
                nomor_bab(&b.nomor).or_else(|| {
                    pisah_nomor(&b.judul.to_lowercase())
                        .0
                        .and_then(|n| nomor_bab(&n))
                })
            })
    }

    /// Whether the headings or words right above a piece name the performance agreement.
    pub(super) fn dalam_perjanjian(&self, bahan: &BahanDokumen, piece: usize) -> bool {
        if self.dalam_sistematika(piece) || self.dalam_daftar(piece) {
            return false;
        }
        let sebut = |teks: &str| normal(teks).contains("perjanjian kinerja");
        let mut bagian = self.kerangka.iter().rposition(|b| b.isi.contains(&piece));
        while let Some(satu) = bagian.and_then(|i| self.kerangka.get(i)) {
            if sebut(&satu.judul) {
                return true;
            }
            // A heading stands below an earlier one, so this ends.
            bagian = satu
                .induk
                .filter(|atas| bagian.is_some_and(|ini| *atas < ini));
        }
        // Words right above, as far as the nearest heading.
        let pieces = &bahan.bacaan.sumber.pieces;
        let dekat = pieces
            .get(piece.saturating_sub(6)..piece)
            .unwrap_or_default();
        let judul = dekat
            .iter()
            .rposition(|p| matches!(p, Piece::Heading { .. }))
            .unwrap_or(0);
        dekat
            .iter()
            .skip(judul)
            .filter_map(Piece::passage)
            .any(|p| p.text.len() < 400 && sebut(&p.text))
    }

    /// Whether a piece belongs to a list of contents, tables or pictures.
    pub(super) fn dalam_daftar(&self, piece: usize) -> bool {
        self.daftar.iter().any(|d| d.contains(&piece))
    }

    /// Whether a piece stands below the heading of that section.
    pub(super) fn dalam_sistematika_isi(&self, piece: usize) -> bool {
        self.sistematika
            .and_then(|i| self.kerangka.get(i))
            .is_some_and(|b| b.isi.contains(&piece))
    }

    /// Whether a piece belongs to the section that tells what each chapter holds.
    pub(super) fn dalam_sistematika(&self, piece: usize) -> bool {
        self.sistematika
            .and_then(|i| self.kerangka.get(i))
            .is_some_and(|b| b.piece == piece || b.isi.contains(&piece))
    }
}

/// Whether a text may be the title of a list, seen at its first letters; one with a tag is looked at as a whole.
fn mungkin_daftar(teks: &str) -> bool {
    let depan = teks.trim_start_matches(|c: char| !c.is_alphanumeric());
    let awal = depan.get(.."daftar".len());
    awal.is_some_and(|awal| awal.eq_ignore_ascii_case("daftar")) || teks.contains('<')
}

/// The number of a chapter ("BAB III" is 3).
pub(super) fn nomor_bab(nomor: &str) -> Option<u32> {
    let kecil = nomor.trim().to_lowercase();
    let angka = kecil
        .strip_prefix("bab")?
        .trim()
        .trim_end_matches(['.', ':']);
    angka.parse().ok().or_else(|| romawi(angka))
}

fn romawi(teks: &str) -> Option<u32> {
    let nilai = |c| {
        Some(match c {
            'i' => 1,
            'v' => 5,
            'x' => 10,
            _ => return None,
        })
    };
    let angka: Vec<u32> = teks.chars().map(nilai).collect::<Option<_>>()?;
    if angka.is_empty() || angka.len() > 8 {
        return None;
    }
    let jumlah = angka.iter().enumerate().fold(0i64, |jumlah, (i, n)| {
        let n = i64::from(*n);
        if angka
            .get(i + 1)
            .is_some_and(|berikut| i64::from(*berikut) > n)
        {
            jumlah - n
        } else {
            jumlah + n
        }
    });
    u32::try_from(jumlah).ok()
}

/// The lines of a list from a piece on.
fn baca_daftar(bahan: &BahanDokumen, dari: usize) -> Vec<Entri> {
    let mut hasil = Vec::new();
    for (piece, isi) in bahan.bacaan.sumber.pieces.iter().enumerate().skip(dari) {
        match isi {
            Piece::Grid(grid) => match baris_tabel(piece, grid) {
                baris if baris.is_empty() => break,
                baris => hasil.extend(baris),
            },
            Piece::Running(_) | Piece::Picture(_) => {}
            Piece::Footnote { .. } | Piece::Formula(_) => break,
            Piece::Item {
                marker, passage, ..
            } => match tanpa_halaman(&passage.text) {
                Some(akhir) => hasil.push(entri(
                    Letak::new(piece, 0..akhir),
                    &format!("{marker} {}", passage.text.get(..akhir).unwrap_or_default()),
                )),
                None => break,
            },
            Piece::Heading { passage, .. } | Piece::Paragraph(passage) => {
                match tanpa_halaman(&passage.text) {
                    Some(akhir) => hasil.push(entri(
                        Letak::new(piece, 0..akhir),
                        passage.text.get(..akhir).unwrap_or_default(),
                    )),
                    // A word such as "Halaman" above the pages.
                    None if hasil.is_empty()
                        && passage.text.chars().count() <= 24
                        && normal(&passage.text).starts_with("hal") => {}
                    None => break,
                }
            }
        }
    }
    hasil
}

/// Rows of words and a page.
fn baris_tabel(piece: usize, grid: &Grid) -> Vec<Entri> {
    let mut hasil = Vec::new();
    let mut bernomor = 0usize;
    for baris in 0..grid.rows {
        let sel: Vec<_> = grid
            .cells
            .iter()
            .enumerate()
            .filter(|(_, c)| c.row == baris && !c.passage.is_blank())
            .collect();
        let halaman = sel
            .last()
            .is_some_and(|(_, c)| is_halaman(c.passage.text.trim()));
        let kata = match (sel.as_slice(), halaman) {
            ([kata @ .., _], true) if !kata.is_empty() => kata,
            (kata, _) => kata,
        };
        let Some((nomor, terpanjang)) = kata.iter().max_by_key(|(_, c)| c.passage.text.len())
        else {
            continue;
        };
        if halaman && sel.len() >= 2 {
            bernomor += 1;
        }
        let teks: Vec<&str> = kata.iter().map(|(_, c)| c.passage.text.as_str()).collect();
        let akhir = tanpa_halaman(&terpanjang.passage.text)
            .filter(|_| !halaman)
            .unwrap_or(terpanjang.passage.text.len());
        hasil.push(entri(
            Letak::di_sel(piece, *nomor, 0..akhir),
            &teks.join(" "),
        ));
    }
    // A table of something else has no pages at the ends of its rows.
    if bernomor * 2 >= hasil.len() {
        hasil
    } else {
        Vec::new()
    }
}

fn entri(letak: Letak, teks: &str) -> Entri {
    let teks = teks.replace('\n', " ");
    let (nomor, judul) = pisah_nomor(&teks);
    Entri {
        letak,
        nomor: nomor.unwrap_or_default(),
        judul: normal(judul.trim_end_matches(['.', '…', ' ', '_'])),
    }
}

/// A page number: digits, small Roman digits, either in brackets.
fn is_halaman(teks: &str) -> bool {
    let polos = teks.trim_matches(['[', ']', '(', ')', '-', ' ']);
    !polos.is_empty()
        && polos.len() <= 6
        && (polos.chars().all(|c| c.is_ascii_digit())
            || polos.chars().all(|c| "ivxIVX".contains(c)))
}

/// Where the words of a line of contents end, where a page stands behind them.
fn tanpa_halaman(teks: &str) -> Option<usize> {
    let teks = teks.trim_end();
    if teks.chars().count() > 220 {
        return None;
    }
    let awal = teks.rfind(|c: char| c.is_whitespace() || ".…_".contains(c))?;
    let pisah = teks.get(awal..)?.chars().next()?;
    let halaman = teks.get(awal + pisah.len_utf8()..)?;
    let kata = teks
        .get(..awal)?
        .trim_end_matches([' ', '\t', '.', '…', '_', '\u{a0}']);
    (is_halaman(halaman) && !kata.is_empty()).then_some(kata.len())
}

/// The number at the front of a line ("BAB III", "A.", "1.2"), and the words behind it.
pub(super) fn pisah_nomor(teks: &str) -> (Option<String>, &str) {
    let teks = teks.trim();
    let (pertama, sisa) = teks.split_once(char::is_whitespace).unwrap_or((teks, ""));
    if pertama.eq_ignore_ascii_case("bab") {
        let sisa = sisa.trim_start();
        let (angka, judul) = sisa.split_once(char::is_whitespace).unwrap_or((sisa, ""));
        let nomor = format!("BAB {}", angka.trim_end_matches(['.', ':']));
        if nomor_bab(&nomor).is_some() {
            return (Some(nomor), judul.trim());
        }
    }
    let polos = pertama.trim_end_matches(['.', ')']);
    let bertanda = polos.len() < pertama.len() || polos.contains('.');
    let pendek = !polos.is_empty()
        && polos.len() <= 6
        && polos.split('.').all(|r| {
            !r.is_empty()
                && (r.chars().all(|c| c.is_ascii_digit())
                    || r.chars().count() == 1
                    || r.chars().all(|c| "IVX".contains(c)))
        });
    if bertanda && pendek {
        // "1. BAB I PENDAHULUAN" is a chapter all the same.
        return match pisah_nomor_bab(sisa) {
            Some(bab) => bab,
            None => (Some(polos.to_owned()), sisa.trim()),
        };
    }
    (None, teks)
}

fn pisah_nomor_bab(teks: &str) -> Option<(Option<String>, &str)> {
    let awal = teks.trim_start().get(..4)?;
    awal.eq_ignore_ascii_case("bab ").then(|| pisah_nomor(teks))
}

#[cfg(test)]
mod tests {
    use super::{nomor_bab, pisah_nomor, tanpa_halaman};

    #[test]
    fn the_number_of_a_chapter_is_read_in_roman_and_in_digits() {
        assert_eq!(nomor_bab("BAB IV"), Some(4));
        assert_eq!(nomor_bab("Bab 2."), Some(2));
        assert_eq!(nomor_bab("A"), None);
    }

    #[test]
    fn a_line_of_contents_has_a_number_words_and_a_page() {
        assert_eq!(
            pisah_nomor("BAB III AKUNTABILITAS"),
            (Some("BAB III".to_owned()), "AKUNTABILITAS")
        );
        assert_eq!(
            pisah_nomor("1. BAB I PENDAHULUAN"),
            (Some("BAB I".to_owned()), "PENDAHULUAN")
        );
        assert_eq!(
            pisah_nomor("3.1 Capaian"),
            (Some("3.1".to_owned()), "Capaian")
        );
        assert_eq!(pisah_nomor("Kata Pengantar"), (None, "Kata Pengantar"));
        assert_eq!(tanpa_halaman("Kata Pengantar ........ ii"), Some(14));
        assert_eq!(tanpa_halaman("Kata Pengantar\t[3]"), Some(14));
        assert_eq!(tanpa_halaman("Laporan ini disusun."), None);
    }
}
