//! Expressions of formulas: values, intervals, and as text.

use document::source::latex::{Expr, ExprKind};
use kinerja::Selang;
use kinerja::bilangan::{self, Bilangan};
use rust_decimal::Decimal;

use super::deret;
use crate::understand::kosakata::satuan;

/// A side of a formula that is one printed number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cetakan {
    /// Its value, in percent where it is printed in percent.
    pub(crate) nilai: Decimal,
    /// Its decimals.
    pub(crate) presisi: u32,
    /// Whether a percent sign stands behind.
    pub(crate) persen: bool,
}

/// Reads a number of a formula: as Indonesian officials write, or else with a decimal point that cannot be a mark of thousands.
fn baca(teks: &str) -> Option<Bilangan> {
    let teks = teks.trim();
    if let Ok(bilangan) = bilangan::parse(teks) {
        return Some(bilangan);
    }
    let (utuh, pecahan) = teks.split_once('.')?;
    let digit = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if !digit(utuh.trim_start_matches('-')) || !digit(pecahan) || utuh.len() + pecahan.len() > 24 {
        return None;
    }
    Some(Bilangan {
        nilai: teks.parse().ok()?,
        presisi: u32::try_from(pecahan.len()).ok()?,
    })
}

/// The one number that a side is.
pub(crate) fn cetakan(expr: &Expr) -> Option<Cetakan> {
    let (teks, persen) = match &expr.kind {
        ExprKind::Number(teks) => (teks, false),
        ExprKind::Percent(dalam) => match &dalam.kind {
            ExprKind::Number(teks) => (teks, true),
            _ => return None,
        },
        ExprKind::Product(faktor) => return cetakan(tanpa_satuan(faktor)?),
        _ => return None,
    };
    let Bilangan { nilai, presisi } = baca(teks)?;
    Some(Cetakan {
        nilai,
        presisi,
        persen,
    })
}

/// The number of a product that is a number and the word of its unit ("3,55 \\text{indeks}").
fn tanpa_satuan(faktor: &[Expr]) -> Option<&Expr> {
    match faktor {
        [angka, satuan] if bersatuan(satuan) => {
            matches!(angka.kind, ExprKind::Number(_) | ExprKind::Percent(_)).then_some(angka)
        }
        _ => None,
    }
}

fn bersatuan(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Symbol(kata) if matches!(kata.trim(), "‰" | "permil") || satuan(kata.trim()).is_some())
}

/// The value of an expression with its numbers as printed; a percent counts in hundredths.
///
/// None where it holds a letter or a word, or cannot be computed.
pub(crate) fn nilai(expr: &Expr) -> Option<Decimal> {
    hitung(expr, Cara::CETAK).map(|selang| selang.bawah)
}

/// All values that an expression may have: a number with decimals, or a percentage, stands for all that round to it.
///
/// Other whole numbers are counts, and exact; so is the factor 100%.
pub(crate) fn selang(expr: &Expr) -> Option<Selang> {
    hitung(expr, Cara::LONGGAR)
}

/// All values that an expression may have if its percent signs only name the unit ("50% + 6,16 / 20 × 50").
pub(crate) fn selang_tanpa_persen(expr: &Expr, longgar: bool) -> Option<Selang> {
    hitung(
        expr,
        Cara {
            longgar,
            persen: false,
        },
    )
}

/// How an expression is computed.
#[derive(Debug, Clone, Copy)]
struct Cara {
    /// Printed numbers stand for all that round to them.
    longgar: bool,
    /// A percent sign divides by a hundred.
    persen: bool,
}

impl Cara {
    const CETAK: Self = Self {
        longgar: false,
        persen: true,
    };
    const LONGGAR: Self = Self {
        longgar: true,
        persen: true,
    };
}

