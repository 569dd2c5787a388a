//! What cannot be the statement that it looks like: its unit or size does not fit, or it is of another stage.

use super::Jalan;
use super::kata::Kata;
use crate::bacaan::{Angka, Asal, JenisPerihal, Peran, Perihal, Pernyataan, SatuanCetak};
use rust_decimal::Decimal;

/// Words that a share of spending goes by.
const SERAPAN: &[&str] = &[
    "serapan",
    "penyerapan",
    "terserap",
    "menyerap",
    "diserap",
    "anggaran",
    "belanja",
    "pagu",
];

/// How many times another value of the same thing a number may be; more is another scale or another thing.
const KELIPATAN_TERJAUH: u32 = 20;

/// Likewise for a whole number, where the tables have decimals.
const KELIPATAN_CACAH: u32 = 3;

impl Jalan<'_> {
    /// Whether a number can be what its words seem to make it.
    pub(super) fn layak(
        &self,
        angka: &Angka,
        perihal: &Perihal,
        peran: Peran,
        awal: usize,
        di: usize,
    ) -> bool {
        let kata = &self.ucapan.kata;
        let sela = kata.get(awal..di).unwrap_or_default();
        let sesudah = kata.get(di + 1..).unwrap_or_default();
        // "menghasilkan 130% dan dibatasi menjadi 120%": the first is not yet the capaian.
        if peran == Peran::Capaian && sesudah.iter().any(|k| k.salah_satu(&["dibatasi"])) {
            return false;
        }
        // "satuan kerja dengan nilai di bawah 89": a bound.
        let indeks = matches!(
            perihal.jenis,
            JenisPerihal::Indikator | JenisPerihal::Unsur | JenisPerihal::KinerjaAnggaran
        );
        if indeks && matches!(peran, Peran::Realisasi | Peran::Nilai) && batas(sela) {
            return false;
        }
        // "masih harus turun agar mencapai 9,00": not yet reached.
        let tujuan = peran == Peran::Realisasi
            && sela.windows(2).any(|dua| {
                dua[0].salah_satu(&["agar", "supaya", "guna", "untuk"])
                    && dua[1].salah_satu(&["mencapai", "menjadi"])
            });
        if tujuan {
            return false;
        }
        match perihal.jenis {
            JenisPerihal::Indikator => {
                let serapan = angka.satuan == SatuanCetak::Persen
                    && terakhir(sela, SERAPAN) > terakhir(sela, KINERJA);
                let capaian_berubah = peran == Peran::Realisasi
                    && angka.satuan == SatuanCetak::Persen
                    && sela.iter().any(|k| k.salah_satu(&["dari", "menjadi"]))
                    && self.capaian_saja(di);
                !serapan && !capaian_berubah && self.sebanding(angka, perihal, peran, sela)
            }
            JenisPerihal::Anggaran if peran == Peran::Capaian => {
                // "serapan 97,68% dengan capaian indikator 116,93%", "… dari pagu … menghasilkan capaian 105%"
                let kinerja = terakhir(sela, KINERJA) > terakhir(sela, SERAPAN);
                let bernama = sela.iter().any(|k| {
                    k.salah_satu(&["indikator", "kinerja", "sasaran", "fisik", "menghasilkan"])
                });
                !(kinerja && bernama)
            }
            _ => true,
        }
    }

    /// Whether the sentence so far speaks of a capaian and of no realisasi ("capaiannya naik dari 102% menjadi 104%").
    fn capaian_saja(&self, di: usize) -> bool {
        let kata = self.ucapan.kata.get(..di).unwrap_or_default();
        terakhir(kata, &["capaian", "capaiannya", "pencapaian"])
            > terakhir(kata, &["realisasi", "realisasinya", "terealisasi"])
    }

    /// Whether unit and size fit what the tables say of the indicator.
    fn sebanding(&self, angka: &Angka, perihal: &Perihal, peran: Peran, sela: &[Kata]) -> bool {
        if !matches!(
            peran,
            Peran::Realisasi | Peran::Target | Peran::TargetJangkaMenengah
        ) {
            return true;
        }
        let persen = self.satuan_persen(perihal);
        let dihitung = angka.satuan == SatuanCetak::Cacah
            || (angka.satuan == SatuanCetak::Tanpa
                && sela
                    .last()
                    .is_some_and(|k| k.salah_satu(&["sebanyak", "sejumlah"])));
        if persen == Some(true) && dihitung {
            return false;
        }
        let Some(nilai) = angka.nilai.filter(|n| *n > Decimal::ZERO) else {
            return true;
        };
        let kali = Decimal::from(KELIPATAN_TERJAUH);
        let mut tabel = self
            .bacaan
            .pernyataan
            .iter()
            .filter(|p| {
                p.perihal == *perihal
                    && p.bulan.is_none()
                    && matches!(p.asal, Asal::Tabel(_))
                    && matches!(p.peran, Peran::Realisasi | Peran::Target)
            })
            .map(|p| self.bacaan.angka(p.angka))
            .filter_map(|a| Some((a.nilai.filter(|n| *n > Decimal::ZERO)?, a.presisi)))
            .peekable();
        tabel.peek().is_none()
            || tabel.any(|(lain, presisi)| {
                let (kecil, besar) = (lain.min(nilai), lain.max(nilai));
                // A count beside an index is another thing already at a few times its size.
                let kali = match angka.presisi == 0 && presisi > 0 {
                    true => Decimal::from(KELIPATAN_CACAH),
                    false => kali,
                };
                kecil.checked_mul(kali).is_none_or(|batas| besar <= batas)
            })
    }

    /// Whether a ceiling is that of the year's beginning, before it was revised.
    pub(super) fn tahap_awal(&self, pernyataan: &Pernyataan, awal: usize, di: usize) -> bool {
        pernyataan.perihal.jenis == JenisPerihal::Anggaran
            && pernyataan.peran == Peran::Target
            && self.ucapan.kata.get(awal..di).is_some_and(|sela| {
                sela.iter()
                    .any(|k| k.salah_satu(&["awal", "semula", "awalnya", "mula-mula"]))
                    || sela.windows(2).any(|dua| {
                        dua[0].salah_satu(&["perjanjian", "sebelum"])
                            && dua[1].salah_satu(&["kinerja", "revisi", "perubahan"])
                            || dua[0].salah_satu(&["pagu", "anggaran", "apbd", "belanja"])
                                && dua[1].salah_satu(&["murni"])
                    })
            })
    }
}

