//! A month whose parts have values although nobody answered.

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "responden-nol",
    judul: "Nilai unsur terisi pada bulan yang respondennya nol.",
    berat: Berat::Wajib,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    let survei = bahan
        .hasil
        .indikator
        .iter()
        .filter_map(|i| Some((i, i.survei.as_ref()?)));
    survei
        .filter_map(|(indikator, survei)| {
            let bulan: Vec<_> = survei
                .bulan
                .iter()
                .filter(|b| daftar.angka(b.responden.as_str()).is_some_and(|n| n.is_zero()))
                .filter(|b| {
                    let i = usize::from(b.bulan) - 1;
                    let terisi = |kode: &kinerja::Kode| daftar.angka(kode.as_str()).is_some();
                    survei.unsur.iter().any(|u| u.bulan.get(i).is_some_and(terisi))
                })
                .filter_map(|b| Some((b.bulan, daftar.get(b.responden.as_str())?)))
                .collect();
            let (_, pertama) = bulan.first()?;
            let nama: Vec<&str> = bulan.iter().map(|(b, _)| kinerja::nama_bulan(*b)).collect();
            let mut temuan = Temuan::new(
                aturan,
                Lokasi::Sel(super::tempat_fakta(daftar, pertama)),
                format!(
                    "Survei {} memiliki nilai unsur, tetapi respondennya nol, pada bulan {}",
                    indikator.profil.kode,
                    nama.join(", ")
                ),
                "Isi jumlah responden bulan itu; bila memang tidak ada survei, kosongkan nilai unsurnya.",
            )
            .cuplikan("0")
            .kode(&pertama.kode);
            let lain = bulan.iter().skip(1);
            temuan.terkait = lain.map(|(_, f)| Lokasi::Sel(super::tempat_fakta(daftar, f))).collect();
            Some(temuan)
        })
        .collect()
}
