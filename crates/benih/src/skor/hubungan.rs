//! What a finding has to do with a planted error.

use document::source::{GridCell, Piece, Source};
use periksa::bacaan::Letak;
use periksa::{Lokasi, Temuan};

use crate::tanam::Tanaman;

fn letak(lokasi: &Lokasi) -> Option<&Letak> {
    match lokasi {
        Lokasi::Titik(titik) => Some(&titik.letak),
        _ => None,
    }
}

/// What a finding has to do with an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hubungan {
    /// Nothing.
    Jauh,
    /// It may follow from it.
    Akibat,
    /// It stands in the same row, or on the total of the same column.
    Sebaris,
    /// It names it as a related place.
    Terkait,
    /// It stands on it.
    Tepat,
}

/// The closest that it has to do with it.
pub(super) fn hubungan(temuan: &Temuan, tanaman: &Tanaman, sumber: &Source) -> Hubungan {
    let kena = |lokasi: &Lokasi| {
        letak(lokasi).is_some_and(|letak| {
            tanaman
                .tempat
                .iter()
                .any(|tempat| bertemu(letak, tempat, sumber))
        })
    };
    let sebaris = |lokasi: &Lokasi| {
        letak(lokasi).is_some_and(|letak| {
            tanaman
                .tempat
                .iter()
                .any(|tempat| semakna(letak, tempat, sumber))
        })
    };
    let dekat = |lokasi: &Lokasi| {
        letak(lokasi).is_some_and(|letak| {
            tanaman.akibat.contains(&(letak.piece, letak.sel))
                || tanaman
                    .tempat
                    .iter()
                    .any(|tempat| bersebelahan(letak, tempat, sumber))
        })
    };
    if kena(&temuan.lokasi) {
        Hubungan::Tepat
    } else if temuan.terkait.iter().any(kena) {
        Hubungan::Terkait
    } else if sebaris(&temuan.lokasi) {
        Hubungan::Sebaris
    } else if dekat(&temuan.lokasi) || temuan.terkait.iter().any(dekat) {
        Hubungan::Akibat
    } else {
        Hubungan::Jauh
    }
}

/// The same cell, the same table told as a whole, the same formula, or stretches of one paragraph that meet.
///
/// A formula that does not hold is wrong as a whole: which of its numbers is, arithmetic cannot tell.
fn bertemu(satu: &Letak, dua: &Letak, sumber: &Source) -> bool {
    let utuh = satu.sel.is_some()
        || matches!(
            sumber.pieces.get(satu.piece),
            Some(Piece::Formula(_) | Piece::Grid(_))
        );
    satu.piece == dua.piece
        && satu.sel == dua.sel
        && (utuh || (satu.awal < dua.akhir && dua.awal < satu.akhir))
}

/// The same row of a table, or the last row and the same column: a row that does not add up is wrong as a whole, and
/// so is a sum.
fn semakna(satu: &Letak, dua: &Letak, sumber: &Source) -> bool {
    let Some(Piece::Grid(grid)) = sumber
        .pieces
        .get(satu.piece)
        .filter(|_| satu.piece == dua.piece)
    else {
        return false;
    };
    let sel = |letak: &Letak| letak.sel.and_then(|sel| grid.cells.get(sel));
    let kolom = |sel: &GridCell| sel.column + sel.colspan.max(1);
    match (sel(satu), sel(dua)) {
        (Some(a), Some(b)) => a.row == b.row || (a.row + 1 == grid.rows && kolom(a) == kolom(b)),
        _ => false,
    }
}

/// The same paragraph; the same row or column of a table; the table as a whole.
fn bersebelahan(satu: &Letak, dua: &Letak, sumber: &Source) -> bool {
    if satu.piece != dua.piece {
        return false;
    }
    let (Some(Piece::Grid(grid)), Some(a), Some(b)) =
        (sumber.pieces.get(satu.piece), satu.sel, dua.sel)
    else {
        return true;
    };
    match (grid.cells.get(a), grid.cells.get(b)) {
        (Some(a), Some(b)) => a.row == b.row || a.column == b.column,
        _ => true,
    }
}

/// The same finding, as far as another version of the report lets one tell.
pub(super) fn sama(satu: &Temuan, dua: &Temuan) -> bool {
    satu.aturan == dua.aturan
        && satu.cuplikan == dua.cuplikan
        && match (letak(&satu.lokasi), letak(&dua.lokasi)) {
            (Some(a), Some(b)) => a.sel == b.sel && a.piece.abs_diff(b.piece) < 60,
            (a, b) => a.is_none() == b.is_none(),
        }
}
