//! The same figure of an indicator with different values.

mod kembar;
mod nama;
mod rincian;
mod salin;

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
            uraian: "Realisasi, capaian, atau nilai yang sama (hal, kantor, tahun, dan bulannya sama) harus sama di semua bagian laporan. Nilai dianggap sama bila yang satu pembulatan atau pemenggalan dari yang lain. Nilai yang paling mungkin dipilih dari hitung ulang, tabel, dan banyaknya sebutan; bila tidak dapat dipastikan, semua tempat disebut tanpa memilih. Angka kalimat yang tidak ada di tempat lain, dan yang berbeda satu ketikan dari isi baris tabel yang dikutip kalimat itu, juga disebut, begitu pula angka kalimat pengantar yang berbeda dari hasil akhir tabel rinciannya.",
            dasar: &[
                "Peraturan Presiden Nomor 29 Tahun 2014: laporan kinerja memuat data yang dapat diandalkan",
            ],
            buruk: &[
                "Laporan Kinerja Dinas Perikanan Tahun 2022\n\nRINGKASAN\n\nDari dua indikator, satu indikator, yaitu penyampaian metadata, baru mencapai 96,67%.\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tPersentase instansi yang menyampaikan metadata\t60,00%\t55,00%\t91,67%\n2\tPersentase kapal berizin\t90,00%\t90,00%\t100,00%\n",
                "Nilai kearsipan tahun 2022 sebesar 86,30 dengan rincian:\n\nAspek\tBobot\tNilai\tNilai akhir\nPenciptaan\t40\t90,00\t36,00\nPemeliharaan\t60\t80,50\t48,30\nJumlah\t100\t\t84,30\n",
                "Laporan Kinerja Dinas Perikanan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nPelabuhan\tKapal terdaftar\tKapal diperiksa\nTanjung Rimba\t655\t583\nMuara Dalam\t412\t398\n\nDi Tanjung Rimba, dari 655 kapal terdaftar, 538 kapal diperiksa.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 1. Capaian kinerja tahun 2022\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nRealisasi Indeks Kepuasan Masyarakat tahun 2022 adalah sebesar 3,54 dari target 3,20.\n",
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 1. Capaian kinerja tahun 2022\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tIndeks Kepuasan Masyarakat\t3,20\t3,45\t107,81%\n2\tIndeks Pengamanan Keimigrasian\t3,10\t3,25\t104,84%\n\nIndeks Pengamanan Keimigrasian tahun 2022 memperoleh hasil sebesar 3,52 indeks dari target 3,10 indeks.\n",
                "Laporan Kinerja Dinas Perikanan Tahun 2022\n\nRINGKASAN\n\nNilai Kinerja Organisasi (NKO) yang diraih sebesar 107,53 patut disyukuri.\n\nBAB III AKUNTABILITAS KINERJA\n\nPerspektif\tBobot\tNilai\nPemangku kepentingan\t50%\t108,20\nProses\t50%\t106,50\nNKO\t100%\t107,35\n",
            ],
            baik: &[
                "Laporan Kinerja Dinas Perikanan Tahun 2022\n\nRINGKASAN\n\nNilai Kinerja Organisasi (NKO) tahun 2021 sebesar 107,53 patut disyukuri. Kapal yang terdaftar 453 unit.\n\nBAB III AKUNTABILITAS KINERJA\n\nNKO tahun 2022 sebesar 107,35. Nelayan yang terdaftar 435 orang.\n",
                "Laporan Kinerja Dinas Perikanan Tahun 2022\n\nRINGKASAN\n\nDari dua indikator, satu indikator, yaitu penyampaian metadata, baru mencapai 91,67%. Kapal berizin bertambah 96,67%.\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tPersentase instansi yang menyampaikan metadata\t60,00%\t55,00%\t91,67%\n2\tPersentase kapal berizin\t90,00%\t90,00%\t100,00%\n",
                "Nilai kearsipan tahun 2022 sebesar 84,30 dengan rincian:\n\nAspek\tBobot\tNilai\tNilai akhir\nPenciptaan\t40\t90,00\t36,00\nPemeliharaan\t60\t80,50\t48,30\nJumlah\t100\t\t84,30\n",
                "Laporan Kinerja Dinas Perikanan Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nPelabuhan\tKapal terdaftar\tKapal diperiksa\nTanjung Rimba\t655\t583\nMuara Dalam\t412\t398\n\nDi Tanjung Rimba, dari 655 kapal terdaftar, 583 kapal diperiksa dan 112 di antaranya diperiksa ulang.\n",
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
    salin::periksa(bahan, aturan, catat);
    rincian::periksa(bahan, aturan, catat);
}
