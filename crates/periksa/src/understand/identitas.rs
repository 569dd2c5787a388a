//! Whose report it is, and of which year.

mod nama;
mod tahun;

use std::collections::BTreeMap;

use document::source::{Passage, Piece};
use hukum::Hukum;

use crate::bacaan::{Bacaan, Identitas};
use crate::understand::kosakata::{kata, normal};

/// Words right before a name that make the document its own.
const LAPORAN: &[&str] = &["lkjip", "lkip", "lakip", "lkj", "kinerja"];

/// Passages at the beginning that may be a cover, which names the office before any other.
const SAMPUL: usize = 8;

/// What is known of one name.
#[derive(Default)]
struct Calon {
    /// Which of all names it was when first found.
    urutan: usize,
    /// Times found.
    kali: usize,
    /// How much speaks for its being the reporting office.
    bobot: usize,
    /// Times found as something that others stand under.
    atasan: usize,
    /// Spellings, by how often.
    ejaan: BTreeMap<String, usize>,
    /// Short forms that the text gives in parentheses behind it.
    singkatan: Vec<String>,
}

pub(super) fn identitas(bacaan: &Bacaan, hukum: &Hukum) -> Identitas {
    let mut calon: BTreeMap<String, Calon> = BTreeMap::new();
    for (i, (passage, sel)) in bacaan_sumber(bacaan).enumerate() {
        kumpulkan(&passage.text, i < SAMPUL, sel, &mut calon);
    }
    let tahun = tahun::tahun(bacaan);
    let Some(kunci) = terpilih(&calon) else {
        return Identitas {
            tahun,
            ..Identitas::default()
        };
    };
    let kantor = calon
        .get(&kunci)
        .and_then(|satu| ejaan_wajar(satu, hukum))
        .unwrap_or_default();
    let profil = hukum
        .profil
        .iter()
        .filter(|profil| {
            let nama = normal(&profil.nama);
            kunci == nama || kunci.starts_with(&format!("{nama} "))
        })
        .max_by_key(|profil| profil.nama.len())
        .map(|profil| profil.id.clone());
    Identitas {
        sebutan: sebutan(bacaan, &kunci, &kantor, &calon, hukum),
        atasan: atasan(&kunci, &calon, hukum),
        kantor: Some(kantor),
        tahun,
        profil,
    }
}

/// All words of the document but those of formulas, and whether they stand in a cell.
fn bacaan_sumber<'a>(bacaan: &Bacaan<'a>) -> impl Iterator<Item = (&'a Passage, bool)> {
    bacaan.sumber.pieces.iter().flat_map(|piece| {
        let sel = match piece {
            Piece::Grid(grid) => grid.cells.as_slice(),
            _ => &[],
        };
        let sendiri = match piece {
            Piece::Formula(_) => None,
            lain => lain.passage(),
        };
        sendiri
            .into_iter()
            .map(|passage| (passage, false))
            .chain(sel.iter().map(|cell| (&cell.passage, true)))
    })
}

fn kumpulkan(teks: &str, sampul: bool, sel: bool, calon: &mut BTreeMap<String, Calon>) {
    // A cell, or a line that says where figures come from, names the reports of others.
    let sumber = sel || teks.trim_start().to_lowercase().starts_with("sumber");
    for temuan in nama::cari(teks) {
        let depan = teks.get(..temuan.rentang.start).unwrap_or_default();
        let belakang = teks.get(temuan.rentang.end..).unwrap_or_default();
        let urutan = calon.len();
        let satu = calon.entry(temuan.kunci).or_insert_with(|| Calon {
            urutan,
            ..Calon::default()
        });
        satu.kali += 1;
        satu.bobot += 1 + usize::from(sampul);
        if !sumber {
            satu.bobot += bobot(depan, belakang);
        }
        *satu
            .ejaan
            .entry(temuan.nama.split_whitespace().collect::<Vec<_>>().join(" "))
            .or_default() += 1;
        let kata_depan: Vec<String> = kata_terakhir(depan, 3);
        let di_bawah = kata_depan.iter().any(|k| {
            matches!(
                k.as_str(),
                "bawah" | "dibawah" | "perpanjangan" | "yth" | "atasan"
            )
        });
        satu.atasan += usize::from(di_bawah);
        if let Some(singkat) = dalam_kurung(belakang)
            && !satu.singkatan.iter().any(|s| s == singkat)
        {
            satu.singkatan.push(singkat.to_owned());
        }
    }
}

