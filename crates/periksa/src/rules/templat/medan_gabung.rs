//! A merge field, or a reference that the word processor could not resolve.

use super::tanda::JenisSisa;
use crate::rules::ingatan::bersisa;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "medan-gabung",
    judul: "Medan gabung atau rujukan rusak tertinggal dalam teks.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Surat massal dan templat memakai medan yang diganti saat dokumen dibuat. Medan yang masih tampak, teks bawaan \
                     pengolah kata, atau pesan galat rujukan menandakan penggantian itu tidak terjadi.",
            dasar: &["Medan yang tidak diganti tidak memuat isi apa pun bagi pembaca."],
            buruk: &[
                "Laporan Kinerja {{ nama_satker }} Tahun 2024 disusun sesuai ketentuan.",
                "Kepala Kantor «Nama_Kepala» menyampaikan laporan ini.",
                "Rincian capaian disajikan pada Error! Reference source not found. di bawah ini.",
                "Jumlah pemohon pada tahun ini adalah <<jumlah_pemohon>> orang.",
            ],
            baik: &[
                "Nilai 3 << 5 pada gambar menunjukkan selisih yang sangat besar.",
                "Himpunan {1, 2, 3} dan rumus $$\\frac{{a}}{{b}}$$ dipakai dalam perhitungan.",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for (satuan, sisa) in bersisa(bahan.bacaan) {
        for sisa in sisa.iter().filter(|s| s.jenis == JenisSisa::Medan) {
            let letak = satuan.letak.bagian(sisa.rentang.clone());
            let pesan = format!(
                "Medan atau rujukan belum diganti dengan isinya: {}.",
                bahan.bacaan.teks(&letak)
            );
            catat.temuan(Temuan::di(
                aturan,
                bahan,
                &letak,
                pesan,
                "Tulis isinya, atau perbaiki sumber datanya dan perbarui medannya.",
            ));
        }
    }
}
