//! Values that look different and are the same: one on two scales, or one as reached and as capped.

use std::collections::BTreeSet;

use hukum::{Hukum, Ketentuan};
use kinerja::Selang;
use rust_decimal::Decimal;

use super::besaran::{Kunci, Nilai};
use crate::bacaan::{Angka, Bacaan, JenisPerihal, Peran, SatuanCetak};

/// What makes values of one document the same.
#[derive(Debug, Clone)]
pub(in crate::rules) struct Setara {
    /// From the scale of the answers to the scale of the bands, as the law has them.
    faktor: BTreeSet<Decimal>,
    /// What the document says achievements are cut off at, in percent.
    batas: BTreeSet<Decimal>,
}

/// Words of a sentence that cuts achievements off.
const KATA_BATAS: &[&str] = &[
    "dibatasi",
    "membatasi",
    "pembatasan",
    "dipatok",
    "batas tertinggi",
    "maksimal",
    "maksimum",
    "paling tinggi",
    "setinggi-tingginya",
    "melebihi",
    "batas atas",
];

impl Setara {
    pub(in crate::rules) fn new(bacaan: &Bacaan, hukum: &Hukum) -> Self {
        let tahun = bacaan.identitas.tahun;
        let faktor = hukum
            .instrumen
            .iter()
            .filter_map(|i| i.faktor_pita.as_ref())
            .filter_map(|kode| hukum.ketentuan(kode, tahun?).ok())
            .filter_map(Ketentuan::angka)
            .filter(|f| *f > Decimal::ONE)
            .collect();
        let mut batas = BTreeSet::new();
        for kalimat in &bacaan.kalimat {
            let teks = bacaan.teks(&kalimat.letak).to_lowercase();
            if !KATA_BATAS.iter().any(|kata| teks.contains(kata)) {
                continue;
            }
            batas.extend(
                kalimat
                    .angka
                    .iter()
                    .map(|id| bacaan.angka(*id))
                    .filter(|a| a.satuan == SatuanCetak::Persen)
                    .filter_map(|a| a.nilai)
                    // Caps are round.
                    .filter(|n| *n >= Decimal::ONE_HUNDRED && (*n % Decimal::TEN).is_zero()),
            );
        }
        Self { faktor, batas }
    }

    /// Lets values that are the same stand together, under the best supported one.
    pub(super) fn gabung(&self, kunci: &Kunci, nilai: &mut Vec<Nilai>) {
        let mut hasil: Vec<Nilai> = Vec::with_capacity(nilai.len());
        for satu in nilai.drain(..) {
            match hasil
                .iter_mut()
                .find(|lama| self.sama(kunci, lama.wakil, satu.wakil))
            {
                Some(lama) => {
                    lama.sebutan.extend(satu.sebutan);
                    lama.dukungan = lama.dukungan.saturating_add(satu.dukungan);
                }
                None => hasil.push(satu),
            }
        }
        hasil.sort_by_key(|n| std::cmp::Reverse(n.dukungan));
        *nilai = hasil;
    }

    fn sama(&self, kunci: &Kunci, a: &Angka, b: &Angka) -> bool {
        match (kunci.perihal.jenis, kunci.peran) {
            (
                JenisPerihal::Indikator | JenisPerihal::Unsur,
                Peran::Realisasi | Peran::Nilai | Peran::Target | Peran::TargetJangkaMenengah,
            ) => self
                .faktor
                .iter()
                .any(|faktor| kelipatan(a, b, *faktor) || kelipatan(b, a, *faktor)),
            (_, Peran::Capaian) => {
                let (Some(x), Some(y)) = (a.nilai, b.nilai) else {
                    return false;
                };
                self.batas.contains(&x.min(y))
            }
            _ => false,
        }
    }
}

/// Whether the larger number may be the smaller one on a scale `faktor` times as wide.
fn kelipatan(kecil: &Angka, besar: &Angka, faktor: Decimal) -> bool {
    // A whole small number times a factor is met by chance.
    if kecil.presisi == 0 {
        return false;
    }
    let (Some(selang), Some(nilai)) = (kecil.selang(), besar.nilai) else {
        return false;
    };
    selang
        .kali(Selang::titik(faktor))
        .is_some_and(|s| s.memuat(nilai) || s.dapat_tercetak(nilai, besar.presisi))
}
