//! A figure of another year, role or thing that stands in this one's place.

use super::{beda, besaran, wajar};
use crate::hitung::tampil;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "angka-tertukar",
    judul: "Angka tahun, peran, atau hal lain dikutip pada tempat ini.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Sebuah angka berbeda dari nilai yang didukung bagian lain dokumen, dan persis sama dengan angka hal yang sama pada tahun atau peran lain (misalnya realisasi dikutip sebagai target), atau dengan angka hal lain pada tahun dan peran yang sama. Itu tanda salah salin; temuan ini menyebut asal yang paling mungkin.",
            dasar: &[
                "Peraturan Presiden Nomor 29 Tahun 2014: laporan kinerja memuat data yang dapat diandalkan",
            ],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 1. Capaian kinerja tahun 2022\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nIndeks Kepuasan Masyarakat tahun 2022 memperoleh hasil sebesar 3,25 indeks dari target 3,20 indeks.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndikator Kinerja\t2021\t\t\t2022\t\t\n\tTarget\tRealisasi\tCapaian (%)\tTarget\tRealisasi\tCapaian (%)\nIndeks Kepuasan Masyarakat\t3,10\t3,31\t106,77%\t3,20\t3,45\t107,81%\n\nRealisasi Indeks Kepuasan Masyarakat tahun 2022 adalah sebesar 3,31.\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 1. Capaian kinerja tahun 2022\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nIndeks Kepuasan Masyarakat tahun 2022 memperoleh hasil sebesar 3,45 indeks dari target 3,20 indeks.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nIndikator Kinerja\t2021\t\t\t2022\t\t\n\tTarget\tRealisasi\tCapaian (%)\tTarget\tRealisasi\tCapaian (%)\nIndeks Kepuasan Masyarakat\t3,10\t3,31\t106,77%\t3,20\t3,45\t107,81%\n\nRealisasi Indeks Kepuasan Masyarakat tahun 2022 adalah sebesar 3,45, sedangkan tahun 2021 sebesar 3,31.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let semua = besaran::daftar(bacaan, bahan.hukum, &catat.salah_tahun);
    for besaran in &semua {
        for nilai in besaran.nilai.iter().skip(1) {
            let (Some(asal), Some(utama)) =
                (beda::tertukar(&semua, besaran, nilai), besaran.utama())
            else {
                continue;
            };
            if wajar::tahun_disebut(bacaan, nilai, asal, &besaran.kunci)
                || !wajar::sebanding(&besaran.kunci, nilai, utama)
            {
                continue;
            }
            let letak = beda::letak(bacaan, nilai);
            let Some((pertama, lainnya)) = letak.split_first() else {
                continue;
            };
            let (ini, itu) = (tampil(nilai.wakil), tampil(utama.wakil));
            let asal_letak: Vec<_> = asal
                .utama()
                .map(|u| beda::letak(bacaan, u))
                .unwrap_or_default();
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    pertama,
                    format!(
                        "{} tertulis {ini}, padahal bagian lain menyebut {itu}; {ini} adalah {}",
                        besaran::sebut(bacaan, &besaran.kunci),
                        awal_kecil(&besaran::sebut(bacaan, &asal.kunci))
                    ),
                    format!("Ganti dengan {itu}, atau cocokkan keduanya dengan data sumbernya."),
                )
                .seharusnya(Some(itu.clone()))
                .terkait(bahan, lainnya)
                .terkait(bahan, beda::letak(bacaan, utama).iter().take(2))
                .terkait(bahan, asal_letak.iter().take(1)),
            );
        }
    }
}

fn awal_kecil(teks: &str) -> String {
    let mut huruf = teks.chars();
    huruf
        .next()
        .map(|pertama| pertama.to_lowercase().chain(huruf).collect())
        .unwrap_or_default()
}