fn hitung(expr: &Expr, cara: Cara) -> Option<Selang> {
    match &expr.kind {
        ExprKind::Number(teks) => {
            let Bilangan { nilai, presisi } = baca(teks)?;
            Some(if cara.longgar && presisi > 0 {
                Selang::pembulatan(nilai, presisi)
            } else {
                Selang::titik(nilai)
            })
        }
        ExprKind::Percent(dalam) => {
            let cetakan = cetakan(expr).filter(|cetakan| {
                cara.longgar && cetakan.presisi == 0 && cetakan.nilai != Decimal::ONE_HUNDRED
            });
            let persen = match cetakan {
                Some(bulat) => Selang::pembulatan(bulat.nilai, 0),
                None => hitung(dalam, cara)?,
            };
            if cara.persen {
                persen.bagi(Selang::titik(Decimal::ONE_HUNDRED))
            } else {
                Some(persen)
            }
        }
        ExprKind::Fraction(atas, bawah) => hitung(atas, cara)?.bagi(hitung(bawah, cara)?),
        ExprKind::Product(faktor) => faktor
            .iter()
            .enumerate()
            // The word of a unit behind a number is no factor.
            .filter(|(i, satu)| *i == 0 || !bersatuan(satu))
            .map(|(_, satu)| satu)
            .try_fold(Selang::titik(Decimal::ONE), |hasil, satu| {
                hasil.kali(hitung(satu, cara)?)
            }),
        ExprKind::Sum(suku) => {
            suku.iter()
                .try_fold(Selang::titik(Decimal::ZERO), |hasil, (kurang, satu)| {
                    let satu = hitung(satu, cara)?;
                    if *kurang {
                        hasil.kurang(satu)
                    } else {
                        hasil.tambah(satu)
                    }
                })
        }
        ExprKind::Power(dasar, pangkat) => {
            let ExprKind::Number(teks) = &pangkat.kind else {
                return None;
            };
            let kali = teks.parse::<u8>().ok().filter(|n| *n <= 8)?;
            let dasar = hitung(dasar, cara)?;
            (0..kali).try_fold(Selang::titik(Decimal::ONE), |hasil, _| hasil.kali(dasar))
        }
        ExprKind::Symbol(_)
        | ExprKind::Root(_)
        | ExprKind::BigSum { .. }
        | ExprKind::Unknown(_) => None,
    }
}

/// An expression as text: "3,95 / 3,25 × 100%".
pub(crate) fn peraga(expr: &Expr) -> String {
    let rapat = |expr: &Expr| match expr.kind {
        ExprKind::Sum(_) | ExprKind::Product(_) | ExprKind::Fraction(..) => {
            format!("({})", peraga(expr))
        }
        _ => peraga(expr),
    };
    match &expr.kind {
        ExprKind::Number(teks) | ExprKind::Symbol(teks) | ExprKind::Unknown(teks) => teks.clone(),
        ExprKind::Percent(dalam) => format!("{}%", rapat(dalam)),
        ExprKind::Fraction(atas, bawah) => format!("{} / {}", rapat(atas), rapat(bawah)),
        ExprKind::Product(faktor) if tanpa_satuan(faktor).is_some() => {
            faktor.iter().map(peraga).collect::<Vec<_>>().join(" ")
        }
        ExprKind::Product(faktor) => {
            let faktor: Vec<String> = faktor
                .iter()
                .map(|satu| match satu.kind {
                    ExprKind::Sum(_) => format!("({})", peraga(satu)),
                    _ => peraga(satu),
                })
                .collect();
            faktor.join(" × ")
        }
        ExprKind::Sum(suku) if suku.iter().all(|(kurang, _)| !kurang) => {
            deret(suku.iter().map(|(_, satu)| peraga(satu)))
        }
        ExprKind::Sum(suku) => {
            let mut teks = String::new();
            for (i, (kurang, satu)) in suku.iter().enumerate() {
                match (i, kurang) {
                    (0, false) => {}
                    (0, true) => teks.push('−'),
                    (_, true) => teks.push_str(" − "),
                    (_, false) => teks.push_str(" + "),
                }
                teks.push_str(&rapat(satu));
            }
            teks
        }
        ExprKind::Power(dasar, pangkat) => format!("{}^{}", rapat(dasar), rapat(pangkat)),
        ExprKind::Root(dalam) => format!("√({})", peraga(dalam)),
        ExprKind::BigSum { of, .. } => format!("Σ {}", rapat(of)),
    }
}
