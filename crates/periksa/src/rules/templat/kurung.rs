//! Slots in brackets, and the brackets that are none: citations, indices, intervals, links, words put into a quotation.

use std::collections::BTreeSet;
use std::ops::Range;

use super::petunjuk::{awal_perintah, is_petunjuk};
use super::pilihan::is_pilihan;
use super::tanda::{JenisSisa, Sisa};
use crate::rules::teks::{Jenis, PENGANTAR, SATUAN, kata_sebelum, kata_sesudah};

/// The longest stretch that one pair of brackets holds.
const TERPANJANG: usize = 1_200;

/// The slots in brackets of a text.
pub(super) fn kurung(teks: &str, jenis: Jenis) -> Vec<Sisa> {
    let kutipan = Kutipan::new(teks);
    let mut hasil: Vec<Sisa> = pasangan(teks, '[', ']')
        .into_iter()
        .filter_map(|rentang| {
            let jenis = siku(teks, &rentang, jenis, &kutipan)?;
            Some(Sisa { rentang, jenis })
        })
        .collect();
    if jenis == Jenis::Rumus {
        return hasil;
    }
    for (buka, tutup) in [('{', '}'), ('<', '>')] {
        hasil.extend(
            pasangan(teks, buka, tutup)
                .into_iter()
                .filter(|rentang| is_nama_medan(teks, rentang, buka))
                .map(|rentang| Sisa {
                    rentang,
                    jenis: JenisSisa::Isian,
                }),
        );
    }
    hasil.extend(pasangan(teks, '(', ')').into_iter().filter_map(|rentang| {
        let jenis = bulat(isi(teks, &rentang))?;
        Some(Sisa { rentang, jenis })
    }));
    hasil
}

fn isi<'t>(teks: &'t str, rentang: &Range<usize>) -> &'t str {
    teks.get(rentang.start + 1..rentang.end.saturating_sub(1))
        .unwrap_or_default()
        .trim()
}

/// Outermost pairs of two marks that are near enough.
pub(super) fn pasangan(teks: &str, buka: char, tutup: char) -> Vec<Range<usize>> {
    let mut hasil: Vec<Range<usize>> = Vec::new();
    let mut terbuka: Vec<usize> = Vec::new();
    if !teks.contains(buka) {
        return hasil;
    }
    for (at, c) in teks.char_indices() {
        if c == buka {
            terbuka.push(at);
        } else if c == tutup
            && let Some(awal) = terbuka.pop()
            && at - awal <= TERPANJANG
        {
            while hasil.last().is_some_and(|dalam| dalam.start > awal) {
                hasil.pop();
            }
            hasil.push(awal..at + c.len_utf8());
        }
    }
    hasil
}

/// What square brackets hold, where they are a slot.
fn siku(teks: &str, rentang: &Range<usize>, jenis: Jenis, kutipan: &Kutipan) -> Option<JenisSisa> {
    let dalam = isi(teks, rentang);
    let kiri = teks.get(..rentang.start).unwrap_or_default();
    let kanan = teks.get(rentang.end..).unwrap_or_default();
    let lekat = kiri.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ']');
    if kiri.ends_with(['\\', '!'])
        || kiri.ends_with("\\left")
        || kiri.ends_with("\\sqrt")
        || kanan.starts_with("(http")
        || kanan.starts_with("(mailto")
        || kanan.starts_with("(#")
    {
        return None;
    }
    if jenis == Jenis::Rumus
        && dalam.contains(['\\', '+', '=', '×', '*', '^'])
        && !dalam.contains("\\text")
        && !is_kosong(dalam)
    {
        return None;
    }
    if dalam.is_empty() {
        // An empty pair at the front is a box to tick.
        let kata = kata_sebelum(teks, rentang.start);
        return kata
            .filter(|kata| PENGANTAR.contains(&kata.as_str()))
            .map(|_| JenisSisa::Isian);
    }
    if is_kosong(dalam) {
        return Some(JenisSisa::Isian);
    }
    let huruf = dalam.chars().filter(|c| c.is_alphabetic()).count();
    if is_masa(dalam) {
        return None;
    }
    if huruf == 0 {
        return is_nilai(teks, rentang, dalam, lekat).then_some(JenisSisa::Nilai);
    }
    let kecil = dalam.to_lowercase();
    if (lekat && !dalam.contains(' '))
        || is_sah(&kecil)
        || is_singkatan(kiri, dalam)
        || (kutipan.memuat(rentang) && is_sisipan(kiri, kanan, dalam))
    {
        return None;
    }
    if jenis == Jenis::Rumus && huruf < 3 {
        return None;
    }
    let rupiah = kecil
        .strip_prefix("rp")
        .map(|s| s.trim_start_matches(['.', ' ']));
    if rupiah.is_some_and(|s| {
        s.starts_with(|c: char| c.is_ascii_digit()) && s.chars().all(|c| !c.is_alphabetic())
    }) {
        return Some(JenisSisa::Nilai);
    }
    let bilangan = kecil.trim_end_matches(|c: char| c.is_alphabetic() || c == ' ' || c == '%');
    if !bilangan.is_empty()
        && bilangan
            .chars()
            .all(|c| c.is_ascii_digit() || ".,".contains(c))
        && kecil.len() <= bilangan.len() + 10
    {
        return Some(JenisSisa::Nilai);
    }
    Some(golongan(dalam, &kecil))
}

