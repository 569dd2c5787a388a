//! `cermat layani`: the portal, until it is told to stop.

use std::path::Path;

use app::{App, Awal, HakBaru, OrangBaru, Pelaku, Peran, sandi_acak};
use portal::{Konfigurasi, KonfigurasiSso, Log, Portal};
use serde::Deserialize;
use tokio::net::TcpListener;

use super::data::{buka, galat, impor, runtime};
use crate::argumen::layani::{ALAMAT, Layani};
use crate::galat::Galat;
use crate::tampilan;

/// The accounts of the example: login name, what the person is, roles. Three, because whoever hands in does not approve.
const AKUN_CONTOH: [(&str, &str, &[Peran]); 3] = [
    (
        "perencana",
        "Perencana contoh",
        &[Peran::Administrator, Peran::Perencana, Peran::Operator],
    ),
    ("pereviu", "Pereviu contoh", &[Peran::Reviu]),
    ("kepala", "Kepala kantor contoh", &[Peran::Kepala]),
];

pub fn run(pilihan: &Layani) -> Result<(), Galat> {
    runtime()?.block_on(async {
        let app = buka(&pilihan.folder, pilihan.basis_data.as_deref(), true).await?;
        layani(&app, pilihan).await
    })
}

/// The portal on the example, with accounts to look around with.
pub fn run_contoh(pilihan: &Layani, paket: &Path) -> Result<(), Galat> {
    runtime()?.block_on(async {
        let app = buka(&pilihan.folder, pilihan.basis_data.as_deref(), true).await?;
        let akun = siapkan_contoh(&app, paket).await?;
        if akun.is_empty() {
            tampilan::langkah("Akun contoh sudah memakai kata sandi pilihannya sendiri");
        } else {
            tampilan::langkah(
                "Masuk pertama (kata sandi diganti saat masuk; berlaku sampai perintah ini dijalankan lagi)",
            );
            for (nama, sandi) in &akun {
                tampilan::nilai(nama, sandi);
            }
        }
        layani(&app, pilihan).await
    })
}

async fn siapkan_contoh(app: &App, paket: &Path) -> Result<Vec<(&'static str, String)>, Galat> {
    let sistem = Pelaku::sistem();
    if app.belum_disiapkan().await.map_err(galat)? {
        let hukum = &app.hukum;
        let masukan = paket::read(paket, hukum)
            .map_err(|kesalahan| Galat::Paket(paket.to_owned(), kesalahan))?;
        let [pertama, lainnya @ ..] = &AKUN_CONTOH;
        let (nama_pengguna, nama, peran) = *pertama;
        let unit = app
            .siapkan_awal(&Awal {
                unit: masukan.satker.nama.clone(),
                tingkat: "kantor".to_owned(),
                profil: Some(masukan.satker.profil.clone()),
                nama_pengguna: nama_pengguna.to_owned(),
                nama: nama.to_owned(),
                sandi: sandi_acak().map_err(galat)?,
                ganti_sandi: true,
                peran: peran.to_vec(),
            })
            .await
            .map_err(galat)?;
        impor(app, &sistem, paket).await?;
        for (nama_pengguna, nama, peran) in lainnya {
            let baru = OrangBaru {
                nama_pengguna: (*nama_pengguna).to_owned(),
                nama: (*nama).to_owned(),
                nip: None,
                sandi: sandi_acak().map_err(galat)?,
            };
            let orang = app.buat_orang(&sistem, &unit, &baru).await.map_err(galat)?;
            for peran in *peran {
                let hak = HakBaru {
                    orang: orang.clone(),
                    unit: unit.clone(),
                    peran: *peran,
                    tolak: false,
                    dari: None,
                    sampai: None,
                    alasan: "akun contoh".to_owned(),
                };
                app.beri_hak(&sistem, &hak).await.map_err(galat)?;
            }
        }
    }
    let mut akun = Vec::new();
    for (nama, ..) in AKUN_CONTOH {
        if let Some(sandi) = app
            .perbarui_sandi_awal(&sistem, nama)
            .await
            .map_err(galat)?
        {
            akun.push((nama, sandi));
        }
    }
    Ok(akun)
}

