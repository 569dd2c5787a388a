//! Kinds of office.

use serde::Deserialize;
use toml::Table;

use super::Masalahan;
use super::teks::{self, Angka};
use crate::Status;
use crate::profil::{
    Arah, DasarOrganisasi, ProfilIndikator, ProfilKantor, SumberIndikator, UnitKerja,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IsiProfil {
    nama: String,
    #[serde(default)]
    dasar_organisasi: Vec<IsiDasar>,
    tugas: Vec<String>,
    tenggat_hari: Option<u32>,
    indikator: Vec<IsiIndikator>,
    #[serde(default)]
    unit: Vec<IsiUnit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IsiDasar {
    sebutan: String,
    status: Status,
    catatan: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IsiUnit {
    nama: String,
    tugas: String,
    #[serde(default)]
    anak: Vec<IsiUnit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IsiIndikator {
    kode: String,
    nama: String,
    definisi: String,
    cara_ukur: String,
    arah: Arah,
    satuan: String,
    presisi: u32,
    maksimum: Option<Angka>,
    sumber: IsiSumber,
    #[serde(default)]
    alias: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, tag = "jenis", rename_all = "snake_case")]
enum IsiSumber {
    SurveiBulanan {
        instrumen: String,
        #[serde(default)]
        konversi_skala_100: bool,
    },
    SurveiKelompok {
        kelompok: Vec<IsiKelompokResponden>,
    },
    Dicatat {},
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IsiKelompokResponden {
    kode: String,
    instrumen: String,
    minimum: Option<u32>,
    ketentuan_minimum: Option<String>,
}

/// A least number of respondents that a profile takes from a value of law instead of writing it again.
pub(super) struct RujukanMinimum {
    pub(super) profil: String,
    pub(super) indikator: String,
    pub(super) kelompok: String,
    pub(super) ketentuan: String,
}

pub(super) fn profil(
    berkas: &str,
    id: &str,
    tabel: Table,
    rujukan: &mut Vec<RujukanMinimum>,
    masalah: &mut Masalahan,
) -> Option<ProfilKantor> {
    let isi: IsiProfil = teks::satu(berkas, tabel, masalah)?;
    for i in &isi.indikator {
        let IsiSumber::SurveiKelompok { kelompok } = &i.sumber else {
            continue;
        };
        for k in kelompok {
            rujukan.extend(k.ketentuan_minimum.clone().map(|ketentuan| RujukanMinimum {
                profil: id.to_owned(),
                indikator: i.kode.clone(),
                kelompok: k.kode.clone(),
                ketentuan,
            }));
        }
    }
    let dasar = |d: IsiDasar| DasarOrganisasi {
        sebutan: d.sebutan,
        status: d.status,
        catatan: d.catatan,
    };
    let profil = ProfilKantor {
        id: id.to_owned(),
        nama: isi.nama,
        dasar_organisasi: isi.dasar_organisasi.into_iter().map(dasar).collect(),
        indikator: isi.indikator.into_iter().map(indikator).collect(),
        tugas: isi.tugas,
        unit: isi.unit.into_iter().map(unit).collect(),
        tenggat_hari: isi.tenggat_hari,
    };
    for (urutan, i) in profil.indikator.iter().enumerate() {
        if profil
            .indikator
            .iter()
            .take(urutan)
            .any(|lain| lain.kode.eq_ignore_ascii_case(&i.kode))
        {
            masalah.catat(
                berkas,
                format!("indikator {} tertulis lebih dari sekali", i.kode),
            );
        }
    }
    Some(profil)
}

fn unit(isi: IsiUnit) -> UnitKerja {
    UnitKerja {
        nama: isi.nama,
        tugas: isi.tugas,
        anak: isi.anak.into_iter().map(unit).collect(),
    }
}

fn indikator(isi: IsiIndikator) -> ProfilIndikator {
    let sumber = match isi.sumber {
        IsiSumber::SurveiBulanan {
            instrumen,
            konversi_skala_100,
        } => SumberIndikator::SurveiBulanan {
            instrumen,
            konversi_skala_100,
        },
        IsiSumber::SurveiKelompok { kelompok } => SumberIndikator::SurveiKelompok {
            kelompok: kelompok
                .into_iter()
                .map(|k| (k.kode, k.instrumen, k.minimum))
                .collect(),
        },
        IsiSumber::Dicatat {} => SumberIndikator::Dicatat,
    };
    ProfilIndikator {
        kode: isi.kode,
        nama: isi.nama,
        definisi: isi.definisi,
        cara_ukur: isi.cara_ukur,
        arah: isi.arah,
        satuan: isi.satuan,
        presisi: isi.presisi,
        maksimum: isi.maksimum.map(|m| m.0),
        sumber,
        alias: isi.alias,
    }
}
