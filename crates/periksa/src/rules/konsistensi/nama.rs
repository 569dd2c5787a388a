//! Names that the performance agreement gives, and how the rest of the report spells them.

use std::collections::HashMap;

use document::source::{Grid, Piece};

use crate::BahanDokumen;
use crate::bacaan::Letak;
use crate::rules::susunan::Susunan;
use crate::rules::teks::{Jenis, Kata, Satuan, antara, kata, satuan};
use crate::understand::kosakata::normal;

/// A name that the agreement gives.
#[derive(Debug, Clone)]
pub(super) struct Nama {
    /// Its words in lower case.
    pub(super) kata: Vec<String>,
    pub(super) letak: Letak,
}

/// A row of the agreement: an objective, and what its indicators are called.
#[derive(Debug, Clone)]
pub(super) struct Janji {
    pub(super) sasaran: Nama,
    /// Normal words of the cells with its indicators.
    pub(super) indikator: Vec<String>,
    /// Those cells.
    pub(super) tercetak: Vec<Letak>,
}

/// Another spelling of a name.
#[derive(Debug, Clone)]
pub(super) struct Ragam {
    /// Index of the name.
    pub(super) nama: usize,
    pub(super) letak: Letak,
    /// What is different, for the reader.
    pub(super) beda: String,
}

/// The objectives of the agreement with their indicators; without an agreement there is nothing to hold names against.
pub(super) fn janji(bahan: &BahanDokumen) -> Vec<Janji> {
    let susunan = Susunan::new(bahan);
    let mut hasil: Vec<Janji> = Vec::new();
    for (piece, isi) in bahan.bacaan.sumber.pieces.iter().enumerate() {
        let Piece::Grid(grid) = isi else { continue };
        if susunan.dalam_daftar(piece) || !susunan.dalam_perjanjian(bahan, piece) {
            continue;
        }
        for satu in baris_janji(piece, grid) {
            match hasil
                .iter_mut()
                .find(|lama| lama.sasaran.kata == satu.sasaran.kata)
            {
                Some(lama) => {
                    lama.indikator.extend(satu.indikator);
                    lama.tercetak.extend(satu.tercetak);
                }
                None => hasil.push(satu),
            }
        }
    }
    hasil
}

/// Rows of a table with a column of objectives and one of indicators.
fn baris_janji(piece: usize, grid: &Grid) -> Vec<Janji> {
    let judul = |kata: &str| {
        grid.cells
            .iter()
            .filter(|c| c.row < 3)
            .find(|c| normal(&c.passage.text).starts_with(kata))
            .map(|c| (c.row, c.column))
    };
    let (Some((baris, sasaran)), Some((_, indikator))) = (judul("sasaran"), judul("indikator"))
    else {
        return Vec::new();
    };
    let mut hasil: Vec<Janji> = Vec::new();
    for row in baris + 1..grid.rows {
        let sel = |kolom| {
            grid.covering(row, kolom)
                .and_then(|i| Some((i, grid.cells.get(i)?)))
        };
        let Some((di, cell)) = sel(sasaran) else {
            continue;
        };
        let tercetak =
            sel(indikator).map(|(i, c)| Letak::di_sel(piece, i, 0..c.passage.text.len()));
        let milik = sel(indikator)
            .map(|(_, c)| normal(&c.passage.text))
            .unwrap_or_default();
        let kata: Vec<String> = kata(&cell.passage.text)
            .into_iter()
            .map(|k| k.kecil.into_owned())
            .collect();
        let bernomor = kata.iter().all(|k| k.chars().all(|c| c.is_ascii_digit()));
        if cell.row == row && !bernomor && kata.len() >= 3 {
            hasil.push(Janji {
                sasaran: Nama {
                    kata,
                    letak: Letak::di_sel(piece, di, 0..cell.passage.text.len()),
                },
                indikator: vec![milik],
                tercetak: tercetak.into_iter().collect(),
            });
        } else if let Some(lama) = hasil.last_mut()
            && (cell.row != row || kata.is_empty())
        {
            lama.indikator.push(milik);
            lama.tercetak.extend(tercetak);
        }
    }
    hasil
}

