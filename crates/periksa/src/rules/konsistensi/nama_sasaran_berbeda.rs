//! The name of an objective drifts from the performance agreement.

use super::nama::{Nama, Ragam, janji, ragam};
use super::nama_menyimpang::periksa_nama;
use crate::bacaan::Letak;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "nama-sasaran-berbeda",
    judul: "Nama sasaran berbeda dari perjanjian kinerja.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Sasaran dilaporkan dengan nama yang diperjanjikan. Yang ditunjukkan ialah nama yang berbeda satu kata: hilang, diganti, \
                     atau bertambah. Besar kecil huruf dan nama yang dipendekkan dari belakang tidak dipersoalkan, begitu pula kalimat \
                     biasa yang memakai kata kerja lain.",
            dasar: &[
                "Peraturan Menteri PANRB Nomor 53 Tahun 2014: laporan kinerja melaporkan perjanjian kinerja.",
            ],
            buruk: &[
                "BAB II PERENCANAAN KINERJA\n\nB. Perjanjian Kinerja\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan arsip bagi perangkat daerah\tPersentase arsip tertata\t80,00%\n\nBAB III AKUNTABILITAS KINERJA\n\nSasaran 1: Meningkatkan mutu layanan arsip bagi perangkat daerah",
                "BAB II PERENCANAAN KINERJA\n\nB. Perjanjian Kinerja\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan arsip bagi perangkat daerah\tPersentase arsip tertata\t80,00%\n\nBAB III AKUNTABILITAS KINERJA\n\nPengukuran dilakukan atas sasaran kegiatan meningkatnya layanan arsip bagi perangkat daerah setiap tahun.",
                "Tabel 1. Rencana\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan arsip\tPersentase arsip tertata\t80,00%\n2\tMeningkatnya tata kelola kantor\tNilai pengawasan kearsipan\t70,00\n\nTabel 2. Perjanjian\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan arsip\tPersentase arsip tertata\t80,00%\n2\tMeningkatnya tata kelola kantor\tNilai pengawasan kearsipan\t70,00\n\nTabel 3. Capaian\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tRealisasi\n1\tMeningkatnya kualitas layanan arsip\tPersentase arsip tertata\t81,00%\n2\tMeningkatnya tata kelola kantor\tNilai pengawasan kearsipan\t71,00",
            ],
            baik: &[
                "BAB II PERENCANAAN KINERJA\n\nB. Perjanjian Kinerja\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan arsip bagi perangkat daerah\tPersentase arsip tertata\t80,00%\n\nBAB III AKUNTABILITAS KINERJA\n\nSasaran 1: Meningkatnya Mutu Layanan Arsip bagi Perangkat Daerah",
                "BAB II PERENCANAAN KINERJA\n\nB. Perjanjian Kinerja\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan arsip bagi perangkat daerah\tPersentase arsip tertata\t80,00%\n\nBAB III AKUNTABILITAS KINERJA\n\nPelatihan diadakan untuk meningkatkan mutu layanan arsip bagi perangkat daerah, dan meningkatnya mutu layanan arsip sudah terasa.",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let nama: Vec<Nama> = janji(bahan).into_iter().map(|j| j.sasaran).collect();
    let ragam = ragam(bahan, &nama, "sasaran");
    lapor(bahan, aturan, catat, "sasaran", &nama, &ragam);
    let telah: Vec<Letak> = ragam.into_iter().map(|r| r.letak).collect();
    periksa_nama(bahan, aturan, catat, "sasaran", &telah);
}

/// One finding for each spelling, with all its places.
pub(super) fn lapor(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    apa: &str,
    nama: &[Nama],
    ragam: &[Ragam],
) {
    let tertulis = |r: &Ragam| bahan.bacaan.teks(&r.letak).to_lowercase();
    let mut selesai: Vec<(usize, String)> = Vec::new();
    for satu in ragam {
        let kunci = (satu.nama, tertulis(satu));
        let Some(asli) = nama.get(satu.nama).filter(|_| !selesai.contains(&kunci)) else {
            continue;
        };
        let lain: Vec<&Letak> = ragam
            .iter()
            .filter(|r| r.letak != satu.letak && r.nama == satu.nama && tertulis(r) == kunci.1)
            .map(|r| &r.letak)
            .collect();
        let resmi = bahan.bacaan.teks(&asli.letak).replace('\n', " ");
        let resmi = if crate::rules::teks::kata(&resmi).len() == asli.kata.len() {
            resmi
        } else {
            asli.kata.join(" ")
        };
        let pesan = format!(
            "Nama {apa} ini berbeda dari perjanjian kinerja ({}): \"{resmi}\".",
            satu.beda
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &satu.letak,
                pesan,
                "Samakan dengan nama dalam perjanjian kinerja.",
            )
            .seharusnya(Some(resmi))
            .terkait(bahan, lain.into_iter().chain([&asli.letak])),
        );
        selesai.push(kunci);
    }
}
