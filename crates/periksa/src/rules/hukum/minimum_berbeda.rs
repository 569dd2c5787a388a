//! A least number of respondents that differs from the provision in force.

use kinerja::bilangan;

use crate::bacaan::{JenisPerihal, Peran};
use crate::hitung::tampil;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "minimum-berbeda",
    judul: "Jumlah responden minimum yang disebut berbeda dari ketentuan.",
    berat: Berat::Anjuran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Banyaknya responden minimum suatu survei ditetapkan pedomannya menurut tahun. Laporan yang menyebut batas lain menilai kecukupan respondennya dengan ukuran yang keliru.",
            dasar: &["Ketentuan skm.minimum_responden pada folder regulasi, menurut tahun laporan"],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nSurvei Kepuasan Masyarakat setiap bulan paling sedikit diikuti minimal 20 responden.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nPada bulan Mei jumlah responden survei kepuasan masyarakat belum mencapai ketentuan minimal 50 responden.\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nSurvei Kepuasan Masyarakat setiap bulan diikuti minimal 30 responden.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nSurvei Kepuasan Masyarakat bulan Mei diikuti 20 responden.\n",
            ],
        },
    },
};

/// The dated value that sets the least respondents.
const KETENTUAN: &str = "skm.minimum_responden";

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let Some(tahun) = bacaan.identitas.tahun else {
        return;
    };
    let Ok(ketentuan) = bahan.hukum.ketentuan(KETENTUAN, tahun) else {
        return;
    };
    let Some(minimum) = ketentuan.angka() else {
        return;
    };
    let disebut = bacaan
        .pernyataan
        .iter()
        .filter(|p| p.peran == Peran::Minimum && p.perihal.jenis == JenisPerihal::Responden);
    for p in disebut {
        let angka = bacaan.angka(p.angka);
        let Some(nilai) = angka.nilai else { continue };
        catat.diperiksa([p.angka]);
        if nilai == minimum {
            continue;
        }
        let dasar = bahan
            .hukum
            .regulasi(&ketentuan.regulasi)
            .map(|r| format!("{}, {}", r.sebutan, ketentuan.kutipan));
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &angka.letak,
                format!(
                    "Responden minimum disebut {}, sedangkan ketentuan untuk tahun {tahun} adalah {} responden",
                    tampil(angka),
                    bilangan::format(minimum, 0)
                ),
                "Sebut batas menurut ketentuan yang berlaku, atau jelaskan pedoman lain yang dipakai.",
            )
            .seharusnya(Some(format!("{} responden", bilangan::format(minimum, 0))))
            .dasar(dasar),
        );
    }
}
