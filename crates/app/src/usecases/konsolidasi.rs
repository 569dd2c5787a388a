//! The units below a unit side by side, and counted. Read from summaries; what is stale is made anew first.

use std::collections::{BTreeMap, BTreeSet};

use store::{BarisTahun, JumlahCabang, JumlahTahun, Lingkup, Saringan, Tx, Unit, Urutan, Waktu};

use crate::alur::{JenisAlur, Keadaan};
use crate::error::{Error, Result};
use crate::peran::Tindakan;
use crate::{App, Pelaku};

use super::ringkasan::dibaca;
use super::{KeadaanCapaian, RingkasanTahun, Tenggat};

/// Most stale summaries that one look makes anew; the others wait, and the page says so.
const SEKALI: usize = 40;

/// Which units are shown, in which order.
#[derive(Debug, Clone, Default)]
pub struct PilihanKonsolidasi {
    /// Everything below the unit instead of its children only.
    pub turunan: bool,
    /// Part of a name; empty for all.
    pub cari: String,
    /// Which of them.
    pub saringan: Saringan,
    /// By what they are sorted.
    pub urutan: Urutan,
    /// From the highest down.
    pub turun: bool,
    /// How many are left out before the first.
    pub lewati: i64,
    /// How many are shown.
    pub banyak: i64,
}

/// The units below a unit in a year.
#[derive(Debug, Clone)]
pub struct Konsolidasi {
    /// The unit above them.
    pub unit: Unit,
    /// The units that are shown.
    pub baris: Vec<BarisKonsolidasi>,
    /// How many pass the filter.
    pub banyak: i64,
    /// Whether everything below the unit is shown; also where none of its children reports itself.
    pub turunan: bool,
    /// All reporting units below the unit, counted.
    pub jumlah: JumlahCabang,
    /// The children that have units below them, each with all its reporting units counted.
    pub cabang: Vec<Cabang>,
    /// How many units stand how with each indicator.
    pub sebaran: Vec<SebaranIndikator>,
    /// This year and those before it, counted, latest first.
    pub riwayat: Vec<JumlahTahun>,
    /// Years that are open at one of the units, newest first.
    pub tahun_terbuka: Vec<i64>,
    /// Summaries that are not made anew yet.
    pub menunggu: usize,
    /// By when the reports of these units are due.
    pub tenggat: Option<Tenggat>,
}

/// A unit in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarisKonsolidasi {
    /// The unit.
    pub unit: Unit,
    /// Whether its year is open.
    pub dibuka: bool,
    /// Where its flows stand, in the order of [`JenisAlur::SEMUA`]; none where the year is not open.
    pub alur: Option<[Keadaan; 4]>,
    /// When its report was first handed in.
    pub diajukan: Option<Waktu>,
    /// Whether its report is late.
    pub terlambat: bool,
    /// Its year at a glance, without its indicators; none where the year is not open or its summary waits.
    pub ringkasan: Option<RingkasanTahun>,
    /// Indicators that reach their target, that are below it, that cannot be measured.
    pub capaian: [i64; 3],
    /// Months of surveys below the minimum of respondents.
    pub bulan_kurang: i64,
}

/// A child with units below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cabang {
    /// The child.
    pub unit: Unit,
    /// Its reporting units, itself included, counted.
    pub jumlah: JumlahCabang,
}

/// How many units stand how with an indicator.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SebaranIndikator {
    /// Code of the indicator.
    pub kode: String,
    /// Units that reach the target, that are below it, that cannot measure it.
    pub banyak: [i64; 3],
}

/// The units below one, sorted out.
struct Bawahan {
    /// Reporting children.
    anak: Vec<usize>,
    /// Everything below that reports.
    turunan: Vec<usize>,
    /// Children that have units below them.
    bercabang: Vec<usize>,
    /// The branch of each unit: place of its child of the unit.
    cabang: BTreeMap<usize, usize>,
}

