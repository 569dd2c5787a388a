//! From what a number of the document says to the fakta that say the same.

use std::collections::HashMap;

use kinerja::hasil::HasilIndikator;
use kinerja::{Fakta, Kode, Satuan};
use rust_decimal::Decimal;

use super::anggaran::{anggaran_pos, anggaran_total, bernama, bobot, nilai_anggaran};
use super::nama::NamaIndikator;
use crate::Data;
use crate::bacaan::{Angka, Asal, Bacaan, JenisPerihal, Milik, Peran, Pernyataan, SatuanCetak};
use crate::understand::kosakata::normal;

/// The fakta that a statement may state.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Padan {
    /// Their codes; the first one is what the statement most likely means.
    pub(super) kode: Vec<Kode>,
    /// Values that say the same in another usual way (a score before its weight, an unweighted mean).
    pub(super) lain: Vec<Decimal>,
    /// Whether the sign is told by words ("penurunan sebesar").
    pub(super) tanpa_tanda: bool,
}

impl Padan {
    fn satu(kode: impl Into<Kode>) -> Self {
        Self::dari([kode.into()])
    }

    fn dari(kode: impl IntoIterator<Item = Kode>) -> Self {
        Self {
            kode: kode.into_iter().collect(),
            ..Self::default()
        }
    }
}

/// Finds the fakta for statements of one document.
pub(super) struct Padanan<'a> {
    bacaan: &'a Bacaan<'a>,
    data: Data<'a>,
    nama: NamaIndikator<'a>,
    /// Codes by their words ("ikm 2024 target"), for a list of fakta in the document itself.
    kode: HashMap<String, &'a Kode>,
    /// Components and totals of the treasury's scores by year and name.
    nilai: HashMap<(i16, String), Vec<&'a Kode>>,
    /// Counts of the register of activities by name.
    kegiatan: HashMap<String, &'a Kode>,
}

impl<'a> Padanan<'a> {
    pub(super) fn new(bacaan: &'a Bacaan<'a>, data: Data<'a>) -> Self {
        let hasil = data.hasil;
        let kode = hasil
            .fakta
            .iter()
            .map(|f| (normal(f.kode.as_str()), &f.kode));
        let kegiatan = hasil.kegiatan.iter().filter_map(|(i, kode)| {
            let baris = data.masukan.kegiatan.get(*i)?;
            Some((normal(&baris.uraian), kode))
        });
        Self {
            bacaan,
            data,
            nama: NamaIndikator::new(bacaan, data),
            kode: kode.collect(),
            nilai: nilai_anggaran(data),
            kegiatan: kegiatan.collect(),
        }
    }

    /// The code of the indicator of the data that a key of the document means.
    pub(super) fn indikator_data(&self, kunci: &str) -> Option<&str> {
        self.nama.profil(kunci).map(|h| h.awalan.as_str())
    }

    /// The fakta that a statement states; none where the data have none, or it is not sure which.
    pub(super) fn cari(&self, p: &Pernyataan) -> Option<Padan> {
        let tahun = p.tahun?;
        if p.milik != Milik::Sendiri {
            return None;
        }
        let kunci = p.perihal.kunci.as_str();
        let padan = match p.perihal.jenis {
            JenisPerihal::Indikator => self.indikator(p, kunci, tahun),
            JenisPerihal::Unsur => self.unsur(p, kunci, tahun),
            JenisPerihal::Responden => self.responden(p, kunci, tahun),
            JenisPerihal::Anggaran => self.anggaran(p, kunci, tahun),
            JenisPerihal::Pendapatan => pendapatan(p, kunci, tahun),
            JenisPerihal::Pegawai => self.pegawai(p, kunci, tahun),
            JenisPerihal::RerataCapaian => self.rerata(tahun),
            JenisPerihal::KinerjaAnggaran => self.kinerja_anggaran(p, kunci, tahun),
            JenisPerihal::Lain => self.lain(p, kunci, tahun),
        }?;
        self.tersedia(padan, self.bacaan.angka(p.angka))
    }

    /// Only fakta that are there and have a value in the unit that is printed; a gap among them leaves it open.
    fn tersedia(&self, mut padan: Padan, angka: &Angka) -> Option<Padan> {
        let fakta = |kode: &Kode| self.data.hasil.fakta.get(kode.as_str());
        padan.kode.retain(|kode| fakta(kode).is_some());
        if padan.kode.iter().any(|kode| {
            fakta(kode)
                .and_then(Fakta::angka)
                .is_none_or(|nilai| berskala_lain(nilai, angka))
        }) {
            return None;
        }
        padan
            .kode
            .retain(|kode| fakta(kode).is_some_and(|f| satuan_cocok(&f.satuan, angka.satuan)));
        (!padan.kode.is_empty()).then_some(padan)
    }

