//! What a number of running text is there for.

use std::ops::Range;

use super::konteks::{antara, kata_sebelum, kata_sesudah, kode_bersambung, lajur};
use super::pindai::{Mentah, di, lewati_spasi, mundur_spasi, sebelum};
use crate::bacaan::Golongan;
use crate::understand::kosakata;

/// Kinds of text in which numbers stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Jenis {
    /// A heading: its first number is its own.
    Judul,
    /// Running text.
    Prosa,
    /// A cell of a table.
    Sel,
}

/// Words before a number that make it part of a number of something.
const NOMOR: &[&str] = &[
    "no",
    "nomor",
    "nip",
    "nik",
    "npwp",
    "nidn",
    "nrp",
    "telp",
    "tlp",
    "telepon",
    "telpon",
    "fax",
    "faks",
    "faksimile",
    "hp",
    "whatsapp",
    "wa",
    "hotline",
    "pos",
    "kode",
    "akun",
    "mak",
    "uu",
    "pp",
    "perpres",
    "permen",
    "permenpan",
    "permenpanrb",
    "pmk",
    "perda",
    "perbup",
    "perwal",
    "pergub",
    "kepmen",
    "keppres",
    "inpres",
    "rt",
    "rw",
];

/// Words before a whole number that make it a place in a row.
const URUTAN: &[&str] = &[
    "tabel",
    "gambar",
    "grafik",
    "bagan",
    "diagram",
    "lampiran",
    "halaman",
    "hal",
    "hlm",
    "bab",
    "subbab",
    "sasaran",
    "indikator",
    "misi",
    "tujuan",
    "iku",
    "ikk",
    "triwulan",
    "tw",
    "semester",
    "tahap",
    "fase",
    "butir",
    "urutan",
    "kolom",
    "catatan",
    "formulir",
    "kotak",
];

/// Words before a number that make it part of a name.
const NAMA: &[&str] = &[
    "kelas", "eselon", "golongan", "gol", "pasal", "ayat", "huruf", "pph", "tipe", "type", "versi",
    "iso", "negeri", "sdn", "smpn", "sman", "smkn", "covid", "industri",
];

/// Words before a number that make it the bound of a scale.
const SKALA: &[&str] = &["skala", "rentang", "interval"];

/// Words before a number that make it an amount, were it a year by its digits.
const BANYAK: &[&str] = &[
    "sebanyak",
    "sejumlah",
    "sebesar",
    "senilai",
    "berjumlah",
    "mencapai",
];

/// What the number at `ke` is there for, all before it being told already.
pub(super) fn golongan(
    teks: &str,
    jenis: Jenis,
    semua: &[Mentah],
    sudah: &[Golongan],
    daftar: &mut Option<u32>,
) -> Golongan {
    let ke = sudah.len();
    let Some(satu) = semua.get(ke) else {
        return Golongan::Besaran;
    };
    let inti = teks.get(satu.inti.clone()).unwrap_or_default();
    let lalu = ke
        .checked_sub(1)
        .and_then(|i| Some((semua.get(i)?, *sudah.get(i)?)));
    let sela = lalu.map_or("", |(m, _)| antara(teks, m.rentang.end, satu.rentang.start));
    if satu.rupiah || satu.persen {
        return if batas_sebelum(teks, satu.rentang.start) {
            Golongan::Batas
        } else {
            Golongan::Besaran
        };
    }
    let polos = inti.bytes().all(|b| b.is_ascii_digit());
    let lajur = lajur(teks, satu.rentang.clone());
    if let Some(golongan) = dari_lajur(teks, satu, inti, lajur, polos) {
        return golongan;
    }
    let kata_lalu = kata_sebelum(teks, satu.rentang.start).to_lowercase();
    let kata_lanjut = kata_sesudah(teks, satu.rentang.end);
    if let Some(golongan) = tanggal(inti, polos, &kata_lalu, kata_lanjut) {
        return golongan;
    }
    if let Some(tahun) = tahun(inti, &kata_lalu, kata_lanjut, lalu, sela) {
        return tahun;
    }
    if let Some(golongan) = tanda_daftar(teks, jenis, satu, inti, daftar) {
        return golongan;
    }
    if let Some(golongan) = dari_kata(inti, polos, &kata_lalu, kata_lanjut, teks, satu, lalu, sela)
    {
        return golongan;
    }
    if polos && (inti.len() >= 13 || (inti.len() >= 3 && inti.starts_with('0'))) {
        return Golongan::Nomor;
    }
    if polos && alamat(teks, satu.rentang.start, kata_lanjut) {
        return Golongan::Nomor;
    }
    if batas_sebelum(teks, satu.rentang.start) || SKALA.contains(&kata_lalu.as_str()) {
        return Golongan::Batas;
    }
    Golongan::Besaran
}

