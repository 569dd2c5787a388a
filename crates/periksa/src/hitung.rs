//! Arithmetic over printed figures: their values, all that they may stand for, and how a computation is shown.
//!
//! Rounding is charitable. An operand stands for every value that rounds to it; a result may be a rounding or a
//! truncation of any value that the operands allow ([`Hitungan::dapat_tercetak`]).

mod ekspresi;
mod rantai;

use kinerja::{Selang, bilangan};
use rust_decimal::Decimal;

use crate::bacaan::{Angka, SatuanCetak};

pub(crate) use ekspresi::{Cetakan, cetakan, nilai, peraga, selang, selang_tanpa_persen};
pub(crate) use rantai::{
    Bagian, bagian, berpersen, dapat_menjadi, dapat_sama, pecahan, pecahan_kata, tepat_sama,
    terbalik,
};

/// A computation over printed figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hitungan {
    /// What the figures give as they are printed.
    pub(crate) nilai: Decimal,
    /// All that they allow.
    pub(crate) selang: Selang,
    /// The computation without its result ("3,95 / 3,25 × 100%").
    pub(crate) peraga: String,
    /// Unit of the result.
    pub(crate) satuan: SatuanCetak,
}

impl Hitungan {
    /// Whether a figure printed with so many decimals may be the result.
    pub(crate) fn dapat_tercetak(&self, tercetak: Decimal, presisi: u32) -> bool {
        rapi(self.selang).dapat_tercetak(tercetak, presisi)
    }

    /// Whether this number may be the result.
    pub(crate) fn cocok(&self, angka: &Angka) -> bool {
        match (angka.nilai, angka.skala) {
            (Some(nilai), 0) => self.dapat_tercetak(nilai, angka.presisi),
            // A figure in millions: the result in the same unit.
            (Some(_), _) => angka.selang().is_some_and(|cetak| {
                let lebar = cetak.atas.saturating_sub(cetak.bawah);
                longgar(self.selang).bawah <= cetak.atas.saturating_add(lebar)
                    && cetak.bawah <= longgar(self.selang).atas
            }),
            (None, _) => false,
        }
    }

    /// Whether the figures as printed give this number, rounded or cut off, without the values that round to them.
    pub(crate) fn tepat(&self, angka: &Angka) -> bool {
        let titik = Self {
            selang: Selang::titik(self.nilai),
            ..self.clone()
        };
        titik.cocok(angka)
    }

    /// The result with its unit ("121,54%").
    pub(crate) fn hasil(&self, presisi: u32) -> String {
        bersatuan(self.nilai, presisi, self.satuan)
    }

    /// The computation with its result ("3,95 / 3,25 × 100% = 121,54%").
    pub(crate) fn tampil(&self, presisi: u32) -> String {
        format!("{} = {}", self.peraga, self.hasil(presisi))
    }
}

/// A value with its unit, as a message shows it.
pub(crate) fn bersatuan(nilai: Decimal, presisi: u32, satuan: SatuanCetak) -> String {
    match satuan {
        SatuanCetak::Persen => format!("{}%", bilangan::format(nilai, presisi)),
        SatuanCetak::Rupiah => bilangan::format_rupiah(nilai),
        SatuanCetak::Tanpa | SatuanCetak::Indeks | SatuanCetak::Cacah => {
            bilangan::format(nilai, presisi)
        }
    }
}

/// A printed number as a message shows it: its value with its own decimals, or as printed where it has no value.
pub(crate) fn tampil(angka: &Angka) -> String {
    match angka.nilai {
        Some(nilai) => bersatuan(nilai, angka.presisi, angka.satuan),
        None => angka.teks.clone(),
    }
}

/// Whether two numbers are of a size: neither is more than a hundred times the other.
pub(crate) fn setakar(a: &Angka, b: &Angka) -> bool {
    let (Some(a), Some(b)) = (a.nilai, b.nilai) else {
        return false;
    };
    let (kecil, besar) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
    kecil.is_zero()
        || kecil
            .checked_mul(Decimal::ONE_HUNDRED)
            .is_some_and(|batas| besar <= batas)
}

/// Realisasi over target in percent.
pub(crate) fn capaian(realisasi: &Angka, target: &Angka) -> Option<Hitungan> {
    let (r, t) = operan(realisasi, target)?;
    rasio(realisasi, target, r, t)
}

/// Capaian of an indicator that should be low: (2 × target − realisasi) over target in percent.
pub(crate) fn capaian_menurun(realisasi: &Angka, target: &Angka) -> Option<Hitungan> {
    let (r, t) = operan(realisasi, target)?;
    let langsung = rasio(realisasi, target, r, t)?;
    let dua_ratus = Decimal::from(200);
    Some(Hitungan {
        nilai: dua_ratus.checked_sub(langsung.nilai)?,
        selang: Selang::titik(dua_ratus).kurang(langsung.selang)?,
        peraga: format!(
            "(2 × {} − {}) / {} × 100%",
            tampil(target),
            tampil(realisasi),
            tampil(target)
        ),
        satuan: SatuanCetak::Persen,
    })
}

/// Change from one number to another in percent of the first.
pub(crate) fn perubahan(dari: &Angka, ke: &Angka) -> Option<Hitungan> {
    let (k, d) = operan(ke, dari)?;
    let rasio = rasio(ke, dari, k, d)?;
    let seratus = Decimal::ONE_HUNDRED;
    Some(Hitungan {
        nilai: rasio.nilai.checked_sub(seratus)?,
        selang: rasio.selang.kurang(Selang::titik(seratus))?,
        peraga: format!(
            "({} − {}) / {} × 100%",
            tampil(ke),
            tampil(dari),
            tampil(dari)
        ),
        satuan: SatuanCetak::Persen,
    })
}

