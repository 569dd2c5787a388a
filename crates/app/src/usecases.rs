//! The use cases, one file each.

mod audit;
mod bukti;
mod cadangan;
mod cetak_perjanjian;
mod hak;
mod isi_nilai;
mod langkah_alur;
mod laporan;
mod masuk;
mod orang;
mod paket_tahun;
mod perencanaan;
mod pihak_perjanjian;
mod rencana_aksi;
mod ringkasan;
mod siapkan_awal;
mod tahun;
mod unit;

pub use audit::{BagianAudit, CariAudit};
pub use bukti::{JENIS_BUKTI, Unggahan};
pub use cetak_perjanjian::{BerkasCetak, CetakPerjanjian};
pub use hak::HakBaru;
pub use isi_nilai::{HasilIsi, IsianSel, TitikSel};
pub use langkah_alur::{AlurTahun, LangkahBaru};
pub use laporan::HasilLaporan;
pub use masuk::{Masuk, SesiAktif, Tahap};
pub use orang::OrangBaru;
pub use perencanaan::{Perencanaan, VersiPerjanjian};
pub use pihak_perjanjian::PihakPerjanjian;
pub use ringkasan::{BarisKonsolidasi, RingkasanIndikator, RingkasanTahun};
pub use siapkan_awal::Awal;
pub use tahun::{TahunDibaca, TahunSatuUnit, TahunUnit};
pub use unit::{PejabatBaru, UnitBaru};

pub use crate::isi_tahun::{BarisIsi, LembarIsi, Perubahan, Tahun};
