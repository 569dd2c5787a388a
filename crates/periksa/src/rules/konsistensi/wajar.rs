//! Whether a differing value is likely to be the same quantity at all, rather than another thing of the same sentence.
//!
//! A copied or mistyped figure is of the size of the right one. A figure of quite another size, or of another year that
//! its own sentence names, more often belongs to something that the reading missed; then nothing is said.

use rust_decimal::Decimal;

use super::besaran::{Besaran, Kunci, Nilai};
use crate::bacaan::{Asal, Bacaan, JenisPerihal, Letak};
use crate::salah_ketik::{SalahKetik, salah_ketik};

/// Places of a value that make it the known one.
const SERING: usize = 2;

/// Whether the value may be held against the likeliest one.
pub(super) fn sebanding(kunci: &Kunci, lain: &Nilai, utama: &Nilai) -> bool {
    let (Some(a), Some(b)) = (lain.wakil.nilai, utama.wakil.nilai) else {
        return false;
    };
    let (kecil, besar) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
    // Whether the larger is at most so many hundredths of the smaller.
    let kali = |batas: u32| {
        besar
            .checked_mul(Decimal::ONE_HUNDRED)
            .zip(kecil.checked_mul(Decimal::from(batas)))
            .is_some_and(|(besar, batas)| besar <= batas)
    };
    // A shifted mark makes ten times as much; what says more is about another thing, in a table too.
    if kunci.perihal.jenis == JenisPerihal::Indikator && !a.is_zero() && !kali(1_200) {
        return false;
    }
    // One slip of the hand away from what stands in several places; a small remainder is a distance.
    let khas = a
        .abs()
        .checked_mul(Decimal::TEN)
        .is_some_and(|a| a >= Decimal::ONE);
    let slip = khas
        && lain.wakil.satuan == utama.wakil.satuan
        && lain.sebutan.len() == 1
        && utama.sebutan.len() >= SERING
        && matches!(
            salah_ketik(a, lain.wakil.presisi, b),
            Some(SalahKetik::Digit | SalahKetik::Tertukar | SalahKetik::Koma)
        );
    if slip {
        return true;
    }
    // A nought where a figure should be is a defect of its own, however far from it.
    if a.is_zero()
        || lain
            .sebutan
            .iter()
            .any(|p| matches!(p.asal, Asal::Tabel(_) | Asal::Rumus(_)))
    {
        return true;
    }
    let indikator = kunci.perihal.jenis == JenisPerihal::Indikator;
    if indikator
        && lain.wakil.satuan != utama.wakil.satuan
        && lain.wakil.presisi != utama.wakil.presisi
    {
        return false;
    }
    // Largest ratio of two values, in hundredths.
    let batas = match kunci.perihal.jenis {
        JenisPerihal::Pegawai | JenisPerihal::Responden => 125,
        JenisPerihal::Anggaran | JenisPerihal::Pendapatan => 250,
        _ => 160,
    };
    kali(batas)
}

/// Whether the words around a value name the year to which it belongs by the rest of the document.
pub(super) fn tahun_disebut(bacaan: &Bacaan, lain: &Nilai, asal: &Besaran, kunci: &Kunci) -> bool {
    if asal.kunci.tahun == kunci.tahun {
        return false;
    }
    let tahun = asal.kunci.tahun.to_string();
    lain.sebutan.iter().any(|p| {
        let letak = &bacaan.angka(p.angka).letak;
        konteks(bacaan, letak).any(|teks| teks.contains(&tahun))
    })
}

/// The sentence, the caption or heads of the table, and the heading around a spot.
fn konteks<'b>(bacaan: &'b Bacaan, letak: &Letak) -> impl Iterator<Item = &'b str> {
    let kalimat = bacaan.kalimat_di(letak).map(|k| bacaan.teks(&k.letak));
    let judul = bacaan.bagian(letak.piece).map(|b| b.judul.as_str());
    let tabel = bacaan.tabel.iter().find(|t| t.piece == letak.piece);
    let judul_tabel = tabel.and_then(|t| t.judul.as_ref()).map(|l| bacaan.teks(l));
    kalimat.into_iter().chain(judul).chain(judul_tabel)
}
