//! The same quantity, wherever the document states it: which values there are, and which one is the likeliest.

mod sebut;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use hukum::Hukum;
use kinerja::Selang;
use rust_decimal::Decimal;

use super::{revisi, setara};
use crate::bacaan::{
    Angka, AngkaId, Asal, Bacaan, JenisBaris, JenisPerihal, Milik, Peran, Perihal, Pernyataan,
    SatuanCetak,
};
use crate::hitung::{self, Hitungan};
use crate::rules::ingatan;

pub(super) use sebut::sebut;

/// What makes two numbers the same quantity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kunci {
    pub(super) perihal: Perihal,
    pub(super) milik: Milik,
    pub(super) tahun: i16,
    pub(super) bulan: Option<u8>,
    pub(super) peran: Peran,
    /// Money and shares of the same thing are different quantities.
    pub(super) ukuran: Ukuran,
}

/// What a number is counted in, as far as it tells quantities apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ukuran {
    Rupiah,
    Persen,
    Lain,
}

/// One value of a quantity, and who states it.
#[derive(Debug, Clone)]
pub(super) struct Nilai<'b> {
    /// The most exact of the numbers that state it.
    pub(super) wakil: &'b Angka,
    /// Who states it, in reading order.
    pub(super) sebutan: Vec<&'b Pernyataan>,
    /// How much speaks for it.
    pub(super) dukungan: i32,
}

/// A quantity with all its values.
#[derive(Debug)]
pub(super) struct Besaran<'b> {
    pub(super) kunci: Kunci,
    /// Its values, the best supported first.
    pub(super) nilai: Vec<Nilai<'b>>,
    /// The value as it follows from other numbers of the document, where it does.
    pub(super) hitungan: Option<Hitungan>,
}

impl<'b> Besaran<'b> {
    /// The likeliest value; none while two are equally well supported.
    pub(super) fn utama(&self) -> Option<&Nilai<'b>> {
        match self.nilai.as_slice() {
            [satu] => Some(satu),
            [pertama, kedua, ..] if pertama.dukungan > kedua.dukungan => Some(pertama),
            _ => None,
        }
    }
}

/// All quantities that the document states, each with its values.
///
/// Tables whose caption has a wrong year are left out: the caption is the cause, and is told by its own rule.
pub(super) fn daftar<'b>(
    bacaan: &'b Bacaan,
    hukum: &Hukum,
    salah_tahun: &BTreeSet<usize>,
) -> Vec<Besaran<'b>> {
    let rujukan = Rujukan::new(bacaan, hukum);
    let mut kelompok: BTreeMap<Kunci, Vec<&Pernyataan>> = BTreeMap::new();
    for p in &bacaan.pernyataan {
        // Without a year it is not known whether it is the same quantity; a change has no value of its own.
        let (Some(tahun), false) = (p.tahun, p.peran == Peran::Perubahan) else {
            continue;
        };
        let angka = bacaan.angka(p.angka);
        // Nothing is valued at nothing: that is a difference.
        let nihil = p.peran == Peran::Nilai && angka.nilai.is_some_and(|n| n.is_zero());
        if nihil || salah_tahun.contains(&angka.letak.piece) {
            continue;
        }
        let uang = matches!(
            p.perihal.jenis,
            JenisPerihal::Anggaran | JenisPerihal::Pendapatan
        );
        // Respondents of an unnamed survey may be those of any.
        let tanpa_nama = p.perihal.kunci.is_empty();
        let semula = uang
            && (revisi::awal(bacaan, p)
                || (rujukan.revisi.diungkap && dalam_perjanjian(bacaan, p)));
        if angka.nilai.is_none() || tanpa_nama || semula {
            continue;
        }
        if rujukan.capaian_uang(bacaan, p) {
            continue;
        }
        let peran = match p.peran {
            Peran::Capaian if rujukan.rumus_realisasi(bacaan, p) => Peran::Realisasi,
            lain => lain,
        };
        let kunci = Kunci {
            perihal: p.perihal.clone(),
            milik: p.milik.clone(),
            tahun,
            bulan: p.bulan,
            peran,
            ukuran: ukuran(angka.satuan),
        };
        kelompok.entry(kunci).or_default().push(p);
    }
    kelompok
        .into_iter()
        .map(|(kunci, sebutan)| susun(bacaan, &rujukan, kunci, sebutan))
        .collect()
}

