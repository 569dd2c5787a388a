//! The other number of a difference, found by the difference itself.
//!
//! "Turun 2,58 poin dari 95,52" tells one number and how far the other lies; which of the two that are possible stands
//! nearby tells which way it went.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::Konteks;
use crate::bacaan::{Angka, AngkaId, Bacaan, SatuanCetak};

/// Places in table rows by value: table, row and number.
pub(super) type Baris = BTreeMap<Decimal, Vec<(usize, usize, AngkaId)>>;

/// Rows that are looked at for one value.
const BARIS_TERBANYAK: usize = 24;
/// Places of a difference that are looked at.
const SELISIH_TERBANYAK: usize = 100;

/// All numbers of tables by their value.
pub(super) fn baris(bacaan: &Bacaan) -> Baris {
    let mut hasil = Baris::new();
    for (di, tabel) in bacaan.tabel.iter().enumerate() {
        for ((baris, _), daftar) in &tabel.angka {
            for id in daftar {
                if let Some(nilai) = bacaan.angka(*id).nilai {
                    hasil.entry(nilai).or_default().push((di, *baris, *id));
                }
            }
        }
    }
    hasil
}

/// What a claim of "more" or "less" quotes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beda {
    /// Whether more is claimed.
    pub tinggi: bool,
    /// By how much.
    pub sebesar: AngkaId,
    /// One of the two numbers.
    pub dikutip: AngkaId,
    /// Whether that is the number compared with, rather than the one compared.
    pub acuan: bool,
}

/// The number compared with and the number compared.
pub(super) fn pasangan(konteks: &Konteks, beda: Beda) -> Option<(AngkaId, AngkaId)> {
    let (sebesar, dikutip) = (
        konteks.bacaan.angka(beda.sebesar),
        konteks.bacaan.angka(beda.dikutip),
    );
    let (d, nilai) = (sebesar.nilai?, dikutip.nilai?);
    let persen = |a: &Angka| a.satuan == SatuanCetak::Persen;
    if persen(sebesar) && !persen(dikutip) {
        return relatif(konteks, beda);
    }
    let rupiah = |a: &Angka| a.satuan == SatuanCetak::Rupiah;
    if d <= Decimal::ZERO
        || nilai < d
        || sebesar.presisi != dikutip.presisi
        || rupiah(sebesar) != rupiah(dikutip)
    {
        return None;
    }
    let (lebih, kurang) = (nilai.checked_add(d)?, nilai.checked_sub(d)?);
    let (sesuai, terbalik) = if beda.tinggi == beda.acuan {
        (lebih, kurang)
    } else {
        (kurang, lebih)
    };
    // A row of a table that holds all three is no chance.
    let lain = match (
        sebaris(konteks, beda, sesuai),
        sebaris(konteks, beda, terbalik),
    ) {
        (Some(satu), None) => dekat(konteks, beda, sesuai).unwrap_or(satu),
        (None, Some(satu)) => dekat(konteks, beda, terbalik).unwrap_or(satu),
        _ => dekat(konteks, beda, sesuai).or_else(|| dekat(konteks, beda, terbalik))?,
    };
    Some(if beda.acuan {
        (beda.dikutip, lain)
    } else {
        (lain, beda.dikutip)
    })
}