/// Told by what touches the digits.
fn dari_lajur(
    teks: &str,
    satu: &Mentah,
    inti: &str,
    lajur: Range<usize>,
    polos: bool,
) -> Option<Golongan> {
    let kata = teks.get(lajur.clone()).unwrap_or_default();
    if kata.contains("://")
        || kata.contains('@')
        || kata.contains("www.")
        || kata.contains(".go.id")
    {
        return Some(Golongan::Nomor);
    }
    if satu.menempel {
        return None;
    }
    if kode_bersambung(kata) {
        return Some(Golongan::Nomor);
    }
    let awal = satu.rentang.start;
    let kiri = sebelum(teks, awal);
    let kanan = di(teks, satu.rentang.end);
    if kiri.is_some_and(char::is_alphabetic) {
        return Some(Golongan::Nama);
    }
    if let Some(tanda @ ('-' | '.' | '/' | '_')) = kiri {
        let di_depan = sebelum(teks, awal - 1);
        if di_depan.is_some_and(char::is_alphabetic) {
            let kata_depan = kata_sebelum(teks, awal - 1).to_lowercase();
            return match (tanda, kata_depan.as_str()) {
                (_, "ke") => Some(Golongan::Urutan),
                ('.', kata) if NOMOR.contains(&kata) => Some(Golongan::Nomor),
                ('.', kata) if URUTAN.contains(&kata) => Some(Golongan::Urutan),
                // A footnote mark that lost its height, or a sentence without a space before it.
                ('.', _) if polos && inti.len() <= 2 => Some(Golongan::Urutan),
                ('.', _) => None,
                ('-', _) => Some(Golongan::Nama),
                _ => Some(Golongan::Nomor),
            };
        }
    }
    if kanan.is_some_and(char::is_alphabetic) {
        let kata = kata_sesudah(teks, satu.rentang.end);
        if kosakata::satuan(kata).is_none() && kosakata::skala(kata).is_none() && kata.len() <= 3 {
            return Some(Golongan::Nama);
        }
    }
    bergabung(kata, polos)
}

/// "53/2014", "05/01/2024", "05-01-2024", "0541-743945".
fn bergabung(kata: &str, polos: bool) -> Option<Golongan> {
    let kata = kata.trim_matches(|c: char| !c.is_ascii_digit() && c != '+');
    if kata.starts_with('+') {
        return Some(Golongan::Nomor);
    }
    for tanda in ['/', '-', '.'] {
        let ruas: Vec<&str> = kata.split(tanda).take(5).collect();
        if ruas.len() < 2
            || !ruas
                .iter()
                .all(|r| !r.is_empty() && r.bytes().all(|b| b.is_ascii_digit()))
        {
            continue;
        }
        if tanda == '.' {
            let tanggal = ruas.len() == 3
                && ruas.first().is_some_and(|r| r.len() <= 2)
                && ruas.get(1).is_some_and(|r| r.len() <= 2)
                && ruas
                    .get(2)
                    .is_some_and(|r| kosakata::kata_tahun(r).is_some());
            return tanggal.then_some(Golongan::Tanggal);
        }
        if !polos {
            return None;
        }
        let tahun = |i: usize| {
            ruas.get(i)
                .is_some_and(|r| kosakata::kata_tahun(r).is_some())
        };
        return match ruas.len() {
            3 if tahun(2) || tahun(0) => Some(Golongan::Tanggal),
            2 if tahun(0) && (tahun(1) || ruas.get(1).is_some_and(|r| r.len() == 2)) => {
                Some(Golongan::Tahun)
            }
            2 if tahun(1) && tanda == '/' => Some(Golongan::Nomor),
            2 if ruas
                .first()
                .is_some_and(|r| r.len() >= 3 && r.starts_with('0')) =>
            {
                Some(Golongan::Nomor)
            }
            3.. => Some(Golongan::Nomor),
            _ => None,
        };
    }
    None
}

