//! Commands on the database of an installation: packages in and out, backup, restore, audit.

use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use app::{App, Pelaku, UnitBaru};
use laporan::Naskah;
use store::{FolderBukti, Store, Waktu};

use super::templat::write;
use crate::argumen::data::{Data, Ekspor, KerjaData};
use crate::galat::Galat;
use crate::tampilan;

/// The file of the embedded database.
const BERKAS: &str = "cermat.db";
/// First day of a unit that a package brings: years before the first import have the unit too.
const SEJAK_AWAL: &str = "2000-01-01";

pub fn run(pilihan: &Data) -> Result<(), Galat> {
    runtime()?.block_on(async {
        let membuat = matches!(pilihan.kerja, KerjaData::Impor(_) | KerjaData::Pulihkan(_));
        let app = buka(&pilihan.folder, pilihan.basis_data.as_deref(), membuat).await?;
        let hasil = kerjakan(&app, &pilihan.kerja).await;
        app.store.close().await;
        hasil
    })
}

/// Threads for the database and for the portal.
pub(super) fn runtime() -> Result<tokio::runtime::Runtime, Galat> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|galat| Galat::Dalam(galat.to_string()))
}

/// The use cases on the database of a folder, or of a server; an embedded one that is not there is made where `membuat`.
pub(super) async fn buka(
    folder: &Path,
    basis_data: Option<&str>,
    membuat: bool,
) -> Result<App, Galat> {
    let berkas = folder.join(BERKAS);
    let store = match basis_data {
        Some(url) => Store::open_server(url).await,
        None if !membuat && !berkas.is_file() => {
            return Err(Galat::TidakDitemukan(format!(
                "Basis data {} belum ada. Masukkan paket dahulu: cermat impor PAKET --data {}",
                berkas.display(),
                folder.display()
            )));
        }
        None => Store::open_embedded(&berkas).await,
    };
    Ok(App {
        store: store.map_err(|galat| Galat::Data(galat.to_string()))?,
        bukti: FolderBukti::new(folder.join("bukti")),
        hukum: Arc::new(super::hukum()?),
        naskah: Arc::new(Naskah::bawaan()),
        jam: Arc::new(kini),
    })
}

/// The clock of the machine, in microseconds of UTC.
#[expect(
    clippy::disallowed_methods,
    reason = "the one clock of the program: records of the database say when they were made"
)]
fn kini() -> Waktu {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|lama| Waktu::try_from(lama.as_micros()).ok())
        .unwrap_or(0)
}

async fn kerjakan(app: &App, kerja: &KerjaData) -> Result<(), Galat> {
    let sistem = Pelaku::sistem();
    match kerja {
        KerjaData::Impor(paket) => impor(app, &sistem, paket).await,
        KerjaData::Ekspor(ekspor) => keluarkan(app, &sistem, ekspor).await,
        KerjaData::Cadangkan(berkas) => {
            let isi = app.cadangkan(&sistem, berkas).await.map_err(galat)?;
            let baris: usize = isi.baris.values().sum();
            tampilan::selesai(&format!(
                "Cadangan {}: {baris} baris dan {} berkas bukti. Ujung audit: {}",
                berkas.display(),
                isi.bukti,
                isi.audit
            ));
            Ok(())
        }
        KerjaData::Pulihkan(berkas) => {
            let isi = app.pulihkan(&sistem, berkas).await.map_err(galat)?;
            let baris: usize = isi.baris.values().sum();
            tampilan::selesai(&format!(
                "Dipulihkan: {baris} baris dan {} berkas bukti; rantai audit utuh",
                isi.bukti
            ));
            Ok(())
        }
        KerjaData::Audit(sidik) => {
            match app
                .periksa_audit(&sistem, "", sidik.as_deref())
                .await
                .map_err(galat)?
            {
                Ok(rantai) => {
                    tampilan::selesai(&format!(
                        "Rantai audit utuh: {} catatan. Ujung: {}. Simpan sidik ini di tempat lain agar pemotongan atau penulisan ulang kelak ketahuan",
                        rantai.jumlah, rantai.ujung
                    ));
                    Ok(())
                }
                Err(masalah) => Err(galat(store::Error::from(masalah).into())),
            }
        }
    }
}

