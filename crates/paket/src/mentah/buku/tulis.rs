//! Writes a package as a workbook that an official can fill in: notes, choices, fixed headings, numbers as text.

use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    IgnoreError, Note, Workbook, Worksheet, XlsxError,
};

use crate::kesalahan::{GAGAL_MENULIS, Kesalahan, tempat};
use crate::mentah::dokumen::pola_kunci;
use crate::mentah::{LembarMentah, Mentah, tulis};
use crate::skema::{self, Jenis, Kolom, Lembar};
use crate::teks::karakter_kendali;

/// Rows below the headings that choices and text format reach.
const BARIS_ISIAN: u32 = 500;
/// UTF-16 units of one cell; a spreadsheet holds 32,767.
const PANJANG_SEL: usize = 30_000;

/// Writes the raw form as an `.xlsx` workbook, whole or not at all.
///
/// `timpa` allows replacing a file that is there.
///
/// # Errors
/// The file is there and `timpa` is false, a text cannot stand in a workbook, or the disk refuses.
pub fn write_xlsx(mentah: &Mentah, path: &Path, timpa: bool) -> Result<(), Vec<Kesalahan>> {
    let bita = write_workbook(&path.display().to_string(), mentah)?;
    tulis::berkas(path, timpa, &bita)
}

/// The raw form as the bytes of a workbook, as a download sends them.
///
/// # Errors
/// A text cannot stand in a workbook.
pub fn write_workbook(nama: &str, mentah: &Mentah) -> Result<Vec<u8>, Vec<Kesalahan>> {
    let salah = aksara_terlarang(mentah);
    if !salah.is_empty() {
        return Err(salah);
    }
    susun(mentah).map_err(|sebab| {
        vec![
            Kesalahan::new(
                GAGAL_MENULIS,
                tempat(nama, 0, ""),
                "paket ini tidak dapat ditulis sebagai buku kerja",
                "periksa nama lembar (paling panjang 31 huruf, tidak ada dua yang sama)",
            )
            .cuplikan(&sebab.to_string()),
        ]
    })
}

/// Control characters cannot stand in XML; a package that is read without errors has none.
fn aksara_terlarang(mentah: &Mentah) -> Vec<Kesalahan> {
    let sel = mentah.lembar.iter().flat_map(|lembar| {
        let baris = lembar.baris.iter().map(|baris| (baris.nomor.0, &baris.sel));
        baris
            .chain([(lembar.baris_kepala.0, &lembar.kepala)])
            .flat_map(|(nomor, sel)| sel.iter().map(move |sel| (nomor, sel)))
            .map(|(nomor, sel)| (tempat(&mentah.sebut_lembar(&lembar.nama), nomor, ""), sel))
    });
    let satker = mentah.satker.isi.iter().map(|entri| {
        (
            tempat(mentah.sebut_satker(), entri.baris, &entri.kunci),
            &entri.teks,
        )
    });
    let narasi = mentah
        .narasi
        .iter()
        .map(|(kunci, isi)| (tempat(&format!("narasi/{kunci}.md"), 0, ""), isi));
    sel.chain(satker)
        .chain(narasi)
        .filter_map(|(letak, isi)| {
            let aksara = karakter_kendali(&isi.replace('\t', " "))?;
            Some(
                Kesalahan::new(
                    "karakter-kendali",
                    letak,
                    format!("isinya memuat karakter kendali U+{:04X}", u32::from(aksara)),
                    "ketik ulang isinya",
                )
                .cuplikan(isi),
            )
        })
        .collect()
}

/// Looks of the workbook.
struct Rupa {
    judul: Format,
    wajib: Format,
    catatan: Format,
    teks: Format,
    panjang: Format,
}

impl Rupa {
    fn new() -> Self {
        let kepala = Format::new()
            .set_bold()
            .set_num_format("@")
            .set_border_bottom(FormatBorder::Thin)
            .set_align(FormatAlign::VerticalCenter);
        Self {
            judul: kepala.clone().set_background_color(Color::RGB(0x00E8_EDF3)),
            wajib: kepala.set_background_color(Color::RGB(0x00CF_DCEB)),
            catatan: Format::new()
                .set_italic()
                .set_font_color(Color::RGB(0x0055_5F6B))
                .set_num_format("@"),
            teks: Format::new().set_num_format("@"),
            panjang: Format::new()
                .set_num_format("@")
                .set_text_wrap()
                .set_align(FormatAlign::Top),
        }
    }
}

