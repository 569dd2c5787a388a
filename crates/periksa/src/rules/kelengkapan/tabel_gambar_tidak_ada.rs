//! Tables and pictures that are announced and absent, or numbered twice.

use std::collections::BTreeMap;

use document::source::{Format, Piece};

use crate::bacaan::Letak;
use crate::rules::susunan::{Susunan, pisah_nomor};
use crate::rules::teks::{Jenis, Kata, Satuan, antara, kata, satuan};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "tabel-gambar-tidak-ada",
    judul: "Tabel atau gambar yang dirujuk tidak ada, atau nomornya ganda.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Rujukan ke \"Tabel 5\" menuntut tabel dengan nomor itu. Yang ditunjukkan ialah rujukan ke nomor yang tidak ada padahal \
                     tabel lain bernomor, nomor yang dipakai dua judul, dan \"tabel di bawah ini\" yang tidak diikuti tabel. Rujukan ke tabel \
                     dalam peraturan atau dokumen lain tidak diperiksa.",
            dasar: &["Pembaca harus dapat menemukan data yang dirujuk."],
            buruk: &[
                "Rincian disajikan pada Tabel 3.\n\nTabel 1. Capaian Indikator\n\nNo\tIndikator\tNilai\n1\tArsip\t80\n\nTabel 2. Anggaran\n\nNo\tUraian\tPagu\n1\tPegawai\t90",
                "Tabel 1. Capaian Indikator\n\nNo\tIndikator\tNilai\n1\tArsip\t80\n\nUraian berikut menerangkan anggaran.\n\nTabel 1. Anggaran\n\nNo\tUraian\tPagu\n1\tPegawai\t90",
                "BAB I PENDAHULUAN\n\nDinas mengelola arsip daerah.\n\nBAB II PENUTUP\n\nDokumentasi pelatihan disajikan pada Gambar 1.",
                "BAB III AKUNTABILITAS KINERJA\n\nTarget akhir disajikan pada Tabel 3.2.\n\nTabel 3.1 Capaian\n\nNo\tIndikator\tNilai\n1\tArsip\t80\n\nTabel 3.5 Perbandingan\n\nNo\tUraian\tPagu\n1\tPegawai\t90\n\nTabel 3.3 Anggaran\n\nNo\tUraian\tPagu\n1\tPegawai\t91",
                "Capaian seluruh indikator dapat dilihat pada tabel di bawah ini.\n\nA. Realisasi Anggaran\n\nAnggaran diserap dengan baik sepanjang tahun oleh seluruh bidang.\n\nSeluruh kegiatan selesai tepat waktu dan sesuai rencana.",
            ],
            baik: &[
                "Rincian disajikan pada Tabel 2 dan Tabel 1.\n\nTabel 1. Capaian Indikator\n\nNo\tIndikator\tNilai\n1\tArsip\t80\n\nTabel 2. Anggaran\n\nNo\tUraian\tPagu\n1\tPegawai\t90",
                "Kategori mengikuti Tabel 7 Peraturan Menteri tersebut.\n\nTabel 1. Capaian Indikator\n\nNo\tIndikator\tNilai\n1\tArsip\t80",
                "Capaian seluruh indikator dapat dilihat pada tabel di bawah ini.\n\nNo\tIndikator\tNilai\n1\tArsip\t80",
            ],
        },
    },
};

/// Kinds of things that carry numbers.
const BENDA: &[&str] = &["tabel", "gambar", "grafik", "diagram", "bagan"];

/// A number of a table or picture.
struct Nomor {
    letak: Letak,
    benda: String,
    nomor: String,
}

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let susunan = Susunan::new(bahan);
    let semua = satuan(bahan.bacaan.sumber);
    let mut judul: Vec<Nomor> = Vec::new();
    let mut rujukan: Vec<Nomor> = Vec::new();
    for satu in semua
        .iter()
        .filter(|s| !susunan.dalam_daftar(s.letak.piece) && s.jenis != Jenis::Rumus)
    {
        let kata = kata(satu.teks);
        for i in 0..kata.len() {
            let Some((nomor, luar)) = nomor(satu.teks, &kata, i) else {
                continue;
            };
            let di_depan = i == 0 && satu.teks.chars().count() <= 200 && satu.jenis != Jenis::Butir;
            if di_depan && is_judul(satu.teks, &nomor, &kata) {
                judul.push(Nomor {
                    letak: satu.letak.bagian(nomor.letak.clone()),
                    benda: nomor.benda,
                    nomor: nomor.nomor,
                });
            } else if !luar {
                rujukan.push(Nomor {
                    letak: satu.letak.bagian(nomor.letak.clone()),
                    benda: nomor.benda,
                    nomor: nomor.nomor,
                });
            }
        }
    }
    judul.sort_by_key(|j| j.letak.piece);
    ganda(bahan, aturan, catat, &judul);
    absen(bahan, aturan, catat, &susunan, &judul, &rujukan);
    di_bawah(bahan, aturan, catat, &semua);
}

