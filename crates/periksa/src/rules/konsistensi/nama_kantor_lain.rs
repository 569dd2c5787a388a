//! The place of another office on the own office's name.

mod sendiri;
mod wilayah;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use self::sendiri::{anggaran_sendiri, bertanda_tangan, milik_sendiri, tentang_sendiri};
use crate::bacaan::Letak;
use crate::rules::teks::{Jenis, Kata, Satuan, antara, kata, satuan};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "nama-kantor-lain",
    judul: "Nama kantor lain atau nama tempat ganda menempel pada nama kantor sendiri.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Laporan yang disalin dari kantor lain sering masih memuat nama tempat kantor itu: berdampingan dengan nama kantor sendiri, \
                     atau menggantikannya dalam kalimat tentang kinerja sendiri. Kantor lain yang disebut sebagai pembanding, tempat \
                     kegiatan, atau mitra tidak dipersoalkan.",
            dasar: &["Laporan kinerja adalah laporan kantor yang menandatanganinya."],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Lama Tahun 2022\n\nPelaksanaan kegiatan pada Kantor Imigrasi Kelas II Kota Lama Sindangsari sesuai dengan DIPA. Kantor Imigrasi Kelas II Kota Lama melayani lima kecamatan.",
                "Laporan Kinerja Dinas Kesehatan Kabupaten Telagasari Tahun 2023\n\nDinas Kesehatan Kabupaten Telagasari Telagasari memperoleh penghargaan. Dinas Kesehatan Kabupaten Telagasari mengelola sepuluh puskesmas.",
                "Laporan Kinerja Dinas Kesehatan Kabupaten Telagasari Tahun 2023\n\nDinas Kesehatan Kabupaten Telagasari mengelola sepuluh puskesmas. Dinas Kesehatan Kabupaten Telagasari memiliki 80 pegawai. Capaian kinerja Dinas Kesehatan Kabupaten Wanareja tahun 2023 sebesar 98,10 persen.",
                "Laporan Kinerja Dinas Kesehatan Kabupaten Teluk Sagari Tahun 2023\n\nDinas Kesehatan Kabupaten Teluk Sagari mengelola sepuluh puskesmas. Penduduk Kabupaten Teluk Sagari bertambah. Isu strategis di Kabupaten Teluk Wangi ialah gizi. Kabupaten Teluk Sagari memiliki lima kecamatan.",
                "Laporan Kinerja Kantor Imigrasi Kelas II TPI Muara Asri Tahun 2022\n\nKantor Imigrasi Kelas II TPI Muara Asri melayani lima kecamatan. Kantor Imigrasi Kelas II TPI Muara Asri memiliki 40 pegawai.\n\nPenghargaan yang diterima Kantor Imigrasi Kelas II TPI Teluk Wangi pada tahun 2022 adalah unit layanan terbaik.",
                "Laporan Kinerja Kantor Imigrasi Kelas II TPI Muara Asri Tahun 2022\n\nKantor Imigrasi Kelas II TPI Muara Asri melayani lima kecamatan. Kantor Imigrasi Kelas II TPI Muara Asri memiliki 40 pegawai. Secara umum kinerja Kantor Imigrasi Kelas II TPI Teluk Wangi tahun 2022 berhasil.",
                "Laporan Kinerja KPPN Muara Asri Tahun 2022\n\nKPPN Muara Asri melayani lima kecamatan. KPPN Muara Asri memiliki 40 pegawai.\n\nMuara Asri, 10 Januari 2023\n\nKepala KPPN Teluk Wangi,",
                "Laporan Kinerja Kantor Imigrasi Kelas II TPI Muara Asri Tahun 2022\n\nKantor Imigrasi Kelas II TPI Muara Asri melayani lima kecamatan. Agar kinerja terjaga, Kantor Imigrasi Kelas II TPI Teluk Wangi merekomendasikan hal berikut.",
                "Laporan Kinerja Kantor Imigrasi Kelas II TPI Muara Asri Tahun 2022\n\nKantor Imigrasi Kelas II TPI Muara Asri melayani lima kecamatan. Kantor Imigrasi Kelas II TPI Muara Asri memiliki 40 pegawai.\n\nKantor Imigrasi Kelas II TPI Teluk Wangi mencapai target seluruh indikator yang diperjanjikan.",
            ],
            baik: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II TPI Muara Asri Tahun 2022\n\nKantor Imigrasi Kelas II TPI Muara Asri melayani lima kecamatan. Kantor Imigrasi Kelas II TPI Muara Asri memiliki 40 pegawai. Kantor Imigrasi Kelas II TPI Teluk Wangi mencapai nilai tertinggi di wilayah ini.",
                "Laporan Kinerja Dinas Kesehatan Kabupaten Teluk Sagari Tahun 2023\n\nDinas Kesehatan Kabupaten Teluk Sagari mengelola sepuluh puskesmas. Kabupaten Teluk Sagari berbatasan dengan Kabupaten Teluk Wangi. Penduduk Kabupaten Teluk Sagari bertambah. Pembangunan di Kabupaten Teluk Sagari tumbuh lebih cepat dibandingkan Kabupaten Muara Asri.",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Lama Tahun 2022\n\nKantor Imigrasi Kelas II Kota Lama Tahun 2022 melayani lima kecamatan. Kantor Imigrasi Kelas II Kota Lama Provinsi Jawa Selatan berada di bawah kantor wilayah.",
                "Laporan Kinerja Dinas Kesehatan Kabupaten Telagasari Tahun 2023\n\nDinas Kesehatan Kabupaten Telagasari mengelola sepuluh puskesmas. Nilai itu lebih tinggi dibandingkan capaian Dinas Kesehatan Kabupaten Wanareja sebesar 90,10 persen. Rapat diadakan di Dinas Kesehatan Kabupaten Wanareja.",
                "Laporan Kinerja Kantor Imigrasi Kelas II TPI Muara Asri Tahun 2022\n\nKantor Imigrasi Kelas II TPI Muara Asri melayani lima kecamatan. Kantor Imigrasi Kelas II TPI Muara Asri memiliki 40 pegawai. Selisihnya terhadap nilai yang diperoleh Kantor Imigrasi Kelas II TPI Teluk Wangi kecil.",
            ],
        },
    },
};

