//! The running text of a document, piece by piece and word by word, for rules that look at words.

use document::source::{Piece, Source};

use crate::bacaan::Letak;

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
pub(super) struct Kata {
    pub(super) awal: usize,
    pub(super) akhir: usize,
    /// In lower case.
    pub(super) kecil: String,
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
pub(super) fn kata(teks: &str) -> Vec<Kata> {
    let mut hasil: Vec<Kata> = Vec::new();
    let mut awal = None;
    let mut huruf = teks.char_indices().peekable();
    while let Some((at, c)) = huruf.next() {
        let lanjut = huruf.peek().is_some_and(|(_, c)| c.is_alphanumeric());
        let dalam = c.is_alphanumeric() || (c == '-' && awal.is_some() && lanjut);
        match (dalam, awal) {
            (true, None) => awal = Some(at),
            (false, Some(dari)) => {
                hasil.push(satu(teks, dari, at));
                awal = None;
            }
            _ => {}
        }
    }
    if let Some(dari) = awal {
        hasil.push(satu(teks, dari, teks.len()));
    }
    hasil
}

fn satu(teks: &str, awal: usize, akhir: usize) -> Kata {
    Kata {
        awal,
        akhir,
        kecil: teks.get(awal..akhir).unwrap_or_default().to_lowercase(),
    }
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
    use super::{kata, kata_sebelum, kata_sesudah};

    #[test]
    fn a_word_keeps_its_inner_hyphen_and_loses_its_marks() {
        let kata: Vec<String> = kata("rata-rata (IKM), 3,95 – naik.")
            .into_iter()
            .map(|k| k.kecil)
            .collect();
        assert_eq!(kata, ["rata-rata", "ikm", "3", "95", "naik"]);
    }

    #[test]
    fn the_neighbours_of_a_spot_are_found_across_marks() {
        let teks = "Realisasi sebesar [x] % dari target";
        assert_eq!(kata_sebelum(teks, 18).as_deref(), Some("sebesar"));
        assert_eq!(kata_sesudah(teks, 21).as_deref(), Some("%"));
        assert_eq!(kata_sebelum(teks, 0), None);
    }
}
