//! The fiscal year of a report.

use std::collections::BTreeMap;

use document::source::Piece;

use crate::bacaan::Bacaan;
use crate::understand::kosakata::{kata, kata_tahun};

/// Pieces at the beginning that may be a cover.
const SAMPUL: usize = 15;
/// Words between the name of the report and its year, at most.
const TERJAUH: usize = 24;

/// The year of the report: by its title, wherever that is said; a date of a letter is none.
pub(super) fn tahun(bacaan: &Bacaan) -> Option<i16> {
    let mut judul: BTreeMap<i16, usize> = BTreeMap::new();
    let mut biasa: BTreeMap<i16, usize> = BTreeMap::new();
    for (i, piece) in bacaan.sumber.pieces.iter().enumerate() {
        let Some(passage) = piece
            .passage()
            .filter(|_| !matches!(piece, Piece::Formula(_)))
        else {
            continue;
        };
        let teks = passage.text.as_str();
        suara(teks, &mut judul, &mut biasa);
        if i < SAMPUL
            && teks.len() < 60
            && teks.trim_start().to_lowercase().starts_with("tahun")
            && let Some(tahun) = crate::understand::kosakata::tahun(teks)
        {
            *judul.entry(tahun).or_default() += 2;
        }
    }
    let terbanyak = |suara: &BTreeMap<i16, usize>| {
        suara
            .iter()
            .max_by_key(|(tahun, kali)| (**kali, **tahun))
            .map(|(tahun, _)| *tahun)
    };
    terbanyak(&judul).or_else(|| terbanyak(&biasa))
}

fn suara(teks: &str, judul: &mut BTreeMap<i16, usize>, biasa: &mut BTreeMap<i16, usize>) {
    // Words since the name of the report; none where something else was said in between.
    let mut sejak: Option<usize> = None;
    let mut lalu = String::new();
    let mut akhir = 0;
    let mut hukum = false;
    for (rentang, satu) in kata(teks) {
        let sela = teks.get(akhir..rentang.start).unwrap_or_default();
        if sela.contains([',', ';', '.', ':']) {
            sejak = None;
            hukum = false;
        }
        akhir = rentang.end;
        let kecil = satu.to_lowercase();
        match kecil.as_str() {
            "lkjip" | "lkip" | "lakip" | "lkj" => sejak = Some(0),
            "kinerja" if matches!(lalu.as_str(), "laporan" | "akuntabilitas") => sejak = Some(0),
            "nomor" | "no" => {
                sejak = None;
                hukum = true;
            }
            "tentang" | "terhadap" | "pedoman" => sejak = None,
            _ => {}
        }
        if let Some(tahun) = kata_tahun(satu) {
            let rentang_tahun = teks
                .get(akhir..)
                .is_some_and(|sisa| sisa.trim_start().starts_with(['-', '\u{2013}', '/']));
            if matches!(lalu.as_str(), "tahun" | "anggaran" | "ta" | "th")
                && !rentang_tahun
                && !hukum
            {
                match sejak {
                    Some(jarak) if jarak <= TERJAUH => *judul.entry(tahun).or_default() += 1,
                    _ => *biasa.entry(tahun).or_default() += 1,
                }
            }
            sejak = None;
        }
        sejak = sejak.map(|jarak| jarak + 1);
        lalu = kecil;
    }
}
