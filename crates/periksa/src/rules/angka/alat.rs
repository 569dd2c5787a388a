//! What several rules over numbers share.

use std::collections::BTreeMap;

use document::source::latex::Expr;
use hukum::Arah;

use crate::BahanDokumen;
use crate::bacaan::{
    Angka, AngkaId, Bacaan, JenisPerihal, Letak, Milik, Perihal, Pernyataan, Rumus,
};
use crate::understand::kosakata::normal;

/// Words in the name of an indicator that should be low, or may.
const MENURUN: &[&str] = &[
    "penurunan",
    "menurunnya",
    "pengangguran",
    "kemiskinan",
    "miskin",
    "stunting",
    "kematian",
    "kesakitan",
    "prevalensi",
    "inflasi",
    "gini",
    "ketimpangan",
    "keluhan",
    "pengaduan",
    "pelanggaran",
    "penyalahgunaan",
    "temuan",
    "tunggu",
    "keterlambatan",
    "kecelakaan",
    "kejahatan",
    "kriminalitas",
    "residivis",
    "residivisme",
    "tunggakan",
    "kebocoran",
    "kerugian",
    "kebakaran",
    "sisa",
    "buta",
    "putus",
    "deviasi",
    "kumuh",
    "emisi",
    "risiko",
    "waktu",
    "lama",
];

/// The number of the reading that an expression is.
pub(super) fn angka_di(bacaan: &Bacaan, rumus: &Rumus, expr: &Expr) -> Option<AngkaId> {
    rumus.angka.iter().copied().find(|id| {
        bacaan.angka.get(id.0).is_some_and(|angka| {
            angka.letak.awal < expr.span.end && expr.span.start < angka.letak.akhir
        })
    })
}

/// All numbers of the reading inside an expression.
pub(super) fn angka_dalam<'b>(
    bacaan: &'b Bacaan,
    rumus: &'b Rumus,
    expr: &'b Expr,
) -> impl Iterator<Item = AngkaId> + 'b {
    rumus.angka.iter().copied().filter(|id| {
        bacaan.angka.get(id.0).is_some_and(|angka| {
            expr.span.start < angka.letak.akhir && angka.letak.awal < expr.span.end
        })
    })
}

/// The spot of an expression: that of its number, where it is one, or else all of it.
pub(super) fn letak(bacaan: &Bacaan, rumus: &Rumus, expr: &Expr) -> Letak {
    let letak = rumus.letak(expr);
    match angka_di(bacaan, rumus, expr).and_then(|id| bacaan.angka.get(id.0)) {
        Some(angka) if angka.letak.memuat(&letak) || letak.memuat(&angka.letak) => {
            if crate::hitung::cetakan(expr).is_some() {
                angka.letak.clone()
            } else {
                letak
            }
        }
        _ => letak,
    }
}

/// Whether realisasi and target are counted in the same thing, as far as their units tell.
pub(super) fn sebanding(a: &Angka, b: &Angka) -> bool {
    use crate::bacaan::SatuanCetak::{Cacah, Indeks, Tanpa};
    let bilangan = |angka: &Angka| matches!(angka.satuan, Tanpa | Indeks | Cacah);
    (a.satuan == b.satuan || (bilangan(a) && bilangan(b))) && crate::hitung::setakar(a, b)
}

/// Whether the thing measured should be low, or may; for a survey or for spending it should not.
pub(super) fn boleh_menurun(bahan: &BahanDokumen, perihal: &Perihal) -> bool {
    if perihal.jenis != JenisPerihal::Indikator {
        return matches!(perihal.jenis, JenisPerihal::Lain);
    }
    let bacaan = bahan.bacaan;
    let Some(indikator) = bacaan.indikator.iter().find(|i| i.kunci == perihal.kunci) else {
        return true;
    };
    let profil = bacaan
        .identitas
        .profil
        .as_deref()
        .and_then(|id| bahan.hukum.profil(id));
    let arah = indikator.kode.as_deref().and_then(|kode| {
        profil?
            .indikator
            .iter()
            .find(|i| i.kode.eq_ignore_ascii_case(kode))
            .map(|i| i.arah)
    });
    match arah {
        Some(arah) => arah != Arah::Naik,
        None => normal(&indikator.nama)
            .split(' ')
            .any(|kata| MENURUN.contains(&kata)),
    }
}

/// The name of what is measured, as a message says it.
pub(super) fn sebutan(bacaan: &Bacaan, perihal: &Perihal) -> String {
    match perihal.jenis {
        JenisPerihal::Indikator => bacaan
            .indikator
            .iter()
            .find(|i| i.kunci == perihal.kunci)
            .map_or_else(|| perihal.kunci.clone(), |i| i.nama.clone()),
        JenisPerihal::Anggaran if perihal.kunci == "total" => "anggaran".to_owned(),
        JenisPerihal::Pendapatan if perihal.kunci == "total" => "pendapatan".to_owned(),
        _ => perihal.kunci.clone(),
    }
}

/// Statements of the office itself, by what they are about.
pub(super) fn per_perihal<'b>(bacaan: &'b Bacaan) -> BTreeMap<&'b Perihal, Vec<&'b Pernyataan>> {
    let mut hasil: BTreeMap<&Perihal, Vec<&Pernyataan>> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        if p.milik == Milik::Sendiri {
            hasil.entry(&p.perihal).or_default().push(p);
        }
    }
    hasil
}