struct Dibaca {
    letak: std::ops::Range<usize>,
    benda: String,
    nomor: String,
}

/// "Tabel 3.1" at a word; and whether it is of another document.
fn nomor(teks: &str, kata: &[Kata], i: usize) -> Option<(Dibaca, bool)> {
    let (benda, angka) = (kata.get(i)?, kata.get(i + 1)?);
    let besar = teks.get(benda.awal..)?.starts_with(char::is_uppercase);
    let rapat = antara(teks, benda, angka).trim().is_empty();
    if !besar
        || !rapat
        || !BENDA.contains(&benda.kecil.as_ref())
        || !angka.kecil.starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let mut akhir = i + 1;
    // "3.1" is two words with a dot between.
    while let (Some(ini), Some(lanjut)) = (kata.get(akhir), kata.get(akhir + 1))
        && matches!(antara(teks, ini, lanjut), "." | "-" | ",")
        && lanjut.kecil.len() <= 3
        && lanjut.kecil.chars().all(|c| c.is_ascii_alphanumeric())
        && lanjut.kecil.starts_with(|c: char| c.is_ascii_digit())
    {
        akhir += 1;
    }
    let ujung = kata.get(akhir)?;
    let nomor = teks
        .get(angka.awal..ujung.akhir)?
        .replace(['-', ','], ".")
        .to_lowercase();
    const LUAR: &[&str] = &[
        "peraturan",
        "permen",
        "permenpan",
        "permenpanrb",
        "keputusan",
        "lampiran",
        "renstra",
        "dokumen",
        "pedoman",
        "undang",
        "pmk",
        "perpres",
        "buku",
    ];
    let luar = kata
        .iter()
        .skip(akhir + 1)
        .take(4)
        .chain(kata.iter().take(i).rev().take(2))
        .any(|k| LUAR.contains(&k.kecil.as_ref()));
    Some((
        Dibaca {
            letak: benda.awal..ujung.akhir,
            benda: benda.kecil.to_string(),
            nomor,
        },
        luar,
    ))
}

/// Whether a line that begins with a number is a caption, and not a sentence about the table.
fn is_judul(teks: &str, nomor: &Dibaca, kata: &[Kata]) -> bool {
    const KERJA: &[&str] = &[
        "di",
        "menunjukkan",
        "memperlihatkan",
        "menyajikan",
        "menggambarkan",
        "memuat",
        "berikut",
        "tersebut",
        "dan",
        "adalah",
        "merupakan",
        "menjelaskan",
        "pada",
    ];
    let sisa = teks.get(nomor.letak.end..).unwrap_or_default();
    let berikut = kata.iter().find(|k| k.awal >= nomor.letak.end);
    let kalimat =
        berikut.is_some_and(|k| KERJA.contains(&k.kecil.as_ref())) && !sisa.starts_with(['.', ':']);
    !kalimat
}

/// Two captions with one number.
fn ganda(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, judul: &[Nomor]) {
    let mut dilihat: BTreeMap<(&str, &str), &Letak> = BTreeMap::new();
    for satu in judul {
        let kunci = (satu.benda.as_str(), satu.nomor.as_str());
        let Some(lama) = dilihat.get(&kunci) else {
            dilihat.insert(kunci, &satu.letak);
            continue;
        };
        // A table that goes on over a page repeats its caption.
        let dekat =
            satu.letak.piece.saturating_sub(lama.piece) <= 1 || satu.letak.awal == satu.letak.akhir;
        let sama = judul_penuh(bahan, lama) == judul_penuh(bahan, &satu.letak);
        if dekat || sama {
            continue;
        }
        let pesan = format!(
            "Nomor \"{}\" sudah dipakai judul lain.",
            bahan.bacaan.teks(&satu.letak)
        );
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &satu.letak,
                pesan,
                "Urutkan kembali nomornya dan sesuaikan rujukannya.",
            )
            .terkait(bahan, [*lama]),
        );
    }
}

fn judul_penuh<'b>(bahan: &BahanDokumen<'b>, letak: &Letak) -> &'b str {
    letak
        .bacaan(bahan.bacaan.sumber)
        .map_or("", |p| p.text.as_str())
}

