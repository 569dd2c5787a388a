//! Where a document names indicators: columns of tables, headings, lines "Indikator 1: ...".

use document::source::Piece;

use super::nama;
use crate::bacaan::{Bacaan, Letak, Peran};
use crate::understand::kosakata::{self, normal};
use crate::understand::tabel::baris::rerata_polos;
use crate::understand::tabel::kisi::{Kepala, Kisi, PetaAngka, kosong};

/// An indicator as one spot names it.
#[derive(Debug, Clone)]
pub(super) struct Calon {
    pub(super) nama: String,
    pub(super) letak: Letak,
    /// How sure the spot is to be the office's own agreement; the highest counts.
    pub(super) janji: u8,
    pub(super) satuan: Option<String>,
}

/// Names beyond which no more are collected.
const CALON_TERBANYAK: usize = 400;
/// First words of the names of indicators.
const KATA_AWAL: &[&str] = &[
    "indeks",
    "persentase",
    "prosentase",
    "nilai",
    "jumlah",
    "tingkat",
    "rasio",
    "rata",
    "angka",
    "cakupan",
    "predikat",
    "skor",
    "laju",
    "opini",
    "kontribusi",
    "pertumbuhan",
    "proporsi",
    "presentase",
];

/// Level of a table of indicators by its headings: 0 strategic, 1 programme, 2 activity; 3 where they tell none.
pub(in crate::understand) fn tingkat(jalur: &[Vec<String>]) -> u8 {
    let judul = normal(&jalur.concat().join(" | "));
    let ada = |frasa: &[&str]| frasa.iter().any(|f| judul.contains(f));
    if ada(&[
        "sasaran kegiatan",
        "indikator kinerja kegiatan",
        "indikator kegiatan",
    ]) {
        2
    } else if ada(&[
        "sasaran program",
        "indikator kinerja program",
        "indikator program",
    ]) {
        1
    } else if ada(&["sasaran strategis", "indikator kinerja sasaran strategis"]) {
        0
    } else {
        3
    }
}

/// The column of indicators, where a table has one.
pub(in crate::understand) fn kolom_indikator(jalur: &[Vec<String>]) -> Option<usize> {
    jalur.iter().position(|satu| {
        satu.iter().any(|teks| {
            let rapi = normal(teks);
            rapi.starts_with("indikator")
                || rapi.starts_with("iku ")
                || rapi.starts_with("ikk ")
                || rapi.ends_with("indikator kinerja")
                || rapi.ends_with(" indikator")
                || matches!(rapi.as_str(), "iku" | "ikk" | "sasaran indikator kinerja")
        })
    })
}

/// Whether a table is one of targets alone, as the agreement has it.
pub(in crate::understand) fn daftar_target(jalur: &[Vec<String>]) -> bool {
    let peran: Vec<Peran> = jalur
        .iter()
        .filter_map(|satu| satu.iter().rev().find_map(|teks| kosakata::peran(teks)))
        .collect();
    peran.iter().filter(|p| **p == Peran::Target).count() == 1
        && !peran
            .iter()
            .any(|p| matches!(p, Peran::Realisasi | Peran::Capaian))
}

/// Whether the words over a piece speak of the performance agreement.
pub(in crate::understand) fn di_perjanjian(bacaan: &Bacaan, piece: usize) -> bool {
    let menyebut = |teks: &str| {
        let rapi = normal(teks);
        rapi.contains("perjanjian kinerja") || rapi.contains("penetapan kinerja")
    };
    let mut bagian = bacaan.bagian(piece);
    let mut langkah = 0;
    while let Some(ini) = bagian {
        if menyebut(&ini.judul) {
            return true;
        }
        langkah += 1;
        bagian = ini
            .induk
            .filter(|_| langkah < 8)
            .and_then(|i| bacaan.kerangka.get(i));
    }
    (piece.saturating_sub(3)..piece)
        .filter_map(|i| bacaan.sumber.pieces.get(i)?.passage())
        .any(|passage| passage.text.len() < 600 && menyebut(&passage.text))
}