/// The second number less the first, in their unit.
pub(crate) fn selisih(dari: &Angka, ke: &Angka) -> Option<Hitungan> {
    Some(Hitungan {
        nilai: ke.nilai?.checked_sub(dari.nilai?)?,
        selang: ke.selang()?.kurang(dari.selang()?)?,
        peraga: format!("{} − {}", tampil(ke), tampil(dari)),
        satuan: ke.satuan,
    })
}

/// Sum of numbers.
pub(crate) fn jumlah(suku: &[&Angka]) -> Option<Hitungan> {
    let pertama = suku.first()?;
    let mut nilai = Decimal::ZERO;
    let mut selang = Selang::titik(Decimal::ZERO);
    for angka in suku {
        nilai = nilai.checked_add(angka.nilai?)?;
        selang = selang.tambah(angka.selang()?)?;
    }
    Some(Hitungan {
        nilai,
        selang,
        peraga: deret(suku.iter().map(|angka| tampil(angka))),
        satuan: pertama.satuan,
    })
}

/// Mean of numbers.
pub(crate) fn rerata(suku: &[&Angka]) -> Option<Hitungan> {
    let jumlah = jumlah(suku)?;
    let banyak = Decimal::from(suku.len());
    Some(Hitungan {
        nilai: jumlah.nilai.checked_div(banyak)?,
        selang: jumlah.selang.bagi(Selang::titik(banyak))?,
        peraga: format!("({}) / {banyak}", jumlah.peraga),
        satuan: jumlah.satuan,
    })
}

/// Mean of numbers, each with its weight, which is taken as exact.
pub(crate) fn rerata_tertimbang(suku: &[(&Angka, &Angka)]) -> Option<Hitungan> {
    let mut nilai = Decimal::ZERO;
    let mut selang = Selang::titik(Decimal::ZERO);
    let mut bobot = Decimal::ZERO;
    for (angka, berat) in suku {
        let berat = berat.nilai?;
        nilai = nilai.checked_add(angka.nilai?.checked_mul(berat)?)?;
        selang = selang.tambah(angka.selang()?.kali(Selang::titik(berat))?)?;
        bobot = bobot.checked_add(berat)?;
    }
    let suku_pertama = suku.first()?;
    Some(Hitungan {
        nilai: nilai.checked_div(bobot)?,
        selang: selang.bagi(Selang::titik(bobot))?,
        peraga: format!(
            "({}) / ({})",
            deret(suku.iter().map(|(angka, berat)| format!(
                "{} × {}",
                tampil(angka),
                tampil(berat)
            ))),
            deret(suku.iter().map(|(_, berat)| tampil(berat))),
        ),
        satuan: suku_pertama.0.satuan,
    })
}

/// Terms with plus signs; a long row is cut in the middle ("3,90 + 3,88 + … + 3,99").
pub(crate) fn deret(suku: impl IntoIterator<Item = String>) -> String {
    let suku: Vec<String> = suku.into_iter().collect();
    if suku.len() <= 5 {
        return suku.join(" + ");
    }
    let (awal, akhir) = (suku.get(..2).unwrap_or_default(), suku.last());
    format!(
        "{} + … + {}",
        awal.join(" + "),
        akhir.map_or("", String::as_str)
    )
}

/// The ends without the crumbs of quotients that do not end.
///
/// Nothing is widened: a figure that is exactly 120 cannot have been cut off to 119.
pub(crate) fn rapi(selang: Selang) -> Selang {
    /// Far more decimals than anyone prints.
    const DESIMAL: u32 = 12;
    Selang {
        bawah: selang.bawah.round_dp(DESIMAL),
        atas: selang.atas.round_dp(DESIMAL),
    }
}

/// A hair wider, for quotients that do not end.
pub(crate) fn longgar(selang: Selang) -> Selang {
    let rambut = Decimal::new(1, 12);
    Selang {
        bawah: selang.bawah.saturating_sub(rambut),
        atas: selang.atas.saturating_add(rambut),
    }
}

fn rasio(atas: &Angka, bawah: &Angka, a: Selang, b: Selang) -> Option<Hitungan> {
    let seratus = Selang::titik(Decimal::ONE_HUNDRED);
    Some(Hitungan {
        nilai: atas
            .nilai?
            .checked_mul(Decimal::ONE_HUNDRED)?
            .checked_div(bawah.nilai?)?,
        selang: a.kali(seratus)?.bagi(b)?,
        peraga: format!("{} / {} × 100%", tampil(atas), tampil(bawah)),
        satuan: SatuanCetak::Persen,
    })
}

/// Intervals of two numbers that are set against each other: two whole numbers without a unit are counts, so exact.
fn operan(a: &Angka, b: &Angka) -> Option<(Selang, Selang)> {
    let bulat = |angka: &Angka| {
        angka.presisi == 0
            && angka.skala == 0
            && matches!(
                angka.satuan,
                SatuanCetak::Tanpa | SatuanCetak::Cacah | SatuanCetak::Rupiah
            )
    };
    if bulat(a) && bulat(b) {
        return Some((Selang::titik(a.nilai?), Selang::titik(b.nilai?)));
    }
    Some((a.selang()?, b.selang()?))
}

#[cfg(test)]
mod sifat;
#[cfg(test)]
mod tests;
