//! Offices that do not exist: packages without a fault, made from the examples by other names, years and figures.

mod anggaran;
mod kinerja_tahunan;
mod lembar;
mod narasi;
mod survei;

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use hukum::Hukum;
use kinerja::Hasil;
use kinerja::masukan::Masukan;
use paket::Mentah;

use crate::acak::Acak;
use lembar::{Ubah, UbahLembar};

/// A kind of office to make packages of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asal {
    /// The invented office of `contoh/kantor-contoh`.
    Umum,
    /// The immigration office of `contoh/kanim-samarinda-2023`, with invented names and figures.
    Kanim,
}

/// A package without a fault, and what was computed from it.
#[derive(Debug)]
pub struct Kantor {
    /// What the office hands in.
    pub masukan: Masukan,
    /// What follows from it.
    pub hasil: Hasil,
}

/// Names of towns that do not exist.
const KOTA: &[&str] = &[
    "Tanjung Arum",
    "Muara Lestari",
    "Sungai Kencana",
    "Bukit Permai",
    "Karang Mulya",
    "Teluk Jernih",
    "Pulau Sari",
    "Rimba Jaya",
    "Padang Indah",
    "Lembah Asri",
];
/// Names of provinces that do not exist.
const PROVINSI: &[&str] = &[
    "Nusa Selatan",
    "Rimba Tengah",
    "Lautan Timur",
    "Bukit Utara",
    "Muara Barat",
];
/// Kinds of general offices.
const JENIS: &[&str] = &[
    "Kantor Pelayanan",
    "Balai Layanan",
    "Kantor Layanan Terpadu",
    "Unit Pelayanan",
    "Kantor Pelayanan Umum",
];
/// Names of the bodies above a general office.
const BIDANG: &[&str] = &[
    "Kesejahteraan",
    "Perizinan",
    "Kearsipan",
    "Ketenagakerjaan",
    "Pertanahan",
    "Perbenihan",
];
/// Given names and family names of people who do not exist.
const NAMA: &[&str] = &[
    "Ratna Wibisana",
    "Agung Prakasa",
    "Lestari Handoko",
    "Yusuf Mahardika",
    "Dewi Anggraini",
    "Tirta Nugraha",
];

/// Makes the package with this number; the same number gives the same package.
///
/// # Errors
/// An example that cannot be read, or a package that is not clean, which is a fault of this crate.
pub fn buat(hukum: &Hukum, asal: Asal, nomor: u64) -> Result<Kantor> {
    let mut acak = Acak::new(nomor.wrapping_mul(1_000_003).wrapping_add(17));
    let tahun = i16::try_from(2021 + nomor % 5).unwrap_or(2024);
    let (folder, tahun_contoh) = match asal {
        Asal::Umum => ("kantor-contoh", 2024),
        Asal::Kanim => ("kanim-samarinda-2023", 2023),
    };
    let jalur: PathBuf = [env!("CARGO_MANIFEST_DIR"), "..", "..", "contoh", folder]
        .iter()
        .collect();
    let mut mentah = paket::read_mentah(&jalur).map_err(|galat| anyhow::anyhow!("{galat:?}"))?;
    mentah.lembar.retain(|lembar| lembar.nama != "koreksi");
    for lembar in &mut mentah.lembar {
        lembar.buang_kolom("baris_sumber");
        lembar.buang_kolom("capaian_tercetak");
    }
    mentah.geser_tahun(tahun - tahun_contoh);
    let akhir_renstra = renstra(&mut mentah, tahun, &mut acak);
    nama(&mut mentah, asal, &mut acak);
    let tahun_ini = i64::from(tahun);
    survei::isi(&mut mentah, asal, &mut acak);
    let nilai = kinerja_tahunan::isi(&mut mentah, asal, tahun_ini, akhir_renstra, &mut acak);
    anggaran::isi(&mut mentah, tahun_ini, &mut acak);
    anggaran::nilai(&mut mentah, hukum, tahun, &mut acak);
    lembar::pegawai(&mut mentah, asal, &mut acak);
    narasi::isi(&mut mentah, asal, tahun_ini, &nilai);
    selesai(&mut mentah, hukum)
        .with_context(|| format!("paket {asal:?} nomor {nomor} tahun {tahun}"))
}

