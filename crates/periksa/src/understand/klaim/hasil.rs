//! The result that a text goes on about without naming it.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{Konteks, kutipan};
use crate::bacaan::{AngkaId, Asal, Bacaan, JenisPerihal, Milik, Peran, Perihal};
use crate::understand::kosakata;
use crate::understand::prosa::kata::Kata;

/// What a row of a table says of an indicator in the year of the report.
#[derive(Debug)]
pub(super) struct Hasil {
    perihal: Perihal,
    target: Decimal,
    /// What was reached, and its share.
    dicapai: Vec<Decimal>,
}

/// Rows that are kept; no report has so many.
const TERBANYAK: usize = 400;

/// What the tables say of each indicator in the year of the report.
pub(super) fn daftar(bacaan: &Bacaan) -> Vec<Hasil> {
    let mut kelompok: BTreeMap<usize, Vec<_>> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        if matches!(p.asal, Asal::Tabel(_))
            && p.milik == Milik::Sendiri
            && p.perihal.jenis == JenisPerihal::Indikator
            && p.bulan.is_none()
            && p.tahun.is_some()
            && p.tahun == bacaan.identitas.tahun
        {
            kelompok.entry(p.kelompok).or_default().push(p);
        }
    }
    kelompok
        .into_values()
        .filter_map(|isi| {
            let nilai = |peran: Peran| {
                isi.iter()
                    .find(|p| p.peran == peran)
                    .and_then(|p| bacaan.angka(p.angka).nilai)
            };
            let target = nilai(Peran::Target)?;
            let dicapai: Vec<Decimal> = [nilai(Peran::Realisasi), nilai(Peran::Capaian)]
                .into_iter()
                .flatten()
                .filter(|n| *n != target)
                .collect();
            let perihal = isi.first()?.perihal.clone();
            (!dicapai.is_empty()).then_some(Hasil {
                perihal,
                target,
                dicapai,
            })
        })
        .take(TERBANYAK)
        .collect()
}

/// The one indicator whose target and result the sentence, its paragraph or the text shortly before quote.
///
/// `dikutip`: whether one of the two must stand in the sentence itself.
pub(super) fn perihal(konteks: &Konteks, dikutip: bool) -> Option<Perihal> {
    const JARAK: usize = 6;
    const ANGKA: usize = 60;
    let bacaan = konteks.bacaan;
    let piece = bacaan.kalimat.get(konteks.ucapan.kalimat)?.letak.piece;
    let (_, terakhir) = konteks.angka(0, konteks.kata().len()).next_back()?;
    let (_, pertama) = konteks.angka(0, konteks.kata().len()).next()?;
    let sejak = |awal: usize| {
        (terakhir.0.saturating_sub(ANGKA)..=terakhir.0)
            .rev()
            .map(AngkaId)
            .take_while(|id| bacaan.angka(*id).letak.piece >= awal)
            .filter_map(|id| bacaan.angka(id).nilai)
            .collect::<BTreeSet<Decimal>>()
    };
    let kalimat: BTreeSet<Decimal> = (pertama.0..=terakhir.0)
        .filter_map(|i| bacaan.angka(AngkaId(i)).nilai)
        .collect();
    let sendiri =
        |h: &Hasil| kalimat.contains(&h.target) || h.dicapai.iter().any(|n| kalimat.contains(n));
    [
        kalimat.clone(),
        sejak(piece),
        sejak(piece.saturating_sub(JARAK)),
    ]
    .iter()
    .find_map(|angka| {
        let mut cocok = konteks
            .hasil
            .iter()
            .filter(|h| {
                angka.contains(&h.target)
                    && h.dicapai.iter().any(|n| angka.contains(n))
                    && (!dikutip || sendiri(h))
            })
            .map(|h| &h.perihal);
        let satu = cocok.next()?;
        cocok.all(|lain| lain == satu).then(|| satu.clone())
    })
}

/// The result of a formula shortly before that the subject names or points at ("Deviasi", "persentase ini").
pub(super) fn rumus(konteks: &Konteks, subjek: &[Kata], mirip: AngkaId) -> Option<AngkaId> {
    const JARAK: usize = 4;
    const RUMUS: usize = 4;
    let bacaan = konteks.bacaan;
    let piece = bacaan.kalimat.get(konteks.ucapan.kalimat)?.letak.piece;
    let menunjuk = subjek.iter().any(|k| k.salah_satu(&["ini", "tersebut"]));
    let akhir = bacaan.rumus.partition_point(|r| r.piece < piece);
    bacaan
        .rumus
        .get(..akhir)?
        .iter()
        .rev()
        .take(RUMUS)
        .take_while(|r| r.piece + JARAK >= piece)
        .filter(|r| r.sel.is_none())
        .find_map(|r| {
            let id = *r.angka.last()?;
            let teks = &bacaan.angka(id).letak.bacaan(bacaan.sumber)?.text;
            let nama: Vec<String> = kosakata::kata(teks.split('=').next()?)
                .map(|(_, k)| k.to_lowercase())
                .filter(|k| k.len() > 2)
                .collect();
            let bernama = nama.iter().any(|n| subjek.iter().any(|k| k.teks == *n));
            let capaian = nama.iter().any(|n| n == "capaian");
            ((bernama || (menunjuk && !capaian)) && sebesar(konteks, id, mirip)).then_some(id)
        })
}

/// The office's own result of a thing in the year that the sentence is about, if it is of the size of another number.
pub(super) fn sendiri(konteks: &Konteks, perihal: &Perihal, mirip: AngkaId) -> Option<AngkaId> {
    let tahun = konteks.ucapan.pokok;
    konteks
        .realisasi(perihal, tahun)
        .or_else(|| {
            konteks
                .bacaan
                .pernyataan
                .iter()
                .find(|p| {
                    p.peran == Peran::Realisasi
                        && p.milik == Milik::Sendiri
                        && p.tahun == tahun
                        && p.bulan.is_none()
                        && p.perihal == *perihal
                })
                .map(|p| p.angka)
        })
        .filter(|id| sebesar(konteks, *id, mirip))
}

/// Whether two numbers are of one kind and about one size.
pub(super) fn sebesar(konteks: &Konteks, a: AngkaId, b: AngkaId) -> bool {
    let nilai = |id: AngkaId| konteks.bacaan.angka(id).nilai;
    let lipat = |a: Decimal| a.checked_mul(Decimal::TWO);
    kutipan::sebanding(konteks, a, b)
        && nilai(a).zip(nilai(b)).is_some_and(|(a, b)| {
            lipat(a).is_some_and(|dua| b <= dua) && lipat(b).is_some_and(|dua| a <= dua)
        })
}
