//! The figures as a section of `docs/ukuran.md`, as JSON, and as a list of what went wrong.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use periksa::rules::KELOMPOK;
use serde_json::{Value, json};

use crate::jenis::{Keluarga, semua};
use crate::rute::Kesepakatan;
use crate::skor::{KATA_SEHALAMAN, Skor, SkorAturan, SkorJenis};

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

/// Planted and told, of one family.
#[must_use]
pub fn keluarga(skor: &Skor, keluarga: Keluarga) -> (usize, usize) {
    semua()
        .filter(|jenis| jenis.keluarga == keluarga)
        .filter_map(|jenis| skor.jenis.get(jenis.nama))
        .fold((0, 0), |(ditanam, kena), satu| {
            (ditanam + satu.ditanam, kena + satu.ditemukan())
        })
}

/// Findings that an error explains and those that none does, of the rules of one family.
#[must_use]
pub fn ketepatan(skor: &Skor, keluarga: Keluarga) -> (usize, usize) {
    KELOMPOK
        .iter()
        .filter(|kelompok| keluarga.kelompok().contains(&kelompok.nama))
        .flat_map(|kelompok| kelompok.aturan)
        .filter_map(|aturan| skor.aturan.get(aturan.nama))
        .fold((0, 0), |(benar, salah), satu| {
            (
                benar + satu.benar + satu.akibat,
                salah + satu.palsu + satu.bersih,
            )
        })
}

/// The section; `kapan` says of which day and which state of the rules.
#[must_use]
pub fn bagian(skor: &Skor, rute: &BTreeMap<&'static str, Kesepakatan>, kapan: &str) -> String {
    let mut teks = pembuka(skor, kapan);
    ringkasan(skor, &mut teks);
    tabel_jenis(skor, &mut teks);
    tabel_aturan(skor, &mut teks);
    teks.push_str(
        "\nSeeded reports written as files and read back, findings by rule and excerpt:\n\n\
         | file | in both | tree only | file only |\n|---|---|---|---|\n",
    );
    for (nama, s) in rute {
        let _ = writeln!(
            teks,
            "| {nama} | {} | {} | {} |",
            s.sama, s.hanya_pohon, s.hanya_berkas
        );
    }
    teks.push_str(
        "\nWhat this does not prove: the reports come from our own templates with a few sentences in other forms, so their words are regular, and the errors are ours too.\n\
         Real reports are worse in both.\n\
         The list of misses and false alarms is written with `cargo xtask seed-errors --rincian FILE`.\n",
    );
    teks
}

fn pembuka(skor: &Skor, kapan: &str) -> String {
    let ditanam: usize = skor.jenis.values().map(|satu| satu.ditanam).sum();
    format!(
        "{JUDUL}\n\n\
         Made with `cargo xtask seed-errors` ({kapan}): {} clean reports of invented offices (two kinds, five years, other names, figures and targets) as trees,\n\
         and {} copies with {ditanam} planted errors at known places, about ten in a report and far apart.\n\
         An error is found when a finding stands on its words, its cell or its formula, names it as a related place, or stands in the same row of the table or on the total of its column.\n\
         One elsewhere in the same paragraph does not count.\n\
         A part taken out is found when a rule on completeness says so.\n\
         A finding that no planted error explains is false; one that is there without the errors too counts under the clean reports.\n\
         Precision counts what tells an error or follows from one (a value that is computed from it, the same paragraph or column) against all of that, the false ones and those in the clean reports.\n\
         Advice (`saran`) says what only may be wrong: it can find an error, and is counted apart where no error is.\n\
         A number is checked when a rule could hold it against something; the appendix that lists all fakta, which other reports do not have, is left out of that count and gets no errors.\n\
         A page is {KATA_SEHALAMAN} words, so the clean reports have {} pages.\n\n",
        skor.bersih,
        skor.berbenih,
        skor.halaman()
    )
}

