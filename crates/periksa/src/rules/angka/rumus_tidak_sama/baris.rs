//! A computation over several lines, each of which begins with its equals sign.

use document::source::Piece;
use document::source::latex::Expr;
use kinerja::{Selang, bilangan};
use rust_decimal::Decimal;

use crate::bacaan::Letak;
use crate::hitung::{self, peraga};
use crate::understand::sisi_terakhir_dan_pertama;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

pub(super) fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let mut sebelum: Option<Expr> = None;
    for (i, piece) in bahan.bacaan.sumber.pieces.iter().enumerate() {
        let teks = match piece {
            Piece::Paragraph(passage) | Piece::Item { passage, .. } => passage.text.as_str(),
            Piece::Running(_) => continue,
            _ => {
                sebelum = None;
                continue;
            }
        };
        if teks.trim().is_empty() {
            continue;
        }
        let (terakhir, pertama) = sisi_terakhir_dan_pertama(teks);
        if let (Some(kiri), Some(kanan)) = (&sebelum, &pertama)
            && hitung::cetakan(kiri).is_none()
            && hitung::cetakan(kanan).is_some()
            && hitung::dapat_sama(kiri, kanan) == Some(false)
            && let Some(temuan) = temuan(bahan, aturan, i, kiri, kanan)
        {
            catat.temuan(temuan);
        }
        sebelum = terakhir;
    }
}

fn temuan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    piece: usize,
    kiri: &Expr,
    kanan: &Expr,
) -> Option<Temuan> {
    let cetakan = hitung::cetakan(kanan)?;
    let (faktor, tanda) = if cetakan.persen {
        (Decimal::ONE_HUNDRED, "%")
    } else {
        (Decimal::ONE, "")
    };
    let presisi = cetakan.presisi.max(2);
    let nilai = hitung::nilai(kiri)?.checked_mul(faktor)?;
    let benar = format!("{}{tanda}", bilangan::format(nilai, presisi));
    let hitungan = format!("{} = {benar}", peraga(kiri));
    let temuan = Temuan::di(
        aturan,
        bahan,
        &Letak::new(piece, kanan.span.clone()),
        format!("hasil tercetak {}, padahal {hitungan}", peraga(kanan)),
        format!("Periksa angka pada baris di atasnya; bila angka itu benar, hasilnya {benar}."),
    )
    .seharusnya(Some(benar.clone()))
    .hitungan(hitungan)
    .selang(hitung::selang(kiri)?.kali(Selang::titik(faktor))?, presisi);
    Some(temuan)
}
