//! What the slots of a template look like. The one place that knows.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::kurung;
use crate::rules::frasa::Frasa;
use crate::rules::teks::{Jenis, SATUAN, kata_sebelum, kata_sesudah};

/// Something that a template left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::rules) struct Sisa {
    /// Bytes of the text.
    pub(in crate::rules) rentang: Range<usize>,
    pub(in crate::rules) jenis: JenisSisa,
}

/// What it was meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) enum JenisSisa {
    /// A slot to be filled.
    Isian,
    /// A filled value whose brackets were kept.
    Nilai,
    /// A whole sentence that was to be kept or deleted.
    Kalimat,
    /// "and so on", for the author to go on.
    Dst,
    /// A choice between words.
    Pilihan,
    /// An instruction to the author.
    Petunjuk,
    /// A picture that was to stand there.
    Gambar,
    /// A merge field or a broken reference.
    Medan,
}

/// The left-overs of a text, in order, none inside another.
pub(in crate::rules) fn sisa(teks: &str, jenis: Jenis) -> Vec<Sisa> {
    let mut hasil = kurung::kurung(teks, jenis);
    hasil.extend(medan(teks));
    if jenis != Jenis::Rumus {
        hasil.extend(deret(teks, jenis));
        hasil.extend(huruf_x(teks));
    }
    hasil.sort_by_key(|s| (s.rentang.start, std::cmp::Reverse(s.rentang.end)));
    let mut akhir = 0;
    hasil.retain(|s| {
        let baru = s.rentang.start >= akhir;
        if baru {
            akhir = s.rentang.end;
        }
        baru
    });
    hasil
}

/// The left-overs of one text, each once, with the other places where the same one stands.
pub(super) fn kumpulkan(teks: &str, semua: Vec<Sisa>) -> Vec<(Sisa, Vec<Range<usize>>)> {
    let mut hasil: Vec<(Sisa, Vec<Range<usize>>)> = Vec::new();
    let mut pertama: BTreeMap<String, usize> = BTreeMap::new();
    for satu in semua {
        let kunci = teks
            .get(satu.rentang.clone())
            .unwrap_or_default()
            .to_lowercase();
        match pertama.get(&kunci).and_then(|di| hasil.get_mut(*di)) {
            Some((_, lagi)) => lagi.push(satu.rentang),
            None => {
                pertama.insert(kunci, hasil.len());
                hasil.push((satu, Vec::new()));
            }
        }
    }
    hasil
}

/// Pairs of marks that only template engines and mail merges use.
const PASANGAN: &[(&str, &str)] = &[
    ("{{", "}}"),
    ("{%", "%}"),
    ("<<", ">>"),
    ("«", "»"),
    ("${", "}"),
];

/// What word processors print where a field or a reference is broken, in lower case.
const GALAT: &[&str] = &[
    "error! bookmark not defined",
    "error! reference source not found",
    "error! no bookmark name given",
    "kesalahan! bookmark tidak ditentukan",
    "kesalahan! sumber referensi tidak ditemukan",
    "galat! bookmark tidak ditentukan",
    "galat! sumber referensi tidak ditemukan",
    "mergefield ",
    "click or tap here to enter text",
    "click here to enter text",
    "klik atau ketuk di sini untuk memasukkan teks",
    "klik di sini untuk memasukkan teks",
    "choose an item.",
    "lorem ipsum",
];

/// The longest content of a merge field.
const MEDAN_TERPANJANG: usize = 120;

