//! Rows under several titles: which group each belongs to.

use std::collections::BTreeMap;

use crate::bacaan::{Baris, JenisBaris, JenisPerihal};
use crate::understand::kosakata::normal;

/// A mean below the last of several titles is that group's, where the groups before have one of their own: of the same
/// name, or said to be a group's, or the first below its title.
pub(super) fn lepas_rerata_kelompok(baris: &mut [Baris]) {
    let judul = baris
        .iter()
        .filter(|b| b.jenis == JenisBaris::Kelompok)
        .count();
    if judul < 2 {
        return;
    }
    // "Nilai kelompok (sebagaimana tercatat)" is the same name as "Nilai kelompok".
    let nama = |b: &Baris| normal(b.label.split('(').next().unwrap_or_default());
    let hasil = |b: &Baris| {
        b.jenis == JenisBaris::Rerata
            || b.perihal
                .as_ref()
                .is_some_and(|p| p.jenis == JenisPerihal::Indikator)
    };
    let mut banyak: BTreeMap<String, usize> = BTreeMap::new();
    let (mut pertama, mut menanti): (Vec<usize>, bool) = (Vec::new(), false);
    for (i, satu) in baris.iter().enumerate() {
        *banyak.entry(nama(satu)).or_default() += 1;
        if satu.jenis == JenisBaris::Kelompok {
            menanti = true;
        } else if menanti && satu.jenis == JenisBaris::Rerata {
            pertama.push(i);
            menanti = false;
        }
    }
    for (i, satu) in baris.iter_mut().enumerate() {
        let nama = nama(satu);
        let sekelompok = nama
            .split(' ')
            .any(|kata| matches!(kata, "kelompok" | "golongan"));
        let lepas = sekelompok
            || banyak.get(&nama).is_some_and(|n| *n > 1)
            || (pertama.len() > 1 && pertama.contains(&i));
        if hasil(satu) && lepas {
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
