//! The agreement as a tree: which objective serves which, with indicators, budget and who answers for them.

use crate::fakta::Kode;
use crate::hasil::{Hasil, HasilPerjanjian, HasilRencanaAksi, PosAnggaran};
use crate::masukan::{BarisPerjanjian, BarisRencanaAksi, Masukan, TingkatSasaran};

/// The objectives of a year, the highest level first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pohon<'a> {
    /// The objectives of the highest level, with what serves them below.
    pub akar: Vec<SimpulSasaran<'a>>,
    /// Objectives of lower levels of which the data do not say whom they serve.
    pub lepas: Vec<SimpulSasaran<'a>>,
}

/// An objective.
#[derive(Debug, Clone, PartialEq)]
pub struct SimpulSasaran<'a> {
    /// Level.
    pub tingkat: TingkatSasaran,
    /// Its number.
    pub nomor: &'a str,
    /// Its words.
    pub sasaran: &'a str,
    /// Its indicators.
    pub indikator: Vec<SimpulIndikator<'a>>,
    /// The budget that serves it; only at the level of kegiatan.
    pub anggaran: Vec<&'a PosAnggaran>,
    /// The objectives that serve it; one that serves two stands under both.
    pub anak: Vec<SimpulSasaran<'a>>,
}

/// An indicator of an objective.
#[derive(Debug, Clone, PartialEq)]
pub struct SimpulIndikator<'a> {
    /// Its line of the agreement.
    pub baris: &'a BarisPerjanjian,
    /// Its target.
    pub target: &'a Kode,
    /// Its line of the action plan.
    pub rencana: Option<(&'a BarisRencanaAksi, &'a HasilRencanaAksi)>,
}

/// The level that the office itself promises: the lowest of its agreement.
#[must_use]
pub fn tingkat_sendiri(masukan: &Masukan, tahun: i16) -> TingkatSasaran {
    masukan
        .perjanjian
        .iter()
        .filter(|baris| baris.tahun == tahun)
        .map(|baris| baris.tingkat)
        .max()
        .unwrap_or(TingkatSasaran::Kegiatan)
}

/// The agreement of the reported year as a tree.
///
/// An objective serves the one whose number it names (`mendukung`), or else the one that is measured by the same
/// indicator. Where neither is known nothing is guessed: it stands apart.
#[must_use]
pub fn pohon<'a>(masukan: &'a Masukan, hasil: &'a Hasil) -> Pohon<'a> {
    let tingkat: Vec<Vec<SimpulSasaran<'a>>> = TingkatSasaran::SEMUA
        .into_iter()
        .map(|tingkat| sasaran(masukan, hasil, tingkat))
        .filter(|daftar| !daftar.is_empty())
        .collect();
    let mut pohon = Pohon::default();
    let mut bawah: Vec<SimpulSasaran<'a>> = Vec::new();
    // From the lowest level upwards, so that each takes its finished branches along.
    for mut atas in tingkat.into_iter().rev() {
        for anak in bawah {
            let mut ada = false;
            for induk in &mut atas {
                if mendukung(&anak, induk) {
                    induk.anak.push(anak.clone());
                    ada = true;
                }
            }
            if !ada {
                pohon.lepas.push(anak);
            }
        }
        bawah = atas;
    }
    pohon.akar = bawah;
    pohon.lepas.sort_by_key(|satu| satu.tingkat);
    pohon
}

fn sasaran<'a>(
    masukan: &'a Masukan,
    hasil: &'a Hasil,
    tingkat: TingkatSasaran,
) -> Vec<SimpulSasaran<'a>> {
    let mut daftar: Vec<SimpulSasaran<'a>> = Vec::new();
    for satu in hasil.perjanjian.iter().filter(|h| h.tingkat == tingkat) {
        let Some(baris) = masukan.perjanjian.get(satu.baris) else {
            continue;
        };
        let indikator = simpul_indikator(masukan, hasil, baris, satu);
        match daftar
            .iter_mut()
            .find(|lama| lama.nomor == baris.no_sasaran)
        {
            Some(lama) => {
                if lama.sasaran.is_empty() {
                    lama.sasaran = &baris.sasaran;
                }
                lama.indikator.push(indikator);
            }
            None => daftar.push(SimpulSasaran {
                tingkat,
                nomor: &baris.no_sasaran,
                sasaran: &baris.sasaran,
                indikator: vec![indikator],
                anggaran: if tingkat == TingkatSasaran::Kegiatan {
                    anggaran(masukan, hasil, &baris.no_sasaran)
                } else {
                    Vec::new()
                },
                anak: Vec::new(),
            }),
        }
    }
    daftar
}

fn simpul_indikator<'a>(
    masukan: &'a Masukan,
    hasil: &'a Hasil,
    baris: &'a BarisPerjanjian,
    satu: &'a HasilPerjanjian,
) -> SimpulIndikator<'a> {
    let rencana = hasil.rencana_aksi.iter().find_map(|h| {
        let rencana = masukan.rencana_aksi.get(h.baris)?;
        rencana.milik(baris).then_some((rencana, h))
    });
    SimpulIndikator {
        baris,
        target: &satu.target,
        rencana,
    }
}

/// The lines of the agreement's budget that name the objective.
fn anggaran<'a>(masukan: &'a Masukan, hasil: &'a Hasil, nomor: &str) -> Vec<&'a PosAnggaran> {
    let Some(tahun) = hasil.anggaran.iter().find(|a| a.tahun == hasil.tahun) else {
        return Vec::new();
    };
    let cocok = |pos: &&PosAnggaran| {
        masukan.anggaran_program.iter().any(|baris| {
            baris.tahun == hasil.tahun
                && baris.tahap == "perjanjian_kinerja"
                && baris.program == pos.nama
                && baris.kegiatan == pos.kegiatan
                && baris.no_sasaran == nomor
        })
    };
    tahun.perjanjian.iter().filter(cocok).collect()
}

fn mendukung(anak: &SimpulSasaran<'_>, induk: &SimpulSasaran<'_>) -> bool {
    let disebut: Vec<&str> = anak
        .indikator
        .iter()
        .flat_map(|satu| satu.baris.mendukung.split([',', ';']))
        .map(str::trim)
        .filter(|nomor| !nomor.is_empty())
        .collect();
    if !disebut.is_empty() {
        return disebut.contains(&induk.nomor);
    }
    anak.indikator.iter().any(|satu| {
        let kode = &satu.baris.kode;
        !kode.is_empty() && induk.indikator.iter().any(|lain| lain.baris.kode == *kode)
    })
}
