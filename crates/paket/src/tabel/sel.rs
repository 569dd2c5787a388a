//! Number cells: what their text says, and the message where it says none.

use kinerja::bilangan;
use kinerja::masukan::{IsiSel, Sel, Tempat};

use super::periksa::lapor;
use crate::kesalahan::{Galat, Kesalahan};

/// Word that declares a number as not to be known; a reason follows after a colon.
const BELUM_TERSEDIA: &str = "belum tersedia";

/// A number cell without its correction.
pub(crate) fn baca_sel(letak: Tempat, isi: &str) -> Sel {
    let sebab = isi.get(BELUM_TERSEDIA.len()..).filter(|_| {
        isi.get(..BELUM_TERSEDIA.len())
            .is_some_and(|awal| awal.eq_ignore_ascii_case(BELUM_TERSEDIA))
    });
    let nilai = if isi.is_empty() {
        IsiSel::Kosong
    } else if let Some(sebab) = sebab {
        match sebab.trim_start().strip_prefix(':').map(str::trim) {
            Some(sebab) if !sebab.is_empty() => IsiSel::TidakTersedia(sebab.to_owned()),
            _ => IsiSel::Rusak("alasannya tidak ditulis".to_owned()),
        }
    } else {
        match bilangan::parse(isi) {
            Ok(angka) => IsiSel::Angka(angka.nilai),
            Err(sebab) => IsiSel::Rusak(sebab.sebab),
        }
    };
    Sel {
        tempat: letak,
        teks: isi.to_owned(),
        isi: nilai,
        koreksi: None,
    }
}

pub(crate) fn lapor_bukan_angka(letak: Tempat, isi: &str, galat: &mut Galat) {
    if isi.to_lowercase().starts_with(BELUM_TERSEDIA) {
        lapor(
            galat,
            "belum-tersedia-tanpa-alasan",
            &letak,
            isi,
            "angka dinyatakan belum tersedia tanpa alasan".into(),
            "tulis alasannya sesudah titik dua, misalnya belum tersedia: survei baru dimulai tahun depan".into(),
        );
        return;
    }
    // Only a figure of a table can be corrected.
    let saran_koreksi = if letak.berkas.contains("satker") || letak.berkas.contains("koreksi") {
        ""
    } else {
        ". Bila memang tercetak demikian, catat angka yang benar di koreksi.csv"
    };
    if let Err(salah) = bilangan::parse(isi) {
        galat.push(
            Kesalahan::new(
                "bukan-angka",
                letak,
                format!("isinya tidak terbaca sebagai angka: {}", salah.sebab),
                format!("{}{saran_koreksi}", salah.perbaikan),
            )
            .cuplikan(isi),
        );
    }
}
