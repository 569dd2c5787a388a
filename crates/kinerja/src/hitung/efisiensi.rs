//! Efficiency of resources per sasaran kegiatan: what the achieved output would have cost at plan, against what it cost.

use super::konteks::{Konteks, siput};
use crate::daftar::Nama;
use crate::fakta::{Kode, Satuan};
use crate::hasil::{HasilEfisiensi, HasilIndikator};
use crate::masukan::{BarisProgram, TingkatSasaran};
use crate::rumus;
use crate::ungkapan::{Ungkapan, f, tetap};

/// The stage of a budget line that holds spending.
const TAHAP_REALISASI: &str = "realisasi";

pub(super) fn compute(k: &mut Konteks, indikator: &[HasilIndikator]) -> Vec<HasilEfisiensi> {
    let (masukan, t) = (k.masukan, k.tahun);
    let mut sasaran: Vec<(&str, &str)> = Vec::new();
    for baris in masukan
        .perjanjian
        .iter()
        .filter(|b| b.tahun == t && b.tingkat == TingkatSasaran::Kegiatan)
    {
        if !sasaran.iter().any(|(no, _)| *no == baris.no_sasaran) {
            sasaran.push((&baris.no_sasaran, &baris.sasaran));
        }
    }
    sasaran
        .into_iter()
        .filter_map(|(no, nama)| compute_sasaran(k, indikator, no, nama))
        .collect()
}

fn compute_sasaran(
    k: &mut Konteks,
    indikator: &[HasilIndikator],
    no: &str,
    sasaran: &str,
) -> Option<HasilEfisiensi> {
    let (masukan, t) = (k.masukan, k.tahun);
    let program: Vec<&BarisProgram> = masukan
        .anggaran_program
        .iter()
        .filter(|b| b.tahun == t && b.tahap == TAHAP_REALISASI && !b.total && b.no_sasaran == no)
        .collect();
    let capaian: Vec<&Kode> = masukan
        .perjanjian
        .iter()
        .filter(|b| b.tahun == t && b.tingkat == TingkatSasaran::Kegiatan && b.no_sasaran == no)
        .filter_map(|b| indikator.iter().find(|i| i.profil.kode == b.kode))
        .map(|i| &i.capaian)
        .collect();
    if program.is_empty() || capaian.is_empty() {
        return None;
    }
    let p = format!("efisiensi.{t}.sasaran.{}", siput(no));
    let sebut = format!("sasaran kegiatan {no} tahun {t}");
    let pos = |k: &Konteks, baris: &BarisProgram, ekor: &str| cari_pos(k, baris, ekor);
    let pagu_bagian: Vec<Kode> = program.iter().filter_map(|b| pos(k, b, "pagu")).collect();
    let realisasi_bagian: Vec<Kode> = program
        .iter()
        .filter_map(|b| pos(k, b, "realisasi"))
        .collect();
    let rupiah = |ekor: &str, label: &str| {
        Nama::new(
            format!("{p}.{ekor}"),
            format!("{label} {sebut}"),
            Satuan::Rupiah,
            0,
        )
    };
    let pagu = k.jumlah(rupiah("pagu", "Pagu"), &pagu_bagian);
    let realisasi = k.jumlah(rupiah("realisasi", "Realisasi anggaran"), &realisasi_bagian);
    let persen = |ekor: &str, label: &str| {
        Nama::new(
            format!("{p}.{ekor}"),
            format!("{label} {sebut}"),
            Satuan::Persen,
            2,
        )
    };
    let penyerapan = k.hitung(
        persen("penyerapan", "Penyerapan"),
        &rumus::PENYERAPAN,
        t,
        f(&realisasi).bagi(f(&pagu)).persen(),
        true,
    );
    let rata = Ungkapan::Rata(capaian.into_iter().map(f).collect());
    let capaian = k.hitung(
        persen("capaian", "Rata-rata capaian"),
        &rumus::RATA_CAPAIAN,
        t,
        rata,
        true,
    );
    let seharusnya = || f(&pagu).kali(f(&capaian).bagi(tetap(100)));
    let ungkapan = seharusnya()
        .kurang(f(&realisasi))
        .bagi(seharusnya())
        .persen();
    let efisiensi = k.hitung(
        persen("efisiensi", "Efisiensi"),
        &rumus::EFISIENSI_SASARAN,
        t,
        ungkapan,
        true,
    );
    Some(HasilEfisiensi {
        no_sasaran: no.to_owned(),
        sasaran: sasaran.to_owned(),
        pagu,
        realisasi,
        penyerapan,
        capaian,
        efisiensi,
    })
}

/// The code of a budget line that the budget part has made already, found by its cell.
fn cari_pos(k: &Konteks, baris: &BarisProgram, ekor: &str) -> Option<Kode> {
    let tempat = if ekor == "pagu" {
        &baris.pagu.tempat
    } else {
        &baris.realisasi.tempat
    };
    k.fakta
        .iter()
        .find(|fakta| match &fakta.asal {
            crate::Asal::Masukan { tempat: asal, .. }
            | crate::Asal::Koreksi { tempat: asal, .. } => asal == tempat,
            _ => false,
        })
        .map(|fakta| fakta.kode.clone())
}
