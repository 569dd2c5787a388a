//! The bound of a sum, and how many terms there are.

use std::collections::BTreeSet;

use document::source::latex::{Chain, Expr, ExprKind};

use crate::bacaan::{Bacaan, Letak, Rumus};
use crate::hitung::{self, peraga};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "jumlah-suku-tidak-cocok",
    judul: "Batas penjumlahan pada rumus tidak sama dengan banyaknya suku.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Batas pada tanda jumlah dicocokkan dengan banyaknya suku yang ditulis, dengan batas rumus umum yang sama pada bagian itu, dan dengan banyaknya bulan pada tabel yang mendahuluinya.",
            dasar: &["Aritmetika"],
            buruk: &[
                "Nilai tahunan dihitung dengan rumus:\n\n$$\\frac{\\sum_{i=1}^{4} (X_i \\cdot Y_i)}{\\sum_{i=1}^{4} Y_i} = \\frac{(3,50 \\cdot 40) + (3,60 \\cdot 60) + (3,55 \\cdot 50)}{40 + 60 + 50} = 3,56$$\n",
                "Nilai setahun dihitung atas empat triwulan:\n\n$$\\frac{\\sum_{i=1}^{4} (X_i \\cdot Y_i)}{\\sum_{i=1}^{4} Y_i}$$\n\nsehingga diperoleh:\n\n$$\\frac{\\sum_{i=1}^{3} (X_i \\cdot Y_i)}{\\sum_{i=1}^{3} Y_i} = \\frac{(3,50 \\cdot 40) + (3,60 \\cdot 60) + (3,55 \\cdot 50)}{40 + 60 + 50} = 3,56$$\n",
            ],
            baik: &[
                "Nilai tahunan dihitung dengan rumus:\n\n$$\\frac{\\sum_{i=1}^{3} (X_i \\cdot Y_i)}{\\sum_{i=1}^{3} Y_i} = \\frac{(3,50 \\cdot 40) + (3,60 \\cdot 60) + (3,55 \\cdot 50)}{40 + 60 + 50} = 3,56$$\n",
                "Nilai setahun dihitung atas empat triwulan, dan nilai unsur atas sembilan pertanyaan:\n\n$$\\frac{\\sum_{i=1}^{4} (X_i \\cdot Y_i)}{\\sum_{i=1}^{4} Y_i}$$\n\n$$\\frac{\\sum_{j=1}^{9} U_j}{9}$$\n",
            ],
        },
    },
};

/// A sum with bounds that are numbers.
struct Jumlah<'b> {
    rumus: &'b Rumus,
    /// The sign with its bounds.
    tanda: Letak,
    /// Terms that the bounds ask for.
    banyak: usize,
    /// What is summed, as text.
    isi: String,
    /// Terms that the chain spells out.
    suku: Option<usize>,
}

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let bacaan = bahan.bacaan;
    let mut semua: Vec<Jumlah> = Vec::new();
    for rumus in &bacaan.rumus {
        for rantai in &rumus.rantai {
            let suku = suku(rantai);
            for sisi in &rantai.sides {
                kumpulkan(rumus, sisi, suku, &mut semua);
            }
        }
    }
    /// Sums above that may be the general formula.
    const TERJAUH: usize = 40;
    let mut terakhir = None;
    for (i, jumlah) in semua.iter().enumerate() {
        // One finding for a formula: its sums share their bounds.
        if terakhir == Some(jumlah.rumus.piece) {
            continue;
        }
        let sebelum = semua.get(i.saturating_sub(TERJAUH)..i).unwrap_or_default();
        if let Some(temuan) = satu(bahan, aturan, jumlah, sebelum) {
            terakhir = Some(jumlah.rumus.piece);
            catat.temuan(temuan);
        }
    }
}

