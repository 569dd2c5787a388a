//! A step of any flow, for every page that shows one.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Form, Router};
use maud::html;
use serde::Deserialize;

use app::{JenisAlur, Keadaan, LangkahBaru};

use crate::Portal;
use crate::galat::{Galat, Hasil, kalimat, rincian, status};
use crate::konteks::KonteksTahun;
use crate::tampilan::{Menu, alur, judul, pesan_galat};

pub(crate) fn routes() -> Router<Portal> {
    Router::new().route("/u/{unit}/{tahun}/alur/{jenis}", post(langkah))
}

#[derive(Deserialize)]
struct Isi {
    ke: String,
    versi: i64,
    #[serde(default)]
    alasan: String,
    #[serde(default)]
    kembali: String,
}

async fn langkah(
    k: KonteksTahun,
    Path((_, _, jenis)): Path<(String, i64, String)>,
    Form(isi): Form<Isi>,
) -> Hasil {
    let jenis = JenisAlur::dari_kata(&jenis).ok_or(Galat::TidakAda)?;
    let ke = Keadaan::dari_kata(&isi.ke).ok_or(Galat::TidakAda)?;
    // Only to a page of this unit and year: no form leads elsewhere.
    let kembali = if isi.kembali.starts_with(&k.alamat("")) {
        isi.kembali.clone()
    } else {
        k.alamat("dasbor")
    };
    let baru = LangkahBaru {
        jenis,
        ke,
        versi: isi.versi,
        alasan: isi.alasan.clone(),
    };
    let app = &k.konteks.portal.app;
    match app
        .langkah_alur(&k.pelaku(), k.unit(), k.tahun(), &baru)
        .await
    {
        Ok(()) => Ok(k.kembali(&kembali, &format!("{}: {}.", jenis.sebutan(), ke.sebutan()))),
        Err(galat) if status(&galat) == StatusCode::SERVICE_UNAVAILABLE => Err(galat.into()),
        Err(galat) => gagal(&k, jenis, &kembali, &isi.alasan, &galat).await,
    }
}

/// What is in the way, and the form again with what was typed.
async fn gagal(
    k: &KonteksTahun,
    jenis: JenisAlur,
    kembali: &str,
    alasan: &str,
    galat: &app::Error,
) -> Hasil<Response> {
    let semua = k
        .konteks
        .portal
        .app
        .daftar_alur(&k.pelaku(), k.unit(), k.tahun())
        .await?;
    let isi = html! {
        (judul(jenis.sebutan(), "Langkah ini belum dapat diambil", &html! { a.tombol href=(kembali) { "Kembali" } }))
        (pesan_galat(Some(&kalimat(galat))))
        (rincian(galat))
        @for satu in semua.iter().filter(|satu| satu.jenis == jenis) { (alur(&k.tempat, satu, kembali, alasan)) }
    };
    let halaman = k.halaman(jenis.sebutan(), Menu::Lain, &isi);
    Ok((status(galat), halaman).into_response())
}
