//! `cermat jelaskan`: where a fakta comes from, down to cells and provisions.

use kinerja::DaftarFakta;
use kinerja::jejak::{Jejak, jejak};

use crate::argumen::Jelaskan;
use crate::galat::Galat;
use crate::tampilan;

/// How many codes are suggested for a code that is not there.
const SARAN_TERBANYAK: usize = 40;

pub fn run(pilihan: &Jelaskan) -> Result<(), Galat> {
    let hukum = super::hukum()?;
    let masukan = paket::read(&pilihan.paket, &hukum)
        .map_err(|kesalahan| Galat::Paket(pilihan.paket.clone(), kesalahan))?;
    let hasil = kinerja::compute(&masukan, &hukum);
    let Some(jejak) = jejak(&hasil.fakta, &pilihan.kode) else {
        return Err(Galat::TidakDitemukan(saran(&hasil.fakta, &pilihan.kode)));
    };
    tampilkan(&jejak, 0);
    Ok(())
}

fn tampilkan(jejak: &Jejak, dalam: usize) {
    let masuk = "  ".repeat(dalam);
    tampilan::baris(&format!("{masuk}{} = {}", jejak.label, jejak.nilai));
    tampilan::keterangan(&format!("{masuk}{}", jejak.kode));
    for teks in &jejak.keterangan {
        tampilan::keterangan(&format!("{masuk}{teks}"));
    }
    for teks in &jejak.dasar {
        tampilan::keterangan(&format!("{masuk}Dasar: {teks}"));
    }
    for anak in &jejak.dari {
        tampilkan(anak, dalam + 1);
    }
}

fn saran(daftar: &DaftarFakta, kode: &str) -> String {
    let mut serupa: Vec<&str> = daftar
        .iter()
        .map(|f| f.kode.as_str())
        .filter(|k| k.starts_with(kode))
        .collect();
    if serupa.is_empty() {
        let awalan = kode.split('.').next().unwrap_or_default();
        serupa = daftar
            .iter()
            .map(|f| f.kode.as_str())
            .filter(|k| k.starts_with(awalan))
            .collect();
    }
    let lebih = serupa.len().saturating_sub(SARAN_TERBANYAK);
    serupa.truncate(SARAN_TERBANYAK);
    let ekor = if lebih > 0 {
        format!("\n  ... dan {lebih} lagi")
    } else {
        String::new()
    };
    if serupa.is_empty() {
        return format!("Fakta {kode:?} tidak ada dalam paket ini.");
    }
    format!(
        "Fakta {kode:?} tidak ada. Kode yang serupa:\n  {}{ekor}",
        serupa.join("\n  ")
    )
}
