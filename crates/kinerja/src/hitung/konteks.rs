//! What every part of the computation shares: inputs, law, ledger, and which provisions were used.

use std::collections::{BTreeMap, BTreeSet};

use hukum::{Hukum, Ketentuan};
use rust_decimal::Decimal;

use crate::daftar::{DaftarFakta, Nama, kutipan};
use crate::fakta::{Kode, Satuan};
use crate::masukan::Masukan;
use crate::rumus::{self, Rumus};
use crate::ungkapan::{Ungkapan, f, tetap};

pub(super) struct Konteks<'a> {
    pub masukan: &'a Masukan,
    pub hukum: &'a Hukum,
    pub tahun: i16,
    pub fakta: DaftarFakta,
    belum_terverifikasi: BTreeMap<String, (String, String)>,
    tidak_ada: BTreeSet<String>,
}

type Catatan = Vec<(String, String, String)>;

impl<'a> Konteks<'a> {
    pub fn new(masukan: &'a Masukan, hukum: &'a Hukum) -> Self {
        Self {
            masukan,
            hukum,
            tahun: masukan.satker.tahun,
            fakta: DaftarFakta::default(),
            belum_terverifikasi: BTreeMap::new(),
            tidak_ada: BTreeSet::new(),
        }
    }

    pub fn tutup(self) -> (DaftarFakta, Catatan, Vec<String>) {
        let belum = self
            .belum_terverifikasi
            .into_iter()
            .map(|(kode, (judul, kutip))| (kode, judul, kutip))
            .collect();
        (self.fakta, belum, self.tidak_ada.into_iter().collect())
    }

    /// The provision in force for `tahun`; its use, or its absence, is remembered for the colophon and the gate.
    pub fn ketentuan(&mut self, kode: &str, tahun: i16) -> Option<&'a Ketentuan> {
        let Ok(ketentuan) = self.hukum.ketentuan(kode, tahun) else {
            self.tidak_ada.insert(format!("{kode} untuk tahun {tahun}"));
            return None;
        };
        if self.hukum.perlu_dipastikan(ketentuan) {
            let kutip = kutipan(ketentuan, self.hukum.regulasi(&ketentuan.regulasi));
            self.belum_terverifikasi
                .insert(kode.to_owned(), (ketentuan.judul.clone(), kutip));
        }
        Some(ketentuan)
    }

    /// As [`Self::ketentuan`], where a year without the provision is not a fault.
    pub fn ketentuan_bila_ada(&mut self, kode: &str, tahun: i16) -> Option<&'a Ketentuan> {
        self.hukum.ketentuan(kode, tahun).ok()?;
        self.ketentuan(kode, tahun)
    }

    /// The citations of a formula in the law of `tahun`.
    pub fn dasar(&mut self, rumus: &'static Rumus, tahun: i16) -> Vec<String> {
        rumus
            .ketentuan
            .iter()
            .filter_map(|kode| {
                let ketentuan = self.ketentuan_bila_ada(kode, tahun)?;
                Some(kutipan(ketentuan, self.hukum.regulasi(&ketentuan.regulasi)))
            })
            .collect()
    }

    /// The number of a provision as a fakta ("ketentuan.2023.skm.faktor"), made once.
    pub fn angka_ketentuan(&mut self, kode: &str, tahun: i16, satuan: Satuan) -> Option<Kode> {
        let ketentuan = self.ketentuan_bila_ada(kode, tahun)?;
        let nilai = ketentuan.angka()?;
        Some(self.catat_ketentuan(kode, tahun, &ketentuan.judul, satuan, nilai, ketentuan))
    }

    /// The number of one item of a provision as a fakta ("ketentuan.2022.nka.bobot.efisiensi"), made once.
    pub fn butir_ketentuan(
        &mut self,
        ketentuan: &'a Ketentuan,
        butir: &str,
        tahun: i16,
    ) -> Option<Kode> {
        let isi = ketentuan.butir().iter().find(|b| b.kode == butir)?;
        let label = format!("{}: {}", ketentuan.judul, isi.nama);
        let kode = format!("{}.{butir}", ketentuan.kode);
        Some(self.catat_ketentuan(
            &kode,
            tahun,
            &label,
            Satuan::Lain("bobot".to_owned()),
            isi.nilai?,
            ketentuan,
        ))
    }

    fn catat_ketentuan(
        &mut self,
        kode: &str,
        tahun: i16,
        label: &str,
        satuan: Satuan,
        nilai: Decimal,
        ketentuan: &'a Ketentuan,
    ) -> Kode {
        let kode = Kode::from(format!("ketentuan.{tahun}.{kode}"));
        if self.fakta.get(kode.as_str()).is_none() {
            let nama = Nama::new(kode.clone(), label, satuan, nilai.normalize().scale());
            let regulasi = self.hukum.regulasi(&ketentuan.regulasi);
            self.fakta.ketentuan(nama, Some(nilai), ketentuan, regulasi);
        }
        kode
    }

    /// A computed fakta with the basis of its formula in the law of `tahun`.
    pub fn hitung(
        &mut self,
        nama: Nama,
        rumus: &'static Rumus,
        tahun: i16,
        ungkapan: Ungkapan,
        bulat: bool,
    ) -> Kode {
        let dasar = self.dasar(rumus, tahun);
        self.fakta.hitung(nama, rumus, dasar, ungkapan, bulat)
    }

    /// The class of `dari` by the bands that hold for `tahun`.
    pub fn kategori(
        &mut self,
        nama: Nama,
        ketentuan_pita: &str,
        tahun: i16,
        dari: &Kode,
    ) -> Option<Kode> {
        let ketentuan = self.ketentuan(ketentuan_pita, tahun)?;
        let dasar = vec![kutipan(ketentuan, self.hukum.regulasi(&ketentuan.regulasi))];
        Some(
            self.fakta
                .kelas(nama, &rumus::KATEGORI, dasar, dari, ketentuan.pita()?),
        )
    }

    /// A count as a fakta.
    pub fn cacah(&mut self, kode: String, label: String, satuan: &str, banyak: usize) -> Kode {
        let nama = Nama::new(kode, label, Satuan::Lain(satuan.to_owned()), 0);
        self.fakta
            .hitung(nama, &rumus::CACAH, Vec::new(), tetap(banyak), false)
    }

    /// The sum of several fakta.
    pub fn jumlah(&mut self, nama: Nama, bagian: &[Kode]) -> Kode {
        let ungkapan = Ungkapan::Jumlah(bagian.iter().map(f).collect());
        self.fakta
            .hitung(nama, &rumus::JUMLAH, Vec::new(), ungkapan, false)
    }

    pub fn ada(&self, kode: &Kode) -> bool {
        self.fakta.angka(kode.as_str()).is_some()
    }
}

/// A word as part of a code: lower case, hyphens for everything that is not a letter or digit.
pub(super) fn siput(teks: &str) -> String {
    let mut hasil = String::new();
    for c in teks.chars() {
        if c.is_alphanumeric() {
            hasil.extend(c.to_lowercase());
        } else if !hasil.ends_with('-') && !hasil.is_empty() {
            hasil.push('-');
        }
    }
    hasil.trim_end_matches('-').to_owned()
}

/// The first name that is free, so that two rows that share a name do not share a code.
pub(super) fn siput_unik(teks: &str, dipakai: &mut BTreeSet<String>) -> String {
    let dasar = siput(teks);
    let mut calon = dasar.clone();
    let mut ke = 2;
    while !dipakai.insert(calon.clone()) {
        calon = format!("{dasar}-{ke}");
        ke += 1;
    }
    calon
}
