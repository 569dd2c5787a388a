//! `satker.toml`: flattened to key and text on reading, written back by the table of keys.

use std::fmt::Write as _;
use std::ops::Range;

use jiff::civil::Date;
use toml::de::{DeTable, DeValue};

use super::{Dokumen, Entri};
use crate::kesalahan::{Galat, Kesalahan, tempat};
use crate::skema::{Jenis, Kunci, SATKER};

const BERKAS: &str = "satker.toml";
/// Mark of a key that is offered, not given; such a line is written anew each time.
const TAWARAN: &str = "#:";

/// Reads the document; broken lines are reported and skipped.
pub(super) fn baca(isi: &str, galat: &mut Galat) -> Dokumen {
    let (akar, salah) = DeTable::parse_recoverable(isi);
    for salah in salah {
        let letak = salah.span().map_or(0, |rentang| rentang.start);
        let baris = baris_ke(isi, letak);
        galat.push(
            Kesalahan::new(
                "toml-rusak",
                tempat(BERKAS, baris, ""),
                "baris ini bukan TOML yang sah",
                "tulis kunci = \"nilai\"; teks memakai tanda petik ganda",
            )
            .cuplikan(
                isi.lines()
                    .nth(baris.saturating_sub(1) as usize)
                    .unwrap_or_default()
                    .trim(),
            ),
        );
    }
    let mut dokumen = Dokumen::default();
    ratakan_tabel(akar.get_ref(), "", isi, &mut dokumen, galat);
    dokumen.isi.sort_by_key(|entri| entri.baris);
    dokumen.catatan = catatan(isi, akar.get_ref());
    dokumen
}

/// Comment lines; a line that starts with `#` inside a long text is none.
fn catatan(isi: &str, akar: &DeTable<'_>) -> Vec<String> {
    let mut teks = Vec::new();
    rentang_teks(akar, &mut teks);
    let mut catatan = Vec::new();
    let mut letak = 0;
    for baris in isi.split_inclusive('\n') {
        let di_dalam = teks.iter().any(|rentang| rentang.contains(&letak));
        let tawaran = baris.starts_with(TAWARAN);
        if let Some(kata) = baris.strip_prefix('#').filter(|_| !di_dalam && !tawaran) {
            catatan.push(kata.trim().to_owned());
        }
        letak += baris.len();
    }
    catatan
}

fn rentang_teks(tabel: &DeTable<'_>, hasil: &mut Vec<Range<usize>>) {
    for nilai in tabel.values() {
        rentang_nilai(nilai, hasil);
    }
}

fn rentang_nilai(nilai: &toml::Spanned<DeValue<'_>>, hasil: &mut Vec<Range<usize>>) {
    match nilai.get_ref() {
        DeValue::String(_) => hasil.push(nilai.span()),
        DeValue::Array(larik) => larik.iter().for_each(|anak| rentang_nilai(anak, hasil)),
        DeValue::Table(tabel) => rentang_teks(tabel, hasil),
        _ => {}
    }
}

fn baris_ke(isi: &str, letak: usize) -> u32 {
    let sebelum = &isi.as_bytes()[..letak.min(isi.len())];
    u32::try_from(sebelum.iter().filter(|bita| **bita == b'\n').count() + 1).unwrap_or(u32::MAX)
}

fn ratakan_tabel(
    tabel: &DeTable<'_>,
    awalan: &str,
    isi: &str,
    dokumen: &mut Dokumen,
    galat: &mut Galat,
) {
    for (kunci, nilai) in tabel {
        let jalur = if awalan.is_empty() {
            kunci.get_ref().to_string()
        } else {
            format!("{awalan}.{}", kunci.get_ref())
        };
        ratakan(nilai, &jalur, isi, dokumen, galat);
    }
}