/// The package as the core takes it, with the provisions acknowledged that it needs.
fn selesai(mentah: &mut Mentah, hukum: &Hukum) -> Result<Kantor> {
    let baca = |mentah: &Mentah| {
        paket::interpret(mentah, hukum).map_err(|galat| {
            let pesan: Vec<String> = galat
                .iter()
                .take(5)
                .map(|satu| format!("{satu:?}"))
                .collect();
            anyhow::anyhow!(pesan.join("\n"))
        })
    };
    let masukan = baca(mentah)?;
    let perlu: Vec<String> = kinerja::compute(&masukan, hukum)
        .ketentuan_belum_terverifikasi
        .iter()
        .map(|(kode, ..)| kode.clone())
        .collect();
    mentah
        .satker
        .isi
        .retain(|entri| !entri.kunci.starts_with("ketentuan_diakui"));
    for (i, kode) in perlu.into_iter().enumerate() {
        mentah.atur(&format!("ketentuan_diakui[{}]", i + 1), &kode);
    }
    let masukan = baca(mentah)?;
    let hasil = kinerja::compute(&masukan, hukum);
    let temuan = periksa::periksa(&periksa::Bahan {
        masukan: &masukan,
        hasil: &hasil,
        hukum,
        laporan: None,
    });
    let salah: Vec<String> = temuan
        .iter()
        .filter(|temuan| temuan.menghalangi())
        .map(|temuan| {
            format!(
                "{}: {} {} ({})",
                temuan.aturan, temuan.lokasi, temuan.pesan, temuan.cuplikan
            )
        })
        .collect();
    if !salah.is_empty() {
        bail!("paket tidak bersih:\n{}", salah.join("\n"));
    }
    Ok(Kantor { masukan, hasil })
}

/// A plan of five years that covers the year and the two before it, which the comparisons need; its last year.
fn renstra(mentah: &mut Mentah, tahun: i16, acak: &mut Acak) -> i64 {
    let awal = i64::from(tahun) - acak.di(2, 4);
    let akhir = awal + 4;
    mentah.atur("tahun_awal_renstra", &awal.to_string());
    mentah.atur("tahun_akhir_renstra", &akhir.to_string());
    mentah.atur(
        "dokumen_renstra",
        &format!("Keputusan Direktur Jenderal Layanan Contoh Nomor 12 Tahun {awal} tentang Rencana Strategis Tahun {awal}-{akhir}"),
    );
    akhir
}

fn nama(mentah: &mut Mentah, asal: Asal, acak: &mut Acak) {
    let mut kota = KOTA.to_vec();
    acak.kocok(&mut kota);
    let provinsi = acak.pilih(PROVINSI).copied().unwrap_or_default();
    let mut orang = NAMA.to_vec();
    acak.kocok(&mut orang);
    let (ini, lain, ketiga) = (kota[0], kota[1], kota[2]);
    mentah.atur("surel", "kantor@contoh.invalid");
    match asal {
        Asal::Umum => {
            let jenis = acak.pilih(JENIS).copied().unwrap_or_default();
            let bidang = acak.pilih(BIDANG).copied().unwrap_or_default();
            mentah.tukar(
                "Kantor Pelayanan Contoh",
                &format!("{jenis} {bidang} {ini}"),
            );
            mentah.tukar(
                "Kantor Wilayah Contoh",
                &format!("Kantor Wilayah {bidang} {provinsi}"),
            );
            mentah.tukar(
                "Direktorat Jenderal Layanan Contoh",
                &format!("Direktorat Jenderal Layanan {bidang}"),
            );
            mentah.tukar(
                "Direktur Jenderal Layanan Contoh",
                &format!("Direktur Jenderal Layanan {bidang}"),
            );
            mentah.tukar("Kementerian Contoh", &format!("Kementerian {bidang}"));
            mentah.tukar("Kota Rekaan", &format!("Kota {ini}"));
            mentah.tukar("Kabupaten Rekaan Utara", &format!("Kabupaten {lain}"));
            mentah.tukar("Kabupaten Rekaan Selatan", &format!("Kabupaten {ketiga}"));
            mentah.tukar(" (rekaan)", "");
            mentah.tukar(" rekaan", "");
            mentah.tukar("Sekar Rekawati", orang[0]);
            mentah.tukar("Bima Rekananta", orang[1]);
            mentah.atur(
                "surat.nomor",
                &format!("UPT.{}-PR.04-{:04}", acak.di(1, 60), acak.di(3, 900)),
            );
        }
        Asal::Kanim => {
            mentah.tukar(
                "Direktur Jenderal Layanan Contoh",
                "Direktur Jenderal Imigrasi",
            );
            mentah.tukar("Kalimantan Timur", provinsi);
            mentah.tukar("Pelabuhan Samarinda", &format!("Pelabuhan {ini}"));
            mentah.tukar("Samarinda", ini);
            for (dari, menjadi) in [
                ("Bontang", kota[3]),
                ("Kutai Kartanegara", kota[4]),
                ("Kutai Timur", lain),
                ("Kutai Barat", ketiga),
                ("Mahakam Ulu", kota[5]),
            ] {
                mentah.tukar(dari, menjadi);
            }
            mentah.tukar("Washington Saut Dompok", orang[0]);
            mentah.atur(
                "alamat",
                &format!("Jalan Merdeka Nomor {}, {ini}", acak.di(2, 99)),
            );
            mentah.atur(
                "surat.nomor",
                &format!(
                    "W.{}.IMI.IMI.2.PR.04.01-{:04}",
                    acak.di(1, 33),
                    acak.di(3, 900)
                ),
            );
        }
    }
}