/// Words that go on behind the name of an office and are no other place.
const LANJUTAN: &[&str] = &[
    "tahun",
    "provinsi",
    "kota",
    "kabupaten",
    "kecamatan",
    "kementerian",
    "kantor",
    "wilayah",
    "direktorat",
    "periode",
    "triwulan",
    "semester",
    "bulan",
    "tanggal",
    "nomor",
    "republik",
    "indonesia",
    "kelas",
    "selatan",
    "utara",
    "barat",
    "timur",
    "tengah",
    "tenggara",
    "raya",
    "baru",
    "lama",
    "kelurahan",
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
    "ta",
    "ri",
    "dan",
    "melalui",
    "dalam",
];

/// Kinds of office behind which a task stands, and no place.
const BIDANG: &[&str] = &[
    "dinas",
    "badan",
    "kementerian",
    "direktorat",
    "biro",
    "bagian",
    "pusat",
    "lembaga",
    "kantor",
    "sekretariat",
    "balai",
    "inspektorat",
    "satuan",
];

/// Words that make another office one that is compared, visited or worked with.
const MITRA: &[&str] = &[
    "dibanding",
    "dibandingkan",
    "pembanding",
    "perbandingan",
    "sedangkan",
    "sementara",
    "daripada",
    "bersama",
    "studi",
    "kunjungan",
    "kerja sama",
    "kerjasama",
    "koordinasi",
    "mutasi",
    "pindah",
    "lain",
    "lainnya",
    "antara",
    "peringkat",
    "dipindahkan",
    "sinergi",
    "rapat",
    "kegiatan di",
    "bertempat",
];

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let Some(kantor) = bahan.bacaan.identitas.kantor.as_deref() else {
        return;
    };
    let nama: Vec<String> = kata(kantor)
        .into_iter()
        .map(|k| k.kecil.into_owned())
        .collect();
    let Some((tempat, jenis)) = nama.split_last().filter(|(_, jenis)| jenis.len() >= 2) else {
        return;
    };
    let biasa = kata_biasa(bahan);
    let milik_atasan: BTreeSet<String> = bahan
        .bacaan
        .identitas
        .atasan
        .iter()
        .flat_map(|a| kata(a))
        .map(|k| k.kecil.into_owned())
        .collect();
    let mut saudara: Vec<Saudara> = Vec::new();
    for satu in satuan(bahan.bacaan.sumber) {
        if satu.jenis == Jenis::Rumus {
            continue;
        }
        let kata = kata(satu.teks);
        for i in 0..kata.len() {
            if !jenis
                .iter()
                .enumerate()
                .all(|(j, k)| kata.get(i + j).is_some_and(|kata| kata.kecil == *k))
            {
                continue;
            }
            let di = i + jenis.len();
            let (Some(ini), Some(sebelum)) = (kata.get(di), kata.get(di - 1)) else {
                continue;
            };
            if !menempel(satu.teks, sebelum, ini) {
                continue;
            }
            if ini.kecil != *tempat {
                let lain = is_tempat(satu.teks, ini, &biasa)
                    && !milik_atasan.contains(ini.kecil.as_ref())
                    && satu.jenis != Jenis::Tepi;
                if lain {
                    // "Pantai Baru": the second word of a place may be one that is written small elsewhere.
                    let kedua = kata
                        .get(di + 1)
                        .filter(|k| menempel(satu.teks, ini, k) && berhuruf_besar(satu.teks, k));
                    let berikut = di + 1 + usize::from(kedua.is_some());
                    let pasti = bertanda_tangan(satu.teks, &kata, i, berikut)
                        || satu.prosa()
                            && anggaran_sendiri(&kata, i)
                            && milik_sendiri(satu.teks, &kata, i);
                    saudara.push(Saudara {
                        letak: satu.letak.bagian(kata[i].awal..kedua.unwrap_or(ini).akhir),
                        tempat: ini.kecil.to_string(),
                        sendiri: satu.prosa()
                            && (tentang_sendiri(satu.teks, &kata, i, di + 1)
                                || tentang_sendiri(satu.teks, &kata, i, berikut)),
                        pasti,
                    });
                }
                continue;
            }
            let Some(berikut) = kata.get(di + 1).filter(|b| menempel(satu.teks, ini, b)) else {
                continue;
            };
            let sesudah = kata.get(di + 2).filter(|s| menempel(satu.teks, berikut, s));
            // In a title every word has a capital; in a sentence the next one tells.
            let kalimat = satu.prosa()
                && sesudah.is_none_or(|s| {
                    satu.teks.get(s.awal..).is_some_and(|t| {
                        t.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
                    })
                });
            // On a cover the next line may begin with the name that the line before ended with.
            let ganda = berikut.kecil == *tempat && (kalimat || !satu.prosa());
            let asing = kalimat
                && is_tempat(satu.teks, berikut, &biasa)
                && !milik_atasan.contains(berikut.kecil.as_ref())
                && !bahan
                    .hukum
                    .kamus
                    .istilah
                    .iter()
                    .any(|s| s.kata.eq_ignore_ascii_case(&berikut.kecil));
            if !ganda && !asing {
                continue;
            }
            let letak = satu.letak.bagian(ini.awal..berikut.akhir);
            let tertulis = satu
                .teks
                .get(berikut.awal..berikut.akhir)
                .unwrap_or_default();
            let pesan = if ganda {
                format!("Nama tempat \"{tertulis}\" tertulis dua kali dalam nama kantor.")
            } else {
                format!(
                    "\"{tertulis}\" bukan bagian nama kantor ini, {kantor}; mungkin sisa laporan kantor lain."
                )
            };
            catat.temuan(
                Temuan::di(aturan, bahan, &letak, pesan, format!("Tulis \"{kantor}\"."))
                    .seharusnya(satu.teks.get(ini.awal..ini.akhir).map(str::to_owned)),
            );
        }
    }
    // A place of two words: the kind ends one word earlier, and the whole name is another.
    if let [jenis @ .., pertama, _] = nama.as_slice()
        && jenis
            .last()
            .is_some_and(|k| jenis.len() >= 2 || !BIDANG.contains(&k.as_str()))
    {
        for satu in satuan(bahan.bacaan.sumber) {
            if !matches!(satu.jenis, Jenis::Rumus | Jenis::Tepi) {
                tempat_dua_kata(&satu, jenis, pertama, &biasa, &milik_atasan, &mut saudara);
            }
        }
    }
    wilayah::wilayah_lain(bahan, aturan, catat, kantor, &milik_atasan);
    let mut kali: BTreeMap<&str, usize> = BTreeMap::new();
    for satu in &saudara {
        *kali.entry(&satu.tempat).or_default() += 1;
    }
    let mut telah: BTreeSet<(usize, usize)> = BTreeSet::new();
    for satu in &saudara {
        // An office that is spoken of often is there for a reason.
        let jarang = kali.get(satu.tempat.as_str()).is_none_or(|kali| *kali <= 2);
        let mut baru = || telah.insert((satu.letak.piece, satu.letak.awal));
        if (satu.pasti || satu.sendiri && jarang) && baru() {
            let pesan = format!(
                "Kalimat ini berbicara tentang kinerja sendiri, tetapi menyebut kantor lain, bukan {kantor}."
            );
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &satu.letak,
                    pesan,
                    format!("Tulis \"{kantor}\" bila kantor ini yang dimaksud."),
                )
                .seharusnya(Some(kantor.to_owned())),
            );
        }
    }
}