/// Words that performance goes by.
const KINERJA: &[&str] = &[
    "capaian",
    "capaiannya",
    "pencapaian",
    "realisasi",
    "realisasinya",
    "indikator",
    "kinerja",
    "target",
    "nilai",
];

/// Whether the words right before a number make it a bound.
fn batas(sela: &[Kata]) -> bool {
    let akhir = sela.get(sela.len().saturating_sub(2)..).unwrap_or_default();
    match akhir {
        [a, b] => {
            (a.salah_satu(&["di"]) && b.salah_satu(&["bawah", "atas"]))
                || (a.salah_satu(&["kurang", "lebih"]) && b.salah_satu(&["dari"]))
                || (a.salah_satu(&["paling"])
                    && b.salah_satu(&["sedikit", "banyak", "rendah", "kurang", "tinggi"]))
                || b.salah_satu(&["minimal", "maksimal", "minimum", "maksimum"])
        }
        _ => false,
    }
}

/// The last of these words.
fn terakhir(sela: &[Kata], daftar: &[&str]) -> Option<usize> {
    sela.iter().rposition(|k| k.salah_satu(daftar))
}

/// "Target akhir 1.200 ha": that of the plan.
pub(super) fn target_akhir(sela: &[Kata]) -> bool {
    sela.windows(2)
        .any(|dua| dua[0].salah_satu(&["target"]) && dua[1].salah_satu(&["akhir"]))
}
