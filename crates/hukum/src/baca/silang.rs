//! What only shows between files: periods, references, doubles.

use rust_decimal::prelude::ToPrimitive;

use super::Masalahan;
use super::profil::RujukanMinimum;
use crate::profil::SumberIndikator;
use crate::{Hukum, Ketentuan};

/// The file of each entry, in the order of the entries.
#[derive(Default)]
pub(super) struct Asal {
    pub(super) regulasi: Vec<String>,
    pub(super) ketentuan: Vec<String>,
    pub(super) istilah: Vec<String>,
    pub(super) instrumen: Vec<String>,
    pub(super) profil: Vec<String>,
    pub(super) minimum: Vec<RujukanMinimum>,
}

/// Checks the references and periods, then puts everything in its order.
pub(super) fn lengkapi(mut hukum: Hukum, asal: &Asal, masalah: &mut Masalahan) -> Hukum {
    rujukan_regulasi(&hukum, asal, masalah);
    rujukan_instrumen(&hukum, asal, masalah);
    rujukan_profil(&hukum, asal, masalah);
    kembar(
        hukum.regulasi.iter().map(|r| r.id.clone()),
        &asal.regulasi,
        "regulasi",
        masalah,
    );
    kembar(
        hukum.instrumen.iter().map(|i| i.id.clone()),
        &asal.instrumen,
        "instrumen",
        masalah,
    );
    kembar(
        hukum.profil.iter().map(|p| p.id.clone()),
        &asal.profil,
        "profil",
        masalah,
    );
    kembar(
        hukum.kamus.istilah.iter().map(|i| i.kata.to_lowercase()),
        &asal.istilah,
        "istilah",
        masalah,
    );

    kata_hindari(&hukum, asal, masalah);

    let mut berasal: Vec<(Ketentuan, &str)> = std::mem::take(&mut hukum.ketentuan)
        .into_iter()
        .zip(asal.ketentuan.iter().map(String::as_str))
        .collect();
    berasal.sort_by(|(a, _), (b, _)| (&a.kode, a.mulai).cmp(&(&b.kode, b.mulai)));
    periode(&berasal, masalah);
    hukum.ketentuan = berasal.into_iter().map(|(k, _)| k).collect();
    isi_minimum(&mut hukum, asal, masalah);
    hukum.regulasi.sort_by(|a, b| a.id.cmp(&b.id));
    hukum.instrumen.sort_by(|a, b| a.id.cmp(&b.id));
    hukum.profil.sort_by(|a, b| a.id.cmp(&b.id));
    hukum.kamus.istilah.sort_by_key(|i| i.kata.to_lowercase());
    hukum
}

/// Periods of one code neither overlap nor leave an unexplained gap; `urut` is sorted by code and first year.
fn periode(urut: &[(Ketentuan, &str)], masalah: &mut Masalahan) {
    for pasangan in urut.windows(2) {
        let [(lama, _), (baru, berkas)] = pasangan else {
            continue;
        };
        if lama.kode != baru.kode {
            continue;
        }
        match lama.sampai.and_then(|akhir| akhir.checked_add(1)) {
            Some(lanjut) if baru.mulai > lanjut && baru.celah.is_none() => masalah.catat(
                berkas,
                format!(
                    "{}: tidak ada ketentuan untuk tahun {lanjut} sampai {}; isi celah itu, atau jelaskan pada `celah`",
                    baru.kode,
                    baru.mulai.saturating_sub(1)
                ),
            ),
            Some(lanjut) if baru.mulai >= lanjut => {}
            _ => masalah.catat(
                berkas,
                format!(
                    "{}: masa berlaku mulai {} bertumpang tindih dengan masa mulai {} ({}); isi `sampai` pada yang lama",
                    baru.kode, baru.mulai, lama.mulai, lama.regulasi
                ),
            ),
        }
    }
}

fn rujukan_regulasi(hukum: &Hukum, asal: &Asal, masalah: &mut Masalahan) {
    for (ketentuan, berkas) in hukum.ketentuan.iter().zip(&asal.ketentuan) {
        if hukum.regulasi(&ketentuan.regulasi).is_none() {
            masalah.catat(
                berkas,
                format!(
                    "{}: regulasi/{}/regulasi.toml tidak ada",
                    ketentuan.kode, ketentuan.regulasi
                ),
            );
        }
    }
    for (regulasi, berkas) in hukum.regulasi.iter().zip(&asal.regulasi) {
        if let Some(id) = regulasi
            .diganti_oleh
            .as_deref()
            .filter(|id| hukum.regulasi(id).is_none())
        {
            masalah.catat(
                berkas,
                format!("`diganti_oleh` menunjuk regulasi `{id}` yang tidak ada"),
            );
        }
    }
}

