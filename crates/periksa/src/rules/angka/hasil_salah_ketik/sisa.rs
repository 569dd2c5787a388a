//! What is left, is missing or was added, and the two figures that it is the difference of.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::bacaan::{Angka, AngkaId, Bacaan, JenisBaris, Kalimat, SatuanCetak};
use crate::hitung::{self, Hitungan, tampil};
use crate::rules::angka::frasa::{Sebut, sebut};
use crate::salah_ketik::{SalahKetik, digit, salah_ketik};
use crate::understand::kosakata::normal;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// Pieces above in which the two figures may stand.
const PIECE_LALU: usize = 4;
/// Figures near the difference that are looked at.
const TERBANYAK: usize = 60;
/// An amount of money.
const SEJUTA: u32 = 1_000_000;
/// Words right before a figure that make it what is left over or was added.
const KATA: &[&str] = &[
    "sisanya",
    "selebihnya",
    "tersisa",
    "tinggal",
    "terlewat",
    "selisih",
    "selisihnya",
    "terpaut",
    "tambahan",
    "kekurangan",
    "kekurangannya",
    "kurang",
];
/// Phrases that do.
const FRASA: &[&str] = &[
    "yang belum",
    "yang tidak",
    "yang terlewat",
    "yang tersisa",
    "yang masih",
    "belum terserap",
    "tidak terserap",
];
/// Words by which it is something else.
const BUKAN: &[&str] = &[
    "dari",
    "target",
    "tahun",
    "rata",
    "menjadi",
    "minimal",
    "nilai",
    "capaian",
    "realisasi",
    "bawah",
    "atas",
    "terdiri",
    "naik",
    "turun",
    "meningkat",
    "menurun",
];

pub(super) fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for (i, kalimat) in bacaan.kalimat.iter().enumerate() {
        let semua = sebut(bacaan, kalimat);
        for (k, beda) in semua.iter().enumerate() {
            // The rest behind a list is the list's.
            let daftar = k >= 2 && beda.ada(&["selebihnya", "sisanya"]);
            if bersisa(beda) && !daftar {
                let depan = semua.get(..k).unwrap_or_default();
                let operan = operan(bacaan, i, kalimat, beda, depan);
                satu(bahan, aturan, catat, beda, &operan);
            }
        }
    }
}

/// Whether the words before a figure say that it is a difference.
fn bersisa(beda: &Sebut) -> bool {
    let mut kata: Vec<&str> = beda.sela.split_whitespace().rev().take(6).collect();
    let dekat = kata.iter().take(3).any(|k| KATA.contains(k));
    kata.reverse();
    let teks = format!(" {} ", kata.join(" "));
    let ada = dekat || FRASA.iter().any(|f| teks.contains(&format!(" {f} ")));
    ada && !beda.persen() && !kata.iter().any(|k| BUKAN.contains(k))
}

/// A figure that may be one of the two.
struct Operan<'b> {
    id: AngkaId,
    angka: &'b Angka,
}

fn satu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    beda: &Sebut,
    operan: &[Operan],
) {
    let bacaan = bahan.bacaan;
    let Some(nilai) = beda.angka.nilai.filter(|n| *n > Decimal::ZERO) else {
        return;
    };
    let panjang = digit(nilai, beda.angka.presisi).map_or(0, |d| d.len());
    let mut calon: Vec<(Hitungan, [&Operan; 2], SalahKetik)> = Vec::new();
    // One of the two figures of a short difference is the nearest before it.
    let batas = if panjang >= 3 { operan.len() } else { 1 };
    for (j, a) in operan.iter().enumerate() {
        for b in operan.get(j.saturating_add(1)..).unwrap_or_default() {
            let Some(h) = hitung::selisih(b.angka, a.angka) else {
                continue;
            };
            let mutlak = h.nilai.abs();
            if mutlak == nilai {
                catat.diperiksa([beda.id]);
                return;
            }
            // Its partner stands beside it, or sums a table up.
            let sekalimat = |o: &Operan| bacaan.kalimat_di(&o.angka.letak).map(|k| &k.letak);
            let jauh = panjang < 3 && b.angka.letak.sel.is_none() && sekalimat(a) != sekalimat(b);
            if j >= batas || mutlak.is_zero() || jauh {
                continue;
            }
            // No change of places brings a nought to the front.
            let seukuran =
                beda.angka.presisi == 0 || (nilai < Decimal::ONE) == (mutlak < Decimal::ONE);
            let slip = salah_ketik(nilai, beda.angka.presisi, mutlak)
                .filter(|s| *s == SalahKetik::Digit || (*s == SalahKetik::Tertukar && seukuran))
                .or_else(|| pendek(nilai, mutlak).filter(|_| panjang == 2));
            if let Some(slip) = slip
                && calon.iter().all(|(lain, ..)| lain.nilai.abs() != mutlak)
            {
                calon.push((h, [a, b], slip));
            }
        }
    }
    let [(hitungan, [a, b], slip)] = calon.as_slice() else {
        return;
    };
    catat.diperiksa([beda.id, a.id, b.id]);
    let presisi = beda.angka.presisi;
    let benar = hitungan.hasil(presisi).trim_start_matches('-').to_owned();
    catat.temuan(
        Temuan::di(
            aturan,
            bahan,
            &beda.angka.letak,
            format!(
                "tercetak {}, padahal selisih {} dan {} adalah {benar} ({})",
                tampil(beda.angka),
                tampil(a.angka),
                tampil(b.angka),
                slip.sebutan()
            ),
            format!("Tulis {benar}, atau periksa kedua angka pembentuknya pada sumbernya."),
        )
        .seharusnya(Some(benar))
        .hitungan(hitungan.tampil(presisi))
        .terkait(bahan, [&a.angka.letak, &b.angka.letak]),
    );
}

