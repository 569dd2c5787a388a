//! From inputs to fakta: one file per part of the report.

mod anggaran;
mod banding;
mod efisiensi;
mod indikator;
mod kelompok;
mod konteks;
mod pegawai;
mod penilaian;
mod perjanjian;
mod rencana_aksi;
mod survei;

use hukum::Hukum;

use crate::hasil::{Hasil, PerjanjianBerikutnya};
use crate::masukan::Masukan;
use konteks::Konteks;

pub use pegawai::kolom_ruang;
pub use survei::nama_bulan;

/// Computes all fakta of an office's year, by the law in force for that year.
///
/// Nothing fails: what cannot be computed is a fakta without a value and with the reason.
#[must_use]
pub fn compute(masukan: &Masukan, hukum: &Hukum) -> Hasil {
    let mut k = Konteks::new(masukan, hukum);
    let pegawai = pegawai::compute(&mut k);
    let indikator = indikator::compute(&mut k);
    let (perjanjian, berikutnya) = perjanjian::compute(&mut k, &indikator);
    let rencana_aksi = rencana_aksi::compute(&mut k, &perjanjian);
    let rangkuman = perjanjian::rangkum(&mut k, &indikator);
    let anggaran = anggaran::compute(&mut k);
    let perjanjian_berikutnya = (!berikutnya.is_empty()).then(|| {
        let tahun = masukan.satker.tahun + 1;
        let (anggaran, pagu) = anggaran::compute_perjanjian(&mut k, tahun);
        PerjanjianBerikutnya {
            tahun,
            baris: berikutnya,
            anggaran,
            pagu,
        }
    });
    let pnbp = anggaran::compute_pnbp(&mut k);
    let efisiensi = efisiensi::compute(&mut k, &indikator);
    let ikpa = penilaian::compute_ikpa(&mut k);
    let smart = penilaian::compute_smart(&mut k);
    let kegiatan = pegawai::compute_kegiatan(&mut k);
    let (fakta, ketentuan_belum_terverifikasi, ketentuan_tidak_ada) = k.tutup();
    Hasil {
        fakta,
        tahun: masukan.satker.tahun,
        indikator,
        rangkuman,
        perjanjian,
        perjanjian_berikutnya,
        rencana_aksi,
        anggaran,
        efisiensi,
        pnbp,
        smart,
        ikpa,
        pegawai,
        kegiatan,
        ketentuan_belum_terverifikasi,
        ketentuan_tidak_ada,
    }
}