    fn indikator(&self, p: &Pernyataan, kunci: &str, tahun: i16) -> Option<Padan> {
        let Some(hasil) = self.nama.profil(kunci) else {
            return self.perjanjian(p, kunci, tahun);
        };
        let awal = format!("{}.{tahun}", hasil.awalan);
        let kini = tahun == self.data.hasil.tahun;
        match (p.peran, p.bulan) {
            (Peran::Realisasi, Some(bulan)) => {
                Some(Padan::satu(format!("{awal}.bulan.{bulan:02}.indeks")))
            }
            (_, Some(_)) => None,
            (Peran::Target, None) => {
                let sendiri = Kode::from(format!("{awal}.target"));
                let janji = self.nama.target(kunci, tahun).cloned();
                Some(Padan::dari(std::iter::once(sendiri).chain(janji)))
            }
            (Peran::Realisasi | Peran::Nilai, None) => {
                let mut kode = self.unsur_dalam_kalimat(p, hasil, tahun);
                kode.push(format!("{awal}.realisasi").into());
                Some(Padan::dari(kode))
            }
            (Peran::Capaian, None) => Some(Padan::satu(format!("{awal}.capaian"))),
            (Peran::TargetJangkaMenengah, None) => {
                let jangka = hasil.jangka_menengah.as_ref()?;
                (jangka.tahun == tahun).then(|| Padan::satu(jangka.target.clone()))
            }
            (Peran::CapaianJangkaMenengah, None) => {
                let jangka = hasil.jangka_menengah.as_ref()?;
                (kini || jangka.tahun == tahun).then(|| Padan::satu(jangka.capaian.clone()))
            }
            (Peran::Perubahan, None) if kini => {
                let perubahan = hasil.perubahan.as_ref()?;
                let persen = self.bacaan.angka(p.angka).satuan == SatuanCetak::Persen;
                let (satu, dua) = if persen {
                    (&perubahan.persen, &perubahan.selisih)
                } else {
                    (&perubahan.selisih, &perubahan.persen)
                };
                let mut padan =
                    Padan::dari([satu, dua, &perubahan.selisih_capaian].map(Clone::clone));
                padan.tanpa_tanda = true;
                Some(padan)
            }
            _ => None,
        }
    }

    /// A line of the agreement that is no indicator of the profile.
    fn perjanjian(&self, p: &Pernyataan, kunci: &str, tahun: i16) -> Option<Padan> {
        if p.bulan.is_some() {
            return None;
        }
        let baris = self.nama.baris(kunci, tahun).iter();
        let kode: Vec<Kode> = match p.peran {
            Peran::Target => baris.map(|b| b.target.clone()).collect(),
            Peran::Realisasi => baris.filter_map(|b| b.realisasi.clone()).collect(),
            Peran::Capaian => baris.filter_map(|b| b.capaian.clone()).collect(),
            _ => return None,
        };
        Some(Padan::dari(kode))
    }

    /// Year values of the parts of a survey that a sentence names: it then speaks of them rather than of the index.
    fn unsur_dalam_kalimat(&self, p: &Pernyataan, hasil: &HasilIndikator, tahun: i16) -> Vec<Kode> {
        let (Asal::Kalimat(i), Some(survei)) = (p.asal, hasil.survei.as_ref()) else {
            return Vec::new();
        };
        let kalimat = self.bacaan.kalimat.get(i);
        let teks = kalimat.map_or(String::new(), |k| normal(self.bacaan.teks(&k.letak)));
        let awal = format!("{}.{tahun}.", hasil.awalan);
        survei
            .unsur
            .iter()
            .filter(|u| u.nilai.as_str().starts_with(&awal) && berisi(&teks, &normal(&u.nama)))
            .map(|u| u.nilai.clone())
            .collect()
    }

    fn unsur(&self, p: &Pernyataan, kunci: &str, tahun: i16) -> Option<Padan> {
        let (induk, unsur) = kunci.split_once('/')?;
        let hasil = self.nama.profil(induk)?;
        let survei = hasil.survei.as_ref().filter(|_| p.peran == Peran::Nilai)?;
        let ekor = format!(".unsur.{unsur}");
        let rapi = normal(unsur);
        let satu = survei
            .unsur
            .iter()
            .find(|u| u.nilai.as_str().ends_with(&ekor) || normal(&u.nama) == rapi)?;
        if tahun != self.data.hasil.tahun {
            return None;
        }
        if let Some(bulan) = p.bulan {
            let urutan = usize::from(bulan).checked_sub(1)?;
            return Some(Padan::satu(satu.bulan.get(urutan)?.clone()));
        }
        let mut padan = Padan::satu(satu.nilai.clone());
        padan.lain.extend(self.rata(&satu.bulan));
        Some(padan)
    }

