//! Reads a workbook that has passed the gate, cell by cell and within limits.

use std::collections::BTreeMap;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use calamine::{DataRef, Reader as _, Xlsx};

use super::gerbang;
use super::jatah::{Berjatah, Takaran};
use crate::batas;
use crate::kesalahan::{Galat, Kesalahan, tempat};
use crate::mentah::folder::baca_bita;
use crate::mentah::{BarisKe, BarisMentah, Entri, LembarMentah, Mentah};

type Buku<'a> = Xlsx<Berjatah<'a>>;

/// Reads a workbook file; what cannot be read is in `galat`.
pub(crate) fn baca(path: &Path, galat: &mut Galat) -> Mentah {
    let nama = path.file_name().unwrap_or_default().to_string_lossy();
    let asli = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    match baca_bita(&asli, &nama, batas::BUKU_KERJA, galat) {
        Some(bita) => baca_isi(&nama, &bita, galat),
        None => Mentah::default(),
    }
}

/// Reads the bytes of a workbook called `nama`; what cannot be read is in `galat`.
pub(crate) fn baca_isi(nama: &str, bita: &[u8], galat: &mut Galat) -> Mentah {
    let mut mentah = Mentah {
        buku_kerja: true,
        ..Mentah::default()
    };
    if let Err(salah) = gerbang::periksa(nama, bita) {
        galat.push(*salah);
        return mentah;
    }
    let mut buku: Buku<'_> = match Xlsx::new(Berjatah::new(bita)) {
        Ok(buku) => buku,
        Err(sebab) => {
            galat.push(rusak(nama, &sebab.to_string()));
            return mentah;
        }
    };
    let lembaran = buku.sheet_names();
    if !lembaran.iter().any(|lembar| lembar == super::SATKER) {
        galat.push(Kesalahan::new(
            "berkas-hilang",
            tempat(&format!("lembar {}", super::SATKER), 0, ""),
            "lembar satker tidak ada di dalam buku kerja",
            "tambahkan; buku kerja kosong dibuat oleh `cermat templat`",
        ));
    }
    let mut takaran = Takaran::new();
    for lembar in lembaran.iter().filter(|lembar| *lembar != super::PETUNJUK) {
        // Once the workbook has shown itself too large, its other sheets are not worth a look.
        if takaran.habis() {
            mentah.ditolak.insert(lembar.clone());
            continue;
        }
        let baris = baris_lembar(&mut buku, lembar, &mut takaran, galat);
        let Some(lembar) = baris.and_then(|baris| susun(lembar, baris, &mut takaran, galat)) else {
            mentah.ditolak.insert(lembar.clone());
            continue;
        };
        match lembar.nama.as_str() {
            super::SATKER => {
                mentah.satker.catatan = lembar.catatan;
                mentah.satker.isi = lembar
                    .baris
                    .into_iter()
                    .map(|baris| Entri {
                        kunci: baris
                            .sel
                            .first()
                            .map(|kunci| kunci.trim().to_owned())
                            .unwrap_or_default(),
                        teks: baris.sel.get(1).cloned().unwrap_or_default(),
                        baris: baris.nomor.0,
                    })
                    // A key without a value stands in the template; it says nothing.
                    .filter(|entri| !entri.teks.trim().is_empty())
                    .collect();
            }
            super::NARASI => mentah.narasi = gabung(&lembar),
            super::GAMBAR => mentah.gambar = baca_gambar(&lembar, galat),
            _ => mentah.lembar.push(lembar),
        }
    }
    mentah.urutkan();
    mentah
}

/// The sheets of a workbook that is no package, each as rows of texts; what cannot be read is in `galat`.
pub(crate) fn baca_asing(
    nama: &str,
    bita: &[u8],
    galat: &mut Galat,
) -> Vec<(String, Vec<BarisMentah>)> {
    if let Err(salah) = gerbang::periksa(nama, bita) {
        galat.push(*salah);
        return Vec::new();
    }
    let mut buku: Buku<'_> = match Xlsx::new(Berjatah::new(bita)) {
        Ok(buku) => buku,
        Err(sebab) => {
            galat.push(rusak(nama, &sebab.to_string()));
            return Vec::new();
        }
    };
    let mut takaran = Takaran::new();
    let mut daftar = Vec::new();
    for lembar in buku.sheet_names() {
        let Some(baris) = baris_lembar(&mut buku, &lembar, &mut takaran, galat) else {
            continue;
        };
        let baris = baris
            .into_iter()
            .map(|(nomor, sel)| BarisMentah {
                nomor: BarisKe(nomor.saturating_add(1)),
                sel,
            })
            .collect();
        daftar.push((lembar, baris));
    }
    daftar
}

fn rusak(nama: &str, sebab: &str) -> Kesalahan {
    Kesalahan::new(
        "buku-kerja-rusak",
        tempat(nama, 0, ""),
        "buku kerja tidak dapat dibaca",
        "buka berkas aslinya dan simpan ulang sebagai .xlsx",
    )
    .cuplikan(sebab)
}

