//! The same figure of an indicator with different values.

use super::beda;
use crate::bacaan::{JenisPerihal, Peran};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "nilai-berbeda",
    judul: "Satu hal disebut dengan nilai yang berbeda-beda di dalam dokumen.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Realisasi, capaian, atau nilai yang sama (hal, kantor, tahun, dan bulannya sama) harus sama di semua bagian laporan. Nilai dianggap sama bila yang satu pembulatan atau pemenggalan dari yang lain. Nilai yang paling mungkin dipilih dari hitung ulang, tabel, dan banyaknya sebutan; bila tidak dapat dipastikan, semua tempat disebut tanpa memilih.",
            dasar: &[
                "Peraturan Presiden Nomor 29 Tahun 2014: laporan kinerja memuat data yang dapat diandalkan",
            ],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 1. Capaian kinerja tahun 2022\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nRealisasi Indeks Kepuasan Masyarakat tahun 2022 adalah sebesar 3,54 dari target 3,20.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 1. Capaian kinerja tahun 2022\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nIndeks Pengamanan Keimigrasian tahun 2022 memperoleh hasil sebesar 3,52 indeks dari target 3,10 indeks.\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 1. Capaian kinerja tahun 2022\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nRealisasi Indeks Kepuasan Masyarakat tahun 2022 adalah sebesar 3,45 dari target 3,20 atau 108%.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 1. Capaian kinerja tahun 2022\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nRealisasi Indeks Kepuasan Masyarakat tahun 2021 adalah sebesar 3,31.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    beda::periksa(bahan, aturan, catat, &|kunci| {
        let hal = matches!(
            kunci.perihal.jenis,
            JenisPerihal::Indikator
                | JenisPerihal::Unsur
                | JenisPerihal::RerataCapaian
                | JenisPerihal::KinerjaAnggaran
        );
        hal && !matches!(kunci.peran, Peran::Target | Peran::TargetJangkaMenengah)
    });
}