fn tanggal(inti: &str, polos: bool, kata_lalu: &str, kata_lanjut: &str) -> Option<Golongan> {
    if polos && inti.len() <= 2 && kosakata::bulan(kata_lanjut).is_some() {
        return Some(Golongan::Tanggal);
    }
    if polos && inti.len() <= 2 && kata_lalu == "tanggal" {
        return Some(Golongan::Tanggal);
    }
    let jam = inti.split_once('.').is_some_and(|(jam, menit)| {
        jam.len() <= 2 && menit.len() == 2 && inti.bytes().filter(|b| *b == b'.').count() == 1
    });
    let penanda = matches!(kata_lanjut, "WIB" | "WITA" | "WIT" | "Wita" | "Wib" | "Wit")
        || matches!(kata_lalu, "pukul" | "jam");
    ((jam || polos) && penanda).then_some(Golongan::Tanggal)
}

fn tahun(
    inti: &str,
    kata_lalu: &str,
    kata_lanjut: &str,
    lalu: Option<(&Mentah, Golongan)>,
    sela: &str,
) -> Option<Golongan> {
    kosakata::kata_tahun(inti)?;
    let dibilang = kosakata::satuan(kata_lanjut).is_some() || BANYAK.contains(&kata_lalu);
    if dibilang && kata_lalu != "tahun" {
        return None;
    }
    // "Nomor 8 Tahun 2006": the year is part of the number of the law.
    let hukum = lalu.is_some_and(|(_, golongan)| golongan == Golongan::Nomor)
        && matches!(
            sela.trim().to_lowercase().as_str(),
            "tahun" | "th" | "th." | "thn" | "/"
        );
    Some(if hukum {
        Golongan::Nomor
    } else {
        Golongan::Tahun
    })
}

/// The mark of an item, or the number of a heading.
fn tanda_daftar(
    teks: &str,
    jenis: Jenis,
    satu: &Mentah,
    inti: &str,
    daftar: &mut Option<u32>,
) -> Option<Golongan> {
    let bertitik = inti.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if !bertitik || inti.len() > 8 {
        return None;
    }
    let nilai: Option<u32> = inti.parse().ok();
    let mut awal = mundur_spasi(teks, satu.rentang.start);
    if sebelum(teks, awal) == Some('(') {
        awal = mundur_spasi(teks, awal - 1);
    }
    let di_awal = teks
        .get(..awal)
        .is_some_and(|depan| depan.trim().is_empty())
        || teks
            .get(awal..satu.rentang.start)
            .is_some_and(|sela| sela.contains('\n'));
    let sisa = teks.get(satu.rentang.end..).unwrap_or_default();
    let bertanda = sisa.starts_with(['.', ')'])
        && sisa
            .chars()
            .nth(1)
            .is_none_or(|c| c.is_whitespace() || c.is_alphabetic());
    let setelah = di(
        teks,
        lewati_spasi(teks, satu.rentang.end + usize::from(bertanda)),
    );
    let diikuti_huruf =
        setelah.is_some_and(|c| c.is_alphabetic() || matches!(c, '[' | '"' | '\u{201c}' | '*'));
    let nomor_judul = di_awal
        && jenis == Jenis::Judul
        && (bertanda || inti.contains('.') || setelah.is_some_and(char::is_uppercase));
    let awal_butir = di_awal && bertanda && (diikuti_huruf || setelah.is_none());
    let lanjutan = bertanda
        && diikuti_huruf
        && nilai.is_some_and(|n| {
            let tanda = sebelum(teks, awal);
            let berikut = daftar.is_some_and(|d| n == d.saturating_add(1));
            let terpisah = jenis == Jenis::Sel || matches!(tanda, Some(';' | ':' | ',' | '.'));
            (berikut && terpisah) || (n == 1 && matches!(tanda, Some(':' | ';')))
        });
    if nomor_judul || awal_butir || lanjutan {
        *daftar = nilai.or(*daftar);
        return Some(Golongan::Urutan);
    }
    None
}

