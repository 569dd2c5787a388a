//! Styles, scripts and pictures: part of the program, served under an address that changes with their content.

use std::sync::LazyLock;

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::RustEmbed;

use crate::Portal;

#[derive(RustEmbed)]
#[folder = "aset"]
struct Aset;

/// A hash over all of them: one change gives all of them a new address, and no reader has to ask whether they are fresh.
static EDISI: LazyLock<String> = LazyLock::new(|| {
    let mut semua = Vec::new();
    for nama in Aset::iter() {
        if let Some(berkas) = Aset::get(&nama) {
            semua.extend_from_slice(nama.as_bytes());
            semua.extend_from_slice(&berkas.data);
        }
    }
    store::sidik_dari(&semua).chars().take(12).collect()
});

/// The address of an asset.
pub(crate) fn alamat(nama: &str) -> String {
    format!("/aset/{}/{nama}", *EDISI)
}

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/aset/{edisi}/{nama}", get(kirim))
        .route("/favicon.ico", get(|| kirim_nama("lambang.svg")))
}

async fn kirim(Path((_, nama)): Path<(String, String)>) -> Response {
    kirim_nama(&nama).await
}

async fn kirim_nama(nama: &str) -> Response {
    let Some(berkas) = Aset::get(nama) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let jenis = match nama.rsplit_once('.').map(|(_, akhir)| akhir) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    };
    (
        [
            (header::CONTENT_TYPE, jenis),
            (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        ],
        berkas.data,
    )
        .into_response()
}