fn medan(teks: &str) -> Vec<Sisa> {
    let mut hasil = Vec::new();
    // Few texts hold any of the marks.
    let bertanda = teks.contains(['{', '<', '«', '$']);
    for (buka, tutup) in PASANGAN.iter().filter(|_| bertanda) {
        let mut dari = 0;
        while let Some(awal) = teks
            .get(dari..)
            .and_then(|s| s.find(buka))
            .map(|i| i + dari)
        {
            let isi = awal + buka.len();
            dari = isi;
            let Some(panjang) = jarak(teks, isi, tutup) else {
                continue;
            };
            let dalam = teks.get(isi..isi + panjang).unwrap_or_default();
            // In a formula braces hold arguments.
            let rumus = teks.get(..awal).is_some_and(|kiri| {
                kiri.ends_with(|c: char| c.is_alphanumeric() || "\\^_}".contains(c))
            });
            if dalam.chars().any(char::is_alphabetic) && !dalam.contains('\\') && !rumus {
                dari = isi + panjang + tutup.len();
                hasil.push(Sisa {
                    rentang: awal..dari,
                    jenis: JenisSisa::Medan,
                });
            }
        }
    }
    // The error texts are plain ASCII, so their bytes stand at the same places in lower case.
    let kecil = teks.to_ascii_lowercase();
    static SEMUA: LazyLock<Frasa> = LazyLock::new(|| Frasa::new(GALAT));
    hasil.extend(SEMUA.cari(&kecil).map(|(awal, akhir)| {
        let cocok = kecil.get(awal..akhir).unwrap_or_default();
        Sisa {
            rentang: awal..awal + cocok.trim_end().len(),
            jenis: JenisSisa::Medan,
        }
    }));
    hasil
}

/// How far the closing mark is, within the longest content.
fn jarak(teks: &str, dari: usize, tutup: &str) -> Option<usize> {
    let ekor = teks.get(dari..)?;
    let batas = ekor
        .char_indices()
        .nth(MEDAN_TERPANJANG)
        .map_or(ekor.len(), |(i, _)| i);
    ekor.get(..batas)?.find(tutup)
}

/// Words that a gap of dots or strokes follows where a value was to be written.
const SEBELUM_CELAH: &[&str] = &[
    "sebesar",
    "sebanyak",
    "sejumlah",
    "senilai",
    "mencapai",
    "menjadi",
    "rp",
    "nomor",
    "tanggal",
    "tahun",
    "bulan",
    "adalah",
    "yaitu",
    "oleh",
    "kepada",
    "berdasarkan",
    "memperoleh",
];

/// Runs of dots or strokes where a value was to be written.
fn deret(teks: &str, jenis: Jenis) -> Vec<Sisa> {
    let mut hasil = Vec::new();
    let mut dari = 0;
    let kata = || teks.split_whitespace();
    let kata_semua = LazyCell::new(|| {
        kata()
            .filter(|k| k.chars().any(char::is_alphanumeric))
            .count()
    });
    while let Some(rentang) = deret_berikut(teks, dari) {
        dari = rentang.end;
        if is_celah(teks, &rentang, *kata_semua, jenis) {
            let awal = rupiah_di_depan(teks, rentang.start);
            hasil.push(Sisa {
                rentang: awal..rentang.end,
                jenis: JenisSisa::Isian,
            });
        }
    }
    hasil
}

/// The next run of at least three dots (an ellipsis is three) or strokes.
fn deret_berikut(teks: &str, dari: usize) -> Option<Range<usize>> {
    let mut at = dari;
    loop {
        let awal = at + teks.get(at..)?.find(['.', '…', '_'])?;
        let ekor = teks.get(awal..)?;
        let panjang = ekor.len() - ekor.trim_start_matches(['.', '…', '_']).len();
        if bobot(ekor.get(..panjang)?) >= 3 {
            return Some(awal..awal + panjang);
        }
        at = awal + panjang;
    }
}

fn bobot(deret: &str) -> usize {
    deret.chars().map(|c| if c == '…' { 3 } else { 1 }).sum()
}

