//! Formulas over fakta: one tree that is evaluated, evaluated over intervals, and shown.

use rust_decimal::Decimal;

use crate::bilangan;
use crate::fakta::{Fakta, Kode, Nilai, Rumpang};
use crate::selang::Selang;

/// A formula over fakta.
#[derive(Debug, Clone, PartialEq)]
pub enum Ungkapan {
    /// The value of a fakta.
    Fakta(Kode),
    /// A constant of the formula itself (the 2 in "2 × target").
    Tetap(Decimal),
    /// A sum.
    Jumlah(Vec<Ungkapan>),
    /// A mean: the sum of the parts over their number.
    Rata(Vec<Ungkapan>),
    /// A difference.
    Kurang(Box<Ungkapan>, Box<Ungkapan>),
    /// A product.
    Kali(Box<Ungkapan>, Box<Ungkapan>),
    /// A quotient.
    Bagi(Box<Ungkapan>, Box<Ungkapan>),
    /// A share as percent: the part times a hundred.
    Persen(Box<Ungkapan>),
    /// The part, kept inside two bounds.
    Jepit(Box<Ungkapan>, Box<Ungkapan>, Box<Ungkapan>),
    /// The square root.
    Akar(Box<Ungkapan>),
    /// The part as it is published: rounded half up to so many decimals.
    Terbit(Box<Ungkapan>, u32),
}

/// Shorthand: the value of a fakta.
#[must_use]
pub fn f(kode: &Kode) -> Ungkapan {
    Ungkapan::Fakta(kode.clone())
}

/// Shorthand: a constant.
#[must_use]
pub fn tetap(nilai: impl Into<Decimal>) -> Ungkapan {
    Ungkapan::Tetap(nilai.into())
}

impl Ungkapan {
    /// `self` over `lain`.
    #[must_use]
    pub fn bagi(self, lain: Self) -> Self {
        Self::Bagi(Box::new(self), Box::new(lain))
    }

    /// `self` times `lain`.
    #[must_use]
    pub fn kali(self, lain: Self) -> Self {
        Self::Kali(Box::new(self), Box::new(lain))
    }

    /// `self` minus `lain`.
    #[must_use]
    pub fn kurang(self, lain: Self) -> Self {
        Self::Kurang(Box::new(self), Box::new(lain))
    }

    /// `self` as percent.
    #[must_use]
    pub fn persen(self) -> Self {
        Self::Persen(Box::new(self))
    }

    /// `self` as it is published with `presisi` decimals.
    #[must_use]
    pub fn terbit(self, presisi: u32) -> Self {
        Self::Terbit(Box::new(self), presisi)
    }

    /// `self` kept inside two bounds.
    #[must_use]
    pub fn jepit(self, bawah: Self, atas: Self) -> Self {
        Self::Jepit(Box::new(self), Box::new(bawah), Box::new(atas))
    }

    /// The fakta that it uses, in order, each once.
    #[must_use]
    pub fn operan(&self) -> Vec<&Kode> {
        let mut daftar = Vec::new();
        self.kumpulkan(&mut daftar);
        daftar
    }

