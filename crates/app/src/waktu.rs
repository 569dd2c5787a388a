//! The day and the hour of an instant in the time zone of a unit. Which zones there are is data of the law (`waktu.zona`).

use hukum::Hukum;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use store::{Hari, Waktu};

/// Where the law keeps the zones; the first one is that of a unit for which none is set.
const KODE: &str = "waktu.zona";

/// A time zone, the same all year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zona {
    /// Its word in the database and on pages ("WITA").
    pub kata: String,
    /// Its name in full.
    pub nama: String,
    /// How far it is ahead of UTC.
    selisih: Offset,
}

impl Zona {
    /// All zones of the law in force at an instant, in its order.
    pub(crate) fn daftar(hukum: &Hukum, pada: Waktu) -> Vec<Self> {
        let tahun = Offset::UTC.to_datetime(saat(pada)).year();
        let Ok(ketentuan) = hukum.ketentuan(KODE, tahun) else {
            return Vec::new();
        };
        ketentuan
            .butir()
            .iter()
            .filter_map(|butir| {
                let jam = i8::try_from(i64::try_from(butir.nilai?).ok()?).ok()?;
                Some(Self {
                    kata: butir.kode.clone(),
                    nama: butir.nama.clone(),
                    selisih: Offset::from_hours(jam).ok()?,
                })
            })
            .collect()
    }

    /// Where the law says nothing at all.
    #[must_use]
    pub fn universal() -> Self {
        Self {
            kata: "UTC".to_owned(),
            nama: "Waktu universal".to_owned(),
            selisih: Offset::UTC,
        }
    }

    fn di_sini(&self, waktu: Waktu) -> DateTime {
        self.selisih.to_datetime(saat(waktu))
    }

    /// The day of an instant, as ISO 8601 text.
    #[must_use]
    pub fn hari(&self, waktu: Waktu) -> Hari {
        self.di_sini(waktu).date().to_string()
    }

    /// The hour of an instant ("09.05").
    #[must_use]
    pub fn jam(&self, waktu: Waktu) -> String {
        let di_sini = self.di_sini(waktu);
        format!("{:02}.{:02}", di_sini.hour(), di_sini.minute())
    }

    /// When a day begins; none where the text is no day.
    #[must_use]
    pub fn awal_hari(&self, hari: &str) -> Option<Waktu> {
        let hari: jiff::civil::Date = hari.trim().parse().ok()?;
        let saat = self.selisih.to_timestamp(hari.at(0, 0, 0, 0)).ok()?;
        Some(saat.as_microsecond())
    }

    /// When a day is over; none where the text is no day.
    #[must_use]
    pub fn akhir_hari(&self, hari: &str) -> Option<Waktu> {
        let hari: jiff::civil::Date = hari.trim().parse().ok()?;
        self.awal_hari(&hari.tomorrow().ok()?.to_string())
    }
}

fn saat(waktu: Waktu) -> Timestamp {
    Timestamp::from_microsecond(waktu).unwrap_or(Timestamp::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_instant_is_another_day_further_east() {
        let hukum = Hukum::bawaan().expect("the data has no defect");
        // 2026-12-31 15:30 UTC
        let waktu = 1_798_731_000_000_000;
        let zona = Zona::daftar(&hukum, waktu);
        let didapat: Vec<_> = zona
            .iter()
            .map(|satu| (satu.kata.as_str(), satu.hari(waktu), satu.jam(waktu)))
            .collect();
        let harap = |kata, hari: &str, jam: &str| (kata, hari.to_owned(), jam.to_owned());
        assert_eq!(
            didapat,
            [
                harap("WIB", "2026-12-31", "22.30"),
                harap("WITA", "2026-12-31", "23.30"),
                harap("WIT", "2027-01-01", "00.30"),
            ]
        );
        for satu in zona {
            let hari = satu.hari(waktu);
            let (awal, akhir) = (satu.awal_hari(&hari), satu.akhir_hari(&hari));
            assert!(awal.is_some_and(|awal| awal <= waktu));
            assert!(akhir.is_some_and(|akhir| akhir > waktu));
        }
    }
}