/// How much the words around a name speak for its being the reporting office.
fn bobot(depan: &str, belakang: &str) -> usize {
    let kata_depan = kata_terakhir(depan, 4);
    let laporan = kata_depan
        .last()
        .is_some_and(|k| LAPORAN.contains(&k.as_str()))
        || kata_depan
            .windows(2)
            .any(|dua| matches!(dua, [a, b] if a == "laporan" && b == "kinerja"))
        || kata_depan.ends_with(&["instansi".to_owned(), "pemerintah".to_owned()]);
    let bertahun = belakang
        .trim_start()
        .get(..5)
        .is_some_and(|awal| awal.eq_ignore_ascii_case("tahun"));
    match (laporan, bertahun) {
        (true, true) => 8,
        (true, false) => 4,
        (false, true) => 2,
        _ => 0,
    }
}

/// The last words of a text in lower case, first of them first; only its end is looked at.
fn kata_terakhir(teks: &str, banyak: usize) -> Vec<String> {
    const TERJAUH: usize = 80;
    let mut dari = teks.len().saturating_sub(TERJAUH);
    while !teks.is_char_boundary(dari) {
        dari += 1;
    }
    let semua: Vec<String> = kata(teks.get(dari..).unwrap_or_default())
        .map(|(_, k)| k.to_lowercase())
        .collect();
    semua
        .get(semua.len().saturating_sub(banyak)..)
        .unwrap_or_default()
        .to_vec()
}

/// A short form in parentheses right behind a name ("(Dinkes)", "(DPMPTSP)").
fn dalam_kurung(belakang: &str) -> Option<&str> {
    const TERPANJANG: usize = 20;
    let isi = belakang.trim_start().strip_prefix('(')?;
    let tutup = isi
        .char_indices()
        .take(TERPANJANG)
        .find(|(_, c)| *c == ')')?
        .0;
    let singkat = isi.get(..tutup)?.trim();
    let wajar = singkat.chars().next().is_some_and(char::is_uppercase)
        && singkat.len() >= 3
        && singkat.chars().all(char::is_alphanumeric);
    wajar.then_some(singkat)
}

/// The name for which most speaks, in its full form.
fn terpilih(calon: &BTreeMap<String, Calon>) -> Option<String> {
    let (kunci, utama) = calon
        .iter()
        .max_by_key(|(_, satu)| (satu.bobot, std::cmp::Reverse(satu.urutan)))?;
    // "Dinas Pendidikan" is short for "Dinas Pendidikan Kabupaten Maju", if that is said often enough to be no slip.
    let awalan = format!("{kunci} ");
    let panjang = calon
        .iter()
        .filter(|(lain, satu)| {
            lain.starts_with(&awalan)
                && satu.kali >= 2
                && satu.bobot.saturating_mul(10) >= utama.bobot
        })
        .max_by_key(|(_, satu)| satu.bobot)
        .map(|(lain, _)| lain);
    Some(panjang.unwrap_or(kunci).clone())
}

/// The usual spelling with small letters; where the document has capitals only, made from them.
fn ejaan_wajar(calon: &Calon, hukum: &Hukum) -> Option<String> {
    let bercampur = calon
        .ejaan
        .iter()
        .filter(|(ejaan, _)| ejaan.chars().any(char::is_lowercase))
        .max_by_key(|(_, kali)| **kali)
        .map(|(ejaan, _)| ejaan.clone());
    bercampur.or_else(|| {
        let (ejaan, _) = calon.ejaan.iter().max_by_key(|(_, kali)| **kali)?;
        Some(kecilkan(ejaan, hukum))
    })
}

/// "DINAS PENDIDIKAN DAN KEBUDAYAAN" in usual case; numbers and short forms that the lexicon knows stay.
fn kecilkan(nama: &str, hukum: &Hukum) -> String {
    let satu = |kata: &str| {
        let romawi = kata
            .chars()
            .all(|c| matches!(c, 'I' | 'V' | 'X' | 'A' | 'B'))
            && kata.len() <= 4;
        let singkatan = hukum
            .kamus
            .istilah
            .iter()
            .any(|istilah| istilah.singkatan.as_deref() == Some(kata));
        let tanpa_vokal = kata.len() <= 4 && !kata.contains(['A', 'I', 'U', 'E', 'O']);
        if romawi || singkatan || tanpa_vokal {
            return kata.to_owned();
        }
        let kecil = kata.to_lowercase();
        if matches!(kecil.as_str(), "dan" | "di" | "dari" | "serta") {
            return kecil;
        }
        let mut huruf = kecil.chars();
        huruf.next().map_or_else(String::new, |pertama| {
            pertama.to_uppercase().chain(huruf).collect()
        })
    };
    nama.split(' ').map(satu).collect::<Vec<_>>().join(" ")
}