fn is_celah(teks: &str, rentang: &Range<usize>, kata_semua: usize, jenis: Jenis) -> bool {
    let deret = teks.get(rentang.clone()).unwrap_or_default();
    let kiri = teks.get(..rentang.start).unwrap_or_default();
    let kanan = teks.get(rentang.end..).unwrap_or_default();
    let garis = deret.contains('_');
    let panjang = bobot(deret) >= 4;
    let rupiah = rupiah_di_depan(teks, rentang.start) < rentang.start;
    let satuan = kata_sesudah(teks, rentang.end)
        .is_some_and(|kata| SATUAN.contains(&kata.as_str()))
        && !kanan.starts_with('\n');
    let lekat = kiri.ends_with(char::is_alphanumeric);
    let pengantar = !kiri.trim_end().ends_with([':', ',', ';'])
        && kata_sebelum(teks, rentang.start)
            .is_some_and(|kata| SEBELUM_CELAH.contains(&kata.as_str()));
    // An item of a list that holds nothing but the gap.
    if jenis == Jenis::Butir && panjang && kata_semua == 0 {
        return true;
    }
    // So does one that goes on with nothing but "and".
    let penghubung = kanan.trim().trim_end_matches([',', ';', '.']);
    let bernomor = kiri.trim().chars().count() <= 4 && kiri.trim_end().ends_with(['.', ')']);
    if panjang
        && (kiri.trim().is_empty() || bernomor)
        && matches!(penghubung, "dan" | "atau" | "serta" | "dan/atau" | "dst")
    {
        return true;
    }
    // Leading dots of a table of contents end at a page number.
    let halaman = kanan.trim();
    if !halaman.is_empty()
        && halaman.len() <= 6
        && halaman.chars().all(|c| c.is_ascii_alphanumeric())
        && !satuan
    {
        return false;
    }
    // Names of a variable and its index ("kata_kerja", "___init"), and lines of a form to be signed.
    if garis && lekat && kanan.starts_with(char::is_alphanumeric) {
        return false;
    }
    if rupiah || satuan && (!lekat || panjang) && !is_selesai(kiri, deret) {
        return true;
    }
    if pengantar && kata_semua >= 5 && (panjang || !kanan.trim().is_empty()) {
        return true;
    }
    let sel = jenis == Jenis::Sel;
    !sel && kata_semua >= 8 && (panjang || garis) && !is_formulir(kiri) && !is_selesai(kiri, deret)
}

/// Whether the dots close a thought ("dan lain-lain...."), rather than hold a place open.
fn is_selesai(kiri: &str, deret: &str) -> bool {
    !deret.contains('_') && bobot(deret) <= 5 && kiri.ends_with(char::is_alphanumeric)
}

/// Whether a label and a colon stand right before, as on a form ("Nama : ....").
fn is_formulir(kiri: &str) -> bool {
    kiri.trim_end().ends_with(':')
}

/// Where the "Rp" right before a gap begins, or the gap itself.
fn rupiah_di_depan(teks: &str, at: usize) -> usize {
    let kiri = teks.get(..at).unwrap_or_default().trim_end();
    let Some(tanpa) = kiri.get(..kiri.len().saturating_sub(2)) else {
        return at;
    };
    let rupiah = kiri
        .get(tanpa.len()..)
        .is_some_and(|rp| rp.eq_ignore_ascii_case("rp"));
    if rupiah && !tanpa.ends_with(char::is_alphanumeric) {
        tanpa.len()
    } else {
        at
    }
}

/// Letters x where a number was to be written: "xxx", "XX%", "Rp X.XXX,-", "20XX".
fn huruf_x(teks: &str) -> Vec<Sisa> {
    let mut hasil = Vec::new();
    let mut dari = 0;
    while let Some(mulai) = teks
        .get(dari..)
        .and_then(|s| s.find(['x', 'X']))
        .map(|i| i + dari)
    {
        let awal = awal_token(teks, mulai);
        let akhir = akhir_token(teks, mulai);
        dari = akhir.max(mulai + 1);
        let token = teks.get(awal..akhir).unwrap_or_default();
        let token_bersih = token.trim_end_matches(['.', ',', '-', '/', ':']);
        if is_topeng(teks, awal, token_bersih) {
            hasil.push(Sisa {
                rentang: rupiah_di_depan(teks, awal)..awal + token_bersih.len(),
                jenis: JenisSisa::Isian,
            });
        }
    }
    hasil
}

fn dalam_token(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | ',' | '-' | '/' | '_' | '@' | ':')
}

