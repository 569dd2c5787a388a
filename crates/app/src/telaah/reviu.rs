//! The review sheet of a checked document.

use hukum::Ketentuan;
use laporan::reviu::{
    BagianReviu, BahanReviu, ButirReviu, CakupanReviu, IndikatorReviu, JawabanReviu,
    PernyataanReviu, TemuanReviu,
};
use periksa::bacaan::Identitas;
use periksa::reviu::{self, Jawaban};
use periksa::{BahanDokumen, Berat, Lokasi, Temuan};

use super::{Telaah, urut_baca};
use crate::error::{Error, Result};

/// What a review sheet can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BentukReviu {
    /// A Word file.
    Docx,
    /// A PDF.
    Pdf,
    /// A page.
    Html,
}

impl BentukReviu {
    /// The form that the ending of a file name means, in any case of its letters.
    #[must_use]
    pub fn dari_akhiran(akhiran: &str) -> Option<Self> {
        match akhiran.to_lowercase().as_str() {
            "docx" => Some(Self::Docx),
            "pdf" => Some(Self::Pdf),
            "html" => Some(Self::Html),
            _ => None,
        }
    }
}

/// The review sheet.
///
/// # Errors
/// The program's own words are at fault.
pub fn lembar_reviu(bahan: &BahanDokumen, hasil: &Telaah, bentuk: BentukReviu) -> Result<Vec<u8>> {
    let dokumen = laporan::reviu::reviu(&bahan_reviu(bahan, hasil))
        .map_err(|galat| Error::Dalam(galat.to_string()))?;
    match bentuk {
        BentukReviu::Pdf => {
            document::pdf::write_pdf(&dokumen, &document::pdf::PdfOptions::default())
                .map_err(|galat| Error::Dalam(galat.to_string()))
        }
        BentukReviu::Html => Ok(document::html::write_html(&dokumen).into_bytes()),
        BentukReviu::Docx => {
            document::docx::write_docx(&dokumen).map_err(|galat| Error::Dalam(galat.to_string()))
        }
    }
}

fn bahan_reviu(bahan: &BahanDokumen, hasil: &Telaah) -> BahanReviu {
    let identitas = &bahan.bacaan.identitas;
    // Findings bear numbers in reading order; items refer to them by these.
    let urut = urut_baca(&hasil.temuan);
    let mut nomor = vec![0; urut.len()];
    for (posisi, i) in urut.iter().enumerate() {
        if let Some(nomor) = nomor.get_mut(*i) {
            *nomor = posisi;
        }
    }
    let ketentuan = reviu::ketentuan(bahan);
    let cakupan = &hasil.cakupan;
    BahanReviu {
        dokumen: hasil.nama.clone(),
        kantor: identitas.kantor.clone(),
        tahun: identitas.tahun,
        dasar: ketentuan.map(|k| dasar(bahan, k)).unwrap_or_default(),
        belum_terverifikasi: ketentuan.is_some_and(|k| k.status.belum_terverifikasi()),
        catatan: catatan(hasil, identitas),
        daftar: daftar(&reviu::reviu(bahan, &hasil.temuan), &nomor),
        indikator: reviu::indikator(bahan)
            .into_iter()
            .map(|i| IndikatorReviu {
                nama: i.nama,
                satuan: i.satuan,
                target: i.target,
                realisasi: i.realisasi,
                capaian: i.capaian,
            })
            .collect(),
        pernyataan: pernyataan(bahan),
        berat: [Berat::Wajib, Berat::Anjuran, Berat::Saran]
            .map(|berat| berat.sebutan().to_owned())
            .into(),
        temuan: urut
            .iter()
            .filter_map(|i| hasil.temuan.get(*i))
            .map(satu)
            .collect(),
        cakupan: CakupanReviu {
            dilihat: cakupan.dilihat,
            diperiksa: cakupan.diperiksa,
            tidak: cakupan
                .tidak
                .iter()
                .map(|(sebab, banyak)| ((*sebab).to_owned(), *banyak))
                .collect(),
        },
    }
}

