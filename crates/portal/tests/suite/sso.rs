//! Single sign-on, against a provider of the test's own that signs with a key of its own.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use app::{IdentitasSso, Pelaku};
use axum::extract::{Form, State};
use axum::http::{StatusCode as Status, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreJsonWebKeySet, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKeyId, PrivateSigningKey as _};
use portal::{Konfigurasi, KonfigurasiSso};
use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::harness::{Jawaban, Klien, Uji};

/// What the provider does wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Cacat {
    #[default]
    Tidak,
    Nonce,
    Penerima,
    Kedaluwarsa,
    KunciLain,
    Penerbit,
}

#[derive(Default)]
struct Isi {
    /// Codes that wait to be redeemed, with nonce and challenge.
    kode: BTreeMap<String, (String, String)>,
    cacat: Cacat,
    amr: Vec<&'static str>,
}

#[derive(Clone)]
struct Penyedia {
    alamat: String,
    isi: Arc<Mutex<Isi>>,
}

fn base64(isi: &[u8], huruf_akhir: &[u8; 2]) -> String {
    let huruf = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    isi.chunks(3)
        .flat_map(|tiga| {
            let mut bita = [0u8; 3];
            bita[..tiga.len()].copy_from_slice(tiga);
            let angka = u32::from_be_bytes([0, bita[0], bita[1], bita[2]]);
            (0..=tiga.len()).map(move |ke| (angka >> (18 - 6 * ke) & 63) as usize)
        })
        .map(|ke| char::from(*huruf.get(ke).unwrap_or_else(|| &huruf_akhir[ke - 62])))
        .collect()
}

fn base64url(isi: &[u8]) -> String {
    base64(isi, b"-_")
}

/// A key that only this run has; `nomor` tells one from another.
fn kunci(nomor: u8) -> CoreEdDsaPrivateSigningKey {
    let benih = store::sidik_dari(format!("{:?} {nomor}", std::process::id()).as_bytes());
    let mut der = vec![
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20,
    ];
    der.extend(&benih.as_bytes()[..32]);
    let pem = format!(
        "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n",
        base64(&der, b"+/")
    );
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(JsonWebKeyId::new("satu".to_owned())))
        .unwrap()
}

impl Penyedia {
    async fn mulai() -> Self {
        let pendengar = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let satu = Self {
            alamat: format!("http://{}", pendengar.local_addr().unwrap()),
            isi: Arc::default(),
        };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(temuan))
            .route("/kunci", get(daftar_kunci))
            .route("/token", post(token))
            .with_state(satu.clone());
        tokio::spawn(async move { axum::serve(pendengar, router).await });
        satu
    }

    /// The person agrees at the provider: the query of the address there becomes a code.
    fn setuju(&self, alamat: &str) -> (String, String) {
        let kueri: BTreeMap<String, String> = reqwest::Url::parse(alamat)
            .unwrap()
            .query_pairs()
            .into_owned()
            .collect();
        assert_eq!(kueri["response_type"], "code");
        assert_eq!(kueri["client_id"], "cermat");
        assert_eq!(kueri["code_challenge_method"], "S256");
        assert!(kueri["scope"].split(' ').any(|satu| satu == "openid"));
        let mut isi = self.isi.lock().unwrap();
        let kode = format!("kode-{}", isi.kode.len());
        isi.kode.insert(
            kode.clone(),
            (kueri["nonce"].clone(), kueri["code_challenge"].clone()),
        );
        (kode, kueri["state"].clone())
    }

    fn rusak(&self, cacat: Cacat) {
        self.isi.lock().unwrap().cacat = cacat;
    }
}

