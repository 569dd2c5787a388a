//! Rows under several titles: which group each belongs to.

use std::collections::BTreeMap;

use crate::bacaan::{Baris, JenisBaris, JenisPerihal};
use crate::understand::kosakata::normal;

/// A mean below the last of several titles is that group's, where the groups before have one of the same name.
pub(super) fn lepas_rerata_kelompok(baris: &mut [Baris]) {
    let judul = baris
        .iter()
        .filter(|b| b.jenis == JenisBaris::Kelompok)
        .count();
    if judul < 2 {
        return;
    }
    let mut banyak: BTreeMap<String, usize> = BTreeMap::new();
    for satu in baris.iter() {
        *banyak.entry(normal(&satu.label)).or_default() += 1;
    }
    for satu in baris.iter_mut() {
        let hasil = satu.jenis == JenisBaris::Rerata
            || satu
                .perihal
                .as_ref()
                .is_some_and(|p| p.jenis == JenisPerihal::Indikator);
        if hasil && banyak.get(&normal(&satu.label)).is_some_and(|n| *n > 1) {
            satu.perihal = None;
        }
    }
}

/// Rows of the same thing are told apart by the title above them; without one it is open which of them is meant.
pub(super) fn bedakan(baris: &mut [Baris]) {
    let mut judul: Option<String> = None;
    let mut atas: Vec<Option<String>> = Vec::with_capacity(baris.len());
    for satu in baris.iter() {
        if satu.jenis == JenisBaris::Kelompok {
            judul = Some(normal(&satu.label));
        }
        atas.push(judul.clone());
    }
    let kunci = |b: &Baris| {
        (
            b.perihal.clone(),
            b.peran,
            b.tahun,
            b.bulan,
            b.milik.clone(),
        )
    };
    let mut banyak: BTreeMap<_, usize> = BTreeMap::new();
    for satu in baris.iter().filter(|b| b.perihal.is_some()) {
        *banyak.entry(kunci(satu)).or_default() += 1;
    }
    for (satu, atas) in baris.iter_mut().zip(atas) {
        let berulang = banyak.get(&kunci(satu)).is_some_and(|n| *n > 1);
        let rerata = satu.jenis == JenisBaris::Rerata;
        let (true, false, Some(perihal)) = (berulang, rerata, satu.perihal.as_mut()) else {
            continue;
        };
        match atas {
            Some(judul) => perihal.kunci = format!("{} ({judul})", perihal.kunci),
            None => satu.perihal = None,
        }
    }
}
