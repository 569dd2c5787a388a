//! A figure whose sentence names an indicator by a word that no other indicator has, and that indicator's own figures.

use std::collections::{BTreeSet, HashMap};

use rust_decimal::Decimal;

use super::salin::{Sebut, khas};
use crate::bacaan::{
    Angka, AngkaId, Bacaan, IndikatorCetak, JenisPerihal, Milik, Peran, SatuanCetak,
};
use crate::hitung::tampil;
use crate::salah_ketik::{SalahKetik, salah_ketik};
use crate::understand::kosakata::{self, normal};
use crate::{Aturan, BahanDokumen, Berat, Temuan};

/// Words that stand in the names of indicators without telling one from another.
const UMUM: &[&str] = &[
    "yang",
    "dan",
    "persentase",
    "jumlah",
    "nilai",
    "indeks",
    "tingkat",
    "terhadap",
    "sesuai",
    "dengan",
    "dalam",
    "untuk",
    "oleh",
    "pada",
    "dari",
    "atau",
    "tepat",
    "waktu",
    "capaian",
    "realisasi",
    "kinerja",
    "target",
    "tahun",
    "layanan",
    "pelayanan",
    "jangka",
    "standar",
    "anggaran",
    "daerah",
    "masyarakat",
];

/// Indicators by the words that only one of them has, and their figures of the report's year.
pub(super) struct Nama<'b> {
    kata: HashMap<String, Option<usize>>,
    nilai: HashMap<&'b str, Vec<AngkaId>>,
}

impl<'b> Nama<'b> {
    pub(super) fn new(bacaan: &'b Bacaan) -> Self {
        let mut kata: HashMap<String, Option<usize>> = HashMap::new();
        for (i, indikator) in bacaan.indikator.iter().enumerate() {
            let nama = normal(&indikator.nama);
            let semua: BTreeSet<&str> = nama.split(' ').filter(|k| khusus(k)).collect();
            for satu in semua {
                kata.entry(satu.to_owned())
                    .and_modify(|ada| *ada = None)
                    .or_insert(Some(i));
            }
        }
        let mut nilai: HashMap<&str, Vec<AngkaId>> = HashMap::new();
        for p in &bacaan.pernyataan {
            let cocok = p.perihal.jenis == JenisPerihal::Indikator
                && p.milik == Milik::Sendiri
                && matches!(p.peran, Peran::Realisasi | Peran::Capaian)
                && p.tahun.is_none_or(|t| Some(t) == bacaan.identitas.tahun)
                && p.bulan.is_none();
            if cocok {
                nilai.entry(&p.perihal.kunci).or_default().push(p.angka);
            }
        }
        Self { kata, nilai }
    }

    /// The one figure of the one indicator named that differs by a slip.
    pub(super) fn calon(
        &self,
        bacaan: &'b Bacaan,
        sebut: &Sebut,
        paragraf: &BTreeSet<Decimal>,
    ) -> Option<(&'b IndikatorCetak, &'b Angka, SalahKetik)> {
        let nilai = sebut.angka.nilai?;
        let kata: Vec<&str> = sebut.sela.split_whitespace().collect();
        let tahun = kosakata::tahun(&sebut.sela);
        let mencapai = kata.iter().rev().take(3).any(|k| {
            matches!(
                *k,
                "mencapai" | "sebesar" | "realisasi" | "realisasinya" | "capaian" | "capaiannya"
            )
        });
        if !mencapai
            || kata.len() > 20
            || sebut.ada(&["target", "rata"])
            || tahun.is_some_and(|t| Some(t) != bacaan.identitas.tahun)
        {
            return None;
        }
        let disebut: BTreeSet<usize> = kata
            .iter()
            .filter_map(|k| self.kata.get(*k).copied().flatten())
            .collect();
        let mut disebut = disebut.into_iter();
        let (Some(i), None) = (disebut.next(), disebut.next()) else {
            return None;
        };
        let indikator = bacaan.indikator.get(i)?;
        let mut hasil: Vec<(&Angka, SalahKetik)> = Vec::new();
        for id in self.nilai.get(indikator.kunci.as_str())? {
            let angka = bacaan.angka(*id);
            let Some(benar) = angka.nilai.filter(|n| *n != nilai && khas(angka)) else {
                continue;
            };
            let sejenis = angka.presisi == sebut.angka.presisi
                && (angka.satuan == SatuanCetak::Persen)
                    == (sebut.angka.satuan == SatuanCetak::Persen);
            if sejenis
                && !paragraf.contains(&benar.normalize())
                && let Some(slip) = salah_ketik(nilai, angka.presisi, benar)
                && hasil.iter().all(|(lain, _)| lain.nilai != Some(benar))
            {
                hasil.push((angka, slip));
            }
        }
        match hasil.as_slice() {
            [(angka, slip)] => Some((indikator, angka, *slip)),
            _ => None,
        }
    }
}

fn khusus(kata: &str) -> bool {
    kata.len() >= 3 && !UMUM.contains(&kata) && !kata.bytes().any(|b| b.is_ascii_digit())
}

pub(super) fn temuan(
    bahan: &BahanDokumen,
    aturan: &Aturan,
    cetak: &Angka,
    indikator: &IndikatorCetak,
    benar: &Angka,
    slip: SalahKetik,
) -> Temuan {
    Temuan::di(
        aturan,
        bahan,
        &cetak.letak,
        format!(
            "Tertulis {}, yang tidak ada di tempat lain dalam dokumen; \"{}\" tercatat {} ({})",
            tampil(cetak),
            indikator.nama,
            tampil(benar),
            slip.sebutan()
        ),
        "Cocokkan keduanya dengan data sumbernya, lalu pakai satu nilai di semua tempat.",
    )
    .berat(Berat::Anjuran)
    .seharusnya(Some(tampil(benar)))
    .terkait(bahan, [&benar.letak])
}
