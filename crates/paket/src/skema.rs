//! The one table of what a package holds: every sheet, column and key of `satker.toml`.
//!
//! The reader, the empty template, the workbook and the guide all read this table.

mod anggaran;
mod kinerja;
mod lain;
mod panduan;
mod satker;

pub use panduan::panduan;
pub use satker::{DAFTAR_SATKER, Kunci, SATKER};

/// What a cell must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    /// Words.
    Teks,
    /// Code of an indicator of the profile.
    Indikator,
    /// A year, inside these bounds.
    Tahun(BatasTahun),
    /// A month, 1 to 12.
    Bulan,
    /// A day.
    Tanggal,
    /// One of these words.
    Pilihan(&'static [&'static str]),
    /// Rupiah, not negative.
    Uang,
    /// A count: whole, not negative.
    Cacah,
    /// A number that is not negative.
    Positif,
    /// Any number.
    Angka,
    /// `true` or `false`.
    YaTidak,
}

/// Which years a row may speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatasTahun {
    /// The fiscal year itself (in `satker.toml`).
    Anggaran,
    /// The years of the strategic plan.
    Renstra,
    /// The fiscal year and the next one.
    Perjanjian,
    /// From the first year of the strategic plan to the fiscal year.
    Lalu,
    /// As [`BatasTahun::Lalu`], and the next year, whose agreement has a budget.
    LaluDanDepan,
}

/// A column of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kolom {
    /// Heading.
    pub nama: &'static str,
    /// What its cells must be.
    pub jenis: Jenis,
    /// Whether the column must be there and none of its cells empty.
    pub wajib: bool,
    /// What an official writes there.
    pub catatan: &'static str,
    /// An example.
    pub contoh: &'static str,
}

/// A sheet: a CSV file of the folder, or a sheet of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lembar {
    /// Name without `.csv`.
    pub nama: &'static str,
    /// Title for people.
    pub judul: &'static str,
    /// What it is for, in one sentence.
    pub catatan: &'static str,
    /// Whether a package without it is refused.
    pub wajib: bool,
    /// Columns whose values together name a row.
    pub kunci: &'static [&'static str],
    /// Its columns in order.
    pub kolom: &'static [Kolom],
    /// What further columns of the office's own may hold; none where they are refused.
    pub kolom_bebas: Option<Jenis>,
}

/// Column that every sheet may have: line of the printed source.
pub const BARIS_SUMBER: Kolom = Kolom {
    nama: "baris_sumber",
    jenis: Jenis::Cacah,
    wajib: false,
    catatan: "Baris pada laporan cetak tempat angka ini dibaca.",
    contoh: "941",
};

/// Sheets in the order of the package; the two survey forms stand for files named in `satker.toml`.
pub const LEMBAR: &[&Lembar] = &[
    &kinerja::INDIKATOR_TAHUNAN,
    &kinerja::PERJANJIAN_KINERJA,
    &kinerja::RENCANA_AKSI,
    &kinerja::PEMBANDING,
    &kinerja::SURVEI_BULANAN,
    &kinerja::SURVEI_KELOMPOK,
    &anggaran::PROGRAM,
    &anggaran::JENIS_BELANJA,
    &anggaran::SUMBER_DANA,
    &anggaran::REVISI,
    &anggaran::SERAPAN_BULANAN,
    &anggaran::PNBP,
    &anggaran::SMART,
    &anggaran::IKPA,
    &lain::KEGIATAN,
    &lain::PENGHARGAAN,
    &lain::PEGAWAI,
    &lain::KOREKSI,
];

pub(crate) use kinerja::{SURVEI_BULANAN, SURVEI_KELOMPOK};
pub(crate) use lain::KOREKSI;

/// Keys of narratives that belong to the whole report.
pub const NARASI: &[&str] = &[
    "latar_belakang",
    "aspek_strategis",
    "isu_strategis",
    "efisiensi",
    "anggaran.analisis",
    "anggaran.rekomendasi",
    "kinerja_anggaran",
    "kinerja_lain",
    "penutup.saran",
];

/// Endings of narratives that belong to one indicator: `ikm.analisis`.
pub const NARASI_INDIKATOR: &[&str] = &["analisis", "efisiensi", "rekomendasi"];

/// Month columns of a monthly survey.
pub const BULAN: [&str; 12] = [
    "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12",
];

/// Name of the row of respondents in a survey.
pub const BARIS_RESPONDEN: &str = "Responden";
/// Name of the row with the printed index in a survey.
pub const BARIS_INDEKS: &str = "Nilai";
/// Names under which the printed index is also accepted.
pub(crate) const ALIAS_INDEKS: &[&str] = &[
    "Nilai",
    "Indeks",
    "Nilai Indeks",
    "Nilai SKM",
    "Nilai IKM",
    "Nilai IPK",
    "Nilai IKI",
    "Nilai IIO",
    "Nilai Integritas",
    "Nilai Tercetak",
];
/// Name of the row of the printed total in a table of the budget or staff.
pub const BARIS_JUMLAH: &str = "jumlah";
pub(crate) const ALIAS_JUMLAH: &[&str] = &["jumlah", "total"];

impl Lembar {
    /// The column with this heading.
    #[must_use]
    pub fn kolom(&self, nama: &str) -> Option<&Kolom> {
        self.kolom
            .iter()
            .chain([&BARIS_SUMBER])
            .find(|kolom| kolom.nama == nama)
    }
}

/// The sheet with this name.
#[must_use]
pub fn lembar(nama: &str) -> Option<&'static Lembar> {
    LEMBAR.iter().copied().find(|lembar| lembar.nama == nama)
}

const fn wajib(
    nama: &'static str,
    jenis: Jenis,
    catatan: &'static str,
    contoh: &'static str,
) -> Kolom {
    Kolom {
        nama,
        jenis,
        wajib: true,
        catatan,
        contoh,
    }
}

const fn bila_ada(
    nama: &'static str,
    jenis: Jenis,
    catatan: &'static str,
    contoh: &'static str,
) -> Kolom {
    Kolom {
        nama,
        jenis,
        wajib: false,
        catatan,
        contoh,
    }
}
