//! What a formula is about: from its words, the formula and the line above it, and its heading.

use document::source::Piece;
use document::source::latex::{Chain, Expr, ExprKind};

use crate::bacaan::{Bacaan, JenisPerihal, Peran, Perihal, Rumus};
use crate::hitung;
use crate::understand::kosakata::{self, normal};

/// Pieces above a formula in which its label may stand.
const TERJAUH: usize = 3;

/// A longer line above a formula is text, and counts only if a colon announces the formula.
const LABEL_TERPANJANG: usize = 120;

/// The names of the indicators as words for comparison, with their keys.
pub(super) fn sebutan(bacaan: &Bacaan) -> Vec<(String, String)> {
    let mut sebutan: Vec<(String, String)> = bacaan
        .indikator
        .iter()
        .flat_map(|indikator| {
            std::iter::once(&indikator.nama)
                .chain(&indikator.sebutan)
                .map(|nama| (format!(" {} ", normal(nama)), indikator.kunci.clone()))
        })
        .filter(|(nama, _)| !nama.trim().is_empty())
        .collect();
    // The longest name that is found is the one that is meant.
    sebutan.sort_by_key(|(nama, _)| std::cmp::Reverse(nama.len()));
    sebutan
}

/// Fills in what the formula is about.
pub(super) fn beri_makna(
    bacaan: &Bacaan,
    sebutan: &[(String, String)],
    sebelum: Option<&Rumus>,
    rumus: &mut Rumus,
) {
    let mut sumber = vec![kata_rumus(&rumus.rantai)];
    if let Some(label) = sebelum.filter(|label| melabeli(label, rumus)) {
        sumber.push(kata_rumus(&label.rantai));
    }
    sumber.push(baris_di_atas(bacaan, rumus));
    rumus.perihal = sumber
        .iter()
        .find_map(|teks| perihal(sebutan, teks))
        .or_else(|| perihal_bagian(bacaan, rumus.piece));
    rumus.peran = peran(rumus, &sumber.join(" "));
    let laporan = bacaan.identitas.tahun;
    rumus.tahun = sumber
        .iter()
        .find_map(|teks| tahun(kalimat_akhir(teks)))
        // A later year than the report's is that of a target.
        .filter(|tahun| laporan.is_none_or(|laporan| *tahun <= laporan))
        .or(laporan);
}

/// The sentence that leads over to the formula; the years of the ones before are their own.
fn kalimat_akhir(teks: &str) -> &str {
    teks.rsplit(". ").next().unwrap_or(teks)
}

/// Whether a formula of words stands right before one of numbers and tells what these are.
pub(super) fn melabeli(label: &Rumus, rumus: &Rumus) -> bool {
    let jarak = rumus.piece.saturating_sub(label.piece);
    jarak <= 2
        && label.piece <= rumus.piece
        && label.sel == rumus.sel
        && label
            .rantai
            .iter()
            .any(|r| hitung::pecahan_kata(r).is_some())
        && label.rantai.iter().all(|r| hitung::bagian(r).is_none())
        && rumus.rantai.iter().any(|r| hitung::bagian(r).is_some())
}

/// The words in a formula, in order.
pub(super) fn kata_rumus(rantai: &[Chain]) -> String {
    let mut kata = String::new();
    for sisi in rantai.iter().flat_map(|r| &r.sides) {
        kumpulkan_kata(sisi, &mut kata);
    }
    kata
}

/// The words in an expression, each followed by a space.
pub(super) fn kumpulkan_kata(expr: &Expr, kata: &mut String) {
    match &expr.kind {
        ExprKind::Symbol(teks) | ExprKind::Unknown(teks) => {
            kata.push_str(teks);
            kata.push(' ');
        }
        // "tahun 2023" may be read as words and a number.
        ExprKind::Number(teks) if kosakata::kata_tahun(teks).is_some() => {
            kata.push_str(teks);
            kata.push(' ');
        }
        ExprKind::Number(_) => {}
        ExprKind::Fraction(a, b) | ExprKind::Power(a, b) => {
            kumpulkan_kata(a, kata);
            kumpulkan_kata(b, kata);
        }
        ExprKind::Product(faktor) => faktor.iter().for_each(|f| kumpulkan_kata(f, kata)),
        ExprKind::Sum(suku) => suku.iter().for_each(|(_, s)| kumpulkan_kata(s, kata)),
        ExprKind::Percent(a) | ExprKind::Root(a) | ExprKind::BigSum { of: a, .. } => {
            kumpulkan_kata(a, kata);
        }
    }
}