impl App {
    /// The units below one in a year.
    ///
    /// # Errors
    /// No permission to see the unit.
    pub async fn konsolidasi(
        &self,
        pelaku: &Pelaku,
        unit: &str,
        tahun: i64,
        pilihan: &PilihanKonsolidasi,
    ) -> Result<Konsolidasi> {
        self.wajib_boleh(pelaku, Tindakan::Lihat, unit).await?;
        let mut tx = self.store.read().await?;
        let terlihat = self
            .unit_yang_boleh(&mut tx, pelaku, Tindakan::Lihat)
            .await?;
        let sendiri = terlihat
            .iter()
            .find(|satu| satu.unit == unit)
            .ok_or_else(|| Error::Store(store::Error::TidakAda("unit".to_owned())))?;
        let bawahan = Bawahan::dari(&terlihat, unit);
        let zona = self.zona_unit(&mut tx, unit).await?;
        let tenggat = bawahan
            .turunan
            .first()
            .and_then(|satu| terlihat.get(*satu))
            .and_then(|satu| self.tenggat_laporan(satu, tahun, &zona));
        let mesin = self.mesin();
        let keadaan = Keadaan::URUTAN.map(Keadaan::kata).join(" ");
        let lingkup = |unit| Lingkup {
            unit,
            tahun,
            mesin: &mesin,
            jenis: JenisAlur::SEMUA.map(JenisAlur::kata),
            diajukan: Keadaan::Diajukan.kata(),
            terbuka: [Keadaan::Draf.kata(), Keadaan::Dikembalikan.kata()],
            keadaan: &keadaan,
            tenggat: tenggat
                .as_ref()
                .and_then(|satu| satu.hari)
                // The last instant of the day counts as in time.
                .and_then(|hari| zona.akhir_hari(&hari.to_string()))
                .map(|habis| habis.saturating_sub(1)),
            kini: self.kini(),
        };
        let semua = bawahan.pilih(&terlihat, &bawahan.turunan);
        let semua = lingkup(&semua);
        let basi = tx.list_basi(&semua).await?;
        if !basi.is_empty() {
            drop(tx);
            for satu in basi.iter().take(SEKALI) {
                self.segarkan_ringkasan(satu, tahun).await?;
            }
            tx = self.store.read().await?;
        }
        let turunan = pilihan.turunan || bawahan.anak.is_empty();
        let cari = pilihan.cari.trim().to_lowercase();
        let tampil: Vec<usize> = if turunan {
            &bawahan.turunan
        } else {
            &bawahan.anak
        }
        .iter()
        .copied()
        .filter(|satu| {
            let nama = terlihat.get(*satu).map(|unit| unit.nama.to_lowercase());
            cari.is_empty() || nama.is_some_and(|nama| nama.contains(&cari))
        })
        .collect();
        let tampil = bawahan.pilih(&terlihat, &tampil);
        let (halaman, banyak) = tx
            .halaman_tahun(
                &lingkup(&tampil),
                pilihan.saringan,
                (pilihan.urutan, pilihan.turun),
                (pilihan.lewati, pilihan.banyak),
            )
            .await?;
        let menunggu = basi.len().saturating_sub(SEKALI);
        let per_cabang = tx.jumlah_cabang(&semua).await?;
        Ok(Konsolidasi {
            baris: susun_baris(&terlihat, halaman)?,
            banyak,
            turunan,
            jumlah: jumlahkan(&per_cabang),
            cabang: bawahan
                .bercabang
                .iter()
                .filter_map(|satu| {
                    let unit = terlihat.get(*satu)?.clone();
                    let nomor = i64::try_from(*satu).ok()?;
                    let jumlah = per_cabang.iter().find(|jumlah| jumlah.cabang == nomor);
                    Some(Cabang {
                        unit,
                        jumlah: jumlah.cloned().unwrap_or_default(),
                    })
                })
                .collect(),
            sebaran: sebaran(&mut tx, &semua).await?,
            riwayat: tx.jumlah_tahun(&semua).await?,
            tahun_terbuka: tx.tahun_terbuka(&semua).await?,
            menunggu,
            tenggat,
            unit: sendiri.clone(),
        })
    }
}

impl App {
    /// Units with units below them, as far as the person may see both; by name.
    ///
    /// # Errors
    /// A database that is away.
    pub async fn unit_berbawahan(&self, pelaku: &Pelaku) -> Result<Vec<Unit>> {
        let mut tx = self.store.read().await?;
        let terlihat = self
            .unit_yang_boleh(&mut tx, pelaku, Tindakan::Lihat)
            .await?;
        let induk: BTreeSet<&str> = terlihat
            .iter()
            .filter_map(|satu| satu.induk.as_deref())
            .collect();
        let berbawahan = terlihat
            .iter()
            .filter(|satu| induk.contains(satu.unit.as_str()));
        Ok(berbawahan.cloned().collect())
    }
}

