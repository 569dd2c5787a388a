//! Quantities in words.

use kinerja::nama_bulan;

use super::Kunci;
use crate::bacaan::{Bacaan, JenisPerihal, Milik, Peran, Perihal};

/// The quantity in words ("Realisasi Indeks Kepuasan Masyarakat tahun 2023").
pub(in crate::rules::konsistensi) fn sebut(bacaan: &Bacaan, kunci: &Kunci) -> String {
    let peran = match (kunci.peran, kunci.perihal.jenis) {
        (Peran::Target, JenisPerihal::Anggaran) => "Pagu",
        (Peran::Target | Peran::TargetJangkaMenengah, _) => "Target",
        (Peran::Realisasi, _) => "Realisasi",
        (Peran::Capaian, JenisPerihal::Anggaran) => "Penyerapan",
        (Peran::Capaian | Peran::CapaianJangkaMenengah, _) => "Capaian",
        (Peran::Sisa, _) => "Sisa",
        (Peran::Bobot, _) => "Bobot",
        (Peran::Jumlah, _) => "Jumlah",
        (Peran::Minimum, _) => "Batas minimum",
        (Peran::Nilai, _) => "Nilai",
        (Peran::Perubahan, _) => "Perubahan",
    };
    let hal = sebut_perihal(bacaan, &kunci.perihal);
    let milik = match &kunci.milik {
        Milik::Sendiri => String::new(),
        Milik::Lain(nama) => format!(" {nama}"),
    };
    let bulan = kunci
        .bulan
        .map(|bulan| format!(" bulan {}", nama_bulan(bulan)))
        .unwrap_or_default();
    let menengah = matches!(
        kunci.peran,
        Peran::TargetJangkaMenengah | Peran::CapaianJangkaMenengah
    );
    let menengah = if menengah { " jangka menengah" } else { "" };
    format!(
        "{peran}{menengah} {hal}{milik}{bulan} tahun {}",
        kunci.tahun
    )
}

/// What is measured, in words.
fn sebut_perihal(bacaan: &Bacaan, perihal: &Perihal) -> String {
    let kunci = perihal.kunci.as_str();
    let indikator = |kunci: &str| {
        bacaan
            .indikator
            .iter()
            .find(|i| i.kunci == kunci)
            .map_or_else(|| kunci.to_owned(), |i| i.nama.clone())
    };
    match perihal.jenis {
        JenisPerihal::Indikator => indikator(kunci),
        JenisPerihal::Unsur => match kunci.split_once('/') {
            Some((induk, unsur)) => format!("unsur {unsur} pada {}", indikator(induk)),
            None => format!("unsur {kunci}"),
        },
        JenisPerihal::Anggaran if kunci == "total" => "anggaran".to_owned(),
        JenisPerihal::Anggaran => format!("anggaran {kunci}"),
        JenisPerihal::Pendapatan if kunci == "total" => "pendapatan".to_owned(),
        JenisPerihal::Pendapatan => format!("pendapatan {kunci}"),
        JenisPerihal::Pegawai if kunci == "jumlah" => "pegawai".to_owned(),
        JenisPerihal::Pegawai => format!("pegawai {kunci}"),
        JenisPerihal::Responden => format!("responden {}", indikator(kunci)),
        JenisPerihal::RerataCapaian => "rata-rata capaian".to_owned(),
        JenisPerihal::KinerjaAnggaran | JenisPerihal::Lain => kunci.to_owned(),
    }
}