fn ringkasan(skor: &Skor, teks: &mut String) {
    let ditanam: usize = skor.jenis.values().map(|satu| satu.ditanam).sum();
    let kena: usize = skor.jenis.values().map(SkorJenis::ditemukan).sum();
    let jumlah = |ambil: fn(&SkorAturan) -> usize| skor.aturan.values().map(ambil).sum::<usize>();
    let benar = jumlah(|satu| satu.benar + satu.akibat);
    let (palsu, bersih) = (jumlah(|satu| satu.palsu), jumlah(|satu| satu.bersih));
    let saran = jumlah(|satu| satu.saran_bersih);
    let _ = writeln!(
        teks,
        "| all kinds | |\n|---|---|\n| errors planted | {ditanam} |\n| recall | {} |\n| precision | {} |\n\
         | precision in seeded reports alone | {} |\n\
         | false alarms in clean reports, binding or to be mended | {bersih}: {} in 100 pages (bar: 1) |\n\
         | advice in clean reports | {saran}: {} in 100 pages |\n\
         | numbers seen | {} |\n| of them held against something | {} ({}) |",
        persen(kena, ditanam),
        persen(benar, benar + palsu + bersih),
        persen(benar, benar + palsu),
        seratus_halaman(bersih, skor.halaman()),
        seratus_halaman(saran, skor.halaman()),
        skor.cakupan.dilihat,
        skor.cakupan.diperiksa,
        persen(skor.cakupan.diperiksa, skor.cakupan.dilihat)
    );
    for (sebab, banyak) in &skor.cakupan.tidak {
        let _ = writeln!(teks, "| not checked, because *{sebab}* | {banyak} |");
    }
    teks.push_str("\n| kinds | planted | recall | bar | findings of their rules | precision | bar |\n|---|---|---|---|---|---|---|\n");
    for satu in Keluarga::SEMUA {
        let ((ditanam, kena), (benar, salah)) = (keluarga(skor, satu), ketepatan(skor, satu));
        let bar = |bar: Option<usize>| bar.map_or_else(|| "–".to_owned(), |bar| format!("{bar}%"));
        let _ = writeln!(
            teks,
            "| {} | {ditanam} | {} | {} | {} | {} | {} |",
            satu.nama(),
            persen(kena, ditanam),
            bar(satu.target().map(|(recall, _)| recall)),
            benar + salah,
            persen(benar, benar + salah),
            bar(satu.target().map(|(_, precision)| precision))
        );
    }
}

fn tabel_jenis(skor: &Skor, teks: &mut String) {
    teks.push_str("\n| kind of error | of | planted | on the spot | as related place | same row or total | near only | recall |\n|---|---|---|---|---|---|---|---|\n");
    for jenis in semua() {
        let kosong = SkorJenis::default();
        let s = skor.jenis.get(jenis.nama).unwrap_or(&kosong);
        let _ = writeln!(
            teks,
            "| {} | {} | {} | {} | {} | {} | {} | {} |",
            jenis.nama,
            jenis.keluarga.nama(),
            s.ditanam,
            s.tepat,
            s.terkait,
            s.sebaris,
            s.dekat,
            persen(s.ditemukan(), s.ditanam)
        );
    }
}

fn tabel_aturan(skor: &Skor, teks: &mut String) {
    teks.push_str(
        "\n| rule | tells an error | follows from one | false | in clean reports | advice beside errors and in clean reports | precision | share of numbers that it checks |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    for (nama, s) in &skor.aturan {
        let benar = s.benar + s.akibat;
        let _ = writeln!(
            teks,
            "| {nama} | {} | {} | {} | {} | {} | {} | {} |",
            s.benar,
            s.akibat,
            s.palsu,
            s.bersih,
            s.saran + s.saran_bersih,
            persen(benar, benar + s.palsu + s.bersih),
            persen(s.diperiksa, s.dilihat)
        );
    }
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
            json!({"jenis": jenis.nama, "keluarga": jenis.keluarga.nama(), "ditanam": s.ditanam, "tepat": s.tepat, "terkait": s.terkait, "sebaris": s.sebaris, "dekat": s.dekat})
        })
        .collect();
    let aturan: Vec<Value> = skor
        .aturan
        .iter()
        .map(|(nama, s)| json!({"aturan": nama, "benar": s.benar, "akibat": s.akibat, "palsu": s.palsu, "bersih": s.bersih, "saran": s.saran + s.saran_bersih, "diperiksa": s.diperiksa}))
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
        .filter(|(_, s)| s.palsu + s.bersih + s.saran + s.saran_bersih > 0)
    {
        let _ = writeln!(
            teks,
            "\n## {nama}: {} in clean reports, {} false in seeded ones, {} advice",
            s.bersih,
            s.palsu,
            s.saran + s.saran_bersih
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