/// What a slot with words was meant to be.
/// A span of years ("2020-2024"): the period of a plan, which some write in brackets.
fn is_masa(dalam: &str) -> bool {
    let tahun =
        |teks: &str| teks.trim().len() == 4 && teks.trim().bytes().all(|b| b.is_ascii_digit());
    dalam
        .split_once(['-', '–'])
        .is_some_and(|(awal, akhir)| tahun(awal) && tahun(akhir))
}

fn golongan(dalam: &str, kecil: &str) -> JenisSisa {
    let polos = kecil.trim_matches(|c: char| !c.is_alphanumeric());
    if matches!(polos, "dst" | "dan seterusnya" | "dll" | "dsb") {
        return JenisSisa::Dst;
    }
    if is_pilihan(kecil) {
        return JenisSisa::Pilihan;
    }
    if awal_perintah(kecil) || is_petunjuk(kecil) {
        return JenisSisa::Petunjuk;
    }
    let depan = kecil
        .split(|c: char| !c.is_alphanumeric())
        .find(|k| !k.is_empty())
        .unwrap_or_default();
    if matches!(
        depan,
        "gambar"
            | "foto"
            | "grafik"
            | "diagram"
            | "bagan"
            | "infografis"
            | "peta"
            | "logo"
            | "ilustrasi"
            | "screenshot"
            | "tangkapan"
            | "dokumentasi"
            | "scan"
    ) {
        return JenisSisa::Gambar;
    }
    let kata = dalam.split_whitespace().count();
    if kata >= 8
        && (dalam.contains(". ")
            || dalam.ends_with('.')
            || kata >= 12 && dalam.starts_with(char::is_uppercase))
    {
        return JenisSisa::Kalimat;
    }
    JenisSisa::Isian
}

/// Nothing but dots, strokes, question marks and commas.
fn is_kosong(dalam: &str) -> bool {
    !dalam.is_empty()
        && dalam.chars().all(|c| ".…_-–?, xX#*/%".contains(c))
        && dalam.chars().any(|c| ".…_?xX#*".contains(c))
        && !matches!(dalam, "x" | "X" | "*")
}

/// A number whose brackets were kept, rather than a citation, an index, a mark of a list or an interval.
fn is_nilai(teks: &str, rentang: &Range<usize>, dalam: &str, lekat: bool) -> bool {
    if lekat
        || dalam.contains(['–', ';', '~', '∞', ':'])
        || dalam.contains(", ")
        || dalam.contains(" - ")
        || dalam.contains('^')
    {
        return false;
    }
    if !dalam.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    let bulat = dalam
        .chars()
        .all(|c| c.is_ascii_digit() || c == ',' || c == '-')
        && dalam.split([',', '-']).all(|b| b.len() <= 3)
        && !(dalam.contains(',')
            && dalam.matches(',').count() == 1
            && dalam.split(',').nth(1).is_some_and(|d| d.len() == 2));
    if !bulat {
        return dalam
            .chars()
            .all(|c| c.is_ascii_digit() || ".,-% ".contains(c));
    }
    let sebelum = kata_sebelum(teks, rentang.start);
    let kiri = teks.get(..rentang.start).unwrap_or_default().trim_end();
    let berangka = !kiri.ends_with(['.', ',', ';', ')', '"', '”'])
        && sebelum.as_deref().is_some_and(|kata| {
            matches!(
                kata,
                "sebesar"
                    | "sebanyak"
                    | "sejumlah"
                    | "senilai"
                    | "mencapai"
                    | "menjadi"
                    | "target"
                    | "rp"
                    | "terdapat"
            )
        });
    let bersatuan = kata_sesudah(teks, rentang.end)
        .is_some_and(|kata| SATUAN.contains(&kata.as_str()))
        && teks
            .get(rentang.end..)
            .is_some_and(|s| s.starts_with([' ', '%']));
    berangka
        || bersatuan
            && sebelum
                .as_deref()
                .is_some_and(|kata| PENGANTAR.contains(&kata))
}