/// The indicators of the agreement, and names that are none of their misspellings.
pub(super) fn indikator(bahan: &BahanDokumen) -> Vec<Nama> {
    let susunan = Susunan::new(bahan);
    let bacaan = bahan.bacaan;
    bacaan
        .indikator
        .iter()
        .filter(|i| i.letak.sel.is_some() && susunan.dalam_perjanjian(bahan, i.letak.piece))
        .map(|i| Nama {
            kata: kata(&i.nama)
                .into_iter()
                .map(|k| k.kecil.into_owned())
                .collect(),
            letak: i.letak.clone(),
        })
        .collect()
}

/// Names that are right as they stand, in normal words: those of the agreement, and those of the profiles.
pub(super) fn sah(bahan: &BahanDokumen, nama: &[Nama]) -> Vec<String> {
    let profil = bahan.hukum.profil.iter().flat_map(|p| &p.indikator);
    let mut hasil: Vec<String> = profil
        .flat_map(|i| std::iter::once(&i.nama).chain(&i.alias))
        .map(|n| normal(n))
        .collect();
    hasil.extend(nama.iter().map(|n| n.kata.join(" ")));
    hasil
}

/// All other spellings of the names in the document, outside of the tables that give the names.
pub(super) fn ragam(bahan: &BahanDokumen, nama: &[Nama], konteks: &str) -> Vec<Ragam> {
    let bacaan = bahan.bacaan;
    let susunan = Susunan::new(bahan);
    let sah = sah(bahan, nama);
    // Names by their first word and by their second.
    let mut awal: HashMap<&str, Vec<(usize, bool)>> = HashMap::new();
    for (i, satu) in nama.iter().enumerate().filter(|(_, n)| n.kata.len() >= 4) {
        for (urutan, kata) in satu.kata.iter().take(2).enumerate() {
            awal.entry(kata).or_default().push((i, urutan == 0));
        }
    }
    // An indicator of its own that the agreement lacks, as long as the agreed one is told as well.
    let berdiri: Vec<String> = bacaan.indikator.iter().map(|i| normal(&i.nama)).collect();
    let mut tepat = vec![0usize; nama.len()];
    let mut hasil = Vec::new();
    for satu in satuan(bacaan.sumber) {
        if satu.jenis == Jenis::Rumus || susunan.dalam_daftar(satu.letak.piece) {
            continue;
        }
        let kata = kata(satu.teks);
        let mut sampai = 0;
        for i in 0..kata.len() {
            if i < sampai {
                continue;
            }
            for (di, pertama) in awal.get(kata[i].kecil.as_ref()).into_iter().flatten() {
                let Some(asli) = nama.get(*di) else { continue };
                let cocok = if *pertama {
                    sejajar(&kata, i, &asli.kata)
                } else {
                    awal_lain(&kata, i, &asli.kata)
                };
                let Some(cocok) = cocok else { continue };
                sampai = sampai.max(cocok.akhir + 1);
                let sendiri = asli.letak.piece == satu.letak.piece;
                if matches!(cocok.sunting, Sunting::Sama)
                    && !sendiri
                    && let Some(kali) = tepat.get_mut(*di)
                {
                    *kali += 1;
                }
                if let Some(beda) = layak(&satu, &kata, &cocok, asli, konteks, &sah) {
                    let (Some(kiri), Some(kanan)) = (kata.get(cocok.awal), kata.get(cocok.akhir))
                    else {
                        continue;
                    };
                    hasil.push(Ragam {
                        nama: *di,
                        letak: satu.letak.bagian(kiri.awal..kanan.akhir),
                        beda,
                    });
                }
            }
        }
    }
    hasil.retain(|r| {
        let lain = berdiri.contains(&normal(bacaan.teks(&r.letak)));
        let diceritakan = tepat.get(r.nama).is_some_and(|kali| *kali > 0);
        let asal = nama
            .iter()
            .any(|n| n.letak.piece == r.letak.piece && n.letak.sel == r.letak.sel);
        !(asal || lain && diceritakan)
    });
    hasil
}

