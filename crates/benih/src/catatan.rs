//! The figures as a section of `docs/ukuran.md`, as JSON, and as a list of what went wrong.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::jenis::{Keluarga, semua};
use crate::rute::Kesepakatan;
use crate::skor::{KATA_SEHALAMAN, Skor};

/// First words of the section.
pub const JUDUL: &str = "## The checker on planted errors";

/// A share as a percent with one decimal, or a dash.
fn persen(bagian: usize, semua: usize) -> String {
    if semua == 0 {
        return "–".to_owned();
    }
    let seribu = (bagian * 1000 + semua / 2) / semua;
    format!("{}.{}%", seribu / 10, seribu % 10)
}

/// So many in a hundred pages, with two decimals.
fn seratus_halaman(banyak: usize, halaman: usize) -> String {
    let seratus = (banyak * 10_000).checked_div(halaman).unwrap_or_default();
    format!("{}.{:02}", seratus / 100, seratus % 100)
}

/// Planted, found, and findings that name none, of one family.
#[must_use]
pub fn keluarga(skor: &Skor, keluarga: Keluarga) -> (usize, usize) {
    semua()
        .filter(|jenis| jenis.keluarga == keluarga)
        .filter_map(|jenis| skor.jenis.get(jenis.nama))
        .fold((0, 0), |(ditanam, kena), satu| {
            (ditanam + satu.ditanam, kena + satu.ditemukan())
        })
}

/// The section.
#[must_use]
pub fn bagian(skor: &Skor, rute: &BTreeMap<&'static str, Kesepakatan>) -> String {
    let mut teks = String::new();
    let ditanam: usize = skor.jenis.values().map(|satu| satu.ditanam).sum();
    let kena: usize = skor
        .jenis
        .values()
        .map(super::skor::SkorJenis::ditemukan)
        .sum();
    let benar: usize = skor
        .aturan
        .values()
        .map(|satu| satu.benar + satu.akibat)
        .sum();
    let palsu: usize = skor.aturan.values().map(|satu| satu.palsu).sum();
    let bersih: usize = skor.aturan.values().map(|satu| satu.bersih).sum();
    let halaman = skor.halaman();
    let _ = writeln!(
        teks,
        "{JUDUL}\n\n\
         Made with `cargo xtask seed-errors`: {} clean reports of invented offices (two kinds, five years, other names, figures and targets) as trees,\n\
         and {} copies with {ditanam} planted errors at known places, about ten in a report and far apart.\n\
         An error is found when a finding stands on its words or its cell, or names it as a related place; one in the same row or paragraph does not count.\n\
         A part taken out is found when a rule on completeness says so.\n\
         A finding that no planted error explains is false; one that is there without the errors too counts under the clean reports.\n\
         Precision counts what names an error or follows from one (a value that is computed from it, the same row or paragraph) against all of that and the false ones.\n\
         A page is {KATA_SEHALAMAN} words, so the clean reports have {halaman} pages.\n",
        skor.bersih, skor.berbenih
    );
    let _ = writeln!(
        teks,
        "| all kinds | |\n|---|---|\n| errors planted | {ditanam} |\n| recall | {} |\n| precision in seeded reports | {} |\n\
         | false alarms in clean reports, binding and for mending | {bersih}, or {} in 100 pages (bar: 1) |\n\
         | numbers seen, held against something | {}, {} |\n",
        persen(kena, ditanam),
        persen(benar, benar + palsu),
        seratus_halaman(bersih, halaman),
        skor.cakupan.dilihat,
        persen(skor.cakupan.diperiksa, skor.cakupan.dilihat)
    );
    for (sebab, banyak) in &skor.cakupan.tidak {
        let sebab = match *sebab {
            "cara penulisannya rusak" => "not written as a number",
            "tidak punya pembanding di dalam dokumen" => {
                "nothing in the document to hold it against"
            }
            _ => "what it says could not be told",
        };
        let _ = writeln!(teks, "* {banyak} numbers not checked: {sebab}");
    }
    teks.push_str("\n| kind of error | planted | on the spot | as related place | near only | recall |\n|---|---|---|---|---|---|\n");
    for satu in Keluarga::SEMUA {
        let (ditanam, kena) = keluarga(skor, satu);
        let _ = writeln!(
            teks,
            "| **{}** | **{ditanam}** | | | | **{}** |",
            satu.nama(),
            persen(kena, ditanam)
        );
        for jenis in semua().filter(|jenis| jenis.keluarga == satu) {
            let kosong = super::skor::SkorJenis::default();
            let s = skor.jenis.get(jenis.nama).unwrap_or(&kosong);
            let _ = writeln!(
                teks,
                "| {} | {} | {} | {} | {} | {} |",
                jenis.nama,
                s.ditanam,
                s.tepat,
                s.terkait,
                s.dekat,
                persen(s.ditemukan(), s.ditanam)
            );
        }
    }
    teks.push_str("\n| rule | names an error | follows from one | false | in clean reports | advice beside errors | precision | numbers checked alone, 4 reports |\n|---|---|---|---|---|---|---|---|\n");
    for (nama, s) in &skor.aturan {
        let benar = s.benar + s.akibat;
        let _ = writeln!(
            teks,
            "| {nama} | {} | {} | {} | {} | {} | {} | {} |",
            s.benar,
            s.akibat,
            s.palsu,
            s.bersih,
            s.saran,
            persen(benar, benar + s.palsu),
            s.diperiksa
        );
    }
    teks.push_str("\nThe same seeded reports written as files and read back, findings by rule and excerpt:\n\n| file | in both | tree only | file only |\n|---|---|---|---|\n");
    for (nama, s) in rute {
        let _ = writeln!(
            teks,
            "| {nama} | {} | {} | {} |",
            s.sama, s.hanya_pohon, s.hanya_berkas
        );
    }
    teks.push_str(
        "\nWhat this does not prove: the reports come from our own templates, so their sentences are few and regular, and the errors are ours too.\n\
         Real reports are worse in both; the sample in the work on the checker is the other half of the picture.\n",
    );
    teks
}

