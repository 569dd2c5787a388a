//! What a mapped table would change in its sheet, and what would be wrong in it afterwards.

use std::collections::BTreeMap;

use hukum::Hukum;
use kinerja::bilangan;

use super::{PetaKolom, RencanaImpor, SumberKolom, TabelUnggahan, UbahSel};
use crate::error::{Error, Result};
use crate::isi_tahun::{BarisIsi, LembarIsi, Tahun};
use crate::usecases::KeteranganLembar;
use crate::usecases::lembar::{KesalahanSel, kesalahan_sel, lembar_kosong};

/// Compares the rows of the table with those of the sheet, by the columns that name a row.
pub(super) fn susun(
    tahun: &Tahun,
    keterangan: &KeteranganLembar,
    tabel: &[TabelUnggahan],
    peta: &PetaKolom,
    terpanjang: usize,
) -> Result<RencanaImpor> {
    let skema = keterangan.skema;
    for kunci in skema.kunci {
        let wajib = skema.kolom(kunci).is_some_and(|kolom| kolom.wajib);
        if wajib && !peta.kolom.contains_key(*kunci) {
            return Err(Error::Isian(format!(
                "kolom {kunci} menentukan baris mana yang diubah; pilih kolom berkas untuknya, atau tulis isi tetapnya"
            )));
        }
    }
    let (_, baris) = tabel
        .get(peta.tabel)
        .ok_or_else(|| Error::Isian("tabel itu tidak ada di dalam berkas".to_owned()))?;
    let kosong = lembar_kosong(keterangan);
    let isi = tahun.lembar(&keterangan.nama).unwrap_or(&kosong);
    let ada: BTreeMap<Vec<String>, &BarisIsi> = isi
        .baris
        .iter()
        .map(|baris| (kunci(skema.kunci, |kolom| baris.teks(kolom)), baris))
        .collect();
    let mut rencana = RencanaImpor {
        sidik: tahun.sidik(|nama| nama == keterangan.nama),
        ..RencanaImpor::default()
    };
    let mut terlihat: BTreeMap<Vec<String>, u32> = BTreeMap::new();
    for (nomor, sel) in baris.iter().skip(peta.judul.saturating_add(1)) {
        let nilai: BTreeMap<&str, &str> = peta
            .kolom
            .iter()
            .map(|(nama, sumber)| {
                let teks = match sumber {
                    SumberKolom::Kolom(letak) => sel.get(*letak).map_or("", |teks| teks.trim()),
                    SumberKolom::Tetap(teks) => teks.trim(),
                };
                (nama.as_str(), teks)
            })
            .collect();
        let berisi = peta.kolom.iter().any(|(nama, sumber)| {
            matches!(sumber, SumberKolom::Kolom(_))
                && nilai
                    .get(nama.as_str())
                    .is_some_and(|teks| !teks.is_empty())
        });
        if !berisi {
            continue;
        }
        let teks = |kolom: &str| nilai.get(kolom).copied().unwrap_or_default();
        let tanpa = skema.kunci.iter().find(|kunci| {
            skema.kolom(kunci).is_some_and(|kolom| kolom.wajib) && teks(kunci).is_empty()
        });
        if let Some(tanpa) = tanpa {
            let sebab = format!("kolom {tanpa} kosong");
            rencana.dilewati.push((*nomor, sebab));
            continue;
        }
        if nilai.values().any(|teks| teks.chars().count() > terpanjang) {
            let sebab = format!("isi selnya lebih dari {terpanjang} karakter");
            rencana.dilewati.push((*nomor, sebab));
            continue;
        }
        let kunci = kunci(skema.kunci, teks);
        if let Some(dulu) = terlihat.get(&kunci) {
            let sebab = format!("baris {dulu} menunjuk baris yang sama");
            rencana.dilewati.push((*nomor, sebab));
            continue;
        }
        terlihat.insert(kunci.clone(), *nomor);
        let berisi = nilai.iter().filter(|(_, teks)| !teks.is_empty());
        let Some(lama) = ada.get(&kunci) else {
            let baru = berisi.map(|(kolom, teks)| ((*kolom).to_owned(), (*teks).to_owned()));
            rencana.baru.push(baru.collect());
            continue;
        };
        for (kolom, menjadi) in berisi {
            let semula = lama.teks(kolom);
            if sama(semula, menjadi) || skema.kunci.contains(kolom) {
                rencana.sama += 1;
                continue;
            }
            rencana.ubah.push(UbahSel {
                baris: lama.id.clone(),
                sebutan: sebutan(skema.kunci, lama),
                kolom: (*kolom).to_owned(),
                semula: semula.to_owned(),
                menjadi: (*menjadi).to_owned(),
                versi: lama.versi(kolom),
            });
        }
    }
    Ok(rencana)
}