fn terlalu_besar(lembar: &str, baris: u32) -> Kesalahan {
    Kesalahan::new(
        "buku-kerja-terlalu-besar",
        tempat(lembar, baris, ""),
        "isi semua sel buku kerja bersama-sama melebihi batasnya",
        "hapus isi di luar tabel, atau pindahkan gambarnya ke folder paket",
    )
}

/// Texts of a sheet by row and column, from 0.
type BarisSel = BTreeMap<u32, Vec<String>>;

fn baris_lembar(
    buku: &mut Buku<'_>,
    lembar: &str,
    takaran: &mut Takaran,
    galat: &mut Galat,
) -> Option<BarisSel> {
    let nama = format!("lembar {lembar}");
    if !tanpa_rumus(buku, lembar, &nama, galat) {
        return None;
    }
    let mut baris = BarisSel::new();
    let mut pembaca = match buku.worksheet_cells_reader(lembar) {
        Ok(pembaca) => pembaca,
        Err(sebab) => {
            galat.push(rusak(&nama, &sebab.to_string()));
            return None;
        }
    };
    loop {
        let sel = match pembaca.next_cell() {
            Ok(Some(sel)) => sel,
            Ok(None) => return Some(baris),
            Err(sebab) => {
                galat.push(rusak(&nama, &sebab.to_string()));
                return None;
            }
        };
        let (nomor, kolom) = sel.get_position();
        let teks = match teks_sel(sel.get_value()) {
            Ok(teks) if teks.is_empty() => continue,
            Ok(teks) => teks,
            Err((kode, pesan, perbaikan)) => {
                galat.push(Kesalahan::new(
                    kode,
                    tempat(&nama, nomor + 1, &huruf(kolom)),
                    pesan,
                    perbaikan,
                ));
                // The cell keeps its place, so that the row's other cells are still checked.
                continue;
            }
        };
        // Counted, not trusted: a cell far out would make a table as large as the sheet.
        let kolom = usize::try_from(kolom).unwrap_or(usize::MAX);
        if kolom >= batas::KOLOM || baris.len() > batas::BARIS {
            galat.push(Kesalahan::new(
                if kolom >= batas::KOLOM {
                    "kolom-terlalu-banyak"
                } else {
                    "baris-terlalu-banyak"
                },
                tempat(&nama, nomor + 1, ""),
                format!(
                    "lembar lebih besar daripada {} baris dan {} kolom",
                    batas::BARIS,
                    batas::KOLOM
                ),
                "hapus isi di luar tabelnya",
            ));
            return None;
        }
        let isi = baris.entry(nomor).or_default();
        // One shared text can stand in very many cells, and one cell far out brings all those before it:
        // what counts is what they take together.
        let tambah = (kolom + 1).saturating_sub(isi.len());
        if !takaran.pakai(teks.len(), tambah) {
            galat.push(terlalu_besar(&nama, nomor + 1));
            return None;
        }
        if tambah > 0 {
            isi.resize(kolom + 1, String::new());
        }
        isi[kolom] = teks;
    }
}

/// Whether the sheet has no formulas; each is reported, because its value is not what a person wrote.
fn tanpa_rumus(buku: &mut Buku<'_>, lembar: &str, nama: &str, galat: &mut Galat) -> bool {
    let Ok(mut pembaca) = buku.worksheet_cells_reader(lembar) else {
        galat.push(rusak(nama, "lembar tidak terbaca"));
        return false;
    };
    let mut bersih = true;
    loop {
        match pembaca.next_formula() {
            Ok(Some(sel)) if sel.get_value().is_empty() => {}
            Ok(Some(sel)) => {
                bersih = false;
                let (baris, kolom) = sel.get_position();
                galat.push(
                    Kesalahan::new(
                        "memuat-rumus",
                        tempat(nama, baris + 1, &huruf(kolom)),
                        "sel ini berisi rumus",
                        "salin selnya, lalu tempel sebagai nilai",
                    )
                    .cuplikan(&format!("={}", sel.get_value())),
                );
            }
            Ok(None) => return bersih,
            Err(sebab) => {
                galat.push(rusak(nama, &sebab.to_string()));
                return false;
            }
        }
    }
}

/// Digits that a spreadsheet keeps exactly.
const DIGIT_TEPAT: usize = 15;

type Tolakan = (&'static str, String, &'static str);