/// Statements by what they are looked up for.
pub(super) struct Rujukan<'b> {
    /// Amounts that a disclosed revision sets side by side.
    pub(super) revisi: &'b revisi::Revisi,
    pub(super) setara: &'b setara::Setara,
    kelompok: HashMap<usize, Vec<&'b Pernyataan>>,
    /// By the indicator's key, year and month.
    bulanan: HashMap<(&'b str, i16, u8), Vec<&'b Pernyataan>>,
    /// Realisasi of an indicator in percent, by the indicator's key and year.
    persen: HashMap<(&'b str, i16), Vec<&'b Angka>>,
    /// Amounts of money in ordinary rows of tables that have a total.
    baris: HashSet<Decimal>,
    /// Percentages of rows that hold amounts of money.
    di_baris_uang: HashSet<AngkaId>,
}

/// An amount of money, not an index or a count.
const SEJUTA: u32 = 1_000_000;

impl<'b> Rujukan<'b> {
    fn new(bacaan: &'b Bacaan, hukum: &Hukum) -> Self {
        let mut rujukan = Self {
            revisi: ingatan::revisi(bacaan),
            setara: ingatan::setara(bacaan, hukum),
            kelompok: HashMap::new(),
            bulanan: HashMap::new(),
            persen: HashMap::new(),
            baris: HashSet::new(),
            di_baris_uang: HashSet::new(),
        };
        rujukan.simak_tabel(bacaan);
        for p in &bacaan.pernyataan {
            rujukan.kelompok.entry(p.kelompok).or_default().push(p);
            let angka = bacaan.angka(p.angka);
            if let (Peran::Realisasi, SatuanCetak::Persen, Some(tahun)) =
                (p.peran, angka.satuan, p.tahun)
                && !matches!(p.asal, Asal::Rumus(_))
            {
                let kunci = (p.perihal.kunci.as_str(), tahun);
                rujukan.persen.entry(kunci).or_default().push(angka);
            }
            if let (Some(tahun), Some(bulan)) = (p.tahun, p.bulan) {
                let indikator = p.perihal.kunci.split('/').next().unwrap_or_default();
                rujukan
                    .bulanan
                    .entry((indikator, tahun, bulan))
                    .or_default()
                    .push(p);
            }
        }
        rujukan
    }

    fn simak_tabel(&mut self, bacaan: &Bacaan) {
        for tabel in &bacaan.tabel {
            let bertotal = tabel.baris.iter().any(|b| b.jenis == JenisBaris::Total);
            for baris in tabel.isi() {
                let isi: Vec<AngkaId> = (0..tabel.kolom.len())
                    .flat_map(|k| tabel.sel(baris.row, k))
                    .copied()
                    .collect();
                let besar: Vec<Decimal> = isi
                    .iter()
                    .filter_map(|id| bacaan.angka(*id).besaran())
                    .filter(|n| *n >= Decimal::from(SEJUTA))
                    .collect();
                if !besar.is_empty() {
                    let persen = isi.iter().filter(|id| bacaan.angka(**id).presisi > 0);
                    self.di_baris_uang.extend(persen);
                }
                if bertotal {
                    self.baris.extend(besar);
                }
            }
        }
    }

    /// Whether a share in a table is one of money, under an indicator that the table only stands beside.
    fn capaian_uang(&self, bacaan: &Bacaan, p: &Pernyataan) -> bool {
        p.perihal.jenis == JenisPerihal::Indikator
            && p.peran == Peran::Capaian
            && self.di_baris_uang.contains(&p.angka)
            && !self.kelompok.get(&p.kelompok).is_some_and(|k| {
                k.iter().any(|q| {
                    q.peran != Peran::Capaian
                        && bacaan
                            .angka(q.angka)
                            .nilai
                            .is_some_and(|n| n >= Decimal::from(SEJUTA))
                })
            })
    }

    /// Whether a formula that nothing calls a capaian gives the realisasi of an indicator that is itself a percentage.
    fn rumus_realisasi(&self, bacaan: &Bacaan, p: &Pernyataan) -> bool {
        let (Asal::Rumus(_), Some(tahun)) = (p.asal, p.tahun) else {
            return false;
        };
        let nilai = bacaan.angka(p.angka).nilai;
        self.persen
            .get(&(p.perihal.kunci.as_str(), tahun))
            .is_some_and(|semua| semua.iter().any(|a| a.nilai == nilai))
    }

    /// Whether a total is that of a part, which another table has as one of its rows.
    fn total_bagian(&self, kunci: &Kunci, nilai: &Nilai) -> bool {
        kunci.perihal.jenis == JenisPerihal::Anggaran
            && nilai
                .sebutan
                .iter()
                .all(|p| matches!(p.asal, Asal::Tabel(_)))
            && nilai.wakil.nilai.is_some_and(|n| self.baris.contains(&n))
    }
}

fn ukuran(satuan: SatuanCetak) -> Ukuran {
    match satuan {
        SatuanCetak::Rupiah => Ukuran::Rupiah,
        SatuanCetak::Persen => Ukuran::Persen,
        SatuanCetak::Tanpa | SatuanCetak::Indeks | SatuanCetak::Cacah => Ukuran::Lain,
    }
}

fn susun<'b>(
    bacaan: &'b Bacaan,
    rujukan: &Rujukan,
    kunci: Kunci,
    sebutan: Vec<&'b Pernyataan>,
) -> Besaran<'b> {
    let hitungan = hitung_ulang(bacaan, rujukan, &kunci);
    // The most exact numbers first: a rounder one joins the value that it may be a rounding of.
    let mut urut = sebutan;
    urut.sort_by_key(|p| {
        let angka = bacaan.angka(p.angka);
        (angka.skala, std::cmp::Reverse(angka.presisi))
    });
    let mut nilai: Vec<Nilai> = Vec::new();
    for p in urut {
        let angka = bacaan.angka(p.angka);
        match nilai.iter_mut().find(|n| sama(n.wakil, angka)) {
            Some(n) => n.sebutan.push(p),
            None => nilai.push(Nilai {
                wakil: angka,
                sebutan: vec![p],
                dukungan: 0,
            }),
        }
    }
    for n in &mut nilai {
        n.sebutan.sort_by(|a, b| {
            bacaan
                .angka(a.angka)
                .letak
                .cmp(&bacaan.angka(b.angka).letak)
        });
        n.dukungan = n.sebutan.iter().map(|p| dukungan(bacaan, rujukan, p)).sum();
        if hitungan.as_ref().is_some_and(|h| h.cocok(n.wakil)) {
            n.dukungan += DUKUNGAN_HITUNGAN;
        }
    }
    nilai.sort_by_key(|n| std::cmp::Reverse(n.dukungan));
    if matches!(
        kunci.perihal.jenis,
        JenisPerihal::Anggaran | JenisPerihal::Pendapatan
    ) {
        revisi::gabung(rujukan, &mut nilai);
    }
    rujukan.setara.gabung(&kunci, &mut nilai);
    let mut pertama = true;
    nilai.retain(|n| std::mem::take(&mut pertama) || !rujukan.total_bagian(&kunci, n));
    Besaran {
        kunci,
        nilai,
        hitungan,
    }
}

