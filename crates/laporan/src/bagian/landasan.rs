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
        .filter(|regulasi| regulasi.landasan && terpakai.contains(regulasi.id.as_str()));
    let mut isi: Vec<String> = regulasi.map(sebutan).collect();
    if let Some(profil) = bahan.hukum.profil(&bahan.masukan.satker.profil) {
        let dasar = profil.dasar_organisasi.iter();
        isi.extend(dasar.map(|dasar| dasar.sebutan.clone()));
    }
    let renstra = &bahan.masukan.satker.dokumen_renstra;
    if !renstra.is_empty() {
        isi.push(renstra.clone());
    }
    // Highest law first and older before newer, as a report lists its basis.
    isi.sort_by_cached_key(|sebutan| (jenjang(sebutan), tahun(sebutan)));
    isi.dedup();
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

/// Ranks of law by the words with which a citation begins, highest first.
const JENJANG: &[&[&str]] = &[
    &["undang-undang"],
    &["peraturan pemerintah"],
    &[
        "peraturan presiden",
        "keputusan presiden",
        "instruksi presiden",
    ],
    &[
        "peraturan menteri",
        "peraturan badan",
        "peraturan kepala badan",
    ],
    &["keputusan menteri", "keputusan kepala badan"],
    &[
        "peraturan direktur",
        "peraturan sekretaris",
        "peraturan inspektur",
    ],
    &[
        "keputusan direktur",
        "keputusan sekretaris",
        "keputusan inspektur",
    ],
];

fn jenjang(sebutan: &str) -> usize {
    let kecil = sebutan.to_lowercase();
    JENJANG
        .iter()
        .position(|awal| awal.iter().any(|awal| kecil.starts_with(awal)))
        .unwrap_or(JENJANG.len())
}

/// The year of a citation ("Nomor 53 Tahun 2014", "Nomor 22/PMK.02/2021"); one in the title does not count.
fn tahun(sebutan: &str) -> Option<u16> {
    let kutipan = sebutan
        .split_once(" tentang ")
        .map_or(sebutan, |(depan, _)| depan);
    kutipan
        .rsplit(|c: char| !c.is_ascii_digit())
        .find_map(|angka| {
            let tahun = angka.parse().ok()?;
            (angka.len() == 4).then_some(tahun)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_law_stands_above_a_decree_however_it_is_named() {
        let mut isi = [
            "Keputusan Menteri Keuangan Nomor 466 Tahun 2023",
            "Peraturan Menteri Keuangan Nomor 22/PMK.02/2021",
            "Peraturan Menteri PANRB Nomor 14 Tahun 2017",
            "Undang-Undang Nomor 6 Tahun 2011 tentang Keimigrasian",
            "Peraturan Menteri PANRB Nomor 53 Tahun 2014 tentang Rencana Tahun 2010",
            "Peraturan Presiden Nomor 29 Tahun 2014",
        ];
        isi.sort_by_cached_key(|sebutan| (jenjang(sebutan), tahun(sebutan)));
        let nomor: Vec<&str> = isi
            .iter()
            .filter_map(|isi| isi.split_whitespace().skip_while(|k| *k != "Nomor").nth(1))
            .collect();
        assert_eq!(nomor, ["6", "29", "53", "14", "22/PMK.02/2021", "466"]);
    }
}
