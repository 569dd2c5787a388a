//! What chains of equals say: shares, and whether two sides can be equal.

use document::source::latex::{Chain, Expr, ExprKind};
use kinerja::Selang;
use rust_decimal::Decimal;

use super::ekspresi::selang_tanpa_persen;
use super::{Cetakan, cetakan, longgar, nilai, rapi, selang};

/// A share that a chain computes: `R / T × 100% = C`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bagian<'a> {
    /// Numerator.
    pub(crate) atas: &'a Expr,
    /// Denominator.
    pub(crate) bawah: &'a Expr,
    /// The printed result, the last side that is one number.
    pub(crate) hasil: Option<&'a Expr>,
}

/// The quotient that a side is, without the factor 100%.
pub(crate) fn pecahan(expr: &Expr) -> Option<(&Expr, &Expr)> {
    match &expr.kind {
        ExprKind::Fraction(atas, bawah) => Some((tanpa_seratus(atas), bawah)),
        ExprKind::Percent(dalam) => pecahan(dalam),
        ExprKind::Product(faktor) => {
            let mut sisa = faktor.iter().filter(|satu| !seratus(satu));
            match (sisa.next(), sisa.next()) {
                (Some(satu), None) => pecahan(satu),
                _ => None,
            }
        }
        _ => None,
    }
}

fn tanpa_seratus(expr: &Expr) -> &Expr {
    if let ExprKind::Product(faktor) = &expr.kind {
        let mut sisa = faktor.iter().filter(|satu| !seratus(satu));
        if let (Some(satu), None) = (sisa.next(), sisa.next()) {
            return satu;
        }
    }
    expr
}

fn seratus(expr: &Expr) -> bool {
    cetakan(expr).is_some_and(|cetakan| cetakan.nilai == Decimal::ONE_HUNDRED)
}

/// Whether a factor of 100, or a percent sign, stands in the expression.
pub(crate) fn berpersen(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Percent(_) => true,
        ExprKind::Product(faktor) => faktor.iter().any(|satu| seratus(satu) || berpersen(satu)),
        ExprKind::Fraction(a, b) => berpersen(a) || seratus(a) || berpersen(b),
        ExprKind::Sum(suku) => suku.iter().any(|(_, satu)| berpersen(satu)),
        _ => false,
    }
}

/// The share of two printed numbers that a chain computes, and its result.
pub(crate) fn bagian(rantai: &Chain) -> Option<Bagian<'_>> {
    let (i, (atas, bawah)) = rantai
        .sides
        .iter()
        .enumerate()
        .filter_map(|(i, sisi)| Some((i, pecahan(sisi)?)))
        .find(|(_, (atas, bawah))| cetakan(atas).is_some() && cetakan(bawah).is_some())?;
    let hasil = rantai
        .sides
        .get(i + 1..)
        .unwrap_or_default()
        .iter()
        .rfind(|sisi| cetakan(sisi).is_some());
    Some(Bagian { atas, bawah, hasil })
}

/// Names of numerator and denominator, where a side is a quotient of words.
pub(crate) fn pecahan_kata(rantai: &Chain) -> Option<(&Expr, &Expr)> {
    rantai
        .sides
        .iter()
        .filter_map(pecahan)
        .find(|(atas, bawah)| nilai(atas).is_none() && nilai(bawah).is_none())
}

/// Whether a side that is computed can have been printed as the next one; none where one of them cannot be computed.
///
/// Signs of percent are used loosely: where one stands on either side, a factor of 100 between the two is no error.
pub(crate) fn dapat_sama(kiri: &Expr, kanan: &Expr) -> Option<bool> {
    sama(kiri, kanan, true)
}

/// The same for the numbers as printed, without the values that round to them.
pub(crate) fn tepat_sama(kiri: &Expr, kanan: &Expr) -> Option<bool> {
    sama(kiri, kanan, false)
}

fn sama(kiri: &Expr, kanan: &Expr, pembulatan: bool) -> Option<bool> {
    let hasil = if pembulatan {
        selang(kiri)?
    } else {
        Selang::titik(nilai(kiri)?)
    };
    let kali_seratus = hasil.kali(Selang::titik(Decimal::ONE_HUNDRED))?;
    let bagi_seratus = hasil.bagi(Selang::titik(Decimal::ONE_HUNDRED))?;
    let persen = berpersen(kiri) || berpersen(kanan);
    // A sum may write the sign only where it likes.
    let satuan = selang_tanpa_persen(kiri, pembulatan).filter(|_| persen);
    if let Some(Cetakan {
        nilai,
        presisi,
        persen: bertanda,
    }) = cetakan(kanan)
    {
        let dapat = |selang: &Selang| rapi(*selang).dapat_tercetak(nilai, presisi);
        let utama = if bertanda { kali_seratus } else { hasil };
        let lain = if bertanda { hasil } else { kali_seratus };
        return Some(
            dapat(&utama) || (persen && dapat(&lain)) || satuan.is_some_and(|s| dapat(&s)),
        );
    }
    let kanan = longgar(terpotong(kanan)?);
    let bertemu = |a: &Selang| {
        let a = longgar(*a);
        a.bawah <= kanan.atas && kanan.bawah <= a.atas
    };
    let cocok = bertemu(&hasil)
        || (persen && (bertemu(&kali_seratus) || bertemu(&bagi_seratus)))
        || satuan.is_some_and(|s| bertemu(&s));
    Some(cocok)
}

/// All values of a later side: its numbers are results too, and may be truncations.
fn terpotong(expr: &Expr) -> Option<Selang> {
    match &expr.kind {
        ExprKind::Fraction(atas, bawah) => terpotong(atas)?.bagi(terpotong(bawah)?),
        ExprKind::Number(_) => {
            let Cetakan { nilai, presisi, .. } = cetakan(expr)?;
            let selang = selang(expr)?;
            if presisi == 0 {
                return Some(selang);
            }
            Some(Selang {
                bawah: selang.bawah,
                atas: nilai.checked_add(Decimal::new(1, presisi.min(28)))?,
            })
        }
        _ => selang(expr),
    }
}

/// Whether a number can be printed for a computed part, a decimal being lost either way.
pub(crate) fn dapat_menjadi(kiri: &Expr, kanan: &Expr) -> Option<bool> {
    let Cetakan { nilai, presisi, .. } = cetakan(kanan)?;
    Some(rapi(selang(kiri)?).dapat_tercetak(nilai, presisi))
}

/// Whether a quotient cannot have been printed as its result, and its reverse can.
pub(crate) fn terbalik(atas: &Expr, bawah: &Expr, hasil: &Expr) -> bool {
    let Some(tercetak) = cetakan(hasil) else {
        return false;
    };
    let dapat = |a: &Expr, b: &Expr| {
        let hasil = rapi(selang(a)?.bagi(selang(b)?)?);
        let persen = hasil.kali(Selang::titik(Decimal::ONE_HUNDRED))?;
        Some(
            persen.dapat_tercetak(tercetak.nilai, tercetak.presisi)
                || (!tercetak.persen && hasil.dapat_tercetak(tercetak.nilai, tercetak.presisi)),
        )
    };
    dapat(atas, bawah) == Some(false) && dapat(bawah, atas) == Some(true)
}