fn rujukan_instrumen(hukum: &Hukum, asal: &Asal, masalah: &mut Masalahan) {
    for (instrumen, berkas) in hukum.instrumen.iter().zip(&asal.instrumen) {
        if let Some(id) = instrumen
            .regulasi
            .as_deref()
            .filter(|id| hukum.regulasi(id).is_none())
        {
            masalah.catat(berkas, format!("regulasi `{id}` tidak ada"));
        }
        let kode = [
            &instrumen.pita,
            &instrumen.faktor_pita,
            &instrumen.ketentuan_minimum,
        ];
        for kode in kode.into_iter().flatten() {
            if !hukum.ketentuan.iter().any(|k| k.kode == *kode) {
                masalah.catat(berkas, format!("ketentuan `{kode}` tidak ada"));
            }
        }
    }
}

fn rujukan_profil(hukum: &Hukum, asal: &Asal, masalah: &mut Masalahan) {
    for (profil, berkas) in hukum.profil.iter().zip(&asal.profil) {
        for indikator in &profil.indikator {
            let instrumen: Vec<&str> = match &indikator.sumber {
                SumberIndikator::SurveiBulanan { instrumen, .. } => vec![instrumen],
                SumberIndikator::SurveiKelompok { kelompok } => {
                    kelompok.iter().map(|(_, id, _)| id.as_str()).collect()
                }
                SumberIndikator::Dicatat => Vec::new(),
            };
            for id in instrumen
                .into_iter()
                .filter(|id| hukum.instrumen(id).is_none())
            {
                masalah.catat(
                    berkas,
                    format!("indikator {}: instrumen `{id}` tidak ada", indikator.kode),
                );
            }
        }
    }
}

/// Puts the numbers of the newest values of law where profiles refer to them by code.
fn isi_minimum(hukum: &mut Hukum, asal: &Asal, masalah: &mut Masalahan) {
    for rujukan in &asal.minimum {
        let nilai = hukum
            .ketentuan
            .iter()
            .rfind(|k| k.kode == rujukan.ketentuan)
            .and_then(Ketentuan::angka)
            .and_then(|angka| angka.to_u32());
        let Some(nilai) = nilai else {
            masalah.catat(
                &format!("profil/{}/profil.toml", rujukan.profil),
                format!(
                    "indikator {}: ketentuan `{}` tidak ada atau bukan bilangan",
                    rujukan.indikator, rujukan.ketentuan
                ),
            );
            continue;
        };
        let sumber = hukum
            .profil
            .iter_mut()
            .filter(|p| p.id == rujukan.profil)
            .flat_map(|p| &mut p.indikator)
            .filter(|i| i.kode == rujukan.indikator)
            .map(|i| &mut i.sumber);
        for sumber in sumber {
            let SumberIndikator::SurveiKelompok { kelompok } = sumber else {
                continue;
            };
            for (_, _, minimum) in kelompok
                .iter_mut()
                .filter(|(kode, _, _)| *kode == rujukan.kelompok)
            {
                *minimum = Some(nilai);
            }
        }
    }
}

/// A word to avoid is not itself a term, and an abbreviation stands for one term.
fn kata_hindari(hukum: &Hukum, asal: &Asal, masalah: &mut Masalahan) {
    let istilah = &hukum.kamus.istilah;
    for (urutan, (satu, berkas)) in istilah.iter().zip(&asal.istilah).enumerate() {
        for hindari in &satu.hindari {
            if istilah
                .iter()
                .any(|lain| lain.kata.eq_ignore_ascii_case(hindari))
            {
                masalah.catat(
                    berkas,
                    format!(
                        "istilah \"{}\": kata \"{hindari}\" dihindari tetapi menjadi istilah lain",
                        satu.kata
                    ),
                );
            }
        }
        let sama =
            |lain: &&crate::Istilah| lain.singkatan.is_some() && lain.singkatan == satu.singkatan;
        if let Some(lain) = istilah.iter().take(urutan).find(sama) {
            masalah.catat(
                berkas,
                format!("singkatan \"{}\" dan \"{}\" sama", lain.kata, satu.kata),
            );
        }
    }
}

fn kembar(nama: impl Iterator<Item = String>, asal: &[String], apa: &str, masalah: &mut Masalahan) {
    let mut terlihat: Vec<String> = Vec::new();
    for (nama, berkas) in nama.zip(asal) {
        if terlihat.contains(&nama) {
            masalah.catat(
                berkas,
                format!("{apa} \"{nama}\" tertulis lebih dari sekali"),
            );
        }
        terlihat.push(nama);
    }
}
