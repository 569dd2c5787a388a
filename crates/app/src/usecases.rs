//! The use cases, one file each.

mod audit;
mod bukti;
mod cadangan;
mod definisi;
mod hak;
mod isi_nilai;
mod langkah_alur;
mod laporan;
mod laporan_tahun;
mod masuk;
mod narasi;
mod orang;
mod paket_tahun;
mod pekerjaan;
mod publik;
mod rincian;
mod ringkasan;
mod siapkan_awal;
mod tahun;
mod terbitan;
mod unit;

pub use audit::{BagianAudit, CariAudit};
pub use bukti::{JENIS_BUKTI, Unggahan};
pub use hak::HakBaru;
pub use isi_nilai::{HasilIsi, IsianSel, TitikSel};
pub use langkah_alur::{AlurTahun, LangkahBaru, LangkahTerbuka};
pub use laporan::HasilLaporan;
pub use laporan_tahun::{LaporanTahun, SusunanBerkas};
pub use masuk::{Masuk, SesiAktif, Tahap};
pub use narasi::{FaktaNarasi, NarasiRingkas, NarasiTahun, TulisNarasi};
pub use orang::OrangBaru;
pub use publik::{DaftarPublik, IndikatorPublik, RingkasanPublik, TerbitanPublik};
pub use rincian::{RincianSusunan, RumpangBab, SelTemuan, TemuanRingkas};
pub use ringkasan::{BarisKonsolidasi, RingkasanIndikator, RingkasanTahun};
pub use siapkan_awal::Awal;
pub use tahun::{TahunDibaca, TahunSatuUnit, TahunUnit};
pub use unit::{PejabatBaru, UnitBaru};

pub use crate::isi_tahun::{BarisIsi, LembarIsi, Perubahan, Tahun};
