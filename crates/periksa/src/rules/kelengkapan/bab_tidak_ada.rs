//! A chapter that the outline of the law asks for is not there.

use crate::bacaan::{Bagian, Letak};
use crate::rules::susunan::{Susunan, nomor_bab};
use crate::rules::teks::satuan;
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "bab-tidak-ada",
    judul: "Bab yang diwajibkan tidak ada.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Susunan laporan kinerja ditetapkan peraturan. Judul bab boleh berbeda asalkan nomornya berurutan; yang ditunjukkan \
                     ialah bab yang nomornya terlewat dan judulnya tidak ditemukan. Potongan laporan dengan kurang dari dua judul bab \
                     tidak diperiksa, dan bab sesudah akhir potongan yang dijanjikan daftar isi tidak dianggap hilang.",
            dasar: &["Peraturan Menteri PANRB Nomor 53 Tahun 2014, Lampiran II."],
            buruk: &[
                "Laporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023\n\nRINGKASAN EKSEKUTIF\n\nCapaian tahun ini baik sekali menurut pengukuran.\n\nBAB I PENDAHULUAN\n\nDinas Arsip mengelola arsip daerah.\n\nBAB III AKUNTABILITAS KINERJA\n\nRealisasi tahun ini baik.\n\nBAB IV PENUTUP\n\nDemikian laporan ini.",
                "Laporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023\n\nRINGKASAN EKSEKUTIF\n\nCapaian tahun ini baik sekali menurut pengukuran.\n\nBAB I PENDAHULUAN\n\nDinas Arsip mengelola arsip daerah.\n\nBAB II PERENCANAAN KINERJA\n\nPerjanjian ditandatangani Januari.\n\nBAB III AKUNTABILITAS KINERJA\n\nRealisasi tahun ini baik.",
                "Laporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023\n\nRINGKASAN EKSEKUTIF\n\nCapaian tahun ini baik sekali menurut pengukuran.\n\nBAB II PERENCANAAN KINERJA\n\nPerjanjian ditandatangani Januari.\n\nBAB III AKUNTABILITAS KINERJA\n\nRealisasi tahun ini baik.\n\nBAB IV PENUTUP\n\nDemikian laporan ini.",
                "Laporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023\n\nDAFTAR ISI\n\nRINGKASAN EKSEKUTIF\nBAB I PENDAHULUAN\nBAB II PERENCANAAN KINERJA\nBAB III AKUNTABILITAS KINERJA\nBAB IV PENUTUP\nLAMPIRAN\n\nRINGKASAN EKSEKUTIF\n\nCapaian tahun ini baik sekali menurut pengukuran.\n\nBAB I PENDAHULUAN\n\nDinas Arsip mengelola arsip daerah.\n\nBAB II PERENCANAAN KINERJA\n\nPerjanjian ditandatangani Januari.\n\nBAB III AKUNTABILITAS KINERJA\n\nRealisasi tahun ini baik.\n\nDemikian laporan ini disusun.",
            ],
            baik: &[
                "Laporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023\n\nIKHTISAR EKSEKUTIF\n\nCapaian tahun ini baik sekali menurut pengukuran.\n\nBAB I PENDAHULUAN\n\nDinas Arsip mengelola arsip daerah.\n\nBAB II RENCANA DAN PERJANJIAN\n\nPerjanjian ditandatangani Januari.\n\nBAB III AKUNTABILITAS KINERJA\n\nRealisasi tahun ini baik.\n\nBAB IV PENUTUP\n\nDemikian laporan ini.",
                "BAB III AKUNTABILITAS KINERJA\n\nRealisasi tahun ini baik, dan potongan ini hanya memuat satu bab.",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let susunan = Susunan::new(bahan);
    let (Some(tahun), true) = (bahan.bacaan.identitas.tahun, susunan.laporan()) else {
        return;
    };
    let Ok(ketentuan) = bahan.hukum.ketentuan("lkj.sistematika", tahun) else {
        return;
    };
    let dasar = dasar(bahan, ketentuan);
    let wajib: Vec<_> = ketentuan
        .butir()
        .iter()
        .filter(|b| b.kode.starts_with("bab"))
        .collect();
    let kerangka = &bahan.bacaan.kerangka;
    let judul = |i: usize| {
        kerangka
            .get(i)
            .map(|b: &Bagian| normal(&b.judul))
            .unwrap_or_default()
    };
    let ada = |urutan: u32, nama: &str| {
        let kunci = normal(nama);
        let depan = kunci.split(' ').next().unwrap_or_default();
        susunan
            .bab
            .iter()
            .any(|(i, nomor)| *nomor == urutan || judul(*i).split(' ').any(|kata| kata == depan))
    };
    let terakhir = susunan.bab.iter().map(|(_, n)| *n).max().unwrap_or(0);
    for (i, butir) in wajib.iter().enumerate() {
        let urutan = u32::try_from(i + 1).unwrap_or(u32::MAX);
        if ada(urutan, &butir.nama) {
            continue;
        }
        // A piece may begin late or end early; what lies outside of it is not missing.
        let sebelum = susunan
            .bab
            .iter()
            .filter(|(_, n)| *n < urutan)
            .max_by_key(|(_, n)| *n);
        let di_akhir = urutan > terakhir;
        let Some((di, _)) = sebelum else {
            bab_pertama(
                bahan,
                aturan,
                catat,
                &susunan,
                (urutan, &butir.nama, &dasar),
            );
            continue;
        };
        if di_akhir && (susunan.terpotong() || susunan.bab.len() < 3) {
            continue;
        }
        let Some(letak) = letak_judul(bahan, *di) else {
            continue;
        };
        let pesan = format!("Bab \"{}\" tidak ditemukan sesudah bab ini.", butir.nama);
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &letak,
                pesan,
                format!("Tambahkan bab \"{}\".", butir.nama),
            )
            .dasar(dasar.clone()),
        );
    }
    bab_dijanjikan(bahan, aturan, catat, &susunan, &dasar);
    ringkasan(bahan, aturan, catat, &susunan);
}