/// Another office of the kind of the own one, where a text names it.
struct Saudara {
    letak: Letak,
    tempat: String,
    /// The words around speak of the own office.
    sendiri: bool,
    /// Nothing but the own office can stand there.
    pasti: bool,
}

/// Whether a word begins with a capital.
fn berhuruf_besar(teks: &str, kata: &Kata) -> bool {
    let panjang = kata.kecil.chars().count() >= 3;
    panjang
        && !matches!(
            kata.kecil.as_ref(),
            "tahun" | "provinsi" | "kabupaten" | "kota"
        )
        && teks
            .get(kata.awal..)
            .is_some_and(|s| s.starts_with(char::is_uppercase))
}

/// Offices of the same kind whose place of two words has another first word than the own one.
fn tempat_dua_kata(
    satu: &Satuan,
    jenis: &[String],
    pertama: &str,
    biasa: &Biasa,
    milik_atasan: &BTreeSet<String>,
    saudara: &mut Vec<Saudara>,
) {
    let kata = kata(satu.teks);
    for i in 0..kata.len() {
        // "Kecamatan" alone names a kind of region as well, so only words that own it tell.
        let sejenis = jenis
            .iter()
            .enumerate()
            .all(|(j, k)| kata.get(i + j).is_some_and(|kata| kata.kecil == *k));
        let di = i + jenis.len();
        let (true, Some(sebelum), Some(ini)) = (sejenis, kata.get(di - 1), kata.get(di)) else {
            continue;
        };
        let lain = ini.kecil != pertama
            && menempel(satu.teks, sebelum, ini)
            && is_tempat(satu.teks, ini, biasa)
            && !milik_atasan.contains(ini.kecil.as_ref());
        if !lain {
            continue;
        }
        // "Pantai Baru": the second word may be one that is written small elsewhere.
        let kedua = kata
            .get(di + 1)
            .filter(|k| menempel(satu.teks, ini, k))
            .filter(|k| is_tempat(satu.teks, k, biasa) || berhuruf_besar(satu.teks, k));
        let sampai = kedua.unwrap_or(ini);
        let berikut = di + 1 + usize::from(kedua.is_some());
        let sendiri = if jenis.len() >= 2 {
            tentang_sendiri(satu.teks, &kata, i, berikut)
        } else {
            kedua.is_some() && milik_sendiri(satu.teks, &kata, i)
        };
        let kelas = jenis.len() >= 2 || kedua.is_some();
        saudara.push(Saudara {
            letak: satu.letak.bagian(kata[i].awal..sampai.akhir),
            tempat: kedua.map_or_else(
                || ini.kecil.to_string(),
                |kedua| format!("{} {}", ini.kecil, kedua.kecil),
            ),
            sendiri: sendiri && satu.prosa(),
            pasti: kelas
                && (bertanda_tangan(satu.teks, &kata, i, berikut)
                    || satu.prosa() && sendiri && anggaran_sendiri(&kata, i)),
        });
    }
}

