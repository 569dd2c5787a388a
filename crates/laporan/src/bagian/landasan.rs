//! The legal basis: the regulations whose provisions are in force for the year, and that of the office itself.

use std::collections::BTreeSet;

use document::{Block, Inline, List, Marker};
use hukum::{Isi, Ketentuan, Regulasi};
use kinerja::Asal;

use super::polos;
use crate::Bahan;

/// Areas of law that every performance report rests on, by the first part of the codes of their provisions.
const BIDANG_UMUM: &[&str] = &["sakip", "lkj", "pk"];

/// How `regulasi/` marks a title that is not certain.
const BELUM_PASTI: &str = "belum dipastikan";

pub(super) fn landasan(bahan: &Bahan<'_>) -> Vec<Block> {
    let hasil = bahan.hasil;
    let bersurvei = hasil
        .indikator
        .iter()
        .any(|indikator| indikator.survei.is_some());
    let bidang = |nama: &str| {
        (nama == "skm" && bersurvei)
            || (nama == "nka" && !hasil.smart.is_empty())
            || (nama == "ikpa" && !hasil.ikpa.is_empty())
    };
    let terpakai: BTreeSet<&str> = bahan
        .hukum
        .berlaku(hasil.tahun)
        .filter(|ketentuan| {
            let awal = ketentuan.kode.split('.').next().unwrap_or_default();
            BIDANG_UMUM.contains(&awal)
                || (bidang(awal) && dipakai(bahan, ketentuan))
                || milik_kementerian(bahan, &ketentuan.regulasi)
        })
        .map(|ketentuan| ketentuan.regulasi.as_str())
        .collect();
    let regulasi = bahan
        .hukum
        .regulasi
        .iter()
        .filter(|regulasi| terpakai.contains(regulasi.id.as_str()));
    let mut regulasi: Vec<&Regulasi> = regulasi.collect();
    // Highest law first, as a report lists its basis.
    regulasi.sort_by_key(|regulasi| jenjang(&regulasi.id));
    let mut isi: Vec<String> = regulasi.into_iter().map(sebutan).collect();
    if let Some(profil) = bahan.hukum.profil(&bahan.masukan.satker.profil) {
        isi.extend(
            profil
                .dasar_organisasi
                .iter()
                .map(|dasar| dasar.sebutan.clone()),
        );
    }
    let renstra = &bahan.masukan.satker.dokumen_renstra;
    if !renstra.is_empty() {
        isi.push(renstra.clone());
    }
    let terakhir = isi.len().saturating_sub(1);
    let items: Vec<Vec<Block>> = isi
        .into_iter()
        .enumerate()
        .map(|(nomor, teks)| {
            let akhir = if nomor == terakhir { "." } else { ";" };
            vec![polos(vec![Inline::text(format!("{teks}{akhir}"))])]
        })
        .collect();
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(List {
            marker: Marker::Decimal,
            items,
        })]
    }
}

fn sebutan(regulasi: &Regulasi) -> String {
    // A title that nobody has confirmed is not printed as if it were one; the colophon names what is unverified.
    let tentang = regulasi.tentang.as_str();
    if tentang.is_empty() || tentang.contains(BELUM_PASTI) {
        regulasi.sebutan.clone()
    } else {
        format!("{} tentang {tentang}", regulasi.sebutan)
    }
}

/// A number of law belongs to the basis only where a value of the report rests on it.
fn dipakai(bahan: &Bahan<'_>, ketentuan: &Ketentuan) -> bool {
    matches!(ketentuan.isi, Isi::Daftar(_) | Isi::Pita(_) | Isi::Rumus { .. })
        || bahan.hasil.fakta.iter().any(
            |fakta| matches!(&fakta.asal, Asal::Ketentuan { ketentuan: kode, .. } if *kode == ketentuan.kode),
        )
}

/// A guideline of the office's own ministry names it in its title.
fn milik_kementerian(bahan: &Bahan<'_>, regulasi: &str) -> bool {
    let kementerian = &bahan.masukan.satker.kementerian;
    let tentang = bahan
        .hukum
        .regulasi(regulasi)
        .map(|regulasi| regulasi.tentang.as_str());
    !kementerian.is_empty() && tentang.is_some_and(|tentang| tentang.contains(kementerian.as_str()))
}

fn jenjang(id: &str) -> usize {
    const URUTAN: &[&str] = &[
        "uu-", "pp-", "perpres-", "inpres-", "permen", "pmk-", "kep", "kmk-", "per-",
    ];
    URUTAN
        .iter()
        .position(|awal| id.starts_with(awal))
        .unwrap_or(URUTAN.len())
}