/// Told by the words around.
#[expect(
    clippy::too_many_arguments,
    reason = "one number with all that stands around it"
)]
fn dari_kata(
    inti: &str,
    polos: bool,
    kata_lalu: &str,
    kata_lanjut: &str,
    teks: &str,
    satu: &Mentah,
    lalu: Option<(&Mentah, Golongan)>,
    sela: &str,
) -> Option<Golongan> {
    let bertitik = polos || inti.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let enumerasi =
        inti.split(',').count() > 1 && inti.split(',').all(|r| (1..=2).contains(&r.len()));
    if NOMOR.contains(&kata_lalu) && bertitik {
        return Some(Golongan::Nomor);
    }
    if NAMA.contains(&kata_lalu) && (bertitik || enumerasi) {
        return Some(Golongan::Nama);
    }
    let dibilang = kosakata::satuan(kata_lanjut).is_some()
        || super::terbilang::dalam_kurung(teks, satu.rentang.end).is_some();
    let pendek = inti.len() <= 5;
    if URUTAN.contains(&kata_lalu) && pendek && (bertitik || enumerasi) && !dibilang {
        return Some(Golongan::Urutan);
    }
    if kata_lalu == "ke" && (polos || enumerasi) && !dibilang {
        let awal_ke = mundur_spasi(teks, satu.rentang.start).saturating_sub(2);
        let sebelum_ke = kata_sebelum(teks, awal_ke);
        let bergerak = kosakata::arah(sebelum_ke).is_some() || sela.trim() == "ke";
        return (!bergerak).then_some(Golongan::Urutan);
    }
    // "[upaya 1]": a slot of a template.
    let slot = di(teks, satu.rentang.end) == Some(']')
        && sebelum(teks, satu.rentang.start).is_some_and(char::is_whitespace)
        && !kata_lalu.is_empty();
    if polos && slot {
        return Some(Golongan::Urutan);
    }
    // "Pasal 5, 6 dan 7": the row goes on.
    let (_, golongan) = lalu?;
    let berantai = matches!(
        golongan,
        Golongan::Nomor | Golongan::Urutan | Golongan::Nama
    );
    let sambung = matches!(
        sela.trim().to_lowercase().as_str(),
        "," | "dan" | ", dan" | "&" | "s.d." | "s.d" | "s/d" | "sampai dengan" | "-" | "\u{2013}"
    );
    // "NIP 19830704 200312 1 003"
    if polos && golongan == Golongan::Nomor && sela.trim().is_empty() && !dibilang {
        return Some(Golongan::Nomor);
    }
    (berantai && polos && sambung && pendek && !dibilang).then_some(golongan)
}

/// A sign of comparison before the number: a bound.
fn batas_sebelum(teks: &str, awal: usize) -> bool {
    matches!(
        sebelum(teks, mundur_spasi(teks, awal)),
        Some('<' | '>' | '\u{2264}' | '\u{2265}' | '\u{2266}' | '\u{2267}')
    )
}

/// A number of a house or a postcode: behind the name of a street.
fn alamat(teks: &str, awal: usize, kata_lanjut: &str) -> bool {
    const TERJAUH: usize = 60;
    if kata_lanjut.chars().next().is_some_and(char::is_lowercase) {
        return false;
    }
    let mut dari = awal.saturating_sub(TERJAUH);
    while !teks.is_char_boundary(dari) {
        dari += 1;
    }
    let depan = teks.get(dari..awal).unwrap_or_default();
    ["Jl.", "Jl ", "Jalan ", "JALAN ", "JL. "]
        .iter()
        .any(|jalan| depan.contains(jalan))
}
