//! Keeping units, people, grants and years, and what nobody may do to themselves or to others.

mod akun;
mod tahun;
mod unit;

use app::{HakBaru, Pelaku, Peran, UnitBaru};

pub fn unit_baru(induk: &str, nama: &str, zona: Option<&str>) -> UnitBaru {
    UnitBaru {
        nama: nama.to_owned(),
        tingkat: "seksi".to_owned(),
        profil: None,
        kode: None,
        induk: Some(induk.to_owned()),
        dari: "2020-01-01".to_owned(),
        alasan: "pembentukan".to_owned(),
        zona: zona.map(str::to_owned),
    }
}

pub fn hak(orang: &Pelaku, unit: &str, peran: Peran, tolak: bool) -> HakBaru {
    HakBaru {
        orang: orang.orang.clone(),
        unit: unit.to_owned(),
        peran,
        tolak,
        dari: None,
        sampai: None,
        alasan: "surat tugas".to_owned(),
    }
}