impl Bawahan {
    /// `pohon` by name; so are all lists.
    fn dari(pohon: &[Unit], unit: &str) -> Self {
        let mut anak: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (letak, satu) in pohon.iter().enumerate() {
            if let Some(induk) = satu.induk.as_deref() {
                anak.entry(induk).or_default().push(letak);
            }
        }
        let melapor = |letak: &usize| pohon.get(*letak).is_some_and(|satu| satu.profil.is_some());
        let langsung = anak.get(unit).cloned().unwrap_or_default();
        let mut cabang = BTreeMap::new();
        let mut bercabang = Vec::new();
        for pangkal in &langsung {
            let mut antrean = vec![*pangkal];
            while let Some(letak) = antrean.pop() {
                // A loop that got in despite the store ends here.
                if cabang.insert(letak, *pangkal).is_some() {
                    continue;
                }
                let Some(di_bawah) = pohon
                    .get(letak)
                    .and_then(|satu| anak.get(satu.unit.as_str()))
                else {
                    continue;
                };
                if letak == *pangkal && !di_bawah.is_empty() {
                    bercabang.push(*pangkal);
                }
                antrean.extend(di_bawah);
            }
        }
        Self {
            anak: langsung.into_iter().filter(melapor).collect(),
            turunan: cabang
                .keys()
                .copied()
                .filter(|letak| melapor(letak))
                .collect(),
            bercabang,
            cabang,
        }
    }

    /// The units as the store wants them.
    fn pilih<'a>(&self, pohon: &'a [Unit], letak: &[usize]) -> Vec<(&'a str, i64)> {
        letak
            .iter()
            .filter_map(|satu| {
                let cabang = i64::try_from(*self.cabang.get(satu)?).ok()?;
                Some((pohon.get(*satu)?.unit.as_str(), cabang))
            })
            .collect()
    }
}

fn susun_baris(pohon: &[Unit], halaman: Vec<BarisTahun>) -> Result<Vec<BarisKonsolidasi>> {
    let unit: BTreeMap<&str, &Unit> = pohon
        .iter()
        .map(|satu| (satu.unit.as_str(), satu))
        .collect();
    let keadaan = |kata: Option<&str>| match kata {
        None => Ok(Keadaan::Draf),
        Some(kata) => Keadaan::dari_kata(kata)
            .ok_or_else(|| Error::Dalam(format!("keadaan alur \"{kata}\" tidak dikenal"))),
    };
    halaman
        .into_iter()
        .filter_map(|satu| Some(((*unit.get(satu.unit.as_str())?).clone(), satu)))
        .map(|(unit, satu)| {
            let dibuka = satu.ada == 1;
            let alur = [
                keadaan(satu.alur_1.as_deref())?,
                keadaan(satu.alur_2.as_deref())?,
                keadaan(satu.alur_3.as_deref())?,
                keadaan(satu.alur_4.as_deref())?,
            ];
            let ringkasan = if dibuka && satu.segar == 1 {
                Some(dibaca(&satu.isi)?)
            } else {
                None
            };
            Ok(BarisKonsolidasi {
                unit,
                dibuka,
                alur: dibuka.then_some(alur),
                diajukan: satu.diajukan,
                terlambat: satu.terlambat == 1,
                ringkasan,
                capaian: [satu.tercapai, satu.di_bawah, satu.tak_terukur],
                bulan_kurang: satu.bulan_kurang,
            })
        })
        .collect()
}

fn jumlahkan(cabang: &[JumlahCabang]) -> JumlahCabang {
    cabang.iter().fold(JumlahCabang::default(), |semua, satu| {
        let tambah = |apa: fn(&JumlahCabang) -> i64| apa(&semua).saturating_add(apa(satu));
        JumlahCabang {
            cabang: 0,
            unit: tambah(|j| j.unit),
            dibuka: tambah(|j| j.dibuka),
            diajukan: tambah(|j| j.diajukan),
            terlambat: tambah(|j| j.terlambat),
            segar: tambah(|j| j.segar),
            berkesalahan: tambah(|j| j.berkesalahan),
            indikator: tambah(|j| j.indikator),
            tercapai: tambah(|j| j.tercapai),
            di_bawah: tambah(|j| j.di_bawah),
            tak_terukur: tambah(|j| j.tak_terukur),
        }
    })
}

async fn sebaran(tx: &mut Tx, lingkup: &Lingkup<'_>) -> Result<Vec<SebaranIndikator>> {
    let mut daftar: Vec<SebaranIndikator> = Vec::new();
    for satu in tx.sebaran_ukur(lingkup).await? {
        if daftar
            .last()
            .is_none_or(|akhir| akhir.kode != satu.indikator)
        {
            daftar.push(SebaranIndikator {
                kode: satu.indikator,
                ..SebaranIndikator::default()
            });
        }
        let letak = match KeadaanCapaian::dari_kata(&satu.keadaan) {
            KeadaanCapaian::Melampaui | KeadaanCapaian::Tercapai => 0,
            KeadaanCapaian::DiBawah => 1,
            KeadaanCapaian::TakTerukur => 2,
        };
        if let Some(banyak) = daftar
            .last_mut()
            .and_then(|akhir| akhir.banyak.get_mut(letak))
        {
            *banyak = banyak.saturating_add(satu.banyak);
        }
    }
    Ok(daftar)
}