/// A stretch of words that is a name, but for one word.
struct Cocok {
    awal: usize,
    akhir: usize,
    sunting: Sunting,
}

/// What sets a stretch of words apart from a name.
enum Sunting {
    Sama,
    /// Word of the name, word of the text.
    Ganti(usize, usize),
    /// Word of the name.
    Hilang(usize),
    /// Word of the text.
    Tambah(usize),
}

/// A name at a word that is its first; none where more than one word inside is different.
fn sejajar(kata: &[Kata], awal: usize, nama: &[String]) -> Option<Cocok> {
    let sama = |k: usize, j: usize| {
        kata.get(k)
            .is_some_and(|kata| nama.get(j).is_some_and(|n| *n == kata.kecil))
    };
    let sisa = |k: usize, j: usize| (j..nama.len()).all(|j2| sama(k + (j2 - j), j2));
    let j = (0..nama.len())
        .find(|j| !sama(awal + j, *j))
        .unwrap_or(nama.len());
    let k = awal + j;
    let panjang = nama.len();
    if j == panjang {
        return Some(Cocok {
            awal,
            akhir: k - 1,
            sunting: Sunting::Sama,
        });
    }
    // A name that stops early is a short form of it.
    if j == 0 || j + 1 >= panjang {
        return None;
    }
    let (akhir, sunting) = if sisa(k + 1, j + 1) {
        (awal + panjang - 1, Sunting::Ganti(j, k))
    } else if sisa(k, j + 1) {
        (awal + panjang - 2, Sunting::Hilang(j))
    } else if sisa(k + 1, j) {
        (awal + panjang, Sunting::Tambah(k))
    } else {
        return None;
    };
    Some(Cocok {
        awal,
        akhir,
        sunting,
    })
}

/// A name at its second word, behind another first word, or with its second word lost.
fn awal_lain(kata: &[Kata], di: usize, nama: &[String]) -> Option<Cocok> {
    let utuh = (1..nama.len()).all(|j| {
        kata.get(di + j - 1)
            .is_some_and(|k| nama.get(j).is_some_and(|n| *n == k.kecil))
    });
    let sebelum = di.checked_sub(1)?;
    let lain = kata
        .get(sebelum)
        .is_some_and(|k| nama.first().is_none_or(|n| *n != k.kecil));
    (utuh && lain).then_some(Cocok {
        awal: sebelum,
        akhir: di + nama.len() - 2,
        sunting: Sunting::Ganti(0, sebelum),
    })
}