fn susun(mentah: &Mentah) -> Result<Vec<u8>, XlsxError> {
    let mut buku = Workbook::new();
    // A fixed day, so that the same package gives the same bytes.
    let hari = ExcelDateTime::from_ymd(2000, 1, 1)?;
    buku.set_properties(
        &DocProperties::new()
            .set_title("Paket data Cermat")
            .set_creation_datetime(&hari),
    );
    let rupa = Rupa::new();
    petunjuk(buku.add_worksheet(), &rupa)?;
    satker(buku.add_worksheet(), mentah, &rupa)?;
    for lembar in &mentah.lembar {
        tabel(buku.add_worksheet(), lembar, &rupa)?;
    }
    if !mentah.narasi.is_empty() {
        let isi = mentah
            .narasi
            .iter()
            .map(|(kunci, isi)| (kunci.as_str(), isi.clone()));
        potongan(buku.add_worksheet(), super::NARASI, isi, &rupa)?;
    }
    if !mentah.gambar.is_empty() {
        let isi = mentah
            .gambar
            .iter()
            .map(|(jalur, bita)| (jalur.as_str(), BASE64_STANDARD.encode(bita)));
        let lembar = buku.add_worksheet();
        potongan(lembar, super::GAMBAR, isi, &rupa)?;
        lembar.set_hidden(true);
    }
    buku.save_to_buffer()
}

fn petunjuk(lembar: &mut Worksheet, rupa: &Rupa) -> Result<(), XlsxError> {
    const ISI: &[&str] = &[
        "Buku kerja ini memuat data satu kantor untuk satu tahun. Lembar petunjuk ini tidak dibaca oleh program.",
        "Setiap lembar mempunyai judul kolom; arahkan penunjuk ke judul untuk membaca keterangannya. Judul berwarna lebih gelap wajib diisi.",
        "Tulis angka seperti pada dokumen: koma untuk desimal (3,93), titik untuk ribuan (6.216.500.000). Semua sel berformat teks agar angka tetap seperti yang ditulis.",
        "Kosongkan sel bila datanya belum ada. Jangan menulis nol, tanda hubung, atau rumus.",
        "Baris yang diawali tanda # di atas judul adalah catatan.",
        "Angka tercetak yang salah tetap ditulis seperti tercetak; angka yang benar dicatat pada lembar koreksi bersama alasan dan dasarnya.",
    ];
    lembar.set_name(super::PETUNJUK)?;
    lembar.set_column_width(0, 110)?;
    cetak(lembar);
    lembar.write_string_with_format(0, 0, "Petunjuk pengisian", &rupa.judul)?;
    for (nomor, isi) in (1..).zip(ISI) {
        lembar.write_string_with_format(nomor, 0, *isi, &rupa.panjang)?;
        // Two lines of text; not every program fits the height by itself.
        lembar.set_row_height(nomor, 32)?;
    }
    Ok(())
}