/// Words in brackets that writers and lawyers use.
fn is_sah(kecil: &str) -> bool {
    const UTUH: &[&str] = &[
        "sic", "sic!", "red", "red.", "ed.", "ed", "ibid", "ibid.", "v", "√", "✓", "x", "image",
        "gambar", "tabel", "ya", "tidak",
    ];
    const DEPAN: &[&str] = &[
        "lihat ",
        "vide ",
        "pasal ",
        "ayat ",
        "lampiran ",
        "bandingkan ",
        "cf. ",
        "hlm",
        "hal.",
        "halaman ",
        "sumber:",
        "sumber ",
        "huruf ",
        "angka ",
        "bab ",
        "uu ",
        "pp ",
        "http",
        "www.",
        "^",
    ];
    UTUH.contains(&kecil)
        || DEPAN.iter().any(|depan| kecil.starts_with(depan))
        || kecil.contains("://")
}

/// An abbreviation behind the words that it stands for.
fn is_singkatan(kiri: &str, dalam: &str) -> bool {
    let besar: Vec<char> = dalam.chars().filter(|c| c.is_uppercase()).collect();
    if dalam.contains(' ') || besar.len() < 2 || dalam.chars().count() > 12 {
        return false;
    }
    /// Words before it that are looked at.
    const TERJAUH: usize = 1_000;
    let mut awal = kiri
        .rsplit(|c: char| !c.is_alphanumeric())
        .filter_map(|kata| kata.chars().next())
        .take(TERJAUH)
        .filter(|c| c.is_uppercase());
    let terakhir = awal.next();
    if terakhir != besar.last().copied() {
        return false;
    }
    let mut kurang: BTreeSet<char> = besar.into_iter().filter(|c| Some(*c) != terakhir).collect();
    while !kurang.is_empty() {
        let Some(satu) = awal.next() else {
            return false;
        };
        kurang.remove(&satu);
    }
    true
}

/// The marks of quotation of a text.
struct Kutipan {
    /// Where each stands, how many curved ones are open behind it, and how many straight ones there were.
    tanda: Vec<(usize, i64, usize)>,
}

impl Kutipan {
    fn new(teks: &str) -> Self {
        let (mut terbuka, mut lurus) = (0, 0);
        let tanda = teks.match_indices(['“', '”', '"']);
        let tanda = tanda.map(|(di, satu)| {
            match satu {
                "“" => terbuka += 1,
                "”" => terbuka -= 1,
                _ => lurus += 1,
            }
            (di, terbuka, lurus)
        });
        Self {
            tanda: tanda.collect(),
        }
    }

    /// Whether a stretch lies inside a quotation.
    fn memuat(&self, rentang: &Range<usize>) -> bool {
        let sebelum = self.tanda.partition_point(|(di, ..)| *di < rentang.start);
        let lalu = sebelum.checked_sub(1).and_then(|i| self.tanda.get(i));
        let Some((_, terbuka, lurus)) = lalu else {
            return false;
        };
        let sampai = self.tanda.partition_point(|(di, ..)| *di < rentang.end);
        let hingga = sampai.checked_sub(1).and_then(|i| self.tanda.get(i));
        let seluruh = self.tanda.last();
        let lagi = seluruh.map(|(.., lurus)| lurus) > hingga.map(|(.., lurus)| lurus);
        *terbuka > 0 || (lurus % 2 == 1 && lagi)
    }
}

/// Whether what stands in brackets inside a quotation are words that a writer put into it.
fn is_sisipan(kiri: &str, kanan: &str, dalam: &str) -> bool {
    let sendiri = kiri.ends_with(['“', '"']) && kanan.starts_with(['”', '"']);
    !sendiri
        && dalam.split_whitespace().count() <= 3
        && !dalam.contains(['/', '.', '…'])
        && !dalam.ends_with(|c: char| c.is_ascii_digit())
}

