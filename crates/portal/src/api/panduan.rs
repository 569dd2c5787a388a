//! The description for people: what each address does, and what each problem means.

use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use maud::{Markup, html};
use utoipa::openapi::RefOr;
use utoipa::openapi::path::{Operation, Parameter};

use super::DOKUMEN;
use super::galat::JENIS_MASALAH;
use crate::{Portal, tampilan};

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/api", get(halaman))
}

async fn halaman() -> impl IntoResponse {
    let isi = html! {
        p { "Program lain membaca dan mengisi data melalui alamat di bawah ini. Setiap permintaan membawa token pada kepala "
            code { "Authorization: Bearer" } ". Token dibuat di halaman " a href="/akun/token" { "Token saya" }
            " dan tidak dapat melebihi hak pemiliknya." }
        p { "Perincian setiap alamat dalam bentuk OpenAPI 3.1: " a href="/api/openapi.json" { "/api/openapi.json" } "." }
        p { "Angka dikirim sebagai teks desimal dengan titik, tanpa pembulatan. Daftar panjang terbagi menurut " code { "batas" } " dan " code { "kursor" }
            "; kepala " code { "Link" } " menunjuk bagian berikutnya. Lembar membawa " code { "ETag" } "; saat mengubah, sebutkan " code { "If-Match" } " atau versi setiap sel." }
        h2 { "Alamat" }
        @for (jalur, butir) in &DOKUMEN.paths.paths {
            @for (cara, operasi) in [("GET", &butir.get), ("POST", &butir.post), ("PATCH", &butir.patch)] {
                @if let Some(operasi) = operasi { (satu(cara, jalur, operasi)) }
            }
        }
        h2 { "Masalah" }
        p { "Permintaan yang tidak dapat dilayani dijawab dalam bentuk " code { "application/problem+json" } " (RFC 9457)." }
        div.kotak-tabel {
            table {
                caption { "Jenis masalah" }
                thead { tr { th scope="col" { "Status" } th scope="col" { "Jenis" } th scope="col" { "Yang dapat dilakukan" } } }
                tbody {
                    @for jenis in JENIS_MASALAH {
                        tr #(jenis.kata) {
                            td { (jenis.status.as_u16()) }
                            th scope="row" { (jenis.judul) br; code { (jenis.kata) } }
                            td { (jenis.saran) }
                        }
                    }
                }
            }
        }
    };
    tampilan::polos("Antarmuka untuk program lain", &isi)
}

fn satu(cara: &str, jalur: &str, operasi: &Operation) -> Markup {
    html! {
        section.kartu.alamat-api {
            h3 { (operasi.summary.as_deref().unwrap_or_default()) }
            p { code { (cara) " " (jalur) } }
            @if let Some(uraian) = &operasi.description { p { (uraian) } }
            @if let Some(daftar) = operasi.parameters.as_ref().filter(|daftar| !daftar.is_empty()) {
                dl.pasangan {
                    @for satu in daftar.iter().filter_map(isi) {
                        dt { code { (satu.name) } }
                        dd { (satu.description.as_deref().unwrap_or_default()) }
                    }
                }
            }
        }
    }
}

/// A parameter that stands where it is used; ours all do.
fn isi(satu: &RefOr<Parameter>) -> Option<&Parameter> {
    match satu {
        RefOr::T(satu) => Some(satu),
        RefOr::Ref(_) => None,
    }
}