/// A slip in a number of two digits, where the words leave no doubt what it is the difference of.
fn pendek(tercetak: Decimal, benar: Decimal) -> Option<SalahKetik> {
    let (a, b) = (digit(tercetak, 0)?, digit(benar, 0)?);
    match (a.as_slice(), b.as_slice()) {
        ([p, q], [r, s]) if p == s && q == r && p != q => Some(SalahKetik::Tertukar),
        ([p, q], [r, s]) if (p == r) != (q == s) => Some(SalahKetik::Digit),
        _ => None,
    }
}

/// The figures of the same kind before the difference, nearest first: those of its sentence and of the text above, the
/// totals of the tables there, and the rows of a table that the sentence names.
fn operan<'b>(
    bacaan: &'b Bacaan,
    i: usize,
    kalimat: &Kalimat,
    beda: &Sebut,
    depan: &[Sebut<'b>],
) -> Vec<Operan<'b>> {
    const KALIMAT_LALU: usize = 8;
    let piece = kalimat.letak.piece;
    let awal = piece.saturating_sub(PIECE_LALU);
    let dekat = piece.saturating_sub(2);
    let mut hasil: Vec<Operan> = Vec::new();
    let mut tambah = |id: AngkaId| {
        hasil.push(Operan {
            id,
            angka: bacaan.angka(id),
        });
    };
    depan.iter().rev().for_each(|s| tambah(s.id));
    bacaan
        .kalimat
        .get(i.saturating_sub(KALIMAT_LALU)..i)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|k| k.letak.piece >= dekat && k.bagian == kalimat.bagian)
        .flat_map(|k| k.angka.iter().rev())
        .for_each(|id| tambah(*id));
    let teks = format!(" {} ", normal(bacaan.teks(&kalimat.letak)));
    let pertama = bacaan.tabel.partition_point(|t| t.piece < awal);
    for tabel in bacaan
        .tabel
        .get(pertama..)
        .unwrap_or_default()
        .iter()
        .take_while(|t| t.piece < piece)
    {
        for baris in &tabel.baris {
            let disebut = normal(&baris.label)
                .split(' ')
                .next()
                .is_some_and(|k| k.len() >= 3 && teks.contains(&format!(" {k} ")));
            let akhir = tabel.baris.last().is_some_and(|b| b.row == baris.row);
            if akhir
                || baris.jenis == JenisBaris::Total
                || (baris.jenis == JenisBaris::Isi && disebut)
            {
                (0..tabel.kolom.len())
                    .flat_map(|k| tabel.sel(baris.row, k))
                    .for_each(|id| tambah(*id));
            }
        }
    }
    hasil.retain(|o| o.angka.besaran().is_some() && sepadan(o.angka, beda.angka));
    let mut sudah = BTreeSet::new();
    hasil.retain(|o| sudah.insert(o.angka.nilai));
    hasil.truncate(TERBANYAK);
    hasil
}

fn sepadan(a: &Angka, beda: &Angka) -> bool {
    let uang = |x: &Angka| x.satuan == SatuanCetak::Rupiah;
    let persen = a.satuan == SatuanCetak::Persen;
    let besar = |x: &Angka| x.nilai.is_some_and(|n| n >= Decimal::from(SEJUTA));
    let sama = uang(a) == uang(beda) || (a.letak.sel.is_some() && besar(a) && besar(beda));
    sama && (!persen || beda.satuan == SatuanCetak::Indeks)
        && (a.presisi == beda.presisi || (persen && a.presisi == 0))
        && a.skala == beda.skala
        && a.nilai.is_some_and(|n| n > Decimal::ZERO)
}
