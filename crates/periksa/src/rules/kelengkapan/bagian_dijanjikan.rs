//! A part that the outline of the report promises, and the body lacks.

use std::ops::Range;

use document::source::Piece;

use super::bab_tidak_ada::dasar;
use crate::bacaan::Letak;
use crate::rules::susunan::Susunan;
use crate::rules::teks::{Jenis, Satuan, satuan};
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "bagian-dijanjikan",
    judul: "Bagian yang dijanjikan sistematika tidak ada dalam isi laporan.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Sistematika laporan menyebut analisis dan subbab yang akan disajikan. Yang ditunjukkan ialah analisis efisiensi sumber \
                     daya yang dijanjikan tetapi tidak pernah dibahas, subbab yang tidak ada judulnya, dan nama subbab yang berbeda satu \
                     kata dari nama menurut peraturan.",
            dasar: &["Peraturan Menteri PANRB Nomor 53 Tahun 2014, Lampiran II."],
            buruk: &[
                "Laporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023\n\nBAB I PENDAHULUAN\n\nA. Sistematika Laporan\n\nLaporan ini memuat analisis sebagai berikut:\n\n- Membandingkan target dan realisasi tahun ini;\n- Analisis atas efisiensi penggunaan sumber daya.\n\nBAB III AKUNTABILITAS KINERJA\n\nRealisasi tahun ini baik dan melampaui target.\n\nBAB IV PENUTUP\n\nDemikian laporan ini disusun.",
                "Laporan Kinerja Dinas Pangan Kota Sukamaju Tahun 2022\n\nBAB I PENDAHULUAN\n\nA. Sistematika\n\nSusunan laporan ini sebagai berikut:\n\na. Capaian Kerja Organisasi\n\nBagian ini menyajikan capaian.\n\nBAB III AKUNTABILITAS KINERJA\n\nRealisasi tahun ini baik dan melampaui target.\n\nBAB IV PENUTUP\n\nDemikian laporan ini disusun.",
            ],
            baik: &[
                "Laporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023\n\nBAB I PENDAHULUAN\n\nA. Sistematika Laporan\n\nLaporan ini memuat analisis sebagai berikut:\n\n- Membandingkan target dan realisasi tahun ini;\n- Analisis atas efisiensi penggunaan sumber daya.\n\nBAB III AKUNTABILITAS KINERJA\n\nEfisiensi penggunaan sumber daya tahun ini sebesar 4,10 persen.\n\nBAB IV PENUTUP\n\nDemikian laporan ini disusun.",
                "Laporan Kinerja Dinas Pangan Kota Sukamaju Tahun 2022\n\nBAB I PENDAHULUAN\n\nA. Sistematika\n\nSusunan laporan ini sebagai berikut:\n\na. Capaian Kinerja Organisasi\n\nBagian ini menyajikan capaian.\n\nBAB III AKUNTABILITAS KINERJA\n\nRealisasi tahun ini baik dan melampaui target.",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let susunan = Susunan::new(bahan);
    let Some(sistematika) = susunan
        .sistematika
        .and_then(|i| bahan.bacaan.kerangka.get(i))
    else {
        return;
    };
    if !susunan.laporan() {
        return;
    }
    let semua = satuan(bahan.bacaan.sumber);
    let janji: Vec<&Satuan> = semua
        .iter()
        .filter(|s| sistematika.isi.contains(&s.letak.piece))
        .collect();
    efisiensi(bahan, aturan, catat, &susunan, &semua, &janji);
    nama_subbab(bahan, aturan, catat, &janji);
    subbab(bahan, aturan, catat, &susunan, &janji, &sistematika.isi);
}

/// The analysis of efficiency, which most reports promise and forget.
fn efisiensi(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    susunan: &Susunan,
    semua: &[Satuan],
    janji: &[&Satuan],
) {
    let Some(satu) = janji.iter().find(|s| {
        let teks = normal(s.teks);
        teks.contains("efisiensi") && teks.contains("sumber daya")
    }) else {
        return;
    };
    let Some(isi) = susunan.isi_bab(3) else {
        return;
    };
    let dibahas = semua
        .iter()
        .filter(|s| s.letak.piece >= isi.start)
        .any(|s| {
            let teks = normal(s.teks);
            let efisien = teks.contains("efisien");
            let judul = efisien && s.jenis == Jenis::Judul;
            judul
                || efisien
                    && [
                        "sumber daya",
                        "penggunaan anggaran",
                        "tingkat efisiensi",
                        "nilai efisiensi",
                    ]
                    .iter()
                    .any(|k| teks.contains(k))
        });
    if dibahas {
        return;
    }
    let butir = bahan
        .bacaan
        .identitas
        .tahun
        .and_then(|tahun| bahan.hukum.ketentuan("lkj.analisis_wajib", tahun).ok());
    let berat = if susunan.terpotong() {
        Berat::Saran
    } else {
        aturan.berat
    };
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &satu.letak,
            "Analisis efisiensi penggunaan sumber daya dijanjikan di sini, tetapi tidak dibahas pada Bab III.",
            "Tambahkan analisis efisiensi untuk setiap sasaran: bandingkan capaian kinerja dengan penyerapan anggarannya.",
        )
        .berat(berat)
        .dasar(butir.map(|k| dasar(bahan, k)).unwrap_or_default()),
    );
}

