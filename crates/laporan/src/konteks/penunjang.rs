//! The programs and activities whose budget serves the objective of an indicator.

use kinerja::hasil::{HasilIndikator, PosAnggaran};
use kinerja::masukan::{BarisProgram, TingkatSasaran};
use minijinja::Value;

use super::{Isi, angka, angka_bila, tulis};
use crate::Bahan;

/// The lines of the year's budget that are mapped to the objective under which the agreement names the indicator.
pub(super) fn program(bahan: &Bahan<'_>, indikator: &HasilIndikator) -> Vec<Value> {
    let tahun = bahan.hasil.tahun;
    let Some(anggaran) = bahan.hasil.anggaran.iter().find(|a| a.tahun == tahun) else {
        return Vec::new();
    };
    let sasaran: Vec<&str> = bahan
        .masukan
        .perjanjian
        .iter()
        .filter(|baris| baris.tahun == tahun && baris.tingkat == TingkatSasaran::Kegiatan)
        .filter(|baris| baris.kode == indikator.profil.kode)
        .map(|baris| baris.no_sasaran.as_str())
        .collect();
    let melayani = |pos: &PosAnggaran| {
        bahan.masukan.anggaran_program.iter().any(|baris| {
            baris.tahun == tahun && sasaran.contains(&baris.no_sasaran.as_str()) && sama(baris, pos)
        })
    };
    anggaran
        .program
        .iter()
        .filter(|pos| melayani(pos))
        .map(|pos| satu(bahan, pos))
        .collect()
}

fn sama(baris: &BarisProgram, pos: &PosAnggaran) -> bool {
    baris.program == pos.nama && baris.kegiatan == pos.kegiatan && !baris.no_sasaran.is_empty()
}

fn satu(bahan: &Bahan<'_>, pos: &PosAnggaran) -> Value {
    let mut isi = Isi::new();
    tulis(&mut isi, "program", pos.nama.as_str());
    tulis(&mut isi, "kegiatan", pos.kegiatan.as_str());
    tulis(&mut isi, "pagu", angka(bahan, &pos.pagu));
    tulis(
        &mut isi,
        "realisasi",
        angka_bila(bahan, pos.realisasi.as_ref()),
    );
    tulis(
        &mut isi,
        "penyerapan",
        angka_bila(bahan, pos.penyerapan.as_ref()),
    );
    Value::from(isi)
}
