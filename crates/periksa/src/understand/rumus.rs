//! Formulas: what they compute, and of what.

mod hitungan;
mod makna;
mod pernyataan;
mod sebaris;

use document::source::latex::{self, Chain, Expr, ExprKind};
use document::source::{Passage, Piece, Source};
use rust_decimal::Decimal;

use crate::bacaan::{Angka, AngkaId, Bacaan, Cacat, Golongan, Letak, Rumus, SatuanCetak};
use crate::hitung;

pub(super) use hitungan::buang_hitungan;
pub(super) use pernyataan::pernyataan;
#[cfg(test)]
use sebaris::parse as parse_sebaris;
pub(crate) use sebaris::sisi_terakhir_dan_pertama;

/// Reads all formulas, and adds those of their numbers that no reader of words has met.
pub(super) fn rumus(bacaan: &mut Bacaan) {
    let mut rumus = kumpulkan(bacaan.sumber);
    let mut per_tempat = Tempat::new(bacaan);
    for satu in &mut rumus {
        let mut ids = Vec::new();
        for sisi in satu.rantai.iter().flat_map(|rantai| &rantai.sides) {
            kunjungi(sisi, Golongan::Besaran, &mut |expr, golongan| {
                ids.push((expr.clone(), golongan));
            });
        }
        for (expr, golongan) in ids {
            let letak = satu.letak(&expr);
            let id = match per_tempat.cari(bacaan, &letak) {
                Some(id) => id,
                None => {
                    let Some(angka) = angka(bacaan.sumber, letak, &expr, golongan) else {
                        continue;
                    };
                    bacaan.angka.push(angka);
                    AngkaId(bacaan.angka.len() - 1)
                }
            };
            satu.angka.push(id);
        }
    }
    let sebutan = makna::sebutan(bacaan);
    for i in 0..rumus.len() {
        let Some((sebelum, sisa)) = rumus.split_at_mut_checked(i) else {
            break;
        };
        if let Some(satu) = sisa.first_mut() {
            makna::beri_makna(bacaan, &sebutan, sebelum.last(), satu);
        }
    }
    bacaan.rumus = rumus;
}

fn kumpulkan(sumber: &Source) -> Vec<Rumus> {
    let mut rumus = Vec::new();
    let mut tambah = |piece, sel, rantai: Vec<Chain>| {
        if !rantai.is_empty() {
            rumus.push(Rumus {
                piece,
                sel,
                angka: Vec::new(),
                rantai,
                perihal: None,
                peran: None,
                tahun: None,
            });
        }
    };
    for (i, piece) in sumber.pieces.iter().enumerate() {
        match piece {
            Piece::Formula(passage) => tambah(i, None, latex::parse(&passage.text)),
            Piece::Grid(grid) => {
                for (sel, cell) in grid.cells.iter().enumerate() {
                    for rantai in dalam_teks(&cell.passage) {
                        tambah(i, Some(sel), vec![rantai]);
                    }
                }
            }
            Piece::Heading { .. } | Piece::Running(_) | Piece::Picture(_) => {}
            lain => {
                for rantai in lain.passage().map(dalam_teks).unwrap_or_default() {
                    tambah(i, None, vec![rantai]);
                }
            }
        }
    }
    rumus
}

/// Formulas inside a line of words: between dollars as LaTeX, otherwise as written on a keyboard.
fn dalam_teks(passage: &Passage) -> Vec<Chain> {
    let teks = passage.text.as_str();
    if !teks.contains(['=', '≈', '$', '\\']) && !teks.contains("sama dengan") {
        return Vec::new();
    }
    let mut rantai = Vec::new();
    let mut dolar: Vec<std::ops::Range<usize>> = Vec::new();
    let mut tanda = teks.match_indices('$').map(|(i, _)| i);
    while let (Some(buka), Some(tutup)) = (tanda.next(), tanda.next()) {
        let Some(isi) = teks.get(buka + 1..tutup) else {
            continue;
        };
        if isi.contains('\\') || isi.contains('=') {
            rantai.extend(latex::parse(isi).into_iter().map(|satu| {
                Chain {
                    sides: satu
                        .sides
                        .into_iter()
                        .map(|sisi| geser(sisi, buka + 1))
                        .collect(),
                }
            }));
            dolar.push(buka..tutup + 1);
        }
    }
    rantai.extend(sebaris::parse(teks).into_iter().filter(|satu| {
        satu.sides.iter().all(|sisi| {
            let sebelum = dolar.partition_point(|d| d.start <= sisi.span.start);
            let terakhir = sebelum.checked_sub(1).and_then(|i| dolar.get(i));
            terakhir.is_none_or(|d| !d.contains(&sisi.span.start))
        })
    }));
    rantai
}

