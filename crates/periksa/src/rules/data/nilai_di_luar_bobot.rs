//! A score outside the range that the law of its year gives it: an IKPA score above its weight, a SMART component off the scale.

use kinerja::{Fakta, Kode, bilangan};
use rust_decimal::Decimal;

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "nilai-di-luar-bobot",
    judul: "Nilai komponen berada di luar rentang yang ditetapkan untuk tahunnya.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    let ikpa = bahan.hasil.ikpa.iter().flat_map(|tahun| &tahun.komponen);
    let ikpa = ikpa.filter_map(|(_, bobot, nilai)| {
        let batas = daftar.angka(bobot.as_ref()?.as_str())?;
        satu(bahan, aturan, nilai, Decimal::ZERO, batas)
    });
    let smart = bahan.hasil.smart.iter().flat_map(|tahun| {
        let skala = bahan.hukum.ketentuan("nka.pita", tahun.tahun).ok();
        let skala = skala.and_then(|ketentuan| ketentuan.pita());
        let batas = skala.and_then(|pita| Some((pita.minimum, pita.maksimum?)));
        let nilai = tahun
            .komponen
            .iter()
            .map(|(_, _, nilai)| nilai)
            .chain([&tahun.tercatat]);
        nilai.filter_map(move |nilai| {
            let (bawah, atas) = batas?;
            satu(bahan, aturan, nilai, bawah, atas)
        })
    });
    ikpa.chain(smart).collect()
}

fn satu(
    bahan: &Bahan,
    aturan: &Aturan,
    kode: &Kode,
    bawah: Decimal,
    atas: Decimal,
) -> Option<Temuan> {
    let fakta: &Fakta = bahan.hasil.fakta.get(kode.as_str())?;
    let nilai = fakta
        .angka()
        .filter(|nilai| *nilai < bawah || *nilai > atas)?;
    let tampil = |nilai: Decimal| bilangan::format(nilai, nilai.normalize().scale());
    let tertulis = tampil(nilai);
    Some(
        Temuan::new(
            aturan,
            Lokasi::Sel(super::tempat_fakta(&bahan.hasil.fakta, fakta)),
            format!("{} tertulis {tertulis}, di luar rentang {} sampai {}", fakta.label, tampil(bawah), tampil(atas)),
            "Salin nilai terbobotnya dari aplikasi perbendaharaan; bobot, nilai, dan nilai terbobot adalah tiga kolom yang berbeda.",
        )
        .cuplikan(tertulis)
        .kode(&fakta.kode),
    )
}
