//! The outline: headings and what stands under them.

use document::source::{Piece, Source};

use crate::bacaan::Bagian;

/// How the number of a heading is written, which tells its rank better than the format does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pola {
    /// "BAB III"
    Bab,
    /// "A."
    Huruf,
    /// "1."
    Angka,
    /// "3.1", with the number of its steps.
    Bertingkat(u8),
    /// "a."
    HurufKecil,
    /// No number.
    Tanpa,
}

pub(super) fn kerangka(sumber: &Source) -> Vec<Bagian> {
    let mut kerangka: Vec<Bagian> = Vec::new();
    // What each open heading looked like, outermost first: index, pattern.
    let mut terbuka: Vec<(usize, Pola)> = Vec::new();
    let judul = sumber
        .pieces
        .iter()
        .enumerate()
        .filter_map(|(i, piece)| match piece {
            Piece::Heading { level, passage } => Some((i, *level, passage.text.as_str())),
            _ => None,
        });
    let mut lalu: Option<(usize, bool)> = None;
    for (piece, level, teks) in judul {
        let (nomor, sisa, pola) = pisah(teks);
        // "BAB I" on a line of its own: the next heading is its words.
        if let Some((sebelum, true)) = lalu
            && sebelum + 1 == piece
            && pola == Pola::Tanpa
            && let Some(bab) = kerangka.last_mut()
        {
            sisa.clone_into(&mut bab.judul);
            lalu = None;
            continue;
        }
        let tingkat = tingkat(pola, level, bagian_luar(sisa), &terbuka, &kerangka);
        while terbuka
            .last()
            .and_then(|(i, _)| kerangka.get(*i))
            .is_some_and(|atas| atas.tingkat >= tingkat)
        {
            terbuka.pop();
        }
        lalu = Some((piece, pola == Pola::Bab && sisa.is_empty()));
        let induk = terbuka.last().map(|(i, _)| *i);
        terbuka.push((kerangka.len(), pola));
        kerangka.push(Bagian {
            piece,
            tingkat,
            nomor: nomor.to_owned(),
            judul: sisa.to_owned(),
            isi: piece + 1..sumber.pieces.len(),
            induk,
            indikator: None,
        });
    }
    tutup(&mut kerangka, sumber.pieces.len());
    kerangka
}

/// The rank of a heading: that of the open heading of the same pattern, or one below the innermost one.
fn tingkat(
    pola: Pola,
    level: u8,
    bagian_luar: bool,
    terbuka: &[(usize, Pola)],
    kerangka: &[Bagian],
) -> u8 {
    let milik = |i: &usize| kerangka.get(*i).map_or(1, |bagian| bagian.tingkat);
    match pola {
        Pola::Bab => 1,
        // Inside a chapter, what the format takes for a chapter is no more than a title under what is open.
        Pola::Tanpa if level <= 1 && !bagian_luar => {
            let dalam_bab = terbuka.iter().any(|(_, lain)| *lain == Pola::Bab);
            let atas = terbuka.iter().rev().find(|(_, lain)| *lain != Pola::Tanpa);
            match atas {
                Some((i, _)) if dalam_bab => milik(i).saturating_add(1).min(6),
                _ => 1,
            }
        }
        Pola::Tanpa => level.clamp(1, 6),
        Pola::Bertingkat(langkah) => langkah.clamp(1, 6),
        _ => {
            let sejenis = terbuka.iter().rev().find(|(_, lain)| *lain == pola);
            match sejenis {
                Some((i, _)) => milik(i),
                // Below whatever is open and numbered; a bare heading above has no say.
                None => {
                    let atas = terbuka.iter().rev().find(|(_, lain)| *lain != Pola::Tanpa);
                    atas.map_or(level.max(2), |(i, _)| milik(i).saturating_add(1))
                        .clamp(2, 6)
                }
            }
        }
    }
}

/// Whether a title stands outside of the chapters, before or behind them.
fn bagian_luar(judul: &str) -> bool {
    const LUAR: &[&str] = &[
        "kata pengantar",
        "daftar",
        "ringkasan",
        "ikhtisar",
        "lampiran",
        "penutup",
        "pernyataan",
        "surat",
        "lembar",
    ];
    let judul = crate::understand::kosakata::normal(judul);
    LUAR.iter().any(|luar| judul.starts_with(luar))
}

/// Ends each heading where the next one of the same or a higher rank begins.
fn tutup(kerangka: &mut [Bagian], akhir: usize) {
    let mut batas = [akhir; 7];
    for bagian in kerangka.iter_mut().rev() {
        let tingkat = usize::from(bagian.tingkat.min(6));
        let sampai = batas
            .get(..=tingkat)
            .and_then(|atas| atas.iter().min().copied())
            .unwrap_or(akhir);
        bagian.isi = bagian.piece + 1..sampai.max(bagian.piece + 1);
        if let Some(tempat) = batas.get_mut(tingkat) {
            *tempat = bagian.piece;
        }
    }
}

/// Number, words and pattern of a heading.
fn pisah(teks: &str) -> (&str, &str, Pola) {
    let teks = teks.trim();
    let (pertama, sisa) = teks.split_once(char::is_whitespace).unwrap_or((teks, ""));
    if pertama.eq_ignore_ascii_case("bab") {
        let sisa = sisa.trim_start();
        let (angka, judul) = sisa.split_once(char::is_whitespace).unwrap_or((sisa, ""));
        let angka_polos = angka.trim_end_matches(['.', ':']);
        let bernomor = !angka_polos.is_empty()
            && angka_polos
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | 'i' | 'v' | 'x'));
        if bernomor {
            let akhir = teks.len() - sisa.len() + angka_polos.len();
            let nomor = teks.get(..akhir).unwrap_or(teks);
            return (nomor, bersih(judul), Pola::Bab);
        }
    }
    let nomor = pertama.trim_end_matches(['.', ')', ':']);
    let bertanda = nomor.len() < pertama.len();
    let pola = pola_nomor(nomor);
    match pola {
        Some(Pola::Bertingkat(_)) => (nomor, bersih(sisa), pola.unwrap_or(Pola::Tanpa)),
        Some(pola) if bertanda => (nomor, bersih(sisa), pola),
        _ => ("", bersih(teks), Pola::Tanpa),
    }
}

