//! A change against a year that the words name, whose other value stands elsewhere: "PNBP 2023 sebesar Rp6 juta, sehingga
//! pertumbuhannya 18%", "terhadap 2023 selisihnya 0,11".

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::bacaan::{Angka, AngkaId, JenisPerihal, Kalimat, Milik, Peran, Perihal, Pernyataan};
use crate::hitung;
use crate::rules::angka::frasa::{PERUBAHAN, Sebut, sebut};
use crate::understand::kosakata;
use crate::{Aturan, BahanDokumen, Pemeriksaan};

/// Pieces around in which the later value may stand.
const PIECE: usize = 8;

pub(super) fn periksa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    sudah: &BTreeSet<AngkaId>,
) {
    let mut per_bagian: BTreeMap<Option<usize>, Vec<&Pernyataan>> = BTreeMap::new();
    let bacaan = bahan.bacaan;
    for p in &bacaan.pernyataan {
        let cocok = p.perihal.jenis == JenisPerihal::Indikator
            && p.milik == Milik::Sendiri
            && p.peran == Peran::Realisasi
            && p.bulan.is_none();
        if cocok {
            let bagian = bacaan
                .bagian(bacaan.angka(p.angka).letak.piece)
                .map(|b| b.piece);
            per_bagian.entry(bagian).or_default().push(p);
        }
    }
    for kalimat in &bacaan.kalimat {
        let semua = sebut(bacaan, kalimat);
        for (k, beda) in semua.iter().enumerate() {
            if sudah.contains(&beda.id) {
                continue;
            }
            if let Some(lalu) = k.checked_sub(1).and_then(|k| semua.get(k)) {
                pertumbuhan(bahan, aturan, catat, kalimat, lalu, beda);
            }
            let bagian = bacaan.bagian(kalimat.letak.piece).map(|b| b.piece);
            if let Some(tentang) = per_bagian.get(&bagian) {
                selisih(bahan, aturan, catat, beda, tentang);
            }
        }
    }
}

/// A growth in percent that only the later value as divisor gives.
fn pertumbuhan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    kalimat: &Kalimat,
    lalu: &Sebut,
    beda: &Sebut,
) {
    let bacaan = bahan.bacaan;
    let dekat = beda
        .sela
        .split_whitespace()
        .rev()
        .take(4)
        .any(|k| PERUBAHAN.contains(&k));
    let setahun = kosakata::tahun(lalu.sela)
        .zip(bacaan.identitas.tahun)
        .is_some_and(|(a, b)| a < b);
    let sebesar = lalu.ada(&["sebesar", "sebanyak", "adalah", "berjumlah", "tercatat"])
        && !lalu.ada(PERUBAHAN);
    let setahun = setahun && sebesar && !beda.ada(&["dari", "terhadap", "menjadi"]);
    let besar = lalu.angka.nilai.is_some_and(|n| n >= Decimal::ONE_HUNDRED);
    if !(dekat && setahun && besar && beda.persen() && beda.angka.presisi >= 2) || lalu.persen() {
        return;
    }
    let piece = kalimat.letak.piece;
    let awal = bacaan
        .angka
        .partition_point(|a| a.letak.piece < piece.saturating_sub(PIECE));
    let dekat: Vec<&Angka> = bacaan
        .angka
        .get(awal..)
        .unwrap_or_default()
        .iter()
        .take_while(|a| a.letak.piece <= piece.saturating_add(1))
        .filter(|a| {
            a.besaran().is_some_and(|n| n > Decimal::ZERO) && hitung::setakar(a, lalu.angka)
        })
        .collect();
    let mutlak = |h: &hitung::Hitungan| super::cocok_mutlak(h, beda.angka);
    if dekat
        .iter()
        .any(|a| hitung::perubahan(lalu.angka, a).is_some_and(|h| mutlak(&h)))
    {
        catat.diperiksa([beda.id]);
        return;
    }
    let calon: BTreeMap<Decimal, &Angka> = dekat
        .iter()
        .filter(|a| hitung::perubahan(a, lalu.angka).is_some_and(|h| mutlak(&h)))
        .filter_map(|a| Some((a.nilai?, *a)))
        .collect();
    let mut calon = calon.into_values();
    let (Some(akhir), None) = (calon.next(), calon.next()) else {
        return;
    };
    if let Some(h) = hitung::perubahan(lalu.angka, akhir) {
        catat.diperiksa([beda.id, lalu.id]);
        catat.temuan(super::antartahun::temuan(
            bahan, aturan, beda, lalu.angka, akhir, &h,
        ));
    }
}

/// "Terhadap 2023 selisihnya 0,11": the two values of the indicator that the part of the document is about.
fn selisih(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    beda: &Sebut,
    tentang: &[&Pernyataan],
) {
    let bacaan = bahan.bacaan;
    let kata: Vec<&str> = beda.sela.split_whitespace().collect();
    let berubah = kata
        .iter()
        .rev()
        .take(2)
        .any(|k| ["selisih", "selisihnya"].contains(k) || PERUBAHAN.contains(k));
    let banding = beda.ada(&["terhadap", "dibanding", "dibandingkan", "dari"]);
    let (Some(lama), Some(kini)) = (kosakata::tahun(beda.sela), bacaan.identitas.tahun) else {
        return;
    };
    if !berubah
        || !banding
        || lama >= kini
        || beda.persen()
        || beda.angka.presisi == 0
        || kata.len() > 14
    {
        return;
    }
    let mut per: BTreeMap<&Perihal, (Vec<&Angka>, Vec<&Angka>)> = BTreeMap::new();
    for p in tentang {
        let angka = bacaan.angka(p.angka);
        let isi = per.entry(&p.perihal).or_default();
        if p.tahun == Some(lama) {
            isi.0.push(angka);
        } else if p.tahun == Some(kini) {
            isi.1.push(angka);
        }
    }
    let mut isi = per
        .into_values()
        .filter(|(a, b)| !a.is_empty() && !b.is_empty());
    let (Some((awal, akhir)), None) = (isi.next(), isi.next()) else {
        return;
    };
    let cocok = awal.iter().any(|a| {
        akhir.iter().any(|b| {
            super::perubahan(a, b, beda.angka)
                .is_some_and(|cara| cara.iter().any(|h| super::cocok_mutlak(h, beda.angka)))
        })
    });
    let (Some(a), Some(b)) = (awal.first(), akhir.first()) else {
        return;
    };
    let satu = awal.iter().all(|x| x.nilai == a.nilai) && akhir.iter().all(|x| x.nilai == b.nilai);
    let sepadan =
        satu && a.presisi == beda.angka.presisi && b.presisi == a.presisi && a.satuan == b.satuan;
    let Some(h) = hitung::selisih(a, b).filter(|_| sepadan) else {
        return;
    };
    catat.diperiksa([beda.id]);
    if !cocok {
        catat.temuan(super::antartahun::temuan(bahan, aturan, beda, a, b, &h));
    }
}
