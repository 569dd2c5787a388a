//! A target that differs between the agreement and the rest of the report.

use super::beda;
use crate::bacaan::{JenisPerihal, Peran};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "target-berbeda-bab",
    judul: "Target disebut berbeda dari Perjanjian Kinerja atau dari bagian lain dokumen.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Target ditetapkan sekali, pada Perjanjian Kinerja yang ditandatangani, dan berlaku di seluruh laporan. Perubahan target memerlukan perjanjian yang direvisi dan dijelaskan. Bila Perjanjian Kinerja ada di dalam dokumen, targetnya yang dianggap benar.",
            dasar: &["Peraturan Menteri PANRB Nomor 53 Tahun 2014, Lampiran I dan II"],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 1. Capaian kinerja tahun 2022\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nIndeks Kepuasan Masyarakat tahun 2022 mencapai 3,45 dari target sebesar 3,30.\n",
                "Laporan Kinerja Dinas Kesehatan Kabupaten Sukamaju Tahun 2022\n\nBAB II PERENCANAAN KINERJA\n\nB. Perjanjian Kinerja\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya mutu layanan\tPersentase puskesmas terakreditasi\t85,00%\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tPersentase puskesmas terakreditasi\t80,00%\t82,00%\t102,50%\n",
            ],
            baik: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 1. Capaian kinerja tahun 2022\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nIndeks Kepuasan Masyarakat tahun 2022 mencapai 3,45 dari target sebesar 3,20.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 1. Capaian kinerja tahun 2022\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nTarget Indeks Kepuasan Masyarakat tahun 2024 sebesar 3,30.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    beda::periksa(bahan, aturan, catat, &|kunci| {
        matches!(kunci.peran, Peran::Target | Peran::TargetJangkaMenengah)
            && kunci.perihal.jenis != JenisPerihal::Anggaran
            && kunci.perihal.jenis != JenisPerihal::Pendapatan
    });
}
