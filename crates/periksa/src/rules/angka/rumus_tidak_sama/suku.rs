//! The one number in a row of terms that a slip explains, where the printed sum and the result behind it are right.

use document::source::latex::{Expr, ExprKind};
use kinerja::bilangan;
use rust_decimal::Decimal;

use super::super::alat;
use crate::bacaan::Rumus;
use crate::hitung::{self, Cetakan, peraga};
use crate::salah_ketik::salah_ketik;
use crate::{Aturan, BahanDokumen, Temuan};

/// Terms that are looked at.
const TERBANYAK: usize = 60;

/// A finding at that number.
pub(super) fn keliru(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    rumus: &Rumus,
    (kiri, kanan, berikut): (&Expr, &Expr, &[&Expr]),
    (uraian, cetak): (&Expr, &Expr),
) -> Option<Temuan> {
    // What follows agrees with the printed sum and not with the terms.
    let hasil = berikut.first()?;
    if hitung::dapat_sama(kanan, hasil) != Some(true)
        || hitung::dapat_sama(kiri, hasil) != Some(false)
    {
        return None;
    }
    let ExprKind::Sum(suku) = &uraian.kind else {
        return None;
    };
    let tercetak = hitung::cetakan(cetak)?;
    let beda = tercetak.nilai.checked_sub(hitung::nilai(uraian)?)?;
    let mut kena = suku
        .iter()
        .take(TERBANYAK)
        .filter(|(kurang, _)| !kurang)
        .flat_map(|(_, satu)| calon(satu, beda));
    let (expr, benar) = kena.next()?;
    if kena.next().is_some() {
        return None;
    }
    let presisi = hitung::cetakan(expr)?.presisi;
    let teks = bilangan::format(benar, presisi);
    let jumlah = peraga(cetak);
    Some(
        Temuan::di(
            aturan,
            bahan,
            &alat::letak(bahan.bacaan, rumus, expr),
            format!(
                "angka {} agaknya salah ketik dari {teks}: dengan {teks} jumlahnya {jumlah} dan hasilnya {} sebagaimana tercetak, sedangkan dengan {} tidak",
                peraga(expr),
                peraga(hasil),
                peraga(expr),
            ),
            format!("Tulis {teks} sesuai dengan sumbernya."),
        )
        .seharusnya(Some(teks))
        .terkait(bahan, [&alat::letak(bahan.bacaan, rumus, cetak)]),
    )
}

/// The numbers of a term that a slip could have made, with what they should be for the sum to grow by so much.
fn calon(satu: &Expr, beda: Decimal) -> Vec<(&Expr, Decimal)> {
    let cocok = |c: Cetakan, beda: Decimal| {
        let benar = c.nilai.checked_add(beda)?;
        let terbaca = bilangan::round_half_up(benar, c.presisi) == benar && benar > Decimal::ZERO;
        let slip = salah_ketik(c.nilai, c.presisi, benar).is_some() || terbalik(c, benar);
        (terbaca && slip && !c.persen).then_some(benar)
    };
    match &satu.kind {
        ExprKind::Product(faktor) => {
            let [a, b] = faktor.as_slice() else {
                return Vec::new();
            };
            [(a, b), (b, a)]
                .into_iter()
                .filter_map(|(ini, lain)| {
                    let (c, kali) = (hitung::cetakan(ini)?, hitung::cetakan(lain)?);
                    Some((ini, cocok(c, beda.checked_div(kali.nilai)?)?))
                })
                .collect()
        }
        _ => hitung::cetakan(satu)
            .and_then(|c| Some((satu, cocok(c, beda)?)))
            .into_iter()
            .collect(),
    }
}

/// "42" for "24".
fn terbalik(c: Cetakan, benar: Decimal) -> bool {
    let digit = |n: Decimal| n.normalize().to_string();
    let (a, b) = (digit(c.nilai), digit(benar));
    c.presisi == 0 && a.len() == 2 && b.len() == 2 && a.chars().rev().eq(b.chars())
}
