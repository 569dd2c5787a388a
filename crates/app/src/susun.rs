//! From the year's data to the report: compute, compose, check, write. The command line and the portal go the same way.

use std::cell::RefCell;
use std::thread;

use document::Document;
use hukum::Hukum;
use kinerja::Hasil;
use kinerja::masukan::Masukan;
use laporan::{CatatanTemuan, Naskah, Terbitan};
use periksa::Temuan;

use crate::error::{Error, Result};

/// A composed report with what was found in it.
#[derive(Debug)]
pub struct Susunan {
    /// The fakta.
    pub hasil: Hasil,
    /// The report.
    pub dokumen: Document,
    /// The findings.
    pub temuan: Vec<Temuan>,
    /// Gaps that the draft shows.
    pub rumpang: usize,
}

/// Why a final report is refused.
#[derive(Debug)]
pub enum Tolakan {
    /// Templates that cannot be filled, or gaps that a final report may not have.
    Naskah(String),
    /// Binding findings.
    Temuan(Vec<Temuan>),
}

impl From<Tolakan> for Error {
    fn from(tolakan: Tolakan) -> Self {
        match tolakan {
            Tolakan::Naskah(sebab) => Self::BelumDapat(sebab),
            Tolakan::Temuan(temuan) => Self::Temuan(temuan),
        }
    }
}

/// A part of the work on a report, in the order of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TahapSusun {
    /// Reading the year.
    Membaca,
    /// Computing the fakta.
    Menghitung,
    /// Composing the text.
    Menyusun,
    /// Checking it.
    Memeriksa,
    /// Setting the PDF.
    Pdf,
    /// Writing the DOCX.
    Docx,
    /// Writing the HTML and the data.
    Html,
    /// Keeping the files.
    Menyimpan,
}

impl TahapSusun {
    /// All of them.
    pub const SEMUA: [Self; 8] = [
        Self::Membaca,
        Self::Menghitung,
        Self::Menyusun,
        Self::Memeriksa,
        Self::Pdf,
        Self::Docx,
        Self::Html,
        Self::Menyimpan,
    ];

    /// For a reader.
    #[must_use]
    pub const fn sebutan(self) -> &'static str {
        match self {
            Self::Membaca => "Membaca data",
            Self::Menghitung => "Menghitung fakta",
            Self::Menyusun => "Menyusun naskah",
            Self::Memeriksa => "Memeriksa laporan",
            Self::Pdf => "Mencetak PDF",
            Self::Docx => "Menulis DOCX",
            Self::Html => "Menulis HTML dan data",
            Self::Menyimpan => "Menyimpan berkas",
        }
    }

    /// How much of the work is done when it begins, in percent; setting the PDF is the longest part.
    #[must_use]
    pub const fn persen(self) -> i64 {
        match self {
            Self::Membaca => 2,
            Self::Menghitung => 8,
            Self::Menyusun => 15,
            Self::Memeriksa => 25,
            Self::Pdf => 40,
            Self::Docx => 80,
            Self::Html => 88,
            Self::Menyimpan => 95,
        }
    }
}

/// Why a composition did not come about.
#[derive(Debug)]
pub(crate) enum Henti {
    /// Whoever asked for it cancelled.
    Batal,
    /// Something went wrong, or a final report is refused.
    Galat(Error),
}

impl<G: Into<Error>> From<G> for Henti {
    fn from(galat: G) -> Self {
        Self::Galat(galat.into())
    }
}

/// Composes and checks a report.
///
/// # Errors
/// A final report with a gap or a binding finding is refused.
pub fn susun_laporan(
    masukan: &Masukan,
    hukum: &Hukum,
    naskah: &Naskah,
    akhir: bool,
) -> std::result::Result<Susunan, Tolakan> {
    susun_bertahap(masukan, hukum, naskah, akhir, &|_| true)
        .unwrap_or_else(|| Err(Tolakan::Naskah("penyusunan dibatalkan".to_owned())))
}

