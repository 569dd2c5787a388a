//! A table as a full grid: which cell covers which place, which cells are figures, where its heading ends.

use document::source::Grid;

use crate::bacaan::{AngkaId, Bacaan, Golongan};
use crate::understand::kosakata;

/// Places of a grid beyond which a table is not looked at.
const TEMPAT_TERBANYAK: usize = 400_000;

/// Numbers of cells, by piece and cell.
pub(in crate::understand) struct PetaAngka(Vec<((usize, usize), AngkaId)>);

/// The numbers of all cells.
pub(in crate::understand) fn peta_angka(bacaan: &Bacaan) -> PetaAngka {
    let semua = bacaan.angka.iter().enumerate();
    let mut peta: Vec<((usize, usize), AngkaId)> = semua
        .filter_map(|(i, angka)| Some(((angka.letak.piece, angka.letak.sel?), AngkaId(i))))
        .collect();
    // Those of formulas stand behind all others.
    peta.sort_by_key(|(tempat, _)| *tempat);
    PetaAngka(peta)
}

impl PetaAngka {
    /// The numbers of a piece, cell by cell.
    fn milik(&self, piece: usize) -> &[((usize, usize), AngkaId)] {
        let dari = self.0.partition_point(|((lain, _), _)| *lain < piece);
        let sampai = self.0.partition_point(|((lain, _), _)| *lain <= piece);
        self.0.get(dari..sampai).unwrap_or_default()
    }
}

/// Numbers of each cell, those of all cells in one row.
#[derive(Default)]
struct PerSel {
    semua: Vec<AngkaId>,
    /// Where those of each cell end.
    akhir: Vec<usize>,
}

impl PerSel {
    fn tambah(&mut self, milik: impl IntoIterator<Item = AngkaId>) {
        self.semua.extend(milik);
        self.akhir.push(self.semua.len());
    }

    fn sel(&self, sel: usize) -> &[AngkaId] {
        let dari = sel.checked_sub(1).and_then(|lalu| self.akhir.get(lalu));
        let dari = dari.copied().unwrap_or(0);
        let sampai = self.akhir.get(sel).copied().unwrap_or(dari);
        self.semua.get(dari..sampai).unwrap_or_default()
    }
}

/// A table as a full grid.
pub(in crate::understand) struct Kisi<'a> {
    /// Index of the piece.
    pub(in crate::understand) piece: usize,
    /// What was read.
    pub(in crate::understand) grid: &'a Grid,
    /// Figures of each cell that is nothing but figures.
    besaran: PerSel,
    /// Numbers of each cell.
    semua: PerSel,
    /// Covering cell of each place, plus one; 0 where there is none.
    tempat: Vec<u32>,
}

/// How many rows on top are heading.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::understand) struct Kepala {
    /// Rows that are a title over the whole table.
    pub(in crate::understand) judul: usize,
    /// Rows of title and headings.
    pub(in crate::understand) tinggi: usize,
    /// Whether a row "(1) (2) (3)" follows.
    pub(in crate::understand) nomor: bool,
}

impl Kepala {
    /// First row of the body.
    pub(in crate::understand) fn badan(self) -> usize {
        self.tinggi + usize::from(self.nomor)
    }
}

impl<'a> Kisi<'a> {
    /// The full grid; none where the table is too large or has no place.
    pub(in crate::understand) fn baru(
        bacaan: &Bacaan<'a>,
        peta: &PetaAngka,
        piece: usize,
        grid: &'a Grid,
    ) -> Option<Self> {
        let luas = grid.rows.checked_mul(grid.columns)?;
        if luas == 0 || luas > TEMPAT_TERBANYAK {
            return None;
        }
        let mut tempat = vec![0_u32; luas];
        let (mut besaran, mut semua) = (PerSel::default(), PerSel::default());
        let mut angka = peta.milik(piece);
        for (i, sel) in grid.cells.iter().enumerate() {
            let nomor = u32::try_from(i + 1).ok()?;
            let bawah = sel.row.saturating_add(sel.rowspan.max(1)).min(grid.rows);
            let kanan = sel
                .column
                .saturating_add(sel.colspan.max(1))
                .min(grid.columns);
            for baris in sel.row..bawah {
                for kolom in sel.column..kanan {
                    if let Some(satu) = tempat.get_mut(baris * grid.columns + kolom)
                        && *satu == 0
                    {
                        *satu = nomor;
                    }
                }
            }
            let banyak = angka.partition_point(|((_, sel), _)| *sel <= i);
            let (milik, sisa) = angka.split_at_checked(banyak)?;
            angka = sisa;
            semua.tambah(milik.iter().map(|(_, id)| *id));
            besaran.tambah(angka_saja(bacaan, &sel.passage.text, semua.sel(i)));
        }
        Some(Self {
            piece,
            grid,
            besaran,
            semua,
            tempat,
        })
    }

    /// The index of the cell that covers a place.
    pub(in crate::understand) fn sel(&self, baris: usize, kolom: usize) -> Option<usize> {
        if kolom >= self.grid.columns {
            return None;
        }
        let nomor = *self.tempat.get(baris * self.grid.columns + kolom)?;
        usize::try_from(nomor).ok()?.checked_sub(1)
    }