/// References to numbers that no caption has.
fn absen(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    susunan: &Susunan,
    judul: &[Nomor],
    rujukan: &[Nomor],
) {
    for satu in rujukan {
        let sejenis: Vec<&Nomor> = judul.iter().filter(|j| j.benda == satu.benda).collect();
        if susunan.terpotong() {
            continue;
        }
        // A whole report that holds neither a picture nor the caption of one cannot hold this one.
        let tanpa_gambar = sejenis.is_empty()
            && satu.benda != "tabel"
            && bahan.bacaan.sumber.format != Format::Pdf
            && susunan.laporan()
            && !ada_gambar(bahan);
        // Unnumbered captions, or those that the reader could not see, prove nothing.
        if sejenis.len() < 2 && !(sejenis.len() == 1 && satu.benda == "tabel") && !tanpa_gambar {
            continue;
        }
        let setingkat = tanpa_gambar
            || sejenis
                .iter()
                .any(|j| j.nomor.matches('.').count() == satu.nomor.matches('.').count());
        if setingkat
            && !sejenis
                .iter()
                .any(|j| j.nomor == satu.nomor || j.nomor.starts_with(&format!("{}.", satu.nomor)))
        {
            if let Some(salah) = melompat(&sejenis, &satu.nomor) {
                let tertulis = bahan.bacaan.teks(&salah.letak);
                let benar = bahan.bacaan.teks(&satu.letak);
                catat.temuan(
                    Temuan::di(
                        aturan,
                        bahan,
                        &salah.letak,
                        format!("Nomor \"{tertulis}\" melompati urutannya, sedangkan \"{benar}\" yang dirujuk tidak ada."),
                        "Urutkan kembali nomornya dan sesuaikan rujukannya.",
                    )
                    .seharusnya(Some(benar.to_owned()))
                    .terkait(bahan, [&satu.letak]),
                );
                continue;
            }
            let pesan = format!(
                "\"{}\" dirujuk, tetapi tidak ada dalam laporan.",
                bahan.bacaan.teks(&satu.letak)
            );
            catat.temuan(Temuan::di(
                aturan,
                bahan,
                &satu.letak,
                pesan,
                "Sertakan yang dirujuk, atau betulkan nomornya.",
            ));
        }
    }
}

/// Whether the document holds a picture, with whatever words below it.
fn ada_gambar(bahan: &BahanDokumen) -> bool {
    bahan
        .bacaan
        .sumber
        .pieces
        .iter()
        .any(|p| matches!(p, Piece::Picture(_)))
}

/// The caption that stands where the missing number should, behind the one before it, and is larger than the one that follows.
fn melompat<'n>(judul: &[&'n Nomor], hilang: &str) -> Option<&'n Nomor> {
    let pecah = |nomor: &str| -> Option<(String, u32)> {
        let (depan, akhir) = nomor.rsplit_once('.').unwrap_or(("", nomor));
        let digit = akhir.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        Some((depan.to_owned(), digit.parse().ok()?))
    };
    let (depan, dicari) = pecah(hilang)?;
    judul.windows(3).find_map(|tiga| {
        let [sebelum, ini, sesudah] = tiga else {
            return None;
        };
        let (a, b, c) = (
            pecah(&sebelum.nomor)?,
            pecah(&ini.nomor)?,
            pecah(&sesudah.nomor)?,
        );
        let serumpun = a.0 == depan && b.0 == depan && c.0 == depan;
        let lompat = a.1.checked_add(1) == Some(dicari) && b.1 > dicari && c.1 <= b.1;
        (serumpun && lompat).then_some(*ini)
    })
}

/// "tabel di bawah ini" with no table below.
fn di_bawah(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, semua: &[Satuan]) {
    // The layout of a PDF hides tables now and then.
    if bahan.bacaan.sumber.format == Format::Pdf {
        return;
    }
    const FRASA: &[&str] = &[
        "tabel di bawah ini",
        "tabel dibawah ini",
        "tabel berikut ini",
        "tabel sebagai berikut",
        "tabel berikut:",
    ];
    const JAUH: usize = 5;
    let pieces = &bahan.bacaan.sumber.pieces;
    for satu in semua.iter().filter(|s| s.prosa()) {
        let kecil = satu.teks.to_ascii_lowercase();
        let Some((at, frasa)) = FRASA.iter().find_map(|f| kecil.find(f).map(|at| (at, *f))) else {
            continue;
        };
        let piece = satu.letak.piece;
        let lanjut = pieces
            .get(piece + 1..pieces.len().min(piece + 1 + JAUH))
            .unwrap_or_default();
        // A title in capitals may stand above the table; a numbered heading begins something else.
        let batas = lanjut.iter().position(|p| {
            matches!(p, Piece::Heading { passage, .. } if pisah_nomor(&passage.text).0.is_some())
        });
        // The end of a document may have lost what followed.
        if batas.is_none() && lanjut.len() < JAUH {
            continue;
        }
        let batas = batas.unwrap_or(JAUH);
        let ada = lanjut
            .iter()
            .take(batas + 1)
            .any(|p| matches!(p, Piece::Grid(_) | Piece::Picture(_)));
        let sebelum = piece
            .checked_sub(1)
            .and_then(|i| pieces.get(i))
            .is_some_and(|p| matches!(p, Piece::Grid(_)));
        if ada
            || sebelum
            || lanjut
                .iter()
                .take(batas)
                .any(|p| matches!(p, Piece::Item { .. }))
        {
            continue;
        }
        let letak = satu
            .letak
            .bagian(at..at + frasa.trim_end_matches(':').len());
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &letak,
                "Tabel yang diumumkan di sini tidak ditemukan sesudahnya.",
                "Sertakan tabelnya, atau hapus pengantarnya.",
            )
            .berat(Berat::Saran),
        );
    }
}