/// As [`susun_laporan`]; `lanjut` is told of each part before it begins and says whether to go on. None where it said no.
pub(crate) fn susun_bertahap(
    masukan: &Masukan,
    hukum: &Hukum,
    naskah: &Naskah,
    akhir: bool,
    lanjut: &dyn Fn(TahapSusun) -> bool,
) -> Option<std::result::Result<Susunan, Tolakan>> {
    if !lanjut(TahapSusun::Menghitung) {
        return None;
    }
    let hasil = kinerja::compute(masukan, hukum);
    let bahan = laporan::Bahan {
        masukan,
        hasil: &hasil,
        hukum,
        naskah,
    };
    let periksa = |laporan: &Document| {
        periksa::periksa(&periksa::Bahan {
            masukan,
            hasil: &hasil,
            hukum,
            laporan: Some(laporan),
        })
    };
    let susun = |terbitan| {
        laporan::susun(&bahan, terbitan).map_err(|galat| Tolakan::Naskah(galat.to_string()))
    };
    if !lanjut(TahapSusun::Menyusun) {
        return None;
    }
    let disusun = if akhir {
        match susun(Terbitan::Akhir) {
            Err(tolakan) => Err(tolakan),
            Ok(_) if !lanjut(TahapSusun::Memeriksa) => return None,
            Ok(dokumen) => {
                let temuan = periksa(&dokumen);
                if periksa::menghalangi(&temuan) {
                    Err(Tolakan::Temuan(temuan))
                } else {
                    Ok((dokumen, temuan))
                }
            }
        }
    } else {
        // The draft asks for its findings while it is composed; none come once it is to stop.
        let didapat = RefCell::new(Some(Vec::new()));
        let catat = |laporan: &Document| {
            let temuan = lanjut(TahapSusun::Memeriksa).then(|| periksa(laporan));
            let catatan = temuan.as_deref().map(catatan).unwrap_or_default();
            didapat.replace(temuan);
            catatan
        };
        let dokumen = susun(Terbitan::Draf(&catat));
        let temuan = didapat.into_inner()?;
        dokumen.map(|dokumen| (dokumen, temuan))
    };
    Some(disusun.map(|(dokumen, temuan)| Susunan {
        rumpang: laporan::rumpang(&dokumen).len(),
        hasil,
        dokumen,
        temuan,
    }))
}

/// The report as files: name and content. The PDF, the slowest, is made beside the others.
///
/// # Errors
/// A fault of ours in a writer.
pub fn berkas_laporan(
    susunan: &Susunan,
    nama_kantor: &str,
    tanpa_pdf: bool,
) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let (pdf, docx) = thread::scope(|lingkup| {
        let pdf = (!tanpa_pdf).then(|| lingkup.spawn(|| tulis_pdf(susunan)));
        let docx = tulis_docx(susunan);
        (pdf.map(thread::ScopedJoinHandle::join), docx)
    });
    let mut berkas = Vec::new();
    if let Some(pdf) = pdf {
        let terhenti = |_| Error::Dalam("penulis PDF berhenti tiba-tiba".to_owned());
        berkas.push((PDF, pdf.map_err(terhenti)??));
    }
    berkas.push((DOCX, docx?));
    berkas.extend(tulis_sisanya(susunan, nama_kantor));
    Ok(berkas)
}

/// As [`berkas_laporan`], one file after another; `lanjut` as in [`susun_bertahap`].
pub(crate) fn berkas_bertahap(
    susunan: &Susunan,
    nama_kantor: &str,
    lanjut: &dyn Fn(TahapSusun) -> bool,
) -> std::result::Result<Vec<(&'static str, Vec<u8>)>, Henti> {
    let masih = |tahap| lanjut(tahap).then_some(()).ok_or(Henti::Batal);
    masih(TahapSusun::Pdf)?;
    let mut berkas = vec![(PDF, tulis_pdf(susunan)?)];
    masih(TahapSusun::Docx)?;
    berkas.push((DOCX, tulis_docx(susunan)?));
    masih(TahapSusun::Html)?;
    berkas.extend(tulis_sisanya(susunan, nama_kantor));
    Ok(berkas)
}

const PDF: &str = "lkjip.pdf";
const DOCX: &str = "lkjip.docx";

fn tulis_pdf(susunan: &Susunan) -> Result<Vec<u8>> {
    document::pdf::write_pdf(&susunan.dokumen, &document::pdf::PdfOptions::default())
        .map_err(|galat| Error::Dalam(galat.to_string()))
}

fn tulis_docx(susunan: &Susunan) -> Result<Vec<u8>> {
    document::docx::write_docx(&susunan.dokumen).map_err(|galat| Error::Dalam(galat.to_string()))
}

fn tulis_sisanya(susunan: &Susunan, nama_kantor: &str) -> [(&'static str, Vec<u8>); 2] {
    let fakta = laporan::fakta_json(nama_kantor, &susunan.hasil);
    [
        (
            "lkjip.html",
            document::html::write_html(&susunan.dokumen).into_bytes(),
        ),
        ("fakta.json", format!("{fakta:#}\n").into_bytes()),
    ]
}

/// The findings on the data in words, for the end of a draft; gaps have a list of their own there.
fn catatan(temuan: &[Temuan]) -> Vec<CatatanTemuan> {
    temuan
        .iter()
        .filter(|t| matches!(t.lokasi, periksa::Lokasi::Sel(_)))
        .map(|t| CatatanTemuan {
            pesan: match &t.selesai {
                Some(cara) => format!("{}. {}", t.pesan, huruf_besar(cara)),
                None => format!("{}. {}", t.pesan, t.perbaikan),
            },
            tempat: t.lokasi.to_string(),
        })
        .collect()
}

fn huruf_besar(teks: &str) -> String {
    let mut huruf = teks.chars();
    huruf
        .next()
        .map(|pertama| pertama.to_uppercase().chain(huruf).collect())
        .unwrap_or_default()
}