/// The text of a cell as a person would write it.
fn teks_sel(nilai: &DataRef<'_>) -> Result<String, Tolakan> {
    match nilai {
        DataRef::Empty => Ok(String::new()),
        DataRef::String(teks) => Ok(teks.replace("\r\n", "\n")),
        DataRef::SharedString(teks) => Ok(teks.replace("\r\n", "\n")),
        DataRef::Int(angka) => Ok(angka.to_string()),
        DataRef::Float(angka) => {
            let teks = angka.to_string();
            if teks.chars().filter(char::is_ascii_digit).count() > DIGIT_TEPAT || !angka.is_finite()
            {
                return Err((
                    "angka-tidak-tepat",
                    format!(
                        "angka {teks} lebih panjang daripada yang disimpan tepat oleh lembar sebar"
                    ),
                    "ubah format sel menjadi Teks, lalu ketik angkanya seperti pada dokumen",
                ));
            }
            Ok(if teks == "-0" {
                "0".to_owned()
            } else {
                teks.replace('.', ",")
            })
        }
        DataRef::Bool(ya) => Ok(ya.to_string()),
        DataRef::DateTime(waktu) if waktu.is_datetime() => {
            let (tahun, bulan, hari, ..) = waktu.to_ymd_hms_milli();
            Ok(format!("{tahun:04}-{bulan:02}-{hari:02}"))
        }
        DataRef::DateTimeIso(waktu) if hari(waktu).is_some() => {
            Ok(hari(waktu).unwrap_or_default().to_owned())
        }
        DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) => Err((
            "bukan-tanggal",
            "sel ini berisi jam atau lama waktu".to_owned(),
            "tulis tanggal atau angka",
        )),
        DataRef::Error(salah) => Err((
            "sel-galat",
            format!("sel ini berisi galat lembar sebar ({salah})"),
            "perbaiki sumbernya, atau kosongkan selnya bila datanya belum ada",
        )),
    }
}

/// The day of an ISO 8601 date or date with time.
fn hari(waktu: &str) -> Option<&str> {
    let hari = waktu.split('T').next()?;
    hari.parse::<jiff::civil::Date>().is_ok().then_some(hari)
}

/// Letters of a column: 0 is A, 26 is AA.
fn huruf(kolom: u32) -> String {
    let mut sisa = kolom;
    let mut hasil = Vec::new();
    loop {
        hasil.push(char::from(b'A' + u8::try_from(sisa % 26).unwrap_or(0)));
        if sisa < 26 {
            return hasil.iter().rev().collect();
        }
        sisa = sisa / 26 - 1;
    }
}

/// Notes above the headings, the headings, the rows below.
fn susun(
    nama: &str,
    baris: BarisSel,
    takaran: &mut Takaran,
    galat: &mut Galat,
) -> Option<LembarMentah> {
    let mut lembar = LembarMentah {
        nama: nama.to_owned(),
        ..LembarMentah::default()
    };
    let mut ada_kepala = false;
    for (nomor, mut sel) in baris {
        if sel.iter().all(|sel| sel.trim().is_empty()) {
            continue;
        }
        let nomor = BarisKe(nomor + 1);
        if ada_kepala {
            let tambah = lembar.kepala.len().saturating_sub(sel.len());
            if tambah > 0 {
                if !takaran.pakai(0, tambah) {
                    galat.push(terlalu_besar(&format!("lembar {nama}"), nomor.0));
                    return None;
                }
                sel.resize(lembar.kepala.len(), String::new());
            }
            lembar.baris.push(BarisMentah { nomor, sel });
        } else if let Some(catatan) = sel[0].strip_prefix('#') {
            lembar.catatan.push(catatan.trim().to_owned());
        } else {
            ada_kepala = true;
            lembar.baris_kepala = nomor;
            lembar.kepala = sel.iter().map(|sel| sel.trim().to_owned()).collect();
        }
    }
    if !ada_kepala {
        galat.push(Kesalahan::new(
            "berkas-kosong",
            tempat(&format!("lembar {nama}"), 0, ""),
            "lembar tidak berisi baris judul kolom",
            "hapus lembarnya bila memang tidak ada data, atau tulis judul kolomnya",
        ));
        return None;
    }
    Some(lembar)
}

/// Joins the pieces of long texts, which stand in order under one key.
fn gabung(lembar: &LembarMentah) -> BTreeMap<String, String> {
    let mut hasil: BTreeMap<String, String> = BTreeMap::new();
    for baris in &lembar.baris {
        if let [kunci, _, isi, ..] = baris.sel.as_slice() {
            hasil
                .entry(kunci.trim().to_owned())
                .or_default()
                .push_str(isi);
        }
    }
    hasil
}

fn baca_gambar(lembar: &LembarMentah, galat: &mut Galat) -> BTreeMap<String, Vec<u8>> {
    let mut hasil = BTreeMap::new();
    for (jalur, isi) in gabung(lembar) {
        let letak = tempat(&format!("lembar {}", super::GAMBAR), 0, &jalur);
        match BASE64_STANDARD.decode(&isi) {
            _ if crate::mentah::folder::aman(&jalur).is_none() => galat.push(Kesalahan::new(
                "jalur-keluar-paket",
                letak,
                "letak gambar menunjuk ke luar paket",
                "tulis letaknya di dalam paket, misalnya gambar/sampul.jpg",
            )),
            Ok(bita) => {
                hasil.insert(jalur, bita);
            }
            Err(_) => galat.push(Kesalahan::new(
                "gambar-rusak",
                letak,
                "isi gambar di dalam buku kerja rusak",
                "ubah lagi paketnya dari folder dengan `cermat ubah`",
            )),
        }
    }
    hasil
}
