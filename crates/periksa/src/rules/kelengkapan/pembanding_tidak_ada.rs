//! An indicator whose section lacks comparisons that the law asks for.

use std::ops::Range;

use super::bab_tidak_ada::{dasar, letak_judul};
use crate::bacaan::{Bagian, IndikatorCetak, Peran};
use crate::rules::susunan::Susunan;
use crate::rules::teks::satuan;
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "pembanding-tidak-ada",
    judul: "Pembandingan atau analisis wajib tidak ada pada uraian indikator.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Uraian setiap indikator wajib membandingkan realisasi dengan target, tahun lalu, dan target jangka menengah, serta \
                     menerangkan penyebabnya. Yang ditunjukkan ialah uraian indikator yang lengkap judulnya tetapi tidak memuat satu pun \
                     tanda pembandingan itu; uraian yang terpotong di akhir dokumen tidak dinilai.",
            dasar: &["Peraturan Menteri PANRB Nomor 53 Tahun 2014, Lampiran II, Bab III huruf A."],
            buruk: &[
                "Laporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023\n\nBAB II PERENCANAAN KINERJA\n\nB. Perjanjian Kinerja\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya tertib arsip\tPersentase arsip tertata\t80,00%\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Capaian Kinerja Organisasi\n\nPengukuran dilakukan setiap triwulan oleh tim.\n\n1. Persentase arsip tertata\n\nRealisasi Persentase arsip tertata tahun 2023 sebesar 84,00% dari target 80,00%.\n\nB. Realisasi Anggaran\n\nAnggaran diserap dengan baik sepanjang tahun.\n\nBAB IV PENUTUP\n\nDemikian laporan ini disusun.",
                "Laporan Kinerja Dinas Pangan Kota Sukamaju Tahun 2022\n\nBAB II PERENCANAAN KINERJA\n\nB. Perjanjian Kinerja\n\nNo\tSasaran Program\tIndikator Kinerja\tTarget\n1\tMeningkatnya konsumsi\tSkor Pola Pangan Harapan\t91,50\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Capaian Kinerja Organisasi\n\nPengukuran dilakukan setiap triwulan oleh tim.\n\n1. Skor Pola Pangan Harapan\n\nSkor Pola Pangan Harapan tahun 2022 terealisasi 92,10 dari target 91,50, naik dari 90,00 pada tahun 2021 karena dukungan kader.\n\nB. Realisasi Anggaran\n\nAnggaran diserap dengan baik sepanjang tahun.\n\nBAB IV PENUTUP\n\nDemikian laporan ini disusun.",
            ],
            baik: &[
                "Laporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023\n\nBAB II PERENCANAAN KINERJA\n\nB. Perjanjian Kinerja\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya tertib arsip\tPersentase arsip tertata\t80,00%\n\nBAB III AKUNTABILITAS KINERJA\n\nA. Capaian Kinerja Organisasi\n\nPengukuran dilakukan setiap triwulan oleh tim.\n\n1. Persentase arsip tertata\n\nRealisasi Persentase arsip tertata tahun 2023 sebesar 84,00% dari target 80,00%, naik dari 82,00% pada tahun 2022. Target akhir Rencana Strategis adalah 90,00% dan rata-rata nasional 78,00%. Keberhasilan didukung penataan berkala; kendala diatasi dengan pelatihan. Penggunaan sumber daya efisien.\n\nB. Realisasi Anggaran\n\nAnggaran diserap dengan baik sepanjang tahun.\n\nBAB IV PENUTUP\n\nDemikian laporan ini disusun.",
                "BAB III AKUNTABILITAS KINERJA\n\nRealisasi Persentase arsip tertata tahun 2023 sebesar 84,00% dari target 80,00%.",
            ],
        },
    },
};

