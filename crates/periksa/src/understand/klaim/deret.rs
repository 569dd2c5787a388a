//! Series over years that a claim speaks of.

use super::{Konteks, hasil, kutipan};
use crate::bacaan::{AngkaId, Arah, IsiKlaim, Klaim, Perihal};
use crate::understand::prosa::kata::Kata;

const FLUKTUASI: &[&str] = &["berfluktuasi", "fluktuatif", "fluktuasi"];

/// Where a word of ups and downs that begins at `di` ends.
pub(super) fn fluktuasi(kata: &[Kata], di: usize) -> Option<usize> {
    let satu = kata.get(di)?;
    if satu.salah_satu(FLUKTUASI) || satu.salah_satu(&["naik-turun", "turun-naik"]) {
        return Some(di + 1);
    }
    let lain = kata.get(di + 1)?;
    let pasangan = (satu.salah_satu(&["naik"]) && lain.salah_satu(&["turun"]))
        || (satu.salah_satu(&["turun"]) && lain.salah_satu(&["naik"]));
    pasangan.then_some(di + 2)
}

/// The series over years that the sentence quotes, or else the one before that speaks of nothing else.
pub(super) fn deret(
    konteks: &Konteks,
    sampai: usize,
    perihal: Option<&Perihal>,
) -> Vec<(i16, AngkaId)> {
    let sendiri = kutipan::deret(konteks, sampai);
    if sendiri.len() >= 2 {
        return sendiri;
    }
    let lalu = konteks
        .lalu
        .last()
        .filter(|lalu| perihal.is_some_and(|p| lalu.sebutan.iter().all(|s| s.perihal == *p)));
    lalu.map_or(sendiri, |lalu| {
        kutipan::deret(&konteks.dengan(lalu), lalu.kata.len())
    })
}

/// "menunjukkan tren turun": from the first to the last of a series, whatever lies between.
pub(super) fn tren(konteks: &Konteks, awal: usize, di: usize, arah: Arah) -> Option<Klaim> {
    let perihal = konteks.perihal(awal);
    let deret = deret(konteks, awal, perihal.as_ref());
    let [(tahun_dari, dari), .., (tahun, terakhir)] = *deret.as_slice() else {
        return None;
    };
    let laporan = konteks.bacaan.identitas.tahun;
    // The year of the report itself may stand elsewhere.
    let ke = if Some(tahun) == laporan {
        terakhir
    } else {
        hasil::sendiri(konteks, perihal.as_ref()?, terakhir)?
    };
    let mut klaim = konteks.klaim(
        awal,
        di + 1,
        perihal,
        IsiKlaim::Perubahan {
            arah,
            dari: Some(dari),
            tahun_dari: Some(tahun_dari),
            ke: Some(ke),
            sebesar: None,
        },
    );
    klaim.tahun = laporan;
    Some(klaim)
}