    /// The plain mean of fakta.
    fn rata(&self, kode: &[Kode]) -> Option<Decimal> {
        let mut jumlah = Decimal::ZERO;
        for satu in kode {
            jumlah = jumlah.checked_add(self.data.hasil.fakta.angka(satu.as_str())?)?;
        }
        jumlah.checked_div(Decimal::from(kode.len()))
    }

    fn responden(&self, p: &Pernyataan, kunci: &str, tahun: i16) -> Option<Padan> {
        let hasil = self
            .nama
            .profil(kunci)
            .filter(|_| p.peran == Peran::Jumlah)?;
        let awal = format!("{}.{tahun}", hasil.awalan);
        Some(Padan::satu(match p.bulan {
            Some(bulan) => format!("{awal}.bulan.{bulan:02}.responden"),
            None => format!("{awal}.responden"),
        }))
    }

    fn anggaran(&self, p: &Pernyataan, kunci: &str, tahun: i16) -> Option<Padan> {
        // Monthly figures may be of the month alone or up to it.
        if p.bulan.is_some() {
            return None;
        }
        let hasil = self.data.hasil;
        let berikut = hasil
            .perjanjian_berikutnya
            .as_ref()
            .filter(|b| b.tahun == tahun);
        if let Some(berikut) = berikut {
            let pos = berikut.anggaran.iter().filter(|pos| bernama(pos, kunci));
            let pos = pos.map(|pos| pos.pagu.clone());
            let total = berikut.pagu.iter().filter(|_| kunci == "total").cloned();
            return (p.peran == Peran::Target).then(|| Padan::dari(pos.chain(total)));
        }
        let satu = hasil.anggaran.iter().find(|a| a.tahun == tahun)?;
        let kode = if kunci == "total" {
            anggaran_total(satu, p.peran)
        } else {
            anggaran_pos(satu, p.peran, kunci)
        };
        let sasaran = hasil
            .efisiensi
            .iter()
            .filter(|e| tahun == hasil.tahun && normal(&e.sasaran) == kunci)
            .flat_map(|e| match p.peran {
                Peran::Target => vec![e.pagu.clone()],
                Peran::Realisasi => vec![e.realisasi.clone()],
                Peran::Capaian => vec![e.penyerapan.clone(), e.capaian.clone()],
                _ => Vec::new(),
            });
        Some(Padan::dari(kode.into_iter().chain(sasaran)))
    }

    fn pegawai(&self, p: &Pernyataan, kunci: &str, tahun: i16) -> Option<Padan> {
        let hasil = &self.data.hasil.pegawai;
        if p.peran != Peran::Jumlah || tahun != self.data.hasil.tahun {
            return None;
        }
        if kunci == "jumlah" {
            return hasil.jumlah.clone().map(Padan::satu);
        }
        let golongan = kunci
            .strip_prefix("golongan ")
            .or_else(|| kunci.strip_prefix("gol "))
            .unwrap_or(kunci);
        let formasi = hasil.formasi.iter().find(|(nama, _)| normal(nama) == kunci);
        let baris = hasil
            .golongan
            .iter()
            .find(|(nama, ..)| normal(nama) == golongan);
        let kode = formasi
            .map(|(_, kode)| kode)
            .or(baris.map(|(_, _, jumlah)| jumlah))?;
        Some(Padan::satu(kode.clone()))
    }

    fn rerata(&self, tahun: i16) -> Option<Padan> {
        let hasil = self.data.hasil;
        let rangkuman = hasil.rangkuman.as_ref().filter(|_| tahun == hasil.tahun)?;
        let sasaran = hasil.efisiensi.iter().map(|e| e.capaian.clone());
        Some(Padan::dari(
            std::iter::once(rangkuman.rata_capaian.clone()).chain(sasaran),
        ))
    }

