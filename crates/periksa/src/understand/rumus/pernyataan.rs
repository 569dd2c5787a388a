//! What the numbers of formulas say.

use document::source::latex::Expr;

use super::makna;
use crate::bacaan::{
    AngkaId, Asal, Bacaan, JenisPerihal, Milik, Peran, Perihal, Pernyataan, Rumus,
};
use crate::hitung::{self, Bagian};
use crate::understand::kosakata;

/// What the numbers of all formulas say; those of one formula share a group.
pub(in crate::understand) fn pernyataan(bacaan: &Bacaan) -> Vec<Pernyataan> {
    let mut kelompok = bacaan
        .pernyataan
        .iter()
        .map(|p| p.kelompok)
        .max()
        .map_or(0, |n| n.saturating_add(1));
    let mut hasil = Vec::new();
    for (i, rumus) in bacaan.rumus.iter().enumerate() {
        let (Some(perihal), Some(peran)) = (&rumus.perihal, rumus.peran) else {
            continue;
        };
        let sebelum = i.checked_sub(1).and_then(|i| bacaan.rumus.get(i));
        let baru = match peran {
            Peran::Nilai => rerata(bacaan, rumus, perihal),
            _ => bagian(bacaan, rumus, sebelum, perihal, peran),
        };
        if baru.is_empty() {
            continue;
        }
        hasil.extend(baru.into_iter().map(|(angka, peran, tahun)| Pernyataan {
            angka,
            perihal: perihal.clone(),
            milik: Milik::Sendiri,
            tahun,
            bulan: None,
            peran,
            asal: Asal::Rumus(i),
            kelompok,
        }));
        kelompok = kelompok.saturating_add(1);
    }
    hasil
}

type Isi = (AngkaId, Peran, Option<i16>);

/// Target, realisasi and capaian of a share.
fn bagian(
    bacaan: &Bacaan,
    rumus: &Rumus,
    sebelum: Option<&Rumus>,
    perihal: &Perihal,
    peran: Peran,
) -> Vec<Isi> {
    let Some(bagian) = rumus.rantai.iter().find_map(hitung::bagian) else {
        return Vec::new();
    };
    let label = rumus
        .rantai
        .iter()
        .find_map(hitung::pecahan_kata)
        .or_else(|| {
            sebelum
                .filter(|label| makna::melabeli(label, rumus))?
                .rantai
                .iter()
                .find_map(hitung::pecahan_kata)
        });
    let mut terbalik = false;
    let mut tahun_target = None;
    if let Some((atas, bawah)) = label {
        match (peran_kata(atas), peran_kata(bawah)) {
            (Some(Peran::Realisasi | Peran::Capaian), _) => tahun_target = tahun(bawah),
            (Some(Peran::Target), _) => {
                terbalik = true;
                tahun_target = tahun(atas);
            }
            // The indicator's own share ("Jumlah perkara putus / jumlah perkara"): its result is no capaian.
            (None, _) if perihal.jenis == JenisPerihal::Indikator => return Vec::new(),
            _ => {}
        }
    }
    if printed_upside_down(&bagian) {
        terbalik = !terbalik;
    }
    let (realisasi, target) = if terbalik {
        (bagian.bawah, bagian.atas)
    } else {
        (bagian.atas, bagian.bawah)
    };
    let (peran_target, tahun_target) = match peran {
        Peran::CapaianJangkaMenengah => (Peran::TargetJangkaMenengah, tahun_target),
        _ => (Peran::Target, rumus.tahun),
    };
    [
        (Some(realisasi), Peran::Realisasi, rumus.tahun),
        (Some(target), peran_target, tahun_target),
        (bagian.hasil, peran, rumus.tahun),
    ]
    .into_iter()
    .filter_map(|(expr, peran, tahun)| Some((angka_di(bacaan, rumus, expr?)?, peran, tahun)))
    .collect()
}

/// Whether only the reverse of the printed quotient gives the printed result.
fn printed_upside_down(bagian: &Bagian) -> bool {
    bagian
        .hasil
        .is_some_and(|hasil| hitung::terbalik(bagian.atas, bagian.bawah, hasil))
}

/// The result of a mean, as the realisasi of the indicator that it is about.
fn rerata(bacaan: &Bacaan, rumus: &Rumus, perihal: &Perihal) -> Vec<Isi> {
    if perihal.jenis != JenisPerihal::Indikator {
        return Vec::new();
    }
    rumus
        .rantai
        .iter()
        .filter(|rantai| rantai.sides.iter().any(makna::rerata_tertimbang))
        .filter_map(|rantai| rantai.sides.last())
        .filter(|hasil| hitung::cetakan(hasil).is_some())
        .filter_map(|hasil| {
            Some((
                angka_di(bacaan, rumus, hasil)?,
                Peran::Realisasi,
                rumus.tahun,
            ))
        })
        .collect()
}

/// The number of the reading that an expression is.
fn angka_di(bacaan: &Bacaan, rumus: &Rumus, expr: &Expr) -> Option<AngkaId> {
    rumus.angka.iter().copied().find(|id| {
        bacaan.angka.get(id.0).is_some_and(|angka| {
            angka.letak.awal < expr.span.end && expr.span.start < angka.letak.akhir
        })
    })
}

fn kata(expr: &Expr) -> String {
    let mut kata = String::new();
    makna::kumpulkan_kata(expr, &mut kata);
    kata
}

/// The role that the first word of its kind names: "Realisasi nilai ... terhadap target" is a realisasi.
fn peran_kata(expr: &Expr) -> Option<Peran> {
    let kata = kata(expr);
    kosakata::peran(&kata)
        .or_else(|| kosakata::kata(&kata).find_map(|(_, satu)| kosakata::peran(satu)))
}

fn tahun(expr: &Expr) -> Option<i16> {
    kosakata::tahun(&kata(expr))
}
