//! Signs into expressions.

use document::source::latex::{Chain, Expr, ExprKind};

use super::{Jenis, Tanda};

/// Parentheses that are followed inside one another.
const TERDALAM: u8 = 24;

/// The chain that a row of signs is.
pub(super) fn rantai(teks: &str, deret: &[Tanda]) -> Option<Chain> {
    let sisi: Vec<&[Tanda]> = deret
        .split(|tanda| tanda.jenis == Jenis::SamaDengan)
        .collect();
    if sisi.len() < 2 {
        return None;
    }
    let akhir = sisi.len() - 1;
    let mut sides = Vec::new();
    for (i, satu) in sisi.iter().enumerate() {
        let expr = match i {
            0 => dari_belakang(teks, satu),
            _ if i == akhir => dari_depan(teks, satu),
            _ => utuh(teks, satu),
        };
        match expr {
            Some(expr) => sides.push(expr),
            // Words before the first sign are no side; a side that is not understood breaks the chain.
            None if i == 0 => {}
            None => return None,
        }
    }
    (sides.len() >= 2 && jelas(teks, &sides)).then_some(Chain { sides })
}

/// Whether the chain computes something, and cannot be a scale, a range or a list of codes.
fn jelas(teks: &str, sides: &[Expr]) -> bool {
    let majemuk = |expr: &&Expr| {
        matches!(
            expr.kind,
            ExprKind::Fraction(..) | ExprKind::Product(_) | ExprKind::Sum(_)
        )
    };
    let Some(pertama) = sides.iter().find(majemuk) else {
        return false;
    };
    if let ExprKind::Sum(suku) = &pertama.kind
        && suku
            .iter()
            .all(|(_, s)| matches!(s.kind, ExprKind::Number(_)))
        && suku.iter().any(|(kurang, _)| *kurang)
    {
        // "4 = 3,53 - 4,00" is a range; a difference stands before its result, and is not below zero.
        let positif = crate::hitung::nilai(pertama).is_some_and(|n| n.is_sign_positive());
        return positif && sides.first() == Some(pertama);
    }
    matches!(pertama.kind, ExprKind::Product(_) | ExprKind::Sum(_))
        || sides.iter().any(|sisi| {
            teks.get(sisi.span.clone())
                .is_some_and(|t| t.contains(['%', ',']) || t.contains("Rp"))
        })
}

fn operator(tanda: &Tanda) -> bool {
    matches!(
        tanda.jenis,
        Jenis::Tambah | Jenis::Kurang | Jenis::Kali | Jenis::Bagi
    )
}

pub(super) fn utuh(teks: &str, deret: &[Tanda]) -> Option<Expr> {
    let mut urai = Urai { teks, deret, di: 0 };
    let expr = urai.jumlah(TERDALAM)?;
    (urai.di == deret.len()).then_some(expr)
}

/// The longest end of the signs that is an expression and does not hang on what stands before it.
fn dari_belakang(teks: &str, deret: &[Tanda]) -> Option<Expr> {
    const TERJAUH: usize = 6;
    (0..deret.len().min(TERJAUH)).find_map(|mulai| {
        let bebas = mulai
            .checked_sub(1)
            .and_then(|i| deret.get(i))
            .is_none_or(|tanda| !operator(tanda));
        let sisa = deret.get(mulai..)?;
        if !bebas || sisa.first().is_some_and(operator) {
            return None;
        }
        utuh(teks, sisa)
    })
}

/// The expression that the signs begin with, if none of it hangs on what stands behind.
fn dari_depan(teks: &str, deret: &[Tanda]) -> Option<Expr> {
    let mut urai = Urai { teks, deret, di: 0 };
    let expr = urai.jumlah(TERDALAM)?;
    let bebas = deret
        .get(urai.di)
        .is_none_or(|tanda| matches!(tanda.jenis, Jenis::Buka | Jenis::Tutup | Jenis::Angka));
    bebas.then_some(expr)
}

struct Urai<'a> {
    teks: &'a str,
    deret: &'a [Tanda],
    di: usize,
}

impl Urai<'_> {
    fn intip(&self) -> Option<Jenis> {
        self.deret.get(self.di).map(|tanda| tanda.jenis)
    }

    fn ambil(&mut self) -> Option<&Tanda> {
        let tanda = self.deret.get(self.di)?;
        self.di += 1;
        Some(tanda)
    }

    fn jumlah(&mut self, dalam: u8) -> Option<Expr> {
        let mut suku = vec![(false, self.kali(dalam)?)];
        while let Some(jenis @ (Jenis::Tambah | Jenis::Kurang)) = self.intip() {
            self.di += 1;
            suku.push((jenis == Jenis::Kurang, self.kali(dalam)?));
        }
        if suku.len() == 1 {
            return suku.pop().map(|(_, satu)| satu);
        }
        let span = suku.first()?.1.span.start..suku.last()?.1.span.end;
        Some(Expr {
            kind: ExprKind::Sum(suku),
            span,
        })
    }

    fn kali(&mut self, dalam: u8) -> Option<Expr> {
        let mut hasil = self.faktor(dalam)?;
        while let Some(jenis @ (Jenis::Kali | Jenis::Bagi)) = self.intip() {
            self.di += 1;
            let kanan = self.faktor(dalam)?;
            let span = hasil.span.start..kanan.span.end;
            let kind = match (jenis, hasil.kind) {
                (Jenis::Bagi, kind) => ExprKind::Fraction(
                    Box::new(Expr {
                        kind,
                        span: hasil.span,
                    }),
                    Box::new(kanan),
                ),
                (_, ExprKind::Product(mut faktor)) => {
                    faktor.push(kanan);
                    ExprKind::Product(faktor)
                }
                (_, kind) => ExprKind::Product(vec![
                    Expr {
                        kind,
                        span: hasil.span,
                    },
                    kanan,
                ]),
            };
            hasil = Expr { kind, span };
        }
        Some(hasil)
    }

    fn faktor(&mut self, dalam: u8) -> Option<Expr> {
        let mut hasil = self.pokok(dalam)?;
        while self.intip() == Some(Jenis::Persen) {
            let akhir = self.ambil()?.span.end;
            let span = hasil.span.start..akhir;
            hasil = Expr {
                kind: ExprKind::Percent(Box::new(hasil)),
                span,
            };
        }
        Some(hasil)
    }

    fn pokok(&mut self, dalam: u8) -> Option<Expr> {
        let dalam = dalam.checked_sub(1)?;
        let teks = self.teks;
        let tanda = self.ambil()?.clone();
        match tanda.jenis {
            Jenis::Angka => Some(Expr {
                kind: ExprKind::Number(teks.get(tanda.digit)?.to_owned()),
                span: tanda.span,
            }),
            Jenis::Buka => {
                let isi = self.jumlah(dalam)?;
                let tutup = self.ambil()?;
                (tutup.jenis == Jenis::Tutup).then_some(Expr {
                    span: tanda.span.start..tutup.span.end,
                    ..isi
                })
            }
            _ => None,
        }
    }
}
