//! Writing a narrative: its text with names of fakta, how it will look, earlier versions, the year before.

use axum::extract::{Path, Query};
use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use maud::Markup;
use serde::Deserialize;

use app::{HasilIsi, TulisNarasi};

use super::penyunting::{Tampil, halaman, pratinjau};
use crate::Portal;
use crate::galat::{Galat, Hasil, kalimat, status};
use crate::konteks::KonteksTahun;
use crate::tampilan::Menu;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route(
            "/u/{unit}/{tahun}/laporan/narasi/{kunci}",
            get(lihat).post(simpan),
        )
        .route(
            "/u/{unit}/{tahun}/laporan/narasi/{kunci}/pulihkan",
            post(pulihkan),
        )
}

type Alamat = Path<(String, i64, String)>;

#[derive(Deserialize, Default)]
struct Tanya {
    #[serde(default)]
    cari: String,
    /// An earlier version to look at.
    versi: Option<i64>,
}

async fn lihat(k: KonteksTahun, Path((_, _, kunci)): Alamat, Query(tanya): Query<Tanya>) -> Hasil {
    let app = &k.konteks.portal.app;
    let narasi = app
        .lihat_narasi(&k.pelaku(), k.unit(), k.tahun(), &kunci, &tanya.cari)
        .await?;
    let tampil = Tampil {
        teks: narasi.teks.clone(),
        versi: narasi.versi,
        cari: tanya.cari,
        lama: tanya.versi,
        ..Tampil::default()
    };
    let dilihat = atur(&k, &kunci, &tampil.teks).await?;
    let isi = halaman(&k, &narasi, &tampil, &dilihat);
    Ok(k.halaman(&narasi.ringkas.judul, Menu::Laporan, &isi))
}

#[derive(Deserialize)]
struct Isi {
    teks: String,
    versi: i64,
    #[serde(default)]
    cari: String,
    #[serde(default)]
    aksi: String,
}

async fn simpan(
    k: KonteksTahun,
    Path((_, _, kunci)): Alamat,
    kepala: HeaderMap,
    Form(isi): Form<Isi>,
) -> Hasil {
    let otomatis = kepala
        .get(ACCEPT)
        .and_then(|nilai| nilai.to_str().ok())
        .is_some_and(|nilai| nilai.starts_with("application/json"));
    let mut tampil = Tampil {
        teks: isi.teks.replace("\r\n", "\n"),
        versi: isi.versi,
        cari: isi.cari,
        diketik: true,
        ..Tampil::default()
    };
    if !otomatis && isi.aksi != "simpan" {
        return tampilkan(&k, &kunci, &tampil, StatusCode::OK).await;
    }
    let tulis = TulisNarasi {
        kunci: kunci.clone(),
        teks: tampil.teks.clone(),
        versi: isi.versi,
        alasan: if otomatis { "simpan otomatis" } else { "" }.to_owned(),
    };
    let app = &k.konteks.portal.app;
    let disimpan = app
        .tulis_narasi(&k.pelaku(), k.unit(), k.tahun(), &tulis)
        .await;
    match disimpan {
        Ok(HasilIsi::Tersimpan(versi)) if otomatis => {
            let dilihat = atur(&k, &kunci, &tampil.teks).await?;
            let isi = serde_json::json!({ "versi": versi, "pratinjau": dilihat.into_string() });
            Ok(Json(isi).into_response())
        }
        Ok(HasilIsi::Tersimpan(_)) => {
            let ke = k.alamat(&format!("laporan/narasi/{kunci}"));
            Ok(k.kembali(&ke, "Narasi tersimpan."))
        }
        Ok(HasilIsi::Bentrok { .. }) if otomatis => {
            let isi = serde_json::json!({ "galat": "Narasi ini sudah diubah orang lain. Tulisan Anda masih di sini; tekan Simpan untuk membandingkannya." });
            Ok((StatusCode::CONFLICT, Json(isi)).into_response())
        }
        Ok(HasilIsi::Bentrok { kini, versi }) => {
            tampil.versi = versi;
            tampil.bentrok = Some(kini);
            tampilkan(&k, &kunci, &tampil, StatusCode::CONFLICT).await
        }
        Err(galat) if otomatis => {
            let isi = serde_json::json!({ "galat": kalimat(&galat) });
            Ok((status(&galat), Json(isi)).into_response())
        }
        Err(app::Error::Store(store::Error::TidakAda(_))) => Err(Galat::TidakAda),
        Err(galat) => {
            tampil.galat = Some(kalimat(&galat));
            tampilkan(&k, &kunci, &tampil, status(&galat)).await
        }
    }
}

#[derive(Deserialize)]
struct Pulih {
    lama: i64,
    versi: i64,
}

async fn pulihkan(k: KonteksTahun, Path((_, _, kunci)): Alamat, Form(isi): Form<Pulih>) -> Hasil {
    let app = &k.konteks.portal.app;
    let hasil = app
        .pulihkan_narasi(
            &k.pelaku(),
            k.unit(),
            k.tahun(),
            &kunci,
            (isi.lama, isi.versi),
        )
        .await?;
    let ke = k.alamat(&format!("laporan/narasi/{kunci}"));
    Ok(match hasil {
        HasilIsi::Tersimpan(_) => k.kembali(&ke, &format!("Versi {} dipulihkan sebagai versi baru.", isi.lama)),
        HasilIsi::Bentrok { .. } => k.kembali(
            &ke,
            "Narasi ini sudah diubah orang lain; lihat isinya sekarang, lalu pulihkan lagi bila perlu.",
        ),
    })
}

/// The page with words that are not saved.
async fn tampilkan(
    k: &KonteksTahun,
    kunci: &str,
    tampil: &Tampil,
    status: StatusCode,
) -> Hasil<Response> {
    let app = &k.konteks.portal.app;
    let narasi = app
        .lihat_narasi(&k.pelaku(), k.unit(), k.tahun(), kunci, &tampil.cari)
        .await?;
    let dilihat = atur(k, kunci, &tampil.teks).await?;
    let isi = halaman(k, &narasi, tampil, &dilihat);
    let jawaban = k.halaman(&narasi.ringkas.judul, Menu::Laporan, &isi);
    Ok((status, jawaban).into_response())
}

/// Words as the report will set them.
async fn atur(k: &KonteksTahun, kunci: &str, teks: &str) -> Hasil<Markup> {
    let app = &k.konteks.portal.app;
    let (blok, salah) = app
        .pratinjau_narasi(&k.pelaku(), k.unit(), k.tahun(), kunci, teks)
        .await?;
    Ok(pratinjau(k, teks, &blok, &salah))
}