/// The same where the change is quoted as a share of the earlier number ("52 orang, … terjadi peningkatan sebesar 9,62%").
fn relatif(konteks: &Konteks, beda: Beda) -> Option<(AngkaId, AngkaId)> {
    const TERJAUH: usize = 40;
    let bacaan = konteks.bacaan;
    let sebesar = bacaan.angka(beda.sebesar);
    let (bagian, dikutip) = (sebesar.nilai?, bacaan.angka(beda.dikutip));
    // A round share fits too many numbers.
    if sebesar.presisi == 0 || bagian <= Decimal::ZERO {
        return None;
    }
    let nilai = dikutip.nilai?;
    let cocok = |id: AngkaId| {
        let lain = bacaan.angka(id);
        let n = lain.nilai?;
        if id == beda.dikutip || id == beda.sebesar || lain.satuan == SatuanCetak::Persen {
            return None;
        }
        let (dari, ke) = if beda.acuan { (nilai, n) } else { (n, nilai) };
        let ubah = ke
            .checked_sub(dari)?
            .checked_mul(Decimal::ONE_HUNDRED)?
            .checked_div(dari)?;
        let bulat = ubah
            .abs()
            .round_dp_with_strategy(sebesar.presisi, RoundingStrategy::MidpointAwayFromZero);
        (bulat == bagian && lain.presisi == dikutip.presisi)
            .then_some((ubah.is_sign_positive() == beda.tinggi, id))
    };
    let mulai = beda.sebesar.0.min(beda.dikutip.0);
    let sampai = beda.sebesar.0.max(beda.dikutip.0);
    let calon: Vec<(bool, AngkaId)> = (mulai.saturating_sub(TERJAUH)..=sampai)
        .rev()
        .filter_map(|i| cocok(AngkaId(i)))
        .collect();
    let (_, lain) = calon.iter().find(|(sesuai, _)| *sesuai).or(calon.first())?;
    Some(if beda.acuan {
        (beda.dikutip, *lain)
    } else {
        (*lain, beda.dikutip)
    })
}

/// A number of that value in a row of a table with the quoted one and their difference.
fn sebaris(konteks: &Konteks, beda: Beda, nilai: Decimal) -> Option<AngkaId> {
    let bacaan = konteks.bacaan;
    let dikutip = bacaan.angka(beda.dikutip).nilai?;
    let d = bacaan.angka(beda.sebesar).nilai?;
    // The places of a value stand in order.
    let di_baris = |nilai: Decimal, tempat: (usize, usize)| {
        let daftar = konteks.baris.get(&nilai)?;
        let mulai = daftar.partition_point(|(t, b, _)| (*t, *b) < tempat);
        daftar
            .get(mulai..)?
            .iter()
            .take_while(|(t, b, _)| (*t, *b) == tempat)
            .map(|(_, _, id)| *id)
            .find(|id| *id != beda.sebesar && *id != beda.dikutip)
    };
    [d, -d]
        .iter()
        .filter_map(|d| konteks.baris.get(d))
        .flat_map(|daftar| daftar.iter().take(SELISIH_TERBANYAK))
        .find_map(|(tabel, baris, _)| {
            di_baris(dikutip, (*tabel, *baris))?;
            di_baris(nilai, (*tabel, *baris))
        })
}

/// A number of that value, shortly before or in a row with the quoted one.
fn dekat(konteks: &Konteks, beda: Beda, nilai: Decimal) -> Option<AngkaId> {
    const HALUS: usize = 40;
    const KASAR: usize = 8;
    let bacaan = konteks.bacaan;
    let dikutip = bacaan.angka(beda.dikutip);
    let cocok = |id: AngkaId| {
        let angka = bacaan.angka(id);
        id != beda.sebesar
            && id != beda.dikutip
            && angka.nilai == Some(nilai)
            && (angka.presisi == dikutip.presisi || nilai >= Decimal::ONE_THOUSAND)
            && (angka.satuan == dikutip.satuan
                || [angka.satuan, dikutip.satuan].iter().any(|s| {
                    matches!(
                        s,
                        SatuanCetak::Tanpa | SatuanCetak::Indeks | SatuanCetak::Cacah
                    )
                }))
    };
    // A rough number is like many others, so it is looked for closer by.
    let halus = dikutip.presisi >= 2 || nilai >= Decimal::ONE_THOUSAND;
    let terjauh = if halus { HALUS } else { KASAR };
    let mulai = beda.sebesar.0.min(beda.dikutip.0);
    let sampai = beda.sebesar.0.max(beda.dikutip.0);
    let sebelum = (mulai.saturating_sub(terjauh)..=sampai)
        .rev()
        .map(AngkaId)
        .find(|id| cocok(*id));
    sebelum.or_else(|| {
        let tempat = dikutip.nilai.and_then(|n| konteks.baris.get(&n))?;
        let calon = konteks.baris.get(&nilai)?;
        tempat
            .iter()
            .take(BARIS_TERBANYAK)
            .find_map(|(tabel, baris, _)| {
                calon
                    .iter()
                    .take(BARIS_TERBANYAK)
                    .find(|(t, b, id)| t == tabel && b == baris && cocok(*id))
            })
            .map(|(_, _, id)| *id)
    })
}
