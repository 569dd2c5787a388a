//! What the terminal says of a report that was written.

use std::path::{Path, PathBuf};

use kinerja::masukan::Masukan;
use kinerja::{DaftarFakta, Hasil};
use periksa::{Berat, Temuan};

use crate::tampilan;

/// A report that was written.
pub struct Terbit {
    pub masukan: Masukan,
    pub hasil: Hasil,
    pub temuan: Vec<Temuan>,
    pub rumpang: usize,
    pub jalur: Vec<PathBuf>,
    pub akhir: bool,
}

impl Terbit {
    fn banyak(&self, berat: Berat) -> usize {
        self.temuan
            .iter()
            .filter(|t| t.berat == berat && t.selesai.is_none())
            .count()
    }

    fn nama(&self) -> &str {
        match self.masukan.satker.nama.as_str() {
            "" => "(nama kantor belum diisi)",
            nama => nama,
        }
    }

    fn hitungan(&self) -> String {
        format!(
            "{} wajib, {} anjuran, {} saran, {} sudah dikoreksi",
            self.banyak(Berat::Wajib),
            self.banyak(Berat::Anjuran),
            self.banyak(Berat::Saran),
            self.temuan.iter().filter(|t| t.selesai.is_some()).count()
        )
    }

    /// The result on one line, for a batch.
    pub fn sebaris(&self) -> String {
        let folder = self
            .jalur
            .first()
            .and_then(|jalur| jalur.parent())
            .unwrap_or(Path::new(""));
        format!(
            "{}: temuan {}; {} rumpang; {}",
            self.nama(),
            self.hitungan(),
            self.rumpang,
            folder.display()
        )
    }

    /// The summary in the terminal: values, findings, paths.
    pub fn tampilkan(&self) {
        let tahun = self.hasil.tahun;
        tampilan::baris("");
        tampilan::judul(&format!("{}, tahun {tahun}", self.nama()));
        let fakta = &self.hasil.fakta;
        for indikator in &self.hasil.indikator {
            let isi = format!(
                "{} dari target {}, capaian {}",
                sebut(fakta, indikator.realisasi.as_str()),
                sebut(fakta, indikator.target.as_str()),
                sebut(fakta, indikator.capaian.as_str())
            );
            tampilan::nilai(&indikator.profil.kode, &isi);
        }
        for (nama, kode) in [
            ("Rata-rata capaian", format!("capaian.{tahun}.rata_rata")),
            (
                "Penyerapan anggaran",
                format!("anggaran.{tahun}.penyerapan"),
            ),
            ("Capaian PNBP", format!("pnbp.{tahun}.capaian")),
            ("IKPA", format!("ikpa.{tahun}.nilai")),
        ] {
            tampilan::nilai(nama, &sebut(fakta, &kode));
        }
        tampilan::nilai("Temuan", &self.hitungan());
        tampilan::nilai(
            "Rumpang",
            &format!("{} bagian belum tersedia", self.rumpang),
        );
        self.tampilkan_temuan();
        tampilan::baris("");
        tampilan::selesai(if self.akhir {
            "Laporan final terbit:"
        } else {
            "Draf laporan siap:"
        });
        for jalur in &self.jalur {
            tampilan::baris(&format!("  {}", jalur.display()));
        }
    }

    /// The first binding findings; all of them stand in the JSON.
    fn tampilkan_temuan(&self) {
        const TERBANYAK: usize = 12;
        let wajib: Vec<&Temuan> = self.temuan.iter().filter(|t| t.menghalangi()).collect();
        if wajib.is_empty() {
            return;
        }
        tampilan::baris("");
        tampilan::judul("Temuan wajib");
        for temuan in wajib.iter().take(TERBANYAK) {
            tampilan::baris(&format!("  • {}", temuan.pesan));
            tampilan::keterangan(&format!("  {}", temuan.lokasi));
        }
        if let Some(lebih) = wajib.len().checked_sub(TERBANYAK).filter(|n| *n > 0) {
            tampilan::keterangan(&format!(
                "  ... dan {lebih} lagi; selengkapnya di temuan.json"
            ));
        }
    }
}

fn sebut(fakta: &DaftarFakta, kode: &str) -> String {
    fakta
        .get(kode)
        .and_then(kinerja::Fakta::tampil_bersatuan)
        .unwrap_or_else(|| "belum tersedia".to_owned())
}
