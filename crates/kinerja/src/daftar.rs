//! The ledger: every fakta once, by code, and in the order in which it was made.

use std::collections::{BTreeMap, BTreeSet};

use hukum::{Ketentuan, Pita, Regulasi};
use rust_decimal::Decimal;

use crate::bilangan;
use crate::fakta::{
    Asal, Fakta, Hitungan, Kecocokan, Kode, Nilai, Ordinal, Rumpang, Satuan, Tercetak,
};
use crate::masukan::{IsiSel, Sel};
use crate::rumus::Rumus;
use crate::selang::Selang;
use crate::ungkapan::Ungkapan;

/// All fakta of one office's year.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DaftarFakta {
    isi: BTreeMap<Kode, Fakta>,
    urutan: Vec<Kode>,
}

/// What a fakta is called and how it is shown.
#[derive(Debug, Clone)]
pub struct Nama {
    /// Its code.
    pub kode: Kode,
    /// What it is, in words.
    pub label: String,
    /// Unit.
    pub satuan: Satuan,
    /// Decimals shown.
    pub presisi: u32,
}

impl Nama {
    /// A name from its parts.
    pub fn new(
        kode: impl Into<Kode>,
        label: impl Into<String>,
        satuan: Satuan,
        presisi: u32,
    ) -> Self {
        Self {
            kode: kode.into(),
            label: label.into(),
            satuan,
            presisi,
        }
    }
}

impl DaftarFakta {
    /// The fakta with this code.
    #[must_use]
    pub fn get(&self, kode: &str) -> Option<&Fakta> {
        self.isi.get(kode)
    }

    /// The number of the fakta with this code, where it has one.
    #[must_use]
    pub fn angka(&self, kode: &str) -> Option<Decimal> {
        self.get(kode).and_then(Fakta::angka)
    }

    /// Every fakta in the order in which it was made.
    pub fn iter(&self) -> impl Iterator<Item = &Fakta> {
        self.urutan.iter().filter_map(|kode| self.isi.get(kode))
    }

