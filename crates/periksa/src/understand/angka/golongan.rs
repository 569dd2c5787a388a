//! What a number of running text is there for.

mod kata;
mod lajur;

use super::konteks::{antara, kata_sebelum, kata_sesudah, lajur};
use super::pindai::{Mentah, di, lewati_spasi, mundur_spasi, sebelum};
use crate::bacaan::Golongan;
use crate::understand::kosakata;
use kata::{alamat, batas_sebelum, dari_kata};
use lajur::dari_lajur;

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
    if let Some(golongan) = tanggal(teks, satu, inti, polos, (&kata_lalu, kata_lanjut), lalu) {
        return golongan;
    }
    if let Some(tahun) = tahun(inti, &kata_lalu, kata_lanjut, lalu, sela) {
        return tahun;
    }
    if let Some(golongan) = tanda_daftar(teks, jenis, satu, inti, ke == 0, daftar) {
        return golongan;
    }
    if let Some(golongan) = dari_kata(inti, polos, &kata_lalu, kata_lanjut, teks, satu, lalu, sela)
    {
        return golongan;
    }
    // "nilai 3,2,1 dan 4": things in a row, where no unit makes it one number.
    let ruas = inti.split(',').count();
    let pendek = inti.split(',').all(|r| (1..=2).contains(&r.len()));
    if jenis == Jenis::Prosa && ruas >= 3 && pendek && kosakata::satuan(kata_lanjut).is_none() {
        return Golongan::Urutan;
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

fn tanggal(
    teks: &str,
    satu: &Mentah,
    inti: &str,
    polos: bool,
    (kata_lalu, kata_lanjut): (&str, &str),
    lalu: Option<(&Mentah, Golongan)>,
) -> Option<Golongan> {
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
    if (jam || polos) && penanda {
        return Some(Golongan::Tanggal);
    }
    // "pukul 08.00 sampai dengan 16.00": the second hour stands behind the first.
    let (mentah, golongan) = lalu?;
    let jarak = antara(teks, mentah.rentang.end, satu.rentang.start);
    let sampai = matches!(
        jarak.trim().to_lowercase().as_str(),
        "-" | "\u{2013}" | "sampai" | "sampai dengan" | "s.d." | "s.d" | "s/d" | "hingga" | "dan"
    ) || matches!(
        jarak.trim().to_lowercase().as_str(),
        "wib -"
            | "wita -"
            | "wit -"
            | "wib sampai"
            | "wita sampai"
            | "wit sampai"
            | "wib sampai dengan"
            | "wita sampai dengan"
            | "wit sampai dengan"
            | "wib hingga"
            | "wita hingga"
            | "wit hingga"
    );
    let berjam = golongan == Golongan::Tanggal
        && teks
            .get(mentah.inti.clone())
            .is_some_and(|t| t.contains('.'));
    (jam && sampai && berjam).then_some(Golongan::Tanggal)
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
    pertama: bool,
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
    // Only the first number can stand at the start; looking back from each would cost a long blank each time.
    let kosong_di_depan = teks
        .get(..if pertama { awal } else { 0 })
        .is_some_and(|depan| depan.trim().is_empty());
    let baris_baru = teks
        .get(awal..satu.rentang.start)
        .is_some_and(|sela| sela.contains('\n'));
    let di_awal = (pertama && kosong_di_depan) || baris_baru;
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
    // "1.2 Jumlah rilis": the number of an indicator, unless a unit makes it a figure.
    let bertingkat = di_awal
        && inti.contains('.')
        && inti.split('.').all(|r| (1..=2).contains(&r.len()))
        && setelah.is_some_and(char::is_uppercase)
        && kosakata::satuan(kata_sesudah(teks, satu.rentang.end)).is_none();
    let awal_butir = di_awal && bertanda && (diikuti_huruf || setelah.is_none());
    let lanjutan = bertanda
        && diikuti_huruf
        && nilai.is_some_and(|n| {
            let tanda = sebelum(teks, awal);
            let berikut = daftar.is_some_and(|d| n == d.saturating_add(1));
            let terpisah = jenis == Jenis::Sel || matches!(tanda, Some(';' | ':' | ',' | '.'));
            (berikut && terpisah) || (n == 1 && matches!(tanda, Some(':' | ';')))
        });
    if nomor_judul || bertingkat || awal_butir || lanjutan {
        *daftar = nilai.or(*daftar);
        return Some(Golongan::Urutan);
    }
    None
}
