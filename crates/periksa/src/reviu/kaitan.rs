//! Which items of the checklist a finding bears on.

use std::collections::{BTreeMap, BTreeSet};

use super::peta::{KEUANGAN, Peta};
use crate::bacaan::{Asal, JenisPerihal, Letak, Peran, Perihal};
use crate::{BahanDokumen, Lokasi, Temuan, rules};

/// Rules whose findings bear on the same items wherever they stand; none where only the writing is at fault.
const MENURUT_ATURAN: &[(&str, &[&str])] = &[
    ("alamat-berbeda", &["data_penting"]),
    ("nama-kantor-lain", &["data_penting"]),
    ("tahun-laporan-berbeda", &["data_penting"]),
    ("jumlah-orang-berbeda", &["data_penting"]),
    ("anggaran-berbeda", &["keuangan"]),
    ("lampiran-tidak-ada", &["lampiran"]),
    ("pembanding-tidak-ada", &["pembandingan"]),
    (
        "target-tanpa-laporan",
        &["capaian_kinerja", "sesuai_perjanjian"],
    ),
    (
        "target-berbeda-bab",
        &["target_kinerja", "sesuai_perjanjian"],
    ),
    ("nama-sasaran-berbeda", &["sesuai_perjanjian"]),
    ("nama-indikator-berbeda", &["sesuai_perjanjian"]),
    ("peraturan-salah-kutip", &[]),
    ("peraturan-diganti", &[]),
    ("daftar-isi-berbeda", &[]),
    ("kata-ganda", &[]),
    ("salah-eja", &[]),
    ("singkatan-berbeda", &[]),
    ("tanda-kurung", &[]),
];

/// Kinds of rules that hold figures against each other: what they find bears on the trust in the data as well.
const TENTANG_ANGKA: &[&str] = &["angka", "tabel", "konsistensi", "klaim"];

/// Words of headings in the first chapter under which the report speaks of itself and not of the office.
const BUKAN_DATA_KANTOR: &[&str] = &["hukum", "sistematika", "maksud"];

/// Words of headings in the second chapter under which the targets stand.
const PERJANJIAN: &[&str] = &["perjanjian", "target", "indikator", "sasaran"];

/// Items by what each number and claim of the document is about: bytes of a piece or cell, and the items.
type Isi = BTreeMap<(usize, Option<usize>), Vec<(usize, usize, &'static [&'static str])>>;

/// Open findings by the code of the item that they bear on.
pub(super) fn kaitan(
    bahan: &BahanDokumen,
    peta: &Peta,
    temuan: &[Temuan],
) -> BTreeMap<String, Vec<usize>> {
    let isi = menurut_isi(bahan);
    let angka: BTreeSet<&str> = rules::KELOMPOK
        .iter()
        .filter(|k| TENTANG_ANGKA.contains(&k.nama))
        .flat_map(|k| k.aturan.iter().map(|aturan| aturan.nama))
        .collect();
    let mut kaitan: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, satu) in temuan.iter().enumerate() {
        if satu.selesai.is_some() {
            continue;
        }
        let mut butir = butir(bahan, peta, &isi, satu);
        if angka.contains(satu.aturan) && !butir.is_empty() {
            butir.insert("keandalan_data");
        }
        for kode in butir {
            kaitan.entry(kode.to_owned()).or_default().push(i);
        }
    }
    kaitan
}

fn butir(bahan: &BahanDokumen, peta: &Peta, isi: &Isi, temuan: &Temuan) -> BTreeSet<&'static str> {
    if let Some((_, butir)) = MENURUT_ATURAN.iter().find(|(a, _)| *a == temuan.aturan) {
        return butir.iter().copied().collect();
    }
    if temuan.aturan == "bab-tidak-ada" {
        return bab_hilang(bahan, temuan).into_iter().collect();
    }
    let Lokasi::Titik(titik) = &temuan.lokasi else {
        return BTreeSet::new();
    };
    let letak = &titik.letak;
    let menurut_isi: BTreeSet<&str> = isi
        .get(&(letak.piece, letak.sel))
        .into_iter()
        .flatten()
        .filter(|(awal, akhir, _)| *awal < letak.akhir && letak.awal < *akhir)
        .flat_map(|(_, _, butir)| butir.iter().copied())
        .collect();
    if !menurut_isi.is_empty() {
        return menurut_isi;
    }
    menurut_tempat(peta, letak).into_iter().collect()
}

