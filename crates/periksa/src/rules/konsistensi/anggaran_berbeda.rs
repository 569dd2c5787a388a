//! Ceilings, spending or revenue with different amounts.

use super::beda;
use crate::bacaan::JenisPerihal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "anggaran-berbeda",
    judul: "Pagu, realisasi, atau pendapatan disebut dengan jumlah yang berbeda-beda.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Pagu dan realisasi anggaran satu tahun hanya punya satu nilai pada satu waktu. Jumlah yang berbeda antarbagian tanpa penjelasan revisi DIPA menunjukkan salah salin, sering dari laporan kantor atau tahun lain.",
            dasar: &[
                "Peraturan Menteri PANRB Nomor 53 Tahun 2014, Lampiran II, Bab III huruf B Realisasi Anggaran",
            ],
            buruk: &[
                "Laporan Kinerja Kantor Imigrasi Kelas II Kota Baru Tahun 2022\n\nBAB III AKUNTABILITAS KINERJA\n\nB. Realisasi Anggaran\n\nRealisasi belanja tahun 2022 adalah sebesar Rp4.750.000.000,- dari total anggaran Rp5.000.000.000,- atau 95,00%.\n\nJenis Belanja\tPagu\tRealisasi\t%\nBelanja Pegawai\tRp2.000.000.000\tRp1.950.000.000\t97,50%\nBelanja Barang\tRp3.100.000.000\tRp2.800.000.000\t90,32%\nTotal\tRp5.100.000.000\tRp4.750.000.000\t93,14%\n",
                "Laporan Kinerja Dinas Perhubungan Kota Lama Tahun 2023\n\nRINGKASAN EKSEKUTIF\n\nPada tahun 2023 pagu anggaran sebesar Rp7.250.000.000,-.\n\nBAB III AKUNTABILITAS KINERJA\n\nPada tahun 2023 pagu anggaran sebesar Rp7.520.000.000,- dengan realisasi sebesar Rp7.000.000.000,-.\n",
            ],
            baik: &[
                "Laporan Kinerja Dinas Perhubungan Kota Lama Tahun 2023\n\nRINGKASAN EKSEKUTIF\n\nPada tahun 2023 pagu anggaran sebesar Rp7.250.000.000,-.\n\nBAB III AKUNTABILITAS KINERJA\n\nPada tahun 2023 pagu anggaran sebesar Rp7.250.000.000,- dengan realisasi sebesar Rp7.000.000.000,-. Pada tahun 2022 pagu anggaran sebesar Rp6.900.000.000,-.\n",
                "Laporan Kinerja Dinas Perhubungan Kota Lama Tahun 2023\n\nBAB III AKUNTABILITAS KINERJA\n\nPagu belanja pegawai tahun 2023 sebesar Rp3.250.000.000,-, sedangkan pagu belanja barang tahun 2023 sebesar Rp4.000.000.000,-.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    beda::periksa(bahan, aturan, catat, &|kunci| {
        matches!(
            kunci.perihal.jenis,
            JenisPerihal::Anggaran | JenisPerihal::Pendapatan
        )
    });
}