    fn kinerja_anggaran(&self, p: &Pernyataan, kunci: &str, tahun: i16) -> Option<Padan> {
        // "penyerapan anggaran (ikpa)": both scores have a component of that name.
        let (nama, skor) = match kunci.rsplit_once(" (") {
            Some((nama, skor)) => (nama, skor.trim_end_matches(')')),
            None => (kunci, ""),
        };
        let awal = if skor == "nka" { "smart" } else { skor };
        let semua: Vec<&Kode> = self
            .nilai
            .get(&(tahun, nama.to_owned()))?
            .iter()
            .copied()
            .filter(|kode| kode.as_str().starts_with(awal))
            .collect();
        let fakta = &self.data.hasil.fakta;
        let bobot = |kode: &Kode| bobot(self.data, kode);
        match p.peran {
            Peran::Bobot => Some(Padan::dari(semua.iter().filter_map(|kode| bobot(kode)))),
            Peran::Nilai | Peran::Realisasi | Peran::Capaian => {
                let mut padan = Padan::dari(semua.iter().map(|kode| (*kode).clone()));
                // A component is printed before its weight as often as after it.
                padan.lain.extend(semua.iter().filter_map(|kode| {
                    let bobot = fakta.angka(bobot(kode)?.as_str())?;
                    let nilai = fakta.angka(kode.as_str())?;
                    nilai.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(bobot)
                }));
                Some(padan)
            }
            _ => None,
        }
    }

    fn lain(&self, p: &Pernyataan, kunci: &str, tahun: i16) -> Option<Padan> {
        if let Some(kode) = self.kode.get(kunci) {
            return Some(Padan::satu((*kode).clone()));
        }
        let kode = self
            .kegiatan
            .get(kunci)
            .filter(|_| p.peran == Peran::Jumlah && tahun == self.data.hasil.tahun)?;
        Some(Padan::satu((*kode).clone()))
    }
}

/// An index of four printed on the scale of a hundred, or the other way round, is no difference of values.
fn berskala_lain(nilai: Decimal, angka: &Angka) -> bool {
    let (kecil, besar) = (Decimal::TEN, Decimal::from(20));
    angka.satuan != SatuanCetak::Persen
        && angka.presisi > 0
        && angka.nilai.is_some_and(|cetak| {
            (nilai <= kecil && cetak >= besar)
                || (cetak <= kecil && nilai >= besar && cetak > Decimal::ONE)
        })
}

/// Whether a number with this printed unit may be of a fakta's unit.
fn satuan_cocok(satuan: &Satuan, cetak: SatuanCetak) -> bool {
    use SatuanCetak::{Cacah, Indeks, Persen, Rupiah, Tanpa};
    match satuan {
        Satuan::Persen => matches!(cetak, Persen | Tanpa),
        Satuan::PoinPersen => matches!(cetak, Persen | Tanpa | Indeks),
        Satuan::Rupiah => matches!(cetak, Rupiah | Tanpa),
        Satuan::Orang => matches!(cetak, Cacah | Tanpa),
        Satuan::Indeks | Satuan::Nilai => matches!(cetak, Indeks | Tanpa),
        Satuan::Lain(_) => matches!(cetak, Cacah | Indeks | Tanpa),
        Satuan::Kategori => false,
    }
}

/// Whether words stand in a text as whole words; both for comparison.
fn berisi(teks: &str, kata: &str) -> bool {
    !kata.is_empty() && format!(" {teks} ").contains(&format!(" {kata} "))
}

fn pendapatan(p: &Pernyataan, kunci: &str, tahun: i16) -> Option<Padan> {
    if p.bulan.is_some() || !matches!(kunci, "pnbp" | "total") {
        return None;
    }
    let ekor = match p.peran {
        Peran::Target => "target",
        Peran::Realisasi => "realisasi",
        Peran::Capaian => "capaian",
        _ => return None,
    };
    Some(Padan::satu(format!("pnbp.{tahun}.{ekor}")))
}

#[cfg(test)]
mod tests {
    use kinerja::Satuan;

    use super::{berisi, satuan_cocok};
    use crate::bacaan::SatuanCetak;

    #[test]
    fn a_share_is_never_held_against_an_index_or_money() {
        assert!(satuan_cocok(&Satuan::Persen, SatuanCetak::Persen));
        assert!(satuan_cocok(&Satuan::Persen, SatuanCetak::Tanpa));
        assert!(!satuan_cocok(&Satuan::Indeks, SatuanCetak::Persen));
        assert!(!satuan_cocok(&Satuan::Rupiah, SatuanCetak::Persen));
        assert!(!satuan_cocok(&Satuan::Orang, SatuanCetak::Rupiah));
    }

    #[test]
    fn a_part_is_named_by_whole_words() {
        assert!(berisi("nilai waktu penyelesaian 3 4", "waktu penyelesaian"));
        assert!(!berisi("nilai prosedural", "prosedur"));
        assert!(!berisi("nilai", ""));
    }
}