/// What is different about a spelling, where it is a slip and not another way to speak.
fn layak(
    satu: &Satuan,
    kata: &[Kata],
    cocok: &Cocok,
    nama: &Nama,
    konteks: &str,
    sah: &[String],
) -> Option<String> {
    let kiri = kata.get(cocok.awal)?;
    let tertulis = kata.get(cocok.awal..=cocok.akhir)?;
    let deret: Vec<&str> = tertulis.iter().map(|k| k.kecil.as_ref()).collect();
    let deret = deret.join(" ");
    let menyambung = tertulis.windows(2).all(|dua| match dua {
        [a, b] => !antara(satu.teks, a, b).contains(['.', ';', ':', '(', ')']),
        _ => true,
    });
    if !menyambung || sah.contains(&deret) {
        return None;
    }
    let depan = satu.teks.get(..kiri.awal).unwrap_or_default();
    let menamai = matches!(satu.jenis, Jenis::Judul | Jenis::Sel)
        || depan.trim_end().ends_with([':', '"', '“', '‘'])
        || (depan.chars().count() <= 6 && satu.jenis == Jenis::Butir);
    let dekat: String = depan
        .chars()
        .rev()
        .take(160)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let bernama = menamai || dekat.to_lowercase().contains(konteks);
    let asli = |j: usize| nama.kata.get(j).map(String::as_str).unwrap_or_default();
    let tulis = |k: usize| kata.get(k).map(|k| k.kecil.as_ref()).unwrap_or_default();
    let bermakna = |kata: &str| kata.chars().count() >= 4 && !SAMBUNG.contains(&kata);
    match cocok.sunting {
        Sunting::Sama => None,
        Sunting::Ganti(0, k) => {
            // A verb of the sentence, rather than the first word of the name.
            let besar = satu
                .teks
                .get(kiri.awal..)
                .is_some_and(|s| s.starts_with(char::is_uppercase));
            let seakar = seakar(asli(0), tulis(k));
            let boleh = menamai && besar && (seakar || kata_kerja(asli(0)) && kata_kerja(tulis(k)));
            boleh.then(|| format!("\"{}\" menggantikan \"{}\"", tulis(k), asli(0)))
        }
        Sunting::Ganti(j, k) => {
            let (a, b) = (asli(j), tulis(k));
            let angka = b.chars().any(|c| c.is_ascii_digit());
            let berat = bermakna(a) || bermakna(b);
            let bebas = !menamai && seakar(a, b);
            (berat && !angka && !bebas && (bernama || nama.kata.len() >= 6))
                .then(|| format!("\"{b}\" menggantikan \"{a}\""))
        }
        Sunting::Hilang(j) => (bermakna(asli(j)) && (bernama || nama.kata.len() >= 6))
            .then(|| format!("kata \"{}\" hilang", asli(j))),
        Sunting::Tambah(k) => {
            let singkat = satu
                .teks
                .get(kata.get(k)?.awal..kata.get(k)?.akhir)
                .is_some_and(|s| s.chars().filter(|c| c.is_uppercase()).count() >= 2);
            (bermakna(tulis(k)) && !singkat && bernama)
                .then(|| format!("kata \"{}\" bertambah", tulis(k)))
        }
    }
}

const SAMBUNG: &[&str] = &[
    "yang", "dengan", "untuk", "pada", "dalam", "oleh", "dari", "atas", "terhadap", "bagi",
    "serta", "secara", "sesuai", "para", "nilai",
];

fn kata_kerja(kata: &str) -> bool {
    ["me", "ter", "ber", "pe"]
        .iter()
        .any(|awalan| kata.starts_with(awalan))
        && kata.chars().count() >= 6
}

/// Whether two words share so much that they are forms of one.
pub(super) fn seakar(a: &str, b: &str) -> bool {
    let sama = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let (pendek, panjang) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    sama >= 6 || (pendek.chars().count() >= 5 && panjang.contains(pendek))
}

#[cfg(test)]
mod tests {
    use super::{Sunting, awal_lain, sejajar};
    use crate::rules::teks::kata;

    fn nama(teks: &str) -> Vec<String> {
        kata(teks)
            .into_iter()
            .map(|k| k.kecil.into_owned())
            .collect()
    }

    #[test]
    fn a_name_with_one_word_lost_replaced_or_added_is_a_variant() {
        let asli = nama("Meningkatnya layanan dukungan manajemen di wilayah");
        let hilang = kata("meningkatnya dukungan manajemen di wilayah");
        assert!(matches!(
            sejajar(&hilang, 0, &asli).map(|c| c.sunting),
            Some(Sunting::Hilang(1))
        ));
        let ganti = kata("meningkatnya layanan pengelolaan manajemen di wilayah");
        assert!(matches!(
            sejajar(&ganti, 0, &asli).map(|c| c.sunting),
            Some(Sunting::Ganti(2, 2))
        ));
        let awal = kata("Sasaran Meningkatkan layanan dukungan manajemen di wilayah");
        assert!(matches!(
            awal_lain(&awal, 2, &asli).map(|c| c.sunting),
            Some(Sunting::Ganti(0, 1))
        ));
    }

    #[test]
    fn a_name_that_stops_early_is_a_short_form() {
        let asli = nama("Meningkatnya layanan dukungan manajemen di wilayah");
        assert!(
            sejajar(
                &kata("meningkatnya layanan dukungan manajemen kantor kami"),
                0,
                &asli
            )
            .is_none()
        );
    }
}
