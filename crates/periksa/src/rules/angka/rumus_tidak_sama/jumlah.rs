//! A weighted mean that is written as a sum, its division forgotten.

use document::source::Piece;
use document::source::latex::{Chain, Expr, ExprKind};

use crate::bacaan::Rumus;
use crate::hitung::{self, peraga};
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Berat, Pemeriksaan, Temuan};

pub(super) fn periksa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    rumus: &Rumus,
    rantai: &Chain,
) {
    let Some((i, jumlah)) = rantai
        .sides
        .iter()
        .enumerate()
        .find(|(_, sisi)| polos(sisi))
    else {
        return;
    };
    let sesudah = rantai.sides.get(i + 1..).unwrap_or_default();
    let rata = seharusnya(jumlah);
    let terurai = sesudah.iter().any(|sisi| {
        hitung::pecahan(sisi).is_some_and(|(atas, _)| matches!(atas.kind, ExprKind::Sum(_)))
    });
    let (berat, pesan) = if terurai {
        (
            Berat::Wajib,
            "sisi kiri hanya jumlah hasil kali, sedangkan sisi kanannya jumlah itu dibagi dengan jumlah bobot; pembaginya belum ditulis",
        )
    } else if rantai.sides.len() == i + 1 && dibagi(bahan, rumus.piece) {
        (
            Berat::Anjuran,
            "rumus hanya menjumlahkan hasil kali, sedangkan kalimat di atasnya menyebut jumlah itu dibagi; pembaginya belum ditulis",
        )
    } else {
        return;
    };
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &rumus.letak(jumlah),
            pesan,
            format!("Tulis rata-rata tertimbang itu lengkap: {rata}."),
        )
        .berat(berat)
        .seharusnya(Some(rata)),
    );
}

/// Whether a side is a sum of products of letters, with no division in or around it.
fn polos(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::BigSum { of, .. } => hasil_kali(of).is_some(),
        _ => false,
    }
}

/// The last factor of a product of letters: the weight.
fn hasil_kali(expr: &Expr) -> Option<&Expr> {
    match &expr.kind {
        ExprKind::Product(faktor) => {
            let huruf = faktor
                .iter()
                .all(|satu| matches!(satu.kind, ExprKind::Symbol(_)));
            (huruf && faktor.len() > 1).then(|| faktor.last())?
        }
        _ => None,
    }
}

fn seharusnya(jumlah: &Expr) -> String {
    let bobot = match &jumlah.kind {
        ExprKind::BigSum { of, .. } => hasil_kali(of).map(peraga),
        _ => None,
    };
    format!("{} / Σ {}", peraga(jumlah), bobot.unwrap_or_default())
}

/// Whether the text right above the formula says that the sum is divided.
fn dibagi(bahan: &BahanDokumen, piece: usize) -> bool {
    const TERJAUH: usize = 4;
    let pieces = &bahan.bacaan.sumber.pieces;
    pieces
        .get(piece.saturating_sub(TERJAUH)..piece)
        .unwrap_or_default()
        .iter()
        .rev()
        .filter_map(|piece| match piece {
            Piece::Paragraph(passage) | Piece::Item { passage, .. } => Some(passage.text.as_str()),
            _ => None,
        })
        .find(|teks| !teks.trim().is_empty())
        .is_some_and(|teks| {
            let teks = normal(teks);
            ["dibagi", "membagi", "pembagian", "rata rata tertimbang"]
                .iter()
                .any(|kata| teks.contains(kata))
        })
}
