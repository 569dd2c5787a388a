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
    let (dokumen, temuan) = if akhir {
        let dokumen = susun(Terbitan::Akhir)?;
        let temuan = periksa(&dokumen);
        if periksa::menghalangi(&temuan) {
            return Err(Tolakan::Temuan(temuan));
        }
        (dokumen, temuan)
    } else {
        let didapat = RefCell::default();
        let catat = |laporan: &Document| {
            let temuan = periksa(laporan);
            let catatan = catatan(&temuan);
            didapat.replace(temuan);
            catatan
        };
        (susun(Terbitan::Draf(&catat))?, didapat.into_inner())
    };
    Ok(Susunan {
        rumpang: laporan::rumpang(&dokumen).len(),
        hasil,
        dokumen,
        temuan,
    })
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
    let dokumen = &susunan.dokumen;
    let (pdf, docx) = thread::scope(|lingkup| {
        let pdf = (!tanpa_pdf).then(|| {
            lingkup
                .spawn(|| document::pdf::write_pdf(dokumen, &document::pdf::PdfOptions::default()))
        });
        let docx = document::docx::write_docx(dokumen);
        (pdf.map(thread::ScopedJoinHandle::join), docx)
    });
    let dalam = |galat: String| Error::Dalam(galat);
    let mut berkas = Vec::new();
    if let Some(pdf) = pdf {
        let pdf = pdf.map_err(|_| dalam("penulis PDF berhenti tiba-tiba".to_owned()))?;
        berkas.push(("lkjip.pdf", pdf.map_err(|galat| dalam(galat.to_string()))?));
    }
    berkas.push((
        "lkjip.docx",
        docx.map_err(|galat| dalam(galat.to_string()))?,
    ));
    berkas.push((
        "lkjip.html",
        document::html::write_html(dokumen).into_bytes(),
    ));
    let fakta = laporan::fakta_json(nama_kantor, &susunan.hasil);
    berkas.push(("fakta.json", format!("{fakta:#}\n").into_bytes()));
    Ok(berkas)
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
