//! The name of an indicator drifts from the performance agreement, or another indicator is given to an objective.

use super::nama::{Janji, indikator, janji, ragam, sah};
use super::nama_menyimpang::periksa_nama;
use super::nama_pasangan::periksa_pasangan;
use super::nama_sasaran_berbeda::lapor;
use super::nama_tunggal::periksa_tunggal;
use crate::bacaan::Letak;
use crate::rules::teks::{Satuan, satuan};
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "nama-indikator-berbeda",
    judul: "Nama indikator berbeda dari perjanjian kinerja.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Indikator dilaporkan dengan nama yang diperjanjikan. Yang ditunjukkan ialah nama yang berbeda satu kata, juga pada kalimat yang menyebut angka indikator itu, dan sasaran yang \
                     diberi indikator lain daripada dalam perjanjian kinerja. Singkatan, nama lain yang dikenal profil kantor, dan nama yang \
                     dipendekkan dari belakang tidak dipersoalkan.",
            dasar: &[
                "Peraturan Menteri PANRB Nomor 53 Tahun 2014: laporan kinerja melaporkan perjanjian kinerja.",
            ],
            buruk: &[
                "BAB II PERENCANAAN KINERJA\n\nB. Perjanjian Kinerja\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan arsip\tPersentase arsip dinamis tertata baik pada perangkat daerah\t80,00%\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\n1\tPersentase arsip statis tertata baik pada perangkat daerah\t80,00%\t84,00%",
                "BAB II PERENCANAAN KINERJA\n\nA. Rencana Strategis\n\nSasaran pertama adalah meningkatnya mutu layanan arsip daerah, dengan indikator Persentase pengunjung depo yang puas.\n\nB. Perjanjian Kinerja\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan arsip daerah\tIndeks Pengelolaan Kearsipan\t80,00",
                "Tabel 1. Rencana\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan arsip\tPersentase arsip tertata\t80,00%\n2\tMeningkatnya tata kelola kantor\tNilai pengawasan kearsipan\t70,00\n\nTabel 2. Perjanjian\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan arsip\tPersentase arsip tertata\t80,00%\n2\tMeningkatnya tata kelola kantor\tNilai pengawasan kearsipan\t70,00\n\nTabel 3. Capaian\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tRealisasi\n1\tMeningkatnya mutu layanan arsip\tPersentase arsip tertata\t81,00%\n2\tMeningkatnya tata kelola kantor\tNilai pembinaan kearsipan\t71,00",
                "Perjanjian Kinerja Tahun 2023\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan\tIndeks Kepuasan Eksternal Dinas\t80,00\n2\tMeningkatnya mutu layanan\tPersentase arsip dinamis tertata\t80,00%\n3\tMeningkatnya mutu layanan\tJumlah perpustakaan yang dibina\t12\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\n1\tIndeks Kepuasan Internal Dinas\t80,00\t84,00\n2\tPersentase arsip dinamis tertata\t80,00%\t84,00%\n3\tJumlah perpustakaan yang dibina\t12\t12\n\nSurvei kepuasan internal diadakan setiap semester.",
                "Laporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023\n\nPerjanjian Kinerja Tahun 2023\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan\tIndeks Kepuasan Masyarakat\t3,20\n2\tMeningkatnya mutu arsip\tPersentase arsip tertata\t80,50%\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\n2\tPersentase arsip tertata\t80,50%\t84,00%\n\nIndeks Kepuasan Masyarakat diukur setiap bulan. Target Indeks Kepuasan Masyarakat tercapai.\n\nIndeks Kepuasan Pelanggan tahun 2023 sebesar 3,45 dari target 3,20.",
            ],
            baik: &[
                "Laporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023\n\nPerjanjian Kinerja Tahun 2023\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan\tIndeks Kepuasan Masyarakat\t3,20\n2\tMeningkatnya mutu arsip\tPersentase arsip tertata\t80,50%\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\n2\tPersentase arsip tertata\t80,50%\t84,00%\n\nIndeks Kepuasan Masyarakat diukur setiap bulan. Target Indeks Kepuasan Masyarakat tercapai.\n\nIndeks Kepuasan Pelanggan kantor pos kabupaten sebesar 3,61, dan Indeks Kepuasan Masyarakat sebesar 3,45.",
                "Perjanjian Kinerja Tahun 2023\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan\tIndeks Kepuasan Internal Dinas\t80,00\n2\tMeningkatnya mutu layanan\tPersentase arsip dinamis tertata\t80,00%\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\n1\tIndeks Kepuasan Internal Dinas\t80,00\t84,00\n2\tPersentase arsip dinamis tertata\t80,00%\t84,00%\n3\tIndeks Kepuasan Eksternal Dinas\t80,00\t84,00",
                "BAB II PERENCANAAN KINERJA\n\nB. Perjanjian Kinerja\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan arsip\tPersentase arsip dinamis tertata baik pada perangkat daerah\t80,00%\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\n1\tPersentase Arsip Dinamis Tertata Baik pada Perangkat Daerah\t80,00%\t84,00%",
                "BAB II PERENCANAAN KINERJA\n\nA. Rencana Strategis\n\nSasaran pertama adalah meningkatnya mutu layanan arsip daerah, dengan indikator kinerja Indeks Pengelolaan Kearsipan.\n\nB. Perjanjian Kinerja\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan arsip daerah\tIndeks Pengelolaan Kearsipan\t80,00",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let nama = indikator(bahan);
    let ragam = ragam(bahan, &nama, "indikator");
    lapor(bahan, aturan, catat, "indikator", &nama, &ragam);
    let mut telah: Vec<Letak> = ragam.into_iter().map(|r| r.letak).collect();
    telah.extend(periksa_tunggal(bahan, aturan, catat, &telah));
    periksa_nama(bahan, aturan, catat, "indikator", &telah);
    periksa_pasangan(bahan, aturan, catat, "indikator", &telah);
    let janji = janji(bahan);
    let sah = sah(bahan, &nama);
    for satu in satuan(bahan.bacaan.sumber)
        .into_iter()
        .filter(Satuan::prosa)
    {
        indikator_lain(bahan, aturan, catat, &satu, &janji, &sah);
    }
}

