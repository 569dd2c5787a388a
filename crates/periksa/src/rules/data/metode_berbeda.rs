//! Two years that were measured differently: said, and not compared.

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "metode-berbeda",
    judul: "Dua tahun diukur dengan cara yang berbeda sehingga tidak dapat diperbandingkan.",
    berat: Berat::Saran,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    let indikator = bahan.hasil.indikator.iter().filter_map(|i| {
        let sebab = i.tidak_diperbandingkan.as_ref()?;
        let fakta = daftar.get(i.realisasi.as_str())?;
        Some(temuan(
            aturan,
            Lokasi::Sel(super::tempat_fakta(daftar, fakta)),
            &i.profil.kode,
            sebab,
        ))
    });
    let smart = bahan.hasil.smart.windows(2).filter_map(|tahun| {
        let [kini, lalu] = tahun else { return None };
        if kini.rumus == lalu.rumus {
            return None;
        }
        let fakta = daftar.get(kini.tercatat.as_str())?;
        let sebab = format!(
            "rumus tahun {} berbeda dari rumus tahun {}",
            kini.tahun, lalu.tahun
        );
        Some(temuan(
            aturan,
            Lokasi::Sel(super::tempat_fakta(daftar, fakta)),
            "Nilai kinerja anggaran",
            &sebab,
        ))
    });
    indikator.chain(smart).collect()
}

fn temuan(aturan: &Aturan, lokasi: Lokasi, nama: &str, sebab: &str) -> Temuan {
    Temuan::new(
        aturan,
        lokasi,
        format!("{nama} tidak diperbandingkan dengan tahun sebelumnya: {sebab}"),
        "Jelaskan perubahan cara ukur pada analisis; jangan menyebut naik atau turun di antara kedua tahun itu.",
    )
}
