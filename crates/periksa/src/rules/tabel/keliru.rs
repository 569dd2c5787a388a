//! Which term of a sum is the wrong one, where the printed sum is right.

use rust_decimal::Decimal;

use super::dugaan::{Dugaan, berbeda_satu, dugaan};
use super::hubungan::{self, Deret, Hubungan};
use super::jumlah::Selisih;
use crate::bacaan::{Angka, Bacaan, Tabel};

/// What is known of the wrong term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keliru {
    /// This one, by a slip of the typing hand; what it should be.
    Suku(usize, Decimal),
}

/// The one term that the sum, and its row or its digits, say is wrong.
pub(super) fn suku(bacaan: &Bacaan, s: &Selisih) -> Option<Keliru> {
    let tercetak = s.tercetak.1.nilai?;
    if let Some((i, baru)) = berbaris(bacaan, s) {
        return Some(Keliru::Suku(i, baru));
    }
    // A slip in the sum itself explains as much.
    if berbeda_satu(s.jumlah, tercetak) {
        return None;
    }
    let nilai: Vec<Decimal> = s.suku.iter().filter_map(|(_, _, a)| a.nilai).collect();
    match dugaan(&nilai, s.jumlah, tercetak)? {
        Dugaan::Tertukar(i, baru) | Dugaan::Bergeser(i, baru) => Some(Keliru::Suku(i, baru)),
        _ => None,
    }
}

/// The one term whose mending makes good its row as well as the sum, with the figure that does.
fn berbaris(bacaan: &Bacaan, s: &Selisih) -> Option<(usize, Decimal)> {
    let tabel = bacaan.tabel.get(s.tabel)?;
    let beda = s.tercetak.1.nilai?.checked_sub(s.jumlah)?;
    let deret = hubungan::deret(bacaan, tabel);
    let semua: Vec<Hubungan> = hubungan::semua(tabel, &deret)
        .into_iter()
        .filter(|h| [h.a, h.b, h.c].contains(&s.kolom) && !hubungan::diurus(tabel, h))
        .collect();
    let mut kena = s
        .suku
        .iter()
        .enumerate()
        .filter_map(|(i, (rujuk, _, angka))| {
            let baris = tabel
                .baris
                .get(rujuk.baris)
                .filter(|_| rujuk.tabel == s.tabel)?;
            let baru = angka.nilai?.checked_add(beda)?;
            let d = deret.iter().find(|d| d.baris.row == baris.row)?;
            membetulkan(tabel, &semua, d, s.kolom, baru).then_some((i, baru))
        });
    kena.next().filter(|_| kena.next().is_none())
}

/// Whether this figure in a column makes good a relation that the row breaks.
pub(super) fn membetulkan(
    tabel: &Tabel,
    semua: &[Hubungan],
    d: &Deret,
    kolom: usize,
    baru: Decimal,
) -> bool {
    let Some((id, angka)) = d.sel.get(kolom).copied().flatten() else {
        return false;
    };
    let ganti = Angka {
        nilai: Some(baru),
        ..angka.clone()
    };
    let mut sel = d.sel.clone();
    if let Some(tempat) = sel.get_mut(kolom) {
        *tempat = Some((id, &ganti));
    }
    let jadi = Deret {
        baris: d.baris,
        sel,
    };
    semua
        .iter()
        .any(|h| h.berlaku(tabel, d) == Some(false) && h.berlaku(tabel, &jadi) == Some(true))
}

/// Whether a sum of the column comes out with this figure in the row, and not with the printed one.
pub(super) fn terjumlah(
    bacaan: &Bacaan,
    selisih: &[Selisih],
    (tabel, row, kolom): (usize, usize, usize),
    baru: Decimal,
) -> bool {
    selisih
        .iter()
        .filter(|s| s.tabel == tabel && s.kolom == kolom)
        .any(|s| {
            let beda = s.tercetak.1.nilai.and_then(|n| n.checked_sub(s.jumlah));
            s.suku.iter().any(|(rujuk, _, angka)| {
                let sebaris = rujuk.tabel == tabel
                    && bacaan
                        .tabel
                        .get(tabel)
                        .and_then(|t| t.baris.get(rujuk.baris))
                        .is_some_and(|b| b.row == row);
                sebaris
                    && angka.nilai.zip(beda).and_then(|(n, b)| n.checked_add(b))
                        == Some(kinerja::bilangan::round_half_up(baru, angka.presisi))
            })
        })
}
