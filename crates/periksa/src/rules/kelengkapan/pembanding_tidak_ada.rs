//! An indicator whose section lacks comparisons that the law asks for.

mod subjudul;

use std::collections::BTreeMap;
use std::ops::Range;

use document::source::Piece;

use super::bab_tidak_ada::{dasar, letak_judul};
use crate::bacaan::{Bagian, IndikatorCetak, Letak, Peran};
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
                     tanda pembandingan itu, dan uraian yang tidak memuat subjudul yang ada pada semua indikator lain; uraian yang terpotong di akhir dokumen tidak dinilai.",
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

/// Code of the item that few indicators have something for.
const STANDAR: &str = "standar_nasional";
/// Codes of the items that a report often tells for all indicators together.
const JANGKA: &str = "target_jangka_menengah";
const PENYEBAB: &str = "penyebab_dan_solusi";

/// Fewest sections among which one can be the exception.
const TERSEDIKIT: usize = 4;

/// Words that tell the targets of the end of the plan, wherever the report tells them.
const JANGKA_BERSAMA: &[&str] = &[
    "target akhir",
    "akhir renstra",
    "akhir rencana strategis",
    "akhir rpjm",
    "akhir periode",
    "akhir masa",
    "jangka menengah",
    "tahun terakhir renstra",
    "tahun terakhir rencana strategis",
    "kemajuan renstra",
    "terhadap renstra",
    "terhadap target renstra",
    "dengan target renstra",
];

/// Sentences of a section beyond which its causes are taken to be among them.
const PANJANG: usize = 5;

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
            "target tahun terakhir",
            "target tahun akhir",
            "akhir perencanaan",
        ],
    ),
    (
        STANDAR,
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
            "berkat",
            "akibat",
            "kunci",
            "dipengaruhi",
            "masalah",
            "tantangan",
            "dorong",
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
    // Headings of the indicators with the comparisons that each lacks.
    let mut uraian_kurang: Vec<(Letak, Vec<&str>)> = Vec::new();
    let mut tanpa_standar = 0usize;
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
        let Some(letak) = letak_judul(bahan, *judul) else {
            continue;
        };
        let mut kurang = Vec::new();
        for butir in ketentuan.butir() {
            if ada(bahan, indikator, &butir.kode, &rentang, &isi, tahun) {
                continue;
            }
            // A national standard exists for few indicators, so one comparison shows that the office looked for them.
            if butir.kode == STANDAR {
                tanpa_standar += 1;
            } else {
                kurang.push(butir.kode.as_str());
            }
        }
        uraian_kurang.push((letak, kurang));
    }
    let dinilai = uraian_kurang.len();
    // By the comparisons that are missing, and whether they are missing in all of the report.
    let mut senasib: BTreeMap<(bool, Vec<&str>), Vec<Letak>> = BTreeMap::new();
    let banyak = hitung(&uraian_kurang);
    let berjangka = disebut(bahan, susunan.isi_bab(2), JANGKA_BERSAMA)
        || disebut(bahan, Some(isi.clone()), JANGKA_BERSAMA);
    for (letak, kurang) in uraian_kurang {
        let mut sendiri = Vec::new();
        let mut semua = Vec::new();
        for kode in kurang {
            let kali = banyak.get(kode).copied().unwrap_or(0);
            let bersama = kode == JANGKA && berjangka;
            match kode {
                JANGKA | PENYEBAB if kali == dinilai && !bersama => semua.push(kode),
                // Told for all together, or told for others in words of their own: nobody can say that it lacks here.
                PENYEBAB => {}
                JANGKA => {
                    let satu_satunya = kali == 1 && dinilai >= TERSEDIKIT;
                    let kecuali = kali * 2 < dinilai && !bersama;
                    if satu_satunya || kecuali {
                        sendiri.push(kode);
                    }
                }
                _ => sendiri.push(kode),
            }
        }
        for (menyeluruh, kurang) in [(false, sendiri), (true, semua)] {
            if !kurang.is_empty() {
                senasib
                    .entry((menyeluruh, kurang))
                    .or_default()
                    .push(letak.clone());
            }
        }
    }
    let nama = |kode: &str| {
        ketentuan
            .butir()
            .iter()
            .find(|butir| butir.kode == kode)
            .map_or_else(String::new, |butir| butir.nama.to_lowercase())
    };
    for ((menyeluruh, kurang), judul) in senasib {
        let [pertama, lain @ ..] = judul.as_slice() else {
            continue;
        };
        let daftar: Vec<String> = kurang.iter().map(|kode| nama(kode)).collect();
        let pokok = if lain.is_empty() {
            "Uraian indikator ini".to_owned()
        } else {
            format!("Uraian {} indikator, mulai dari yang ini,", judul.len())
        };
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                pertama,
                format!(
                    "{pokok} belum memuat pembandingan atau analisis: {}.",
                    daftar.join("; ")
                ),
                "Tambahkan pembandingan yang kurang, atau jelaskan mengapa tidak dapat dibuat.",
            )
            .berat(if menyeluruh {
                Berat::Saran
            } else {
                aturan.berat
            })
            .dasar(dasar(bahan, ketentuan))
            .terkait(bahan, lain),
        );
    }
    for (bagian, judul) in subjudul::kurang(bahan, &isi) {
        let Some(letak) = letak_judul(bahan, bagian) else {
            continue;
        };
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &letak,
                format!("Uraian indikator ini tidak memuat bagian \"{judul}\", yang ada pada uraian semua indikator lain."),
                "Tambahkan bagian itu, atau jelaskan mengapa tidak dapat dibuat.",
            )
            .dasar(dasar(bahan, ketentuan)),
        );
    }
    let bab = susunan
        .bab
        .iter()
        .find(|(_, nomor)| *nomor == 3)
        .and_then(|(di, _)| letak_judul(bahan, *di));
    if let Some(letak) = bab.filter(|_| {
        dinilai > 0
            && tanpa_standar == dinilai
            && !disebut(bahan, Some(isi.clone()), tanda(STANDAR))
    }) {
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &letak,
                format!("Tidak satu pun indikator memuat pembandingan {}.", nama(STANDAR)),
                "Bandingkan dengan standar atau rata-rata nasional bila ada, atau nyatakan bahwa standarnya tidak ada.",
            )
            .berat(Berat::Saran)
            .dasar(dasar(bahan, ketentuan)),
        );
    }
}