/// All names of indicators that tables and headings give.
pub(super) fn kumpul(bacaan: &Bacaan, peta: &PetaAngka) -> Vec<Calon> {
    let mut hasil = Vec::new();
    for (i, piece) in bacaan.sumber.pieces.iter().enumerate() {
        if hasil.len() >= CALON_TERBANYAK {
            break;
        }
        match piece {
            Piece::Grid(grid) => {
                if let Some(kisi) = Kisi::baru(bacaan, peta, i, grid) {
                    dari_tabel(bacaan, &kisi, &mut hasil);
                }
            }
            Piece::Heading { passage, .. } => {
                dari_baris(bacaan, i, &passage.text, true, &mut hasil)
            }
            Piece::Paragraph(passage) | Piece::Item { passage, .. } => {
                dari_baris(bacaan, i, &passage.text, false, &mut hasil);
            }
            _ => {}
        }
    }
    hasil
}

fn dari_tabel(bacaan: &Bacaan, kisi: &Kisi, hasil: &mut Vec<Calon>) {
    let kepala = kisi.kepala();
    let jalur: Vec<Vec<String>> = (0..kisi.grid.columns)
        .map(|kolom| kisi.jalur(kepala, kolom))
        .collect();
    let Some(kolom) = kolom_indikator(&jalur) else {
        return;
    };
    let target = jalur.iter().position(|satu| {
        satu.iter().rev().find_map(|teks| kosakata::peran(teks)) == Some(Peran::Target)
    });
    // Components of a score have weights and no targets; they are no indicators of the office.
    let berbobot = jalur.iter().any(|satu| {
        satu.iter()
            .any(|teks| kosakata::peran(teks) == Some(Peran::Bobot))
    });
    if berbobot && target.is_none() {
        return;
    }
    // A list of indicators without any figure column may be anything (a plan of work, a list of definitions).
    let janji = match (daftar_target(&jalur), di_perjanjian(bacaan, kisi.piece)) {
        (true, true) => 8 + tingkat(&jalur),
        (true, false) => 4 + tingkat(&jalur),
        (false, _) if target.is_some() => 1,
        (false, _) => 0,
    };
    let satuan_kolom = jalur
        .iter()
        .position(|satu| satu.last().is_some_and(|teks| normal(teks) == "satuan"));
    for baris in kepala.badan()..kisi.grid.rows {
        if !kisi.pangkal(baris, kolom) {
            continue;
        }
        let Some(sel) = kisi.sel(baris, kolom) else {
            continue;
        };
        let teks = kisi
            .grid
            .cells
            .get(sel)
            .map_or("", |s| s.passage.text.as_str());
        let awal = normal(teks);
        if kosong(teks)
            || rerata_polos(&awal) == Some(true)
            || matches!(awal.as_str(), "jumlah" | "total")
        {
            continue;
        }
        if sambungan(bacaan, kisi, kepala, baris, kolom, target) {
            if let Some(lama) = hasil.last_mut() {
                lama.nama = format!("{} {}", lama.nama, rapi(teks));
            }
            continue;
        }
        let satuan = satuan_kolom
            .map(|k| normal(kisi.teks(baris, k)))
            .or_else(|| target.map(|k| satuan_tercetak(kisi.teks(baris, k))))
            .filter(|s| !s.is_empty() && s.len() <= 30);
        for rentang in nama::pisah(teks) {
            let satu = rapi(teks.get(rentang.clone()).unwrap_or_default());
            if layak(&satu) {
                hasil.push(Calon {
                    nama: satu,
                    letak: Letak::di_sel(kisi.piece, sel, rentang),
                    janji,
                    satuan: satuan.clone(),
                });
            }
        }
    }
}

/// Whether a cell only goes on with the name above it: the row has nothing else, and the words begin small.
fn sambungan(
    _bacaan: &Bacaan,
    kisi: &Kisi,
    kepala: Kepala,
    baris: usize,
    kolom: usize,
    target: Option<usize>,
) -> bool {
    let kecil = kisi
        .teks(baris, kolom)
        .chars()
        .next()
        .is_some_and(char::is_lowercase);
    let tanpa_target = target.is_none_or(|k| kisi.teks(baris, k).is_empty());
    let tanpa_nomor = kolom == 0 || kisi.teks(baris, 0).is_empty();
    kecil && tanpa_target && tanpa_nomor && kepala.tinggi > 0
}

