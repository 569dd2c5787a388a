//! A weighted mean whose terms are not those of the table that it is taken from.

use std::collections::BTreeMap;

use document::source::latex::{Expr, ExprKind};
use rust_decimal::Decimal;

use super::alat;
use crate::bacaan::{AngkaId, Asal, Bacaan, JenisPerihal, Letak, Peran, Rumus};
use crate::hitung;
use crate::{Aturan, BahanDokumen, Berat, Cara, Halaman, Pemeriksaan, Temuan};

pub(super) const ATURAN: Aturan = Aturan {
    nama: "suku-rumus-berbeda",
    judul: "Nilai dan bobot pada rumus tidak sama dengan tabel yang menjadi dasarnya.",
    berat: Berat::Wajib,
    cara: Cara::Dokumen {
        periksa,
        halaman: Halaman {
            uraian: "Rata-rata tertimbang setahun memakai nilai dan jumlah responden setiap bulan. Bila tabel bulanannya ada di bagian yang sama, setiap suku pada rumus dicocokkan dengan tabel itu. Bila sebagian besar suku tidak ada padanannya, rumusnya memakai data lain (misalnya tersisa dari laporan tahun lalu atau kantor lain).",
            dasar: &["Rumus memakai data yang disajikan"],
            buruk: &[
                "Hasil survei kepuasan masyarakat setiap bulan:\n\nUNSUR LAYANAN\tJAN\tFEB\tMAR\tAPR\tMEI\tJUN\nInformasi\t3,50\t3,60\t3,40\t3,50\t3,60\t3,70\nPersyaratan\t3,52\t3,62\t3,42\t3,52\t3,62\t3,72\nNilai SKM\t3,51\t3,61\t3,41\t3,51\t3,61\t3,71\nResponden\t40\t50\t60\t45\t55\t65\n\nNilai SKM dihitung sebagai berikut:\n\n$$\\frac{(3,51 \\cdot 40) + (3,61 \\cdot 50) + (3,41 \\cdot 60) + (3,51 \\cdot 54) + (3,61 \\cdot 55) + (3,71 \\cdot 65)}{40 + 50 + 60 + 54 + 55 + 65} = 3,56$$\n",
                "Hasil survei kepuasan masyarakat setiap bulan:\n\nUNSUR LAYANAN\tJAN\tFEB\tMAR\tAPR\tMEI\tJUN\nInformasi\t3,50\t3,60\t3,40\t3,50\t3,60\t3,70\nPersyaratan\t3,52\t3,62\t3,42\t3,52\t3,62\t3,72\nNilai SKM\t3,51\t3,61\t3,41\t3,51\t3,61\t3,71\nResponden\t40\t50\t60\t45\t55\t65\n\nNilai SKM dihitung sebagai berikut:\n\n$$\\frac{(3,20 \\cdot 31) + (3,25 \\cdot 32) + (3,30 \\cdot 33) + (3,35 \\cdot 34)}{31 + 32 + 33 + 34} = 3,28$$\n",
            ],
            baik: &[
                "Hasil survei kepuasan masyarakat setiap bulan:\n\nUNSUR LAYANAN\tJAN\tFEB\tMAR\tAPR\tMEI\tJUN\nInformasi\t3,50\t3,60\t3,40\t3,50\t3,60\t3,70\nPersyaratan\t3,52\t3,62\t3,42\t3,52\t3,62\t3,72\nNilai SKM\t3,51\t3,61\t3,41\t3,51\t3,61\t3,71\nResponden\t40\t50\t60\t45\t55\t65\n\nNilai SKM dihitung sebagai berikut:\n\n$$\\frac{(3,51 \\cdot 40) + (3,61 \\cdot 50) + (3,41 \\cdot 60) + (3,51 \\cdot 45) + (3,61 \\cdot 55) + (3,71 \\cdot 65)}{40 + 50 + 60 + 45 + 55 + 65} = 3,56$$\n",
                "Nilai gabungan dihitung dari dua kelompok responden:\n\n$$\\frac{(3,20 \\cdot 31) + (3,25 \\cdot 32)}{31 + 32} = 3,23$$\n",
            ],
        },
    },
};

/// Months of a table: value and respondents as printed.
type Bulanan = BTreeMap<u8, (Option<AngkaId>, AngkaId)>;

/// A term: value and weight.
struct Suku<'e> {
    nilai: &'e Expr,
    bobot: &'e Expr,
}

fn periksa(bahan: &BahanDokumen, aturan: &Aturan, catat: &mut Pemeriksaan) {
    let tabel = tabel_bulanan(bahan.bacaan);
    for rumus in &bahan.bacaan.rumus {
        for sisi in rumus.rantai.iter().flat_map(|r| &r.sides) {
            let Some((atas, _)) = hitung::pecahan(sisi) else {
                continue;
            };
            let suku = suku(atas);
            let Some(bulanan) = terdekat(bahan.bacaan, &tabel, rumus).filter(|_| suku.len() > 2)
            else {
                continue;
            };
            catat.diperiksa(alat::angka_dalam(bahan.bacaan, rumus, atas));
            for temuan in cocokkan(bahan, aturan, rumus, atas, &suku, bulanan) {
                catat.temuan(temuan);
            }
        }
    }
}

