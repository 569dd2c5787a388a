//! Logging in and out: password, second factor, a password that must be changed first.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use axum_extra::extract::cookie::CookieJar;
use maud::{Markup, html};
use serde::Deserialize;

use app::{Masuk, Tahap};

use crate::Portal;
use crate::galat::{Galat, Hasil, kalimat, sandikan, status};
use crate::konteks::TEMA;
use crate::sesi::{Sesi, di_sini, kue, kue_biasa, tanpa_kue};
use crate::tampilan::{Isian, pesan_galat, polos};

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/masuk", get(lihat).post(masuk))
        .route("/masuk/kedua", get(lihat_kedua).post(kedua))
        .route("/masuk/sandi", get(lihat_sandi).post(ganti_sandi))
        .route("/keluar", post(keluar))
        .route("/tema", post(tema))
}

#[derive(Deserialize, Default)]
struct Kembali {
    #[serde(default)]
    kembali: String,
}

async fn lihat(State(portal): State<Portal>, Query(kembali): Query<Kembali>) -> Hasil {
    if portal.app.belum_disiapkan().await? {
        return Ok(Redirect::to("/awal").into_response());
    }
    Ok(formulir(&portal, "", &kembali.kembali, None).into_response())
}

fn formulir(portal: &Portal, nama: &str, kembali: &str, galat: Option<&str>) -> Markup {
    let isi = html! {
        (pesan_galat(galat))
        form.sempit method="post" action="/masuk" {
            input type="hidden" name="kembali" value=(di_sini(kembali));
            (Isian { lengkapi: "username", ..Isian::teks("nama_pengguna", "Nama pengguna", nama) }.tampilkan())
            (Isian { jenis: "password", lengkapi: "current-password", ..Isian::teks("sandi", "Kata sandi", "") }.tampilkan())
            button.tombol.utama type="submit" { "Masuk" }
        }
        @if let Some(sso) = &portal.sso {
            p { a.tombol href=(format!("/masuk/sso?kembali={}", sandikan(di_sini(kembali)))) { "Masuk dengan " (sso.nama()) } }
        }
        p.redup { "Lupa kata sandi? Administrator kantor Anda dapat menyetelnya kembali." }
        p { a href="/publik" { "Laporan kinerja untuk publik" } }
    };
    polos("Masuk", &isi)
}

#[derive(Deserialize)]
struct IsiMasuk {
    nama_pengguna: String,
    sandi: String,
    #[serde(default)]
    kembali: String,
}

async fn masuk(
    State(portal): State<Portal>,
    ConnectInfo(alamat): ConnectInfo<SocketAddr>,
    kepala: HeaderMap,
    guci: CookieJar,
    Form(isi): Form<IsiMasuk>,
) -> Hasil {
    let permintaan = Masuk {
        nama_pengguna: isi.nama_pengguna.clone(),
        sandi: isi.sandi,
        alamat: alamat_pengirim(&portal, alamat, &kepala),
    };
    match portal.app.masuk(&permintaan).await {
        Ok((token, tahap)) => {
            let ke = lanjut(tahap).unwrap_or_else(|| di_sini(&isi.kembali));
            Ok((guci.add(kue(&portal, token)), Redirect::to(ke)).into_response())
        }
        Err(galat @ (app::Error::Masuk | app::Error::Tahan(_))) => {
            let badan = formulir(
                &portal,
                &isi.nama_pengguna,
                &isi.kembali,
                Some(&kalimat(&galat)),
            );
            Ok((status(&galat), badan).into_response())
        }
        Err(lain) => Err(lain.into()),
    }
}

/// Where a request came from: the address that our own proxy saw, where there is one.
pub(crate) fn alamat_pengirim(portal: &Portal, alamat: SocketAddr, kepala: &HeaderMap) -> String {
    let lewat_proksi = || {
        // A proxy may add a line of its own: the last one is its word.
        let daftar = kepala.get_all("x-forwarded-for").iter().next_back()?;
        let daftar = daftar.to_str().ok()?;
        Some(daftar.rsplit(',').next()?.trim().to_owned())
    };
    Some(())
        .filter(|()| portal.konfigurasi.proksi)
        .and_then(|()| lewat_proksi())
        .unwrap_or_else(|| alamat.ip().to_string())
}

const fn lanjut(tahap: Tahap) -> Option<&'static str> {
    match tahap {
        Tahap::Penuh => None,
        Tahap::Kedua => Some("/masuk/kedua"),
        Tahap::GantiSandi => Some("/masuk/sandi"),
    }
}

async fn lihat_kedua(sesi: Sesi) -> Hasil {
    if sesi.sesi.tahap != Tahap::Kedua {
        return Ok(Redirect::to("/").into_response());
    }
    Ok(formulir_kedua(None).into_response())
}

fn formulir_kedua(galat: Option<&str>) -> Markup {
    let isi = html! {
        (pesan_galat(galat))
        form.sempit method="post" action="/masuk/kedua" {
            (Isian { lengkapi: "one-time-code", bantuan: "Enam angka dari aplikasi autentikator di ponsel Anda.", ..Isian::teks("kode", "Kode", "") }.tampilkan())
            button.tombol.utama type="submit" { "Lanjutkan" }
        }
        form.sempit method="post" action="/keluar" { button.tombol type="submit" { "Masuk sebagai orang lain" } }
    };
    polos("Faktor kedua", &isi)
}

