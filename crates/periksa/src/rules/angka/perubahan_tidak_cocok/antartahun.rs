//! A change between two years that the sentence names, with the values of both said just before: "kenaikan dari tahun
//! 2021 ke tahun 2022 adalah 3,15 poin".

use std::collections::BTreeSet;

use crate::bacaan::{Angka, AngkaId, Bacaan, Kalimat};
use crate::hitung::{Hitungan, tampil};
use crate::rules::angka::frasa::{PERUBAHAN, Sebut, sebut};
use crate::understand::kosakata::{self, normal};
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// Sentences of the paragraph in which the values may stand.
const KALIMAT_LALU: usize = 5;

pub(super) fn periksa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    sudah: &BTreeSet<AngkaId>,
) {
    let bacaan = bahan.bacaan;
    for (i, kalimat) in bacaan.kalimat.iter().enumerate() {
        let semua = sebut(bacaan, kalimat);
        for beda in semua.iter().filter(|s| !sudah.contains(&s.id)) {
            dari_tabel(bahan, aturan, catat, kalimat, beda);
        }
        let Some(beda) = semua.first().filter(|s| !sudah.contains(&s.id)) else {
            continue;
        };
        let Some((dari, ke)) = dua_tahun(beda) else {
            continue;
        };
        let (Some(awal), Some(akhir)) = (
            bertahun(bacaan, i, kalimat, dari),
            bertahun(bacaan, i, kalimat, ke),
        ) else {
            continue;
        };
        let Some(cara) = super::perubahan(awal.angka, akhir.angka, beda.angka) else {
            continue;
        };
        let Some(utama) = cara.first() else {
            continue;
        };
        catat.diperiksa([beda.id, awal.id, akhir.id]);
        if cara.iter().any(|h| super::cocok_mutlak(h, beda.angka)) {
            continue;
        }
        catat.temuan(temuan(bahan, aturan, beda, awal.angka, akhir.angka, utama));
    }
}

/// "Kenaikan dari tahun 2021 ke tahun 2022 adalah", and nothing else before the figure.
fn dua_tahun(beda: &Sebut) -> Option<(i16, i16)> {
    let kata: Vec<&str> = beda.sela.split_whitespace().collect();
    if kata.len() > 12 || !beda.ada(PERUBAHAN) {
        return None;
    }
    let tahun: Vec<i16> = kata
        .iter()
        .filter_map(|k| kosakata::kata_tahun(k))
        .collect();
    let [dari, ke] = tahun.as_slice() else {
        return None;
    };
    (beda.ada(&["dari"]) && beda.ada(&["ke", "hingga", "sampai"]) && dari < ke)
        .then_some((*dari, *ke))
}

/// The one figure that the paragraph gives for a year.
fn bertahun<'b>(bacaan: &'b Bacaan, i: usize, kalimat: &Kalimat, tahun: i16) -> Option<Sebut<'b>> {
    let mut hasil: Vec<Sebut> = bacaan
        .kalimat
        .get(i.saturating_sub(KALIMAT_LALU)..i)
        .unwrap_or_default()
        .iter()
        .filter(|k| k.letak.piece == kalimat.letak.piece)
        .flat_map(|k| sebut(bacaan, k))
        .filter(|s| {
            kosakata::tahun(s.sela) == Some(tahun) && !s.ada(&["target"]) && !s.ada(&["capaian"])
        })
        .collect();
    match hasil.len() {
        1 => hasil.pop(),
        _ => None,
    }
}

/// "Pagu tahun 2023 naik 6,41% dibandingkan dengan tahun 2022", right below a table with a row for each year.
fn dari_tabel(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    kalimat: &Kalimat,
    beda: &Sebut,
) {
    let bacaan = bahan.bacaan;
    let berubah = beda
        .sela
        .split_whitespace()
        .rev()
        .take(2)
        .any(|k| PERUBAHAN.contains(&k));
    let piece = kalimat.letak.piece;
    let tabel = bacaan
        .tabel
        .partition_point(|t| t.piece < piece)
        .checked_sub(1)
        .and_then(|t| bacaan.tabel.get(t))
        .filter(|t| t.piece.saturating_add(2) >= piece);
    let (true, Some(tabel)) = (berubah && beda.persen() && beda.angka.presisi > 0, tabel) else {
        return;
    };
    let teks = normal(bacaan.teks(&kalimat.letak));
    let tahun: BTreeSet<i16> = teks.split(' ').filter_map(kosakata::kata_tahun).collect();
    let tahun: Vec<i16> = tahun.into_iter().collect();
    let [dari, ke] = tahun.as_slice() else {
        return;
    };
    let baris = |tahun: i16| {
        let mut ada = tabel.isi().filter(|b| b.tahun == Some(tahun));
        ada.next().filter(|_| ada.next().is_none())
    };
    let (Some(lama), Some(baru)) = (baris(*dari), baris(*ke)) else {
        return;
    };
    let mut kolom: Vec<(bool, &Angka, &Angka)> = Vec::new();
    for (k, judul) in tabel.kolom.iter().enumerate() {
        let judul = normal(judul.jalur.last().map_or("", String::as_str));
        let disebut = judul.split(' ').any(|kata| {
            kata.len() > 3
                && (beda.sela.contains(&format!(" {kata} "))
                    || beda.sela.contains(&format!(" {kata}nya ")))
        });
        if let ([a], [b]) = (tabel.sel(lama.row, k), tabel.sel(baru.row, k)) {
            kolom.push((disebut, bacaan.angka(*a), bacaan.angka(*b)));
        }
    }
    let dapat = |a: &Angka, b: &Angka| {
        super::perubahan(a, b, beda.angka)
            .is_some_and(|cara| cara.iter().any(|h| super::cocok_mutlak(h, beda.angka)))
    };
    if kolom.iter().any(|(_, a, b)| dapat(a, b)) {
        catat.diperiksa([beda.id]);
        return;
    }
    let mut disebut = kolom.iter().filter(|(disebut, ..)| *disebut);
    let (Some((_, awal, akhir)), None) = (disebut.next(), disebut.next()) else {
        return;
    };
    let cara = super::perubahan(awal, akhir, beda.angka).unwrap_or_default();
    if let Some(utama) = cara.first() {
        catat.diperiksa([beda.id]);
        catat.temuan(temuan(bahan, aturan, beda, awal, akhir, utama));
    }
}

pub(super) fn temuan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    beda: &Sebut,
    awal: &Angka,
    akhir: &Angka,
    utama: &Hitungan,
) -> Temuan {
    let presisi = beda.angka.presisi;
    let benar = utama.hasil(presisi).trim_start_matches('-').to_owned();
    Temuan::di(
        aturan,
        bahan,
        &beda.angka.letak,
        format!(
            "perubahan tercetak {}, padahal dari {} ke {} adalah {}",
            tampil(beda.angka),
            tampil(awal),
            tampil(akhir),
            utama.tampil(presisi)
        ),
        "Hitung kembali besar perubahannya dari kedua nilai yang disebut.",
    )
    .seharusnya(Some(benar))
    .hitungan(utama.tampil(presisi))
    .terkait(bahan, [&awal.letak, &akhir.letak])
}