/// A part that is named almost, but not quite, as the law names it.
fn nama_subbab(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, janji: &[&Satuan]) {
    let Some(ketentuan) = bahan
        .bacaan
        .identitas
        .tahun
        .and_then(|tahun| bahan.hukum.ketentuan("lkj.sistematika", tahun).ok())
    else {
        return;
    };
    let nama: Vec<(&str, Vec<String>)> = ketentuan
        .butir()
        .iter()
        .flat_map(|b| std::iter::once(b).chain(&b.anak))
        .map(|b| {
            (
                b.nama.as_str(),
                normal(&b.nama).split(' ').map(str::to_owned).collect(),
            )
        })
        .collect();
    for satu in janji
        .iter()
        .filter(|s| matches!(s.jenis, Jenis::Judul | Jenis::Butir))
    {
        let (_, judul) = crate::rules::susunan::pisah_nomor(satu.teks);
        let kata: Vec<String> = normal(judul).split(' ').map(str::to_owned).collect();
        let hampir = nama.iter().find(|(_, resmi)| {
            let beda: Vec<_> = resmi.iter().zip(&kata).filter(|(a, b)| a != b).collect();
            // Another part of the same pattern ("Capaian Kinerja Anggaran") is not a misspelt one.
            resmi.len() == kata.len()
                && resmi.len() >= 3
                && matches!(beda.as_slice(), [(a, b)] if strsim::levenshtein(a, b) <= 2)
        });
        let Some((resmi, _)) = hampir else { continue };
        let awal = satu.teks.len() - judul.len();
        let letak = satu
            .letak
            .bagian(awal.min(satu.teks.len())..satu.teks.len());
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &letak,
                format!(
                    "Nama bagian ini berbeda satu kata dari namanya menurut peraturan, \"{resmi}\"."
                ),
                "Samakan namanya dalam sistematika, daftar isi, dan judul subbab.",
            )
            .berat(Berat::Saran)
            .seharusnya(Some((*resmi).to_owned()))
            .dasar(dasar(bahan, ketentuan)),
        );
    }
}

/// Lettered parts of a chapter that have no heading.
fn subbab(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    susunan: &Susunan,
    janji: &[&Satuan],
    isi: &Range<usize>,
) {
    // A document that ends early may hold the part elsewhere.
    if susunan.terpotong() {
        return;
    }
    let judul: Vec<String> = bahan
        .bacaan
        .kerangka
        .iter()
        .filter(|b| !isi.contains(&b.piece))
        .map(|b| normal(&b.judul))
        .collect();
    for satu in janji {
        let Some(Piece::Item { marker, .. }) = bahan.bacaan.sumber.pieces.get(satu.letak.piece)
        else {
            continue;
        };
        let huruf = marker.trim_matches(['.', ')', '(']);
        let kata: Vec<&str> = satu.teks.split_whitespace().collect();
        let judul_rapi = (2..=6).contains(&kata.len())
            && !satu.teks.trim_end().ends_with([';', '.', ',', ':'])
            && kata.iter().all(|k| {
                k.starts_with(char::is_uppercase) || matches!(*k, "dan" | "atas" | "serta")
            });
        if huruf.len() != 1 || !huruf.starts_with(|c: char| c.is_ascii_alphabetic()) || !judul_rapi
        {
            continue;
        }
        let dicari = normal(satu.teks);
        let berbobot: Vec<&str> = dicari.split(' ').filter(|k| k.len() >= 5).collect();
        let ada = judul.iter().any(|j| {
            let kena = berbobot
                .iter()
                .filter(|k| j.split(' ').any(|kata| kata == **k))
                .count();
            kena * 2 >= berbobot.len()
        });
        let disebut = satuan_lain(bahan, isi, &dicari);
        if !ada && !disebut && berbobot.len() >= 2 {
            catat.temuan(Temuan::di(
                aturan,
                bahan,
                &Letak::new(satu.letak.piece, 0..satu.teks.len()),
                "Subbab ini dijanjikan dalam sistematika, tetapi tidak ada judulnya dalam isi laporan.",
                "Tambahkan subbab itu, atau hapus dari sistematika.",
            ));
        }
    }
}

/// Whether the words stand anywhere in the body.
fn satuan_lain(bahan: &BahanDokumen, isi: &Range<usize>, dicari: &str) -> bool {
    satuan(bahan.bacaan.sumber)
        .iter()
        .any(|s| s.letak.piece >= isi.end && normal(s.teks).contains(dicari))
}
