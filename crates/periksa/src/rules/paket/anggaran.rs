//! Lines of the budget and the treasury's scores, by the names that documents give them.

use std::collections::HashMap;

use kinerja::Kode;
use kinerja::hasil::{HasilAnggaran, PosAnggaran};

use crate::Data;
use crate::bacaan::Peran;
use crate::understand::kosakata::normal;

/// The budget of the whole office: at the year's end first, then by every other table that sums it up.
pub(super) fn anggaran_total(anggaran: &HasilAnggaran, peran: Peran) -> Vec<Kode> {
    let jumlah = [
        &anggaran.jumlah_program,
        &anggaran.jumlah_sumber,
        &anggaran.jumlah_dipa,
    ];
    let jumlah = || jumlah.into_iter().flatten();
    match peran {
        Peran::Target => std::iter::once(&anggaran.pagu)
            .chain(&anggaran.pagu_perjanjian)
            .chain(jumlah().map(|pos| &pos.pagu))
            .chain(anggaran.revisi.iter().map(|(.., pagu)| pagu))
            .cloned()
            .collect(),
        Peran::Realisasi => std::iter::once(&anggaran.realisasi)
            .chain(jumlah().filter_map(|pos| pos.realisasi.as_ref()))
            .cloned()
            .collect(),
        Peran::Capaian => std::iter::once(&anggaran.penyerapan)
            .chain(jumlah().filter_map(|pos| pos.penyerapan.as_ref()))
            .cloned()
            .collect(),
        Peran::Sisa => vec![anggaran.sisa.clone()],
        _ => Vec::new(),
    }
}

/// A line of the budget by its name: kind of spending, program, activity, source of funds, revision.
pub(super) fn anggaran_pos(anggaran: &HasilAnggaran, peran: Peran, kunci: &str) -> Vec<Kode> {
    let belanja = |pos: &&PosAnggaran| {
        let nama = normal(&pos.nama);
        nama == kunci || format!("belanja {nama}") == kunci
    };
    let bagian = |pos: &&PosAnggaran| bernama(pos, kunci);
    let akhir: Vec<&PosAnggaran> = anggaran
        .jenis
        .iter()
        .filter(belanja)
        .chain(anggaran.program.iter().filter(bagian))
        .chain(anggaran.sumber.iter().filter(bagian))
        .collect();
    let awal = anggaran
        .perjanjian
        .iter()
        .filter(bagian)
        .chain(anggaran.dipa_jenis.iter().filter(belanja));
    let revisi = anggaran
        .revisi
        .iter()
        .filter(|(_, alasan, _)| normal(alasan) == kunci)
        .map(|(.., pagu)| pagu);
    // A program of several activities is the sum of its lines, which no fakta holds.
    let program = |pos: &PosAnggaran| !pos.kegiatan.is_empty() && normal(&pos.nama) == kunci;
    if akhir.iter().filter(|pos| program(pos)).count() > 1 {
        return Vec::new();
    }
    match peran {
        Peran::Target => akhir
            .iter()
            .map(|pos| &pos.pagu)
            .chain(awal.map(|pos| &pos.pagu))
            .chain(revisi)
            .cloned()
            .collect(),
        Peran::Realisasi => akhir
            .iter()
            .filter_map(|pos| pos.realisasi.clone())
            .collect(),
        Peran::Capaian => akhir
            .iter()
            .filter_map(|pos| pos.penyerapan.clone())
            .collect(),
        Peran::Sisa => akhir.iter().filter_map(|pos| pos.sisa.clone()).collect(),
        _ => Vec::new(),
    }
}

/// Whether a line of the budget has this name, or its activity.
pub(super) fn bernama(pos: &PosAnggaran, kunci: &str) -> bool {
    normal(&pos.nama) == kunci || (!pos.kegiatan.is_empty() && normal(&pos.kegiatan) == kunci)
}

/// The treasury's scores by year and name: components, and the results under their usual names.
pub(super) fn nilai_anggaran(data: Data<'_>) -> HashMap<(i16, String), Vec<&Kode>> {
    let mut semua: HashMap<(i16, String), Vec<&Kode>> = HashMap::new();
    let mut catat = |tahun: i16, nama: &str, kode| {
        semua.entry((tahun, normal(nama))).or_default().push(kode);
    };
    for smart in &data.hasil.smart {
        for (nama, _, kode) in &smart.komponen {
            catat(smart.tahun, nama, kode);
        }
        for nama in [
            "smart",
            "nka",
            "nilai kinerja anggaran",
            "nilai kinerja yang tercatat",
        ] {
            catat(smart.tahun, nama, &smart.tercatat);
        }
        catat(
            smart.tahun,
            "nilai kinerja hasil hitung ulang",
            &smart.hitung,
        );
    }
    for ikpa in &data.hasil.ikpa {
        for (nama, _, kode) in &ikpa.komponen {
            catat(ikpa.tahun, nama, kode);
        }
        for nama in ["ikpa", "nilai ikpa", "nilai akhir"] {
            catat(ikpa.tahun, nama, &ikpa.nilai);
        }
        catat(ikpa.tahun, "jumlah nilai terbobot", &ikpa.jumlah);
    }
    semua
}

/// The weight of a component of the treasury's scores.
pub(super) fn bobot(data: Data, kode: &Kode) -> Option<Kode> {
    let smart = data.hasil.smart.iter().flat_map(|s| &s.komponen);
    let ikpa = data.hasil.ikpa.iter().flat_map(|s| &s.komponen);
    smart
        .chain(ikpa)
        .find(|(_, _, nilai)| nilai == kode)
        .and_then(|(_, bobot, _)| bobot.clone())
}