fn dasar(bahan: &BahanDokumen, ketentuan: &Ketentuan) -> String {
    let regulasi = bahan.hukum.regulasi(&ketentuan.regulasi);
    let sebutan = regulasi.map_or(ketentuan.regulasi.as_str(), |r| r.sebutan.as_str());
    // The annex alone: the statement and the list stand in the same one.
    let lampiran = ketentuan.kutipan.split(',').next().unwrap_or_default();
    format!("{} {sebutan}", lampiran.trim())
}

fn catatan(hasil: &Telaah, identitas: &Identitas) -> Vec<String> {
    let mut catatan: Vec<String> = hasil
        .sumber
        .notes
        .iter()
        .map(|note| format!("Catatan baca: {}", note.text))
        .collect();
    catatan.extend(hasil.catatan.iter().cloned());
    if identitas.tahun.is_none() {
        catatan.push(
            "Tahun laporan tidak terbaca, sehingga daftar uji yang terakhir dikenal dipakai."
                .to_owned(),
        );
    }
    catatan
}

fn daftar(butir: &[reviu::ButirReviu], nomor: &[usize]) -> Vec<BagianReviu> {
    let mut daftar: Vec<BagianReviu> = Vec::new();
    for satu in butir {
        if daftar.last().is_none_or(|b| b.nomor != satu.nomor_bagian) {
            daftar.push(BagianReviu {
                nomor: satu.nomor_bagian.clone(),
                nama: satu.bagian.clone(),
                butir: Vec::new(),
            });
        }
        let mut temuan: Vec<usize> = satu
            .temuan
            .iter()
            .filter_map(|i| nomor.get(*i).copied())
            .collect();
        temuan.sort_unstable();
        if let Some(bagian) = daftar.last_mut() {
            bagian.butir.push(ButirReviu {
                nomor: satu.urutan.to_string(),
                pernyataan: satu.pernyataan.clone(),
                jawaban: match satu.jawaban {
                    Jawaban::Ya => JawabanReviu::Ya,
                    Jawaban::Tidak => JawabanReviu::Tidak,
                    Jawaban::PerluOrang => JawabanReviu::PerluOrang,
                },
                catatan: satu.catatan.clone(),
                temuan,
            });
        }
    }
    daftar
}

/// What the statement must say, from the law in force.
fn pernyataan(bahan: &BahanDokumen) -> Option<PernyataanReviu> {
    let tahun = bahan.bacaan.identitas.tahun.unwrap_or(i16::MAX);
    let keyakinan = bahan.hukum.ketentuan("reviu.keyakinan", tahun).ok()?;
    let isi = |kode: &str| {
        let butir = keyakinan.butir().iter().find(|b| b.kode == kode);
        butir.map(|b| b.nama.clone())
    };
    Some(PernyataanReviu {
        tanggung_jawab: isi("tanggung_jawab")?,
        tujuan: isi("tujuan")?,
        simpulan: isi("simpulan")?,
    })
}

fn satu(t: &Temuan) -> TemuanReviu {
    let (bagian, tempat) = match &t.lokasi {
        Lokasi::Titik(titik) => {
            let mut tanpa_judul = titik.clone();
            tanpa_judul.bagian.clear();
            (titik.bagian.clone(), tanpa_judul.to_string())
        }
        lain => ("Data kantor".to_owned(), lain.to_string()),
    };
    TemuanReviu {
        wajib: t.berat == Berat::Wajib,
        berat: t.berat.sebutan().to_owned(),
        bagian,
        tempat,
        cuplikan: t.cuplikan.clone(),
        pesan: t.pesan.clone(),
        hitungan: t.hitungan.clone(),
        seharusnya: t.seharusnya.clone(),
        perbaikan: t.perbaikan.clone(),
        dasar: t.dasar.clone(),
        selesai: t.selesai.clone(),
    }
}
