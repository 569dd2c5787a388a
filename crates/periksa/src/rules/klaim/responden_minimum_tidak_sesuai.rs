//! The least number of respondents said to be missed, or reached, against the respondents themselves.

use std::collections::BTreeMap;

use kinerja::nama_bulan;
use rust_decimal::Decimal;

use crate::bacaan::{Angka, Asal, Bacaan, IsiKlaim, JenisPerihal, Klaim, Milik, Peran, Pernyataan};
use crate::hitung::tampil;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "responden-minimum-tidak-sesuai",
    judul: "Jumlah responden disebut mencapai atau belum mencapai batas minimum, bertentangan dengan tabelnya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Pernyataan bahwa responden suatu bulan, beberapa bulan, atau semua bulan (juga dengan pengecualian) mencapai atau belum mencapai batas minimum dibandingkan dengan jumlah responden pada tabel, atau yang disebut kalimat itu sendiri, dan dengan batas yang disebutnya (atau batas menurut ketentuan). Pernyataan tentang setiap kelompok dibandingkan dengan kelompok yang dirinci sebelumnya, di dalam kalimat atau tabel. Kalimat bersyarat dan petunjuk tidak dinilai.",
            dasar: &["Perbandingan jumlah responden pada tabel dengan batasnya"],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Indeks Kepuasan Masyarakat\n\nBulan\tU1\tU2\tU3\tNilai\tResponden\nJan\t3,41\t3,52\t3,48\t3,47\t41\nFeb\t3,50\t3,61\t3,55\t3,55\t33\nMar\t3,46\t3,57\t3,52\t3,52\t52\n\nJumlah responden bulan Februari belum memenuhi batas minimal 30 orang; responden terbanyak pada bulan Maret.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Indeks Kepuasan Masyarakat\n\nUnsur Layanan\tJAN\tFEB\tMAR\nInformasi\t3,41\t3,52\t3,48\nPersyaratan\t3,50\t3,61\t3,55\nNilai SKM\t3,46\t3,57\t3,52\nResponden\t41\t33\t52\n\nPada bulan Februari 2022 jumlah responden belum mencapai ketentuan minimal 30.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Indeks Kepuasan Masyarakat\n\nUnsur Layanan\tJAN\tFEB\tMAR\nInformasi\t3,41\t3,52\t3,48\nPersyaratan\t3,50\t3,61\t3,55\nNilai SKM\t3,46\t3,57\t3,52\nResponden\t41\t23\t52\n\nJumlah responden setiap bulan telah memenuhi ketentuan minimal 30 responden.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Indeks Kepuasan Masyarakat\n\nUnsur Layanan\tJAN\tFEB\tMAR\nInformasi\t3,41\t3,52\t3,48\nPersyaratan\t3,50\t3,61\t3,55\nNilai SKM\t3,46\t3,57\t3,52\nResponden\t41\t23\t52\n\nJumlah responden sekurang-kurangnya 30 orang setiap bulan sudah terpenuhi pada 1 (satu) bulan, yaitu Februari.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Indeks Kepuasan Masyarakat\n\nUnsur Layanan\tJAN\tFEB\tMAR\nInformasi\t3,41\t3,52\t3,48\nPersyaratan\t3,50\t3,61\t3,55\nNilai SKM\t3,46\t3,57\t3,52\nResponden\t41\t33\t52\n\nJumlah responden setiap bulan telah memenuhi ketentuan minimal 30 responden, kecuali bulan Februari.\n",
                "Laporan Kinerja Dinas Kearsipan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nSurvei kepuasan diikuti 25 pegawai sehingga memenuhi jumlah minimal 30 responden.\n",
                "Laporan Kinerja Dinas Kearsipan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nResponden Triwulan I sebanyak 38 orang, Triwulan II 26 orang, dan Triwulan III 45 orang, seluruhnya 124 orang. Tidak ada triwulan dengan responden kurang dari 30 orang.\n",
                "Laporan Kinerja Dinas Kearsipan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTriwulan\tResponden\tNilai\nTriwulan I\t38\t82,10\nTriwulan II\t26\t83,25\nTriwulan III\t45\t84,00\nJumlah\t124\t83,20\n\nSetiap triwulan responden lebih dari 30 orang.\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Indeks Kepuasan Masyarakat\n\nBulan\tU1\tU2\tU3\tNilai\tResponden\nJan\t3,41\t3,52\t3,48\t3,47\t41\nFeb\t3,50\t3,61\t3,55\t3,55\t23\nMar\t3,46\t3,57\t3,52\t3,52\t52\n\nJumlah responden bulan Februari belum memenuhi batas minimal 30 orang; responden terbanyak pada bulan Maret.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Indeks Kepuasan Masyarakat\n\nUnsur Layanan\tJAN\tFEB\tMAR\nInformasi\t3,41\t3,52\t3,48\nPersyaratan\t3,50\t3,61\t3,55\nNilai SKM\t3,46\t3,57\t3,52\nResponden\t41\t23\t52\n\nPada bulan Februari 2022 jumlah responden belum mencapai ketentuan minimal 30.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Indeks Kepuasan Masyarakat\n\nUnsur Layanan\tJAN\tFEB\tMAR\nInformasi\t3,41\t3,52\t3,48\nPersyaratan\t3,50\t3,61\t3,55\nNilai SKM\t3,46\t3,57\t3,52\nResponden\t41\t33\t52\n\nCatatan diberikan apabila jumlah responden suatu bulan belum mencapai ketentuan minimal 30. Jumlah responden setiap bulan telah memenuhi ketentuan minimal 30 responden.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Indeks Kepuasan Masyarakat\n\nUnsur Layanan\tJAN\tFEB\tMAR\nInformasi\t3,41\t3,52\t3,48\nPersyaratan\t3,50\t3,61\t3,55\nNilai SKM\t3,46\t3,57\t3,52\nResponden\t41\t23\t52\n\nJumlah responden sekurang-kurangnya 30 orang setiap bulan belum terpenuhi pada 1 (satu) bulan, yaitu Februari.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Indeks Kepuasan Masyarakat\n\nUnsur Layanan\tJAN\tFEB\tMAR\nInformasi\t3,41\t3,52\t3,48\nPersyaratan\t3,50\t3,61\t3,55\nNilai SKM\t3,46\t3,57\t3,52\nResponden\t41\t23\t52\n\nJumlah responden setiap bulan telah memenuhi ketentuan minimal 30 responden, kecuali bulan Februari.\n",
                "Laporan Kinerja Dinas Kearsipan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nSurvei kepuasan diikuti 35 pegawai sehingga memenuhi jumlah minimal 30 responden. Sampel minimum 30 responden dari 120 pegawai.\n",
                "Laporan Kinerja Dinas Kearsipan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nResponden Triwulan I sebanyak 38 orang, Triwulan II 41 orang, dan Triwulan III 45 orang, seluruhnya 124 orang. Tidak ada triwulan dengan responden kurang dari 30 orang.\n",
                "Laporan Kinerja Dinas Kearsipan Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTriwulan\tResponden\tNilai\nTriwulan I\t38\t82,10\nTriwulan II\t41\t83,25\nTriwulan III\t45\t84,00\nJumlah\t124\t83,20\n\nSetiap triwulan responden lebih dari 30 orang.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for klaim in &bacaan.klaim {
        let IsiKlaim::RespondenMinimum {
            ref bulan,
            ref kecuali,
            minimum,
            responden: dikutip,
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
        let bukti = match dikutip {
            Some(id) => {
                catat.diperiksa([Some(id), minimum].into_iter().flatten());
                let angka = bacaan.angka(id);
                let salah = angka.nilai.is_some_and(|n| (n >= batas) != tercapai);
                salah.then_some((None, angka))
            }
            None => {
                let responden = responden(bacaan, klaim);
                catat.diperiksa(responden.iter().map(|p| p.angka).chain(minimum));
                bantahan(bacaan, &responden, batas, (bulan, kecuali), tercapai)
            }
        };
        let Some((bulan, angka)) = bukti else {
            continue;
        };
        let waktu = match (bulan, dikutip) {
            (Some(bulan), _) => format!(" bulan {}", nama_bulan(bulan)),
            (None, Some(_)) => " yang disebut".to_owned(),
            (None, None) => " setahun".to_owned(),
        };
        let pesan = format!(
            "Disebut batas minimum {batas} responden {} tercapai, padahal responden{waktu} {}",
            if tercapai { "sudah" } else { "belum" },
            tampil(angka)
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &klaim.letak,
                pesan,
                "Betulkan jumlah responden ini, atau pernyataan tentang batas minimumnya.",
            )
            .terkait(bahan, [&angka.letak]),
        );
    }
}