async fn layani(app: &App, pilihan: &Layani) -> Result<(), Galat> {
    portal::start_log(Log {
        json: pilihan.log_json,
        permintaan: pilihan.log_permintaan,
    });
    let sso = pilihan.sso.as_deref().map(baca_sso).transpose()?;
    let pendengar = match TcpListener::bind(pilihan.alamat).await {
        Ok(pendengar) => pendengar,
        // The usual port is taken by something else; any free one does. A port that was asked for is meant.
        Err(sebab)
            if pilihan.alamat == ALAMAT
                && pilihan.asal.is_none()
                && sebab.kind() == std::io::ErrorKind::AddrInUse =>
        {
            TcpListener::bind((ALAMAT.ip(), 0))
                .await
                .map_err(|sebab| tidak_mendengar(pilihan, &sebab))?
        }
        Err(sebab) => return Err(tidak_mendengar(pilihan, &sebab)),
    };
    let alamat = pendengar
        .local_addr()
        .map_err(|sebab| tidak_mendengar(pilihan, &sebab))?;
    let asal = pilihan
        .asal
        .clone()
        .unwrap_or_else(|| format!("http://{alamat}"));
    let kunci_awal = if app.belum_disiapkan().await.map_err(galat)? {
        let kunci = sandi_acak().map_err(galat)?;
        tampilan::langkah("Belum ada akun. Siapkan unit dan akun pertama di alamat ini:");
        tampilan::baris(&format!("  {asal}/awal?kunci={kunci}"));
        Some(kunci)
    } else {
        None
    };
    tampilan::selesai(&format!(
        "Portal melayani di {asal} (hentikan dengan Ctrl+C)"
    ));
    let konfigurasi = Konfigurasi {
        asal: pilihan.asal.clone(),
        proksi: pilihan.proksi,
        kunci_awal,
        laju_api: pilihan.laju_api,
        sso,
    };
    let hasil = portal::serve(Portal::new(app.clone(), konfigurasi), pendengar, berhenti()).await;
    app.store.close().await;
    hasil.map_err(|sebab| tidak_mendengar(pilihan, &sebab))
}

/// The file of the provider of single sign-on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BerkasSso {
    oidc: Oidc,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Oidc {
    penerbit: String,
    id_klien: String,
    rahasia_klien: Option<String>,
    nama: Option<String>,
    #[serde(default)]
    acr_dua_faktor: Vec<String>,
    #[serde(default)]
    buat_akun: bool,
}

fn baca_sso(berkas: &Path) -> Result<KonfigurasiSso, Galat> {
    let isi = std::fs::read_to_string(berkas).map_err(|sebab| Galat::berkas(berkas, &sebab))?;
    // The text of the file stays out of the message: it holds a secret.
    let BerkasSso { oidc } = toml::from_str(&isi).map_err(|sebab| {
        Galat::Data(format!(
            "Berkas masuk tunggal {} tidak dapat dibaca: {}",
            berkas.display(),
            sebab.message()
        ))
    })?;
    Ok(KonfigurasiSso {
        penerbit: oidc.penerbit,
        id_klien: oidc.id_klien,
        rahasia_klien: oidc.rahasia_klien,
        nama: oidc.nama,
        acr_dua_faktor: oidc.acr_dua_faktor,
        buat_akun: oidc.buat_akun,
    })
}

fn tidak_mendengar(pilihan: &Layani, sebab: &std::io::Error) -> Galat {
    Galat::Data(format!(
        "Portal tidak dapat melayani di {}: {sebab}. Pilih alamat lain dengan --alamat",
        pilihan.alamat
    ))
}

/// Ctrl+C at the terminal, or the system's word to end.
async fn berhenti() {
    let ctrl_c = async {
        // Without a handler there is nothing to wait for but the system's word.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let akhir = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut tanda) => {
                tanda.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let akhir = std::future::pending::<()>();
    tokio::select! {
        () = ctrl_c => {}
        () = akhir => {}
    }
}
