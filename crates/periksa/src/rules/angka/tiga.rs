//! Realisasi, target and capaian that one sentence says together.

use std::collections::{BTreeMap, BTreeSet};

use crate::bacaan::{Angka, AngkaId, Asal, Bacaan, Kalimat, Peran, Pernyataan, SatuanCetak};
use crate::understand::kosakata::normal;

use super::alat::sebanding;

/// Realisasi, target and capaian that are said together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tiga<'b> {
    pub(super) realisasi: AngkaId,
    pub(super) target: AngkaId,
    pub(super) capaian: AngkaId,
    /// What is said of the capaian; none where the sentence names a thing that the document does not define.
    pub(super) pernyataan: Option<&'b Pernyataan>,
}

impl<'b> Tiga<'b> {
    /// Realisasi, target and capaian as printed.
    pub(super) fn angka(&self, bacaan: &'b Bacaan) -> [&'b Angka; 3] {
        [self.realisasi, self.target, self.capaian].map(|id| bacaan.angka(id))
    }
}

/// All groups: those that the statements make, then those that only the words of a sentence make.
pub(super) fn tiga<'b>(bacaan: &'b Bacaan) -> Vec<Tiga<'b>> {
    let mut hasil = dari_pernyataan(bacaan);
    let dipakai: BTreeSet<AngkaId> = hasil
        .iter()
        .flat_map(|t| [t.realisasi, t.target, t.capaian])
        .collect();
    for kalimat in &bacaan.kalimat {
        hasil.extend(dari_kata(bacaan, kalimat).into_iter().filter(|t| {
            ![t.realisasi, t.target, t.capaian]
                .iter()
                .any(|id| dipakai.contains(id))
        }));
    }
    hasil
}

fn dari_pernyataan<'b>(bacaan: &'b Bacaan) -> Vec<Tiga<'b>> {
    let mut kelompok: BTreeMap<usize, Vec<&Pernyataan>> = BTreeMap::new();
    for pernyataan in &bacaan.pernyataan {
        if matches!(pernyataan.asal, Asal::Kalimat(_)) {
            kelompok
                .entry(pernyataan.kelompok)
                .or_default()
                .push(pernyataan);
        }
    }
    let mut hasil = Vec::new();
    for anggota in kelompok.values() {
        for capaian in anggota {
            let peran_target = match capaian.peran {
                Peran::Capaian => Peran::Target,
                Peran::CapaianJangkaMenengah => Peran::TargetJangkaMenengah,
                _ => continue,
            };
            let satu = |peran: Peran, tahun: bool| {
                let mut cocok = anggota.iter().copied().filter(|p| {
                    p.peran == peran
                        && p.perihal == capaian.perihal
                        && p.milik == capaian.milik
                        && p.bulan == capaian.bulan
                        && (!tahun || p.tahun == capaian.tahun)
                });
                match (cocok.next(), cocok.next()) {
                    (Some(p), None) => Some(p.angka),
                    _ => None,
                }
            };
            let setahun = peran_target == Peran::Target;
            if let (Some(realisasi), Some(target)) =
                (satu(Peran::Realisasi, true), satu(peran_target, setahun))
            {
                hasil.push(Tiga {
                    realisasi,
                    target,
                    capaian: capaian.angka,
                    pernyataan: Some(capaian),
                });
            }
        }
    }
    hasil
}

/// What the words before a number make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Isyarat {
    Realisasi,
    Target,
    Capaian,
    Lain,
}

/// Groups in a sentence whose subject is not known: "hasil sebesar R dari target sebesar T atau C%", in its usual orders.
fn dari_kata<'b>(bacaan: &'b Bacaan, kalimat: &Kalimat) -> Vec<Tiga<'b>> {
    let mut angka: Vec<(AngkaId, Isyarat)> = Vec::new();
    let mut awal = kalimat.letak.awal;
    for id in &kalimat.angka {
        let satu = bacaan.angka(*id);
        if satu.besaran().is_none() {
            continue;
        }
        let sebelum = kalimat
            .letak
            .bacaan(bacaan.sumber)
            .and_then(|passage| passage.text.get(awal..satu.letak.awal))
            .unwrap_or_default();
        awal = satu.letak.akhir;
        angka.push((*id, isyarat(sebelum, satu)));
    }
    let mut hasil = Vec::new();
    for tiga in angka.windows(3) {
        use Isyarat::{Capaian, Realisasi, Target};
        let [a, b, c] = tiga else {
            continue;
        };
        let (r, t, k) = match (a.1, b.1, c.1) {
            (Realisasi, Target, Capaian) => (a.0, b.0, c.0),
            (Target, Realisasi, Capaian) => (b.0, a.0, c.0),
            (Realisasi, Capaian, Target) => (a.0, c.0, b.0),
            _ => continue,
        };
        if sebanding(bacaan.angka(r), bacaan.angka(t)) {
            hasil.push(Tiga {
                realisasi: r,
                target: t,
                capaian: k,
                pernyataan: None,
            });
        }
    }
    hasil
}

fn isyarat(sebelum: &str, angka: &Angka) -> Isyarat {
    // Only the last few words lead to the number.
    let teks = normal(sebelum);
    let kata: Vec<&str> = teks.split(' ').rev().take(8).collect();
    let ada = |daftar: &[&str]| kata.iter().any(|k| daftar.contains(k));
    // "Target ditetapkan 79%, sedangkan realisasinya 80%": what is realised is that target.
    let kembali = matches!(
        kata.as_slice(),
        ["", "realisasinya", "sedangkan" | "sementara", ..]
            | ["realisasinya", "sedangkan" | "sementara", ..]
            | ["", "sebesar", "realisasinya", "sedangkan" | "sementara", ..]
            | ["sebesar", "realisasinya", "sedangkan" | "sementara", ..]
    );
    let pemisah = (!kembali && ada(&["sedangkan", "sementara"]))
        || ada(&["namun", "tetapi", "selisih", "sisa", "naik", "turun"]);
    let uang = angka.satuan == SatuanCetak::Rupiah;
    let realisasi = ada(&[
        "realisasi",
        "terealisasi",
        "realisasinya",
        "hasil",
        "tercapai",
    ]);
    let target = ada(&["target", "ditargetkan", "pagu"])
        || (uang && !realisasi && ada(&["anggaran", "dipa", "alokasi"]));
    let capaian = ada(&["capaian", "atau", "capaiannya"]) && angka.satuan == SatuanCetak::Persen;
    match (pemisah, target, realisasi, capaian) {
        (false, true, false, false) => Isyarat::Target,
        (false, false, true, false) => Isyarat::Realisasi,
        (false, false, false, true) => Isyarat::Capaian,
        _ => Isyarat::Lain,
    }
}
