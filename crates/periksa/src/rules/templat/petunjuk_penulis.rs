//! An instruction to the author that stayed in the report.

use super::petunjuk::{baris_perintah, catatan_penyusun, frasa};
use super::tanda::{JenisSisa, Sisa};
use crate::rules::ingatan::bersisa;
use crate::rules::teks::{Jenis, Satuan};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "petunjuk-penulis",
    judul: "Petunjuk kepada penyusun laporan tertinggal dalam teks.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Templat memberi petunjuk kepada penyusun: apa yang harus diuraikan, gambar apa yang harus dipasang, kapan suatu \
                     kalimat dihapus. Petunjuk itu bukan bagian laporan. Uraian tentang isi bab dalam sistematika (\"pada bab ini \
                     diuraikan\") dan pertanyaan kuesioner kepada responden tidak dianggap petunjuk.",
            dasar: &["Laporan ditujukan kepada pembacanya, bukan kepada penyusunnya."],
            buruk: &[
                "Uraikan kendala yang dihadapi selama tahun berjalan.",
                "Inovasi yang dilakukan adalah [sebutkan inovasi] di bidang pelayanan.",
                "[Gambar struktur organisasi beserta nama pejabat]",
                "Jumlah responden bulan Mei adalah 28 orang.¹\n\n¹ Diberikan catatan bila terdapat bulan yang belum mencapai batas minimal.",
                "Tabel Capaian Kinerja (contoh)\n\nRealisasi dihitung dari data aplikasi (diisi dengan nama aplikasi) setiap bulan.",
            ],
            baik: &[
                "Pada bab ini diuraikan capaian kinerja dan realisasi anggaran tahun 2024.",
                "Kuesioner diisi oleh responden melalui tautan yang tersedia di loket layanan.",
                "1. Jelaskan pendapat Saudara tentang kecepatan layanan kami.",
                "Jumlah responden bulan Mei adalah 28 orang.¹\n\n¹ Data Badan Pusat Statistik, diolah.",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for (satuan, sisa) in bersisa(bahan.bacaan) {
        for (rentang, gambar) in petunjuk(&satuan, sisa) {
            let letak = satuan.letak.bagian(rentang);
            let teks = bahan.bacaan.teks(&letak);
            let (pesan, perbaikan) = if gambar {
                (
                    format!("Tempat gambar pada templat masih kosong: {teks}."),
                    "Pasang gambarnya, atau hapus tempatnya beserta rujukannya.",
                )
            } else {
                (
                    format!("Petunjuk kepada penyusun laporan masih tertulis: {teks}."),
                    "Kerjakan petunjuknya, lalu hapus kalimat petunjuk itu.",
                )
            };
            catat.temuan(Temuan::di(aturan, bahan, &letak, pesan, perbaikan));
        }
    }
}

/// The instructions of a piece, and whether each asks for a picture.
fn petunjuk(satuan: &Satuan, kurung: &[Sisa]) -> Vec<(std::ops::Range<usize>, bool)> {
    let mut hasil: Vec<_> = kurung
        .iter()
        .filter(|s| matches!(s.jenis, JenisSisa::Petunjuk | JenisSisa::Gambar))
        .map(|s| (s.rentang.clone(), s.jenis == JenisSisa::Gambar))
        .collect();
    if satuan.jenis == Jenis::Rumus || !kurung.is_empty() && satuan.jenis != Jenis::CatatanKaki {
        return hasil;
    }
    // Plain lower case keeps each byte at its place.
    let kecil = satuan.teks.to_ascii_lowercase();
    let seluruhnya = 0..satuan.teks.len();
    match satuan.jenis {
        Jenis::CatatanKaki if catatan_penyusun(&kecil) => return vec![(seluruhnya, false)],
        Jenis::Paragraf | Jenis::Butir | Jenis::Sel
            if baris_perintah(&kecil) && kecil.split_whitespace().count() >= 2 =>
        {
            return vec![(seluruhnya, false)];
        }
        _ => {}
    }
    hasil.extend(frasa(&kecil).map(|(awal, akhir)| (awal..akhir, false)));
    hasil
}