/// The same expression, further on in the text.
fn geser(expr: Expr, jarak: usize) -> Expr {
    let satu = |expr: Box<Expr>| Box::new(geser(*expr, jarak));
    let kind = match expr.kind {
        ExprKind::Fraction(a, b) => ExprKind::Fraction(satu(a), satu(b)),
        ExprKind::Power(a, b) => ExprKind::Power(satu(a), satu(b)),
        ExprKind::Percent(a) => ExprKind::Percent(satu(a)),
        ExprKind::Root(a) => ExprKind::Root(satu(a)),
        ExprKind::Product(faktor) => {
            ExprKind::Product(faktor.into_iter().map(|f| geser(f, jarak)).collect())
        }
        ExprKind::Sum(suku) => ExprKind::Sum(
            suku.into_iter()
                .map(|(kurang, s)| (kurang, geser(s, jarak)))
                .collect(),
        ),
        ExprKind::BigSum { from, to, of } => ExprKind::BigSum {
            from: from.map(satu),
            to: to.map(satu),
            of: satu(of),
        },
        polos @ (ExprKind::Number(_) | ExprKind::Symbol(_) | ExprKind::Unknown(_)) => polos,
    };
    Expr {
        kind,
        span: expr.span.start.saturating_add(jarak)..expr.span.end.saturating_add(jarak),
    }
}

/// Calls `lihat` with each number, a percentage with its sign, and what it is there for.
fn kunjungi(expr: &Expr, golongan: Golongan, lihat: &mut dyn FnMut(&Expr, Golongan)) {
    match &expr.kind {
        ExprKind::Number(_) => lihat(expr, golongan),
        ExprKind::Percent(dalam) => match dalam.kind {
            ExprKind::Number(_) => lihat(expr, golongan),
            _ => kunjungi(dalam, golongan, lihat),
        },
        ExprKind::Fraction(a, b) | ExprKind::Power(a, b) => {
            kunjungi(a, golongan, lihat);
            kunjungi(b, golongan, lihat);
        }
        ExprKind::Product(faktor) => {
            for satu in faktor {
                // The factor of a percentage is no figure.
                let seratus = hitung::cetakan(satu)
                    .is_some_and(|cetakan| cetakan.nilai == Decimal::ONE_HUNDRED);
                let golongan = if seratus { Golongan::Batas } else { golongan };
                kunjungi(satu, golongan, lihat);
            }
        }
        ExprKind::Sum(suku) => suku.iter().for_each(|(_, s)| kunjungi(s, golongan, lihat)),
        ExprKind::Root(dalam) => kunjungi(dalam, golongan, lihat),
        ExprKind::BigSum { from, to, of } => {
            for batas in [from, to].into_iter().flatten() {
                kunjungi(batas, Golongan::Urutan, lihat);
            }
            kunjungi(of, golongan, lihat);
        }
        ExprKind::Symbol(_) | ExprKind::Unknown(_) => {}
    }
}

fn angka(sumber: &Source, letak: Letak, expr: &Expr, golongan: Golongan) -> Option<Angka> {
    let teks = letak.teks(sumber).to_owned();
    let Some(cetakan) = hitung::cetakan(expr) else {
        return rusak(letak, teks, expr, golongan);
    };
    // A point that is no mark of thousands, as the reader of words would say.
    let titik = teks.contains('.') && !teks.contains(',') && cetakan.presisi > 0;
    Some(Angka {
        letak,
        teks,
        nilai: Some(cetakan.nilai),
        presisi: cetakan.presisi,
        skala: 0,
        satuan: if cetakan.persen {
            SatuanCetak::Persen
        } else {
            SatuanCetak::Tanpa
        },
        cacat: titik.then_some(Cacat::TitikDesimal),
        golongan,
        terbilang: None,
    })
}

/// A number whose groups of thousands are broken: it has no value.
fn rusak(letak: Letak, teks: String, expr: &Expr, golongan: Golongan) -> Option<Angka> {
    let ExprKind::Number(isi) = &expr.kind else {
        return None;
    };
    let grup: Vec<&str> = isi.split('.').collect();
    let digit = grup
        .iter()
        .all(|g| !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit()));
    (digit && grup.len() >= 3).then_some(Angka {
        letak,
        teks,
        nilai: None,
        presisi: 0,
        skala: 0,
        satuan: SatuanCetak::Tanpa,
        cacat: Some(Cacat::KelompokDigit),
        golongan,
        terbilang: None,
    })
}

/// Numbers by where they stand.
struct Tempat(Vec<(Kunci, AngkaId)>);

/// Piece, cell, first byte.
type Kunci = (usize, Option<usize>, usize);

impl Tempat {
    fn new(bacaan: &Bacaan) -> Self {
        let mut tempat: Vec<_> = bacaan
            .angka
            .iter()
            .enumerate()
            .map(|(i, angka)| {
                let letak = &angka.letak;
                ((letak.piece, letak.sel, letak.awal), AngkaId(i))
            })
            .collect();
        tempat.sort_unstable();
        Self(tempat)
    }

    /// The number of the words that the stretch shares a byte with.
    fn cari(&mut self, bacaan: &Bacaan, letak: &Letak) -> Option<AngkaId> {
        let sesudah = self
            .0
            .partition_point(|(kunci, _)| *kunci < (letak.piece, letak.sel, letak.akhir));
        let (_, id) = self.0.get(sesudah.checked_sub(1)?)?;
        let ada = &bacaan.angka.get(id.0)?.letak;
        (ada.piece == letak.piece && ada.sel == letak.sel && ada.akhir > letak.awal).then_some(*id)
    }
}

#[cfg(test)]
mod tests;
