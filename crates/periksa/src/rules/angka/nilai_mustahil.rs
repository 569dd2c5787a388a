//! A value that cannot be.

mod teks;

use kinerja::bilangan;
use rust_decimal::Decimal;

use super::alat;
use crate::bacaan::{AngkaId, Golongan, JenisPerihal, Milik, Peran, Pernyataan, SatuanCetak};
use crate::hitung::tampil;
use crate::understand::kosakata;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "nilai-mustahil",
    judul: "Sebuah angka tidak mungkin bernilai demikian.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Indeks di luar skalanya, jumlah orang atau benda yang negatif, tanggal yang tidak ada, dan penyerapan anggaran di atas seratus persen. Batas skala diambil dari profil jenis kantor dan instrumen surveinya; indeks yang dikonversi ke skala 100 diterima.",
            dasar: &["Skala instrumen", "Kalender"],
            buruk: &[
                "Kegiatan berlangsung pada tanggal 31 April 2023 di aula kantor.\n",
                "Realisasi anggaran tahun 2022 sebesar Rp950.000.000,- atau 105,56% dari pagu anggaran sebesar Rp900.000.000,-.\n",
                "Rapat evaluasi dilaksanakan tanggal 30 Februari 2024.\n",
                "Survei memakai skala 5.\n\nNo\tUnsur\tIndeks\n1\tPersyaratan\t4,61\n2\tProsedur\t4,55\n3\tWaktu\t4,68\n4\tBiaya\t5,87\n5\tProduk\t4,52\n",
                "Indeks capaian setiap indikator dibatasi paling tinggi 120.\n\nCapaian riil 137,00%, tetapi indeksnya dihitung 137,00 sesuai ketentuan batas indeks.\n",
            ],
            baik: &[
                "Survei memakai skala 5.\n\nNo\tUnsur\tIndeks\n1\tPersyaratan\t4,61\n2\tProsedur\t4,55\n3\tWaktu\t4,68\n4\tBiaya\t4,87\n5\tProduk\t4,52\n",
                "Indeks capaian setiap indikator dibatasi paling tinggi 120.\n\nCapaian riil 137,00%, tetapi indeksnya dihitung 120,00 sesuai ketentuan batas indeks.\n",
                "Kegiatan berlangsung pada tanggal 29 Februari 2024 di aula kantor.\n",
                "Dengan serapan program sebesar 97,68% dan capaian kinerja 116,93%, anggaran digunakan secara efisien.\n",
                "Realisasi PNBP tahun 2022 sebesar Rp950.000.000,- atau 105,56% dari target PNBP sebesar Rp900.000.000,-.\n",
                "Pada 31 Maret 2023 tersedia 32 Agustusan dan gaji ke-13 telah dibayarkan.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    teks::periksa(bahan, aturan, catat);
    for pernyataan in &bahan.bacaan.pernyataan {
        skala(bahan, aturan, catat, pernyataan);
        serapan(bahan, aturan, catat, pernyataan);
        negatif(bahan, aturan, catat, pernyataan);
    }
    for i in 0..bahan.bacaan.angka.len() {
        tanggal(bahan, aturan, catat, i);
    }
}

/// A value of an index against the scale of its instrument, or the highest value of its profile.
fn skala(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, p: &Pernyataan) {
    let bacaan = bahan.bacaan;
    let dinilai = p.perihal.jenis == JenisPerihal::Indikator
        && p.milik == Milik::Sendiri
        && matches!(
            p.peran,
            Peran::Realisasi | Peran::Target | Peran::TargetJangkaMenengah
        );
    let angka = bacaan.angka(p.angka);
    let (true, Some(nilai), SatuanCetak::Tanpa | SatuanCetak::Indeks) =
        (dinilai, angka.nilai, angka.satuan)
    else {
        return;
    };
    let Some(Skala { bawah, atas }) = rentang(bahan, p) else {
        return;
    };
    catat.diperiksa([p.angka]);
    let seratus = Decimal::ONE_HUNDRED;
    // The index of an instrument is often converted to a scale of 100: 1 to 4 becomes 25 to 100.
    let konversi = atas < seratus && {
        let lantai = bawah
            .and_then(|b| b.checked_mul(seratus)?.checked_div(atas))
            .unwrap_or(atas);
        lantai <= nilai && nilai <= seratus
    };
    let dalam = nilai <= atas && bawah.is_none_or(|bawah| bawah <= nilai);
    if dalam || konversi {
        return;
    }
    let teks = |n: Decimal| bilangan::format(n, n.normalize().scale());
    let batas = match bawah {
        Some(bawah) => format!("skalanya {} sampai {}", teks(bawah), teks(atas)),
        None => format!("nilai tertingginya {}", teks(atas)),
    };
    catat.temuan(Temuan::di(
        aturan,
        bahan,
        &angka.letak,
        format!(
            "{} bernilai {}, padahal {batas}",
            alat::sebutan(bacaan, &p.perihal),
            tampil(angka)
        ),
        "Periksa tanda desimal dan angkanya pada dokumen sumber.",
    ));
}

struct Skala {
    bawah: Option<Decimal>,
    atas: Decimal,
}

