//! A result that comes out with another divisor or another power of ten than the printed one.

use document::source::latex::{Chain, Expr, ExprKind};
use kinerja::{Selang, bilangan};
use rust_decimal::Decimal;

use super::super::alat;
use crate::bacaan::{Golongan, Rumus};
use crate::hitung::{self, Cetakan, peraga};
use crate::{Aturan, BahanDokumen, Temuan};

/// The one part of the computed side that is wrong, where its result is right without it.
pub(super) fn periksa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    rumus: &Rumus,
    rantai: &Chain,
    (kiri, kanan): (&Expr, &Expr),
) -> Option<Temuan> {
    let hasil = hitung::cetakan(kanan)?;
    bobot(bahan, aturan, rumus, kiri, hasil)
        .or_else(|| jumlah_bobot(bahan, aturan, rumus, rantai, (kiri, kanan), hasil))
        .or_else(|| faktor(bahan, aturan, rumus, (kiri, kanan), hasil))
}

/// A sum of products that is divided by something else than the sum of its weights.
fn bobot(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    rumus: &Rumus,
    kiri: &Expr,
    hasil: Cetakan,
) -> Option<Temuan> {
    let (atas, bawah) = hitung::pecahan(kiri)?;
    let pembagi = hitung::cetakan(bawah)?;
    let ExprKind::Sum(suku) = &atas.kind else {
        return None;
    };
    let semua = hitung::selang(atas)?;
    let benar = [0, 1].into_iter().find_map(|ke| {
        let bobot = suku
            .iter()
            .map(|(kurang, satu)| match &satu.kind {
                ExprKind::Product(faktor) if !kurang && faktor.len() == 2 => {
                    hitung::cetakan(faktor.get(ke)?).filter(|c| c.presisi == 0 && !c.persen)
                }
                _ => None,
            })
            .try_fold(Decimal::ZERO, |jumlah, satu| {
                jumlah.checked_add(satu?.nilai)
            })?;
        let rata = hitung::rapi(semua.bagi(Selang::titik(bobot))?);
        rata.dapat_tercetak(hasil.nilai, hasil.presisi)
            .then_some(bobot)
    })?;
    let teks = bilangan::format(benar, 0);
    Some(
        Temuan::di(
            aturan,
            bahan,
            &alat::letak(bahan.bacaan, rumus, bawah),
            format!(
                "pembagi tercetak {}, padahal rata-rata tertimbang dibagi dengan jumlah bobotnya, yaitu {teks}; hasil tercetak {} hanya diperoleh dengan pembagi itu",
                bilangan::format(pembagi.nilai, pembagi.presisi),
                bilangan::format(hasil.nilai, hasil.presisi),
            ),
            format!("Tulis pembagi {teks}, lalu hitung kembali hasilnya."),
        )
        .hitungan(format!(
            "({}) / {teks} = {}",
            peraga(atas),
            bilangan::format(hasil.nilai, hasil.presisi)
        ))
        .seharusnya(Some(teks)),
    )
}