async fn temuan(State(penyedia): State<Penyedia>) -> Json<Value> {
    let alamat = &penyedia.alamat;
    Json(json!({
        "issuer": alamat,
        "authorization_endpoint": format!("{alamat}/setuju"),
        "token_endpoint": format!("{alamat}/token"),
        "jwks_uri": format!("{alamat}/kunci"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic"],
    }))
}

async fn daftar_kunci() -> Json<CoreJsonWebKeySet> {
    Json(CoreJsonWebKeySet::new(vec![kunci(1).as_verification_key()]))
}

async fn token(
    State(penyedia): State<Penyedia>,
    kepala: axum::http::HeaderMap,
    Form(isian): Form<BTreeMap<String, String>>,
) -> Response {
    // "cermat:rahasia"
    assert_eq!(
        kepala[header::AUTHORIZATION],
        format!("Basic {}=", base64(b"cermat:rahasia", b"+/"))
    );
    let mut isi = penyedia.isi.lock().unwrap();
    // A code serves once, and only who began may use it.
    let Some((nonce, tantangan)) = isi.kode.remove(&isian["code"]) else {
        return (Status::BAD_REQUEST, Json(json!({"error": "invalid_grant"}))).into_response();
    };
    let bita: Vec<u8> = {
        let heksa = store::sidik_dari(isian["code_verifier"].as_bytes());
        (0..32)
            .map(|ke| u8::from_str_radix(&heksa[2 * ke..2 * ke + 2], 16).unwrap())
            .collect()
    };
    if base64url(&bita) != tantangan {
        return (Status::BAD_REQUEST, Json(json!({"error": "invalid_grant"}))).into_response();
    }
    let cacat = isi.cacat;
    #[expect(
        clippy::disallowed_methods,
        reason = "the provider of the test is a machine of its own, with its own clock"
    )]
    let kini = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap()
        .as_secs();
    let umur = if cacat == Cacat::Kedaluwarsa {
        kini - 3600
    } else {
        kini + 300
    };
    let klaim = json!({
        "iss": if cacat == Cacat::Penerbit { "https://lain.example" } else { &penyedia.alamat },
        "sub": "subjek 42",
        "aud": if cacat == Cacat::Penerima { "aplikasi-lain" } else { "cermat" },
        "exp": umur,
        "iat": kini - 7200,
        "nonce": if cacat == Cacat::Nonce { "nonce-lain" } else { &nonce },
        "amr": isi.amr,
    });
    let kepala = json!({"alg": "EdDSA", "kid": "satu", "typ": "JWT"});
    let badan = format!(
        "{}.{}",
        base64url(kepala.to_string().as_bytes()),
        base64url(klaim.to_string().as_bytes())
    );
    let penanda = kunci(if cacat == Cacat::KunciLain { 2 } else { 1 });
    let tanda = penanda
        .sign(&CoreJwsSigningAlgorithm::EdDsa, badan.as_bytes())
        .unwrap();
    Json(json!({
        "access_token": "akses",
        "token_type": "Bearer",
        "id_token": format!("{badan}.{}", base64url(&tanda)),
    }))
    .into_response()
}

/// An installation with that provider, and "kepala" tied to the identity there.
async fn tempat(acr: &[&str]) -> (Uji, Penyedia) {
    let penyedia = Penyedia::mulai().await;
    let uji = Uji::contoh_dengan(Konfigurasi {
        sso: Some(KonfigurasiSso {
            penerbit: penyedia.alamat.clone(),
            id_klien: "cermat".to_owned(),
            rahasia_klien: Some("rahasia".to_owned()),
            nama: Some("Akun Kementerian".to_owned()),
            acr_dua_faktor: acr.iter().map(|satu| (*satu).to_owned()).collect(),
            buat_akun: false,
        }),
        ..Konfigurasi::default()
    })
    .await;
    let mut tx = uji.app.store.read().await.unwrap();
    let kepala = tx.orang_bernama("kepala").await.unwrap().unwrap().id;
    drop(tx);
    let identitas = IdentitasSso {
        penerbit: penyedia.alamat.clone(),
        subjek: "subjek 42".to_owned(),
    };
    uji.app
        .kaitkan_sso(&Pelaku::sistem(), &uji.unit, &kepala, Some(&identitas))
        .await
        .unwrap();
    (uji, penyedia)
}

/// Leaves for the provider and agrees there; the address to come back to.
async fn berangkat(klien: &Klien, penyedia: &Penyedia) -> String {
    let pergi = klien.get("/masuk/sso?kembali=/pilih").await;
    assert_eq!(pergi.status, StatusCode::SEE_OTHER, "{}", pergi.teks());
    let (kode, state) = penyedia.setuju(pergi.ke.as_deref().unwrap());
    format!("/masuk/sso/kembali?code={kode}&state={state}")
}