fn pola_nomor(nomor: &str) -> Option<Pola> {
    if nomor.is_empty() || nomor.len() > 12 {
        return None;
    }
    let ruas: Vec<&str> = nomor.split('.').collect();
    let angka = |r: &&str| !r.is_empty() && r.len() <= 3 && r.bytes().all(|b| b.is_ascii_digit());
    if ruas.len() > 1 {
        let langkah = u8::try_from(ruas.len()).ok()?;
        let awal_huruf = ruas
            .first()
            .is_some_and(|r| r.len() <= 4 && r.bytes().all(|b| b.is_ascii_uppercase()));
        let lain = ruas.iter().skip(1).all(|r| angka(r) || r.len() == 1);
        return (lain && (awal_huruf || ruas.first().is_some_and(angka)))
            .then_some(Pola::Bertingkat(langkah));
    }
    if angka(&nomor) {
        return Some(Pola::Angka);
    }
    let mut huruf = nomor.chars();
    match (huruf.next(), huruf.next()) {
        (Some(c), None) if c.is_uppercase() => Some(Pola::Huruf),
        (Some(c), None) if c.is_lowercase() => Some(Pola::HurufKecil),
        // "II." numbers parts like a letter does.
        _ if nomor.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) => Some(Pola::Huruf),
        _ => None,
    }
}

fn bersih(judul: &str) -> &str {
    judul
        .trim()
        .trim_start_matches([':', '-', '\u{2013}'])
        .trim_end_matches(':')
        .trim()
}

#[cfg(test)]
mod tests {
    use document::source::{Passage, Piece, Place, Source};

    use super::kerangka;

    fn sumber(judul: &[(u8, &str)]) -> Source {
        let mut pieces = Vec::new();
        for (level, teks) in judul {
            pieces.push(Piece::Heading {
                level: *level,
                passage: Passage::new(*teks, Place::new(1, 1)),
            });
            pieces.push(Piece::Paragraph(Passage::new("isi", Place::new(1, 1))));
        }
        Source {
            pieces,
            ..Source::default()
        }
    }

    #[test]
    fn numbers_are_split_off_and_ranks_are_sane() {
        let sumber = sumber(&[
            (1, "KATA PENGANTAR"),
            (1, "BAB I PENDAHULUAN"),
            (3, "A. Latar Belakang"),
            (2, "B. Tugas"),
            (2, "1. Subbagian Tata Usaha"),
            (4, "a. Urusan"),
            (2, "C. Maksud"),
            (1, "BAB III AKUNTABILITAS KINERJA"),
            (2, "3.1 Capaian"),
            (2, "3.1.1 Indikator"),
        ]);
        let hasil: Vec<(u8, &str, &str)> = kerangka(&sumber)
            .iter()
            .map(|b| {
                (
                    b.tingkat,
                    b.nomor.clone().leak() as &str,
                    b.judul.clone().leak() as &str,
                )
            })
            .collect();
        assert_eq!(
            hasil,
            [
                (1, "", "KATA PENGANTAR"),
                (1, "BAB I", "PENDAHULUAN"),
                (2, "A", "Latar Belakang"),
                (2, "B", "Tugas"),
                (3, "1", "Subbagian Tata Usaha"),
                (4, "a", "Urusan"),
                (2, "C", "Maksud"),
                (1, "BAB III", "AKUNTABILITAS KINERJA"),
                (2, "3.1", "Capaian"),
                (3, "3.1.1", "Indikator"),
            ]
        );
    }

    #[test]
    fn a_heading_holds_what_stands_up_to_the_next_of_its_rank() {
        let sumber = sumber(&[
            (1, "BAB I PENDAHULUAN"),
            (2, "A. Latar"),
            (2, "B. Tugas"),
            (1, "BAB II"),
        ]);
        let hasil = kerangka(&sumber);
        assert_eq!(hasil[0].isi, 1..6);
        assert_eq!(hasil[1].isi, 3..4);
        assert_eq!(hasil[2].induk, Some(0));
        assert_eq!(hasil[3].isi, 7..8);
    }

    #[test]
    fn a_title_without_a_number_stays_in_its_chapter() {
        let sumber = sumber(&[
            (1, "BAB II PERENCANAAN"),
            (2, "B. Perjanjian Kinerja"),
            (1, "PERJANJIAN KINERJA TAHUN 2023"),
            (1, "LAMPIRAN"),
        ]);
        let tingkat: Vec<u8> = kerangka(&sumber).iter().map(|b| b.tingkat).collect();
        assert_eq!(tingkat, [1, 2, 3, 1]);
    }

    #[test]
    fn a_chapter_on_two_lines_is_one_heading() {
        let mut sumber = sumber(&[(1, "BAB II"), (1, "PERENCANAAN KINERJA"), (2, "A. Rencana")]);
        sumber.pieces.remove(1);
        let hasil = kerangka(&sumber);
        assert_eq!(hasil.len(), 2);
        assert_eq!(
            (hasil[0].nomor.as_str(), hasil[0].judul.as_str()),
            ("BAB II", "PERENCANAAN KINERJA")
        );
        assert_eq!(hasil[1].induk, Some(0));
    }
}