/// What the reader would say of the sheet after the plan.
pub(super) fn kesalahan(
    tahun: &Tahun,
    keterangan: &KeteranganLembar,
    rencana: &RencanaImpor,
    hukum: &Hukum,
) -> Result<Vec<KesalahanSel>> {
    let mut sesudah = tahun.clone();
    if sesudah.lembar(&keterangan.nama).is_none() {
        sesudah.lembar.push(lembar_kosong(keterangan));
    }
    let Some(lembar) = sesudah
        .lembar
        .iter_mut()
        .find(|lembar| lembar.nama == keterangan.nama)
    else {
        return Ok(Vec::new());
    };
    terapkan(lembar, rencana);
    // Pictures play no part in what a sheet of figures says.
    let mentah = sesudah.mentah(|_| Ok(Vec::new()))?;
    let (_, kesalahan) = paket::interpret_partly(&mentah, hukum);
    Ok(kesalahan_sel(
        &kesalahan,
        sesudah.lembar(&keterangan.nama),
        &keterangan.nama,
    ))
}

fn terapkan(lembar: &mut LembarIsi, rencana: &RencanaImpor) {
    let tulis = |lembar: &mut LembarIsi, letak: usize, kolom: &str, teks: &str| {
        if !lembar.kepala.iter().any(|nama| nama == kolom) {
            lembar.kepala.push(kolom.to_owned());
        }
        if let Some(baris) = lembar.baris.get_mut(letak) {
            baris.sel.insert(kolom.to_owned(), (teks.to_owned(), 0));
        }
    };
    for satu in &rencana.ubah {
        let letak = lembar
            .baris
            .iter()
            .position(|baris| baris.id == satu.baris)
            .unwrap_or(usize::MAX);
        tulis(lembar, letak, &satu.kolom, &satu.menjadi);
    }
    for (ke, sel) in (1..).zip(&rencana.baru) {
        let letak = lembar.baris.len();
        lembar.baris.push(BarisIsi {
            id: format!("baru {ke}"),
            urutan: i64::MAX,
            sel: BTreeMap::new(),
        });
        for (kolom, teks) in sel {
            tulis(lembar, letak, kolom, teks);
        }
    }
}

fn kunci<'a>(kolom: &[&str], teks: impl Fn(&str) -> &'a str) -> Vec<String> {
    kolom
        .iter()
        .map(|kolom| {
            let kata: Vec<&str> = teks(kolom).split_whitespace().collect();
            kata.join(" ").to_lowercase()
        })
        .collect()
}

fn sebutan(kolom: &[&str], baris: &BarisIsi) -> String {
    let bagian: Vec<&str> = kolom
        .iter()
        .map(|kolom| baris.teks(kolom))
        .filter(|teks| !teks.is_empty())
        .collect();
    bagian.join(" / ")
}

/// Whether two texts say the same: the same words, or the same number written otherwise.
fn sama(satu: &str, dua: &str) -> bool {
    satu == dua
        || matches!(
            (bilangan::parse(satu), bilangan::parse(dua)),
            (Ok(satu), Ok(dua)) if satu.nilai == dua.nilai
        )
}
