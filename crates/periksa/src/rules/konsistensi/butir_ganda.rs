//! One item of a section that says word for word what another one says.

use std::collections::BTreeMap;

use document::source::Piece;

use crate::bacaan::Letak;
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "butir-ganda",
    judul: "Butir yang sama tertulis dua kali dalam satu bagian.",
    berat: Berat::Saran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Butir yang kata demi kata sama dengan butir lain di bawah judul yang sama biasanya tersalin dua kali, sehingga satu pokok \
                     lain hilang. Butir pendek, dan butir yang sama di bawah judul lain, tidak dipersoalkan.",
            dasar: &["Setiap butir menyatakan satu pokok yang berbeda."],
            buruk: &[
                "A. Isu Strategis\n\nIsu yang dihadapi adalah sebagai berikut:\n\n1. Jumlah arsiparis belum memenuhi kebutuhan seluruh bidang;\n2. Depo arsip belum memiliki pengatur suhu;\n3. Jumlah arsiparis belum memenuhi kebutuhan seluruh bidang.",
                "B. Rekomendasi\n\nLangkah tahun depan adalah sebagai berikut:\n\na. Menyusun jadwal pemantauan triwulan bersama seluruh bidang;\nb. Menyusun jadwal pemantauan triwulan bersama seluruh bidang.",
            ],
            baik: &[
                "A. Isu Strategis\n\nIsu yang dihadapi adalah sebagai berikut:\n\n1. Jumlah arsiparis belum memenuhi kebutuhan seluruh bidang;\n2. Jumlah pustakawan belum memenuhi kebutuhan seluruh bidang.",
                "A. Tugas Bidang Satu\n\nTugasnya ialah:\n\n1. menyusun rencana kerja dan laporan bidang;\n2. mengelola arsip.\n\nB. Tugas Bidang Dua\n\nTugasnya ialah:\n\n1. menyusun rencana kerja dan laporan bidang;\n2. mengelola buku.",
            ],
        },
    },
};

/// Shorter items are labels.
const TERPENDEK: usize = 5;

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let mut dilihat: BTreeMap<(Option<usize>, String), Letak> = BTreeMap::new();
    for (piece, isi) in bacaan.sumber.pieces.iter().enumerate() {
        let Piece::Item { passage, .. } = isi else {
            continue;
        };
        let rapi = normal(&passage.text);
        // A slot or a number that repeats is the matter of other rules.
        if rapi.split(' ').count() < TERPENDEK || passage.text.contains('[') {
            continue;
        }
        let bagian = bacaan.kerangka.iter().rposition(|b| b.isi.contains(&piece));
        let letak = Letak::new(piece, 0..passage.text.len());
        let kunci = (bagian, rapi);
        let Some(lama) = dilihat.get(&kunci) else {
            dilihat.insert(kunci, letak);
            continue;
        };
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &letak,
                "Butir ini sama kata demi kata dengan butir lain pada bagian yang sama.",
                "Hapus salah satunya, atau tulis pokok yang seharusnya.",
            )
            .terkait(bahan, [lama]),
        );
    }
}
