//! Fills the types of the core from the raw form, checking everything on the way.

mod anggaran;
mod koreksi;
mod lain;
mod satker;
mod survei;

use hukum::Hukum;
use kinerja::masukan::{
    BarisIndikator, BarisPembanding, BarisPerjanjian, BarisRencanaAksi, Masukan, Sel,
    TingkatSasaran,
};

use crate::kesalahan::{Galat, Kesalahan, tempat};
use crate::mentah::Mentah;
use crate::skema::{self, Lembar};
use crate::tabel::{Baris, DaftarKoreksi, Konteks, Tabel, jenis_kolom, periksa_presisi};
use crate::teks::{saran, terdekat};

/// Everything that the filling of a sheet needs.
struct Pengisi<'a> {
    mentah: &'a Mentah,
    konteks: Konteks,
    koreksi: DaftarKoreksi,
    galat: &'a mut Galat,
}

/// Fills what can be filled; whatever is wrong is in `galat`.
pub(crate) fn fill(mentah: &Mentah, hukum: &Hukum, galat: &mut Galat) -> Masukan {
    let satker = satker::fill(mentah, hukum, galat);
    let konteks = satker::konteks(&satker, hukum);
    let daftar_survei = satker::daftar_survei(mentah, &konteks, galat);
    let mut pengisi = Pengisi {
        mentah,
        konteks,
        koreksi: DaftarKoreksi::new(),
        galat,
    };
    pengisi.koreksi = koreksi::baca(&mut pengisi);
    pengisi.periksa_nama_lembar(&daftar_survei);

    let mut masukan = Masukan {
        satker,
        ..Masukan::default()
    };
    masukan.indikator = pengisi.baris("indikator_tahunan", BarisIndikator::dari);
    masukan.perjanjian = pengisi.baris("perjanjian_kinerja", BarisPerjanjian::dari);
    masukan.rencana_aksi = pengisi.baris("rencana_aksi", BarisRencanaAksi::dari);
    masukan.pembanding = pengisi.baris("pembanding", BarisPembanding::dari);
    survei::fill(&mut pengisi, hukum, &daftar_survei, &mut masukan);
    anggaran::fill(&mut pengisi, &mut masukan);
    lain::fill(&mut pengisi, &mut masukan);
    masukan.narasi = lain::narasi(&mut pengisi);
    koreksi::lapor_sisa(&mut pengisi);
    masukan
}

/// A typed row made of a checked row.
trait DariBaris {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self;
}

/// A row while it is read.
struct Sumber<'a, 'b> {
    tabel: &'a Tabel<'b>,
    baris: &'a Baris<'b>,
    konteks: &'a Konteks,
    koreksi: &'a DaftarKoreksi,
    galat: &'a mut Galat,
}

impl Sumber<'_, '_> {
    fn teks(&self, kolom: &str) -> String {
        self.tabel.teks(self.baris, kolom)
    }

    fn tempat(&self) -> kinerja::masukan::Tempat {
        self.tabel.tempat(self.baris, "")
    }

    fn tahun(&self) -> i16 {
        self.tabel.tahun(self.baris)
    }

    /// Level of the objective; a word that is none has been reported.
    fn tingkat(&self) -> TingkatSasaran {
        let kata = self.teks("tingkat");
        TingkatSasaran::SEMUA
            .into_iter()
            .find(|tingkat| tingkat.kata() == kata)
            .unwrap_or_default()
    }

    fn tanggal(&self, kolom: &str) -> Option<jiff::civil::Date> {
        self.tabel.tanggal(self.baris, kolom)
    }

    fn sel(&mut self, kolom: &str) -> Sel {
        let jenis = jenis_kolom(self.tabel.lembar, kolom);
        self.tabel
            .sel(self.baris, kolom, jenis, self.koreksi, self.galat)
    }

    /// A number cell of the indicator that the row names.
    fn sel_indikator(&mut self, kolom: &str) -> Sel {
        let sel = self.sel(kolom);
        periksa_presisi(&sel, &self.teks("kode"), self.konteks, self.galat);
        sel
    }

    /// Whether the cell names the row of the printed total.
    fn total(&self, kolom: &str) -> bool {
        skema::ALIAS_JUMLAH.contains(&self.teks(kolom).to_lowercase().as_str())
    }
}

