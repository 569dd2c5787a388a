//! The fakta that are offered to whoever writes a narrative.

use std::collections::BTreeSet;

use kinerja::Fakta;

use super::kunci::pecah;
use super::{FaktaNarasi, TahunDibaca};

/// Most fakta that are offered at once.
const TAWARAN: usize = 40;

/// Fakta for a narrative: those that a search finds; or those of its own subject; or the chief ones of the year.
pub(super) fn tawaran(dibaca: &TahunDibaca, kunci: &str, cari: &str) -> Vec<FaktaNarasi> {
    let daftar = &dibaca.hasil.fakta;
    let kata: Vec<String> = cari.split_whitespace().map(str::to_lowercase).collect();
    let tawar = |fakta: &Fakta| {
        Some(FaktaNarasi {
            kode: fakta.kode.to_string(),
            label: fakta.label.clone(),
            nilai: fakta.tampil_bersatuan()?,
        })
    };
    if !kata.is_empty() {
        return daftar
            .iter()
            .filter(|fakta| {
                let tentang = format!("{} {}", fakta.kode, fakta.label).to_lowercase();
                kata.iter().all(|kata| tentang.contains(kata))
            })
            .filter_map(tawar)
            .take(TAWARAN)
            .collect();
    }
    let pokok = dibaca
        .hasil
        .indikator
        .iter()
        .flat_map(|satu| [&satu.target, &satu.realisasi, &satu.capaian])
        .chain(
            dibaca
                .hasil
                .anggaran
                .iter()
                .filter(|satu| satu.tahun == dibaca.hasil.tahun)
                .flat_map(|satu| [&satu.pagu, &satu.realisasi, &satu.penyerapan]),
        );
    let perihal: &[&str] = match pecah(kunci).0 {
        "kinerja_anggaran" => &["ikpa", "smart", "nka"],
        depan => &[depan],
    };
    let tahun = format!(".{}.", dibaca.hasil.tahun);
    let milik = |fakta: &&Fakta| {
        let kode = fakta.kode.as_str();
        perihal.contains(&pecah(kode).0) && kode.contains(&tahun)
    };
    // Figures of the year itself before the parts that they were computed from.
    let mut sendiri: Vec<&Fakta> = daftar.iter().filter(milik).collect();
    sendiri.sort_by_key(|fakta| fakta.kode.as_str().matches('.').count());
    let mut sudah = BTreeSet::new();
    let (awal, lanjut): (Vec<&Fakta>, Vec<&Fakta>) = if sendiri.is_empty() {
        (
            pokok.filter_map(|kode| daftar.get(kode.as_str())).collect(),
            Vec::new(),
        )
    } else {
        let pokok: Vec<&Fakta> = pokok
            .filter_map(|kode| daftar.get(kode.as_str()))
            .filter(milik)
            .collect();
        (pokok, sendiri)
    };
    awal.into_iter()
        .chain(lanjut)
        .filter(|fakta| sudah.insert(fakta.kode.as_str()))
        .filter_map(tawar)
        .take(TAWARAN)
        .collect()
}
