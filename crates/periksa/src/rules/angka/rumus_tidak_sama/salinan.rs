//! A number that stands twice in one computation, once with a slip of the typing hand.

use std::collections::BTreeMap;

use document::source::latex::{Expr, ExprKind};
use kinerja::bilangan;
use rust_decimal::Decimal;

use super::super::alat;
use crate::bacaan::{Angka, Rumus};
use crate::hitung::{self, Cetakan, peraga};
use crate::salah_ketik::salah_ketik;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// Numbers of one part of a quotient that are looked at.
const TERBANYAK: usize = 40;
/// Digits below which two numbers are alike by chance.
const DIGIT: usize = 7;
/// The same for percentages of the same place in both parts.
const DIGIT_PERSEN: usize = 5;

pub(super) fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    if bacaan.rumus.is_empty() {
        return;
    }
    // Pieces that print a value, first and last.
    let mut tempat: BTreeMap<Decimal, (usize, usize)> = BTreeMap::new();
    for angka in &bacaan.angka {
        let Some(nilai) = angka.nilai.filter(|_| angka.skala == 0) else {
            continue;
        };
        let piece = angka.letak.piece;
        let satu = tempat.entry(nilai).or_insert((piece, piece));
        *satu = (satu.0.min(piece), satu.1.max(piece));
    }
    for rumus in &bacaan.rumus {
        let dikenal = |nilai: &Decimal| {
            tempat
                .get(nilai)
                .is_some_and(|t| *t != (rumus.piece, rumus.piece))
        };
        for sisi in rumus.rantai.iter().flat_map(|r| &r.sides) {
            if let Some((atas, bawah)) = hitung::pecahan(sisi) {
                kutipan(bahan, aturan, catat, rumus, (atas, bawah), &dikenal);
                pasangkan(bahan, aturan, catat, rumus, (atas, bawah), &dikenal);
            }
        }
    }
}

/// Pieces above a formula in which the sentence stands that it reckons out.
const PIECE_ATAS: usize = 2;

/// A long number of a formula that stands nowhere else, while the sentence above, which quotes another number of the
/// formula, has it with one slip less.
fn kutipan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    rumus: &Rumus,
    (atas, bawah): (&Expr, &Expr),
    dikenal: &dyn Fn(&Decimal) -> bool,
) {
    let bacaan = bahan.bacaan;
    let mut isi = Vec::new();
    kumpulkan(atas, &mut isi);
    kumpulkan(bawah, &mut isi);
    isi.truncate(TERBANYAK);
    let asing: Vec<&(&Expr, Cetakan)> = isi
        .iter()
        .filter(|(_, c)| !c.persen && c.presisi == 0 && digit(c) >= DIGIT && !dikenal(&c.nilai))
        .collect();
    if asing.is_empty() {
        return;
    }
    let dari = rumus.piece.saturating_sub(PIECE_ATAS);
    let awal = bacaan.kalimat.partition_point(|k| k.letak.piece < dari);
    let angka: Vec<&Angka> = bacaan
        .kalimat
        .get(awal..)
        .unwrap_or_default()
        .iter()
        .take_while(|k| k.letak.piece < rumus.piece)
        .flat_map(|k| &k.angka)
        .map(|id| bacaan.angka(*id))
        .filter(|a| a.besaran().is_some() && a.skala == 0)
        .take(TERBANYAK)
        .collect();
    let dikutip = isi
        .iter()
        .any(|(_, c)| digit(c) >= DIGIT && angka.iter().any(|a| a.nilai == Some(c.nilai)));
    if !dikutip {
        return;
    }
    for (expr, c) in asing {
        let mut calon = angka.iter().filter(|a| {
            a.presisi == 0
                && a.nilai
                    .is_some_and(|n| salah_ketik(c.nilai, c.presisi, n).is_some())
        });
        let Some(benar) = calon.next() else { continue };
        if calon.any(|lain| lain.nilai != benar.nilai) {
            continue;
        }
        let teks = bilangan::format(benar.nilai.unwrap_or_default(), 0);
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &alat::letak(bacaan, rumus, expr),
                format!(
                    "angka {} pada rumus ini tidak ada di tempat lain, dan agaknya salah ketik dari {teks} pada kalimat di atasnya",
                    peraga(expr)
                ),
                format!("Tulis {teks} pada rumus, lalu hitung kembali hasilnya."),
            )
            .seharusnya(Some(teks.clone()))
            .terkait(bahan, [&benar.letak]),
        );
    }
}

fn pasangkan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    rumus: &Rumus,
    (atas, bawah): (&Expr, &Expr),
    dikenal: &dyn Fn(&Decimal) -> bool,
) {
    let (mut kiri, mut kanan) = (Vec::new(), Vec::new());
    kumpulkan(atas, &mut kiri);
    kumpulkan(bawah, &mut kanan);
    // A quotient of two numbers has no copies.
    if kiri.len() < 2 {
        return;
    }
    for (satu, a) in kiri.iter().take(TERBANYAK) {
        for (lain, b) in kanan.iter().take(TERBANYAK) {
            let sejenis = a.persen == b.persen && a.presisi == b.presisi && a.nilai != b.nilai;
            let batas = if a.persen { DIGIT_PERSEN } else { DIGIT };
            if !sejenis
                || digit(a) < batas
                || digit(b) < batas
                || salah_ketik(a.nilai, a.presisi, b.nilai).is_none()
            {
                continue;
            }
            let (keliru, benar, sumber) = match (dikenal(&a.nilai), dikenal(&b.nilai)) {
                (true, false) => (lain, a, satu),
                (false, true) => (satu, b, lain),
                _ => continue,
            };
            let tanda = if benar.persen { "%" } else { "" };
            let teks = format!("{}{tanda}", bilangan::format(benar.nilai, benar.presisi));
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &alat::letak(bahan.bacaan, rumus, keliru),
                    format!(
                        "angka {} pada rumus ini agaknya salah ketik dari {teks}, yang tertulis pada bagian lain rumus yang sama dan di tempat lain dokumen",
                        peraga(keliru)
                    ),
                    format!("Tulis {teks} pada kedua tempat, lalu hitung kembali hasilnya."),
                )
                .seharusnya(Some(teks.clone()))
                .terkait(bahan, [&alat::letak(bahan.bacaan, rumus, sumber)]),
            );
        }
    }
}

fn digit(c: &Cetakan) -> usize {
    c.nilai.mantissa().unsigned_abs().to_string().len()
}

fn kumpulkan<'e>(expr: &'e Expr, semua: &mut Vec<(&'e Expr, Cetakan)>) {
    if let Some(satu) = hitung::cetakan(expr) {
        semua.push((expr, satu));
        return;
    }
    match &expr.kind {
        ExprKind::Fraction(a, b) | ExprKind::Power(a, b) => {
            kumpulkan(a, semua);
            kumpulkan(b, semua);
        }
        ExprKind::Product(faktor) => faktor.iter().for_each(|satu| kumpulkan(satu, semua)),
        ExprKind::Sum(suku) => suku.iter().for_each(|(_, satu)| kumpulkan(satu, semua)),
        ExprKind::Percent(dalam) | ExprKind::Root(dalam) => kumpulkan(dalam, semua),
        ExprKind::Number(_)
        | ExprKind::Symbol(_)
        | ExprKind::Unknown(_)
        | ExprKind::BigSum { .. } => {}
    }
}