#[derive(Deserialize)]
struct IsiKode {
    kode: String,
}

async fn kedua(
    State(portal): State<Portal>,
    sesi: Sesi,
    guci: CookieJar,
    Form(isi): Form<IsiKode>,
) -> Hasil {
    match portal.app.masuk_kedua(&sesi.token, &isi.kode).await {
        Ok((token, tahap)) => Ok((
            guci.add(kue(&portal, token)),
            Redirect::to(lanjut(tahap).unwrap_or("/")),
        )
            .into_response()),
        Err(app::Error::Masuk) => {
            let badan = formulir_kedua(Some(
                "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya.",
            ));
            Ok((axum::http::StatusCode::UNAUTHORIZED, badan).into_response())
        }
        Err(galat @ app::Error::Tahan(_)) => {
            Ok((status(&galat), formulir_kedua(Some(&kalimat(&galat)))).into_response())
        }
        Err(lain) => Err(lain.into()),
    }
}

async fn lihat_sandi(sesi: Sesi) -> Hasil {
    match sesi.sesi.tahap {
        Tahap::GantiSandi => Ok(formulir_sandi(&sesi, None).into_response()),
        tahap => Ok(Redirect::to(lanjut(tahap).unwrap_or("/akun")).into_response()),
    }
}

/// The fields of a change of password.
pub(crate) fn isian_sandi() -> Markup {
    html! {
        (Isian { jenis: "password", lengkapi: "current-password", ..Isian::teks("lama", "Kata sandi sekarang", "") }.tampilkan())
        (Isian { jenis: "password", lengkapi: "new-password", bantuan: "Paling sedikit 15 karakter. Beberapa kata acak mudah diingat dan sulit ditebak; huruf besar atau tanda baca tidak diwajibkan.", ..Isian::teks("baru", "Kata sandi baru", "") }.tampilkan())
        (Isian { jenis: "password", lengkapi: "new-password", ..Isian::teks("ulang", "Kata sandi baru, sekali lagi", "") }.tampilkan())
    }
}

fn formulir_sandi(sesi: &Sesi, galat: Option<&str>) -> Markup {
    let isi = html! {
        p { "Kata sandi Anda dibuat oleh orang lain. Gantilah dahulu sebelum melanjutkan." }
        (pesan_galat(galat))
        form.sempit method="post" action="/masuk/sandi" {
            // Password managers look for the account that the new password belongs to.
            input type="hidden" name="pengguna" autocomplete="username" value=(sesi.sesi.orang.nama_pengguna);
            (isian_sandi())
            button.tombol.utama type="submit" { "Ganti kata sandi" }
        }
    };
    polos("Ganti kata sandi", &isi)
}

/// A change of password.
#[derive(Deserialize)]
pub(crate) struct IsiSandi {
    lama: String,
    baru: String,
    ulang: String,
}

/// Changes the password; the new session's cookie, or why not.
pub(crate) async fn ganti(
    portal: &Portal,
    sesi: &Sesi,
    guci: CookieJar,
    isi: &IsiSandi,
) -> Result<CookieJar, app::Error> {
    if isi.baru != isi.ulang {
        return Err(app::Error::Isian(
            "kedua isian kata sandi baru tidak sama".to_owned(),
        ));
    }
    let token = portal
        .app
        .ganti_sandi(&sesi.sesi, &isi.lama, &isi.baru)
        .await?;
    Ok(guci.add(kue(portal, token)))
}

async fn ganti_sandi(
    State(portal): State<Portal>,
    sesi: Sesi,
    guci: CookieJar,
    Form(isi): Form<IsiSandi>,
) -> Hasil {
    match ganti(&portal, &sesi, guci, &isi).await {
        Ok(guci) => Ok((guci, Redirect::to("/")).into_response()),
        Err(galat @ app::Error::Isian(_)) => Ok((
            status(&galat),
            formulir_sandi(&sesi, Some(&kalimat(&galat))),
        )
            .into_response()),
        Err(lain) => Err(lain.into()),
    }
}

async fn keluar(
    State(portal): State<Portal>,
    sesi: Result<Sesi, Galat>,
    guci: CookieJar,
) -> Hasil<Response> {
    if let Ok(sesi) = sesi {
        portal.app.keluar(&sesi.token).await?;
    }
    Ok((tanpa_kue(&portal, guci), Redirect::to("/masuk")).into_response())
}

#[derive(Deserialize)]
struct IsiTema {
    tema: String,
}

/// Changes the look and goes back to the page that asked.
async fn tema(
    State(portal): State<Portal>,
    kepala: HeaderMap,
    guci: CookieJar,
    Form(isi): Form<IsiTema>,
) -> Response {
    let asal = kepala
        .get(axum::http::header::REFERER)
        .and_then(|asal| asal.to_str().ok())
        .and_then(|asal| asal.parse::<axum::http::Uri>().ok())
        .and_then(|asal| asal.path_and_query().map(ToString::to_string))
        .unwrap_or_else(|| "/".to_owned());
    let mut kue = kue_biasa(&portal, TEMA, isi.tema.clone());
    kue.make_permanent();
    let guci = if ["terang", "gelap"].contains(&isi.tema.as_str()) {
        guci.add(kue)
    } else {
        guci.remove(kue)
    };
    (guci, Redirect::to(di_sini(&asal))).into_response()
}
