//! The office: name, officials, staff, activities, awards, pictures.

use jiff::civil::Date;

use super::{Sel, Tempat};

/// The office and the report's frame.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Satker {
    /// "Kantor Imigrasi Kelas I TPI Samarinda"
    pub nama: String,
    /// Id of its profile in `profil/` ("kanim").
    pub profil: String,
    /// Kind of office in words ("UPT Imigrasi, kantor imigrasi kelas I TPI").
    pub jenis: String,
    /// Ministry.
    pub kementerian: String,
    /// Echelon-1 unit.
    pub unit_eselon_1: String,
    /// Regional office above it.
    pub kanwil: String,
    /// Seat, as in "Samarinda, 2 Januari 2024".
    pub kota: String,
    /// Street address.
    pub alamat: String,
    /// Telephone.
    pub telepon: String,
    /// Public e-mail address.
    pub surel: String,
    /// Public web page.
    pub laman: String,
    /// Fiscal year that is reported.
    pub tahun: i16,
    /// Last year of the strategic plan, whose target is the mid-term target.
    pub tahun_akhir_renstra: Option<i16>,
    /// First year of the strategic plan.
    pub tahun_awal_renstra: Option<i16>,
    /// Document that sets the strategic plan, as cited.
    pub dokumen_renstra: String,
    /// Who signs.
    pub kepala: Pejabat,
    /// The superior, second party of the performance agreement.
    pub atasan: Pejabat,
    /// The cover letter.
    pub surat: Surat,
    /// Day on which the performance agreement was signed.
    pub tanggal_perjanjian: Option<Date>,
    /// Date of the report.
    pub tanggal_laporan: Option<Date>,
    /// Whether the office is an example made up for the documentation; the report says so on its cover.
    pub rekaan: bool,
    /// Districts that it serves.
    pub wilayah_kerja: Vec<String>,
    /// Checkpoints.
    pub tpi: Vec<String>,
    /// Number of staff.
    pub jumlah_pegawai: Sel,
    /// Posts by echelon or kind with their numbers.
    pub formasi: Vec<Formasi>,
    /// Codes of unverified provisions of law that the office has read and accepts.
    pub ketentuan_diakui: Vec<String>,
    /// Pictures of the package.
    pub gambar: Vec<Gambar>,
}

/// An official.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pejabat {
    /// Full name.
    pub nama: String,
    /// Post ("Kepala Kantor Imigrasi ...").
    pub jabatan: String,
    /// Staff number; printed only where the package gives it.
    pub nip: Option<String>,
    /// "plt" or "plh" where the official acts for another.
    pub pelaksana: Option<String>,
}

/// The cover letter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surat {
    /// Number of the letter.
    pub nomor: Option<String>,
    /// Its date.
    pub tanggal: Option<Date>,
    /// Addressee ("Kepala Kantor Wilayah ...").
    pub kepada: String,
    /// Place of the addressee.
    pub di: String,
    /// Copies to.
    pub tembusan: Vec<String>,
}

/// Posts of one kind.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Formasi {
    /// "Eselon IV"
    pub nama: String,
    /// How many.
    pub jumlah: Sel,
}

/// A picture file of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gambar {
    /// What it is for.
    pub peran: PeranGambar,
    /// Path inside the package.
    pub berkas: String,
    /// Caption, also for readers who cannot see it.
    pub keterangan: String,
    /// Content (PNG or JPEG).
    pub isi: Vec<u8>,
}

/// What a picture is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeranGambar {
    /// Crest on the cover.
    Lambang,
    /// Photograph on the cover.
    Sampul,
    /// Map of the districts.
    PetaWilayah,
    /// A photograph in the text.
    Foto,
}

/// Staff of one rank.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisPegawai {
    /// "III"; the row of totals has `total` set.
    pub golongan: String,
    /// Whether the row is the table's printed total.
    pub total: bool,
    /// Counts by column heading, in the order of the file ("A", "B", "teknis_LK", ...), without the row total.
    pub jumlah_per_kolom: Vec<(String, Sel)>,
    /// The row total as given.
    pub jumlah: Sel,
}

/// A line of the register of activities and innovations.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BarisKegiatan {
    /// Where it stands.
    pub tempat: Tempat,
    /// "operasi", "koordinasi", "aplikasi", "tindakan", "inovasi"
    pub jenis: String,
    /// What was done.
    pub uraian: String,
    /// How many; a gap where the office did not count.
    pub jumlah: Sel,
    /// Unit of the count; empty where there is none.
    pub satuan: String,
    /// Code of the indicator that it supports; empty where none.
    pub indikator: String,
    /// Evidence: a document number, a link, a file of the package.
    pub bukti: String,
}

/// An award.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BarisPenghargaan {
    /// Where it stands.
    pub tempat: Tempat,
    /// Name of the award.
    pub nama: String,
    /// Who gave it.
    pub pemberi: String,
    /// When, where known.
    pub tanggal: Option<Date>,
    /// Evidence.
    pub bukti: String,
}
