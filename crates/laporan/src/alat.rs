//! Small tools for tables and charts.

use document::{Align, Cell, Inline, Row, RowKind, Rules, Table, TableColumn};
use kinerja::{Fakta, Kode};
use rust_decimal::Decimal;

use crate::Bahan;
use crate::nilai::{self, Bentuk};

impl Bahan<'_> {
    pub(crate) fn fakta(&self, kode: &str) -> Option<&Fakta> {
        self.hasil.fakta.get(kode)
    }

    pub(crate) fn angka(&self, kode: &Kode) -> Option<Decimal> {
        self.hasil.fakta.angka(kode.as_str())
    }

    /// The value as it is printed at a mark of a chart, whose axis names the unit; empty for a gap.
    pub(crate) fn label(&self, kode: &Kode) -> String {
        let tampil = self.fakta(kode.as_str()).and_then(Fakta::tampil);
        tampil.unwrap_or_default().replacen("Rp", "", 1)
    }

    /// The value with its unit, for a text that describes a chart.
    pub(crate) fn sebut(&self, kode: &Kode) -> String {
        let fakta = self.fakta(kode.as_str()).and_then(Fakta::tampil_bersatuan);
        fakta.unwrap_or_else(|| "belum tersedia".to_owned())
    }

    pub(crate) fn inline(&self, kode: &Kode, bentuk: Bentuk) -> Inline {
        nilai::tulis(&self.hasil.fakta, kode.as_str(), bentuk)
    }

    /// A cell with a value, without its unit.
    pub(crate) fn sel(&self, kode: &Kode) -> Cell {
        Cell::new(vec![self.inline(kode, Bentuk::Sel)])
    }

    /// A cell with a value and its unit, for columns of mixed units.
    pub(crate) fn sel_bersatuan(&self, kode: &Kode) -> Cell {
        Cell::new(vec![self.inline(kode, Bentuk::Bersatuan)])
    }

    /// A cell with a value, or an empty one where the column does not apply.
    pub(crate) fn sel_bila(&self, kode: Option<&Kode>) -> Cell {
        kode.map_or_else(|| Cell::text(""), |kode| self.sel(kode))
    }
}

/// A listed table with one header row.
pub(crate) fn tabel(jangkar: &str, judul: Vec<Inline>, kolom: &[(u16, Align, &str)]) -> Table {
    Table {
        anchor: Some(format!("tabel.{jangkar}")),
        caption: Some(judul),
        ..formulir(kolom)
    }
}

/// A table of a form: no caption, not listed.
pub(crate) fn formulir(kolom: &[(u16, Align, &str)]) -> Table {
    Table {
        columns: kolom
            .iter()
            .map(|(width, align, _)| TableColumn {
                width: *width,
                align: *align,
            })
            .collect(),
        head: vec![Row::new(
            kolom
                .iter()
                .map(|(_, _, judul)| Cell::text(*judul))
                .collect(),
        )],
        rules: Rules::Grid,
        ..Table::default()
    }
}

/// A list of names and what belongs to them, without lines.
pub(crate) fn rincian(baris: Vec<(&str, Vec<Inline>)>) -> Table {
    let kolom = |width| TableColumn {
        width,
        align: Align::Left,
    };
    Table {
        columns: vec![kolom(28), kolom(2), kolom(70)],
        body: baris
            .into_iter()
            .map(|(nama, isi)| Row::new(vec![Cell::text(nama), Cell::text(":"), Cell::new(isi)]))
            .collect(),
        rules: Rules::None,
        ..Table::default()
    }
}

pub(crate) fn baris_jumlah(cells: Vec<Cell>) -> Row {
    Row {
        cells,
        kind: RowKind::Total,
    }
}

pub(crate) fn baris_kelompok(isi: Vec<Inline>, kolom: usize) -> Row {
    Row {
        cells: vec![Cell::new(isi).across(u16::try_from(kolom).unwrap_or(u16::MAX))],
        kind: RowKind::Group,
    }
}

/// Bold words in a row of totals.
pub(crate) fn kata(teks: impl Into<String>) -> Vec<Inline> {
    vec![Inline::text(teks)]
}

/// "Pegawai" from "pegawai".
pub(crate) fn kapital_awal(teks: &str) -> String {
    let mut huruf = teks.chars();
    match huruf.next() {
        Some(awal) => awal.to_uppercase().chain(huruf).collect(),
        None => String::new(),
    }
}

/// "Rupiah Murni", "PNBP": a source of funds as a reader writes it.
pub(crate) fn sebutan_sumber(sumber: &str) -> String {
    match sumber {
        "pnbp" | "blu" => sumber.to_uppercase(),
        lain => kapital_awal(lain),
    }
}

/// "indeks kepuasan" from "Indeks kepuasan"
pub(crate) fn awal_kecil(teks: &str) -> String {
    let mut huruf = teks.chars();
    match huruf.next() {
        Some(awal) => awal.to_lowercase().chain(huruf).collect(),
        None => String::new(),
    }
}
