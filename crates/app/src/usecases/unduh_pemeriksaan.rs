//! What was found in a document as a file: beside its words, in its margin, for other programs, as a review sheet.

use periksa::{BahanDokumen, Data};

use super::pemeriksaan::bergiliran;
use crate::error::{Error, Result};
use crate::telaah::{self, BentukReviu, Telaah};
use crate::{App, Pelaku};

/// What can be taken away of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BentukUnduhan {
    /// The document with the findings beside it.
    Html,
    /// The Word file with a comment for each finding.
    Docx,
    /// JSON.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// The review sheet.
    Reviu(BentukReviu),
    /// The document as it was handed in.
    Asli,
}

impl BentukUnduhan {
    /// All of them, in the order of a list.
    pub const SEMUA: [Self; 7] = [
        Self::Docx,
        Self::Html,
        Self::Reviu(BentukReviu::Docx),
        Self::Reviu(BentukReviu::Pdf),
        Self::Json,
        Self::Sarif,
        Self::Asli,
    ];

    /// Its word in an address.
    #[must_use]
    pub const fn kata(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Reviu(BentukReviu::Docx) => "reviu-docx",
            Self::Reviu(BentukReviu::Pdf) => "reviu-pdf",
            Self::Reviu(BentukReviu::Html) => "reviu-html",
            Self::Asli => "asli",
        }
    }

    /// Its name on a page.
    #[must_use]
    pub const fn sebutan(self) -> &'static str {
        match self {
            Self::Html => "Dokumen dengan temuan di sampingnya (HTML)",
            Self::Docx => "Berkas Word dengan komentar",
            Self::Json => "Temuan untuk program lain (JSON)",
            Self::Sarif => "Temuan menurut SARIF 2.1.0",
            Self::Reviu(BentukReviu::Docx) => "Lembar reviu (Word)",
            Self::Reviu(BentukReviu::Pdf) => "Lembar reviu (PDF)",
            Self::Reviu(BentukReviu::Html) => "Lembar reviu (HTML)",
            Self::Asli => "Dokumen seperti diserahkan",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn dari_kata(kata: &str) -> Option<Self> {
        Self::SEMUA
            .into_iter()
            .chain([Self::Reviu(BentukReviu::Html)])
            .find(|bentuk| bentuk.kata() == kata)
    }

    /// Its media type; none for the document itself, which is whatever it was.
    #[must_use]
    pub const fn jenis(self) -> &'static str {
        match self {
            Self::Html | Self::Reviu(BentukReviu::Html) => "text/html; charset=utf-8",
            Self::Docx | Self::Reviu(BentukReviu::Docx) => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            Self::Reviu(BentukReviu::Pdf) => "application/pdf",
            Self::Json => "application/json",
            Self::Sarif => "application/sarif+json",
            Self::Asli => "application/octet-stream",
        }
    }

    /// The name of the file for a document of this name.
    fn nama(self, dokumen: &str) -> String {
        let pokok = dokumen.rsplit_once('.').map_or(dokumen, |(pokok, _)| pokok);
        match self {
            Self::Html => format!("telaah-{pokok}.html"),
            Self::Docx => format!("telaah-{pokok}.docx"),
            Self::Json => format!("temuan-{pokok}.json"),
            Self::Sarif => format!("temuan-{pokok}.sarif"),
            Self::Reviu(BentukReviu::Docx) => format!("reviu-{pokok}.docx"),
            Self::Reviu(BentukReviu::Pdf) => format!("reviu-{pokok}.pdf"),
            Self::Reviu(BentukReviu::Html) => format!("reviu-{pokok}.html"),
            Self::Asli => dokumen.to_owned(),
        }
    }
}

impl App {
    /// A check as a file: name and content.
    ///
    /// # Errors
    /// No permission, no such check, comments for a file that is no Word file, a document that is no longer there.
    pub async fn unduh_pemeriksaan(
        &self,
        pelaku: &Pelaku,
        id: &str,
        bentuk: BentukUnduhan,
    ) -> Result<(String, Vec<u8>)> {
        let rincian = self.lihat_pemeriksaan(pelaku, id).await?;
        let (isi, data) = self.isi_pemeriksaan(&rincian).await?;
        let nama = rincian.pemeriksaan.nama.clone();
        let berkas = bentuk.nama(&nama);
        if bentuk == BentukUnduhan::Asli {
            return Ok((berkas, isi));
        }
        let hukum = self.hukum.clone();
        let hasil = bergiliran(move || -> Result<Vec<u8>> {
            let sumber =
                telaah::baca(&isi, &nama).map_err(|sebab| Error::Isian(sebab.join(" ")))?;
            let hasil = Telaah {
                nama,
                catatan: rincian.catatan,
                isi: &isi,
                sumber: &sumber,
                temuan: rincian.temuan,
                cakupan: rincian.cakupan,
            };
            Ok(match bentuk {
                BentukUnduhan::Html => telaah::html(&hasil).into_bytes(),
                BentukUnduhan::Docx => telaah::komentar(&hasil)?,
                BentukUnduhan::Json => format!("{:#}\n", telaah::json(&hasil)).into_bytes(),
                BentukUnduhan::Sarif => format!("{:#}\n", telaah::sarif(&hasil)).into_bytes(),
                BentukUnduhan::Reviu(bentuk) => {
                    let bacaan = periksa::understand(&sumber, &hukum);
                    let bahan = BahanDokumen {
                        bacaan: &bacaan,
                        hukum: &hukum,
                        data: data
                            .as_ref()
                            .map(|(masukan, hasil)| Data { masukan, hasil }),
                    };
                    telaah::lembar_reviu(&bahan, &hasil, bentuk)?
                }
                BentukUnduhan::Asli => Vec::new(),
            })
        })
        .await??;
        Ok((berkas, hasil))
    }
}
