//! A change that is told twice, as a difference and in percent: "turun 30 kasus atau 25,00%", "dari 400 menjadi 300 atau
//! turun 25,00%".

use std::collections::BTreeSet;

use crate::bacaan::{Angka, AngkaId, Bacaan, Kalimat};
use crate::hitung::{self, tampil};
use crate::rules::angka::frasa::{BERKURANG, PERUBAHAN, Sebut, sebut, sejenis};
use crate::understand::kosakata;
use crate::{Aturan, BahanDokumen, Pemeriksaan, Temuan};

/// Holds the percentage against the difference and the earlier value, where the text quotes both values.
pub(super) fn periksa(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    sudah: &BTreeSet<AngkaId>,
) {
    let bacaan = bahan.bacaan;
    for (i, kalimat) in bacaan.kalimat.iter().enumerate() {
        let semua = sebut(bacaan, kalimat);
        for tiga in semua.windows(3) {
            if let [awal, akhir, persen] = tiga
                && !sudah.contains(&persen.id)
            {
                dari_menjadi(bahan, aturan, catat, awal, akhir, persen);
            }
        }
        for dua in semua.windows(2) {
            let [beda, persen] = dua else {
                continue;
            };
            let cocok = persen.persen()
                && !beda.persen()
                && persen.menyamai()
                && persen.sela.split_whitespace().count() <= 3
                && beda
                    .sela
                    .split_whitespace()
                    .rev()
                    .take(6)
                    .any(|kata| PERUBAHAN.contains(&kata));
            if cocok && !sudah.contains(&persen.id) {
                satu(bahan, aturan, catat, i, kalimat, beda, persen);
            }
        }
    }
}

/// "Dari 400 menjadi 300 atau turun 25,00%": both values right before the percentage.
fn dari_menjadi(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    awal: &Sebut,
    akhir: &Sebut,
    persen: &Sebut,
) {
    let dekat = |s: &Sebut, kata: &str| s.sela.split_whitespace().rev().take(3).any(|k| k == kata);
    let cocok = persen.persen()
        && sejenis(awal, akhir)
        && dekat(awal, "dari")
        && dekat(akhir, "menjadi")
        && persen.ada(&["atau"])
        && (persen.ada(PERUBAHAN) || persen.menyamai())
        && persen.sela.split_whitespace().count() <= 10;
    let Some(hitungan) = cocok
        .then(|| hitung::perubahan(awal.angka, akhir.angka))
        .flatten()
    else {
        return;
    };
    catat.diperiksa([awal.id, akhir.id, persen.id]);
    let balik = hitung::Hitungan {
        selang: kinerja::Selang {
            bawah: -hitungan.selang.atas,
            atas: -hitungan.selang.bawah,
        },
        ..hitungan.clone()
    };
    if hitungan.cocok(persen.angka) || balik.cocok(persen.angka) {
        return;
    }
    catat.temuan(temuan(
        bahan,
        aturan,
        persen,
        awal.angka,
        akhir.angka,
        &hitungan,
    ));
}

fn satu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    catat: &mut Pemeriksaan,
    i: usize,
    kalimat: &Kalimat,
    beda: &Sebut,
    persen: &Sebut,
) {
    let bacaan = bahan.bacaan;
    let calon = calon(bacaan, i, kalimat, beda);
    let turun = beda.ada(BERKURANG);
    let mut pasangan: Vec<(&Calon, &Calon)> = Vec::new();
    for a in &calon {
        for b in &calon {
            if let (Some(x), Some(y), Some(d)) = (a.angka.nilai, b.angka.nilai, beda.angka.nilai)
                && (if turun { x.checked_sub(y) } else { y.checked_sub(x) }) == Some(d)
                // An earlier year is the earlier value; without years the words of direction tell.
                && a.tahun.zip(b.tahun).is_none_or(|(a, b)| a < b)
            {
                pasangan.push((a, b));
            }
        }
    }
    let Some((awal, akhir)) = pasangan.first() else {
        return;
    };
    let bagian =
        |bawah: &Angka| hitung::capaian(beda.angka, bawah).is_some_and(|h| h.cocok(persen.angka));
    let berubah = |a: &Angka, b: &Angka| {
        let h = if turun {
            hitung::perubahan(a, b).map(|h| hitung::Hitungan {
                selang: kinerja::Selang {
                    bawah: -h.selang.atas,
                    atas: -h.selang.bawah,
                },
                ..h
            })
        } else {
            hitung::perubahan(a, b)
        };
        h.is_some_and(|h| h.cocok(persen.angka))
    };
    catat.diperiksa([persen.id, beda.id]);
    // Another base explains it, unless it is the later value of the pair.
    let dapat = pasangan
        .iter()
        .any(|(a, b)| bagian(a.angka) || berubah(a.angka, b.angka))
        || calon
            .iter()
            .filter(|c| pasangan.iter().all(|(_, b)| b.angka.nilai != c.angka.nilai))
            .any(|c| bagian(c.angka));
    let Some(hitungan) = hitung::perubahan(awal.angka, akhir.angka).filter(|_| !dapat) else {
        return;
    };
    catat.temuan(temuan(
        bahan,
        aturan,
        persen,
        awal.angka,
        akhir.angka,
        &hitungan,
    ));
}

fn temuan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    persen: &Sebut,
    awal: &Angka,
    akhir: &Angka,
    hitungan: &hitung::Hitungan,
) -> Temuan {
    let presisi = persen.angka.presisi.max(2);
    Temuan::di(
        aturan,
        bahan,
        &persen.angka.letak,
        format!(
            "perubahan tercetak {}, padahal {}",
            tampil(persen.angka),
            hitungan.tampil(presisi)
        ),
        "Hitung kembali besar perubahannya terhadap nilai awal.",
    )
    .seharusnya(Some(
        hitungan.hasil(presisi).trim_start_matches('-').to_owned(),
    ))
    .hitungan(hitungan.tampil(presisi))
    .terkait(bahan, [&awal.letak, &akhir.letak])
}

/// A value that may be one of the two.
struct Calon<'b> {
    angka: &'b Angka,
    tahun: Option<i16>,
}

/// The figures of this sentence and of those right before it under the same heading.
fn calon<'b>(bacaan: &'b Bacaan, i: usize, kalimat: &Kalimat, beda: &Sebut) -> Vec<Calon<'b>> {
    const KALIMAT_TERBANYAK: usize = 6;
    const TERBANYAK: usize = 40;
    bacaan
        .kalimat
        .get(i.saturating_sub(KALIMAT_TERBANYAK)..=i)
        .unwrap_or_default()
        .iter()
        .filter(|k| k.bagian == kalimat.bagian)
        .flat_map(|k| sebut(bacaan, k))
        .filter(|s| s.id != beda.id && sejenis(s, beda))
        .take(TERBANYAK)
        .map(|s| Calon {
            angka: s.angka,
            tahun: kosakata::tahun(s.sela),
        })
        .collect()
}