/// The month whose respondents bear the claim down.
///
/// Of one month several tables may speak: one that bears the claim out will do.
fn bantahan<'b>(
    bacaan: &'b Bacaan,
    responden: &[&'b Pernyataan],
    batas: Decimal,
    (bulan, kecuali): (&[u8], &[u8]),
    tercapai: bool,
) -> Option<(Option<u8>, &'b Angka)> {
    let mut sebulan: BTreeMap<u8, Vec<&Angka>> = BTreeMap::new();
    for satu in responden {
        let angka = bacaan.angka(satu.angka);
        if let (Some(bulan), Some(_)) = (satu.bulan, angka.nilai) {
            sebulan.entry(bulan).or_default().push(angka);
        }
    }
    let cukup = |angka: &&Angka| angka.nilai.is_some_and(|n| n >= batas);
    let bertentangan = |n: u8| -> Option<(Option<u8>, &'b Angka)> {
        let angka = sebulan.get(&n)?;
        let benar = angka.iter().any(|a| cukup(a) == tercapai);
        (!benar).then(|| angka.first().map(|a| (Some(n), *a)))?
    };
    if !bulan.is_empty() {
        return bulan.iter().find_map(|n| bertentangan(*n));
    }
    if tercapai {
        let mut lain = sebulan.keys().filter(|n| !kecuali.contains(n));
        return lain.find_map(|n| bertentangan(*n));
    }
    // "Belum terpenuhi" of the whole year: one month below bears it out.
    let semua = sebulan.values().flatten();
    let terendah = semua.min_by_key(|a| a.nilai)?;
    let nama = sebulan
        .iter()
        .find(|(_, angka)| angka.iter().any(|a| a.letak == terendah.letak))
        .map(|(n, _)| *n);
    cukup(terendah).then_some((nama, *terendah))
}

/// The monthly respondents of what a claim is about.
fn responden<'b>(bacaan: &'b Bacaan, klaim: &Klaim) -> Vec<&'b Pernyataan> {
    bacaan
        .pernyataan
        .iter()
        .filter(|p| {
            p.perihal.jenis == JenisPerihal::Responden
                && p.peran == Peran::Jumlah
                && p.milik == Milik::Sendiri
                && matches!(p.asal, Asal::Tabel(_))
                && p.bulan.is_some()
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
