//! What a report says, as far as a machine can tell: its numbers, tables, formulas, statements and claims.
//!
//! [`understand`](crate::understand::understand) makes a [`Bacaan`] out of a [`Source`]; the rules over foreign documents
//! read it and nothing else. What could not be told is `None`: a rule then keeps silent, for unknown is not wrong.

mod angka;
mod klaim;
mod letak;
mod pernyataan;
mod tabel;

use document::source::Source;

use crate::rules::Ingatan;

pub use angka::{Angka, AngkaId, Cacat, Golongan, SatuanCetak};
pub use klaim::{Arah, Cacahan, Deret, IsiKlaim, Klaim};
pub use letak::{Kalimat, Letak, Titik};
pub use pernyataan::{Asal, IndikatorCetak, JenisPerihal, Milik, Peran, Perihal, Pernyataan};
pub use tabel::{Baris, JenisBaris, JenisKolom, Kolom, Rumus, Tabel};

/// A report as understood.
#[derive(Debug, Clone)]
pub struct Bacaan<'a> {
    /// What was read.
    pub sumber: &'a Source,
    /// Whose report it is, and of which year.
    pub identitas: Identitas,
    /// Its headings in order.
    pub kerangka: Vec<Bagian>,
    /// Every number in reading order.
    pub angka: Vec<Angka>,
    /// Its sentences in reading order; a cell of a table is none.
    pub kalimat: Vec<Kalimat>,
    /// Its tables in order.
    pub tabel: Vec<Tabel>,
    /// Its formulas in order.
    pub rumus: Vec<Rumus>,
    /// The indicators that it speaks of.
    pub indikator: Vec<IndikatorCetak>,
    /// What its numbers say.
    pub pernyataan: Vec<Pernyataan>,
    /// What its words claim about numbers.
    pub klaim: Vec<Klaim>,
    /// The regulations that it cites.
    pub sitasi: Vec<Sitasi>,
    /// What rules asked of it before.
    pub(crate) ingatan: Ingatan,
}

/// Whose report it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identitas {
    /// The office, as its own report names it most often.
    pub kantor: Option<String>,
    /// Spellings and short forms under which the report means itself ("Kanim Samarinda", "satuan kerja").
    pub sebutan: Vec<String>,
    /// Offices above it, nearest first, as named.
    pub atasan: Vec<String>,
    /// Fiscal year that the report is about.
    pub tahun: Option<i16>,
    /// Id of the kind of office in `profil/`, where the name tells it.
    pub profil: Option<String>,
}

/// A heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bagian {
    /// Index into the pieces of the source.
    pub piece: usize,
    /// 1 (chapter) to 6.
    pub tingkat: u8,
    /// Number as printed ("BAB III", "A.", "1."), without the dot; empty where there is none.
    pub nomor: String,
    /// Words without the number.
    pub judul: String,
    /// Pieces that stand under it: from the one after the heading to the next heading of the same or a higher rank.
    pub isi: std::ops::Range<usize>,
    /// Index of the heading above it.
    pub induk: Option<usize>,
    /// The year of the report, the indicator that everything below speaks of, by index, unless it says otherwise.
    pub indikator: Option<usize>,
}

/// A regulation that the report cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitasi {
    /// The whole citation, with its subject where one follows.
    pub letak: Letak,
    /// Kind as printed, normalised ("peraturan menteri", "peraturan pemerintah", "keputusan direktur jenderal").
    pub jenis: String,
    /// Who set it, as printed ("Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"); empty where the kind tells it.
    pub penetap: String,
    /// Number as printed.
    pub nomor: String,
    /// Year.
    pub tahun: Option<i16>,
    /// What it is about, as printed after "tentang".
    pub tentang: Option<String>,
    /// Id in `regulasi/`, where it is one that we know.
    pub regulasi: Option<String>,
}

impl<'a> Bacaan<'a> {
    /// A document of which nothing is understood yet.
    pub(crate) fn kosong(sumber: &'a Source) -> Self {
        Self {
            sumber,
            identitas: Identitas::default(),
            kerangka: Vec::new(),
            angka: Vec::new(),
            kalimat: Vec::new(),
            tabel: Vec::new(),
            rumus: Vec::new(),
            indikator: Vec::new(),
            pernyataan: Vec::new(),
            klaim: Vec::new(),
            sitasi: Vec::new(),
            ingatan: Ingatan::default(),
        }
    }

    /// The heading under which a piece stands: the innermost one.
    #[must_use]
    pub fn bagian(&self, piece: usize) -> Option<&Bagian> {
        // Headings stand in order, so the last one at or before the piece is the innermost, or below the one that is.
        let mut at = self
            .kerangka
            .partition_point(|bagian| bagian.piece <= piece)
            .checked_sub(1)?;
        loop {
            let bagian = self.kerangka.get(at)?;
            if bagian.piece == piece || bagian.isi.contains(&piece) {
                return Some(bagian);
            }
            at = bagian.induk.filter(|induk| *induk < at)?;
        }
    }

    /// The words at a spot.
    #[must_use]
    pub fn teks(&self, letak: &Letak) -> &str {
        letak.teks(self.sumber)
    }

    /// The number with this id.
    #[must_use]
    pub fn angka(&self, id: AngkaId) -> &Angka {
        &self.angka[id.0]
    }

    /// A spot as the place of a finding.
    #[must_use]
    pub fn titik(&self, letak: &Letak) -> Titik {
        let sel = letak.sel.and_then(|sel| {
            let tabel = self
                .tabel
                .binary_search_by_key(&letak.piece, |t| t.piece)
                .ok()?;
            let document::source::Piece::Grid(grid) = self.sumber.pieces.get(letak.piece)? else {
                return None;
            };
            let sel = grid.cells.get(sel)?;
            Some((tabel + 1, sel.row + 1, sel.column + 1))
        });
        Titik {
            format: self.sumber.format,
            letak: letak.clone(),
            rentang: letak.rentang_berkas(self.sumber),
            bagian: self
                .bagian(letak.piece)
                .map(|b| format!("{} {}", b.nomor, b.judul).trim().to_owned())
                .unwrap_or_default(),
            sel,
        }
    }

    /// Row and column of the cell that a spot stands in.
    pub(crate) fn tempat(&self, letak: &Letak) -> Option<(usize, usize)> {
        match self.sumber.pieces.get(letak.piece)? {
            document::source::Piece::Grid(grid) => {
                let sel = grid.cells.get(letak.sel?)?;
                Some((sel.row, sel.column))
            }
            _ => None,
        }
    }

    /// The sentence around a spot.
    #[must_use]
    pub fn kalimat_di(&self, letak: &Letak) -> Option<&Kalimat> {
        let dari = self
            .kalimat
            .partition_point(|k| k.letak.piece < letak.piece);
        self.kalimat
            .get(dari..)?
            .iter()
            .take_while(|k| k.letak.piece == letak.piece)
            .find(|k| k.letak.memuat(letak))
    }
}