/// The values that an indicator of the profile can have.
fn rentang(bahan: &BahanDokumen, p: &Pernyataan) -> Option<Skala> {
    let bacaan = bahan.bacaan;
    let kode = bacaan
        .indikator
        .iter()
        .find(|i| i.kunci == p.perihal.kunci)?
        .kode
        .as_deref()?;
    let profil = bahan.hukum.profil(bacaan.identitas.profil.as_deref()?)?;
    let indikator = profil
        .indikator
        .iter()
        .find(|i| i.kode.eq_ignore_ascii_case(kode))?;
    let atas = indikator.maksimum?;
    let bawah = match &indikator.sumber {
        hukum::SumberIndikator::SurveiBulanan { instrumen, .. } => bahan
            .hukum
            .instrumen(instrumen)
            .filter(|i| i.skala_maks == atas)
            .map(|i| i.skala_min),
        _ => None,
    };
    Some(Skala { bawah, atas })
}

/// More spent than there was to spend: the percentage counts only beside the money that it is a share of.
fn serapan(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, p: &Pernyataan) {
    let bacaan = bahan.bacaan;
    let angka = bacaan.angka(p.angka);
    let lebih = p.perihal.jenis == JenisPerihal::Anggaran
        && p.peran == Peran::Capaian
        && angka.satuan == SatuanCetak::Persen
        && angka
            .nilai
            .is_some_and(|nilai| nilai > Decimal::ONE_HUNDRED);
    if !lebih {
        return;
    }
    let uang = |peran: Peran| {
        let mut cocok = bacaan.pernyataan.iter().filter(|lain| {
            lain.kelompok == p.kelompok
                && lain.peran == peran
                && lain.perihal == p.perihal
                && bacaan.angka(lain.angka).satuan == SatuanCetak::Rupiah
        });
        let satu = cocok.next()?;
        bacaan
            .angka(satu.angka)
            .nilai
            .filter(|_| cocok.next().is_none())
    };
    if !matches!((uang(Peran::Realisasi), uang(Peran::Target)), (Some(r), Some(t)) if r > t) {
        return;
    }
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &angka.letak,
            format!("penyerapan anggaran {} melebihi seratus persen; belanja tidak dapat melampaui pagu", tampil(angka)),
            "Periksa pagu (apakah revisi terakhir yang dipakai) dan realisasinya, atau jelaskan.",
        )
        .berat(Berat::Anjuran),
    );
}

/// A count of persons below zero.
fn negatif(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, p: &Pernyataan) {
    let angka = bahan.bacaan.angka(p.angka);
    let orang = matches!(
        p.perihal.jenis,
        JenisPerihal::Pegawai | JenisPerihal::Responden
    ) && p.peran == Peran::Jumlah
        && angka.presisi == 0;
    if !orang || angka.besaran().is_none_or(|nilai| nilai >= Decimal::ZERO) {
        return;
    }
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &angka.letak,
            format!(
                "{} adalah jumlah orang, dan tidak mungkin negatif",
                tampil(angka)
            ),
            "Periksa tanda minus, atau tulis sebagai pengurangan.",
        )
        .berat(Berat::Anjuran),
    );
}

/// A day that its month does not have.
fn tanggal(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, id: usize) {
    let bacaan = bahan.bacaan;
    let Some(angka) = bacaan.angka.get(id) else {
        return;
    };
    if !matches!(angka.golongan, Golongan::Tanggal | Golongan::Besaran) || angka.presisi > 0 {
        return;
    }
    let (Some(hari), Some(passage)) = (
        angka.nilai.and_then(|n| u8::try_from(n).ok()),
        angka.letak.bacaan(bacaan.sumber),
    ) else {
        return;
    };
    if hari < 29 || angka.teks.len() > 2 {
        return;
    }
    let sesudah = passage.text.get(angka.letak.akhir..).unwrap_or_default();
    let mut kata = sesudah
        .trim_start_matches([' ', '\u{a0}'])
        .split(|c: char| !c.is_alphanumeric());
    let (Some(nama), tahun) = (kata.next(), kata.next().and_then(kosakata::kata_tahun)) else {
        return;
    };
    // Short forms ("Mar", "Des") may be other words behind a number.
    let (Some(bulan), true) = (kosakata::bulan(nama), tahun.is_some() && nama.len() > 2) else {
        return;
    };
    let kabisat = tahun.is_none_or(|t| (t % 4 == 0 && t % 100 != 0) || t % 400 == 0);
    let terakhir = match bulan {
        2 if kabisat => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    catat.diperiksa([AngkaId(id)]);
    if hari <= terakhir {
        return;
    }
    let akhir = angka
        .letak
        .akhir
        .saturating_add(sesudah.len() - sesudah.trim_start_matches([' ', '\u{a0}']).len())
        .saturating_add(nama.len());
    catat.temuan(Temuan::di(
        aturan,
        bahan,
        &angka.letak.bagian(angka.letak.awal..akhir),
        format!("tanggal {hari} {nama} tidak ada; {nama} berakhir pada tanggal {terakhir}"),
        "Periksa tanggal itu pada dokumen sumbernya.",
    ));
}