/// Brings a package into the database, with a unit of its own where the name of its office is new.
pub(super) async fn impor(app: &App, sistem: &Pelaku, paket: &Path) -> Result<(), Galat> {
    let salah = |kesalahan| Galat::Paket(paket.to_owned(), kesalahan);
    let mentah = paket::read_mentah(paket).map_err(salah)?;
    let masukan = paket::interpret(&mentah, &app.hukum).map_err(salah)?;
    let nama = masukan.satker.nama.clone();
    let daftar = unit(app).await?;
    let unit = match daftar.iter().find(|unit| unit.nama == nama) {
        Some(unit) => unit.unit.clone(),
        None => {
            let baru = UnitBaru {
                nama: nama.clone(),
                tingkat: "kantor".to_owned(),
                profil: mentah
                    .satker
                    .entri("profil")
                    .map(|entri| entri.teks.clone()),
                kode: None,
                induk: None,
                dari: SEJAK_AWAL.to_owned(),
                alasan: "dibawa paket".to_owned(),
                zona: None,
            };
            app.buat_unit(sistem, &baru).await.map_err(galat)?
        }
    };
    let alasan = format!("impor paket {}", paket.display());
    let (tahun, perubahan) = app
        .impor_paket(sistem, &unit, &mentah, &alasan)
        .await
        .map_err(galat)?;
    tampilan::selesai(&format!(
        "{nama}, tahun {tahun}: {} sel tersimpan, {} baris baru, {} baris hilang",
        perubahan.sel, perubahan.baris_baru, perubahan.baris_hilang
    ));
    Ok(())
}

async fn keluarkan(app: &App, sistem: &Pelaku, ekspor: &Ekspor) -> Result<(), Galat> {
    let (unit, tahun) = pilih(app, sistem, ekspor.unit.as_deref(), ekspor.tahun).await?;
    let mentah = app
        .ekspor_paket(sistem, &unit, tahun)
        .await
        .map_err(galat)?;
    write(&mentah, &ekspor.tujuan, ekspor.timpa)?;
    tampilan::selesai(&format!(
        "Tahun {tahun} dikeluarkan ke {}",
        ekspor.tujuan.display()
    ));
    Ok(())
}

async fn unit(app: &App) -> Result<Vec<store::Unit>, Galat> {
    let baca = async { app.store.read().await?.list_unit(&app.hari_ini()).await };
    baca.await.map_err(|galat| Galat::Data(galat.to_string()))
}

/// The one year that fits; several are listed.
async fn pilih(
    app: &App,
    sistem: &Pelaku,
    nama: Option<&str>,
    tahun: Option<i64>,
) -> Result<(String, i64), Galat> {
    let daftar = app.daftar_tahun(sistem).await.map_err(galat)?;
    let cocok: Vec<_> = daftar
        .iter()
        .filter(|satu| {
            nama.is_none_or(|nama| satu.unit.nama == nama)
                && tahun.is_none_or(|tahun| satu.periode.tahun == tahun)
        })
        .collect();
    match cocok.as_slice() {
        [satu] => Ok((satu.unit.unit.clone(), satu.periode.tahun)),
        _ => {
            let ada: Vec<_> = daftar
                .iter()
                .map(|satu| format!("  {}, tahun {}", satu.unit.nama, satu.periode.tahun))
                .collect();
            Err(Galat::TidakDitemukan(format!(
                "{} tahun cocok. Sebutkan dengan --unit dan --tahun. Yang ada:\n{}",
                cocok.len(),
                ada.join("\n")
            )))
        }
    }
}

/// A refused use case, as the command line tells it.
pub(super) fn galat(galat: app::Error) -> Galat {
    match galat {
        app::Error::Paket(kesalahan) => Galat::Paket("paket".into(), kesalahan),
        app::Error::Temuan(temuan) => Galat::FinalDitolak(temuan),
        app::Error::Dalam(sebab) => Galat::Dalam(sebab),
        lain => Galat::Data(lain.to_string()),
    }
}
