//! The performance agreement: every target with its realisation, and the year's totals.

use std::collections::BTreeSet;

use hukum::Arah;

use super::indikator::compute_capaian;
use super::konteks::{Konteks, siput};
use crate::daftar::Nama;
use crate::fakta::{Kode, Satuan};
use crate::hasil::{HasilIndikator, HasilPerjanjian, Rangkuman, StatusCapaian};
use crate::masukan::TingkatSasaran;
use crate::rumus;
use crate::ungkapan::{Ungkapan, f};

/// The agreement of the year with its realisations, and the lines of the next year with their targets.
pub(super) fn compute(
    k: &mut Konteks,
    indikator: &[HasilIndikator],
) -> (Vec<HasilPerjanjian>, Vec<HasilPerjanjian>) {
    let (masukan, t) = (k.masukan, k.tahun);
    let (mut hasil, mut berikutnya) = (Vec::new(), Vec::new());
    for (i, baris) in masukan.perjanjian.iter().enumerate() {
        let tingkat = match baris.tingkat {
            TingkatSasaran::Strategis => "strategis",
            TingkatSasaran::Program => "program",
            TingkatSasaran::Kegiatan => "kegiatan",
        };
        let awal = format!(
            "pk.{}.{tingkat}.{}.{}",
            baris.tahun,
            siput(&baris.no_sasaran),
            siput(&baris.no_indikator)
        );
        let satuan = Satuan::from_kata(&baris.satuan);
        let presisi = baris.target.nilai().map_or(0, |nilai| nilai.scale());
        let target = k.fakta.masukan(
            Nama::new(
                format!("{awal}.target"),
                format!(
                    "Target perjanjian kinerja tahun {}: {}",
                    baris.tahun, baris.indikator
                ),
                satuan.clone(),
                presisi,
            ),
            &baris.target,
        );
        if baris.tahun != t {
            berikutnya.push(HasilPerjanjian {
                baris: i,
                tingkat: baris.tingkat,
                target,
                realisasi: None,
                capaian: None,
            });
            continue;
        }
        let sendiri = indikator.iter().find(|ind| ind.profil.kode == baris.kode);
        let (realisasi, capaian) = match sendiri {
            Some(ind) => (Some(ind.realisasi.clone()), Some(ind.capaian.clone())),
            None if baris.realisasi.kosong() => (None, None),
            None => {
                let realisasi = k.fakta.masukan(
                    Nama::new(
                        format!("{awal}.realisasi"),
                        format!(
                            "Realisasi perjanjian kinerja tahun {t}: {}",
                            baris.indikator
                        ),
                        satuan,
                        baris
                            .realisasi
                            .nilai()
                            .map_or(presisi, |nilai| nilai.scale()),
                    ),
                    &baris.realisasi,
                );
                let nama = Nama::new(
                    format!("{awal}.capaian"),
                    format!("Capaian perjanjian kinerja tahun {t}: {}", baris.indikator),
                    Satuan::Persen,
                    2,
                );
                let capaian = compute_capaian(k, nama, t, Arah::Naik, &realisasi, &target);
                (Some(realisasi), Some(capaian))
            }
        };
        hasil.push(HasilPerjanjian {
            baris: i,
            tingkat: baris.tingkat,
            target,
            realisasi,
            capaian,
        });
    }
    berikutnya.retain(|h| {
        masukan
            .perjanjian
            .get(h.baris)
            .is_some_and(|b| b.tahun == t + 1)
    });
    (hasil, berikutnya)
}

/// Mean of the published capaian, and the counts that the summary tells.
pub(super) fn rangkum(k: &mut Konteks, indikator: &[HasilIndikator]) -> Option<Rangkuman> {
    if indikator.is_empty() {
        return None;
    }
    let t = k.tahun;
    let terukur: Vec<&Kode> = indikator
        .iter()
        .map(|i| &i.capaian)
        .filter(|kode| k.ada(kode))
        .collect();
    let nama = Nama::new(
        format!("capaian.{t}.rata_rata"),
        format!("Rata-rata capaian indikator kinerja tahun {t}"),
        Satuan::Persen,
        2,
    );
    // With nothing measurable the mean depends on every capaian, so that the gap names them all.
    let bagian: Vec<Ungkapan> = if terukur.is_empty() {
        indikator.iter().map(|i| f(&i.capaian)).collect()
    } else {
        terukur.iter().map(|kode| f(kode)).collect()
    };
    let jumlah_terukur = terukur.len();
    let rata_capaian = k.hitung(nama, &rumus::RATA_CAPAIAN, t, Ungkapan::Rata(bagian), true);
    let tercapai = indikator
        .iter()
        .filter(|i| {
            matches!(
                i.status,
                Some(StatusCapaian::Melampaui | StatusCapaian::Tercapai)
            )
        })
        .count();
    let kegiatan = k
        .masukan
        .perjanjian
        .iter()
        .filter(|b| b.tahun == t && b.tingkat == TingkatSasaran::Kegiatan);
    let sasaran: BTreeSet<&str> = kegiatan.map(|b| b.no_sasaran.as_str()).collect();
    let mut cacah = |ekor: &str, label: &str, satuan: &str, n: usize| {
        k.cacah(
            format!("capaian.{t}.{ekor}"),
            format!("{label} tahun {t}"),
            satuan,
            n,
        )
    };
    Some(Rangkuman {
        rata_capaian,
        jumlah_indikator: cacah(
            "jumlah_indikator",
            "Banyaknya indikator kinerja",
            "indikator",
            indikator.len(),
        ),
        jumlah_terukur: cacah(
            "jumlah_terukur",
            "Banyaknya indikator yang dapat diukur",
            "indikator",
            jumlah_terukur,
        ),
        jumlah_tercapai: cacah(
            "jumlah_tercapai",
            "Banyaknya indikator yang mencapai target",
            "indikator",
            tercapai,
        ),
        jumlah_sasaran: cacah(
            "jumlah_sasaran",
            "Banyaknya sasaran kegiatan",
            "sasaran",
            sasaran.len(),
        ),
    })
}