async fn masuk(klien: &Klien, penyedia: &Penyedia) -> Jawaban {
    let pulang = berangkat(klien, penyedia).await;
    klien.get(&pulang).await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_known_at_the_provider_is_let_in_where_they_wanted_to_go() {
    let (uji, penyedia) = tempat(&[]).await;
    let klien = uji.klien();
    klien
        .get("/masuk")
        .await
        .memuat("Masuk dengan Akun Kementerian");
    let pulang = berangkat(&klien, &penyedia).await;
    let jawaban = klien.get(&pulang).await;
    assert_eq!(jawaban.ke.as_deref(), Some("/pilih"), "{}", jawaban.teks());
    assert_eq!(klien.get("/pilih").await.status, StatusCode::OK);
    // The same address again leads nowhere: the code was used, and what the browser kept is gone.
    let lagi = klien.get(&pulang).await;
    assert_eq!(lagi.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_does_not_belong_to_the_question_opens_nothing() {
    let (uji, penyedia) = tempat(&[]).await;
    for cacat in [
        Cacat::Nonce,
        Cacat::Penerima,
        Cacat::Kedaluwarsa,
        Cacat::KunciLain,
        Cacat::Penerbit,
    ] {
        penyedia.rusak(cacat);
        let klien = uji.klien();
        let jawaban = masuk(&klien, &penyedia).await;
        assert_eq!(jawaban.status, StatusCode::UNAUTHORIZED, "{cacat:?}");
        assert_eq!(klien.get("/pilih").await.status, StatusCode::SEE_OTHER);
    }
    penyedia.rusak(Cacat::Tidak);
    // Another state, another browser, a code that was used, a refusal at the provider.
    let klien = uji.klien();
    let pulang = berangkat(&klien, &penyedia).await;
    let lain = format!("{pulang}x");
    assert_eq!(klien.get(&lain).await.status, StatusCode::UNAUTHORIZED);
    let klien = uji.klien();
    let pulang = berangkat(&klien, &penyedia).await;
    assert_eq!(
        uji.klien().get(&pulang).await.status,
        StatusCode::UNAUTHORIZED
    );
    let korban = uji.klien();
    let milik_korban = berangkat(&korban, &penyedia).await;
    assert_eq!(klien.get(&pulang).await.ke.as_deref(), Some("/pilih"));
    let kode_terpakai = pulang.split(['=', '&']).nth(1).unwrap();
    let kode_korban = milik_korban.split(['=', '&']).nth(1).unwrap();
    let ulang = milik_korban.replace(kode_korban, kode_terpakai);
    assert_eq!(korban.get(&ulang).await.status, StatusCode::UNAUTHORIZED);
    let klien = uji.klien();
    berangkat(&klien, &penyedia).await;
    let menolak = klien.get("/masuk/sso/kembali?error=access_denied").await;
    assert_eq!(menolak.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_factor_of_the_account_is_asked_unless_the_provider_asked() {
    let (uji, penyedia) = tempat(&[]).await;
    let mut tx = uji.app.store.write().await.unwrap();
    let kepala = tx.orang_bernama("kepala").await.unwrap().unwrap();
    tx.change_orang(&store::Orang {
        totp: Some(app::rahasia_totp().unwrap()),
        ..kepala
    })
    .await
    .unwrap();
    tx.commit(&[]).await.unwrap();
    let jawaban = masuk(&uji.klien(), &penyedia).await;
    assert_eq!(jawaban.ke.as_deref(), Some("/masuk/kedua"));
    penyedia.isi.lock().unwrap().amr = vec!["pwd", "mfa"];
    let jawaban = masuk(&uji.klien(), &penyedia).await;
    assert_eq!(jawaban.ke.as_deref(), Some("/pilih"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_identity_without_an_account_learns_whom_to_tell() {
    let (uji, penyedia) = tempat(&[]).await;
    let mut tx = uji.app.store.read().await.unwrap();
    let kepala = tx.orang_bernama("kepala").await.unwrap().unwrap().id;
    drop(tx);
    uji.app
        .kaitkan_sso(&Pelaku::sistem(), &uji.unit, &kepala, None)
        .await
        .unwrap();
    let jawaban = masuk(&uji.klien(), &penyedia).await;
    assert_eq!(jawaban.status, StatusCode::CONFLICT);
    jawaban.memuat("belum dikaitkan").memuat("subjek 42");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_provider_there_is_no_such_door() {
    let uji = Uji::contoh().await;
    let klien = uji.klien();
    assert_eq!(klien.get("/masuk/sso").await.status, StatusCode::NOT_FOUND);
    assert!(!klien.get("/masuk").await.teks().contains("/masuk/sso"));
}