    /// The words at a place, also where a cell from elsewhere covers it.
    pub(in crate::understand) fn teks(&self, baris: usize, kolom: usize) -> &'a str {
        self.sel(baris, kolom)
            .and_then(|i| self.grid.cells.get(i))
            .map_or("", |sel| sel.passage.text.trim())
    }

    /// Whether a cell begins at a place.
    pub(in crate::understand) fn pangkal(&self, baris: usize, kolom: usize) -> bool {
        self.sel(baris, kolom)
            .and_then(|i| self.grid.cells.get(i))
            .is_some_and(|sel| (sel.row, sel.column) == (baris, kolom))
    }

    /// Figures of the cell at a place, where it is nothing but figures with their units.
    pub(in crate::understand) fn besaran(&self, baris: usize, kolom: usize) -> &[AngkaId] {
        if !self.pangkal(baris, kolom) {
            return &[];
        }
        self.sel(baris, kolom).map_or(&[], |i| self.besaran.sel(i))
    }

    /// All numbers of the cell that begins at a place.
    pub(in crate::understand) fn angka(&self, baris: usize, kolom: usize) -> &[AngkaId] {
        if !self.pangkal(baris, kolom) {
            return &[];
        }
        self.sel(baris, kolom).map_or(&[], |i| self.semua.sel(i))
    }

    fn terisi(&self, baris: usize) -> usize {
        (0..self.grid.columns)
            .filter(|kolom| self.pangkal(baris, *kolom) && !self.teks(baris, *kolom).is_empty())
            .count()
    }

    fn berangka(&self, baris: usize) -> bool {
        (0..self.grid.columns).any(|kolom| !self.besaran(baris, kolom).is_empty())
    }

    /// Whether a row holds a number of any kind with hardly a letter beside it: bands, ranks, years.
    fn berbatas(&self, baris: usize) -> bool {
        (0..self.grid.columns).any(|kolom| {
            !self.angka(baris, kolom).is_empty()
                && self
                    .teks(baris, kolom)
                    .chars()
                    .filter(|c| c.is_alphabetic())
                    .count()
                    <= 4
        })
    }

    /// Whether the row numbers the columns: "(1) (2) (3)".
    pub(in crate::understand) fn nomor_kolom(&self, baris: usize) -> bool {
        let mut sebelum: Option<u32> = None;
        let mut banyak = 0;
        for kolom in 0..self.grid.columns {
            let teks = self.teks(baris, kolom);
            if teks.is_empty() || !self.pangkal(baris, kolom) {
                continue;
            }
            let inti = teks.trim_matches(['(', ')', '.', ' ']);
            // "5 = 4/3" says how a column is made; its number comes first.
            let depan = inti.split(['=', '(', ' ']).next().unwrap_or(inti).trim();
            let Ok(nomor) = depan.parse::<u32>() else {
                return false;
            };
            if nomor > 60 || sebelum.is_some_and(|lama| nomor <= lama || nomor > lama + 2) {
                return false;
            }
            sebelum = Some(nomor);
            banyak += 1;
        }
        banyak >= 2
    }

    /// Finds where the heading ends.
    pub(in crate::understand) fn kepala(&self) -> Kepala {
        let mut judul = 0;
        // A title that runs over all columns stands above the headings.
        while self.grid.columns > 2
            && judul < self.grid.rows.min(4)
            && self.terisi(judul) == 1
            && !self.berangka(judul)
            && !self.teks(judul, 0).is_empty()
            && self.terisi(judul + 1) > 1
        {
            judul += 1;
        }
        let mut tinggi = judul;
        if self.grid.head_rows > judul && self.grid.head_rows < self.grid.rows {
            tinggi = self.grid.head_rows;
        } else if self.kepala_pertama(judul) {
            tinggi = judul + 1;
        }
        while tinggi > judul && tinggi < self.grid.rows && self.kepala_lanjut(judul, tinggi) {
            tinggi += 1;
        }
        Kepala {
            judul,
            tinggi,
            nomor: tinggi > 0 && self.nomor_kolom(tinggi),
        }
    }

    /// Whether a row can be the first one of the heading: words only (years count as words), at least two, no long ones.
    fn kepala_pertama(&self, baris: usize) -> bool {
        if baris + 1 >= self.grid.rows || self.terisi(baris) < 2 || self.berangka(baris) {
            return false;
        }
        let mut kata = 0;
        for kolom in 0..self.grid.columns {
            let teks = self.teks(baris, kolom);
            if teks.chars().count() > 140 {
                return false;
            }
            // A row that begins with its own number is a row of the body.
            if kolom == 0 && teks.trim_end_matches('.').parse::<u32>().is_ok() {
                return false;
            }
            kata += usize::from(teks.chars().any(char::is_alphabetic));
        }
        let bertanda = teks_pembuka(self.teks(baris, 0));
        let badan_berangka = (baris + 1..self.grid.rows.min(baris + 12))
            .any(|b| self.berangka(b) || self.berbatas(b));
        kata >= 1 && (bertanda || badan_berangka)
    }

    /// Whether a row goes on with the heading above: no figures, and blank or covered where the heading has its first column.
    fn kepala_lanjut(&self, judul: usize, baris: usize) -> bool {
        if baris + 1 >= self.grid.rows || self.berangka(baris) || self.nomor_kolom(baris) {
            return false;
        }
        let pertama = self.teks(baris, 0);
        let tertutup = self.sel(baris, 0) == self.sel(judul, 0) && self.sel(baris, 0).is_some();
        let isi: Vec<&str> = (1..self.grid.columns)
            .filter(|kolom| self.pangkal(baris, *kolom))
            .map(|kolom| self.teks(baris, kolom))
            .filter(|teks| !teks.is_empty())
            .collect();
        let pendek = isi.iter().all(|teks| teks.chars().count() <= 60);
        let lowong = (0..self.grid.columns)
            .filter(|kolom| self.teks(baris - 1, *kolom).is_empty())
            .count();
        let bercabang = lowong > 0
            || self
                .grid
                .cells
                .iter()
                .any(|sel| sel.row < baris && sel.colspan > 1);
        (pertama.is_empty() || tertutup) && !isi.is_empty() && pendek && bercabang
    }

    /// The heading of a column from the top down. A blank place goes with its left neighbour where that one has columns below.
    pub(in crate::understand) fn jalur(&self, kepala: Kepala, kolom: usize) -> Vec<String> {
        let mut jalur: Vec<String> = Vec::new();
        for baris in kepala.judul..kepala.tinggi {
            let mut teks = self.teks(baris, kolom);
            if teks.is_empty() && baris + 1 < kepala.tinggi {
                teks = self.induk_kiri(kepala, baris, kolom).unwrap_or_default();
            }
            let bersih = teks.split_whitespace().collect::<Vec<_>>().join(" ");
            if !bersih.is_empty() && jalur.last() != Some(&bersih) {
                jalur.push(bersih);
            }
        }
        jalur
    }

    fn induk_kiri(&self, kepala: Kepala, baris: usize, kolom: usize) -> Option<&'a str> {
        let punya_anak = |k: usize| (baris + 1..kepala.tinggi).any(|b| !self.teks(b, k).is_empty());
        if !punya_anak(kolom) {
            return None;
        }
        let kiri = (0..kolom)
            .rev()
            .find(|k| !self.teks(baris, *k).is_empty())?;
        // A left neighbour without columns of its own spans nothing.
        let serumpun = (kepala.judul..baris).all(|b| {
            let (sini, sana) = (self.teks(b, kolom), self.teks(b, kiri));
            sini.is_empty() || sini == sana
        });
        (punya_anak(kiri) && serumpun).then(|| self.teks(baris, kiri))
    }
}

