//! The use cases, one file each.

mod audit;
mod bukti;
mod cadangan;
mod hak;
mod isi_nilai;
mod kunci_tahun;
mod langkah_alur;
mod laporan;
mod masuk;
mod orang;
mod paket_tahun;
mod pohon_unit;
mod ringkasan;
mod sesi;
mod siapkan_awal;
mod tahun;
mod unit;

pub use audit::{BagianAudit, CariAudit};
pub use bukti::{JENIS_BUKTI, Unggahan};
pub use cadangan::Cadangan;
pub use hak::{HakBaru, HakTerbaca};
pub use isi_nilai::{HasilIsi, IsianSel, TitikSel};
pub use langkah_alur::{AlurTahun, LangkahBaru};
pub use laporan::HasilLaporan;
pub use masuk::{Masuk, SesiAktif, Tahap};
pub use orang::OrangBaru;
pub use pohon_unit::{PenandaTangan, UnitPohon};
pub use ringkasan::{BarisKonsolidasi, RingkasanIndikator, RingkasanTahun};
pub use sesi::SesiSaya;
pub use siapkan_awal::Awal;
pub use tahun::{TahunDibaca, TahunSatuUnit, TahunUnit};
pub use unit::{PejabatBaru, UnitBaru};

pub use crate::isi_tahun::{BarisIsi, LembarIsi, Perubahan, Tahun};
