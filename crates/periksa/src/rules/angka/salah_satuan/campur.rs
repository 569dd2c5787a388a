//! A percentage that is called an index in one place, or is divided by one.

use std::collections::BTreeMap;

use document::source::latex::Expr;
use rust_decimal::Decimal;

use crate::bacaan::{Rumus, SatuanCetak};
use crate::hitung::{self, tampil};
use crate::rules::angka::alat;
use crate::rules::angka::frasa::sebut;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// Places in which the value is a percentage.
const SERING: usize = 2;

pub(super) fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    kalimat(bahan, aturan, catat);
    for rumus in &bahan.bacaan.rumus {
        for sisi in rumus.rantai.iter().flat_map(|r| &r.sides) {
            if let Some(bagian) = hitung::pecahan(sisi) {
                pecahan(bahan, aturan, catat, rumus, bagian);
            }
        }
    }
}

/// A figure of a sentence with the word "indeks" behind it, which stands elsewhere with a percent sign only.
fn kalimat(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    // How often a value is a percentage and an index.
    let mut kali: BTreeMap<Decimal, (usize, usize)> = BTreeMap::new();
    for angka in &bacaan.angka {
        if let Some(nilai) = angka.besaran() {
            let satu = kali.entry(nilai).or_default();
            satu.0 += usize::from(angka.satuan == SatuanCetak::Persen);
            satu.1 += usize::from(angka.satuan == SatuanCetak::Indeks);
        }
    }
    for kalimat in &bacaan.kalimat {
        for s in sebut(bacaan, kalimat) {
            let khas = s.angka.presisi >= 2 && s.angka.nilai.is_some_and(|n| n >= Decimal::TEN);
            let sering = s
                .angka
                .nilai
                .and_then(|n| kali.get(&n))
                .is_some_and(|(persen, indeks)| *persen >= SERING && *indeks == 1);
            if !khas || !sering || s.satuan != "indeks" || s.angka.satuan != SatuanCetak::Indeks {
                continue;
            }
            let lain = bacaan
                .angka
                .iter()
                .find(|a| a.nilai == s.angka.nilai && a.satuan == SatuanCetak::Persen);
            catat.diperiksa([s.id]);
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &s.angka.letak,
                    format!(
                        "{} ditulis sebagai indeks, padahal di tempat lain nilai yang sama ditulis dalam persen",
                        tampil(s.angka)
                    ),
                    "Tulis dengan tanda persen.",
                )
                .seharusnya(lain.map(tampil))
                .terkait(bahan, lain.map(|a| &a.letak)),
            );
        }
    }
}

/// A quotient of a percentage and an index.
fn pecahan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    rumus: &Rumus,
    (atas, bawah): (&Expr, &Expr),
) {
    let bacaan = bahan.bacaan;
    let (Some(kiri), Some(kanan)) = (
        alat::angka_di(bacaan, rumus, atas),
        alat::angka_di(bacaan, rumus, bawah),
    ) else {
        return;
    };
    let (a, b) = (bacaan.angka(kiri), bacaan.angka(kanan));
    let satu_satu = [atas, bawah]
        .iter()
        .all(|sisi| alat::angka_dalam(bacaan, rumus, sisi).count() == 1);
    let sejenis = a.presisi == b.presisi && a.presisi > 0 && hitung::setakar(a, b);
    let (Some(satuan_a), Some(satuan_b), true) = (
        satuan(bahan, rumus, atas),
        satuan(bahan, rumus, bawah),
        satu_satu && sejenis,
    ) else {
        return;
    };
    if satuan_a == satuan_b {
        return;
    }
    let (indeks, persen) = if satuan_a == SatuanCetak::Indeks {
        (a, b)
    } else {
        (b, a)
    };
    catat.diperiksa([kiri, kanan]);
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &indeks.letak,
            format!(
                "rumus ini membandingkan {} dalam persen dengan {} sebagai indeks",
                tampil(persen),
                tampil(indeks)
            ),
            "Samakan satuan pembilang dan penyebut dengan satuan indikatornya.",
        )
        .terkait(bahan, [&persen.letak]),
    );
}

/// The unit that is printed behind the number of a part of a quotient, up to its end.
fn satuan(bahan: &BahanDokumen, rumus: &Rumus, bagian: &Expr) -> Option<SatuanCetak> {
    let letak = rumus.letak(bagian);
    let teks = letak.bacaan(bahan.bacaan.sumber)?.text.get(letak.awal..)?;
    // A brace of "\text{…}" is opened within; the one that ends the part is not.
    let mut dalam = 0_usize;
    let mut akhir = 0;
    for (i, c) in teks.char_indices() {
        match c {
            '{' => dalam += 1,
            '}' if dalam == 0 => break,
            '}' => dalam -= 1,
            _ => {}
        }
        akhir = i + c.len_utf8();
    }
    let isi = teks.get(..akhir)?.to_lowercase();
    match (isi.contains('%'), isi.contains("indeks")) {
        (true, false) => Some(SatuanCetak::Persen),
        (false, true) => Some(SatuanCetak::Indeks),
        _ => None,
    }
}
