//! The year on the cover, in a title or in a promise is not the year of the report.

mod kalimat;
mod keterangan;
mod urutan;

use document::source::{Piece, Source};

use kalimat::{pengantar_lain, perbaikan_lampau, selesai_lain};

use crate::bacaan::Letak;
use crate::rules::susunan::Susunan;
use crate::rules::teks::{Jenis, Kata, Satuan, kata, satuan};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "tahun-laporan-berbeda",
    judul: "Tahun pada sampul, judul, atau rencana berbeda dari tahun laporan.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Laporan kinerja adalah laporan satu tahun anggaran. Yang ditunjukkan ialah nama laporan dengan tahun lain pada judul, tepi \
                     halaman, dan kalimat yang memperkenalkan laporan ini, angka tahun pada sampul yang berbeda, serta perbaikan kinerja \
                     yang dijanjikan untuk tahun yang sudah dilaporkan. Urutan tahun dalam masa rencana (\"tahun kedua Renstra 2020-2024\") dicocokkan pula.",
            dasar: &[
                "Peraturan Menteri PANRB Nomor 53 Tahun 2014: laporan kinerja disusun untuk satu tahun anggaran.",
            ],
            buruk: &[
                "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\nKATA PENGANTAR\n\nLaporan ini merupakan pertanggungjawaban atas penggunaan anggaran tahun 2022.\n\nBAB I PENDAHULUAN\n\nCapaian kinerja tahun 2023 baik. Laporan Kinerja Tahun 2023 disusun setiap tahun.\n\nBAB II PERENCANAAN KINERJA\n\nPerjanjian Kinerja Tahun 2023 ditandatangani pada Januari.",
                "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\nBAB I PENDAHULUAN\n\nLaporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023 memuat capaian. Capaian tahun 2023 baik.\n\nMaksud penyusunan Laporan Kinerja Dinas Arsip Kabupaten Telagasari tahun 2022 adalah memberi informasi.",
                "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\nBAB I PENDAHULUAN\n\nLaporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023 memuat capaian. Capaian tahun 2023 baik.\n\nKendala pencapaian target 2023 menjadi masukan untuk upaya perbaikan kinerja tahun 2023.",
                "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\nTabel 1. Perjanjian kinerja tahun 2023\n\nNo\tUraian\n1\tArsip\n\nTabel 2. Capaian kinerja tahun 2023\n\nNo\tUraian\n1\tArsip\n\nCapaian tahun 2023 baik.\n\nTabel 3. Realisasi anggaran tahun 2023\n\nNo\tUraian\n1\tArsip\n\nTabel 4. Pegawai menurut golongan tahun 2022\n\nNo\tUraian\n1\tArsip",
                "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\nKATA PENGANTAR\n\nTerima kasih kepada semua pihak yang membantu kami selama tahun 2022.\n\nBAB I PENDAHULUAN\n\nCapaian kinerja tahun 2023 baik. Laporan Kinerja Tahun 2023 disusun setiap tahun.\n\nBAB II PERENCANAAN KINERJA\n\nPerjanjian Kinerja Tahun 2023 ditandatangani pada Januari.",
                "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\nBAB I PENDAHULUAN\n\nCapaian kinerja tahun 2023 baik. Laporan Kinerja Tahun 2023 disusun setiap tahun.\n\nTahun 2023 merupakan tahun kedua pelaksanaan Renstra 2021-2025.",
                "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\nTabel 1. Perjanjian kinerja tahun 2023\n\nNo\tUraian\n1\tArsip\n\nTabel 2. Capaian kinerja tahun 2023\n\nNo\tUraian\n1\tArsip\n\nCapaian tahun 2023 baik.\n\nTabel 3. Realisasi anggaran tahun 2023\n\nNo\tUraian\n1\tArsip\n\nTabel 4. Pagu menurut jenis belanja pada DIPA awal, Tahun 2022\n\nNo\tUraian\n1\tArsip",
            ],
            baik: &[
                "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\nBAB I PENDAHULUAN\n\nCapaian kinerja tahun 2023 baik. Laporan Kinerja Tahun 2023 disusun setiap tahun.\n\nTahun 2023 merupakan tahun ketiga pelaksanaan Renstra 2021-2025, dan tahun 2022 tahun kedua. Penghargaan pada tahun 2023 diterima untuk tahun kedua berturut-turut.",
                "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\nTabel 1. Perjanjian kinerja tahun 2023\n\nNo\tUraian\n1\tArsip\n\nTabel 2. Capaian kinerja tahun 2023\n\nNo\tUraian\n1\tArsip\n\nTabel 3. Realisasi anggaran tahun 2023\n\nNo\tUraian\n1\tArsip\n\nSebagai pembanding, keadaan tahun 2022 disajikan pada Tabel 4.\n\nTabel 4. Pegawai menurut golongan tahun 2022\n\nNo\tUraian\n1\tArsip",
                "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\nKATA PENGANTAR\n\nLaporan Kinerja Tahun 2023 ini merupakan pertanggungjawaban atas penggunaan anggaran tahun 2023. Laporan ini memuat tindak lanjut hasil evaluasi kinerja tahun 2022.\n\nBAB I PENDAHULUAN\n\nCapaian tahun 2023 baik.\n\nBAB II PERENCANAAN KINERJA\n\nPerjanjian Kinerja Tahun 2023 ditandatangani pada Januari.",
                "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\nBAB I PENDAHULUAN\n\nLaporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023 memuat capaian. Hasil evaluasi atas Laporan Kinerja tahun 2022 telah ditindaklanjuti.\n\nKendala pencapaian target 2023 menjadi masukan untuk upaya perbaikan kinerja tahun 2024.",
                "LAPORAN KINERJA DINAS ARSIP KABUPATEN TELAGASARI TAHUN 2023\n\nPerjanjian Kinerja Tahun 2024 ditandatangani pada Januari 2024. Capaian kinerja tahun 2022 menjadi pembanding bagi kinerja tahun 2023.",
            ],
        },
    },
};