/// Support of a value that follows from other numbers of the document.
const DUKUNGAN_HITUNGAN: i32 = 12;
/// Support of a target by the signed agreement itself.
const DUKUNGAN_PERJANJIAN: i32 = 10;

/// How much one statement speaks for its value: a table more than a sentence, one whose arithmetic holds more than one
/// whose arithmetic fails.
fn dukungan(bacaan: &Bacaan, rujukan: &Rujukan, p: &Pernyataan) -> i32 {
    let tempat = match p.asal {
        Asal::Tabel(_) => 3,
        Asal::Kalimat(_) | Asal::Rumus(_) => 1,
    };
    let perjanjian =
        p.peran == Peran::Target && matches!(p.asal, Asal::Tabel(_)) && dalam_perjanjian(bacaan, p);
    let hitung = match kawan_cocok(bacaan, rujukan, p) {
        Some(true) => 1,
        Some(false) => -1,
        None => 0,
    };
    tempat + hitung + if perjanjian { DUKUNGAN_PERJANJIAN } else { 0 }
}

/// Whether a statement stands in the part of the document that holds the agreement.
pub(super) fn dalam_perjanjian(bacaan: &Bacaan, p: &Pernyataan) -> bool {
    let mut bagian = bacaan.bagian(bacaan.angka(p.angka).letak.piece);
    while let Some(b) = bagian {
        if b.judul.to_lowercase().contains("perjanjian kinerja") {
            return true;
        }
        bagian = b.induk.and_then(|induk| bacaan.kerangka.get(induk));
    }
    false
}