    /// How many fakta there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.urutan.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.urutan.is_empty()
    }

    /// Which fakta use which, by the code that is used.
    #[must_use]
    pub fn pemakai(&self) -> BTreeMap<&str, Vec<&Fakta>> {
        let mut pemakai: BTreeMap<&str, Vec<&Fakta>> = BTreeMap::new();
        for fakta in self.iter() {
            let Asal::Hitungan(hitungan) = &fakta.asal else {
                continue;
            };
            for operan in hitungan.ungkapan.operan() {
                pemakai.entry(operan.as_str()).or_default().push(fakta);
            }
        }
        pemakai
    }

    /// The empty cells from which a missing fakta follows; the fakta itself where it is one.
    #[must_use]
    pub fn sel_kosong_di_balik(&self, kode: &str) -> Vec<&Fakta> {
        let mut kosong: Vec<&Fakta> = Vec::new();
        let mut antrean = vec![kode];
        let mut dilihat = BTreeSet::new();
        while let Some(kode) = antrean.pop() {
            let Some(fakta) = self.get(kode).filter(|_| dilihat.insert(kode)) else {
                continue;
            };
            match &fakta.nilai {
                Err(Rumpang::BelumDiisi(_)) => kosong.push(fakta),
                Err(Rumpang::Bergantung(sebab)) => antrean.extend(sebab.iter().map(Kode::as_str)),
                _ => {}
            }
        }
        kosong
    }

    /// Adds a fakta; a code that is there already keeps its first value, because two values for one code are a fault
    /// of the caller that the tests of this crate look for.
    pub fn sisip(&mut self, fakta: Fakta) -> Kode {
        let kode = fakta.kode.clone();
        debug_assert!(
            !self.isi.contains_key(&kode),
            "fakta {kode} dibuat dua kali"
        );
        if !self.isi.contains_key(&kode) {
            self.urutan.push(kode.clone());
            self.isi.insert(kode.clone(), fakta);
        }
        kode
    }

    /// Adds the value of an input cell.
    pub fn masukan(&mut self, nama: Nama, sel: &Sel) -> Kode {
        let nilai = match (sel.nilai(), &sel.isi) {
            (Some(nilai), _) => Ok(Nilai::Angka(nilai)),
            (None, IsiSel::Rusak(sebab)) => {
                Err(Rumpang::SelRusak(sel.tempat.clone(), sebab.clone()))
            }
            (None, IsiSel::TidakTersedia(alasan)) => Err(Rumpang::TidakTersedia(alasan.clone())),
            (None, _) => Err(Rumpang::BelumDiisi(sel.tempat.clone())),
        };
        let asal = match &sel.koreksi {
            Some(koreksi) => Asal::Koreksi {
                tempat: sel.tempat.clone(),
                tercetak: sel.teks.clone(),
                alasan: koreksi.alasan.clone(),
                dasar: koreksi.dasar.clone(),
            },
            None => Asal::Masukan {
                tempat: sel.tempat.clone(),
                teks: sel.teks.clone(),
            },
        };
        self.sisip_nama(nama, nilai, asal)
    }

    /// Adds a value of law.
    pub fn ketentuan(
        &mut self,
        nama: Nama,
        nilai: Option<Decimal>,
        k: &Ketentuan,
        regulasi: Option<&Regulasi>,
    ) -> Kode {
        let asal = Asal::Ketentuan {
            ketentuan: k.kode.clone(),
            kutipan: kutipan(k, regulasi),
            status: k.status,
        };
        let nilai = nilai.map(Nilai::Angka).ok_or_else(|| {
            Rumpang::TidakTersedia(format!("ketentuan {} tidak memuat nilainya", k.kode))
        });
        self.sisip_nama(nama, nilai, asal)
    }

    /// Adds a value that is known to be missing, with the reason.
    pub fn rumpang(&mut self, nama: Nama, sebab: Rumpang, rumus: &'static Rumus) -> Kode {
        let asal = Asal::Hitungan(Hitungan {
            rumus,
            dasar: Vec::new(),
            ungkapan: Ungkapan::Jumlah(Vec::new()),
            pembulatan: None,
        });
        self.sisip_nama(nama, Err(sebab), asal)
    }

    /// Adds a computed value; `bulat` rounds it half up to the precision of its name, the named rounding of published values.
    pub fn hitung(
        &mut self,
        nama: Nama,
        rumus: &'static Rumus,
        dasar: Vec<String>,
        ungkapan: Ungkapan,
        bulat: bool,
    ) -> Kode {
        let nilai = ungkapan.nilai(&|kode| self.isi.get(kode)).map(|nilai| {
            Nilai::Angka(if bulat {
                bilangan::round_half_up(nilai, nama.presisi)
            } else {
                nilai
            })
        });
        let pembulatan = bulat.then_some(nama.presisi);
        let asal = Asal::Hitungan(Hitungan {
            rumus,
            dasar,
            ungkapan,
            pembulatan,
        });
        self.sisip_nama(nama, nilai, asal)
    }

    /// Adds the class of a value by its bands.
    pub fn kelas(
        &mut self,
        nama: Nama,
        rumus: &'static Rumus,
        dasar: Vec<String>,
        dari: &Kode,
        pita: &Pita,
    ) -> Kode {
        let ungkapan = Ungkapan::Fakta(dari.clone());
        let nilai = ungkapan
            .nilai(&|kode| self.isi.get(kode))
            .and_then(|nilai| {
                let (peringkat, kelas) = pita
                    .kelas(nilai)
                    .map_err(|galat| Rumpang::TidakTerdefinisi(galat.to_string()))?;
                Ok(Nilai::Ordinal(Ordinal {
                    huruf: kelas.huruf.clone(),
                    nama: kelas.nama.clone(),
                    peringkat,
                }))
            });
        let asal = Asal::Hitungan(Hitungan {
            rumus,
            dasar,
            ungkapan,
            pembulatan: Some(pita.presisi),
        });
        self.sisip_nama(nama, nilai, asal)
    }

    /// Keeps a printed figure beside a fakta and says how the two compare.
    pub fn catat_tercetak(&mut self, kode: &Kode, sel: &Sel) {
        let Some(tercetak) = sel.tercetak() else {
            return;
        };
        let kecocokan = self.bandingkan(kode, tercetak, tercetak.scale());
        if let Some(fakta) = self.isi.get_mut(kode) {
            fakta.tercetak = Some(Tercetak {
                tempat: sel.tempat.clone(),
                teks: sel.teks.clone(),
                nilai: tercetak,
                kecocokan,
            });
        }
    }

    /// How a figure printed with `presisi` decimals compares with a fakta.
    #[must_use]
    pub fn bandingkan(&self, kode: &Kode, tercetak: Decimal, presisi: u32) -> Kecocokan {
        let Some(fakta) = self.isi.get(kode) else {
            return Kecocokan::TidakTeruji;
        };
        let (Some(nilai), Some(selang)) = (fakta.angka(), self.selang_mentah(kode)) else {
            return Kecocokan::TidakTeruji;
        };
        if bilangan::round_half_up(nilai, presisi) == tercetak {
            return Kecocokan::Sama;
        }
        let mungkin = if fakta.satuan.tercacah() {
            selang.memuat(tercetak)
        } else {
            selang.dapat_tercetak(tercetak, presisi)
        };
        if mungkin {
            Kecocokan::DalamPembulatan(selang)
        } else {
            Kecocokan::Bertentangan(selang)
        }
    }

    /// All values that a fakta may stand for, given how its inputs were printed.
    ///
    /// A figure that was printed elsewhere and that rounding explains belongs to them: others computed on with it.
    #[must_use]
    pub fn selang(&self, kode: &Kode) -> Option<Selang> {
        let fakta = self.isi.get(kode)?;
        let nilai = fakta.angka()?;
        let sendiri = match &fakta.asal {
            Asal::Hitungan(Hitungan {
                pembulatan: Some(presisi),
                ..
            }) => Selang::pembulatan(nilai, *presisi),
            Asal::Hitungan(_) => self.selang_mentah(kode)?,
            // Targets, counts and money are set or counted; only measured values were rounded on their way here.
            Asal::Masukan { .. } | Asal::Koreksi { .. } if self.terukur(fakta) => {
                // Scores are published with fixed decimals and typed without the closing zeros.
                let presisi = if fakta.satuan == Satuan::Nilai {
                    fakta.presisi.max(nilai.scale())
                } else {
                    nilai.scale()
                };
                Selang::pembulatan(nilai, presisi)
            }
            _ => Selang::titik(nilai),
        };
        Some(match &fakta.tercetak {
            Some(Tercetak {
                nilai,
                kecocokan: Kecocokan::DalamPembulatan(_),
                ..
            }) => sendiri.gabung(&Selang::pembulatan(*nilai, nilai.scale())),
            _ => sendiri,
        })
    }

    /// As [`Self::selang`], before the fakta's own rounding.
    fn selang_mentah(&self, kode: &Kode) -> Option<Selang> {
        match &self.isi.get(kode)?.asal {
            Asal::Hitungan(hitungan) => hitungan.ungkapan.selang(&|operan| self.selang(operan)),
            _ => self.selang(kode),
        }
    }

    fn terukur(&self, fakta: &Fakta) -> bool {
        let ditetapkan = fakta
            .kode
            .as_str()
            .rsplit('.')
            .any(|bagian| matches!(bagian, "target" | "target_atas" | "bobot"));
        !ditetapkan
            && matches!(
                fakta.satuan,
                Satuan::Indeks | Satuan::Persen | Satuan::Nilai
            )
    }

    fn sisip_nama(&mut self, nama: Nama, nilai: Result<Nilai, Rumpang>, asal: Asal) -> Kode {
        self.sisip(Fakta {
            kode: nama.kode,
            label: nama.label,
            satuan: nama.satuan,
            presisi: nama.presisi,
            nilai,
            asal,
            tercetak: None,
        })
    }
}

/// The citation of a value of law as a reader sees it: "Peraturan ..., Lampiran ...".
#[must_use]
pub fn kutipan(k: &Ketentuan, regulasi: Option<&Regulasi>) -> String {
    let sebutan = regulasi.map_or(k.regulasi.as_str(), |r| r.sebutan.as_str());
    if k.kutipan.is_empty() {
        sebutan.to_owned()
    } else {
        format!("{sebutan}, {}", k.kutipan)
    }
}