/// The table that a caption or heading stands right above.
fn tabel_di_bawah(sumber: &Source, piece: usize) -> Option<usize> {
    let sesudah = sumber.pieces.iter().enumerate().skip(piece + 1);
    let mut sesudah = sesudah.filter(|(_, p)| !matches!(p, Piece::Running(_)));
    let (berikut, isi) = sesudah.next()?;
    matches!(isi, Piece::Grid(_)).then_some(berikut)
}

/// Names of the report.
const LAPORAN: &[&str] = &["lkjip", "lkip", "lakip", "lkj"];

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let Some(tahun) = bahan.bacaan.identitas.tahun else {
        return;
    };
    let susunan = Susunan::new(bahan);
    let semua = satuan(bahan.bacaan.sumber);
    sampul(bahan, aturan, catat, &semua, tahun);
    let salah = |letak: &Letak, pesan: String| {
        Temuan::di(aturan, bahan, letak, pesan, format!("Tulis tahun {tahun}."))
            .seharusnya(Some(tahun.to_string()))
    };
    for (letak, lain) in keterangan::lain(bahan.bacaan.sumber, &semua, &susunan, tahun) {
        let pesan = format!(
            "Laporan ini tentang tahun {tahun}, dan judul lain menyebut tahun itu, tetapi di sini tertulis tahun {lain}."
        );
        catat.temuan(salah(&letak, pesan));
        catat
            .salah_tahun
            .extend(tabel_di_bawah(bahan.bacaan.sumber, letak.piece));
    }
    let mut tepi: Vec<String> = Vec::new();
    for satu in &semua {
        if matches!(satu.jenis, Jenis::Rumus | Jenis::Sel) || susunan.dalam_daftar(satu.letak.piece)
        {
            continue;
        }
        let kata = kata(satu.teks);
        if let Some((letak, lain)) = judul_lain(satu, &kata, tahun) {
            // A running head says the same on each page.
            let kunci = satu.teks.to_lowercase();
            if satu.jenis == Jenis::Tepi && tepi.contains(&kunci) {
                continue;
            }
            tepi.push(kunci);
            let pesan = format!(
                "Laporan ini adalah laporan tahun {tahun}, tetapi di sini disebut laporan tahun {lain}."
            );
            catat.temuan(salah(&letak, pesan));
        }
        if satu.prosa()
            && susunan
                .isi_bab(2)
                .is_some_and(|bab| satu.letak.piece < bab.start)
        {
            for (letak, lain) in pengantar_lain(satu, &kata, tahun) {
                let pesan = format!(
                    "Laporan ini tentang tahun {tahun}, tetapi kalimat yang memperkenalkannya menyebut tahun {lain}."
                );
                catat.temuan(salah(&letak, pesan));
            }
        }
        for salah in urutan::salah(satu, &kata, tahun) {
            let pesan = format!(
                "Tahun {} adalah tahun {} dari masa {}-{}, bukan yang tertulis.",
                salah.tahun, salah.benar, salah.awal, salah.akhir
            );
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &salah.letak,
                    pesan,
                    format!("Tulis \"{}\", atau perbaiki tahunnya.", salah.benar),
                )
                .seharusnya(Some(salah.benar.to_owned())),
            );
        }
        for letak in selesai_lain(satu, &kata, tahun) {
            let pesan = format!(
                "Laporan ini adalah laporan tahun {tahun}, tetapi di sini disebut laporan tahun lain."
            );
            catat.temuan(salah(&letak, pesan));
        }
        for letak in perbaikan_lampau(satu, &kata, tahun) {
            let depan = tahun.saturating_add(1);
            let pesan = format!(
                "Perbaikan dijanjikan untuk tahun {tahun}, tahun yang sudah dilaporkan; mungkin yang dimaksud tahun {depan}."
            );
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &letak,
                    pesan,
                    format!("Tulis tahun {depan} bila tahun berikutnya yang dimaksud."),
                )
                .berat(Berat::Saran)
                .seharusnya(Some(depan.to_string())),
            );
        }
    }
}

