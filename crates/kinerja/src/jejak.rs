//! The trail of a fakta: what it was computed from, down to the cells and the provisions of law.

use std::collections::BTreeSet;

use crate::daftar::DaftarFakta;
use crate::fakta::{Asal, Fakta, Kecocokan, Kode, Rumpang};

/// A fakta with what stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jejak {
    /// Its code.
    pub kode: Kode,
    /// What it is, in words.
    pub label: String,
    /// Its value with its unit, or why there is none.
    pub nilai: String,
    /// How it came about: the formula with its numbers, the cell, the provision, a correction, a printed figure.
    pub keterangan: Vec<String>,
    /// Legal or methodical basis.
    pub dasar: Vec<String>,
    /// What it was computed from.
    pub dari: Vec<Jejak>,
    /// Whether its own origin was left out, because it is shown above or lies too deep.
    pub dipotong: bool,
}

/// The whole trail of a fakta; a fakta that is used twice is explained once. None for an unknown code.
#[must_use]
pub fn jejak(fakta: &DaftarFakta, kode: &str) -> Option<Jejak> {
    jejak_sedalam(fakta, kode, usize::MAX)
}

/// The trail of a fakta down to `dalam` steps of computation.
#[must_use]
pub fn jejak_sedalam(fakta: &DaftarFakta, kode: &str, dalam: usize) -> Option<Jejak> {
    susun(fakta, kode, dalam, &mut BTreeSet::new())
}

fn susun(
    daftar: &DaftarFakta,
    kode: &str,
    dalam: usize,
    sudah: &mut BTreeSet<Kode>,
) -> Option<Jejak> {
    let fakta = daftar.get(kode)?;
    let baru = sudah.insert(fakta.kode.clone());
    let operan = match &fakta.asal {
        Asal::Hitungan(hitungan) => hitungan.ungkapan.operan(),
        _ => Vec::new(),
    };
    let telusuri = baru && dalam > 0;
    let dari = if telusuri {
        operan
            .iter()
            .filter_map(|operan| susun(daftar, operan.as_str(), dalam - 1, sudah))
            .collect()
    } else {
        Vec::new()
    };
    Some(Jejak {
        kode: fakta.kode.clone(),
        label: fakta.label.clone(),
        nilai: nilai(daftar, fakta),
        keterangan: keterangan(daftar, fakta),
        dasar: dasar(fakta),
        dari,
        dipotong: !telusuri && !operan.is_empty(),
    })
}

fn nilai(daftar: &DaftarFakta, fakta: &Fakta) -> String {
    fakta
        .tampil_bersatuan()
        .unwrap_or_else(|| match sebab_rumpang(daftar, fakta) {
            Some(sebab) => format!("belum tersedia: {sebab}"),
            None => "belum tersedia".to_owned(),
        })
}

/// Why a fakta is missing, traced to the cells that are empty; none where it is there.
#[must_use]
pub fn sebab_rumpang(daftar: &DaftarFakta, fakta: &Fakta) -> Option<String> {
    let sebab = fakta.nilai.as_ref().err()?;
    let mut akar = Vec::new();
    kumpulkan_akar(daftar, fakta, &mut akar, &mut BTreeSet::new());
    match (sebab, akar.as_slice()) {
        (Rumpang::Bergantung(_), [akar, lain @ ..]) => {
            let dan_lain = if lain.is_empty() {
                ""
            } else {
                ", dan data lain"
            };
            let sebab = akar.nilai.as_ref().err().map(ToString::to_string);
            Some(format!(
                "memerlukan {} ({}){dan_lain}",
                akar.label,
                sebab.unwrap_or_default()
            ))
        }
        _ => Some(sebab.to_string()),
    }
}

/// The fakta at the root of a gap: those that are missing themselves and not for want of another.
#[must_use]
pub fn akar_rumpang<'a>(daftar: &'a DaftarFakta, fakta: &'a Fakta) -> Vec<&'a Fakta> {
    let mut akar = Vec::new();
    kumpulkan_akar(daftar, fakta, &mut akar, &mut BTreeSet::new());
    akar
}

