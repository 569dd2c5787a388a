//! The least number of respondents said to be missed, or reached, against the respondents themselves.

use kinerja::nama_bulan;
use rust_decimal::Decimal;

use super::alat;
use crate::bacaan::{Asal, Bacaan, IsiKlaim, JenisPerihal, Klaim, Milik, Peran, Pernyataan};
use crate::hitung::tampil;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "responden-minimum-tidak-sesuai",
    judul: "Jumlah responden disebut mencapai atau belum mencapai batas minimum, bertentangan dengan tabelnya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Pernyataan bahwa responden suatu bulan, atau semua bulan, mencapai atau belum mencapai batas minimum dibandingkan dengan jumlah responden pada tabel dan batas yang disebut kalimat itu (atau batas menurut ketentuan). Kalimat bersyarat dan petunjuk tidak dinilai.",
            dasar: &["Perbandingan jumlah responden pada tabel dengan batasnya"],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Indeks Kepuasan Masyarakat\n\nUnsur Layanan\tJAN\tFEB\tMAR\nInformasi\t3,41\t3,52\t3,48\nPersyaratan\t3,50\t3,61\t3,55\nNilai SKM\t3,46\t3,57\t3,52\nResponden\t41\t33\t52\n\nPada bulan Februari 2022 jumlah responden belum mencapai ketentuan minimal 30.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Indeks Kepuasan Masyarakat\n\nUnsur Layanan\tJAN\tFEB\tMAR\nInformasi\t3,41\t3,52\t3,48\nPersyaratan\t3,50\t3,61\t3,55\nNilai SKM\t3,46\t3,57\t3,52\nResponden\t41\t23\t52\n\nJumlah responden setiap bulan telah memenuhi ketentuan minimal 30 responden.\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Indeks Kepuasan Masyarakat\n\nUnsur Layanan\tJAN\tFEB\tMAR\nInformasi\t3,41\t3,52\t3,48\nPersyaratan\t3,50\t3,61\t3,55\nNilai SKM\t3,46\t3,57\t3,52\nResponden\t41\t23\t52\n\nPada bulan Februari 2022 jumlah responden belum mencapai ketentuan minimal 30.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Indeks Kepuasan Masyarakat\n\nUnsur Layanan\tJAN\tFEB\tMAR\nInformasi\t3,41\t3,52\t3,48\nPersyaratan\t3,50\t3,61\t3,55\nNilai SKM\t3,46\t3,57\t3,52\nResponden\t41\t33\t52\n\nCatatan diberikan apabila jumlah responden suatu bulan belum mencapai ketentuan minimal 30. Jumlah responden setiap bulan telah memenuhi ketentuan minimal 30 responden.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for klaim in &bacaan.klaim {
        let IsiKlaim::RespondenMinimum {
            bulan,
            minimum,
            tercapai,
        } = klaim.isi
        else {
            continue;
        };
        let Some(batas) = minimum
            .and_then(|id| bacaan.angka(id).nilai)
            .or_else(|| batas(bahan, klaim.tahun))
        else {
            continue;
        };
        let responden = responden(bacaan, klaim, bulan);
        if responden.is_empty() {
            continue;
        }
        catat.diperiksa(responden.iter().map(|p| p.angka).chain(minimum));
        let kurang: Vec<&Pernyataan> = responden
            .iter()
            .filter(|p| bacaan.angka(p.angka).nilai.is_some_and(|n| n < batas))
            .copied()
            .collect();
        // Of one month several tables may speak: one that bears the claim out will do.
        let salah = match (tercapai, bulan) {
            (true, Some(_)) => kurang.len() == responden.len(),
            (true, None) => !kurang.is_empty(),
            (false, _) => kurang.is_empty(),
        };
        if !salah {
            continue;
        }
        let bukti: Vec<&Pernyataan> = if tercapai { kurang } else { responden };
        let Some(terendah) = bukti
            .iter()
            .min_by_key(|p| bacaan.angka(p.angka).nilai)
            .copied()
        else {
            continue;
        };
        let waktu = terendah.bulan.map_or_else(
            || "setahun".to_owned(),
            |b| format!("bulan {}", nama_bulan(b)),
        );
        let terendah = bacaan.angka(terendah.angka);
        let pesan = if tercapai {
            format!(
                "Disebut batas minimum {batas} responden tercapai, tetapi responden {waktu} pada tabel {}",
                tampil(terendah)
            )
        } else {
            format!(
                "Disebut batas minimum {batas} responden belum tercapai, tetapi responden {waktu} pada tabel {}",
                tampil(terendah)
            )
        };
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &klaim.letak,
                pesan,
                "Hapus atau betulkan pernyataan ini sesuai dengan tabel responden.",
            )
            .terkait(bahan, alat::letak(bacaan, &bukti).into_iter().take(3)),
        );
    }
}

/// The monthly respondents that a claim is about.
fn responden<'b>(bacaan: &'b Bacaan, klaim: &Klaim, bulan: Option<u8>) -> Vec<&'b Pernyataan> {
    bacaan
        .pernyataan
        .iter()
        .filter(|p| {
            p.perihal.jenis == JenisPerihal::Responden
                && p.peran == Peran::Jumlah
                && p.milik == Milik::Sendiri
                && matches!(p.asal, Asal::Tabel(_))
                && p.bulan.is_some()
                && (bulan.is_none() || p.bulan == bulan)
                && (klaim.tahun.is_none() || p.tahun.is_none() || p.tahun == klaim.tahun)
                && klaim
                    .perihal
                    .as_ref()
                    .is_none_or(|perihal| perihal.kunci == p.perihal.kunci)
        })
        .collect()
}

/// The least number by the provision in force for the year, where only one instrument sets it.
fn batas(bahan: &BahanDokumen, tahun: Option<i16>) -> Option<Decimal> {
    let tahun = tahun.or(bahan.bacaan.identitas.tahun)?;
    let mut semua: Vec<Decimal> = bahan
        .hukum
        .instrumen
        .iter()
        .filter_map(|i| i.ketentuan_minimum.as_ref())
        .filter_map(|kode| bahan.hukum.ketentuan(kode, tahun).ok()?.angka())
        .collect();
    semua.sort();
    semua.dedup();
    match semua.as_slice() {
        [satu] => Some(*satu),
        _ => None,
    }
}
