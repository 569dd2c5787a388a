//! More respondents of an internal survey than there are staff.

use crate::{Aturan, Bahan, Berat, Cara, Lokasi, Temuan};

pub(crate) const ATURAN: Aturan = Aturan {
    nama: "responden-melebihi-pegawai",
    judul: "Responden survei internal lebih banyak daripada pegawai.",
    berat: Berat::Anjuran,
    cara: Cara::Data(periksa),
};

fn periksa(bahan: &Bahan, aturan: &Aturan) -> Vec<Temuan> {
    let daftar = &bahan.hasil.fakta;
    let Some(pegawai) = bahan
        .hasil
        .pegawai
        .jumlah
        .as_ref()
        .and_then(|kode| daftar.get(kode.as_str()))
    else {
        return Vec::new();
    };
    let internal = bahan.hasil.indikator.iter().filter_map(|i| {
        let survei = i.survei.as_ref()?;
        bahan
            .hukum
            .instrumen(&survei.instrumen)
            .filter(|instrumen| instrumen.responden_internal)?;
        Some((i, survei))
    });
    internal
        .filter_map(|(indikator, survei)| {
            let lebih: Vec<_> = survei
                .bulan
                .iter()
                .filter_map(|b| daftar.get(b.responden.as_str()))
                .filter(|f| matches!((f.angka(), pegawai.angka()), (Some(n), Some(batas)) if n > batas))
                .collect();
            let pertama = lebih.first()?;
            let rincian: Vec<String> =
                lebih.iter().map(|f| format!("{} ({})", f.label, f.tampil().unwrap_or_default())).collect();
            let mut temuan = Temuan::new(
                aturan,
                Lokasi::Sel(super::tempat_fakta(daftar, pertama)),
                format!(
                    "Responden {} melebihi jumlah pegawai kantor ({} orang): {}",
                    indikator.profil.kode,
                    pegawai.tampil()?,
                    rincian.join("; "),
                ),
                "Survei internal hanya dapat diisi sekali oleh tiap pegawai; periksa isian ganda atau jelaskan responden di luar pegawai.",
            )
            .cuplikan(pertama.tampil().unwrap_or_default())
            .kode(&pertama.kode);
            temuan.terkait = lebih.iter().skip(1).map(|f| Lokasi::Sel(super::tempat_fakta(daftar, f))).collect();
            Some(temuan)
        })
        .collect()
}