fn menurut_tempat(peta: &Peta, letak: &Letak) -> Option<&'static str> {
    let bab = peta.kode(letak.piece)?;
    let di_bawah = |kata: &[&str]| peta.di_bawah(letak.piece, kata);
    match bab {
        "bab1" if di_bawah(BUKAN_DATA_KANTOR) => None,
        "bab2" if !di_bawah(PERJANJIAN) => None,
        "bab3" if di_bawah(KEUANGAN) => Some("keuangan"),
        bab => butir_bab(bab),
    }
}

/// The item that asks for what a chapter of the law's outline holds.
fn butir_bab(kode: &str) -> Option<&'static str> {
    Some(match kode {
        "bab1" => "data_penting",
        "bab2" => "target_kinerja",
        "bab3" => "capaian_kinerja",
        "bab4" => "perbaikan",
        "lampiran" => "lampiran",
        _ => return None,
    })
}

/// The chapter that a finding misses is named in its message, as the law names it.
fn bab_hilang(bahan: &BahanDokumen, temuan: &Temuan) -> Option<&'static str> {
    let tahun = bahan.bacaan.identitas.tahun?;
    let susunan = bahan.hukum.ketentuan("lkj.sistematika", tahun).ok()?;
    let hilang = susunan
        .butir()
        .iter()
        .find(|b| temuan.pesan.contains(&format!("\"{}\"", b.nama)))?;
    butir_bab(&hilang.kode)
}

fn menurut_isi(bahan: &BahanDokumen) -> Isi {
    let bacaan = bahan.bacaan;
    let mut isi = Isi::new();
    let mut catat = |letak: &Letak, butir: &'static [&'static str]| {
        if !butir.is_empty() {
            isi.entry((letak.piece, letak.sel))
                .or_default()
                .push((letak.awal, letak.akhir, butir));
        }
    };
    for satu in &bacaan.pernyataan {
        if let Some(angka) = bacaan.angka.get(satu.angka.0) {
            // What is wrong in a formula is its result, whichever operand the finding covers.
            let peran = match satu.asal {
                Asal::Rumus(_) => Peran::Capaian,
                Asal::Kalimat(_) | Asal::Tabel(_) => satu.peran,
            };
            catat(&angka.letak, butir_perihal(&satu.perihal, peran));
        }
    }
    for klaim in &bacaan.klaim {
        if let Some(perihal) = &klaim.perihal {
            catat(&klaim.letak, butir_perihal(perihal, Peran::Capaian));
        }
    }
    isi
}

fn butir_perihal(perihal: &Perihal, peran: Peran) -> &'static [&'static str] {
    match (perihal.jenis, peran) {
        (JenisPerihal::Anggaran | JenisPerihal::Pendapatan | JenisPerihal::KinerjaAnggaran, _) => {
            &["keuangan"]
        }
        (JenisPerihal::Pegawai, _) => &["data_penting"],
        (JenisPerihal::Indikator, Peran::Target) => &["target_kinerja"],
        (JenisPerihal::Indikator, Peran::TargetJangkaMenengah) => &["selaras_renstra"],
        (
            JenisPerihal::Indikator
            | JenisPerihal::Unsur
            | JenisPerihal::Responden
            | JenisPerihal::RerataCapaian,
            _,
        ) => &["capaian_kinerja"],
        (JenisPerihal::Lain, _) => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::{MENURUT_ATURAN, TENTANG_ANGKA};
    use crate::rules;

    #[test]
    fn every_rule_and_kind_of_rule_that_is_named_here_exists() {
        for (nama, _) in MENURUT_ATURAN {
            assert!(rules::daftar().any(|a| a.nama == *nama), "{nama}");
        }
        for nama in TENTANG_ANGKA {
            assert!(rules::KELOMPOK.iter().any(|k| k.nama == *nama), "{nama}");
        }
    }
}
