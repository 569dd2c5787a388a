//! Tokens in the browser, and what the server tells machines of itself.

use app::Lingkup;
use reqwest::{Method, StatusCode};

use crate::harness::Uji;
use crate::program::{Program, masalah};

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_made_and_withdrawn_in_the_browser_and_shown_once() {
    let uji = Uji::contoh().await;
    let klien = uji.masuk("operator").await;
    klien.get("/akun/token").await.memuat("Belum ada token");
    let isi = [
        ("nama", "Aplikasi <kepegawaian>"),
        ("lingkup", "baca"),
        ("lingkup", "isi"),
    ];
    let baru = klien.post("/akun/token", &isi).await;
    assert_eq!(baru.status, StatusCode::OK, "{}", baru.teks());
    let teks = baru.teks();
    let token = teks
        .split('"')
        .find(|kata| kata.starts_with("cermat_"))
        .unwrap()
        .to_owned();
    let aktif = uji.app.token(&token).await.unwrap();
    assert!(aktif.boleh(Lingkup::Isi) && !aktif.boleh(Lingkup::Periksa));
    let daftar = klien.get("/akun/token").await;
    daftar
        .memuat("Aplikasi &lt;kepegawaian&gt;")
        .memuat("berlaku");
    assert!(!daftar.teks().contains(&token));
    let kosong = klien
        .post("/akun/token", &[("nama", "tanpa lingkup")])
        .await;
    assert_eq!(kosong.status, StatusCode::UNPROCESSABLE_ENTITY);
    kosong
        .memuat("Pilih paling sedikit satu lingkup")
        .memuat("tanpa lingkup");
    // Somebody else's token is not there to be withdrawn.
    let cabut = format!("/akun/token/{}/cabut", aktif.token.id);
    let lain = uji.masuk("kepala").await;
    assert_eq!(lain.post(&cabut, &[]).await.status, StatusCode::NOT_FOUND);
    assert!(uji.app.token(&token).await.is_ok());
    klien.post(&cabut, &[]).await;
    assert!(uji.app.token(&token).await.is_err());
    klien.get("/akun/token").await.memuat("dicabut");
}

#[tokio::test(flavor = "multi_thread")]
async fn health_and_figures_tell_machines_what_they_need_and_outsiders_nothing() {
    let uji = Uji::contoh().await;
    let klien = uji.klien();
    let sehat = klien.get("/healthz").await;
    assert_eq!(
        (sehat.status, sehat.teks().as_str()),
        (StatusCode::OK, "sehat\n")
    );
    let unit = uji.unit.clone();
    klien
        .get(&format!("/u/{unit}/2023/dasbor?cari=rahasia"))
        .await;
    let ukuran = klien.get("/metrics").await;
    assert_eq!(ukuran.status, StatusCode::OK);
    ukuran
        .memuat("cermat_http_permintaan_total{cara=\"GET\",rute=\"/healthz\",status=\"2xx\"} 1")
        .memuat("cermat_basis_data_menjawab 1");
    assert!(!ukuran.teks().contains(&unit) && !ukuran.teks().contains("rahasia"));
    // What a proxy hands on is not this machine.
    let luar = |token: Option<&str>| {
        let permintaan = klien
            .bangun(Method::GET, "/metrics")
            .header("x-forwarded-for", "203.0.113.7");
        match token {
            Some(token) => permintaan.header("authorization", format!("Bearer {token}")),
            None => permintaan,
        }
    };
    assert_eq!(klien.kirim(luar(None)).await.status, StatusCode::FORBIDDEN);
    let operator = Program::dengan(&uji, "operator", &[Lingkup::Baca]).await;
    let ditolak = klien.kirim(luar(Some(&operator.token))).await;
    assert_eq!(ditolak.status, StatusCode::FORBIDDEN);
    let admin = Program::dengan(&uji, "administrator", &[Lingkup::Metrik]).await;
    let boleh = klien.kirim(luar(Some(&admin.token))).await;
    assert_eq!(boleh.status, StatusCode::OK);
    uji.app.store.close().await;
    let mati = klien.get("/healthz").await;
    assert_eq!(mati.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(mati.teks(), "tidak sehat\n");
    let program = Program {
        klien: uji.klien(),
        token: admin.token,
    };
    let api = program.get("/api/v1/unit").await;
    masalah(&api, StatusCode::SERVICE_UNAVAILABLE);
    assert!(api.kepala.contains_key("retry-after"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_asks_too_often_is_told_when_to_come_back() {
    let uji = Uji::contoh_dengan(portal::Konfigurasi {
        laju_api: 5,
        ..portal::Konfigurasi::default()
    })
    .await;
    let program = Program::dengan(&uji, "operator", &[Lingkup::Baca]).await;
    let lain = Program::dengan(&uji, "kepala", &[Lingkup::Baca]).await;
    let mut terakhir = program.get("/api/v1/saya").await;
    for _ in 0..5 {
        terakhir = program.get("/api/v1/saya").await;
    }
    masalah(&terakhir, StatusCode::TOO_MANY_REQUESTS);
    let jeda: u64 = terakhir.kepala["retry-after"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!((1..=60).contains(&jeda));
    assert_eq!(lain.get("/api/v1/saya").await.status, StatusCode::OK);
}
