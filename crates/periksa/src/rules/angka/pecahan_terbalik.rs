//! A quotient printed upside down: only its reverse gives the printed result.

use document::source::latex::{Expr, ExprKind};

use super::alat;
use super::tiga::{Tiga, tiga};
use crate::bacaan::JenisPerihal;
use crate::hitung::{self, peraga, tampil};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "pecahan-terbalik",
    judul: "Pembilang dan penyebut tertukar.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Capaian dihitung sebagai realisasi dibagi target. Bila hasil yang tercetak hanya dapat diperoleh dengan membalik pecahan, pembilang dan penyebutnya tertukar, atau capaian dihitung terbalik. Indikator yang memang diharapkan turun tidak dinilai dari kalimatnya, karena rumusnya dapat berbeda.",
            dasar: &["Aritmetika", "Capaian = realisasi / target × 100%"],
            buruk: &[
                "Indeks kepuasan dihitung sebagai berikut:\n\n$$\\frac{698}{2.670,86} = 3,8264 \\text{ indeks}$$\n",
                "Capaian indikator dihitung sebagai berikut:\n\n$$\\frac{80,00}{84,40} \\times 100\\% = 105,50\\%$$\n",
                "Capaian tahun 2022 adalah 75/90 x 100% = 120%.\n",
            ],
            baik: &[
                "Indeks kepuasan dihitung sebagai berikut:\n\n$$\\frac{2.670,86}{698} = 3,8264 \\text{ indeks}$$\n",
                "Capaian indikator dihitung sebagai berikut:\n\n$$\\frac{84,40}{80,00} \\times 100\\% = 105,50\\%$$\n",
                "Capaian tahun 2022 adalah 90/75 x 100% = 120%. Capaian tahun 2021 adalah 3,99/4,01 x 100% = 99,5%.\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    rumus(bahan, aturan, catat);
    kalimat(bahan, aturan, catat);
}

fn rumus(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for rumus in &bacaan.rumus {
        for rantai in &rumus.rantai {
            let Some((bagian, hasil)) = hitung::bagian(rantai).and_then(|b| Some((b, b.hasil?)))
            else {
                continue;
            };
            if !hitung::terbalik(bagian.atas, bagian.bawah, hasil) {
                continue;
            }
            catat.diperiksa(
                [bagian.atas, bagian.bawah, hasil]
                    .into_iter()
                    .filter_map(|expr| alat::angka_di(bacaan, rumus, expr)),
            );
            let (atas, bawah) = (peraga(bagian.atas), peraga(bagian.bawah));
            let seratus = rust_decimal::Decimal::ONE_HUNDRED;
            let hasil_bagi = |a: &Expr, b: &Expr| hitung::nilai(a)?.checked_div(hitung::nilai(b)?);
            // A plain quotient ("3,55 indeks") or one in percent, whichever the printed result is near to.
            let dekat = |kali: rust_decimal::Decimal| {
                let nilai = hasil_bagi(bagian.bawah, bagian.atas)?.checked_mul(kali)?;
                Some(nilai.checked_sub(hitung::cetakan(hasil)?.nilai)?.abs())
            };
            let polos = dekat(rust_decimal::Decimal::ONE) < dekat(seratus);
            let (faktor, ekor, tanda, presisi) = if polos {
                let presisi = hitung::cetakan(hasil).map_or(2, |c| c.presisi);
                (rust_decimal::Decimal::ONE, "", "", presisi.max(2))
            } else {
                (seratus, " × 100%", "%", 2)
            };
            let nilai = |a: &Expr, b: &Expr| {
                let nilai = hasil_bagi(a, b)?.checked_mul(faktor)?;
                Some(kinerja::bilangan::format(nilai, presisi))
            };
            let tercetak = nilai(bagian.atas, bagian.bawah).unwrap_or_default();
            let dibalik = nilai(bagian.bawah, bagian.atas).unwrap_or_default();
            let pecahan = rantai
                .sides
                .iter()
                .find_map(|sisi| pecahan(sisi))
                .map_or_else(|| rumus.letak(bagian.atas), |p| rumus.letak(p));
            catat.temuan(
                Temuan::di(
                    aturan,
                    bahan,
                    &pecahan,
                    format!(
                        "pembilang dan penyebut tertukar: {atas} / {bawah}{ekor} = {tercetak}{tanda}, sedangkan hasil tercetak {} hanya diperoleh dari {bawah} / {atas}{ekor} = {dibalik}{tanda}",
                        peraga(hasil)
                    ),
                    if polos {
                        format!("Tukar pembilang dan penyebutnya ({bawah} / {atas}), dan pastikan kedua angka itu yang dimaksud.")
                    } else {
                        format!("Tulis realisasi sebagai pembilang dan target sebagai penyebut ({bawah} / {atas}), dan pastikan kedua angka itu yang dimaksud.")
                    },
                )
                .seharusnya(Some(format!("{bawah} / {atas}")))
                .hitungan(format!("{bawah} / {atas}{ekor} = {dibalik}{tanda}"))
                .terkait(bahan, &[alat::letak(bacaan, rumus, hasil)]),
            );
        }
    }
}

/// The quotient of two numbers in a side.
fn pecahan(expr: &Expr) -> Option<&Expr> {
    match &expr.kind {
        ExprKind::Fraction(a, b) if hitung::nilai(a).is_some() && hitung::nilai(b).is_some() => {
            Some(expr)
        }
        ExprKind::Product(faktor) => faktor.iter().find_map(pecahan),
        ExprKind::Percent(dalam) => pecahan(dalam),
        _ => None,
    }
}

/// Sentences whose percentage is target over realisasi.
fn kalimat(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    for tiga in tiga(bacaan) {
        let [realisasi, target, capaian] = tiga.angka(bacaan);
        if !terbalik(bahan, &tiga) {
            continue;
        }
        let (Some(benar), Some(keliru)) = (
            hitung::capaian(realisasi, target),
            hitung::capaian(target, realisasi),
        ) else {
            continue;
        };
        let presisi = capaian.presisi.max(2);
        catat.temuan(
            Temuan::di(
                aturan,
                bahan,
                &capaian.letak,
                format!(
                    "capaian tercetak {} adalah target dibagi realisasi ({}); capaian dihitung sebagai realisasi dibagi target",
                    tampil(capaian),
                    keliru.tampil(presisi)
                ),
                format!("Tulis {}, atau periksa mana yang target dan mana yang realisasi.", benar.hasil(presisi)),
            )
            .seharusnya(Some(benar.hasil(presisi)))
            .hitungan(benar.tampil(presisi))
            .selang(benar.selang, presisi)
            .terkait(bahan, [&realisasi.letak, &target.letak]),
        );
    }
}

/// Whether the capaian of a group is that of an indicator that should be high, computed upside down.
pub(super) fn terbalik(bahan: &BahanDokumen, tiga: &Tiga) -> bool {
    let bacaan = bahan.bacaan;
    let [realisasi, target, capaian] = tiga.angka(bacaan);
    tiga.pernyataan.is_some_and(|p| {
        p.perihal.jenis != JenisPerihal::Lain && !alat::boleh_menurun(bahan, &p.perihal)
    }) && alat::sebanding(realisasi, target)
        && hitung::capaian(realisasi, target).is_some_and(|h| !h.cocok(capaian))
        && hitung::capaian(target, realisasi).is_some_and(|h| h.cocok(capaian))
        && hitung::capaian_menurun(realisasi, target).is_none_or(|h| !h.cocok(capaian))
}