/// Words that show that a comparison or analysis is made, by the code of its item in the law.
const TANDA: &[(&str, &[&str])] = &[
    (
        "target_jangka_menengah",
        &[
            "jangka menengah",
            "renstra",
            "rencana strategis",
            "rpjmn",
            "rpjmd",
            "akhir periode",
            "target akhir",
            "jangka panjang",
        ],
    ),
    (
        "standar_nasional",
        &[
            "nasional",
            "provinsi",
            "kantor wilayah",
            "standar",
            "rata rata kementerian",
            "unit lain",
            "satuan kerja lain",
            "direktorat jenderal",
        ],
    ),
    (
        "penyebab_dan_solusi",
        &[
            "penyebab",
            "disebabkan",
            "karena",
            "faktor",
            "keberhasilan",
            "kegagalan",
            "kendala",
            "hambatan",
            "permasalahan",
            "didukung",
            "upaya",
            "solusi",
            "tindak lanjut",
            "rekomendasi",
        ],
    ),
];

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let susunan = Susunan::new(bahan);
    let bacaan = bahan.bacaan;
    let (Some(tahun), Some(isi)) = (bacaan.identitas.tahun, susunan.isi_bab(3)) else {
        return;
    };
    let Ok(ketentuan) = bahan.hukum.ketentuan("lkj.analisis_wajib", tahun) else {
        return;
    };
    for (i, indikator) in bacaan
        .indikator
        .iter()
        .enumerate()
        .filter(|(_, p)| p.diperjanjikan)
    {
        let uraian: Vec<(usize, &Bagian)> = bacaan
            .kerangka
            .iter()
            .enumerate()
            .filter(|(_, b)| isi.contains(&b.piece) && b.indikator == Some(i))
            .collect();
        let (Some((judul, pertama)), Some((_, akhir))) =
            (uraian.first(), uraian.iter().max_by_key(|(_, b)| b.isi.end))
        else {
            continue;
        };
        let rentang = pertama.piece..akhir.isi.end;
        // A section that the end of the document cuts off may go on elsewhere.
        if rentang.end >= bacaan.sumber.pieces.len() || rentang.len() < 2 {
            continue;
        }
        let kurang: Vec<_> = ketentuan
            .butir()
            .iter()
            .filter(|butir| !ada(bahan, indikator, &butir.kode, &rentang, tahun))
            .collect();
        let [_, ..] = kurang.as_slice() else { continue };
        let Some(letak) = letak_judul(bahan, *judul) else {
            continue;
        };
        let ringan = kurang.iter().all(|butir| butir.kode == "standar_nasional");
        let daftar: Vec<String> = kurang
            .iter()
            .map(|butir| butir.nama.to_lowercase())
            .collect();
        let pesan = format!(
            "Uraian indikator ini belum memuat pembandingan atau analisis: {}.",
            daftar.join("; ")
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &letak,
                pesan,
                "Tambahkan pembandingan yang kurang, atau jelaskan mengapa tidak dapat dibuat.",
            )
            .berat(if ringan { Berat::Saran } else { aturan.berat })
            .dasar(dasar(bahan, ketentuan)),
        );
    }
}

/// Whether a comparison is made in a section; what the words cannot tell counts as made.
fn ada(
    bahan: &BahanDokumen,
    indikator: &IndikatorCetak,
    kode: &str,
    rentang: &Range<usize>,
    tahun: i16,
) -> bool {
    let bacaan = bahan.bacaan;
    let milik = || {
        bacaan
            .pernyataan
            .iter()
            .filter(|p| p.perihal.kunci == indikator.kunci)
    };
    let teks = || {
        satuan(bacaan.sumber)
            .into_iter()
            .filter(|s| rentang.contains(&s.letak.piece))
            .map(|s| normal(s.teks))
            .collect::<Vec<_>>()
    };
    match kode {
        "target_tahun_ini" => {
            milik().any(|p| p.peran == Peran::Realisasi || p.peran == Peran::Capaian)
        }
        "tahun_lalu" => {
            let lalu = (tahun - 1).to_string();
            milik().any(|p| p.tahun.is_some_and(|t| t < tahun) && p.peran != Peran::Target)
                || teks().iter().any(|t| {
                    t.contains(&lalu) || t.contains("tahun lalu") || t.contains("tahun sebelumnya")
                })
        }
        _ => match TANDA.iter().find(|(satu, _)| *satu == kode) {
            Some((_, tanda)) => teks()
                .iter()
                .any(|t| tanda.iter().any(|kata| t.contains(kata))),
            // Efficiency is analysed for the office as a whole as often as for one indicator, and any action of the
            // office is one that supports it.
            None => true,
        },
    }
}
