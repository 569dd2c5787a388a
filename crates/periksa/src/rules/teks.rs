//! The running text of a document, piece by piece and word by word, for rules that look at words.

use std::borrow::Cow;

use document::source::{Piece, Source};

use crate::bacaan::Letak;
use crate::understand::kosakata::{akhir_kata, kecil};

/// What a stretch of words is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Jenis {
    Judul,
    Paragraf,
    Butir,
    Sel,
    Rumus,
    CatatanKaki,
    /// Running head or foot.
    Tepi,
    Gambar,
}

/// The words of one piece or one cell.
#[derive(Debug, Clone)]
pub(super) struct Satuan<'a> {
    pub(super) jenis: Jenis,
    /// All of it.
    pub(super) letak: Letak,
    pub(super) teks: &'a str,
}

impl Satuan<'_> {
    /// Whether it is text that is read sentence by sentence.
    pub(super) fn prosa(&self) -> bool {
        matches!(
            self.jenis,
            Jenis::Paragraf | Jenis::Butir | Jenis::CatatanKaki
        )
    }
}

/// A word: letters and digits, with hyphens inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kata<'t> {
    pub(super) awal: usize,
    pub(super) akhir: usize,
    /// In lower case; not copied where it is printed so.
    pub(super) kecil: Cow<'t, str>,
}

/// All words of a document in reading order: pieces, and the cells of tables.
pub(super) fn satuan(sumber: &Source) -> Vec<Satuan<'_>> {
    let mut hasil = Vec::new();
    for (piece, isi) in sumber.pieces.iter().enumerate() {
        let jenis = match isi {
            Piece::Heading { .. } => Jenis::Judul,
            Piece::Paragraph(_) => Jenis::Paragraf,
            Piece::Item { .. } => Jenis::Butir,
            Piece::Formula(_) => Jenis::Rumus,
            Piece::Footnote { .. } => Jenis::CatatanKaki,
            Piece::Running(_) => Jenis::Tepi,
            Piece::Picture(_) => Jenis::Gambar,
            Piece::Grid(grid) => {
                hasil.extend(grid.cells.iter().enumerate().map(|(sel, cell)| Satuan {
                    jenis: Jenis::Sel,
                    letak: Letak::di_sel(piece, sel, 0..cell.passage.text.len()),
                    teks: &cell.passage.text,
                }));
                continue;
            }
        };
        if let Some(passage) = isi.passage() {
            hasil.push(Satuan {
                jenis,
                letak: Letak::new(piece, 0..passage.text.len()),
                teks: &passage.text,
            });
        }
    }
    hasil
}

/// The words of a text.
pub(super) fn kata(teks: &str) -> Vec<Kata<'_>> {
    /// Letters of a word and the space behind it, about.
    const SEPANJANG: usize = 7;
    let mut hasil = Vec::with_capacity(teks.len() / SEPANJANG + 1);
    let mut di = 0;
    while let Some(sisa) = teks.get(di..).filter(|sisa| !sisa.is_empty()) {
        let mut akhir = akhir_kata(teks, di);
        if akhir == di {
            di += sisa.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        while teks.as_bytes().get(akhir) == Some(&b'-') {
            let lanjut = akhir_kata(teks, akhir + 1);
            if lanjut == akhir + 1 {
                break;
            }
            akhir = lanjut;
        }
        hasil.push(Kata {
            awal: di,
            akhir,
            kecil: kecil(teks.get(di..akhir).unwrap_or_default()),
        });
        di = akhir;
    }
    hasil
}

/// The last words of a text: at least so many, if it has them.
pub(super) fn kata_terakhir(teks: &str, banyak: usize) -> Vec<Kata<'_>> {
    let (mut dari, mut sisa, mut berisi) = (0, banyak, false);
    for (di, c) in teks.char_indices().rev() {
        if c.is_alphanumeric() {
            berisi = true;
        } else if c != '-' && berisi {
            sisa = sisa.saturating_sub(1);
            if sisa == 0 {
                dari = di + c.len_utf8();
                break;
            }
            berisi = false;
        }
    }
    let mut hasil = kata(teks.get(dari..).unwrap_or_default());
    for satu in &mut hasil {
        satu.awal += dari;
        satu.akhir += dari;
    }
    hasil
}

