//! Two tables of the same thing with different figures.

use super::alat::{nama_baris, nama_kolom};
use super::kembaran::{Kembaran, semua};
use crate::bacaan::{Angka, AngkaId, Letak};
use crate::hitung;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "tabel-kembar-berbeda",
    judul: "Tabel yang diulang memuat angka yang berbeda.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Tabel dengan baris dan kolom yang sama, yang sebagian besar angkanya sama pula, adalah salinan; sel yang berbeda adalah kekeliruan pada salah satunya. Tabel untuk tahun, indikator, atau triwulan yang berbeda tidak dibandingkan.",
            dasar: &["Angka yang sama harus tercetak sama di seluruh laporan"],
            buruk: &[
                "Unsur\tNilai\nPersyaratan\t3,50\nProsedur\t3,40\nWaktu\t3,60\nPerilaku\t3,55\n\nHasil tersebut menjadi bahan perbaikan.\n\nUnsur\tNilai\nPersyaratan\t3,50\nProsedur\t3,04\nWaktu\t3,60\nPerilaku\t3,55\n",
                "Uraian\tPagu\tRealisasi\nBelanja Pegawai\tRp4.000.000.000\tRp3.900.000.000\nBelanja Barang\tRp2.000.000.000\tRp1.900.000.000\n\nRincian itu diuraikan lebih lanjut.\n\nUraian\tPagu\tRealisasi\nBelanja Pegawai\tRp4.000.000.000\tRp3.900.000.000\nBelanja Barang\tRp2.000.000.000\tRp1.950.000.000\n",
            ],
            baik: &[
                "Unsur\tNilai\nPersyaratan\t3,50\nProsedur\t3,40\nWaktu\t3,60\nPerilaku\t3,55\n\nHasil tersebut menjadi bahan perbaikan.\n\nUnsur\tNilai\nPersyaratan\t3,50\nProsedur\t3,40\nWaktu\t3,60\nPerilaku\t3,55\n",
                "Tabel 1 Hasil survei tahun 2021\n\nUnsur\tNilai\nPersyaratan\t3,50\nProsedur\t3,40\nWaktu\t3,60\nPerilaku\t3,55\n\nTabel 2 Hasil survei tahun 2022\n\nUnsur\tNilai\nPersyaratan\t3,50\nProsedur\t3,44\nWaktu\t3,60\nPerilaku\t3,55\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for kembaran in semua(bahan.bacaan) {
        satu(bahan, aturan, catat, &kembaran);
    }
}

fn satu(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, kembaran: &Kembaran) {
    const TERBANYAK: usize = 6;
    let mut rinci: Vec<String> = Vec::new();
    let mut letak: Vec<&Letak> = Vec::new();
    let mut sana: Vec<&Letak> = Vec::new();
    for baris in &kembaran.baris {
        let geser = baris.geseran().is_some();
        for (k, ini, itu) in &baris.sel {
            let (Some((a, ini)), Some((b, itu))) = (ini, itu) else {
                continue;
            };
            catat.diperiksa([*a, *b] as [AngkaId; 2]);
            if geser || ini.nilai == itu.nilai || sebulat(ini, itu) {
                continue;
            }
            let kolom = kembaran
                .tabel
                .kolom
                .get(*k)
                .map(nama_kolom)
                .unwrap_or_default();
            rinci.push(format!(
                "baris \"{}\" kolom \"{kolom}\" {} di sini, {} pada tabel sebelumnya",
                nama_baris(baris.baris),
                hitung::tampil(ini),
                hitung::tampil(itu)
            ));
            letak.push(&ini.letak);
            sana.push(&itu.letak);
        }
    }
    let Some(pertama) = letak.first() else {
        return;
    };
    let lebih = rinci.len().saturating_sub(TERBANYAK);
    rinci.truncate(TERBANYAK);
    let sisa = if lebih > 0 {
        format!("; dan {lebih} sel lain")
    } else {
        String::new()
    };
    let terkait: Vec<&Letak> = letak.iter().skip(1).chain(&sana).copied().collect();
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            pertama,
            format!(
                "Tabel ini mengulang tabel sebelumnya dengan angka yang berbeda: {}{sisa}.",
                rinci.join("; ")
            ),
            "Tentukan angka yang benar dari sumbernya, lalu samakan kedua tabel.",
        )
        .terkait(bahan, terkait),
    );
}

/// Whether one figure is the other one with fewer decimals.
fn sebulat(a: &Angka, b: &Angka) -> bool {
    let (kasar, halus) = if a.presisi <= b.presisi {
        (a, b)
    } else {
        (b, a)
    };
    match (kasar.nilai, halus.nilai) {
        (Some(kasar_nilai), Some(halus_nilai)) => {
            a.presisi != b.presisi
                && kinerja::Selang::titik(halus_nilai).dapat_tercetak(kasar_nilai, kasar.presisi)
        }
        _ => false,
    }
}