/// How many sections lack each comparison.
fn hitung<'k>(uraian: &[(Letak, Vec<&'k str>)]) -> BTreeMap<&'k str, usize> {
    let mut hasil = BTreeMap::new();
    for kode in uraian.iter().flat_map(|(_, kurang)| kurang) {
        *hasil.entry(*kode).or_default() += 1;
    }
    hasil
}

/// The words that show a comparison.
fn tanda(kode: &str) -> &'static [&'static str] {
    TANDA
        .iter()
        .find(|(satu, _)| *satu == kode)
        .map_or(&[], |(_, tanda)| tanda)
}

/// Whether a chapter has one of some words: one sentence for all indicators says it too.
fn disebut(bahan: &BahanDokumen, bab: Option<Range<usize>>, kata: &[&str]) -> bool {
    bab.is_some_and(|bab| {
        satuan(bahan.bacaan.sumber)
            .iter()
            .filter(|s| bab.contains(&s.letak.piece))
            .map(|s| normal(s.teks))
            .any(|teks| kata.iter().any(|satu| teks.contains(satu)))
    })
}

/// Whether a comparison is made in a section; what the words cannot tell counts as made.
fn ada(
    bahan: &BahanDokumen,
    indikator: &IndikatorCetak,
    kode: &str,
    rentang: &Range<usize>,
    bab: &Range<usize>,
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
        // Causes are told in so many words that their absence shows only where little is told.
        "penyebab_dan_solusi"
            if bacaan
                .kalimat
                .iter()
                .filter(|k| rentang.contains(&k.letak.piece))
                .count()
                > PANJANG =>
        {
            true
        }
        "target_jangka_menengah" if target_mendatang(bahan, indikator, rentang, bab, tahun) => true,
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

/// Whether the section, or a table of the chapter with a row of the indicator, tells the target of a later year.
fn target_mendatang(
    bahan: &BahanDokumen,
    indikator: &IndikatorCetak,
    rentang: &Range<usize>,
    bab: &Range<usize>,
    tahun: i16,
) -> bool {
    let bacaan = bahan.bacaan;
    let mendatang = |teks: &str| {
        let teks = normal(teks);
        let kata: Vec<&str> = teks.split(' ').collect();
        kata.iter().enumerate().any(|(i, satu)| {
            *satu == "target"
                && kata.iter().skip(i + 1).take(4).any(|kata| {
                    kata.len() == 4 && kata.parse::<i16>().is_ok_and(|lain| lain > tahun)
                })
        })
    };
    let berjangka = |teks: &str| {
        let teks = normal(teks);
        TANDA
            .iter()
            .filter(|(kode, _)| *kode == "target_jangka_menengah")
            .flat_map(|(_, tanda)| tanda.iter())
            .any(|tanda| teks.contains(tanda))
    };
    let dalam = satuan(bacaan.sumber)
        .iter()
        .any(|s| rentang.contains(&s.letak.piece) && mendatang(s.teks));
    if dalam {
        return true;
    }
    bacaan
        .pernyataan
        .iter()
        .filter(|p| p.perihal.kunci == indikator.kunci)
        .any(|p| p.peran == Peran::Target && p.tahun.is_some_and(|lain| lain > tahun))
        || bacaan
            .tabel
            .iter()
            .filter(|tabel| bab.contains(&tabel.piece))
            .filter(|tabel| {
                let judul = tabel.judul.as_ref().map_or("", |judul| bacaan.teks(judul));
                mendatang(judul)
                    || berjangka(judul)
                    || tabel
                        .kolom
                        .iter()
                        .any(|k| mendatang(&k.jalur.join(" ")) || berjangka(&k.jalur.join(" ")))
            })
            .any(|tabel| {
                let Some(Piece::Grid(grid)) = bacaan.sumber.pieces.get(tabel.piece) else {
                    return false;
                };
                let nama = normal(&indikator.nama);
                grid.cells
                    .iter()
                    .any(|sel| normal(&sel.passage.text).contains(&nama))
            })
}