impl<'a> Pengisi<'a> {
    /// The checked sheet `nama` in the form `lembar`; none where it is absent or its headings do not serve.
    fn tabel(&mut self, nama: &str, lembar: &'static Lembar) -> Option<Tabel<'a>> {
        let berkas = self.mentah.sebut_lembar(nama);
        let Some(mentah) = self.mentah.lembar(nama) else {
            if lembar.wajib && !self.mentah.ditolak.contains(nama) {
                self.galat.push(Kesalahan::new(
                    "berkas-hilang",
                    tempat(&berkas, 0, ""),
                    format!("{berkas} tidak ada di dalam paket"),
                    "tambahkan; contoh kosongnya dibuat oleh `cermat templat`",
                ));
            }
            return None;
        };
        let tabel = Tabel::new(mentah, lembar, berkas, self.galat)?;
        tabel.periksa(&self.konteks, self.galat);
        Some(tabel)
    }

    /// All rows of the sheet `nama` as typed rows.
    fn baris<T>(&mut self, nama: &str, dari: fn(&mut Sumber<'_, '_>) -> T) -> Vec<T> {
        let Some(lembar) = skema::lembar(nama) else {
            return Vec::new();
        };
        let Some(tabel) = self.tabel(nama, lembar) else {
            return Vec::new();
        };
        tabel
            .baris
            .iter()
            .map(|baris| {
                dari(&mut Sumber {
                    tabel: &tabel,
                    baris,
                    konteks: &self.konteks,
                    koreksi: &self.koreksi,
                    galat: self.galat,
                })
            })
            .collect()
    }

    /// Sheets that are neither known nor named by a survey are refused, because nothing would read them.
    fn periksa_nama_lembar(&mut self, survei: &[satker::Survei]) {
        if self.mentah.satker.isi.is_empty() {
            // Without the document the files of surveys are not known.
            return;
        }
        let diumumkan = satker::lembar_survei(self.mentah);
        for lembar in &self.mentah.lembar {
            let bentuk_survei = [skema::SURVEI_BULANAN.nama, skema::SURVEI_KELOMPOK.nama];
            let dikenal = skema::lembar(&lembar.nama).is_some()
                && !bentuk_survei.contains(&lembar.nama.as_str())
                || survei.iter().any(|survei| survei.lembar == lembar.nama);
            if dikenal {
                continue;
            }
            let nama: Vec<&str> = skema::LEMBAR
                .iter()
                .map(|lembar| lembar.nama)
                .filter(|nama| !bentuk_survei.contains(nama))
                .chain(diumumkan.iter().map(String::as_str))
                .collect();
            // A name whose sheet is missing is meant sooner than one that is there already.
            let belum_ada = nama
                .iter()
                .copied()
                .filter(|nama| self.mentah.lembar(nama).is_none());
            let anjuran = match terdekat(&lembar.nama, belum_ada) {
                Some(calon) => format!("maksud Anda {calon:?}? Hasil"),
                None => format!("{}; hasil", saran(&lembar.nama, &nama)),
            };
            self.galat.push(Kesalahan::new(
                "berkas-tak-dikenal",
                tempat(&self.mentah.sebut_lembar(&lembar.nama), 0, ""),
                "tidak dikenal di dalam paket",
                format!("{anjuran} survei harus disebut pada [[survei]] di satker.toml"),
            ));
        }
    }
}

impl DariBaris for BarisIndikator {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self {
        Self {
            tempat: sumber.tempat(),
            kode: sumber.teks("kode"),
            nama: sumber.teks("indikator"),
            tahun: sumber.tahun(),
            target: sumber.sel_indikator("target"),
            target_atas: sumber.sel_indikator("target_atas"),
            realisasi: sumber.sel_indikator("realisasi"),
            capaian: sumber.sel("capaian_tercetak"),
            metode: sumber.teks("metode"),
        }
    }
}

impl DariBaris for BarisPerjanjian {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self {
        Self {
            tempat: sumber.tempat(),
            tahun: sumber.tahun(),
            tingkat: sumber.tingkat(),
            no_sasaran: sumber.teks("no_sasaran"),
            sasaran: sumber.teks("sasaran"),
            no_indikator: sumber.teks("no_indikator"),
            indikator: sumber.teks("indikator"),
            kode: sumber.teks("kode"),
            target: sumber.sel_indikator("target"),
            satuan: sumber.teks("satuan"),
            realisasi: sumber.sel_indikator("realisasi"),
            penjelasan: sumber.teks("penjelasan"),
            mendukung: sumber.teks("mendukung"),
        }
    }
}

impl DariBaris for BarisRencanaAksi {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self {
        Self {
            tempat: sumber.tempat(),
            tahun: sumber.tahun(),
            tingkat: sumber.tingkat(),
            no_sasaran: sumber.teks("no_sasaran"),
            no_indikator: sumber.teks("no_indikator"),
            indikator: sumber.teks("indikator"),
            per_triwulan: sumber.teks("sifat") == "per_triwulan",
            triwulan: ["tw1", "tw2", "tw3", "tw4"].map(|kolom| sumber.sel(kolom)),
            kegiatan: sumber.teks("kegiatan"),
            penanggung_jawab: sumber.teks("penanggung_jawab"),
        }
    }
}

impl DariBaris for BarisPembanding {
    fn dari(sumber: &mut Sumber<'_, '_>) -> Self {
        Self {
            tempat: sumber.tempat(),
            kode: sumber.teks("kode"),
            tahun: sumber.tahun(),
            jenis: sumber.teks("jenis"),
            nama: sumber.teks("nama"),
            nilai: sumber.sel("nilai"),
            sumber: sumber.teks("sumber"),
        }
    }
}