/// Whether realisasi, target and capaian of the statement's own row or sentence fit together, where all three are there.
fn kawan_cocok(bacaan: &Bacaan, rujukan: &Rujukan, p: &Pernyataan) -> Option<bool> {
    let kawan = |peran: Peran| {
        rujukan
            .kelompok
            .get(&p.kelompok)?
            .iter()
            .find(|q| q.peran == peran && q.tahun == p.tahun)
            .map(|q| bacaan.angka(q.angka))
    };
    let (realisasi, target, capaian) = (
        kawan(Peran::Realisasi)?,
        kawan(Peran::Target)?,
        kawan(Peran::Capaian)?,
    );
    Some(hitung::capaian(realisasi, target)?.cocok(capaian))
}

/// Whether two numbers may be the same value: equal, or one a rounding or truncation of the other.
pub(super) fn sama(a: &Angka, b: &Angka) -> bool {
    let (Some(x), Some(y)) = (a.nilai, b.nilai) else {
        return false;
    };
    if x == y {
        return true;
    }
    // The unit of the last printed digit, as a power of ten: the coarser number is the rounding.
    let satuan = |angka: &Angka| i64::from(angka.skala) - i64::from(angka.presisi);
    let (teliti, kasar) = if satuan(a) < satuan(b) {
        (x, b)
    } else if satuan(a) > satuan(b) {
        (y, a)
    } else {
        return false;
    };
    if kasar.skala > 0 {
        return kasar.selang().is_some_and(|selang| selang.memuat(teliti));
    }
    kasar
        .nilai
        .is_some_and(|k| Selang::titik(teliti).dapat_tercetak(k, kasar.presisi))
}

/// Whether two numbers differ by one unit of their last digit only: rounded here, cut off there.
pub(super) fn beda_pembulatan(a: &Angka, b: &Angka) -> bool {
    let (Some(x), Some(y)) = (a.nilai, b.nilai) else {
        return false;
    };
    a.presisi == b.presisi && a.presisi > 0 && (x - y).abs() <= Decimal::new(1, a.presisi.min(28))
}

/// The year's value from the months: their mean weighted by respondents.
fn hitung_ulang(bacaan: &Bacaan, rujukan: &Rujukan, kunci: &Kunci) -> Option<Hitungan> {
    if kunci.bulan.is_some()
        || !matches!(kunci.peran, Peran::Realisasi | Peran::Nilai)
        || !matches!(
            kunci.perihal.jenis,
            JenisPerihal::Indikator | JenisPerihal::Unsur
        )
    {
        return None;
    }
    let indikator = kunci.perihal.kunci.split('/').next()?;
    let mut bulanan: Vec<(&Angka, &Angka)> = Vec::new();
    for bulan in 1..=12u8 {
        let sebulan = rujukan.bulanan.get(&(indikator, kunci.tahun, bulan))?;
        let nilai = sebulan.iter().find(|p| {
            p.perihal == kunci.perihal
                && p.milik == kunci.milik
                && matches!(p.peran, Peran::Realisasi | Peran::Nilai)
        })?;
        let responden = sebulan
            .iter()
            .find(|p| p.perihal.jenis == JenisPerihal::Responden && p.milik == kunci.milik)?;
        bulanan.push((bacaan.angka(nilai.angka), bacaan.angka(responden.angka)));
    }
    hitung::rerata_tertimbang(&bulanan)
}
