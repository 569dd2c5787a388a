//! Appendices that the contents list or the outline promises are not there.

use document::source::Piece;

use crate::bacaan::Letak;
use crate::rules::susunan::{Susunan, nomor_bab};
use crate::rules::teks::{Jenis, Satuan, satuan};
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "lampiran-tidak-ada",
    judul: "Lampiran yang dijanjikan tidak ada.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Daftar isi atau sistematika menyebut lampiran, tetapi dokumen berakhir tanpa lampiran, atau nomor lampiran melompat, \
                     atau lampiran tidak memuat perjanjian kinerja. Dokumen yang berakhir sebelum \
                     bab terakhirnya mungkin potongan, sehingga hanya disarankan untuk diperiksa.",
            dasar: &["Peraturan Menteri PANRB Nomor 53 Tahun 2014, Lampiran II."],
            buruk: &[
                "DAFTAR ISI\n\nBAB I PENDAHULUAN\t1\nBAB II PERENCANAAN KINERJA\t3\nLAMPIRAN\t9\n\nBAB I PENDAHULUAN\n\nDinas Arsip mengelola arsip.\n\nBAB II PERENCANAAN KINERJA\n\nPerjanjian ditandatangani Januari.",
                "DAFTAR ISI\n\nBAB I PENDAHULUAN\t1\nBAB II PENUTUP\t3\nLAMPIRAN-LAMPIRAN\t4\n\nBAB I PENDAHULUAN\n\nDinas Arsip mengelola arsip.\n\nBAB II PENUTUP\n\nDemikian laporan ini disusun.",
                "BAB I PENDAHULUAN\n\nDinas Arsip mengelola arsip.\n\nBAB II PENUTUP\n\nDemikian laporan ini disusun.\n\nLAMPIRAN I PERJANJIAN KINERJA\n\nTarget tertata.\n\nLAMPIRAN III PENGHARGAAN\n\nPenghargaan diterima.",
            ],
            baik: &[
                "DAFTAR ISI\n\nBAB I PENDAHULUAN\t1\nBAB II PERENCANAAN KINERJA\t3\nLAMPIRAN\t9\n\nBAB I PENDAHULUAN\n\nDinas Arsip mengelola arsip.\n\nBAB II PERENCANAAN KINERJA\n\nPerjanjian ditandatangani Januari.\n\nLAMPIRAN\n\nPerjanjian Kinerja",
                "BAB I PENDAHULUAN\n\nDinas Arsip mengelola arsip.\n\nBAB II PENUTUP\n\nRincian disajikan pada bab ini.",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let susunan = Susunan::new(bahan);
    if !susunan.laporan() {
        return;
    }
    urutan(bahan, aturan, catat, &susunan);
    let is_lampiran = |judul: &str| judul.split(' ').next() == Some("lampiran");
    let kerangka = &bahan.bacaan.kerangka;
    let mut janji: Vec<Letak> = susunan
        .entri
        .iter()
        .filter(|e| is_lampiran(&e.judul))
        .map(|e| e.letak.clone())
        .take(1)
        .collect();
    let semua = satuan(bahan.bacaan.sumber);
    janji.extend(
        kerangka
            .iter()
            .filter(|b| susunan.dalam_sistematika(b.piece) && is_lampiran(&normal(&b.judul)))
            .filter_map(|b| semua.iter().find(|s| s.letak.piece == b.piece))
            .map(|s| s.letak.clone()),
    );
    let [pertama, lain @ ..] = janji.as_slice() else {
        return;
    };
    // An appendix stands behind the first chapter, under a heading or a line of its own.
    let mulai = susunan
        .bab
        .first()
        .and_then(|(i, _)| kerangka.get(*i))
        .map_or(0, |b| b.piece);
    let ada = semua.iter().any(|s| {
        s.letak.piece > mulai
            && matches!(s.jenis, Jenis::Judul | Jenis::Paragraf | Jenis::Sel)
            && !susunan.dalam_sistematika(s.letak.piece)
            && !susunan.dalam_daftar(s.letak.piece)
            && s.teks.len() <= 160
            && is_lampiran(&normal(s.teks))
    });
    if ada {
        return;
    }
    let berat = if susunan.terpotong() {
        Berat::Saran
    } else {
        aturan.berat
    };
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            pertama,
            "Lampiran dijanjikan di sini, tetapi dokumen tidak memuat lampiran.",
            "Sertakan lampirannya, sekurang-kurangnya perjanjian kinerja, atau hapus dari daftar.",
        )
        .berat(berat)
        .terkait(bahan, lain),
    );
}

/// Appendices with numbers of which one is left out, and appendices among which there is no performance agreement.
fn urutan(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, susunan: &Susunan) {
    let sumber = bahan.bacaan.sumber;
    let mulai = susunan
        .bab
        .last()
        .and_then(|(i, _)| bahan.bacaan.kerangka.get(*i))
        .map_or(0, |b| b.piece);
    let semua = satuan(sumber);
    let belakang: Vec<(&Satuan, Option<u32>)> = semua
        .iter()
        .filter(|s| {
            s.letak.piece > mulai && s.jenis == Jenis::Judul && !susunan.dalam_daftar(s.letak.piece)
        })
        .filter_map(|s| {
            let judul = normal(s.teks);
            let ekor = judul.strip_prefix("lampiran")?;
            let nomor = ekor
                .split(' ')
                .nth(1)
                .and_then(|n| nomor_bab(&format!("bab {n}")));
            Some((s, nomor))
        })
        .collect();
    let bernomor: Vec<(&Satuan, u32)> = belakang
        .iter()
        .filter_map(|(s, nomor)| Some((*s, (*nomor)?)))
        .collect();
    let lompat = std::iter::once(0)
        .chain(bernomor.iter().map(|(_, n)| *n))
        .zip(&bernomor)
        .find(|(lalu, (_, ini))| *ini == lalu.saturating_add(2));
    if let Some((lalu, (satu, ini))) = lompat {
        let pesan = format!(
            "Lampiran ini bernomor {ini}, tetapi lampiran {} tidak ada.",
            lalu.saturating_add(1)
        );
        catat.temuan(Temuan::di(
            aturan,
            bahan,
            &satu.letak,
            pesan,
            "Sertakan lampiran yang kurang, atau betulkan nomornya.",
        ));
        return;
    }
    // Scanned pages of the agreement are pictures.
    let [(pertama, _), _, ..] = belakang.as_slice() else {
        return;
    };
    let isi = pertama.letak.piece;
    let disebut = semua
        .iter()
        .filter(|s| s.letak.piece >= isi)
        .any(|s| normal(s.teks).contains("perjanjian kinerja"));
    let gambar = sumber
        .pieces
        .get(isi..)
        .unwrap_or_default()
        .iter()
        .any(|p| matches!(p, Piece::Picture(_)));
    if !disebut && !gambar && !susunan.terpotong() {
        catat.temuan(Temuan::di(
            aturan,
            bahan,
            &pertama.letak,
            "Lampiran laporan tidak memuat perjanjian kinerja.",
            "Lampirkan perjanjian kinerja tahun yang dilaporkan.",
        ));
    }
}