/// The label above: the nearest short line, or longer one with a colon; for a formula in a line, what stands before it.
fn baris_di_atas(bacaan: &Bacaan, rumus: &Rumus) -> String {
    let pieces = &bacaan.sumber.pieces;
    let sendiri = matches!(pieces.get(rumus.piece), Some(Piece::Formula(_)));
    if !sendiri {
        let Some(awal) = rumus
            .rantai
            .first()
            .and_then(|r| r.sides.first())
            .map(|sisi| rumus.letak(sisi))
        else {
            return String::new();
        };
        let pertama = bacaan
            .kalimat
            .partition_point(|kalimat| kalimat.letak.piece < rumus.piece);
        let mulai = bacaan
            .kalimat
            .get(pertama..)
            .unwrap_or_default()
            .iter()
            .take_while(|kalimat| kalimat.letak.piece == rumus.piece)
            .find(|kalimat| kalimat.letak.memuat(&awal))
            .map_or(0, |kalimat| kalimat.letak.awal);
        let sebelum = awal
            .bacaan(bacaan.sumber)
            .and_then(|passage| passage.text.get(mulai..awal.awal))
            .unwrap_or_default();
        if !sebelum.trim().is_empty() {
            return sebelum.to_owned();
        }
    }
    let atas = rumus.piece.saturating_sub(TERJAUH)..rumus.piece;
    for piece in pieces.get(atas).unwrap_or_default().iter().rev() {
        let teks = match piece {
            Piece::Formula(_) | Piece::Running(_) | Piece::Footnote { .. } => continue,
            Piece::Grid(_) => break,
            lain => lain.passage().map_or("", |p| p.text.trim()),
        };
        if teks.is_empty() {
            continue;
        }
        if teks.len() <= LABEL_TERPANJANG || teks.ends_with(':') {
            return teks.to_owned();
        }
        break;
    }
    String::new()
}

/// What a text is about: an indicator by its longest name in it, or else spending or revenue.
fn perihal(sebutan: &[(String, String)], teks: &str) -> Option<Perihal> {
    let teks = format!(" {} ", normal(teks));
    if teks.trim().is_empty() {
        return None;
    }
    if let Some((_, kunci)) = sebutan
        .iter()
        .find(|(nama, _)| teks.contains(nama.as_str()))
    {
        return Some(Perihal::indikator(kunci.clone()));
    }
    let ada = |kata: &[&str]| kata.iter().any(|kata| teks.contains(&format!(" {kata} ")));
    if ada(&["pnbp", "penerimaan", "pendapatan"]) {
        return Some(Perihal {
            jenis: JenisPerihal::Pendapatan,
            kunci: "total".to_owned(),
        });
    }
    ada(&["anggaran", "pagu", "dipa", "belanja"]).then(|| Perihal::anggaran("total"))
}

/// The indicator of the heading, or of one above it.
fn perihal_bagian(bacaan: &Bacaan, piece: usize) -> Option<Perihal> {
    let mut bagian = bacaan.bagian(piece)?;
    // A chain of headings is short; the bound holds against one that is tied in a ring.
    for _ in 0..8 {
        if let Some(indikator) = bagian.indikator.and_then(|i| bacaan.indikator.get(i)) {
            return Some(Perihal::indikator(indikator.kunci.clone()));
        }
        bagian = bacaan.kerangka.get(bagian.induk?)?;
    }
    None
}

/// What the result of the formula is.
fn peran(rumus: &Rumus, kata: &str) -> Option<Peran> {
    let kata = format!(" {} ", normal(kata));
    let ada = |k: &str| kata.contains(&format!(" {k} "));
    let persen = rumus
        .rantai
        .iter()
        .any(|r| hitung::bagian(r).is_some() && r.sides.iter().any(hitung::berpersen));
    if persen {
        let capaian = [
            "capaian",
            "realisasi",
            "target",
            "pengukuran",
            "penyerapan",
            "serapan",
        ];
        return match () {
            () if kata.contains(" jangka menengah ")
                || (ada("target") && (ada("renstra") || kata.contains(" rencana strategis "))) =>
            {
                Some(Peran::CapaianJangkaMenengah)
            }
            () if capaian.into_iter().any(ada) => Some(Peran::Capaian),
            () => None,
        };
    }
    let tertimbang = rumus
        .rantai
        .iter()
        .flat_map(|r| &r.sides)
        .any(rerata_tertimbang);
    tertimbang.then_some(Peran::Nilai)
}

/// Whether a side is a mean that is weighted, or of several terms.
pub(super) fn rerata_tertimbang(expr: &Expr) -> bool {
    let Some((atas, bawah)) = hitung::pecahan(expr) else {
        return false;
    };
    let hasil_kali =
        |expr: &Expr| matches!(expr.kind, ExprKind::Product(_) | ExprKind::BigSum { .. });
    match (&atas.kind, &bawah.kind) {
        (ExprKind::Sum(suku), _) => suku.iter().all(|(_, s)| hasil_kali(s)),
        (ExprKind::BigSum { .. }, _) => true,
        _ => false,
    }
}

/// The year of the result: the last one that the words name is that of a target, so the first.
fn tahun(teks: &str) -> Option<i16> {
    kosakata::kata(teks).find_map(|(_, kata)| kosakata::kata_tahun(kata))
}
