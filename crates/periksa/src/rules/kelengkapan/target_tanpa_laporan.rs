//! A target of the agreement whose realisation the report never tells.

use std::ops::Range;

use document::source::Piece;

use crate::bacaan::{Asal, Bacaan, Golongan, IndikatorCetak, JenisPerihal, Milik, Peran};
use crate::rules::konsistensi::nama_menyimpang::beda;
use crate::rules::susunan::Susunan;
use crate::rules::teks::satuan;
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "target-tanpa-laporan",
    judul: "Target perjanjian kinerja tidak dilaporkan realisasinya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Setiap indikator dalam perjanjian kinerja harus dilaporkan realisasinya pada bab akuntabilitas kinerja. Indikator yang \
                     disebut bersama angkanya di bab itu, dengan nama lengkap atau singkatannya, dianggap dilaporkan. Bila dokumen \
                     berakhir sebelum bab penutup, temuan hanya berbobot saran.",
            dasar: &["Peraturan Menteri PANRB Nomor 53 Tahun 2014, Lampiran II, Bab III huruf A."],
            buruk: &[
                "Laporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023\n\nBAB II PERENCANAAN KINERJA\n\nPerjanjian Kinerja Tahun 2023\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya tertib arsip\tPersentase arsip tertata\t80,00%\n2\tMeningkatnya mutu layanan\tIndeks Kepuasan Pengguna\t3,20\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tPersentase arsip tertata\t80,00%\t84,00%\t105,00%\n\nBAB IV PENUTUP\n\nDemikian laporan ini disusun.",
                "Laporan Kinerja Dinas Pangan Kota Sukamaju Tahun 2022\n\nBAB II PERENCANAAN KINERJA\n\nPerjanjian Kinerja Tahun 2022\n\nNo\tSasaran Program\tIndikator Kinerja\tTarget\n1\tTerjaganya stok pangan\tJumlah cadangan beras daerah\t120 ton\n2\tMeningkatnya konsumsi\tSkor Pola Pangan Harapan\t91,50\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tSkor Pola Pangan Harapan\t91,50\t92,10\t100,66%\n\nBAB IV PENUTUP\n\nDemikian laporan ini disusun.",
            ],
            baik: &[
                "Laporan Kinerja Dinas Arsip Kabupaten Telagasari Tahun 2023\n\nBAB II PERENCANAAN KINERJA\n\nPerjanjian Kinerja Tahun 2023\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya tertib arsip\tPersentase arsip tertata\t80,00%\n2\tMeningkatnya mutu layanan\tIndeks Kepuasan Pengguna\t3,20\n\nBAB III AKUNTABILITAS KINERJA\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n1\tPersentase arsip tertata\t80,00%\t84,00%\t105,00%\n\nRealisasi Indeks Kepuasan Pengguna tahun 2023 sebesar 3,30 dari target 3,20.\n\nBAB IV PENUTUP\n\nDemikian laporan ini disusun.",
                "Perjanjian Kinerja Tahun 2023\n\nNo\tSasaran Kegiatan\tIndikator Kinerja\tTarget\n1\tMeningkatnya tertib arsip\tPersentase arsip tertata\t80,00%",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let susunan = Susunan::new(bahan);
    let bacaan = bahan.bacaan;
    let Some(isi) = susunan.isi_bab(3) else {
        return;
    };
    // A chapter of which no result could be read says nothing about what it lacks.
    let hasil: Vec<_> = bacaan
        .pernyataan
        .iter()
        .filter(|p| p.perihal.jenis == JenisPerihal::Indikator && p.milik == Milik::Sendiri)
        .filter(|p| matches!(p.peran, Peran::Realisasi | Peran::Capaian))
        .filter(|p| piece(bacaan, p.asal).is_some_and(|piece| isi.contains(&piece)))
        .collect();
    if hasil.is_empty() {
        return;
    }
    let disebut = sebutan_berangka(bahan, &isi);
    let dilaporkan_atasan = dilaporkan_atasan(bahan);
    for indikator in bacaan.indikator.iter().filter(|i| {
        i.letak.piece < isi.start
            && i.letak.sel.is_some()
            && susunan.dalam_perjanjian(bahan, i.letak.piece)
    }) {
        let dilaporkan = hasil.iter().any(|p| p.perihal.kunci == indikator.kunci)
            || std::iter::once(&indikator.nama)
                .chain(&indikator.sebutan)
                .map(|nama| format!(" {} ", normal(nama)))
                .any(|nama| disebut.iter().any(|teks| teks.contains(&nama)));
        // Under a name with a word replaced it is reported all the same; the name has a rule of its own.
        let nama = kata(&indikator.nama);
        let bernama_lain = || {
            bacaan
                .indikator
                .iter()
                .filter(|lain| lain.letak.piece >= isi.start && lain.kunci != indikator.kunci)
                .any(|lain| beda(&nama, &kata(&lain.nama)).is_some())
        };
        if dilaporkan || bernama_lain() {
            continue;
        }
        let di_atas = tingkat_atas(bahan, indikator);
        // What the unit above promised to its own superior is reported there, where the document says so.
        if di_atas && dilaporkan_atasan {
            continue;
        }
        let berat = match (susunan.terpotong() || di_atas, indikator.diperjanjikan) {
            (true, _) => Berat::Saran,
            (false, true) => aturan.berat,
            (false, false) => Berat::Anjuran,
        };
        let pesan = format!(
            "Target \"{}\" diperjanjikan, tetapi realisasinya tidak dilaporkan pada Bab III.",
            indikator.nama
        );
        catat.temuan(
            Temuan::di(aturan, bahan, &indikator.letak, pesan, "Laporkan realisasi dan capaiannya pada Bab III, atau jelaskan mengapa tidak dapat diukur.")
                .berat(berat),
        );
    }
}