/// Words that the document also writes without a capital: no names.
type Biasa<'b> = HashSet<Cow<'b, str>>;

fn kata_biasa<'b>(bahan: &BahanDokumen<'b>) -> Biasa<'b> {
    let mut biasa = Biasa::new();
    for satu in satuan(bahan.bacaan.sumber) {
        biasa.extend(
            kata(satu.teks)
                .into_iter()
                .filter(|k| {
                    satu.teks
                        .get(k.awal..)
                        .is_some_and(|s| s.starts_with(char::is_lowercase))
                })
                .map(|k| k.kecil),
        );
    }
    biasa
}

fn menempel(teks: &str, kiri: &Kata, kanan: &Kata) -> bool {
    antara(teks, kiri, kanan)
        .chars()
        .all(|c| c == ' ' || c == '\u{a0}')
}

/// Whether a word looks like the name of a place: one capital, and never written small.
fn is_tempat(teks: &str, kata: &Kata, biasa: &Biasa) -> bool {
    let asli = teks.get(kata.awal..kata.akhir).unwrap_or_default();
    let mut huruf = asli.chars();
    huruf.next().is_some_and(char::is_uppercase)
        && huruf.clone().count() >= 3
        && huruf.all(char::is_lowercase)
        && !LANJUTAN.contains(&kata.kecil.as_ref())
        && !biasa.contains(kata.kecil.as_ref())
}
