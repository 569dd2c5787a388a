//! Which year of a plan the year of the report is: "2022 adalah tahun kedua" of a plan for 2020 to 2024.

use super::angka_tahun;
use crate::bacaan::Letak;
use crate::rules::teks::{Kata, Satuan, antara};

/// An ordinal that does not fit the plan and the year beside it.
pub(super) struct Urutan {
    pub(super) letak: Letak,
    pub(super) tahun: i16,
    pub(super) awal: i16,
    pub(super) akhir: i16,
    /// The ordinal that fits.
    pub(super) benar: &'static str,
}

const BILANGAN: &[&str] = &[
    "pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh",
];

/// Words by which a year is called the last one of a plan; "lima tahun terakhir" is something else.
const ADALAH: &[&str] = &[
    "merupakan",
    "adalah",
    "ialah",
    "sebagai",
    "menjadi",
    "memasuki",
    "yakni",
    "yaitu",
];

/// Words that name a plan or its time.
const RENCANA: &[&str] = &[
    "renstra",
    "rencana",
    "strategis",
    "rpjmd",
    "rpjmn",
    "periode",
    "menengah",
];

/// The wrong ordinals of a text.
pub(super) fn salah(satu: &Satuan, kata: &[Kata], tahun_laporan: i16) -> Vec<Urutan> {
    const DEKAT: usize = 60;
    if !satu.prosa() {
        return Vec::new();
    }
    let masa = masa(satu.teks, kata);
    let mut hasil = Vec::new();
    if masa.is_empty() {
        return hasil;
    }
    for (i, k) in kata.iter().enumerate() {
        let sebutan = bilangan(kata, i);
        let terakhir = k.kecil == "terakhir"
            && i.checked_sub(2)
                .and_then(|j| kata.get(j))
                .is_some_and(|k| ADALAH.contains(&k.kecil.as_ref()));
        if sebutan.is_none() && !terakhir {
            continue;
        }
        if i.checked_sub(1)
            .and_then(|j| kata.get(j))
            .is_none_or(|k| k.kecil != "tahun")
        {
            continue;
        }
        // "tahun kedua berturut-turut" counts something else.
        let ekor = kata.get(i + 1).map_or("", |k| k.kecil.as_ref());
        if ekor.starts_with("berturut") || ekor == "sejak" {
            continue;
        }
        let (mulai, akhir) = kalimat(satu.teks, kata, i);
        // The year right before in the sentence: "Tahun 2022 ..., yakni tahun kedua".
        let dalam_masa = |j: usize| masa.iter().any(|m| j == m.di || j == m.di + m.lebar);
        let bertahun = |j: usize| angka_tahun(kata.get(j)?);
        let ini = || {
            let ada = kata
                .get(mulai..akhir)
                .unwrap_or_default()
                .iter()
                .any(|k| k.kecil == "ini");
            ada.then_some(tahun_laporan)
        };
        let Some(tahun) = (mulai..i)
            .rev()
            .filter(|j| !dalam_masa(*j))
            .find_map(bertahun)
            .or_else(|| {
                (i + 1..akhir)
                    .filter(|j| !dalam_masa(*j))
                    .find_map(bertahun)
            })
            .or_else(ini)
        else {
            continue;
        };
        // A plan in the sentence itself, or the last one before it.
        let milik = masa
            .iter()
            .filter(|m| (mulai..akhir).contains(&m.di))
            .min_by_key(|m| m.di.abs_diff(i))
            .or_else(|| {
                masa.iter()
                    .filter(|m| m.di < i && i - m.di <= DEKAT)
                    .max_by_key(|m| m.di)
            });
        let Some(milik) = milik else { continue };
        let konteks = kata
            .get(milik.di.min(mulai).saturating_sub(12)..akhir)
            .unwrap_or_default()
            .iter()
            .any(|k| RENCANA.contains(&k.kecil.as_ref()));
        if !konteks || !(milik.awal..=milik.akhir).contains(&tahun) {
            continue;
        }
        let ke = usize::try_from(tahun - milik.awal).unwrap_or(0);
        let urutan =
            sebutan.unwrap_or_else(|| usize::try_from(milik.akhir - milik.awal).unwrap_or(ke));
        // A plan over six years may begin within its first one.
        let mungkin = ke == urutan || milik.akhir - milik.awal >= 5 && ke == urutan + 1;
        if let Some(benar) = BILANGAN.get(ke).filter(|_| !mungkin) {
            hasil.push(Urutan {
                letak: satu.letak.bagian(k.awal..k.akhir),
                tahun,
                awal: milik.awal,
                akhir: milik.akhir,
                benar,
            });
        }
    }
    hasil
}

/// The number that an ordinal says, from zero: "kelima", "ke-5".
fn bilangan(kata: &[Kata], i: usize) -> Option<usize> {
    let k = kata.get(i)?;
    let angka = || {
        let angka: usize = k.kecil.strip_prefix("ke-")?.parse().ok()?;
        angka.checked_sub(1)
    };
    BILANGAN.iter().position(|b| *b == k.kecil).or_else(angka)
}

/// A span of years.
struct Masa {
    /// Index of the word with the first year.
    di: usize,
    /// Words from it to the last year.
    lebar: usize,
    awal: i16,
    akhir: i16,
}

fn masa(teks: &str, kata: &[Kata]) -> Vec<Masa> {
    const TERPANJANG: i16 = 6;
    let mut hasil = Vec::new();
    for (i, k) in kata.iter().enumerate() {
        // A hyphen joins two years to one word.
        if let Some((a, b)) = k.kecil.split_once('-')
            && let (Ok(awal), Ok(akhir)) = (a.parse::<i16>(), b.parse::<i16>())
            && (1990..=2100).contains(&awal)
            && (2..=TERPANJANG).contains(&akhir.saturating_sub(awal))
        {
            hasil.push(Masa {
                di: i,
                lebar: 0,
                awal,
                akhir,
            });
            continue;
        }
        let Some(awal) = angka_tahun(k) else { continue };
        let lanjut = (1..=3).find_map(|lebar| Some((lebar, angka_tahun(kata.get(i + lebar)?)?)));
        let Some((lebar, akhir)) = lanjut else {
            continue;
        };
        let sela = kata
            .get(i + lebar)
            .and_then(|b| teks.get(k.akhir..b.awal))
            .unwrap_or_default()
            .trim()
            .to_lowercase();
        let sampai = matches!(
            sela.as_str(),
            "-" | "–" | "—" | "s.d." | "s.d" | "s/d" | "sd" | "sampai" | "sampai dengan" | "hingga"
        );
        if sampai && (2..=TERPANJANG).contains(&akhir.saturating_sub(awal)) {
            hasil.push(Masa {
                di: i,
                lebar,
                awal,
                akhir,
            });
        }
    }
    hasil
}

/// The sentence around a word.
fn kalimat(teks: &str, kata: &[Kata], i: usize) -> (usize, usize) {
    let henti = |j: usize| match (kata.get(j), kata.get(j + 1)) {
        (Some(a), Some(b)) => {
            let sela = antara(teks, a, b);
            sela.starts_with(['.', '!', '?']) && sela.contains(char::is_whitespace)
        }
        _ => false,
    };
    const JAUH: usize = 60;
    let mulai = (i.saturating_sub(JAUH)..i)
        .rev()
        .find(|j| henti(*j))
        .map_or(i.saturating_sub(JAUH), |j| j + 1);
    let batas = kata.len().min(i + JAUH);
    let akhir = (i..batas).find(|j| henti(*j)).map_or(batas, |j| j + 1);
    (mulai, akhir)
}