/// Whether an indicator belongs to a level above the office: its table or heading names an objective of strategy or of a
/// programme, and the office has objectives of activities of its own.
fn tingkat_atas(bahan: &BahanDokumen, indikator: &IndikatorCetak) -> bool {
    const ATAS: &[&str] = &["sasaran strategis", "sasaran program"];
    const SENDIRI: &str = "sasaran kegiatan";
    let bacaan = bahan.bacaan;
    let kepala = |piece: usize| -> Vec<String> {
        match bacaan.sumber.pieces.get(piece) {
            Some(Piece::Grid(grid)) => grid
                .cells
                .iter()
                .filter(|sel| sel.row < 2)
                .map(|sel| normal(&sel.passage.text))
                .collect(),
            _ => Vec::new(),
        }
    };
    let judul = bacaan
        .bagian(indikator.letak.piece)
        .map(|bagian| normal(&bagian.judul));
    let mut kepala_sendiri = kepala(indikator.letak.piece);
    let milik_sendiri = kepala_sendiri.iter().any(|k| k.starts_with(SENDIRI));
    kepala_sendiri.extend(judul);
    let atas = kepala_sendiri
        .iter()
        .any(|k| ATAS.iter().any(|atas| k.starts_with(atas)));
    atas && !milik_sendiri
        && bacaan
            .tabel
            .iter()
            .any(|tabel| kepala(tabel.piece).iter().any(|k| k.starts_with(SENDIRI)))
}

/// Whether the document says that the unit above reports on the objectives of its own level.
fn dilaporkan_atasan(bahan: &BahanDokumen) -> bool {
    bahan.bacaan.kalimat.iter().any(|kalimat| {
        let teks = normal(bahan.bacaan.teks(&kalimat.letak));
        (teks.contains("sasaran strategis") || teks.contains("sasaran program"))
            && [
                "dilaporkan oleh",
                "dilaporkan pada laporan kinerja",
                "dilaporkan dalam laporan kinerja",
                "dilaporkan tersendiri oleh",
            ]
            .iter()
            .any(|frasa| teks.contains(frasa))
    })
}

fn piece(bacaan: &Bacaan, asal: Asal) -> Option<usize> {
    Some(match asal {
        Asal::Kalimat(i) => bacaan.kalimat.get(i)?.letak.piece,
        Asal::Tabel(i) => bacaan.tabel.get(i)?.piece,
        Asal::Rumus(i) => bacaan.rumus.get(i)?.piece,
    })
}

/// Sentences and rows of the chapter that hold a figure, as normal words between spaces.
fn sebutan_berangka(bahan: &BahanDokumen, isi: &Range<usize>) -> Vec<String> {
    let bacaan = bahan.bacaan;
    let mut hasil: Vec<String> = bacaan
        .kalimat
        .iter()
        .filter(|k| isi.contains(&k.letak.piece))
        .filter(|k| {
            k.angka
                .iter()
                .any(|id| bacaan.angka(*id).golongan == Golongan::Besaran)
        })
        .map(|k| format!(" {} ", normal(bacaan.teks(&k.letak))))
        .collect();
    hasil.extend(
        satuan(bacaan.sumber)
            .iter()
            .filter(|s| s.letak.sel.is_some() && isi.contains(&s.letak.piece))
            .map(|s| format!(" {} ", normal(s.teks))),
    );
    hasil
}

/// The words of a name in lower case.
fn kata(nama: &str) -> Vec<String> {
    crate::rules::teks::kata(nama)
        .into_iter()
        .map(|k| k.kecil.into_owned())
        .collect()
}
