//! A formula of capaian that divides the target by the realisasi, for an indicator of which more is better.

use document::source::latex::{Expr, ExprKind};
use hukum::Arah;

use crate::bacaan::{Letak, Rumus};
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "rumus-capaian-terbalik",
    judul: "Rumus capaian membagi target dengan realisasi.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Capaian indikator yang makin tinggi makin baik adalah realisasi dibagi target. Rumus yang membagi target dengan realisasi memberi capaian rendah bagi kinerja tinggi. Bagi indikator yang makin rendah makin baik, yang digandakan adalah target, yaitu (2 × target − realisasi) / target; rumus yang menggandakan realisasi ditunjuk.",
            dasar: &["Peraturan Menteri PANRB Nomor 53 Tahun 2014, pengukuran capaian"],
            buruk: &[
                "Capaian Indeks Kepuasan Masyarakat:\n\n$$\\frac{\\text{Target Indeks Kepuasan Masyarakat}}{\\text{Realisasi Indeks Kepuasan Masyarakat}} \\times 100\\%$$\n",
                "Capaian indikator yang makin rendah makin baik:\n\n$$\\frac{Target - (2 \\times Realisasi)}{Target} \\times 100\\%$$\n",
                "Capaian:\n\n$$\\text{Capaian} = \\frac{\\text{Target}}{\\text{Realisasi}} \\times 100\\%$$\n",
            ],
            baik: &[
                "Capaian indikator yang makin rendah makin baik:\n\n$$\\frac{(2 \\times Target) - Realisasi}{Target} \\times 100\\%$$\n",
                "Capaian Indeks Kepuasan Masyarakat:\n\n$$\\frac{\\text{Realisasi Indeks Kepuasan Masyarakat}}{\\text{Target Indeks Kepuasan Masyarakat}} \\times 100\\%$$\n",
                "Laporan Kinerja Kantor Pelayanan Kota Lama Tahun 2023\n\n1. Rata-rata waktu layanan\n\nCapaian rata-rata waktu layanan:\n\n$$\\frac{\\text{Target rata-rata waktu layanan}}{\\text{Realisasi rata-rata waktu layanan}} \\times 100\\%$$\n",
            ],
        },
    },
};

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    for rumus in &bahan.bacaan.rumus {
        menurun(bahan, aturan, catat, rumus);
        if makin_rendah(bahan, rumus) {
            continue;
        }
        let sisi = rumus.rantai.iter().flat_map(|rantai| &rantai.sides);
        for pecahan in sisi.filter_map(pecahan) {
            let ExprKind::Fraction(atas, bawah) = &pecahan.kind else {
                continue;
            };
            if kata(atas).starts_with("target") && kata(bawah).starts_with("realisasi") {
                catat.temuan(Temuan::di(
                    aturan,
                    bahan,
                    &Letak::new(rumus.piece, pecahan.span.clone()),
                    "Rumus membagi target dengan realisasi; capaian adalah realisasi dibagi target",
                    "Tukar pembilang dan penyebutnya: realisasi / target × 100%, lalu hitung kembali.",
                ));
            }
        }
    }
}

/// The formula of what should be low, with its terms in the wrong places: "(target − 2 × realisasi) / target".
fn menurun(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan, rumus: &Rumus) {
    let sisi = rumus.rantai.iter().flat_map(|rantai| &rantai.sides);
    for pecahan in sisi.filter_map(pecahan) {
        let ExprKind::Fraction(atas, bawah) = &pecahan.kind else {
            continue;
        };
        let (ExprKind::Sum(suku), true) = (&atas.kind, kata(bawah).starts_with("target")) else {
            continue;
        };
        let [(false, pertama), (true, kedua)] = suku.as_slice() else {
            continue;
        };
        let terbalik = kata(pertama).starts_with("target")
            && dua_kali(kedua).is_some_and(|kata| kata.starts_with("realisasi"));
        let tertukar = kata(kedua).starts_with("target")
            && dua_kali(pertama).is_some_and(|kata| kata.starts_with("realisasi"));
        if terbalik || tertukar {
            catat.temuan(Temuan::di(
                aturan,
                bahan,
                &Letak::new(rumus.piece, pecahan.span.clone()),
                "Rumus menggandakan realisasi; capaian indikator yang makin rendah makin baik adalah (2 × target − realisasi) / target",
                "Tulis rumusnya (2 × target − realisasi) / target × 100%, lalu hitung kembali.",
            ));
        }
    }
}

/// The word that is taken twice.
fn dua_kali(expr: &Expr) -> Option<String> {
    let ExprKind::Product(faktor) = &expr.kind else {
        return None;
    };
    let [a, b] = faktor.as_slice() else {
        return None;
    };
    let dua = |expr: &Expr| matches!(&expr.kind, ExprKind::Number(teks) if teks == "2");
    match (dua(a), dua(b)) {
        (true, false) => Some(kata(b)),
        (false, true) => Some(kata(a)),
        _ => None,
    }
}

fn makin_rendah(bahan: &BahanDokumen, rumus: &Rumus) -> bool {
    let Some(perihal) = &rumus.perihal else {
        return false;
    };
    bahan
        .hukum
        .profil
        .iter()
        .flat_map(|profil| &profil.indikator)
        .any(|i| i.kode.to_lowercase() == perihal.kunci && i.arah != Arah::Naik)
}

/// The quotient that a side is, alone or times a hundred percent.
fn pecahan(sisi: &Expr) -> Option<&Expr> {
    match &sisi.kind {
        ExprKind::Fraction(..) => Some(sisi),
        ExprKind::Product(faktor) => faktor.iter().find_map(pecahan),
        ExprKind::Percent(dalam) => pecahan(dalam),
        _ => None,
    }
}

fn kata(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Symbol(kata) | ExprKind::Unknown(kata) => kata.trim().to_lowercase(),
        ExprKind::Product(faktor) => faktor.first().map(kata).unwrap_or_default(),
        _ => String::new(),
    }
}