    fn kumpulkan<'a>(&'a self, daftar: &mut Vec<&'a Kode>) {
        match self {
            Self::Fakta(kode) => {
                if !daftar.contains(&kode) {
                    daftar.push(kode);
                }
            }
            Self::Tetap(_) => {}
            Self::Jumlah(bagian) | Self::Rata(bagian) => {
                bagian.iter().for_each(|b| b.kumpulkan(daftar))
            }
            Self::Kurang(a, b) | Self::Kali(a, b) | Self::Bagi(a, b) => {
                a.kumpulkan(daftar);
                b.kumpulkan(daftar);
            }
            Self::Persen(isi) | Self::Akar(isi) | Self::Terbit(isi, _) => isi.kumpulkan(daftar),
            Self::Jepit(isi, bawah, atas) => {
                isi.kumpulkan(daftar);
                bawah.kumpulkan(daftar);
                atas.kumpulkan(daftar);
            }
        }
    }

    /// The exact value; nothing is rounded on the way.
    ///
    /// # Errors
    /// [`Rumpang`] where an operand is missing, a divisor is zero, or the result leaves the range of decimals.
    pub fn nilai<'a>(&self, cari: &dyn Fn(&Kode) -> Option<&'a Fakta>) -> Result<Decimal, Rumpang> {
        let rumpang: Vec<Kode> = self
            .operan()
            .into_iter()
            .filter(|kode| cari(kode).and_then(Fakta::angka).is_none())
            .cloned()
            .collect();
        if let Some(sebab) = sebab_tidak_tersedia(&rumpang, cari) {
            return Err(sebab);
        }
        if !rumpang.is_empty() {
            return Err(Rumpang::Bergantung(rumpang));
        }
        self.hitung(&|kode| cari(kode).and_then(Fakta::angka))
    }

    fn hitung(&self, cari: &dyn Fn(&Kode) -> Option<Decimal>) -> Result<Decimal, Rumpang> {
        let meluap = || Rumpang::TidakTerdefinisi("hasil melampaui jangkauan angka".to_owned());
        match self {
            Self::Fakta(kode) => cari(kode).ok_or_else(|| Rumpang::Bergantung(vec![kode.clone()])),
            Self::Tetap(nilai) => Ok(*nilai),
            Self::Jumlah(bagian) => bagian.iter().try_fold(Decimal::ZERO, |jumlah, b| {
                jumlah.checked_add(b.hitung(cari)?).ok_or_else(meluap)
            }),
            Self::Rata(bagian) => {
                let jumlah = Self::Jumlah(bagian.clone()).hitung(cari)?;
                jumlah
                    .checked_div(Decimal::from(bagian.len()))
                    .ok_or_else(pembagi_nol)
            }
            Self::Kurang(a, b) => a
                .hitung(cari)?
                .checked_sub(b.hitung(cari)?)
                .ok_or_else(meluap),
            Self::Kali(a, b) => a
                .hitung(cari)?
                .checked_mul(b.hitung(cari)?)
                .ok_or_else(meluap),
            Self::Bagi(a, b) => a
                .hitung(cari)?
                .checked_div(b.hitung(cari)?)
                .ok_or_else(pembagi_nol),
            Self::Persen(isi) => isi
                .hitung(cari)?
                .checked_mul(Decimal::ONE_HUNDRED)
                .ok_or_else(meluap),
            Self::Jepit(isi, bawah, atas) => Ok(isi
                .hitung(cari)?
                .max(bawah.hitung(cari)?)
                .min(atas.hitung(cari)?)),
            Self::Akar(isi) => rust_decimal::MathematicalOps::sqrt(&isi.hitung(cari)?)
                .ok_or_else(|| Rumpang::TidakTerdefinisi("akar bilangan negatif".to_owned())),
            Self::Terbit(isi, presisi) => Ok(bilangan::round_half_up(isi.hitung(cari)?, *presisi)),
        }
    }

    /// All values that the formula can take while its operands stay inside their intervals; none where it has no bound.
    #[must_use]
    pub fn selang(&self, cari: &dyn Fn(&Kode) -> Option<Selang>) -> Option<Selang> {
        match self {
            Self::Fakta(kode) => cari(kode),
            Self::Tetap(nilai) => Some(Selang::titik(*nilai)),
            Self::Jumlah(bagian) => bagian
                .iter()
                .try_fold(Selang::titik(Decimal::ZERO), |jumlah, b| {
                    jumlah.tambah(b.selang(cari)?)
                }),
            Self::Rata(bagian) => Self::Jumlah(bagian.clone())
                .selang(cari)?
                .bagi(Selang::titik(Decimal::from(bagian.len()))),
            Self::Kurang(a, b) => a.selang(cari)?.kurang(b.selang(cari)?),
            Self::Kali(a, b) => a.selang(cari)?.kali(b.selang(cari)?),
            Self::Bagi(a, b) => a.selang(cari)?.bagi(b.selang(cari)?),
            Self::Persen(isi) => isi.selang(cari)?.kali(Selang::titik(Decimal::ONE_HUNDRED)),
            Self::Jepit(isi, bawah, atas) => {
                let (isi, bawah, atas) =
                    (isi.selang(cari)?, bawah.selang(cari)?, atas.selang(cari)?);
                Some(Selang {
                    bawah: isi.bawah.max(bawah.bawah).min(atas.bawah),
                    atas: isi.atas.max(bawah.atas).min(atas.atas),
                })
            }
            Self::Akar(isi) => {
                let isi = isi.selang(cari)?;
                let akar = |d: Decimal| rust_decimal::MathematicalOps::sqrt(&d);
                Some(Selang {
                    bawah: akar(isi.bawah)?,
                    atas: akar(isi.atas)?,
                })
            }
            Self::Terbit(isi, presisi) => {
                let isi = isi.selang(cari)?;
                Some(Selang {
                    bawah: bilangan::round_half_up(isi.bawah, *presisi),
                    atas: bilangan::round_half_up(isi.atas, *presisi),
                })
            }
        }
    }

    /// The formula with the operands' published values: "3,93 / 3,25 × 100%".
    #[must_use]
    pub fn peraga<'a>(&self, cari: &dyn Fn(&Kode) -> Option<&'a Fakta>) -> String {
        let potong = self.potong(cari);
        potong.iter().map(Potong::teks).collect()
    }

    /// The same in pieces, so that each operand can lead to where it comes from.
    #[must_use]
    pub fn potong<'a>(&self, cari: &dyn Fn(&Kode) -> Option<&'a Fakta>) -> Vec<Potong> {
        let mut isi = Vec::new();
        self.tulis(cari, 0, &mut isi);
        isi
    }

    fn tulis<'a>(
        &self,
        cari: &dyn Fn(&Kode) -> Option<&'a Fakta>,
        ikat: u8,
        isi: &mut Vec<Potong>,
    ) {
        let kuat = match self {
            Self::Jumlah(_) | Self::Kurang(..) => 1,
            Self::Rata(_) | Self::Kali(..) | Self::Bagi(..) | Self::Persen(_) => 2,
            _ => u8::MAX,
        };
        let kurung = kuat < ikat;
        if kurung {
            tambah(isi, "(");
        }
        let dua = |isi: &mut Vec<Potong>, a: &Self, tanda: &str, b: &Self, (ka, kb): (u8, u8)| {
            a.tulis(cari, ka, isi);
            tambah(isi, tanda);
            b.tulis(cari, kb, isi);
        };
        match self {
            Self::Fakta(kode) => isi.push(operan(kode, cari(kode), ikat)),
            Self::Tetap(nilai) => {
                tambah(isi, &bilangan::format(*nilai, nilai.normalize().scale()));
            }
            Self::Jumlah(bagian) => jumlah(bagian, cari, isi),
            Self::Rata(bagian) => {
                tambah(isi, "(");
                jumlah(bagian, cari, isi);
                tambah(isi, &format!(") / {}", bagian.len()));
            }
            Self::Kurang(a, b) => dua(isi, a, " − ", b, (1, 2)),
            Self::Kali(a, b) => dua(isi, a, " × ", b, (2, 2)),
            Self::Bagi(a, b) => dua(isi, a, " / ", b, (3, 3)),
            Self::Persen(dalam) => {
                dalam.tulis(cari, 2, isi);
                tambah(isi, " × 100%");
            }
            Self::Jepit(dalam, bawah, atas) => {
                dua(isi, dalam, ", dibatasi antara ", bawah, (0, 0));
                tambah(isi, " dan ");
                atas.tulis(cari, 0, isi);
            }
            Self::Akar(dalam) => {
                tambah(isi, "√(");
                dalam.tulis(cari, 0, isi);
                tambah(isi, ")");
            }
            Self::Terbit(dalam, _) => dalam.tulis(cari, ikat, isi),
        }
        if kurung {
            tambah(isi, ")");
        }
    }
}

