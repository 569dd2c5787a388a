//! Until when something is due, by the law of the year or by the kind of office.

use jiff::Span;
use jiff::civil::{Date, date};
use kinerja::daftar::kutipan;
use rust_decimal::prelude::ToPrimitive;
use store::Unit;

use crate::App;
use crate::waktu::Zona;

/// A day by which something is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenggat {
    /// What is due, in the words of the law data.
    pub apa: String,
    /// The day; none where the law names none, or counts from a day that is not known.
    pub hari: Option<Date>,
    /// Days from today to that day; negative where it is past.
    pub sisa: Option<i64>,
    /// The rule in words ("2 bulan").
    pub ketentuan: String,
    /// Where it stands.
    pub dasar: String,
    /// How sure it is, where a person still has to confirm it.
    pub catatan: Option<String>,
}

/// Provisions on the report of a unit of this level: its own first, then that of the one above, within which its own lies.
fn kode_laporan(tingkat: &str) -> &'static [&'static str] {
    match tingkat {
        "kementerian" => &["lkj.tenggat_kementerian"],
        _ => &["lkj.tenggat_satker", "lkj.tenggat_kementerian"],
    }
}

impl App {
    /// What is due for a year of a unit, in the order of the year; `zona` is where the unit counts its days.
    pub(super) fn tenggat(&self, unit: &Unit, tahun: i64, zona: &Zona) -> Vec<Tenggat> {
        let mut kode = vec!["pk.tenggat"];
        kode.extend(kode_laporan(&unit.tingkat));
        let mut daftar: Vec<_> = kode
            .into_iter()
            .filter_map(|kode| self.tenggat_menurut(kode, tahun, zona))
            .collect();
        daftar.extend(self.tenggat_profil(unit, tahun, zona));
        daftar
    }

    /// The day by which the report of a unit must be handed in: as its kind of office says, or by the first provision that names one.
    pub(super) fn tenggat_laporan(&self, unit: &Unit, tahun: i64, zona: &Zona) -> Option<Tenggat> {
        self.tenggat_profil(unit, tahun, zona).or_else(|| {
            kode_laporan(&unit.tingkat)
                .iter()
                .filter_map(|kode| self.tenggat_menurut(kode, tahun, zona))
                .find(|tenggat| tenggat.hari.is_some())
        })
    }

    fn tenggat_profil(&self, unit: &Unit, tahun: i64, zona: &Zona) -> Option<Tenggat> {
        let profil = self.hukum.profil(unit.profil.as_deref()?)?;
        let banyak = profil.tenggat_hari?;
        let jangka = Span::new().try_days(banyak).ok()?;
        let hari = akhir_tahun(tahun)?.checked_add(jangka).ok()?;
        Some(Tenggat {
            apa: "Laporan kinerja kantor".to_owned(),
            hari: Some(hari),
            sisa: self.sisa(hari, zona),
            ketentuan: format!("{banyak} hari setelah tahun berakhir"),
            dasar: format!("profil {}", profil.nama),
            catatan: None,
        })
    }

    fn tenggat_menurut(&self, kode: &str, tahun: i64, zona: &Zona) -> Option<Tenggat> {
        let ketentuan = self
            .hukum
            .ketentuan(kode, i16::try_from(tahun).ok()?)
            .ok()?;
        let banyak = ketentuan.angka().and_then(|angka| angka.to_i64());
        // Only the reports count from the end of the year; an agreement counts from the day of the budget.
        let hari = banyak
            .filter(|_| kode.starts_with("lkj."))
            .and_then(|banyak| {
                let jangka = match ketentuan.satuan.as_deref() {
                    Some("bulan") => Span::new().try_months(banyak),
                    Some("hari") => Span::new().try_days(banyak),
                    _ => return None,
                };
                akhir_tahun(tahun)?.checked_add(jangka.ok()?).ok()
            });
        Some(Tenggat {
            apa: ketentuan.judul.clone(),
            hari,
            sisa: hari.and_then(|hari| self.sisa(hari, zona)),
            ketentuan: ketentuan.ringkas(),
            dasar: kutipan(ketentuan, self.hukum.regulasi(&ketentuan.regulasi)),
            catatan: self
                .hukum
                .perlu_dipastikan(ketentuan)
                .then(|| ketentuan.status.sebutan().to_owned()),
        })
    }

    fn sisa(&self, hari: Date, zona: &Zona) -> Option<i64> {
        let kini: Date = zona.hari(self.kini()).parse().ok()?;
        Some(i64::from((hari - kini).get_days()))
    }
}

fn akhir_tahun(tahun: i64) -> Option<Date> {
    let tahun = i16::try_from(tahun)
        .ok()
        .filter(|tahun| (1..9999).contains(tahun))?;
    Some(date(tahun, 12, 31))
}