fn angka_tahun(kata: &Kata) -> Option<i16> {
    let tahun: i16 = kata.kecil.parse().ok().filter(|_| kata.kecil.len() == 4)?;
    (1990..=2100).contains(&tahun).then_some(tahun)
}

/// "Laporan Kinerja ... Tahun 2022" in a title, or in a sentence that introduces this report.
fn judul_lain(satu: &Satuan, kata: &[Kata], tahun: i16) -> Option<(Letak, i16)> {
    const PENGENAL: &[&str] = &[
        "maksud",
        "tujuan",
        "sistematika",
        "demikian",
        "penyusunan",
        "menyusun",
        "menyajikan",
        "disusun",
    ];
    let laporan = kata.iter().enumerate().position(|(i, k)| {
        LAPORAN.contains(&k.kecil.as_ref())
            || (k.kecil == "laporan" && kata.get(i + 1).is_some_and(|k| k.kecil == "kinerja"))
    })?;
    let judul = matches!(satu.jenis, Jenis::Judul | Jenis::Tepi) && kata.len() <= 20;
    let depan = kata.get(..laporan)?;
    let dikenalkan = satu.prosa()
        && depan.len() <= 6
        && depan.iter().any(|k| PENGENAL.contains(&k.kecil.as_ref()))
        && !depan
            .iter()
            .any(|k| matches!(k.kecil.as_ref(), "evaluasi" | "atas" | "hasil" | "reviu"));
    if !judul && !dikenalkan {
        return None;
    }
    // The year of the report follows its name, with no other thing that has a year between.
    let ekor = kata.get(laporan..(laporan + 16).min(kata.len()))?;
    let di = ekor
        .iter()
        .position(|k| k.kecil == "tahun" || angka_tahun(k).is_some())?;
    let lewat = ekor.get(..di)?.iter().any(|k| {
        matches!(
            k.kecil.as_ref(),
            "rencana" | "renstra" | "perjanjian" | "rpjmn" | "rpjmd" | "peraturan" | "nomor"
        )
    });
    let (awal, angka) = match ekor.get(di)? {
        kata if angka_tahun(kata).is_some() => (kata, kata),
        kata => (
            kata,
            ekor.get(di + 1)
                .filter(|k| k.kecil != "anggaran")
                .or_else(|| ekor.get(di + 2))?,
        ),
    };
    let lain = angka_tahun(angka)?;
    // "2020-2024" is a period.
    let rentang = satu
        .teks
        .get(angka.akhir..)
        .is_some_and(|s| s.trim_start().starts_with(['-', '–']));
    (lain != tahun && !lewat && !rentang).then(|| (satu.letak.bagian(awal.awal..angka.akhir), lain))
}

/// The year that stands large on the cover.
fn sampul(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    semua: &[Satuan],
    tahun: i16,
) {
    const SAMPUL: usize = 8;
    let pieces = &bahan.bacaan.sumber.pieces;
    // A piece of a report has no cover.
    let judul = semua.iter().take(SAMPUL).any(|s| {
        let kecil = s.teks.to_lowercase();
        s.teks.len() <= 120
            && (kecil.contains("laporan kinerja") || LAPORAN.iter().any(|l| kecil.contains(l)))
    });
    if !judul {
        return;
    }
    for piece in 0..pieces.len().min(SAMPUL) {
        let isi = |i: usize| match pieces.get(i) {
            Some(Piece::Heading { passage, .. } | Piece::Paragraph(passage)) => {
                passage.text.trim().replace(' ', "")
            }
            _ => String::new(),
        };
        let (ini, berikut) = (isi(piece), isi(piece + 1));
        let angka = |teks: &str, panjang: usize| {
            teks.len() == panjang && teks.chars().all(|c| c.is_ascii_digit())
        };
        let terpisah = ini == "20" && angka(&berikut, 2);
        let tertulis = if terpisah {
            format!("{ini}{berikut}")
        } else {
            ini
        };
        let Some(lain) = tertulis
            .parse::<i16>()
            .ok()
            .filter(|t| angka(&tertulis, 4) && (1990..=2100).contains(t))
        else {
            continue;
        };
        if lain != tahun {
            let letak = Letak::new(
                piece,
                0..pieces
                    .get(piece)
                    .and_then(Piece::passage)
                    .map_or(0, |p| p.text.len()),
            );
            let pesan = format!(
                "Sampul mencantumkan tahun {lain}, sedangkan laporan ini tentang tahun {tahun}."
            );
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &letak,
                    pesan,
                    format!(
                        "Tulis tahun {tahun} pada sampul; tahun terbit cukup pada kata pengantar."
                    ),
                )
                .berat(Berat::Saran)
                .seharusnya(Some(tahun.to_string())),
            );
        }
        return;
    }
}
