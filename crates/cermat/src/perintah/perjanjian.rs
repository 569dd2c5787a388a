//! `cermat perjanjian`: the Perjanjian Kinerja of a package as a form to be signed.

use std::path::Path;

use app::BentukBerkas;
use laporan::perjanjian::{BahanPerjanjian, Pihak, perjanjian};
use laporan::{Bahan, Naskah, rumpang};

use crate::argumen::FOLDER_HASIL;
use crate::argumen::perjanjian::Perjanjian;
use crate::galat::Galat;
use crate::keluaran::{self, Berkas};
use crate::tampilan;

pub fn run(pilihan: &Perjanjian) -> Result<(), Galat> {
    let hukum = super::hukum()?;
    let paket = &pilihan.paket;
    let masukan =
        paket::read(paket, &hukum).map_err(|kesalahan| Galat::Paket(paket.clone(), kesalahan))?;
    let hasil = kinerja::compute(&masukan, &hukum);
    let satker = &masukan.satker;
    let tahun = pilihan.tahun.unwrap_or(satker.tahun);
    if !masukan.perjanjian.iter().any(|baris| baris.tahun == tahun) {
        return Err(Galat::TidakDitemukan(format!(
            "Paket {} tidak memuat Perjanjian Kinerja tahun {tahun}.",
            paket.display()
        )));
    }
    let pihak = |pejabat: &kinerja::masukan::Pejabat, nama: &str| Pihak {
        pejabat: pejabat.clone(),
        letak: format!("satker.toml, {nama}"),
    };
    let dokumen = perjanjian(&BahanPerjanjian {
        bahan: Bahan {
            masukan: &masukan,
            hasil: &hasil,
            hukum: &hukum,
            naskah: &Naskah::bawaan(),
        },
        tahun,
        unit: satker.nama.clone(),
        pertama: pihak(&satker.kepala, "kepala"),
        kedua: pihak(&satker.atasan, "atasan"),
        // The day in the package is that of the year's agreement; the next one is signed later.
        tanggal: satker.tanggal_perjanjian.filter(|_| tahun == satker.tahun),
        baris: None,
        draf: false,
    })
    .map_err(|galat| Galat::Naskah(galat.to_string()))?;
    let berkas = [
        ("perjanjian-kinerja.pdf", BentukBerkas::Pdf),
        ("perjanjian-kinerja.docx", BentukBerkas::Docx),
        ("perjanjian-kinerja.html", BentukBerkas::Html),
    ]
    .into_iter()
    .map(|(nama, bentuk)| {
        let isi =
            app::tulis_berkas(&dokumen, bentuk).map_err(|galat| Galat::Dalam(galat.to_string()))?;
        Ok(Berkas { nama, isi })
    })
    .collect::<Result<Vec<Berkas>, Galat>>()?;
    let keluar = pilihan.keluar.clone().unwrap_or_else(|| {
        let nama = paket.file_stem().filter(|_| paket.is_file());
        Path::new(FOLDER_HASIL).join(nama.or_else(|| paket.file_name()).unwrap_or_default())
    });
    let jalur = keluaran::write(&keluar, &berkas)?;
    let kurang = rumpang(&dokumen);
    for satu in &kurang {
        tampilan::keterangan(&format!("  belum ada: {}", satu.sebab));
    }
    tampilan::selesai(&if kurang.is_empty() {
        format!("Perjanjian Kinerja tahun {tahun} siap ditandatangani:")
    } else {
        format!(
            "Draf Perjanjian Kinerja tahun {tahun}, dengan {} rumpang:",
            kurang.len()
        )
    });
    for jalur in &jalur {
        tampilan::baris(&format!("  {}", jalur.display()));
    }
    Ok(())
}
