//! What grew by so much, and what it came to.

use rust_decimal::Decimal;

use crate::bacaan::{AngkaId, SatuanCetak};
use crate::hitung::{self, tampil};
use crate::rules::angka::frasa::{BERKURANG, PERUBAHAN, Sebut, sejenis};
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// A sum that grew by another: "Rp52 bertambah Rp2 ... sehingga menjadi Rp54".
pub(super) fn periksa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    semua: &[Sebut],
) {
    let uang: Vec<&Sebut> = semua
        .iter()
        .filter(|s| s.angka.satuan == SatuanCetak::Rupiah)
        .collect();
    let ([a, b, c], true) = (uang.as_slice(), uang.len() == 3) else {
        return;
    };
    let sebelum = |s: &Sebut| {
        let kata: Vec<&str> = s.sela.split_whitespace().collect();
        kata.iter().rev().take(3).any(|k| PERUBAHAN.contains(k))
    };
    let menjadi = |s: &Sebut| {
        s.sela
            .split_whitespace()
            .rev()
            .take(2)
            .any(|k| k == "menjadi")
    };
    let (awal, besar, akhir) = if sebelum(b) && menjadi(c) {
        (a, b, c)
    } else if menjadi(b) && sebelum(c) {
        (a, c, b)
    } else {
        return;
    };
    let turun = besar.ada(BERKURANG);
    let hitungan = match turun {
        true => hitung::selisih(akhir.angka, awal.angka),
        false => hitung::selisih(awal.angka, akhir.angka),
    };
    let Some(hitungan) = hitungan.filter(|h| h.nilai > Decimal::ZERO) else {
        return;
    };
    catat.diperiksa([awal.id, besar.id, akhir.id]);
    if hitungan.cocok(besar.angka) {
        return;
    }
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &besar.angka.letak,
            format!(
                "Perubahannya tertulis {}, padahal {}",
                tampil(besar.angka),
                hitungan.tampil(0)
            ),
            "Hitung kembali besar perubahannya, atau periksa kedua jumlah pada dokumen sumber.",
        )
        .hitungan(hitungan.tampil(0))
        .seharusnya(Some(hitungan.hasil(0)))
        .terkait(bahan, [&awal.angka.letak, &akhir.angka.letak]),
    );
}

/// What came in and what was left make the load: "menerima 1.240 aduan. Ditambah sisa ... 160 aduan, ... menjadi 1.400".
pub(super) fn beban(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    semua: &[Sebut],
) {
    for tiga in semua.windows(3) {
        let [awal, tambah, akhir] = tiga else {
            continue;
        };
        let cocok = sejenis(awal, tambah)
            && sejenis(tambah, akhir)
            && awal.satuan == akhir.satuan
            && awal.angka.presisi == 0
            && tambah.ada(&["ditambah"])
            && !awal.ada(&["ditambah", "dari"])
            && akhir.ada(&["menjadi", "seluruhnya", "berjumlah", "sehingga"])
            && !akhir.ada(&["dikurangi", "dan"])
            && akhir.sela.split_whitespace().count() <= 8;
        let id: [AngkaId; 2] = [awal.id, tambah.id];
        if cocok {
            super::nilai(bahan, aturan, catat, akhir.id, &id);
        }
    }
}