/// "<objective>, dengan indikator <another indicator>".
fn indikator_lain(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    satu: &Satuan,
    janji: &[Janji],
    sah: &[String],
) {
    const PENANDA: &[&str] = &[
        "dengan indikator kinerja utama ",
        "dengan indikator kinerja ",
        "dengan indikator ",
    ];
    let kecil = satu.teks.to_ascii_lowercase();
    let Some((at, penanda)) = PENANDA
        .iter()
        .find_map(|p| kecil.find(p).map(|at| (at, *p)))
    else {
        return;
    };
    let awal = at + penanda.len();
    let depan = satu.teks.get(..at).map(normal).unwrap_or_default();
    let ekor = satu.teks.get(awal..).unwrap_or_default();
    let akhir = awal + ekor.find([';', '.', ',', '(', '\n']).unwrap_or(ekor.len());
    let disebut = satu.teks.get(awal..akhir).unwrap_or_default();
    let bersih = disebut.trim_end().trim_end_matches(" dan").trim_end();
    let letak: Letak = satu.letak.bagian(awal..awal + bersih.len());
    let nama = normal(bersih);
    let kata: Vec<&str> = nama.split(' ').collect();
    // The objective may be worded a little differently; most of its words tell it.
    let Some(milik) = janji.iter().find(|j| {
        let ekor: Vec<&str> = j.sasaran.kata.iter().skip(1).map(String::as_str).collect();
        ekor.len() >= 4 && depan.contains(&ekor.join(" "))
    }) else {
        return;
    };
    let cocok = milik
        .indikator
        .iter()
        .any(|i| i.contains(&nama) || (!i.is_empty() && nama.contains(i.as_str())))
        || milik.indikator.iter().any(|i| {
            let kena = kata
                .iter()
                .filter(|k| i.split(' ').any(|kata| kata == **k))
                .count();
            kena * 2 > kata.len()
        });
    let bernama = bersih.starts_with(char::is_uppercase) && (3..=20).contains(&kata.len());
    if cocok
        || !bernama
        || sah
            .iter()
            .any(|s| s.starts_with(&nama) && milik.indikator.iter().any(|i| i.contains(s.as_str())))
    {
        return;
    }
    let resmi: Vec<&str> = milik
        .tercetak
        .iter()
        .map(|l| bahan.bacaan.teks(l))
        .collect();
    let pesan = format!(
        "Perjanjian kinerja memberi sasaran ini indikator \"{}\", bukan \"{bersih}\".",
        resmi.join("; ").replace('\n', " ")
    );
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &letak,
            pesan,
            "Samakan indikatornya dengan perjanjian kinerja, atau jelaskan perubahannya.",
        )
        .terkait(bahan, [&milik.sasaran.letak]),
    );
}