fn awal_token(teks: &str, at: usize) -> usize {
    let kiri = teks.get(..at).unwrap_or_default();
    kiri.len()
        - kiri
            .chars()
            .rev()
            .take_while(|c| dalam_token(*c))
            .map(char::len_utf8)
            .sum::<usize>()
}

fn akhir_token(teks: &str, at: usize) -> usize {
    let kanan = teks.get(at..).unwrap_or_default();
    at + kanan
        .chars()
        .take_while(|c| dalam_token(*c))
        .map(char::len_utf8)
        .sum::<usize>()
}

fn is_topeng(teks: &str, awal: usize, token: &str) -> bool {
    let badan = token
        .strip_prefix("Rp")
        .unwrap_or(token)
        .trim_start_matches('.');
    let rupiah = badan.len() < token.len();
    let hanya = |c: char| matches!(c, 'x' | 'X' | '.' | ',' | '-' | '/');
    let banyak = badan.chars().filter(|c| matches!(c, 'x' | 'X')).count();
    let seragam = !(badan.contains('x') && badan.contains('X'));
    // A year of this century that was left open.
    if matches!(
        badan,
        "20xx" | "20XX" | "20x" | "20X" | "202x" | "202X" | "201x" | "201X"
    ) {
        return badan.len() == 4;
    }
    if badan.is_empty() || !badan.chars().all(hanya) || !seragam || banyak < 2 {
        return false;
    }
    if rupiah || banyak >= 4 || badan.contains("xxx") {
        return true;
    }
    // "XX" and "XXX" are also numbers of chapters, sessions and army regiments.
    let sebelum = kata_sebelum(teks, awal);
    let berangka = sebelum.as_deref().is_some_and(|kata| {
        matches!(
            kata,
            "sebesar"
                | "sebanyak"
                | "sejumlah"
                | "senilai"
                | "mencapai"
                | "rp"
                | "nilai"
                | "target"
        )
    });
    let bersatuan =
        kata_sesudah(teks, awal + token.len()).is_some_and(|kata| SATUAN.contains(&kata.as_str()));
    // Small letters number pages alone, and no page stands inside of a sentence.
    let kecil = matches!(badan, "xx" | "xx,xx" | "xx.xx");
    let halaman = sebelum
        .as_deref()
        .is_none_or(|kata| matches!(kata, "halaman" | "hal" | "hlm" | "lembar"));
    let ekor = teks.get(awal + token.len()..).unwrap_or_default();
    let lanjut = ekor.starts_with(' ') || matches!(ekor.trim_end(), "." | ";" | ",");
    let dalam_kalimat = kecil
        && !halaman
        && lanjut
        && teks.split_whitespace().count() >= 5
        && teks
            .get(..awal)
            .is_some_and(|s| s.ends_with([' ', '(']) && !s.trim_end().ends_with(['.', '…', '_']));
    berangka || bersatuan || dalam_kalimat || (badan.contains(',') && banyak >= 3)
}

#[cfg(test)]
mod tests {
    use super::{kumpulkan, sisa};
    use crate::rules::teks::Jenis;

    #[test]
    fn the_same_slot_twice_is_one_left_over_with_another_place() {
        let teks = "Nilai [...] lebih [besar/kecil] dari [...] dan [target] pada [...].";
        let kumpulan = kumpulkan(teks, sisa(teks, Jenis::Paragraf));
        let banyak: Vec<(&str, usize)> = kumpulan
            .iter()
            .map(|(satu, lagi)| (&teks[satu.rentang.clone()], lagi.len()))
            .collect();
        assert_eq!(
            banyak,
            [("[...]", 2), ("[besar/kecil]", 0), ("[target]", 0)]
        );
    }

    #[test]
    fn an_item_of_nothing_but_dots_is_a_slot_and_a_line_to_sign_is_none() {
        assert_eq!(sisa("......;", Jenis::Butir).len(), 1);
        assert!(sisa("......", Jenis::Paragraf).is_empty());
    }
}