/// A piece of a formula as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Potong {
    /// Signs and constants.
    Teks(String),
    /// An operand: its code, and its published value or its name in brackets where it has none.
    Fakta(Kode, String),
}

impl Potong {
    /// Its text.
    #[must_use]
    pub fn teks(&self) -> &str {
        match self {
            Self::Teks(teks) | Self::Fakta(_, teks) => teks,
        }
    }
}

fn tambah(isi: &mut Vec<Potong>, teks: &str) {
    match isi.last_mut() {
        Some(Potong::Teks(ekor)) => ekor.push_str(teks),
        _ => isi.push(Potong::Teks(teks.to_owned())),
    }
}

fn jumlah<'a>(
    bagian: &[Ungkapan],
    cari: &dyn Fn(&Kode) -> Option<&'a Fakta>,
    isi: &mut Vec<Potong>,
) {
    for (ke, satu) in bagian.iter().enumerate() {
        if ke > 0 {
            tambah(isi, " + ");
        }
        satu.tulis(cari, 1, isi);
    }
}

/// An operand as it is published; a negative one beside a sign stands in brackets.
fn operan(kode: &Kode, fakta: Option<&Fakta>, ikat: u8) -> Potong {
    let teks = match fakta {
        None => kode.to_string(),
        Some(fakta) => match &fakta.nilai {
            Ok(Nilai::Angka(nilai)) if *nilai < Decimal::ZERO && ikat > 0 => {
                format!("({})", fakta.tampil().unwrap_or_default())
            }
            Ok(_) => fakta.tampil().unwrap_or_default(),
            Err(_) => format!("[{}]", fakta.label),
        },
    };
    Potong::Fakta(kode.clone(), teks)
}

/// Where every missing operand was declared unavailable, the result is unavailable for the same reasons and no gap.
fn sebab_tidak_tersedia<'a>(
    rumpang: &[Kode],
    cari: &dyn Fn(&Kode) -> Option<&'a Fakta>,
) -> Option<Rumpang> {
    let sebab: Vec<String> = rumpang
        .iter()
        .map(|kode| match cari(kode).map(|fakta| &fakta.nilai) {
            Some(Err(Rumpang::TidakTersedia(alasan) | Rumpang::TidakTerdefinisi(alasan))) => {
                Some(alasan.clone())
            }
            _ => None,
        })
        .collect::<Option<_>>()?;
    let mut unik: Vec<String> = Vec::new();
    sebab.into_iter().for_each(|s| {
        if !unik.contains(&s) {
            unik.push(s)
        }
    });
    (!unik.is_empty()).then(|| Rumpang::TidakTersedia(unik.join("; ")))
}

fn pembagi_nol() -> Rumpang {
    Rumpang::TidakTerdefinisi("pembaginya nol".to_owned())
}
