//! The contents list says other titles than the headings.

use std::cell::LazyCell;
use std::collections::HashMap;

use crate::bacaan::{Bagian, Letak};
use crate::rules::susunan::{Entri, Susunan, nomor_bab};
use crate::rules::teks::satuan;
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "daftar-isi-berbeda",
    judul: "Daftar isi berbeda dari judul dalam laporan.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Daftar isi menunjuk judul yang benar-benar ada. Yang ditunjukkan ialah judul yang berbeda sebagian katanya dan judul yang \
                     tidak ada di antara dua judul yang ada. Nomor halaman tidak diperiksa, dan judul sesudah akhir dokumen yang terpotong \
                     tidak dianggap hilang.",
            dasar: &["Daftar isi yang tidak sesuai menyesatkan pembaca."],
            buruk: &[
                "DAFTAR ISI\n\nKATA PENGANTAR\t1\nIKHTISAR EKSEKUTIF\t2\nBAB I PENDAHULUAN\t3\n\nKATA PENGANTAR\n\nPuji syukur kami panjatkan atas selesainya laporan ini.\n\nRINGKASAN EKSEKUTIF\n\nCapaian tahun ini baik dan melampaui target.\n\nBAB I PENDAHULUAN\n\nDinas Arsip mengelola arsip daerah.",
                "DAFTAR ISI\n\nBAB I PENDAHULUAN\t1\nBAB II PERENCANAAN KINERJA\t3\nBAB III SIMPULAN\t5\nLAMPIRAN\t7\n\nBAB I PENDAHULUAN\n\nDinas Arsip mengelola arsip daerah.\n\nBAB II PERENCANAAN KINERJA\n\nPerjanjian ditandatangani pada bulan Januari.\n\nBAB III PENUTUP\n\nDemikian laporan ini disusun.",
                "DAFTAR ISI\n\nBAB I PENDAHULUAN\t1\nA. Latar Belakang\t1\nB. Aspek Strategis Organisasi\t2\nBAB II PERENCANAAN KINERJA\t3\n\nBAB I PENDAHULUAN\n\nA. Latar Belakang\n\nDinas Arsip mengelola arsip daerah.\n\nBAB II PERENCANAAN KINERJA\n\nPerjanjian ditandatangani pada bulan Januari.",
            ],
            baik: &[
                "DAFTAR ISI\n\nKata Pengantar\t1\nRingkasan Eksekutif\t2\nBab I Pendahuluan\t3\n\nKATA PENGANTAR\n\nPuji syukur kami panjatkan atas selesainya laporan ini.\n\nRINGKASAN EKSEKUTIF\n\nCapaian tahun ini baik dan melampaui target.\n\nBAB I PENDAHULUAN\n\nDinas Arsip mengelola arsip daerah.",
                "DAFTAR ISI\n\nBAB I PENDAHULUAN\t1\nBAB II PERENCANAAN KINERJA\t3\nBAB III AKUNTABILITAS KINERJA\t5\nBAB IV PENUTUP\t9\n\nBAB I PENDAHULUAN\n\nDinas Arsip mengelola arsip daerah.\n\nBAB II PERENCANAAN KINERJA\n\nPerjanjian ditandatangani pada bulan Januari.",
            ],
        },
    },
};