fn ratakan(
    nilai: &toml::Spanned<DeValue<'_>>,
    jalur: &str,
    isi: &str,
    dokumen: &mut Dokumen,
    galat: &mut Galat,
) {
    let baris = baris_ke(isi, nilai.span().start);
    let teks = match nilai.get_ref() {
        DeValue::String(teks) => teks.to_string(),
        DeValue::Integer(_) | DeValue::Datetime(_) => {
            isi.get(nilai.span()).unwrap_or_default().to_owned()
        }
        DeValue::Boolean(ya) => ya.to_string(),
        DeValue::Float(_) => {
            galat.push(
                Kesalahan::new(
                    "pecahan-toml",
                    tempat(BERKAS, baris, jalur),
                    "pecahan dengan titik tidak diterima",
                    "tulis sebagai teks dengan koma desimal, misalnya \"3,93\"",
                )
                .cuplikan(isi.get(nilai.span()).unwrap_or_default()),
            );
            return;
        }
        DeValue::Array(larik) => {
            for (i, anak) in larik.iter().enumerate() {
                ratakan(anak, &format!("{jalur}[{}]", i + 1), isi, dokumen, galat);
            }
            return;
        }
        DeValue::Table(tabel) => {
            ratakan_tabel(tabel, jalur, isi, dokumen, galat);
            return;
        }
    };
    // An empty text says nothing: it is a gap, as a blank cell is.
    if teks.trim().is_empty() {
        return;
    }
    dokumen.isi.push(Entri {
        kunci: jalur.to_owned(),
        teks,
        baris,
    });
}

/// Writes the document in the order of the table of keys; keys that the table does not know come first, as texts.
pub(super) fn tulis(dokumen: &Dokumen) -> String {
    let mut keluaran = String::new();
    for catatan in &dokumen.catatan {
        keluaran.push_str(format!("# {catatan}").trim_end());
        keluaran.push('\n');
    }
    let atas = |kunci: &&Kunci| !kunci.jalur.contains('.');
    for entri in dokumen
        .isi
        .iter()
        .filter(|entri| pola_kunci(&entri.kunci).is_none())
    {
        // An unknown key cannot be read back as an error-free package, but it is not lost either.
        let _ = writeln!(keluaran, "{} = {}", kutip(&entri.kunci), kutip(&entri.teks));
    }
    for kunci in SATKER.iter().filter(atas) {
        if !tulis_kunci(dokumen, kunci, kunci.jalur, kunci.jalur, &mut keluaran) {
            tawarkan(kunci, kunci.jalur, &mut keluaran);
        }
    }
    let mut bagian = "";
    for kunci in SATKER.iter().filter(|kunci| !atas(kunci)) {
        let (kepala, _) = kunci.jalur.split_once('.').unwrap_or_default();
        if kepala != bagian {
            bagian = kepala;
            tulis_bagian(dokumen, kepala, &mut keluaran);
        }
    }
    keluaran
}

/// Writes the tables of a list, or the table of a section; offers an empty one where there is none.
fn tulis_bagian(dokumen: &Dokumen, kepala: &str, keluaran: &mut String) {
    let milik = || {
        SATKER
            .iter()
            .filter_map(|kunci| Some((kunci, kunci.jalur.split_once('.')?)))
            .filter(|(_, (bagian, _))| *bagian == kepala)
            .map(|(kunci, (_, nama))| (kunci, nama))
    };
    let ada = |awalan: &str| {
        dokumen
            .isi
            .iter()
            .any(|entri| entri.kunci.starts_with(awalan))
    };
    if let Some(daftar) = kepala.strip_suffix("[]") {
        for nomor in 1..=dokumen.panjang(daftar) {
            let _ = writeln!(keluaran, "\n[[{daftar}]]");
            for (kunci, nama) in milik() {
                tulis_kunci(
                    dokumen,
                    kunci,
                    &format!("{daftar}[{nomor}].{nama}"),
                    nama,
                    keluaran,
                );
            }
        }
        if dokumen.panjang(daftar) > 0 {
            return;
        }
        let _ = writeln!(keluaran, "\n{TAWARAN} [[{daftar}]]");
    } else if ada(&format!("{kepala}.")) {
        let _ = writeln!(keluaran, "\n[{kepala}]");
    } else {
        let _ = writeln!(keluaran, "\n{TAWARAN} [{kepala}]");
    }
    for (kunci, nama) in milik() {
        if !tulis_kunci(dokumen, kunci, &format!("{kepala}.{nama}"), nama, keluaran) {
            tawarkan(kunci, nama, keluaran);
        }
    }
}

