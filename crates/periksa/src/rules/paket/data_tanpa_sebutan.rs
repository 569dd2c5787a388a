//! A figure of the year in the office's data that the document never states.

use std::collections::BTreeSet;

use kinerja::{Fakta, Kode};

use super::banding::cocok;
use super::padanan::Padanan;
use crate::bacaan::{Golongan, Letak};
use crate::rules::susunan::Susunan;
use crate::rules::teks::satuan;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "data-tanpa-sebutan",
    judul: "Angka pokok dalam data kantor tidak disebut dalam dokumen.",
    berat: Berat::Saran,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Aturan ini hanya bekerja bila data kantor disertakan. Target, realisasi, dan capaian setiap indikator tahun laporan, serta \
                     pagu, realisasi, dan penyerapan anggaran, dicari dalam dokumen. Angka yang tidak tertulis di mana pun disebut sekali untuk \
                     setiap indikator. Dokumen tanpa bab tidak diperiksa karena mungkin hanya potongan laporan.",
            dasar: &[
                "Peraturan Menteri PANRB Nomor 53 Tahun 2014: laporan menyajikan target, realisasi, dan capaian setiap indikator serta realisasi anggaran.",
            ],
            buruk: &[],
            baik: &[],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let Some(data) = super::data_sepadan(bahan) else {
        return;
    };
    let bacaan = bahan.bacaan;
    let susunan = Susunan::new(bahan);
    // A piece of a report need not state everything.
    if !susunan.laporan() || susunan.terpotong() {
        return;
    }
    let padanan = Padanan::new(bacaan, data);
    let disebut: BTreeSet<Kode> = bacaan
        .pernyataan
        .iter()
        .filter_map(|p| padanan.cari(p))
        .flat_map(|padan| padan.kode)
        .collect();
    let hasil = data.hasil;
    let tertulis = |fakta: &Fakta| {
        disebut.contains(&fakta.kode)
            || fakta.angka().is_some_and(|nilai| {
                bacaan
                    .angka
                    .iter()
                    .filter(|a| a.golongan == Golongan::Besaran)
                    .any(|a| cocok(a, nilai, true))
            })
    };
    let hilang = |kode: &[&Kode]| -> Vec<&Fakta> {
        kode.iter()
            .filter_map(|kode| hasil.fakta.get(kode.as_str()))
            .filter(|fakta| fakta.angka().is_some() && !tertulis(fakta))
            .collect()
    };
    let Some(awal) = satuan(bacaan.sumber).first().map(|s| s.letak.clone()) else {
        return;
    };
    for indikator in &hasil.indikator {
        let kurang = hilang(&[&indikator.target, &indikator.realisasi, &indikator.capaian]);
        let sendiri = bacaan
            .indikator
            .iter()
            .find(|i| padanan.indikator_data(&i.kunci) == Some(indikator.awalan.as_str()));
        let letak = sendiri.map_or(&awal, |i| &i.letak);
        catat_kurang(bahan, aturan, catat, letak, &kurang);
    }
    for anggaran in hasil.anggaran.iter().filter(|a| a.tahun == hasil.tahun) {
        let kurang = hilang(&[&anggaran.pagu, &anggaran.realisasi, &anggaran.penyerapan]);
        catat_kurang(bahan, aturan, catat, &awal, &kurang);
    }
}

fn catat_kurang(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    letak: &Letak,
    kurang: &[&Fakta],
) {
    let Some(pertama) = kurang.first() else {
        return;
    };
    let daftar: Vec<String> = kurang
        .iter()
        .map(|f| format!("{} ({})", f.label, f.tampil_bersatuan().unwrap_or_default()))
        .collect();
    let pesan = format!(
        "Ada dalam data kantor, tetapi tidak tertulis di mana pun dalam dokumen: {}.",
        daftar.join("; ")
    );
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            letak,
            pesan,
            "Sajikan angka itu dalam dokumen.",
        )
        .kode(&pertama.kode),
    );
}
