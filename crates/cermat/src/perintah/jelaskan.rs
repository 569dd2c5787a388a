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

/// The codes that share the longest beginning with what was asked for.
fn saran(daftar: &DaftarFakta, kode: &str) -> String {
    let sama = |calon: &str| {
        calon
            .bytes()
            .zip(kode.bytes())
            .take_while(|(a, b)| a == b)
            .count()
    };
    let terpanjang = daftar
        .iter()
        .map(|f| sama(f.kode.as_str()))
        .max()
        .unwrap_or_default();
    if terpanjang < 2 {
        return format!("Fakta {kode:?} tidak ada dalam paket ini.");
    }
    let serupa: Vec<&str> = daftar
        .iter()
        .map(|f| f.kode.as_str())
        .filter(|k| sama(k) == terpanjang)
        .collect();
    let ekor = match serupa.len().checked_sub(SARAN_TERBANYAK) {
        Some(lebih) if lebih > 0 => format!("\n  ... dan {lebih} lagi"),
        _ => String::new(),
    };
    let tampil: Vec<&str> = serupa.into_iter().take(SARAN_TERBANYAK).collect();
    format!(
        "Fakta {kode:?} tidak ada. Kode yang serupa:\n  {}{ekor}",
        tampil.join("\n  ")
    )
}