/// Offers a key that is not given; an official takes the mark away and fills it in.
fn tawarkan(kunci: &Kunci, nama: &str, keluaran: &mut String) {
    let contoh = nilai(kunci.jenis, kunci.contoh);
    let contoh = if nama.ends_with("[]") {
        format!("[{contoh}]")
    } else {
        contoh
    };
    let nama = nama.trim_end_matches("[]");
    let _ = writeln!(keluaran, "{TAWARAN} {nama} = {contoh}  # {}", kunci.catatan);
}

/// Writes a key if it is given; says whether it was.
fn tulis_kunci(
    dokumen: &Dokumen,
    kunci: &Kunci,
    jalur: &str,
    nama: &str,
    keluaran: &mut String,
) -> bool {
    if let Some(jalur) = jalur.strip_suffix("[]") {
        let butir: Vec<String> = (1..=dokumen.panjang(jalur))
            .filter_map(|nomor| dokumen.entri(&format!("{jalur}[{nomor}]")))
            .map(|entri| format!("    {},\n", kutip(&entri.teks)))
            .collect();
        if butir.is_empty() {
            return false;
        }
        let nama = nama.trim_end_matches("[]");
        let _ = writeln!(keluaran, "{nama} = [\n{}]", butir.concat());
    } else if let Some(entri) = dokumen.entri(jalur) {
        let _ = writeln!(keluaran, "{nama} = {}", nilai(kunci.jenis, &entri.teks));
    } else {
        return false;
    }
    true
}

/// A value in TOML: bare where its kind and its text allow it, otherwise a quoted text.
fn nilai(jenis: Jenis, teks: &str) -> String {
    let polos = match jenis {
        Jenis::Tahun(_) | Jenis::Cacah | Jenis::Angka | Jenis::Positif => {
            teks.parse::<i64>().is_ok_and(|n| n.to_string() == teks)
        }
        Jenis::Tanggal => teks
            .parse::<Date>()
            .is_ok_and(|tanggal| tanggal.to_string() == teks),
        Jenis::YaTidak => matches!(teks, "true" | "false"),
        _ => false,
    };
    if polos { teks.to_owned() } else { kutip(teks) }
}

/// A text on one line, in double quotes.
fn kutip(teks: &str) -> String {
    let mut hasil = String::from('"');
    for aksara in teks.chars() {
        match aksara {
            '"' | '\\' => hasil.extend(['\\', aksara]),
            '\n' => hasil.push_str("\\n"),
            '\t' => hasil.push_str("\\t"),
            _ if aksara.is_control() => {
                let _ = write!(hasil, "\\u{:04X}", u32::from(aksara));
            }
            _ => hasil.push(aksara),
        }
    }
    hasil.push('"');
    hasil
}

/// The key of the table that a path belongs to: `formasi[2].nama` is `formasi[].nama`.
pub(crate) fn pola_kunci(jalur: &str) -> Option<&'static Kunci> {
    let mut pola = String::new();
    for (i, bagian) in jalur.split('[').enumerate() {
        if i == 0 {
            pola.push_str(bagian);
        } else {
            let (nomor, sisa) = bagian.split_once(']')?;
            nomor.parse::<usize>().ok()?;
            pola.push_str("[]");
            pola.push_str(sisa);
        }
    }
    SATKER.iter().find(|kunci| kunci.jalur == pola)
}