/// The stretch between two words.
pub(super) fn antara<'t>(teks: &'t str, kiri: &Kata, kanan: &Kata) -> &'t str {
    teks.get(kiri.akhir..kanan.awal).unwrap_or_default()
}

/// The last word before a byte, in lower case.
pub(super) fn kata_sebelum(teks: &str, at: usize) -> Option<String> {
    let kiri = teks
        .get(..at)?
        .trim_end_matches(|c: char| !c.is_alphanumeric());
    let awal = kiri
        .rfind(|c: char| !c.is_alphanumeric() && c != '-')
        .map_or(0, |spasi| {
            spasi
                + kiri
                    .get(spasi..)
                    .and_then(|s| s.chars().next())
                    .map_or(1, char::len_utf8)
        });
    let kata = kiri.get(awal..)?;
    (!kata.is_empty()).then(|| kata.to_lowercase())
}

/// The first word behind a byte, in lower case; "%" counts as one.
pub(super) fn kata_sesudah(teks: &str, at: usize) -> Option<String> {
    let kanan = teks.get(at..)?.trim_start();
    if kanan.starts_with('%') {
        return Some("%".to_owned());
    }
    let kanan = kanan.trim_start_matches(|c: char| !c.is_alphanumeric());
    let kata: String = kanan.chars().take_while(|c| c.is_alphanumeric()).collect();
    (!kata.is_empty()).then(|| kata.to_lowercase())
}

/// Words that a number follows.
pub(super) const PENGANTAR: &[&str] = &[
    "sebesar",
    "sebanyak",
    "sejumlah",
    "senilai",
    "mencapai",
    "menjadi",
    "target",
    "realisasi",
    "capaian",
    "adalah",
    "yaitu",
    "yakni",
    "sekitar",
    "total",
    "rp",
    "nilai",
    "skor",
    "indeks",
    "persentase",
    "jumlah",
    "dari",
    "atau",
    "terdapat",
    "memperoleh",
];

/// Units that a number goes before.
pub(super) const SATUAN: &[&str] = &[
    "%",
    "persen",
    "indeks",
    "poin",
    "orang",
    "pegawai",
    "responden",
    "unsur",
    "layanan",
    "dokumen",
    "kegiatan",
    "indikator",
    "sasaran",
    "laporan",
    "perkara",
    "kali",
    "unit",
    "rupiah",
    "juta",
    "miliar",
    "hari",
    "bulan",
    "jam",
    "paket",
    "lembar",
];

#[cfg(test)]
mod tests {
    use super::{kata, kata_sebelum, kata_sesudah, kata_terakhir};

    #[test]
    fn a_word_keeps_its_inner_hyphen_and_loses_its_marks() {
        let kata: Vec<String> = kata("rata-rata (IKM), 3,95 – naik.")
            .into_iter()
            .map(|k| k.kecil.into_owned())
            .collect();
        assert_eq!(kata, ["rata-rata", "ikm", "3", "95", "naik"]);
    }

    #[test]
    fn the_last_words_are_those_of_the_whole() {
        let teks = "Indeks -- rata-rata (IKM), é 3,95 – naik-";
        for banyak in 1..9 {
            let ekor = kata_terakhir(teks, banyak);
            let semua = kata(teks);
            assert!(ekor.len() >= banyak.min(semua.len()), "{banyak}");
            assert_eq!(
                semua.get(semua.len() - ekor.len()..),
                Some(&*ekor),
                "{banyak}"
            );
        }
        assert!(kata_terakhir("", 3).is_empty());
    }

    #[test]
    fn the_neighbours_of_a_spot_are_found_across_marks() {
        let teks = "Realisasi sebesar [x] % dari target";
        assert_eq!(kata_sebelum(teks, 18).as_deref(), Some("sebesar"));
        assert_eq!(kata_sesudah(teks, 21).as_deref(), Some("%"));
        assert_eq!(kata_sebelum(teks, 0), None);
    }
}