/// Whether a text is a usual first heading of a table.
fn teks_pembuka(teks: &str) -> bool {
    let rapi = kosakata::normal(teks);
    let pertama = rapi.split(' ').next().unwrap_or_default();
    matches!(
        pertama,
        "no" | "nomor"
            | "sasaran"
            | "indikator"
            | "uraian"
            | "program"
            | "kegiatan"
            | "unsur"
            | "unit"
            | "jenis"
            | "golongan"
            | "tahun"
            | "bulan"
            | "komponen"
            | "nama"
            | "jabatan"
            | "satuan"
            | "kode"
            | "aspek"
            | "tujuan"
    )
}

/// The figures of a cell that holds nothing but figures with their units; otherwise none.
///
/// "3,25 (Indeks)" and "1 (satu) berkas" are figures, "1. Indeks Kepuasan" is not.
pub(in crate::understand) fn angka_saja(
    bacaan: &Bacaan,
    teks: &str,
    ids: &[AngkaId],
) -> Vec<AngkaId> {
    const HURUF_DEPAN: usize = 4;
    const HURUF_TERBANYAK: usize = 24;
    let besaran: Vec<AngkaId> = ids
        .iter()
        .copied()
        .filter(|id| bacaan.angka(*id).golongan == Golongan::Besaran)
        .collect();
    let Some(pertama) = besaran.first() else {
        return Vec::new();
    };
    let huruf = |bagian: &str| bagian.chars().filter(|c| c.is_alphabetic()).count();
    let depan = teks
        .get(..bacaan.angka(*pertama).letak.awal)
        .map_or(usize::MAX, huruf);
    let dalam: usize = besaran
        .iter()
        .map(|id| huruf(&bacaan.angka(*id).teks))
        .sum();
    let sisa = huruf(teks).saturating_sub(dalam);
    if depan > HURUF_DEPAN || sisa > HURUF_TERBANYAK.saturating_mul(besaran.len()) {
        return Vec::new();
    }
    besaran
}

/// Whether a cell says that there is nothing: blank, a dash, "nihil".
pub(crate) fn kosong(teks: &str) -> bool {
    let inti = teks.trim().trim_matches(['-', '–', '—', '.', '…', ' ']);
    inti.is_empty() || matches!(inti.to_lowercase().as_str(), "n/a" | "na" | "nihil" | "x")
}
