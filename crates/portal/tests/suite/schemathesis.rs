//! An outside tool asks the interface whatever its description allows, and much that it does not.
//!
//! `cargo xtask test` says where the tool is; a bare `cargo test` says that it was not asked.

use std::process::{Command, Stdio};

use app::{HakBaru, Lingkup, Pelaku, Peran, TokenBaru};
use portal::Konfigurasi;

use crate::harness::Uji;

/// Where `cargo xtask test` says that the program is.
const PROGRAM: &str = "CERMAT_UJI_SCHEMATHESIS";
/// Questions for each address; `CERMAT_UJI_SCHEMATHESIS_BANYAK` asks more.
const BANYAK: &str = "15";

#[tokio::test(flavor = "multi_thread")]
async fn the_interface_keeps_what_its_description_promises() {
    let Some(program) = std::env::var_os(PROGRAM) else {
        eprintln!("{PROGRAM} tidak ada: antarmuka tidak diuji dari uraiannya");
        return;
    };
    let uji = Uji::contoh_dengan(Konfigurasi {
        laju_api: 1_000_000,
        ..Konfigurasi::default()
    })
    .await;
    let orang = uji.tambah_orang("program", Some(Peran::Operator)).await;
    for peran in [Peran::Kepala, Peran::Perencana, Peran::Reviu] {
        let hak = HakBaru {
            orang: orang.clone(),
            unit: uji.unit.clone(),
            peran,
            tolak: false,
            dari: None,
            sampai: None,
            alasan: "uji".to_owned(),
        };
        uji.app.beri_hak(&Pelaku::sistem(), &hak).await.unwrap();
    }
    let baru = TokenBaru {
        nama: "schemathesis".to_owned(),
        lingkup: Lingkup::SEMUA
            .into_iter()
            .filter(|lingkup| *lingkup != Lingkup::Metrik)
            .collect(),
        sampai: None,
    };
    let (token, _) = uji.app.buat_token(&Pelaku { orang }, &baru).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let pengaturan = folder.path().join("schemathesis.toml");
    // Addresses that exist, so that the questions reach what is behind them. What is written right may still be wrong:
    // a cell that does not exist, a file of another kind. A fault of ours (5xx) is never right.
    std::fs::write(
        &pengaturan,
        format!(
            "[parameters]\n\"path.unit\" = \"{}\"\n\"path.tahun\" = 2023\n\"path.lembar\" = \"skm_bulanan\"\n\"path.jenis\" = \"perjanjian\"\n\
             [checks.positive_data_acceptance]\nexpected-statuses = [\"2xx\", \"3xx\", 401, 403, 404, 409, 412, 422, 428, 429]\n\
             [checks.negative_data_rejection]\nexpected-statuses = [400, 401, 403, 404, 405, 409, 412, 415, 422, 428, 429]\n",
            uji.unit
        ),
    )
    .unwrap();
    let alamat = format!("http://{}", uji.alamat);
    let banyak = option_env!("CERMAT_UJI_SCHEMATHESIS_BANYAK").unwrap_or(BANYAK);
    let mut perintah = Command::new(program);
    perintah
        .arg("--config-file")
        .arg(&pengaturan)
        .args(["run", &format!("{alamat}/api/openapi.json")])
        .args(["--url", &alamat, "--checks", "all"])
        .args(["--phases", "examples,coverage,fuzzing"])
        .args(["--max-examples", banyak, "--seed", "20260101"])
        .args(["--suppress-health-check", "all", "--warnings", "off"])
        .args(["--header", &format!("Authorization: Bearer {token}")])
        .current_dir(folder.path())
        .env("NO_COLOR", "1")
        .stdin(Stdio::null());
    let hasil = tokio::task::spawn_blocking(move || perintah.output())
        .await
        .unwrap()
        .unwrap();
    assert!(
        hasil.status.success(),
        "{}\n{}",
        String::from_utf8_lossy(&hasil.stdout),
        String::from_utf8_lossy(&hasil.stderr)
    );
}
