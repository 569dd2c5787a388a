//! The report as a whole: its parts in the order of the required outline.

use std::sync::{Arc, Mutex, PoisonError};

use document::{
    Attachment, Block, Document, Inline, List, Marker, PageNumbering, Paragraph, Section,
};
use minijinja::Value;

use crate::fungsi::{self, Bagian};
use crate::konteks::{self, Isi};
use crate::naskah::BAWAAN;
use crate::nomor::nomori;
use crate::templat::Mesin;
use crate::{
    Bahan, CatatanTemuan, GalatNaskah, Terbitan, alasan, bagian, catatan, rumpang, sampul, tabel,
};

/// Composes the report.
///
/// # Errors
/// [`GalatNaskah`] for the first fault in a template; the office's data never cause one.
pub fn susun(bahan: &Bahan<'_>, terbitan: Terbitan<'_>) -> Result<Document, GalatNaskah> {
    periksa_nama(bahan)?;
    let penyusun = Penyusun::new(bahan);
    let mut blok = penyusun.depan()?;
    blok.extend(penyusun.isi()?);
    blok.extend(penyusun.lampiran(&blok, terbitan)?);
    fungsi::periksa_rujukan(&blok, bahan)?;
    alasan::terangkan(&mut blok, &bahan.hasil.fakta);
    let notes = catatan::susun(&bahan.hasil.fakta, &catatan::kunci(&blok));
    let fakta = crate::fakta_json(&bahan.masukan.satker.nama, bahan.hasil);
    Ok(Document {
        meta: sampul::meta(bahan, terbitan),
        cover: Some(sampul::sampul(bahan)),
        blocks: blok,
        notes,
        attachments: vec![Attachment {
            name: "fakta.json".to_owned(),
            media_type: "application/json".to_owned(),
            description: "Seluruh fakta laporan ini beserta asalnya".to_owned(),
            bytes: format!("{fakta:#}").into_bytes(),
        }],
    })
}

/// A misnamed file of the office's own would otherwise be passed over without a word.
fn periksa_nama(bahan: &Bahan<'_>) -> Result<(), GalatNaskah> {
    let dikenal = |nama: &str| BAWAAN.iter().any(|(bawaan, _)| *bawaan == nama);
    let Some((asing, isi)) = bahan.naskah.iter().find(|(nama, _)| !dikenal(nama)) else {
        return Ok(());
    };
    let daftar: Vec<&str> = BAWAAN.iter().map(|(nama, _)| *nama).collect();
    Err(GalatNaskah::pada(
        asing,
        isi,
        1,
        "tidak ada bagian laporan yang memakai berkas ini",
        format!(
            "beri nama menurut bagian yang diganti: {}",
            daftar.join(", ")
        ),
    ))
}

struct Penyusun<'a> {
    bahan: &'a Bahan<'a>,
    mesin: Mesin,
    umum: Isi,
    bagian: Bagian,
}

impl<'a> Penyusun<'a> {
    fn new(bahan: &'a Bahan<'a>) -> Self {
        let bagian: Bagian = Arc::new(Mutex::new(bagian::semua(bahan)));
        let mut mesin = Mesin::new();
        fungsi::daftarkan(&mut mesin, bahan, &bagian);
        Self {
            bahan,
            mesin,
            umum: konteks::umum(bahan),
            bagian,
        }
    }

    fn satu(&self, berkas: &str) -> Result<Vec<Block>, GalatNaskah> {
        self.mesin
            .susun(berkas, self.bahan.naskah.isi(berkas), &self.umum)
    }

    fn beberapa(&self, berkas: &[&str]) -> Result<Vec<Block>, GalatNaskah> {
        let mut blok = Vec::new();
        for berkas in berkas {
            blok.extend(self.satu(berkas)?);
        }
        Ok(blok)
    }

    fn depan(&self) -> Result<Vec<Block>, GalatNaskah> {
        let mut blok = vec![bagian_halaman(PageNumbering::None)];
        blok.extend(self.satu("00-surat-pengantar.md")?);
        blok.push(bagian_halaman(PageNumbering::Roman));
        blok.extend(self.beberapa(&[
            "01-kata-pengantar.md",
            "02-daftar.md",
            "03-ringkasan-eksekutif.md",
        ])?);
        Ok(blok)
    }

