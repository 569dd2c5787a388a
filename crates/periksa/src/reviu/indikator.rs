//! The indicators that a reviewer has before them.

use std::collections::BTreeSet;

use crate::bacaan::{Asal, Bacaan, IndikatorCetak, Letak, Milik, Peran, Pernyataan};

/// Most indicators that one remark names.
const DISEBUT: usize = 12;

/// Indicators of the agreement.
pub(super) fn diperjanjikan<'a>(bacaan: &'a Bacaan) -> Vec<&'a IndikatorCetak> {
    bacaan
        .indikator
        .iter()
        .filter(|i| i.diperjanjikan)
        .collect()
}

/// The office's own statements on an indicator in one of the roles.
pub(super) fn pernyataan<'a>(
    bacaan: &'a Bacaan,
    indikator: &'a IndikatorCetak,
    peran: &'a [Peran],
) -> impl Iterator<Item = &'a Pernyataan> {
    bacaan.pernyataan.iter().filter(move |p| {
        p.perihal.kunci == indikator.kunci && p.milik == Milik::Sendiri && peran.contains(&p.peran)
    })
}

/// Whether a statement is on the year of the report; one without a year counts.
pub(super) fn tahun_ini(bacaan: &Bacaan, p: &Pernyataan) -> bool {
    p.tahun.is_none() || bacaan.identitas.tahun.is_none() || p.tahun == bacaan.identitas.tahun
}

/// Targets of the year as printed, each once.
pub(super) fn target(bacaan: &Bacaan, indikator: &IndikatorCetak) -> Vec<String> {
    let mut nilai = BTreeSet::new();
    let mut teks = Vec::new();
    for p in pernyataan(bacaan, indikator, &[Peran::Target]) {
        let Some(angka) = bacaan.angka.get(p.angka.0) else {
            continue;
        };
        if tahun_ini(bacaan, p) && p.bulan.is_none() && nilai.insert(angka.nilai) {
            teks.push(angka.teks.clone());
        }
    }
    teks
}

/// Where a statement stands.
pub(super) fn letak<'a>(bacaan: &'a Bacaan, p: &Pernyataan) -> Option<&'a Letak> {
    match p.asal {
        Asal::Kalimat(i) => bacaan.kalimat.get(i).map(|k| &k.letak),
        Asal::Tabel(_) | Asal::Rumus(_) => bacaan.angka.get(p.angka.0).map(|a| &a.letak),
    }
}

/// Names in a list, the rest counted.
pub(super) fn nama<'a>(daftar: impl IntoIterator<Item = &'a IndikatorCetak>) -> String {
    sebut(daftar.into_iter().map(|i| i.nama.trim().to_owned()))
}

/// Indicators with unit and target, for a person who judges them.
pub(super) fn rincian(bacaan: &Bacaan) -> Vec<String> {
    let janji = diperjanjikan(bacaan);
    let (mut catatan, daftar) = if janji.is_empty() {
        let semua: Vec<&IndikatorCetak> = bacaan.indikator.iter().collect();
        (
            vec![
                "Indikator yang diperjanjikan tidak dikenali mesin; lihat perjanjian kinerja."
                    .to_owned(),
            ],
            semua,
        )
    } else {
        (Vec::new(), janji)
    };
    if daftar.is_empty() {
        return catatan;
    }
    let isi = sebut(daftar.into_iter().map(|i| {
        let satuan = i.satuan.as_deref().unwrap_or("satuan tidak terbaca");
        let target = target(bacaan, i);
        let target = if target.is_empty() {
            "target tidak terbaca".to_owned()
        } else {
            format!("target {}", target.join(" dan "))
        };
        format!("{} ({satuan}; {target})", i.nama.trim())
    }));
    catatan.push(format!("Indikator yang dilihat: {isi}."));
    catatan
}

fn sebut(daftar: impl Iterator<Item = String>) -> String {
    let semua: Vec<String> = daftar.collect();
    let sisa = semua.len().saturating_sub(DISEBUT);
    let disebut: Vec<String> = semua.into_iter().take(DISEBUT).collect();
    let mut teks = disebut.join("; ");
    if sisa > 0 {
        teks.push_str(&format!("; dan {sisa} lainnya"));
    }
    teks
}