fn kumpulkan_akar<'a>(
    daftar: &'a DaftarFakta,
    fakta: &'a Fakta,
    akar: &mut Vec<&'a Fakta>,
    sudah: &mut BTreeSet<&'a str>,
) {
    if !sudah.insert(fakta.kode.as_str()) {
        return;
    }
    match &fakta.nilai {
        Err(Rumpang::Bergantung(kode)) => kode
            .iter()
            .filter_map(|kode| daftar.get(kode.as_str()))
            .for_each(|fakta| kumpulkan_akar(daftar, fakta, akar, sudah)),
        Err(_) => akar.push(fakta),
        Ok(_) => {}
    }
}

fn keterangan(daftar: &DaftarFakta, fakta: &Fakta) -> Vec<String> {
    let mut baris = Vec::new();
    match &fakta.asal {
        Asal::Masukan { tempat, teks } if teks.trim().is_empty() => {
            baris.push(format!("{tempat}: kosong"));
        }
        Asal::Masukan { tempat, teks } => baris.push(format!("{tempat}: {}", teks.trim())),
        Asal::Koreksi {
            tempat,
            tercetak,
            alasan,
            dasar,
        } => {
            let tercetak = match tercetak.trim() {
                "" => "kosong",
                teks => teks,
            };
            let menjadi = fakta.tampil().unwrap_or_default();
            baris.push(format!(
                "{tempat}: tercetak {tercetak}, dikoreksi menjadi {menjadi}"
            ));
            baris.push(format!("alasan koreksi: {alasan}"));
            baris.push(format!("dasar koreksi: {dasar}"));
        }
        Asal::Ketentuan {
            kutipan, status, ..
        } => baris.push(format!("ketentuan: {kutipan} ({})", status.sebutan())),
        Asal::Hitungan(hitungan) if fakta.nilai.is_ok() => {
            let peraga = hitungan.ungkapan.peraga(&|kode| daftar.get(kode.as_str()));
            let bulat = match hitungan.pembulatan {
                Some(presisi) => format!(", dibulatkan pada {presisi} desimal"),
                None => String::new(),
            };
            baris.push(format!("{}: {}", hitungan.rumus.nama, hitungan.rumus.bunyi));
            baris.push(format!("= {peraga}{bulat}"));
        }
        Asal::Hitungan(hitungan) => {
            baris.push(format!("{}: {}", hitungan.rumus.nama, hitungan.rumus.bunyi));
        }
    }
    if let Some(tercetak) = &fakta.tercetak {
        let cocok = match tercetak.kecocokan {
            Kecocokan::Sama => "sama dengan hitungan",
            Kecocokan::DalamPembulatan(_) => {
                "berbeda dari hitungan, masih dalam pembulatan yang lazim"
            }
            Kecocokan::Bertentangan(_) => "bertentangan dengan hitungan",
            Kecocokan::TidakTeruji => "belum dapat diuji",
        };
        baris.push(format!(
            "angka tercetak pada {}: {} ({cocok})",
            tercetak.tempat, tercetak.teks
        ));
    }
    baris
}

fn dasar(fakta: &Fakta) -> Vec<String> {
    match &fakta.asal {
        Asal::Hitungan(hitungan) => hitungan.dasar.clone(),
        Asal::Ketentuan { kutipan, .. } => vec![kutipan.clone()],
        Asal::Koreksi { dasar, .. } => vec![dasar.clone()],
        Asal::Masukan { .. } => Vec::new(),
    }
}

impl Jejak {
    /// The trail as lines with their depth, at most `terbanyak` of them.
    #[must_use]
    pub fn baris(&self, terbanyak: usize) -> Vec<(u8, String)> {
        let mut baris = Vec::new();
        self.tulis(0, &mut baris);
        if baris.len() > terbanyak {
            baris.truncate(terbanyak.saturating_sub(1));
            baris.push((1, "dan seterusnya".to_owned()));
        }
        baris
    }

    fn tulis(&self, dalam: u8, baris: &mut Vec<(u8, String)>) {
        baris.push((dalam, format!("{} = {}", self.label, self.nilai)));
        let berikut = dalam.saturating_add(1);
        for keterangan in &self.keterangan {
            baris.push((berikut, keterangan.clone()));
        }
        for jejak in &self.dari {
            jejak.tulis(berikut, baris);
        }
    }
}