    fn isi(&self) -> Result<Vec<Block>, GalatNaskah> {
        let mut blok = vec![bagian_halaman(PageNumbering::Arabic)];
        blok.extend(self.beberapa(&[
            "10-pendahuluan.md",
            "11-organisasi.md",
            "12-maksud-tujuan.md",
            "13-aspek-isu.md",
            "14-landasan-sistematika.md",
            "20-perencanaan.md",
            "30-akuntabilitas.md",
        ])?);
        let sumber = self.bahan.naskah.isi("31-indikator.md");
        for indikator in &self.bahan.hasil.indikator {
            let mut konteks = self.umum.clone();
            let milik = Value::from(konteks::indikator(self.bahan, indikator));
            konteks.insert("i".to_owned(), milik);
            blok.extend(self.mesin.susun("31-indikator.md", sumber, &konteks)?);
        }
        blok.extend(self.beberapa(&[
            "32-efisiensi.md",
            "33-anggaran.md",
            "34-kinerja-anggaran.md",
            "35-kinerja-lain.md",
            "40-penutup.md",
        ])?);
        nomori(&mut blok, "BAB", true);
        Ok(blok)
    }

    /// The appendices; the lists among them speak of the blocks before them.
    fn lampiran(&self, isi: &[Block], terbitan: Terbitan<'_>) -> Result<Vec<Block>, GalatNaskah> {
        let mut blok = self.beberapa(&[
            "90-lampiran-pk.md",
            "91-lampiran-pk-berikutnya.md",
            "92-lampiran-penghargaan.md",
        ])?;
        let mut kunci = catatan::kunci(isi);
        kunci.extend(catatan::kunci(&blok));
        let urut = self
            .bahan
            .hasil
            .fakta
            .iter()
            .map(|fakta| fakta.kode.as_str());
        let fakta = tabel::daftar_fakta(self.bahan, urut.filter(|kode| kunci.contains(*kode)));
        self.simpan("daftar_fakta", vec![Block::Table(fakta)]);
        blok.extend(self.satu("93-lampiran-fakta.md")?);
        if let Terbitan::Draf(periksa) = terbitan {
            let mut bernomor = blok.clone();
            nomori(&mut bernomor, "LAMPIRAN", false);
            let sementara = Document {
                blocks: isi.iter().cloned().chain(bernomor).collect(),
                ..Document::default()
            };
            self.simpan("daftar_rumpang", daftar_rumpang(&sementara));
            self.simpan("daftar_temuan", daftar_temuan(periksa(&sementara)));
            blok.extend(self.satu("94-draf.md")?);
        }
        for (nama, peraturan) in [
            ("ketentuan_belum_terverifikasi", true),
            ("saran_belum_terverifikasi", false),
        ] {
            let tabel = tabel::ketentuan_belum_terverifikasi(self.bahan, peraturan);
            if !tabel.body.is_empty() {
                self.simpan(nama, vec![Block::Table(tabel)]);
            }
        }
        nomori(&mut blok, "LAMPIRAN", false);
        blok.extend(self.satu("99-kolofon.md")?);
        Ok(blok)
    }

    fn simpan(&self, nama: &str, blok: Vec<Block>) {
        let mut bagian = self.bagian.lock().unwrap_or_else(PoisonError::into_inner);
        bagian.insert(nama.to_owned(), blok);
    }
}

fn bagian_halaman(numbering: PageNumbering) -> Block {
    Block::Section(Section {
        numbering,
        restart: true,
        landscape: false,
    })
}

fn butir(isi: impl Iterator<Item = String>) -> Vec<Block> {
    let items: Vec<Vec<Block>> = isi
        .map(|teks| vec![Block::Paragraph(Paragraph::body(vec![Inline::text(teks)]))])
        .collect();
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(List {
            marker: Marker::Decimal,
            items,
        })]
    }
}

fn daftar_rumpang(dokumen: &Document) -> Vec<Block> {
    butir(
        rumpang(dokumen)
            .into_iter()
            .map(|rumpang| format!("{}: {}.", rumpang.tempat, rumpang.sebab)),
    )
}

fn daftar_temuan(temuan: Vec<CatatanTemuan>) -> Vec<Block> {
    butir(
        temuan
            .into_iter()
            .map(|temuan| format!("{}: {}", temuan.tempat, temuan.pesan)),
    )
}