/// A sum that the formula in letters divides by the sum of weights, and the one in numbers by another number.
fn jumlah_bobot(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    rumus: &Rumus,
    rantai: &Chain,
    (kiri, kanan): (&Expr, &Expr),
    hasil: Cetakan,
) -> Option<Temuan> {
    let (atas, bawah) = hitung::pecahan(kiri)?;
    let (jumlah, pembagi) = (hitung::cetakan(atas)?, hitung::cetakan(bawah)?);
    let tertimbang = rantai
        .sides
        .iter()
        .take_while(|sisi| sisi.span.start < kiri.span.start)
        .filter_map(hitung::pecahan)
        .any(|(_, bawah)| matches!(bawah.kind, ExprKind::BigSum { .. }));
    if !tertimbang || hasil.nilai <= Decimal::ZERO || pembagi.presisi > 0 {
        return None;
    }
    let seharusnya = Selang::pembulatan(jumlah.nilai, jumlah.presisi)
        .bagi(Selang::pembulatan(hasil.nilai, hasil.presisi))?;
    // Near the printed divisor the result may be the wrong one.
    let dua = Selang::titik(Decimal::TWO);
    let jauh = seharusnya.bawah > pembagi.nilai.checked_mul(Decimal::TWO)?
        || seharusnya.kali(dua)?.atas < pembagi.nilai;
    if !jauh || seharusnya.atas < Decimal::ONE {
        return None;
    }
    let dikenal = bahan
        .bacaan
        .angka
        .iter()
        .filter(|a| a.golongan == Golongan::Besaran && a.presisi == 0 && a.skala == 0)
        .find(|a| a.nilai.is_some_and(|n| seharusnya.memuat(n)));
    let benar = dikenal.map(hitung::tampil);
    let kira = benar
        .clone()
        .unwrap_or_else(|| bilangan::format(seharusnya.bawah.ceil(), 0));
    Some(
        Temuan::di(
            aturan,
            bahan,
            &alat::letak(bahan.bacaan, rumus, bawah),
            format!(
                "pembagi tercetak {}, padahal rumusnya membagi dengan jumlah bobot; hasil tercetak {} hanya diperoleh dengan pembagi sekitar {kira}",
                bilangan::format(pembagi.nilai, pembagi.presisi),
                peraga(kanan),
            ),
            "Tulis jumlah bobot (misalnya jumlah responden) sebagai pembagi, lalu hitung kembali hasilnya.",
        )
        .seharusnya(benar)
        .terkait(bahan, dikenal.map(|a| &a.letak)),
    )
}

/// A power of ten that does not suit the unit of the result.
fn faktor(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    rumus: &Rumus,
    (kiri, kanan): (&Expr, &Expr),
    hasil: Cetakan,
) -> Option<Temuan> {
    let (_, _) = hitung::pecahan(kiri).or_else(|| pecahan_kali(kiri))?;
    let satu = kelipatan(kiri)?;
    let tercetak = hitung::cetakan(satu)?;
    let semua = hitung::selang(kiri)?;
    let benar = [10, 100, 1_000, 10_000, 100_000]
        .into_iter()
        .map(Decimal::from)
        .filter(|lain| *lain != tercetak.nilai)
        .find(|lain| {
            semua
                .kali(Selang::titik(*lain))
                .and_then(|s| s.bagi(Selang::titik(tercetak.nilai)))
                .is_some_and(|s| hitung::rapi(s).dapat_tercetak(hasil.nilai, hasil.presisi))
        })?;
    let teks = bilangan::format(benar, 0);
    Some(
        Temuan::di(
            aturan,
            bahan,
            &alat::letak(bahan.bacaan, rumus, satu),
            format!(
                "pengali tercetak {}, padahal hasil tercetak {} hanya diperoleh dengan pengali {teks}",
                peraga(satu),
                peraga(kanan),
            ),
            format!("Tulis pengali {teks}, atau sesuaikan hasil dan satuannya."),
        )
        .seharusnya(Some(teks)),
    )
}

fn pecahan_kali(expr: &Expr) -> Option<(&Expr, &Expr)> {
    let ExprKind::Product(faktor) = &expr.kind else {
        return None;
    };
    faktor.iter().find_map(hitung::pecahan)
}

/// The factor of a side that is a power of ten and no percentage.
fn kelipatan(expr: &Expr) -> Option<&Expr> {
    let ExprKind::Product(faktor) = &expr.kind else {
        return None;
    };
    let mut kena = faktor.iter().filter(|satu| {
        hitung::cetakan(satu).is_some_and(|c| {
            !c.persen
                && c.presisi == 0
                && [10, 100, 1_000, 10_000, 100_000]
                    .map(Decimal::from)
                    .contains(&c.nilai)
        })
    });
    let satu = kena.next()?;
    kena.next().is_none().then_some(satu)
}