/// Other forms under which the report means its office.
fn sebutan(
    bacaan: &Bacaan,
    kunci: &str,
    kantor: &str,
    calon: &BTreeMap<String, Calon>,
    hukum: &Hukum,
) -> Vec<String> {
    let mut hasil: Vec<String> = Vec::new();
    let mut tambah = |nama: String| {
        if nama != kantor && !hasil.contains(&nama) {
            hasil.push(nama);
        }
    };
    let kata_kunci: Vec<&str> = kunci.split(' ').collect();
    for (lain, satu) in calon {
        let kata_lain: Vec<&str> = lain.split(' ').collect();
        let awalan = kunci.starts_with(&format!("{lain} "));
        // "Kantor Imigrasi Maju": same kind, same place, the class left out.
        let pendek = kata_lain.len() < kata_kunci.len()
            && kata_lain.len() >= 3
            && kata_lain.get(..2) == kata_kunci.get(..2)
            && kata_lain.last() == kata_kunci.last();
        if (awalan || pendek || lain == kunci)
            && let Some(ejaan) = ejaan_wajar(satu, hukum)
        {
            if lain != kunci {
                tambah(ejaan);
            }
            satu.singkatan.iter().cloned().for_each(&mut tambah);
        }
    }
    // "Kanim": the lexicon knows the short form of the kind of office.
    for istilah in &hukum.kamus.istilah {
        let Some(singkatan) = &istilah.singkatan else {
            continue;
        };
        let panjang = normal(&istilah.kata);
        let Some(sisa) = kunci.strip_prefix(&format!("{panjang} ")) else {
            continue;
        };
        let tempat = kantor.split(' ').next_back().unwrap_or_default();
        tambah(format!("{singkatan} {tempat}"));
        let ekor = kantor.get(kantor.len().saturating_sub(sisa.len())..);
        if let Some(ekor) = ekor.filter(|ekor| *ekor != tempat) {
            tambah(format!("{singkatan} {ekor}"));
        }
    }
    // "BPS Kabupaten Maju": the first words by their initials, where the text writes so.
    let kata_kantor: Vec<&str> = kantor.split(' ').collect();
    for banyak in 2..kata_kantor.len().min(6) {
        let (depan, ekor) = kata_kantor.split_at_checked(banyak).unwrap_or_default();
        let inisial: String = depan.iter().filter_map(|k| k.chars().next()).collect();
        let singkat = format!("{inisial} {}", ekor.join(" "));
        if bacaan_sumber(bacaan).any(|(passage, _)| passage.text.contains(&singkat)) {
            tambah(singkat);
        }
    }
    let menyebut = |frasa: &str| {
        bacaan_sumber(bacaan).any(|(passage, _)| {
            passage
                .text
                .to_lowercase()
                .split(|c: char| !c.is_alphabetic())
                .collect::<Vec<_>>()
                .join(" ")
                .contains(frasa)
        })
    };
    for frasa in ["satuan kerja", "satker"] {
        if menyebut(frasa) {
            tambah(frasa.to_owned());
        }
    }
    hasil
}

/// Offices above, nearest first.
fn atasan(kunci: &str, calon: &BTreeMap<String, Calon>, hukum: &Hukum) -> Vec<String> {
    let jarak = |lain: &str| {
        let depan = |frasa: &str| lain.starts_with(frasa);
        match () {
            () if depan("kantor wilayah") => Some(1u8),
            () if depan("pengadilan tinggi") || depan("kejaksaan tinggi") => Some(1),
            () if depan("direktorat jenderal") || depan("badan") || depan("sekretariat") => Some(2),
            () if depan("kementerian") || depan("mahkamah") || depan("kejaksaan agung") => Some(3),
            () => None,
        }
    };
    let mut tingkat: BTreeMap<u8, (&str, &Calon)> = BTreeMap::new();
    let sendiri = jarak(kunci).unwrap_or(0);
    for (lain, satu) in calon {
        let Some(jarak) = jarak(lain).filter(|j| *j > sendiri) else {
            continue;
        };
        let cukup =
            satu.atasan > 0 || (satu.kali >= 3 && (jarak != 2 || lain.starts_with("direktorat")));
        if lain == kunci || lain.starts_with(kunci) || !cukup {
            continue;
        }
        let nilai = |c: &Calon| c.kali + 3 * c.atasan;
        let ada = tingkat.get(&jarak).map_or(0, |(_, ada)| nilai(ada));
        if nilai(satu) > ada {
            tingkat.insert(jarak, (lain, satu));
        }
    }
    tingkat
        .into_values()
        .filter_map(|(_, satu)| ejaan_wajar(satu, hukum))
        .collect()
}

#[cfg(test)]
mod tests;
