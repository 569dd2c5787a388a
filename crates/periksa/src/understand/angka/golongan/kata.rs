//! Told by the words around a number.

use crate::bacaan::Golongan;
use crate::understand::angka::konteks::kata_sebelum;
use crate::understand::angka::pindai::{Mentah, di, mundur_spasi, sebelum};
use crate::understand::angka::terbilang::dalam_kurung;
use crate::understand::kosakata;

/// Words before a number that make it part of a number of something.
pub(super) const NOMOR: &[&str] = &[
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
pub(super) const URUTAN: &[&str] = &[
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
    "baris",
    "kolom",
    "catatan",
    "formulir",
    "kotak",
];

/// Of these, things that have a title behind their number.
const BERJUDUL: &[&str] = &[
    "tabel", "gambar", "grafik", "bagan", "diagram", "lampiran", "bab", "subbab",
];

/// Words before a number that make it part of a name.
const NAMA: &[&str] = &[
    "kelas", "eselon", "golongan", "gol", "pasal", "ayat", "huruf", "pph", "tipe", "type", "versi",
    "iso", "negeri", "sdn", "smpn", "sman", "smkn", "covid", "industri", "dosis",
];

/// Told by the words around.
#[expect(
    clippy::too_many_arguments,
    reason = "one number with all that stands around it"
)]
pub(super) fn dari_kata(
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
    let dibilang =
        kosakata::satuan(kata_lanjut).is_some() || dalam_kurung(teks, satu.rentang.end).is_some();
    let pendek = inti.len() <= 5;
    // "Tabel 1.1 Pegawai menurut jabatan": a thing with a number and a title, whatever the title counts.
    let berjudul = bertitik && BERJUDUL.contains(&kata_lalu);
    if URUTAN.contains(&kata_lalu) && pendek && (bertitik || enumerasi) && (!dibilang || berjudul) {
        return Some(Golongan::Urutan);
    }
    if kata_lalu == "ke" && (polos || enumerasi) && !dibilang {
        let awal_ke = mundur_spasi(teks, satu.rentang.start).saturating_sub(2);
        let sebelum_ke = kata_sebelum(teks, awal_ke);
        let bergerak = kosakata::arah(sebelum_ke).is_some() || sela.trim() == "ke";
        return (!bergerak).then_some(Golongan::Urutan);
    }
    // "98,5 per 100.000 kelahiran": what a rate is counted on belongs to its unit.
    if kata_lalu == "per"
        && inti.starts_with('1')
        && inti.bytes().skip(1).all(|b| matches!(b, b'0' | b'.'))
    {
        return Some(Golongan::Nama);
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
    // "NIP 19830704 200312 1 003", "(0271) 495012"
    let lanjutan = sela.trim().is_empty() || (sela.trim() == ")" && inti.len() >= 5);
    if polos && golongan == Golongan::Nomor && lanjutan && !dibilang {
        return Some(Golongan::Nomor);
    }
    (berantai && polos && sambung && pendek && !dibilang).then_some(golongan)
}

/// A sign of comparison before the number: a bound.
pub(super) fn batas_sebelum(teks: &str, awal: usize) -> bool {
    matches!(
        sebelum(teks, mundur_spasi(teks, awal)),
        Some('<' | '>' | '\u{2264}' | '\u{2265}' | '\u{2266}' | '\u{2267}')
    )
}

/// A number of a house or a postcode: behind the name of a street.
pub(super) fn alamat(teks: &str, awal: usize, kata_lanjut: &str) -> bool {
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
