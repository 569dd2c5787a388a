//! The staff divided by one trait in a sentence that does not name the whole: "Dilihat dari pendidikan, 4 orang S2, …".

use rust_decimal::Decimal;

use crate::bacaan::{AngkaId, Bacaan, JenisBaris, JenisPerihal, Kalimat, Milik};
use crate::rules::angka::frasa::{PERUBAHAN, Sebut};
use crate::{Aturan, BahanDokumen, Pemeriksaan};

/// Pieces above in which a table of the staff may stand.
const PIECE_LALU: usize = 4;

pub(super) fn periksa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    kalimat: &Kalimat,
    semua: &[Sebut],
) {
    let bacaan = bahan.bacaan;
    let (Some(pertama), Some(akhir)) = (semua.first(), semua.last()) else {
        return;
    };
    let pembuka = pertama.ada(&["dilihat", "berdasarkan", "menurut", "ditinjau", "dari"])
        && pertama.ada(&[
            "pendidikan",
            "pendidikannya",
            "golongan",
            "golongannya",
            "kelamin",
            "pangkat",
            "usia",
            "jabatan",
        ]);
    let bersih = (3..=10).contains(&semua.len())
        && pembuka
        && pertama.sela.split_whitespace().count() <= 8
        && ["orang", "pegawai", "pns", "asn"].contains(&pertama.satuan)
        && akhir.sela.ends_with(" dan ")
        && semua.iter().all(|s| {
            s.angka.presisi == 0
                && s.angka.skala == 0
                && !s.persen()
                && !s.ada(PERUBAHAN)
                && s.sela.split_whitespace().count() <= 8
        })
        && semua
            .iter()
            .skip(1)
            .all(|s| !s.ada(&["dari", "tahun", "antaranya", "termasuk", "masing"]));
    let jumlah = semua
        .iter()
        .try_fold(Decimal::ZERO, |n, s| n.checked_add(s.angka.nilai?));
    let Some(jumlah) = jumlah.filter(|_| bersih) else {
        return;
    };
    let utuh = keseluruhan(bacaan, kalimat);
    let nilai = |id: &AngkaId| bacaan.angka(*id).nilai;
    if utuh.iter().any(|id| nilai(id) == Some(jumlah)) {
        catat.diperiksa(semua.iter().map(|s| s.id));
        return;
    }
    // A group of the staff may have been divided; the whole is no more than a few away.
    let dekat = utuh.iter().filter(|id| {
        nilai(id).is_some_and(|n| {
            let batas = n.checked_div(Decimal::from(5)).unwrap_or_default();
            (n - jumlah).abs() <= batas
        })
    });
    if let Some(id) = dekat.min_by_key(|id| nilai(id).map(|n| (n - jumlah).abs())) {
        let bagian: Vec<AngkaId> = semua.iter().map(|s| s.id).collect();
        super::nilai(bahan, aturan, catat, *id, &bagian);
    }
}

/// What the document says of the whole staff, and the totals of the tables right above.
fn keseluruhan(bacaan: &Bacaan, kalimat: &Kalimat) -> Vec<AngkaId> {
    let piece = kalimat.letak.piece;
    let mut hasil: Vec<AngkaId> = bacaan
        .pernyataan
        .iter()
        .filter(|p| {
            p.perihal.jenis == JenisPerihal::Pegawai
                && p.perihal.kunci == "jumlah"
                && p.milik == Milik::Sendiri
        })
        .map(|p| p.angka)
        .collect();
    let dari = bacaan
        .tabel
        .partition_point(|t| t.piece < piece.saturating_sub(PIECE_LALU));
    for tabel in bacaan
        .tabel
        .get(dari..)
        .unwrap_or_default()
        .iter()
        .take_while(|t| t.piece < piece)
    {
        let total = tabel.baris.iter().filter(|b| b.jenis == JenisBaris::Total);
        hasil.extend(total.filter_map(|b| {
            (0..tabel.kolom.len())
                .rev()
                .find_map(|k| tabel.sel(b.row, k).first().copied())
        }));
    }
    hasil.retain(|id| {
        bacaan
            .angka(*id)
            .besaran()
            .is_some_and(|n| n > Decimal::TEN)
    });
    hasil
}
