//! Going to the provider of single sign-on, and coming back.

use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use maud::html;
use serde::Deserialize;

use app::Tahap;

use crate::galat::{Galat, Hasil};
use crate::sesi::di_sini;
use crate::sso::{GalatSso, Sso, Titipan};
use crate::{Portal, sesi, tampilan};

/// The cookie between leaving and coming back; sent only to the addresses below.
const KUE: &str = "sso";
const JALUR: &str = "/masuk/sso";
const PULANG: &str = "/masuk/sso/kembali";

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route(JALUR, get(mulai))
        .route(PULANG, get(pulang))
}

#[derive(Deserialize)]
struct Tuju {
    #[serde(default)]
    kembali: String,
}

#[derive(Deserialize)]
struct Jawaban {
    #[serde(default)]
    state: String,
    #[serde(default)]
    code: String,
    error: Option<String>,
}

/// Our own address to come back to, as the provider knows it.
fn alamat_pulang(portal: &Portal, kepala: &HeaderMap) -> String {
    let asal = portal.konfigurasi.asal.clone().unwrap_or_else(|| {
        let tuan = kepala
            .get(header::HOST)
            .and_then(|nilai| nilai.to_str().ok())
            .unwrap_or("127.0.0.1");
        format!("http://{tuan}")
    });
    format!("{}{PULANG}", asal.trim_end_matches('/'))
}

fn penyedia(portal: &Portal) -> Hasil<&Sso> {
    portal.sso.as_deref().ok_or(Galat::TidakAda)
}

async fn mulai(
    State(portal): State<Portal>,
    kepala: HeaderMap,
    guci: CookieJar,
    Query(tuju): Query<Tuju>,
) -> Hasil {
    let sso = penyedia(&portal)?;
    let pulang = alamat_pulang(&portal, &kepala);
    match sso.mulai(&pulang, di_sini(&tuju.kembali)).await {
        Ok((alamat, titipan)) => {
            let kue = Cookie::build((KUE, titipan.kue()))
                .path(JALUR)
                .http_only(true)
                .secure(portal.aman())
                .same_site(SameSite::Lax)
                .build();
            Ok((guci.add(kue), Redirect::to(&alamat)).into_response())
        }
        Err(galat) => Ok(gagal(&galat)),
    }
}

async fn pulang(
    State(portal): State<Portal>,
    kepala: HeaderMap,
    guci: CookieJar,
    Query(jawaban): Query<Jawaban>,
) -> Hasil {
    let sso = penyedia(&portal)?;
    // Whatever becomes of it, what was kept serves once.
    let titipan = guci.get(KUE).and_then(|kue| Titipan::dari_kue(kue.value()));
    let guci = guci.remove(Cookie::build(KUE).path(JALUR).build());
    let Some(titipan) = titipan else {
        let galat =
            GalatSso::TidakCocok("permintaan masuk tidak dimulai di peramban ini".to_owned());
        return Ok((guci, gagal(&galat)).into_response());
    };
    if let Some(sebab) = jawaban.error {
        let galat = GalatSso::Penyedia(sebab.chars().take(100).collect());
        return Ok((guci, gagal(&galat)).into_response());
    }
    let alamat = alamat_pulang(&portal, &kepala);
    let masuk = match sso
        .selesai(&alamat, &titipan, &jawaban.state, &jawaban.code)
        .await
    {
        Ok(masuk) => masuk,
        Err(galat) => return Ok((guci, gagal(&galat)).into_response()),
    };
    let (token, tahap) = match portal.app.masuk_sso(&masuk).await {
        Ok(hasil) => hasil,
        Err(galat) => return Ok((guci, Galat::from(galat)).into_response()),
    };
    let ke = match tahap {
        Tahap::Penuh => titipan.kembali,
        Tahap::Kedua => "/masuk/kedua".to_owned(),
        Tahap::GantiSandi => "/masuk/sandi".to_owned(),
    };
    // The cookie must be known to the browser before a page of ours is asked for by somebody else's redirect.
    Ok((
        guci.add(sesi::kue(&portal, token)),
        Redirect::to(di_sini(&ke)),
    )
        .into_response())
}

fn gagal(galat: &GalatSso) -> Response {
    tracing::warn!(galat = %galat, "masuk tunggal gagal");
    let isi = html! {
        p { "Masuk tunggal belum berhasil. Ulangi dari halaman masuk; bila tetap gagal, sampaikan jam kejadian kepada pengelola." }
        p { a.tombol href="/masuk" { "Ke halaman masuk" } }
    };
    (
        StatusCode::UNAUTHORIZED,
        tampilan::polos("Masuk tunggal belum berhasil", &isi),
    )
        .into_response()
}