fn satker(lembar: &mut Worksheet, mentah: &Mentah, rupa: &Rupa) -> Result<(), XlsxError> {
    lembar.set_name(super::SATKER)?;
    lembar
        .set_column_width(0, 30)?
        .set_column_width(1, 70)?
        .set_column_width(2, 60)?;
    lembar.set_column_format(1, &rupa.teks)?;
    let mut nomor = catatan(lembar, &mentah.satker.catatan, rupa)?;
    for (kolom, judul) in (0..).zip(["kunci", "nilai", "petunjuk"]) {
        lembar.write_string_with_format(nomor, kolom, judul, &rupa.wajib)?;
    }
    kepala_tetap(lembar, nomor)?;
    for entri in &mentah.satker.isi {
        nomor += 1;
        lembar.write_string_with_format(nomor, 0, &entri.kunci, &rupa.teks)?;
        lembar.write_string_with_format(nomor, 1, &entri.teks, &rupa.teks)?;
        if let Some(kunci) = pola_kunci(&entri.kunci) {
            lembar.write_string_with_format(nomor, 2, kunci.catatan, &rupa.catatan)?;
            if let Some(aturan) = aturan(kunci.jenis, kunci.jalur, kunci.catatan)? {
                lembar.add_data_validation(nomor, 1, nomor, 1, &aturan)?;
            }
        }
    }
    // Keys that are not given are offered below, empty.
    for kunci in skema::SATKER {
        let jalur = kunci.jalur.replace("[]", "[1]");
        let daftar = kunci.jalur.split("[]").next().unwrap_or_default();
        let ada = mentah.satker.entri(&jalur).is_some()
            || kunci.jalur.contains("[]") && mentah.satker.panjang(daftar) > 0;
        if !ada {
            nomor += 1;
            lembar.write_string_with_format(nomor, 0, &jalur, &rupa.teks)?;
            lembar.write_string_with_format(nomor, 2, kunci.catatan, &rupa.catatan)?;
            if let Some(aturan) = aturan(kunci.jenis, kunci.jalur, kunci.catatan)? {
                lembar.add_data_validation(nomor, 1, nomor, 1, &aturan)?;
            }
        }
    }
    lembar.ignore_error_range(0, 0, nomor, 1, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

/// A4 across, as wide as one page.
fn cetak(lembar: &mut Worksheet) {
    const A4: u8 = 9;
    lembar
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0);
}

/// Keeps the headings in sight, on the screen and on each printed page.
fn kepala_tetap(lembar: &mut Worksheet, nomor: u32) -> Result<(), XlsxError> {
    cetak(lembar);
    lembar.set_freeze_panes(nomor + 1, 0)?;
    lembar.set_repeat_rows(nomor, nomor)?;
    Ok(())
}

/// Writes notes above the headings; gives the row of the headings.
fn catatan(lembar: &mut Worksheet, catatan: &[String], rupa: &Rupa) -> Result<u32, XlsxError> {
    let mut nomor = 0;
    for isi in catatan {
        lembar.write_string_with_format(nomor, 0, format!("# {isi}").trim_end(), &rupa.catatan)?;
        nomor += 1;
    }
    Ok(nomor)
}

fn tabel(lembar: &mut Worksheet, isi: &LembarMentah, rupa: &Rupa) -> Result<(), XlsxError> {
    lembar.set_name(&isi.nama)?;
    let bentuk = bentuk(isi);
    let kepala = catatan(lembar, &isi.catatan, rupa)?;
    let akhir = kepala + BARIS_ISIAN.max(u32::try_from(isi.baris.len()).unwrap_or(u32::MAX));
    for (nomor, nama) in (0_u16..).zip(&isi.kepala) {
        let kolom = bentuk.and_then(|bentuk| bentuk.kolom(nama));
        let rupa_judul = if kolom.is_some_and(|kolom| kolom.wajib) {
            &rupa.wajib
        } else {
            &rupa.judul
        };
        lembar.write_string_with_format(kepala, nomor, nama, rupa_judul)?;
        lembar.set_column_width(nomor, lebar(isi, usize::from(nomor)))?;
        lembar.set_column_format(nomor, &rupa.teks)?;
        if let Some(kolom) = kolom {
            lembar.insert_note(
                kepala,
                nomor,
                &Note::new(keterangan(kolom)).add_author_prefix(false),
            )?;
            if let Some(aturan) = aturan(kolom.jenis, kolom.nama, kolom.catatan)? {
                lembar.add_data_validation(kepala + 1, nomor, akhir, nomor, &aturan)?;
            }
        }
    }
    kepala_tetap(lembar, kepala)?;
    for (nomor, baris) in (kepala + 1..).zip(&isi.baris) {
        for (kolom, sel) in (0_u16..).zip(&baris.sel) {
            if !sel.is_empty() {
                lembar.write_string_with_format(nomor, kolom, sel, &rupa.teks)?;
            }
        }
    }
    let kanan = u16::try_from(isi.kepala.len().saturating_sub(1)).unwrap_or(u16::MAX);
    lembar.ignore_error_range(kepala, 0, akhir, kanan, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

/// The sheet's form: by name, or by its columns where it is the file of a survey.
fn bentuk(isi: &LembarMentah) -> Option<&'static Lembar> {
    let punya = |nama: &str| isi.kepala.iter().any(|kepala| kepala == nama);
    skema::lembar(&isi.nama).or(match (punya("unsur"), punya("pihak")) {
        (true, true) => Some(&skema::SURVEI_KELOMPOK),
        (true, false) => Some(&skema::SURVEI_BULANAN),
        _ => None,
    })
}

fn keterangan(kolom: &Kolom) -> String {
    let wajib = if kolom.wajib { "Wajib diisi. " } else { "" };
    if kolom.contoh.is_empty() {
        format!("{wajib}{}", kolom.catatan)
    } else {
        format!("{wajib}{}\nContoh: {}", kolom.catatan, kolom.contoh)
    }
}

/// Choices where the kind has them, otherwise a hint beside the cell.
fn aturan(jenis: Jenis, nama: &str, catatan: &str) -> Result<Option<DataValidation>, XlsxError> {
    let judul: String = nama.chars().take(32).collect();
    let aturan = match jenis {
        Jenis::Pilihan(pilihan) => DataValidation::new()
            .allow_list_strings(pilihan)?
            .set_error_title("Tidak dikenal")?
            .set_error_message("Pilih salah satu dari daftar.")?,
        Jenis::YaTidak => DataValidation::new().allow_list_strings(&["true", "false"])?,
        Jenis::Teks | Jenis::Indikator => return Ok(None),
        _ => DataValidation::new().allow_any_value(),
    };
    Ok(Some(
        aturan.set_input_title(judul)?.set_input_message(catatan)?,
    ))
}

/// A width that shows the column's texts, within reason.
fn lebar(isi: &LembarMentah, kolom: usize) -> u32 {
    let terpanjang = isi
        .baris
        .iter()
        .filter_map(|baris| baris.sel.get(kolom))
        .chain(isi.kepala.get(kolom))
        .map(|sel| sel.chars().count())
        .max()
        .unwrap_or(0);
    u32::try_from(terpanjang).unwrap_or(u32::MAX).clamp(8, 58) + 2
}

/// Writes long texts in pieces that fit a cell.
fn potongan<'a>(
    lembar: &mut Worksheet,
    nama: &str,
    isi: impl Iterator<Item = (&'a str, String)>,
    rupa: &Rupa,
) -> Result<(), XlsxError> {
    lembar.set_name(nama)?;
    lembar
        .set_column_width(0, 28)?
        .set_column_width(1, 8)?
        .set_column_width(2, 110)?;
    for (kolom, judul) in (0..).zip(["kunci", "bagian", "isi"]) {
        lembar.write_string_with_format(0, kolom, judul, &rupa.wajib)?;
    }
    kepala_tetap(lembar, 0)?;
    let mut nomor = 0;
    for (kunci, isi) in isi {
        for (bagian, potong) in (1..).zip(potong(&isi)) {
            nomor += 1;
            lembar.write_string_with_format(nomor, 0, kunci, &rupa.teks)?;
            lembar.write_string_with_format(nomor, 1, format!("{bagian}"), &rupa.teks)?;
            lembar.write_string_with_format(nomor, 2, potong, &rupa.panjang)?;
        }
    }
    lembar.ignore_error_range(0, 0, nomor.max(1), 2, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn potong(isi: &str) -> Vec<&str> {
    let mut hasil = Vec::new();
    let (mut awal, mut panjang) = (0, 0);
    for (letak, aksara) in isi.char_indices() {
        if panjang + aksara.len_utf16() > PANJANG_SEL {
            hasil.push(&isi[awal..letak]);
            (awal, panjang) = (letak, 0);
        }
        panjang += aksara.len_utf16();
    }
    hasil.push(&isi[awal..]);
    hasil
}
