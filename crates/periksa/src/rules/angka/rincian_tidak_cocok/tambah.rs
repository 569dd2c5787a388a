//! What grew by so much, and what it came to.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::bacaan::{AngkaId, Milik, Peran, Perihal, SatuanCetak};
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

/// What is left of a whole behind all its other parts: "12.400 jiwa; 7.100 jiwa ..., 3.200 jiwa ..., dan selebihnya 2.100".
pub(super) fn sisa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    semua: &[Sebut],
) {
    let utama: Vec<&Sebut> = semua.iter().filter(|s| !s.persen()).collect();
    let Some(k) = utama.iter().position(|s| {
        let kata: Vec<&str> = s.sela.split_whitespace().rev().take(2).collect();
        kata.iter().any(|k| ["selebihnya", "sisanya"].contains(k))
    }) else {
        return;
    };
    let (Some(akhir), Some((utuh, bagian))) =
        (utama.get(k), utama.get(..k).and_then(<[_]>::split_first))
    else {
        return;
    };
    let jumlah = bagian
        .iter()
        .try_fold(Decimal::ZERO, |n, s| n.checked_add(s.angka.nilai?));
    let cocok = (2..=8).contains(&bagian.len())
        && utama.iter().take(k.saturating_add(1)).all(|s| {
            s.angka.presisi == 0
                && s.angka.skala == 0
                && s.angka.satuan == utuh.angka.satuan
                && !s.ada(PERUBAHAN)
                && !s.ada(&["antaranya", "termasuk", "masing", "tahun", "target"])
        })
        && bagian.iter().all(|s| s.satuan == utuh.satuan)
        && akhir.satuan == utuh.satuan
        && jumlah.zip(utuh.angka.nilai).is_some_and(|(j, u)| j < u);
    if cocok {
        let mut id: Vec<AngkaId> = bagian.iter().map(|s| s.id).collect();
        id.push(akhir.id);
        super::nilai(bahan, aturan, catat, utuh.id, &id);
    }
}

/// A ceiling before its revision, what was added, and the ceiling that the document has: "Pagu murni Rp52 bertambah Rp2".
pub(super) fn pagu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    semua: &[Sebut],
) {
    let bacaan = bahan.bacaan;
    let uang: Vec<&Sebut> = semua
        .iter()
        .filter(|s| s.angka.satuan == SatuanCetak::Rupiah)
        .collect();
    let [awal, besar] = uang.as_slice() else {
        return;
    };
    let berubah = besar
        .sela
        .split_whitespace()
        .rev()
        .take(2)
        .any(|k| PERUBAHAN.contains(&k));
    if !berubah
        || !awal.ada(&["murni", "semula", "awal"])
        || !awal.ada(&["pagu", "anggaran", "apbd", "dipa"])
    {
        return;
    }
    let mut pagu: BTreeMap<Decimal, (usize, AngkaId)> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        let cocok = p.perihal == Perihal::anggaran("total")
            && p.peran == Peran::Target
            && p.milik == Milik::Sendiri
            && p.tahun == bacaan.identitas.tahun
            && ![awal.id, besar.id].contains(&p.angka);
        if let Some(nilai) = bacaan.angka(p.angka).nilai.filter(|_| cocok)
            && Some(nilai) != awal.angka.nilai
        {
            pagu.entry(nilai).or_insert((0, p.angka)).0 += 1;
        }
    }
    let cara = |id: AngkaId| {
        let akhir = bacaan.angka(id);
        match besar.ada(BERKURANG) {
            true => hitung::selisih(akhir, awal.angka),
            false => hitung::selisih(awal.angka, akhir),
        }
    };
    let cocok = |id: AngkaId| cara(id).is_some_and(|h| h.cocok(besar.angka));
    // The ceiling that is named most often is the one meant.
    let terbanyak = pagu.values().map(|(n, _)| *n).max();
    let mut utama = pagu.values().filter(|(n, _)| Some(*n) == terbanyak);
    let (Some((_, akhir)), None) = (utama.next(), utama.next()) else {
        return;
    };
    let Some(hitungan) = cara(*akhir) else {
        return;
    };
    catat.diperiksa([awal.id, besar.id]);
    if hitungan.nilai <= Decimal::ZERO || pagu.values().any(|(_, id)| cocok(*id)) {
        return;
    }
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &besar.angka.letak,
            format!(
                "Perubahannya tertulis {}, padahal pagu akhirnya {}",
                tampil(besar.angka),
                tampil(bacaan.angka(*akhir))
            ),
            "Cocokkan pagu awal, perubahannya, dan pagu akhir dengan dokumen sumber.",
        )
        .hitungan(hitungan.tampil(0))
        .seharusnya(Some(hitungan.hasil(0)))
        .terkait(bahan, [&awal.angka.letak, &bacaan.angka(*akhir).letak]),
    );
}
