//! The use cases, one file each.

mod audit;
mod baris;
mod bukti;
mod cadangan;
mod cetak_perjanjian;
mod dasbor;
mod definisi;
mod hak;
mod impor_lembar;
mod isi_nilai;
mod kesampingan;
mod kesehatan;
mod konsolidasi;
mod kunci_tahun;
mod langkah_alur;
mod laporan;
mod laporan_tahun;
mod lembar;
mod masuk;
mod narasi;
mod orang;
mod paket_tahun;
mod pekerjaan;
mod pemeriksaan;
mod perencanaan;
mod periksa_sekali;
mod pihak_perjanjian;
mod pohon_unit;
mod publik;
mod rencana_aksi;
mod rincian;
mod ringkasan;
mod sesi;
mod siapkan_awal;
mod sso;
mod tahun;
mod tenggat;
mod terbitan;
mod token;
mod unduh_pemeriksaan;
mod unit;

pub use audit::{BagianAudit, CariAudit};
pub use baris::SelBaru;
pub use bukti::{JENIS_BUKTI, Unggahan};
pub use cadangan::Cadangan;
pub use cetak_perjanjian::{BerkasCetak, CetakPerjanjian};
pub use dasbor::{Dasbor, Penantian};
pub use hak::{HakBaru, HakTerbaca};
pub use impor_lembar::{ImporDibuka, PetaKolom, RencanaImpor, SumberKolom, TabelUnggahan, UbahSel};
pub use isi_nilai::{HasilIsi, IsianSel, TitikSel};
pub use konsolidasi::{
    BarisKonsolidasi, Cabang, Konsolidasi, PilihanKonsolidasi, SebaranIndikator,
};
pub use langkah_alur::{AlurTahun, LangkahBaru, LangkahTerbuka};
pub use laporan::HasilLaporan;
pub use laporan_tahun::{LaporanTahun, SusunanBerkas};
pub use lembar::{Bagian, KesalahanSel, KeteranganLembar, LembarDibuka};
pub use masuk::{Masuk, SesiAktif, Tahap};
pub use narasi::{FaktaNarasi, NarasiRingkas, NarasiTahun, TulisNarasi};
pub use orang::OrangBaru;
pub use pemeriksaan::{
    BarisPemeriksaan, DOKUMEN_TERBESAR, DokumenBaru, JumlahTemuan, KesampinganBernama,
    RincianPemeriksaan,
};
pub use perencanaan::{Perencanaan, VersiPerjanjian};
pub use periksa_sekali::HasilPeriksa;
pub use pihak_perjanjian::PihakPerjanjian;
pub use pohon_unit::{PenandaTangan, UnitPohon};
pub use publik::{DaftarPublik, IndikatorPublik, RingkasanPublik, TerbitanPublik};
pub use rincian::{RincianSusunan, RumpangBab, SelTemuan, TemuanRingkas};
pub use ringkasan::{KeadaanCapaian, NilaiTampil, RingkasanIndikator, RingkasanTahun};
pub use sesi::SesiSaya;
pub use siapkan_awal::Awal;
pub use sso::{IdentitasSso, MasukSso};
pub use tahun::{TahunDibaca, TahunSatuUnit, TahunUnit};
pub use tenggat::Tenggat;
pub use token::{Lingkup, TokenAktif, TokenBaru};
pub use unduh_pemeriksaan::BentukUnduhan;
pub use unit::{PejabatBaru, UnitBaru};

pub use crate::isi_tahun::{BarisIsi, LembarIsi, Perubahan, Tahun};