/// Tables with respondents of at least half a year, by their index.
fn tabel_bulanan(bacaan: &Bacaan) -> BTreeMap<usize, Bulanan> {
    const TERSEDIKIT: usize = 6;
    let mut responden: BTreeMap<usize, BTreeMap<u8, AngkaId>> = BTreeMap::new();
    let mut nilai: BTreeMap<(usize, u8), Option<AngkaId>> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        let (Asal::Tabel(t), Some(bulan)) = (p.asal, p.bulan) else {
            continue;
        };
        match (p.perihal.jenis, p.peran) {
            (JenisPerihal::Responden, Peran::Jumlah | Peran::Realisasi) => {
                responden.entry(t).or_default().insert(bulan, p.angka);
            }
            (JenisPerihal::Unsur, _) => {}
            (_, Peran::Realisasi | Peran::Nilai) => {
                // Two rows of values: which one is meant is not known.
                nilai
                    .entry((t, bulan))
                    .and_modify(|ada| *ada = None)
                    .or_insert(Some(p.angka));
            }
            _ => {}
        }
    }
    responden
        .into_iter()
        .filter(|(_, isi)| isi.len() >= TERSEDIKIT)
        .map(|(t, isi)| {
            let bulanan = isi
                .into_iter()
                .map(|(bulan, r)| (bulan, (nilai.get(&(t, bulan)).copied().flatten(), r)))
                .collect();
            (t, bulanan)
        })
        .collect()
}

/// The nearest such table above the formula in its part.
fn terdekat<'t>(
    bacaan: &Bacaan,
    tabel: &'t BTreeMap<usize, Bulanan>,
    rumus: &Rumus,
) -> Option<&'t Bulanan> {
    let bagian = |piece: usize| bacaan.bagian(piece).map(|b| b.piece);
    tabel
        .iter()
        .rev()
        .find(|(t, _)| {
            bacaan
                .tabel
                .get(**t)
                .is_some_and(|t| t.piece < rumus.piece && bagian(t.piece) == bagian(rumus.piece))
        })
        .map(|(_, bulanan)| bulanan)
}

/// Terms of a numerator, where each is a value times a whole weight.
fn suku(atas: &Expr) -> Vec<Suku<'_>> {
    let ExprKind::Sum(isi) = &atas.kind else {
        return Vec::new();
    };
    let satu = |expr: &'_ Expr| -> Option<(usize, usize)> {
        let ExprKind::Product(faktor) = &expr.kind else {
            return None;
        };
        let [a, b] = faktor.as_slice() else {
            return None;
        };
        let (a, b) = (hitung::cetakan(a)?, hitung::cetakan(b)?);
        match (a.presisi, b.presisi) {
            (_, 0) => Some((0, 1)),
            (0, _) => Some((1, 0)),
            _ => None,
        }
    };
    let hasil: Option<Vec<Suku>> = isi
        .iter()
        .map(|(kurang, expr)| {
            let (nilai, bobot) = satu(expr).filter(|_| !kurang)?;
            let ExprKind::Product(faktor) = &expr.kind else {
                return None;
            };
            Some(Suku {
                nilai: faktor.get(nilai)?,
                bobot: faktor.get(bobot)?,
            })
        })
        .collect();
    hasil.unwrap_or_default()
}

fn cocokkan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    rumus: &Rumus,
    atas: &Expr,
    suku: &[Suku],
    bulanan: &Bulanan,
) -> Vec<Temuan> {
    let bacaan = bahan.bacaan;
    let nilai_angka = |id: AngkaId| bacaan.angka(id).nilai;
    let nilai_expr = |expr: &Expr| hitung::cetakan(expr).map(|c| c.nilai);
    let letak_tabel: Vec<Letak> = bulanan
        .values()
        .next()
        .map(|(_, r)| bacaan.angka(*r).letak.clone())
        .into_iter()
        .collect();
    let responden: Vec<Decimal> = bulanan
        .values()
        .filter_map(|(_, r)| nilai_angka(*r))
        .collect();
    let asing = suku
        .iter()
        .filter(|s| nilai_expr(s.bobot).is_none_or(|bobot| !responden.contains(&bobot)))
        .count();
    if asing.saturating_mul(2) > suku.len() {
        let temuan = Temuan::di(
            aturan,
            bahan,
            &rumus.letak(atas),
            format!(
                "{asing} dari {} bobot pada rumus ini tidak ada pada baris responden tabel bulanan di atasnya; rumusnya memakai data lain",
                suku.len()
            ),
            "Hitung ulang dengan nilai dan jumlah responden dari tabel bulanan pada bagian ini.",
        )
        .terkait(bahan, &letak_tabel);
        return vec![temuan];
    }
    if suku.len() != bulanan.len() {
        return Vec::new();
    }
    let mut hasil = Vec::new();
    for (satu, (nilai, responden)) in suku.iter().zip(bulanan.values()) {
        let pasangan = [
            (satu.bobot, Some(*responden), "bobot"),
            (satu.nilai, *nilai, "nilai"),
        ];
        for (expr, id, apa) in pasangan {
            let (Some(id), Some(tercetak)) = (id, nilai_expr(expr)) else {
                continue;
            };
            let angka = bacaan.angka(id);
            if angka.nilai.is_none() || angka.nilai == Some(tercetak) {
                continue;
            }
            let benar = hitung::tampil(angka);
            hasil.push(
                Temuan::di(
                    aturan,
                    bahan,
                    &alat::letak(bacaan, rumus, expr),
                    format!(
                        "{apa} pada rumus tercetak {}, sedangkan pada tabel bulanan {benar}",
                        hitung::peraga(expr)
                    ),
                    "Samakan rumus dengan tabelnya, lalu hitung kembali hasilnya.",
                )
                .seharusnya(Some(benar))
                .terkait(bahan, [&angka.letak]),
            );
        }
    }
    // Many small differences have one cause: the terms stand in another order, or come from elsewhere.
    if hasil.len() > suku.len() {
        return Vec::new();
    }
    hasil
}