/// Chapters of the contents list behind the last one of the body, where the document ends with words of farewell.
fn bab_dijanjikan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    susunan: &Susunan,
    dasar: &[String],
) {
    const EKOR: usize = 8;
    const PAMIT: &[&str] = &[
        "demikian",
        "secara umum",
        "rekomendasi untuk tahun",
        "akhir kata",
    ];
    let terakhir = susunan.bab.iter().map(|(_, n)| *n).max().unwrap_or(0);
    let pieces = &bahan.bacaan.sumber.pieces;
    // A document that breaks off lacks nothing that its other part may hold.
    let berpamit = pieces
        .iter()
        .rev()
        .take(EKOR)
        .filter_map(|p| p.passage())
        .any(|p| PAMIT.iter().any(|kata| normal(&p.text).starts_with(kata)));
    if !berpamit || susunan.bab.len() < 2 {
        return;
    }
    for entri in &susunan.entri {
        if nomor_bab(&entri.nomor).is_none_or(|n| n <= terakhir) {
            continue;
        }
        let pesan = format!(
            "Daftar isi menjanjikan \"{}\", tetapi bab itu tidak ada dalam isi laporan.",
            bahan.bacaan.teks(&entri.letak)
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &entri.letak,
                pesan,
                "Beri judul bab itu dalam isi laporan, atau betulkan daftar isi.",
            )
            .dasar(dasar.to_vec()),
        );
    }
}

/// The first chapter, where the front matter goes over into the second one.
fn bab_pertama(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    susunan: &Susunan,
    (urutan, nama, dasar): (u32, &str, &[String]),
) {
    let Some((di, 2)) = susunan.bab.first().copied().filter(|_| urutan == 1) else {
        return;
    };
    let kerangka = &bahan.bacaan.kerangka;
    // A piece of a report may begin with its second chapter.
    let berawal = kerangka.iter().take(di).any(|b| {
        let judul = normal(&b.judul);
        ["kata pengantar", "daftar ", "ringkasan", "ikhtisar"]
            .iter()
            .any(|awal| judul.starts_with(awal))
    });
    if let Some(letak) = letak_judul(bahan, di).filter(|_| berawal) {
        let pesan = format!("Bab \"{nama}\" tidak ditemukan sebelum bab ini.");
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &letak,
                pesan,
                format!("Tambahkan bab \"{nama}\"."),
            )
            .dasar(dasar.to_vec()),
        );
    }
}

/// The executive summary is usual, and no chapter.
fn ringkasan(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, susunan: &Susunan) {
    let Some((pertama, 1)) = susunan.bab.first().copied() else {
        return;
    };
    let Some(piece) = bahan.bacaan.kerangka.get(pertama).map(|b| b.piece) else {
        return;
    };
    let ada = satuan(bahan.bacaan.sumber)
        .iter()
        .filter(|s| !susunan.dalam_daftar(s.letak.piece))
        .any(|s| {
            let teks = s
                .teks
                .get(..)
                .filter(|t| t.len() <= 200)
                .map(normal)
                .unwrap_or_default();
            ["ringkasan", "ikhtisar", "executive summary"]
                .iter()
                .any(|kata| teks.starts_with(kata) || teks.contains(&format!("{kata} eksekutif")))
        });
    // What stands before the first chapter tells whether the front of the report was handed in.
    if ada || piece < 3 {
        return;
    }
    if let Some(letak) = letak_judul(bahan, pertama) {
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &letak,
                "Ringkasan eksekutif tidak ditemukan sebelum bab pertama.",
                "Tambahkan ringkasan eksekutif yang memuat capaian setiap indikator.",
            )
            .berat(Berat::Saran),
        );
    }
}

/// The words of a heading.
pub(super) fn letak_judul(bahan: &BahanDokumen, bagian: usize) -> Option<Letak> {
    let piece = bahan.bacaan.kerangka.get(bagian)?.piece;
    let panjang = bahan.bacaan.sumber.pieces.get(piece)?.passage()?.text.len();
    Some(Letak::new(piece, 0..panjang))
}

/// How a provision is cited.
pub(super) fn dasar(bahan: &BahanDokumen, ketentuan: &hukum::Ketentuan) -> Vec<String> {
    let sebutan = bahan
        .hukum
        .regulasi(&ketentuan.regulasi)
        .map_or(ketentuan.regulasi.as_str(), |r| r.sebutan.as_str());
    vec![format!("{sebutan}, {}", ketentuan.kutipan)]
}
