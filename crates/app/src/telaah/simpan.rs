//! The findings of a check as they are kept, and back again: a check says later what it said on its day.

use std::collections::BTreeMap;

use document::source::{Format, Part, Place};
use kinerja::Kode;
use kinerja::masukan::Tempat;
use periksa::bacaan::{Letak, Titik};
use periksa::{Berat, Cakupan, CakupanData, Lokasi, Temuan, rules};
use serde::{Deserialize, Serialize};

/// What is kept of a check.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Simpanan {
    /// What the reader met.
    pub(crate) catatan: Vec<String>,
    cakupan: CakupanSimpanan,
    temuan: Vec<TemuanSimpanan>,
}

/// A finding in a list that only counts.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct RingkasTemuan {
    /// Fingerprint.
    pub(crate) sidik: String,
    /// Rule.
    pub(crate) aturan: String,
    /// Weight in words.
    pub(crate) berat: String,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct CakupanSimpanan {
    dilihat: usize,
    diperiksa: usize,
    tidak: BTreeMap<String, usize>,
    /// Those that agree and those that differ.
    data: Option<(usize, usize)>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct TemuanSimpanan {
    aturan: String,
    berat: String,
    lokasi: LokasiSimpanan,
    cuplikan: String,
    pesan: String,
    perbaikan: String,
    dasar: Vec<String>,
    seharusnya: Option<String>,
    hitungan: Option<String>,
    selang: Option<(String, String)>,
    kode: Option<String>,
    terkait: Vec<LokasiSimpanan>,
    sidik: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum LokasiSimpanan {
    Sel(String, u32, String),
    Bagian(String),
    Titik(TitikSimpanan),
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct TitikSimpanan {
    piece: usize,
    sel: Option<usize>,
    awal: usize,
    akhir: usize,
    rentang: Vec<(TempatSimpanan, TempatSimpanan)>,
    bagian: String,
    /// Table, row, column.
    di: Option<(usize, usize, usize)>,
}

/// Page, part, line, column.
type TempatSimpanan = (Option<u32>, String, u32, u32);

const BERAT: [Berat; 3] = [Berat::Wajib, Berat::Anjuran, Berat::Saran];

/// Kinds of files with their words in the database and their names for a reader.
const FORMAT: [(Format, &str, &str); 6] = [
    (Format::Text, "teks", "teks"),
    (Format::Markdown, "markdown", "Markdown"),
    (Format::Html, "html", "HTML"),
    (Format::Docx, "docx", "Word"),
    (Format::Pdf, "pdf", "PDF"),
    (Format::Tree, "pohon", "laporan"),
];

/// The word of a kind of file.
pub(crate) fn kata_format(format: Format) -> &'static str {
    FORMAT
        .iter()
        .find(|(satu, ..)| *satu == format)
        .map_or("teks", |(_, kata, _)| kata)
}

/// The kind of file with this word; plain text for one that is not known.
pub(crate) fn format_dari(kata: &str) -> Format {
    FORMAT
        .iter()
        .find(|(_, satu, _)| *satu == kata)
        .map_or(Format::Text, |(format, ..)| *format)
}

/// Its name for a reader.
pub(crate) fn sebutan_format(kata: &str) -> &'static str {
    FORMAT
        .iter()
        .find(|(_, satu, _)| *satu == kata)
        .map_or("teks", |(.., sebutan)| sebutan)
}

/// The weight with this word; the lightest for one that is not known.
pub(crate) fn berat_dari(kata: &str) -> Berat {
    BERAT
        .into_iter()
        .find(|berat| berat.sebutan() == kata)
        .unwrap_or(Berat::Saran)
}

impl Simpanan {
    pub(crate) fn new(temuan: &[Temuan], cakupan: &Cakupan, catatan: Vec<String>) -> Self {
        Self {
            catatan,
            cakupan: CakupanSimpanan {
                dilihat: cakupan.dilihat,
                diperiksa: cakupan.diperiksa,
                tidak: cakupan
                    .tidak
                    .iter()
                    .map(|(sebab, banyak)| ((*sebab).to_owned(), *banyak))
                    .collect(),
                data: cakupan.data.map(|data| (data.cocok, data.beda)),
            },
            temuan: temuan.iter().map(satu).collect(),
        }
    }

    /// How much could be checked.
    pub(crate) fn cakupan(&self) -> Cakupan {
        Cakupan {
            dilihat: self.cakupan.dilihat,
            diperiksa: self.cakupan.diperiksa,
            tidak: self
                .cakupan
                .tidak
                .iter()
                .filter_map(|(sebab, banyak)| Some((Cakupan::sebab(sebab)?, *banyak)))
                .collect(),
            data: self
                .cakupan
                .data
                .map(|(cocok, beda)| CakupanData { cocok, beda }),
        }
    }

    /// The findings; one of a rule that the program no longer has is told under [`ATURAN_LAMA`].
    pub(crate) fn temuan(&self, format: Format) -> Vec<Temuan> {
        self.temuan.iter().map(|t| kembali(t, format)).collect()
    }
}

/// Stands for the name of a rule that the program no longer has.
const ATURAN_LAMA: &str = "aturan-lama";

/// The findings as a list that only counts.
pub(crate) fn ringkas(temuan: &[Temuan]) -> Vec<RingkasTemuan> {
    temuan
        .iter()
        .map(|t| RingkasTemuan {
            sidik: t.sidik.clone(),
            aturan: t.aturan.to_owned(),
            berat: t.berat.sebutan().to_owned(),
        })
        .collect()
}

fn satu(t: &Temuan) -> TemuanSimpanan {
    TemuanSimpanan {
        aturan: t.aturan.to_owned(),
        berat: t.berat.sebutan().to_owned(),
        lokasi: lokasi(&t.lokasi),
        cuplikan: t.cuplikan.clone(),
        pesan: t.pesan.clone(),
        perbaikan: t.perbaikan.clone(),
        dasar: t.dasar.clone(),
        seharusnya: t.seharusnya.clone(),
        hitungan: t.hitungan.clone(),
        selang: t.selang.clone(),
        kode: t.kode.as_ref().map(|kode| kode.as_str().to_owned()),
        terkait: t.terkait.iter().map(lokasi).collect(),
        sidik: t.sidik.clone(),
    }
}

fn kembali(t: &TemuanSimpanan, format: Format) -> Temuan {
    Temuan {
        aturan: rules::daftar()
            .find(|aturan| aturan.nama == t.aturan)
            .map_or(ATURAN_LAMA, |aturan| aturan.nama),
        berat: berat_dari(&t.berat),
        lokasi: lokasi_kembali(&t.lokasi, format),
        cuplikan: t.cuplikan.clone(),
        pesan: t.pesan.clone(),
        perbaikan: t.perbaikan.clone(),
        dasar: t.dasar.clone(),
        seharusnya: t.seharusnya.clone(),
        hitungan: t.hitungan.clone(),
        selang: t.selang.clone(),
        kode: t.kode.as_deref().map(Kode::from),
        terkait: t
            .terkait
            .iter()
            .map(|lokasi| lokasi_kembali(lokasi, format))
            .collect(),
        sidik: t.sidik.clone(),
        selesai: None,
    }
}

fn lokasi(lokasi: &Lokasi) -> LokasiSimpanan {
    match lokasi {
        Lokasi::Sel(tempat) => {
            LokasiSimpanan::Sel(tempat.berkas.clone(), tempat.baris, tempat.kolom.clone())
        }
        Lokasi::Bagian(judul) => LokasiSimpanan::Bagian(judul.clone()),
        Lokasi::Titik(titik) => LokasiSimpanan::Titik(TitikSimpanan {
            piece: titik.letak.piece,
            sel: titik.letak.sel,
            awal: titik.letak.awal,
            akhir: titik.letak.akhir,
            rentang: titik
                .rentang
                .iter()
                .map(|(awal, akhir)| (tempat(*awal), tempat(*akhir)))
                .collect(),
            bagian: titik.bagian.clone(),
            di: titik.sel,
        }),
    }
}

fn lokasi_kembali(lokasi: &LokasiSimpanan, format: Format) -> Lokasi {
    match lokasi {
        LokasiSimpanan::Sel(berkas, baris, kolom) => Lokasi::Sel(Tempat {
            berkas: berkas.clone(),
            baris: *baris,
            kolom: kolom.clone(),
        }),
        LokasiSimpanan::Bagian(judul) => Lokasi::Bagian(judul.clone()),
        LokasiSimpanan::Titik(titik) => Lokasi::Titik(Box::new(Titik {
            format,
            letak: Letak {
                piece: titik.piece,
                sel: titik.sel,
                awal: titik.awal,
                akhir: titik.akhir,
            },
            rentang: titik
                .rentang
                .iter()
                .map(|(awal, akhir)| (tempat_kembali(awal), tempat_kembali(akhir)))
                .collect(),
            bagian: titik.bagian.clone(),
            sel: titik.di,
        })),
    }
}

fn tempat(place: Place) -> TempatSimpanan {
    let bagian = match place.part {
        Part::Body => "isi".to_owned(),
        Part::Footnotes => "catatan-kaki".to_owned(),
        Part::Header(nomor) => format!("kepala-{nomor}"),
        Part::Footer(nomor) => format!("kaki-{nomor}"),
    };
    (place.page, bagian, place.line, place.column)
}

fn tempat_kembali((page, bagian, line, column): &TempatSimpanan) -> Place {
    let part = match bagian.split_once('-') {
        Some(("kepala", nomor)) => nomor.parse().map(Part::Header).unwrap_or_default(),
        Some(("kaki", nomor)) => nomor.parse().map(Part::Footer).unwrap_or_default(),
        Some(_) => Part::Footnotes,
        None => Part::Body,
    };
    Place {
        page: *page,
        part,
        line: *line,
        column: *column,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_told_the_same_after_it_was_kept() {
        let hukum = hukum::Hukum::bawaan().unwrap_or_default();
        let teks = include_str!("../../../../contoh/laporan/kanim-tanjung-rengas-2023.txt");
        let sumber = document::source::read::read(teks.as_bytes(), "laporan.txt");
        let bacaan = periksa::understand(&sumber, &hukum);
        let bahan = periksa::BahanDokumen {
            bacaan: &bacaan,
            hukum: &hukum,
            data: None,
        };
        let (temuan, cakupan) = periksa::periksa_dokumen(&bahan, &|_| true);
        assert!(!temuan.is_empty());
        let simpanan = Simpanan::new(&temuan, &cakupan, vec!["catatan".to_owned()]);
        let teks = serde_json::to_string(&simpanan).unwrap_or_default();
        let dibaca: Simpanan = serde_json::from_str(&teks).unwrap_or_default();
        assert_eq!(dibaca.temuan(sumber.format), temuan);
        assert_eq!(dibaca.cakupan(), cakupan);
    }

    #[test]
    fn a_place_in_every_part_of_a_file_comes_back() {
        for part in [
            Part::Body,
            Part::Footnotes,
            Part::Header(3),
            Part::Footer(12),
        ] {
            let place = Place {
                page: Some(4),
                part,
                line: 7,
                column: 9,
            };
            assert_eq!(tempat_kembali(&tempat(place)), place);
        }
    }
}