/// Puts the section in the place of the earlier one, or at the end.
#[must_use]
pub fn sisipkan(lama: &str, bagian: &str) -> String {
    let Some(awal) = lama.find(JUDUL) else {
        return format!("{}\n\n{bagian}", lama.trim_end());
    };
    let (depan, ekor) = lama.split_at(awal);
    let sesudah = ekor
        .get(JUDUL.len()..)
        .and_then(|ekor| ekor.find("\n## ").and_then(|i| ekor.get(i + 1..)));
    match sesudah {
        Some(sesudah) => format!("{depan}{bagian}\n{sesudah}"),
        None => format!("{depan}{bagian}"),
    }
}

/// All figures.
#[must_use]
pub fn json(skor: &Skor) -> Value {
    let jenis: Vec<Value> = semua()
        .filter_map(|jenis| Some((jenis, skor.jenis.get(jenis.nama)?)))
        .map(|(jenis, s)| {
            json!({"jenis": jenis.nama, "keluarga": jenis.keluarga.nama(), "ditanam": s.ditanam, "tepat": s.tepat, "terkait": s.terkait, "dekat": s.dekat})
        })
        .collect();
    let aturan: Vec<Value> = skor
        .aturan
        .iter()
        .map(|(nama, s)| json!({"aturan": nama, "benar": s.benar, "akibat": s.akibat, "palsu": s.palsu, "bersih": s.bersih, "saran": s.saran, "diperiksa": s.diperiksa}))
        .collect();
    json!({
        "laporan_bersih": skor.bersih, "laporan_berbenih": skor.berbenih, "halaman": skor.halaman(),
        "angka_dilihat": skor.cakupan.dilihat, "angka_diperiksa": skor.cakupan.diperiksa,
        "jenis": jenis, "aturan": aturan,
    })
}

/// What was missed and what was false, with examples.
#[must_use]
pub fn rincian(skor: &Skor, rute: &BTreeMap<&'static str, Kesepakatan>) -> String {
    let mut teks = String::from("# Missed, by kind\n");
    for jenis in semua() {
        let Some(s) = skor
            .jenis
            .get(jenis.nama)
            .filter(|s| s.ditemukan() < s.ditanam)
        else {
            continue;
        };
        let _ = writeln!(
            teks,
            "\n## {} ({} of {} found, {} near only)",
            jenis.nama,
            s.ditemukan(),
            s.ditanam,
            s.dekat
        );
        s.luput
            .iter()
            .take(6)
            .for_each(|luput| teks.push_str(&format!("* {luput}\n")));
    }
    teks.push_str("\n# False alarms, by rule\n");
    for (nama, s) in skor
        .aturan
        .iter()
        .filter(|(_, s)| s.palsu + s.bersih + s.saran > 0)
    {
        let _ = writeln!(
            teks,
            "\n## {nama}: {} in clean reports, {} false in seeded ones, {} advice",
            s.bersih, s.palsu, s.saran
        );
        s.contoh
            .iter()
            .take(6)
            .for_each(|contoh| teks.push_str(&format!("* {contoh}\n")));
    }
    teks.push_str("\n# Findings in one format alone\n");
    for (nama, s) in rute {
        let _ = writeln!(teks, "\n## {nama}: {} in both", s.sama);
        s.contoh
            .iter()
            .take(12)
            .for_each(|contoh| teks.push_str(&format!("* {contoh}\n")));
    }
    teks
}
