//! Which column of a foreign table is which column of the sheet: remembered, or told from the headings.

use std::collections::{BTreeMap, BTreeSet};

use super::{PetaKolom, SumberKolom, TabelUnggahan};
use crate::usecases::{KeteranganLembar, TahunDibaca};

/// Rows among which the headings are looked for.
const BARIS_JUDUL: usize = 30;

/// A mapping as it is remembered: row of the headings, and for each column of the sheet a heading of the table or a fixed text.
type Ingatan = (usize, BTreeMap<String, (String, String)>);

const KOLOM: &str = "kolom";
const TETAP: &str = "tetap";

/// Headings of the sheet that a table may fill: those it has, and those that its form knows.
pub(super) fn kolom_tujuan(dibaca: &TahunDibaca, keterangan: &KeteranganLembar) -> Vec<String> {
    let mut daftar: Vec<String> = dibaca
        .isi
        .lembar(&keterangan.nama)
        .map(|isi| isi.kepala.clone())
        .unwrap_or_default();
    for kolom in keterangan.skema.kolom {
        if !daftar.iter().any(|nama| nama == kolom.nama) {
            daftar.push(kolom.nama.to_owned());
        }
    }
    daftar
}

/// Lower case words without punctuation, for two headings to be the same.
pub(super) fn rapi(teks: &str) -> String {
    let mut hasil = String::new();
    for huruf in teks.chars() {
        if huruf.is_alphanumeric() {
            hasil.extend(huruf.to_lowercase());
        } else if !hasil.is_empty() && !hasil.ends_with('_') {
            hasil.push('_');
        }
    }
    hasil.trim_end_matches('_').to_owned()
}

/// How well a heading of a table names a column of the sheet: 0 is not at all.
fn kecocokan(judul: &str, kolom: &str) -> u8 {
    let judul = rapi(judul);
    if judul.is_empty() {
        return 0;
    }
    if judul == rapi(kolom) || bulan(&judul, kolom) {
        return 3;
    }
    let kata: Vec<&str> = judul.split('_').collect();
    if kolom.split('_').all(|satu| kata.contains(&satu)) {
        2
    } else {
        0
    }
}

/// Whether a heading is the name, short name or number of the month of this column.
fn bulan(judul: &str, kolom: &str) -> bool {
    let Some(nomor) = kolom
        .parse::<u8>()
        .ok()
        .filter(|nomor| kolom.len() == 2 && (1..=12).contains(nomor))
    else {
        return false;
    };
    let nama = kinerja::nama_bulan(nomor).to_lowercase();
    judul == nama
        || nama.get(..3) == Some(judul)
        || judul.parse::<u8>().is_ok_and(|angka| angka == nomor)
}

/// A mapping from the headings alone.
pub(super) fn usulkan(tabel: &[TabelUnggahan], kolom: &[String], tahun: i64) -> PetaKolom {
    let mut terbaik = (0, 0, 0);
    for (ke, (_, baris)) in tabel.iter().enumerate() {
        for (judul, (_, sel)) in baris.iter().take(BARIS_JUDUL).enumerate() {
            let cocok = kolom
                .iter()
                .filter(|kolom| sel.iter().any(|sel| kecocokan(sel, kolom) > 0))
                .count();
            if cocok > terbaik.0 {
                terbaik = (cocok, ke, judul);
            }
        }
    }
    let (_, ke, judul) = terbaik;
    let mut peta = PetaKolom {
        tabel: ke,
        judul,
        kolom: BTreeMap::new(),
    };
    let kepala = kepala(tabel, ke, judul);
    let mut dipakai = BTreeSet::new();
    for tingkat in [3, 2] {
        for nama in kolom {
            if peta.kolom.contains_key(nama) {
                continue;
            }
            let letak = kepala.iter().enumerate().find(|(letak, judul)| {
                !dipakai.contains(letak) && kecocokan(judul, nama) >= tingkat
            });
            if let Some((letak, _)) = letak {
                dipakai.insert(letak);
                peta.kolom.insert(nama.clone(), SumberKolom::Kolom(letak));
            }
        }
    }
    if kolom.iter().any(|nama| nama == "tahun") {
        peta.kolom
            .entry("tahun".to_owned())
            .or_insert_with(|| SumberKolom::Tetap(tahun.to_string()));
    }
    peta
}

/// The remembered mapping, where some table of the file has every heading that it names.
pub(super) fn dari_ingatan(
    isi: &str,
    tabel: &[TabelUnggahan],
    kolom: &[String],
) -> Option<PetaKolom> {
    let (judul, ingatan): Ingatan = serde_json::from_str(isi).ok()?;
    (0..tabel.len()).find_map(|ke| {
        let kepala = kepala(tabel, ke, judul);
        let mut peta = PetaKolom {
            tabel: ke,
            judul,
            kolom: BTreeMap::new(),
        };
        for (nama, (jenis, teks)) in &ingatan {
            if !kolom.contains(nama) {
                continue;
            }
            let sumber = if jenis == TETAP {
                SumberKolom::Tetap(teks.clone())
            } else {
                let letak = kepala.iter().position(|judul| rapi(judul) == rapi(teks))?;
                SumberKolom::Kolom(letak)
            };
            peta.kolom.insert(nama.clone(), sumber);
        }
        (!peta.kolom.is_empty()).then_some(peta)
    })
}

/// The mapping as it is remembered: by headings, for the next file may have its columns elsewhere.
pub(super) fn ingatan(peta: &PetaKolom, tabel: &[TabelUnggahan]) -> serde_json::Result<String> {
    let kepala = kepala(tabel, peta.tabel, peta.judul);
    let kolom = peta
        .kolom
        .iter()
        .map(|(nama, sumber)| {
            let isi = match sumber {
                SumberKolom::Kolom(letak) => (
                    KOLOM.to_owned(),
                    kepala.get(*letak).cloned().unwrap_or_default(),
                ),
                SumberKolom::Tetap(teks) => (TETAP.to_owned(), teks.clone()),
            };
            (nama.clone(), isi)
        })
        .collect();
    let ingatan: Ingatan = (peta.judul, kolom);
    serde_json::to_string(&ingatan)
}

/// The headings of a table.
pub(super) fn kepala(tabel: &[TabelUnggahan], ke: usize, judul: usize) -> Vec<String> {
    tabel
        .get(ke)
        .and_then(|(_, baris)| baris.get(judul))
        .map(|(_, sel)| sel.clone())
        .unwrap_or_default()
}