/// Nouns with which authors of templates begin the names of slots in plain brackets.
const BENDA: &[&str] = &[
    "satker",
    "satuan kerja",
    "unit kerja",
    "kantor",
    "instansi",
    "opd",
    "perangkat daerah",
    "kabupaten",
    "kota",
    "kabupaten/kota",
    "daerah",
    "indikator",
    "sasaran",
    "program",
    "kegiatan",
    "inovasi",
    "penghargaan",
    "pejabat",
];

/// A slot in curly or pointed brackets: "{nama satker}", "<nama kantor>".
fn is_nama_medan(teks: &str, rentang: &Range<usize>, buka: char) -> bool {
    let dalam = isi(teks, rentang);
    let kiri = teks.get(..rentang.start).unwrap_or_default();
    let kanan = teks.get(rentang.end..).unwrap_or_default();
    let rapi = dalam
        .chars()
        .all(|c| c.is_alphanumeric() || " _/.…-".contains(c))
        && dalam.chars().any(char::is_alphabetic);
    if !rapi
        || dalam.len() > 60
        || dalam.starts_with('/')
        || kiri.ends_with(|c: char| c.is_alphanumeric() || "\\_^}{<$%".contains(c))
        || kanan.starts_with([buka, '}', '>'])
    {
        return false;
    }
    let kecil = dalam.to_lowercase().replace('_', " ");
    let depan = kecil.split(' ').next().unwrap_or_default();
    BENDA.contains(&kecil.as_str())
        || matches!(
            depan,
            "nama"
                | "isi"
                | "jumlah"
                | "tahun"
                | "tanggal"
                | "nilai"
                | "nomor"
                | "target"
                | "realisasi"
                | "capaian"
                | "sebutkan"
                | "jabatan"
        ) && kecil.len() > 3
}

/// What round brackets hold, where they are a slot or an instruction.
fn bulat(dalam: &str) -> Option<JenisSisa> {
    let kecil = dalam.to_lowercase();
    if is_pilihan_perintah(&kecil) {
        return Some(JenisSisa::Pilihan);
    }
    // "(contoh: surat tugas)" leaves it to the author what to name.
    let contoh = kecil
        .strip_prefix("contoh")
        .is_some_and(|sisa| sisa.trim_start().starts_with(':'));
    if kecil == "contoh" || contoh || awal_perintah(&kecil) || is_petunjuk(&kecil) {
        return Some(JenisSisa::Petunjuk);
    }
    if !kecil.is_empty() && kecil.chars().all(|c| ".…_".contains(c)) {
        // "(....)" is where a name goes under a signature.
        return None;
    }
    let nama = kecil.strip_prefix("nama ")?;
    (BENDA.contains(&nama) || is_nama_kantor(dalam)).then_some(JenisSisa::Isian)
}

/// "nama KPPN", "nama kantor wilayah": what a slot for another office is called.
fn is_nama_kantor(dalam: &str) -> bool {
    const TERBANYAK: usize = 4;
    let kata: Vec<&str> = dalam.split_whitespace().skip(1).collect();
    let Some(pertama) = kata.first() else {
        return false;
    };
    let singkatan = pertama.chars().count() >= 2 && pertama.chars().all(char::is_uppercase);
    let jenis = [
        "kantor",
        "satker",
        "satuan",
        "instansi",
        "dinas",
        "badan",
        "balai",
        "rumah",
        "pengadilan",
        "lembaga",
    ]
    .contains(pertama);
    kata.len() <= TERBANYAK
        && (singkatan && kata.len() <= 2 || jenis)
        && kata
            .iter()
            .all(|k| k.chars().all(|c| c.is_alphabetic() || "/-".contains(c)))
        && !kata.iter().any(|k| matches!(*k, "dan" | "serta" | "atau"))
}

/// "coret yang tidak perlu" and its like.
pub(super) fn is_pilihan_perintah(kecil: &str) -> bool {
    [
        "coret yang tidak",
        "coret salah satu",
        "coret yg tidak",
        "pilih salah satu",
        "pilih sesuai",
        "pilih yang sesuai",
    ]
    .iter()
    .any(|frasa| kecil.contains(frasa))
}
