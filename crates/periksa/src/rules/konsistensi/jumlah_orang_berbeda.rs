//! Numbers of respondents or of staff that differ.

mod kelompok;

use super::beda;
use crate::bacaan::JenisPerihal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "jumlah-orang-berbeda",
    judul: "Jumlah responden atau pegawai disebut berbeda-beda.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Banyaknya responden suatu survei dan banyaknya pegawai pada satu tahun harus sama di semua bagian, sebab keduanya menjadi penimbang indeks dan dasar sampel.",
            dasar: &["Peraturan Menteri PANRB Nomor 14 Tahun 2017 tentang pengolahan data survei"],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nPada tahun 2022 kantor didukung oleh 52 orang pegawai.\n\nBAB IV PENUTUP\n\nPada tahun 2022 kantor didukung oleh 54 orang pegawai.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nSurvei Indeks Kepuasan Masyarakat tahun 2022 diikuti oleh 412 responden.\n\nJumlah responden survei Indeks Kepuasan Masyarakat tahun 2022 sebanyak 421 responden.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB II PERENCANAAN KINERJA\n\nNo\tIndikator Kinerja\tTarget\n1\tIndeks Pengamanan Keimigrasian\t3,20\n2\tIndeks Kepuasan Masyarakat\t3,10\n\nBAB III AKUNTABILITAS KINERJA\n\n1. Indeks Pengamanan Keimigrasian\n\nPenilaian diberikan oleh 12 (dua belas) responden internal dan 31 responden eksternal.\n\nSebanyak 11 orang responden internal memberikan nilai 3,70.\n\nSebanyak 31 orang responden eksternal memberikan nilai 3,69.\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB I PENDAHULUAN\n\nPada tahun 2022 kantor didukung oleh 52 orang pegawai, terdiri atas 30 orang laki-laki dan 22 orang perempuan.\n\nBAB IV PENUTUP\n\nPada tahun 2022 kantor didukung oleh 52 orang pegawai.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nSurvei Indeks Kepuasan Masyarakat tahun 2022 diikuti oleh 412 responden, sedangkan tahun 2021 diikuti oleh 390 responden.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB II PERENCANAAN KINERJA\n\nNo\tIndikator Kinerja\tTarget\n1\tIndeks Pengamanan Keimigrasian\t3,20\n2\tIndeks Kepuasan Masyarakat\t3,10\n\nBAB III AKUNTABILITAS KINERJA\n\n1. Indeks Pengamanan Keimigrasian\n\nPenilaian diberikan oleh 11 (sebelas) responden internal dan 31 responden eksternal.\n\nSebanyak 11 orang responden internal memberikan nilai 3,70.\n\nSebanyak 31 orang responden eksternal memberikan nilai 3,69.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    beda::periksa(bahan, aturan, catat, &|kunci| {
        matches!(
            kunci.perihal.jenis,
            JenisPerihal::Responden | JenisPerihal::Pegawai
        )
    });
    kelompok::periksa(bahan, aturan, catat);
}
