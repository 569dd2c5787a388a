//! Names of offices in running text.

use std::ops::Range;

use crate::understand::kosakata::{KEPALA_KANTOR, kata, normal};

/// Words in one name, at most.
const KATA_TERBANYAK: usize = 18;

/// Words that never belong to a name, though they may have a capital.
const PENUTUP: &[&str] = &[
    "tahun",
    "ta",
    "nomor",
    "no",
    "periode",
    "triwulan",
    "semester",
    "dengan",
    "kepala",
    "untuk",
    "sebagai",
    "pada",
    "di",
    "yang",
    "adalah",
    "oleh",
    "dalam",
    "telah",
    "memiliki",
    "merupakan",
    "tentang",
    "berdasarkan",
    "terhadap",
    "laporan",
    "jalan",
    "jl",
    "nip",
    "target",
    "realisasi",
    "capaian",
    "bab",
    "perjanjian",
    "rencana",
    "lkjip",
    "lkip",
    "lakip",
    "lkj",
    "selaku",
];

/// Two words that name no office by themselves.
const UMUM: &[&str] = &[
    "satuan kerja",
    "lembaga negara",
    "kantor wilayah",
    "badan publik",
    "badan usaha",
    "kantor pusat",
    "direktorat jenderal",
    "badan layanan",
    "lembaga pemerintah",
    "kantor kami",
    "rumah tangga",
    "pusat data",
    "balai kota",
    "kantor unit",
    "bagian ini",
    "lembaga internasional",
    "badan hukum",
    "rumah dinas",
    "dinas luar",
    "pusat pelayanan",
    "kantor pelayanan",
    "unit kerja",
    "unit organisasi",
    "unit pelayanan",
    "unit layanan",
    "unit penyelenggara",
    "unit pelaksana",
    "unit eselon",
    "unit lain",
    "unit satuan",
];

/// A name as found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Temuan<'t> {
    /// As printed.
    pub nama: &'t str,
    /// For comparison.
    pub kunci: String,
    /// Where in the text.
    pub rentang: Range<usize>,
}

/// All names in a text.
pub(super) fn cari(teks: &str) -> Vec<Temuan<'_>> {
    let semua: Vec<(Range<usize>, &str)> = kata(teks).collect();
    let mut hasil = Vec::new();
    let mut i = 0;
    while let Some((rentang, satu)) = semua.get(i) {
        if !berhuruf_besar(satu) || !KEPALA_KANTOR.contains(&satu.to_lowercase().as_str()) {
            i += 1;
            continue;
        }
        let akhir = ujung(teks, &semua, i);
        let sampai = semua.get(akhir).map_or(rentang.end, |(r, _)| r.end);
        if let Some(nama) = teks.get(rentang.start..sampai) {
            let kunci = normal(nama);
            if akhir > i && !UMUM.contains(&kunci.as_str()) {
                hasil.push(Temuan {
                    nama,
                    kunci,
                    rentang: rentang.start..sampai,
                });
            }
        }
        i = akhir + 1;
    }
    hasil
}

fn berhuruf_besar(kata: &str) -> bool {
    kata.chars().next().is_some_and(char::is_uppercase)
}

/// Index of the last word of the name that begins at `awal`.
fn ujung(teks: &str, semua: &[(Range<usize>, &str)], awal: usize) -> usize {
    let mut akhir = awal;
    let mut i = awal + 1;
    while let Some((rentang, satu)) = semua.get(i) {
        if i - awal > KATA_TERBANYAK {
            break;
        }
        let lalu = semua.get(i - 1).map_or(0, |(r, _)| r.end);
        let sela = teks.get(lalu..rentang.start).unwrap_or_default();
        let kecil = satu.to_lowercase();
        let berikut_besar = semua.get(i + 1).is_some_and(|(r, k)| {
            berhuruf_besar(k)
                && teks
                    .get(rentang.end..r.start)
                    .is_some_and(|s| s.trim().is_empty() || s.trim() == ".")
        });
        match sela.trim() {
            "" | "-" | "/" => {}
            // "Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana"
            "," if daftar_berlanjut(teks, semua, i) => {}
            "." if semua
                .get(i - 1)
                .is_some_and(|(_, k)| k.eq_ignore_ascii_case("dr")) => {}
            _ => break,
        }
        if PENUTUP.contains(&kecil.as_str()) {
            break;
        }
        let penghubung = matches!(kecil.as_str(), "dan" | "dr" | "serta") && berikut_besar;
        if penghubung {
            i += 1;
            continue;
        }
        // A second office begins: "Kantor Wilayah Kementerian …" is one name, "Dinas A Dinas B" two.
        let kepala = KEPALA_KANTOR.contains(&kecil.as_str());
        let milik = matches!(
            kecil.as_str(),
            "kementerian"
                | "direktorat"
                | "kecamatan"
                | "badan"
                | "lembaga"
                | "satuan"
                | "rumah"
                | "pusat"
                | "bagian"
                | "biro"
                | "sekretariat"
        );
        if !berhuruf_besar(satu)
            || (kepala && !milik)
            || (satu.len() == 1 && satu != &"I" && satu != &"V")
        {
            break;
        }
        akhir = i;
        i += 1;
    }
    akhir
}

/// Whether capitals and commas from `awal` on end in "dan" and one more capital.
fn daftar_berlanjut(teks: &str, semua: &[(Range<usize>, &str)], awal: usize) -> bool {
    const TERJAUH: usize = 9;
    for i in awal..awal + TERJAUH {
        let (Some((rentang, satu)), Some((berikut, kata_berikut))) =
            (semua.get(i), semua.get(i + 1))
        else {
            return false;
        };
        let kecil = satu.to_lowercase();
        if kecil == "dan" {
            return berhuruf_besar(kata_berikut)
                && !KEPALA_KANTOR.contains(&kata_berikut.to_lowercase().as_str());
        }
        let sela = teks.get(rentang.end..berikut.start).unwrap_or_default();
        if !berhuruf_besar(satu)
            || KEPALA_KANTOR.contains(&kecil.as_str())
            || PENUTUP.contains(&kecil.as_str())
            || !matches!(sela.trim(), "" | ",")
        {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::cari;

    #[test]
    fn names_end_where_the_sentence_goes_on() {
        for (teks, nama) in [
            (
                "Laporan Kinerja Kantor Imigrasi Kelas II Non TPI Sukamaju Tahun 2023",
                "Kantor Imigrasi Kelas II Non TPI Sukamaju",
            ),
            (
                "di bawah Kantor Wilayah Kementerian Hukum dan HAM Kalimantan Timur yang",
                "Kantor Wilayah Kementerian Hukum dan HAM Kalimantan Timur",
            ),
            (
                "LAPORAN KINERJA DINAS PENDIDIKAN DAN KEBUDAYAAN KABUPATEN SUKAMAJU TAHUN 2022",
                "DINAS PENDIDIKAN DAN KEBUDAYAAN KABUPATEN SUKAMAJU",
            ),
            (
                "Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana Kota Maju, sejak",
                "Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana Kota Maju",
            ),
            (
                "pada Pengadilan Agama Sukamaju adalah",
                "Pengadilan Agama Sukamaju",
            ),
        ] {
            let hasil = cari(teks);
            assert_eq!(hasil.len(), 1, "{teks}");
            assert_eq!(hasil[0].nama, nama);
        }
        assert!(cari("di kantor kami dan Satuan Kerja lain").is_empty());
    }
}