fn dari_baris(bacaan: &Bacaan, piece: usize, teks: &str, judul: bool, hasil: &mut Vec<Calon>) {
    const PANJANG: usize = 260;
    if teks.len() > PANJANG {
        return;
    }
    let Some((awal, bertitik)) = awal_nama(teks) else {
        return;
    };
    let isi = teks.get(awal..).unwrap_or_default();
    let isi =
        isi.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ';' | ':' | ','));
    let satu = rapi(isi);
    let rapi = normal(&satu);
    let khas = rapi
        .split(' ')
        .next()
        .is_some_and(|kata| KATA_AWAL.contains(&kata));
    let diawali = awal_indikator(teks);
    let di_capaian = || {
        let mut bagian = bacaan.bagian(piece).and_then(|b| b.induk);
        let mut langkah = 0;
        while let Some(ini) = bagian.and_then(|i| bacaan.kerangka.get(i)) {
            let atas = normal(&ini.judul);
            if atas.contains("capaian") || atas.contains("akuntabilitas") {
                return true;
            }
            langkah += 1;
            bagian = ini.induk.filter(|_| langkah < 8);
        }
        false
    };
    let layak_di_sini = if diawali {
        khas && (judul || bertitik)
    } else {
        judul
            && matches!(
                rapi.split(' ').next(),
                Some("indeks" | "persentase" | "prosentase")
            )
            && di_capaian()
    };
    if layak_di_sini && layak(&satu) && satu.split(' ').count() >= 2 && !satu.contains(['[', '=']) {
        hasil.push(Calon {
            nama: satu,
            letak: Letak::new(piece, awal..awal + isi.len()),
            janji: 0,
            satuan: None,
        });
    }
}

fn awal_indikator(teks: &str) -> bool {
    kosakata::kata(teks)
        .map(|(_, kata)| kata.to_lowercase())
        .find(|kata| kata.len() > 2 && kata.chars().all(char::is_alphabetic))
        .is_some_and(|kata| matches!(kata.as_str(), "indikator" | "iku" | "ikk" | "ikp" | "iks"))
}

/// Where the name begins behind "1." and "Indikator Kinerja Kegiatan 2:", and whether a colon stands before it.
fn awal_nama(teks: &str) -> Option<(usize, bool)> {
    const PEMBUKA: &[&str] = &[
        "indikator",
        "kinerja",
        "kegiatan",
        "utama",
        "program",
        "sasaran",
        "strategis",
        "iku",
        "ikk",
        "ikp",
        "iks",
        "ke",
    ];
    for (letak, kata) in kosakata::kata(teks) {
        let kecil = kata.to_lowercase();
        let urutan = kata.chars().all(|c| c.is_ascii_digit())
            || (kata.chars().count() == 1 && kata.chars().all(char::is_alphabetic))
            || kata.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        if urutan || PEMBUKA.contains(&kecil.as_str()) {
            continue;
        }
        let depan = teks.get(..letak.start).unwrap_or_default();
        return Some((letak.start, depan.contains(':')));
    }
    None
}

fn layak(nama: &str) -> bool {
    let huruf = nama.chars().filter(|c| c.is_alphabetic()).count();
    (4..=400).contains(&huruf) && !nama.starts_with('[')
}

fn rapi(teks: &str) -> String {
    teks.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The unit that stands beside a target ("3,25 (Indeks)", "87%").
fn satuan_tercetak(teks: &str) -> String {
    if teks.contains('%') {
        return "persen".to_owned();
    }
    kosakata::kata(teks)
        .map(|(_, kata)| kata.to_lowercase())
        .find(|kata| kata.chars().all(char::is_alphabetic) && kata != "rp")
        .unwrap_or_default()
}