/// Headings between two that were found, among which one with other words is looked for.
const JUDUL_TERBANYAK: usize = 500;

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let susunan = Susunan::new(bahan);
    let semua = satuan(bahan.bacaan.sumber);
    let panjang = |piece: usize| {
        semua
            .iter()
            .find(|s| s.letak.piece == piece)
            .map_or(0, |s| s.teks.len())
    };
    let judul: Vec<(usize, String, &Bagian)> = bahan
        .bacaan
        .kerangka
        .iter()
        .filter(|b| !susunan.dalam_daftar(b.piece) && !susunan.dalam_sistematika_isi(b.piece))
        .map(|b| (b.piece, normal(&b.judul), b))
        .collect();
    // Short texts outside of the list, which may be titles; most reports need none of them.
    let pendek: LazyCell<String, _> = LazyCell::new(|| {
        semua
            .iter()
            .filter(|s| {
                s.letak.sel.is_none() && s.teks.len() < 400 && !susunan.dalam_daftar(s.letak.piece)
            })
            .map(|s| normal(s.teks))
            .collect::<Vec<_>>()
            .join("\n")
    });
    let bab: Vec<Option<u32>> = judul.iter().map(|(.., b)| nomor_bab(&b.nomor)).collect();
    let cocok = pasangkan(&susunan.entri, &judul);
    let terakhir = cocok.iter().rposition(Option::is_some);
    for (i, entri) in susunan.entri.iter().enumerate() {
        // What lies behind the last heading that was found may lie behind the end of the document.
        if cocok.get(i).is_some_and(Option::is_some) || entri.judul.is_empty() {
            continue;
        }
        // The number of a chapter ties the line to its heading, whatever the words.
        let senomor_bab = nomor_bab(&entri.nomor).and_then(|nomor| {
            let mut bab = judul
                .iter()
                .zip(&bab)
                .filter(|((_, teks, _), bab)| **bab == Some(nomor) && !teks.is_empty());
            let satu = bab.next().filter(|_| bab.next().is_none());
            satu.map(|(judul, _)| judul)
        });
        if let Some((piece, teks, bagian)) = senomor_bab {
            if !teks.contains(&entri.judul) && !entri.judul.contains(teks.as_str()) {
                berbeda(
                    bahan,
                    aturan,
                    catat,
                    entri,
                    (*piece, panjang(*piece)),
                    bagian,
                );
            }
            continue;
        }
        if terakhir.is_none_or(|t| i > t) {
            continue;
        }
        let sesudah = cocok.iter().take(i).rev().flatten().next().copied();
        let sebelum = cocok.iter().skip(i + 1).flatten().next().copied();
        let ruang = sesudah.map_or(0, |j| j + 1)..sebelum.unwrap_or(judul.len());
        let hampir = judul
            .get(ruang.clone())
            .unwrap_or_default()
            .iter()
            .take(JUDUL_TERBANYAK)
            .find(|(_, teks, bagian)| mirip(&entri.judul, teks) && senomor(entri, bagian));
        if let Some((piece, _, bagian)) = hampir {
            berbeda(
                bahan,
                aturan,
                catat,
                entri,
                (*piece, panjang(*piece)),
                bagian,
            );
            continue;
        }
        // The words may stand there without having been told as a heading.
        let tertulis = pendek.contains(&entri.judul);
        let daftar = entri.judul.starts_with("daftar ") || entri.judul.contains("pengantar");
        if sesudah.is_some() && sebelum.is_some() && !tertulis && !daftar {
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &entri.letak,
                    "Daftar isi menyebut bagian ini, tetapi judulnya tidak ada dalam laporan.",
                    "Tambahkan bagiannya, atau hapus dari daftar isi.",
                )
                .berat(if susunan.terpotong() {
                    Berat::Saran
                } else {
                    aturan.berat
                }),
            );
        }
    }
}

/// A line of contents with other words than its heading.
fn berbeda(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    entri: &Entri,
    (piece, panjang): (usize, usize),
    bagian: &Bagian,
) {
    let pesan = format!(
        "Daftar isi menyebut judul ini, sedangkan judul dalam laporan \"{}\".",
        bagian.judul
    );
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &entri.letak,
            pesan,
            "Samakan keduanya; perbarui daftar isi sesudah judul ditetapkan.",
        )
        .seharusnya(Some(bagian.judul.clone()))
        .terkait(bahan, [&Letak::new(piece, 0..panjang)]),
    );
}

/// For each line of contents the heading that it is, in order.
fn pasangkan(entri: &[Entri], judul: &[(usize, String, &Bagian)]) -> Vec<Option<usize>> {
    // A contents list may leave out marks and spaces.
    let rapat = |teks: &str| teks.replace(' ', "");
    let mut senama: HashMap<String, Vec<usize>> = HashMap::new();
    let mut sebab: HashMap<u32, Vec<usize>> = HashMap::new();
    for (i, (_, teks, bagian)) in judul.iter().enumerate() {
        senama.entry(rapat(teks)).or_default().push(i);
        if let Some(nomor) = nomor_bab(&bagian.nomor) {
            sebab.entry(nomor).or_default().push(i);
        }
    }
    let mut dari = 0;
    entri
        .iter()
        .map(|satu| {
            let calon = if satu.judul.is_empty() {
                nomor_bab(&satu.nomor).and_then(|nomor| sebab.get(&nomor))
            } else {
                senama.get(&rapat(&satu.judul))
            };
            let calon = calon.map_or(&[][..], Vec::as_slice);
            let cocok = calon
                .iter()
                .skip(calon.partition_point(|i| *i < dari))
                .find(|i| {
                    judul
                        .get(**i)
                        .is_some_and(|(.., bagian)| boleh(satu, bagian))
                })
                .copied();
            if let Some(i) = cocok {
                dari = i + 1;
            }
            cocok
        })
        .collect()
}

/// Whether a line may be a heading of the same title: that of a chapter may also be that of one of its sections.
fn boleh(entri: &Entri, bagian: &Bagian) -> bool {
    entri.judul.is_empty()
        || nomor_bab(&entri.nomor).is_none()
        || bagian.nomor.is_empty()
        || nomor_bab(&bagian.nomor).is_some()
}

/// Whether two titles share at least half of their words of weight.
fn mirip(a: &str, b: &str) -> bool {
    let berbobot = |teks: &str| {
        teks.split(' ')
            .filter(|k| k.len() >= 4)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (a, b) = (berbobot(a), berbobot(b));
    let kena = a.iter().filter(|k| b.contains(k)).count();
    kena > 0 && kena * 2 >= a.len().max(b.len())
}

fn senomor(entri: &Entri, bagian: &Bagian) -> bool {
    entri.nomor.is_empty()
        || bagian.nomor.is_empty()
        || normal(&entri.nomor) == normal(&bagian.nomor)
}