fn satu(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    jumlah: &Jumlah,
    sebelum: &[Jumlah],
) -> Option<Temuan> {
    let bacaan = bahan.bacaan;
    let batas = jumlah.banyak;
    if let Some(suku) = jumlah.suku.filter(|suku| *suku != batas) {
        return Some(
            Temuan::di(
                aturan,
                bahan,
                &jumlah.tanda,
                format!("tanda jumlah meminta {batas} suku, padahal yang ditulis {suku} suku"),
                "Lengkapi sukunya, atau sesuaikan batas penjumlahan.",
            )
            .seharusnya(Some(suku.to_string())),
        );
    }
    // Bounds of one general formula in the same part; the year of months decides which one is right.
    let bagian = |rumus: &Rumus| bacaan.bagian(rumus.piece).map(|b| b.piece);
    let umum = sebelum
        .iter()
        .rev()
        .find(|lain| lain.isi == jumlah.isi && bagian(lain.rumus) == bagian(jumlah.rumus))
        .filter(|lain| lain.banyak != batas);
    let bulan = bulan_tabel(bacaan, jumlah.rumus);
    let berbobot = jumlah.isi.contains('×');
    let dari_tabel = bulan
        .clone()
        .filter(|(banyak, _)| berbobot && *banyak != batas);
    if umum.is_none() && (dari_tabel.is_none() || jumlah.suku.is_none()) {
        return None;
    }
    if umum.is_some() && bulan.is_some_and(|(banyak, _)| banyak == batas) {
        return None;
    }
    let mut pesan = format!("penjumlahan ini atas {batas} suku");
    let mut seharusnya = None;
    let mut terkait = Vec::new();
    if let Some(umum) = umum {
        pesan.push_str(&format!(
            ", padahal rumus yang sama di atasnya atas {} suku",
            umum.banyak
        ));
        seharusnya = Some(umum.banyak);
        terkait.push(umum.tanda.clone());
    }
    if let Some((banyak, letak)) = dari_tabel {
        pesan.push_str(&format!(", dan tabel di atasnya memuat {banyak} bulan"));
        seharusnya = Some(banyak);
        terkait.push(letak);
    }
    Some(
        Temuan::di(
            aturan,
            bahan,
            &jumlah.tanda,
            pesan,
            "Samakan batas penjumlahan dengan banyaknya data, lalu hitung kembali; jumlah suku yang berbeda menandakan perhitungan dari data lain.",
        )
        .seharusnya(seharusnya.map(|n| n.to_string()))
        .terkait(bahan, &terkait),
    )
}

/// Terms of the numerator, or of the sum, that the chain spells out in numbers.
fn suku(rantai: &Chain) -> Option<usize> {
    rantai.sides.iter().find_map(|sisi| {
        let (atas, bawah) = hitung::pecahan(sisi).unwrap_or((sisi, sisi));
        hitung::selang(atas)?;
        match (&atas.kind, &bawah.kind) {
            (ExprKind::Sum(suku), _) | (_, ExprKind::Sum(suku)) => Some(suku.len()),
            _ => None,
        }
    })
}

fn kumpulkan<'b>(rumus: &'b Rumus, expr: &Expr, suku: Option<usize>, semua: &mut Vec<Jumlah<'b>>) {
    match &expr.kind {
        ExprKind::BigSum { from, to, of } => {
            if let Some(banyak) = banyak(from.as_deref(), to.as_deref()) {
                // With the brace that closes the upper bound.
                let akhir = to
                    .as_ref()
                    .map_or(expr.span.end, |to| to.span.end.saturating_add(1))
                    .min(expr.span.end);
                semua.push(Jumlah {
                    rumus,
                    tanda: rumus.letak(&Expr {
                        kind: ExprKind::Unknown(String::new()),
                        span: expr.span.start..akhir,
                    }),
                    banyak,
                    isi: peraga(of),
                    suku,
                });
            }
        }
        ExprKind::Fraction(a, b) => {
            kumpulkan(rumus, a, suku, semua);
            kumpulkan(rumus, b, suku, semua);
        }
        ExprKind::Product(faktor) => faktor
            .iter()
            .for_each(|satu| kumpulkan(rumus, satu, suku, semua)),
        _ => {}
    }
}

/// How many terms the bounds ask for, from "i=1" to "12".
fn banyak(dari: Option<&Expr>, sampai: Option<&Expr>) -> Option<usize> {
    let sampai = bilangan_bulat(&peraga(sampai?))?;
    let dari = peraga(dari?);
    let dari = bilangan_bulat(dari.rsplit('=').next()?)?;
    sampai.checked_sub(dari)?.checked_add(1).filter(|n| *n > 1)
}

fn bilangan_bulat(teks: &str) -> Option<usize> {
    teks.trim().parse().ok().filter(|n| *n < 10_000)
}

/// Months of the nearest table above that has months, in the same part.
fn bulan_tabel(bacaan: &Bacaan, rumus: &Rumus) -> Option<(usize, Letak)> {
    /// Fewer are no year, and may be anything.
    const TERSEDIKIT: usize = 6;
    let bagian = bacaan.bagian(rumus.piece).map(|b| b.piece);
    bacaan
        .tabel
        .iter()
        .rev()
        .filter(|tabel| {
            tabel.piece < rumus.piece && bacaan.bagian(tabel.piece).map(|b| b.piece) == bagian
        })
        .find_map(|tabel| {
            let kolom: BTreeSet<u8> = tabel.kolom.iter().filter_map(|k| k.bulan).collect();
            let baris: BTreeSet<u8> = tabel.isi().filter_map(|b| b.bulan).collect();
            let banyak = kolom.len().max(baris.len());
            (banyak >= TERSEDIKIT).then(|| {
                let letak = tabel
                    .judul
                    .clone()
                    .unwrap_or_else(|| Letak::new(tabel.piece, 0..0));
                (banyak, letak)
            })
        })
}
